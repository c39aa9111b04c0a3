"""Role questions on the sand: the neighbour, two cards of options, and why they are asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import RIGHT, Paragraph, put_line
from sandgame.present.role_questions import Option, OptionState, QuestionCard, QuestionsPicture
from sandgame.ui.kit.cards import Card, Divider, PanelHeader, column, row, stacked
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.low_board import LowBoard

_LOOKS: dict[OptionState, tuple[str, str, str, float]] = {
    "open": ("circle", "control_border", "surface", 1.0),
    "chosen": ("circle-dot", "primary", "info_bg", 2.0),
    "right": ("circle-check", "positive", "positive_bg", 2.0),
    "wrong": ("circle-x", "negative", "negative_bg", 2.0),
    "other": ("circle", "control_border", "surface", 1.0),
}
"""Icon, colour of sign and border, ground, width of the border."""


class OptionButton(QAbstractButton, Themed):
    """One option: chosen by click, Space or Enter; after the answer it says whether it was right."""

    def __init__(self, option: Option, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        self.setText(option.text)
        self.setAccessibleName(option.spoken)
        self.setCheckable(True)
        self.setChecked(option.state == "chosen")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        high_as_needed(self)
        self.setEnabled(option.state in ("open", "chosen"))
        set_ring(self, corner=8)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _words(self) -> Paragraph:
        strong = self.option.state in ("chosen", "right")
        return Paragraph(self.option.text, current_look(), "label", 700 if strong else 400)

    def _told(self) -> float:
        return current_look().width(self.option.told, "caption", 600) + 10 if self.option.told else 0.0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = max(30.0, width - 54 - self._told())
        return round(max(current_look().scaled(42), self._words().height(inner) + 16))

    def sizeHint(self) -> QSize:
        wide = round(min(self._words().natural_width(), 240) + 56 + self._told())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        longest = max((current_look().width(word, "label", 700) for word in self.option.text.split()), default=0)
        least = min(longest, self._words().natural_width()) if " " in self.option.text else 60
        return QSize(round(least + 56 + self._told()), round(current_look().scaled(42)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        icon, ink_token, ground, width = _LOOKS[self.option.state]
        ink = look.named(ink_token)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = self.underMouse() and self.isEnabled() and self.option.state == "open"
        painter.setBrush(look.colour.surface_subtle if hover else look.named(ground))
        painter.setPen(QPen(ink, width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        middle = self.height() / 2
        draw_icon(painter, icon, QRectF(13, middle - 9, 18, 18), ink)
        inner = self.width() - 54 - self._told()
        words = self._words()
        high = words.height(inner)
        words.draw(painter, QRectF(42, middle - high / 2, inner, high), look.colour.text)
        if self.option.told:
            right = QRectF(0, 0, self.width() - 13, self.height())
            put_line(painter, self.option.told, right, look, "caption", ink, align=RIGHT, weight=600)


class QuestionPanel(Card):
    """One question with its options; `chosen` carries an option's value."""

    chosen = Signal(str)

    def __init__(self, card: QuestionCard) -> None:
        super().__init__()
        self.buttons: list[OptionButton] = []
        lines = column(self, margins=(16, 10, 16, 12), gap=8)
        head = row(gap=8)
        head.addWidget(Label(card.number, "caption", "text_secondary"))
        head.addStretch(1)
        if card.verdict:
            icon, tone = ("check", "positive") if card.right else ("x", "negative")
            head.addWidget(Tag(card.verdict, "positive" if tone == "positive" else "negative", icon))
        lines.addLayout(head)
        lines.addWidget(Label(card.title, "title", wraps=True))
        grid = QGridLayout()
        grid.setSpacing(8)
        columns = 2 if card.key == "metric" else len(card.options)
        for number, option in enumerate(card.options):
            button = OptionButton(option)
            button.clicked.connect(partial(self._on_clicked, option.value))
            self.buttons.append(button)
            grid.addWidget(button, number // columns, number % columns)
        for at in range(columns):
            grid.setColumnStretch(at, 1)
        lines.addLayout(grid)
        if card.fact:
            fact = Card(ground="subtle", corner=8)
            column(fact, margins=(12, 8, 12, 8)).addWidget(Label(card.fact, "body", wraps=True, icon="lightbulb"))
            lines.addWidget(fact)

    def _on_clicked(self, value: str) -> None:
        self.chosen.emit(value)


class _Neighbour(LowBoard):
    """Two islands and what flows between them: low, so that both questions stay in sight."""

    def sizeHint(self) -> QSize:
        return QSize(758, 124)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 116)


class QuestionsCentre(QWidget):
    """The neighbour and me on the sand, below it the two cards. `chosen` carries the card's key and the value."""

    chosen = Signal(str, str)

    def __init__(self, picture: QuestionsPicture) -> None:
        super().__init__()
        lines = column(self, margins=(0, 0, 0, 0), gap=10)
        self.board = _Neighbour(picture.board)
        lines.addWidget(self.board, 1)
        self.panels: dict[str, QuestionPanel] = {}
        for card in picture.cards:
            panel = QuestionPanel(card)
            panel.chosen.connect(partial(self.chosen.emit, card.key))
            self.panels[card.key] = panel
            lines.addWidget(panel)

    def focused(self) -> tuple[str, str] | None:
        """The card and the option that the keyboard is on."""
        return next(
            ((key, button.option.value) for key, panel in self.panels.items() for button in panel.buttons
             if button.hasFocus()),
            None,
        )  # fmt: skip

    def focus_option(self, key: str, value: str) -> None:
        for button in self.panels[key].buttons:
            if button.option.value == value and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)


def why_dock(picture: QuestionsPicture) -> Card:
    """Why these questions are asked, and who sees the answers."""
    made = Card()
    lines = column(made, margins=(1, 1, 1, 1), gap=0)
    lines.addWidget(PanelHeader(picture.why_title, "route"))
    inner = column(margins=(14, 12, 14, 12), gap=10)
    inner.addWidget(Label(picture.why, "label", weight=400, wraps=True))
    for icon, title, line in picture.facts:
        fact = Card()
        across = row(fact, margins=(12, 9, 12, 9), gap=12)
        across.addWidget(Icon(icon, 18))
        words = stacked(
            Label(title, "body", weight=700, wraps=True), Label(line, "caption", "text_secondary", wraps=True), gap=1
        )
        across.addLayout(words, 1)
        inner.addWidget(fact)
    lines.addLayout(inner)
    lines.addStretch(1)
    lines.addWidget(Divider())
    foot = QVBoxLayout()
    foot.setContentsMargins(14, 10, 14, 12)
    foot.addWidget(Label(picture.foot, "caption", "text_secondary", wraps=True))
    lines.addLayout(foot)
    return made
