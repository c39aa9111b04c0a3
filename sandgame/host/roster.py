"""Who may sit where in a class: seats given, freed, moved and meant for somebody. Stored first, then it holds."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sandgame.frames.classroom import JoinReason, MoveSeat, ReserveSeats
from sandgame.host.chair import Chair, Sitter, kept_as, new_token
from sandgame.host.class_table import ClassTable
from sandgame.host.unscored import note_coming, note_leaving
from sandgame.rules.ids import SeatId
from sandgame.store.classes import ClassStore
from sandgame.store.records import Holding

CODE_HOLDS = 600.0
"""Seconds for which a seat code works."""
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
Seats = dict[tuple[ClassTable, SeatId], tuple[Chair | None, str]]
"""Who is to sit in which seats of the roster, and for whom they are meant."""
Found = tuple[ClassTable, Chair]


class Roster:
    def __init__(
        self, store: ClassStore, tables: Sequence[ClassTable], now: Callable[[], float], begun: Callable[[], bool]
    ) -> None:
        """`begun`: play has, so that who comes or goes changes whose weeks are scored."""
        self._store = store
        self._begun = begun
        self._tables = tables
        self._now = now
        self._codes: dict[str, _Code] = {}

    def seat(self, table: ClassTable, origin: SeatId, people: int, *, scored: bool) -> str:
        """The token of a seat that nobody had."""
        token = new_token()
        self._put({(table, origin): (Chair(origin, kept_as(token), people, scored), table.seating.names[origin])})
        if not scored and self._begun():
            note_coming(self._store, table.table.game, origin, table.table.state.round)
        return token

    def seat_again(self, table: ClassTable, chair: Chair) -> str:
        """A new token for who goes on elsewhere; the old one holds no more."""
        token, before = new_token(), chair.token
        chair.token = kept_as(token)
        try:
            self._store.hold([(table.table.game, table.seating.holding(chair.origin))])
        except BaseException:
            chair.token = before
            raise
        return token

    def free(self, table: ClassTable, chair: Chair) -> None:
        """The seat is nobody's again."""
        origin, seating = chair.origin, table.seating
        if not chair.scored and self._begun():
            note_leaving(self._store, table.table.game, origin, table.table.state.round)
        nobody = Holding(origin, "bot", seating.style_of(origin), seating.names[origin] or None)
        self._store.hold([(table.table.game, nobody)])
        table.give_up(chair)

    def _put(self, seats: Seats) -> None:
        """All of them sit so, or none does."""
        if not seats:
            return
        before = [_Spot.of(table, origin) for table, origin in seats]
        try:
            for (table, origin), (chair, name) in seats.items():
                table.seating.put(origin, chair, name)
            self._store.hold([(table.table.game, table.seating.holding(origin)) for table, origin in seats])
        except BaseException:
            for spot in before:
                spot.table.seating.put(spot.origin, spot.chair, spot.name)
            raise

    # -- tokens and codes

    def by_token(self, token: str) -> Found | None:
        hashed = kept_as(token)
        return next(((table, chair) for table, chair in self._chairs() if chair.token == hashed), None)

    def _chairs(self) -> Iterator[Found]:
        for table in self._tables:
            for chair in table.seating.chairs.values():
                yield table, chair

    def make_code(self, table: ClassTable, chair: Chair, *, watching: bool) -> str:
        code = "".join(secrets.choice(LETTERS) for _ in range(6))
        self._codes[code] = _Code(table, chair, self._now() + CODE_HOLDS, watching)
        return code

    def by_code(self, code: str, *, watching: bool = False) -> Found | None:
        """Once. One that was made for looking on opens nothing else."""
        made = self._codes.get(code)
        if made is None or made.watching > watching:
            return None
        del self._codes[code]
        gone = made.table.seating.chairs.get(made.chair.origin) is not made.chair
        return None if made.until < self._now() or gone else (made.table, made.chair)

    # -- what the facilitator says

    def reserve(self, frame: ReserveSeats) -> JoinReason | None:
        """The whole list anew, or nothing of it."""
        names: dict[tuple[int, SeatId], str] = {}
        for each in frame.names:
            table = self._tables[each.table - 1] if each.table <= len(self._tables) else None
            origin = None if table is None else table.seating.origin_of(each.seat)
            if origin is None:
                return JoinReason.NO_SUCH_SEAT
            names[each.table, origin] = each.name
        wanted: Seats = {}
        for table in self._tables:
            for origin, name in table.seating.names.items():
                new = names.get((table.number, origin), "")
                if new != name:
                    wanted[table, origin] = table.seating.chairs.get(origin), new
        self._put(wanted)
        return None

    def sitting(self, places: Iterable[tuple[int, SeatId]]) -> list[Sat]:
        """Those of the places where somebody does, before play begins."""
        tables = {table.number: table for table in self._tables}
        found = ((tables[number], seat) for number, seat in places if number in tables)
        chairs = ((table, seat, table.seating.chairs.get(seat)) for table, seat in found)
        return [Sat(table, seat, chair, chair.secret) for table, seat, chair in chairs if chair is not None]

    def move(self, frame: MoveSeat) -> JoinReason | None:
        """Before play begins: the two seats change their people, and the names of those for whom they are meant."""
        if max(frame.table, frame.to_table) > len(self._tables):
            return JoinReason.NO_SUCH_SEAT
        here, there = self._tables[frame.table - 1], self._tables[frame.to_table - 1]
        if not {frame.seat, frame.to_seat} <= set(here.table.state.seats):
            return JoinReason.NO_SUCH_SEAT
        one, other = _Spot.of(here, frame.seat), _Spot.of(there, frame.to_seat)
        if here is not there and any(spot.sitter is not None and spot.sitter.seats_held > 1 for spot in (one, other)):
            return JoinReason.OTHER_TABLE
        self._change(one, other)
        return None

    def _change(self, one: _Spot, other: _Spot) -> None:
        """Each laptop that is there is told its new seat, with a token that holds it; one away keeps the old token.
        Where one laptop has both seats only the names change."""
        same = one.sitter is not None and one.sitter is other.sitter
        seats: Seats = {
            (one.table, one.origin): (one.chair if same else other.chair, other.name),
            (other.table, other.origin): (other.chair if same else one.chair, one.name),
        }
        moves = [] if same else [*_moves(one, other), *_moves(other, one)]
        for move in moves:
            move.chair.token = kept_as(move.token)
        try:
            self._put(seats)
        except BaseException:
            for move in moves:
                move.chair.token = move.before
            raise
        for move in moves:
            move.sitter.moved(move.table.number, move.chair, move.token, move.was)


@dataclass(frozen=True, slots=True)
class Sat:
    """Who sat where, and what opened what they had sealed, before they were put elsewhere."""

    table: ClassTable
    seat: SeatId
    chair: Chair
    secret: bytes


@dataclass(frozen=True, slots=True)
class _Code:
    table: ClassTable
    chair: Chair
    until: float
    watching: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    """A seat with who has taken it, for whom it is meant, and the laptop that is there."""

    table: ClassTable
    origin: SeatId
    chair: Chair | None
    name: str
    sitter: Sitter | None

    @staticmethod
    def of(table: ClassTable, origin: SeatId) -> _Spot:
        chair = table.seating.chairs.get(origin)
        return _Spot(table, origin, chair, table.seating.names[origin], None if chair is None else chair.laptop)


@dataclass(frozen=True, slots=True)
class _Move:
    """A laptop that is there goes from a seat to another."""

    sitter: Sitter
    chair: Chair
    table: ClassTable
    was: SeatId
    token: str
    before: str


def _moves(start: _Spot, end: _Spot) -> Iterator[_Move]:
    if start.chair is not None and start.sitter is not None:
        yield _Move(start.sitter, start.chair, end.table, start.origin, new_token(), start.chair.token)
