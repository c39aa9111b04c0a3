"""Words and signs on a page: labels that break and never elide, with bold words and icons; icons alone."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import LEFT, Paragraph
from sandgame.paint.typeset import plain
from sandgame.ui.kit.themed import Themed, current_look


class Icon(QWidget):
    """An icon that stands alone, in a colour token."""

    def __init__(self, name: str, side: int = 16, tone: str = "text_secondary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, tone
        self.setFixedSize(side, side)

    def set_icon(self, name: str, tone: str = "") -> None:
        if (name, tone or self._tone) != (self._name, self._tone):
            self._name, self._tone = name, tone or self._tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._name:
            draw_icon(QPainter(self), self._name, QRectF(self.rect()), current_look().named(self._tone))


class Label(QLabel, Themed):
    """A text of a role ("caption", "body", "label", "title" ...) in a colour token ("text", "text_secondary" ...).

    With `wraps` it breaks to its width; without, it asks for all the width it needs. `**word**` is set bold. An icon
    stands before the first line, in the same colour or `icon_tone`.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
        *,
        weight: int | None = None,
        wraps: bool = False,
        icon: str = "",
        icon_tone: str = "",
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._tone = tone
        self._weight = weight
        self._wraps = wraps
        self._icon_name = icon
        self._icon_tone = icon_tone
        self._aligned = align
        self._paragraph: Paragraph | None = None
        self._heights: dict[int, int] = {}
        self._marked = ""
        across = QSizePolicy.Policy.Preferred if wraps else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(across, QSizePolicy.Policy.Fixed if not wraps else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        if text == self._marked:
            # a page says most of its words again at every change: only new ones are laid out
            return
        # the text with its marks stays with us; assistive tools read it plain
        super().setText(plain(text))
        self._marked = text
        self._refresh()

    def set_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.update()

    def set_icon(self, name: str, tone: str = "") -> None:
        if (name, tone) == (self._icon_name, self._icon_tone):
            return
        self._icon_name = name
        self._icon_tone = tone
        self._refresh()

    def on_look_changed(self) -> None:
        self._refresh()

    def setContentsMargins(self, left: int, top: int, right: int, bottom: int) -> None:  # type: ignore[override]
        super().setContentsMargins(left, top, right, bottom)
        self._heights.clear()

    def _refresh(self) -> None:
        self._paragraph = None
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _laid(self) -> Paragraph:
        if self._paragraph is None:
            self._paragraph = Paragraph(self._marked, current_look(), self._role, self._weight)
        return self._paragraph

    def _icon_side(self) -> float:
        return 16.0 if self._role in ("label", "title", "heading", "bodyLarge") else 14.0

    def _lead(self) -> float:
        return self._icon_side() + 6 if self._icon_name else 0.0

    def _needed(self) -> QSize:
        width = self._laid().natural_width() + self._lead() if self._marked else self._lead()
        return QSize(int(width) + 1, round(current_look().line(self._role)))

    def sizeHint(self) -> QSize:
        needed = self._needed()
        margins = self.contentsMargins()
        wide = min(needed.width(), 360) if self._wraps else needed.width()
        high = self._laid().height(max(1, wide - self._lead())) if self._wraps else needed.height()
        return QSize(wide + margins.left() + margins.right(), round(high) + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        if not self._wraps:
            return self.sizeHint()
        return QSize(min(60, self._needed().width()), round(current_look().line(self._role)))

    def hasHeightForWidth(self) -> bool:
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for it hundreds of times until all has its place."""
        if not self._wraps:
            return -1
        high = self._heights.get(width)
        if high is None:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right() - self._lead()
            high = round(self._laid().height(max(1, inner))) + margins.top() + margins.bottom()
            self._heights[width] = high
        return high

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        ink = look.named(self._tone) if self.isEnabled() else look.colour.text_tertiary
        box = QRectF(self.contentsRect())
        width = box.width() - self._lead() if self._wraps else max(box.width() - self._lead(), self._needed().width())
        high = self._laid().height(width if self._wraps else 1e6)
        top = box.top() if self._wraps else box.top() + (box.height() - high) / 2
        if self._icon_name:
            side = self._icon_side()
            middle = top + look.line(self._role) / 2
            spot = QRectF(QPointF(box.left(), middle - side / 2), QPointF(box.left() + side, middle + side / 2))
            draw_icon(painter, self._icon_name, spot, look.named(self._icon_tone) if self._icon_tone else ink)
        area = QRectF(box.left() + self._lead(), top, box.width() - self._lead(), high)
        if not self._wraps and self._aligned == LEFT:
            area.setWidth(1e6)
        self._laid().draw(painter, area, ink, self._aligned)
