"""The losses of a written log, to the unit."""

from __future__ import annotations

import json

import pytest

from sandgame.lab.losses import UnfinishedError, losses
from sandgame.lab.replay import NotALogError
from sandgame.rules.events import PhaseStarted
from tests.kit.cases import game


@pytest.mark.parametrize("style", ["collaborating", "competing", "mixed"])
@pytest.mark.parametrize("case", ["starter", "first-steps"])
def test_the_losses_of_all_weeks_are_what_the_result_lacks_of_the_best(case: str, style: str) -> None:
    events = game(case, style, 0).events
    told = losses(events)
    assert told.result == game(case, style, 0).state.money.result
    assert sum(week.loss for week in told.rounds) == told.best - told.result
    for week in told.rounds:
        assert week.loss == week.table + week.departments + week.clarity
        assert week.departments == sum(week.shares)
        assert min(week.table, week.clarity, *week.shares) >= 0


def test_the_best_is_the_cases_own_constant() -> None:
    assert losses(game("starter", "competing", 0).events).best == 1415


def test_exact_losses_add_up_too_and_are_the_same_on_two_processes() -> None:
    events = game("starter", "competing", 0).events
    told = losses(events, exact=True)
    assert told.exact
    # by V the weeks lose what the design's curve falls: 1415, 1355, 1180, 863, 414
    assert [week.loss for week in told.rounds] == [60, 175, 317, 449]
    assert losses(events, exact=True, jobs=2) == told


def test_losses_are_plain_data() -> None:
    told = losses(game("starter", "collaborating", 0).events).as_json()
    assert json.loads(json.dumps(told))["rounds"][0].keys() == {
        "round", "loss", "table", "departments", "clarity", "shares",
    }  # fmt: skip
    assert list(told) == ["best", "result", "exact", "rounds"]


def test_half_a_game_or_none_tells_of_no_losses() -> None:
    events = game("starter", "collaborating", 0).events
    with pytest.raises(NotALogError):
        losses([])
    with pytest.raises(NotALogError):
        losses(events[1:])
    half = next(at for at, event in enumerate(events) if isinstance(event, PhaseStarted) and event.round == 3)
    with pytest.raises(UnfinishedError):
        losses(events[:half])


def test_each_week_is_told_of() -> None:
    told: list[tuple[int, int]] = []
    losses(game("starter", "mixed", 1).events, progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
