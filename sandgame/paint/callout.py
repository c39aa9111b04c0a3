"""The ink box on a board that says what stopped an island."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sandgame.paint.board_places import body
from sandgame.paint.lettering import CENTRE, put_line
from sandgame.paint.look import Look
from sandgame.present.pictures import CalloutPicture

TALL_FROM = 400.0
"""Boards from this height on have room for hours on the own island and for a box below it."""


_ARROW = 22.0
_EDGE = 10.0
_CLEAR = 8.0


def callout_high(callout: CalloutPicture, look: Look) -> float:
    return look.scaled(54) if callout.line else look.scaled(34)


def room_above(callout: CalloutPicture, look: Look) -> float:
    """How far down an island has to stand so that its box and the arrow find room above it."""
    return _EDGE + callout_high(callout, look) + _ARROW


def callout_box(callout: CalloutPicture, islands: Mapping[int, QRectF], size: QSizeF, look: Look) -> QRectF:
    """The ink box below its island, or above where there is no room below; it steps aside for the other islands."""
    island = body(islands[callout.island])
    wide = max(look.width(callout.title, "body", 700), look.width(callout.line, "caption")) + 40
    high = callout_high(callout, look)
    under = size.height() - island.bottom() > high + 40
    # on a low board it keeps out of the way of what lies beside the island
    level = size.height() - high - (42 if size.height() >= TALL_FROM else 10) if under else _EDGE
    top = max(level, island.bottom() + 34) if under else level
    others = [body(face) for number, face in islands.items() if number != callout.island]
    lefts = [island.center().x() - wide / 2]
    for other in others:
        lefts += [other.right() + _CLEAR, other.left() - _CLEAR - wide]
    # the arrow has to reach its own island
    reach = (island.left() + _ARROW - wide, island.right() - _ARROW)
    inside = (min(max(left, reach[0], _EDGE), reach[1], size.width() - wide - _EDGE) for left in lefts)
    boxes = [QRectF(left, top, wide, high) for left in inside]
    return min(boxes, key=lambda box: (_covered(box, others), abs(box.center().x() - island.center().x())))


def _covered(box: QRectF, islands: Sequence[QRectF]) -> float:
    parts = (box.intersected(island) for island in islands)
    return sum(part.width() * part.height() for part in parts if part.isValid())


def draw_callout(
    painter: QPainter, callout: CalloutPicture, islands: Mapping[int, QRectF], size: QSizeF, look: Look
) -> None:
    """The ink box that says what stopped an island, with an arrow to its rim."""
    colour = look.colour
    island = body(islands[callout.island])
    box = callout_box(callout, islands, size, look)
    under = box.top() > island.top()
    across = min(max(island.center().x(), box.left() + _ARROW), box.right() - _ARROW)
    tip = QPointF(across, island.bottom() + 6 if under else island.top() - 6)
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
