"""Boxes for a seat code on the page of the class code: both go along together, for only the class has a certificate."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present.home import CodeSays
from sandgame.present.join import JoinPicture
from sandgame.ui.kit.cards import column
from sandgame.ui.kit.fields import CodeField, FaultLine
from sandgame.ui.kit.labels import Label


class CodeFault(FaultLine):
    """What is amiss with the code in its field, beside it; gone with the next sign that is taken."""

    def __init__(self, field: CodeField) -> None:
        super().__init__()
        self._field = field
        self._says: CodeSays | None = None
        field.code_changed.connect(lambda _code: self.set_fault(""))
        field.fell_short.connect(self.say_short)
        field.sign_refused.connect(self.say_no_sign)

    def speak(self, says: CodeSays) -> None:
        if says != self._says:
            self._says = says
            self.set_fault("")

    def say_no_sign(self) -> None:
        self.set_fault(self._says.no_sign if self._says is not None else "")

    def say_short(self) -> None:
        """How many signs are missing; the keyboard is there to type them."""
        self.set_fault(self._says.short(len(self._field.code())) if self._says is not None else "")
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)


class SeatBoxes(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field = CodeField(large=True)
        self.fault = CodeFault(self.field)
        self._title = Label(role="label", weight=700)
        self._line = Label(role="caption", tone="text_secondary", wraps=True)
        inside = column(self, margins=(0, 4, 0, 0), gap=4)
        for widget in (self._title, self._line, self.field, self.fault):
            inside.addWidget(widget)

    def show_texts(self, page: JoinPicture) -> None:
        self._title.setText(page.seat)
        self._line.setText(page.seat_line)
        self.field.setAccessibleName(page.seat)
        self.fault.speak(page.seat_says)

    def clear(self) -> None:
        self.field.set_code("")
        self.fault.set_fault("")
