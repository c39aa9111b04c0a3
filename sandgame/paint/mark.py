"""The program's mark: a small box of sand with two pieces on one ripple; and the sand that a report begins with."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.look import Look
from sandgame.paint.sand import draw_sand
from sandgame.paint.tokens import palette

_WOOD = QColor("#C8B48A")
_RED = QColor("#C0472C")


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """The mark is the same in both schemes; the box is 4:3 or squarer, its lip is part of it."""
    light = palette("light")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.width() / 24)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, high in ((_WOOD, 18.0), (light.colour.sand_top, 15.2)):
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, 0, 24, high), 3.2, 3.2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_WOOD, 1.1))
    for level, bend in ((5.0, -3.4), (9.6, 3.4)):
        wave = QPainterPath(QPointF(2, level))
        wave.quadTo(QPointF(7, level + bend), QPointF(12, (level + 7.5) / 2 + 1))
        wave.quadTo(QPointF(17, level - bend + 2), QPointF(22, level + 1))
        painter.drawPath(wave)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light.department(4).base)
    painter.drawEllipse(QPointF(7.4, 7.6), 3.3, 3.3)
    painter.setBrush(_RED)
    painter.drawRoundedRect(QRectF(13.3, 4.6, 6, 6), 1.3, 1.3)
    painter.restore()


def draw_cover(painter: QPainter, box: QRectF, look: Look, *, marked: bool) -> None:
    """Raked sand with the mark on its tile at the right, rings around it; without the mark room is left for a logo."""
    draw_sand(painter, box, look)
    painter.save()
    painter.setClipRect(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = 72.0
    face = QRectF(0, 0, side, side)
    face.moveCenter(QPointF(box.right() - 131, box.center().y()))
    colour = look.colour
    if marked:
        painter.setPen(QPen(colour.rake, 1.2))
        for step in range(6, 0, -1):
            reach = 9.0 * step
            painter.setBrush(colour.sand_mid if step == 6 else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(face.adjusted(-reach, -reach, reach, reach), 15 + reach, 15 + reach)
        painter.setPen(Qt.PenStyle.NoPen)
        for drop, ink in ((10.0, colour.tile_shadow), (6.0, colour.neutral_lip), (0.0, colour.surface)):
            painter.setBrush(ink)
            painter.drawRoundedRect(face.translated(0, drop), 15, 15)
        draw_mark(painter, QRectF(face.center().x() - 19, face.center().y() - 14, 38, 28.5))
    painter.restore()
