"""V and U of the reference cases, and the laws they keep along any game."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.benchmark.best import at_start, best, best_from_start, bound
from sandgame.lab.losses import played_weeks
from sandgame.lab.play import Game, mixed, play
from sandgame.rules.apply import fold
from sandgame.rules.scenario import Opens
from sandgame.rules.state import State
from tests.kit.cases import game, package

STARTER = {0: 1415, 1: 1277, 2: 1238, 3: 1524}
FACTORY = {0: 4492}
# V + result so far, before each week
CURVES = {
    "collaborating": (1415, 1405, 1373, 1352),
    "competing": (1415, 1355, 1180, 863),
}
LATE_CURVES = {
    # the factory's last four weeks: the first four take seconds each
    "collaborating": (4120, 3981, 3786, 3598),
    "competing": (3153, 2584, 1783, 1468),
}


def negotiations(of: Game) -> list[State]:
    weeks, _ = played_weeks(of.events)
    return [week.begun for week in weeks]


@pytest.mark.parametrize("seed", STARTER)
def test_the_best_of_the_starter_is_that_of_the_design(seed: int) -> None:
    found = best_from_start(package("starter").scenario, seed, 4)
    assert found.money == STARTER[seed]
    assert found.gap < 0.1


@pytest.mark.parametrize("seed", FACTORY)
def test_the_best_of_the_factory_is_that_of_the_design(seed: int) -> None:
    found = best_from_start(package("factory").scenario, seed, 8)
    assert found.money == FACTORY[seed]
    assert found.gap < 0.1


@pytest.mark.parametrize("style", CURVES)
def test_what_a_game_of_the_starter_could_still_reach_falls_as_the_design_tells(style: str) -> None:
    found = [state.money.result + best(state).money for state in negotiations(game("starter", style, 0))]
    assert tuple(found) == CURVES[style]


@pytest.mark.parametrize("style", LATE_CURVES)
def test_what_the_end_of_a_factory_game_could_still_reach_is_that_of_the_design(style: str) -> None:
    found = [state.money.result + best(state).money for state in negotiations(game("factory", style, 0))[4:]]
    assert tuple(found) == LATE_CURVES[style]


@pytest.mark.parametrize(("case", "length"), [("first-steps", 2), ("starter", 3), ("factory", 5), ("factory", 8)])
def test_the_bound_never_lies_below_the_best_nor_rises_in_play(case: str, length: int) -> None:
    scenario = package(case).scenario
    for seed in range(50, 53):
        of = play(scenario, "", seed, length, mixed(scenario, seed))
        states = negotiations(of)
        reach = [state.money.result + bound(state) for state in states]
        assert reach == sorted(reach, reverse=True)
        assert reach[-1] >= of.state.money.result
        # the early weeks of the factory take seconds each: they are looked at by tests/validity
        late = [state for state in states if case != "factory" or state.round > length - 2]
        joint = [state.money.result + best(state).money for state in late]
        assert joint == sorted(joint, reverse=True)
        assert joint[-1] >= of.state.money.result
        assert all(most <= limit for most, limit in zip(joint, reach[-len(joint) :], strict=True))


@pytest.mark.parametrize("style", ["accommodating", "mixed"])
def test_the_bound_falls_from_phase_to_phase_too(style: str) -> None:
    """Over all phases of a week: what is agreed in Negotiate and thanked in Review can only narrow what is left."""
    reach: list[int] = []
    state: State | None = None
    for event in game("starter", style, 2).events:
        state = fold([event], state)
        reach.append(state.money.result + bound(state))
    assert reach == sorted(reach, reverse=True)


def test_without_overtime_loans_pool_and_aids_hours_are_short() -> None:
    begun = at_start(package("factory").scenario, 0, 5)
    reached, without = best(begun).money, bound(begun, help_=False)
    assert 70 * reached <= 100 * without <= 90 * reached


def test_the_bound_of_a_whole_game_is_known_at_its_start() -> None:
    scenario = package("factory").scenario
    assert bound(at_start(scenario, 0, 8)) == 4617
    assert bound(at_start(package("starter").scenario, 0, 4)) == 1430


def test_hours_are_given_in_return_only_where_they_can_be_lent() -> None:
    """U counts no loan before the case has opened lending, whatever else may be given."""
    scenario = package("starter").scenario
    shut = replace(scenario, opens=tuple(Opens(rule, 13) for rule in ("give", "lend")))
    half = replace(scenario, opens=(Opens("lend", 13),))
    assert bound(at_start(half, 0, 4)) == bound(at_start(shut, 0, 4)) < bound(at_start(scenario, 0, 4))
