"""What the two ways to set up a game share: the screen with its sand, its panel, and a question with few answers."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.island import seat_size
from sandgame.present.pictures import BoardPicture
from sandgame.present.seat_choice import Question
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.cards import Card, Divider, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller

_WIDE_FROM = 1200
_MARGIN, _AROUND, _BOARD = 14, 112, 582
_HIGH, _LOW = 560, 480
_ACROSS = 3


class SetupPanel(Card):
    """The ways at the head, what is asked `inside`, which scrolls, and at the foot the button that starts."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = Segmented()
        self.foot = Label(role="body", tone="text_secondary", wraps=True, icon="clock")
        self.start = PrimaryButton("", "play", size="large")
        self.start.set_key("F9")
        self.start.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._inner = QWidget()
        self.inside = column(self._inner, margins=(16, 12, 16, 8), gap=7)

    def lay_out(self, head: QWidget | None = None) -> None:
        """After all is inside, so that Tab goes from the head to the foot."""
        self.inside.addStretch(1)
        top, under = QWidget(), QWidget()
        column(top, margins=(16, 12, 16, 8)).addWidget(self.ways)
        feet = column(under, margins=(16, 10, 16, 14), gap=10)
        feet.addWidget(self.foot)
        feet.addWidget(self.start)
        outer = column(self, margins=(1, 1, 1, 0), gap=0)
        outer.addWidget(top)
        if head is not None:
            outer.addWidget(head)
        outer.addWidget(Scroller(self._inner), 1)
        outer.addWidget(Divider())
        outer.addWidget(under)


class SetupScreen(QWidget, Themed):
    """Bar, departments on the sand, and at the right a panel of one of two widths; Enter and F9 start."""

    start_asked = Signal(object)
    """The choice as it stands."""
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, widths: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths = widths
        self._side: QWidget | None = None
        self._bar, self._board = ScreenBar(), BoardWidget()
        self._bar.back_asked.connect(self.back_asked)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        self._picture = BoardPicture()

    def _place(self, panel: QWidget) -> None:
        self._side = panel
        across = row(margins=(_MARGIN, _MARGIN, _MARGIN, _MARGIN), gap=_MARGIN)
        across.addWidget(self._board, 1)
        across.addWidget(panel)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(self._bar)
        whole.addLayout(across, 1)

    def start(self) -> None:
        raise TypeError("a screen starts what was chosen on it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F9 or (control and enter):
            self.start()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _show_board(self, picture: BoardPicture) -> None:
        self._picture = picture
        self._fit_board()

    def _fit(self) -> None:
        """After the window or the size of the text has changed."""
        assert self._side is not None
        wide, narrow = self._widths
        room = max(narrow, self.width() - _BOARD)
        wish = wide if self.width() >= _WIDE_FROM else narrow
        self._side.setFixedWidth(min(round(current_look().scaled(wish)), room))
        self._fit_board()

    def _fit_board(self) -> None:
        """On little sand islands go without their line, which the panel says anyhow, and the company's pill goes."""
        picture, look = self._picture, current_look()
        assert self._side is not None
        wide = self.width() - self._side.width() - 3 * _MARGIN
        high = self.height() - self._bar.height() - 2 * _MARGIN
        if high < look.scaled(_HIGH):
            picture = replace(picture, foot="")
        if high < look.scaled(_LOW):
            picture = replace(picture, company=None)
        across = min(_ACROSS, math.ceil(len(picture.islands) / 2))
        if max(across, 2) * seat_size(picture.islands, look).width() + _AROUND > wide:
            picture = replace(picture, islands=tuple(replace(each, line="") for each in picture.islands))
        self._board.set_picture(picture)


class QuestionCard(QWidget):
    """A heading with a switch between a few; hidden while there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[str] = []
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
        self._switch.set_options([(option.title, option.icon) for option in question.options])
        chosen = [place for place, option in enumerate(question.options) if option.chosen]
        if chosen:
            self._switch.set_index(chosen[0])
        self._switch.setAccessibleName(question.title)
