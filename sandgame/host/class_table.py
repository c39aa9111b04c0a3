"""A table of a class: its game, the people in its seats wherever they sit, bots for the rest, and its clock."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Protocol

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.standing_in import note
from sandgame.bots.styles import row_of
from sandgame.frames import class_wire
from sandgame.frames.classroom import (
    CallTold,
    ClassSetup,
    ClockTold,
    LobbySeat,
    LobbyTable,
    StandInTold,
    TableRow,
    WeekOfStandIn,
)
from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered, Holder, SeatHolder
from sandgame.host.chair import Chair, Laptop
from sandgame.host.clock import PhaseClock, allowed, spent
from sandgame.host.players import PATIENCE, Hold, Players
from sandgame.host.room import Room
from sandgame.host.table import Done, Table
from sandgame.host.telling import Telling
from sandgame.rules.events import Event, MessageSent, PhaseStarted
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.intents import Intent, TimeUp
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import PlayPaused, PlayResumed, RolledBack, SeatTaken, TimeChanged
from sandgame.rules.room_intents import PausePlay, Player, ResumePlay, RoomIntent, SeatPlayer
from sandgame.store.classes import KeptClass
from sandgame.store.records import Entry, Holding

GRACE = 90.0
"""Seconds for which a seat waits for its person, but never more than a third of the phase."""


class Class(Protocol):
    """What a table asks of its class."""

    @property
    def setup(self) -> ClassSetup: ...

    @property
    def playing(self) -> bool: ...

    @property
    def name(self) -> str:
        """This run of the host: no two runs give an intent the same name."""

    def moved(self, table: ClassTable) -> None:
        """Something at a table became true."""

    def called(self, call: CallTold) -> None:
        """Somebody wants the facilitator."""

    def seated(self) -> None:
        """Somebody sat down, dropped out or came back."""


class ClassTable:  # long: one game, its people, its bots and its clock are one thing to the room
    def __init__(
        self, owner: Class, number: int, kept: KeptClass, room: Room, log: tuple[Entry, ...], hold: Hold
    ) -> None:
        self.number = number
        self._owner = owner
        self._room = room
        self._hold = hold
        self._styles = {held.seat: held.style for held in kept.rosters[number - 1]}
        self.table = Table(kept.games[number - 1], log)
        holders = tuple(SeatHolder(held.seat, held.holder) for held in kept.rosters[number - 1])
        self._telling = Telling(kept.session, kept.package, holders)
        self._names = itertools.count(1)
        self.chairs = {
            held.seat: Chair(held.seat, held.token) for held in kept.rosters[number - 1] if held.token is not None
        }
        self.waiting = False
        loop = asyncio.get_running_loop()
        self._now = loop.time
        self.clock = PhaseClock(loop.time)
        self._retry: asyncio.Handle | None = None
        self._asked_up = False
        room.open(self.table, self._telling)
        room.watch(self.table.game, self)
        self._bots: dict[SeatId, Player] = {}
        self._players = Players(room, self.table, {}, hold)

    # -- play begins and goes on

    def begin(self) -> None:
        """Play begins, or goes on after a restart."""
        state = self.table.state
        self.clock.start(allowed(self._owner.setup.seconds, state.round, state.phase))
        if not state.paused:
            self.clock.run()
        for chair in self.chairs.values():
            self._sit(chair)
            chair.left = self._now()
        self.settle_seats()
        self._new_players()

    def resume(self, log: Iterable[tuple[Entry, Event]]) -> None:
        """After a restart: paused, with the time left that it had when it was last heard of."""
        state = self.table.state
        if not state.paused and state.phase != "over":
            self.ask(PausePlay(round=state.round, phase=state.phase))
        used, added = spent((entry.happened, event) for entry, event in log)
        whole = allowed(self._owner.setup.seconds, state.round, state.phase)
        self.begin()
        self.clock.stop()
        self.clock.start(None if whole is None else whole + added, used)

    def stop(self) -> None:
        self._room.close(self.table.game)
        self._players.stop()
        if self._retry is not None:
            self._retry.cancel()

    def ask(self, intent: RoomIntent) -> None:
        """The host's own intents; what is refused was not needed any more."""
        self._room.submit(self.table.game, TABLE, f"host-{self._owner.name}-{next(self._names)}", intent)

    def ask_for_room(self, intent_id: str, intent: RoomIntent, answer: Callable[[Answered], None]) -> None:
        """The facilitator's intents."""
        if isinstance(intent, PausePlay):
            self.waiting = False
        self._room.submit(self.table.game, TABLE, intent_id, intent, answer)

    # -- people

    def seat_now(self, origin: SeatId) -> SeatId:
        """Where the person who took a seat sits since the swaps so far."""
        seat, state = origin, self.table.state
        for one, other, round_ in state.swaps:
            if round_ <= state.round:
                seat = {one: other, other: one}.get(seat, seat)
        return seat

    def chair_of(self, seat: SeatId) -> Chair | None:
        return next((chair for chair in self.chairs.values() if self.seat_now(chair.origin) == seat), None)

    def free_origin(self, seat: SeatId) -> SeatId | None:
        """The seat of the roster that a person who sits down here now takes; None if somebody holds it."""
        free = (held for held in self._styles if held not in self.chairs)
        return next((held for held in free if self.seat_now(held) == seat), None)

    def take(self, origin: SeatId, token: str, laptop: Laptop) -> None:
        self.chairs[origin] = Chair(origin, token)
        self.enter(self.chairs[origin], laptop)

    def enter(self, chair: Chair, laptop: Laptop) -> None:
        """A person comes, or comes back; a bot makes room."""
        self._rise(chair)
        chair.laptop = laptop
        chair.given_up = chair.out = False
        if self._owner.playing:
            self._sit(chair)
            self._tell_what_was_done(chair, laptop)
            self.settle_seats()
            self.tell_clock(laptop)
        self._owner.seated()

    def drop(self, chair: Chair) -> None:
        """The laptop is gone. Its seat waits for a while."""
        self._rise(chair)
        chair.laptop = None
        chair.left = self._now()
        self._owner.seated()

    def give_up(self, chair: Chair) -> None:
        """The person does not come back: a bot keeps the seat."""
        self._rise(chair)
        del self.chairs[chair.origin]
        if self._owner.playing:
            self.settle_seats()
        self._owner.seated()

    def submit(self, chair: Chair, intent_id: str, intent: Intent, answer: Callable[[Answered], None]) -> None:
        seat = self.seat_now(chair.origin)
        if not self._owner.playing:
            answer(Answered(seat, intent_id, Refusal(Reason.PAUSED), stored=True))
        elif self._played_by(seat) != "person" or chair.out:
            answer(Answered(seat, intent_id, Refusal(Reason.NOT_YOUR_SEAT, place=seat), stored=True))
        else:
            self._room.submit(self.table.game, seat, intent_id, intent, answer)

    def tell_again(self, chair: Chair) -> None:
        if chair.place is not None:
            self._telling.tell_all(chair.place)

    def look(self, seat: SeatId, laptop: Laptop) -> Callable[[], None]:
        """See as a seat sees; what it gives back ends it."""
        place = self._telling.sit(self.table.state, seat, laptop.tell)
        return lambda: self._telling.leave(place)

    def _sit(self, chair: Chair) -> None:
        if chair.laptop is not None and chair.place is None:
            self._telling.held_by(tuple(SeatHolder(seat, self._holder(seat)) for seat in self.table.state.seats))
            chair.place = self._telling.sit(self.table.state, self.seat_now(chair.origin), chair.laptop.tell)

    def _holder(self, seat: SeatId) -> Holder:
        return "bot" if self.chair_of(seat) is None or self._played_by(seat) != "person" else "person"

    def _tell_what_was_done(self, chair: Chair, laptop: Laptop) -> None:
        """Who comes back to a stand-in reads what it did."""
        seat = self.seat_now(chair.origin)
        if self._played_by(seat) == "stand_in":
            weeks = tuple(WeekOfStandIn(**asdict(week)) for week in note(self.table.events, seat))
            laptop.say(StandInTold(self.number, seat, weeks))

    def _rise(self, chair: Chair) -> None:
        if chair.place is not None:
            self._telling.leave(chair.place)
            chair.place = None

    # -- who plays which seat

    def settle_seats(self) -> None:
        """Asks for whoever should play each seat and does not yet."""
        state = self.table.tentative
        if state.phase == "over":
            return
        for seat in state.seats:
            wanted = self._wanted(seat)
            if wanted is not None and wanted != state.players.get(seat, "person"):
                self.ask(SeatPlayer(round=state.round, phase=state.phase, seat=seat, player=wanted))

    def _played_by(self, seat: SeatId) -> Player:
        return self.table.tentative.players.get(seat, "person")

    def _wanted(self, seat: SeatId) -> Player | None:
        """None: it may stay as it is."""
        chair = self.chair_of(seat)
        if chair is None:
            return None if self._played_by(seat) != "person" else row_of(self._styles[seat]).name
        if chair.laptop is not None:
            return None if chair.out else "person"
        return "stand_in" if chair.given_up and self._played_by(seat) == "person" else None

    def _grace(self) -> float:
        whole = self.clock.whole
        return GRACE if whole is None else min(GRACE, whole / 3)

    def _new_players(self) -> None:
        """Bots for all seats that have no person now, most downstream first."""
        state = self.table.state
        bots: dict[SeatId, Player] = {seat: player for seat, player in state.players.items() if player != "person"}
        self._bots = bots
        self._players.stop()
        book = Book.of(state.scenario)
        made = {seat: Bot(row_of(bots[seat]), seat, book, state.seed) for seat in book.downstream if seat in bots}
        self._players = Players(self._room, self.table, made, self._hold)
        self._players.begin()

    # -- what the room says

    def settled(self, done: tuple[Done, ...]) -> None:
        events = [event for one in done for event in one.events]
        for one in done:
            self._note_bots(one)
        self._turn_clock(events)
        for event in events:
            if isinstance(event, MessageSent) and event.to == ROOM:
                self._owner.called(self._call(self.table.state.round, event))
        if any(isinstance(event, PhaseStarted | RolledBack) for event in events):
            self._move_people()
        bots = {seat: player for seat, player in self.table.state.players.items() if player != "person"}
        if self._owner.playing and bots != self._bots:
            self._new_players()
        elif self._owner.playing:
            self._players.settled(done)
        if events:
            self._owner.moved(self)

    def not_stored(self, fault: FaultError) -> None:
        """What the host wanted of the table is asked again after a while."""
        self._players.not_stored(fault)
        self._asked_up = False
        if self._retry is None:
            self._retry = asyncio.get_running_loop().call_later(PATIENCE, self._again)

    def _again(self) -> None:
        self._retry = None
        self.settle_seats()

    def _note_bots(self, done: Done) -> None:
        """Whom the facilitator showed out stays out until the facilitator, or a new laptop, says otherwise."""
        if done.intent.startswith("host-"):
            return
        for event in done.events:
            if isinstance(event, SeatTaken) and (chair := self.chair_of(event.seat)) is not None:
                chair.out = event.player != "person"

    def _move_people(self) -> None:
        """After a swap, or going back behind one, people sit elsewhere."""
        for chair in self.chairs.values():
            if chair.place is not None and chair.place.seat != self.seat_now(chair.origin):
                self._rise(chair)
                self._sit(chair)
        self.settle_seats()

    # -- time

    def tick(self) -> None:
        """Once a second: time that has run out, people who did not come back."""
        state = self.table.state
        if state.phase == "over" or state.paused:
            return
        if self.clock.over and not self._asked_up:
            self._asked_up = True
            self.ask(TimeUp(round=state.round, phase=state.phase))
        waited = self._now() - self._grace()
        late = [each for each in self.chairs.values() if each.laptop is None and not each.given_up]
        if self.clock.running and any(each.left <= waited for each in late):
            for each in late:
                each.given_up = each.given_up or each.left <= waited
            self.settle_seats()

    def hold(self) -> None:
        """The others are not here yet."""
        state = self.table.tentative
        if not state.paused:
            self.waiting = True
            self.ask(PausePlay(round=state.round, phase=state.phase))

    def release(self) -> None:
        self.waiting = False
        state = self.table.tentative
        if state.paused:
            self.ask(ResumePlay(round=state.round, phase=state.phase))

    def _turn_clock(self, events: list[Event]) -> None:
        state = self.table.state
        shown = False
        for event in events:
            if isinstance(event, PhaseStarted | RolledBack):
                self._asked_up = False
                self.clock.start(allowed(self._owner.setup.seconds, event.round, event.phase))
            elif isinstance(event, TimeChanged):
                self.clock.change(event.seconds)
                self._asked_up = False
            shown = shown or isinstance(event, PhaseStarted | RolledBack | TimeChanged | PlayPaused | PlayResumed)
        if not shown or not self._owner.playing:
            return
        runs = not state.paused and state.phase != "over"
        if runs != self.clock.running:
            # nobody who dropped out before a pause is late because of it
            for chair in self.chairs.values():
                chair.left = self._now() if chair.laptop is None else chair.left
            (self.clock.run if runs else self.clock.stop)()
        told = class_wire.encode(self._clock_told())
        for laptop in {id(chair.laptop): chair.laptop for chair in self.chairs.values()}.values():
            if laptop is not None:
                laptop.tell(told)

    def tell_clock(self, laptop: Laptop) -> None:
        laptop.say(self._clock_told())

    def _clock_told(self) -> ClockTold:
        state, left = self.table.state, self.clock.left
        seconds = None if left is None else round(max(0.0, left), 3)
        return ClockTold(self.number, state.round, state.phase, seconds, self.clock.running)

    # -- at a glance

    def calls(self) -> list[CallTold]:
        """What was said to whoever runs the room so far."""
        said = (each for each in self.table.state.messages if each.message.to == ROOM)
        return [self._call(each.round, each.message) for each in said]

    def _call(self, round_: int, message: MessageSent) -> CallTold:
        return CallTold(self.number, round_, message.seat, message.text)

    def lobby(self) -> LobbyTable:
        return LobbyTable(self.number, tuple(self._lobby_seat(seat) for seat in self.table.state.seats))

    def _lobby_seat(self, seat: SeatId) -> LobbySeat:
        chair = self.chair_of(seat)
        return LobbySeat(seat, "free" if chair is None else "away" if chair.laptop is None else "here")

    def row(self) -> TableRow:
        state = self.table.state
        lines = [line for sheet in state.sheets.values() for line in sheet.lines]
        return TableRow(
            table=self.number,
            round=state.round,
            phase=state.phase,
            paused=state.paused,
            waiting=self.waiting,
            done=tuple(sorted(state.finished)),
            bots=tuple(sorted(seat for seat, player in state.players.items() if player != "person")),
            result=state.money.result,
            unanswered=sum(1 for line in lines if line.state == "open" and len(line.turns) == 1),
            escalated=sum(1 for each in state.escalations if each.round == state.round and each.decided is None),
            calls=sum(1 for said in state.messages if said.message.to == ROOM),
        )

    def holding(self, origin: SeatId) -> Holding:
        """The roster's line of a seat as it is now."""
        chair = self.chairs.get(origin)
        style = self._styles[origin]
        if chair is None:
            return Holding(origin, "bot", style, None)
        return Holding(origin, "person", style, None, chair.token)
