"""Whether hands are at the laptop: said a little before nobody has touched it for too long, and then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from sandgame.paint.tokens import timing

_HANDS = (
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate,
)  # fmt: skip
WARNED, WARNED_PATIENT = 10, 20
"""Seconds before the curtain falls that it is said."""
PATIENT = 180
"""Seconds until it falls where no clock runs: people who were promised all the time they need read and talk."""


class IdleWatch(QObject):
    warned = Signal(int)
    """Seconds until the curtain falls; 0 when somebody has touched it after all."""
    idled = Signal()

    def __init__(self, parent: QObject, *, patient: bool = False) -> None:
        super().__init__(parent)
        self.seconds = PATIENT if patient else timing("curtainIdleSeconds")
        self.warned_for = WARNED_PATIENT if patient else WARNED
        self._idle = self._timer(1000 * self.seconds, self.idled.emit)
        self._soon = self._timer(1000 * (self.seconds - self.warned_for), self.warn)
        self._count = QTimer(self)
        self._count.setInterval(1000)
        self._count.timeout.connect(self._count_down)
        self._falls_in = 0

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(then)
        return made

    @property
    def runs(self) -> bool:
        return self._idle.isActive()

    def begin(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._touched()

    def end(self) -> None:
        for timer in (self._idle, self._soon, self._count):
            timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def warn(self) -> None:
        """Only a few seconds more."""
        self._falls_in = self.warned_for
        self._count.start()
        self.warned.emit(self._falls_in)

    def _count_down(self) -> None:
        self._falls_in = max(1, self._falls_in - 1)
        self.warned.emit(self._falls_in)

    def _touched(self) -> None:
        self._idle.start()
        self._soon.start()
        self._count.stop()
        if self._falls_in:
            self._falls_in = 0
            self.warned.emit(0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS and self.runs:
            self._touched()
        return False
