"""The page of who comes late: what the bot did in this seat so far, before the seat itself opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.late import LatePicture
from sandgame.present.pictures import LedgerRow
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.notice import OnSand
from sandgame.ui.rows import Rows
from sandgame.ui.text_grid import TextGrid


class _Row(Card):
    """A promise that is still open."""

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._badge = BadgeWidget(NOBODY, 26)
        self._title = Label("", "body", weight=700, wraps=True)
        self._line = Label("", "caption", "text_secondary", wraps=True)
        self._due = Label("", "caption", weight=700)
        self._state = Label("", "caption", "text_secondary")
        words, right = QVBoxLayout(), QVBoxLayout()
        for column_, labels in ((words, (self._title, self._line)), (right, (self._due, self._state))):
            column_.setSpacing(0)
            for label in labels:
                column_.addWidget(label)
        across = row(self, margins=(10, 5, 10, 5), gap=8)
        across.addWidget(self._badge)
        across.addLayout(words, 1)
        across.addLayout(right)

    def show_row(self, picture: LedgerRow) -> None:
        self._badge.set_picture(picture.badge)
        self._title.setText(picture.title)
        self._line.setText(picture.line)
        self._due.setText(picture.due)
        self._state.setText(picture.state_text)
        self.setAccessibleName(picture.spoken or f"{picture.title} {picture.line} {picture.due} {picture.state_text}")


class _Side(QWidget):
    """The open promises of one direction."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.title = Label("", "label", weight=700, icon=icon)
        self.none = Label("", "body", "text_secondary", wraps=True)
        lines = column(self, margins=(0, 0, 0, 0), gap=6)
        lines.addWidget(self.title)
        lines.addWidget(self.none)
        self.rows: Rows[LedgerRow, _Row] = Rows(lines, _Row, _Row.show_row)
        lines.addStretch(1)

    def show_side(self, title: str, rows: Sequence[LedgerRow], none: str) -> None:
        self.title.setText(title)
        self.none.setText(none)
        self.none.setVisible(not rows)
        self.rows.fill(rows)


class LateScreen(OnSand):
    go_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, 860)
        self._badge = BadgeWidget(NOBODY, 52)
        self.title = Label("", "heading", weight=700, wraps=True)
        self.line = Label("", "label", "text_secondary", weight=400, wraps=True)
        self.by_bot = Label("", "body", wraps=True, icon="bot")
        self.weeks_title = Label("", "label", weight=700, icon="scale")
        self.weeks = TextGrid(28, 2)
        self.mine, self.owed = _Side("arrow-up-right"), _Side("arrow-down-left")
        self.now_title = Label("", "body", "text_secondary")
        self.now = Label("", "title", weight=700, wraps=True)
        self.checks = Label("", "body", wraps=True)
        self.go = PrimaryButton("", "arrow-right", size="large")
        self.go.set_key("F9")
        self._lay_out()
        self.go.clicked.connect(self.go_asked)

    def _lay_out(self) -> None:
        inside = column(self.card, margins=(28, 18, 28, 20), gap=12)
        head = row(gap=16)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.title, self.line):
            words.addWidget(label)
        head.addLayout(words, 1)
        inside.addLayout(head)
        bot = Card(ground="info", corner=8)
        column(bot, margins=(12, 8, 12, 8)).addWidget(self.by_bot)
        inside.addWidget(bot)
        inside.addWidget(self.weeks_title)
        weeks = row()
        weeks.addLayout(self.weeks)
        weeks.addStretch(1)
        inside.addLayout(weeks)
        sides = row(gap=16)
        sides.addWidget(self.mine, 1)
        sides.addWidget(self.owed, 1)
        inside.addLayout(sides)
        ask = Card(ground="ask")
        asked = row(ask, margins=(14, 10, 14, 12), gap=12)
        now = QVBoxLayout()
        now.setSpacing(2)
        for label in (self.now_title, self.now, self.checks):
            now.addWidget(label)
        asked.addLayout(now, 1)
        asked.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(ask)

    def show_late(self, picture: LatePicture) -> None:
        self._badge.set_picture(picture.badge)
        for label, text in (
            (self.title, picture.title),
            (self.line, picture.line),
            (self.by_bot, picture.by_bot),
            (self.weeks_title, picture.weeks_title),
            (self.now_title, picture.now_title),
            (self.now, picture.now),
            (self.checks, " · ".join(picture.checks)),
        ):
            label.setText(text)
        self.checks.setVisible(bool(picture.checks))
        self.go.setText(picture.go)
        # a line for each figure, a column for each week
        lines = zip(picture.heads, *picture.weeks, strict=True) if picture.weeks else ()
        self.weeks.show_texts(tuple(lines), named=True)
        self.mine.show_side(picture.mine_title, picture.mine, picture.mine_none)
        self.owed.show_side(picture.owed_title, picture.owed, picture.owed_none)
        self.setAccessibleName(f"{picture.title}. {picture.by_bot}")

    def focus_first(self) -> None:
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_F9, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_asked.emit()
        else:
            super().keyPressEvent(event)
