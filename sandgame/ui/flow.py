"""Things side by side that go on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.ui.rows import drop


class Flow(QWidget):
    """Holds its children in the order in which they were added; each as wide as it asks, at most the whole width."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None, *, line_gap: int | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._things: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, things: list[QWidget]) -> None:
        for old in self._things:
            drop(old)
        self._things = things
        for thing in things:
            thing.setParent(self)
            thing.show()
        self.updateGeometry()
        self._arrange()

    def _boxes(self, width: int) -> list[QRect]:
        lines: list[list[QSize]] = []
        left = 0
        for thing in self._things:
            wide = min(thing.sizeHint().width(), max(1, width))
            tall = thing.heightForWidth(wide) if thing.hasHeightForWidth() else thing.sizeHint().height()
            if not lines or left + wide > width:
                lines.append([])
                left = 0
            lines[-1].append(QSize(wide, tall))
            left += wide + self._gap
        return self._placed(lines)

    def _placed(self, lines: list[list[QSize]]) -> list[QRect]:
        """Each on the middle of its line."""
        boxes: list[QRect] = []
        top = 0
        for line in lines:
            high = max(size.height() for size in line)
            left = 0
            for size in line:
                boxes.append(QRect(left, top + (high - size.height()) // 2, size.width(), size.height()))
                left += size.width() + self._gap
            top += high + self._line_gap
        return boxes

    def _arrange(self) -> None:
        for thing, box in zip(self._things, self._boxes(self.width()), strict=True):
            thing.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        boxes = self._boxes(420)
        return QSize(max((box.right() + 1 for box in boxes), default=40), self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((thing.minimumSizeHint().width() for thing in self._things), default=40), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)
