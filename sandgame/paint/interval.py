"""A position with its margin on a scale 0..100, and the own view as a hollow diamond."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.paint.look import Look
from sandgame.present.pictures import IntervalPicture


def scale_x(value: int, box: QRectF) -> float:
    return box.left() + box.width() * min(100, max(0, value)) / 100


def draw_interval(painter: QPainter, picture: IntervalPicture, box: QRectF, look: Look) -> None:
    """Bar 10 high, end ticks 14, dot 17; with too little evidence only the sentence that says so."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = box.center().y()
    if picture.too_little:
        wide = min(box.width(), look.width(picture.too_little, "caption") + 40)
        pill = QRectF(box.center().x() - wide / 2, middle - 13, wide, 26)
        painter.setPen(QPen(look.colour.divider, 1))
        painter.setBrush(look.colour.surface)
        painter.drawRoundedRect(pill, 13, 13)
        put_line(painter, picture.too_little, pill, look, "caption", look.colour.text_secondary, align=CENTRE)
        return
    base = look.department(picture.slot).base
    pale = QColor(base)
    pale.setAlphaF(0.28)
    low, high = scale_x(picture.low, box), scale_x(picture.high, box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pale)
    painter.drawRoundedRect(QRectF(low, middle - 5, high - low, 10), 3, 3)
    painter.setPen(QPen(base, 2.5))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 7), QPointF(end, middle + 7))
    painter.setPen(QPen(look.colour.surface, 2))
    painter.setBrush(base)
    painter.drawEllipse(QPointF(scale_x(picture.mark, box), middle), 8.5, 8.5)
    if picture.self_view is not None:
        draw_self_view(painter, QPointF(scale_x(picture.self_view, box), middle), look)


def draw_self_view(painter: QPainter, middle: QPointF, look: Look) -> None:
    """The hollow diamond of 18."""
    path = QPainterPath(middle + QPointF(0, -9))
    for corner in (QPointF(9, 0), QPointF(0, 9), QPointF(-9, 0)):
        path.lineTo(middle + corner)
    path.closeSubpath()
    painter.setBrush(look.colour.surface)
    painter.setPen(QPen(look.colour.text, 2))
    painter.drawPath(path)
