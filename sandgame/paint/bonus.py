"""The bonus bar: two segments as wide as the shares, each filled to its value."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.look import Look
from sandgame.present.pictures import BonusPicture

BAR_HEIGHT = 14.0
_GAP = 3.0
_CORNER = 4.0


def bonus_segments(box: QRectF, own_share: float) -> tuple[QRectF, QRectF]:
    """The boxes of both segments for a share (0..100) of the own KPI."""
    room = box.width() - _GAP
    own = QRectF(box.left(), box.top(), room * own_share / 100, box.height())
    return own, QRectF(own.right() + _GAP, box.top(), room - own.width(), box.height())


def _draw_segment(painter: QPainter, box: QRectF, value: int, full: QColor, empty: QColor) -> None:
    if box.width() < 1:
        return
    corner = min(_CORNER, box.width() / 2)
    shape = QPainterPath()
    shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
    painter.fillPath(shape, empty)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    part = box.width() * min(100, max(0, value)) / 100
    painter.fillRect(QRectF(box.left(), box.top(), part, box.height()), full)
    painter.restore()
    painter.setPen(QPen(full, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def draw_bonus(
    painter: QPainter, picture: BonusPicture, box: QRectF, look: Look, own_share: float | None = None
) -> None:
    """Draws both segments; `own_share` overrides the share while it moves."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    own, company = bonus_segments(box, picture.own_share if own_share is None else own_share)
    who = look.department(picture.slot)
    _draw_segment(painter, own, picture.own_value, who.base, who.soft)
    _draw_segment(painter, company, picture.company_value, look.colour.company, look.colour.surface_sunken)
