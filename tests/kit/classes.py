"""A class in one process: a hall without sockets, and laptops in it that keep what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    PROTOCOL,
    ClassSetup,
    Hello,
    Lead,
    LobbyTold,
    Pace,
    Refused,
    SeatGiven,
    Seconds,
    StartClass,
    TakeSeat,
)
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.seat import Answered, Seated, Submit, ViewChanged, merged
from sandgame.host.hall import ClassHouse, Hall, found
from sandgame.host.players import at_once
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.sections import View
from sandgame.scenario.package import Package
from sandgame.store.class_sqlite import SqliteClassStore
from sandgame.store.records import Entry
from tests.kit.rooms import Ticking
from tests.kit.trial import PACKAGE

KEY = "0123456789abcdef0123456789abcdef"
NO_CLOCK = Seconds(0, 0, 0, 0, 0, 100)
F = TypeVar("F")


class CountingClassStore(SqliteClassStore):
    """Notes every commit of events; `broken` makes the next ones fail."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.commits: list[tuple[Entry, ...]] = []
        self.broken = False

    def append(self, batch: Sequence[Entry]) -> None:
        if self.broken:
            raise FaultError(Fault.FULL, "disk")
        super().append(batch)
        self.commits.append(tuple(batch))


class Seatmate:
    """A laptop: hears frames, keeps the view of each of its seats, asks in the names it makes up."""

    def __init__(self, hall: Hall, *, greets: bool = True) -> None:
        self.told: list[Told] = []
        self.views: dict[SeatId, View] = {}
        self.hung_up = False
        self._asked = 0
        self.guest = hall.visit(self._hear, self._hang_up)
        if greets:
            self.ask(Hello(PROTOCOL, "test"))

    def _hear(self, data: bytes) -> None:
        frame = class_wire.read_told(data)
        self.told.append(frame)
        if isinstance(frame, Seated):
            self.views[frame.seat] = frame.view
        elif isinstance(frame, ViewChanged):
            self.views[frame.seat] = merged(self.views[frame.seat], frame)

    def _hang_up(self) -> None:
        self.hung_up = True

    def ask(self, frame: Asked) -> None:
        self.guest.receive(class_wire.encode(frame))

    def take(self, table: int, seat: int) -> str:
        """The token."""
        self.ask(TakeSeat(table, SeatId(seat)))
        return self.last(SeatGiven).token

    def submit(self, seat: int, intent: Intent, intent_id: str = "") -> str:
        self._asked += 1
        name = intent_id or f"mate-{self._asked:04}"
        self.ask(Submit(SeatId(seat), name, intent))
        return name

    def all(self, kind: type[F]) -> list[F]:
        return [frame for frame in self.told if isinstance(frame, kind)]

    def last(self, kind: type[F]) -> F:
        return self.all(kind)[-1]

    @property
    def refusals(self) -> list[str]:
        return [frame.reason.value for frame in self.all(Refused)]

    @property
    def answers(self) -> list[Answered]:
        return self.all(Answered)

    def chairs(self, table: int) -> list[str]:
        return [seat.chair for seat in self.last(LobbyTold).tables[table - 1].seats]


def a_store(folder: Path) -> CountingClassStore:
    return CountingClassStore(folder / "sessions.sqlite")


def opened(
    store: SqliteClassStore,
    tables: int = 1,
    pace: Pace = "each",
    seconds: Seconds = NO_CLOCK,
    package: Package = PACKAGE,
) -> Hall:
    """A new class of a case in its longest game."""
    house = ClassHouse(store, Ticking(), at_once)
    setup = ClassSetup("trial", tables, max(package.scenario.lengths), pace=pace, seconds=seconds)
    return Hall(house, found(house, package, setup), KEY)


def reopened(store: SqliteClassStore) -> Hall:
    """As after a kill: what is in the store, and nothing else."""
    house = ClassHouse(store, Ticking(), at_once)
    return Hall(house, store.kept_class(store.classes()[0]), KEY)


def facilitator(hall: Hall) -> Seatmate:
    mate = Seatmate(hall)
    mate.ask(Lead(KEY))
    return mate


def started(hall: Hall) -> Seatmate:
    """The facilitator, who has just begun play."""
    mate = facilitator(hall)
    mate.ask(StartClass())
    return mate


async def turns(count: int = 12) -> None:
    """Lets the loop take its turns, without time passing."""
    for _ in range(count):
        await asyncio.sleep(0)
