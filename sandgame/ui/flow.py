"""Things side by side that go on in the next line where the width ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.rows import drop

_WIDEST = 10_000


class Flow(QWidget):
    """Holds its children in the order in which they were added; each as wide as it asks, at most the whole width.

    What is hidden takes no room; in a line of unequal heights each stands in the middle.
    """

    def __init__(self, gap: int = 8, parent: QWidget | None = None, *, line_gap: int | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._line_gap = gap if line_gap is None else line_gap
        self._things: list[QWidget] = []
        high_as_needed(self)

    def fill(self, things: Sequence[QWidget]) -> None:
        """These and no others; one that was here before stays as it is, the rest are thrown away."""
        for old in self._things:
            if old not in things:
                drop(old)
        for thing in things:
            if thing not in self._things:
                self._adopt(thing)
        self._things = list(things)
        self._again()

    def add(self, thing: QWidget) -> None:
        self._adopt(thing)
        self._things.append(thing)
        self._again()

    def take(self, thing: QWidget) -> None:
        """Out of the lines, and still alive."""
        self._things.remove(thing)
        self._again()

    def remove(self, thing: QWidget) -> None:
        self.take(thing)
        drop(thing)

    def items(self) -> list[QWidget]:
        return list(self._things)

    def _adopt(self, thing: QWidget) -> None:
        thing.setParent(self)
        thing.show()

    def _again(self) -> None:
        self._arrange()
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [thing for thing in self._things if not thing.isHidden()]

    def _boxes(self, width: int) -> list[QRect]:
        lines: list[list[QSize]] = []
        left = 0
        for thing in self._shown():
            size = _wish(thing, width)
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append(size)
            left += size.width() + self._gap
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
        for thing, box in zip(self._shown(), self._boxes(self.width()), strict=True):
            thing.setGeometry(box)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        boxes = self._boxes(_WIDEST)
        return QSize(max((box.right() + 1 for box in boxes), default=0), self.heightForWidth(_WIDEST))

    def minimumSizeHint(self) -> QSize:
        widest = max((_least(thing) for thing in self._shown()), default=0)
        # a height that followed the width it has would make a bar beside it come and go without end
        return QSize(widest, self.heightForWidth(_WIDEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)


def _least(thing: QWidget) -> int:
    return max(thing.minimumSizeHint().width(), thing.minimumWidth())


def _wish(thing: QWidget, width: int) -> QSize:
    """What a thing takes of a line of this width: what it asks for, or all of the line, breaking its words."""
    wish = thing.sizeHint().expandedTo(thing.minimumSizeHint()).expandedTo(thing.minimumSize())
    wide = max(min(wish.width(), width), _least(thing))
    return QSize(wide, thing.heightForWidth(wide) if thing.hasHeightForWidth() else wish.height())
