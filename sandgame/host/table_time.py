"""The time of one table: its phase's clock, and what is left of the class's time while it waits for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sandgame.frames.classroom import ClassSetup
from sandgame.host.clock import OWN, PhaseClock, Place, allowed, order_of, rest_of, spent
from sandgame.host.pace import behind_since
from sandgame.host.table import Done
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.ids import TABLE
from sandgame.rules.room_events import PlayPaused, PlayResumed, RolledBack, TimeChanged
from sandgame.rules.state import State
from sandgame.store.records import Happened

GRACE = 90.0
"""Seconds for which a seat waits for its person, but never more than a third of the phase."""
TIMED = PhaseStarted | RolledBack | TimeChanged | PlayPaused | PlayResumed
"""After these the clock shows something else."""


class TableTime:
    """`waiting`: held at the start of a phase. `own_from`: where it was rolled back to, until it has caught up."""

    def __init__(self, now: Callable[[], float], setup: Callable[[], ClassSetup]) -> None:
        self._setup = setup
        self._clock = PhaseClock(now)
        self._rest = PhaseClock(now)
        self._asked_up = False
        self.waiting = False
        self.own_from: Place | None = None

    def begin(self, state: State) -> None:
        self._clock.start(allowed(self._setup().seconds, state.round, state.phase))
        if not state.paused:
            self._clock.run()

    def resume(self, log: Sequence[tuple[Happened, Event]], state: State, heard: int) -> None:
        """After a restart: what each had when it was last heard of, and all of it at rest. `heard`: when the class
        was, in milliseconds; a table that waits is silent itself."""
        used, added = spent(log)
        whole = allowed(self._setup().seconds, state.round, state.phase)
        self.own_from = behind_since(event for _, event in log)
        self._clock.stop()
        self._clock.start(None if whole is None else whole + added, used)
        if self._setup().pace == "clock" and self.own_from is None:
            self._rest.start(rest_of(log, self._setup().seconds, heard))

    def end(self) -> None:
        self._clock.stop()

    # what is read off it

    @property
    def running(self) -> bool:
        return self._clock.running

    @property
    def seconds(self) -> float | None:
        """Those left, as they are told."""
        left = self._clock.left
        return None if left is None else round(max(0.0, left), 3)

    @property
    def grace(self) -> float:
        whole = self._clock.whole
        return GRACE if whole is None else min(GRACE, whole / 3)

    @property
    def early(self) -> bool:
        return (self._rest.left or 0) > 0

    def is_up(self) -> bool:
        """True once, when the phase is to be ended."""
        if not self._clock.over or self._asked_up:
            return False
        self._asked_up = True
        return True

    # what happens to it

    def ask_again(self) -> None:
        """What was asked when time was up could not be stored."""
        self._asked_up = False

    def wait(self, waiting: bool) -> None:
        """What is left of the class's time for the phase before runs while the table waits."""
        self.waiting = waiting
        (self._rest.run if waiting else self._rest.stop)()

    def forget_rest(self) -> None:
        """Who ends a phase does not wait for its time."""
        self._rest.start(None)

    def turn(self, done: Done, *, held: bool) -> None:
        """`held`: it was asked to stand still again since, before this became true."""
        for event in done.events:
            if isinstance(event, PhaseStarted | RolledBack):
                self._asked_up = False
                self._rest.start(self._clock.left if self._was_early(done) else None)
                self._clock.start(allowed(self._setup().seconds, event.round, event.phase))
            elif isinstance(event, TimeChanged):
                self._asked_up = False
                (self._rest if self.waiting and self.early else self._clock).change(event.seconds)
            elif isinstance(event, PlayResumed) and not held:
                self.wait(False)
            if isinstance(event, RolledBack) and self._setup().pace != "each":
                self.own_from = order_of(event.round, event.phase)

    def _was_early(self, done: Done) -> bool:
        """Whether the class's time for the phase that ends here still counts: not where the facilitator has ended it,
        nor for a table that goes by itself."""
        by_room = done.seat == TABLE and not done.intent.startswith(OWN)
        return self._setup().pace == "clock" and self.own_from is None and not by_room

    def follow(self, state: State) -> bool:
        """Runs while play does; True if that has just changed."""
        runs = not state.paused and state.phase != "over"
        if runs == self._clock.running:
            return False
        (self._clock.run if runs else self._clock.stop)()
        return True


def changes_time(events: Iterable[Event]) -> bool:
    return any(isinstance(event, TIMED) for event in events)
