"""One person and bots at one table: how such a session begins, goes on after a break, and is left."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import NAMES, STYLES, Style, StyleName
from sandgame.frames import wire
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.seat import Answered, AskView, SeatHolder
from sandgame.host.players import Hold, Player, Players
from sandgame.host.room import Room
from sandgame.host.table import Table
from sandgame.host.telling import Place, Tell, Telling
from sandgame.rules.draw import draw
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.log import encode, kind_of
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.start import start
from sandgame.scenario.package import Package
from sandgame.store.records import Happened, Holding, Kept, NewSession, Store

Clock = Callable[[], int]
"""The time, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class House:
    """What a session needs of the place it is played in."""

    store: Store
    clock: Clock
    hold: Hold


def style_of(setup: SoloSetup, seat: SeatId) -> StyleName:
    """The bot's style; in a mixed company each seat draws its own."""
    if setup.colleagues != "mixed":
        return setup.colleagues
    return NAMES[draw(f"{setup.seed}:style:{seat}") % len(NAMES)]


def begin(house: House, package: Package, setup: SoloSetup) -> Kept:
    """A new session, stored with the first events of its log."""
    scenario = package.scenario
    if setup.seat not in scenario.seats or setup.length not in scenario.lengths:
        raise ValueError(f"{package.id} has no seat {setup.seat} in {setup.length} weeks")
    at = house.clock()
    events = start(
        scenario, package.fingerprint, setup.seed, setup.length, "desk", package.benchmarks(setup.seed, setup.length)
    )
    roster = tuple(
        Holding(seat, "person", None, None) if seat == setup.seat else Holding(seat, "bot", style_of(setup, seat), None)
        for seat in scenario.seats
    )
    started = datetime.fromtimestamp(at / 1000).astimezone().isoformat(timespec="seconds")
    new = NewSession(secrets.token_hex(8), started, setup, package, roster)
    return house.store.create(new, [Happened(at, TABLE, None, kind_of(event), encode(event)) for event in events])


class Solo:
    """A session in play, from its log on. Lives in one running loop; frames come in and go out as bytes."""

    def __init__(self, house: House, kept: Kept) -> None:
        self.session = kept.start.session
        self.seat = kept.start.setup.seat
        self.table = Table(kept.game, house.store.read(kept.game))
        self._room = Room(house.store, house.clock)
        holders = tuple(SeatHolder(held.seat, held.holder) for held in kept.start.roster)
        self._telling = Telling(self.session, kept.start.package, holders)
        self._room.open(self.table, self._telling)
        self.players = Players(self._room, self.table, _bots(self.table, kept), house.hold)
        self._room.watch(self.table.game, self.players)
        self._place: Place | None = None

    def listen(self, tell: Tell) -> None:
        """The person sits down: the whole view is told, then the bots do what they owe."""
        if self._place is not None:
            self._telling.leave(self._place)
        self._place = self._telling.sit(self.table.state, self.seat, tell)
        self.players.begin()

    def receive(self, data: bytes) -> None:
        """A frame from the person's client. What is no frame is dropped: no client of ours sends it."""
        if self._place is None:
            return
        try:
            frame = wire.read_client(data)
        except wire.UnreadableError:
            return
        if isinstance(frame, AskView):
            self._telling.tell_all(self._place)
        elif frame.seat != self.seat:
            refusal = Refusal(Reason.NOT_YOUR_SEAT, place=frame.seat)
            self._answer(Answered(frame.seat, frame.id, refusal, stored=True))
        else:
            self._room.submit(self.table.game, self.seat, frame.id, frame.intent, self._answer)

    def close(self) -> None:
        """All that was asked is stored and answered; then nothing moves any more."""
        if self._place is None:
            return
        self._room.close(self.table.game)
        self.players.stop()
        self._telling.leave(self._place)
        self._place = None

    def _answer(self, answered: Answered) -> None:
        if self._place is not None:
            self._place.tell(wire.encode(answered))


def _bots(table: Table, kept: Kept) -> dict[SeatId, Player]:
    """The bots of the roster, most downstream first."""
    state = table.state
    book = Book.of(state.scenario)
    styles = {held.seat: held.style for held in kept.start.roster if held.holder == "bot"}
    return {seat: Bot(_style(styles[seat]), seat, book, state.seed) for seat in book.downstream if seat in styles}


def _style(name: str | None) -> Style:
    """A style that this version does not know plays like a colleague who works with the others."""
    return next((style for known, style in STYLES.items() if known == name), STYLES["collaborating"])
