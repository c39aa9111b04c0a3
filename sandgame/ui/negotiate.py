"""The Negotiate page: shows board and dock, leads to their places, and lets its benches do the work."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present import answering, negotiate
from sandgame.present.board import DRAFT_CHIPS, OUTSIDE, SHEET_CHIPS, board
from sandgame.present.now import NowBar
from sandgame.present.pictures import Answer, LedgerRow, Tone
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, SheetId
from sandgame.rules.intents import FinishPhase, Intent
from sandgame.ui.answer_bench import AnswerBench
from sandgame.ui.ask_bench import AskBench
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.kit.tabs import Tab
from sandgame.ui.negotiate_zones import NegotiateCentre, NegotiateDock
from sandgame.ui.page import Page
from sandgame.ui.shared_benches import LoanBench, OrdersBench, PoolBench

_ANSWER_KEYS: dict[int, Answer] = {Qt.Key.Key_A: "accept", Qt.Key.Key_C: "counter", Qt.Key.Key_D: "decline"}


class NegotiatePage(Page):  # long: the page interface, each answer a line or two
    def __init__(self) -> None:
        self.table = NegotiateCentre()
        self.desk = NegotiateDock()
        super().__init__(self.table, self.desk)
        self._scene: Scene | None = None
        self._week = 0
        self._tab: negotiate.TabName = "answer"
        self._touched = False
        self.answers = AnswerBench(self.desk.answer)
        self.asks = AskBench(self.desk.ask)
        self.loans = LoanBench(self.desk.lend)
        self.orders = OrdersBench(self.table.orders)
        self.pool = PoolBench(self.table.pool)
        for bench in self._benches:
            bench.intent_asked.connect(self.intent_asked)
            bench.changed.connect(self._on_changed)
            bench.drafted.connect(self.draft_changed)
        self.desk.tabs.index_changed.connect(self._on_tab)
        self.desk.empty_button.clicked.connect(partial(self.to_tab, "ask"))
        self.table.ask.clicked.connect(partial(self.to_tab, "ask"))
        self.table.board.island_asked.connect(self._on_island)
        self.table.board.chip_asked.connect(self._on_chip)

    @property
    def _benches(self) -> tuple[Bench, ...]:
        return (self.answers, self.asks, self.loans, self.orders, self.pool)

    # showing

    def show(self, scene: Scene) -> None:
        if self._week != scene.view.table.round:
            self._week = scene.view.table.round
            self._touched = False
            for bench in self._benches:
                bench.begin()
        self._scene = scene
        for bench in self._benches:
            bench.see(scene)
        if not self._touched:
            # until the user chooses for themselves, what waits for them comes up by itself
            self._tab = negotiate.first_tab(scene)
            self.answers.to_first()
        self._render()

    def _render(self) -> None:
        scene = self._scene
        if scene is None:
            return
        tabs = negotiate.tabs(scene, self.asks.asks)
        names = [tab.name for tab in tabs]
        if self._tab not in names:
            self._tab = names[0]
        self.desk.tabs.set_tabs([Tab(t.text, t.count, _tone(t)) for t in tabs])
        self.desk.tabs.set_index(names.index(self._tab))
        self._render_panel(scene)
        self.table.board.set_picture(board(scene, self.asks.chips(), self._selected_chip()))
        self.table.ask.setText(scene.speech.say("negotiate-ask-button"))
        if self.table.ask.sizeHint() != self.table.ask.size():
            # a word of another length
            self.table.board.set_corner(self.table.ask, "bottom_left")
        self.table.ask.setVisible(bool(self.asks.asks))
        self.orders.show()
        self.pool.show()
        self.now_changed.emit()
        self.draft_changed.emit()

    def _render_panel(self, scene: Scene) -> None:
        dock = self.desk
        if self._tab == "ask":
            self.asks.show()
            dock.stack.setCurrentWidget(dock.ask)
        elif self._tab == "lend":
            self.loans.show()
            dock.stack.setCurrentWidget(dock.lend)
        elif self.answers.show():
            dock.stack.setCurrentWidget(dock.answer)
        else:
            empty = negotiate.empty_answers(scene)
            dock.empty.set_texts(empty.title, empty.line)
            dock.empty_button.setText(empty.button)
            dock.empty_button.setVisible(bool(empty.button))
            dock.stack.setCurrentWidget(dock.nothing)

    def _selected_chip(self) -> int | None:
        if self._tab == "ask" and self.asks.provider is not None:
            return DRAFT_CHIPS + self.asks.provider
        sheet = self.answers.sheet
        return SHEET_CHIPS + sheet if self._tab == "answer" and sheet is not None else None

    # the frame around

    def now(self) -> NowBar:
        assert self._scene is not None
        return negotiate.now(self._scene)

    def primary(self) -> None:
        if self._scene is not None:
            table = self._scene.view.table
            self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        match item:
            case negotiate.CHECK_ANSWER:
                self.answers.to_first()
                self.to_tab("answer")
            case negotiate.CHECK_ORDERS:
                self.table.orders.focus_first()
            case negotiate.CHECK_ASK:
                self.asks.to_first()
                self.to_tab("ask")
            case negotiate.CHECK_POOL:
                self.table.pool.focus_first()
            case negotiate.CHECK_LEND:
                self.to_tab("lend")

    def to_tab(self, name: negotiate.TabName) -> None:
        """Opens a tab and puts the focus on the first thing to do there."""
        self._touched = True
        self._tab = name
        self._render()
        if not self.desk.focus_first():
            self.desk.empty_button.setFocus(Qt.FocusReason.TabFocusReason)

    def open_row(self, row: int, sheet: bool) -> bool:
        scene = self._scene
        if scene is None:
            return False
        if sheet:
            self.answers.open(SheetId(row))
            self.to_tab("answer")
            return True
        promise = next((p for p in scene.view.threads.promises if p.commitment == row), None)
        if promise is None:
            return False
        self.table.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.board.focus_spot(("chip", row))
        if self.answers.open(promise.sheet):
            self._tab = "answer"
            self._on_changed()
        return True

    def ledger_rows(self, rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """The open sheet is marked."""
        if self._tab != "answer":
            return rows
        return tuple(replace(row, selected=row.sheet and row.id == self.answers.sheet) for row in rows)

    def key(self, key: int, shift: bool) -> bool:
        if key in _ANSWER_KEYS and self._tab == "answer":
            return self.answers.key(_ANSWER_KEYS[key], shift)
        if key == Qt.Key.Key_R and self.asks.asks:
            spot = self.table.board.spot()
            if spot is not None and spot[0] == "island" and SeatId(spot[1]) in self.asks.asks:
                self.asks.provider = SeatId(spot[1])
            self.to_tab("ask")
            return True
        return False

    def coach_spot(self, spot: str) -> QWidget | None:
        dock = self.desk
        match spot:
            case "orders":
                return self.table.orders.first_open()
            case "ask":
                return dock.ask.send if dock.ask.isVisible() else dock.tabs
            case _:
                return None

    def coach_ground(self) -> QWidget:
        return self.table.board

    def draft(self) -> Draft | None:
        """What every bench has of its own, and the tab it was made at."""
        found = {name: draft for name, bench in self._named().items() if (draft := bench.draft()) is not None}
        return {"tab": self._tab, **found} if found else None

    def restore(self, draft: Draft) -> None:
        if self._scene is None:
            return
        for name, bench in self._named().items():
            with suppress(TypeError, ValueError, LookupError):
                bench.restore(draft[name])
        names = [tab.name for tab in negotiate.tabs(self._scene, self.asks.asks)]
        self._tab = next((name for name in names if name == draft.get("tab")), self._tab)
        self._on_changed()

    def _named(self) -> dict[str, Bench]:
        return dict(zip(("answers", "asks", "loans", "orders", "pool"), self._benches, strict=True))

    def stored(self, intent: Intent) -> None:
        for bench in self._benches:
            bench.stored(intent)
        if self._scene is not None:
            self.show(self._scene)

    def refused(self, intent: Intent, text: str) -> bool:
        fault = next((found for bench in self._benches if (found := bench.fault_for(intent)) is not None), None)
        if fault is None:
            return False
        fault.set_fault(text)
        return True

    # what the user does

    def _on_changed(self) -> None:
        self._touched = True
        self._render()

    def _on_tab(self, index: int) -> None:
        if self._scene is None:
            return
        name = negotiate.tabs(self._scene, self.asks.asks)[index].name
        if name != self._tab:
            self._tab = name
            if name == "answer":
                self.answers.to_waiting()
            self._on_changed()

    def _on_island(self, seat: int) -> None:
        if seat == OUTSIDE:
            self.table.orders.focus_first()
        elif SeatId(seat) in self.asks.asks:
            self.asks.provider = SeatId(seat)
            self.to_tab("ask")
        elif self._scene is not None and seat != self._scene.seat:
            shown = (s.sheet for s in answering.sheets(self._scene) if seat in (s.customer, s.provider))
            sheet = next(shown, None)
            if sheet is not None and self.answers.open(sheet):
                self.to_tab("answer")

    def _on_chip(self, chip: int) -> None:
        if chip > DRAFT_CHIPS:
            self.asks.provider = SeatId(chip - DRAFT_CHIPS)
            self.to_tab("ask")
        elif chip > SHEET_CHIPS:
            self.answers.open(SheetId(chip - SHEET_CHIPS))
            self.to_tab("answer")
        else:
            self.open_row(chip, False)


def _tone(tab: negotiate.TabPicture) -> Tone:
    return "negative" if tab.count and tab.name != "ask" else "plain"
