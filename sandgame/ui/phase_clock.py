"""The phase's clock as this laptop shows it: the host owns the time, this one counts on from what it told last."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sandgame.frames.classroom import ClockTold

_STEP_MS = 200
_COUNT_UP = 0.32
"""Seconds in which an extension counts up."""
_CHANGED = 2.5
"""Less than this much more or less is the way's delay, not the facilitator."""


class PhaseClock(QObject):
    """`ticked` whenever what is shown may be another second; `changed` with the seconds that were given or taken."""

    ticked = Signal()
    changed = Signal(float)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._told: ClockTold | None = None
        self._at = 0.0
        self._from: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self.ticked)

    @property
    def told(self) -> ClockTold | None:
        return self._told

    @property
    def left(self) -> float | None:
        """Seconds left; None without a clock."""
        if self._told is None or self._told.seconds is None:
            return None
        gone = self._now() - self._at
        left = max(0.0, self._told.seconds - (gone if self._told.running else 0.0))
        if self._from is not None and gone < _COUNT_UP:
            return self._from + (left - self._from) * gone / _COUNT_UP
        return left

    @property
    def is_over(self) -> bool:
        """Time is up: the host collects."""
        return self._told is not None and self._told.running and self.left == 0.0

    def take(self, told: ClockTold, *, calm: bool = False) -> None:
        before, left = self._told, self.left
        same = before is not None and (before.round, before.phase) == (told.round, told.phase)
        self._told, self._at, self._from = told, self._now(), None
        if same and left is not None and told.seconds is not None and abs(told.seconds - left) > _CHANGED:
            self._from = None if calm or told.seconds < left else left
            self.changed.emit(told.seconds - left)
        if told.running and told.seconds is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self.ticked.emit()

    def begin(self) -> None:
        """Whatever the host tells next is another phase's time, even of the same phase."""
        self._told = None

    def stop(self) -> None:
        self._timer.stop()
