"""The clock of a phase: by monotonic time, so that neither sleep nor a changed wall clock takes time from anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from sandgame.frames.classroom import Seconds
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.ids import PHASES, TABLE, Phase, SeatId
from sandgame.rules.room_events import PlayPaused, PlayResumed, RolledBack, TimeChanged
from sandgame.rules.state import State

COLLECTING = 2.0
"""Seconds after 0 in which last drafts come in."""
OWN = ("host-", "clock-")
"""How the host names what it asks of a table by itself."""
LONGEST_STEP = 5.0
"""More than this between two looks at the clock is sleep, and not counted."""


def allowed(seconds: Seconds, round_: int, phase: Phase) -> float | None:
    """The time that a phase has; None without a clock."""
    by_phase = {
        "brief": seconds.brief,
        "negotiate": seconds.negotiate,
        "plan": seconds.plan,
        "deliver": seconds.deliver,
        "review": seconds.review,
    }
    whole = by_phase.get(phase, 0)
    return (whole * seconds.first_week / 100 if round_ == 1 else float(whole)) or None


class PhaseClock:
    """Counts down while it runs. `now` is monotonic, in seconds; whoever owns it looks at it once a second."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._left: float | None = None
        self._whole: float | None = None
        self._running = False
        self._looked = now()

    @property
    def running(self) -> bool:
        return self._running

    @property
    def whole(self) -> float | None:
        """All the time that the phase was given."""
        return self._whole

    @property
    def left(self) -> float | None:
        """Seconds left; below 0 while last drafts are collected."""
        self._look()
        return self._left

    @property
    def over(self) -> bool:
        left = self.left
        return left is not None and left <= -COLLECTING

    def start(self, seconds: float | None, spent: float = 0.0) -> None:
        self._look()
        self._whole = seconds
        self._left = None if seconds is None else max(0.0, seconds - spent)

    def run(self) -> None:
        self._look()
        self._running = True

    def stop(self) -> None:
        self._look()
        self._running = False

    def change(self, seconds: float) -> None:
        """More or less time; from nothing, this much from now on."""
        self._look()
        self._left = max(0.0, max(0.0, self._left or 0.0) + seconds)
        self._whole = max(self._whole or 0.0, self._left)

    def _look(self) -> None:
        now = self._now()
        step, self._looked = now - self._looked, now
        if self._running and self._left is not None:
            self._left -= min(step, LONGEST_STEP)


class _At(Protocol):
    @property
    def at(self) -> int: ...


def spent(log: Iterable[tuple[_At, Event]]) -> tuple[float, int]:
    """How long the phase that a log stands in had run at its last event, pauses left out, and what was added to it."""
    used, added, since, paused = 0, 0, 0, False
    for happened, event in log:
        if since and not paused:
            used += max(0, happened.at - since)
        since = happened.at
        if isinstance(event, PhaseStarted | RolledBack):
            used, added = 0, 0
            paused = paused and isinstance(event, PhaseStarted)
        elif isinstance(event, PlayPaused | PlayResumed):
            paused = isinstance(event, PlayPaused)
        elif isinstance(event, TimeChanged):
            added += event.seconds
    return used / 1000, added


class _Named(_At, Protocol):
    @property
    def seat(self) -> SeatId: ...

    @property
    def intent(self) -> str | None: ...


def rest_of(log: Iterable[tuple[_Named, Event]], seconds: Seconds, heard: int) -> float | None:
    """What the class still had of the phase before, when a table that was done with it early was last heard of; None
    where the table did not come to its phase early. While it is held nothing happens at it: the time until `heard`,
    when anybody in the class was, is gone too.
    """
    rest: float | None = None
    whole: float | None = None
    used, added, since, held, paused, by_room = 0, 0, 0, 0, False, False
    for happened, event in log:
        if happened.intent is not None:
            by_room = happened.seat == TABLE and not happened.intent.startswith(OWN)
        used += max(0, happened.at - since) if since and not paused else 0
        since = happened.at
        if isinstance(event, PhaseStarted | RolledBack):
            early = isinstance(event, PhaseStarted) and not by_room
            rest = whole + added - used / 1000 if early and whole is not None else None
            whole = allowed(seconds, event.round, event.phase)
            used, added, held, paused = 0, 0, 0, paused and isinstance(event, PhaseStarted)
        elif isinstance(event, PlayPaused):
            paused, held = True, 0 if by_room else happened.at
        elif isinstance(event, PlayResumed):
            rest = rest if rest is None or not held else rest - (happened.at - held) / 1000
            paused, held = False, 0
        elif isinstance(event, TimeChanged) and rest is not None and held:
            rest += event.seconds
        elif isinstance(event, TimeChanged):
            added += event.seconds
    if rest is not None and held:
        rest -= max(0, heard - held) / 1000
    return rest if rest is not None and rest > 0 else None


Place = tuple[int, int]
"""Where a table stands, so that two can be compared; the end comes after all."""


def order_of(round_: int, phase: Phase) -> Place:
    return (99, 0) if phase == "over" else (round_, PHASES.index(phase))


def place_of(state: State) -> Place:
    return order_of(state.round, state.phase)
