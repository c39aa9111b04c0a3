"""People at one laptop and bots: how such a session begins, goes on after a break, and is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import NAMES, StyleName, row_of
from sandgame.frames import wire
from sandgame.frames.fault import FaultError
from sandgame.frames.lobby import Setup
from sandgame.frames.seat import Answered, AskView, SeatHolder
from sandgame.host.founding import first_log, new_session
from sandgame.host.jobs import Desk
from sandgame.host.own_debrief import OwnDebriefs
from sandgame.host.players import Hold, Player, Players
from sandgame.host.room import Room
from sandgame.host.table import Done, Table
from sandgame.host.telling import Place, Tell, Telling
from sandgame.rules.draw import draw
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.scenario.package import Package
from sandgame.store.records import Holding, Kept, Store

Clock = Callable[[], int]
"""The time, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class House:
    """What a session needs of the place it is played in."""

    store: Store
    clock: Clock
    hold: Hold
    desk: Desk | None = None
    """Without one no debrief is made."""


def style_of(setup: Setup, seat: SeatId) -> StyleName:
    """The bot's style; in a mixed company each seat draws its own."""
    if setup.colleagues != "mixed":
        return setup.colleagues
    return NAMES[draw(f"{setup.seed}:style:{seat}") % len(NAMES)]


def begin(house: House, package: Package, setup: Setup) -> Kept:
    """A new session, stored with the first events of its log."""
    scenario = package.scenario
    people = set(setup.people)
    if not people or not people <= set(scenario.seats) or setup.length not in scenario.lengths:
        raise ValueError(f"{package.id} has no seats {setup.people} in {setup.length} weeks")
    at = house.clock()
    bots = {seat: style_of(setup, seat) for seat in scenario.seats if seat not in people}
    roster = tuple(Holding(seat, "bot" if seat in bots else "person", bots.get(seat), None) for seat in scenario.seats)
    return house.store.create(new_session(package, setup, at, roster), first_log(package, setup, at, bots))


class Solo:
    """A session in play, from its log on. Lives in one running loop; frames come in and go out as bytes."""

    def __init__(self, house: House, kept: Kept) -> None:
        self.session = kept.start.session
        self.seats = tuple(sorted(set(kept.start.setup.people)))
        self.table = Table(kept.game, house.store.read(kept.game))
        self._room = Room(house.store, house.clock)
        holders = tuple(SeatHolder(held.seat, held.holder) for held in kept.start.roster)
        self._telling = Telling(self.session, kept.start.package, holders)
        self._room.open(self.table, self._telling)
        self.players = Players(self._room, self.table, _bots(self.table, kept), house.hold)
        self.debrief = None if house.desk is None else OwnDebriefs(house.store, kept, self.table, house.desk)
        self._room.watch(self.table.game, self)
        self._places: dict[SeatId, Place] = {}

    @property
    def seat(self) -> SeatId:
        """The person's, or the first of the people's."""
        return self.seats[0]

    def listen(self, tell: Tell) -> None:
        """The people sit down: each seat's whole view is told, in seat order, then the bots do what they owe."""
        self._leave()
        for seat in self.seats:
            self._places[seat] = self._telling.sit(self.table.state, seat, tell)
        self.players.begin()

    def receive(self, data: bytes) -> None:
        """A frame from the laptop. What is no frame is dropped: no client of ours sends it."""
        if not self._places:
            return
        try:
            frame = wire.read_client(data)
        except wire.UnreadableError:
            return
        if isinstance(frame, AskView):
            if frame.seat in self._places:
                self._telling.tell_all(self._places[frame.seat])
        elif frame.seat not in self._places:
            refusal = Refusal(Reason.NOT_YOUR_SEAT, place=frame.seat)
            self._answer(Answered(frame.seat, frame.id, refusal, stored=True))
        else:
            self._room.submit(self.table.game, frame.seat, frame.id, frame.intent, self._answer)

    def settled(self, done: tuple[Done, ...]) -> None:
        self.players.settled(done)
        if self.debrief is not None:
            self.debrief.look()

    def not_stored(self, fault: FaultError) -> None:
        self.players.not_stored(fault)

    def hear_debrief(self, tell: Tell) -> None:
        """What there is of it, and what comes of it later; nothing where none is made."""
        if self.debrief is not None:
            self.debrief.listen(tell)

    def keep_debrief(self, data: bytes) -> None:
        """What a seat answers in the debrief. Raises FaultError."""
        if self.debrief is not None:
            self.debrief.receive(data)

    def close(self) -> None:
        """All that was asked is stored and answered; then nothing moves any more."""
        if self.debrief is not None:
            self.debrief.close()
        if not self._places:
            return
        self._room.close(self.table.game)
        self.players.stop()
        self._leave()

    def _leave(self) -> None:
        for place in self._places.values():
            self._telling.leave(place)
        self._places = {}

    def _answer(self, answered: Answered) -> None:
        """All seats of a laptop are heard at one place, so any of them will do."""
        place = next(iter(self._places.values()), None)
        if place is not None:
            place.tell(wire.encode(answered))


def _bots(table: Table, kept: Kept) -> dict[SeatId, Player]:
    """The bots of the roster, most downstream first."""
    state = table.state
    book = Book.of(state.scenario)
    styles = {held.seat: held.style for held in kept.start.roster if held.holder == "bot"}
    return {seat: Bot(row_of(styles[seat]), seat, book, state.seed) for seat in book.downstream if seat in styles}
