"""What the two ways to set up a game share: the sand with its departments, and a question with few answers."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sandgame.paint.island import seat_size
from sandgame.present.pictures import BoardPicture
from sandgame.present.seat_choice import Question
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import current_look
from sandgame.ui.screen_bar import ScreenBar

_WIDE_FROM = 1200
_MARGIN, _AROUND, _BOARD = 14, 112, 582
_HIGH, _LOW = 560, 480
_ACROSS = 3


class SetupGround:
    """Bar, departments on the sand, and at the right a panel of one of two widths; lays them out on `owner`."""

    def __init__(self, owner: QWidget, panel: QWidget, widths: tuple[int, int]) -> None:
        self._owner, self._panel, self._widths = owner, panel, widths
        self.bar = ScreenBar()
        self.board = BoardWidget()
        self._picture = BoardPicture()
        across = row(margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN), gap=_MARGIN)
        across.addWidget(self.board, 1)
        across.addWidget(panel)
        whole = column(owner, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(self.bar)
        whole.addLayout(across, 1)

    def show_board(self, picture: BoardPicture) -> None:
        self._picture = picture
        self._fit_board()

    def fit(self) -> None:
        """After the window or the size of the text has changed."""
        wide, narrow = self._widths
        room = max(narrow, self._owner.width() - _BOARD)
        wish = wide if self._owner.width() >= _WIDE_FROM else narrow
        self._panel.setFixedWidth(min(round(current_look().scaled(wish)), room))
        self._fit_board()

    def _fit_board(self) -> None:
        """On little sand islands go without their line, which the panel says anyhow, and the company's pill goes."""
        picture, look = self._picture, current_look()
        wide = self._owner.width() - self._panel.width() - 3 * _MARGIN
        high = self._owner.height() - self.bar.height() - 2 * _MARGIN
        if high < look.scaled(_HIGH):
            picture = replace(picture, foot="")
        if high < look.scaled(_LOW):
            picture = replace(picture, company=None)
        across = min(_ACROSS, math.ceil(len(picture.islands) / 2))
        if max(across, 2) * seat_size(picture.islands, look).width() + _AROUND > wide:
            picture = replace(picture, islands=tuple(replace(each, line="") for each in picture.islands))
        self.board.set_picture(picture)


class QuestionCard(QWidget):
    """A heading with a switch between a few; hidden while there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
        self._ways: list[tuple[str, str]] = []
        self._title = Label(role="label")
        self._line = Label(role="caption", tone="text_secondary", wraps=True)
        self._switch = Segmented()
        self._switch.index_changed.connect(lambda place: self.chosen.emit(self._values[place]))
        inside = column(self, margins=(0, 4, 0, 4), gap=4)
        for widget in (self._title, self._switch, self._line):
            inside.addWidget(widget)

    def show_question(self, question: Question) -> None:
        self.setVisible(len(question.options) > 1)
        self._title.setText(question.title)
        self._line.setText(question.line)
        self._line.setVisible(bool(question.line))
        self._values = [option.value for option in question.options]
        ways = [(option.title, option.icon) for option in question.options]
        if ways != self._ways:
            # made anew only for other words, so that the keyboard keeps its place
            self._ways = ways
            self._switch.set_options(ways)
        chosen = [place for place, option in enumerate(question.options) if option.chosen]
        if chosen:
            self._switch.set_index(chosen[0])
        self._switch.setAccessibleName(question.title)
