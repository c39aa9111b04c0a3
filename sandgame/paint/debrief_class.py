"""The tables of a class, drawn: a strip a measure with a disc a table, and what differed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from sandgame.paint.easel import LEAST, Easel
from sandgame.paint.lettering import CENTRE
from sandgame.present.debrief_page import ClassBody, Dot, Strip

_DISC = 46.0
_APART = 48.0
_SIDE = 500.0


def draw_class(easel: Easel, body: ClassBody, box: QRectF, ask_room: float) -> None:
    area = QRectF(box.left(), box.top(), box.width() - _SIDE - 56, box.height())
    pitch = area.height() / max(1, len(body.strips))
    for number, strip in enumerate(body.strips):
        _strip(easel, strip, QRectF(area.left(), area.top() + pitch * number, area.width(), pitch))
    _side(easel, body, QRectF(area.right() + 56, box.top(), _SIDE, box.height() - ask_room))


def _strip(easel: Easel, strip: Strip, box: QRectF) -> None:
    colour = easel.look.colour
    easel.rule(box.left(), box.right(), box.top())
    name = easel.line(strip.name, box.left(), box.top() + 28, 28, colour.text)
    head = box.left() + name + 18
    head += easel.fitted(strip.line, head, box.top() + 28, 24, box.right() - head, colour.text_secondary, 400)
    track = QRectF(box.left() + 8, box.top() + 0.6 * box.height() - 28, box.width() - 16, 56)
    easel.box(track, colour.ruler_track, 28)
    low = min(0, *(dot.value for dot in strip.dots), 0)
    high = max(100, *(dot.value for dot in strip.dots))

    def across(value: int) -> float:
        return track.left() + 34 + (track.width() - 68) * (value - low) / max(1, high - low)

    for place, text, reference in strip.marks:
        ink = colour.benchmark if reference else colour.text_secondary
        style = Qt.PenStyle.SolidLine if reference else Qt.PenStyle.DotLine
        easel.painter.setPen(QPen(ink, 4 if reference else 3, style))
        easel.painter.drawLine(QPointF(across(place), track.top() - 12), QPointF(across(place), track.bottom() + 8))
        if reference:
            # beside the strip's name, over its mark where there is room
            wide = easel.width(text, LEAST, 600)
            spot = min(max(across(place) - wide / 2, head + 24), box.right() - wide)
            easel.line(text, spot, box.top() + 28, LEAST, ink, 600)
    taken = _dots(easel, strip.dots, track, across)
    for place, text, reference in strip.marks:
        if not reference:
            _under(easel, text, across(place), LEAST, track, taken)


def _dots(easel: Easel, dots: tuple[Dot, ...], track: QRectF, across) -> list[QRectF]:  # type: ignore[no-untyped-def]
    """On the strip; where two would touch the second steps up or down. Gives what stands below it."""
    placed: list[QPointF] = []
    told: list[tuple[str, float]] = []
    colour = easel.look.colour
    for dot in sorted(dots, key=lambda each: (each.value, each.letter)):
        at = across(dot.value)
        levels = (0, -48, 48, -96)
        level = next((up for up in levels
                      if all(abs(at - other.x()) >= _APART or abs(track.center().y() + up - other.y()) >= 44
                             for other in placed)), 0)  # fmt: skip
        spot = QPointF(at, track.center().y() + level)
        placed.append(spot)
        easel.disc(spot, _DISC / 2 + 2, colour.company)
        easel.disc(spot, _DISC / 2 - 1, colour.surface)
        easel.line(dot.letter, spot.x(), spot.y(), 26, colour.text, 700, CENTRE)
        if dot.text:
            told.append((dot.text, at))
    taken = [QRectF(dot.x() - 24, dot.y() - 24, 48, 48) for dot in placed if dot.y() > track.bottom() - 8]
    seen: set[str] = set()
    for text, at in told:
        if text not in seen:
            seen.add(text)
            _under(easel, text, at, 26, track, taken)
    return taken


def _under(easel: Easel, text: str, at: float, px: float, track: QRectF, taken: list[QRectF]) -> None:
    """Under its disc or mark; beside it where something else stands there already."""
    weight = 700 if px > LEAST else 400
    wide, ink = easel.width(text, px, weight), easel.look.colour.text
    for left in (at - wide / 2, at + 34, at - 34 - wide):
        spot = QRectF(left, track.bottom() + 4, wide, 32)
        if not any(spot.adjusted(-8, 0, 8, 0).intersects(other) for other in taken):
            easel.line(text, left, spot.center().y() + 2, px, ink if px > LEAST else easel.look.colour.text_secondary,
                       weight)  # fmt: skip
            taken.append(spot)
            return


def _side(easel: Easel, body: ClassBody, box: QRectF) -> None:
    colour, top = easel.look.colour, box.top()
    if body.rows:
        easel.line(body.side_title, box.left(), top + 20, 32, colour.text)
        top += 52
    for row in body.rows:
        easel.rule(box.left(), box.right(), top)
        _letters(easel, row.letters, box, top + 32)
        high = easel.within(row.text, QRectF(box.left(), top + 58, box.width(), 76), 28, colour.text, 700)
        line = QRectF(box.left(), top + 60 + high, box.width(), 66)
        top += 74 + high + easel.within(row.line, line, 24, colour.text_secondary)
    if body.apart:
        easel.rule(box.left(), box.right(), top)
        easel.line(body.apart_title, box.left(), top + 30, 26, colour.text_secondary, 400)
        _letters(easel, body.apart, box, top + 72)
        top += 104
    easel.within(body.note, QRectF(box.left(), top + 16, box.width(), 70), 25, colour.text_secondary)


def _letters(easel: Easel, letters: Sequence[str], box: QRectF, middle: float) -> None:
    colour, pitch = easel.look.colour, min(48.0, (box.width() - 40) / max(1, len(letters) - 1))
    for number, letter in enumerate(letters):
        spot = QPointF(box.left() + 20 + number * pitch, middle)
        easel.disc(spot, 20, colour.company)
        easel.disc(spot, 17, colour.surface)
        easel.line(letter, spot.x(), spot.y(), LEAST, colour.text, 700, CENTRE)
