"""Push buttons: primary (with its key), secondary, flat, link, destructive; with icons that follow the look."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

ButtonSize = Literal["small", "normal", "large", "table"]
"""`table`: read from a metre away, on a laptop that lies in the middle."""
_HEIGHT: dict[ButtonSize, float] = {"small": 28, "normal": 34, "large": 44, "table": 44}
_ROLE: dict[ButtonSize, str] = {"small": "body", "normal": "label", "large": "title", "table": "heading"}
_PAD: dict[ButtonSize, float] = {"small": 10, "normal": 14, "large": 18, "table": 14}
_ICON: dict[ButtonSize, float] = {"small": 14, "normal": 16, "large": 18, "table": 20}


class Button(QPushButton, Themed):
    """The common part: measures itself by icon, text and key, which is shown in a small frame (F9); subclasses choose
    ground, border and ink."""

    corner = 7.0

    def __init__(
        self, text: str = "", icon: str = "", parent: QWidget | None = None, *, size: ButtonSize = "normal"
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._icon_name = icon
        self._key = ""
        self._own_name = ""
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_ring(self, corner=self.corner)
        if not text and icon:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str) -> None:
        """An icon by its file's name in assets/icons, in the button's own ink."""
        if name != self._icon_name:
            self._icon_name = name
            self._refresh()

    def set_key(self, text: str) -> None:
        """The key that does the same, shown as a hint."""
        if text != self._key:
            self._key = text
            self._refresh()

    def setText(self, text: str) -> None:
        if text != self.text():
            self.update()
        super().setText(text)
        # a name given from outside stays
        if self.accessibleName() == self._own_name:
            self._own_name = text
            self.setAccessibleName(text)
        # also with the same words: a layout may have measured it before it was shown
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        self.updateGeometry()
        self.update()

    # what subclasses choose

    def ground(self) -> QColor | None:
        return None

    def border(self) -> QColor | None:
        return None

    def ink(self) -> QColor:
        return current_look().colour.text

    # measuring and drawing

    def _parts(self) -> list[tuple[str, float]]:
        """The parts from left to right with their widths."""
        look, role = current_look(), _ROLE[self._size]
        parts = []
        if self._icon_name:
            parts.append(("icon", _ICON[self._size]))
        if self.text():
            parts.append(("text", look.width(self.text(), role, 600)))
        if self._key:
            parts.append(("key", look.width(self._key, "caption", 600) + 12))
        return parts

    def _content_width(self) -> float:
        parts = self._parts()
        return sum(width for _, width in parts) + 8 * max(0, len(parts) - 1)

    def sizeHint(self) -> QSize:
        high = round(current_look().scaled(_HEIGHT[self._size]))
        if not self.text() and self._icon_name and not self._key:
            return QSize(high, high)
        return QSize(round(self._content_width() + 2 * _PAD[self._size] + 0.5), high)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        tight = round(self._content_width() + 12)
        return QSize(min(hint.width(), tight), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = control_painter(self)
        ground, border = self.ground(), self.border()
        box = QRectF(self.rect())
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
        inset = 0.5 if border is not None else 0
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), self.corner, self.corner)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            shade = QColor(look.colour.text if ground != look.colour.primary else look.colour.on_primary)
            shade.setAlphaF(0.16 if self.isDown() else 0.07)
            painter.setBrush(shade)
            painter.drawRoundedRect(box, self.corner, self.corner)
        self._draw_parts(painter, (box.width() - self._content_width()) / 2, box.center().y())

    def _draw_parts(self, painter: QPainter, left: float, middle: float) -> None:
        look, role, ink = current_look(), _ROLE[self._size], self.ink()
        for name, width in self._parts():
            if name == "icon":
                draw_icon(painter, self._icon_name, QRectF(left, middle - width / 2, width, width), ink)
            elif name == "text":
                put_line_at(painter, self.text(), left, middle, look, role, ink, 600)
            else:
                draw_key(painter, self._key, QRectF(left, middle - 9, width, 18), ink)
            left += width + 8


def draw_key(painter: QPainter, text: str, box: QRectF, ink: QColor) -> None:
    """A key's name in its small frame."""
    frame = QColor(ink)
    frame.setAlphaF(0.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(frame, 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5)
    put_line(painter, text, box, current_look(), "caption", ink, align=CENTRE, weight=600)


class PrimaryButton(Button):
    """The one thing to do next."""

    def ground(self) -> QColor:
        return current_look().colour.primary

    def ink(self) -> QColor:
        return current_look().colour.on_primary


class SecondaryButton(Button):
    """An outlined button; checkable ones are filled while checked."""

    def ground(self) -> QColor:
        colour = current_look().colour
        return colour.primary if self.isChecked() else colour.surface

    def border(self) -> QColor:
        colour = current_look().colour
        return colour.primary if self.isChecked() else colour.control_border

    def ink(self) -> QColor:
        colour = current_look().colour
        return colour.on_primary if self.isChecked() else colour.text


class FlatButton(Button):
    """A button without a frame."""

    def ink(self) -> QColor:
        return current_look().colour.text_secondary


class LinkButton(Button):
    """A frameless button in the colour of information."""

    def ink(self) -> QColor:
        return current_look().colour.info


class DestructiveButton(Button):
    """What breaks or ends something: outlined in `negative`."""

    def ground(self) -> QColor:
        return current_look().colour.surface

    def border(self) -> QColor:
        return current_look().colour.negative

    def ink(self) -> QColor:
        return current_look().colour.negative


class BarButton(Button):
    """A square icon button on the dark top bar."""

    def ink(self) -> QColor:
        return current_look().colour.on_top_bar_secondary
