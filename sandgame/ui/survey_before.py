"""The survey before class, over the waiting page: once for a class, and back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.text.speech import Speech
from sandgame.ui.kit.cards import column
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.survey import SurveyPage


class SurveyBefore(QWidget):
    """One for each class that a laptop comes to: its key stays, so nothing counts twice."""

    handed_in = Signal(object)
    left = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, session: str, title: str, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._title = session, title
        self.bar, self.survey = ScreenBar(), SurveyPage("a", speech)
        lines = column(self, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(self.bar)
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.survey)
        lines.addLayout(inside, 1)
        self.bar.back_asked.connect(self.left)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.survey.skipped.connect(self.left)
        self.survey.handed_in.connect(self.handed_in)
        self._say(speech)

    def _say(self, speech: Speech) -> None:
        self.bar.show_texts(speech.say("survey-before"), self._title, speech)

    def in_language(self, speech: Speech) -> None:
        self._say(speech)
        self.survey.in_language(speech)

    def focus_first(self) -> None:
        if self.survey.rows:
            self.survey.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F9:
            self.survey.next.click()
        else:
            super().keyPressEvent(event)
