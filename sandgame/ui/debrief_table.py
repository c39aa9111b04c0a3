"""The debrief round one laptop: its pages lie open to all, each seat's own page passes behind the curtain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.cast import Cast
from sandgame.frames.debrief import DebriefNews, KeepDebrief, PageTurned, Survey
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.table_curtain import debrief_curtain
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_seat import SeatDebrief
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.themed import current_look
from sandgame.ui.survey import SurveyPage
from sandgame.ui.table_curtain import Curtain
from sandgame.ui.table_keep import TableKeep

_OPEN_TEXT, _SEAT_TEXT, _WIDE = 130, 115, 1280
"""The least text size of the open pages, which are read from a metre away, and of a seat's own, in a wide window."""


class TableDebrief(QWidget):
    """In place of a `DebriefScreen` where several people sit at one laptop. `own_percent` is the text size chosen."""

    kept = Signal(object)
    """A KeepDebrief, to the host."""
    left = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(
        self,
        speech: Speech,
        seats: tuple[SeatId, ...],
        keep: TableKeep,
        *,
        led: bool,
        own_percent: Callable[[], int] = lambda: 100,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech, self._keep, self._own_percent = speech, keep, own_percent
        self.pages = DebriefScreen(speech, seats, led=led, at_table=True)
        self.curtain = Curtain()
        self.turn: SeatDebrief | None = None
        self._behind: SeatId | None = None
        self._surveys: dict[SeatId, SurveyPage] = {}
        self._percent = 0
        """The text size that was set here last."""
        self.stack = QStackedWidget()
        for page in (self.pages, self.curtain):
            self.stack.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.stack)
        for ours, theirs in (
            (self.kept, self.pages.kept),
            (self.left, self.pages.left),
            (self.help_asked, self.pages.help_asked),
            (self.settings_asked, self.pages.settings_asked),
        ):
            theirs.connect(ours)
        # whoever gives it the keys gives them to what lies open
        self.setFocusProxy(self.pages)
        self.pages.visit_asked.connect(self._on_visit)
        self.curtain.opened.connect(self._on_opened)
        self.curtain.cancelled.connect(self.let_fall)

    # what comes

    @property
    def known(self) -> DebriefKnown:
        return self.pages.known

    def take(self, frame: DebriefNews) -> None:
        """A page that is turned by who leads ends a look behind the curtain: all are asked to look up. The goodbye
        waits."""
        before = self.known.turned
        self.pages.take(frame)
        if isinstance(frame, PageTurned) and not frame.closed and (before is None or before.page != frame.page):
            self.let_fall()
        elif self.turn is not None:
            self.turn.show_known(self.known)

    @property
    def busy(self) -> bool:
        """Something else than the page of the class is looked at here."""
        return self._behind is not None or self.pages.busy

    def open_own(self) -> None:
        """Behind whose curtain is asked here."""
        self.let_fall()
        self.pages.open_own()

    def meet(self, cast: Cast) -> None:
        self.pages.meet(cast)

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.pages.in_language(speech)
        for survey in self._surveys.values():
            survey.in_language(speech)
        if self.turn is not None:
            self.turn.show_known(self.known)
        if self.isVisible():
            self._scale()
        self._show_curtain()

    # the curtain

    def _on_visit(self, seat: int) -> None:
        self._behind = SeatId(seat)
        self._show_curtain()
        self.stack.setCurrentWidget(self.curtain)
        self._scale()
        self.curtain.take_focus()

    def _show_curtain(self) -> None:
        scene, seat = self.known.scene, self._behind
        if scene is not None and seat is not None:
            self.curtain.show_curtain(debrief_curtain(scene, seat, pin=self._keep.has_pin(seat)))

    def _on_opened(self, pin: str) -> None:
        seat = self._behind
        if seat is None or self.turn is not None or not self.curtain.lets_in(self._keep, seat, pin):
            return
        self.turn = turn = SeatDebrief(seat, self._survey(seat))
        turn.lowered.connect(self.let_fall)
        turn.idled.connect(self.let_fall)
        turn.kept.connect(self.kept)
        turn.show_known(self.known)
        self.stack.addWidget(turn)
        self._scale()
        self.stack.setCurrentWidget(turn)
        turn.begin()

    def _survey(self, seat: SeatId) -> SurveyPage:
        """One for each seat as long as the debrief is open, under one key: filled in again it counts once."""
        if seat not in self._surveys:
            made = self._surveys[seat] = SurveyPage("b2", self._speech)
            made.handed_in.connect(lambda survey: self._on_handed_in(seat, survey))
        said = self.known.said(seat).survey
        if said is not None:
            self._surveys[seat].put_back(said.answers)
        return self._surveys[seat]

    def _on_handed_in(self, seat: SeatId, survey: Survey) -> None:
        self.kept.emit(KeepDebrief(seat, survey=survey))
        if self.turn is not None:
            self.turn.show_known(self.known)

    def let_fall(self) -> None:
        """Back to what lies open; the seat's page goes off the screen and out of memory."""
        turn, self.turn, self._behind = self.turn, None, None
        self.stack.setCurrentWidget(self.pages)
        if turn is not None:
            turn.hide()
            turn.end()
            self.stack.removeWidget(turn)
            turn.deleteLater()
        if self.isVisible():
            self._scale()
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    # the frame around

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scale()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.let_fall()
        if current_look().text_percent == self._percent:
            # else the screen that is shown now has set its own
            _to_percent(self._own_percent())

    def _scale(self) -> None:
        least = _OPEN_TEXT if self.turn is None else _SEAT_TEXT
        own = self._own_percent()
        self._percent = max(own, least) if self.width() >= _WIDE else own
        _to_percent(self._percent)
        self.pages.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._behind is not None and event.key() == Qt.Key.Key_Escape:
            self.let_fall()
        elif self.stack.currentWidget() is self.curtain:
            self.curtain.keyPressEvent(event)
        else:
            super().keyPressEvent(event)


def _to_percent(percent: int) -> None:
    app, look = QApplication.instance(), current_look()
    if isinstance(app, QApplication) and look.text_percent != percent:
        apply_look(app, replace(look, text_percent=percent))
