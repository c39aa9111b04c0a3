"""What a seat still has to make, what it lacks, and the plan it gets by default: pure readings of its own view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine
from sandgame.rules.sections import OwnOrder, Promise
from sandgame.rules.seen import Seen


class Need(Struct, frozen=True):
    """A line the screen drafts: units of a service lacked by `due`; `worth` the highest price of the orders behind."""

    service: ServiceId
    provider: SeatId
    units: int
    due: int
    worth: int


class ToMake(Struct, frozen=True):
    """Units still to be made for a commitment of mine, beyond stock and units in lead.

    `commitment` is None where they are for an order of mine: the boss may ask for what a department makes itself.
    """

    commitment: CommitmentId | None
    service: ServiceId
    units: int
    due: int
    worth: int


class Craft(NamedTuple):
    """What it takes to make a service: rounds until units are there, hours a unit, hours once a round."""

    lead: int
    effort: int
    setup: int


def by_due(promises: Iterable[Promise]) -> list[Promise]:
    return sorted(promises, key=lambda p: (p.due, p.commitment))


def to_make(view: Seen, foreknown: bool = False) -> tuple[ToMake, ...]:
    """For my open commitments by due, then number; then for orders of what I make myself, which ship after them.

    Stock and lead are counted once, for the first that wants them. `foreknown` counts orders that are yet to come too.
    """
    wanted = [
        ToMake(p.commitment, p.service, p.lacking, p.due, p.worth)
        for p in by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat)
    ]
    mine = {s.service for s in view.board.services if s.provider == view.me.seat}
    wanted += [
        ToMake(None, o.service, o.rest, order_due(o), order_price(o))
        for o in orders_by_due(view.orders, foreknown)
        if o.service in mine
    ]
    return beyond(wanted, ready_units(view))


def beyond(wanted: Iterable[ToMake], ready: dict[ServiceId, int]) -> tuple[ToMake, ...]:
    """What remains to be made of all that is wanted, in its order; `ready` units are used up by the first."""
    found: list[ToMake] = []
    for item in wanted:
        covered = min(item.units, ready.get(item.service, 0))
        if covered:
            ready[item.service] -= covered
        if item.units > covered:
            found.append(replace(item, units=item.units - covered) if covered else item)
    return tuple(found)


def hours_for(items: Iterable[ToMake], round_: int, craft_of: Callable[[ServiceId], Craft]) -> int:
    """Effort of what has to be made by a round (due − lead), and setups of these services."""
    due: dict[ServiceId, int] = {}
    for item in items:
        if item.due - craft_of(item.service).lead <= round_:
            due[item.service] = due.get(item.service, 0) + item.units
    works = ((craft_of(service), units) for service, units in due.items())
    return sum(units * craft.effort + craft.setup for craft, units in works)


def free_hours(view: Seen) -> int:
    """My own hours, less what I have lent and what has to be made by this round; not below 0."""
    crafts = {s.service: Craft(s.lead, s.effort or 0, s.setup or 0) for s in view.board.services}
    needed = hours_for(to_make(view), view.table.round, crafts.__getitem__)
    return max(0, view.me.own_hours - view.me.lent - needed)


def orders_by_due(orders: Iterable[OwnOrder], foreknown: bool = False) -> list[OwnOrder]:
    """Orders of one's own that still want something, by due, then number."""
    wanting = (o for o in orders if o.rest and (o.state == "open" or (foreknown and o.state == "coming")))
    return sorted(wanting, key=lambda o: (order_due(o), o.order))


def ready_units(view: Seen) -> dict[ServiceId, int]:
    """Units of each service in stock and in lead."""
    ready = {s.service: s.units for s in view.me.stock}
    for lead in view.me.in_lead:
        ready[lead.service] = ready.get(lead.service, 0) + lead.units
    return ready


def order_due(order: OwnOrder) -> int:
    """Due of the chosen option; of the first while none is chosen; of the last for an order that is yet to come."""
    if order.option is not None:
        return order.options[order.option].due
    return order.options[-1 if order.state == "coming" else 0].due


def comes_due(order: OwnOrder, last: int) -> bool:
    """Whether the order's due, or one that may still be chosen, lies in the session; else it closes without penalty."""
    options = order.options if order.option is None else order.options[order.option : order.option + 1]
    return any(option.due <= last for option in options)


def order_price(order: OwnOrder) -> int:
    if order.option is not None:
        return order.options[order.option].price
    return order.options[-1 if order.state == "coming" else 0].price


class _Demand(Struct):
    due: int
    units: int
    worth: int


def needs(view: Seen, foreknown: bool = False, asked: bool = False) -> tuple[Need, ...]:
    """The lack of every service the seat may ask for (aids apart), by service, one entry for each due round.

    `foreknown` counts orders that are yet to come too; `asked` takes off what open request lines ask for already.
    """
    me = view.me.seat
    demands = _demands(view, foreknown)
    supply = _supply(view, asked)
    found: list[Need] = []
    for service in sorted(view.board.services, key=lambda s: s.service):
        wanted = demands.get(service.service)
        if service.provider == me or service.aid is not None or not wanted:
            continue
        earliest = view.table.round + service.lead
        lines = _lines(wanted, supply.get(service.service, 0), earliest, view.table.length)
        found += [Need(service.service, service.provider, d.units, d.due, d.worth) for d in lines]
    return tuple(found)


def _demands(view: Seen, foreknown: bool) -> dict[ServiceId, list[_Demand]]:
    """What orders and my own commitments want of each service, and when."""
    demands: dict[ServiceId, list[_Demand]] = {}
    for order in view.orders:
        if order.state == "open" or (foreknown and order.state == "coming"):
            wanted = _Demand(order_due(order), order.rest, order_price(order))
            demands.setdefault(order.service, []).append(wanted)
    services = {s.service: s for s in view.board.services}
    for item in to_make(view, foreknown):
        service = services[item.service]
        for i in service.inputs or ():
            wanted = _Demand(item.due - service.lead, item.units * i.units, item.worth)
            demands.setdefault(i.service, []).append(wanted)
    return demands


def _supply(view: Seen, asked: bool) -> dict[ServiceId, int]:
    """What I have of each service, am promised, and (if `asked`) have asked for."""
    supply = {s.service: s.units for s in view.me.stock}
    for p in view.threads.promises:
        if p.is_open and p.customer == view.me.seat:
            supply[p.service] = supply.get(p.service, 0) + p.lacking
    if asked:
        for sheet in view.threads.sheets:
            for line in sheet.lines if sheet.customer == view.me.seat else ():
                if line.state == "open":
                    units = sum(part.units for part in line.terms)
                    supply[line.wanted.service] = supply.get(line.wanted.service, 0) + units
    return supply


def _lines(wanted: list[_Demand], supply: int, earliest: int, last: int) -> list[_Demand]:
    """Supply is taken off from the earliest due on, of equal dues from the worthiest; what is due too early is asked
    for as soon as it can come."""
    lines: list[_Demand] = []
    for demand in sorted(wanted, key=lambda d: (d.due, -d.worth)):
        units = demand.units - min(supply, demand.units)
        supply -= demand.units - units
        due = max(demand.due, earliest)
        if units == 0 or due > last:
            continue
        if lines and lines[-1].due == due:
            lines[-1].units += units
            lines[-1].worth = max(lines[-1].worth, demand.worth)
        else:
            lines.append(_Demand(due, units, demand.worth))
    return lines


def default_plan(view: Seen) -> Plan:
    """No overtime, nothing set aside; make and ship what is promised by due, then number; then for open orders."""
    mine = by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat)
    return Plan(
        make=tuple(MakeLine(item.service, item.units) for item in to_make(view)),
        ship=tuple(ShipLine(p.commitment, p.lacking) for p in mine),
        orders=tuple(OrderLine(o.order, o.rest) for o in orders_by_due(view.orders)),
    )
