"""A table's card on the facilitator's console: title, map, index so far with its line, facts, and what it needs."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import RIGHT, Paragraph, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.table_map import draw_trend, map_pixmap
from sandgame.present.console_cards import CardPicture
from sandgame.present.pictures import Tone

PAD = 14.0
_HEAD = 42.0
_LEAST_MAP = 112.0
_MOST_MAP = 270.0
_TONES: dict[Tone, tuple[str, str]] = {
    "info": ("info_bg", "info"),
    "caution": ("caution_bg", "caution"),
    "negative": ("negative_bg", "negative"),
}


def card_height(look: Look) -> float:
    """The least a card can do with."""
    return _HEAD + _LEAST_MAP + _foot(look) + look.scaled(28) + PAD


def _foot(look: Look) -> float:
    """From the map's foot to the alert."""
    return look.scaled(8 + 18 + 32 + 26) + 6


def draw_table_card(painter: QPainter, card: CardPicture, box: QRectF, look: Look, scale: float) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = box.adjusted(PAD, 0, -PAD, -PAD)
    middle = inner.top() + 23
    put_line_at(painter, card.title, inner.left(), middle, look, "title", look.colour.text, 700)
    head = QRectF(inner.left(), middle - 10, inner.width(), 20)
    put_line(painter, card.done, head, look, "body", look.colour.text_secondary, align=RIGHT)
    alert = _alert_box(card, inner, look)
    top = inner.top() + _HEAD
    room = alert.top() - _foot(look) - top
    ground = QRectF(inner.left(), top, inner.width(), min(_MOST_MAP, room))
    wide, high = round(ground.width()), round(ground.height())
    painter.drawPixmap(ground.topLeft(), map_pixmap(card.map, wide, high, scale, look))
    _draw_figure(painter, card, QRectF(inner.left(), ground.bottom() + 10, inner.width(), look.scaled(50)), look)
    _draw_facts(painter, card, inner.left(), ground.bottom() + look.scaled(72), look)
    _draw_alert(painter, card, alert, look)
    painter.restore()


def _draw_figure(painter: QPainter, card: CardPicture, box: QRectF, look: Look) -> None:
    colour = look.colour
    put_line_at(painter, card.figure_title, box.left(), box.top() + 9, look, "body", colour.text_secondary)
    after = box.left() + look.width(card.figure, "number", 700)
    put_line_at(painter, card.figure, box.left(), box.top() + look.scaled(34), look, "number", colour.text, 700)
    if card.figure_of:
        level = box.top() + look.scaled(37)
        put_line_at(painter, card.figure_of, after + 8, level, look, "caption", colour.text_secondary)
        after += 8 + look.width(card.figure_of, "caption")
    if card.tag:
        wide = look.width(card.tag, "caption", 600) + 16
        pill = QRectF(box.right() - wide, box.top() - 1, wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.surface_sunken)
        painter.drawRoundedRect(pill, 10, 10)
        put_line_at(painter, card.tag, pill.left() + 8, pill.center().y(), look, "caption", colour.text_secondary, 600)
    if card.path:
        left = max(after + 24, box.right() - 112)
        trend = QRectF(
            left, box.top() + (26 if card.tag else 8), box.right() - left, look.scaled(20 if card.tag else 38)
        )
        draw_trend(painter, card.path, card.weeks, trend, look)


def _draw_facts(painter: QPainter, card: CardPicture, left: float, middle: float, look: Look) -> None:
    for name, value, tone in card.facts:
        put_line_at(painter, name, left, middle, look, "body", look.colour.text_secondary)
        left += look.width(name, "body") + 4
        ink = look.colour.text if tone == "plain" else look.named(tone)
        put_line_at(painter, value, left, middle, look, "body", ink, 700)
        left += look.width(value, "body", 700) + 14


def _words(card: CardPicture, look: Look) -> Paragraph:
    return Paragraph(card.alert, look, "body", 400 if card.tone in ("positive", "plain") else 600)


def _alert_box(card: CardPicture, inner: QRectF, look: Look) -> QRectF:
    """At the card's foot, as high as its words are."""
    high = max(look.scaled(28), _words(card, look).height(inner.width() - 36) + 9)
    return QRectF(inner.left(), inner.bottom() - high, inner.width(), high)


def _draw_alert(painter: QPainter, card: CardPicture, box: QRectF, look: Look) -> None:
    words = _words(card, look)
    ink, lead = look.colour.text_secondary, 0.0
    icon_ink = look.colour.positive if card.tone == "positive" else ink
    if card.tone in _TONES:
        ground, token = _TONES[card.tone]
        ink = icon_ink = look.named(token)
        lead = 8.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.named(ground))
        painter.drawRoundedRect(box, 6, 6)
    high = words.height(box.width() - 36)
    top = box.center().y() - high / 2
    draw_icon(painter, card.alert_icon, QRectF(box.left() + lead, top + look.line("body") / 2 - 7, 14, 14), icon_ink)
    words.draw(painter, QRectF(box.left() + lead + 20, top, box.width() - lead - 26, high), ink)
