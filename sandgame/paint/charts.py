"""Charts of the end page and of Deliver: ruler, waterfall, curve, signed bars. One painter for screen and paper."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from sandgame.paint.lettering import RIGHT, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.present.charts import CurveLine, CurvePicture, RulerPicture, SignedBarsPicture, WaterfallPicture

_RULER_BAR = 12.0
_KNOB = 9.0
_ROW = 24.0
_TALLEST_ROW = 40.0
RULER_HEIGHT = 66.0


def ruler_height(look: Look) -> float:
    return look.scaled(RULER_HEIGHT)


def draw_ruler(painter: QPainter, picture: RulerPicture, box: QRectF, look: Look) -> None:
    """From the silo result to the best one, at one scale: below it ours is the left end."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour
    end, below = box.right() - _KNOB, max(0, -picture.at)
    start = box.left() + _KNOB + (box.width() - 2 * _KNOB) * below / (1000 + below)
    middle = box.top() + look.line("body") + _KNOB + 5
    track = QRectF(start, middle - _RULER_BAR / 2, end - start, _RULER_BAR)
    corner = _RULER_BAR / 2
    _bar(painter, track, colour.ruler_track, corner)
    mark = None
    if picture.mark is not None:
        mark = start + track.width() * picture.mark / 1000
        _bar(painter, QRectF(start, track.top(), mark - start, _RULER_BAR), colour.ruler_reach, corner)
    # below the silo result the way leads back to the left, hatched
    at = start + track.width() * picture.at / 1000
    if picture.at >= 0:
        _bar(painter, QRectF(start, track.top(), at - start, _RULER_BAR), colour.company, corner)
    else:
        _hatched(painter, QRectF(at, track.top(), start - at, _RULER_BAR), colour.negative, corner)
        painter.setPen(QPen(colour.text_secondary, 2))
        painter.drawLine(QPointF(start, middle - 12), QPointF(start, middle + 12))
    if mark is not None:
        painter.setPen(QPen(colour.benchmark, 3))
        painter.drawLine(QPointF(mark, middle - 11), QPointF(mark, middle + 12))
    painter.setPen(QPen(colour.company, 4))
    painter.setBrush(colour.surface)
    painter.drawEllipse(QPointF(at, middle), _KNOB - 2, _KNOB - 2)
    _ruler_texts(painter, picture, box, look, start, at, mark, middle)
    painter.restore()


def _ruler_texts(
    painter: QPainter,
    picture: RulerPicture,
    box: QRectF,
    look: Look,
    start: float,
    at: float,
    mark: float | None,
    middle: float,
) -> None:
    """Ours and the reference above, the ends below; texts stay inside and off each other."""
    colour, line = look.colour, look.line("body")
    above, below = box.top() + line / 2, middle + _KNOB + 4 + line / 2
    wide = look.width(picture.at_text, "body", 700)
    if mark is None:
        left = _held(at - wide / 2, box, wide)
    else:
        needed = look.width(picture.mark_text, "body", 600)
        # in the order of their marks, so that neither text stands on the other
        if mark < at:
            spot, left = beside((mark, needed), (at, wide), box.left(), box.right())
        else:
            left, spot = beside((at, wide), (mark, needed), box.left(), box.right())
        put_line_at(painter, picture.mark_text, spot, above, look, "body", colour.benchmark, 600)
    put_line_at(painter, picture.at_text, left, above, look, "body", colour.text, 700)
    low, high = look.width(picture.low_text, "caption"), look.width(picture.high_text, "caption")
    first, second = beside(
        (max(box.left(), start - _KNOB) + low / 2, low), (box.right(), high), box.left(), box.right()
    )
    put_line_at(painter, picture.low_text, first, below, look, "caption", colour.text_secondary)
    put_line_at(painter, picture.high_text, second, below, look, "caption", colour.text_secondary)


def beside(
    first: tuple[float, float], second: tuple[float, float], low: float, high: float, gap: float = 14
) -> tuple[float, float]:
    """Left ends of two texts, each (its wished middle, its width), the first left of the second and both inside."""
    one = min(max(first[0] - first[1] / 2, low), high - first[1])
    two = min(max(second[0] - second[1] / 2, low), high - second[1])
    lacking = one + first[1] + gap - two
    if lacking > 0:
        # apart by half each, as far as the ends allow
        two = min(two + lacking / 2, high - second[1])
        one = max(low, min(one, two - gap - first[1]))
        two = max(two, one + first[1] + gap)
    return one, two


def _held(left: float, box: QRectF, width: float) -> float:
    return min(max(left, box.left()), box.right() - width)


def waterfall_height(picture: WaterfallPicture, look: Look) -> float:
    """The least height; rows spread when there is more."""
    return look.scaled(_ROW) * len(picture.bars)


def draw_waterfall(painter: QPainter, picture: WaterfallPicture, box: QRectF, look: Look) -> None:
    """Rows from top to bottom: name, a bar from where the last one ended, and its figure at the right."""
    if not picture.bars:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = look.colour
    high = min(max(look.scaled(_ROW), box.height() / len(picture.bars)), look.scaled(_TALLEST_ROW))
    thick = high * 0.58
    names = max(look.width(bar.name, "body", 700) for bar in picture.bars) + 12
    figures = max(look.width(bar.text, "body", 700) for bar in picture.bars) + 10
    low = min(0, *(min(bar.start, bar.end) for bar in picture.bars))
    top = max(1, *(max(bar.start, bar.end) for bar in picture.bars))
    left, wide = box.left() + names, max(20.0, box.width() - names - figures)
    zero = left + wide * -low / (top - low)
    painter.setPen(QPen(colour.control_border, 1))
    painter.drawLine(QPointF(zero, box.top()), QPointF(zero, box.top() + high * len(picture.bars)))
    inks = {"gain": colour.positive, "loss": colour.negative, "total": colour.company}
    for number, bar in enumerate(picture.bars):
        middle = box.top() + high * (number + 0.5)
        first, second = (left + wide * (value - low) / (top - low) for value in (bar.start, bar.end))
        body = QRectF(min(first, second), middle - thick / 2, max(2.0, abs(second - first)), thick)
        total = bar.kind == "total"
        _bar(painter, body, inks[bar.kind], 3)
        if number + 1 < len(picture.bars) - 1:
            painter.setPen(QPen(colour.text_tertiary, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(second, middle + thick / 2), QPointF(second, middle + high - thick / 2))
        weight = 700 if total else 400
        put_line_at(
            painter, bar.name, box.left(), middle, look, "body", colour.text if total else colour.text_secondary, weight
        )
        area = QRectF(box.left(), middle - high / 2, box.width(), high)
        put_line(painter, bar.text, area, look, "body", inks[bar.kind], align=RIGHT, weight=700)
    painter.restore()


def signed_bars_height(picture: SignedBarsPicture, look: Look) -> float:
    return look.scaled(_ROW) * len(picture.bars)


def draw_signed_bars(painter: QPainter, picture: SignedBarsPicture, box: QRectF, look: Look) -> None:
    """Rows with a bar left or right of one zero line; all on one scale."""
    if not picture.bars:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, high = look.colour, look.scaled(_ROW)
    names = max(look.width(bar.name, "body") for bar in picture.bars) + 10
    figures = max(look.width(bar.text, "body", 700) for bar in picture.bars) + 10
    least = min(0, *(bar.value for bar in picture.bars))
    most = max(0, *(bar.value for bar in picture.bars))
    left, wide = box.left() + names, max(20.0, box.width() - names - figures)
    scale = wide / max(1, most - least)
    zero = left - least * scale
    painter.setPen(QPen(colour.control_border, 1))
    painter.drawLine(QPointF(zero, box.top()), QPointF(zero, box.top() + high * len(picture.bars)))
    for number, bar in enumerate(picture.bars):
        middle = box.top() + high * (number + 0.5)
        gain = colour.company if bar.slot is None else look.department(bar.slot).base
        ink = gain if bar.value >= 0 else colour.negative
        length = max(2.0, abs(bar.value) * scale) if bar.value else 0
        body = QRectF(zero if bar.value >= 0 else zero - length, middle - 5, length, 10)
        _bar(painter, body, ink, 2)
        put_line_at(painter, bar.name, box.left(), middle, look, "body", colour.text_secondary)
        area = QRectF(box.left(), middle - high / 2, box.width(), high)
        text = colour.negative if bar.value < 0 else colour.text
        put_line(painter, bar.text, area, look, "body", text, align=RIGHT, weight=700)
    painter.restore()


def draw_curve(painter: QPainter, picture: CurvePicture, box: QRectF, look: Look) -> None:
    """Lines over the weeks from a common start at zero; each line's name stands at its end."""
    if not picture.lines or not picture.weeks:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = _curve_area(picture, box, look)
    values = [0, *(value for each in picture.lines for value in each.values)]
    if picture.best is not None:
        values.append(picture.best)
    low, top = min(values), max(1, *values)
    count = len(picture.weeks)

    def spot(week: int, value: int) -> QPointF:
        return QPointF(
            area.left() + area.width() * week / count, area.bottom() - area.height() * (value - low) / (top - low)
        )

    _zero_line(painter, picture, area, box, spot(0, 0).y(), look)
    _weeks(painter, picture, area, look, box.bottom() - look.line("caption") / 2)
    for each in reversed(picture.lines):
        _line(painter, each, [spot(0, 0), *(spot(n, v) for n, v in enumerate(each.values, start=1))], look)
    taken: list[QRectF] = []
    for number, value in enumerate(picture.lines[0].values[:-1], start=1):
        above = _has_room_above(picture, number)
        _value(painter, picture.values[number - 1], spot(number, value), look, taken, above=above)
    ends = [(spot(count, each.values[-1]).y(), each.text, _ink(each, look)) for each in picture.lines]
    if picture.best is not None:
        point = spot(count, picture.best)
        painter.setPen(QPen(look.colour.text_secondary, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(point, 4, 4)
        ends.append((point.y(), picture.best_text, look.colour.text_secondary))
    _end_names(painter, ends, area.right() + 10, box, look)
    painter.restore()


def _curve_area(picture: CurvePicture, box: QRectF, look: Look) -> QRectF:
    """Where the lines go: room is left for the zero, the weeks and the names."""
    line = look.line("caption")
    names = [each.text for each in picture.lines] + ([picture.best_text] if picture.best_text else [])
    left = box.left() + look.width(picture.zero_text, "caption") + 8
    right = box.right() - max(look.width(name, "caption", 700) for name in names) - 14
    return QRectF(QPointF(left, box.top() + line / 2), QPointF(right, box.bottom() - line - 8))


def _zero_line(painter: QPainter, picture: CurvePicture, area: QRectF, box: QRectF, level: float, look: Look) -> None:
    painter.setPen(QPen(look.colour.control_border, 1))
    painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
    line = look.line("caption")
    zero = QRectF(box.left(), level - line / 2, area.left() - box.left() - 8, line)
    put_line(painter, picture.zero_text, zero, look, "caption", look.colour.text_secondary, align=RIGHT)


def _has_room_above(picture: CurvePicture, week: int) -> bool:
    """Whether the next line above our point of a week is farther away than the next one (or zero) below it."""
    ours = picture.lines[0].values[week - 1]
    others = [0, *(line.values[week - 1] for line in picture.lines[1:])]
    over = [value - ours for value in others if value >= ours]
    under = [ours - value for value in others if value < ours]
    return not over or (bool(under) and min(over) > min(under))


def _value(painter: QPainter, text: str, point: QPointF, look: Look, taken: list[QRectF], *, above: bool) -> None:
    """Our figure of a week, above or below its point; where it would touch another one on both sides, none."""
    wide, line = look.width(text, "caption", 700), look.line("caption")
    away = 5 + line / 2
    for side in (-1, 1) if above else (1, -1):
        middle = point.y() + side * away
        box = QRectF(point.x() - wide / 2, middle - line / 2, wide, line)
        if not any(box.intersects(other) for other in taken):
            taken.append(box)
            put_line_at(painter, text, box.left(), middle, look, "caption", look.colour.text, 700)
            return


def _weeks(painter: QPainter, picture: CurvePicture, area: QRectF, look: Look, level: float) -> None:
    """Week names under their points; where they would touch, every second one is left out, the last one never."""
    count = len(picture.weeks)
    widest = max(look.width(text, "caption") for text in picture.weeks)
    step = 1
    while area.width() / count * step < widest + 8 and step < count:
        step += 1
    for number in range(count, 0, -step):
        middle = area.left() + area.width() * number / count
        text = picture.weeks[number - 1]
        left = middle - look.width(text, "caption") / 2
        put_line_at(painter, text, left, level, look, "caption", look.colour.text_secondary)


def _ink(line: CurveLine, look: Look) -> QColor:
    colour = look.colour
    return {"ours": colour.company, "silo": colour.text_secondary, "reference": colour.benchmark}[line.kind]


def _line(painter: QPainter, line: CurveLine, points: list[QPointF], look: Look) -> None:
    pen = QPen(_ink(line, look), 3.0 if line.kind == "ours" else 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if line.kind != "ours":
        pen.setDashPattern([4, 3] if line.kind == "silo" else [1, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.drawPath(path)
    if line.kind == "ours":
        painter.setBrush(look.colour.surface)
        painter.setPen(QPen(_ink(line, look), 2.5))
        for point in points[1:]:
            painter.drawEllipse(point, 4, 4)


def _end_names(painter: QPainter, ends: list[tuple[float, str, QColor]], left: float, box: QRectF, look: Look) -> None:
    """Names beside the ends of their lines, pushed apart until none touches another."""
    line = look.line("caption")
    placed: list[float] = []
    for level, text, ink in sorted(ends, key=lambda end: end[0]):
        spot = max(level, placed[-1] + line) if placed else max(level, box.top() + line / 2)
        placed.append(spot)
        put_line_at(painter, text, left, spot, look, "caption", ink, 700)


def _bar(painter: QPainter, box: QRectF, ink: QColor, corner: float) -> None:
    if box.width() <= 0:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    held = min(corner, box.width() / 2)
    painter.drawRoundedRect(box, held, held)


def _hatched(painter: QPainter, box: QRectF, ink: QColor, corner: float) -> None:
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(box, corner, corner)
