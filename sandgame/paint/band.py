"""The scale from 0 to 100 of one's own page: the marks of silo and reference, the band found, the own view of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from sandgame.frames.marks import Band
from sandgame.paint.look import Look
from sandgame.present.debrief_own import BANDS

SILO, REFERENCE = 0.2, 0.8


def draw_band(painter: QPainter, look: Look, band: Band, who: QColor, scale: QRectF) -> None:
    """`scale` is as wide as the scale; its middle is the line."""
    colour, middle = look.colour, scale.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.surface_sunken)
    painter.drawRoundedRect(QRectF(scale.left(), middle - 5, scale.width(), 10), 5, 5)
    low, high = (scale.left() + scale.width() * end / 100 for end in BANDS[band])
    painter.setOpacity(0.4)
    painter.setBrush(who)
    painter.drawRect(QRectF(low, middle - 5, high - low, 10))
    painter.setOpacity(1.0)
    painter.setPen(QPen(who, 2.5))
    for end in (low + 1, high - 1):
        painter.drawLine(QPointF(end, middle - 7), QPointF(end, middle + 7))
    painter.setPen(QPen(colour.benchmark, 1.6, Qt.PenStyle.DotLine))
    for at in (SILO, REFERENCE):
        across = scale.left() + scale.width() * at
        painter.drawLine(QPointF(across, middle - 11), QPointF(across, middle + 11))


def draw_diamond(painter: QPainter, look: Look, at: QPointF, side: float = 8.5) -> None:
    """How somebody sees the own conduct."""
    painter.setPen(QPen(look.colour.text, 2))
    painter.setBrush(look.colour.surface)
    corners = ((0.0, -side), (side, 0.0), (0.0, side), (-side, 0.0))
    painter.drawPolygon(QPolygonF([QPointF(at.x() + x, at.y() + y) for x, y in corners]))


def place_on(scale: QRectF, value: int) -> QPointF:
    return QPointF(scale.left() + scale.width() * value / 100, scale.center().y())
