"""The KPIs beside the company, drawn; and what working together could add: ruler, weeks, links, causes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from sandgame.paint.charts import draw_ruler, ruler_height
from sandgame.paint.debrief_charts import draw_losses, enlarged
from sandgame.paint.easel import LEAST, Easel
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.present.debrief_page import CauseRow, Column, KpiBody, KpiRow, LinkRowPicture, ValueBody

_FACTOR = 1.9
_BAR = 34.0


def draw_kpi(easel: Easel, body: KpiBody, box: QRectF) -> None:
    """Left every department in seat order, right the company's four columns, both from zero."""
    wide = box.width() * (0.52 if len(body.columns) > 1 else 0.62) if body.columns else box.width()
    left = QRectF(box.left(), box.top(), wide, box.height())
    _departments(easel, body, left)
    if body.columns:
        _company(easel, body, QRectF(left.right() + 88, box.top(), box.right() - left.right() - 88, box.height()))


def _departments(easel: Easel, body: KpiBody, box: QRectF) -> None:
    colour = easel.look.colour
    easel.line(body.kpi_title, box.left(), box.top() + 20, 30, colour.text)
    easel.line(body.kpi_note, box.right(), box.top() + 20, 24, colour.text_secondary, 400, RIGHT)
    top, pitch = box.top() + 84, (box.height() - 84) / max(1, len(body.rows))
    pitch = min(pitch, 100.0)
    names = max((easel.width(row.name, 32) for row in body.rows), default=0) + 96
    track = QRectF(box.left() + names, 0, box.width() - names - 110, _BAR)
    for number, row in enumerate(body.rows):
        easel.rule(box.left(), box.right(), top + pitch * number)
        _department(easel, row, QRectF(box.left(), top + pitch * number, box.width(), pitch), track)
    at = track.left() + track.width() * body.target / 100
    easel.painter.setPen(QPen(colour.text, 2.5, Qt.PenStyle.DotLine))
    easel.painter.drawLine(QPointF(at, top), QPointF(at, top + pitch * len(body.rows)))
    easel.line(body.target_text, at, top - 22, 24, colour.text, 700, CENTRE)


def _department(easel: Easel, row: KpiRow, box: QRectF, track: QRectF) -> None:
    colour, middle = easel.look.colour, box.center().y()
    easel.badge(row.badge, box.left(), middle, 56)
    easel.line(row.name, box.left() + 76, middle, 32, colour.text)
    whole = QRectF(track.left(), middle - _BAR / 2, track.width(), _BAR)
    easel.box(whole, colour.surface_sunken, 6)
    part = max(0, min(100, row.kpi)) / 100
    if not row.hidden:
        bar = QRectF(whole.left(), whole.top(), max(3.0, whole.width() * part), _BAR)
        easel.box(bar, easel.look.department(row.badge.slot).base, 6)
    size = LEAST if row.hidden else 44
    easel.line(row.text, box.right(), middle, size, colour.text_secondary if row.hidden else colour.text, 700, RIGHT)
    easel.opens(box, row.log, f"{row.name} {row.text}")


def _company(easel: Easel, body: KpiBody, box: QRectF) -> None:
    colour = easel.look.colour
    easel.line(body.company_title, box.left(), box.top() + 20, 30, colour.text)
    _columns(easel, body.columns, box, body)


def _columns(easel: Easel, columns: tuple[Column, ...], box: QRectF, body: KpiBody | None = None) -> None:
    """From zero, each with its figure; with `body` also what was missing to the best."""
    colour = easel.look.colour
    values = [0, *(column.value for column in columns)]
    low, top = min(values), max(1, *values)
    area = QRectF(box.left(), box.top() + 110, box.width(), box.height() - 110 - 64 - (44 if low < 0 else 0))
    unit = area.height() / (top - low)
    zero = area.bottom() + low * unit
    pitch = box.width() / len(columns)
    wide = min(136.0, pitch - 12)
    for number, column in enumerate(columns):
        middle = box.left() + pitch * (number + 0.5)
        _column(easel, column, middle, zero, unit, wide)
        if body is not None and column.kind == "ours" and body.gap > 0:
            _gap(easel, body, middle, zero - unit * max(0, column.value), zero - unit * (column.value + body.gap))
        easel.opens(QRectF(middle - pitch / 2, area.top(), pitch, box.bottom() - area.top()), column.log,
                    f"{column.name} {column.text}")  # fmt: skip
        ink = colour.benchmark if column.kind == "reference" else colour.text
        size = easel.fitting(column.name, 28, pitch - 8)
        easel.line(column.name, middle, box.bottom() - 26, max(LEAST, size), ink, 700 if column.kind == "ours" else 400,
                   CENTRE)  # fmt: skip
    easel.rule(box.left(), box.right(), zero, colour.control_border)


def _column(easel: Easel, column: Column, middle: float, zero: float, unit: float, wide: float) -> None:
    look = easel.look
    colour = look.colour
    fills = {
        "silo": colour.ruler_reach, "ours": colour.company, "reference": colour.ask,
        "best": colour.ruler_track.darker(107),
    }  # fmt: skip
    level = zero - unit * column.value
    bar = QRectF(middle - wide / 2, min(zero, level), wide, max(4.0, abs(zero - level)))
    easel.box(bar, fills[column.kind], 6, colour.benchmark if column.kind == "reference" else None)
    under = column.value < 0
    if column.kind == "ours":
        size = max(LEAST, easel.fitting(column.text, 42, wide + 8))
        inside = bar.height() > 70 and easel.width(column.text, size) <= wide - 8
        spot = bar.top() + 34 if inside else (bar.bottom() + 28 if under else bar.top() - 28)
        ink = colour.surface if inside else colour.text
        easel.line(column.text, middle, spot, size, ink, 700, CENTRE)
    else:
        easel.line(column.text, middle, bar.bottom() + 28 if under else bar.top() - 30, 36, colour.text, 700, CENTRE)


def _gap(easel: Easel, body: KpiBody, middle: float, floor: float, ceiling: float) -> None:
    """What was missing to the best, hatched, with its figure."""
    colour, painter = easel.look.colour, easel.painter
    gap = QRectF(middle - 68, ceiling, 136, floor - ceiling - 4)
    hatch(easel, gap, colour.negative_bg)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour.negative, 2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(gap, 6, 6)
    size = max(LEAST, easel.fitting(body.gap_text, 38, gap.width() - 28))
    if gap.height() < 60:
        # no room within the frame
        easel.line(body.gap_text, gap.right() + 8, gap.center().y(), 26, colour.negative)
        return
    wide = min(easel.width(body.gap_text, size) + 16, gap.width() - 8)
    easel.box(QRectF(middle - wide / 2, gap.center().y() - 26, wide, 52), easel.ground, 8)
    easel.line(body.gap_text, middle, gap.center().y(), size, colour.negative, 700, CENTRE)


def hatch(easel: Easel, box: QRectF, ink: QColor) -> None:
    """Slanting bands cut to the box."""
    outline, bands = QPainterPath(), QPainterPath()
    outline.addRoundedRect(box, 6, 6)
    left = box.left() - box.height()
    while left < box.right():
        bands.moveTo(left, box.bottom())
        bands.lineTo(left + box.height(), box.top())
        bands.lineTo(left + box.height() + 10, box.top())
        bands.lineTo(left + 10, box.bottom())
        bands.closeSubpath()
        left += 24
    easel.painter.fillPath(bands.intersected(outline), ink)


# -- what working together could add


def draw_value(easel: Easel, body: ValueBody, box: QRectF) -> None:
    colour = easel.look.colour
    top = box.top()
    if body.ruler is not None:
        with enlarged(easel.painter, box, _FACTOR) as area:
            draw_ruler(easel.painter, body.ruler, QRectF(0, 0, area.width(), ruler_height(easel.look)), easel.look)
        top += ruler_height(easel.look) * _FACTOR + 18
    wide = box.width() * (0.6 if body.links or body.causes else 1.0)
    left = QRectF(box.left(), top, wide, box.bottom() - top)
    if body.columns:
        easel.line(body.losses_title, left.left(), left.top() + 18, 30, colour.text)
        _columns(easel, body.columns, left)
    elif body.losses is not None:
        easel.line(body.losses_title, left.left(), left.top() + 18, 30, colour.text)
        chart = left.adjusted(0, 48, 0, 0)
        with enlarged(easel.painter, chart, _FACTOR) as area:
            draw_losses(easel.painter, body.losses, area, easel.look)
        _weeks_open(easel, body, chart)
    else:
        easel.box(left.adjusted(0, 12, 0, 0), colour.surface_subtle, 20, colour.divider)
        easel.within(body.waiting, left.adjusted(60, left.height() / 2 - 30, -60, 0), 32, colour.text_secondary)
    _right(easel, body, QRectF(left.right() + 56, top, box.right() - left.right() - 56, box.bottom() - top))


def _weeks_open(easel: Easel, body: ValueBody, chart: QRectF) -> None:
    """Each week's column opens its moments; changes have none of their own."""
    assert body.losses is not None
    pitch = chart.width() / (len(body.losses.steps) + 2)
    logs = iter(body.week_logs)
    for number, step in enumerate(body.losses.steps, start=1):
        log = next(logs, ()) if step.change is None else ()
        spot = QRectF(chart.left() + pitch * number, chart.top(), pitch, chart.height() - 60)
        easel.opens(spot, log, f"{step.name} {step.text}")


def _right(easel: Easel, body: ValueBody, box: QRectF) -> None:
    colour, top = easel.look.colour, box.top()
    if body.links:
        easel.line(body.links_title, box.left(), top + 18, 30, colour.text)
        high = easel.within(body.links_note, QRectF(box.left(), top + 40, box.width(), 64), 24, colour.text_secondary)
        top += 54 + high
        most = max(link.money for link in body.links)
        for link in body.links:
            _worth(easel, link, QRectF(box.left(), top, box.width(), 92), most)
            top += 94
    if body.causes:
        easel.rule(box.left(), box.right(), top + 8)
        top += 24
        size = max(LEAST, easel.fitting(body.causes_title, 30, box.width()))
        easel.line(body.causes_title, box.left(), top + 18, size, colour.text)
        top = _key(easel, body.causes_legend, box, top + 44)
        pitch = min(52.0, max(34.0, (box.bottom() - top) / len(body.causes)))
        for row in body.causes:
            _cause(easel, row, QRectF(box.left(), top, box.width(), pitch))
            top += pitch


def _worth(easel: Easel, link: LinkRowPicture, box: QRectF, most: int) -> None:
    colour = easel.look.colour
    wide = easel.pair(link.provider, link.customer, box.left(), box.center().y(), 46)
    left = box.left() + wide + 22
    figure = easel.line(link.figure, box.right(), box.center().y(), 36, colour.text, 700, RIGHT)
    room = box.right() - figure - 24 - left
    size = easel.fitting(link.head, 26, room, 400)
    easel.line(link.head, left, box.top() + 30, max(LEAST, size), colour.text, 400)
    easel.box(QRectF(left, box.top() + 56, max(6.0, room * link.money / max(1, most)), 14), colour.primary, 6)
    easel.opens(box, link.log, f"{link.line}: {link.head} {link.figure}")


def _key(easel: Easel, legend: tuple[str, str], box: QRectF, top: float) -> float:
    colour, left = easel.look.colour, box.left()
    for filled, text in zip((True, False), legend, strict=True):
        if not text:
            continue
        wide = easel.width(text, LEAST, 400) + 54
        if left > box.left() and left + wide > box.right() + 20:
            left, top = box.left(), top + 34
        _square(easel, QRectF(left, top + 3, 22, 22), filled=filled)
        easel.line(text, left + 34, top + 14, LEAST, colour.text_secondary, 400)
        left += wide + 8
    return top + 40


def _square(easel: Easel, box: QRectF, *, filled: bool) -> None:
    colour = easel.look.colour
    easel.painter.setPen(QPen(colour.company, 2.5))
    easel.painter.setBrush(colour.company if filled else colour.surface)
    easel.painter.drawRoundedRect(box, 5, 5)


def _cause(easel: Easel, row: CauseRow, box: QRectF) -> None:
    """A square each while they have room; the figure always."""
    colour, middle = easel.look.colour, box.center().y()
    left = box.left() + max(190.0, easel.width(row.name, 26, 400) + 24)
    easel.line(row.name, box.left(), middle, 26, colour.text, 400)
    figure = easel.line(row.text, box.right(), middle, 32, colour.text, 700, RIGHT)
    pitch = min(36.0, (box.right() - figure - 20 - left) / max(1, row.total))
    side = min(28.0, pitch - 5)
    for number in range(row.total):
        _square(easel, QRectF(left + pitch * number, middle - side / 2, side, side), filled=number < row.agreed)
    easel.opens(box, row.log, f"{row.name} {row.text}")
