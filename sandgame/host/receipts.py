"""What whoever runs the room said at a table: to which seats it has come, laptop by laptop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sandgame.frames.classroom import ReceiptTold
from sandgame.host.chair import Chair
from sandgame.host.seating import Seating
from sandgame.host.table import Done
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.room_events import RolledBack, TableTold
from sandgame.rules.state import State

KEPT = 20
"""So many receipts are followed at a table; older ones are left as they are."""


@dataclass(frozen=True, slots=True)
class _Said:
    """`needs`: how many words a seat's laptop has when it has these too; of the seats with people at that time."""

    intent: str
    needs: dict[SeatId, int]


class Receipts:
    """Of one table. A seat is counted when its laptop says so: what is under way to a laptop that is gone is not."""

    def __init__(self, number: int, seating: Seating) -> None:
        self._number = number
        self._seating = seating
        self._said: list[_Said] = []

    def settled(self, done: Done, state: State) -> Iterator[ReceiptTold]:
        """Words that became true. Going back makes earlier ones void: they are followed no more."""
        for event in done.events:
            if isinstance(event, RolledBack):
                self._said = []
                for chair in self._seating.chairs.values():
                    chair.words = 0
            elif isinstance(event, TableTold):
                self._said = [*self._said[-KEPT + 1 :], _Said(done.intent, dict(self._needs(event.to, state)))]
                yield self._told(self._said[-1])

    def _needs(self, to: SeatId, state: State) -> Iterator[tuple[SeatId, int]]:
        for chair in self._seating.chairs.values():
            seat = self._seating.seat_now(chair.origin)
            if to in (TABLE, seat):
                yield seat, sum(said.to in (TABLE, seat) for said in state.room_messages)

    def came(self, chair: Chair, count: int) -> Iterator[ReceiptTold]:
        """A laptop says how many words it has."""
        seat, before, chair.words = self._seating.seat_now(chair.origin), chair.words, count
        for said in self._said:
            if before < said.needs.get(seat, 0) <= count:
                yield self._told(said)

    def _told(self, said: _Said) -> ReceiptTold:
        came = tuple(seat for seat, needed in sorted(said.needs.items()) if self._has(seat, needed))
        return ReceiptTold(self._number, said.intent, tuple(sorted(said.needs)), came)

    def _has(self, seat: SeatId, needed: int) -> bool:
        chair = self._seating.chair_of(seat)
        return chair is not None and chair.words >= needed
