"""The Negotiate page: board, orders and pool in the centre; sheets answered and asked, hours lent in the dock."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sandgame.present import answering, asking, lending, negotiate, orders, pool
from sandgame.present.board import DRAFT_CHIPS, OUTSIDE, SHEET_CHIPS, board
from sandgame.present.ledger import waits_for_me
from sandgame.present.now import NowBar, Question
from sandgame.present.pictures import Answer, LedgerRow, Tone
from sandgame.present.scene import Scene
from sandgame.rules.ids import LoanId, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.intents import (
    AgreePool,
    AnswerLoan,
    AnswerSheet,
    ChooseOption,
    ClaimPool,
    ConfirmRestatement,
    DeclineOrder,
    FinishPhase,
    Intent,
    ProposeLoan,
    ProposePool,
    RestateNeed,
    SendSheet,
    WithdrawLine,
)
from sandgame.rules.sections import Thread
from sandgame.ui.answer_panel import AnswerPanel
from sandgame.ui.ask_panel import AskPanel
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, EmptyState, column
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.tabs import Tab, TabStrip
from sandgame.ui.kit.themed import current_look
from sandgame.ui.lend_panel import LendPanel
from sandgame.ui.orders_panel import OrdersPanel
from sandgame.ui.page import Page
from sandgame.ui.pool_panel import PoolPanel
from sandgame.ui.questions import put

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


class NegotiatePage(Page):
    """Holds the drafts of this seat: answers, sheets not sent, choices of options, a division, a loan."""

    def __init__(self) -> None:
        self.table = NegotiateCentre()
        self.desk = NegotiateDock()
        super().__init__(self.table, self.desk)
        self._scene: Scene | None = None
        self._week = 0
        self._tab: negotiate.TabName = "answer"
        self._sheet: SheetId | None = None
        self._provider: SeatId | None = None
        self._forget()
        self._connect_dock()
        self._connect_centre()

    def _forget(self) -> None:
        """A new week begins with nothing drafted."""
        self._answers: dict[tuple[SheetId, int], answering.AnswerDraft] = {}
        self._edited: dict[SeatId, asking.AskDraft] = {}
        self._asks: dict[SeatId, asking.AskDraft] = {}
        self._choices: dict[OrderId, int] = {}
        self._shares = pool.ShareDraft()
        self._loan: lending.LoanDraft | None = None
        self._touched = False

    def _connect_dock(self) -> None:
        dock = self.desk
        dock.tabs.index_changed.connect(self._on_tab)
        dock.empty_button.clicked.connect(partial(self.to_tab, "ask"))
        dock.answer.sheet_asked.connect(self._on_sheet)
        dock.answer.answer_changed.connect(self._on_answer)
        dock.answer.withdraw_asked.connect(self._on_withdraw)
        dock.answer.send_asked.connect(self._on_send_answers)
        dock.answer.accept_all_asked.connect(self._on_accept_all)
        dock.answer.decline_all_asked.connect(self._on_decline_all)
        dock.answer.restated.connect(self._on_restated)
        dock.answer.confirmed.connect(self._on_confirmed)
        dock.ask.provider_asked.connect(self._on_provider)
        dock.ask.line_checked.connect(self._on_line_checked)
        dock.ask.units_changed.connect(self._on_units)
        dock.ask.due_changed.connect(self._on_due)
        dock.ask.line_dropped.connect(self._on_line_dropped)
        dock.ask.line_added.connect(self._on_line_added)
        dock.ask.channel_chosen.connect(self._on_channel)
        dock.ask.note_changed.connect(self._on_note)
        dock.ask.send_asked.connect(self._on_send_sheet)
        dock.lend.answered.connect(self._on_loan_answered)
        dock.lend.draft_changed.connect(self._on_loan_draft)
        dock.lend.propose_asked.connect(self._on_propose_loan)

    def _connect_centre(self) -> None:
        table = self.table
        table.ask.clicked.connect(partial(self.to_tab, "ask"))
        table.board.island_asked.connect(self._on_island)
        table.board.chip_asked.connect(self._on_chip)
        table.orders.choice_changed.connect(self._on_choice)
        table.orders.settle_asked.connect(self._on_settle)
        table.pool.claim_changed.connect(self._on_claim)
        table.pool.claim_asked.connect(self._on_claim_asked)
        table.pool.share_changed.connect(self._on_share)
        table.pool.propose_asked.connect(self._on_propose_pool)
        table.pool.agree_asked.connect(self._on_agree_pool)

    # showing

    def show(self, scene: Scene) -> None:
        table = scene.view.table
        begins = self._week != table.round
        if begins:
            self._week = table.round
            self._forget()
        self._scene = scene
        self._asks = asking.drafted(scene) | self._edited
        self._keep_sheet(scene)
        if self._provider not in self._asks:
            self._provider = next((s for s, draft in self._asks.items() if draft.going), next(iter(self._asks), None))
        if begins or not self._touched:
            # until the user chooses for themselves, what waits for them comes up by itself
            self._tab = negotiate.first_tab(scene)
            self._sheet = next((s.sheet for s in answering.sheets(scene)), None)
        self._render()

    def _keep_sheet(self, scene: Scene) -> None:
        """The open sheet stays while it is there; answers to lines that moved on are dropped."""
        shown = answering.sheets(scene)
        if self._sheet not in {sheet.sheet for sheet in shown}:
            self._sheet = shown[0].sheet if shown else None
        waiting = {
            (sheet.sheet, n)
            for sheet in shown
            for n, line in enumerate(sheet.lines)
            if line.state == "open" and line.turns[-1].seat != scene.seat
        }
        self._answers = {key: answer for key, answer in self._answers.items() if key in waiting}

    def _render(self) -> None:
        scene = self._scene
        if scene is None:
            return
        tabs = negotiate.tabs(scene, self._asks)
        names = [tab.name for tab in tabs]
        if self._tab not in names:
            self._tab = names[0]
        self.desk.tabs.set_tabs([Tab(t.text, t.count, _tone(t)) for t in tabs])
        self.desk.tabs.set_index(names.index(self._tab))
        self._render_panel(scene)
        self._render_centre(scene)
        self.now_changed.emit()

    def _render_panel(self, scene: Scene) -> None:
        dock = self.desk
        if self._tab == "ask" and self._provider is not None:
            waits = asking.waits_for(scene, self._provider)
            text = scene.speech.say("negotiate-sent", department=scene.name(self._provider)) if waits else ""
            picture = asking.ask_picture(scene, self._asks[self._provider])
            dock.ask.show_ask(asking.ask_tabs(scene, self._asks), picture, text, scene.speech)
            dock.stack.setCurrentWidget(dock.ask)
        elif self._tab == "lend":
            self._loan = self._loan or lending.first_draft(scene)
            dock.lend.show_lend(lending.lend_picture(scene, self._loan))
            dock.stack.setCurrentWidget(dock.lend)
        elif (sheet := self._thread()) is not None:
            shown = answering.sheet_picture(scene, sheet, self._answers)
            dock.answer.show_sheet(answering.sheet_tabs(scene), shown, scene.speech)
            dock.stack.setCurrentWidget(dock.answer)
        else:
            empty = negotiate.empty_answers(scene)
            dock.empty.set_texts(empty.title, empty.line)
            dock.empty_button.setText(empty.button)
            dock.empty_button.setVisible(bool(empty.button))
            dock.stack.setCurrentWidget(dock.nothing)

    def _render_centre(self, scene: Scene) -> None:
        table = self.table
        drafts = {
            seat: (len(draft.going), min(x.due for x in draft.going), max(x.due for x in draft.going))
            for seat, draft in self._asks.items()
            if draft.going
        }
        table.board.set_picture(board(scene, drafts, self._selected_chip()))
        table.ask.setText(scene.speech.say("negotiate-ask-button"))
        table.ask.setVisible(bool(self._asks))
        strip = orders.orders_strip(scene, self._choices)
        table.orders.setVisible(strip is not None)
        if strip is not None:
            table.orders.show_orders(strip)
        pooled = pool.pool_open(scene)
        table.pool.setVisible(pooled)
        if pooled:
            table.pool.show_pool(pool.pool_picture(scene, self._shares))

    def _selected_chip(self) -> int | None:
        if self._tab == "ask" and self._provider is not None:
            return DRAFT_CHIPS + self._provider
        return SHEET_CHIPS + self._sheet if self._tab == "answer" and self._sheet is not None else None

    def _thread(self) -> Thread | None:
        if self._scene is None:
            return None
        return next((sheet for sheet in answering.sheets(self._scene) if sheet.sheet == self._sheet), None)

    # the frame around

    def now(self) -> NowBar:
        assert self._scene is not None
        return negotiate.now(self._scene)

    def primary(self) -> None:
        if self._scene is not None:
            table = self._scene.view.table
            self.intent_asked.emit(FinishPhase(round=table.round, phase=table.phase))

    def go(self, item: int) -> None:
        scene = self._scene
        if scene is None:
            return
        match item:
            case negotiate.CHECK_ANSWER:
                waiting = next((s for s in answering.sheets(scene) if answering.asks_me(scene, s)), None)
                if waiting is not None:
                    self._sheet = waiting.sheet
                self.to_tab("answer")
            case negotiate.CHECK_ORDERS:
                self.table.orders.focus_first()
            case negotiate.CHECK_ASK:
                self._provider = next((s for s, draft in self._asks.items() if draft.going), self._provider)
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
        match self.desk.stack.currentWidget():
            case AnswerPanel() | AskPanel() | LendPanel() as panel:
                panel.focus_first()
            case _:
                self.desk.empty_button.setFocus(Qt.FocusReason.TabFocusReason)

    def open_row(self, row: int, sheet: bool) -> bool:
        scene = self._scene
        if scene is None:
            return False
        if sheet:
            self._sheet = SheetId(row)
            self.to_tab("answer")
            return True
        promise = next((p for p in scene.view.threads.promises if p.commitment == row), None)
        if promise is None:
            return False
        self.table.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.board.focus_spot(("chip", row))
        if any(shown.sheet == promise.sheet for shown in answering.sheets(scene)):
            self._sheet = promise.sheet
            self._tab = "answer"
            self._render()
        return True

    def ledger_rows(self, rows: tuple[LedgerRow, ...]) -> tuple[LedgerRow, ...]:
        """The open sheet is marked."""
        if self._tab != "answer":
            return rows
        return tuple(replace(row, selected=row.sheet and row.id == self._sheet) for row in rows)

    def key(self, key: int, shift: bool) -> bool:
        answers: dict[int, Answer] = {Qt.Key.Key_A: "accept", Qt.Key.Key_C: "counter", Qt.Key.Key_D: "decline"}
        if key in answers and self._tab == "answer" and self._thread() is not None:
            return self._key_answer(answers[key], shift)
        if key == Qt.Key.Key_R and self._asks:
            spot = self.table.board.spot()
            if spot is not None and spot[0] == "island" and SeatId(spot[1]) in self._asks:
                self._provider = SeatId(spot[1])
            self.to_tab("ask")
            return True
        return False

    def _key_answer(self, answer: Answer, shift: bool) -> bool:
        if shift and answer == "accept":
            self._on_accept_all()
            return True
        if shift and answer == "decline":
            self._on_decline_all()
            return True
        line = self.desk.answer.focused_line()
        return line.choose(answer) if line is not None else False

    # answering

    def _on_tab(self, index: int) -> None:
        name = negotiate.tabs(self._scene, self._asks)[index].name if self._scene is not None else self._tab
        if name != self._tab:
            self._touched = True
            self._tab = name
            self._render()

    def _on_sheet(self, sheet: int) -> None:
        self._touched = True
        self._sheet = SheetId(sheet)
        self._render()

    def _on_answer(self, index: int, draft: answering.AnswerDraft) -> None:
        sheet = self._thread()
        if sheet is None:
            return
        if draft.kind == "counter" and not draft.parts:
            draft = replace(draft, parts=sheet.lines[index].terms)
        self._touched = True
        self._answers[sheet.sheet, index] = draft
        self.desk.answer.fault.set_fault("")
        self._render()

    def _on_send_answers(self) -> None:
        scene, sheet = self._scene, self._thread()
        if scene is not None and sheet is not None:
            intent = answering.answer_intent(scene, sheet, self._answers)
            self._ask_first(answering.declining(scene, sheet, self._answers), intent)

    def _on_accept_all(self) -> None:
        scene, sheet = self._scene, self._thread()
        if scene is not None and sheet is not None and waits_for_me(scene, sheet):
            self.intent_asked.emit(answering.accept_all_intent(scene, sheet))

    def _on_decline_all(self) -> None:
        """Marks every line that waits; the reasons are still to choose."""
        scene, sheet = self._scene, self._thread()
        if scene is None or sheet is None:
            return
        for number, line in enumerate(sheet.lines):
            if line.state == "open" and line.turns[-1].seat != scene.seat:
                self._answers[sheet.sheet, number] = answering.AnswerDraft("decline")
        self._render()

    def _on_withdraw(self, index: int) -> None:
        scene, sheet = self._scene, self._thread()
        if scene is not None and sheet is not None:
            table = scene.view.table
            self.intent_asked.emit(WithdrawLine(round=table.round, phase=table.phase, sheet=sheet.sheet, line=index))

    def _on_restated(self, text: str) -> None:
        scene, sheet = self._scene, self._thread()
        if scene is not None and sheet is not None:
            table = scene.view.table
            self.intent_asked.emit(RestateNeed(round=table.round, phase=table.phase, sheet=sheet.sheet, text=text))

    def _on_confirmed(self, correction: str) -> None:
        scene, sheet = self._scene, self._thread()
        if scene is not None and sheet is not None:
            table = scene.view.table
            self.intent_asked.emit(
                ConfirmRestatement(round=table.round, phase=table.phase, sheet=sheet.sheet, correction=correction)
            )

    def _ask_first(self, question: Question | None, intent: Intent) -> None:
        if question is None:
            self.intent_asked.emit(intent)
        else:
            put(self.centre, question, partial(self.intent_asked.emit, intent))

    # asking

    def _on_provider(self, seat: int) -> None:
        self._provider = SeatId(seat)
        self._render()

    def _edit(self, draft: asking.AskDraft) -> None:
        self._edited[draft.provider] = draft
        self._asks[draft.provider] = draft
        self._touched = True
        self.desk.ask.fault.set_fault("")
        self._render()

    @property
    def _draft(self) -> asking.AskDraft | None:
        return self._asks.get(self._provider) if self._provider is not None else None

    def _on_line_checked(self, at: int, checked: bool) -> None:
        if (draft := self._draft) is not None:
            self._edit(draft.with_line(at, replace(draft.lines[at], checked=checked)))

    def _on_units(self, at: int, units: int) -> None:
        if (draft := self._draft) is not None:
            self._edit(draft.with_line(at, replace(draft.lines[at], units=units)))

    def _on_due(self, at: int, due: int) -> None:
        if (draft := self._draft) is not None:
            self._edit(draft.with_line(at, replace(draft.lines[at], due=due)))

    def _on_line_dropped(self, at: int) -> None:
        if (draft := self._draft) is not None:
            self._edit(draft.without_line(at))

    def _on_line_added(self, service: int) -> None:
        scene, draft = self._scene, self._draft
        if scene is not None and draft is not None:
            due = asking.first_due(scene, ServiceId(service))
            self._edit(replace(draft, lines=(*draft.lines, asking.AskLine(ServiceId(service), 1, due))))

    def _on_channel(self, channel: str) -> None:
        if (draft := self._draft) is not None:
            self._edit(replace(draft, channel="quick" if channel == "quick" else "written"))

    def _on_note(self, note: str) -> None:
        if (draft := self._draft) is not None:
            self._edited[draft.provider] = self._asks[draft.provider] = replace(draft, note=note)

    def _on_send_sheet(self) -> None:
        if self._scene is not None and self._draft is not None:
            self.intent_asked.emit(asking.send_intent(self._scene, self._draft))

    # orders, pool, loans

    def _on_choice(self, order: int, choice: int) -> None:
        self._choices[OrderId(order)] = choice
        self._render()

    def _on_settle(self, order: int) -> None:
        scene = self._scene
        choice = self._choices.get(OrderId(order))
        if scene is None or choice is None:
            return
        table = scene.view.table
        if choice == orders.DECLINE:
            given = next(o for o in scene.view.orders if o.order == order)
            intent = DeclineOrder(round=table.round, phase=table.phase, order=OrderId(order))
            self._ask_first(orders.declining(scene, given), intent)
        else:
            self.intent_asked.emit(
                ChooseOption(round=table.round, phase=table.phase, order=OrderId(order), option=choice)
            )

    def _on_claim(self, hours: int) -> None:
        self._shares = replace(self._shares, claim=hours)
        self._render()

    def _on_claim_asked(self) -> None:
        if self._scene is not None and self._shares.claim is not None:
            self.intent_asked.emit(pool.claim_intent(self._scene, self._shares.claim))

    def _on_share(self, seat: int, hours: int) -> None:
        if self._scene is not None:
            self._shares = pool.with_share(self._scene, self._shares, SeatId(seat), hours)
            self._render()

    def _on_propose_pool(self) -> None:
        if self._scene is not None:
            self.intent_asked.emit(pool.propose_intent(self._scene, self._shares))

    def _on_agree_pool(self) -> None:
        if self._scene is not None:
            self.intent_asked.emit(pool.agree_intent(self._scene))

    def _on_loan_answered(self, loan: int, agree: bool) -> None:
        if self._scene is not None:
            self.intent_asked.emit(lending.answer_intent(self._scene, LoanId(loan), agree))

    def _on_loan_draft(self, draft: lending.LoanDraft) -> None:
        self._loan = draft
        self.desk.lend.fault.set_fault("")
        self._render()

    def _on_propose_loan(self) -> None:
        if self._scene is not None and self._loan is not None:
            self.intent_asked.emit(lending.propose_intent(self._scene, self._loan))

    # answers of the host

    def stored(self, intent: Intent) -> None:
        match intent:
            case SendSheet():
                self._edited.pop(intent.provider, None)
            case AnswerSheet():
                self._answers = {key: a for key, a in self._answers.items() if key[0] != intent.sheet}
            case ClaimPool() | ProposePool() | AgreePool():
                self._shares = pool.ShareDraft()
            case ProposeLoan():
                self._loan = None
            case _:
                pass
        if self._scene is not None:
            self.show(self._scene)

    def refused(self, intent: Intent, text: str) -> bool:
        fault = self._fault_beside(intent)
        if fault is None:
            return False
        fault.set_fault(text)
        return True

    def _fault_beside(self, intent: Intent) -> FaultLine | None:
        match intent:
            case SendSheet():
                return self.desk.ask.fault
            case AnswerSheet() | RestateNeed() | ConfirmRestatement() | WithdrawLine():
                return self.desk.answer.fault
            case ClaimPool() | ProposePool() | AgreePool():
                return self.table.pool.fault
            case ProposeLoan() | AnswerLoan():
                return self.desk.lend.fault
            case ChooseOption() | DeclineOrder():
                card = self.table.orders.card(intent.order)
                return card.fault if card is not None else None
            case _:
                return None

    # the board

    def _on_island(self, seat: int) -> None:
        if seat == OUTSIDE:
            self.table.orders.focus_first()
        elif SeatId(seat) in self._asks:
            self._provider = SeatId(seat)
            self.to_tab("ask")
        elif self._scene is not None and seat != self._scene.seat:
            given = (s for s in answering.sheets(self._scene) if seat in (s.customer, s.provider))
            sheet = next(given, None)
            if sheet is not None:
                self._sheet = sheet.sheet
                self.to_tab("answer")

    def _on_chip(self, chip: int) -> None:
        if chip > DRAFT_CHIPS:
            self._provider = SeatId(chip - DRAFT_CHIPS)
            self.to_tab("ask")
        elif chip > SHEET_CHIPS:
            self._sheet = SheetId(chip - SHEET_CHIPS)
            self.to_tab("answer")
        else:
            self.open_row(chip, False)


def _tone(tab: negotiate.TabPicture) -> Tone:
    return "negative" if tab.count and tab.name != "ask" else "plain"
