"""A row of departments to choose from, wrapping to the width: one tab for each sheet, or for each provider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.cards import column
from sandgame.ui.kit.pills import PillChoice

Tab = tuple[int, BadgePicture, str, bool]
"""Its number, badge, text, and whether it waits for me."""


class BadgeTabs(QWidget):
    """`chosen` carries the number of a tab."""

    chosen = Signal(int)

    def __init__(self, margins: tuple[int, int, int, int] = (12, 9, 12, 3)) -> None:
        super().__init__()
        self._numbers: list[int] = []
        self._shown: list[Tab] = []
        self.pills = PillChoice()
        layout = column(self, margins=margins, gap=0)
        layout.addWidget(self.pills)
        self.pills.chosen_changed.connect(self._on_chosen)

    def show_tabs(self, tabs: Sequence[Tab], present: int) -> None:
        if list(tabs) != self._shown:
            self._shown = list(tabs)
            self._numbers = [tab[0] for tab in tabs]
            texts = [f"{text} •" if waits else text for _, _, text, waits in tabs]
            self.pills.set_options(texts, [tab[1] for tab in tabs])
        self.pills.set_chosen(self._numbers.index(present) if present in self._numbers else -1)

    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(self._numbers[at])
