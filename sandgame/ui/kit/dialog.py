"""Questions before what cannot be taken back: at most 480 wide, the safe answer is the default and has the focus."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from sandgame.paint.tokens import raw_tokens
from sandgame.ui.kit.buttons import Button, DestructiveButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, row, stacked
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.overlay import Overlay
from sandgame.ui.kit.themed import Themed, current_look

_WIDEST = 480
_MARGIN = 28


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a dialog. `go` is what the question asks about, `safe` the way back, `aside` a third way (left)."""

    id: str
    text: str
    kind: Literal["safe", "go", "destroy", "aside"] = "safe"
    icon: str = ""


def _button(choice: Choice) -> Button:
    made: Button
    match choice.kind:
        case "go":
            made = PrimaryButton(choice.text, choice.icon)
        case "destroy":
            made = DestructiveButton(choice.text, choice.icon)
        case _:
            made = SecondaryButton(choice.text, choice.icon)
    made.setAutoDefault(choice.kind == "safe")
    return made


class Dialog(Overlay, Themed):
    """Title = a question. Own widgets can be added below the text with `body`. Esc chooses the safe answer."""

    def __init__(
        self,
        question: str,
        text: str,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
        *,
        icon: str = "",
        tone: str = "caution",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(text)
        safe = next(choice for choice in choices if choice.kind == "safe")
        self.chosen = safe.id
        self._buttons: dict[str, Button] = {}
        self._outer, self._foot = QGridLayout(self), 0
        """`_foot`: from below the buttons to the foot of the window, while they are held there."""
        self._card = card = self._frame()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 18, 20, 18)
        inside.setSpacing(6)
        self.question = Label(question, "title", wraps=True)
        self.text = Label(text, "body", "text_secondary", wraps=True)
        self.text.setVisible(bool(text))
        inside.addLayout(self._head(icon, tone))
        self.body = QVBoxLayout()
        inside.addLayout(self.body)
        inside.addSpacing(8)
        inside.addLayout(self._button_row(choices))
        self._buttons[safe.id].setDefault(True)
        self._buttons[safe.id].setFocus()

    def _head(self, icon: str, tone: str) -> QHBoxLayout:
        head = row(gap=12)
        if icon:
            head.addWidget(Icon(icon, 22, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = stacked(self.question, self.text, gap=4)
        head.addLayout(words, 1)
        return head

    def _frame(self) -> Card:
        card = Card(corner=12)
        card.setFixedWidth(_WIDEST)
        shadow = QGraphicsDropShadowEffect(card)
        lift = raw_tokens()["elevation"]["dialog"]
        shadow.setOffset(0, lift["offsetY"])
        shadow.setBlurRadius(lift["blur"])
        shadow.setColor(QColor(lift["color"]))
        card.setGraphicsEffect(shadow)
        self._outer.addWidget(card, 0, 0)
        self._centre(card)
        return card

    def _centre(self, card: Card) -> None:
        self._foot = 0
        self._outer.setContentsMargins(_MARGIN, _MARGIN - 10, _MARGIN, _MARGIN + 10)
        self._outer.setAlignment(card, Qt.AlignmentFlag.AlignCenter)

    def hold_buttons(self) -> None:
        """Before what it says changes: the buttons stay under the hand that is about to press one, and the rest grows
        or shrinks above them; until the window has another size."""
        if self.isVisible() and not self._foot:
            self._foot = self.height() - self._card.geometry().bottom() - 1
            self._outer.setAlignment(self._card, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._foot:
            inside = self._card.layout()
            needed = inside.totalHeightForWidth(_WIDEST) if inside is not None else 0
            top = _MARGIN - 10
            # what no longer fits above them moves them: nothing is cut
            foot = max(_MARGIN, min(self._foot, self.height() - top - needed))
            self._outer.setContentsMargins(_MARGIN, top, _MARGIN, foot)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre(self._card)

    def _button_row(self, choices: Sequence[Choice]) -> QVBoxLayout:
        # texts of three long buttons may need two rows
        lines = QVBoxLayout()
        lines.setSpacing(8)
        across = row(gap=8)
        look = current_look()
        needed = sum(look.width(choice.text, "label", 600) + 60 for choice in choices)
        for choice in choices:
            button = _button(choice)
            button.clicked.connect(lambda _checked=False, answer=choice.id: self._on_chosen(answer))
            self._buttons[choice.id] = button
        for choice in (each for each in choices if each.kind == "aside"):
            across.addWidget(self._buttons[choice.id])
        if needed > _WIDEST - 40:
            across.addStretch(1)
            lines.addLayout(across)
            across = row(gap=8)
        across.addStretch(1)
        for choice in (each for each in choices if each.kind != "aside"):
            across.addWidget(self._buttons[choice.id])
        lines.addLayout(across)
        return lines

    def button(self, answer: str) -> Button:
        return self._buttons[answer]

    def _on_chosen(self, answer: str) -> None:
        self.chosen = answer
        self.accept()

    def ask(self) -> str:
        """Shows the question and waits; gives the id of the answer. The focus goes back to what had it."""
        parent = self.parentWidget()
        before = parent.window().focusWidget() if parent is not None else None
        self.exec()
        if before is not None and isValid(before):
            before.setFocus()
        return self.chosen


def ask(parent: QWidget, question: str, text: str, choices: Sequence[Choice], *, icon: str = "triangle-alert") -> str:
    """Asks once and gives the id of the answer."""
    dialog = Dialog(question, text, choices, parent, icon=icon)
    try:
        return dialog.ask()
    finally:
        dialog.deleteLater()
