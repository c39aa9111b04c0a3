"""A class in one process: a hall without sockets, and laptops in it that keep what they are told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    PROTOCOL,
    Absence,
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
from sandgame.host.solo import Clock
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.sections import View
from sandgame.rules.state import State
from sandgame.scenario.package import Package
from sandgame.store.class_memory import MemoryClassStore
from sandgame.store.class_sqlite import SqliteClassStore
from sandgame.store.classes import ClassStore, Watcher
from sandgame.store.records import Entry, Holding
from tests.kit.rooms import Ticking, swiftly
from tests.kit.trial import PACKAGE

KEY = "0123456789abcdef0123456789abcdef"
NO_CLOCK = Seconds(0, 0, 0, 0, 0, 100)
F = TypeVar("F")


class CountingClassStore(MemoryClassStore):
    """Notes every commit of events; `broken` makes the next ones fail."""

    def __init__(self) -> None:
        super().__init__()
        self.commits: list[tuple[Entry, ...]] = []
        self.broken = False

    def append(self, batch: Sequence[Entry]) -> None:
        if self.broken:
            raise FaultError(Fault.FULL, "disk")
        super().append(batch)
        self.commits.append(tuple(batch))

    def hold(self, held: Sequence[tuple[int, Holding]]) -> None:
        if self.broken:
            raise FaultError(Fault.FULL, "disk")
        super().hold(held)

    def keep_watcher(self, game: int, watcher: Watcher) -> None:
        if self.broken:
            raise FaultError(Fault.FULL, "disk")
        super().keep_watcher(game, watcher)


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


def a_store(folder: Path) -> SqliteClassStore:
    return SqliteClassStore(folder / "sessions.sqlite")


def opened(
    store: ClassStore,
    tables: int = 1,
    pace: Pace = "each",
    seconds: Seconds = NO_CLOCK,
    package: Package = PACKAGE,
    absence: Absence = "stand_in",
    clock: Clock | None = None,
) -> Hall:
    """A new class of a case in its longest game."""
    house = ClassHouse(store, clock or Ticking(), at_once)
    length = max(package.scenario.lengths)
    setup = ClassSetup(package.id, tables, length, pace=pace, seconds=seconds, absence=absence)
    return Hall(house, found(house, package, setup), KEY)


def reopened(store: ClassStore, clock: Clock | None = None) -> Hall:
    """As after a kill: what is in the store, and nothing else."""
    house = ClassHouse(store, clock or Ticking(), at_once)
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


def by_the_loop() -> int:
    """A wall clock that goes as the time of the loop does."""
    return 1_772_415_000_000 + round(1000 * asyncio.get_running_loop().time())


async def turns(count: int = 12) -> None:
    """Lets the loop take its turns, without time passing."""
    for _ in range(count):
        await asyncio.sleep(0)


class Lesson:
    """A class under way in a store that counts, and whoever is in it. Unless it is opened otherwise it has one table
    and no clock."""

    def __init__(self) -> None:
        self.store = CountingClassStore()
        self.clock: Clock | None = None
        """What the log is dated by; without one it ticks at every look."""
        self._hall: Hall | None = None

    @property
    def hall(self) -> Hall:
        return self._hall or self.open()

    def open(
        self,
        tables: int = 1,
        pace: Pace = "each",
        seconds: Seconds = NO_CLOCK,
        package: Package = PACKAGE,
        absence: Absence = "stand_in",
    ) -> Hall:
        self._hall = opened(self.store, tables, pace, seconds, package, absence, self.clock)
        return self._hall

    def kill(self) -> None:
        """The host is gone in the middle of it all, and started again."""
        self.hall._ticking.cancel()
        self._hall = reopened(self.store, self.clock)

    def close(self) -> None:
        if self._hall is not None:
            self._hall.close()

    def mate(self) -> Seatmate:
        return Seatmate(self.hall)

    def seated(self, table: int, seat: int) -> Seatmate:
        """Somebody in a seat."""
        mate = self.mate()
        mate.take(table, seat)
        return mate

    def all_seated(self) -> list[Seatmate]:
        """One in each seat, table by table."""
        tables = self.hall.tables
        return [self.seated(each.number, seat) for each in tables for seat in each.table.state.seats]

    def leader(self) -> Seatmate:
        return facilitator(self.hall)

    async def begin(self) -> Seatmate:
        """Play begins; whoever began it."""
        leader = started(self.hall)
        await turns()
        return leader

    def state(self, table: int = 1) -> State:
        return self.hall.tables[table - 1].table.state


def lived(story: Callable[[Lesson], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    """A test that lives the story of a class; time costs nothing in it."""

    def test() -> None:
        async def through() -> None:
            lesson = Lesson()
            await story(lesson)
            lesson.close()

        swiftly(through())

    test.__name__, test.__qualname__, test.__module__ = story.__name__, story.__qualname__, story.__module__
    return test
