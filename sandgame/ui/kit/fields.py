"""Fields to write in: a line of text with its fault below, and the six boxes of a join code."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look

CODE_SIGNS = re.compile(r"[A-HJKMNP-Z2-9]")
_BOX = (38, 46)
_GAP = 6
_MIDDLE_GAP = 19


class FaultLine(Label):
    """A fault beside its control: sign and sentence, in `negative`; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "caption", "negative", parent, weight=600, wraps=True, icon="circle-alert")
        self.hide()

    def set_fault(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))


class TextField(QWidget):
    """A label, a line to write in (36 px), and below it the fault, if any."""

    text_changed = Signal(str)

    def __init__(self, label: str = "", parent: QWidget | None = None, *, longest: int = 200) -> None:
        super().__init__(parent)
        self.label = Label(label, "caption", "text_secondary")
        self.edit = QLineEdit()
        self.edit.setMaxLength(longest)
        self.edit.textChanged.connect(self.text_changed)
        self.fault = FaultLine()
        set_ring(self.edit, corner=7)
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for part in (self.label, self.edit, self.fault):
            layout.addWidget(part)
        self.set_texts(label)

    def set_texts(self, label: str, hint: str = "") -> None:
        self.label.setText(label)
        self.label.setVisible(bool(label))
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(label or hint)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)

    def set_fault(self, text: str) -> None:
        """Shows what is wrong, "" if nothing."""
        self.fault.set_fault(text)
        self.edit.setProperty("fault", bool(text))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)


class CodeField(QWidget, Themed):
    """Six boxes; letters become capitals, signs that can be mistaken are left out, pasting fills all boxes."""

    code_changed = Signal(str)
    code_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, length: int = 6) -> None:
        super().__init__(parent)
        self._length = length
        self._code = ""
        self._fault = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, own=True)

    def code(self) -> str:
        return self._code

    def set_code(self, code: str) -> None:
        """What can be used of a text, without a signal."""
        self._code = "".join(CODE_SIGNS.findall(code.upper()))[: self._length]
        self._fault = False
        self.setAccessibleDescription(" ".join(self._code))
        self.update()

    def set_fault(self, fault: bool) -> None:
        self._fault = fault
        self.update()

    def _change(self, code: str) -> None:
        before = self._code
        self.set_code(code)
        if self._code != before:
            self.code_changed.emit(self._code)

    def on_look_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._length * _BOX[0] + (self._length - 2) * _GAP + _MIDDLE_GAP + 6, _BOX[1] + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._change(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Backspace:
            self._change(self._code[:-1])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self._code) == self._length:
            self.code_entered.emit(self._code)
        elif CODE_SIGNS.fullmatch(event.text().upper()):
            self._change(self._code + event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 3.0
        for number in range(self._length):
            if number == self._length // 2:
                dash = QRectF(left - _GAP, 3, _MIDDLE_GAP, _BOX[1])
                put_line(painter, "–", dash, look, "label", colour.text_secondary, align=CENTRE)
                left += _MIDDLE_GAP - _GAP
            box = QRectF(left, 3, *_BOX).adjusted(0.5, 0.5, -0.5, -0.5)
            here = self.hasFocus() and number == min(len(self._code), self._length - 1)
            ink = colour.negative if self._fault else colour.focus if here else colour.control_border
            painter.setBrush(colour.surface)
            painter.setPen(QPen(ink, 2.5 if here or self._fault else 1))
            painter.drawRoundedRect(box, 7, 7)
            if number < len(self._code):
                put_line(painter, self._code[number], box, look, "heading", colour.text, align=CENTRE)
            left += _BOX[0] + _GAP
