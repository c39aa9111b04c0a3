"""Cards, panels and their headers: flat, one pixel of divider, nothing blurred."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.tokens import size
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look

Ground = Literal["surface", "subtle", "sunken", "sand", "ask", "ink", "soft", "caution", "info", "none"]
_TOKEN: dict[Ground, str] = {
    "surface": "surface",
    "subtle": "surface_subtle",
    "sunken": "surface_sunken",
    "sand": "sand_mid",
    "ask": "ask",
    "ink": "top_bar",
    "caution": "caution_bg",
    "info": "info_bg",
}


class Card(QFrame, Themed):
    """A rounded ground. `slot` colours the ground "soft", the strip on top (`strip`) and the border of chosen cards."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        ground: Ground = "surface",
        slot: int | None = None,
        strip: bool = False,
        dashed: bool = False,
        corner: float = 10.0,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._slot = slot
        self._strip = strip
        self._dashed = dashed
        self._corner = corner
        self._chosen = False
        self.setProperty("ring_corner", corner)

    def set_ground(self, ground: Ground) -> None:
        if ground != self._ground:
            self._ground = ground
            self.update()

    def set_slot(self, slot: int | None) -> None:
        if slot != self._slot:
            self._slot = slot
            self.update()

    def set_dashed(self, dashed: bool) -> None:
        if dashed != self._dashed:
            self._dashed = dashed
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """A chosen card has a 2 px border in `focus`."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def _fill(self) -> QColor | None:
        look = current_look()
        if self._ground == "none":
            return None
        if self._ground == "soft":
            return look.department(self._slot or 0).soft
        return look.named(_TOKEN[self._ground])

    def _pen(self) -> QPen:
        look = current_look()
        if self._chosen:
            return QPen(look.colour.focus, 2)
        if self._dashed:
            pen = QPen(look.colour.control_border, 1)
            pen.setDashPattern([3, 3])
            return pen
        edge = look.colour.sand_border if self._ground in ("sand", "ask") else look.colour.divider
        if self._ground in ("ink", "caution", "none"):
            return QPen(Qt.PenStyle.NoPen)
        if self._slot is not None and not self._strip:
            edge = look.department(self._slot).base
        return QPen(edge, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._pen()
        inset = pen.widthF() / 2 if pen.style() != Qt.PenStyle.NoPen else 0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        fill = self._fill()
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawRoundedRect(box, self._corner, self._corner)
        if self._strip and self._slot is not None:
            outer, inner = QPainterPath(), QPainterPath()
            outer.addRoundedRect(QRectF(self.rect()), self._corner, self._corner)
            inner.addRoundedRect(QRectF(self.rect()).adjusted(0, 5, 0, 20), self._corner, self._corner)
            painter.fillPath(outer.subtracted(inner), look.department(self._slot).base)


Margins = tuple[int, int, int, int]


def column(owner: QWidget | None = None, *, margins: Margins = (14, 12, 14, 12), gap: int = 8) -> QVBoxLayout:
    """The usual layout of a card: one thing below the other."""
    layout = QVBoxLayout(owner) if owner is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def row(owner: QWidget | None = None, *, margins: Margins = (0, 0, 0, 0), gap: int = 8) -> QHBoxLayout:
    """Things side by side."""
    layout = QHBoxLayout(owner) if owner is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def apart(left: QWidget, right: QWidget) -> QHBoxLayout:
    """A name and its figure, as far from each other as there is room."""
    layout = row()
    layout.addWidget(left)
    layout.addStretch(1)
    layout.addWidget(right)
    return layout


def stacked(*things: QWidget, gap: int = 0) -> QVBoxLayout:
    """A title over its line, and the like, inside other things."""
    layout = QVBoxLayout()
    layout.setSpacing(gap)
    for thing in things:
        layout.addWidget(thing)
    return layout


class Divider(QWidget):
    """A line of one pixel, across or upright."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = False) -> None:
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), current_look().colour.divider)


class PanelHeader(QWidget, Themed):
    """The 38 px head of a panel: icon, title, a plain or tagged count at the right; a divider below."""

    def __init__(self, title: str = "", icon: str = "", count: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.title = Label(title, "label", weight=700)
        self.count = Label(count, "caption", "text_secondary")
        self._layout = row(self, margins=(36 if icon else 14, 0, 14, 1), gap=8)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self._layout.addWidget(self.count)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """A tag or button at the right end."""
        self._layout.addWidget(widget)

    def set_texts(self, title: str, count: str = "") -> None:
        self.title.setText(title)
        self.count.setText(count)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(current_look().scaled(size("panelHeader"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        if self._icon_name:
            spot = QRectF(12, (self.height() - 1) / 2 - 8, 16, 16)
            draw_icon(painter, self._icon_name, spot, look.colour.text_secondary)
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.colour.divider)


class EmptyState(Card):
    """What would stand here, and one next step: dashed frame, icon, bold line, plain line, a button if given."""

    def __init__(
        self,
        title: str = "",
        line: str = "",
        icon: str = "",
        button: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, dashed=True)
        across = row(self, margins=(12, 9, 12, 9), gap=12)
        if icon:
            across.addWidget(Icon(icon, 26))
        self.title = Label(title, "body", weight=700, wraps=True)
        self.line = Label(line, "caption", "text_secondary", wraps=True)
        across.addLayout(stacked(self.title, self.line), 1)
        if button is not None:
            across.addWidget(button)
        self.set_texts(title, line)

    def set_texts(self, title: str, line: str = "") -> None:
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.line.setText(line)
        self.line.setVisible(bool(line))
