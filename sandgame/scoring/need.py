"""The true need behind a request line: what the requester's orders and promises want of a service at that moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sandgame.rules.behind import PricedSight
from sandgame.rules.events import SheetSent
from sandgame.rules.hours import own_hours
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import WantedLine
from sandgame.rules.need import needs
from sandgame.rules.state import State
from sandgame.rules.workload import work_due


class Lot(NamedTuple):
    """Units that are lacked by a round; `worth` is the highest price of the orders behind them."""

    units: int
    due: int
    worth: int


class Asked(NamedTuple):
    """A request line beside its need: of the `units` asked for `above` are not needed, and `early` not so soon.

    `worth` is the highest price of the orders behind it: 0 where there is no need at all.
    """

    service: ServiceId
    units: int
    due: int
    above: int
    early: int
    worth: int

    @property
    def needed(self) -> int:
        return self.units - self.above


def lots(state: State, customer: SeatId, prices: Mapping[CommitmentId, int]) -> dict[ServiceId, list[Lot]]:
    """What a seat still has to ask for, by service, earliest due first; foreknown orders count, open lines do not.

    An aid is needed as far as its receiver's work passes its hours (docs/rules name no lack of aids).
    """
    found: dict[ServiceId, list[Lot]] = {}
    for need in needs(PricedSight(state, customer, prices), foreknown=True, asked=True):
        found.setdefault(need.service, []).append(Lot(need.units, need.due, need.worth))
    for number, service in enumerate(state.scenario.services, start=1):
        if service.aid is not None and customer in service.receivers:
            lot = _aid_lot(state, customer, ServiceId(number))
            if lot is not None:
                found[ServiceId(number)] = [lot]
    return found


def _aid_lot(state: State, customer: SeatId, service: ServiceId) -> Lot | None:
    aid = state.scenario.service(service).aid
    assert aid is not None
    if work_due(state, customer, state.length) <= own_hours(state, customer):
        return None
    promised = sum(
        c.lacking
        for c in state.commitments.values()
        if (c.customer, c.service, c.due) == (customer, service, state.round)
    )
    units = aid.limit - promised
    return Lot(units, state.round, state.scenario.bots.aid_worth) if units > 0 else None


def behind(state: State, sent: SheetSent, prices: Mapping[CommitmentId, int]) -> tuple[Asked, ...]:
    """Each line of a sheet beside its need; `state` is that before it was sent, `prices` stand behind commitments."""
    known = lots(state, sent.customer, prices)
    found: dict[int, Asked] = {}
    # earliest due first, whatever the order on the sheet: no line may take the lots of one that is due before it
    for at in sorted(range(len(sent.lines)), key=lambda n: sent.lines[n].due):
        found[at] = _taken(known.get(sent.lines[at].service, []), sent.lines[at])
    return tuple(found[at] for at in range(len(sent.lines)))


def _taken(left: list[Lot], line: WantedLine) -> Asked:
    """The line takes the earliest lots that are left, and takes them off."""
    wanted, early, worth = line.units, 0, 0
    while left and wanted:
        lot = left.pop(0)
        units = min(wanted, lot.units)
        wanted -= units
        worth = max(worth, lot.worth)
        if lot.due > line.due:
            early += units
        if lot.units > units:
            left.insert(0, lot._replace(units=lot.units - units))
    return Asked(line.service, line.units, line.due, wanted, early, worth)
