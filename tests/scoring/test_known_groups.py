"""Companies of bots of one style lie where the style says: a smoke test of the whole way from logs to marks.

Twenty games of each and all figures: `python -m tests.validity.scores`.
"""

from __future__ import annotations

from functools import cache

import pytest

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import PRINCIPLES, Anchors, Principle
from tests.validity.scores import GATES, Scored, Task, against_order, anchored, areas_of, ordered, scored

GAMES = 3


@cache
def scale() -> Anchors:
    return anchored("factory", GAMES, plain=True)


@cache
def groups() -> dict[StyleName, list[Scored]]:
    return {
        style: [scored(scale(), Task("factory", style, seed, True)) for seed in range(1, GAMES + 1)] for style in NAMES
    }


def test_collaborating_companies_lie_above_those_that_give_way_and_these_above_those_that_do_not_work_together() -> (
    None
):
    assert ordered(groups())


@pytest.mark.parametrize("style", GATES)
def test_a_collaborating_company_is_marked_above_one_of_every_other_style(style: StyleName) -> None:
    assert areas_of(groups()["collaborating"], groups()[style])["index"] >= GATES[style]


@pytest.mark.parametrize("principle", [name for name in PRINCIPLES if name != "openness"])
def test_each_principle_orders_the_styles_that_differ_in_it(principle: Principle) -> None:
    # openness needs the worths, which take a second for each game
    assert against_order(principle, groups()) == []


def test_what_is_listed_against_a_principle_is_what_says_most_against_it() -> None:
    said = [game.said for games in groups().values() for game in games]
    assert sum(told for told, _ in said) >= 0.95 * sum(count for _, count in said) > 0
