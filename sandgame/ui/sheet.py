"""A card over the dimmed window for settings and help: below the bars that must stay readable, closed by Esc."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.overlay import Overlay
from sandgame.ui.kit.themed import current_look
from sandgame.ui.scroller import Scroller

_BARS = 104
_EDGE = 10
_LINE = 60
_SCROLLS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -2, Qt.Key.Key_PageDown: 2}
"""Lines, or half pages."""


class Sheet(Overlay):
    """Subclasses fill `body`, and say their title by `show_title`.

    A click beside the card closes it as Esc does.
    """

    wide = 560

    def __init__(self, parent: QWidget) -> None:
        self._window = parent.window()
        super().__init__(self._window)
        self._early = False
        self._title = Label(role="heading")
        self._close = FlatButton("", "x")
        self._close.clicked.connect(self.reject)
        self._card = Card(self, corner=12)
        head = row(margins=(20, 12, 12, 10), gap=8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(20, 12, 20, 16)
        self.body.setSpacing(10)
        self._area = Scroller(inner)
        inside = column(self._card, margins=(1, 1, 1, 1), gap=0)
        inside.addLayout(head)
        inside.addWidget(Divider())
        self._across = row(gap=0)
        self._across.addWidget(self._area, 1)
        inside.addLayout(self._across, 1)
        self._inside, self._foot, self._beside = inside, 0, QSize()

    def set_beside(self, widget: QWidget) -> None:
        """Stands left of what scrolls, and is always there."""
        self._across.insertWidget(0, widget)
        self._beside = widget.sizeHint()

    def set_foot(self, foot: QHBoxLayout) -> None:
        """Stands below what scrolls, so that the way on is always there."""
        foot.setContentsMargins(20, 10, 20, 12)
        self._inside.addWidget(Divider())
        self._inside.addLayout(foot)
        self._foot = foot.sizeHint().height() + 1

    def show_title(self, title: str, close: str) -> None:
        self._title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def _stands(self) -> None:
        self._early = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._early:
            return
        if not self._card.geometry().contains(event.position().toPoint()):
            self.reject()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Its first click opened this."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Reading on by key, whatever has the focus."""
        bar = self._area.verticalScrollBar()
        by = _SCROLLS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + (by * bar.pageStep() // 2 if abs(by) > 1 else by * _LINE))

    def place(self) -> None:
        """The card in the middle, below the bars, as high as it needs to be and has room for."""
        wide = min(self.wide, self.width() - 2 * _EDGE)
        top = min(round(current_look().scaled(_BARS)), self.height() // 5)
        words = self.body.totalHeightForWidth(wide - 14 - max(0, self._beside.width()))
        needs = max(words, self._beside.height()) + round(current_look().scaled(64)) + self._foot
        self._card.setGeometry((self.width() - wide) // 2, top, wide, min(needs, self.height() - top - _EDGE))

    def show_over(self) -> None:
        """Opens it without stopping what goes on behind; the focus goes back to what had it."""
        before = self._window.focusWidget()
        self.open()
        # clicks of who was impatient meant what lies behind: they do not close what has just come
        self._early = True
        QTimer.singleShot(0, self, self._stands)
        self.finished.connect(lambda: give_back(before), Qt.ConnectionType.SingleShotConnection)


def give_back(before: QWidget | None) -> None:
    """It may have gone with what it stood in: the pages work on below a sheet or a question."""
    if before is not None and isValid(before) and before.isVisible():
        before.window().activateWindow()
        before.setFocus(Qt.FocusReason.OtherFocusReason)
