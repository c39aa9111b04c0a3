"""The line of a laptop to its class, as a seat's pages show it: since when it is cut, and how long the seat waits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from sandgame.frames.line import LineLost
from sandgame.present.line import banner, shown_seconds
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech
from sandgame.ui.line_banner import LineBanner

_TICK_MS = 250


class SeatLine(QObject):
    """Keeps its banner up to date, which the screens place."""

    grace_changed = Signal()
    """Another second of those in which the seat waits."""

    def __init__(self, speech: Speech, parent: QObject, now: Callable[[], float]) -> None:
        super().__init__(parent)
        self._speech, self._now = speech, now
        self.banner = LineBanner()
        self._lost: LineLost | None = None
        self._lost_at = 0.0
        self._whole = 0.0
        self._waits = True
        self._seconds = -1
        self._frozen: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._show_banner)

    @property
    def stands(self) -> bool:
        return self._lost is None

    @property
    def frozen_at(self) -> str:
        """What the clock said when the line went, "" while it stands."""
        return clock(self._frozen) if self._frozen is not None and not self.stands else ""

    @property
    def grace_left(self) -> float:
        """Seconds in which the seat still waits, 0 while the line stands."""
        return 0.0 if self._lost is None else max(0.0, self._lost.grace - (self._now() - self._lost_at))

    def lose(self, news: LineLost, left: float | None, *, waits: bool) -> bool:
        """Whether it stood till now; `left` on the clock. Who only looks on has no seat that `waits`."""
        first = self.stands
        if first:
            self._whole = news.grace
            self._frozen = shown_seconds(left) if left is not None else None
        self._lost, self._lost_at, self._waits = news, self._now(), waits
        self._timer.start()
        self._show_banner()
        return first

    def mend(self) -> bool:
        """Whether it was cut."""
        was, self._lost = self._lost, None
        self._timer.stop()
        self._show_banner()
        return was is not None

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self._show_banner()

    def stop(self) -> None:
        self._timer.stop()

    def _show_banner(self) -> None:
        lost = self._lost
        if lost is None:
            self.banner.show_banner(None)
            return
        gone = self._now() - self._lost_at
        retry, grace = max(0.0, lost.retry - gone), self.grace_left if self._waits else 0.0
        self.banner.show_banner(banner(self._speech, tries=lost.tries + 1, retry=retry, grace=grace, whole=self._whole))
        if shown_seconds(grace) != self._seconds:
            self._seconds = shown_seconds(grace)
            self.grace_changed.emit()
