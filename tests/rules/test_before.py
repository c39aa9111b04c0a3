"""A week told step by step: before it is told, everything stands as it did at the end of Plan."""

import pytest

from sandgame.rules.before import before_deliver
from sandgame.rules.preview import preview
from tests.kit.played import company


@pytest.mark.parametrize(("case", "length"), [("first-steps", 2), ("starter", 4), ("factory-class", 8)])
def test_before_the_replay_stock_and_hours_are_those_of_plan(case: str, length: int) -> None:
    game = company(case, length)
    moved = 0
    for week in range(1, length + 1):
        for seat in game.state.seats:
            planned, told = game.views[(week, "plan", seat)], game.views[(week, "deliver", seat)]
            shown = before_deliver(told)
            assert [each for each in planned.me.stock if each.units] == list(shown.me.stock)
            assert planned.me.hours == shown.me.hours
            moved += planned.me.stock != told.me.stock
    assert moved or case == "first-steps"


def test_promises_and_figures_are_those_of_plan() -> None:
    game = company("starter", 4)
    for week in range(1, 5):
        for seat in game.state.seats:
            shown = before_deliver(game.views[(week, "deliver", seat)])
            planned = game.views[(week, "plan", seat)]
            assert shown.threads.promises == planned.threads.promises
            assert (shown.me.figures, shown.table.results) == (planned.me.figures, planned.table.results)


@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("factory-class", 8)])
def test_a_plan_foresees_afterwards_what_it_foresaw(case: str, length: int) -> None:
    game = company(case, length)
    for week in range(1, length + 1):
        for seat in game.state.seats:
            for phase in ("deliver", "review"):
                told = game.views[(week, phase, seat)]
                assert told.me.plan is not None
                foreseen = preview(game.views[(week, "plan", seat)], told.me.plan)
                assert preview(before_deliver(told), told.me.plan) == foreseen, (week, phase)
