"""Facts as they are now: what a department may share, and what a platform keeps up to date."""

from __future__ import annotations

from sandgame.rules.events import Fact, FactShared
from sandgame.rules.hours import scenario_hours
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.intents import FactRef
from sandgame.rules.need import order_due, order_price
from sandgame.rules.scenario import Incident
from sandgame.rules.seen_orders import order_section
from sandgame.rules.state import Order, State
from sandgame.rules.workload import free_hours


def fact_now(state: State, seat: SeatId, ref: FactRef) -> Fact | None:
    """What `seat` can tell truly at this moment; None if there is no such thing, or not any more."""
    now = state.round
    if ref.about == "free_hours":
        return Fact("free_hours", now, units=free_hours(state, seat))
    if ref.about == "stock":
        return _stock(state, seat, ref.number)
    if ref.about == "incident":
        return _incident(state, seat, ref.number)
    for order in order_section(state, seat):
        if order.order == OrderId(ref.number) and order.state in ("coming", "open"):
            due, price = order_due(order), order_price(order)
            return Fact("order", now, order.order, order.service, order.rest, due, price)
    return None


def _stock(state: State, seat: SeatId, number: int) -> Fact | None:
    if all(s.service != number for s in state.boards[seat].services):
        return None
    service = ServiceId(number)
    stock = state.stock.get((seat, service))
    return Fact("stock", state.round, service=service, units=0 if stock is None else stock.good + stock.bad)


def own_incidents(state: State, seat: SeatId) -> list[Incident]:
    """In the order in which the seat knows them: what an incident is called among its own. What would come after the
    last week never does."""
    return [i for i in state.scenario.incidents if i.seat == seat and i.round <= state.length]


def _incident(state: State, seat: SeatId, number: int) -> Fact | None:
    """Until its week is over."""
    mine = own_incidents(state, seat)
    if not 1 <= number <= len(mine) or mine[number - 1].round < state.round:
        return None
    incident = mine[number - 1]
    if incident.cost is not None:
        return Fact("incident", state.round, service=incident.service, due=incident.round, price=incident.cost)
    hours = max(0, scenario_hours(state.scenario, seat, incident.round))
    return Fact("incident", state.round, units=hours, due=incident.round)


def _place(state: State, seat: SeatId, fact: Fact) -> int:
    """The incident that a shared fact is about; 0 if it is gone."""
    places = enumerate(own_incidents(state, seat), start=1)
    return next((at for at, one in places if (one.round, one.service) == (fact.due, fact.service)), 0)


def kept_up(state: State, shared: FactShared) -> Fact:
    """A shared fact as it is now; of an order that is gone, as it was last, also where it will never come."""
    fact = shared.fact
    number = (fact.service if fact.about == "stock" else fact.order) or 0
    if fact.about == "incident":
        number = _place(state, shared.seat, fact)
    fresh = fact_now(state, shared.seat, FactRef(fact.about, number))
    if fresh is not None or fact.order is None:
        return fresh or fact
    order = state.orders[OrderId(fact.order)]
    if order.state == "coming":
        return fact
    due, price = order.due or fact.due, order.price or fact.price
    return Fact("order", _last_round(state, order), fact.order, fact.service, order.rest, due, price)


def _last_round(state: State, order: Order) -> int:
    """The last round in which what is said of an order that is gone was so; of one that is done it still is."""
    if order.state == "declined":
        return order.terms.arrival
    return state.round if order.state == "done" else min(order.terms.expiry, state.length)


def tells_free_hours(state: State, seat: SeatId) -> bool:
    """Whether it has shared its free hours in this round, with anybody; on a platform they stay shared."""
    kept = state.holds("platform")
    shared = (f.fact for f in state.facts if f.seat == seat and f.fact.about == "free_hours")
    return any(fact.round == state.round or kept for fact in shared)
