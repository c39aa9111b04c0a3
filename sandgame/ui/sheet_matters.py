"""Cards for what waits beside the sheets: a meeting, new terms, a line before the general manager; and escalating."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from sandgame.present.escalation import LONGEST_REASON, EscalatePicture
from sandgame.present.matters import MatterPicture
from sandgame.present.shell import NOBODY
from sandgame.ui.flow import Flow
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row, stacked
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.rows import Rows


class MatterCard(Card):
    """`answered` carries the matter, whether it was agreed to, and the reason that was written.

    Above a sheet that waits for answers too it may be folded to its title and its buttons.
    """

    answered = Signal(object, bool, str)

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._folds = False
        self.picture: MatterPicture | None = None
        layout = column(self, margins=(11, 8, 11, 9), gap=5)
        head = row(gap=8)
        self.badge = BadgeWidget(NOBODY, 22)
        self.title = Label("", "body", weight=700, wraps=True)
        self.text = Label("", "caption", "text_secondary", wraps=True)
        words = stacked(self.title, self.text, gap=1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.toggle = FlatButton("", "chevron-down", size="small")
        head.addLayout(words, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        quotes = QVBoxLayout()
        quotes.setSpacing(2)
        self._quotes: Rows[str, Label] = Rows(quotes, _quote, Label.setText)
        layout.addLayout(quotes)
        self.state = Label("", "caption", weight=600, wraps=True)
        layout.addWidget(self.state)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_REASON)
        set_ring(self.field, corner=7)
        layout.addWidget(self.field)
        self.yes = PrimaryButton("", "check", size="small")
        self.no = SecondaryButton("", "x", size="small")
        self._buttons = Flow(gap=8, line_gap=5)
        self._buttons.fill([self.yes, self.no])
        layout.addWidget(self._buttons)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_fold)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.field.returnPressed.connect(self._on_yes)

    @property
    def quotes(self) -> list[Label]:
        return self._quotes.widgets

    def show_matter(self, picture: MatterPicture) -> None:
        if self.picture is None or picture.key != self.picture.key:
            self.field.clear()
            self.toggle.setChecked(False)
        self.picture = picture
        self.badge.set_picture(picture.badge)
        self.title.setText(picture.title)
        self.text.setText(picture.text)
        self._show_fold()
        self._quotes.fill(picture.quotes)
        self.state.setText(picture.state)
        self.state.set_icon(picture.state_icon)
        self.state.set_tone("text_secondary" if picture.tone == "plain" else picture.tone)
        self.state.setVisible(bool(picture.state))
        self.field.setPlaceholderText(picture.hint)
        self.field.setAccessibleName(picture.hint)
        self.field.setVisible(bool(picture.hint))
        for button, text in ((self.yes, picture.yes), (self.no, picture.no)):
            button.setText(text)
            button.setVisible(bool(text))
        self._buttons.setVisible(bool(picture.yes or picture.no))
        self.yes.set_icon("send" if picture.hint else "check")
        self.no.set_icon("x" if picture.asks_me else "undo-2")
        self.set_ground("info" if picture.asks_me else "subtle")
        self.setAccessibleName(picture.spoken)

    def set_folds(self, folds: bool) -> None:
        """Whether it lies above other things that wait."""
        self._folds = folds
        self._show_fold()

    def _show_fold(self) -> None:
        picture = self.picture
        if picture is None:
            return
        can, opened = self._folds and bool(picture.unfold), self.toggle.isChecked()
        self.toggle.setVisible(can)
        self.toggle.set_icon("chevron-up" if opened else "chevron-down")
        self.toggle.setToolTip(picture.fold if opened else picture.unfold)
        self.toggle.setAccessibleName(f"{self.toggle.toolTip()} {picture.title}")
        self.text.setVisible(bool(picture.text) and (opened or not can))
        self.title.setToolTip(picture.text if self.text.isHidden() else "")

    def focus_first(self) -> bool:
        """Where the user would begin; False if nothing is asked of them here."""
        if self.picture is None or not self.picture.asks_me:
            return False
        (self.field if self.picture.hint else self.yes).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_yes(self) -> None:
        self.answered.emit(self.picture, True, self.field.text().strip())

    def _on_no(self) -> None:
        self.answered.emit(self.picture, False, "")


def _quote() -> Label:
    return Label("", "caption", wraps=True)


class EscalateCard(Card):
    """Why a line should be decided by the general manager: one line to write, then it is asked about once."""

    asked = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__(ground="ask", corner=8)
        layout = column(self, margins=(11, 8, 11, 9), gap=6)
        self.title = Label("", "body", weight=700, wraps=True, icon="corner-left-up")
        self.note = Label("", "caption", "text_secondary", wraps=True)
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_REASON)
        set_ring(self.field, corner=7)
        self.fault = FaultLine()
        buttons = row(gap=8)
        self.go = PrimaryButton("", "corner-left-up", size="small")
        self.back = SecondaryButton(size="small")
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        for widget in (self.title, self.note, self.field, self.fault):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.go.clicked.connect(self._on_go)
        self.field.returnPressed.connect(self._on_go)
        self.back.clicked.connect(self.dropped)

    def show_escalate(self, picture: EscalatePicture | None) -> None:
        shown = picture is not None and bool(picture.title)
        self.setVisible(shown)
        if picture is None or not shown:
            return
        self.title.setText(picture.title)
        self.note.setText(picture.note)
        self.field.setPlaceholderText(picture.hint)
        self.field.setAccessibleName(f"{picture.hint} {picture.title}")
        self.go.setText(picture.go)
        self.back.setText(picture.back)

    def _on_go(self) -> None:
        self.asked.emit(self.field.text().strip())
