"""A small map of a case: its departments as badges on the sand, on their places, without what runs between them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.look import Look
from sandgame.paint.sand import draw_sand, sand_pixmap
from sandgame.present.pictures import BoardPicture

_SIDE = 40.0
_BADGE = 28.0
_MARGIN = 46.0


def draw_small_map(
    painter: QPainter, picture: BoardPicture, box: QRectF, look: Look, scale: float | None = None
) -> None:
    """Fills the box; with `scale` (device pixel ratio) the sand comes from the cache, without it as lines."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scale is None:
        draw_sand(painter, box, look)
    else:
        painter.drawPixmap(box.topLeft(), sand_pixmap(round(box.width()), round(box.height()), scale, look))
    spots = [(island, _spot(island.place or (500, 500), box)) for island in picture.islands]
    for _, face in spots:
        _draw_rings(painter, face, look)
    for island, face in spots:
        _draw_island(painter, face, look, island.badge.slot)
        inset = (_SIDE - _BADGE) / 2
        draw_badge(painter, island.badge, face.adjusted(inset, inset, -inset, -inset), look)
    painter.restore()


def _spot(place: tuple[int, int], box: QRectF) -> QRectF:
    """The middle of a map's first and last island lies a margin inside, so that rings stay on the sand."""
    across, down = place
    middle = QPointF(
        box.left() + _MARGIN + across * (box.width() - 2 * _MARGIN) / 1000,
        box.top() + _MARGIN + down * (box.height() - 2 * _MARGIN) / 1000,
    )
    return QRectF(middle.x() - _SIDE / 2, middle.y() - _SIDE / 2, _SIDE, _SIDE)


def _draw_rings(painter: QPainter, face: QRectF, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour.sand_mid)
    painter.drawRoundedRect(face.adjusted(-12, -12, 12, 16), 20, 20)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour.rake, 1.2))
    for step in (6, 12):
        painter.drawRoundedRect(face.adjusted(-step, -step, step, step + 4), 9 + step, 9 + step)


def _draw_island(painter: QPainter, face: QRectF, look: Look, slot: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for drop, colour in ((7.0, look.colour.tile_shadow), (4.0, look.department(slot).lip)):
        painter.setBrush(colour)
        painter.drawRoundedRect(face.translated(0, drop), 9, 9)
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(look.colour.tile_border, 1))
    painter.drawRoundedRect(face.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
