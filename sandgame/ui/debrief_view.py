"""A page of the debrief as a widget, in all three places: scaled into its room; each figure opens its moment."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from sandgame.paint.debrief_page import EDGE, HEAD, draw_debrief
from sandgame.paint.easel import HIGH, WIDE, Easel, Spot
from sandgame.paint.look import Look
from sandgame.present.debrief_page import DebriefPicture
from sandgame.ui.kit.mark import draw_mark
from sandgame.ui.kit.themed import Themed, current_look

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def paint_page(painter: QPainter, page: DebriefPicture, look: Look, size: QSize) -> tuple[Easel, float, QPointF]:
    """Draws the whole page into a size, letterboxed; gives what it wrote, its scale and its corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    scale = min(size.width() / WIDE, size.height() / HIGH)
    corner = QPointF((size.width() - WIDE * scale) / 2, (size.height() - HIGH * scale) / 2)
    painter.save()
    painter.translate(corner)
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, WIDE, HIGH))
    easel = Easel(painter, look)
    draw_debrief(easel, page)
    draw_mark(painter, QRectF(EDGE, HEAD / 2 - 15, 40, 30))
    painter.restore()
    return easel, scale, corner


class DebriefView(QWidget, Themed):
    """Tab and the arrows go from figure to figure, Enter opens; `still` pages (a preview) open nothing."""

    moment_asked = Signal(object, str)
    """Log numbers, and what the figure says."""
    principle_asked = Signal(str)
    """Its evidence is to stand beside."""

    def __init__(self, parent: QWidget | None = None, *, still: bool = False, always_light: bool = False) -> None:
        super().__init__(parent)
        self._page: DebriefPicture | None = None
        self._language_look: Look | None = None
        self._always_light = always_light
        self._still = still
        self._place = -1
        self._opens = False
        """Its moment is on the way."""
        self._by_keys = False
        """Only who uses the keys has to see where they are: a ring would single a department out."""
        self.spots: tuple[Spot, ...] = ()
        """What opens, in pixels of the page."""
        self.written: list[tuple[str, QRectF, float]] = []
        self._scale, self._corner = 1.0, QPointF()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not still:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def page(self) -> DebriefPicture | None:
        return self._page

    def show_page(self, page: DebriefPicture | None) -> None:
        if page != self._page:
            # another choice on the same page leaves the keys where they are
            same = page is not None and self._page is not None and page.title == self._page.title
            self._page, self._place = page, self._place if same else -1
            self.setAccessibleName(page.spoken if page is not None else "")
            self.update()

    def on_look_changed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    def hasHeightForWidth(self) -> bool:
        return False

    def _look(self) -> Look:
        look = current_look()
        return Look("light" if self._always_light else look.scheme, look.language, 100, calm=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._page is None:
            return
        easel, self._scale, self._corner = paint_page(painter, self._page, self._look(), self.size())
        self.spots, self.written = tuple(easel.spots), easel.written
        if ((self.hasFocus() and self._by_keys) or self._opens) and 0 <= self._place < len(self.spots):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_look().colour.focus, 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._on_widget(self.spots[self._place].box).adjusted(-3, -3, 3, 3), 6, 6)

    def _on_widget(self, box: QRectF) -> QRectF:
        corner = self._corner + box.topLeft() * self._scale
        return QRectF(corner.x(), corner.y(), box.width() * self._scale, box.height() * self._scale)

    def spot_at(self, point: QPointF) -> Spot | None:
        """The smallest one there."""
        under = [spot for spot in self.spots if self._on_widget(spot.box).contains(point)]
        return min(under, key=lambda spot: spot.box.width() * spot.box.height(), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = None if self._still else self.spot_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor)
        self.setToolTip(spot.spoken if spot is not None else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = None if self._still else self.spot_at(event.position())
        self._by_keys = False
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._open(spot)

    def _open(self, spot: Spot) -> None:
        """What opens is marked at once, with the pointer that asks to wait: it may take a moment to come."""
        if spot.choose:
            self._place = self.spots.index(spot)
            self.principle_asked.emit(spot.choose)
            return
        self._place, self._opens = self.spots.index(spot), True
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        self.repaint()
        try:
            self.moment_asked.emit(spot.log, spot.spoken)
        finally:
            QApplication.restoreOverrideCursor()
            self._opens = False
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _KEYS:
            self._by_keys = True
            self._step(max(self._place, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and self.spots and not self._still:
            self._by_keys = True
            self._step(max(0, min(len(self.spots) - 1, self._place + step)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._place < len(
            self.spots
        ):
            self._open(self.spots[self._place])
        else:
            super().keyPressEvent(event)

    def _step(self, place: int) -> None:
        self._place = place
        if 0 <= place < len(self.spots):
            self.setAccessibleDescription(self.spots[place].spoken)
        self.update()
