"""A class: its tables in one room and one store, the laptops that come and go, the lobby, and the common pace."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sandgame import __version__
from sandgame.frames import class_wire
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import (
    Absence,
    CallTold,
    CardsTold,
    ClassSetup,
    ClassState,
    ConsoleTold,
    JoinReason,
    LobbyTold,
    MoveSeat,
    Pace,
    ReceiptTold,
    Refused,
    ReserveSeats,
    Welcome,
)
from sandgame.frames.console import BookmarksTold, CaseTold, MeasureSeen
from sandgame.frames.lobby import TableSetup
from sandgame.host.class_table import ClassTable
from sandgame.host.debrief_room import DebriefRoom
from sandgame.host.disk import Disk
from sandgame.host.founding import first_log, new_session
from sandgame.host.guest import Guest
from sandgame.host.jobs import Desk
from sandgame.host.notice import Notice
from sandgame.host.pace import keep_pace
from sandgame.host.players import Hold
from sandgame.host.room import Room
from sandgame.host.roster import Roster
from sandgame.host.solo import Clock, style_of
from sandgame.host.watching import Watching
from sandgame.rules.ids import TABLE, ServiceId
from sandgame.scenario.package import Package
from sandgame.store.classes import ClassStore, KeptClass
from sandgame.store.records import Entry, Holding
from sandgame.store.upgrade import events_of, upgraded

TICK = 1.0
GLANCE = 0.25
"""Seconds between two looks of the console at the tables."""
LOOK = 0.5
"""Seconds between two looks at a table that is watched."""
SHOWN = 0.1
"""Seconds between two lobbies: where all come back at once, not each of them is told of each."""
MAX_GUESTS = 160


@dataclass(frozen=True, slots=True)
class ClassHouse:
    """What a class needs of the place it is played in. Without a desk no debrief is made. `disk` is a
    thread that waits for it; without one the loop does."""

    store: ClassStore
    clock: Clock
    hold: Hold
    desk: Desk | None = None
    disk: Disk | None = None


def found(house: ClassHouse, package: Package, setup: ClassSetup) -> KeptClass:
    """A new class, stored with the first events of each table's log."""
    scenario = package.scenario
    if setup.length not in scenario.lengths:
        raise ValueError(f"{package.id} is not played over {setup.length} weeks")
    at = house.clock()
    # what stands for it in the list of all sessions: a table with people in every seat
    whole = TableSetup(package.id, scenario.seats, setup.length, setup.colleagues, setup.seed)
    roster = tuple(Holding(seat, "bot", style_of(whole, seat), None) for seat in scenario.seats)
    log = first_log(package, setup, at, {})
    return house.store.create_class(new_session(package, whole, at, roster), setup, [log] * setup.tables)


@dataclass(frozen=True, slots=True)
class Door:
    """By what laptops join: told to the facilitator."""

    code: str = ""
    address: str = ""
    port: int = 0


class Hall:  # long: what laptops and the facilitator may ask of a class, in one place
    """A class in play. Lives in one running loop; each laptop is a `Guest`. `door` is known when it is open."""

    def __init__(self, house: ClassHouse, kept: KeptClass, key: str) -> None:
        self.key = key
        self.name = secrets.token_hex(4)
        self.setup = kept.setup
        self.session = kept.session
        self._house = house
        self._kept = kept
        self.door = Door()
        self._state: ClassState = kept.state
        self._guests: list[Guest] = []
        self._rows: set[int] = set()
        self._changed: set[int] = set()
        self._lobby, self._console = Notice(SHOWN, self._tell_lobby), Notice(GLANCE, self._tell_console)
        self._watched = Notice(LOOK, self._tell_watchers)
        self._shown = b""
        """The lobby as everybody was shown it, encoded; empty where it may look otherwise now."""
        loop = asyncio.get_running_loop()
        self.now: Callable[[], float] = loop.time
        setup = kept.setup
        self._welcome = Welcome(
            kept.session, __version__, kept.package.card(), setup.length, setup.talk, setup.laptops
        )  # fmt: skip
        self._room = Room(house.store, house.clock, house.disk)
        logs = [house.store.read(game) for game in kept.games]
        self.tables: Sequence[ClassTable] = [
            ClassTable(self, number, kept, self._room, log, house.hold) for number, log in enumerate(logs, start=1)
        ]
        self.roster = Roster(house.store, self.tables, self.now, lambda: self._state != "lobby")
        self.watching = Watching(house.store, self.tables)
        self.debrief = None if house.desk is None else DebriefRoom(self, house.store, kept.package, house.desk)
        self._go_on(logs)
        self._ticking = loop.call_later(TICK, self._tick)

    def _go_on(self, logs: Sequence[tuple[Entry, ...]]) -> None:
        """Of a class that was under way, or is over."""
        heard = max((entry.happened.at for log in logs for entry in log[-1:]), default=0)
        for table, log in zip(self.tables, logs, strict=True) if self.playing else ():
            entries = upgraded(log)
            happened = [entry.happened for entry in entries]
            table.resume(list(zip(happened, events_of(entries), strict=True)), heard)
        if self.debrief is not None and self._state != "lobby":
            for table in self.tables:
                self.debrief.take_up(table)

    @property
    def playing(self) -> bool:
        return self._state == "playing"

    @property
    def over(self) -> bool:
        """The facilitator has ended it."""
        return self._state == "over"

    @property
    def state(self) -> ClassState:
        return self._state

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
        for notice in (self._lobby, self._console, self._watched):
            notice.stop()
        for table in self.tables:
            table.stop()
        if self.debrief is not None:
            self.debrief.close()

    # -- laptops

    def present(self) -> Iterator[Guest]:
        return (guest for guest in tuple(self._guests) if guest.greeted)

    @property
    def full(self) -> bool:
        return len(self._guests) > MAX_GUESTS

    def greet(self, guest: Guest) -> None:
        guest.say(self._welcome.lasting(max(table.table.state.length for table in self.tables)))
        # where all come back at once, the lobby that is about to be told to all is told to this guest too
        if not self._lobby.waiting:
            self._shown = self._shown or class_wire.encode(self._lobby_told())
            guest.tell(self._shown)
        if self.debrief is not None:
            self.debrief.greet(guest)

    def gone(self, guest: Guest) -> None:
        self._guests = [other for other in self._guests if other is not guest]

    # -- the facilitator

    def start(self, say: Callable[[Told], None]) -> None:
        """Play begins at all tables, bots in the seats that are free."""
        if self._state != "lobby":
            say(Refused(JoinReason.ALREADY_PLAYING if self.playing else JoinReason.CLASS_OVER))
            return
        self._note(self.setup, "playing")
        for table in self.tables:
            table.begin()
            for laptop in table.seating.laptops():
                table.tell_clock(laptop)
        self._all_changed()

    def end(self) -> None:
        """No more play; what was played stays."""
        if not self.over:
            self._note(self.setup, "over")
            for table in self.tables:
                table.end()
            self._all_changed()
            if self.debrief is not None:
                for table in self.tables:
                    self.debrief.look(table)

    def set_pace(self, pace: Pace) -> None:
        self._note(self.setup.at_pace(pace), self._state)
        self._keep_pace()
        self._all_changed()

    def set_absence(self, absence: Absence) -> None:
        self._note(self.setup.in_absence(absence), self._state)
        for table in self.tables:
            table.settle_seats()
        self._lobby.due()

    def _note(self, setup: ClassSetup, state: ClassState) -> None:
        """Stored first."""
        self._house.store.note_class(self.session, setup, state)
        self.setup, self._state = setup, state

    def reserve(self, frame: ReserveSeats) -> JoinReason | None:
        reason = self.roster.reserve(frame)
        self._lobby.due()
        return reason

    def move_seat(self, frame: MoveSeat) -> JoinReason | None:
        if self._state != "lobby":
            return JoinReason.CLASS_OVER if self.over else JoinReason.ALREADY_PLAYING
        sat = self.roster.sitting(((frame.table, frame.seat), (frame.to_table, frame.to_seat)))
        reason = self.roster.move(frame)
        if reason is None and self.debrief is not None:
            self.debrief.moved(sat)
        self._all_changed()
        return reason

    def show_console(self, guest: Guest) -> None:
        guest.say(self._case_told())
        guest.say(ConsoleTold(tuple(table.row() for table in self.tables)))
        for table in self.tables:
            for call in table.calls():
                guest.say(call)
            if table.bookmarks():
                guest.say(BookmarksTold(table.number, table.bookmarks()))
        for told in self.watching.all_told():
            guest.say(told)
        if self.debrief is not None:
            self.debrief.show_leader(guest)

    def _case_told(self) -> CaseTold:
        package = self._kept.package
        scenario = package.scenario
        return CaseTold(
            setup=self.setup,
            cast=package.cast(TABLE, (ServiceId(n) for n in range(1, len(scenario.services) + 1))),
            deck=package.cards(),
            measures=tuple(MeasureSeen(each.measure, each.price, each.round) for each in scenario.measures),
            lengths=scenario.lengths,
            code=self.door.code,
            address=self.door.address,
            port=self.door.port,
        )

    # -- what the tables say

    def moved(self, table: ClassTable) -> None:
        # people may have changed their seats
        self._shown = b""
        self._note_change(table)
        self._keep_pace()
        if self.debrief is not None:
            self.debrief.look(table)

    def called(self, call: CallTold) -> None:
        self._tell_leaders(call)

    def marked(self, told: BookmarksTold) -> None:
        self._tell_leaders(told)

    def received(self, told: ReceiptTold) -> None:
        self._tell_leaders(told)

    def card_kept(self, told: CardsTold) -> None:
        self._tell_leaders(told)

    def _tell_leaders(self, told: Told) -> None:
        for guest in self._guests:
            if guest.leads:
                guest.say(told)

    def seated(self, table: ClassTable) -> None:
        self._lobby.due()
        self._note_change(table)
        if self.debrief is not None:
            self.debrief.seated(table)

    def _note_change(self, table: ClassTable) -> None:
        self._rows.add(table.number)
        self._console.due()
        if any(guest.leads and guest.watches == table.number for guest in self._guests):
            self._changed.add(table.number)
            self._watched.due()

    def _all_changed(self) -> None:
        for table in self.tables:
            self.seated(table)

    def _keep_pace(self) -> None:
        if self.playing:
            keep_pace(self.tables, self.setup.pace)

    def _tick(self) -> None:
        self._ticking = asyncio.get_running_loop().call_later(TICK, self._tick)
        for guest in tuple(self._guests):
            guest.tick()
        if self.playing:
            for table in self.tables:
                table.tick()
            if self.setup.pace == "clock":
                self._keep_pace()

    # -- news for all: each encoded once

    def _tell_lobby(self) -> None:
        self._shown = class_wire.encode(self._lobby_told())
        for guest in tuple(self._guests):
            if guest.greeted:
                guest.tell(self._shown)

    def _tell_console(self) -> None:
        rows = tuple(self.tables[number - 1].row() for number in sorted(self._rows))
        self._rows.clear()
        told = class_wire.encode(ConsoleTold(rows))
        for guest in self._guests:
            if guest.leads:
                guest.tell(told)

    def _tell_watchers(self) -> None:
        changed, self._changed = self._changed, set()
        for number in sorted(changed):
            watching = [guest for guest in self._guests if guest.watches == number]
            told = class_wire.encode(self.tables[number - 1].seen()) if watching else b""
            for guest in watching:
                guest.tell(told)

    def _lobby_told(self) -> LobbyTold:
        tables = tuple(each.seating.lobby(each.number) for each in self.tables)
        return LobbyTold(self._state, self.setup.pace, tables, self.setup.absence)
