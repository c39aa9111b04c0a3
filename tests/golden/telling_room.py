"""Events of measures, escalations, cards and of whoever runs the room as lines; a part of `telling`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sandgame.rules import room_events as re
from sandgame.rules.ids import TABLE
from sandgame.rules.intents import ProposePool
from sandgame.rules.shapes import tag_of
from sandgame.rules.state import State
from tests.golden.naming import Names, fields, listed


class RoomTeller:
    """`state` is the one that the event met."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.state: State | None = None

    @property
    def known(self) -> State:
        assert self.state is not None
        return self.state

    def to(self, seat: int) -> str:
        return self.names.seat(seat) if seat != TABLE else "the table"

    def wanted(self, sheet: int, line: int) -> str:
        wanted = self.known.sheets[sheet].lines[line].wanted  # type: ignore[index]
        return self.names.units(wanted.units, wanted.service)

    def line(self, sheet: int, line: int) -> str:
        known = self.known.sheets[sheet]  # type: ignore[index]
        asks = f"{self.names.seat(known.customer)} of {self.names.seat(known.provider)}"
        return f"sheet {sheet} line {line} ({self.wanted(sheet, line)}, {asks})"

    def escalated(self, x: re.LineEscalated) -> Iterator[str]:
        yield f'{self.line(x.sheet, x.line)}: {self.names.seat(x.seat)} says "{x.reason}"'

    def decided(self, x: re.LineDecided) -> Iterator[str]:
        new = listed((f"promise {n.commitment} of {n.part.units} by week {n.part.due}" for n in x.agreed), "as it is")
        yield f"{self.line(x.sheet, x.line)} -> {new}"

    def voted(self, x: re.MeasureVoted) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} for {x.measure or 'none'}"

    def adopted(self, x: re.MeasureAdopted) -> Iterator[str]:
        yield f"{x.measure} from week {x.round} for {x.price}, {f'{x.votes} votes' if x.votes else 'without a vote'}"

    def marked(self, x: re.MapMarked) -> Iterator[str]:
        ways = f"serves {listed(map(self.names.seat, x.serves))}; served by {listed(map(self.names.seat, x.served_by))}"
        yield f"{self.names.seat(x.seat)} {ways}: found {x.found}, missed {x.missed}, wrong {x.wrong}"

    def role(self, x: re.RoleAnswered) -> Iterator[str]:
        right = {True: "right", False: "wrong"}
        yield (
            f"{self.names.seat(x.seat)} about {self.names.seat(x.about)}: measured by {x.metric} "
            f"({right[x.metric_right]}), limited by {x.limit} ({right[x.limit_right]})"
        )

    def sign(self, x: re.SignalShown) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)}: {x.sign or 'none any more'}"

    def kept(self, x: re.EntryKept) -> Iterator[str]:
        what = fields(x.entry, "round phase")
        if isinstance(x.entry, ProposePool):
            what = listed(f"{self.names.seat(share.seat)} {share.hours} h" for share in x.entry.shares)
        yield f"{self.names.seat(x.seat)} keeps {tag_of(x.entry)}: {what}"

    def acted(self, x: re.ActedFor) -> Iterator[str]:
        yield f"the facilitator for {self.names.seat(x.seat)}: {x.asked}"

    def taken(self, x: re.SeatTaken) -> Iterator[str]:
        yield f"{self.names.seat(x.seat)} by {x.player}"

    def room(self, x: re.TableTold) -> Iterator[str]:
        yield f'the facilitator to {self.to(x.to)}: "{x.text}"'

    def card(self, x: re.CardDealt) -> Iterator[str]:
        self.names.brought.update(dict.fromkeys(range(x.first_order, x.first_order + len(x.orders)), x.card))
        yield f"{self.names.card(x.card)} for week {x.round}"
        for incident in x.incidents:
            what = f"{incident.hours} h"
            if incident.service is not None:
                what = f"{self.names.service(incident.service)} costs {incident.cost}"
            yield f"{self.names.seat(incident.seat)}: {what}"
        for number, order in enumerate(x.orders, start=x.first_order):
            terms = listed(f"by week {option.due} at {option.price}" for option in order.options)
            what = self.names.units(order.units, order.service)
            yield f"{self.names.seat(order.owner)}: order {number}: {what} {terms}, lost after week {order.expiry}"

    def shortened(self, x: re.SessionShortened) -> Iterator[str]:
        yield f"to {x.length} weeks, {'with' if x.benchmarks else 'without'} benchmarks of that length"

    def swapped(self, x: re.SeatsSwapped) -> Iterator[str]:
        yield f"{self.names.seat(x.one)} and {self.names.seat(x.other)} from week {x.round}"

    def back(self, x: re.RolledBack) -> Iterator[str]:
        used = f"used so far: {x.sheets} sheets, {x.commitments} promises, {x.loans} loans"
        players = listed((f"{self.names.seat(p.seat)} by {p.player}" for p in x.players), "nobody said otherwise")
        yield f"to week {x.round}, {x.phase}; {used}; players: {players}"

    def paused(self, _: re.PlayPaused) -> Iterator[str]:
        yield "nobody acts"

    def goes_on(self, _: re.PlayResumed) -> Iterator[str]:
        yield "play goes on"

    def time(self, x: re.TimeChanged) -> Iterator[str]:
        yield f"{x.seconds:+} s"

    def moment(self, x: re.MomentMarked) -> Iterator[str]:
        yield f'week {x.round}, {x.phase}: "{x.note}"'


TELL: dict[type, Callable[[Any, Any], Iterator[str]]] = {
    re.LineEscalated: RoomTeller.escalated,
    re.EscalationAnswered: RoomTeller.escalated,
    re.LineDecided: RoomTeller.decided,
    re.MeasureVoted: RoomTeller.voted,
    re.MeasureAdopted: RoomTeller.adopted,
    re.MapMarked: RoomTeller.marked,
    re.RoleAnswered: RoomTeller.role,
    re.SignalShown: RoomTeller.sign,
    re.EntryKept: RoomTeller.kept,
    re.ActedFor: RoomTeller.acted,
    re.SeatTaken: RoomTeller.taken,
    re.TableTold: RoomTeller.room,
    re.CardDealt: RoomTeller.card,
    re.SessionShortened: RoomTeller.shortened,
    re.SeatsSwapped: RoomTeller.swapped,
    re.RolledBack: RoomTeller.back,
    re.PlayPaused: RoomTeller.paused,
    re.PlayResumed: RoomTeller.goes_on,
    re.TimeChanged: RoomTeller.time,
    re.MomentMarked: RoomTeller.moment,
}
