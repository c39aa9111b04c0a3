"""The curtain: covers everything between two seats, and opens to the one whose turn it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.sand import sand_pixmap
from sandgame.present.pictures import BadgePicture
from sandgame.present.table_curtain import CurtainPicture
from sandgame.rules.ids import SeatId
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.table_keep import PIN_SIGNS, TableKeep
from sandgame.ui.table_parts import QueueStrip

_BOX = QSize(46, 54)
_GAP = 12
_FACE, _LIP, _RINGS, _CLEAN = 186, 12, 9, 5
_SMALL_FACE, _HIGH = 110, 600


class PinField(QWidget, Themed):
    """Four boxes that show dots; only digits, nothing of it is ever read aloud or drawn."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = ""
        self._fault = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, own=True)

    def pin(self) -> str:
        return self._pin

    def clear(self, *, fault: bool = False) -> None:
        self._pin, self._fault = "", fault
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(PIN_SIGNS * _BOX.width() + (PIN_SIGNS - 1) * _GAP + 4, _BOX.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self._pin = self._pin[:-1]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.text().isascii() and event.text().isdigit() and len(self._pin) < PIN_SIGNS:
            self._pin, self._fault = self._pin + event.text(), False
            if len(self._pin) == PIN_SIGNS:
                self.entered.emit()
        else:
            super().keyPressEvent(event)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(PIN_SIGNS):
            box = QRectF(2 + number * (_BOX.width() + _GAP), 2, _BOX.width(), _BOX.height()).adjusted(1, 1, -1, -1)
            here = self.hasFocus() and number == min(len(self._pin), PIN_SIGNS - 1)
            ink = look.colour.negative if self._fault else look.colour.focus if here else look.colour.control_border
            painter.setPen(QPen(ink, 2.5 if here or self._fault else 1))
            painter.setBrush(look.colour.surface)
            painter.drawRoundedRect(box, 8, 8)
            if number < len(self._pin):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour.text)
                painter.drawEllipse(box.center(), 10, 10)


class _Face(QWidget):
    """The next seat's badge on its tile, in rings of raked sand."""

    def __init__(self) -> None:
        super().__init__()
        self._badge: BadgePicture | None = None
        self._side = _SMALL_FACE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_badge(self, badge: BadgePicture, side: int) -> None:
        self._badge, self._side = badge, side
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side + 2 * _RINGS * 8, self._side + _LIP + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._badge is None:
            return
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        who = look.department(self._badge.slot)
        face = QRectF((self.width() - self._side) / 2, 2, self._side, self._side)
        corner = self._side / 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(who.lip)
        painter.drawRoundedRect(face.translated(0, _LIP), corner, corner)
        painter.setPen(QPen(who.base, 2))
        painter.setBrush(who.soft)
        painter.drawRoundedRect(face, corner, corner)
        side = self._side * 0.52
        spot = QRectF(0, 0, side, side)
        spot.moveCenter(face.center())
        draw_badge(painter, self._badge, spot, look)


class Curtain(QWidget, Themed):
    """`opened` carries what was typed, for the seat that is shown; `cancelled` sends a visitor away."""

    opened = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: CurtainPicture | None = None
        self.face = _Face()
        self.title = Label("", "numberLarge", align=Qt.AlignmentFlag.AlignHCenter)
        self.line = Label("", "title", "text_secondary", weight=400, align=Qt.AlignmentFlag.AlignHCenter)
        self.why = Label("", "heading", "caution", icon="info")
        self.pin_title = Label("", "title", "text_secondary", weight=400)
        self.pin = PinField()
        self.open = PrimaryButton(icon="door-open", size="table")
        self.open.set_key("Enter")
        self.cancel = FlatButton(icon="x", size="table")
        self.fault = Label("", "title", "negative", icon="circle-alert")
        self.queue = QueueStrip()
        self.foot = Label("", "label", "text_secondary", weight=400, align=Qt.AlignmentFlag.AlignHCenter)
        self.queue_card = Card(corner=14)
        for said in (self.why, self.fault):
            said.hide()
        self._lay_out()
        self.open.clicked.connect(self._on_open)
        self.pin.entered.connect(self._on_open)
        self.cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self.open)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        lines = column(self, margins=(20, 12, 20, 12), gap=8)
        lines.addStretch(3)
        lines.addWidget(self.face, 0, middle)
        lines.addSpacing(6)
        lines.addWidget(self.title, 0, middle)
        lines.addWidget(self.line, 0, middle)
        lines.addWidget(self.why, 0, middle)
        lines.addSpacing(4)
        across = row(gap=20)
        across.addStretch(1)
        for widget in (self.pin_title, self.pin, self.open, self.cancel):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addStretch(1)
        lines.addLayout(across)
        lines.addWidget(self.fault, 0, middle)
        lines.addSpacing(10)
        inside = row(self.queue_card, margins=(14, 4, 14, 4))
        inside.addWidget(self.queue)
        lines.addWidget(self.queue_card, 0, middle)
        lines.addWidget(self.foot, 0, middle)
        lines.addStretch(2)

    def show_curtain(self, picture: CurtainPicture) -> None:
        self._picture = picture
        self.face.show_badge(picture.badge, self._side())
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.why.setText(picture.why)
        self.why.setVisible(bool(picture.why))
        self.pin_title.setText(picture.pin_short)
        self.pin_title.setVisible(picture.pin)
        self.pin.clear()
        self.pin.setVisible(picture.pin)
        self.pin.setAccessibleName(picture.pin_name)
        self.open.setText(picture.open)
        self.open.setVisible(bool(picture.open))
        self.cancel.setText(picture.cancel)
        self.cancel.setVisible(bool(picture.cancel))
        self._show_fault("")
        self.queue.show_queue(picture.queue)
        self.queue_card.setVisible(bool(picture.queue))
        self.foot.setText(picture.foot)
        self.setAccessibleName(picture.title)
        self.update()

    def lets_in(self, keep: TableKeep, seat: SeatId, pin: str) -> bool:
        """Whether it opens to what was typed; where it does not it says why."""
        if keep.opens(seat, pin):
            return True
        if self._picture is not None:
            self.pin.clear(fault=True)
            self._show_fault(self._picture.pin_wrong if pin else self._picture.pin_empty)
            self.take_focus()
        return False

    def _show_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def _side(self) -> int:
        return _FACE if self.height() >= _HIGH else _SMALL_FACE

    def take_focus(self) -> None:
        (self.pin if self.pin.isVisibleTo(self) else self.open).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, _event: object) -> None:
        if self._picture is not None:
            self.face.show_badge(self._picture.badge, self._side())

    def _on_open(self) -> None:
        if self._picture is None or not self._picture.open:
            return
        self.opened.emit(self.pin.pin())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_open()
        elif event.key() == Qt.Key.Key_Escape and self.cancel.isVisibleTo(self):
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), look))
        spot = self.face.geometry()
        side = self._side()
        face = QRectF(spot.center().x() - side / 2, spot.top() + 2, side, side)
        for ring in range(_RINGS, 0, -1):
            # the outer ones lie on the sand and fade, the inner ones are raked clean
            ink = QColor(look.colour.rake)
            ink.setAlphaF(max(0.15, 1 - ring / _RINGS))
            painter.setPen(QPen(ink, 1.2))
            painter.setBrush(look.colour.sand_mid if ring < _CLEAN else Qt.BrushStyle.NoBrush)
            reach = ring * 8.0 + ring * ring
            painter.drawRoundedRect(face.adjusted(-reach, -reach, reach, reach), side / 5 + reach, side / 5 + reach)
