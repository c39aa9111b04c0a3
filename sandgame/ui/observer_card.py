"""An observer's card: what to look for, four marks each, a line of the week as evidence, and a sentence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from sandgame.frames.classroom import Behaviour, KeepCard, Marked
from sandgame.present.observer import BEHAVIOURS, LONGEST, MARKS, CardPicture
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import Card, Divider, column, row, stacked
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.scroller import Scroller

_TITLE = 170


class MarkRow(Segmented):
    """Four marks; none at first."""

    def clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)


class _Item(QWidget):
    """A behaviour, its mark, and the line of the week that shows it."""

    marked = Signal()

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__()
        self.behaviour = behaviour
        self.evidence = ""
        self.title = Label("", "body", weight=700, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.marks = MarkRow()
        self.link = Label("", "caption", "info", wraps=True, icon="link", icon_tone="info")
        self.off = FlatButton("", "x")
        lines = column(self, margins=(12, 7, 12, 7), gap=3)
        words = stacked(self.title, self.line)
        self._across = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._across.setSpacing(4)
        self._across.addLayout(words, 1)
        self._across.addWidget(self.marks)
        lines.addLayout(self._across)
        self._linked = QWidget()
        across = row(self._linked, gap=4)
        across.addWidget(self.link, 1, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.off)
        lines.addWidget(self._linked)
        self.marks.index_changed.connect(lambda _index: self.marked.emit())
        self.off.clicked.connect(partial(self.attach, ""))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Side by side where both have room."""
        wide = self.width() >= self.marks.sizeHint().width() + current_look().scaled(_TITLE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way != self._across.direction():
            self._across.setDirection(way)

    def attach(self, evidence: str) -> None:
        self.show_evidence(evidence)
        self.marked.emit()

    def show_evidence(self, evidence: str) -> None:
        self.evidence = evidence
        self.link.setText(evidence)
        self._linked.setVisible(bool(evidence))

    def mark(self) -> Marked | None:
        index = self.marks.index()
        return Marked(self.behaviour, MARKS[index], self.evidence) if index >= 0 else None


class CardPanel(Card):
    """The card of a week. `changed` by the observer."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "label", weight=700, wraps=True, icon="clipboard-list")
        self.by = Label("", "caption", "text_secondary")
        self.items = [_Item(behaviour) for behaviour in BEHAVIOURS]
        self.chosen = self.items[0]
        """The one that a line goes to as evidence: marked last."""
        self.note = TextField(longest=LONGEST)
        self.foot = Label("", "caption", "text_secondary", wraps=True, icon="info")
        inner = QWidget()
        lines = column(inner, margins=(0, 0, 0, 10), gap=0)
        for item in self.items:
            lines.addWidget(item)
            lines.addWidget(Divider())
            item.marked.connect(partial(self._on_marked, item))
        note = QWidget()
        column(note, margins=(12, 8, 12, 0)).addWidget(self.note)
        lines.addWidget(note)
        lines.addStretch(1)
        inside = column(self, margins=(1, 1, 1, 1), gap=0)
        head = row(margins=(12, 9, 12, 9), gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.by)
        inside.addLayout(head)
        inside.addWidget(Divider())
        inside.addWidget(Scroller(inner), 1)
        inside.addWidget(Divider())
        foot = QWidget()
        column(foot, margins=(12, 7, 12, 8)).addWidget(self.foot)
        inside.addWidget(foot)
        self.note.edit.textEdited.connect(lambda _text: self.changed.emit())

    def show_words(self, picture: CardPicture) -> None:
        self.title.setText(picture.title)
        self.by.setText(picture.by)
        for item, words in zip(self.items, picture.items, strict=True):
            item.title.setText(words.title)
            item.line.setText(words.line)
            index = item.marks.index()
            item.marks.set_options([(text, "") for text in picture.marks])
            item.marks.clear()
            item.marks.set_index(index)
            item.marks.setAccessibleName(f"{words.title}, {words.line}")
            item.off.setAccessibleName(picture.evidence_off)
            item.off.setToolTip(picture.evidence_off)
        self.note.set_texts(picture.note)
        self.foot.setText(picture.foot)
        self.setAccessibleName(picture.title)

    def show_card(self, card: KeepCard | None) -> None:
        marks = {each.behaviour: each for each in card.marks} if card is not None else {}
        for item in self.items:
            item.marks.clear()
            given = marks.get(item.behaviour)
            if given is not None:
                item.marks.set_index(MARKS.index(given.mark))
            item.show_evidence(given.evidence if given is not None else "")
        self.note.set_text(card.note if card is not None else "")
        self._choose(self.items[0])

    def card(self, week: int) -> KeepCard:
        marks = tuple(mark for item in self.items if (mark := item.mark()) is not None)
        return KeepCard(week, marks, self.note.text().strip()[:LONGEST])

    def attach(self, evidence: str) -> None:
        """To what was marked last; without a mark it counts as seen clearly."""
        if self.chosen.marks.index() < 0:
            self.chosen.marks.set_index(MARKS.index("clearly"))
        self.chosen.attach(evidence[:LONGEST])

    def _on_marked(self, item: _Item) -> None:
        self._choose(item)
        self.changed.emit()

    def _choose(self, item: _Item) -> None:
        self.chosen = item
        for each in self.items:
            each.title.set_tone("info" if each is item else "text")
