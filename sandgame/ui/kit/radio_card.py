"""One of several, each a card with title and line: order options, colleagues, measures."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import RIGHT, Paragraph, put_line, put_line_at
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed, current_look


class RadioCard(QAbstractButton, Themed):
    """Exclusive among its siblings; arrows move, Space chooses. `value` is a text at the right end."""

    def __init__(
        self,
        title: str = "",
        line: str = "",
        icon: str = "",
        value: str = "",
        parent: QWidget | None = None,
        *,
        mark: Literal["left", "right"] = "right",
    ) -> None:
        super().__init__(parent)
        self._line, self._icon_name, self._value, self._mark = line, icon, value, mark
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        high_as_needed(self)
        set_ring(self, corner=8)
        self.set_texts(title, line, value)

    def set_texts(self, title: str, line: str = "", value: str = "") -> None:
        self.setText(title)
        self._line, self._value = line, value
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{line} {value}".strip())
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _left(self) -> float:
        return 36.0 if self._mark == "left" or self._icon_name else 14.0

    def _right(self) -> float:
        wide = current_look().width(self._value, "caption") + 12 if self._value else 12.0
        return wide + (26 if self._mark == "right" else 0)

    def _paragraph(self) -> Paragraph:
        return Paragraph(self._line, current_look(), "caption")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        if not self._line:
            return round(look.scaled(36))
        words = self._paragraph().height(max(40, width - self._left() - self._right()))
        return round(look.line("body") + words + 13)

    def sizeHint(self) -> QSize:
        look = current_look()
        words = max(look.width(self.text(), "body", 700), min(look.width(self._line, "caption"), 300))
        wide = round(words + self._left() + self._right() + 1)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        wide = round(current_look().width(self.text(), "body", 700) + self._left() + self._right() + 1)
        return QSize(wide, round(current_look().scaled(36)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = control_painter(self)
        on = self.isChecked()
        width = 2.0 if on else 1.0
        painter.setPen(QPen(colour.primary if on else colour.control_border, width))
        hover = self.underMouse() and self.isEnabled()
        painter.setBrush(colour.info_bg if on else colour.surface_subtle if hover else colour.surface)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        middle = self.height() / 2
        self._draw_mark(painter, 19.0 if self._mark == "left" else self.width() - 20.0, middle)
        if self._icon_name and self._mark == "right":
            draw_icon(painter, self._icon_name, QRectF(12, middle - 8, 16, 16), colour.text)
        self._draw_words(painter, middle)

    def _draw_words(self, painter: QPainter, middle: float) -> None:
        look = current_look()
        left, right = self._left(), self.width() - self._right()
        if self._value:
            end = QRectF(0, 0, self.width() - self._right() + look.width(self._value, "caption"), self.height())
            put_line(painter, self._value, end, look, "caption", look.colour.text_secondary, align=RIGHT)
        if not self._line:
            put_line_at(painter, self.text(), left, middle, look, "body", look.colour.text, 700)
            return
        words = self._paragraph()
        high = words.height(right - left)
        top = middle - (look.line("body") + high) / 2
        put_line_at(painter, self.text(), left, top + look.line("body") / 2, look, "body", look.colour.text, 700)
        words.draw(painter, QRectF(left, top + look.line("body"), right - left, high), look.colour.text_secondary)

    def _draw_mark(self, painter: QPainter, across: float, middle: float) -> None:
        colour = current_look().colour
        ink = colour.primary if self.isChecked() else colour.control_border
        name = "circle-dot" if self.isChecked() else "circle"
        draw_icon(painter, name, QRectF(across - 8, middle - 8, 16, 16), ink)
