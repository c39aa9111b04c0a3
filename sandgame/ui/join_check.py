"""The connection check as a list: steps with their facts, then what helps, best first, with the address to type."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.present.doctor import DoctorPicture, HelpRow, StepRow
from sandgame.ui.kit.cards import Card, column, row, stacked
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows

_ICONS = {
    "ok": ("circle-check", "positive"),
    "failed": ("circle-x", "negative"),
    "waiting": ("circle-dashed", "text_tertiary"),
}

_FIELD = 196


class StepLine(QFrame):
    """One step: sign, what was looked at, its fact; red where it is stuck."""

    def __init__(self) -> None:
        super().__init__()
        self._failed = False
        self._icon = Icon("circle-dashed", 18)
        self.title = Label("", "label", wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        words = stacked(self.title, self.line)
        across = row(self, margins=(15, 7, 14, 8), gap=10)
        across.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(words, 1)

    def show_row(self, picture: StepRow) -> None:
        icon, tone = _ICONS[picture.state]
        self._icon.set_icon("loader" if picture.under_way else icon, tone)
        self._failed = picture.state == "failed"
        self.title.setText(f"**{picture.title}**" if picture.state != "waiting" else picture.title)
        self.title.set_tone("text" if picture.state != "waiting" else "text_secondary")
        self.line.setText(picture.line)
        self.line.setVisible(bool(picture.line))
        self.setAccessibleName(f"{picture.title}. {picture.line}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), current_look().colour
        if self._failed:
            painter.fillRect(self.rect().adjusted(1, 0, -1, -1), colour.negative_bg)
        painter.fillRect(1, 0, self.width() - 2, 1, colour.divider)


class _Number(QWidget):
    """1, 2, 3: the first stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._first = "", False
        self.setFixedSize(26, 26)

    def show_number(self, number: int) -> None:
        self._text, self._first = str(number), number == 1
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.primary if self._first else look.colour.surface_sunken)
        painter.drawEllipse(QRectF(self.rect()))
        ink = look.colour.on_primary if self._first else look.colour.text_secondary
        put_line(painter, self._text, QRectF(self.rect()), look, "body", ink, align=CENTRE, weight=700)


class HelpLine(QWidget):
    """One thing that helps; the address can be typed right here."""

    def __init__(self) -> None:
        super().__init__()
        self.number = _Number()
        self.title = Label("", "label", weight=700, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        self.field = TextField(longest=40)
        words = stacked(self.title, self.line)
        across = row(self, margins=(14, 8, 14, 8), gap=12)
        across.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(words, 1)
        across.addWidget(self.field, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_row(self, picture: HelpRow) -> None:
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.field.setVisible(picture.field)
        self.field.setFixedWidth(round(current_look().scaled(_FIELD)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(1, 0, self.width() - 2, 1, current_look().colour.divider)


class CheckPanel(QWidget, Themed):
    """Both cards, one below the other."""

    address_typed = Signal(str)
    """Enter in the field of a help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "label", weight=700, icon="stethoscope")
        self.now = Label("", "caption", "text_secondary")
        self.helps_title = Label("", "label", weight=700)
        self._hint = ""
        steps, self.helps_card = Card(), Card()
        self._steps: Rows[StepRow, StepLine]
        self._helps: Rows[HelpRow, HelpLine]
        inside = column(steps, margins=(0, 0, 0, 1), gap=0)
        head = row(margins=(14, 10, 14, 9), gap=8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.now)
        inside.addLayout(head)
        step_lines = QVBoxLayout()
        step_lines.setSpacing(0)
        self._steps = Rows(step_lines, StepLine, StepLine.show_row)
        inside.addLayout(step_lines)
        below = column(self.helps_card, margins=(0, 0, 0, 1), gap=0)
        helps_head = row(margins=(14, 9, 14, 9))
        helps_head.addWidget(self.helps_title)
        below.addLayout(helps_head)
        help_lines = QVBoxLayout()
        help_lines.setSpacing(0)
        self._helps = Rows(help_lines, self._make_help, HelpLine.show_row)
        below.addLayout(help_lines)
        outer = column(self, margins=(0, 0, 0, 0), gap=14)
        outer.addWidget(steps)
        outer.addWidget(self.helps_card)
        outer.addStretch(1)

    @property
    def fields(self) -> list[TextField]:
        return [line.field for line in self._helps.widgets if line.field.isVisibleTo(line)]

    @property
    def lines(self) -> list[StepLine]:
        return self._steps.widgets

    def show_check(self, picture: DoctorPicture, hint: str, name: str) -> None:
        self.title.setText(picture.title)
        self.now.setText(picture.now)
        self._steps.fill(picture.rows)
        self.helps_title.setText(picture.helps_title)
        self._helps.fill(picture.helps)
        for place, line in enumerate(self._helps.widgets, start=1):
            line.number.show_number(place)
            line.field.set_texts("", hint)
            if not line.field.text():
                line.field.set_text(picture.address)
            line.field.edit.setAccessibleName(name)
        self.helps_card.setVisible(bool(picture.helps))

    def _make_help(self) -> HelpLine:
        made = HelpLine()
        made.field.edit.returnPressed.connect(lambda: self.address_typed.emit(made.field.text()))
        return made

    def on_look_changed(self) -> None:
        self.updateGeometry()
