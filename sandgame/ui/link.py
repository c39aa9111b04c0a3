"""The way between windows and engine: errands run on one worker thread, frames come from the loop's; both end here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from sandgame.frames.debrief_wire import OwnNews
    from sandgame.frames.seat import HostFrame
    from sandgame.ui.ports import Debriefing, Session

Work = Callable[[], Any]
Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class Errands(QObject):
    """Runs what may take its time, one after the other, away from the window; results come back on the window's thread.

    The thread is started with the first errand and ends with `close`, which waits for the errand under way.
    """

    _came_back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[tuple[Work, Done, Failed] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    def send(self, work: Work, done: Done, failed: Failed) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="errands", daemon=True)
            self._thread.start()
        self._queue.put((work, done, failed))

    def close(self) -> None:
        """Finishes what was sent; nothing comes back any more."""
        self._came_back.disconnect(self._on_came_back)
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while (errand := self._queue.get()) is not None:
            work, done, failed = errand
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 whatever went wrong is told on the other side
                self._came_back.emit(failed, fault)
            else:
                self._came_back.emit(done, result)

    def _on_came_back(self, tell: Done, result: object) -> None:
        tell(result)


class Link(QObject):
    """One seat's line: frames arrive on the loop's thread and go on, in order, on the window's."""

    frame_came = Signal(object)
    """A HostFrame; none comes after `close`."""
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def follow(self, session: Session) -> None:
        """Begin to listen; may be called from any thread."""
        session.listen(self._hear)

    def follow_debrief(self, session: Debriefing) -> None:
        """The same for what is made of the game after it."""
        session.hear_debrief(self._hear)

    def close(self) -> None:
        self._open = False

    def _hear(self, frame: HostFrame | OwnNews) -> None:
        self._heard.emit(frame)

    def _on_heard(self, frame: HostFrame) -> None:
        if self._open:
            self.frame_came.emit(frame)
