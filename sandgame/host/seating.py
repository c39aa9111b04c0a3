"""Who sits where at a table of a class: chairs that people took, names that seats are meant for, who looks on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sandgame.frames.classroom import AwaySeat, LobbySeat, LobbyTable
from sandgame.host.chair import Chair, Laptop, Onlooker
from sandgame.rules.ids import SeatId
from sandgame.rules.state import State
from sandgame.store.records import Holding


class Seating:
    """`chairs` and `names` go by the seat of the roster; `state` tells who has changed places since."""

    def __init__(self, roster: Sequence[Holding], state: Callable[[], State]) -> None:
        self._state = state
        self._styles = {held.seat: held.style for held in roster}
        self.names = {held.seat: held.name or "" for held in roster}
        self.chairs = {
            held.seat: Chair(held.seat, held.token, held.people, held.scored)
            for held in roster
            if held.token is not None
        }
        self.onlookers: list[Onlooker] = []

    def seat_now(self, origin: SeatId) -> SeatId:
        """Where the person who took a seat sits since the swaps so far."""
        return seat_now(origin, self._state())

    def origin_of(self, seat: SeatId) -> SeatId | None:
        """The seat of the roster whose people sit here now; None if there is no such seat."""
        origin, state = seat, self._state()
        for one, other, round_ in reversed(state.swaps):
            if round_ <= state.round:
                origin = {one: other, other: one}.get(origin, origin)
        return origin if origin in self._styles else None

    def chair_of(self, seat: SeatId) -> Chair | None:
        origin = self.origin_of(seat)
        return None if origin is None else self.chairs.get(origin)

    def free_origin(self, seat: SeatId) -> SeatId | None:
        """The seat of the roster that a person who sits down here now takes; None if somebody holds it."""
        origin = self.origin_of(seat)
        return None if origin in self.chairs else origin

    def style_of(self, seat: SeatId) -> str | None:
        return self._styles[seat]

    def holding(self, origin: SeatId) -> Holding:
        """The roster's line of a seat as it is now."""
        chair, style, name = self.chairs.get(origin), self._styles[origin], self.names[origin] or None
        if chair is None:
            return Holding(origin, "bot", style, name)
        return Holding(origin, "person", style, name, chair.token, chair.people, chair.scored)

    def laptops(self) -> Iterator[Laptop]:
        """Each once, those that look on too."""
        seated = [chair.laptop for chair in self.chairs.values() if chair.laptop is not None]
        yield from {id(laptop): laptop for laptop in (*seated, *(each.laptop for each in self.onlookers))}.values()

    def put(self, origin: SeatId, chair: Chair | None, name: str) -> None:
        """Whoever sat there sits elsewhere, or nowhere."""
        self.names[origin] = name
        self.chairs.pop(origin, None)
        if chair is not None:
            chair.origin = origin
            self.chairs[origin] = chair

    def persons(self) -> frozenset[SeatId]:
        """The departments that people play."""
        return frozenset(self.seat_now(chair.origin) for chair in self.chairs.values())

    def went(self, no_earlier: float) -> dict[SeatId, float]:
        """Since when those are gone whose laptops are."""
        gone = (chair for chair in self.chairs.values() if chair.laptop is None)
        return {self.seat_now(chair.origin): max(chair.gone, no_earlier) for chair in gone}

    # -- as it is told

    def lobby(self, number: int) -> LobbyTable:
        return LobbyTable(number, tuple(self._lobby_seat(seat) for seat in self._state().seats))

    def _lobby_seat(self, seat: SeatId) -> LobbySeat:
        origin = self.origin_of(seat)
        name, chair = ("", None) if origin is None else (self.names[origin], self.chairs.get(origin))
        if chair is None:
            return LobbySeat(seat, "free", name)
        return LobbySeat(seat, "away" if chair.laptop is None else "here", name, chair.people)

    def away(self, now: float) -> tuple[AwaySeat, ...]:
        gone = [chair for chair in self.chairs.values() if chair.laptop is None]
        seats = (AwaySeat(self.seat_now(each.origin), int(now - each.gone), each.late) for each in gone)
        return tuple(sorted(seats, key=lambda away: away.seat))


def seat_now(origin: SeatId, state: State, week: int | None = None) -> SeatId:
    """Where whoever took a seat sits now, or sat in an earlier week."""
    seat = origin
    for one, other, round_ in state.swaps:
        if round_ <= (state.round if week is None else week):
            seat = {one: other, other: one}.get(seat, seat)
    return seat
