"""The debrief in the facilitator's way through a class: its page, made when there is something to show, and the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.frames.console import BookmarksTold
from sandgame.frames.debrief import DebriefNews, DebriefTold, GatheredTold, HalfTimeTold, PageTurned, TableDebriefTold
from sandgame.present.debrief_page import DebriefPicture
from sandgame.text.speech import Speech
from sandgame.ui.projector import Projector

if TYPE_CHECKING:
    from sandgame.ui.presenter import PresenterScreen

DEBRIEF = (DebriefTold, GatheredTold, HalfTimeTold, PageTurned, TableDebriefTold)


class ClassDebrief(QObject):
    """Of one window; `forget` drops what it has of a class."""

    asked = Signal(object)
    left = Signal()
    """Back to the page that the debrief was opened from."""
    report_asked = Signal()
    close_asked = Signal()
    unshare_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()

    def __init__(self, stack: QStackedWidget, projector: Projector, speech: Speech) -> None:
        super().__init__(stack)
        self._stack, self._projector, self._speech = stack, projector, speech
        self._turned: PageTurned | None = None
        self._wanted = self._shared = False
        self._session = ""
        self._begun: dict[str, float | None] = {}
        """Since when a class's debrief has been led, by session: its clock goes on when the class is come back to, for
        as long as this program runs."""
        self.presenter: PresenterScreen | None = None
        """There is none before there is something to show."""
        self._opened = False
        self._marks: dict[int, BookmarksTold] = {}

    def know(self, session: str) -> None:
        """Which class it is of."""
        self._session = session

    def want(self, wanted: bool) -> None:
        """It is what the class was opened for."""
        self._wanted = wanted

    def share(self, shared: bool) -> None:
        """Everybody sees this screen."""
        self._shared = shared
        if self.presenter is not None:
            self.presenter.shared = shared

    def put_away(self) -> None:
        """What is looked at on a shared screen for a moment only."""
        if self.presenter is not None:
            self.presenter.put_away()

    def mark(self, told: BookmarksTold) -> None:
        """What was bookmarked so far; a page that is made later knows it too."""
        self._marks[told.table] = told
        if self.presenter is not None:
            self.presenter.mark(told)

    def take(self, frame: DebriefNews) -> None:
        if self.presenter is None:
            if isinstance(frame, PageTurned):
                self._turned = frame
            if not isinstance(frame, DebriefTold | HalfTimeTold):
                return
            self.presenter = self._made()
        self.presenter.take(frame)

    def _made(self) -> PresenterScreen:
        from sandgame.ui.presenter import PresenterScreen

        made = PresenterScreen(self._speech)
        made.shared = self._shared
        made.begun = self._begun.get(self._session)
        if self._turned is not None:
            made.take(self._turned)
        for marks in self._marks.values():
            made.mark(marks)
        made.asked.connect(self.asked)
        made.left.connect(self._on_left)
        made.report_asked.connect(self.report_asked)
        made.close_asked.connect(self.close_asked)
        made.unshare_asked.connect(self.unshare_asked)
        made.page_changed.connect(self._on_page)
        self._projector.moment_asked.connect(made.show_moment)
        self._projector.moment_closed.connect(made.hide_moment)
        self._projector.step_asked.connect(made.step_moment)
        self._projector.principle_asked.connect(made.choose_principle)
        made.projector_asked.connect(self._projector.toggle)
        made.black_asked.connect(self._projector.toggle_black)
        made.help_asked.connect(self.help_asked)
        made.settings_asked.connect(self.settings_asked)
        self._stack.addWidget(made)
        return made

    @property
    def begun(self) -> bool:
        """The class has been shown a page of it."""
        presenter = self.presenter
        return presenter is not None and presenter.lead.over and (self._opened or presenter.lead.stood)

    @property
    def closed(self) -> bool:
        return self.presenter is not None and self.presenter.lead.closed

    def close(self) -> None:
        """It is done: the laptops say goodbye, and this window goes back to the console."""
        if self.presenter is not None:
            self.presenter.close_debrief()
            if self._stack.currentWidget() is self.presenter:
                self._on_left()

    def open(self) -> None:
        """From the console, once play is over or at half time; as soon as there is something to show."""
        self._wanted = self.presenter is None
        if self.presenter is not None:
            self._opened = self._opened or self.presenter.lead.over
            self._stack.setCurrentWidget(self.presenter)
            self.presenter.begin()

    def open_if_wanted(self) -> None:
        if self._wanted and self.presenter is not None:
            self._wanted = False
            self.open()

    def _on_page(self, page: DebriefPicture) -> None:
        """The big screen follows only while the debrief is led."""
        if self.presenter is not None and self._stack.currentWidget() is self.presenter:
            self._projector.show_debrief(page)

    def _on_left(self) -> None:
        self._projector.show_debrief(None)
        if self.presenter is not None:
            self.presenter.stop()
        self.left.emit()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        if self.presenter is not None:
            self.presenter.in_language(speech)

    def forget(self) -> None:
        """Nothing is known of a class any more."""
        presenter, self.presenter = self.presenter, None
        self._turned, self._wanted, self._shared, self._opened = None, False, False, False
        self._marks = {}
        session, self._session = self._session, ""
        if presenter is not None:
            if session:
                self._begun[session] = presenter.begun
            presenter.stop()
            presenter.hide()
            self._stack.removeWidget(presenter)
            presenter.deleteLater()
