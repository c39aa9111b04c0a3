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


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A turn that is being stored: what happened in it, and the state that it leads to."""

    state: State
    done: tuple[Done, ...]
    entries: tuple[Entry, ...]


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
        self._sealed: _Sealed | None = None

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
        """What came to be since the last turn was sealed."""
        return tuple(self._entries)

    def receive(self, seat: SeatId, intent_id: str, intent: AnyIntent, at: int) -> Verdict:
        """The one door: whoever asks, and whatever is asked. `at` is the time to be logged."""
        key = (seat, intent_id)
        if key in self._accepted:
            return Verdict(None, before=True)
        if key in self._refused:
            return Verdict(self._refused[key], before=True)
        if any((done.seat, done.intent) == key for done in self._unsettled()):
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

    def seal(self) -> tuple[Entry, ...]:
        """The turn ends, and is about to be stored; what is asked from now on belongs to the next one."""
        assert self._sealed is None, "the turn before is still being stored"
        self._sealed = _Sealed(self._tentative, tuple(self._pending), self.unstored)
        self._next += len(self._entries)
        self._pending, self._entries = [], []
        return self._sealed.entries

    def settle(self) -> tuple[Done, ...]:
        """The turn that was sealed is stored: it is so."""
        sealed, self._sealed = self._sealed, None
        assert sealed is not None, "no turn was sealed"
        self.state = sealed.state
        self._times += (entry.happened.at for entry in sealed.entries)
        self._accepted |= {(one.seat, one.intent) for one in sealed.done}
        self._events += (event for one in sealed.done for event in one.events)
        return sealed.done

    def undo(self) -> None:
        """The turn could not be stored: it never was, nor was what was decided on it since, refusals included."""
        self._tentative = self.state
        self._next = len(self._events)
        self._refused.clear()
        self._pending, self._entries, self._sealed = [], [], None

    def _after(self, outcome: tuple[Event, ...]) -> State:
        """One step on; going back, only the whole log tells where that leads."""
        if not any(isinstance(event, RolledBack) for event in outcome):
            return fold(outcome, self._tentative)
        unsettled = (event for done in self._unsettled() for event in done.events)
        return fold((*self._events, *unsettled, *outcome))

    def _unsettled(self) -> Iterator[Done]:
        if self._sealed is not None:
            yield from self._sealed.done
        yield from self._pending


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
