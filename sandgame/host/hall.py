"""A class: its tables in one room and one store, the laptops that come and go, the lobby, and the common pace."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sandgame import __version__
from sandgame.frames import class_wire
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import (
    CallTold,
    ClassSetup,
    ClassState,
    ConsoleTold,
    JoinReason,
    LobbyTold,
    Pace,
    Refused,
    Welcome,
)
from sandgame.frames.lobby import TableSetup
from sandgame.host.chair import Chair, kept_as, new_token
from sandgame.host.class_table import ClassTable
from sandgame.host.clock import place_of
from sandgame.host.guest import Guest
from sandgame.host.players import Hold
from sandgame.host.room import Room
from sandgame.host.solo import Clock, style_of
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.log import encode, kind_of
from sandgame.rules.start import start
from sandgame.scenario.package import Package
from sandgame.store.classes import ClassStore, KeptClass
from sandgame.store.records import Happened, Holding, NewSession
from sandgame.store.upgrade import events_of, upgraded

TICK = 1.0
GLANCE = 0.25
"""Seconds between two looks of the console at the tables."""
MAX_GUESTS = 160
CODE_HOLDS = 600.0
"""Seconds for which a seat code works."""
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class ClassHouse:
    """What a class needs of the place it is played in."""

    store: ClassStore
    clock: Clock
    hold: Hold


def found(house: ClassHouse, package: Package, setup: ClassSetup) -> KeptClass:
    """A new class, stored with the first events of each table's log."""
    scenario = package.scenario
    if setup.length not in scenario.lengths:
        raise ValueError(f"{package.id} is not played over {setup.length} weeks")
    at = house.clock()
    begun = start(
        scenario,
        package.fingerprint,
        setup.seed,
        setup.length,
        setup.talk,
        package.benchmarks(setup.seed, setup.length),
        shorter=package.shorter(setup.seed, setup.length),
    )
    # what stands for it in the list of all sessions: a table with people in every seat
    whole = TableSetup(package.id, scenario.seats, setup.length, setup.colleagues, setup.seed)
    roster = tuple(Holding(seat, "bot", style_of(whole, seat), None) for seat in scenario.seats)
    started = datetime.fromtimestamp(at / 1000).astimezone().isoformat(timespec="seconds")
    new = NewSession(secrets.token_hex(8), started, whole, package, roster)
    log = [Happened(at, TABLE, None, kind_of(event), encode(event)) for event in begun]
    return house.store.create_class(new, setup, [log] * setup.tables)


class Hall:
    """A class in play. Lives in one running loop; each laptop is a `Guest`."""

    def __init__(self, house: ClassHouse, kept: KeptClass, key: str) -> None:
        self.key = key
        self.name = secrets.token_hex(4)
        self.setup = kept.setup
        self.session = kept.session
        self._house = house
        self._kept = kept
        self._state: ClassState = kept.state
        self._guests: list[Guest] = []
        self._codes: dict[str, tuple[ClassTable, Chair, float]] = {}
        self._telling: asyncio.Handle | None = None
        self._rows: set[int] = set()
        self._lobby = False
        self._glanced = -GLANCE
        loop = asyncio.get_running_loop()
        self.now: Callable[[], float] = loop.time
        self._room = Room(house.store, house.clock)
        logs = [house.store.read(game) for game in kept.games]
        self.tables: Sequence[ClassTable] = [
            ClassTable(self, number, kept, self._room, log, house.hold) for number, log in enumerate(logs, start=1)
        ]
        if self.playing:
            for table, log in zip(self.tables, logs, strict=True):
                entries = upgraded(log)
                table.resume(zip(entries, events_of(entries), strict=True))
        self._ticking = loop.call_later(TICK, self._tick)

    @property
    def playing(self) -> bool:
        return self._state == "playing"

    @property
    def over(self) -> bool:
        return all(table.table.state.phase == "over" for table in self.tables)

    def table(self, number: int) -> ClassTable | None:
        return self.tables[number - 1] if 1 <= number <= len(self.tables) else None

    def visit(self, tell: Callable[[bytes], None], hang_up: Callable[[], None]) -> Guest:
        """A laptop has come."""
        guest = Guest(self, tell, hang_up)
        self._guests.append(guest)
        return guest

    def close(self) -> None:
        """All that was asked is stored and answered; then nothing moves any more."""
        self._ticking.cancel()
        if self._telling is not None:
            self._telling.cancel()
        for table in self.tables:
            table.stop()

    # -- laptops

    @property
    def full(self) -> bool:
        return len(self._guests) > MAX_GUESTS

    def greet(self, guest: Guest) -> None:
        guest.say(Welcome(self.session, __version__, self._kept.package.card(), self.setup.length, self.setup.talk))
        guest.say(self._lobby_told())

    def gone(self, guest: Guest) -> None:
        self._guests = [other for other in self._guests if other is not guest]

    def seat(self, table: ClassTable, origin: SeatId) -> str:
        """A new token for a seat: stored first, then it holds."""
        token = new_token()
        chair = table.chairs.get(origin)
        before = "" if chair is None else chair.token
        made = chair or Chair(origin, "")
        made.token = kept_as(token)
        try:
            table.chairs[origin] = made
            self._house.store.hold(table.table.game, table.holding(origin))
        except BaseException:
            made.token = before
            if chair is None:
                del table.chairs[origin]
            raise
        return token

    def free(self, table: ClassTable, chair: Chair) -> None:
        """The seat is nobody's again."""
        style = table.holding(chair.origin).style
        self._house.store.hold(table.table.game, Holding(chair.origin, "bot", style, None))
        table.give_up(chair)

    def by_token(self, token: str) -> tuple[ClassTable, Chair] | None:
        hashed = kept_as(token)
        return next(((table, chair) for table, chair in self._chairs() if chair.token == hashed), None)

    def make_code(self, table: ClassTable, chair: Chair) -> str:
        code = "".join(secrets.choice(LETTERS) for _ in range(6))
        self._codes[code] = (table, chair, self.now() + CODE_HOLDS)
        return code

    def by_code(self, code: str) -> tuple[ClassTable, Chair] | None:
        """Once."""
        table, chair, until = self._codes.pop(code, (None, None, 0.0))
        if table is None or chair is None or until < self.now() or table.chairs.get(chair.origin) is not chair:
            return None
        return table, chair

    def _chairs(self) -> Iterator[tuple[ClassTable, Chair]]:
        for table in self.tables:
            for chair in table.chairs.values():
                yield table, chair

    # -- the facilitator

    def start(self, say: Callable[[Told], None]) -> None:
        """Play begins at all tables, bots in the seats that are free."""
        if self.playing:
            say(Refused(JoinReason.ALREADY_PLAYING))
            return
        self._house.store.note_class(self.session, self.setup, "playing")
        self._state = "playing"
        for table in self.tables:
            table.begin()
            for laptop in {id(c.laptop): c.laptop for c in table.chairs.values()}.values():
                if laptop is not None:
                    table.tell_clock(laptop)
        self.seated()

    def set_pace(self, pace: Pace) -> None:
        setup = ClassSetup(
            **{name: getattr(self.setup, name) for name in ClassSetup.__struct_fields__} | {"pace": pace}
        )
        self._house.store.note_class(self.session, setup, self._state)
        self.setup = setup
        self._keep_step()
        self.seated()

    def show_console(self, guest: Guest) -> None:
        guest.say(ConsoleTold(tuple(table.row() for table in self.tables)))
        for table in self.tables:
            for call in table.calls():
                guest.say(call)

    # -- what the tables say

    def moved(self, table: ClassTable) -> None:
        self._rows.add(table.number)
        self._keep_step()
        self._tell_soon()

    def called(self, call: CallTold) -> None:
        for guest in self._guests:
            if guest.leads:
                guest.say(call)

    def seated(self) -> None:
        self._lobby = True
        self._tell_soon()

    def _keep_step(self) -> None:
        """All in step: who comes to a phase first waits at its start for the others."""
        if not self.playing:
            return
        at = {table.number: place_of(table.table.state) for table in self.tables}
        last = min(at.values())
        for table in self.tables:
            if self.setup.pace == "step" and at[table.number] > last:
                if not table.waiting and table.table.state.phase != "over":
                    table.hold()
            elif table.waiting:
                table.release()

    def _tick(self) -> None:
        self._ticking = asyncio.get_running_loop().call_later(TICK, self._tick)
        for guest in tuple(self._guests):
            guest.tick()
        if self.playing:
            for table in self.tables:
                table.tick()

    # -- news for all: once a turn, each encoded once

    def _tell_soon(self) -> None:
        """A lobby that changed is told at once, also while the console waits."""
        loop = asyncio.get_running_loop()
        if self._lobby and isinstance(self._telling, asyncio.TimerHandle):
            self._telling.cancel()
            self._telling = None
        if self._telling is None:
            self._telling = loop.call_soon(self._tell)

    def _tell(self) -> None:
        self._telling = None
        if self._lobby:
            self._lobby = False
            told = class_wire.encode(self._lobby_told())
            for guest in tuple(self._guests):
                if guest.greeted:
                    guest.tell(told)
        wait = self._glanced + GLANCE - self.now()
        if self._rows and wait > 0:
            self._telling = asyncio.get_running_loop().call_later(wait, self._tell)
        elif self._rows:
            self._tell_console()

    def _tell_console(self) -> None:
        """Nobody reads faster than a few times a second."""
        self._glanced = self.now()
        rows = tuple(self.tables[number - 1].row() for number in sorted(self._rows))
        self._rows.clear()
        told = class_wire.encode(ConsoleTold(rows))
        for guest in self._guests:
            if guest.leads:
                guest.tell(told)

    def _lobby_told(self) -> LobbyTold:
        return LobbyTold(self._state, self.setup.pace, tuple(table.lobby() for table in self.tables))
