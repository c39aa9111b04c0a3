"""A table of a class: its game, the people in its seats, bots for the rest, and its clock."""  # long: as its class is

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import Protocol

from sandgame.bots.standing_in import note
from sandgame.frames import class_wire
from sandgame.frames.classroom import (
    CallTold,
    ClassSetup,
    ClassState,
    ClockTold,
    ReceiptTold,
    StandInTold,
    TableRow,
    WeekOfStandIn,
)
from sandgame.frames.console import BookmarksTold, TableSeen
from sandgame.frames.debrief import BookmarkSeen
from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered, SeatHolder
from sandgame.host.casting import Casting
from sandgame.host.chair import Chair, Laptop, Onlooker, Sitter
from sandgame.host.clock import Place
from sandgame.host.glance import Asked, AtTable, note_asked, row_of, waits_long
from sandgame.host.players import PATIENCE, Hold
from sandgame.host.receipts import Receipts
from sandgame.host.room import Room
from sandgame.host.seating import Seating
from sandgame.host.table import Done, Table
from sandgame.host.table_seen import table_seen
from sandgame.host.table_time import TableTime, changes_time
from sandgame.host.telling import Telling
from sandgame.rules.events import Event, MessageSent, PhaseStarted
from sandgame.rules.ids import ROOM, TABLE, SeatId, SheetId
from sandgame.rules.intents import Intent, TimeUp
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.rollback import live
from sandgame.rules.room_events import MomentMarked, RolledBack
from sandgame.rules.room_intents import PausePlay, ResumePlay, RoomIntent, ShortenSession
from sandgame.rules.state import State
from sandgame.store.classes import KeptClass
from sandgame.store.records import Entry, Happened


class Class(Protocol):
    """What a table asks of its class."""

    @property
    def setup(self) -> ClassSetup: ...

    @property
    def state(self) -> ClassState: ...

    @property
    def name(self) -> str:
        """This run of the host: no two runs give an intent the same name."""

    def moved(self, table: ClassTable) -> None:
        """Something at a table became true, or has waited for long."""

    def called(self, call: CallTold) -> None:
        """Somebody wants the facilitator."""

    def marked(self, told: BookmarksTold) -> None:
        """A bookmark was set, or went with what was rolled back."""

    def received(self, told: ReceiptTold) -> None:
        """To whom the facilitator's words have come."""

    def seated(self, table: ClassTable) -> None:
        """Somebody sat down, dropped out or came back."""


class ClassTable:  # long: one game, its people and its bots are one thing to the room
    def __init__(
        self, owner: Class, number: int, kept: KeptClass, room: Room, log: tuple[Entry, ...], hold: Hold
    ) -> None:
        self.number = number
        self._owner = owner
        self._room = room
        self._package = kept.package
        roster = kept.rosters[number - 1]
        self.table = Table(kept.games[number - 1], log)
        self.seating = Seating(roster, lambda: self.table.state)
        holders = tuple(SeatHolder(held.seat, held.holder) for held in roster)
        self._telling = Telling(kept.session, kept.package, holders)
        self._names = itertools.count(1)
        self._acted = frozenset[SeatId]()
        self._length = self.table.state.length
        self._marks: tuple[int, tuple[BookmarkSeen, ...]] = (0, ())
        """How long the log was, and the bookmarks in it that count."""
        for done in self.table.past:
            self._note_acts(done)
        self._asked: Asked = {}
        self._long = frozenset[tuple[SheetId, int]]()
        self._receipts = Receipts(number, self.seating)
        self._now = asyncio.get_running_loop().time
        self.time = TableTime(self._now, lambda: self._owner.setup)
        self._retry: asyncio.Handle | None = None
        room.open(self.table, self._telling)
        room.watch(self.table.game, self)
        self._casting = Casting(room, self.table, self.seating, hold, lambda: self._owner.setup, self.ask)

    # -- play begins, goes on and ends

    def begin(self) -> None:
        """Play begins, or goes on after a restart."""
        self.time.begin(self.table.state)
        for chair in self.seating.chairs.values():
            self._sit(chair)
            chair.left = chair.gone = self._now()
        for onlooker in self.seating.onlookers:
            self._sit_by(onlooker)
        self._casting.begin()

    def resume(self, log: Sequence[tuple[Happened, Event]], heard: int) -> None:
        """After a restart: paused, with the time left that it had when it was last heard of; `heard` of the class."""
        state = self.table.state
        if not state.paused and state.phase != "over":
            self.ask(PausePlay(round=state.round, phase=state.phase))
        self.begin()
        self.time.resume(log, state, heard)

    def end(self) -> None:
        """No more play; whoever is here still sees."""
        self._casting.stop()
        self.time.end()
        self._tell_all_the_clock()

    def stop(self) -> None:
        self._room.close(self.table.game)
        self._casting.stop()
        if self._retry is not None:
            self._retry.cancel()

    def ask(self, intent: RoomIntent) -> None:
        """The host's own intents; what is refused was not needed any more."""
        self._room.submit(self.table.game, TABLE, f"host-{self._owner.name}-{next(self._names)}", intent)

    def ask_for_room(self, intent_id: str, intent: RoomIntent, answer: Callable[[Answered], None]) -> None:
        """The facilitator's intents. A pause is now the facilitator's; who ends a phase does not wait for its time."""
        if isinstance(intent, PausePlay) and self.waiting:
            self.time.wait(False)
            answer(Answered(TABLE, intent_id, None, stored=True))
            self._owner.moved(self)
            return
        state = self.table.tentative
        if isinstance(intent, TimeUp) and (self.waiting or (intent.round, intent.phase) == (state.round, state.phase)):
            self.time.forget_rest()
        self._room.submit(self.table.game, TABLE, intent_id, intent, answer)

    @property
    def _playing(self) -> bool:
        return self._owner.state == "playing"

    # -- people

    def enter(self, chair: Chair, laptop: Sitter) -> None:
        """A person comes, or comes back; a bot makes room."""
        self._rise(chair)
        chair.laptop = laptop
        chair.late = chair.out = False
        if self._owner.state != "lobby":
            self._sit(chair)
            self._tell_what_was_done(chair, laptop)
            self.settle_seats()
            self.tell_clock(laptop)
        self._owner.seated(self)

    def drop(self, chair: Chair) -> None:
        """The laptop is gone. Its seat waits for a while."""
        self._rise(chair)
        chair.laptop = None
        chair.left = chair.gone = self._now()
        self._owner.seated(self)

    def give_up(self, chair: Chair) -> None:
        """The person does not come back: a bot keeps the seat."""
        self._rise(chair)
        del self.seating.chairs[chair.origin]
        self.settle_seats()
        self._owner.seated(self)

    def submit(self, chair: Chair, intent_id: str, intent: Intent, answer: Callable[[Answered], None]) -> None:
        seat = self.seating.seat_now(chair.origin)
        if not self._playing:
            reason = Reason.PAUSED if self._owner.state == "lobby" else Reason.GAME_OVER
            answer(Answered(seat, intent_id, Refusal(reason), stored=True))
        elif self._casting.played_by(seat) != "person" or chair.out:
            answer(Answered(seat, intent_id, Refusal(Reason.NOT_YOUR_SEAT, place=seat), stored=True))
        else:
            self._room.submit(self.table.game, seat, intent_id, intent, answer)

    def tell_again(self, who: Chair | Onlooker) -> None:
        if who.place is not None:
            self._telling.tell_all(who.place)

    def look(self, seat: SeatId, laptop: Laptop) -> Callable[[], None]:
        """See as a seat sees; what it gives back ends it."""
        place = self._telling.sit(self.table.state, seat, laptop.tell)
        return lambda: self._telling.leave(place)

    def look_on(self, seat: SeatId, laptop: Laptop, token: str) -> Onlooker:
        """An observer sees what the seat's person sees, and no sooner."""
        onlooker = Onlooker(seat, laptop, token=token)
        self.seating.onlookers.append(onlooker)
        if self._owner.state != "lobby":
            self._sit_by(onlooker)
        self.tell_clock(laptop)
        return onlooker

    def look_away(self, onlooker: Onlooker) -> None:
        self._rise(onlooker)
        self.seating.onlookers.remove(onlooker)

    def _sit(self, chair: Chair) -> None:
        if chair.laptop is not None and chair.place is None:
            self._tell_holders()
            seat = self.seating.seat_now(chair.origin)
            chair.place = self._telling.sit(self.table.state, seat, chair.laptop.tell)

    def _sit_by(self, onlooker: Onlooker) -> None:
        self._tell_holders()
        onlooker.place = self._telling.sit(self.table.state, onlooker.seat, onlooker.laptop.tell)

    def _tell_holders(self) -> None:
        self._telling.held_by(self._casting.holders())

    def _tell_what_was_done(self, chair: Chair, laptop: Laptop) -> None:
        """Who comes back to a stand-in reads what it did."""
        seat = self.seating.seat_now(chair.origin)
        if self._casting.played_by(seat) == "stand_in":
            weeks = tuple(WeekOfStandIn(**asdict(week)) for week in note(self.table.events, seat))
            laptop.say(StandInTold(self.number, seat, weeks))

    def _rise(self, who: Chair | Onlooker) -> None:
        if who.place is not None:
            self._telling.leave(who.place)
            who.place = None

    def settle_seats(self) -> None:
        """Asks for whoever should play each seat and does not yet."""
        if self._playing:
            self._casting.settle()

    # -- what the room says

    def settled(self, done: tuple[Done, ...]) -> None:
        events = [event for one in done for event in one.events]
        for one in done:
            self._casting.note(one)
            self._note_acts(one)
            self.time.turn(one, held=self.table.tentative.paused)
        self._asked = note_asked(self._asked, self.table.state, self._now())
        self._stay_short()
        if changes_time(events):
            self._run_clock()
        self._tell_leaders(done)
        if any(isinstance(event, PhaseStarted | RolledBack) for event in events):
            self._move_people()
        if self._playing:
            self._casting.follow(done)
        if events:
            self._owner.moved(self)

    def _stay_short(self) -> None:
        """A table taken back to before its game was shortened plays as few weeks as the others: that is for good."""
        state = self.table.tentative
        was = self._length = min(self._length, self.table.state.length)
        if state.length > was and self._playing:
            self.ask(ShortenSession(round=state.round, phase=state.phase, length=was))

    def _tell_leaders(self, done: tuple[Done, ...]) -> None:
        """Who called, what is marked, and to whom their own words have come."""
        if any(isinstance(event, MomentMarked | RolledBack) for one in done for event in one.events):
            self._owner.marked(BookmarksTold(self.number, self.bookmarks()))
        for one in done:
            for event in one.events:
                if isinstance(event, MessageSent) and event.to == ROOM:
                    self._owner.called(self._call(self.table.state.round, event.seat, event.text))
            for told in self._receipts.settled(one, self.table.state):
                self._owner.received(told)

    def words_came(self, chair: Chair, count: int) -> None:
        for told in self._receipts.came(chair, count):
            self._owner.received(told)

    def not_stored(self, fault: FaultError) -> None:
        """What the host wanted of the table is asked again after a while."""
        self._casting.not_stored(fault)
        self.time.ask_again()
        if self.waiting and not self.table.state.paused:
            self.time.wait(False)
        if self._retry is None:
            self._retry = asyncio.get_running_loop().call_later(PATIENCE, self._again)

    def _again(self) -> None:
        self._retry = None
        self.settle_seats()
        self._owner.moved(self)

    def _note_acts(self, done: Done) -> None:
        """A phase that begins finds nobody at work yet."""
        begins = any(isinstance(event, PhaseStarted | RolledBack) for event in done.events)
        self._acted = frozenset() if begins else self._acted | {done.seat}

    def _move_people(self) -> None:
        """After a swap, or going back behind one, people sit elsewhere."""
        for chair in self.seating.chairs.values():
            if chair.place is not None and chair.place.seat != self.seating.seat_now(chair.origin):
                self._rise(chair)
                self._sit(chair)
        self.settle_seats()

    # -- time

    def tick(self) -> None:
        """Once a second: time that has run out, people who did not come back, lines that wait for long."""
        state = self.table.state
        if state.phase == "over" or state.paused:
            return
        if self.time.is_up():
            self.ask(TimeUp(round=state.round, phase=state.phase))
        late = [each for each in self._away() if not each.late and each.left <= self._now() - self.time.grace]
        if self.time.running and late:
            for each in late:
                each.late = True
            self.settle_seats()
        long = waits_long(self._asked, self._now())
        if late or long != self._long:
            self._long = long
            self._owner.moved(self)

    def _away(self) -> Iterator[Chair]:
        return (chair for chair in self.seating.chairs.values() if chair.laptop is None)

    @property
    def now_at(self) -> State:
        return self.table.state

    @property
    def waiting(self) -> bool:
        """Held at the start of a phase."""
        return self.time.waiting

    @property
    def own_from(self) -> Place | None:
        """Where it was rolled back to, until it has caught up."""
        return self.time.own_from

    @own_from.setter
    def own_from(self, place: Place | None) -> None:
        self.time.own_from = place

    @property
    def early(self) -> bool:
        return self.time.early

    def hold(self) -> None:
        """The others are not here yet, or it is not yet time."""
        state = self.table.tentative
        if not state.paused:
            self.time.wait(True)
            self.ask(PausePlay(round=state.round, phase=state.phase))

    def release(self) -> None:
        self.time.wait(False)
        self.time.forget_rest()
        state = self.table.tentative
        if state.paused:
            self.ask(ResumePlay(round=state.round, phase=state.phase))

    def _run_clock(self) -> None:
        if not self._playing:
            return
        if self.time.follow(self.table.state):
            # nobody who dropped out before a pause is late because of it
            for chair in self._away():
                chair.left = self._now()
        self._tell_all_the_clock()

    def _tell_all_the_clock(self) -> None:
        told = class_wire.encode(self._clock_told())
        for laptop in self.seating.laptops():
            laptop.tell(told)

    def tell_clock(self, laptop: Laptop) -> None:
        laptop.say(self._clock_told())

    def _clock_told(self) -> ClockTold:
        state = self.table.state
        return ClockTold(self.number, state.round, state.phase, self.time.seconds, self.time.running, self.waiting)

    # -- at a glance, and whole

    def calls(self) -> list[CallTold]:
        """What was said to whoever runs the room so far."""
        said = (each for each in self.table.state.messages if each.to == ROOM)
        return [self._call(each.round, each.seat, each.text) for each in said]

    def bookmarks(self) -> tuple[BookmarkSeen, ...]:
        """Those that count. A whole log is read for them: not again while nothing was added."""
        log = self.table.events
        if self._marks[0] != len(log):
            marks = (
                BookmarkSeen(self.number, event.round, event.phase, event.note, number, event.whole)
                for number, event in live(log)
                if isinstance(event, MomentMarked)
            )
            self._marks = len(log), tuple(marks)
        return self._marks[1]

    def _call(self, round_: int, seat: SeatId, text: str) -> CallTold:
        return CallTold(self.number, round_, seat, text)

    def row(self) -> TableRow:
        known = AtTable(
            acted=self._acted,
            away=self.seating.away(self._now()),
            seconds=self.time.seconds,
            running=self.time.running,
            waiting=self.waiting,
            own_clock=self.own_from is not None,
            late=self._long,
        )
        return row_of(self.number, self.table.state, known)

    def seen(self) -> TableSeen:
        """All of it, for whoever watches it."""
        return table_seen(self.row(), self.table.state, self.table.events, self.table.times, self._package)
