"""One provider to rate: this week's facts first, then all three at once, each item by itself, and a line of comment."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.review import Marks, ProviderCard, RatingDraft, ReviewPicture
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.rating import AllThree, RatingRow

LONGEST_COMMENT = 200


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
    keyed = Signal()

    def __init__(self, page: ReviewPicture, card: ProviderCard, parent: QWidget | None = None) -> None:
        super().__init__(parent, slot=card.badge.slot, strip=True)
        self.seat = card.seat
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.draft_changed)
        lines = column(self, margins=(14, 16, 14, 14), gap=8)
        head = row(gap=10)
        head.addWidget(BadgeWidget(card.badge, 34))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(card.name, "title"))
        self._status = Label("", "caption", "text_secondary")
        names.addWidget(self._status)
        head.addLayout(names)
        head.addStretch(1)
        self._mark = Label("", "heading", "positive", icon="circle")
        head.addWidget(self._mark)
        lines.addLayout(head)
        self._facts = Card(ground="subtle", corner=7)
        self._fact_lines = column(self._facts, margins=(10, 8, 10, 8), gap=3)
        lines.addWidget(self._facts)
        self._rows = [RatingRow(item) for item in page.items]
        self.all = KeyedAll(page.all_label, self._rows)
        self.all.keyed.connect(self.keyed)
        lines.addWidget(self.all)
        ends = Label(page.scale, "caption", "text_secondary")
        lines.addWidget(ends, 0, Qt.AlignmentFlag.AlignRight)
        inner = column_of(self._rows)
        lines.addLayout(inner)
        self._comment = TextField(longest=LONGEST_COMMENT)
        self._comment.set_texts("", page.comment_hint)
        lines.addStretch(1)
        lines.addWidget(self._comment)
        self.set_card(card)
        self._comment.set_text(card.draft.comment)
        for each in self._rows:
            each.value_changed.connect(self._on_changed)
        self._comment.edit.editingFinished.connect(self._on_changed)

    def set_card(self, card: ProviderCard) -> None:
        """New facts and marks; what is being written stays."""
        self.setAccessibleName(card.spoken)
        self._status.setText(card.status)
        self._mark.set_icon("circle-check" if card.rated else "circle", "positive" if card.rated else "control_border")
        while (item := self._fact_lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for fact in card.facts:
            self._fact_lines.addWidget(Label(fact, "body", "text_secondary", wraps=True))
        for each, mark in zip(self._rows, card.draft.marks, strict=True):
            each.set_value(mark)
        self.all.refresh()

    def draft(self) -> RatingDraft:
        first, second, third = (each.value() for each in self._rows)
        marks: Marks = (first, second, third)
        return RatingDraft(marks, self._comment.text().strip())

    def rate_all(self, mark: int) -> None:
        """As if the row for all three had been tapped."""
        self.all.choose(mark)

    def stop(self) -> None:
        self._settling.stop()

    def _on_changed(self) -> None:
        # three marks set by one tap are one change
        self._settling.start(0)


def column_of(rows: list[RatingRow]) -> QVBoxLayout:
    """The items below the sand frame, their discs in line with its own."""
    inner = QVBoxLayout()
    inner.setContentsMargins(5, 0, 5, 0)
    inner.setSpacing(4)
    for each in rows:
        inner.addWidget(each)
    return inner
