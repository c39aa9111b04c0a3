"""Charts of the debrief in rows: the six principles with their margins, and promises by link and week of their due."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.charts import beside
from sandgame.paint.lettering import CENTRE, RIGHT, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.present.debrief_charts import DueCell, DueRow, ProfilePicture, ProfileRow, PromisesPicture

_ROW = 27.0
_ROOMY = 400.0
_CELL = 22.0
_BADGE = 18.0


def profile_height(picture: ProfilePicture, look: Look) -> float:
    return look.line("caption") + 8 + look.scaled(_ROW) * len(picture.rows)


def row_box(box: QRectF, number: int, look: Look) -> QRectF:
    """Where a row of `draw_profile` lies."""
    high = look.scaled(_ROW)
    return QRectF(box.left(), box.top() + look.line("caption") + 8 + high * number, box.width(), high)


def draw_profile(painter: QPainter, picture: ProfilePicture, box: QRectF, look: Look) -> None:
    """A row a principle: name, margin with ends, dot; two dotted lines say where bots stand."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, line, row = look.colour, look.line("caption"), look.scaled(_ROW)
    role = "body" if box.width() >= _ROOMY else "caption"
    names = max((look.width(each.name, role, 600) for each in picture.rows), default=0) + 14
    figures = max((look.width(each.text, "caption", 700) for each in picture.rows), default=0)
    scale = QRectF(box.left() + names, box.top(), max(40.0, box.width() - names - figures - 14), box.height())
    top, bottom = box.top() + line + 6, box.top() + line + 8 + row * len(picture.rows)
    silo, reference = (scale.left() + scale.width() * at / 1000 for at in (picture.silo, picture.reference))
    painter.setPen(QPen(colour.benchmark, 2, Qt.PenStyle.DashLine))
    for at in (silo, reference):
        painter.drawLine(QPointF(at, top), QPointF(at, bottom))
    texts = (picture.silo_text, picture.reference_text)
    wide = [look.width(text, "caption", 600) for text in texts]
    spots = beside((silo, wide[0]), (reference, wide[1]), box.left(), box.right())
    for text, left in zip(texts, spots, strict=True):
        put_line_at(painter, text, left, box.top() + line / 2, look, "caption", colour.benchmark, 600)
    for number, each in enumerate(picture.rows):
        middle = top + 2 + row * (number + 0.5)
        put_line_at(painter, each.name, box.left(), middle, look, role, colour.text, 600)
        _margin(painter, each, scale, middle, look)
        figure = QRectF(box.left(), middle, box.width(), 0)
        put_line(painter, each.text, figure, look, "caption", colour.text, align=RIGHT, weight=700)
    painter.restore()


def _margin(painter: QPainter, row: ProfileRow, scale: QRectF, middle: float, look: Look) -> None:
    colour = look.colour
    if row.too_little:
        wide = look.width(row.too_little, "caption") + 10
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.surface)
        # the whole row: the dotted lines do not run into its text
        high = look.scaled(_ROW)
        painter.drawRect(QRectF(scale.left(), middle - high / 2, wide, high))
        put_line_at(painter, row.too_little, scale.left() + 2, middle, look, "caption", colour.text_secondary)
        return
    at, low, high = (
        scale.left() + scale.width() * min(1000, max(0, one)) / 1000 for one in (row.at, row.low, row.high)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.surface_sunken.darker(112))
    painter.drawRoundedRect(QRectF(low, middle - 4, max(1.0, high - low), 8), 3, 3)
    painter.setPen(QPen(colour.text_secondary, 1.6))
    for end in (low, high):
        painter.drawLine(QPointF(end, middle - 6), QPointF(end, middle + 6))
    painter.setPen(QPen(colour.surface, 1.6))
    painter.setBrush(colour.primary)
    painter.drawEllipse(QPointF(at, middle), 6.5, 6.5)


def draw_promises(painter: QPainter, picture: PromisesPicture, box: QRectF, look: Look) -> None:
    """A row a link, a column a week: kept of those due, filled, hatched or hollow, and a corner where it was warned."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, line, row = look.colour, look.line("caption"), look.scaled(_ROW)
    names = max((look.width(each.name, "caption") for each in picture.rows), default=0) + 2 * _BADGE + 34
    sums = max((look.width(each.text, "caption", 700) for each in picture.rows), default=0) + 10
    left = box.left() + names
    pitch = (box.width() - names - sums) / max(1, len(picture.weeks))
    for number, name in enumerate(picture.weeks):
        head = QRectF(left + pitch * number, box.top() + line / 2, pitch, 0)
        put_line(painter, name, head, look, "caption", colour.text_secondary, align=CENTRE)
    top = box.top() + line + 4
    for number, each in enumerate(picture.rows):
        middle = top + row * (number + 0.5)
        painter.setPen(QPen(colour.divider, 1))
        painter.drawLine(QPointF(box.left(), middle + row / 2), QPointF(box.right(), middle + row / 2))
        _link(painter, each, box.left(), middle, look)
        for week, cell in enumerate(each.cells):
            if cell is not None:
                _cell(painter, cell, QPointF(left + pitch * (week + 0.5), middle), min(pitch - 6, 44.0), look)
        spot = QRectF(box.left(), middle, box.width(), 0)
        put_line(painter, each.text, spot, look, "caption", colour.text, align=RIGHT, weight=700)
    _legend(painter, picture, box, look)
    painter.restore()


def _link(painter: QPainter, row: DueRow, left: float, middle: float, look: Look) -> None:
    for number, badge in enumerate((row.provider, row.customer)):
        draw_badge(painter, badge, QRectF(left + number * (_BADGE + 16), middle - _BADGE / 2, _BADGE, _BADGE), look)
    put_line_at(painter, "→", left + _BADGE + 3, middle, look, "caption", look.colour.text_secondary)
    put_line_at(painter, row.name, left + 2 * _BADGE + 24, middle, look, "caption", look.colour.text)


def _cell(painter: QPainter, cell: DueCell, middle: QPointF, wide: float, look: Look) -> None:
    colour = look.colour
    box = QRectF(middle.x() - wide / 2, middle.y() - _CELL / 2 + 1, wide, _CELL - 2)
    whole, none = cell.kept == cell.of, cell.kept == 0
    ink = colour.on_primary if whole else colour.text
    painter.setBrush(colour.primary if whole else colour.caution_bg if not none else colour.surface)
    painter.setPen(QPen(colour.primary if whole else colour.caution if not none else colour.negative, 1.4))
    painter.drawRoundedRect(box, 4, 4)
    put_line(painter, cell.text, box, look, "caption", ink, align=CENTRE, weight=700)
    if cell.warned:
        corner = QPainterPath(QPointF(box.right() - 8, box.top()))
        corner.lineTo(box.right(), box.top())
        corner.lineTo(box.right(), box.top() + 8)
        corner.closeSubpath()
        painter.fillPath(corner, colour.on_primary if whole else colour.caution)


def _legend(painter: QPainter, picture: PromisesPicture, box: QRectF, look: Look) -> None:
    middle, left = box.bottom() - _CELL / 2 - 1, box.left() + 1
    samples = {"kept": DueCell(1, 1, False, ""), "part": DueCell(1, 2, False, ""), "none": DueCell(0, 1, False, "")}
    for kind, text in picture.legend:
        sample = samples.get(kind, DueCell(0, 1, True, ""))
        _cell(painter, sample, QPointF(left + 11, middle), 22, look)
        put_line_at(painter, text, left + 28, middle, look, "caption", look.colour.text_secondary)
        left += look.width(text, "caption") + 48
