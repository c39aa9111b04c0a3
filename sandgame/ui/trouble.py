"""A calm page for what went wrong outside a game: what happened, what still holds, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.sand import sand_pixmap
from sandgame.present.trouble import TroublePage
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look


class SandScreen(QWidget):
    """A page of bare sand with one card in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(corner=12)
        card.setFixedWidth(560)
        self.inside = column(card, margins=(28, 24, 28, 24), gap=10)
        outer = column(self, margins=(24, 24, 24, 24))
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), current_look()))


class TroubleScreen(SandScreen):
    retry_asked = Signal()
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(role="heading", wraps=True, icon="circle-alert", icon_tone="caution")
        self._line = Label(role="bodyLarge", tone="text_secondary", wraps=True)
        self._place = Label(role="caption", tone="text_secondary", wraps=True)
        self._retry = PrimaryButton("", "rotate-ccw")
        self._back = SecondaryButton("", "arrow-left")
        for label in (self._title, self._line, self._place):
            self.inside.addWidget(label)
        self.inside.addSpacing(8)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._retry)
        self.inside.addLayout(buttons)
        self._retry.clicked.connect(self.retry_asked)
        self._back.clicked.connect(self.back_asked)

    def show_page(self, page: TroublePage) -> None:
        self._title.setText(page.title)
        self._line.setText(page.line)
        self._place.setText(page.place)
        self._place.setVisible(bool(page.place))
        self._retry.setText(page.retry)
        self._back.setText(page.back)
        self.setAccessibleName(page.title)

    def focus_first(self) -> None:
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)


class WaitScreen(SandScreen):
    """Shown while a table is being laid, if that takes longer than a blink."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(role="heading", icon="hourglass", icon_tone="text_secondary")
        self._line = Label(role="bodyLarge", tone="text_secondary", wraps=True)
        self.inside.addWidget(self._title)
        self.inside.addWidget(self._line)

    def show_words(self, title: str, line: str) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(title)
