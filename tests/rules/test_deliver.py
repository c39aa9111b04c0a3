"""Deliver, line by line, as docs/rules has it."""

from sandgame.rules import intents as i
from sandgame.rules.deliver import deliver
from sandgame.rules.events import CompanyMoney, Delivered
from sandgame.rules.ids import CommitmentId, OrderId, SeatId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine
from tests.kit.tables import (
    BUYING,
    DESIGN,
    DRAWING,
    HELP,
    MAKING,
    PARTS,
    PLAIN,
    SALES,
    SPEC,
    SPECIAL,
    Table,
    workshop,
)


def delivered(table: Table, plans: dict[SeatId, Plan]) -> Delivered:
    """Submit the plans given, the default for the rest, and return the round's event."""
    table.until("plan")
    for seat, plan in plans.items():
        table.done(seat, i.SubmitPlan, plan=plan)
    if table.state.phase == "plan":
        table.time_up()
    event = table.state.delivered
    assert event is not None
    return event


def flawless() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def test_the_higher_line_gets_scarce_hours() -> None:
    table = flawless()
    plan = Plan(make=(MakeLine(DRAWING, 4), MakeLine(HELP, 9)))
    table.promise(DESIGN, SPEC, 4, 1)
    spec = Plan(make=(MakeLine(SPEC, 4),), ship=(ShipLine(CommitmentId(1), 4),))
    made = {m.service: m for m in delivered(table, {SALES: spec, DESIGN: plan}).made}
    assert (made[DRAWING].units, made[HELP].units) == (4, 0)
    assert made[HELP].stop == "hours"


def test_hours_reserved_for_what_lacks_inputs_go_to_what_comes_later_in_the_sweep_only() -> None:
    table = flawless()
    plan = Plan(make=(MakeLine(SPECIAL, 2), MakeLine(PLAIN, 3)))
    made = {m.service: m for m in delivered(table, {MAKING: plan}).made}
    # SPECIAL is swept after PLAIN: its 11 hours come free too late for PLAIN, which reserved only the 3 left
    assert made[PLAIN].units == 0
    assert made[SPECIAL].stop == "inputs"


def test_the_setup_is_paid_once_a_round_and_by_the_first_line_that_makes_any() -> None:
    table = flawless()
    plan = Plan(make=(MakeLine(PLAIN, 1), MakeLine(PLAIN, 2)))
    lines = [m for m in delivered(table, {MAKING: plan}).made if m.service == PLAIN]
    assert [(m.units, m.hours, m.setup) for m in lines] == [(1, 5, 2), (2, 6, 0)]


def test_a_line_whose_setup_does_not_fit_reserves_nothing() -> None:
    table = flawless()
    plan = Plan(own_work=10, make=(MakeLine(PLAIN, 1),))
    event = delivered(table, {MAKING: plan})
    assert event.books[MAKING - 1].own_work == 14
    assert [m.units for m in event.made] == [0]


def test_units_with_lead_arrive_in_the_round_they_are_due_and_cost_when_made() -> None:
    table = flawless()
    plan = Plan(make=(MakeLine(PARTS, 3),))
    event = delivered(table, {BUYING: plan})
    assert [(x.service, x.ready, x.good) for x in event.in_lead] == [(PARTS, 2, 3)]
    assert event.money.purchases == 3 * 10 + 20
    table.until("plan", 2)
    table.time_up()
    assert table.state.stock[BUYING, PARTS].good == 5


def test_an_incident_changes_the_unit_cost_in_its_round() -> None:
    table = flawless().until("plan", 2)
    event = delivered(table, {BUYING: Plan(make=(MakeLine(PARTS, 2),))})
    assert event.money.purchases == 2 * 14 + 20


def test_every_full_hundred_on_the_defect_account_makes_a_unit_bad_at_once() -> None:
    event = delivered(Table().until("plan"), {BUYING: Plan(make=(MakeLine(PARTS, 7),))})  # 7 × 20 = 140
    assert [m.bad for m in event.made] == [1]
    assert [(x.good, x.bad) for x in event.in_lead] == [(6, 1)]
    assert {a.service: a.defect for a in event.accounts}[PARTS] == 40


def test_bad_units_ship_first_are_found_by_the_receiver_and_not_made_up_for() -> None:
    table = Table().until("negotiate")
    delivered(table, {BUYING: Plan(make=(MakeLine(PARTS, 7),))})
    table.until("negotiate", 2)
    promised = table.promise(MAKING, PARTS, 4, 2 + 1)
    event = delivered(table, {BUYING: Plan(ship=(ShipLine(CommitmentId(promised), 4),))})
    line = next(s for s in event.shipped if s.commitment == promised)
    assert (line.units, line.bad) == (4, 1)
    assert table.state.commitments[CommitmentId(promised)].delivered == 3


def test_misfit_units_do_not_count_and_are_gone() -> None:
    table = Table().until("negotiate")
    promised = table.promise(DESIGN, SPEC, 4, 1)  # 4 × 50 × (100 − 50) = 10 000: one unit misunderstood
    plan = Plan(make=(MakeLine(SPEC, 4),), ship=(ShipLine(CommitmentId(promised), 4),))
    event = delivered(table, {SALES: plan})
    assert [(s.units, s.misfit) for s in event.shipped] == [(4, 1)]
    commitment = table.state.commitments[CommitmentId(promised)]
    assert (commitment.delivered, commitment.state) == (3, "overdue")
    assert table.state.stock[DESIGN, SPEC].good == 3


def test_writing_and_restating_make_misfit_rarer() -> None:
    table = Table().until("negotiate")
    promised = table.promise(DESIGN, SPEC, 4, 1, channel="written")
    table.done(SALES, i.RestateNeed, sheet=1)
    table.done(DESIGN, i.ConfirmRestatement, sheet=1)
    plan = Plan(make=(MakeLine(SPEC, 4),), ship=(ShipLine(CommitmentId(promised), 4),))
    event = delivered(table, {SALES: plan})
    assert [s.misfit for s in event.shipped] == [0]
    assert table.state.commitments[CommitmentId(promised)].clarity == 90


def test_an_aid_gives_hours_at_once_up_to_its_limit_and_is_not_kept() -> None:
    table = flawless()
    promised = table.promise(MAKING, HELP, 4, 1)
    aid = Plan(make=(MakeLine(HELP, 5),), ship=(ShipLine(CommitmentId(promised), 4),))
    making = Plan(make=(MakeLine(PLAIN, 3),), own_work=14)
    event = delivered(table, {DESIGN: aid, MAKING: making})
    assert [s.aid_hours for s in event.shipped] == [6]
    assert [m.units for m in event.made if m.service == PLAIN] == [1]
    assert (DESIGN, HELP) not in table.state.stock


def test_an_aid_that_is_not_given_in_time_lapses() -> None:
    table = flawless()
    promised = table.promise(MAKING, HELP, 2, 1)
    delivered(table, {DESIGN: Plan()})
    assert table.state.commitments[CommitmentId(promised)].state == "lapsed"


def test_overtime_is_paid_even_if_unused_and_is_never_own_work() -> None:
    event = delivered(flawless(), {MAKING: Plan(overtime=6, own_work=4)})
    book = event.books[MAKING - 1]
    assert (book.overtime_paid, book.own_work, book.fatigue) == (36, 14, 3)
    assert event.money.overtime == 36


def test_fatigue_is_lost_in_the_next_round_and_in_that_round_only() -> None:
    table = flawless()
    delivered(table, {MAKING: Plan(overtime=5)})
    table.until("plan", 2)
    assert table.state.hours[MAKING].hours == 14 - 3
    table.until("plan", 3)
    assert table.state.hours[MAKING].hours == 14 - 4


def test_late_orders_are_charged_from_their_due_round_on_and_lost_at_expiry() -> None:
    table = flawless()
    table.until("plan")
    first = delivered(table, {})
    assert first.money.late == 4 * 4  # order 1, due in week 1, nothing shipped
    table.until("plan", 3)
    table.time_up()
    third = table.state.delivered
    assert third is not None
    assert third.money.lost == 4 * 8


def test_every_unit_shipped_earns_the_price_of_the_option_late_or_not() -> None:
    table = flawless()
    table.done(SALES, i.ChooseOption, order=1, option=1)
    promised = table.promise(SALES, PLAIN, 3, 1)
    making = Plan(make=(MakeLine(PLAIN, 3),), ship=(ShipLine(CommitmentId(promised), 3),))
    sales = Plan(orders=(OrderLine(OrderId(1), 4),))
    event = delivered(table, {MAKING: making, SALES: sales})
    assert event.money.revenue == 3 * 56
    assert [(line.units, line.stop) for line in event.order_lines] == [(3, "stock")]


def test_an_order_due_after_the_last_round_closes_without_penalty() -> None:
    table = Table(workshop(flawless=True), length=3).until("negotiate", 2)
    table.done(SALES, i.ChooseOption, order=4, option=1)
    table.until("plan", 3)
    table.time_up()
    event = table.state.delivered
    assert event is not None
    assert {c.order: (c.lost, c.state) for c in event.charged}[OrderId(4)] == (0, "closed")


def test_holding_is_paid_by_everybody_on_all_units_in_stock() -> None:
    event = delivered(flawless(), {})
    assert event.books[BUYING - 1].holding == 2
    assert event.books[MAKING - 1].holding == 3
    assert event.money.holding == 5


def test_a_plan_is_resolved_without_touching_the_state() -> None:
    table = flawless().until("plan")
    for seat in table.state.seats[1:]:
        table.done(seat, i.SubmitPlan, plan=Plan())
    table.state.plans[SALES] = Plan()
    before = (dict(table.state.stock), dict(table.state.commitments), table.state.money)
    deliver(table.state)
    assert (table.state.stock, table.state.commitments, table.state.money) == before
    assert table.state.money == CompanyMoney()
