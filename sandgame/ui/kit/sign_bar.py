"""The four signs a department can show, on the sand at the bottom right."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.island import sign_icon
from sandgame.paint.lettering import put_line_at
from sandgame.present.pictures import Sign
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

SIGNS: tuple[Sign, ...] = get_args(Sign)


class _SignButton(QAbstractButton):
    looked_at = Signal()
    """The pointer or the keyboard came to it, or left it."""

    def __init__(self, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setCheckable(True)
        self.setFixedSize(28, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=6)
        self.under = False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.under = True
        self.looked_at.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.under = False
        self.looked_at.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = colour.text_secondary
        if self.isChecked():
            ink = colour.on_primary
            painter.setBrush(colour.primary)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        elif self.underMouse():
            painter.setBrush(colour.surface_sunken)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        draw_icon(painter, sign_icon(self._sign), QRectF(6, 6, 16, 16), ink)


class SignBar(QWidget, Themed):
    """A label and four signs; one is shown at a time, and the one that is shown is taken away by clicking it again.

    The label gives way to the name of the sign that the pointer or the keyboard is at, else of the one that is shown.
    """

    sign_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._short = False
        self._group = QButtonGroup(self)
        self._layout = row(self, margins=(12, 3, 3, 3), gap=2)
        for number, sign in enumerate(SIGNS):
            button = _SignButton(sign, self)
            button.looked_at.connect(self.update)
            self._group.addButton(button, number)
            self._layout.addWidget(button)
        self._shown: Sign | None = None
        self._group.idClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_texts("", ("",) * len(SIGNS))

    def set_texts(self, label: str, names: Sequence[str]) -> None:
        """The label, and the names of steady, loaded, stuck, pleased."""
        self._label = label
        self.setAccessibleName(label)
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setAccessibleName(name)
        self.on_look_changed()

    def _on_clicked(self, number: int) -> None:
        """What is up shows only once the table has it."""
        asked = SIGNS[number]
        before = self._shown
        self.set_sign(before)
        self.sign_asked.emit(None if asked == before else asked)

    def set_sign(self, sign: Sign | None) -> None:
        """Without a signal."""
        self._shown = sign
        self._group.setExclusive(False)
        for button, each in zip(self._group.buttons(), SIGNS, strict=True):
            button.setChecked(each == sign)
        self._group.setExclusive(True)
        self.update()

    def word(self) -> str:
        """What stands before the signs now."""
        buttons = [each for each in self._group.buttons() if isinstance(each, _SignButton)]
        for wanted in (lambda each: each.under, QWidget.hasFocus, QAbstractButton.isChecked):
            found = next(filter(wanted, buttons), None)
            if found is not None:
                return found.accessibleName()
        return self._label

    def set_short(self, short: bool) -> None:
        """Without the label, where there is little room."""
        if short != self._short:
            self._short = short
            self.on_look_changed()

    def on_look_changed(self) -> None:
        look, names = current_look(), [button.accessibleName() for button in self._group.buttons()]
        widest = max(look.width(text, "caption") for text in (self._label, *names))
        words = 0 if self._short else widest + 18
        for button, name in zip(self._group.buttons(), names, strict=True):
            button.setToolTip(name if self._short else "")
        self._layout.setContentsMargins(round(words) + 4, 2, 4, 2)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour.surface)
        painter.setPen(QPen(look.colour.control_border, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if not self._short:
            put_line_at(painter, self.word(), 10, self.height() / 2, look, "caption", look.colour.text_secondary)
