"""A line to say something to the class, a table or one seat, with the receipt of who has it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sandgame.paint.tokens import timing
from sandgame.present.console_receipt import ReceiptPicture, ReceiptState
from sandgame.present.messages import LONGEST
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look

_RECEIPTS: dict[ReceiptState, tuple[str, str]] = {
    "sending": ("loader", "text_secondary"),
    "coming": ("loader", "text_secondary"),
    "there": ("check", "positive"),
    "failed": ("circle-alert", "negative"),
}


class SayPanel(QWidget):
    """The button before the line chooses to whom; Enter sends. What could not be sent stays in the line."""

    said = Signal(str)
    to_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.receipt = Label("", "caption", "text_secondary", wraps=True, icon="check")
        self.to = SecondaryButton("", "megaphone")
        self.edit = QLineEdit()
        self.edit.setMaxLength(LONGEST)
        set_ring(self.edit, corner=7)
        self.send = PrimaryButton("")
        whole = column(self, margins=(12, 9, 12, 10), gap=6)
        across = row(gap=8)
        across.addWidget(self.to)
        across.addStretch(1)
        across.addWidget(self.send)
        whole.addWidget(self.receipt)
        whole.addWidget(self.edit)
        whole.addLayout(across)
        self.receipt.hide()
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(timing("toastSeconds") * 1000)
        self._fade.timeout.connect(self.receipt.hide)
        self.to.clicked.connect(self.to_asked)
        self.send.clicked.connect(self._on_send)
        self.edit.returnPressed.connect(self._on_send)
        self.edit.textChanged.connect(self._fit)
        self._online = True
        self.picture: ReceiptPicture | None = None
        self._fit()

    def show_texts(self, hint: str, send: str, to: str, to_tip: str, *, enabled: bool) -> None:
        """`to` stands before the line all the time: what is typed hides the hint."""
        self._online = enabled
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(hint)
        self.send.setText(send)
        self.to.setText(to)
        self.to.setAccessibleName(f"{to_tip} {to}")
        self.to.setToolTip(to_tip)
        self._fit()

    def show_receipt(self, picture: ReceiptPicture | None) -> None:
        """It goes by itself only when all have the words."""
        self.picture = picture
        self.receipt.setText(picture.text if picture is not None else "")
        if picture is not None:
            icon, tone = _RECEIPTS[picture.state]
            self.receipt.set_icon(icon)
            self.receipt.set_tone(tone)
        self.receipt.setVisible(picture is not None)
        if picture is not None and picture.state == "there":
            self._fade.start()
        else:
            self._fade.stop()

    def clear(self, text: str) -> bool:
        """Of what was sent; what is being written meanwhile stays."""
        mine = self.edit.text().strip() == text
        if mine:
            self.edit.clear()
        return mine

    def _fit(self) -> None:
        self.send.setEnabled(self._online and bool(self.edit.text().strip()))

    def _on_send(self) -> None:
        text = self.edit.text().strip()
        if text and self._online:
            self.said.emit(text)

    def plain_height(self) -> int:
        """Without a receipt, that comes and goes."""
        margins = 19 + 6
        return self.edit.sizeHint().height() + self.send.sizeHint().height() + margins

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, current_look().colour.divider)

    def focus(self) -> None:
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
