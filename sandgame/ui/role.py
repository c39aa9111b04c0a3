"""The role card: the first page of week 1, and what F1 can show again later."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.sand import sand_pixmap
from sandgame.present.role import Box, Partner, RoleCard
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.recipe import Recipe

_FACE = 84.0
_LEFT = 146.0
_BETWEEN = 4.0
_LONG = 2
"""A role told in more lines than these is set a size smaller."""


class RoleHero(QWidget, Themed):
    """Who you are: your island on the sand, in large letters what you are for, and where you sit."""

    def __init__(self, card: RoleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self.setAccessibleName(f"{card.title}. {card.role} {card.place}")
        high_as_needed(self)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _parts(self, look: Look, width: float) -> list[tuple[Paragraph, str]]:
        card = self._card
        role = Paragraph(card.role, look, "bodyLarge")
        if role.height(self._inner(width)) > _LONG * look.line("bodyLarge"):
            role = Paragraph(card.role, look, "body")
        return [
            (Paragraph(card.title, look, "numberLarge"), "text"),
            (role, "text"),
            (Paragraph(card.place, look, "caption"), "text_secondary"),
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def _inner(self, width: float) -> float:
        return max(120.0, width - _LEFT - 20)

    def heightForWidth(self, width: int) -> int:
        inner = self._inner(width)
        words = sum(part.height(inner) for part, _ in self._parts(current_look(), width))
        return round(max(124.0, words + 2 * _BETWEEN + 16))

    def sizeHint(self) -> QSize:
        return QSize(758, self.heightForWidth(758))

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 124)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        clip = QPainterPath()
        clip.addRoundedRect(box, 12, 12)
        painter.setClipPath(clip)
        painter.drawPixmap(QPointF(), sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), look))
        face = QRectF(30, (box.height() - _FACE) / 2 - 4, _FACE, _FACE)
        self._draw_island(painter, face, look)
        inner = self._inner(box.width())
        parts = self._parts(look, box.width())
        top = (box.height() - sum(part.height(inner) for part, _ in parts) - 2 * _BETWEEN) / 2
        for part, ink in parts:
            part.draw(painter, QRectF(_LEFT, top, inner, 0), look.named(ink))
            top += part.height(inner) + _BETWEEN
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour.sand_border, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)

    def _draw_island(self, painter: QPainter, face: QRectF, look: Look) -> None:
        who = look.department(self._card.badge.slot)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour.rake, 1.2))
        for step in (8, 16, 24):
            painter.drawRoundedRect(face.adjusted(-step, -step, step, step), 12 + step, 12 + step)
        painter.setPen(Qt.PenStyle.NoPen)
        for drop, ink in ((10.0, look.colour.tile_shadow), (6.0, who.lip)):
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(face.translated(0, drop), 12, 12)
        painter.setBrush(who.soft)
        painter.setPen(QPen(who.base, 2))
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), 12, 12)
        badge = QRectF(0, 0, 52, 52)
        badge.moveCenter(face.center())
        draw_badge(painter, self._card.badge, badge, look)


class PartnerPills(QWidget, Themed):
    """The departments I deal with, as pills that break into rows."""

    _HIGH, _GAP = 30.0, 6.0

    def __init__(self, partners: tuple[Partner, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partners = partners
        self.setAccessibleName(". ".join(f"{each.name}, {each.line}" for each in partners))
        high_as_needed(self)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _places(self, width: float) -> list[QRectF]:
        look, places = current_look(), []
        left = top = 0.0
        high = look.scaled(self._HIGH)
        for each in self._partners:
            wide = 38 + look.width(each.name, "body", 700) + 8 + look.width(each.line, "body") + 14
            if left and left + wide > width:
                left, top = 0.0, top + high + self._GAP
            places.append(QRectF(left, top, wide, high))
            left += wide + self._GAP
        return places

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom()) + 1 if places else 0

    def sizeHint(self) -> QSize:
        return QSize(700, self.heightForWidth(700))

    def minimumSizeHint(self) -> QSize:
        widest = max((place.width() for place in self._places(1e6)), default=0.0)
        return QSize(round(widest + 0.5), round(self._HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each, place in zip(self._partners, self._places(self.width()), strict=True):
            painter.setBrush(look.colour.surface)
            painter.setPen(QPen(look.colour.divider, 1))
            painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), place.height() / 2, place.height() / 2)
            middle = place.center().y()
            draw_badge(painter, each.badge, QRectF(place.left() + 8, middle - 11, 22, 22), look)
            left = place.left() + 38
            put_line_at(painter, each.name, left, middle, look, "body", look.colour.text, 700)
            left += look.width(each.name, "body", 700) + 8
            put_line_at(painter, each.line, left, middle, look, "body", look.colour.text_secondary)


_MARGINS = (14, 9, 14, 9)
_SHARES = (22, 12, 12)
"""What I can do has the most to tell."""


def _boxes(card: RoleCard) -> QHBoxLayout:
    boxes = QHBoxLayout()
    boxes.setSpacing(8)
    for each, share in zip(card.boxes, _SHARES, strict=True):
        boxes.addWidget(_box(each), share)
    return boxes


def _box(box: Box) -> Card:
    made = Card()
    inner = column(made, margins=_MARGINS, gap=4)
    inner.addWidget(Label(box.title, "body", weight=700, icon=box.icon))
    for line in box.lines:
        inner.addWidget(Label(line, "body", "text_secondary", wraps=True))
    inner.addStretch(1)
    return made


def _partners(card: RoleCard) -> Card:
    made = Card()
    inner = column(made, margins=_MARGINS, gap=6)
    inner.addWidget(Label(card.partners_title, "label", weight=700))
    inner.addWidget(PartnerPills(card.partners))
    return made


def _bonus(card: RoleCard) -> Card:
    made = Card()
    inner = column(made, margins=_MARGINS, gap=6)
    head = row(gap=12)
    head.addWidget(Label(card.bonus_title, "label", weight=700, wraps=True), 1)
    head.addWidget(Label(card.bonus_share, "caption", "text_secondary"))
    inner.addLayout(head)
    recipe = Recipe(by_weight=True, gap=5)
    recipe.set_rows(card.metrics, card.badge.slot)
    inner.addWidget(recipe)
    inner.addStretch(1)
    return made


def _know(card: RoleCard) -> tuple[Card, QVBoxLayout]:
    """The three things to know, and where more can be put below them."""
    made = Card(ground="soft", slot=card.badge.slot)
    inner = column(made, margins=_MARGINS, gap=6)
    inner.addWidget(Label(card.know_title, "label", weight=700))
    for number, text in enumerate(card.know, start=1):
        line = row(gap=8)
        line.addWidget(Label(str(number), "body", weight=700), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(text, "body", wraps=True), 1)
        inner.addLayout(line)
    inner.addStretch(1)
    return made, inner


def _whole(owner: QWidget, card: RoleCard, gap: int) -> QVBoxLayout:
    """Who I am, what I make and need, and with whom; what else there is goes below."""
    lines = column(owner, margins=(0, 0, 0, 0), gap=gap)
    lines.addWidget(RoleHero(card))
    lines.addLayout(_boxes(card))
    lines.addWidget(_partners(card))
    return lines


class RoleReminder(QWidget):
    """The role card for another look later: all of it but the way on."""

    def __init__(self, card: RoleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = _whole(self, card, 10)
        lines.addWidget(_bonus(card))
        lines.addWidget(_know(card)[0])


class RoleShort(Card):
    """The role in a few lines: who I am, what I can make, with whom."""

    def __init__(self, card: RoleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="soft", slot=card.badge.slot)
        across = row(self, margins=(14, 10, 14, 10), gap=14)
        across.addWidget(BadgeWidget(card.badge, 48), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Label(card.title, "heading"))
        words.addWidget(Label(card.role, "body", wraps=True))
        for line in card.boxes[0].lines:
            words.addWidget(Label(line, "body", "text_secondary", wraps=True, icon=card.boxes[0].icon))
        words.addSpacing(2)
        words.addWidget(PartnerPills(card.partners))
        across.addLayout(words, 1)


class RolePanel(QWidget):
    """The whole role card; `go_on_asked` when its reader wants to see the week, `touched` by a click anywhere on it."""

    go_on_asked = Signal()
    touched = Signal()

    def __init__(self, card: RoleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = _whole(self, card, 6)
        foot = QGridLayout()
        foot.setSpacing(6)
        foot.addWidget(_bonus(card), 0, 0)
        foot.addWidget(self._know(card), 0, 1)
        foot.setColumnStretch(0, 11)
        foot.setColumnStretch(1, 10)
        lines.addLayout(foot, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        super().mousePressEvent(event)

    def _know(self, card: RoleCard) -> Card:
        made, inner = _know(card)
        last = row(gap=8)
        last.addWidget(Label(card.again, "caption", "text_secondary", icon="book-open", wraps=True), 1)
        button = PrimaryButton(card.go_on, "arrow-right")
        button.clicked.connect(self.go_on_asked)
        last.addWidget(button)
        inner.addLayout(last)
        return made
