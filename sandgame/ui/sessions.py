"""All sessions on this computer: go on with one, see its result, or delete it after a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.home import PastSession
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, column, row, stacked
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller

_WIDEST = 860


class SessionsScreen(QWidget):
    resume_asked = Signal(str)
    delete_asked = Signal(object)
    """A PastSession to be deleted, after the question."""
    report_asked = Signal(str)
    """Of the session."""
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports = False
        """Whether there is anything that writes them."""
        self._bar = ScreenBar()
        self._bar.back_asked.connect(self.back_asked)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        self._none = EmptyState(icon="history")
        self._rows: list[_Row] = []
        inner = QWidget()
        held = QWidget()
        held.setMaximumWidth(_WIDEST)
        self._list = column(held, margins=(4, 4, 4, 4), gap=8)
        self._list.addWidget(self._none)
        self._list.addStretch(1)
        across = row(inner)
        across.addWidget(held)
        outer = column(self, margins=(0, 0, 0, 0), gap=0)
        outer.addWidget(self._bar)
        around = QVBoxLayout()
        around.setContentsMargins(14, 12, 14, 14)
        around.addWidget(Scroller(inner))
        outer.addLayout(around, 1)

    def show_sessions(self, sessions: Sequence[PastSession], speech: Speech) -> None:
        self._bar.show_texts(speech.say("home-all-title"), speech.say("home-all-line"), speech)
        self._none.set_texts(speech.say("home-recent-none"))
        self._none.setVisible(not sessions)
        for line in self._rows:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._rows = [_Row(past, speech, self) for past in sessions]
        for place, line in enumerate(self._rows):
            self._list.insertWidget(place + 1, line)

    def focus_first(self) -> None:
        first = next(iter(self._rows), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


class _Row(Card):
    """One session; a click on it, or Enter, does what its button does."""

    def __init__(self, past: PastSession, speech: Speech, screen: SessionsScreen) -> None:
        super().__init__()
        go = past.go or speech.say("home-see" if past.over else "home-go")
        self.go = SecondaryButton(go, "play" if not past.over else "eye")
        self.go.setVisible(past.can_open)
        self.go.setAccessibleDescription(past.spoken)
        self.report = SecondaryButton(speech.say("saving-go"), "save")
        self.report.setVisible(screen.reports and past.over)
        self.report.setAccessibleDescription(past.spoken)
        self.report.clicked.connect(lambda: screen.report_asked.emit(past.session))
        delete = FlatButton("", "trash-2")
        delete.setToolTip(speech.say("home-delete"))
        delete.setAccessibleName(speech.say("home-delete"))
        delete.setAccessibleDescription(past.spoken)
        words = stacked(Label(past.title, "label", wraps=True), Label(past.line, "body", "text_secondary", wraps=True))
        across = row(self, margins=(16, 10, 12, 10), gap=12)
        across.addLayout(words, 1)
        across.addWidget(Label(past.number, "body", "text_secondary"))
        across.addWidget(Label(past.when, "body", "text_secondary"))
        across.addWidget(self.report)
        across.addWidget(self.go)
        across.addWidget(delete)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(past.spoken)
        set_ring(self, corner=10)
        if past.can_open:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.go.clicked.connect(lambda: screen.resume_asked.emit(past.session))
        delete.clicked.connect(lambda: screen.delete_asked.emit(past))

    def _open(self) -> None:
        if not self.go.isHidden():
            self.go.click()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)
