"""A line of comment with its tick "please change" in the same frame, or below it where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.ui.kit.cards import column
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_PAD = 9.0
_BOX = 14.0


class TickPill(QAbstractButton, Themed):
    """A box to tick, in a pill; ticked it stands in `caution`, for it asks somebody for something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=14)

    def set_texts(self, text: str, tip: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(tip)
        self.setToolTip(tip)
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        wide = look.width(self.text(), "caption", 600) + _BOX + 5 + 2 * _PAD
        return QSize(round(wide + 0.5), round(look.scaled(28)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = control_painter(self)
        on, middle = self.isChecked(), self.height() / 2
        painter.setBrush(colour.caution_bg if on else colour.surface_subtle if self.underMouse() else colour.surface)
        painter.setPen(QPen(colour.caution if on else colour.control_border, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), middle - 0.5, middle - 0.5)
        ink = colour.caution if on else colour.text_secondary
        box = QRectF(_PAD, middle - _BOX / 2, _BOX, _BOX)
        draw_icon(painter, "square", box, ink)
        if on:
            draw_icon(painter, "check", box.adjusted(2, 2, -2, -2), ink)
        put_line_at(painter, self.text(), _PAD + _BOX + 5, middle, look, "caption", ink, 600 if on else 400)


class CommentLine(QWidget, Themed):
    """`changed` when the words were left or the tick set."""

    changed = Signal()
    edited = Signal()

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(longest=longest)
        self.tick = TickPill(self.field.edit)
        self._lines = column(self, margins=(0, 0, 0, 0), gap=6)
        self._lines.addWidget(self.field)
        self._inside = True
        self.field.edit.editingFinished.connect(self.changed)
        self.field.edit.textEdited.connect(self.edited)
        self.tick.clicked.connect(self.changed)
        self.field.edit.installEventFilter(self)

    def set_texts(self, hint: str, tick: str, tip: str) -> None:
        self.field.set_texts("", hint)
        self.tick.set_texts(tick, tip)
        self._place()

    def words(self) -> str:
        return self.field.text().strip()

    def set_words(self, words: str, please_change: bool) -> None:
        """What is being typed is not touched while it says the same."""
        if words != self.words():
            self.field.set_text(words)
        self.tick.setChecked(please_change)

    def on_look_changed(self) -> None:
        self._place()

    def fit(self, width: int) -> None:
        """Takes its place in so many pixels."""
        look, edit = current_look(), self.field.edit
        needed = look.width(edit.placeholderText(), "body") + self.tick.sizeHint().width() + 24
        inside = needed <= width
        if inside != self._inside:
            self._inside = inside
            if inside:
                self._lines.removeWidget(self.tick)
                self.tick.setParent(edit)
            else:
                edit.setTextMargins(0, 0, 0, 0)
                self._lines.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignRight)
            self.tick.show()
        self._place()

    def _place(self) -> None:
        if not self._inside:
            return
        edit, size = self.field.edit, self.tick.sizeHint()
        edit.setTextMargins(0, 0, size.width() - 2, 0)
        self.tick.setGeometry(
            edit.width() - size.width() - 4, (edit.height() - size.height()) // 2, size.width(), size.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.field.edit and isinstance(event, QResizeEvent):
            self._place()
        return False
