"""A class as the window sees it: asked here, told by signals on the window's thread; nothing here waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from sandgame.ui.link import Done, Errands, Failed, Work

if TYPE_CHECKING:
    from sandgame.frames.class_wire import Asked
    from sandgame.frames.classroom import ClassSetup
    from sandgame.frames.console import PastClass
    from sandgame.frames.line import HeldSeat
    from sandgame.rules.ids import SeatId
    from sandgame.rules.intents import Intent
    from sandgame.ui.ports import Classroom, Lessons

    Known = tuple[HeldSeat | None, tuple[PastClass, ...], bool]


class ClassLink(QObject):
    """Opens the lessons on another thread and holds the one line to a class, as a trainee's laptop or as its lead."""

    told = Signal(object)
    """What the host says, or the line itself (`Told | LineNews`), in order; none of a line that was hung up."""
    failed = Signal(object, object)
    """What went wrong (an exception), and what to call to try again."""
    checked = Signal(object)
    """A Diagnosis of the check that was asked for last."""
    held_changed = Signal()
    """`held`, `past` or `running` were read anew."""
    _heard = Signal(object, object)
    """From any thread: the line or check, and what it said."""

    def __init__(self, open_lessons: Callable[[], Lessons], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_lessons = open_lessons
        self._errands = Errands(self)
        self._closed = False
        self._lessons: Lessons | None = None
        self._line: _Line | None = None
        self._check: _Check | None = None
        self.held: HeldSeat | None = None
        """A seat that this laptop may go back to, as far as it is known."""
        self.past: tuple[PastClass, ...] = ()
        self.running = False
        """A host of this computer runs, or was left in the middle of a class."""
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    # ways into a class

    def join(self, code: str, address: str = "") -> None:
        self._call(lambda lessons: lessons.join(code, address), lambda: self.join(code, address))

    def come_back(self, held: HeldSeat) -> None:
        self._call(lambda lessons: lessons.come_back(held), lambda: self.come_back(held))

    def found(self, setup: ClassSetup) -> None:
        self._call(lambda lessons: lessons.found(setup), lambda: self.found(setup))

    def lead_again(self, session: str = "") -> None:
        self._call(lambda lessons: lessons.lead_again(session), lambda: self.lead_again(session))

    # the line under way

    def ask(self, frame: Asked) -> None:
        """Goes out at once; what is asked before there is a line, goes when there is one."""
        if self._line is not None:
            self._line.ask(frame)

    def submit(self, intent: Intent, seat: SeatId) -> str:
        """Gives the intent's id at once; the answer comes as a frame."""
        if self._line is None:
            raise RuntimeError("an intent without a class")
        return self._line.submit(intent, seat)

    def retry(self) -> None:
        """Where the line is cut, the next try comes now."""
        if self._line is not None and self._line.room is not None:
            self._line.room.retry()

    def hang_up(self) -> None:
        """No more frames of the present class; the seats held stay this laptop's."""
        line, self._line = self._line, None
        if line is None:
            return

        def closed() -> Known:
            line.close()
            return self._known()

        self._send(closed, self._on_known, lambda fault: self.failed.emit(fault, self.refresh))

    # the connection check

    def examine(self, code: str, address: str = "") -> None:
        self.stop_examining()
        check = self._check = _Check()

        def begun() -> None:
            check.stop = self._ready().examine(code, address, lambda diagnosis: self._heard.emit(check, diagnosis))

        again = partial(self.examine, code, address)
        self._send(begun, lambda _nothing: None, lambda fault: self.failed.emit(fault, again))

    def stop_examining(self) -> None:
        check, self._check = self._check, None
        if check is not None:
            self._send(check.end, lambda _nothing: None, lambda _fault: None)

    # what this computer keeps

    def refresh(self) -> None:
        """Reads anew which seat is held here and which classes were run."""
        self._read(lambda: None, self.refresh)

    def know(self, card: PastClass) -> None:
        """What the window has seen of the class that it led, until this is read anew."""
        self.past = (card, *(other for other in self.past if other.session != card.session))
        self.running = card.state != "over"
        self.held_changed.emit()

    def forget(self, held: HeldSeat) -> None:
        self._read(lambda: self._ready().forget(held), lambda: self.forget(held))

    def delete(self, session: str) -> None:
        self._read(lambda: self._ready().delete(session), lambda: self.delete(session))

    def close(self) -> None:
        """Hangs up everywhere and waits until that is done. A host under way goes on without its window."""
        self.stop_examining()
        line, self._line = self._line, None

        def closed() -> None:
            lessons, self._lessons = self._lessons, None
            if line is not None:
                line.close()
            if lessons is not None:
                lessons.close()

        self._send(closed, lambda _nothing: None, lambda _fault: None)
        self._closed = True
        self._errands.close()

    # the other thread

    def _send(self, work: Work, done: Done, failed: Failed) -> None:
        if not self._closed:
            self._errands.send(work, done, failed)

    def _ready(self) -> Lessons:
        """On the errands' thread only."""
        if self._lessons is None:
            self._lessons = self._open_lessons()
        return self._lessons

    def _known(self) -> Known:
        lessons = self._ready()
        return lessons.held(), lessons.past(), lessons.running()

    def _read(self, first: Callable[[], None], again: Callable[[], None]) -> None:
        def read() -> Known:
            first()
            return self._known()

        self._send(read, self._on_known, lambda fault: self.failed.emit(fault, again))

    def _on_known(self, known: Known) -> None:
        self.held, self.past, self.running = known
        self.held_changed.emit()

    def _call(self, call: Callable[[Lessons], Classroom], again: Callable[[], None]) -> None:
        self.hang_up()
        line = self._line = _Line()

        def called() -> None:
            # kept before the first frame can come, so that an intent always finds its class
            line.room = call(self._ready())
            line.room.listen(lambda frame: self._heard.emit(line, frame))

        def failed(fault: Exception) -> None:
            if self._line is line:
                self._line = None
                self.failed.emit(fault, again)

        self._send(called, lambda _nothing: line.begin(), failed)

    def _on_heard(self, source: _Line | _Check, said: object) -> None:
        """Only of the present line, and of the check that was asked for last."""
        if source is self._line:
            self.told.emit(said)
        elif source is self._check:
            self.checked.emit(said)


class _Line:
    """One line to a class; what is asked before it stands waits here."""

    def __init__(self) -> None:
        self.room: Classroom | None = None
        self._begun = False
        self._waiting: list[Asked] = []

    def begin(self) -> None:
        self._begun = True
        waiting, self._waiting = self._waiting, []
        for frame in waiting:
            self.ask(frame)

    def ask(self, frame: Asked) -> None:
        if not self._begun or self.room is None:
            self._waiting.append(frame)
        else:
            self.room.ask(frame)

    def submit(self, intent: Intent, seat: SeatId) -> str:
        if self.room is None:
            raise RuntimeError("an intent before the line")
        return self.room.submit(intent, seat)

    def close(self) -> None:
        if self.room is not None:
            self.room.close()


class _Check:
    """One run of the connection check."""

    def __init__(self) -> None:
        self.stop: Callable[[], None] | None = None

    def end(self) -> None:
        if self.stop is not None:
            self.stop()
