"""Turning points, drawn: what could still be earned by week with a pin a moment, and a card each."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from sandgame.paint.easel import LEAST, Easel
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.present.debrief_page import MomentCard, MomentsBody

_GAP = 28.0


def draw_moments(easel: Easel, body: MomentsBody, box: QRectF) -> None:
    colour = easel.look.colour
    cards = 486.0 if body.cards else 0.0
    chart = QRectF(box.left(), box.top(), box.width(), box.height() - cards - 44)
    easel.fitted(body.chart_title, chart.left(), chart.top() + 16, 26, chart.width(), colour.text_secondary, 400)
    if body.still:
        _curve(easel, body, chart.adjusted(0, 40, 0, 0))
    if body.empty:
        easel.fitted(body.empty, box.left(), box.bottom() - 70, 34, box.width(), colour.text)
    wide = (box.width() - _GAP * 2) / 3
    # where no curve stands, nor is on its way, the cards take its place
    top = box.bottom() - cards - 40 if body.chart_title else box.top() + 24
    # one size for all their heads
    head = min((easel.fitting(card.head, 34, wide - 56) for card in body.cards), default=34.0)
    for number, card in enumerate(body.cards):
        _card(easel, card, QRectF(box.left() + number * (wide + _GAP), top, wide, cards), max(LEAST, head))
    if body.cards:
        easel.line(body.note, box.left(), top + cards + 26, 24, colour.text_secondary, 400)


def _ink(easel: Easel, gain: bool) -> QColor:
    return easel.look.colour.positive if gain else easel.look.colour.caution


def _curve(easel: Easel, body: MomentsBody, box: QRectF) -> None:
    """From zero on: what could be earned at the start, after each week, and what went."""
    colour, painter = easel.look.colour, easel.painter
    values = [body.start, *body.still]
    low, top = min(0, *values), max(1, *values)
    lead = easel.width(body.start_text, 32) + 36
    area = QRectF(box.left() + lead, box.top() + 76, box.width() - lead - 180, box.height() - 76 - 44)
    count = len(body.still)

    def spot(week: float, value: float) -> QPointF:
        x = area.left() + area.width() * week / count
        return QPointF(x, area.bottom() - area.height() * (value - low) / (top - low))

    points = [spot(number, value) for number, value in enumerate(values)]
    gone = QPainterPath(points[0])
    for point in points[1:]:
        gone.lineTo(point)
    gone.lineTo(spot(count, body.start))
    gone.closeSubpath()
    painter.fillPath(gone, colour.caution_bg)
    painter.setPen(QPen(colour.text_secondary, 2, Qt.PenStyle.DotLine))
    painter.drawLine(points[0], spot(count, body.start))
    easel.rule(area.left(), area.right(), spot(0, 0).y(), colour.control_border)
    painter.setPen(QPen(colour.company, 6))
    for one, two in pairwise(points):
        painter.drawLine(one, two)
    for point in points:
        easel.disc(point, 9, colour.company)
        easel.disc(point, 5, colour.surface)
    easel.line(body.start_text, area.left() - 20, points[0].y(), 32, colour.text, 700, RIGHT)
    easel.line(body.end_text, box.right(), min(points[-1].y(), area.bottom() - 20), 36, colour.text, 700, RIGHT)
    if body.lost_text:
        # in the margin, where no pin comes
        level = min(spot(count, body.start).y(), min(points[-1].y(), area.bottom() - 20) - 44)
        size = max(LEAST, easel.fitting(body.lost_text, 28, 146))
        easel.line(body.lost_text, box.right(), level, size, colour.caution, 700, RIGHT)
    for number, week in enumerate(body.weeks):
        easel.line(week, spot(number + 0.5, 0).x(), box.bottom() - 18, LEAST + 1, colour.text_secondary, 400, CENTRE)
    _pins(easel, body, values, spot)


def _pins(easel: Easel, body: MomentsBody, values: list[int], spot) -> None:  # type: ignore[no-untyped-def]
    """Each on the line; where they would stand on one another the earlier one goes left: at the right there is text."""
    placed: list[float] = []
    shown = {card.number for card in body.cards}
    for at, number, gain in sorted(body.pins, reverse=True):
        if number not in shown:
            continue
        week = min(at / 1000, len(values) - 1)
        before = int(min(week, len(values) - 2))
        value = values[before] + (values[before + 1] - values[before]) * (week - before)
        foot = spot(week, value)
        across = foot.x()
        while any(abs(across - other) < 54 for other in placed):
            across -= 8
        placed.append(across)
        ink = _ink(easel, gain)
        head = QPointF(across, foot.y() - 48)
        easel.painter.setPen(QPen(ink, 4))
        easel.painter.drawLine(foot, head)
        easel.disc(foot, 8, ink)
        easel.disc(head, 25, ink)
        easel.line(str(number), head.x(), head.y(), 28, easel.look.colour.surface, 700, CENTRE)


def _card(easel: Easel, card: MomentCard, box: QRectF, head: float) -> None:
    colour, ink = easel.look.colour, _ink(easel, card.gain)
    easel.card(box, ink)
    left, wide = box.left() + 28, box.width() - 56
    easel.disc(QPointF(left + 22, box.top() + 50), 22, ink)
    easel.line(str(card.number), left + 22, box.top() + 50, 26, colour.surface, 700, CENTRE)
    easel.line(card.where, left + 58, box.top() + 50, 24, colour.text_secondary, 400)
    pair = 44.0 * 2 + 42 if card.customer is not None else 44.0
    easel.pair(card.provider, card.customer, box.right() - 28 - pair, box.top() + 50, 44)
    easel.line(card.head, left, box.top() + 112, head, colour.text)
    easel.within(card.line, QRectF(left, box.top() + 136, wide, 68), 26, colour.text_secondary)
    foot = box.bottom() - 224
    if card.touched:
        text = easel.line(card.touched_title, left, foot - 30, 24, colour.text_secondary, 400)
        for number, badge in enumerate(card.touched):
            easel.badge(badge, left + text + 20 + number * 48, foot - 30, 38)
    _estimate(easel, card, QRectF(left, foot, wide, 68))
    bottom = box.bottom() - 30
    if card.guessed:
        easel.fitted(card.guessed, left, bottom, 24, wide, colour.text_secondary, 400)
        bottom -= 34
    if card.votes:
        _votes(easel, card, left, bottom)
        bottom -= 34
    easel.within(card.question, QRectF(left, foot + 80, wide, max(34.0, bottom + 12 - foot - 80)), 26, colour.text, 700)
    easel.opens(box, card.log, card.spoken)


def _estimate(easel: Easel, card: MomentCard, box: QRectF) -> None:
    colour = easel.look.colour
    if not card.estimate:
        easel.painter.setBrush(Qt.BrushStyle.NoBrush)
        easel.painter.setPen(QPen(colour.control_border, 2, Qt.PenStyle.DashLine))
        easel.painter.drawRoundedRect(box, 12, 12)
        easel.fitted(
            card.estimate_line, box.left() + 18, box.center().y(), 25, box.width() - 36, colour.text_secondary, 400
        )
        return
    ink = _ink(easel, card.gain)
    easel.box(box, colour.positive_bg if card.gain else colour.caution_bg, 12)
    figure = easel.line(card.estimate, box.right() - 18, box.center().y(), 40, ink, 700, RIGHT)
    easel.fitted(card.estimate_line, box.left() + 18, box.center().y(), 26, box.width() - figure - 60, ink, 400)


def _votes(easel: Easel, card: MomentCard, left: float, middle: float) -> None:
    """What the table voted for, before it saw what came of it."""
    colour = easel.look.colour
    easel.icon("vote", left, middle, 28, colour.text_secondary)
    left += 42
    for name, count in card.votes:
        left += easel.line(f"{name} {count}", left, middle, 24, colour.text_secondary, 600) + 32
