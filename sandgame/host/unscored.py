"""Weeks in which somebody sat in a seat who plays without being scored: noted when they come, kept when they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from sandgame.frames import debrief_wire
from sandgame.frames.fault import FaultError
from sandgame.frames.wire import UnreadableError
from sandgame.host.seating import seat_now
from sandgame.rules.ids import SeatId
from sandgame.rules.state import State
from sandgame.scoring.record import SeatWeek
from sandgame.store.records import Answer, Holding, Store

KIND = "unscored"
Span = tuple[int, int]
"""First and last week; last 0: they still sit there."""


def note_coming(store: Store, game: int, origin: SeatId, week: int) -> None:
    """In the middle of play: before this week somebody else may have sat there. What cannot be noted leaves out the
    weeks before too: nobody is scored who asked not to be."""
    with suppress(FaultError):
        _keep(store, game, origin, (*_spans(store, game).get(origin, ()), (week, 0)))


def note_leaving(store: Store, game: int, origin: SeatId, week: int) -> None:
    """The weeks so far stay theirs, whoever sits there next. Raises FaultError."""
    spans = _spans(store, game).get(origin, ())
    first = spans[-1][0] if spans and not spans[-1][1] else 1
    before = tuple(span for span in spans if span[1])
    _keep(store, game, origin, (*before, (first, week)))


def unscored_weeks(store: Store, game: int, state: State, roster: Iterable[Holding]) -> frozenset[SeatWeek]:
    """Of all seats of a table so far, where swaps have led too."""
    found: set[SeatWeek] = set()
    known = _spans(store, game)
    for held in roster:
        spans = known.get(held.seat, ())
        if not held.scored and not any(not last for _, last in spans):
            spans = (*spans, (1, 0))
        for first, last in spans:
            found.update(_weeks(held.seat, first, last or state.round, state))
    return frozenset(found)


def _weeks(origin: SeatId, first: int, last: int, state: State) -> Iterator[SeatWeek]:
    for week in range(first, min(last, state.round) + 1):
        yield seat_now(origin, state, week), week


def _spans(store: Store, game: int) -> dict[SeatId, tuple[Span, ...]]:
    return {each.seat: _read(each.body) for each in store.gathered(game) if each.kind == KIND}


def _read(body: bytes) -> tuple[Span, ...]:
    try:
        return debrief_wire.read_spans(body)
    except UnreadableError:
        return ((1, 0),)


def _keep(store: Store, game: int, origin: SeatId, spans: tuple[Span, ...]) -> None:
    store.gather(game, [Answer(origin, KIND, debrief_wire.encode(spans))])
