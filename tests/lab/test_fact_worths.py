"""What facts were worth, by what falls without an order, hours or stock; and what a request as asked costs."""

import pytest

from sandgame.benchmark.best import bound
from sandgame.lab.worths import weeks, worths
from sandgame.rules import intents as i
from sandgame.rules.ids import OrderId
from sandgame.rules.without import without_hours, without_order, without_stock
from sandgame.scoring.record import Record
from tests.kit.cases import game
from tests.kit.tables import BUYING, MAKING, PARTS, PLAIN, SALES, Table, workshop


def table() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def of(played: Table, about: str) -> dict[tuple[int, int, int, int], int]:
    found = worths(played.log).worths
    return {(w.round, w.seat, w.number, w.line): w.money for w in found if w.about == about}


def test_a_state_without_something_is_the_same_but_for_that() -> None:
    state = table().state
    assert without_order(state, OrderId(1)).orders[OrderId(1)].state == "declined"
    assert without_order(state, OrderId(1)).orders[OrderId(2)] == state.orders[OrderId(2)]
    assert without_stock(state, MAKING, PARTS, 2).stock[MAKING, PARTS].good == 1
    assert bound(without_hours(state, MAKING, 14)) < bound(state)


def test_an_order_is_worth_what_the_best_falls_without_it_in_the_week_it_is_first_known() -> None:
    played = table()
    state = played.state
    found = of(played.until("negotiate", 2), "order")
    for number in (1, 2, 3):  # the third is foreknown
        assert found[1, SALES, number, 0] == bound(state) - bound(without_order(state, OrderId(number))) > 0
    assert {(round_, number) for round_, _, number, _ in found} == {(1, n) for n in (1, 2, 3, 4)}


def test_stock_counts_only_of_what_its_holder_makes_itself_and_owes_to_nobody() -> None:
    played = table()
    assert set(of(played.until("plan"), "stock")) == {(1, BUYING, PARTS, 0)}
    owed = table()
    owed.promise(MAKING, PARTS, 2, 2)
    state = owed.until("negotiate", 2).state
    assert BUYING not in {seat for seat, _ in state.stock}


def test_free_hours_are_worth_something_only_while_somebody_is_short() -> None:
    assert of(table().until("plan"), "free_hours") == {}
    played = table()
    played.promise(SALES, PLAIN, 9, 2)
    found = of(played.until("plan").until("negotiate", 2).until("plan"), "free_hours")
    assert all(round_ == 2 and money > 0 for (round_, _, _, _), money in found.items())


@pytest.mark.parametrize(("units", "costs"), [(2, False), (60, True)])
def test_a_request_costs_what_the_best_falls_by_if_it_is_done_as_asked(units: int, costs: bool) -> None:
    played = table()
    played.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, units, 2),))
    found = of(played.until("plan"), "line")
    assert (found.get((1, MAKING, 1, 0), 0) > 60) is costs


def test_worths_are_the_same_whatever_the_number_of_processes() -> None:
    log = game("starter", "mixed", 2).events
    assert worths(log, jobs=2) == worths(log)


def test_each_week_that_was_talked_through_is_looked_at_once() -> None:
    record = Record(game("starter", "collaborating", 1).events)
    assert [week.begun.round for week in weeks(record)] == [1, 2, 3, 4]
    assert sum(len(week.lines) for week in weeks(record)) == len(record.lines)
