"""What a seat lacks, what it still has to make, and the plan it gets if it enters none."""

from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules.events import Delivered
from sandgame.rules.figures import METRIC_VALUE, tally
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine, WantedLine
from sandgame.rules.need import Need, default_plan, needs, to_make
from sandgame.rules.scenario import OrderDef, OrderOption
from sandgame.rules.sections import View
from sandgame.rules.view import view
from tests.kit.tables import (
    BUYING,
    DESIGN,
    DRAWING,
    MAKING,
    PARTS,
    PLAIN,
    SALES,
    SPEC,
    SPECIAL,
    Table,
    workshop,
)


def talking(round_: int = 1, length: int = 4) -> Table:
    return Table(workshop(flawless=True), length=length).until("negotiate", round_)


def seen(table: Table, seat: int = SALES) -> View:
    return view(table.state, seat)  # type: ignore[arg-type]


def lacks(table: Table, seat: int = SALES, **how: bool) -> list[tuple[int, int, int]]:
    """Service, units and due of each line the screen would draft."""
    return [(n.service, n.units, n.due) for n in needs(seen(table, seat), **how)]


def test_what_orders_want_is_lacked_by_the_due_of_their_first_option_until_one_is_chosen() -> None:
    table = talking()
    assert needs(seen(table)) == (Need(PLAIN, MAKING, 4, 1, 60), Need(SPECIAL, MAKING, 2, 2, 130))
    table.done(SALES, i.ChooseOption, order=1, option=1)
    table.done(SALES, i.DeclineOrder, order=2)
    assert needs(seen(table)) == (Need(PLAIN, MAKING, 4, 2, 56),)


def test_coming_orders_count_where_they_are_asked_for_at_their_last_option() -> None:
    table = talking()
    assert lacks(table, foreknown=True) == [(PLAIN, 4, 1), (PLAIN, 5, 3), (SPECIAL, 2, 2), (SPECIAL, 2, 4)]


def test_what_is_promised_is_taken_off_from_the_earliest_due_on() -> None:
    table = talking()
    table.promise(SALES, PLAIN, 6, 3)
    assert lacks(table, foreknown=True)[:1] == [(PLAIN, 3, 3)]


def test_what_was_asked_for_is_lacked_no_less_unless_it_is_counted() -> None:
    table = talking()
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(WantedLine(PLAIN, 3, 1),))
    assert lacks(table)[0] == (PLAIN, 4, 1)
    assert lacks(table, asked=True)[0] == (PLAIN, 1, 1)


def test_inputs_of_what_is_promised_are_lacked_but_not_before_they_can_come() -> None:
    table = talking()
    table.promise(SALES, SPECIAL, 2, 3)
    assert lacks(table, MAKING) == [(DRAWING, 2, 3)]  # three parts lie in stock
    table.promise(SALES, PLAIN, 4, 1)
    # the stock goes to the earlier promise, whose last part takes a week to come
    assert lacks(table, MAKING) == [(PARTS, 1, 2), (PARTS, 2, 3), (DRAWING, 2, 3)]
    table.promise(MAKING, DRAWING, 2, 3)
    assert lacks(table, DESIGN) == [(SPEC, 2, 3)]


def test_what_could_only_come_after_the_last_week_is_not_asked_for() -> None:
    table = talking(4)
    table.promise(SALES, PLAIN, 6, 4)  # parts take a week: the three in stock are all there will be
    assert lacks(table, MAKING) == []


def test_lines_of_one_due_are_drawn_together_at_the_highest_price() -> None:
    table = talking(3)
    plain = [n for n in needs(seen(table)) if n.service == PLAIN]
    # two orders are overdue, a third has just come
    assert [(n.units, n.due, n.worth) for n in plain] == [(4 + 5 + 4, 3, 66)]


def test_stock_is_counted_once_for_the_earliest_promise() -> None:
    table = talking()
    table.promise(MAKING, PARTS, 1, 3)
    table.promise(MAKING, PARTS, 4, 2)
    assert [(item.commitment, item.units) for item in to_make(seen(table, BUYING))] == [(2, 2), (1, 1)]


def test_units_in_lead_count_as_made() -> None:
    table = talking()
    table.promise(MAKING, PARTS, 6, 3)
    table.until("plan")
    table.done(BUYING, i.SubmitPlan, plan=Plan(make=(MakeLine(PARTS, 3),)))
    table.until("negotiate", 2)
    assert [item.units for item in to_make(seen(table, BUYING))] == [1]  # 2 in stock, 3 in lead


def test_the_default_plan_makes_and_ships_by_due_then_number_and_asks_for_nothing_more() -> None:
    table = talking()
    for units, due in ((2, 3), (1, 1), (1, 3)):
        table.promise(SALES, PLAIN, units, due)
    plan = default_plan(seen(table, MAKING))
    assert (plan.overtime, plan.own_work) == (0, 0)
    assert plan.make == (MakeLine(PLAIN, 1), MakeLine(PLAIN, 2), MakeLine(PLAIN, 1))
    assert plan.ship == (ShipLine(2, 1), ShipLine(1, 2), ShipLine(3, 1))  # type: ignore[arg-type]


def test_the_default_plan_ships_all_that_open_orders_want_by_due_then_number() -> None:
    table = talking(2)
    table.done(SALES, i.ChooseOption, order=3, option=1)
    table.until("plan")
    wanted = [(line.order, line.units) for line in default_plan(seen(table)).orders]
    assert wanted == [(OrderId(1), 4), (OrderId(2), 2), (OrderId(3), 5), (OrderId(4), 2)]


def test_the_default_plan_ships_stock_without_making_it_again() -> None:
    table = talking()
    table.promise(MAKING, PARTS, 2, 2)
    plan = default_plan(seen(table, BUYING))
    assert (plan.make, plan.ship) == ((), (ShipLine(1, 2),))  # type: ignore[arg-type]


def test_the_default_plan_may_always_be_submitted() -> None:
    table = talking()
    table.promise(SALES, SPECIAL, 2, 1)
    table.until("plan")
    for seat in table.state.seats:
        table.done(seat, i.SubmitPlan, plan=default_plan(view(table.state, seat)))
    assert table.state.phase == "deliver"


def test_a_plan_names_only_what_is_its_seats_own() -> None:
    table = talking().until("plan")
    for plan in (
        Plan(make=(MakeLine(PARTS, 1),)),
        Plan(ship=(ShipLine(9, 1),)),  # type: ignore[arg-type]
        Plan(orders=(OrderLine(OrderId(5), 1),)),
    ):
        outcome = table.ask(SALES, i.SubmitPlan, plan=plan)
        assert not isinstance(outcome, tuple)


# what the boss asks of a department's own


def wished(*wishes: OrderDef) -> Table:
    return Table(replace(workshop(flawless=True), orders=wishes)).until("negotiate")


def wish(owner: SeatId, service: ServiceId, units: int, due: int, arrival: int = 1) -> OrderDef:
    """A directive without penalties."""
    return OrderDef(owner, service, units, arrival, (OrderOption(due, 30),), 0, 4, 0, directive=True)


def test_by_default_what_the_boss_wants_of_a_departments_own_is_made_and_shipped() -> None:
    table = wished(wish(MAKING, PLAIN, 2, 1))
    table.until("plan")
    events = table.time_up()
    (delivered,) = (event for event in events if isinstance(event, Delivered))
    assert [(line.seat, line.units, line.revenue) for line in delivered.order_lines] == [(MAKING, 2, 60)]
    assert table.state.orders[OrderId(1)].state == "done"


def test_a_directive_takes_the_stock_that_no_promise_wants_and_has_the_rest_made() -> None:
    table = wished(wish(BUYING, PARTS, 4, 2))
    table.promise(MAKING, PARTS, 1, 3)
    assert [(x.commitment, x.units, x.due) for x in to_make(seen(table, BUYING))] == [(None, 3, 2)]
    plan = default_plan(seen(table, BUYING))
    assert (plan.make, plan.ship, plan.orders) == (
        (MakeLine(PARTS, 3),),
        (ShipLine(1, 1),),  # type: ignore[arg-type]
        (OrderLine(OrderId(1), 4),),
    )


def test_promises_come_before_directives_in_the_default_plan() -> None:
    table = wished(wish(MAKING, PLAIN, 2, 1))
    table.promise(SALES, PLAIN, 3, 2)
    assert default_plan(seen(table, MAKING)).make == (MakeLine(PLAIN, 3), MakeLine(PLAIN, 2))


def test_what_goes_into_a_directive_is_lacked_like_what_goes_into_a_promise() -> None:
    table = wished(wish(MAKING, SPECIAL, 2, 3), wish(MAKING, SPECIAL, 1, 4, arrival=2))
    assert lacks(table, MAKING) == [(DRAWING, 2, 3)]
    assert lacks(table, MAKING, foreknown=True) == [(DRAWING, 2, 3), (DRAWING, 1, 4)]
    table.done(MAKING, i.DeclineOrder, order=1)
    assert lacks(table, MAKING) == []


def test_a_directive_that_was_done_is_a_directive_done() -> None:
    table = wished(wish(MAKING, PLAIN, 2, 1), wish(MAKING, PLAIN, 90, 1))
    table.until("review")
    assert METRIC_VALUE["directives"](tally(table.state, MAKING)) == 100
    table.until("over", 4)
    assert METRIC_VALUE["directives"](tally(table.state, MAKING)) == 50
