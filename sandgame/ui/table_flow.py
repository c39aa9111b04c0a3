"""Things side by side that break into further rows where the window is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Shows its children in the order they were added, each as wide as it wishes, the rows as tall as their tallest."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 10) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        self._items.append(widget)
        widget.setParent(self)
        widget.show()
        self._again()

    def take(self, widget: QWidget) -> None:
        """Out of the rows, and still alive."""
        self._items.remove(widget)
        self._again()

    def remove(self, widget: QWidget) -> None:
        self.take(widget)
        widget.hide()
        widget.deleteLater()

    def items(self) -> list[QWidget]:
        return list(self._items)

    def _again(self) -> None:
        self._arrange(self.width())
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def _spots(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Each shown child with its place; in a row of unequal heights they are centred."""
        rows: list[list[tuple[QWidget, QSize]]] = [[]]
        used = 0
        for item in self._items:
            if item.isHidden():
                continue
            wish = item.sizeHint().expandedTo(item.minimumSizeHint()).expandedTo(item.minimumSize())
            if rows[-1] and used + wish.width() > width:
                rows.append([])
                used = 0
            rows[-1].append((item, wish))
            used += wish.width() + self._gap
        spots: list[tuple[QWidget, QRect]] = []
        top = 0
        for row in rows:
            high = max((wish.height() for _, wish in row), default=0)
            left = 0
            for item, wish in row:
                spots.append((item, QRect(left, top + (high - wish.height()) // 2, wish.width(), wish.height())))
                left += wish.width() + self._gap
            top += high + (self._gap if row else 0)
        return spots

    def _arrange(self, width: int) -> None:
        for item, spot in self._spots(width):
            item.setGeometry(spot)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((spot.bottom() + 1 for _, spot in self._spots(width)), default=0)

    def sizeHint(self) -> QSize:
        wide = sum(spot.width() + self._gap for _, spot in self._spots(10_000))
        return QSize(max(0, wide - self._gap), self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        widest = max((spot.width() for _, spot in self._spots(10_000)), default=0)
        return QSize(widest, self.heightForWidth(max(widest, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())
        self.updateGeometry()
