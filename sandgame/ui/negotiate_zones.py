"""Where things lie on the Negotiate page: board, orders and pool in the centre, tabs and panels in the dock."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from sandgame.paint.tokens import size
from sandgame.present.negotiate import Place
from sandgame.ui.answer_panel import AnswerPanel
from sandgame.ui.ask_panel import AskPanel
from sandgame.ui.company_panel import CompanyPanel
from sandgame.ui.facts_panel import FactsPanel
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tabs import TabStrip
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.lend_panel import LendPanel
from sandgame.ui.messages_panel import MessagesPanel
from sandgame.ui.orders_panel import OrdersPanel
from sandgame.ui.pool_panel import PoolPanel
from sandgame.ui.promise_panel import PromisePanel
from sandgame.ui.scroller import Scroller

Panel = AnswerPanel | AskPanel | FactsPanel | MessagesPanel | LendPanel | CompanyPanel | PromisePanel
_BOARD, _TALL = 250, 530


class NegotiateCentre(Scroller):
    """The board takes what the orders and the pool leave; where that is not enough for it, all of them scroll."""

    def __init__(self) -> None:
        self.orders = OrdersPanel()
        super().__init__(squeezes=True, lists=(self.orders,))
        self.board = BoardWidget()
        self.pool = PoolPanel()
        self.ask = SecondaryButton("", "plus")
        self.ask.set_key("R")
        inner = QWidget()
        layout = column(inner, margins=(0, 0, 0, 0), gap=10)
        layout.addWidget(self.board, 1)
        layout.addWidget(self.orders)
        layout.addWidget(self.pool)
        self.board.set_corner(self.ask, "bottom_left")
        self.set_content(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window takes from the board before it takes from what can be done."""
        look = current_look()
        tall = event.size().height() >= look.scaled(_TALL)
        self.board.setMinimumHeight(round(look.scaled(_BOARD)))
        self.pool.set_low(not tall)
        for aside in (self.pool.line, self.orders.foot):
            aside.setVisible(tall)
        super().resizeEvent(event)

    def lead_to(self, panel: OrdersPanel | PoolPanel) -> None:
        """The first thing to do on a panel, in sight."""
        panel.focus_first()
        focus = QApplication.focusWidget()
        if focus is not None and panel.isAncestorOf(focus):
            self.reveal(focus)


class DockHead(QWidget, Themed):
    """In place of the tabs while one thing is open that is not a tab: what it is, and the way back."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        across = row(self, margins=(14, 0, 6, 0), gap=8)
        self.title = Label("", "label", weight=700)
        self.close_button = FlatButton("", "x", size="small")
        across.addWidget(self.title)
        across.addStretch(1)
        across.addWidget(self.close_button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.close_button.clicked.connect(self.closed)

    def show_head(self, title: str, icon: str, close: str) -> None:
        self.title.setText(title)
        self.title.set_icon(icon)
        self.close_button.setToolTip(close)
        self.close_button.setAccessibleName(close)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(current_look().scaled(size("panelHeader"))))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_look().colour.divider)


class NegotiateDock(Card):
    """Tabs, and below them one panel; my own sheets and a single promise have a head in place of the tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = TabStrip()
        self.head = DockHead()
        self.answer = AnswerPanel()
        self.ask = AskPanel()
        self.facts = FactsPanel()
        self.messages = MessagesPanel()
        self.lend = LendPanel()
        self.company = CompanyPanel()
        self.promise = PromisePanel()
        self.stack = QStackedWidget()
        self._panels: dict[Place, Panel] = {
            "answer": self.answer,
            "ask": self.ask,
            "facts": self.facts,
            "messages": self.messages,
            "lend": self.lend,
            "company": self.company,
            "promise": self.promise,
        }
        for panel in self._panels.values():
            self.stack.addWidget(panel)
        layout = column(self, margins=(1, 1, 1, 1), gap=0)
        layout.addWidget(self.tabs)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)

    @property
    def empty(self) -> EmptyState:
        return self.answer.empty

    @property
    def empty_button(self) -> SecondaryButton:
        return self.answer.empty_button

    def show_place(self, place: Place) -> None:
        """The panel of this place; what it shows was filled in before."""
        beside = place in ("ask", "promise")
        self.tabs.setVisible(not beside)
        self.head.setVisible(beside)
        self.stack.setCurrentWidget(self._panels[place])

    def focus_first(self) -> bool:
        """The first thing to do on the panel that is shown; False if there is none."""
        shown = self.stack.currentWidget()
        return any(panel is shown and panel.focus_first() for panel in self._panels.values())
