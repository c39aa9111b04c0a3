"""Charts of the debrief: where it went by week, a bar a table. Drawn alike for projector and paper.

All are laid out in the sizes of the screen; a projector enlarges the painter (`enlarged`), letters stay sharp.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.easel import Easel
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.present.debrief_charts import LossesPicture, LossPart, LossStep, TableBarsPicture

_GAP = 6.0
_SLANT = 7.0
_LEGEND_ROW = 24.0


@contextmanager
def enlarged(painter: QPainter, box: QRectF, factor: float) -> Iterator[QRectF]:
    """The box to draw into, so that all in it comes out `factor` times as large."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(factor, factor)
    try:
        yield QRectF(0, 0, box.width() / factor, box.height() / factor)
    finally:
        painter.restore()


def centred(easel: Easel, text: str, box: QRectF, px: float, ink: QColor, weight: int = 400) -> None:
    """A paragraph in the middle of the height, as large as has room."""
    while px > easel.least and easel.high(text, box.width(), px, weight) > box.height():
        px -= 1
    top = box.center().y() - min(box.height(), easel.high(text, box.width(), px, weight)) / 2
    easel.paragraph(text, box.left(), top, box.width(), px, ink, weight)


def draw_losses(painter: QPainter, picture: LossesPicture, box: QRectF, look: Look) -> None:
    """Columns from zero: the best, each week's loss hanging where the last one ended, the result."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = look.line("caption")
    legend = _legend_height(picture, box.width(), look)
    area = box.adjusted(0, line + 4, 0, -(line + 10 + legend))
    levels = _levels(picture)
    low, top = min(0, *levels), max(1, *levels)

    def height(value: int) -> float:
        return area.bottom() - area.height() * (value - low) / (top - low)

    columns = len(picture.steps) + 2
    pitch = box.width() / columns
    thick = min(46.0, pitch * 0.68)
    painter.setPen(QPen(look.colour.control_border, 1))
    painter.drawLine(QPointF(box.left(), height(0)), QPointF(box.right(), height(0)))
    _total(painter, picture.best_text, _column(box, 0, pitch, thick), height(0), height(picture.best), look, ours=False)
    for number, step in enumerate(picture.steps, start=1):
        start, end = levels[number - 1], levels[number]
        column = _column(box, number, pitch, thick)
        _joint(painter, column, pitch, height(start), look)
        _step(painter, picture, step, column, (height(start), height(end)), look)
    last = _column(box, columns - 1, pitch, thick)
    _joint(painter, last, pitch, height(levels[-1]), look)
    _total(painter, picture.result_text, last, height(0), height(picture.result), look, ours=True)
    _names(painter, picture, box, pitch, area.bottom() + 8 + line / 2, look)
    _legend(painter, picture, QRectF(box.left(), box.bottom() - legend, box.width(), legend), look)
    painter.restore()


def _levels(picture: LossesPicture) -> list[int]:
    """Where each step ends, beginning with the best."""
    levels = [picture.best]
    for step in picture.steps:
        levels.append(levels[-1] - step.down)
    return [*levels, picture.result]


def _column(box: QRectF, number: int, pitch: float, thick: float) -> QRectF:
    middle = box.left() + pitch * (number + 0.5)
    return QRectF(middle - thick / 2, box.top(), thick, box.height())


def _joint(painter: QPainter, column: QRectF, pitch: float, level: float, look: Look) -> None:
    """From the column before to this one, where that one ended."""
    painter.setPen(QPen(look.colour.control_border, 1))
    painter.drawLine(QPointF(column.right() - pitch, level), QPointF(column.left(), level))


def _total(painter: QPainter, text: str, column: QRectF, zero: float, level: float, look: Look, *, ours: bool) -> None:
    colour = look.colour
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.company if ours else colour.ruler_reach)
    body = QRectF(column.left(), min(zero, level), column.width(), max(2.0, abs(zero - level)))
    painter.drawRoundedRect(body, 3, 3)
    _figure(painter, text, column, body.top() - look.line("caption") / 2 - 1, look, colour.text)


def _figure(painter: QPainter, text: str, column: QRectF, middle: float, look: Look, ink: QColor) -> None:
    put_line(
        painter, text, QRectF(column.left(), middle, column.width(), 0), look, "caption", ink, align=CENTRE, weight=700
    )


def _step(
    painter: QPainter, picture: LossesPicture, step: LossStep, column: QRectF, ends: tuple[float, float], look: Look
) -> None:
    """A week's parts one under the other, a change in ink, or a week that rose, whose parts do not add up to a height;
    the figure stands under it, over it where it rose."""
    start, end = ends
    body = QRectF(column.left(), min(start, end), column.width(), max(2.0, abs(end - start)))
    if step.change is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.text_secondary)
        painter.drawRoundedRect(body, 2, 2)
    elif step.down < 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.positive)
        painter.drawRoundedRect(body, 2, 2)
    elif picture.plain:
        _part(painter, "plain", body, look)
    else:
        parts: tuple[tuple[LossPart, int], ...] = (
            ("table", step.table),
            ("departments", step.departments),
            ("clarity", step.clarity),
        )
        whole = max(1, sum(max(0, size) for _, size in parts))
        top = body.top()
        for part, size in parts:
            high = body.height() * max(0, size) / whole
            if high > 0:
                _part(painter, part, QRectF(body.left(), top, body.width(), high), look)
            top += high
    line = look.line("caption")
    middle = body.bottom() + line / 2 + 1 if end >= start else body.top() - line / 2 - 1
    _figure(painter, step.text, column, middle, look, look.colour.text)


def _part(painter: QPainter, part: LossPart, body: QRectF, look: Look) -> None:
    """Never by colour alone: stripes, a solid, a dotted outline."""
    colour = look.colour
    if part == "table":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.surface)
        painter.drawRect(body)
        _stripes(painter, body, colour.loss_unknown_bar)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour.loss_unknown_bar, 1.2))
        painter.drawRect(body.adjusted(0.6, 0.6, -0.6, -0.6) if body.height() > 1.4 else body)
    elif part == "clarity":
        painter.setBrush(colour.surface)
        painter.setPen(QPen(colour.text_secondary, 1.2, Qt.PenStyle.DotLine))
        painter.drawRect(body.adjusted(0.6, 0.6, -0.6, -0.6) if body.height() > 1.4 else body)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.negative)
        painter.drawRect(body)


def _stripes(painter: QPainter, body: QRectF, ink: QColor) -> None:
    """Slanting bands as areas cut to the box: a brush pattern would come out coarse on paper."""
    outline = QPainterPath()
    outline.addRect(body)
    bands = QPainterPath()
    left = body.left() - body.height()
    while left < body.right():
        bands.moveTo(left, body.bottom())
        bands.lineTo(left + body.height(), body.top())
        bands.lineTo(left + body.height() + _SLANT / 2, body.top())
        bands.lineTo(left + _SLANT / 2, body.bottom())
        bands.closeSubpath()
        left += _SLANT
    painter.fillPath(bands.intersected(outline), ink)


def _names(painter: QPainter, picture: LossesPicture, box: QRectF, pitch: float, middle: float, look: Look) -> None:
    """All by their names, or, where one has no room, the steps in short."""
    roomy = all(look.width(step.name, "caption") + 4 <= pitch for step in picture.steps)
    names = [step.name if roomy else step.short for step in picture.steps]
    ink = look.colour.text_secondary
    for number, name in enumerate((picture.best_name, *names, picture.result_name)):
        wide = look.width(name, "caption")
        left = box.left() + pitch * (number + 0.5) - wide / 2
        left = min(max(left, box.left()), box.right() - wide)
        put_line_at(painter, name, left, middle, look, "caption", ink)


def _rows(picture: LossesPicture, wide: float, look: Look) -> list[list[tuple[LossPart, str]]]:
    """The legend's entries, as many in a row as have room."""
    rows: list[list[tuple[LossPart, str]]] = [[]]
    left = wide
    for entry in picture.legend:
        needed = look.width(entry[1], "caption") + 46
        if rows[-1] and needed > left:
            rows.append([])
            left = wide
        rows[-1].append(entry)
        left -= needed
    return rows if picture.legend else []


def _legend_height(picture: LossesPicture, wide: float, look: Look) -> float:
    return look.scaled(_LEGEND_ROW) * len(_rows(picture, wide, look))


def _legend(painter: QPainter, picture: LossesPicture, box: QRectF, look: Look) -> None:
    row = look.scaled(_LEGEND_ROW)
    for number, entries in enumerate(_rows(picture, box.width(), look)):
        left, middle = box.left(), box.top() + row * (number + 0.5) + 4
        for part, text in entries:
            _part(painter, part, QRectF(left, middle - 6, 18, 12), look)
            put_line_at(painter, text, left + 24, middle, look, "caption", look.colour.text_secondary)
            left += look.width(text, "caption") + 46


def draw_table_bars(painter: QPainter, picture: TableBarsPicture, box: QRectF, look: Look) -> None:
    """One column a table from zero, in the tables' own order; below zero hatched, downwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, line = look.colour, look.line("caption")
    values = [bar.value for bar in picture.bars if bar.value is not None]
    low, top = min(0, *values, 0), max(1, picture.mark or 0, *values, 1)
    area = box.adjusted(0, line + 6, 0, -(line + 8 + (line if low < 0 else 0)))
    unit = area.height() / (top - low)
    zero = area.bottom() + low * unit
    if picture.mark is not None:
        level = zero - picture.mark * unit
        painter.setPen(QPen(colour.benchmark, 1.6, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), level), QPointF(box.right(), level))
        left = box.right() - look.width(picture.mark_text, "caption", 600)
        put_line_at(painter, picture.mark_text, left, level - line / 2 - 1, look, "caption", colour.benchmark, 600)
    pitch = box.width() / max(1, len(picture.bars))
    thick = min(48.0, pitch * 0.62)
    for number, bar in enumerate(picture.bars):
        column = _column(box, number, pitch, thick)
        _table_bar(painter, bar.value, bar.text, column, zero, unit, look)
        name = QRectF(column.center().x() - pitch / 2, box.bottom() - line / 2 - 1, pitch, 0)
        put_line(painter, bar.name, name, look, "caption", colour.text_secondary, align=CENTRE)
    painter.setPen(QPen(colour.control_border, 1))
    painter.drawLine(QPointF(box.left(), zero), QPointF(box.right(), zero))
    painter.restore()


def _table_bar(
    painter: QPainter, value: int | None, text: str, column: QRectF, zero: float, unit: float, look: Look
) -> None:
    line, colour = look.line("caption"), look.colour
    if value is None:
        _figure(painter, text, column, zero - line / 2 - 2, look, colour.text_secondary)
        return
    body = QRectF(column.left(), min(zero, zero - value * unit), column.width(), max(1.5, abs(value) * unit))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.primary if value >= 0 else colour.negative)
    painter.drawRoundedRect(body, 3, 3)
    middle = body.top() - line / 2 - 1 if value >= 0 else body.bottom() + line / 2 + 1
    wide = look.width(text, "caption", 700)
    # the figure stays readable where the reference's dots run behind it
    painter.setBrush(colour.surface)
    painter.drawRect(QRectF(column.center().x() - wide / 2 - 3, middle - line / 2 + 2, wide + 6, line - 4))
    _figure(painter, text, column, middle, look, colour.text)
