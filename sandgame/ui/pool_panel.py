"""The pool below the board: its hours as blocks, my claim, a card a claimant with its share, what no deal costs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from sandgame.present.pool import ClaimantPicture, PoolPicture
from sandgame.present.shell import NOBODY
from sandgame.ui.divided_row import DividedRow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.tag import Tag
from sandgame.ui.rows import Rows, drop


class ClaimantCard(Card):
    share_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__(corner=8)
        self._seat = 0
        layout = column(self, margins=(10, 7, 10, 7), gap=4)
        self.badge = BadgeWidget(NOBODY, 22)
        self.name = Label("", "body", weight=700)
        self.share = Stepper(0, 9, 0)
        self.line = Label("", "caption", "text_secondary")
        self.state = Tag(quiet=True)
        upper, lower = row(gap=8), row(gap=8)
        upper.addWidget(self.badge)
        upper.addWidget(self.name)
        upper.addStretch(1)
        upper.addWidget(self.share)
        lower.addWidget(self.line)
        lower.addStretch(1)
        lower.addWidget(self.state)
        layout.addLayout(upper)
        layout.addLayout(lower)
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


class ShareMark(QWidget):
    """A claimant and what the division gives it, in a row."""

    def __init__(self) -> None:
        super().__init__()
        across = row(self, gap=5)
        self.badge = BadgeWidget(NOBODY, 22)
        self.hours = Label("", "body", weight=700)
        across.addWidget(self.badge)
        across.addWidget(self.hours)

    def show_claimant(self, picture: ClaimantPicture) -> None:
        self.badge.set_picture(picture.badge)
        self.hours.setText(str(picture.share))
        self.setToolTip(f"{picture.name} {picture.line} {picture.state}".strip())
        self.setAccessibleName(self.toolTip())


class FoldedPool(QWidget):
    """The division in one row, for a low window: who gets what, what no deal costs, agree, and the whole of it."""

    agree_asked = Signal()
    unfold_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        across = row(self, gap=12)
        self.title = Label("", "label", weight=700)
        self.hours = Tag()
        self.marks_row = row(gap=12)
        self._marks: Rows[ClaimantPicture, ShareMark] = Rows(self.marks_row, ShareMark, ShareMark.show_claimant)
        self.warning = Tag()
        self.agree = PrimaryButton("", "check", size="small")
        self.unfold = SecondaryButton(size="small")
        across.addWidget(self.title)
        across.addWidget(self.hours)
        across.addLayout(self.marks_row)
        across.addStretch(1)
        for widget in (self.warning, self.agree, self.unfold):
            across.addWidget(widget)
        self.agree.clicked.connect(self.agree_asked)
        self.unfold.clicked.connect(self.unfold_asked)

    def show_pool(self, picture: PoolPicture) -> None:
        self.title.setText(picture.title)
        self.hours.set_tag(picture.hours)
        self._marks.fill(picture.cards)
        self.warning.set_tag(picture.warning_short, "caution", "hourglass")
        self.warning.setToolTip(picture.warning)
        self.warning.setVisible(bool(picture.warning_short))
        self.agree.setText(picture.agree)
        self.agree.setVisible(picture.can_agree)
        self.unfold.setText(picture.unfold)


class PoolPanel(Card):
    claim_changed = Signal(int)
    claim_asked = Signal()
    share_changed = Signal(int, int)
    propose_asked = Signal()
    agree_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=12)
        self._low, self._unfolded = False, False
        self._picture: PoolPicture | None = None
        outer = column(self, margins=(14, 10, 14, 10), gap=0)
        self.folded = FoldedPool()
        self.whole = QWidget()
        outer.addWidget(self.folded)
        outer.addWidget(self.whole)
        layout = column(self.whole, margins=(0, 0, 0, 0), gap=7)
        layout.addLayout(self._head())
        self.warning = Label("", "caption", "caution", weight=600, wraps=True, icon="hourglass")
        layout.addWidget(self.warning)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self.cards: list[ClaimantCard] = []
        layout.addLayout(self._grid)
        layout.addLayout(self._foot())
        self.fault = FaultLine()
        layout.addWidget(self.fault)
        self.claim.value_changed.connect(self.claim_changed)
        self.claim_button.clicked.connect(self.claim_asked)
        self.row.share_changed.connect(self.share_changed)
        self.folded.agree_asked.connect(self.agree_asked)
        self.folded.unfold_asked.connect(self._on_fold)
        self.fold.clicked.connect(self._on_fold)
        self.folded.hide()

    def _head(self) -> QHBoxLayout:
        """What there is to share, and one's own claim to it."""
        head = row(gap=10)
        self.title = Label("", "label", weight=700)
        self.row = DividedRow()
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
        return head

    def set_low(self, low: bool) -> None:
        """In a low window a division takes one row until it is opened."""
        self._low = low
        self._arrange()

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self._arrange()
        (self.fold if self._unfolded else self.folded.unfold).setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        can_fold = self._low and self._picture is not None and self._picture.dividing
        self.folded.setVisible(can_fold and not self._unfolded)
        self.whole.setVisible(not can_fold or self._unfolded)
        self.fold.setVisible(can_fold)

    def _foot(self) -> QHBoxLayout:
        foot = row(gap=8)
        self.note = Label("", "caption", "text_secondary", wraps=True, icon="info")
        self.back = FlatButton(icon="undo-2", size="small")
        self.propose = SecondaryButton(size="small")
        self.agree = PrimaryButton("", "check", size="small")
        self.fold = FlatButton(icon="chevron-down", size="small")
        foot.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.back)
        foot.addWidget(self.propose)
        foot.addWidget(self.agree)
        foot.addWidget(self.fold)
        self.back.clicked.connect(self.back_asked)
        self.propose.clicked.connect(self.propose_asked)
        self.agree.clicked.connect(self.agree_asked)
        return foot

    def show_pool(self, picture: PoolPicture) -> None:
        self._picture = picture
        self.folded.show_pool(picture)
        self.fold.setToolTip(picture.fold)
        self.fold.setAccessibleName(picture.fold)
        self._arrange()
        self.title.setText(picture.title)
        self.hours.set_tag(picture.hours)
        self.line.setText(picture.line)
        self.row.show_row(picture.row, picture.cards if picture.drags else ())
        self.warning.setText(picture.warning)
        self.warning.setVisible(bool(picture.warning))
        self._show_cards(picture)
        self.label.setText(picture.claim_label)
        self.claim.set_range(0, picture.most)
        self.claim.set_value(picture.claim)
        self.claim.setAccessibleName(picture.claim_label)
        self.claim_button.setText(picture.claim_button)
        self.claim_button.setEnabled(picture.can_claim)
        self.back.setText(picture.back)
        self.back.setVisible(bool(picture.back))
        self.propose.setText(picture.propose)
        self.propose.setVisible(picture.dividing)
        self.propose.setEnabled(picture.can_propose)
        self.agree.setText(picture.agree)
        self.agree.setVisible(picture.dividing)
        self.agree.setEnabled(picture.can_agree)
        self.note.setText(picture.note)

    def focus_first(self) -> None:
        if self.folded.isVisible():
            first = self.folded.agree if self.folded.agree.isVisible() else self.folded.unfold
            first.setFocus(Qt.FocusReason.TabFocusReason)
            return
        target: QWidget = self.agree if self.agree.isVisible() and self.agree.isEnabled() else self.claim
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_cards(self, picture: PoolPicture) -> None:
        """Three a row."""
        while len(self.cards) > len(picture.cards):
            drop(self.cards.pop())
        while len(self.cards) < len(picture.cards):
            at = len(self.cards)
            card = ClaimantCard()
            card.share_changed.connect(self.share_changed)
            self.cards.append(card)
            self._grid.addWidget(card, at // 3, at % 3)
            card.show()
        for card, claimant in zip(self.cards, picture.cards, strict=True):
            card.show_claimant(claimant, picture.dividing)
