"""Small signs: tags with icon and word, key caps, meters, turn pips, the list of things to do."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.present.pictures import CheckPicture, PipPicture, Tone
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_TONES: dict[Tone, tuple[str, str]] = {
    "plain": ("surface_sunken", "text_secondary"),
    "info": ("info_bg", "info"),
    "positive": ("positive_bg", "positive"),
    "caution": ("caution_bg", "caution"),
    "negative": ("negative_bg", "negative"),
}


class Tag(QWidget, Themed):
    """A pill of 22 px: icon and word in a tone. `quiet` leaves the ground away."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = "plain",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon_name, self._quiet = text, tone, icon, quiet
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, tone: Tone = "plain", icon: str = "") -> None:
        if (text, tone, icon) == (self._text, self._tone, self._icon_name):
            return
        self._text, self._tone, self._icon_name = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        lead = 18 if self._icon_name else 0
        pad = 0 if self._quiet else 20
        return QSize(round(look.width(self._text, "caption", 600) + lead + pad + 0.5), round(look.scaled(22)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        ground, ink = (look.named(token) for token in _TONES[self._tone])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        left = 0.0 if self._quiet else 10.0
        if not self._quiet:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(self.rect()), middle, middle)
        if self._icon_name:
            draw_icon(painter, self._icon_name, QRectF(left, middle - 6.5, 13, 13), ink)
            left += 18
        put_line_at(painter, self._text, left, middle, look, "caption", ink, 600)


class TagButton(Tag):
    """A tag that can be clicked: by mouse, Enter and Space."""

    clicked = Signal()

    def __init__(self, text: str = "", tone: Tone = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, tone, icon, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=14)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(current_look().scaled(28)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class KeyCap(QWidget, Themed):
    """The name of a key."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self._text = text
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(round(max(18, look.width(self._text, "caption", 600) + 11)), round(look.scaled(18)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour.divider, 1))
        painter.setBrush(look.colour.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        put_line(painter, self._text, box, look, "caption", look.colour.text_secondary, align=CENTRE, weight=600)


class Meter(QWidget):
    """A thin bar filled in parts of a whole. `framed` draws its outline (hours), else its track (clarity, KPI)."""

    def __init__(self, parent: QWidget | None = None, *, thick: int = 8, framed: bool = False) -> None:
        super().__init__(parent)
        self._framed = framed
        self._given: list[tuple[int, int | str]] = []
        self._whole = 100
        self.setMinimumWidth(24)
        self.setFixedHeight(thick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: int, whole: int = 100, *, slot: int | None = None, tone: str = "info") -> None:
        """One part, in a department's colour or in a token's."""
        self.set_parts([(value, slot if slot is not None else tone)], whole)

    def set_parts(self, parts: Sequence[tuple[int, int | str]], whole: int) -> None:
        """Several parts from left to right, each a value with a slot or a token."""
        self._given = list(parts)
        self._whole = max(1, whole)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        corner = box.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.surface if self._framed else look.colour.surface_sunken)
        painter.drawRoundedRect(box, corner, corner)
        painter.save()
        left = 0.0
        for value, kind in self._given:
            ink = look.department(kind).base if isinstance(kind, int) else look.named(kind)
            wide = box.width() * min(max(value, 0), self._whole) / self._whole
            painter.setBrush(ink)
            painter.setClipRect(QRectF(left, 0, wide, box.height()))
            painter.drawRoundedRect(box if self._framed else QRectF(0, 0, left + wide, box.height()), corner, corner)
            left += wide
        painter.restore()
        if self._framed:
            painter.setPen(QPen(look.colour.control_border, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class TurnPips(QWidget):
    """The turns of a negotiation: spoken = the speaker's colour, present = a ring, to come = an outline."""

    def __init__(self, pips: Sequence[PipPicture] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pips = tuple(pips)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_pips(self, pips: Sequence[PipPicture], name: str = "") -> None:
        self._pips = tuple(pips)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(14 * max(1, len(self._pips)), 14)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, pip in enumerate(self._pips):
            middle = QPointF(6 + 14 * number, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if pip.state == "spoken":
                painter.setBrush(look.department(pip.slot).base)
                painter.drawEllipse(middle, 5, 5)
            else:
                now = pip.state == "now"
                painter.setPen(QPen(look.colour.focus if now else look.colour.control_border, 2 if now else 1))
                painter.drawEllipse(middle, 4, 4)


class CheckItem(QAbstractButton, Themed):
    """One thing to do in the now bar: a ring or a tick, and a text that leads to its place when clicked."""

    def __init__(self, picture: CheckPicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture or CheckPicture(0, "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=6)
        self._tell()

    def picture(self) -> CheckPicture:
        return self._picture

    def set_picture(self, picture: CheckPicture) -> None:
        if picture != self._picture:
            self._picture = picture
            self._tell()

    def _tell(self) -> None:
        self.setText(self._picture.text)
        self.setAccessibleName(self._picture.text)
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _weight(self) -> int:
        return 400 if self._picture.done or self._picture.icon else 600

    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(round(look.width(self._picture.text, "body", self._weight()) + 22), round(look.scaled(28)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        middle = self.height() / 2
        done = self._picture.done
        name = self._picture.icon or ("circle-check" if done else "circle")
        ink = look.colour.positive if done and not self._picture.icon else look.colour.text_secondary
        draw_icon(painter, name, QRectF(0, middle - 7.5, 15, 15), ink)
        tone = look.colour.text_secondary if self._weight() == 400 else look.colour.text
        put_line_at(painter, self._picture.text, 21, middle, look, "body", tone, self._weight())
