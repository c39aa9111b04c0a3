"""An opened moment over a page of the debrief: the board as it was, and beside it what happened, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from sandgame.paint.board import draw_board, lay_out
from sandgame.paint.easel import HIGH, LEAST, WIDE, Easel
from sandgame.paint.tokens import type_role
from sandgame.present.debrief_page import MomentLine, MomentPicture
from sandgame.present.moment_board import MomentBoard

_BOARD, _STEP = 1000.0, 72.0
_WEEK, _NARROW = 270.0, 150.0
"""Room for a week and two badges, beside or below it."""
_LEAST_ROW, _GAP = 36.0, 10.0


def draw_moment(easel: Easel, moment: MomentPicture, head: float, edge: float) -> None:
    """Over the page, which opens nothing as long as it lies there."""
    colour = easel.look.colour
    easel.spots.clear()
    dim = QColor(colour.text)
    dim.setAlpha(110)
    easel.painter.fillRect(QRectF(0, head, WIDE, HIGH - head), dim)
    beside = 180.0 if moment.board is None else edge
    card = QRectF(beside, head + 40, WIDE - 2 * beside, HIGH - head - 80)
    easel.box(card, colour.surface, 20)
    left, wide = card.left() + 48, card.width() - 96
    top = card.top() + 36
    top += easel.within(moment.title, QRectF(left, top, wide, 96), 34, colour.text, 700) + 14
    easel.rule(left, left + wide, top)
    top += 22
    bottom = card.bottom() - 66
    if moment.board is not None:
        _moment_board(easel, moment.board, QRectF(left, top, _BOARD, bottom - top))
        left, wide = left + _BOARD + 36, wide - _BOARD - 36
    _told(easel, moment, QRectF(left, top, wide, bottom - top))
    easel.fitted(moment.close, left, card.bottom() - 34, 24, wide, colour.text_secondary, 400)


def _told(easel: Easel, moment: MomentPicture, box: QRectF) -> None:
    """In words: what there is room for, promises before all else, as large as that allows."""
    colour, board, top = easel.look.colour, moment.board, box.top()
    lines = [(line, "") for line in moment.rows]
    lines += [(line, moment.beside_title if number == 0 else "") for number, line in enumerate(moment.beside)]
    if moment.empty:
        top += easel.paragraph(moment.empty, box.left(), top, box.width(), 27, colour.text_secondary) + 18
    week, least = (_WEEK, _LEAST_ROW) if board is None else (_NARROW, _LEAST_ROW + 44)
    room, bottom = box.width() - week, box.bottom()
    px = next((px for px in (26.0, 24.0) if top + _rows_high(easel, lines, room, px, least) <= bottom), LEAST)
    while len(lines) > 1 and top + _rows_high(easel, lines, room, px, least) - _GAP > bottom:
        lines.remove(next((one for one in reversed(lines) if one[0].minor), lines[-1]))
    for line, heading in lines:
        high = max(least, easel.high(line.text, room, px))
        if heading:
            easel.line(heading, box.left(), top + 16, 26, colour.text_secondary, 600)
            top += 48
        if board is not None and line.numbers:
            strip = QRectF(box.left() - 16, top - 6, box.width() + 24, high + 6)
            if board.number in line.numbers:
                easel.box(strip, colour.info_bg, 12)
            easel.steps(strip, line.at or line.numbers[-1], line.text)
        easel.line(line.week, box.left(), top + 16, 25, colour.text, 700)
        same = line.customer == line.provider
        across, down = (132, 18) if board is None else (0, 60)
        easel.pair(line.provider, None if same else line.customer, box.left() + across, top + down, 36)
        easel.paragraph(line.text, box.left() + week, top, room, px, colour.text)
        top += high + _GAP


def _moment_board(easel: Easel, moment: MomentBoard, box: QRectF) -> None:
    """The board as it was, its letters as large as a page's smallest; the step, and ways to the ones beside it."""
    colour, scale = easel.look.colour, LEAST / type_role("caption").px
    sand = QRectF(box.left(), box.top(), box.width(), box.height() - _STEP)
    easel.painter.save()
    easel.painter.translate(sand.topLeft())
    easel.painter.scale(scale, scale)
    plan = lay_out(moment.board, sand.size() / scale, easel.look)
    draw_board(easel.painter, plan, easel.look)
    easel.painter.restore()
    _rounded(easel, sand)
    middle = box.bottom() - _STEP / 2 + 6
    at = box.left()
    for name, number in (("chevron-left", moment.last), ("chevron-right", moment.next)):
        button = QRectF(at, middle - 24, 60, 48)
        easel.box(button, colour.surface, 12, colour.control_border if number else colour.divider)
        easel.icon(name, at + 16, middle, 28, colour.text if number else colour.divider)
        if number:
            easel.steps(button, number, moment.title)
        at += 72
    wide = easel.width(moment.step, 24, 400)
    easel.fitted(moment.title, at + 8, middle, 28, box.right() - at - wide - 30, colour.text, 700)
    easel.line(moment.step, box.right() - wide, middle, 24, colour.text_secondary, 400)


def _rounded(easel: Easel, box: QRectF) -> None:
    """A board fills its box to the corners."""
    corners, inside = QPainterPath(), QPainterPath()
    corners.addRect(box.adjusted(-1, -1, 1, 1))
    inside.addRoundedRect(box, 20, 20)
    easel.painter.fillPath(corners.subtracted(inside), easel.look.colour.surface)
    easel.painter.setBrush(Qt.BrushStyle.NoBrush)
    easel.painter.setPen(QPen(easel.look.colour.sand_border, 2))
    easel.painter.drawRoundedRect(box, 20, 20)


def _rows_high(easel: Easel, lines: Sequence[tuple[MomentLine, str]], room: float, px: float, least: float) -> float:
    rows = (max(least, easel.high(line.text, room, px)) + _GAP for line, _ in lines)
    return sum(rows) + 48 * sum(bool(heading) for _, heading in lines)
