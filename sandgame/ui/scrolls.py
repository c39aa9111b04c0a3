"""Lists that scroll inside a panel: as tall as what they hold while there is room, never wider than their place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


class Scroll(QScrollArea):
    """A column that scrolls upright only. `fits`: it asks for the height of its content, and can do with less."""

    def __init__(
        self, *, fits: bool = False, margins: tuple[int, int, int, int] = (0, 0, 0, 0), gap: int = 8, least: int = 56
    ) -> None:
        super().__init__()
        self._fits = fits
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(gap)
        if not fits:
            self.column.addStretch(1)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        upright = QSizePolicy.Policy.Preferred if fits else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Preferred, upright)

    def set_least(self, least: int) -> None:
        """It can do with this height, if its content is taller."""
        self._least = least
        self.updateGeometry()

    @contextmanager
    def held(self) -> Iterator[None]:
        """While much is changed, and then laid out once.

        Left to itself Qt would lay out everything anew for each part that comes up, and for each widget around a text
        of another length, from the inside out.
        """
        laid_out = [(part, part.layout()) for part in self._content.findChildren(QWidget)]
        layouts = [self.column, *(layout for _, layout in laid_out if layout is not None)]
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)
        for part, inside in reversed(laid_out):
            if inside is not None:
                part.updateGeometry()
        self._content.updateGeometry()
        QCoreApplication.sendPostedEvents(self.viewport(), QEvent.Type.LayoutRequest.value)
        self.column.activate()

    def reveal(self, widget: QWidget) -> None:
        """Scrolls to a widget, after the layout has taken in what changed."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.ensureWidgetVisible(widget, 0, 8)

    def _needed(self) -> int:
        width = max(40, self.viewport().width())
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        high = self._needed() if self._fits else 200
        return QSize(self.column.totalMinimumSize().width(), high)

    def minimumSizeHint(self) -> QSize:
        least = min(self._least, self._needed()) if self._fits else self._least
        return QSize(self.column.totalMinimumSize().width(), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
