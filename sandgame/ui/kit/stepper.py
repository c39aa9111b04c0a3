"""A number with − and +: 34 px high, typing allowed, the wheel only when focused, keys + and −."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.paint.tokens import size
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_PUSH = 24.0
_LARGE = (44.0, 44.0, "heading")
"""Push, height and type where it is read from a metre away."""
_HELD_MS, _REPEAT_MS = 400, 90
_LESS = (Qt.Key.Key_Minus, Qt.Key.Key_Down, Qt.Key.Key_Left)
_MORE = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up, Qt.Key.Key_Right)


class Stepper(QWidget, Themed):
    """Whole numbers from `low` to `high`. `set_pattern` says how a value is shown ("{} h", "×{}", "0/8" as "{}/8").

    A push changes it by `by`. Typing digits while focused replaces the value; Backspace takes the last digit away;
    anything out of range is held at the nearest end.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        low: int = 0,
        high: int = 99,
        value: int = 0,
        parent: QWidget | None = None,
        *,
        large: bool = False,
        by: int = 1,
    ) -> None:
        super().__init__(parent)
        self._by = by
        self._push, self._high_px, self._role = _LARGE if large else (_PUSH, size("control"), "label")
        self._low, self._high, self._value = low, high, value
        self._pattern = "{}"
        self._typed = ""
        self._fault = False
        self._words: dict[int, str] = {}
        self._held = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._on_held)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=7)
        self._tell()

    def value(self) -> int:
        return self._value

    def set_value(self, value: int) -> None:
        """Sets the value without a signal."""
        self._typed = ""
        held = min(max(value, self._low), self._high)
        if held != self._value:
            self._value = held
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.text())
        self.update()

    def set_range(self, low: int, high: int) -> None:
        if (low, max(low, high)) != (self._low, self._high):
            self._low, self._high = low, max(low, high)
            self.updateGeometry()
            self.update()  # a push that leads nowhere is pale
        self.set_value(self._value)

    def set_pattern(self, pattern: str) -> None:
        """How the value is written, `{}` standing for the number."""
        if pattern != self._pattern:
            self._pattern = pattern
            self.updateGeometry()
            self._tell()

    def set_words(self, words: dict[int, str]) -> None:
        """Texts for single values, in place of the pattern."""
        if words != self._words:
            self._words = dict(words)
            self.updateGeometry()
            self._tell()

    def set_fault(self, fault: bool) -> None:
        """Marks the value as one that cannot stand: 2 px border in `negative`."""
        if fault != self._fault:
            self._fault = fault
            self.update()

    def text(self) -> str:
        return self._words.get(self._value, self._pattern.format(self._value))

    def step(self, by: int) -> None:
        """One more or less, as by the user."""
        self._typed = ""
        self._change(self._value + by * self._by)

    def _change(self, wanted: int) -> None:
        value = min(max(wanted, self._low), self._high)
        if value != self._value:
            self._value = value
            self._tell()
            self.value_changed.emit(value)

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = current_look()
        shown = [self._pattern.format(value) for value in (self._low, self._high)] + list(self._words.values())
        widest = max(look.width(text, self._role, 700) for text in shown)
        return QSize(round(max(widest + 2 * self._push + 20, 84)), round(look.scaled(self._high_px)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() - 8, hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            # Alt with an arrow moves the whole line
            super().keyPressEvent(event)
        elif key in _LESS:
            self.step(-1)
        elif key in _MORE:
            self.step(1)
        elif key == Qt.Key.Key_Home:
            self._change(self._low)
        elif key == Qt.Key.Key_End:
            self._change(self._high)
        elif key == Qt.Key.Key_Backspace:
            self._typed = str(self._value)[:-1]
            self._change(int(self._typed or "0"))
        elif event.text().isdigit() and event.text().isascii():
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        typed = (self._typed + digit).lstrip("0") or "0"
        if int(typed) > self._high and self._typed:
            typed = digit
        self._change(int(typed))
        self._typed = typed if int(typed) <= self._high else ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus():
            event.ignore()
            return
        self.step(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        across = event.position().x()
        # a little more than what is drawn, so that a target is 28 px wide
        self._held = -1 if across < self._push + 4 else 1 if across > self.width() - self._push - 4 else 0
        if self._held:
            self.step(self._held)
            self._again.start(_HELD_MS)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._again.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._again.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()

    def _on_held(self) -> None:
        """Held down it goes on by itself."""
        self.step(self._held)
        self._again.start(_REPEAT_MS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = control_painter(self)
        width = 2.0 if self._fault else 1.0
        painter.setPen(QPen(colour.negative if self._fault else colour.control_border, width))
        painter.setBrush(colour.surface)
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, 7, 7)
        middle = box.center().y()
        for at, usable, plus in (
            (4 + self._push / 2, self._value > self._low, False),
            (self.width() - 4 - self._push / 2, self._value < self._high, True),
        ):
            painter.setPen(QPen(colour.text_secondary if usable else colour.divider, 1.5))
            painter.drawLine(QRectF(at - 4.5, middle, 9, 0).topLeft(), QRectF(at - 4.5, middle, 9, 0).topRight())
            if plus:
                painter.drawLine(QRectF(at, middle - 4.5, 0, 9).topLeft(), QRectF(at, middle - 4.5, 0, 9).bottomLeft())
        put_line(painter, self.text(), QRectF(self.rect()), look, self._role, colour.text, align=CENTRE, weight=700)
