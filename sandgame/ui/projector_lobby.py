"""Joining on the big screen: code, steps and address at the left; who sits where at the right, by department."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from sandgame.paint.badge import draw_badge
from sandgame.paint.easel import HIGH, WIDE, Easel
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.paint.sand import sand_pixmap
from sandgame.present.projector import LobbySheet, SeatCount, TableCount

HEAD, EDGE = 104.0, 56.0
SMALL, BODY = 42.0, 52.0
"""The smallest is 22 px yet on a screen of 1024×768."""
_LEFT, _FOOT = 900.0, HIGH - 14
_LEGEND_COLUMNS, _LEGEND_HIGH = 3, 64.0
_GAP = 16.0
_INSIDE, _TITLE = 24.0, 62.0
"""Of a table's box: its margin, and the room of its title."""
_NAME_HIGH, _UNDER = 42.0, 6.0
_BADGES = (80.0, 44.0)
"""From the largest to the smallest."""


class _Plan(NamedTuple):
    """How the tables lie: so many side by side and over one another, names under the badges in so many lines; without
    names a legend says which badge is which."""

    columns: int
    rows: int
    lines: int


def draw_lobby(easel: Easel, sheet: LobbySheet, ratio: float) -> None:
    """All below the head."""
    look, colour = easel.look, easel.look.colour
    easel.painter.save()
    easel.painter.translate(0, HEAD)
    easel.painter.drawPixmap(QPointF(), sand_pixmap(int(_LEFT), int(HIGH - HEAD), ratio, look))
    easel.painter.restore()
    room = _LEFT - 2 * EDGE
    easel.line(sheet.open, EDGE, 170, easel.fitting(sheet.open, BODY, room, 400), colour.text_secondary, 400)
    easel.line(sheet.code, EDGE - 6, 300, easel.fitting(sheet.code, 190, room), colour.text)
    card = QRectF(EDGE, 420, room, 590 if sheet.address else 420)
    easel.box(card, colour.surface, 20, colour.divider)
    top = card.top() + 40
    for number, step in enumerate(sheet.steps, start=1):
        easel.disc(QPointF(card.left() + 70, top + 32), 34, colour.top_bar)
        easel.line(str(number), card.left() + 70, top + 32, SMALL, colour.on_top_bar, 700, CENTRE)
        high = easel.paragraph(step, card.left() + 130, top + 8, card.width() - 160, SMALL, colour.text)
        top += max(high, 68) + 18
    if sheet.address:
        easel.painter.fillRect(QRectF(card.left() + 36, card.bottom() - 170, card.width() - 72, 2), colour.divider)
        easel.line(sheet.address_line, card.left() + 40, card.bottom() - 128, SMALL, colour.text_secondary, 400)
        easel.line(sheet.address, card.left() + 40, card.bottom() - 58, 66, colour.text)
    plan = _plan(easel, sheet)
    _draw_tables(easel, sheet, plan, _draw_legend(easel, sheet) if plan.lines == 0 else _FOOT)


# how the tables lie


def _area(bottom: float) -> QRectF:
    return QRectF(_LEFT + 40, HEAD + 28, WIDE - _LEFT - 40 - EDGE, bottom - HEAD - 28 - 18)


def _plan(easel: Easel, sheet: LobbySheet) -> _Plan:
    """With the name of each department at its seat, wherever all names have room; else as before, with a legend."""
    count = len(sheet.tables)
    widest = max((easel.width(seat.name, SMALL, 400) for each in sheet.tables for seat in each.seats), default=0.0)
    area = _area(_FOOT)
    for lines in (1, 2):
        for columns in (1, 2, 3):
            rows = max(4 if columns > 1 else 1, -(-count // columns))
            room = _pitch(sheet, (area.width() - _GAP * (columns - 1)) / columns) * lines
            high = (area.height() - _GAP * (rows - 1)) / rows
            if widest + 8 <= room and high >= _TITLE + _BADGES[-1] + lines * _NAME_HIGH + 2 * _UNDER:
                return _Plan(columns, rows, lines)
    columns = 3 if count > 8 else 2
    return _Plan(columns, max(4, -(-count // columns)), 0)


def _pitch(sheet: LobbySheet, wide: float) -> float:
    most = max((len(each.seats) for each in sheet.tables), default=1)
    return (wide - 2 * _INSIDE) / max(6, most)


def _draw_legend(easel: Easel, sheet: LobbySheet) -> float:
    """Which badge is which department, below the tables; gives where it begins."""
    lines = -(-len(sheet.legend) // _LEGEND_COLUMNS)
    top, left = HIGH - 30 - lines * _LEGEND_HIGH, _LEFT + 24
    wide = (WIDE - left - 20) / _LEGEND_COLUMNS
    for number, (badge, name) in enumerate(sheet.legend):
        line, place = divmod(number, _LEGEND_COLUMNS)
        spot = QRectF(left + place * wide, top + line * _LEGEND_HIGH + (_LEGEND_HIGH - 42) / 2, 42, 42)
        draw_badge(easel.painter, badge, spot, easel.look)
        px = easel.fitting(name, SMALL, wide - 54)
        easel.line(name, spot.right() + 10, spot.center().y(), px, easel.look.colour.text, 400)
    return top


def _draw_tables(easel: Easel, sheet: LobbySheet, plan: _Plan, bottom: float) -> None:
    area = _area(bottom)
    wide = (area.width() - _GAP * (plan.columns - 1)) / plan.columns
    high = min((area.height() - _GAP * (plan.rows - 1)) / plan.rows, 300.0)
    for number, table in enumerate(sheet.tables):
        line, place = divmod(number, plan.columns)
        box = QRectF(area.left() + place * (wide + _GAP), area.top() + line * (high + _GAP), wide, high)
        _draw_table(easel, table, box, plan.lines)


def _draw_table(easel: Easel, table: TableCount, box: QRectF, lines: int) -> None:
    colour = easel.look.colour
    easel.box(box, colour.positive_bg if table.full else colour.surface, 18, colour.divider)
    level = box.top() + (38 if lines else 56)
    room = box.width() - 60 - easel.width(table.count, SMALL)
    if easel.width(table.title, SMALL) <= room:
        ink = colour.positive if table.full else colour.text_secondary
        easel.line(table.count, box.right() - _INSIDE, level, SMALL, ink, 700, RIGHT)
    else:
        # the badges say the same
        room = box.width() - 2 * _INSIDE
    easel.line(table.title, box.left() + _INSIDE, level, easel.fitting(table.title, 46, room), colour.text)
    pitch = (box.width() - 2 * _INSIDE) / max(6, len(table.seats))
    words = lines * _NAME_HIGH + (_UNDER if lines else 0)
    side = max(_BADGES[-1], min(pitch - 8, _BADGES[0] if lines else 64.0, box.height() - _TITLE - words - _UNDER))
    free = box.height() - _TITLE - side - words
    top = box.top() + _TITLE + max(0.0, free - (0 if lines else 8)) / 2
    for number, seat in enumerate(table.seats):
        centre = box.left() + _INSIDE + (number + 0.5) * pitch
        _draw_seat(easel, seat, box, QPointF(centre, top), side, number % lines if lines else -1)


def _draw_seat(easel: Easel, seat: SeatCount, box: QRectF, at: QPointF, side: float, line: int) -> None:
    """`line`: in which line under the badge its name stands; neighbours take turns where there are two."""
    colour = easel.look.colour
    easel.painter.setOpacity(1.0 if seat.taken else 0.22)
    draw_badge(easel.painter, seat.badge, QRectF(at.x() - side / 2, at.y(), side, side), easel.look)
    easel.painter.setOpacity(1.0)
    if line >= 0:
        ink = colour.text if seat.taken else colour.text_secondary
        level = at.y() + side + _UNDER + (line + 0.5) * _NAME_HIGH
        half = easel.width(seat.name, SMALL, 400) / 2
        middle = min(max(at.x(), box.left() + 12 + half), box.right() - 12 - half)
        easel.line(seat.name, middle, level, SMALL, ink, 400, CENTRE)
