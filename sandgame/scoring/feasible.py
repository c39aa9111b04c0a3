"""What a provider could have offered, from its own view alone: stock, hours before the due, inputs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sandgame.rules.hours import coming_hours, own_hours
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import DeclineReason
from sandgame.rules.need import ToMake
from sandgame.rules.pool import gained_by, lent_by
from sandgame.rules.state import State
from sandgame.rules.workload import to_make

PLENTY = 9_999
"""Where inputs do not bind: they are in stock or promised, or can still be asked for in time."""
AMBIGUOUS = 2_500
"""Ten thousandths of a unit: a sheet that could spoil a quarter of a unit or more wants to be clarified."""


class Room(NamedTuple):
    """Units that could be there by a due: `ready` from stock and lead, and as many more as hours and inputs allow."""

    ready: int
    by_hours: int
    by_inputs: int

    @property
    def units(self) -> int:
        return self.ready + min(self.by_hours, self.by_inputs)


def room(
    state: State, seat: SeatId, service: ServiceId, due: int, spoken: Iterable[ToMake] = (), overtime: int = 0
) -> Room:
    """Beyond all that is promised already and the lines `spoken` for in the same breath.

    No own work is protected and no overtime expected (docs/rules know no core load, and nobody owes overtime): with
    `overtime` hours a round, what could be at the utmost.
    """
    craft = state.scenario.service(service)
    time = due - craft.lead
    if time < state.round or due > state.length:
        return Room(0, 0, 0)
    items = (*to_make(state, seat), *spoken)
    ready = _ready(state, seat, service) - sum(_owed(state, seat, service))
    by_hours = _by_hours(state, seat, service, time, items, overtime)
    return Room(max(0, ready), by_hours, _by_inputs(state, seat, service, time, items))


def _ready(state: State, seat: SeatId, service: ServiceId) -> int:
    stock = state.stock.get((seat, service))
    in_lead = sum(lead.good + lead.bad for lead in state.in_lead if lead.service == service)
    return in_lead + (0 if stock is None else stock.good + stock.bad)


def _owed(state: State, seat: SeatId, service: ServiceId) -> list[int]:
    owed = [c.lacking for c in state.commitments.values() if c.is_open and (c.provider, c.service) == (seat, service)]
    orders = [o.rest for o in state.orders.values() if (o.terms.owner, o.terms.service) == (seat, service)]
    open_ = orders if state.scenario.service(service).provider == seat else []
    return owed + open_


def hours_ahead(state: State, seat: SeatId) -> list[int]:
    """Own hours of this round, with loans as they are agreed, and of every round to come."""
    hours = list(coming_hours(state.scenario, seat, state.round, state.length))
    hours[0] = max(0, own_hours(state, seat) - lent_by(state, seat) + gained_by(state, seat))
    return hours


def _by_hours(state: State, seat: SeatId, service: ServiceId, time: int, items: Iterable[ToMake], overtime: int) -> int:
    """The smallest room of all rounds from `time` on: what comes later may not be pushed out either."""
    craft = state.scenario.service(service)
    hours = hours_ahead(state, seat)
    effort = [0] * len(hours)
    setups = {service: craft.setup}
    for item in items:
        made = state.scenario.service(item.service)
        at = max(0, item.due - made.lead - state.round)
        if at < len(effort):
            effort[at] += item.units * made.effort
            setups[item.service] = made.setup
    free, smallest = 0, PLENTY
    for later, had in enumerate(hours):
        free += had + overtime - effort[later]
        if state.round + later >= time:
            # in half hours: setups return every other round, as bots reckon
            left = (2 * free - sum(setups.values()) * max(2, later + 1)) // (2 * craft.effort)
            smallest = min(smallest, left)
    return max(0, smallest)


def _by_inputs(state: State, seat: SeatId, service: ServiceId, time: int, items: Iterable[ToMake]) -> int:
    """What inputs allow by `time`; one that can still be asked for in time does not bind."""
    allowed = PLENTY
    for put in state.scenario.service(service).inputs:
        if state.round + state.scenario.service(put.service).lead <= time:
            continue
        had = _ready_input(state, seat, put.service, time)
        for item in items:
            uses = state.scenario.service(item.service).inputs
            had -= sum(item.units * use.units for use in uses if use.service == put.service)
        allowed = min(allowed, max(0, had) // put.units)
    return allowed


def _ready_input(state: State, seat: SeatId, service: ServiceId, time: int) -> int:
    stock = state.stock.get((seat, service))
    promised = (
        c.lacking
        for c in state.commitments.values()
        if c.is_open and (c.customer, c.service) == (seat, service) and c.due <= time
    )
    return sum(promised) + (0 if stock is None else stock.good + stock.bad)


def holds(reason: DeclineReason, found: Room, units: int, ambiguous: bool) -> bool:
    """Whether the constraint that a decline names is the one that binds."""
    short = units - found.ready
    return {
        "no_capacity": found.by_hours < short,
        "no_inputs": found.by_inputs < short,
        "unclear": ambiguous,
        # true only of what it could have done: otherwise hours or inputs were the reason
        "own_priorities": found.units >= units,
        "other": False,
    }[reason]


def is_ambiguous(state: State, service: ServiceId, units: int, clarity: int) -> bool:
    """Whether complexity × (100 − clarity) could cost a unit.

    Nobody sees the account that decides it, so a quarter of a unit by this line alone counts as could.
    """
    return units * state.scenario.service(service).complexity * (100 - clarity) >= AMBIGUOUS


def overloaded(state: State, seat: SeatId) -> frozenset[CommitmentId]:
    """Promises that its own hours cannot make in time, taken in the order of their times: knowably at risk."""
    hours = hours_ahead(state, seat)
    timed = ((item.due - state.scenario.service(item.service).lead, item) for item in _promised(state, seat))
    works = sorted(timed, key=lambda pair: pair[0])
    found: set[CommitmentId] = set()
    spent, started = 0, set[ServiceId]()
    for time, item in works:
        made = state.scenario.service(item.service)
        spent += item.units * made.effort + (0 if item.service in started else made.setup)
        started.add(item.service)
        if item.commitment is not None and spent > sum(hours[: max(0, time - state.round) + 1]):
            found.add(item.commitment)
    return frozenset(found)


def _promised(state: State, seat: SeatId) -> list[ToMake]:
    return [item for item in to_make(state, seat) if item.commitment is not None]
