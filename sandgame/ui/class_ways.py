"""The two ways into a class from the first page: to a seat by its code, and to the facilitator's desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from sandgame.frames.fault import FaultError
from sandgame.text.speech import Speech
from sandgame.ui.class_link import ClassLink

if TYPE_CHECKING:
    from sandgame.frames.console import PastClass
    from sandgame.frames.lobby import CaseCard
    from sandgame.present.scene import Scene
    from sandgame.ui.attend import Attending
    from sandgame.ui.class_room import ClassRoom
    from sandgame.ui.ports import Lessons
    from sandgame.ui.preferences import Preferences

_AFTER_FIRST_MS = 400


class ClassWays(QObject):
    """Makes each way when it is first gone, and passes on what both ask of the window."""

    home_asked = Signal()
    home_changed = Signal()
    """The first page has something else to offer: a seat to come back to."""
    failed = Signal(object, object)
    """What went wrong (an exception), and what to call to try again."""
    alone_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()
    titled = Signal(object)
    report_asked = Signal(object)
    """A PastClass."""

    def __init__(
        self,
        stack: QStackedWidget,
        open_lessons: Callable[[], Lessons],
        preferences: Preferences,
        drafts: Path | None,
        speech: Speech,
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._preferences = preferences
        self._drafts = drafts
        self._speech = speech
        self.link = ClassLink(open_lessons, self)
        self.link.held_changed.connect(self.home_changed)
        self.link.failed.connect(self._on_failed)
        self.attending: Attending | None = None
        self.room: ClassRoom | None = None
        self.cases: Callable[[], Sequence[CaseCard]] = tuple
        """What a class can be run with; given by the window."""
        self.broken: Callable[[], Sequence[str]] = tuple
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_FIRST_MS)
        self._soon.timeout.connect(self.link.refresh)

    def look_soon(self) -> None:
        """Whether a seat is held here: once the first page stands."""
        self._soon.start()

    @property
    def active(self) -> bool:
        return any(way is not None and way.active for way in (self.attending, self.room))

    @property
    def scene(self) -> Scene | None:
        return self.attending.scene if self.attending is not None else None

    def join(self, code: str = "") -> None:
        self._way_in().open(code)

    def come_back(self) -> None:
        if self.link.held is not None:
            self._way_in().come_back(self.link.held)

    def run(self) -> None:
        """A class that is under way on this computer is gone back to; else one is set up."""
        if self.led is not None:
            self.lead()
        else:
            self._way_to_lead().open()

    @property
    def led(self) -> PastClass | None:
        """The class that a host of this computer runs; one that was ended is none, though its host may not be gone."""
        return next((card for card in self.link.past if card.state != "over"), None) if self.link.running else None

    def lead(self, session: str = "") -> None:
        """Back to the running class, or to one that was left; of one that is over to its debrief."""
        over = any(card.session == session and card.done for card in self.link.past)
        self._way_to_lead().come_back(session, debrief=over)

    def open_help(self) -> bool:
        """Whoever leads a class has help of their own; False where nobody does."""
        if self.room is None or not self.room.active:
            return False
        self.room.open_help()
        return True

    def _way_to_lead(self) -> ClassRoom:
        if self.room is None:
            from sandgame.ui.class_room import ClassRoom

            self.room = ClassRoom(self._stack, self.link, self._preferences, self._speech)
            self.room.offer(self.cases, self.broken)
            self.room.report_asked.connect(self.report_asked)
            self._connect(self.room)
        return self.room

    def on_key(self, event: QKeyEvent) -> bool:
        """A key that no widget has taken."""
        return self.room is not None and self.room.active and self.room.on_key(event)

    def back(self) -> bool:
        """One step back on the way that is gone; False if there is none."""
        return any(way is not None and way.active and way.back() for way in (self.room, self.attending))

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        for way in (self.attending, self.room):
            if way is not None:
                way.in_language(speech)

    def close(self) -> None:
        """Waits until the lines are hung up."""
        self._soon.stop()
        for way in (self.attending, self.room):
            if way is not None:
                way.stop()
        self.link.close()

    def _way_in(self) -> Attending:
        if self.attending is None:
            from sandgame.ui.attend import Attending

            self.attending = Attending(self._stack, self.link, self._preferences, self._drafts, self._speech)
            self.attending.alone_asked.connect(self.alone_asked)
            self._connect(self.attending)
        return self.attending

    def _connect(self, way: Attending | ClassRoom) -> None:
        way.left.connect(self.home_asked)
        way.language_asked.connect(self.language_asked)
        way.settings_asked.connect(self.settings_asked)
        way.help_asked.connect(self.help_asked)
        way.full_screen_asked.connect(self.full_screen_asked)
        way.titled.connect(self.titled)

    def _on_failed(self, fault: Exception, again: Callable[[], None]) -> None:
        """Nobody is stopped for what the first page alone would have liked to know; a class that does not open is
        said beside its own button."""
        if self.room is not None and self.room.takes_trouble:
            return
        if self.active or isinstance(fault, FaultError):
            self.failed.emit(fault, again)
