"""The program's mark: a small box of sand with two pieces on one ripple."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from sandgame.paint.tokens import palette

_SIDES = (16, 24, 32, 48, 64, 128, 256)


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """The mark is the same in both schemes; the box is 4:3 or squarer, its lip is part of it."""
    light = palette("light")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.width() / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, high in ((QColor("#C8B48A"), 18.0), (light.colour.sand_top, 15.2)):
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 0, 24, high), 3.2, 3.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("#C8B48A"), 1.1))
    for level, bend in ((5.0, -3.4), (9.6, 3.4)):
        wave = QPainterPath(QPointF(2, level))
        wave.quadTo(QPointF(7, level + bend), QPointF(12, (level + 7.5) / 2 + 1))
        wave.quadTo(QPointF(17, level - bend + 2), QPointF(22, level + 1))
        painter.drawPath(wave)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light.department(4).base)
    painter.drawEllipse(QPointF(7.4, 7.6), 3.3, 3.3)
    painter.setBrush(QColor("#C0472C"))
    painter.drawRoundedRect(QRectF(13.3, 4.6, 6, 6), 1.3, 1.3)
    painter.restore()


class Mark(QWidget):
    """The mark as a widget."""

    def __init__(self, width: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(width, round(width * 0.75))

    def paintEvent(self, _event: object) -> None:
        draw_mark(QPainter(self), QRectF(self.rect()))


def mark_icon() -> QIcon:
    """The window's icon."""
    made = QIcon()
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(0, side * 0.125, side, side * 0.75))
        painter.end()
        made.addPixmap(picture)
    return made
