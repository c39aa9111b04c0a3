"""Tables in a room for tests of the host: a store that counts, bots that do little, a loop whose time costs nothing."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sandgame.frames import wire
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.seat import Answered, HostFrame, Seated, SeatHolder, ViewChanged, merged
from sandgame.host.disk import Disk, Landing
from sandgame.host.players import Hold, Player, Players, at_once
from sandgame.host.room import Room
from sandgame.host.solo import House, begin
from sandgame.host.table import Table
from sandgame.host.telling import Telling
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, Intent, SubmitPlan
from sandgame.rules.need import default_plan
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.scenario import Scenario
from sandgame.rules.sections import View
from sandgame.store.memory import MemoryStore
from sandgame.store.records import Entry, Kept
from tests.kit.trial import SCENARIO, packed

T = TypeVar("T")


class CountingStore(MemoryStore):
    """Notes every commit; `broken` makes the next ones fail, `before` is called while one is under way."""

    def __init__(self) -> None:
        super().__init__()
        self.commits: list[tuple[Entry, ...]] = []
        self.broken = False
        self.before: Callable[[], None] = lambda: None

    def append(self, batch: Sequence[Entry]) -> None:
        self.before()
        if self.broken:
            raise FaultError(Fault.FULL, "memory")
        super().append(batch)
        self.commits.append(tuple(batch))


class HeldDisk(Disk):
    """Whatever is to be written waits until the test says that it lands."""

    def __init__(self) -> None:
        self.writes: list[tuple[Landing, Callable[[Landing], None]]] = []

    def put(self, write: Callable[[], None], then: Callable[[Landing], None]) -> Landing:
        landing = Landing(write)
        self.writes.append((landing, then))
        return landing

    def land(self) -> None:
        landing, then = self.writes.pop(0)
        landing.run()
        then(landing)


class SwiftLoop(asyncio.SelectorEventLoop):
    """Waits for nothing: when all are waiting for a time, it is that time."""

    def __init__(self) -> None:
        super().__init__(_SwiftSelector(self))
        self.now = 0.0

    def time(self) -> float:
        return self.now


class _SwiftSelector(selectors.DefaultSelector):
    def __init__(self, loop: SwiftLoop) -> None:
        super().__init__()
        self._loop = loop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout:
            self._loop.now += timeout
        return ready


def swiftly(what: Coroutine[Any, Any, T]) -> T:
    """Runs it to its end without waiting."""
    with asyncio.Runner(loop_factory=SwiftLoop) as runner:
        return runner.run(what)


class Ear:
    """A client: keeps the frames it was told, and the view they make."""

    def __init__(self) -> None:
        self.frames: list[HostFrame] = []
        self.view: View | None = None
        self.number = -1

    def hear(self, data: bytes) -> None:
        frame = wire.read_host(data)
        self.frames.append(frame)
        if isinstance(frame, Seated):
            self.view, self.number = frame.view, frame.number
        elif isinstance(frame, ViewChanged):
            assert self.view is not None, "changed before it was told"
            assert frame.number == self.number + 1
            self.view, self.number = merged(self.view, frame), frame.number

    @property
    def answers(self) -> list[Answered]:
        return [frame for frame in self.frames if isinstance(frame, Answered)]

    @property
    def changes(self) -> list[ViewChanged]:
        return [frame for frame in self.frames if isinstance(frame, ViewChanged)]


class Quick:
    """A bot that wants nothing but the next phase."""

    def act(self, view: View) -> tuple[Intent, ...]:
        return () if view.me.seat in view.table.finished else (onward(view),)


class Stubborn:
    """A bot that is never done."""

    def act(self, view: View) -> tuple[Intent, ...]:
        del view
        return ()


def onward(view: View) -> Intent:
    """What ends a phase for a seat."""
    table = view.table
    if table.phase == "plan":
        return SubmitPlan(round=table.round, phase=table.phase, plan=default_plan(view))
    return FinishPhase(round=table.round, phase=table.phase)


def setup(seat: int = 1, length: int = 2) -> SoloSetup:
    return SoloSetup(case="trial", seat=SeatId(seat), length=length, colleagues="mixed", seed=1)


class Ticking:
    """A clock that moves by one at every look."""

    def __init__(self) -> None:
        self.now = 1_772_415_000_000

    def __call__(self) -> int:
        self.now += 1
        return self.now


class Trial:
    """One or more tables of the trial case in one room."""

    def __init__(
        self,
        store: CountingStore | None = None,
        kept: Iterable[Kept] | None = None,
        tables: int = 1,
        scenario: Scenario = SCENARIO,
        disk: Disk | None = None,
    ) -> None:
        self.store = store or CountingStore()
        self.clock = Ticking()
        self.house = House(self.store, self.clock, at_once)
        length = max(scenario.lengths)
        new = (begin(self.house, packed(scenario), setup(length=length)) for _ in range(tables))
        self.kept = tuple(new if kept is None else kept)
        self.room = Room(self.store, self.clock, disk)
        self.tables = [Table(one.game, self.store.read(one.game)) for one in self.kept]
        self.tellings = []
        for one, table in zip(self.kept, self.tables, strict=True):
            holders = tuple(SeatHolder(held.seat, held.holder) for held in one.start.roster)
            self.tellings.append(Telling(one.start.session, one.start.package, holders))
            self.room.open(table, self.tellings[-1])
        self.store.commits.clear()

    @property
    def table(self) -> Table:
        return self.tables[0]

    def ear(self, seat: int = 1, table: int = 0) -> Ear:
        ear = Ear()
        self.tellings[table].sit(self.tables[table].state, SeatId(seat), ear.hear)
        return ear

    def ask(self, seat: int, intent_id: str, intent: AnyIntent, ear: Ear | None = None, table: int = 0) -> None:
        answer = None if ear is None else (lambda answered: ear.hear(wire.encode(answered)))
        self.room.submit(self.tables[table].game, SeatId(seat), intent_id, intent, answer)

    def players(self, bots: Mapping[SeatId, Player], hold: Hold = at_once) -> Players:
        players = Players(self.room, self.table, bots, hold)
        self.room.watch(self.table.game, players)
        return players
