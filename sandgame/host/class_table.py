"""A table of a class: its game, the people in its seats, bots for the rest, and its clock."""  # long: as its class is

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Protocol

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.standing_in import note
from sandgame.bots.styles import row_of as style_row
from sandgame.frames import class_wire
from sandgame.frames.classroom import (
    CallTold,
    ClassSetup,
    ClassState,
    ClockTold,
    StandInTold,
    TableRow,
    WeekOfStandIn,
)
from sandgame.frames.console import TableSeen
from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered, Holder, SeatHolder
from sandgame.host.chair import Chair, Laptop, Onlooker, Sitter
from sandgame.host.clock import PhaseClock, Place, allowed, order_of, spent
from sandgame.host.glance import Asked, AtTable, note_asked, row_of, waits_long
from sandgame.host.pace import behind_since
from sandgame.host.players import PATIENCE, Hold, Players
from sandgame.host.room import Room
from sandgame.host.seating import Seating
from sandgame.host.table import Done, Table
from sandgame.host.table_seen import table_seen
from sandgame.host.telling import Telling
from sandgame.rules.events import Event, MessageSent, PhaseStarted
from sandgame.rules.ids import ROOM, TABLE, SeatId, SheetId
from sandgame.rules.intents import Intent, TimeUp
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import PlayPaused, PlayResumed, RolledBack, SeatTaken, TimeChanged
from sandgame.rules.room_intents import PausePlay, Player, ResumePlay, RoomIntent, SeatPlayer
from sandgame.rules.state import State
from sandgame.store.classes import KeptClass
from sandgame.store.records import Entry

GRACE = 90.0
"""Seconds for which a seat waits for its person, but never more than a third of the phase."""
TIMED = PhaseStarted | RolledBack | TimeChanged | PlayPaused | PlayResumed
"""After these the clock shows something else."""


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

    def seated(self, table: ClassTable) -> None:
        """Somebody sat down, dropped out or came back."""


class ClassTable:  # long: one game, its people, its bots and its clock are one thing to the room
    """`waiting`: held at the start of a phase. `own_from`: where it was rolled back to, until it has caught up."""

    def __init__(
        self, owner: Class, number: int, kept: KeptClass, room: Room, log: tuple[Entry, ...], hold: Hold
    ) -> None:
        self.number = number
        self._owner = owner
        self._room = room
        self._hold = hold
        self._package = kept.package
        roster = kept.rosters[number - 1]
        self.table = Table(kept.games[number - 1], log)
        self.seating = Seating(roster, lambda: self.table.state)
        holders = tuple(SeatHolder(held.seat, held.holder) for held in roster)
        self._telling = Telling(kept.session, kept.package, holders)
        self._names = itertools.count(1)
        self._acted = frozenset[SeatId]()
        for done in self.table.past:
            self._note_acts(done)
        self._asked: Asked = {}
        self._long = frozenset[tuple[SheetId, int]]()
        self.waiting = False
        self.own_from: Place | None = None
        loop = asyncio.get_running_loop()
        self._now = loop.time
        self.clock = PhaseClock(loop.time)
        self._rest = PhaseClock(loop.time)
        self._retry: asyncio.Handle | None = None
        self._asked_up = False
        room.open(self.table, self._telling)
        room.watch(self.table.game, self)
        self._bots: dict[SeatId, Player] = {}
        self._players = Players(room, self.table, {}, hold)

    # -- play begins, goes on and ends

    def begin(self) -> None:
        """Play begins, or goes on after a restart."""
        state = self.table.state
        self.clock.start(allowed(self._owner.setup.seconds, state.round, state.phase))
        if not state.paused:
            self.clock.run()
        for chair in self.seating.chairs.values():
            self._sit(chair)
            chair.left = chair.gone = self._now()
        for onlooker in self.seating.onlookers:
            self._sit_by(onlooker)
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
        self.own_from = behind_since(self.table.events)
        self.clock.stop()
        self.clock.start(None if whole is None else whole + added, used)

    def end(self) -> None:
        """No more play; whoever is here still sees."""
        self._players.stop()
        self.clock.stop()
        self._tell_all_the_clock()

    def stop(self) -> None:
        self._room.close(self.table.game)
        self._players.stop()
        if self._retry is not None:
            self._retry.cancel()

    def ask(self, intent: RoomIntent) -> None:
        """The host's own intents; what is refused was not needed any more."""
        self._room.submit(self.table.game, TABLE, f"host-{self._owner.name}-{next(self._names)}", intent)

    def ask_for_room(self, intent_id: str, intent: RoomIntent, answer: Callable[[Answered], None]) -> None:
        """The facilitator's intents. A pause is now the facilitator's; who ends a phase does not wait for its time."""
        if isinstance(intent, PausePlay) and self.waiting:
            self._wait(False)
            answer(Answered(TABLE, intent_id, None, stored=True))
            self._owner.moved(self)
            return
        if isinstance(intent, TimeUp):
            self._rest.start(None)
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
        elif self._played_by(seat) != "person" or chair.out:
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
        self._telling.held_by(tuple(SeatHolder(seat, self._holder(seat)) for seat in self.table.state.seats))

    def _holder(self, seat: SeatId) -> Holder:
        return "bot" if self.seating.chair_of(seat) is None or self._played_by(seat) != "person" else "person"

    def _tell_what_was_done(self, chair: Chair, laptop: Laptop) -> None:
        """Who comes back to a stand-in reads what it did."""
        seat = self.seating.seat_now(chair.origin)
        if self._played_by(seat) == "stand_in":
            weeks = tuple(WeekOfStandIn(**asdict(week)) for week in note(self.table.events, seat))
            laptop.say(StandInTold(self.number, seat, weeks))

    def _rise(self, who: Chair | Onlooker) -> None:
        if who.place is not None:
            self._telling.leave(who.place)
            who.place = None

    # -- who plays which seat

    def settle_seats(self) -> None:
        """Asks for whoever should play each seat and does not yet."""
        state = self.table.tentative
        if not self._playing or state.phase == "over":
            return
        for seat in state.seats:
            wanted = self._wanted(seat)
            if wanted is not None and wanted != state.players.get(seat, "person"):
                self.ask(SeatPlayer(round=state.round, phase=state.phase, seat=seat, player=wanted))

    def _played_by(self, seat: SeatId) -> Player:
        return self.table.tentative.players.get(seat, "person")

    def _wanted(self, seat: SeatId) -> Player | None:
        """None: it may stay as it is."""
        chair = self.seating.chair_of(seat)
        if chair is None:
            return None if self._played_by(seat) != "person" else style_row(self.seating.style_of(seat)).name
        if chair.laptop is not None:
            return None if chair.out else "person"
        given_up = chair.late and self._owner.setup.absence == "stand_in"
        return "stand_in" if given_up and self._played_by(seat) == "person" else None

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
        made = {seat: Bot(style_row(bots[seat]), seat, book, state.seed) for seat in book.downstream if seat in bots}
        self._players = Players(self._room, self.table, made, self._hold)
        self._players.begin()

    # -- what the room says

    def settled(self, done: tuple[Done, ...]) -> None:
        events = [event for one in done for event in one.events]
        for one in done:
            self._note_bots(one)
            self._note_acts(one)
            self._turn_clock(one)
        self._asked = note_asked(self._asked, self.table.state, self._now())
        if any(isinstance(event, TIMED) for event in events):
            self._run_clock()
        for event in events:
            if isinstance(event, MessageSent) and event.to == ROOM:
                self._owner.called(self._call(self.table.state.round, event.seat, event.text))
        if any(isinstance(event, PhaseStarted | RolledBack) for event in events):
            self._move_people()
        bots = {seat: player for seat, player in self.table.state.players.items() if player != "person"}
        if self._playing and bots != self._bots:
            self._new_players()
        elif self._playing:
            self._players.settled(done)
        if events:
            self._owner.moved(self)

    def not_stored(self, fault: FaultError) -> None:
        """What the host wanted of the table is asked again after a while."""
        self._players.not_stored(fault)
        self._asked_up = False
        if self.waiting and not self.table.state.paused:
            self._wait(False)
        if self._retry is None:
            self._retry = asyncio.get_running_loop().call_later(PATIENCE, self._again)

    def _again(self) -> None:
        self._retry = None
        self.settle_seats()
        self._owner.moved(self)

    def _note_bots(self, done: Done) -> None:
        """Whom the facilitator showed out stays out until the facilitator, or a new laptop, says otherwise."""
        if done.intent.startswith("host-"):
            return
        for event in done.events:
            if isinstance(event, SeatTaken) and (chair := self.seating.chair_of(event.seat)) is not None:
                chair.out = event.player != "person"

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
        if self.clock.over and not self._asked_up:
            self._asked_up = True
            self.ask(TimeUp(round=state.round, phase=state.phase))
        grace = GRACE if self.clock.whole is None else min(GRACE, self.clock.whole / 3)
        late = [each for each in self._away() if not each.late and each.left <= self._now() - grace]
        if self.clock.running and late:
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
    def early(self) -> bool:
        return (self._rest.left or 0) > 0

    def hold(self) -> None:
        """The others are not here yet, or it is not yet time."""
        state = self.table.tentative
        if not state.paused:
            self._wait(True)
            self.ask(PausePlay(round=state.round, phase=state.phase))

    def release(self) -> None:
        self._wait(False)
        self._rest.start(None)
        state = self.table.tentative
        if state.paused:
            self.ask(ResumePlay(round=state.round, phase=state.phase))

    def _wait(self, waiting: bool) -> None:
        """What is left of the class's time for the phase before runs while the table waits."""
        self.waiting = waiting
        (self._rest.run if waiting else self._rest.stop)()

    def _turn_clock(self, done: Done) -> None:
        for event in done.events:
            if isinstance(event, PhaseStarted | RolledBack):
                self._asked_up = False
                self._rest.start(self.clock.left if self._was_early(done) else None)
                self.clock.start(allowed(self._owner.setup.seconds, event.round, event.phase))
            elif isinstance(event, TimeChanged):
                self._asked_up = False
                (self._rest if self.waiting and self.early else self.clock).change(event.seconds)
            elif isinstance(event, PlayResumed):
                self._wait(False)
            if isinstance(event, RolledBack) and self._owner.setup.pace != "each":
                self.own_from = order_of(event.round, event.phase)

    def _was_early(self, done: Done) -> bool:
        """Whether the class's time for the phase that ends here still counts: not where the facilitator has ended it,
        nor for a table that goes by itself."""
        by_room = done.seat == TABLE and not done.intent.startswith(("host-", "clock-"))
        return self._owner.setup.pace == "clock" and self.own_from is None and not by_room

    def _run_clock(self) -> None:
        if not self._playing:
            return
        state = self.table.state
        runs = not state.paused and state.phase != "over"
        if runs != self.clock.running:
            # nobody who dropped out before a pause is late because of it
            for chair in self._away():
                chair.left = self._now()
            (self.clock.run if runs else self.clock.stop)()
        self._tell_all_the_clock()

    def _tell_all_the_clock(self) -> None:
        told = class_wire.encode(self._clock_told())
        for laptop in self.seating.laptops():
            laptop.tell(told)

    def tell_clock(self, laptop: Laptop) -> None:
        laptop.say(self._clock_told())

    def _clock_told(self) -> ClockTold:
        state = self.table.state
        return ClockTold(self.number, state.round, state.phase, self._seconds(), self.clock.running, self.waiting)

    def _seconds(self) -> float | None:
        left = self.clock.left
        return None if left is None else round(max(0.0, left), 3)

    # -- at a glance, and whole

    def calls(self) -> list[CallTold]:
        """What was said to whoever runs the room so far."""
        said = (each for each in self.table.state.messages if each.to == ROOM)
        return [self._call(each.round, each.seat, each.text) for each in said]

    def _call(self, round_: int, seat: SeatId, text: str) -> CallTold:
        return CallTold(self.number, round_, seat, text)

    def row(self) -> TableRow:
        known = AtTable(
            acted=self._acted,
            away=self.seating.away(self._now()),
            seconds=self._seconds(),
            running=self.clock.running,
            waiting=self.waiting,
            own_clock=self.own_from is not None,
            late=self._long,
        )
        return row_of(self.number, self.table.state, known)

    def seen(self) -> TableSeen:
        """All of it, for whoever watches it."""
        return table_seen(self.row(), self.table.state, self.table.events, self.table.times, self._package)
