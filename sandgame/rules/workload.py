"""What is asked of a department, read off the state as its own view has it: work due, free hours, shortage, lack."""

from __future__ import annotations

from sandgame.rules.hours import own_hours
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.need import Craft, ToMake, beyond, hours_for, order_due, order_price, orders_by_due
from sandgame.rules.pool import lent_by
from sandgame.rules.seen_orders import order_section
from sandgame.rules.state import State


def to_make(state: State, seat: SeatId) -> tuple[ToMake, ...]:
    """For open commitments by due, then number; then for directives of what it makes itself (docs/rules, Lack)."""
    mine = (c for c in state.commitments.values() if c.is_open and c.provider == seat)
    wanted = [
        ToMake(c.commitment, c.service, c.lacking, c.due, c.worth)
        for c in sorted(mine, key=lambda c: (c.due, c.commitment))
    ]
    wanted += [
        ToMake(None, o.service, o.rest, order_due(o), order_price(o))
        for o in orders_by_due(order_section(state, seat))
        if state.scenario.service(o.service).provider == seat
    ]
    return beyond(wanted, _ready(state, seat))


def _ready(state: State, seat: SeatId) -> dict[ServiceId, int]:
    """Units in stock and in lead, bad ones too: nobody can tell them before they are shipped."""
    ready = {service: stock.good + stock.bad for (owner, service), stock in state.stock.items() if owner == seat}
    for lead in state.in_lead:
        if state.scenario.service(lead.service).provider == seat:
            ready[lead.service] = ready.get(lead.service, 0) + lead.good + lead.bad
    return ready


def work_due(state: State, seat: SeatId, round_: int) -> int:
    """Hours for what has to be made by a round (due − lead), setups included."""

    def craft_of(number: ServiceId) -> Craft:
        service = state.scenario.service(number)
        return Craft(service.lead, service.effort, service.setup)

    return hours_for(to_make(state, seat), round_, craft_of)


def free_hours(state: State, seat: SeatId) -> int:
    """Own hours, less what it has lent and what has to be made by this round; not below 0."""
    return max(0, own_hours(state, seat) - lent_by(state, seat) - work_due(state, seat, state.round))


def shortage(state: State, seat: SeatId) -> int:
    """Hours missing for what has to be made by the next round; not below 0."""
    return max(0, work_due(state, seat, state.round + 1) - own_hours(state, seat))


def lack(state: State, seat: SeatId, service: ServiceId) -> int:
    """Units of a service that open orders and what is to be made want, beyond stock and what is promised."""
    wanted = sum(o.rest for o in order_section(state, seat) if o.state == "open" and o.service == service)
    for item in to_make(state, seat):
        wanted += sum(item.units * i.units for i in state.scenario.service(item.service).inputs if i.service == service)
    stock = state.stock.get((seat, service))
    there = 0 if stock is None else stock.good + stock.bad
    owed = sum(c.lacking for c in state.commitments.values() if (c.customer, c.service) == (seat, service))
    return max(0, wanted - there - owed)
