"""The clocks of a class's tables, as the facilitator's window shows them: counted on from what the host said last."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from sandgame.frames.classroom import Seconds, TableRow
from sandgame.present.console_class import TableTime, Times, allowed, place_of

_STEP_MS = 250
_CHANGED = 2.5
"""Less than this much more or less is the way's delay, not the facilitator."""
_GIVEN = 62.5
"""A minute, and the way's delay: so much more is a minute that was given."""


@dataclass
class _Clock:
    place: tuple[int, int]
    since: float
    seconds: float | None
    at: float
    running: bool
    whole: float | None
    own: bool = False
    away: bool = False
    """Somebody is off line: the time they are gone counts on, also while the table stands still."""

    def left(self, now: float) -> float | None:
        if self.seconds is None:
            return None
        return max(0.0, self.seconds - (now - self.at if self.running else 0.0))


class ClassClock(QObject):
    """`ticked` four times a second while any clock runs."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._clocks: dict[int, _Clock] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self.ticked)

    def take(self, row: TableRow, given: Seconds) -> None:
        now, place = self._now(), place_of(row)
        known = self._clocks.get(row.table)
        whole = allowed(given, row.round, row.phase)
        if known is None or known.place != place or _began_anew(known, row, whole, now):
            whole = max(whole or 0.0, row.seconds) if row.seconds is not None else None
            known = _Clock(place, now, row.seconds, now, row.running, whole)
            self._clocks[row.table] = known
        else:
            left = known.left(now)
            if left is not None and row.seconds is not None and abs(row.seconds - left) > _CHANGED:
                known.whole = max((known.whole or 0.0) + row.seconds - left, row.seconds)
            elif known.whole is None and row.seconds is not None:
                known.whole = row.seconds
            known.seconds, known.at, known.running = row.seconds, now, row.running
        known.own, known.away = row.own_clock, bool(row.away)
        self._run()

    def _run(self) -> None:
        if any(clock.running or clock.away for clock in self._clocks.values()):
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def times(self) -> Times:
        now = self._now()
        return {table: self._time(clock, now) for table, clock in self._clocks.items()}

    def _time(self, clock: _Clock, now: float) -> TableTime:
        left = clock.left(now)
        gone = now - clock.since if left is None or clock.whole is None else clock.whole - left
        return TableTime(left, clock.whole, gone, clock.running, now - clock.at)

    def stop(self) -> None:
        self._timer.stop()


def _began_anew(known: _Clock, row: TableRow, whole: float | None, now: float) -> bool:
    """Back at the start of the same phase: its time is whole again, which is more than somebody gave it."""
    if row.own_clock and not known.own:
        return True
    left = known.left(now)
    if whole is None or left is None or row.seconds is None:
        return False
    return row.seconds - left > _CHANGED and abs(row.seconds - whole) <= _CHANGED and whole - left > _GIVEN
