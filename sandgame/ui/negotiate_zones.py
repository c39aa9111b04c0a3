"""Where things lie on the Negotiate page: board, orders and pool in the centre, tabs and panels in the dock."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sandgame.ui.answer_panel import AnswerPanel
from sandgame.ui.ask_panel import AskPanel
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, column
from sandgame.ui.kit.tabs import TabStrip
from sandgame.ui.kit.themed import current_look
from sandgame.ui.lend_panel import LendPanel
from sandgame.ui.orders_panel import OrdersPanel
from sandgame.ui.pool_panel import PoolPanel

_BOARD_LEAST, _BOARD_LOW, _TALL = 240, 120, 530


class NegotiateCentre(QWidget):
    """The board takes what the orders and the pool leave."""

    def __init__(self) -> None:
        super().__init__()
        self.board = BoardWidget()
        self.orders = OrdersPanel()
        self.pool = PoolPanel()
        self.ask = SecondaryButton("", "plus")
        self.ask.set_key("R")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.board, 1)
        layout.addWidget(self.orders)
        layout.addWidget(self.pool)
        self.board.set_corner(self.ask, "bottom_left")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window takes from the board before it takes from what can be done."""
        super().resizeEvent(event)
        tall = event.size().height() >= current_look().scaled(_TALL)
        self.board.setMinimumHeight(_BOARD_LEAST if tall else _BOARD_LOW)
        for aside in (self.pool.line, self.orders.foot):
            aside.setVisible(tall)


class NegotiateDock(Card):
    """Tabs, and below them one of three panels; the first one may be empty."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = TabStrip()
        self.answer = AnswerPanel()
        self.ask = AskPanel()
        self.lend = LendPanel()
        self.empty_button = SecondaryButton(size="small")
        self.empty = EmptyState("", "", "inbox", self.empty_button)
        nothing = QWidget()
        inside = column(nothing, margins=(12, 12, 12, 12), gap=8)
        inside.addWidget(self.empty)
        inside.addStretch(1)
        self.nothing = nothing
        self.stack = QStackedWidget()
        for panel in (self.nothing, self.answer, self.ask, self.lend):
            self.stack.addWidget(panel)
        layout = column(self, margins=(1, 1, 1, 1), gap=0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)

    def focus_first(self) -> bool:
        """The first thing to do on the panel that is shown; False on the empty one."""
        match self.stack.currentWidget():
            case AnswerPanel() | AskPanel() | LendPanel() as panel:
                panel.focus_first()
                return True
            case _:
                return False
