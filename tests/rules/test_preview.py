"""The law of the preview: if all promises to a seat are kept, the preview is what Deliver does."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine
from sandgame.rules.need import default_plan
from sandgame.rules.plans import bounds_of, bounds_seen
from sandgame.rules.preview import Preview, Taken, preview
from sandgame.rules.scenario import Input
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, DRAWING, HELP, MAKING, PARTS, PLAIN, SALES, SPEC, SPECIAL, Table, workshop

links = st.sampled_from(
    [(DESIGN, SPEC), (MAKING, HELP), (MAKING, PARTS), (MAKING, DRAWING), (SALES, PLAIN), (SALES, SPECIAL)]
)
promises = st.lists(st.tuples(links, st.integers(1, 3), st.integers(0, 1)), max_size=7)


def tweaked(data: st.DataObject, plan: Plan, hours: int, limit: int) -> Plan:
    """The default plan, bent as a person would."""
    wanted = data.draw(st.permutations(plan.make))
    make = tuple(MakeLine(line.service, data.draw(st.integers(0, line.units + 1))) for line in wanted)
    return Plan(
        overtime=data.draw(st.integers(0, limit)),
        own_work=data.draw(st.integers(0, min(6, hours))),
        make=make,
        ship=tuple(ShipLine(line.commitment, line.units) for line in data.draw(st.permutations(plan.ship))),
        orders=tuple(OrderLine(line.order, line.units) for line in plan.orders),
    )


def promises_to_are_kept(state: State, seat: SeatId, before: State) -> bool:
    owed = [c for c in before.commitments.values() if c.customer == seat and c.is_open and c.due <= before.round]
    early = state.delivered is not None and any(
        s.units
        for s in state.delivered.shipped
        if before.commitments[s.commitment].customer == seat and before.commitments[s.commitment].due > before.round
    )
    return not early and all(state.commitments[c.commitment].delivered == c.units for c in owed)


def assert_foretold(foretold: Preview, state: State, seat: SeatId) -> None:
    event = state.delivered
    assert event is not None
    made = [(m.service, m.units, m.hours, m.stop) for m in event.made if m.seat == seat]
    assert [(m.service, m.units, m.hours, m.stop) for m in foretold.made] == made
    shipped: dict[int, int] = {}
    for s in event.shipped:
        shipped[s.commitment] = shipped.get(s.commitment, 0) + (s.units if s.seat == seat else 0)
    assert {p.commitment: p.units for p in foretold.promises if p.units} == {
        number: units for number, units in shipped.items() if units
    }
    book = event.books[seat - 1]
    assert (foretold.own_work, foretold.aid_hours) == (book.own_work, book.aid)
    assert foretold.kpi == state.published[-1].seats[seat - 1].kpi
    assert foretold.points == state.published[-1].seats[seat - 1].points


@settings(max_examples=120)
@given(asked=promises, weeks=st.integers(1, 3), data=st.data())
def test_the_preview_is_what_deliver_does_if_promises_are_kept(
    asked: list[tuple[tuple[SeatId, int], int, int]], weeks: int, data: st.DataObject
) -> None:
    table = Table(workshop(flawless=True))
    checked = 0
    for week in range(1, weeks + 1):
        table.until("negotiate", week)
        for (customer, service), units, later in asked:
            lead = table.state.scenario.service(service).lead  # type: ignore[arg-type]
            table.promise(customer, service, units, min(4, max(week + lead, week + later)))  # type: ignore[arg-type]
        table.until("plan")
        before = table.state
        foretold: dict[SeatId, Preview] = {}
        for seat in before.seats:
            seen = view(before, seat)
            plan = tweaked(data, default_plan(seen), seen.me.hours, seen.me.overtime_limit)
            foretold[seat] = preview(seen, plan)
            table.done(seat, i.SubmitPlan, plan=plan)
        for seat in before.seats:
            if promises_to_are_kept(table.state, seat, before):
                checked += 1
                assert_foretold(foretold[seat], table.state, seat)
    assume(checked)


def test_a_promise_that_hangs_on_a_delivery_says_so() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, PLAIN, 4, 1)
    table.until("plan")
    seen = view(table.state, MAKING)
    short = preview(seen, default_plan(seen))
    assert [(m.units, m.stop) for m in short.made] == [(3, "inputs")]  # three parts in stock, none promised
    assert (short.kept, short.due) == (0, 1)


def test_what_a_rule_forbids_is_named_and_shown_as_far_as_it_goes() -> None:
    table = Table(workshop(flawless=True)).until("plan")
    seen = view(table.state, BUYING)
    shown = preview(seen, Plan(overtime=99))
    assert shown.refusal is not None
    assert shown.refusal.limit == 2
    assert shown.hours == seen.me.hours + 2


@settings(max_examples=40)
@given(data=st.data())
def test_the_referee_and_the_seat_agree_on_what_a_plan_may_hold(data: st.DataObject) -> None:
    table = Table(seed=data.draw(st.integers(0, 2))).until("negotiate")
    for (customer, service), units in data.draw(st.lists(st.tuples(links, st.integers(1, 3)), max_size=4)):
        table.promise(customer, service, units, 2)
    table.until("plan")
    for seat in table.state.seats:
        assert bounds_of(table.state, seat) == bounds_seen(view(table.state, seat))


def test_only_inputs_that_are_missing_are_named_and_who_took_them() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, SPECIAL, 2, 1)
    table.promise(SALES, PLAIN, 2, 1)
    table.until("plan")
    seen = view(table.state, MAKING)
    plain, special = preview(seen, Plan(6, make=(MakeLine(SPECIAL, 2), MakeLine(PLAIN, 2)))).made
    assert (plain.units, plain.lacking) == (2, ())
    # three parts in stock: the other service is made earlier, whatever the list says; no drawing was ever there
    assert special.lacking == (Input(PARTS, 1), Input(DRAWING, 2))
    assert special.taken == (Taken(PARTS, 2, PLAIN),)
    (alone,) = preview(seen, Plan(make=(MakeLine(SPECIAL, 2),))).made
    assert (alone.lacking, alone.taken) == ((Input(DRAWING, 2),), ())
