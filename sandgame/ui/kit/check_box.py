"""A box to tick, 28 px to hit; where something was compared, a sign stands in its place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.present.pictures import Tone
from sandgame.ui.kit.control_painter import PALE
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import current_look

_GROUND: dict[Tone, tuple[str, str]] = {
    "positive": ("positive_bg", "positive"),
    "caution": ("caution_bg", "caution"),
    "negative": ("negative_bg", "negative"),
    "info": ("info_bg", "info"),
    "plain": ("surface_sunken", "text_secondary"),
}


class CheckBox(QAbstractButton):
    """Its name is for assistive tools: what it is about stands in the row and over the column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = ""
        self._tone: Tone = "plain"
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=6)

    def set_sign(self, icon: str, tone: Tone = "plain") -> None:
        """A sign instead of the box; an empty one brings the box back."""
        self._sign, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._sign:
            draw_sign_disc(painter, self._sign, self._tone, QRectF(2, 2, 24, 24))
            return
        if not self.isEnabled():
            painter.setOpacity(PALE)
        box = QRectF(5.75, 5.75, 16.5, 16.5)
        painter.setBrush(colour.primary if self.isChecked() else colour.surface)
        painter.setPen(QPen(colour.primary if self.isChecked() else colour.control_border, 1.5))
        painter.drawRoundedRect(box, 3.5, 3.5)
        if self.isChecked():
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), colour.on_primary, stroke=3)


def draw_sign_disc(painter: QPainter, icon: str, tone: Tone, disc: QRectF) -> None:
    """A small disc with a sign: how something compares."""
    look = current_look()
    ground, ink = (look.named(token) for token in _GROUND[tone])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(disc)
    draw_icon(painter, icon, disc.adjusted(5, 5, -5, -5), ink, stroke=2.6)
