"""The referee of one game: decides what is asked on the tentative state, which becomes the state when it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.ids import SeatId
from sandgame.rules.log import encode, kind_of
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import RolledBack
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.state import State
from sandgame.store.records import Entry, Happened
from sandgame.store.upgrade import events_of, upgraded

REFUSALS_KEPT = 64


@dataclass(frozen=True, slots=True)
class Done:
    """An intent that was accepted, and what came of it."""

    seat: SeatId
    intent: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`before`: the same id was answered earlier, and this is that answer; else it holds once the turn is stored."""

    refusal: Refusal | None
    before: bool


class Table:
    """One game, made from its log; a log that cannot be one is a `FaultError`."""

    def __init__(self, game: int, log: Sequence[Entry]) -> None:
        self.game = game
        entries = upgraded(log)
        if not entries:
            raise FaultError(Fault.CORRUPT, f"#{game}")
        events = events_of(entries)
        self.state: State = _folded(events, f"#{game}")
        self._events = list(events)
        self._times = [entry.happened.at for entry in entries]
        self.past = tuple(_asked(entries, events))
        self._tentative = self.state
        self._next = len(entries)
        self._accepted = {(done.seat, done.intent) for done in self.past}
        self._refused: dict[tuple[SeatId, str], Refusal] = {}
        self._pending: list[Done] = []
        self._entries: list[Entry] = []

    @property
    def tentative(self) -> State:
        """The state as it will be if this turn is stored."""
        return self._tentative

    @property
    def events(self) -> tuple[Event, ...]:
        """The whole log, as far as it is stored."""
        return tuple(self._events)

    @property
    def times(self) -> tuple[int, ...]:
        """When each of them happened, in milliseconds since 1970."""
        return tuple(self._times)

    @property
    def next_seq(self) -> int:
        """The number that the next event will have."""
        return self._next + len(self._entries)

    @property
    def unstored(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    def receive(self, seat: SeatId, intent_id: str, intent: AnyIntent, at: int) -> Verdict:
        """The one door: whoever asks, and whatever is asked. `at` is the time to be logged."""
        key = (seat, intent_id)
        if key in self._accepted:
            return Verdict(None, before=True)
        if key in self._refused:
            return Verdict(self._refused[key], before=True)
        if any((done.seat, done.intent) == key for done in self._pending):
            return Verdict(None, before=False)
        outcome = decide(self._tentative, seat, intent)
        if isinstance(outcome, Refusal):
            self._refused[key] = outcome
            if len(self._refused) > REFUSALS_KEPT:
                del self._refused[next(iter(self._refused))]
            return Verdict(outcome, before=False)
        self._tentative = self._after(outcome)
        for number, event in enumerate(outcome):
            happened = Happened(at, seat, None if number else intent_id, kind_of(event), encode(event))
            self._entries.append(Entry(self.game, self.next_seq, happened))
        self._pending.append(Done(seat, intent_id, outcome))
        return Verdict(None, before=False)

    def settle(self) -> tuple[Done, ...]:
        """The turn is stored: what was tentative is so."""
        done = tuple(self._pending)
        self.state = self._tentative
        self._next += len(self._entries)
        self._times += (entry.happened.at for entry in self._entries)
        self._accepted |= {(one.seat, one.intent) for one in done}
        self._events += (event for one in done for event in one.events)
        self._clear()
        return done

    def undo(self) -> None:
        """The turn could not be stored: it never was, nor were its refusals, which were decided on it."""
        self._tentative = self.state
        self._refused.clear()
        self._clear()

    def _after(self, outcome: tuple[Event, ...]) -> State:
        """One step on; going back, only the whole log tells where that leads."""
        if not any(isinstance(event, RolledBack) for event in outcome):
            return fold(outcome, self._tentative)
        pending = (event for done in self._pending for event in done.events)
        return fold((*self._events, *pending, *outcome))

    def _clear(self) -> None:
        self._pending = []
        self._entries = []


def _folded(events: Sequence[Event], place: str) -> State:
    try:
        return fold(events)
    except (LookupError, ValueError) as error:
        raise FaultError(Fault.CORRUPT, place) from error


def _asked(entries: Sequence[Entry], events: Sequence[Event]) -> Iterator[Done]:
    """The accepted intents of a log: each id with its own event and those that follow up to the next id."""
    starts = [number for number, entry in enumerate(entries) if entry.happened.intent is not None]
    for start, end in pairwise([*starts, len(entries)]):
        happened = entries[start].happened
        assert happened.intent is not None
        yield Done(happened.seat, happened.intent, tuple(events[start:end]))
