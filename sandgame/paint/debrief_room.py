"""Bodies of the pages that people fill, drawn: the opening, one word, the take-away, half time, and what is awaited."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from sandgame.paint.easel import LEAST, Easel
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.present.debrief_page import (
    FactCard,
    HalfTimeBody,
    Line,
    OpeningBody,
    TakeAwayBody,
    TakeCard,
    Waiting,
    WordsBody,
)

_GAP = 28.0


def draw_opening(easel: Easel, body: OpeningBody, box: QRectF) -> None:
    colour = easel.look.colour
    size = easel.fitting(body.purpose, 36, box.width(), 400)
    purpose = easel.within(body.purpose, QRectF(box.left(), box.top(), box.width() + 2, 120),
                           size - 0.1 if 30 <= size < 36 else 36, colour.text)  # fmt: skip
    top = box.top() + purpose + 36
    left = QRectF(box.left(), top, box.width() * 0.6 - _GAP, box.bottom() - top)
    _lines(easel, body.rules, left, 44, 34)
    card = QRectF(box.left() + box.width() * 0.6, top, box.width() * 0.4, box.bottom() - top)
    easel.box(card, colour.surface, 20, colour.divider)
    easel.line(body.sees_title, card.left() + 36, card.top() + 54, 36, colour.text_secondary)
    _lines(easel, body.sees, card.adjusted(36, 112, -36, -16), 42, 32)


def _lines(easel: Easel, lines: tuple[Line, ...], box: QRectF, head: float, px: float) -> None:
    """Rows of an icon in ink, a head and a sentence, spread over the box."""
    colour = easel.look.colour
    pitch = min(210.0, box.height() / max(1, len(lines)))
    for number, each in enumerate(lines):
        top = box.top() + pitch * number
        radius = 38.0 if head > 32 else 30.0
        easel.disc(QPointF(box.left() + radius, top + radius + 4), radius, colour.top_bar)
        easel.icon(each.icon, box.left() + radius - radius * 0.5, top + radius + 4, radius, colour.on_top_bar)
        left = box.left() + 2 * radius + 28
        wide = box.right() - left
        easel.fitted(each.head, left, top + 26, head, wide, colour.text)
        room = QRectF(left, top + 26 + head * 0.72, wide, pitch - 30 - head * 0.72)
        easel.within(each.text, room, px, colour.text_secondary)


def draw_words(easel: Easel, body: WordsBody, box: QRectF) -> None:
    """Words by how often, each at its own size; below them the one line with its marks."""
    colour = easel.look.colour
    cloud = QRectF(box.left(), box.top(), box.width(), box.height() - 230)
    easel.box(cloud, colour.surface, 20, colour.divider)
    if body.words:
        _cloud(easel, body.words, cloud.adjusted(40, 30, -40, -30))
    else:
        easel.line(body.empty, cloud.center().x(), cloud.center().y(), 36, colour.text_secondary, 400, CENTRE)
    if body.counted:
        easel.line(body.counted, cloud.right() - 30, cloud.top() + 40, 26, colour.text_secondary, 400, RIGHT)
    level = box.bottom() - 90
    easel.line(body.slider, box.left(), level - 80, 34, colour.text)
    easel.line(body.placed, box.right(), level - 80, 26, colour.text_secondary, 400, RIGHT)
    track = QRectF(box.left() + 20, level - 12, box.width() - 40, 24)
    easel.box(track, colour.ruler_track, 12)
    for place, count in body.places:
        at = QPointF(track.left() + track.width() * place / 100, level)
        easel.disc(at, 17 if count == 1 else 28, colour.primary)
        if count > 1:
            easel.line(str(count), at.x(), level, 32, colour.on_primary, 700, CENTRE)
    easel.line(body.low, box.left(), level + 52, 28, colour.text_secondary, 400)
    easel.line(body.high, box.right(), level + 52, 28, colour.text_secondary, 400, RIGHT)


def _cloud(easel: Easel, words: tuple[tuple[str, int], ...], box: QRectF) -> None:
    most = max(count for _, count in words)
    rows: list[list[tuple[str, float, int]]] = [[]]
    left = box.width()
    for text, count in words:
        px = 34 + 46 * count / most
        px = easel.fitting(text, px, box.width())
        wide = easel.width(text, px) + 60
        if wide > left and rows[-1]:
            rows.append([])
            left = box.width()
        rows[-1].append((text, px, count))
        left -= wide
    heights = [max(px for _, px, _ in row) * 1.35 for row in rows]
    shrink = min(1.0, box.height() / sum(heights))
    top = box.top() + (box.height() - sum(heights) * shrink) / 2
    for row, high in zip(rows, heights, strict=True):
        wide = sum(easel.width(text, px * shrink) + 60 for text, px, _ in row) - 60
        at = box.center().x() - wide / 2
        for text, px, count in row:
            ink = easel.look.colour.text if count == most else easel.look.colour.text_secondary
            at += easel.line(text, at, top + high * shrink / 2, max(LEAST, px * shrink), ink) + 60
        top += high * shrink


def draw_take_away(easel: Easel, body: TakeAwayBody, box: QRectF) -> None:
    colour = easel.look.colour
    rule = QRectF(box.left(), box.bottom() - 132, box.width(), 132)
    upper = QRectF(box.left(), box.top(), box.width(), box.height() - 160)
    if body.cards:
        wide = upper.width() * 0.56
        _take_card(easel, body.cards[0], QRectF(upper.left(), upper.top(), wide, upper.height()))
        _lines(easel, body.how, upper.adjusted(wide + 56, 12, 0, 0), 32, 26)
    else:
        wide = upper.width() * 0.5
        _lines(easel, body.how, upper.adjusted(0, 12, -wide, 0), 44, 34)
        _written(easel, body, upper.adjusted(upper.width() - wide + 40, 0, 0, 0))
    easel.box(rule, colour.ask, 24)
    easel.disc(QPointF(rule.left() + 76, rule.center().y()), 40, colour.top_bar)
    easel.icon("flag", rule.left() + 56, rule.center().y(), 40, colour.on_top_bar)
    easel.line(body.rule_title, rule.left() + 146, rule.top() + 38, 26, colour.on_ask_secondary, 400)
    text = " · ".join(body.rules) if body.rules else body.rule_empty
    room = QRectF(rule.left() + 146, rule.top() + 60, rule.width() - 190, 66)
    easel.within(text, room, 36, colour.on_ask if body.rules else colour.on_ask_secondary, 700)


_MOST_CARDS = 12
"""As many can be told apart; more are a figure."""


def _written(easel: Easel, body: TakeAwayBody, box: QRectF) -> None:
    """How many cards are written, and one outline for each: whose they are stays with their people."""
    colour = easel.look.colour
    if not 0 < body.of <= _MOST_CARDS:
        easel.box(box, colour.surface, 20, colour.divider)
        easel.line(body.written, box.center().x(), box.center().y() - 40, 130, colour.text, 700, CENTRE)
        easel.line(body.written_line, box.center().x(), box.center().y() + 70, 34, colour.text_secondary, 400, CENTRE)
        return
    wide = easel.line(body.written, box.left(), box.top() + 50, 76, colour.text)
    easel.line(body.written_line, box.left() + wide + 24, box.top() + 60, 32, colour.text_secondary, 400)
    columns = 3 if body.of > 4 else 2
    rows = -(-body.of // columns)
    top = box.top() + 120
    across = (box.width() - 20 * (columns - 1)) / columns
    high = min(220.0, (box.bottom() - top - 20 * (rows - 1)) / rows)
    for number in range(body.of):
        row, column = divmod(number, columns)
        spot = QRectF(box.left() + column * (across + 20), top + row * (high + 20), across, high)
        if number < body.done:
            easel.card(spot, colour.positive)
        else:
            dashed(easel, spot)
        side = min(56.0, high * 0.5)
        ink = colour.positive if number < body.done else colour.text_tertiary
        icon = "circle-check" if number < body.done else "pencil"
        easel.icon(icon, spot.center().x() - side / 2, spot.center().y(), side, ink)


def _take_card(easel: Easel, card: TakeCard, box: QRectF) -> None:
    colour, who = easel.look.colour, easel.look.department(card.badge.slot)
    easel.card(box, who.base)
    easel.badge(card.badge, box.left() + 30, box.top() + 58, 52)
    easel.line(card.name, box.left() + 100, box.top() + 58, 34, colour.text)
    if card.writing:
        easel.line(card.writing, box.left() + 30, box.top() + 150, 32, colour.text_secondary, 400)
        return
    top = box.top() + 110
    pitch = (box.height() - 130) / len(card.rows)
    for head, text in card.rows:
        easel.line(head, box.left() + 30, top + 20, 26, colour.text_secondary, 600)
        easel.within(text, QRectF(box.left() + 30, top + 42, box.width() - 60, pitch - 44), 34, colour.text)
        top += pitch


def draw_half_time(easel: Easel, body: HalfTimeBody, box: QRectF) -> None:
    columns = 3 if len(body.cards) > 4 else 2
    rows = max(1, -(-len(body.cards) // columns))
    wide = (box.width() - _GAP * (columns - 1)) / columns
    high = min(270.0, (box.height() - _GAP * (rows - 1)) / rows)
    for number, card in enumerate(body.cards):
        line, place = divmod(number, columns)
        _fact_card(
            easel, card, QRectF(box.left() + place * (wide + _GAP), box.top() + line * (high + _GAP), wide, high)
        )


def _fact_card(easel: Easel, card: FactCard, box: QRectF) -> None:
    colour = easel.look.colour
    easel.card(box, easel.look.department(card.badge.slot).base)
    easel.badge(card.badge, box.left() + 34, box.top() + 62, 58)
    easel.fitted(card.name, box.left() + 110, box.top() + 62, 36, box.width() - 140, colour.text)
    top = box.top() + 116
    for text, log in card.lines:
        room = QRectF(box.left() + 62, top, box.width() - 86, (box.bottom() - top - 14) if len(card.lines) == 1 else 70)
        easel.disc(QPointF(box.left() + 42, top + 20), 6, colour.text_secondary)
        high = easel.within(text, room, 29, colour.text)
        easel.opens(QRectF(room.left(), top, room.width(), high), log, text)
        top += max(56.0, high + 12)


def draw_waiting(easel: Easel, body: Waiting, box: QRectF) -> None:
    colour = easel.look.colour
    middle = box.center()
    easel.disc(QPointF(middle.x(), middle.y() - 150), 84, colour.top_bar)
    easel.icon(body.icon, middle.x() - 44, middle.y() - 150, 88, colour.on_top_bar)
    size = easel.fitting(body.text, 48, box.width() - 100)
    easel.line(body.text, middle.x(), middle.y() + 10, size, colour.text, 700, CENTRE)
    if body.line:
        size = easel.fitting(body.line, 32, box.width() - 100, 400)
        easel.line(body.line, middle.x(), middle.y() + 84, size, colour.text_secondary, 400, CENTRE)


def dashed(easel: Easel, box: QRectF) -> None:
    """An outline of what is not there yet."""
    easel.painter.setBrush(Qt.BrushStyle.NoBrush)
    easel.painter.setPen(QPen(easel.look.colour.control_border, 3, Qt.PenStyle.DashLine))
    easel.painter.drawRoundedRect(box, 18, 18)
