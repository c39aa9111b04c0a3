"""Companies that act their style in talk and review lie where the style says, also where their bots do the same.

Twenty games of each and all figures: `python -m tests.validity.scores --conduct`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import pytest

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import PRINCIPLES, Principle
from sandgame.lab.anchors import BUILT
from sandgame.lab.play import company, play
from sandgame.rules.events import (
    ChangePromised,
    Event,
    FactShared,
    FiguresPublished,
    GameStarted,
    NeedRestated,
    ProviderRated,
)
from tests.kit.cases import package, played
from tests.validity import wishes
from tests.validity.conduct import acted
from tests.validity.edits import anchors
from tests.validity.scores import Pairs, Scored, Task, against_order, scored

SEED, GAMES = 1, 3
NOT_TOLD: Pairs = {
    # both write every request; who also answers what it is asked pays for answers that turn out to be of no use
    "openness": (("collaborating", "compromising"),),
}
"""What the marks cannot tell apart (docs/scores, 4.1)."""


def groups(principle: Principle) -> dict[StyleName, list[Scored]]:
    """Openness needs the worths, which take a second for each game: one game of each style."""
    if principle != "openness":
        return _groups(range(SEED, SEED + GAMES), plain=True)
    return _groups((SEED,), plain=False)


@cache
def _groups(seeds: Sequence[int], *, plain: bool) -> dict[StyleName, list[Scored]]:
    scale = anchors("factory")
    return {style: [scored(scale, Task("factory", style, n, plain, "acted")) for n in seeds] for style in NAMES}


@cache
def log(style: StyleName) -> tuple[Event, ...]:
    scenario = package("factory").scenario
    with acted():
        return play(scenario, "", SEED, max(scenario.lengths), company(scenario, style)).events


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_each_principle_orders_the_styles_that_are_acted(principle: Principle) -> None:
    assert against_order(principle, groups(principle), NOT_TOLD) == []


def test_an_avoiding_company_adds_nothing_to_what_its_bots_do_but_its_ratings() -> None:
    def else_(events: Iterable[Event]) -> list[Event]:
        # satisfaction, among the figures, follows the ratings
        return [event for event in events if not isinstance(event, ProviderRated | FiguresPublished | GameStarted)]

    assert else_(log("avoiding")) == else_(played("factory", "avoiding", SEED).events)
    assert {event.items for event in log("avoiding") if isinstance(event, ProviderRated)} == {(3, 3, 3)}


@pytest.mark.parametrize("kind", [FactShared, NeedRestated])
def test_who_is_halfway_does_less_of_it_than_who_collaborates_and_more_than_who_avoids(kind: type[Event]) -> None:
    def times(style: StyleName) -> int:
        return sum(isinstance(event, kind) for event in log(style))

    assert times("avoiding") == 0 < times("compromising") < times("collaborating")


def test_a_competing_company_asks_for_changes_and_promises_none() -> None:
    wished = [event for event in log("competing") if isinstance(event, ProviderRated)]
    assert wished
    assert all(event.please_change for event in wished)
    assert not any(isinstance(event, ChangePromised) for event in log("competing"))


def test_who_ignores_every_wish_lies_at_the_silo_of_wishes_and_not_above_it() -> None:
    ignored = [wishes.wishes(wishes.Task("factory", 8, seed)) for seed in range(SEED, SEED + GAMES)]
    assert any(piece.credit for game in ignored for own in game.values() for piece in own)  # better by itself
    assert wishes.estimate(ignored) == pytest.approx(BUILT["I1"][0], abs=30)
