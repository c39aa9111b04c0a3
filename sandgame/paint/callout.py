"""The ink box on a board that says what stopped an island."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sandgame.paint.board_places import body
from sandgame.paint.lettering import CENTRE, put_line
from sandgame.paint.look import Look
from sandgame.present.pictures import CalloutPicture

TALL_FROM = 400.0
"""Boards from this height on have room for hours on the own island and for a box below it."""


def callout_box(callout: CalloutPicture, face: QRectF, size: QSizeF, look: Look) -> QRectF:
    """The ink box below its island, or above where there is no room below."""
    island = body(face)
    wide = max(look.width(callout.title, "body", 700), look.width(callout.line, "caption")) + 40
    high = look.scaled(54) if callout.line else look.scaled(34)
    under = size.height() - island.bottom() > high + 40
    left = min(max(island.center().x() - wide / 2, 10), size.width() - wide - 10)
    # on a low board it keeps out of the way of what lies beside the island
    level = size.height() - high - (42 if size.height() >= TALL_FROM else 10) if under else 12
    return QRectF(left, max(level, island.bottom() + 34) if under else level, wide, high)


def draw_callout(painter: QPainter, callout: CalloutPicture, face: QRectF, size: QSizeF, look: Look) -> None:
    """The ink box that says what stopped an island, with an arrow to its rim."""
    colour = look.colour
    island = body(face)
    box = callout_box(callout, face, size, look)
    under = box.top() > island.top()
    tip = QPointF(island.center().x(), island.bottom() + 6 if under else island.top() - 6)
    start = QPointF(tip.x(), box.top() if under else box.bottom())
    painter.setPen(QPen(colour.company, 2))
    painter.drawLine(start, tip)
    way = 1 if under else -1
    head = QPainterPath(tip)
    head.lineTo(tip + QPointF(8, 14 * way))
    head.lineTo(tip + QPointF(-8, 14 * way))
    head.closeSubpath()
    painter.fillPath(head, colour.company)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.company)
    painter.drawRoundedRect(box, 8, 8)
    half = box.height() / 2
    title = box.adjusted(0, 6, 0, -half + 1) if callout.line else box
    put_line(painter, callout.title, title, look, "body", colour.surface, align=CENTRE, weight=700)
    if callout.line:
        line = box.adjusted(0, half - 1, 0, -6)
        put_line(painter, callout.line, line, look, "caption", colour.surface_sunken, align=CENTRE)
