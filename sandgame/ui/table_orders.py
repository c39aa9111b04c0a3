"""A department's orders on a table laptop: the way to them on the open page, and their own page behind the curtain."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.present.table_open import OrdersWay
from sandgame.present.table_orders import not_settled, orders_now
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.ui.drafts import Draft
from sandgame.ui.flow import Flow
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import column
from sandgame.ui.orders_panel import OrdersPanel
from sandgame.ui.page import Page
from sandgame.ui.shared_benches import OrdersBench

_STEP = 12
"""A notch of the wheel is three of these: less than half a card."""


class OrdersWays(Flow):
    """A button for each department that has orders to decide; `chosen` carries its seat."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._seats: list[SeatId] = []
        self.buttons: list[SecondaryButton] = []

    def show_ways(self, ways: tuple[OrdersWay, ...]) -> None:
        self.setVisible(bool(ways))
        while len(self.buttons) > len(ways):
            self.remove(self.buttons.pop())
        while len(self.buttons) < len(ways):
            button = SecondaryButton(icon="clipboard-list", size="table")
            button.clicked.connect(partial(self._on_clicked, len(self.buttons)))
            self.buttons.append(button)
            self.add(button)
        self._seats = [way.seat for way in ways]
        for button, way in zip(self.buttons, ways, strict=True):
            button.setText(way.text)
        self.updateGeometry()

    def _on_clicked(self, place: int, _on: bool = False) -> None:
        self.chosen.emit(self._seats[place])


class _Bench(OrdersBench):
    """Says on each card with a marked option that it is not settled yet, and keeps the button in sight."""

    def __init__(self) -> None:
        super().__init__(OrdersPanel())
        self.panel.choice_changed.connect(self._show_settle)

    def show(self) -> None:
        picture = not_settled(self.scene, self._choices)
        self.panel.setVisible(picture is not None)
        if picture is not None:
            self.panel.show_orders(picture)

    def _show_settle(self, order: int, _choice: int) -> None:
        card = self.panel.card(order)
        if card is not None:
            # after the card has grown by what it says now
            QTimer.singleShot(0, card, lambda: self.panel.area.reveal(card.settle))


class OwnOrdersPage(Page):
    """Shown behind the curtain, with nothing beside the orders; `closed` when it is left."""

    closed = Signal()

    def __init__(self) -> None:
        centre = QWidget()
        super().__init__(centre, None)
        self._scene: Scene | None = None
        self.orders = _Bench()
        self.orders.panel.area.verticalScrollBar().setSingleStep(_STEP)
        self.orders.intent_asked.connect(self.intent_asked)
        self.orders.changed.connect(self._on_changed)
        whole = column(centre, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(self.orders.panel, 1)

    def show(self, scene: Scene) -> None:
        self._scene = scene
        self.orders.see(scene)
        self.orders.show()

    def now(self) -> NowBar:
        assert self._scene is not None
        return orders_now(self._scene)

    def primary(self) -> None:
        self.closed.emit()

    def go(self, item: int) -> None:
        self.orders.panel.focus_first()

    def stored(self, intent: Intent) -> None:
        self.orders.stored(intent)

    def refused(self, intent: Intent, text: str) -> bool:
        fault = self.orders.fault_for(intent)
        if fault is not None:
            fault.set_fault(text)
        return fault is not None

    def draft(self) -> Draft | None:
        orders = self.orders.draft() if self._scene is not None else None
        return {"orders": orders} if orders else None

    def restore(self, draft: Draft) -> None:
        if self._scene is None:
            return
        with suppress(TypeError, ValueError, LookupError):
            self.orders.restore(draft["orders"])
        self.show(self._scene)
        self.now_changed.emit()

    def _on_changed(self) -> None:
        self.orders.show()
        self.now_changed.emit()
        self.draft_changed.emit()
