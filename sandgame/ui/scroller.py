"""A page that scrolls up and down when it is taller than its place, and fills it when it is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget, QWidgetItem

from sandgame.ui.laid_out import parts


class Foldable(Protocol):
    """A list that scrolls by itself until the page around it does."""

    def least_height(self) -> int:
        """While it scrolls by itself."""

    def set_whole(self, whole: bool) -> None:
        """Shows all that it holds."""


class Scroller(QScrollArea):
    """As wide as its place; as tall as the content needs at that width.

    It sizes its content by itself: Qt's own way takes the height of a text broken at its narrowest for the least one.
    `squeezes`: the content, a column, can do with less height than it asks for, and scrolls only below the least it
    needs. Then its `lists` show all they hold: one that scrolls inside another would be hard to turn.
    """

    def __init__(
        self,
        content: QWidget | None = None,
        parent: QWidget | None = None,
        *,
        squeezes: bool = False,
        lists: Sequence[Foldable] = (),
    ) -> None:
        super().__init__(parent)
        self._squeezes, self._lists = squeezes, tuple(lists)
        self._fitting = self._whole = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._wish: QSize | None = None
        self._least = 0
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
        self._least = min(height, least)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._hold_height()
        self.updateGeometry()

    def least_height(self) -> int:
        return self._least

    def set_whole(self, whole: bool) -> None:
        if whole != self._whole:
            self._whole = whole
            self._hold_height()

    def _hold_height(self) -> None:
        """The wish, or, on a page that scrolls, all of the content."""
        if self._wish is None:
            return
        needed = self._height_at(max(1, self.width()))
        low, high = (needed, needed) if self._whole else (self._least, self._wish.height())
        if (low, high) != (self.minimumHeight(), self.maximumHeight()):
            self.setMinimumHeight(low)
            self.setMaximumHeight(high)
            self.updateGeometry()

    def _height_at(self, width: int) -> int:
        content = self.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return content.sizeHint().height() if content is not None else 0
        layout.activate()
        if self._squeezes:
            whole = self._squeezed(layout, width, folded=True) > self.contentsRect().height()
            for each in self._lists:
                each.set_whole(whole)
            return self._squeezed(layout, width, folded=False)
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def _squeezed(self, layout: QLayout, width: int, *, folded: bool) -> int:
        """The least height of a column; `folded`: with its lists at their shortest."""
        heights = []
        for part in parts(layout):
            item = QWidgetItem(part) if isinstance(part, QWidget) else part
            if item.isEmpty():
                continue
            same: object = part
            listed = next((each for each in self._lists if each is same), None)
            if folded and listed is not None:
                heights.append(listed.least_height())
            elif item.hasHeightForWidth():
                heights.append(max(item.minimumHeightForWidth(width), item.minimumSize().height()))
            else:
                heights.append(item.minimumSize().height())
        return sum(heights) + layout.spacing() * max(0, len(heights) - 1)

    def _fit(self) -> None:
        if self._fitting:
            # the bar that comes or goes changes the width: what called takes that in
            return
        self._fitting = True
        self._fit_content()
        self._fitting = False

    def _fit_content(self) -> None:
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
        if self._whole and event.size().width() != event.oldSize().width():
            self._hold_height()
        self._fit()

    def reveal(self, widget: QWidget) -> None:
        """Scrolls to a widget, after the layout has taken in what changed."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.ensureWidgetVisible(widget, 0, 8)

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
