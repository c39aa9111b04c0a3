"""A row of departments to choose from, wrapping to the width: one tab for each sheet, or for each provider."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.cards import column
from sandgame.ui.kit.pills import PillChoice
from sandgame.ui.kit.themed import Themed

Tab = tuple[int, BadgePicture, str, bool]
"""Its number, badge, text, and whether it waits for me."""


def _marked(text: str, waits: bool) -> str:
    return f"{text} •" if waits else text


class BadgeTabs(QWidget, Themed):
    """`chosen` carries the number of a tab."""

    chosen = Signal(int)

    def __init__(self, margins: tuple[int, int, int, int] = (12, 9, 12, 3)) -> None:
        super().__init__()
        self._numbers: list[int] = []
        self._shown: list[Tab] = []
        self._short: Sequence[str] = ()
        self.pills = PillChoice()
        layout = column(self, margins=margins, gap=0)
        layout.addWidget(self.pills)
        self.pills.chosen_changed.connect(self._on_chosen)

    def show_tabs(self, tabs: Sequence[Tab], present: int, short: Sequence[str] = ()) -> None:
        """`short`: what the tabs say where one of them would be too wide for its place."""
        if (list(tabs), short) != (self._shown, self._short):
            self._shown, self._short = list(tabs), short
            self._numbers = [tab[0] for tab in tabs]
            self._show_texts()
        self.pills.set_chosen(self._numbers.index(present) if present in self._numbers else -1)

    def _show_texts(self) -> None:
        badges = [tab[1] for tab in self._shown]
        self.pills.set_options([_marked(text, waits) for _, _, text, waits in self._shown], badges)
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if self._short and self.pills.minimumSizeHint().width() > room:
            marked = [_marked(text, tab[3]) for text, tab in zip(self._short, self._shown, strict=True)]
            self.pills.set_options(marked, badges)

    def on_look_changed(self) -> None:
        self._show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._short and event.size().width() != event.oldSize().width():
            self._show_texts()

    def minimumSizeHint(self) -> QSize:
        # a tab that is too wide says less: it does not widen its place
        return QSize(0 if self._short else super().minimumSizeHint().width(), super().minimumSizeHint().height())

    def _on_chosen(self, at: int) -> None:
        self.chosen.emit(self._numbers[at])
