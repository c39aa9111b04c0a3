"""The dock's loans: what is asked of me, what I asked, and a form for a new one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.lending import LendPicture, LoanDraft, LoanPicture
from sandgame.present.shell import NOBODY
from sandgame.rules.ids import SeatId
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows
from sandgame.ui.scrolls import Scroll
from sandgame.ui.tabs_of_badges import BadgeTabs


class LoanCard(Card):
    answered = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._loan = 0
        layout = column(self, margins=(11, 8, 11, 8), gap=6)
        head = row(gap=8)
        self.badge = BadgeWidget(NOBODY, 24)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = Label("", "body", weight=700, wraps=True)
        self.line = Label("", "caption", "text_secondary")
        words.addWidget(self.title)
        words.addWidget(self.line)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout.addLayout(head)
        foot = row(gap=8)
        self.state = Tag()
        self.agree = PrimaryButton("", "check", size="small")
        self.refuse = SecondaryButton("", "x", size="small")
        for widget in (self.state, self.agree, self.refuse):
            foot.addWidget(widget)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.agree.clicked.connect(self._on_agree)
        self.refuse.clicked.connect(self._on_refuse)

    def show_loan(self, picture: LoanPicture) -> None:
        self._loan = picture.loan
        self.badge.set_picture(picture.badge)
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.state.set_tag(picture.state, picture.tone, picture.state_icon)
        self.state.setVisible(bool(picture.state))
        for button, text in ((self.agree, picture.agree), (self.refuse, picture.refuse)):
            button.setText(text)
            button.setVisible(picture.asks_me)
        self.set_chosen(picture.asks_me)
        self.setAccessibleName(f"{picture.title} {picture.line} {picture.state}")

    def _on_agree(self) -> None:
        self.answered.emit(self._loan, True)

    def _on_refuse(self) -> None:
        self.answered.emit(self._loan, False)


class LendPanel(QWidget):
    answered = Signal(int, bool)
    draft_changed = Signal(object)
    propose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._draft: LoanDraft | None = None
        layout = column(self, margins=(0, 0, 0, 0), gap=0)
        self.area = Scroll(gap=0)
        self.intro = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.empty = EmptyState("", "", "hand-helping")
        head = column(margins=(12, 10, 12, 10), gap=8)
        head.addWidget(self.intro)
        head.addWidget(self.empty)
        self.area.column.insertLayout(0, head)
        self._loans: Rows[LoanPicture, LoanCard] = Rows(head, self._make_loan, LoanCard.show_loan)
        # in a low window the form scrolls with the loans: neither takes the other's room
        self.area.column.addWidget(Divider())
        layout.addWidget(self.area, 1)
        foot = column(margins=(12, 9, 12, 11), gap=8)
        self.form_title = Label("", "label", weight=700)
        self.way = Segmented()
        self.others = BadgeTabs((0, 0, 0, 0))
        self.hours = Stepper(2, 4, 4)
        self.outcome = Label("", "caption", wraps=True, icon="clock")
        self.fault = FaultLine()
        self.propose = PrimaryButton("", "send")
        self.propose.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.form_title, self.way, self.others, self.hours, self.outcome, self.fault, self.propose):
            foot.addWidget(widget)
        self.area.column.addLayout(foot)
        self.way.index_changed.connect(self._on_way)
        self.others.chosen.connect(self._on_other)
        self.hours.value_changed.connect(self._on_hours)
        self.propose.clicked.connect(self.propose_asked)

    @property
    def loans(self) -> list[LoanCard]:
        return self._loans.widgets

    def show_lend(self, picture: LendPicture) -> None:
        self._draft = picture.draft
        self.intro.setText(picture.intro)
        self.empty.set_texts("", picture.empty)
        self.empty.setVisible(not picture.loans)
        self._loans.fill(picture.loans)
        self.form_title.setText(picture.form_title)
        self.way.set_options(((picture.borrow, "arrow-down-left"), (picture.lend, "arrow-up-right")))
        self.way.set_index(1 if picture.draft.lend else 0)
        self.others.show_tabs([(seat, badge, name, False) for seat, badge, name in picture.others], picture.draft.other)
        self.hours.set_range(picture.least, picture.most)
        self.hours.set_pattern(picture.hours_text.replace(str(picture.draft.hours), "{}", 1))
        self.hours.set_value(picture.draft.hours)
        self.hours.setAccessibleName(picture.form_title)
        self.outcome.setText(picture.outcome)
        self.propose.setText(picture.propose)

    def focus_first(self) -> bool:
        waiting = next((card.agree for card in self.loans if card.agree.isVisible()), None)
        target: QWidget = waiting or self.hours
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _make_loan(self) -> LoanCard:
        made = LoanCard()
        made.answered.connect(self.answered)
        return made

    def _on_way(self, index: int) -> None:
        if self._draft is not None:
            self.draft_changed.emit(replace(self._draft, lend=index == 1))

    def _on_other(self, seat: int) -> None:
        if self._draft is not None:
            self.draft_changed.emit(replace(self._draft, other=SeatId(seat)))

    def _on_hours(self, hours: int) -> None:
        if self._draft is not None:
            self.draft_changed.emit(replace(self._draft, hours=hours))
