"""The ring around whatever has the keyboard's focus: 2.5 px with a 2 px gap, outside the widget, in every window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from sandgame.ui.kit.themed import current_look

RING = 2.5
GAP = 2.0
_REACH = 5


def set_ring(widget: QWidget, *, corner: float | None = None, own: bool = False) -> None:
    """How a widget wants its ring: the radius of its corners, or `own` if it draws its focus by itself."""
    widget.setProperty("ring_own", own)
    if corner is not None:
        widget.setProperty("ring_corner", corner)


class _Ring(QWidget):
    """The drawn ring; lies over its host, lets the mouse through."""

    def __init__(self, host: QWidget, corner: float) -> None:
        super().__init__(host)
        self._corner = corner
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current_look().colour.focus, RING))
        inset = RING / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._corner + GAP + inset, self._corner + GAP + inset)


class FocusRings(QObject):
    """Follows the focus of the application and draws the ring where it goes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focus_rings")
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        if new is None or new.isWindow() or new.property("ring_own"):
            return
        target = new.focusProxy() or new
        host = _host_of(target)
        corner = target.property("ring_corner")
        self._target = target
        self._ring = _Ring(host, float(corner) if isinstance(corner, int | float) else 7.0)
        self._ring.destroyed.connect(self._on_ring_destroyed)
        step: QWidget | None = target
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def _drop(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._target = None
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):
            ring.destroyed.disconnect(self._on_ring_destroyed)
            ring.hide()
            ring.deleteLater()

    def _on_ring_destroyed(self) -> None:
        # its window is gone, and with it all that was watched
        self._ring = None
        self._target = None
        self._watched = []

    def _place(self) -> None:
        if self._ring is None or self._target is None or not isValid(self._target):
            return
        host = self._ring.parentWidget()
        if host is None:
            return
        corner = self._target.mapTo(host, QPoint(0, 0))
        self._ring.setGeometry(QRect(corner, self._target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self._ring.setVisible(self._target.isVisible())
        self._ring.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)
        if event.type() in moved:
            self._place()
        return super().eventFilter(watched, event)


def _host_of(widget: QWidget) -> QWidget:
    """The widget that the ring lies on: the nearest viewport of a list, else the window."""
    step = widget
    while (parent := step.parentWidget()) is not None and not step.isWindow():
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is step and step is not widget:
            return step
        step = parent
    return step
