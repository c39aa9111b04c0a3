"""Review: who may be rated and thanked, and what it does."""

import pytest

from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import MakeLine, Plan, ShipLine, WantedLine
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PLAIN, SALES, SPEC, Table, workshop


def negotiating() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def reviewing(units: int = 1) -> Table:
    """Sales has served Design in time, with overtime of 2 hours."""
    table = negotiating()
    table.promise(DESIGN, SPEC, units, 1)
    table.until("plan")
    plan = Plan(overtime=2, make=(MakeLine(SPEC, 1),), ship=(ShipLine(1, 1),))  # type: ignore[arg-type]
    table.done(SALES, i.SubmitPlan, plan=plan)
    return table.until("review")


def rate(table: Table, seat: SeatId, provider: SeatId, mark: int = 3) -> object:
    return table.ask(seat, i.RateProvider, provider=provider, reliability=mark, responsiveness=mark, empathy=mark)


def test_one_rates_whom_one_had_business_with_and_nobody_else() -> None:
    table = reviewing()
    assert view(table.state, DESIGN).review.to_rate == (SALES,)
    assert rate(table, DESIGN, MAKING) == Refusal(Reason.NOTHING_TO_RATE, place=MAKING)
    assert rate(table, SALES, DESIGN) == Refusal(Reason.NOTHING_TO_RATE, place=DESIGN)


def test_a_line_that_was_only_asked_or_declined_can_be_rated() -> None:
    table = negotiating()
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(WantedLine(PLAIN, 1, 1),))
    table.until("review")
    assert view(table.state, SALES).review.to_rate == (MAKING,)


def test_an_overdue_promise_can_be_rated_every_week() -> None:
    table = negotiating()
    table.promise(DESIGN, SPEC, 1, 1)
    for week in (1, 2):
        table.until("plan", week)
        table.done(SALES, i.SubmitPlan, plan=Plan())
        table.until("review")
        assert view(table.state, DESIGN).review.to_rate == (SALES,)


def test_a_new_rating_takes_the_place_of_the_old_one() -> None:
    table = reviewing()
    for mark in (1, 5):
        rate(table, DESIGN, SALES, mark)
    assert [given.empathy for given in view(table.state, DESIGN).review.given] == [5]
    table.until("brief", 2)
    assert [got.rating.empathy for got in view(table.state, SALES).review.received] == [5]
    assert view(table.state, SALES).me.satisfaction == 100


def test_a_rating_reaches_the_rated_when_review_is_over() -> None:
    table = reviewing()
    rate(table, DESIGN, SALES, 1)
    seen = view(table.state, SALES)
    assert (seen.review.received, seen.me.satisfaction) == ((), 50)
    table.until("brief", 2)
    assert view(table.state, SALES).me.satisfaction == 0


def test_thanks_go_to_who_kept_a_promise_this_week() -> None:
    table = reviewing()
    assert view(table.state, DESIGN).review.to_thank == (SALES,)
    assert table.ask(DESIGN, i.ThankProvider, provider=BUYING) == Refusal(Reason.NOTHING_TO_THANK_FOR, place=BUYING)
    table.done(DESIGN, i.ThankProvider, provider=SALES)
    assert table.ask(DESIGN, i.ThankProvider, provider=SALES) == Refusal(Reason.TOO_MANY_THANKS, limit=3)


def test_half_a_delivery_earns_no_thanks() -> None:
    table = reviewing(units=2)
    assert view(table.state, DESIGN).review.to_thank == ()


@pytest.mark.parametrize(("thanked", "hours"), [(False, 9), (True, 10)])
def test_thanks_take_an_hour_off_the_fatigue_of_the_next_week(thanked: bool, hours: int) -> None:
    table = reviewing()
    if thanked:
        table.done(DESIGN, i.ThankProvider, provider=SALES)
    table.until("plan", 2)
    assert table.state.hours[SALES].hours == hours
    table.until("plan", 3)
    assert table.state.hours[SALES].hours == 10
