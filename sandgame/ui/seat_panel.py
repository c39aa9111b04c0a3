"""Beside the tables of a class: the seat that is chosen, how many sit there, and sit down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.class_seats import SeatListPicture
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.scroller import Scroller


class SeatPanel(Card):
    """The seat that is chosen, how many sit there, and sit down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badge = BadgeWidget(side=40)
        self.title = Label(role="heading", wraps=True)
        self.line = Label(role="body", tone="text_secondary", wraps=True)
        self.note = Label(role="body", wraps=True, icon="info", icon_tone="info")
        self.people_title = Label(role="label")
        self.people = Segmented()
        self.people_line = Label(role="caption", tone="text_secondary", wraps=True)
        self.late = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self.anywhere = SecondaryButton("", "shuffle")
        self.seat_code = LinkButton("", "ticket", size="small")
        self.go = PrimaryButton("", "arrow-right", size="large")
        self.go.set_key("F9")
        for button in (self.anywhere, self.go):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out()

    def _lay_out(self) -> None:
        self._who = Card(self, ground="subtle", corner=9)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.line)
        who = row(self._who, margins=(16, 12, 16, 12), gap=12)
        who.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        inner = QWidget()
        inside = column(inner, margins=(16, 12, 16, 10), gap=8)
        for widget in (self.note, self.people_title, self.people, self.people_line, self.late):
            inside.addWidget(widget)
        inside.addStretch(1)
        inside.addWidget(self.anywhere)
        inside.addWidget(self.seat_code, 0, Qt.AlignmentFlag.AlignLeft)
        outer = column(self, margins=(1, 1, 1, 0), gap=0)
        outer.addWidget(self._who)
        outer.addWidget(Scroller(inner), 1)
        outer.addWidget(Divider())
        foot = QWidget()
        column(foot, margins=(16, 12, 16, 14)).addWidget(self.go)
        outer.addWidget(foot)

    def show_page(self, page: SeatListPicture, people: int) -> None:
        self._badge.setVisible(page.chosen is not None)
        if page.chosen is not None:
            self._badge.set_picture(page.chosen)
        self._who.set_ground("soft" if page.chosen is not None else "subtle")
        self._who.set_slot(page.chosen.slot if page.chosen is not None else None)
        self.title.setText(page.chosen_title)
        self.line.setText(page.chosen_line)
        for label, text in (
            (self.note, page.chosen_note),
            (self.people_title, page.people_title if page.people else ""),
            (self.people_line, page.people_line if page.people else ""),
            (self.late, page.late),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.people.setVisible(bool(page.people))
        self.people.set_options([(text, "users" if place else "user") for place, text in enumerate(page.people)])
        if page.people:
            self.people.set_index(people - 1)
            self.people.setAccessibleName(page.people_title)
        self.anywhere.setText(page.any_text)
        self.anywhere.setVisible(bool(page.any_text))
        self.seat_code.setText(page.seat_code)
        self.go.setText(page.go)
        self.go.setEnabled(page.can_go)
