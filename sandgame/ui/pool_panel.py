"""The pool below the board: its hours as blocks, my claim, a card a claimant with its share, what no deal costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.present.pool import ClaimantPicture, PoolPicture
from sandgame.present.shell import NOBODY
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.hours import BlocksWidget
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows


class ClaimantCard(Card):
    share_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__(corner=8)
        self._seat = 0
        layout = row(self, margins=(10, 7, 10, 7), gap=8)
        self.badge = BadgeWidget(NOBODY, 22)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = Label("", "body", weight=700)
        self.line = Label("", "caption", "text_secondary")
        words.addWidget(self.name)
        words.addWidget(self.line)
        layout.addWidget(self.badge)
        layout.addLayout(words, 1)
        self.state = Tag()
        self.share = Stepper(0, 9, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.share)
        self.share.value_changed.connect(self._on_share)

    def show_claimant(self, picture: ClaimantPicture, dividing: bool) -> None:
        self._seat = picture.seat
        self.badge.set_picture(picture.badge)
        self.name.setText(picture.name)
        self.line.setText(picture.line)
        self.state.set_tag(picture.state, picture.tone, picture.state_icon)
        self.state.setVisible(bool(picture.state))
        self.share.set_range(0, picture.most)
        self.share.set_value(picture.share)
        self.share.setVisible(dividing)
        self.share.setAccessibleName(f"{picture.name} {picture.line}")
        self.setAccessibleName(f"{picture.name} {picture.line} {picture.state}")

    def _on_share(self, hours: int) -> None:
        self.share_changed.emit(self._seat, hours)


class PoolPanel(Card):
    claim_changed = Signal(int)
    claim_asked = Signal()
    share_changed = Signal(int, int)
    propose_asked = Signal()
    agree_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=12)
        self._dividing = False
        layout = column(self, margins=(14, 10, 14, 10), gap=7)
        head = row(gap=10)
        self.title = Label("", "label", weight=700)
        self.row = BlocksWidget()
        self.row.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.hours = Tag()
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.label = Label("", "body")
        self.claim = Stepper(0, 9, 0)
        self.claim_button = SecondaryButton(size="small")
        for widget in (self.title, self.hours, self.row):
            head.addWidget(widget)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        for control in (self.label, self.claim, self.claim_button):
            head.addWidget(control)
        layout.addLayout(head)
        self.warning = Label("", "caption", "caution", weight=600, wraps=True, icon="hourglass")
        layout.addWidget(self.warning)
        cards = row(gap=10)
        self._cards: Rows[ClaimantPicture, ClaimantCard] = Rows(cards, self._make_card, self._show_card)
        layout.addLayout(cards)
        layout.addLayout(self._foot())
        self.fault = FaultLine()
        layout.addWidget(self.fault)
        self.claim.value_changed.connect(self.claim_changed)
        self.claim_button.clicked.connect(self.claim_asked)

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        self.note = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.propose = SecondaryButton(size="small")
        self.agree = PrimaryButton("", "check", size="small")
        foot.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.propose)
        foot.addWidget(self.agree)
        self.propose.clicked.connect(self.propose_asked)
        self.agree.clicked.connect(self.agree_asked)
        return foot

    @property
    def cards(self) -> list[ClaimantCard]:
        return self._cards.widgets

    def show_pool(self, picture: PoolPicture) -> None:
        self._dividing = picture.dividing
        self.title.setText(picture.title)
        self.hours.set_tag(picture.hours)
        self.line.setText(picture.line)
        self.row.set_picture(picture.row)
        self.warning.setText(picture.warning)
        self.warning.setVisible(bool(picture.warning))
        self._cards.fill(picture.cards)
        self.label.setText(picture.claim_label)
        self.claim.set_range(0, picture.most)
        self.claim.set_value(picture.claim)
        self.claim.setAccessibleName(picture.claim_label)
        self.claim_button.setText(picture.claim_button)
        self.claim_button.setEnabled(picture.can_claim)
        self.propose.setText(picture.propose)
        self.propose.setVisible(picture.dividing)
        self.propose.setEnabled(picture.can_propose)
        self.agree.setText(picture.agree)
        self.agree.setVisible(picture.dividing)
        self.agree.setEnabled(picture.can_agree)
        self.note.setText(picture.note)

    def focus_first(self) -> None:
        target: QWidget = self.agree if self.agree.isVisible() and self.agree.isEnabled() else self.claim
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_card(self) -> ClaimantCard:
        made = ClaimantCard()
        made.share_changed.connect(self.share_changed)
        return made

    def _show_card(self, card: ClaimantCard, picture: ClaimantPicture) -> None:
        card.show_claimant(picture, self._dividing)
