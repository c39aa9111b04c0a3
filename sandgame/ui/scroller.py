"""A page that scrolls up and down when it is taller than its place, and fills it when it is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Scroller(QScrollArea):
    """As wide as its place; as tall as the content needs at that width.

    It sizes its content by itself: Qt's own way takes the height of a text broken at its narrowest for the least one.
    """

    def __init__(self, content: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._wish: QSize | None = None
        if content is not None:
            self.set_content(content)

    def set_content(self, content: QWidget) -> None:
        """The page; the one before is thrown away."""
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        content.show()
        self._fit()

    def set_wish(self, height: int, least: int) -> None:
        """As tall as `height` where there is room, never shorter than `least`."""
        self._wish = QSize(240, height)
        self.setMinimumHeight(min(height, least))
        self.setMaximumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.updateGeometry()

    def _height_at(self, width: int) -> int:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return content.sizeHint().height() if content is not None else 0
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _fit(self) -> None:
        content = self.widget()
        if content is None:
            return
        room = self.contentsRect().size()
        scrolls = self._height_at(room.width()) > room.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        width = self.viewport().width()
        content.resize(width, max(self._height_at(width), self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        if self._wish is not None:
            return self._wish
        content = self.widget()
        return content.sizeHint() if content is not None else QSize(240, 120)

    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        return QSize(content.minimumSizeHint().width() if content is not None else 0, 60)
