"""Fields to write in: a line of text with its fault below, and the six boxes of a join code."""

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look

CODE_SIGNS = re.compile(r"[A-HJKMNP-Z2-9]")
_BOX = (38, 46)
_LARGE = (44, 52)
_GAP = 6
_MIDDLE_GAP = 19
_BETWEEN = "-–—·."
"""Typed along with a code as it stands on the screen; no sign of it, and nothing amiss."""


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
    fell_short = Signal()
    """Enter, with boxes still empty."""
    sign_refused = Signal()
    """A sign was typed that no code has, or nothing of what was pasted could be used."""

    def __init__(self, parent: QWidget | None = None, *, length: int = 6, large: bool = False) -> None:
        super().__init__(parent)
        self._length = length
        self._box = _LARGE if large else _BOX
        self._code = ""
        self._at = 0
        """The box that the next sign goes to."""
        self._selected = False
        """The next sign takes the place of all."""
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
        self._at = len(self._code)
        self._fault = self._selected = False
        self.setAccessibleDescription(" ".join(self._code))
        self.update()

    def is_full(self) -> bool:
        return len(self._code) == self._length

    def select_all(self) -> None:
        """The next sign begins a new code."""
        self._selected, self._at = bool(self._code), 0
        self.update()

    def set_fault(self, fault: bool) -> None:
        self._fault = fault
        self.update()

    def _change(self, code: str, at: int = -1) -> None:
        before = self._code
        self.set_code(code)
        self._at = len(self._code) if at < 0 else at
        if self._code != before:
            self.code_changed.emit(self._code)

    def _put(self, sign: str) -> None:
        if self._selected:
            self._change(sign)
        elif self._at < self._length:
            self._change(self._code[: self._at] + sign + self._code[self._at + 1 :], self._at + 1)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if CODE_SIGNS.search(text.upper()):
            self._change(text)
        elif text.strip():
            self.sign_refused.emit()

    def _take_out(self, at: int) -> None:
        if self._selected:
            self._change("")
        elif 0 <= at < len(self._code):
            self._change(self._code[:at] + self._code[at + 1 :], at)

    def _move(self, to: int) -> None:
        self._selected, self._at = False, max(0, min(to, len(self._code)))
        self.update()

    def on_look_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._length * self._box[0] + (self._length - 2) * _GAP + _MIDDLE_GAP + 6, self._box[1] + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._code),
        }
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif key == Qt.Key.Key_Backspace:
            self._take_out(self._at - 1)
        elif key == Qt.Key.Key_Delete:
            self._take_out(self._at)
        elif key in moves:
            self._move(moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._code:
            self.code_entered.emit(self._code) if self.is_full() else self.fell_short.emit()
        elif CODE_SIGNS.fullmatch(text.upper()):
            self._put(text)
        elif text.strip() and text.isprintable() and text not in _BETWEEN:
            self.sign_refused.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.is_full() and event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.select_all()
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks on a whole code means to type another one; two clicks go to one of its boxes."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.is_full():
            self.select_all()
        else:
            self._move(self._box_at(event.position().x()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._move(self._box_at(event.position().x()))

    def _box_at(self, x: float) -> int:
        return max(number for number in range(self._length) if number == 0 or self._left(number) <= x)

    def _left(self, number: int) -> float:
        return 3.0 + number * (self._box[0] + _GAP) + (_MIDDLE_GAP - _GAP if number >= self._length // 2 else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._length):
            left = self._left(number)
            if number == self._length // 2:
                dash = QRectF(left - _MIDDLE_GAP, 3, _MIDDLE_GAP, self._box[1])
                put_line(painter, "–", dash, look, "label", colour.text_secondary, align=CENTRE)
            box = QRectF(left, 3, *self._box).adjusted(0.5, 0.5, -0.5, -0.5)
            here = self.hasFocus() and (self._selected or number == min(self._at, self._length - 1))
            ink = colour.negative if self._fault else colour.focus if here else colour.control_border
            painter.setBrush(colour.info_bg if here and self._selected else colour.surface)
            painter.setPen(QPen(ink, 2.5 if here or self._fault else 1))
            painter.drawRoundedRect(box, 7, 7)
            if number < len(self._code):
                put_line(painter, self._code[number], box, look, "heading", colour.text, align=CENTRE)
