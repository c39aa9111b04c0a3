"""The dock's facts: to whom, what I can share, and below it what was shared by others and by me."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.facts import FactsPicture, KnownPicture, OwnFact
from sandgame.present.shell import NOBODY
from sandgame.rules.intents import FactRef
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, column, row, stacked
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.tabs_of_badges import BadgeTabs


class OwnFactRow(Card):
    """Something of mine: what it is, and one button to share it."""

    shared = Signal(object)

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self.ref = FactRef("free_hours")
        across = row(self, margins=(10, 6, 8, 6), gap=8)
        self.icon = Icon("clock", 16)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.text = Label("", "body", weight=600, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        words.addStretch(1)
        words.addWidget(self.text)
        words.addWidget(self.line)
        words.addStretch(1)
        self.known = Tag(quiet=True)
        self.share = SecondaryButton("", size="small")
        across.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(words, 1)
        across.addWidget(self.known)
        across.addWidget(self.share)
        self.share.clicked.connect(self._on_share)

    def show_fact(self, picture: OwnFact) -> None:
        self.ref = picture.ref
        self.icon.set_icon(picture.icon)
        self.text.setText(picture.text)
        self.line.setText(picture.line)
        self.line.setVisible(bool(picture.line))
        self.known.set_tag(picture.shared, "positive", "check")
        self.known.setVisible(bool(picture.shared))
        self.share.setText(picture.share)
        self.share.setAccessibleName(f"{picture.share} {picture.spoken}")
        self.share.setVisible(not picture.shared)
        self.setAccessibleName(f"{picture.spoken} {picture.shared}".strip())

    def _on_share(self) -> None:
        self.shared.emit(self.ref)


class KnownRow(QWidget):
    """A fact that was shared, with its week."""

    def __init__(self) -> None:
        super().__init__()
        across = row(self, gap=8)
        self.badge = BadgeWidget(NOBODY, 20)
        self.text = Label("", "body", weight=600, wraps=True)
        self.title = Label("", "caption", "text_secondary", wraps=True)
        words = stacked(self.text, self.title)
        self.week = Label("", "caption", "text_secondary")
        across.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addWidget(self.week, 0, Qt.AlignmentFlag.AlignTop)

    def show_known(self, picture: KnownPicture) -> None:
        self.badge.set_picture(picture.badge)
        self.text.setText(picture.text)
        self.title.setText(picture.title)
        self.week.setText(picture.week)
        self.setAccessibleName(picture.spoken)


class FactsPanel(QWidget):
    to_chosen = Signal(int)
    share_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        head = column(margins=(12, 9, 12, 9), gap=6)
        self.to_label = Label("", "caption", "text_secondary")
        self.targets = BadgeTabs((0, 0, 0, 0))
        self.fault = FaultLine()
        for widget in (self.to_label, self.targets, self.fault):
            head.addWidget(widget)
        layout.addLayout(head)
        layout.addWidget(Divider())
        self.area = Scroll(margins=(12, 9, 12, 10), gap=6)
        self._fill_area()
        layout.addWidget(self.area, 1)
        self.targets.chosen.connect(self.to_chosen)

    def _fill_area(self) -> None:
        self.mine_title = Label("", "label", weight=700)
        self.heard_title = Label("", "label", weight=700)
        self.told_title = Label("", "label", weight=700)
        self.empty = EmptyState("", "", "badge-check")
        self.note = Label("", "caption", "text_secondary", wraps=True, icon="badge-check", icon_tone="info")
        mine, heard, told = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        mine.setSpacing(5)
        heard.setSpacing(7)
        told.setSpacing(7)
        self._mine: Rows[OwnFact, OwnFactRow] = Rows(mine, self._make_own, OwnFactRow.show_fact)
        self._heard: Rows[KnownPicture, KnownRow] = Rows(heard, KnownRow, KnownRow.show_known)
        self._told: Rows[KnownPicture, KnownRow] = Rows(told, KnownRow, KnownRow.show_known)
        body = QVBoxLayout()
        body.setSpacing(7)
        body.addWidget(self.mine_title)
        body.addLayout(mine)
        body.addWidget(self.note)
        body.addSpacing(4)
        body.addWidget(self.heard_title)
        body.addLayout(heard)
        body.addWidget(self.empty)
        body.addSpacing(4)
        body.addWidget(self.told_title)
        body.addLayout(told)
        self.area.column.insertLayout(0, body)

    @property
    def mine(self) -> list[OwnFactRow]:
        return self._mine.widgets

    @property
    def heard(self) -> list[KnownRow]:
        return self._heard.widgets

    @property
    def told(self) -> list[KnownRow]:
        return self._told.widgets

    def show_facts(self, picture: FactsPicture) -> None:
        self.to_label.setText(picture.to_label)
        self.targets.show_tabs([(seat, badge, name, False) for seat, badge, name in picture.targets], picture.to)
        self.mine_title.setText(picture.mine_title)
        self._mine.fill(picture.mine)
        self.note.setText(picture.note)
        self.heard_title.setText(picture.heard_title)
        self._heard.fill(picture.heard)
        self.empty.set_texts("", picture.heard_empty)
        self.empty.setVisible(not picture.heard)
        self.told_title.setText(picture.told_title)
        self.told_title.setVisible(bool(picture.told))
        self._told.fill(picture.told)

    def focus_first(self) -> bool:
        """The first fact that can still be shared with this department."""
        return self.focus_fact(next((each.ref for each in self.mine if each.share.isVisible()), None))

    def focus_fact(self, ref: FactRef | None) -> bool:
        for each in self.mine:
            if each.ref == ref and each.share.isVisible():
                self.area.reveal(each)
                each.share.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _make_own(self) -> OwnFactRow:
        made = OwnFactRow()
        made.shared.connect(partial(self.share_asked.emit))
        return made
