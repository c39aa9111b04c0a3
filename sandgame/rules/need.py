"""What a seat still has to make, what it lacks, and the plan it gets by default: pure readings of its own view."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine
from sandgame.rules.sections import OwnOrder, Promise, View


class Need(Struct, frozen=True):
    """A line the screen drafts: units of a service lacked by `due`; `worth` the highest price of the orders behind."""

    service: ServiceId
    provider: SeatId
    units: int
    due: int
    worth: int


class ToMake(Struct, frozen=True):
    """Units still to be made for a commitment of mine, beyond stock and units in lead."""

    commitment: CommitmentId
    service: ServiceId
    units: int
    due: int
    worth: int


def by_due(promises: Iterable[Promise]) -> list[Promise]:
    return sorted(promises, key=lambda p: (p.due, p.commitment))


def to_make(view: View) -> tuple[ToMake, ...]:
    """For my open commitments by due, then number; stock and lead are counted once, for the earliest."""
    ready = ready_units(view)
    found: list[ToMake] = []
    for p in by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat):
        covered = min(p.lacking, ready.get(p.service, 0))
        if covered:
            ready[p.service] -= covered
        if p.lacking > covered:
            found.append(ToMake(p.commitment, p.service, p.lacking - covered, p.due, p.worth))
    return tuple(found)


def ready_units(view: View) -> dict[ServiceId, int]:
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


def order_price(order: OwnOrder) -> int:
    if order.option is not None:
        return order.options[order.option].price
    return order.options[-1 if order.state == "coming" else 0].price


class _Demand(Struct):
    due: int
    units: int
    worth: int


def needs(view: View, foreknown: bool = False, asked: bool = False) -> tuple[Need, ...]:
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


def _demands(view: View, foreknown: bool) -> dict[ServiceId, list[_Demand]]:
    """What orders and my own commitments want of each service, and when."""
    demands: dict[ServiceId, list[_Demand]] = {}
    for order in view.orders:
        if order.state == "open" or (foreknown and order.state == "coming"):
            wanted = _Demand(order_due(order), order.rest, order_price(order))
            demands.setdefault(order.service, []).append(wanted)
    services = {s.service: s for s in view.board.services}
    for item in to_make(view):
        service = services[item.service]
        for i in service.inputs or ():
            wanted = _Demand(item.due - service.lead, item.units * i.units, item.worth)
            demands.setdefault(i.service, []).append(wanted)
    return demands


def _supply(view: View, asked: bool) -> dict[ServiceId, int]:
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


def default_plan(view: View) -> Plan:
    """No overtime, nothing set aside; make and ship what is promised by due, then number; ship to open orders."""
    mine = by_due(p for p in view.threads.promises if p.is_open and p.provider == view.me.seat)
    orders = sorted((o for o in view.orders if o.state == "open" and o.rest), key=lambda o: (order_due(o), o.order))
    return Plan(
        make=tuple(MakeLine(item.service, item.units) for item in to_make(view)),
        ship=tuple(ShipLine(p.commitment, p.lacking) for p in mine),
        orders=tuple(OrderLine(o.order, o.rest) for o in orders),
    )
