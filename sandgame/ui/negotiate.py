"""The Negotiate page: shows board and dock, leads to their places, and lets its benches do the work."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.present import answering, company, negotiate
from sandgame.present.board import DRAFT_CHIPS, OUTSIDE, SHEET_CHIPS, board
from sandgame.present.now import NowBar
from sandgame.present.pictures import Answer, LedgerRow
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId, SheetId
from sandgame.rules.intents import FactRef, FinishPhase, Intent, SendSheet
from sandgame.ui.answer_bench import AnswerBench
from sandgame.ui.ask_bench import AskBench
from sandgame.ui.bench import Bench
from sandgame.ui.drafts import Draft
from sandgame.ui.facts_bench import FactsBench
from sandgame.ui.kit.tabs import Tab
from sandgame.ui.messages_bench import MessagesBench
from sandgame.ui.negotiate_coach import coach_spot, coach_work
from sandgame.ui.negotiate_zones import NegotiateCentre, NegotiateDock
from sandgame.ui.page import Page
from sandgame.ui.promise_bench import PromiseBench
from sandgame.ui.shared_benches import LoanBench, OrdersBench, PoolBench
from sandgame.ui.sign_corner import SignCorner

_PLACES: tuple[negotiate.Place, ...] = get_args(negotiate.Place)
_ANSWER_KEYS: dict[int, Answer] = {Qt.Key.Key_A: "accept", Qt.Key.Key_C: "counter", Qt.Key.Key_D: "decline"}


class NegotiatePage(Page):  # long: the page interface, each answer a line or two
    def __init__(self) -> None:
        self.table = NegotiateCentre()
        self.desk = NegotiateDock()
        super().__init__(self.table, self.desk)
        self.signs = SignCorner(self.table.board, self.intent_asked.emit)
        self._scene: Scene | None = None
        self._tab: negotiate.Place = "answer"
        self._touched = False
        self.answers = AnswerBench(self.desk.answer)
        self.asks = AskBench(self.desk.ask)
        self.facts = FactsBench(self.desk.facts)
        self.messages = MessagesBench(self.desk.messages)
        self.promises = PromiseBench(self.desk.promise)
        self.loans = LoanBench(self.desk.lend)
        self.orders = OrdersBench(self.table.orders)
        self.pool = PoolBench(self.table.pool)
        for bench in self._benches:
            bench.intent_asked.connect(self.intent_asked)
            bench.changed.connect(self._on_changed)
            bench.drafted.connect(self.draft_changed)
            bench.question_put.connect(self.question_put)
        self.desk.tabs.index_changed.connect(self._on_tab)
        self.desk.empty_button.clicked.connect(partial(self.to_tab, "ask"))
        self.desk.head.closed.connect(partial(self.to_tab, "answer"))
        self.table.orders.share_asked.connect(self._on_share_order)
        self.table.ask.clicked.connect(partial(self.to_tab, "ask"))
        self.table.board.island_asked.connect(self._on_island)
        self.table.board.chip_asked.connect(self._on_chip)

    @property
    def _benches(self) -> tuple[Bench, ...]:
        return tuple(self._named().values())

    # showing

    def show(self, scene: Scene) -> None:
        if self._scene is None or self._scene.attempt != scene.attempt:
            self._touched = False
            for bench in self._benches:
                bench.begin()
        self._scene = scene
        self.signs.see(scene)
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
        self._render_dock(scene)
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

    def _render_dock(self, scene: Scene) -> None:
        dock = self.desk
        if not self._is_there(scene, self._tab):
            self._tab = "answer"
        self._fill(scene)
        tabs = negotiate.tabs(scene, self.messages.read)
        names = [tab.name for tab in tabs]
        dock.tabs.set_tabs([Tab(t.text, t.count, t.tone, t.icon, t.tip) for t in tabs])
        if self._tab in names:
            dock.tabs.set_index([str(name) for name in names].index(self._tab))
        dock.show_place(self._tab)

    def _is_there(self, scene: Scene, place: negotiate.Place) -> bool:
        if place == "ask":
            return bool(self.asks.asks)
        if place == "promise":
            return self.promises.promise is not None
        return any(tab.name == place for tab in negotiate.tabs(scene))

    def _fill(self, scene: Scene) -> None:
        """The panel of the present place."""
        say, dock = scene.speech.say, self.desk
        match self._tab:
            case "ask":
                dock.head.show_head(say("negotiate-new-sheet"), "file-pen-line", say("negotiate-close-card"))
                self.asks.show()
            case "promise":
                dock.head.show_head(self.promises.head(), "link", say("negotiate-close-card"))
                self.promises.show()
            case "facts":
                self.facts.show()
            case "messages":
                self.messages.show()
            case "lend":
                self.loans.show()
            case "company":
                dock.company.show_meeting(company.meeting_picture(scene))
            case "answer":
                if not self.answers.show():
                    empty = negotiate.empty_answers(scene)
                    dock.answer.show_nothing(empty.title, empty.line, empty.button)

    def _selected_chip(self) -> int | None:
        if self._tab == "ask" and self.asks.provider is not None:
            return DRAFT_CHIPS + self.asks.provider
        if self._tab == "promise":
            return self.promises.commitment
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
                self.table.lead_to(self.table.orders)
            case negotiate.CHECK_ASK:
                self.asks.to_first()
                self.to_tab("ask")
            case negotiate.CHECK_POOL:
                self.table.lead_to(self.table.pool)
            case negotiate.CHECK_LEND:
                self.to_tab("lend")
            case negotiate.CHECK_BESIDE:
                self.to_tab("answer")
                self.desk.answer.focus_matter()

    def to_tab(self, name: negotiate.Place) -> None:
        """Opens a tab and puts the focus on the first thing to do there."""
        self._touched = True
        self._tab = name
        if name == "messages":
            self.messages.open()
        self._render()
        self.dock_asked.emit()
        if not self.desk.focus_first():
            self._focus_head()

    def back(self) -> bool:
        """From a card that was opened to the answers."""
        if self._tab not in ("ask", "promise"):
            return False
        self.to_tab("answer")
        return True

    def _focus_head(self) -> None:
        """Nothing to do on the panel: the way on, or back."""
        for widget in (self.desk.empty_button, self.desk.head.close_button):
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def open_row(self, row: int, sheet: bool) -> bool:
        scene = self._scene
        if scene is None:
            return False
        if sheet:
            self.answers.open(SheetId(row))
            self.to_tab("answer")
            return True
        if any(loan.loan == -row for loan in scene.view.pool.loans) and self._can("lend"):
            # loans stand in the ledger under their number below 0
            self.to_tab("lend")
            return True
        if not self.promises.open(row):
            return False
        self.table.board.focus_spot(("chip", row))
        self.to_tab("promise")
        return True

    def open_draft(self, kind: str, number: int) -> bool:
        if kind == "answer":
            return self.open_row(number, True)
        if kind == "ask":
            self.asks.provider = SeatId(number)
            self.to_tab("ask")
        else:
            self.to_tab("messages")
            self.messages.open(SeatId(number))
            self._render()
        return True

    def ledger_rows(self, rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """The sheet or the promise that is open is marked."""
        if self._tab == "promise":
            return tuple(replace(r, selected=not r.sheet and r.id == self.promises.commitment) for r in rows)
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
            elif self._tab != "ask":
                self.asks.to_first()
            self.to_tab("ask")
            return True
        if key == Qt.Key.Key_F and self._can("facts"):
            self._to_spot_of_board(self.facts.choose)
            self.to_tab("facts")
            return True
        if key == Qt.Key.Key_M and self._can("messages"):
            self._to_spot_of_board(self.messages.open)
            self.to_tab("messages")
            return True
        return False

    def _can(self, place: negotiate.Place) -> bool:
        return self._scene is not None and self._is_there(self._scene, place)

    def _to_spot_of_board(self, choose: Callable[[SeatId], None]) -> None:
        """The department that the keyboard is on, if it is on the board."""
        spot = self.table.board.spot()
        if self.table.board.hasFocus() and spot is not None and spot[0] == "island" and spot[1] != OUTSIDE:
            choose(SeatId(spot[1]))

    def coach_spot(self, spot: str) -> QWidget | None:
        return coach_spot(spot, self.table, self.desk)

    def coach_grounds(self) -> tuple[QWidget, ...]:
        """The dock only while nothing is to be answered or asked there: its lines and buttons are all needed then."""
        works = self._tab == "ask" or (self._tab == "answer" and self._scene is not None and self.answers.is_asked())
        return (self.table.board,) if works else (self.table.board, self.desk)

    def coach_work(self, spot: str) -> QWidget | None:
        return coach_work(spot, self.table, self.desk)

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
        place = next((place for place in _PLACES if place == draft.get("tab")), self._tab)
        self._tab = place if self._can(place) else self._tab
        self._on_changed()

    def _named(self) -> dict[str, Bench]:
        return {
            "answers": self.answers,
            "asks": self.asks,
            "facts": self.facts,
            "messages": self.messages,
            "promises": self.promises,
            "loans": self.loans,
            "orders": self.orders,
            "pool": self.pool,
        }

    def stored(self, intent: Intent) -> None:
        for bench in self._benches:
            bench.stored(intent)
        if self._scene is not None:
            self.show(self._scene)
        if isinstance(intent, SendSheet) and self._tab == "ask":
            # its button is off now: on with the next draft
            self.desk.focus_first()

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
        name = negotiate.tabs(self._scene)[index].name
        if name != self._tab:
            self._tab = name
            if name == "messages":
                self.messages.open()
            if name == "answer":
                self.answers.to_waiting()
            self._on_changed()

    def _on_island(self, seat: int) -> None:
        if seat == OUTSIDE:
            self.table.lead_to(self.table.orders)
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

    def _on_share_order(self, order: int) -> None:
        self.to_tab("facts")
        self.desk.facts.focus_fact(FactRef("order", order))
