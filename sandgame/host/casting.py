"""Who plays which seat of a table: people at their laptops, the stand-in for who stays away, bots for the rest."""

from __future__ import annotations

from collections.abc import Callable

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import row_of as style_row
from sandgame.frames.classroom import ClassSetup
from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Holder, SeatHolder
from sandgame.host.players import Hold, Players
from sandgame.host.room import Room
from sandgame.host.seating import Seating
from sandgame.host.table import Done, Table
from sandgame.rules.ids import SeatId
from sandgame.rules.room_events import SeatTaken
from sandgame.rules.room_intents import Player, RoomIntent, SeatPlayer


class Casting:
    """`ask` puts what the host itself wants to the table."""

    def __init__(
        self,
        room: Room,
        table: Table,
        seating: Seating,
        hold: Hold,
        setup: Callable[[], ClassSetup],
        ask: Callable[[RoomIntent], None],
    ) -> None:
        self._room = room
        self._table = table
        self._seating = seating
        self._hold = hold
        self._setup = setup
        self._ask = ask
        self._bots: dict[SeatId, Player] = {}
        self._players = Players(room, table, {}, hold)

    def begin(self) -> None:
        self.settle()
        self._new_players()

    def stop(self) -> None:
        self._players.stop()

    def played_by(self, seat: SeatId) -> Player:
        return self._table.tentative.players.get(seat, "person")

    def holders(self) -> tuple[SeatHolder, ...]:
        return tuple(SeatHolder(seat, self._holder(seat)) for seat in self._table.state.seats)

    def _holder(self, seat: SeatId) -> Holder:
        return "bot" if self._seating.chair_of(seat) is None or self.played_by(seat) != "person" else "person"

    def settle(self) -> None:
        """Asks for whoever should play each seat and does not yet."""
        state = self._table.tentative
        if state.phase == "over":
            return
        for seat in state.seats:
            wanted = self._wanted(seat)
            if wanted is not None and wanted != state.players.get(seat, "person"):
                self._ask(SeatPlayer(round=state.round, phase=state.phase, seat=seat, player=wanted))

    def _wanted(self, seat: SeatId) -> Player | None:
        """None: it may stay as it is."""
        chair = self._seating.chair_of(seat)
        if chair is None:
            return None if self.played_by(seat) != "person" else style_row(self._seating.style_of(seat)).name
        if chair.laptop is not None:
            return None if chair.out else "person"
        given_up = chair.late and self._setup().absence == "stand_in"
        return "stand_in" if given_up and self.played_by(seat) == "person" else None

    def note(self, done: Done) -> None:
        """Whom the facilitator showed out stays out until the facilitator, or a new laptop, says otherwise."""
        if done.intent.startswith("host-"):
            return
        for event in done.events:
            if isinstance(event, SeatTaken) and (chair := self._seating.chair_of(event.seat)) is not None:
                chair.out = event.player != "person"

    def follow(self, done: tuple[Done, ...]) -> None:
        """Bots act on what happened, or others play from now on."""
        if self._bots_now() != self._bots:
            self._new_players()
        else:
            self._players.settled(done)

    def not_stored(self, fault: FaultError) -> None:
        self._players.not_stored(fault)

    def _bots_now(self) -> dict[SeatId, Player]:
        return {seat: player for seat, player in self._table.state.players.items() if player != "person"}

    def _new_players(self) -> None:
        """Bots for all seats that have no person now, most downstream first."""
        state, bots = self._table.state, self._bots_now()
        self._bots = bots
        self._players.stop()
        book = Book.of(state.scenario)
        made = {seat: Bot(style_row(bots[seat]), seat, book, state.seed) for seat in book.downstream if seat in bots}
        self._players = Players(self._room, self._table, made, self._hold)
        self._players.begin()
