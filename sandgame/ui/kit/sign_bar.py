"""The four signs a department can show, on the sand at the bottom right."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.island import sign_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.tokens import timing
from sandgame.present.pictures import Sign
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.tips import show_tip

SIGNS: tuple[Sign, ...] = get_args(Sign)


class _SignButton(QAbstractButton):
    def __init__(self, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setCheckable(True)
        self.setFixedSize(28, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=6)
        # an icon without a word: its name comes by itself, whether or not the window is the active one
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(timing("tooltipDelayMs"))
        self._soon.timeout.connect(self._tell)

    def _tell(self) -> None:
        if self.underMouse() or self.hasFocus():
            show_tip(self)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._soon.start()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._soon.stop()

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
    """A label and four signs; one is shown at a time, and the one that is shown is taken away by clicking it again."""

    sign_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self._short = False
        self._group = QButtonGroup(self)
        self._layout = row(self, margins=(12, 3, 3, 3), gap=2)
        for number, sign in enumerate(SIGNS):
            button = _SignButton(sign, self)
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
            button.setToolTip(name)
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

    def set_short(self, short: bool) -> None:
        """Without the label, where there is little room."""
        if short != self._short:
            self._short = short
            self.on_look_changed()

    def on_look_changed(self) -> None:
        words = 0 if self._short else current_look().width(self._label, "caption") + 18
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
            put_line_at(painter, self._label, 10, self.height() / 2, look, "caption", look.colour.text_secondary)
