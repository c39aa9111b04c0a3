"""On the first page: the six boxes of a join code in a card of their own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.present.home import CodeSays, Way
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import column, row, stacked
from sandgame.ui.kit.fields import CodeField
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.tiles import CORNER


class JoinCard(QWidget, Themed):
    """`join_asked` with a whole code, or with none; with some of it the card says what is missing."""

    join_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._strong = "log-in", True
        self.title = Label(role="title", weight=700)
        self.line = Label(role="body", tone="text_secondary", wraps=True)
        self.code = CodeField()
        self.go = PrimaryButton("", size="large")
        self._inside = column(self, margins=(82, 14, 18, 14), gap=0)
        words = stacked(self.title, self.line)
        self._head, self._boxes = row(gap=7), row(gap=7)
        self._head.addLayout(words, 1)
        self._inside.addLayout(self._head)
        self._inside.addSpacing(4)
        self._boxes.addWidget(self.code)
        self._boxes.addWidget(self.go)
        self._boxes.addStretch(1)
        self._inside.addLayout(self._boxes)
        self._is_narrow = False
        self._way: Way | None = None
        self._says: CodeSays | None = None
        self._fault: Literal["", "short", "sign"] = ""
        self.go.clicked.connect(self._on_go)
        self.code.code_entered.connect(self.join_asked)
        self.code.code_changed.connect(lambda _code: self._say(""))
        self.code.fell_short.connect(lambda: self._say("short"))
        self.code.sign_refused.connect(lambda: self._say("sign"))

    def show_way(self, way: Way, go: str, says: CodeSays | None = None) -> None:
        self._icon = way.icon
        self._way, self._says = way, says
        self.title.setText(way.title)
        self.code.setAccessibleName(way.title)
        self.go.setText(go)
        self._say(self._fault)

    def _say(self, fault: Literal["", "short", "sign"]) -> None:
        """What is amiss stands in the place of the plain line, so that nothing moves."""
        if self._way is None:
            return
        self._fault = fault
        if fault and self._says is not None:
            self.line.setText(self._says.no_sign if fault == "sign" else self._says.short(len(self.code.code())))
        else:
            self.line.setText(self._way.line)
        self.line.set_tone("negative" if fault else "text_secondary")
        self.line.set_icon("circle-alert" if fault else "")
        self.code.set_fault(fault == "short")

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page: what was typed is over. A window that is only folded away keeps it."""
        if not event.spontaneous():
            self.code.set_code("")
            self._say("")
        super().hideEvent(event)

    def set_strong(self, strong: bool) -> None:
        self._strong = strong
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.code.sizeHint().width() + 34, super().minimumSizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        """Where boxes and button do not fit side by side, the button goes up and the icon goes."""
        narrow = self.width() < 82 + self.code.sizeHint().width() + 7 + self.go.sizeHint().width() + 18
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._inside.setContentsMargins(16 if narrow else 82, 14, 18, 14)
        (self._boxes if narrow else self._head).removeWidget(self.go)
        if narrow:
            self._head.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._boxes.insertWidget(1, self.go)
        self.updateGeometry()

    def _on_go(self) -> None:
        code = self.code.code()
        if code and not self.code.is_full():
            self._say("short")
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.join_asked.emit(code)

    def on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, painter = current_look().colour, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour.primary, 2) if self._strong else QPen(colour.divider, 1)
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(colour.surface)
        box = QRectF(self.rect())
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), CORNER, CORNER)
        if self._is_narrow:
            return
        ground = QRectF(19, box.center().y() - 23, 46, 46)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.primary if self._strong else colour.surface_sunken)
        painter.drawRoundedRect(ground, 10, 10)
        draw_icon(
            painter, self._icon, ground.adjusted(12, 12, -12, -12), colour.on_primary if self._strong else colour.text
        )
