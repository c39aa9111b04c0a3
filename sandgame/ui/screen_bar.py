"""The dark bar on top of the pages around play: back, mark, title, and what can always be reached."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.tokens import size
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import BarButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.mark import Mark
from sandgame.ui.kit.themed import Themed, current_look


class ScreenBar(QWidget, Themed):
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = BarButton("", "arrow-left")
        self._help = BarButton("", "circle-help")
        self._settings = BarButton("", "settings")
        self._title = Label(role="label", tone="on_top_bar", weight=700)
        self._sub = Label(role="caption", tone="on_top_bar_secondary")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._sub)
        words.addStretch(1)
        self._across = across = row(self, margins=(8, 0, 12, 0), gap=6)
        across.addWidget(self._back)
        across.addWidget(Mark(24))
        across.addSpacing(8)
        across.addLayout(words)
        across.addStretch(1)
        across.addWidget(self._help)
        across.addWidget(self._settings)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._back.clicked.connect(self.back_asked)
        self._help.clicked.connect(self.help_asked)
        self._settings.clicked.connect(self.settings_asked)

    def add(self, widget: QWidget) -> None:
        """Before help and settings."""
        self._across.insertWidget(self._across.indexOf(self._help), widget)

    def show_texts(self, title: str, sub: str, speech: Speech) -> None:
        self._title.setText(title)
        self._sub.setText(sub)
        self._sub.setVisible(bool(sub))
        named = ((self._back, "game-back"), (self._help, "home-help-tip"), (self._settings, "home-settings-tip"))
        for button, key in named:
            button.setAccessibleName(speech.say(key))
            button.setToolTip(speech.say(key))

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(current_look().scaled(size("topBar"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), current_look().colour.top_bar)
