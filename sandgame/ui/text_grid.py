"""A small table of words and figures whose lines and columns may change while it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from sandgame.ui.kit.labels import Label


class TextGrid(QGridLayout):
    """Its first line is its heads."""

    def __init__(self, across: int, down: int) -> None:
        super().__init__()
        self.setHorizontalSpacing(across)
        self.setVerticalSpacing(down)
        self.cells: list[Label] = []

    def show_texts(self, lines: Sequence[Sequence[str]], *, named: bool = False) -> None:
        """`named`: the first of each line says what it counts."""
        texts = [(line, place, text) for line, cells in enumerate(lines) for place, text in enumerate(cells)]
        while len(self.cells) < len(texts):
            self.cells.append(Label("", "body"))
        for cell in self.cells:
            self.removeWidget(cell)
            cell.hide()
        for cell, (line, place, text) in zip(self.cells, texts, strict=False):
            cell.setText(text)
            cell.set_tone("text" if line and (place or not named) else "text_secondary")
            self.addWidget(cell, line, place)
            cell.show()
