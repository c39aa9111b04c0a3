"""One provider to rate: this week's facts first, then all items at once, each by itself, and a line of comment."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.review import ReviewPicture
from sandgame.present.review_cards import ProviderCard
from sandgame.present.review_draft import RatingDraft
from sandgame.ui.comment_line import CommentLine
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.rating import FITS, AllThree, RatingRow
from sandgame.ui.rows import Rows

LONGEST_COMMENT = 200
_SIDE, _INNER = 6, 7
"""The frame of "all three" stands a little wider than the words."""


class KeyedAll(AllThree):
    """Says when it was set by a digit, so that the next provider can take the focus."""

    keyed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_5:
            self.keyed.emit()


class ProviderPanel(Card):
    """`draft_changed` once for each act of the person, whatever number of marks it set."""

    draft_changed = Signal()
    edited = Signal()
    keyed = Signal()

    def __init__(self, page: ReviewPicture, card: ProviderCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, slot=card.badge.slot, strip=True)
        self.seat = card.seat
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.draft_changed)
        lines = column(self, margins=(_SIDE, 15, _SIDE, 12), gap=8)
        lines.addWidget(self._head(card))
        held = QWidget()
        around = column(held, margins=(_INNER, 0, _INNER, 0), gap=0)
        self._facts = Card(ground="subtle", corner=7)
        facts = column(self._facts, margins=(9, 6, 9, 6), gap=2)
        self._fact_lines: Rows[str, Label] = Rows(facts, _fact, Label.setText)
        facts.addStretch(1)
        around.addWidget(self._facts)
        # what is left over lies here, so that the marks of neighbours stand in one line
        lines.addWidget(held, 1)
        self._rows = [RatingRow(item) for item in page.items]
        for each, tip in zip(self._rows, page.item_tips, strict=True):
            each.setToolTip(tip)
        self.all = KeyedAll(page.all_label, self._rows)
        self.all.keyed.connect(self.keyed)
        lines.addWidget(self.all)
        items = QVBoxLayout()
        items.setSpacing(4)
        for each in self._rows:
            items.addWidget(each)
        lines.addLayout(items)
        below = QWidget()
        self.comment = CommentLine(LONGEST_COMMENT)
        self.comment.set_texts(page.comment_hint, page.please_change, page.please_change_tip)
        column(below, margins=(_INNER, 2, _INNER, 0), gap=0).addWidget(self.comment)
        lines.addWidget(below)
        self.set_card(card)
        for each in self._rows:
            each.value_changed.connect(self._on_changed)
        self.comment.changed.connect(self._on_changed)
        self.comment.edited.connect(self.edited)

    def _head(self, card: ProviderCard) -> QWidget:
        made = QWidget()
        head = row(made, margins=(_INNER, 0, _INNER, 0), gap=10)
        head.addWidget(BadgeWidget(card.badge, 34))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(card.name, "title"))
        self._status = Label("", "caption", "text_secondary")
        names.addWidget(self._status)
        head.addLayout(names)
        head.addStretch(1)
        self._mark = Icon("circle", 18, "control_border")
        head.addWidget(self._mark)
        return made

    def set_card(self, card: ProviderCard) -> None:
        """New facts and marks."""
        self.setAccessibleName(card.spoken)
        self._status.setText(card.status)
        self._mark.set_icon("circle-check" if card.rated else "circle", "positive" if card.rated else "control_border")
        self._fact_lines.fill(card.facts)
        for each, mark in zip(self._rows, card.draft.marks, strict=True):
            each.set_value(mark)
        self.all.refresh()
        self.comment.set_words(card.draft.comment, card.draft.please_change)

    def least_width(self) -> int:
        return max(each.minimumSizeHint().width() for each in (*self._rows, self.all)) + 2 * _SIDE

    def fit(self, width: int) -> None:
        """Lays marks and comment out for so many pixels."""
        inside = width - 2 * _SIDE
        every = (*self._rows, self.all)
        fit = next((fit for fit in FITS if all(each.needed(fit) <= inside for each in every)), FITS[-1])
        for each in every:
            each.set_fit(fit)
        self.comment.fit(inside - 2 * _INNER)

    def draft(self) -> RatingDraft:
        marks = tuple(each.value() for each in self._rows)
        return RatingDraft(marks, self.comment.words(), self.comment.tick.isChecked())

    def rate_all(self, mark: int) -> None:
        """As if the row for all had been tapped."""
        self.all.choose(mark)

    @property
    def is_settling(self) -> bool:
        """Something was changed that `draft_changed` has yet to tell."""
        return self._settling.isActive()

    def stop(self) -> None:
        self._settling.stop()

    def _on_changed(self) -> None:
        # marks set by one tap are one change
        self._settling.start(0)


def _fact() -> Label:
    return Label("", "caption", "text_secondary", wraps=True)
