"""Beside an opened moment: the board as it was, one step after the other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.moment_board import MomentBoard, MomentBoards
from sandgame.text.speech import Speech
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look

_WIDE, _HIGH, _LEAST = 640, 560, 220


class MomentBoardPanel(QWidget):
    """Shows the step it is asked for, at first where the moment begins."""

    stepped = Signal(int)
    """Another number of the log, by whoever is at the keys."""

    def __init__(self, boards: MomentBoards, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boards = boards
        self.shown: MomentBoard = boards.at(boards.start)
        say = speech.say
        self._title = Label(say("debrief-board-title"), "label", "text_secondary", weight=700, icon="map")
        self._when = Label("", "body", weight=700)
        self._step = Label("", "caption", "text_secondary")
        self.board = BoardWidget()
        self.board.setMinimumHeight(_LEAST)
        # the arrow keys are for the steps; what lies there is told beside it
        self.board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(_WIDE)
        self.last = SecondaryButton("", "chevron-left", size="small")
        self.next = SecondaryButton("", "chevron-right", size="small")
        for button, key in ((self.last, "last"), (self.next, "next")):
            button.setToolTip(say(f"debrief-board-{key}"))
            button.setAccessibleName(say(f"debrief-board-{key}"))
        inside = column(self, margins=(16, 10, 4, 12), gap=8)
        inside.addWidget(self._title)
        inside.addWidget(self.board, 1)
        foot = row(gap=8)
        foot.addWidget(self.last)
        foot.addWidget(self.next)
        foot.addWidget(self._when)
        foot.addStretch(1)
        foot.addWidget(self._step)
        inside.addLayout(foot)
        self.last.clicked.connect(lambda: self._go(self.shown.last))
        self.next.clicked.connect(lambda: self._go(self.shown.next))
        self._show()

    def _go(self, number: int) -> None:
        if number:
            self.show_step(number)
            self.stepped.emit(self.shown.number)

    def show_step(self, number: int) -> None:
        self.shown = self._boards.at(number)
        self._show()

    def _show(self) -> None:
        shown = self.shown
        self.board.set_picture(shown.board)
        self._when.setText(shown.title)
        self._step.setText(shown.step)
        self.last.setEnabled(bool(shown.last))
        self.next.setEnabled(bool(shown.next))

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, round(current_look().scaled(_HIGH)))
