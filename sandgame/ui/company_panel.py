"""The dock's coordination meeting: warnings, orders and requests of the whole table, in its weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.company import CompanyPart, CompanyRow, MeetingPicture
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll


class CompanyRowWidget(QWidget):
    def __init__(self) -> None:
        super().__init__()
        across = row(self, gap=6)
        self.first, self.second = BadgeWidget(NOBODY, 20), BadgeWidget(NOBODY, 20)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label("", "body", weight=600, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        words.addWidget(self.title)
        words.addWidget(self.line)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.due = Label("", "caption", weight=600)
        self.state = Label("", "caption", "text_secondary")
        right.addWidget(self.due, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.state, 0, Qt.AlignmentFlag.AlignRight)
        right.addStretch(1)
        for badge in (self.first, self.second):
            across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)
        across.addLayout(right)

    def show_row(self, picture: CompanyRow) -> None:
        self.first.set_picture(picture.first)
        if picture.second is not None:
            self.second.set_picture(picture.second)
        self.second.setVisible(picture.second is not None)
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.due.setText(picture.due)
        self.due.setVisible(bool(picture.due))
        self.state.setText(picture.state)
        self.state.set_tone("text_secondary" if picture.tone == "plain" else picture.tone)
        self.state.setVisible(bool(picture.state))
        self.setAccessibleName(picture.spoken)


class CompanyPartWidget(QWidget):
    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=6)
        self.title = Label("", "label", weight=700)
        self.empty = Label("", "caption", "text_secondary", wraps=True)
        layout.addWidget(self.title)
        layout.addWidget(self.empty)
        self.rows: Rows[CompanyRow, CompanyRowWidget] = Rows(layout, CompanyRowWidget, CompanyRowWidget.show_row)

    def show_part(self, part: CompanyPart) -> None:
        self.title.setText(part.title)
        self.empty.setText(part.empty)
        self.empty.setVisible(not part.rows)
        self.rows.fill(part.rows)


class CompanyPanel(QWidget):
    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.area = Scroll(margins=(12, 9, 12, 10), gap=12)
        self.note = Label("", "caption", "text_secondary", wraps=True, icon="users")
        self.area.column.insertWidget(0, self.note)
        self._parts: Rows[CompanyPart, CompanyPartWidget] = Rows(
            self.area.column, CompanyPartWidget, CompanyPartWidget.show_part
        )
        layout.addWidget(self.area, 1)

    @property
    def parts(self) -> list[CompanyPartWidget]:
        return self._parts.widgets

    def show_meeting(self, picture: MeetingPicture) -> None:
        self.note.setText(picture.note)
        self._parts.fill(picture.parts)

    def focus_first(self) -> bool:
        """Nothing to do here: it is for reading."""
        return False
