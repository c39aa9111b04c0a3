"""Lists of widgets that follow a list of pictures: kept where they are, so that focus and typing survive a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

Picture = TypeVar("Picture")
Widget = TypeVar("Widget", bound=QWidget)


class Rows(Generic[Picture, Widget]):
    """`make` gives an empty widget, `show` puts a picture into it; the n-th widget always shows the n-th picture."""

    def __init__(self, layout: QBoxLayout, make: Callable[[], Widget], show: Callable[[Widget, Picture], None]) -> None:
        self._layout = layout
        self._make = make
        self._show = show
        self.widgets: list[Widget] = []

    def fill(self, pictures: Sequence[Picture]) -> None:
        while len(self.widgets) > len(pictures):
            drop(self.widgets.pop())
        for number, picture in enumerate(pictures):
            if number == len(self.widgets):
                widget = self._make()
                self.widgets.append(widget)
                self._layout.insertWidget(self._place(), widget)
                if widget.parentWidget() is not None:
                    # else the layout counts it only after the next turn of the loop
                    widget.show()
            self._show(self.widgets[number], picture)

    def _place(self) -> int:
        """Behind the last of these rows, before whatever else the layout holds."""
        if len(self.widgets) == 1:
            return self._first
        return self._layout.indexOf(self.widgets[-2]) + 1

    @property
    def _first(self) -> int:
        """Rows stand before a closing stretch, if there is one."""
        count = self._layout.count()
        return count - 1 if count and self._layout.stretch(count - 1) else count


def drop(widget: QWidget) -> None:
    """Takes a widget off the screen at once and out of memory a little later."""
    widget.hide()
    parent = widget.parentWidget()
    if parent is not None and (layout := parent.layout()) is not None:
        layout.removeWidget(widget)
    widget.deleteLater()
