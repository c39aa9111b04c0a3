"""A board on a page that has more to show: it asks for little height and takes what is left."""

from __future__ import annotations

from PySide6.QtCore import QSize

from sandgame.ui.kit.board_widget import BoardWidget


class LowBoard(BoardWidget):
    """Between its least height and whatever the page can spare."""

    def sizeHint(self) -> QSize:
        return QSize(758, 226)
