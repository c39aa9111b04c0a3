"""The vote of a Review: a card a measure with its effect, its cost and who voted for it; and what holds already."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.lettering import RIGHT, put_line, put_line_at
from sandgame.present.pictures import BadgePicture
from sandgame.present.voting import NONE_OF_THEM, HeldMeasure, MeasureChoice, VotePicture
from sandgame.ui.kit.cards import PanelHeader, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import drop

_BADGE, _OVERLAP = 20.0, 14.0
_WORDS = 118


class MeasureCard(RadioCard):
    """Title and effect; at the right who voted for it, and below them the cost."""

    def __init__(self, choice: MeasureChoice) -> None:
        super().__init__(mark="left")
        self._voters: tuple[BadgePicture, ...] = ()
        self.show_choice(choice)

    def show_choice(self, choice: MeasureChoice) -> None:
        self._voters = choice.voters
        self.set_texts(choice.title, choice.effect, choice.cost)
        self.setAccessibleDescription(choice.spoken)

    def _badges_width(self) -> float:
        return _BADGE + (len(self._voters) - 1) * _OVERLAP if self._voters else 0.0

    def _aside(self) -> float:
        return max(current_look().width(self._value, "caption"), self._badges_width()) + 20

    def _is_low(self, width: float) -> bool:
        """No room beside the words: voters and cost take a line of their own below them."""
        look = current_look()
        needed = max(look.width(self.text(), "body", 700), look.scaled(_WORDS))
        return width - self._left() - self._aside() < needed

    def _right(self) -> float:
        return 12.0 if self._is_low(self.width()) else self._aside()

    def _foot(self) -> float:
        return max(_BADGE, current_look().line("caption")) + 4

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        low = self._is_low(width)
        inside = width - self._left() - (12.0 if low else self._aside())
        words = look.line("body") + self._paragraph().height(max(40, inside)) + 13
        if low:
            return round(words + self._foot())
        return max(round(words), round(_BADGE + look.line("caption") + 18))

    def minimumSizeHint(self) -> QSize:
        least = current_look().width(self.text(), "body", 700) + self._left() + 12
        return QSize(round(least + 1), round(current_look().scaled(36)))

    def _draw_words(self, painter: QPainter, middle: float) -> None:
        look = current_look()
        left, right = self._left(), self.width() - self._right()
        low = self._is_low(self.width())
        words = self._paragraph()
        high = words.height(right - left)
        top = middle - (look.line("body") + high + (self._foot() if low else 0)) / 2
        put_line_at(painter, self.text(), left, top + look.line("body") / 2, look, "body", look.colour.text, 700)
        words.draw(painter, QRectF(left, top + look.line("body"), right - left, high), look.colour.text_secondary)
        edge, line = self.width() - 12.0, look.line("caption")
        badges = top + look.line("body") + high + 4 if low else 7.0
        begin = edge - self._badges_width()
        for number, voter in enumerate(self._voters):
            draw_badge(painter, voter, QRectF(begin + number * _OVERLAP, badges, _BADGE, _BADGE), look)
        if low:
            ink = look.colour.text_secondary
            put_line_at(painter, self._value, left, badges + _BADGE / 2, look, "caption", ink)
        else:
            cost = QRectF(0, self.height() - 7 - line, edge, line)
            put_line(painter, self._value, cost, look, "caption", look.colour.text_secondary, align=RIGHT)


class VotePanel(QWidget):
    """`voted` with the place of a measure, or -1 for none of them."""

    voted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._built: tuple[object, ...] = ()
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        self._head = PanelHeader("", "vote")
        self._needed = Tag("", "info")
        self._head.add(self._needed)
        whole.addWidget(self._head)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(12, 7, 12, 7)
        self._inside.setSpacing(4)
        whole.addLayout(self._inside)
        self._holder: QWidget | None = None
        self._held: QWidget | None = None
        self.cards: list[MeasureCard] = []
        self.none: RadioCard | None = None
        self.fault = FaultLine()
        self._inside.addWidget(self.fault)

    def show_vote(self, picture: VotePicture) -> None:
        self._head.set_texts(picture.title if picture.choices else picture.held_title)
        self._needed.set_tag(picture.needed, "info")
        self._needed.setVisible(bool(picture.needed))
        built = (
            tuple(choice.measure for choice in picture.choices),
            picture.chosen < NONE_OF_THEM,
            picture.held,
            picture.later,
        )
        if built != self._built:
            self._built = built
            self._build(picture)
        for card, choice in zip(self.cards, picture.choices, strict=True):
            card.show_choice(choice)
        for place, button in enumerate(self.cards):
            if place == picture.chosen:
                button.setChecked(True)
        if self.none is not None:
            self.none.set_texts(picture.none_of_them)
            if picture.chosen == NONE_OF_THEM:
                self.none.setChecked(True)

    def focus_first(self) -> None:
        if self.cards:
            self.cards[0].setFocus()

    def _build(self, picture: VotePicture) -> None:
        """Radio buttons that exclude each other cannot all be let go: without a choice they are made anew."""
        had = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        for old in (self._holder, self._held):
            if old is not None:
                self._inside.removeWidget(old)
                drop(old)
        self._holder = self._held = None
        self.cards, self.none = [], None
        if picture.choices:
            self._holder = QWidget()
            lines = column(self._holder, margins=(0, 0, 0, 0), gap=6)
            self.cards = [MeasureCard(choice) for choice in picture.choices]
            self.none = RadioCard(picture.none_of_them, mark="left")
            for place, card in enumerate(self.cards):
                card.clicked.connect(lambda _on=False, place=place: self.voted.emit(place))
                lines.addWidget(card)
            self.none.clicked.connect(lambda: self.voted.emit(NONE_OF_THEM))
            lines.addWidget(self.none)
            if picture.later:
                lines.addWidget(Label(picture.later, "caption", "text_secondary", wraps=True, icon="hourglass"))
            self._inside.insertWidget(0, self._holder)
        if picture.held:
            self._held = _held(picture, titled=bool(picture.choices))
            self._inside.addWidget(self._held)
        if had is not None and had < len(self.cards):
            self.cards[had].setFocus()


def _held(picture: VotePicture, *, titled: bool) -> QWidget:
    made = QWidget()
    lines = column(made, margins=(2, 2, 2, 0), gap=6)
    if titled:
        lines.addWidget(Label(picture.held_title, "caption", "text_secondary"))
    for measure in picture.held:
        lines.addWidget(_held_row(measure))
    return made


def _held_row(measure: HeldMeasure) -> QWidget:
    made = QWidget()
    lines = column(made, margins=(0, 0, 0, 0), gap=0)
    head = row(gap=8)
    head.addWidget(Label(measure.title, "body", weight=700))
    head.addStretch(1)
    icon = "check" if measure.in_force else "hourglass"
    head.addWidget(Tag(measure.since, "positive" if measure.in_force else "info", icon))
    lines.addLayout(head)
    lines.addWidget(Label(measure.effect, "caption", "text_secondary", wraps=True))
    return made
