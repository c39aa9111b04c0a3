"""What customers asked me to change: their words, a week, "will do"; and what is promised already on either side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.wishes import ChangePicture, WishesPicture, WishKey, WishPicture
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, PanelHeader, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows


class WishRow(QWidget):
    week_changed = Signal(object, int)
    answered = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.key: WishKey | None = None
        across = row(self, gap=10)
        self._badge = BadgeWidget(None, 24)
        across.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        lines = column(right, margins=(0, 0, 0, 0), gap=7)
        across.addWidget(right, 1)
        said = Card(ground="subtle", corner=8)
        words = column(said, margins=(10, 6, 10, 7), gap=2)
        self._head = Label("", "caption", "text_secondary", wraps=True)
        self._words = Label("", "body", wraps=True)
        words.addWidget(self._head)
        words.addWidget(self._words)
        lines.addWidget(said)
        self._answer = Flow(gap=7)
        self._label = Label("", "body", "text_secondary")
        self.week = Stepper(1, 12, 1)
        self.go = PrimaryButton()
        self._answer.fill([self._label, self.week, self.go])
        lines.addWidget(self._answer)
        self._note = Label("", "caption", "text_secondary", wraps=True, icon="calendar-check")
        lines.addWidget(self._note)
        self.fault = FaultLine()
        lines.addWidget(self.fault)
        self.week.value_changed.connect(lambda week: self.week_changed.emit(self.key, week))
        self.go.clicked.connect(lambda: self.answered.emit(self.key, self.week.value()))

    def show_wish(self, wish: WishPicture, page: WishesPicture) -> None:
        if wish.key != self.key:
            self.key = wish.key
            self.fault.set_fault("")
        self.setAccessibleName(wish.spoken)
        self._badge.set_picture(wish.badge)
        self._head.setText(wish.head)
        self._words.setText(wish.words)
        self._label.setText(page.label)
        self.week.set_pattern(page.week)
        self.week.set_range(wish.first, wish.last)
        self.week.set_value(wish.by)
        self.week.setAccessibleName(page.label)
        self.go.setText(page.button)
        self.go.setAccessibleName(f"{page.button}: {wish.spoken}")
        self._answer.setVisible(wish.first <= wish.last)
        self._note.setText(wish.note)


class ChangeRow(QWidget):
    """One promise to change; its week at the end."""

    def __init__(self) -> None:
        super().__init__()
        across = row(self, gap=8)
        self._badge = BadgeWidget(None, 20)
        self._text = Label("", "body", wraps=True)
        self._due = Tag()
        across.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._text, 1)
        across.addWidget(self._due, 0, Qt.AlignmentFlag.AlignTop)

    def show_change(self, change: ChangePicture) -> None:
        self._badge.set_picture(change.badge)
        self._text.setText(change.text)
        self._due.set_tag(change.due, change.tone, "calendar")
        self.setAccessibleName(f"{change.text}, {change.due}")


class WishPanel(QWidget):
    week_changed = Signal(object, int)
    answered = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._picture: WishesPicture | None = None
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        self._head = PanelHeader("", "message-square-reply")
        self._count = Tag("", "negative")
        self._head.add(self._count)
        whole.addWidget(self._head)
        inside = QWidget()
        whole.addWidget(inside)
        lines = column(inside, margins=(12, 10, 12, 12), gap=12)
        wishes, changes = QWidget(), QWidget()
        self._wishes, self._changes = wishes, changes
        self.rows: Rows[WishPicture, WishRow] = Rows(
            column(wishes, margins=(0, 0, 0, 0), gap=12), self._make, self._show_wish
        )
        held = column(changes, margins=(0, 0, 0, 0), gap=8)
        self._changes_title = Label("", "caption", "text_secondary")
        held.addWidget(self._changes_title)
        self._change_rows: Rows[ChangePicture, ChangeRow] = Rows(held, ChangeRow, ChangeRow.show_change)
        lines.addWidget(wishes)
        lines.addWidget(changes)

    def show_wishes(self, picture: WishesPicture) -> None:
        self._picture = picture
        self._head.set_texts(picture.title if picture.wishes else picture.changes_title)
        self._count.set_tag(picture.count, "negative")
        self._count.setVisible(bool(picture.count))
        self.rows.fill(picture.wishes)
        self._wishes.setVisible(bool(picture.wishes))
        self._changes_title.setText(picture.changes_title)
        self._changes_title.setVisible(bool(picture.wishes))
        self._change_rows.fill(picture.changes)
        self._changes.setVisible(bool(picture.changes))

    def row(self, key: WishKey) -> WishRow | None:
        return next((each for each in self.rows.widgets if each.key == key), None)

    def _make(self) -> WishRow:
        made = WishRow()
        made.week_changed.connect(self.week_changed)
        made.answered.connect(self.answered)
        return made

    def _show_wish(self, row_: WishRow, wish: WishPicture) -> None:
        if self._picture is not None:
            row_.show_wish(wish, self._picture)
