"""A dialog that lies over the whole of its window, dimmed; it paints the window by itself: nothing is see-through."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

_DIM = "#66141E28"
_FRESH = 500
"""Milliseconds between two looks at the window: its clock runs on below a question."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class Overlay(QDialog):
    """See-through windows are not to be had everywhere: without a compositor what they leave out is black."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self._behind: QPixmap | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_FRESH)
        self._looking.timeout.connect(self.look)

    def over(self) -> QWidget | None:
        """The window it lies on."""
        parent = self.parentWidget()
        return parent.window() if parent is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        window = self.over()
        if window is not None:
            window.installEventFilter(self)
            self.cover()
            self._looking.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._looking.stop()
        super().hideEvent(event)

    def look(self) -> None:
        """The window as it looks now."""
        window = self.over()
        if window is not None:
            self._behind = window.grab()
            self.update()

    def cover(self) -> None:
        """Lies down on its window as that is now, and as it looks now."""
        window = self.over()
        if window is not None:
            self.setGeometry(window.geometry())
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and watched is self.over() and self.isVisible():
            # after the window has laid itself out
            QTimer.singleShot(0, self, self.cover)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._behind is not None:
            painter.drawPixmap(0, 0, self._behind)
            painter.fillRect(self.rect(), QColor(_DIM))
