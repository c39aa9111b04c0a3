"""Who: the eight outlines of the departments, each with its colour and icon, and the company's ink disc."""

import math
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from sandgame.paint.icons import draw_icon
from sandgame.paint.look import Look
from sandgame.present.pictures import BadgePicture

# Icon side as a part of the badge's, and how far its centre lies below the middle: each outline has its own room.
_ICON = {
    "circle": (0.55, 0.0),
    "diamond": (0.45, 0.0),
    "ticket": (0.56, 0.0),
    "square": (0.55, 0.0),
    "shield": (0.52, -0.03),
    "hex": (0.5, 0.0),
    "leaf": (0.56, 0.0),
    "house": (0.5, 0.06),
}


def _rounded_polygon(points: Sequence[tuple[float, float]], bend: float) -> QPainterPath:
    """A closed polygon whose corners are rounded, starting each bend `bend` before its corner."""
    path = QPainterPath()
    count = len(points)
    for number, (x, y) in enumerate(points):
        before, after = points[number - 1], points[(number + 1) % count]
        entry, leave = _towards((x, y), before, bend), _towards((x, y), after, bend)
        if number == 0:
            path.moveTo(entry)
        else:
            path.lineTo(entry)
        path.quadTo(QPointF(x, y), leave)
    path.closeSubpath()
    return path


def _towards(start: tuple[float, float], end: tuple[float, float], way: float) -> QPointF:
    across, down = end[0] - start[0], end[1] - start[1]
    part = min(0.5, way / math.hypot(across, down))
    return QPointF(start[0] + across * part, start[1] + down * part)


def _circle() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(2.5, 2.5, 95, 95))
    return path


def _diamond() -> QPainterPath:
    return _rounded_polygon([(50, -3), (103, 50), (50, 103), (-3, 50)], 9)


def _ticket() -> QPainterPath:
    low, high, bite = 4.0, 96.0, 14.0
    path = QPainterPath(QPointF(low + bite, low))
    path.lineTo(high - bite, low)
    path.quadTo(high - bite, low + bite, high, low + bite)
    path.lineTo(high, high - bite)
    path.quadTo(high - bite, high - bite, high - bite, high)
    path.lineTo(low + bite, high)
    path.quadTo(low + bite, high - bite, low, high - bite)
    path.lineTo(low, low + bite)
    path.quadTo(low + bite, low + bite, low + bite, low)
    path.closeSubpath()
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(4, 4, 92, 92), 21, 21)
    return path


def _shield() -> QPainterPath:
    path = QPainterPath(QPointF(9, 8))
    path.lineTo(91, 8)
    path.quadTo(95, 8, 95, 12)
    path.lineTo(95, 50)
    path.cubicTo(95, 74, 76, 88, 53, 98)
    path.quadTo(50, 99.5, 47, 98)
    path.cubicTo(24, 88, 5, 74, 5, 50)
    path.lineTo(5, 12)
    path.quadTo(5, 8, 9, 8)
    path.closeSubpath()
    return path


def _hex() -> QPainterPath:
    return _rounded_polygon([(50, 1), (93.5, 25.5), (93.5, 74.5), (50, 99), (6.5, 74.5), (6.5, 25.5)], 6)


def _leaf() -> QPainterPath:
    low, high, wide, tight = 4.0, 96.0, 46.0, 11.0
    path = QPainterPath(QPointF(low + wide, low))
    path.lineTo(high - tight, low)
    path.quadTo(high, low, high, low + tight)
    path.lineTo(high, high - wide)
    path.cubicTo(high, high - wide * 0.45, high - wide * 0.45, high, high - wide, high)
    path.lineTo(low + tight, high)
    path.quadTo(low, high, low, high - tight)
    path.lineTo(low, low + wide)
    path.cubicTo(low, low + wide * 0.45, low + wide * 0.45, low, low + wide, low)
    path.closeSubpath()
    return path


def _house() -> QPainterPath:
    return _rounded_polygon([(50, 0), (97, 29), (97, 97), (3, 97), (3, 29)], 6)


_OUTLINES: dict[str, Callable[[], QPainterPath]] = {
    "circle": _circle,
    "diamond": _diamond,
    "ticket": _ticket,
    "square": _square,
    "shield": _shield,
    "hex": _hex,
    "leaf": _leaf,
    "house": _house,
}


@cache
def _outline(shape: str) -> QPainterPath:
    return _OUTLINES[shape]()


def badge_path(shape: str, box: QRectF) -> QPainterPath:
    """The outline of a shape, fitted into a square box."""
    fit = QTransform().translate(box.x(), box.y()).scale(box.width() / 100, box.height() / 100)
    return fit.map(_outline(shape))


def draw_badge(
    painter: QPainter,
    picture: BadgePicture,
    box: QRectF,
    look: Look,
    *,
    base: QColor | None = None,
    on: QColor | None = None,
) -> None:
    """A badge in its department's colours; `base` and `on` override them (company mark on dark ground)."""
    who = look.department(picture.slot)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(badge_path(who.shape, box), base or who.base)
    part, drop = _ICON[who.shape]
    side = box.width() * part
    spot = QRectF(0, 0, side, side)
    spot.moveCenter(box.center() + QPointF(0, box.height() * drop))
    draw_icon(painter, picture.icon, spot, on or who.on)
    painter.restore()
