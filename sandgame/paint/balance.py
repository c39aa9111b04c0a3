"""Two balances: the small one in the header (KPI against the company) and the plan's, with its stacks of hours."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.blocks import draw_block
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line
from sandgame.paint.look import Look
from sandgame.paint.tokens import icon_for
from sandgame.present.pictures import BadgePicture, BalancePicture, BlockPicture

MOST_TILT = 8.0
HEADER_WIDTH = 104.0
HEADER_HEIGHT = 44.0
STACK_ROW = 6
_STACK_STEP = (14.0, 16.0)
_STACK_BLOCK = (13.0, 15.0)
_PAN = 92.0


def header_tilt(kpi: int, index: int) -> float:
    """Degrees; positive sinks the left pan (KPI)."""
    return min(max((kpi - index) / 5.5, -MOST_TILT), MOST_TILT)


def plan_tilt(left: int, right: int) -> float:
    """Degrees; positive sinks the right pan (hours for others)."""
    return min(max((right - left) / 4, -MOST_TILT), MOST_TILT)


def _line_pen(ink: QColor, width: float) -> QPen:
    return QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _draw_stand(painter: QPainter, pivot: QPointF, half: tuple[float, float], high: float, ink: QColor) -> None:
    """A triangle below the pivot on a foot; `half` = half widths at the triangle's and the foot's lower end."""
    path = QPainterPath(pivot)
    path.lineTo(pivot + QPointF(half[0], high))
    path.lineTo(pivot + QPointF(-half[0], high))
    path.closeSubpath()
    painter.fillPath(path, ink)
    thick = half[1] / 10 + 1
    painter.setPen(_line_pen(ink, thick))
    level = pivot.y() + high + thick / 2
    painter.drawLine(QPointF(pivot.x() - half[1], level), QPointF(pivot.x() + half[1], level))


def draw_header_balance(painter: QPainter, badge: BadgePicture, tilt: float, box: QRectF, look: Look) -> None:
    """The header's balance, 104×44, for the dark top bar."""
    colour = look.colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pivot = QPointF(box.center().x(), box.top() + 27.5)
    stand = QColor(colour.on_top_bar_secondary)
    stand.setAlphaF(0.4)
    _draw_stand(painter, pivot, (7, 17), 13, stand)
    turn = math.radians(tilt)
    arm = QPointF(math.cos(turn), -math.sin(turn)) * 46.5
    painter.setPen(_line_pen(colour.phase_active, 3.6))
    painter.drawLine(pivot - arm, pivot + arm)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.phase_active)
    painter.drawEllipse(pivot, 4, 4)
    left, right = pivot - arm * 0.9, pivot + arm * 0.92
    draw_badge(painter, badge, QRectF(left.x() - 11, left.y() - 23.5, 22, 22), look)
    disc = QPointF(right.x(), right.y() - 13)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour.phase_active)
    painter.drawEllipse(disc, 11, 11)
    draw_icon(painter, icon_for("company"), QRectF(disc.x() - 6.5, disc.y() - 6.5, 13, 13), colour.on_phase_active)
    painter.restore()


def stack_places(count: int, middle: float, floor: float) -> list[QRectF]:
    """Boxes of a stack on a pan, filled row by row from the floor upwards."""
    rows = max(STACK_ROW, math.ceil(count / 7))
    left = middle - STACK_ROW * _STACK_STEP[0] / 2
    in_row = STACK_ROW if rows == STACK_ROW or count <= STACK_ROW * 7 else math.ceil(count / 7)
    step = _STACK_STEP[0] * STACK_ROW / in_row
    wide = step - 1
    places = []
    for number in range(count):
        level, column = divmod(number, in_row)
        top = floor - (level + 1) * _STACK_STEP[1] + (_STACK_STEP[1] - _STACK_BLOCK[1])
        places.append(QRectF(left + column * step, top, wide, _STACK_BLOCK[1]))
    return places


def _draw_pan(painter: QPainter, hours: Sequence[BlockPicture], end: QPointF, look: Look) -> None:
    pan = QRectF(end.x() - _PAN / 2, end.y() - 10, _PAN, 7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour.company)
    painter.drawRoundedRect(pan, 3, 3)
    for block, place in zip(hours, stack_places(len(hours), end.x(), pan.top()), strict=True):
        draw_block(painter, block, place, look)


def plan_balance_height(picture: BalancePicture, look: Look) -> float:
    """Room for titles, the higher stack, beam, stand and legend."""
    rows = max(math.ceil(min(max(len(picture.left), len(picture.right)), 42) / STACK_ROW), 5)
    words = look.line("caption") + look.line("number") + 6
    return words + rows * _STACK_STEP[1] + 78 + (look.line("caption") + 8 if picture.legend else 0)


def draw_plan_balance(
    painter: QPainter, picture: BalancePicture, box: QRectF, look: Look, tilt: float | None = None
) -> None:
    """The plan's balance; `tilt` overrides the tilt while it moves."""
    colour = look.colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tilt is None:
        tilt = plan_tilt(len(picture.left), len(picture.right))
    half = min(90.0, box.width() / 2 - _PAN / 2 - 8)
    legend = look.line("caption") + 8 if picture.legend else 0
    pivot = QPointF(box.center().x(), box.bottom() - legend - 38)
    _draw_stand(painter, pivot, (18, 44), 29, colour.control_border)
    turn = math.radians(tilt)
    arm = QPointF(math.cos(turn), math.sin(turn)) * half
    painter.setPen(_line_pen(colour.company, 4.5))
    painter.drawLine(pivot - arm, pivot + arm)
    painter.setPen(QPen(colour.company, 4))
    painter.setBrush(colour.surface)
    painter.drawEllipse(pivot, 7, 7)
    _draw_pan(painter, picture.left, pivot - arm, look)
    _draw_pan(painter, picture.right, pivot + arm, look)
    own_ink = look.department(picture.slot).ink
    for middle, title, value, ink in (
        (pivot.x() - half, picture.left_title, picture.left_value, own_ink),
        (pivot.x() + half, picture.right_title, picture.right_value, colour.text),
    ):
        # centred over its pan as long as the words stay on the paper
        wide = max(look.width(title, "caption"), look.width(value, "number"))
        middle = min(max(middle, box.left() + wide / 2), box.right() - wide / 2)
        head = QRectF(middle - 10, box.top(), 20, look.line("caption"))
        put_line(painter, title, head, look, "caption", colour.text_secondary, align=CENTRE)
        number = QRectF(middle - 10, head.bottom(), 20, look.line("title"))
        put_line(painter, value, number, look, "number", ink, align=CENTRE)
    if picture.legend:
        wide = look.width(picture.legend, "caption") + 20
        left = box.center().x() - wide / 2
        level = box.bottom() - look.line("caption") / 2
        draw_block(painter, BlockPicture("hollow", picture.slot), QRectF(left, level - 7, 12, 14), look)
        words = QRectF(left + 20, level - 8, wide - 20, 16)
        put_line(painter, picture.legend, words, look, "caption", colour.text_secondary)
    painter.restore()
