"""Where it went: never negative, to the unit, and with whoever could have done better."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.benchmark.best import bound
from sandgame.benchmark.losses import RawLoss, largest_remainder, raw_loss, scaled, shapley
from sandgame.lab.losses import played_weeks
from sandgame.lab.play import mixed, play
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.scenario import (
    Card,
    CostEffect,
    HoursEffect,
    Input,
    MeasureOffer,
    OrderEffect,
    OrderOption,
    Scenario,
)
from tests.benchmark.firm import GOODS, MAKER, SELLER, department, firm, order, service
from tests.kit.cases import package
from tests.kit.chance import asked
from tests.kit.tables import DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, Table, workshop


def raw(events: list[Event] | tuple[Event, ...], *, exact: bool = False) -> list[RawLoss]:
    weeks, _ = played_weeks(events)
    return [raw_loss(week, exact) for week in weeks]


def holds(events: list[Event] | tuple[Event, ...]) -> None:
    """No loss is negative, and with the changes they lead from what could be reached at the start to the result."""
    weeks, end = played_weeks(events)
    lost = [raw_loss(week) for week in weeks]
    assert min(part for loss in lost for part in loss.parts) >= 0, lost
    unit = lost[0].unit
    at_start, changed = bound(weeks[0].begun), sum(sum(loss.changes) for loss in lost)
    assert sum(sum(loss.parts) for loss in lost) == unit * (at_start - end.money.result - changed)


@pytest.mark.parametrize(("case", "length"), [("first-steps", 2), ("starter", 4), ("starter", 3), ("factory", 6)])
def test_losses_of_mixed_games_are_never_negative_and_add_up(case: str, length: int) -> None:
    scenario = package(case).scenario
    for seed in range(60, 64):
        holds(play(scenario, "", seed, length, mixed(scenario, seed)).events)


def wide() -> Scenario:
    """The workshop, with a service of two users, a directive for the owner's own service, and rules that open late."""
    plain = workshop()
    services = list(plain.services)
    services[PARTS - 1] = replace(services[PARTS - 1], receivers=(SeatId(4), DESIGN))
    drawing = services[DRAWING - 1]
    services[DRAWING - 1] = replace(drawing, inputs=(*drawing.inputs, Input(PARTS, 1)))
    directive = replace(plain.orders[1], owner=DESIGN, service=DRAWING, directive=True)
    return replace(plain, services=tuple(services), orders=(*plain.orders, directive))


@settings(max_examples=20, deadline=None)
@given(data=st.data(), seed=st.integers(0, 3), length=st.sampled_from([3, 4]))
def test_whatever_a_table_does_no_part_of_its_losses_is_negative(data: st.DataObject, seed: int, length: int) -> None:
    table = Table(wide(), seed, length)
    for _ in range(5 * length):
        for _ in range(data.draw(st.integers(0, 8))):
            seat = SeatId(data.draw(st.integers(1, 4)))
            intent = data.draw(asked(table.state, seat))
            fields: dict[str, Any] = {name: getattr(intent, name) for name in intent.__struct_fields__}
            if (fields.pop("round"), fields.pop("phase")) == (table.state.round, table.state.phase):
                table.ask(seat, type(intent), **fields)
        table.hurry()
    while table.state.phase != "over":
        table.time_up()
    holds(table.log)


DECK = (
    Card((HoursEffect(DESIGN, -6), CostEffect(PARTS, 25)), first=1, public=True),
    Card((OrderEffect(SALES, PLAIN, 4, (OrderOption(0, 90), OrderOption(1, 70)), 5, 1, 9, directive=False),), 1, True),
    Card((HoursEffect(MAKING, 9), CostEffect(PARTS, 2)), first=1, public=False),
)


@settings(max_examples=20, deadline=None)
@given(data=st.data(), seed=st.integers(0, 3))
def test_whatever_is_dealt_adopted_or_cut_short_no_loss_becomes_negative(data: st.DataObject, seed: int) -> None:
    offer = MeasureOffer("cross_training", 30, round=1, held=False)
    table = Table(replace(wide(), deck=DECK, measures=(offer,)), seed, 4)
    while table.state.phase != "over":
        for _ in range(data.draw(st.integers(0, 5))):
            seat = SeatId(data.draw(st.integers(1, 4)))
            intent = data.draw(asked(table.state, seat))
            fields: dict[str, Any] = {name: getattr(intent, name) for name in intent.__struct_fields__}
            if (fields.pop("round"), fields.pop("phase")) == (table.state.round, table.state.phase):
                table.ask(seat, type(intent), **fields)
        match data.draw(st.integers(0, 9)):
            case 0 | 1 | 2:
                table.ask(TABLE, r.DealCard, card=data.draw(st.integers(1, 3)))
            case 3:
                table.ask(TABLE, r.ShortenSession, length=data.draw(st.integers(2, 3)))
            case 4:
                table.ask(TABLE, r.SwitchMeasure, measure="cross_training")
            case 5:
                table.ask(TABLE, r.RollBack, to_round=table.state.round, to_phase="brief")
        table.hurry()
    holds(table.log)


def test_cross_training_lets_loans_bring_all_their_hours() -> None:
    # the seller's hours are worth something only as a loan
    scenario = firm(order(90, (1, 50)), departments=(department(10), department(8)))
    trained = replace(scenario, measures=(MeasureOffer("cross_training", 0, round=1, held=True),))
    assert bound(Table(trained, 0, 1).state) - bound(Table(scenario, 0, 1).state) == 50


def weeks_of(scenario: Scenario, *plans: tuple[SeatId, i.Plan], promised: int = 0, length: int = 1) -> list[Event]:
    """A game in which `promised` goods are agreed in week 1 and all else goes by default."""
    table = Table(scenario, 0, length).until("negotiate")
    if promised:
        table.promise(SELLER, GOODS, promised, 1)
    table.until("plan")
    for seat, plan in plans:
        table.done(seat, i.SubmitPlan, plan=plan)
    while table.state.phase != "over":
        table.time_up()
    return table.log


def test_who_plans_too_little_is_told_what_it_cost() -> None:
    lazy = (MAKER, i.Plan(own_work=10))
    (lost,) = raw(weeks_of(firm(order(10, (1, 50))), lazy))
    assert (lost.table, lost.clarity) == (0, 0)
    # 10 units at 50, less the own work; the seller alone can change nothing, both together no more than the maker
    assert [share / lost.unit for share in lost.departments] == [240, 240]


def test_what_the_others_could_not_have_changed_is_one_departments_own() -> None:
    lazy = (MAKER, i.Plan(own_work=10))
    (lost,) = raw(weeks_of(firm(order(10, (1, 50)), services=(service(effort=40),)), lazy))
    assert lost.departments == (0, 0)
    hoarder = (MAKER, i.Plan(overtime=4, own_work=10))
    (lost,) = raw(weeks_of(firm(departments=(department(10, 4), department(0))), hoarder))
    assert [share / lost.unit for share in lost.departments] == [24, 0]


def test_hours_that_were_not_lent_are_lost_at_the_table() -> None:
    scenario = firm(order(90, (1, 50)), departments=(department(10), department(8)))
    plans = (
        (MAKER, i.Plan(make=(i.MakeLine(GOODS, 10),), ship=(i.ShipLine(1, 10),))),  # type: ignore[arg-type]
        (SELLER, i.Plan(orders=(i.OrderLine(1, 10),))),  # type: ignore[arg-type]
    )
    (lost,) = raw(weeks_of(scenario, *plans, promised=10))
    assert lost.table == 3 * 50 - 4 * 2
    assert (set(lost.departments), lost.clarity) == ({0}, 0)


def test_units_lost_to_misfit_are_lost_to_unclear_words() -> None:
    scenario = firm(order(10, (2, 50)), services=(service(complexity=50),))
    # at a clarity of 50, 10 units put 25 000 on the account: two are worthless, and take two hours to make again
    first, last = raw(weeks_of(scenario, promised=10, length=2))
    assert (first.table, set(first.departments), first.clarity) == (0, {0}, 2 * 2)
    # what is lost in the last week cannot be made again: both sides would have had to plan with it
    assert last.clarity == 0
    assert min(last.departments) > 0


def test_exact_losses_are_measured_by_whole_decisions() -> None:
    scenario = firm(order(1, (2, 9)), services=(service(setup=4),))
    lazy = (MAKER, i.Plan(own_work=10))
    events = weeks_of(scenario, lazy, length=2)
    assert sum(sum(loss.parts) for loss in raw(events)) > 0
    # one unit never pays its setup, so nothing was lost
    assert sum(sum(loss.parts) for loss in raw(events, exact=True)) == 0


def test_shares_are_what_each_adds_on_average() -> None:
    seats = (SeatId(1), SeatId(2), SeatId(3))
    left, right, other = seats
    worth = {
        frozenset(chosen): 6 if left in chosen and (right in chosen or other in chosen) else 0
        for chosen in ([], [1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3])
    }
    # one left glove, two right ones: two thirds, a sixth, a sixth
    assert shapley(seats, worth) == (24, 6, 6)  # type: ignore[arg-type]


def test_money_that_cannot_be_split_goes_to_the_largest_remainder_then_to_the_first() -> None:
    assert largest_remainder([1, 1, 1], 2) == [1, 1, 0]
    assert largest_remainder([10, 19, 1], 3) == [1, 2, 0]
    assert largest_remainder([0, 0], 0) == [0, 0]
    assert largest_remainder([-1, 3], 3) == [-1, 4]


def test_what_changes_took_is_scaled_with_the_losses_and_what_they_gave_is_not() -> None:
    lost = [RawLoss(1, 30, (40, 0), 0, 2, (20,)), RawLoss(2, 10, (0, 0), 0, 2, (-60, 0))]
    # 80 were lost by the measure and 60 gained; best − result is 18, so 78 have to stand against 60
    told, changes = scaled(lost, 18)
    assert changes == (19, -60, 0)
    assert [week.loss for week in told] == [49, 10]
    # nearly as much gained as lost: dividing by what is left would have made mountains of it
    told, changes = scaled([RawLoss(1, 61, (), 0, 1, (-60,))], -1)
    assert (told[0].loss, changes) == (59, (-60,))


def test_gains_give_way_if_nothing_else_is_left_to_add_up() -> None:
    told, changes = scaled([RawLoss(1, 2, (), 0, 1, (-10, -30))], -60)
    assert (told[0].loss, changes) == (0, (-15, -45))
    told, changes = scaled([RawLoss(1, 0, (), 0, 1, (-10,))], -12)
    assert (told[0].loss, changes) == (0, (-12,))


def test_all_parts_are_scaled_to_what_was_lost() -> None:
    lost = (RawLoss(1, 10, (40, 0), 0, 2), RawLoss(2, 0, (20, 20), 10, 2))
    told, changes = scaled(lost, 30)
    assert changes == ()
    assert [(week.round, week.table, week.shares, week.clarity) for week in told] == [
        (1, 5, (10, 0), 0),
        (2, 0, (5, 5), 5),
    ]
    for week in told:
        assert week.loss == week.table + week.departments + week.clarity
        assert week.departments == sum(week.shares)
