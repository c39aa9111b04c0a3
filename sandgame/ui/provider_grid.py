"""The cards of all providers side by side: as many in a row as find room, never more than three."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed
from sandgame.ui.provider_card import ProviderPanel

_MOST, _GAP = 3, 10
_ROOM = 238
"""A card among three is never narrower than this."""


class ProviderGrid(QWidget, Themed):
    """`most`: two for the long form, whose cards want more width. `beside` stands next to a single card."""

    def __init__(self, panels: Sequence[ProviderPanel], most: int = _MOST, beside: QWidget | None = None) -> None:
        super().__init__()
        self._panels, self._most, self._beside = list(panels), most, beside
        self._columns = 0
        high_as_needed(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._arrange(758)

    def _widgets(self) -> list[QWidget]:
        return [*self._panels, *([self._beside] if self._beside is not None else [])]

    def _columns_at(self, width: int) -> int:
        wanted = min(self._most, max(2, len(self._panels)))
        least = max((panel.least_width() for panel in self._panels), default=0)
        while wanted > 1 and (width - (wanted - 1) * _GAP) / wanted < max(least, _ROOM if wanted > 2 else 0):
            wanted -= 1
        return wanted

    def _arrange(self, width: int) -> None:
        columns = self._columns_at(width)
        each = (width - (columns - 1) * _GAP) // columns
        for panel in self._panels:
            panel.fit(each)
        if columns == self._columns:
            return
        self._columns = columns
        for widget in self._widgets():
            self._grid.removeWidget(widget)
        for number, widget in enumerate(self._widgets()):
            self._grid.addWidget(widget, number // columns, number % columns)
        for number in range(_MOST):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
            self._grid.setColumnMinimumWidth(number, 0)

    def on_look_changed(self) -> None:
        self._columns = 0
        self._arrange(max(1, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())
