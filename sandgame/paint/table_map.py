"""A table's small map on the facilitator's console: who is done, gone or a bot, and where two of them stand."""

import math
from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.look import Look
from sandgame.paint.sand import draw_sand, sand_pixmap
from sandgame.present.console_cards import MapPicture, MapSeat, MapWay, SeatState, WayState

_GROOVES = ((10.0, "rake"), (8.4, "sand_mid"), (5.4, "rake"), (3.8, "sand_mid"))
_LINE = 2.4
_LIP = 4.0
_DISC = 15.0
_ASIDE, _ABOVE, _BELOW = 18.0, 9.0, 12.0
"""From the outermost islands to the rim, so that discs and lips stay on the sand."""
_APART = 4.5
_CORNER = 8.0
_MARKS: Mapping[SeatState, tuple[str, str]] = {
    "done": ("check", "positive"),
    "bot": ("bot", "text_secondary"),
    "away": ("wifi-off", "negative"),
}
_PALE: tuple[SeatState, ...] = ("bot", "away", "free")


def draw_table_map(painter: QPainter, picture: MapPicture, box: QRectF, look: Look, scale: float | None = None) -> None:
    """Fills the box; with `scale` (device pixel ratio) the sand comes from the cache, without it as lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    frame.addRoundedRect(box, _CORNER, _CORNER)
    painter.setClipPath(frame)
    if scale is None:
        draw_sand(painter, box, look)
    else:
        painter.drawPixmap(box.topLeft(), sand_pixmap(math.ceil(box.width()), math.ceil(box.height()), scale, look))
    side = island_side(box)
    spots = seat_spots(picture, box)
    _draw_ways(painter, picture, spots, look)
    for seat in picture.seats:
        _draw_seat(painter, seat, spots[seat.id], side, look)
    painter.setClipping(False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour.sand_border, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
    painter.restore()


@lru_cache(maxsize=48)
def map_pixmap(picture: MapPicture, width: int, height: int, scale: float, look: Look) -> QPixmap:
    """The map drawn once for each state: most of what changes on a card does not touch it."""
    made = QPixmap(QSize(round(width * scale), round(height * scale)))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_table_map(painter, picture, QRectF(0, 0, width, height), look, scale)
    painter.end()
    return made


def island_side(box: QRectF) -> float:
    return min(34.0, max(24.0, box.height() * 0.22))


def seat_spots(picture: MapPicture, box: QRectF) -> dict[int, QPointF]:
    """The middles of the islands: the case's places, drawn out to fill the box."""
    half = island_side(box) / 2
    left = right = half + _ASIDE
    top, low = half + _ABOVE, half + _BELOW
    across = [seat.place[0] for seat in picture.seats]
    down = [seat.place[1] for seat in picture.seats]

    def part(value: int, of: list[int]) -> float:
        return (value - min(of)) / (max(of) - min(of)) if max(of) > min(of) else 0.5

    return {
        seat.id: QPointF(
            box.left() + left + part(seat.place[0], across) * (box.width() - left - right),
            box.top() + top + part(seat.place[1], down) * (box.height() - top - low),
        )
        for seat in picture.seats
    }


def _draw_ways(painter: QPainter, picture: MapPicture, spots: Mapping[int, QPointF], look: Look) -> None:
    pairs = {(way.provider, way.customer) for way in picture.ways}
    paths = [
        (way, _path(spots[way.provider], spots[way.customer], both=(way.customer, way.provider) in pairs))
        for way in picture.ways
        if way.provider in spots and way.customer in spots
    ]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, token in _GROOVES:
        for _, path in paths:
            painter.setPen(QPen(look.named(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawPath(path)
    for way, path in paths:
        pen = _pen(way, look)
        if pen is not None:
            painter.setPen(pen)
            painter.drawPath(path)


def _path(start: QPointF, end: QPointF, *, both: bool) -> QPainterPath:
    across, down = end.x() - start.x(), end.y() - start.y()
    if both:
        length = math.hypot(across, down) or 1.0
        aside = QPointF(-down / length * _APART, across / length * _APART)
        start, end = start + aside, end + aside
    path = QPainterPath(start)
    if abs(across) < 40:
        path.lineTo(end)
    else:
        bend = across / 2
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return path


def _pen(way: MapWay, look: Look) -> QPen | None:
    """Agreed is a whole line; asked is dashed; what waits or is stuck is dotted in its status."""
    inks: Mapping[str, QColor] = {
        "agreed": look.department(way.slot).base,
        "open": look.department(way.slot).base,
        "waiting": look.colour.caution,
        "stuck": look.colour.negative,
    }
    if way.state not in inks:
        return None
    pen = QPen(inks[way.state], _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if way.state == "open":
        pen.setDashPattern([3.2, 1.8])
    elif way.state != "agreed":
        pen.setDashPattern([1.6, 1.8])
    return pen


def draw_sample(painter: QPainter, state: WayState, left: QPointF, wide: float, look: Look) -> None:
    """A piece of a line as it lies on the map."""
    pen = _pen(MapWay(0, 0, 1, state), look)
    if pen is not None:
        if state in ("agreed", "open"):
            # there in the colour of whoever delivers
            pen.setColor(look.colour.text_secondary)
        painter.setPen(pen)
        painter.drawLine(left, left + QPointF(wide, 0))


def _draw_seat(painter: QPainter, seat: MapSeat, middle: QPointF, side: float, look: Look) -> None:
    face = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    painter.save()
    if seat.state in _PALE:
        painter.setOpacity(0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, ink in ((_LIP + 2.5, look.colour.tile_shadow), (_LIP, look.department(seat.badge.slot).lip)):
        painter.setBrush(ink)
        painter.drawRoundedRect(face.translated(0, drop), 8, 8)
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(look.colour.tile_border, 1))
    painter.drawRoundedRect(face.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    inset = side * 0.12
    draw_badge(painter, seat.badge, face.adjusted(inset, inset, -inset, -inset), look)
    painter.restore()
    if seat.state in _MARKS:
        _draw_mark(painter, *_MARKS[seat.state], face, look)


def _draw_mark(painter: QPainter, icon: str, token: str, face: QRectF, look: Look) -> None:
    disc = QRectF(face.right() - _DISC / 2 - 1, face.top() - _DISC / 2 + 1, _DISC, _DISC)
    painter.setPen(QPen(look.colour.surface, 1.5))
    painter.setBrush(look.named(token))
    painter.drawEllipse(disc)
    draw_icon(painter, icon, disc.adjusted(3, 3, -3, -3), look.colour.surface, 3)


def draw_trend(painter: QPainter, path: tuple[int, ...], weeks: int, box: QRectF, look: Look) -> None:
    """The index so far, week by week, over a dotted line at its start."""
    top = max(60, *path, 0)
    low = min(-14, *path, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def spot(week: int, value: int) -> QPointF:
        across = box.left() + 4 + (box.width() - 8) * week / max(1, weeks)
        return QPointF(across, box.bottom() - box.height() * (value - low) / (top - low))

    zero = QPen(look.colour.control_border, 1.2)
    zero.setDashPattern([1.5, 2.5])
    painter.setPen(zero)
    level = spot(0, 0).y()
    painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
    points = [spot(week, value) for week, value in enumerate(path)]
    pen = QPen(look.colour.company, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if points:
        line = QPainterPath(points[0])
        for point in points[1:]:
            line.lineTo(point)
        painter.drawPath(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.company)
        painter.drawEllipse(points[-1], 3.5, 3.5)
    painter.restore()
