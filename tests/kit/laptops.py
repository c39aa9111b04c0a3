"""Laptops of a class over the real wire: each plays its seat like a bot, drops out and comes back as it is told to."""

from __future__ import annotations

import asyncio
import json
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import NAMES, STYLES
from sandgame.frames.classroom import (
    AskTable,
    ConsoleTold,
    Lead,
    ReturnToSeat,
    SeatGiven,
    StartClass,
    TableAnswered,
    TableRow,
    TakeSeat,
)
from sandgame.frames.line import NoWay
from sandgame.frames.seat import Answered, AskView, Seated, Submit, ViewChanged, merged
from sandgame.host.process import read_note
from sandgame.lab.replay import replay
from sandgame.net.address import Address
from sandgame.net.client import Line, NoWayError, join
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.room_intents import RoomIntent
from sandgame.rules.scenario import Scenario
from sandgame.rules.sections import View
from sandgame.store.class_sqlite import SqliteClassStore
from sandgame.store.folder import DATABASE
from sandgame.store.records import Entry
from sandgame.store.upgrade import events_of, upgraded
from tests.kit.rooms import onward
from tests.kit.tethered import close_pipes, started

Harm = Literal["cut", "unanswered", "torn", "half_open", "twice"]
"""The plug is pulled after an answer, or before it; a frame breaks off in the middle; the laptop forgets its line,
which stays open; a frame goes out twice."""
PATIENCE = 0.3
"""Seconds without news after which a seat that waits for others is done with the phase."""


@dataclass
class HostProcess:
    """The host's own process; what it is known by stays the same over a restart."""

    folder: Path
    case: str
    tables: int
    length: int
    seconds: int = 0
    process: subprocess.Popen[str] | None = None
    said: dict[str, Any] = field(default_factory=dict)

    def start(self, how: str = "new") -> None:
        port = str(self.said.get("port", 0))
        words = [str(self.folder), self.case, str(self.tables), str(self.length), port, how, str(self.seconds)]
        self.process = started("tests.kit.hosting", words)
        assert self.process.stdout is not None
        said = json.loads(self.process.stdout.readline())
        assert not self.said or said["code"] == self.said["code"], "a restart must not change the code"
        self.said = said

    def kill(self) -> None:
        assert self.process is not None
        self.process.kill()
        self._ended(-9)

    def stop(self) -> None:
        assert self.process is not None
        self.process.terminate()
        self._ended(0)

    def _ended(self, code: int) -> None:
        assert self.process is not None
        assert self.process.stdout is not None
        assert self.process.wait(timeout=30) == code
        close_pipes(self.process)
        self.process = None

    @property
    def address(self) -> Address:
        return Address("127.0.0.1", int(self.said["port"]))

    @property
    def fingerprint(self) -> str:
        return str(self.said["fingerprint"])


async def reach(host: HostProcess) -> Line:
    """The host may be away for a while."""
    while True:
        with suppress(NoWayError):
            return await join(host.address, fingerprint=host.fingerprint)
        await asyncio.sleep(0.05)


class Laptop:  # long: a person's laptop, with all that can happen to it
    """One seat, played by the bot of a style through the wire. It keeps one intent in flight and sends that again, by
    the same name, after it has come back; `harm` says what befalls the frame of which number.
    """

    def __init__(
        self, host: HostProcess, scenario: Scenario, table: int, seat: int, harm: dict[int, Harm] | None = None
    ) -> None:
        self.host, self.table = host, table
        self.seat = SeatId(seat)
        self._first = f"t{table}s{seat}"
        self._scenario = scenario
        self._harm = harm or {}
        self._forgotten: list[Line] = []
        self._token: str | None = None
        self._view: View | None = None
        self._number = -1
        self._under_way: Submit | None = None
        self._sent = 0
        self._frames = 0
        self._line: Line | None = None
        self.answers = 0
        self.accepted: set[tuple[SeatId, str]] = set()
        self.drops = 0
        self.seated = asyncio.Event()
        self.rests_at: tuple[int, str] | None = None
        """A round and phase in which this person does nothing, and so keeps the table there."""

    @property
    def view(self) -> View:
        assert self._view is not None
        return self._view

    @property
    def over(self) -> bool:
        return self._view is not None and self._view.table.phase == "over"

    async def play(self) -> None:
        """To the end of the session, through whatever happens to the line."""
        while not self.over:
            line = await reach(self.host)
            self._line = line
            try:
                await self._sit(line)
                while not self.over:
                    await self._go_on(line)
            except NoWayError:
                self.drops += 1
            finally:
                self._line = None
                if line not in self._forgotten:
                    line.cut()
        for line in self._forgotten:
            line.cut()

    def cut(self) -> None:
        if self._line is not None:
            self._line.cut()

    async def _sit(self, line: Line) -> None:
        if self._token is None:
            await line.send(TakeSeat(self.table, self.seat))
        else:
            await line.send(ReturnToSeat(self._token))
        while not isinstance(told := await line.hear(), SeatGiven):
            pass
        self._token, self.seat = told.token, told.seat
        self.seated.set()
        if self._under_way is not None:
            self._view = None
            while self._view is None:
                self._hear(await line.hear())
            if self._under_way.seat == self.view.me.seat:
                await self._send(line, self._under_way)
            else:
                self._under_way = None

    async def _go_on(self, line: Line) -> None:
        if self._view is None:
            self._hear(await line.hear())
            return
        if self._under_way is None and not self.view.room.paused and self._plays:
            for intent in self._bot().act(self.view):
                if await self._asked(line, intent):
                    return
        if self._under_way is not None:
            await self._answered(line)
            return
        try:
            async with asyncio.timeout(PATIENCE):
                told = await line.hear()
        except TimeoutError:
            if not self.view.room.paused and self._plays and self.seat not in self.view.table.finished:
                await self._asked(line, onward(self.view))
            return
        self._hear(told)
        if self._gap:
            self._gap = False
            await line.send(AskView(self.seat))

    _gap = False

    @property
    def _plays(self) -> bool:
        if (self.view.table.round, self.view.table.phase) == self.rests_at:
            return False
        return all(held.seat != self.seat for held in self.view.room.played_by)

    def _bot(self) -> Bot:
        style = STYLES[NAMES[(self.seat + self.table) % len(NAMES)]]
        return Bot(style, self.seat, Book.of(self._scenario), 0)

    async def _asked(self, line: Line, intent: Intent) -> bool:
        """Whether it was taken."""
        self._sent += 1
        await self._send(line, Submit(self.seat, f"{self._first}-{self._sent:05}", intent))
        return await self._answered(line)

    async def _send(self, line: Line, frame: Submit) -> None:
        self._under_way = frame
        await line.send(frame)
        self._frames += 1
        harm = self._harm.get(self._frames)
        if harm == "twice":
            await line.send(frame)
        elif harm == "unanswered":
            line.cut()
        elif harm == "torn":
            # a frame of 1 024 bytes begins, and that is all
            line._socket.transport.write(b"\x82\xfe\x04\x00half")
            line.cut()
        elif harm == "half_open":
            self._forgotten.append(line)
            raise NoWayError(NoWay.NO_ANSWER)

    async def _answered(self, line: Line) -> bool:
        """Waits for the answer to what is under way; news come before it."""
        taken = False
        while self._under_way is not None:
            told = await line.hear()
            if isinstance(told, Answered) and told.id == self._under_way.id:
                taken = told.refusal is None and told.stored
                if taken:
                    self.accepted.add((told.seat, told.id))
                self._under_way = None
                self.answers += 1
                if self._harm.get(self._frames) == "cut":
                    line.cut()
            else:
                self._hear(told)
        return taken

    def _hear(self, told: object) -> None:
        if isinstance(told, Seated):
            self._view, self._number, self.seat = told.view, told.number, told.seat
        elif isinstance(told, ViewChanged) and self._view is not None and told.seat == self.seat:
            self._gap = told.number != self._number + 1
            self._view, self._number = merged(self._view, told), told.number


class Facilitator:
    """The facilitator's window: leads with the key of the host's note, and keeps the tables at a glance."""

    def __init__(self, host: HostProcess) -> None:
        self._host = host
        self.line: Line | None = None
        self.rows: dict[int, TableRow] = {}
        self._asked = 0
        self.answers: dict[str, list[TableAnswered]] = {}
        self._news = asyncio.Condition()
        self._hearing: asyncio.Task[None] | None = None
        self._run = 0

    async def open(self) -> None:
        self._run += 1
        self.line = await reach(self._host)
        note = read_note(self._host.folder)
        assert note is not None
        await self.line.send(Lead(note.key))
        self._hearing = asyncio.create_task(self._hear(self.line))

    async def close(self) -> None:
        assert self.line is not None
        assert self._hearing is not None
        self.line.cut()
        await self._hearing

    async def begin(self) -> None:
        assert self.line is not None
        await self.line.send(StartClass())

    async def ask(self, table: int, intent: RoomIntent) -> TableAnswered:
        assert self.line is not None
        self._asked += 1
        name = f"leader-{self._run}-{self._asked:04}"
        await self.line.send(AskTable(table, name, intent))
        async with self._news:
            await self._news.wait_for(lambda: name in self.answers)
        return self.answers[name][0]

    async def when(self, true: Callable[[dict[int, TableRow]], bool]) -> None:
        """Waits until the tables stand so."""
        async with self._news:
            await self._news.wait_for(lambda: bool(self.rows) and true(self.rows))

    async def later_than(self, row: TableRow) -> None:
        await self.when(lambda rows: rows[row.table] is not row)

    async def _hear(self, line: Line) -> None:
        async for told in line:
            async with self._news:
                if isinstance(told, ConsoleTold):
                    self.rows |= {row.table: row for row in told.tables}
                elif isinstance(told, TableAnswered):
                    self.answers.setdefault(told.id, []).append(told)
                self._news.notify_all()


def told_again(folder: Path, laptops: Sequence[Laptop]) -> list[tuple[Entry, ...]]:
    """The logs of a class that is over: each told again by the rules, nothing answered lost, nothing done twice."""
    store = SqliteClassStore(folder / DATABASE)
    try:
        games = store.kept_class(store.classes()[0]).games
        logs = [store.read(game) for game in games]
    finally:
        store.close()
    for number, log in enumerate(logs, start=1):
        told = replay(events_of(upgraded(log)))
        assert told.state.phase == "over"
        assert told.differs == ()
        names = [(entry.happened.seat, entry.happened.intent) for entry in log if entry.happened.intent]
        assert len(names) == len(set(names)), "something was done twice"
        answered = {name for laptop in laptops if laptop.table == number for name in laptop.accepted}
        assert answered
        assert answered <= set(names), "something answered was lost"
    return logs
