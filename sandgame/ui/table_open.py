"""The open page of Negotiate: one page for all round the laptop, in type that is read from a metre away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sandgame.frames.seat import Answered
from sandgame.present import table_form as form
from sandgame.present.table_form import Act, FormDraft, GiveDraft
from sandgame.present.table_form_picture import BadgeChoice, form_picture
from sandgame.present.table_open import AgreementRow, done_question, open_page, seat_ways
from sandgame.present.table_scene import TableScene
from sandgame.present.table_steps import newest, steps_of, take_back
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import FinishPhase, Intent
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.questions import put
from sandgame.ui.scroller import Scroller
from sandgame.ui.table_claims import PoolClaims
from sandgame.ui.table_form import BadgeRow, FormPanel
from sandgame.ui.table_look import SeatMenu
from sandgame.ui.table_orders import OrdersWays
from sandgame.ui.table_recorder import Recorder
from sandgame.ui.table_rows import AgreementList

BOARD_ZOOM = 1.25
WIDE = 1366
_HINT_FROM = 1200
_ROWS = 146
_BOARD = 60
_ACTS: tuple[Act, ...] = ("terms", "warn", "release")


class OpenPage(QWidget):  # long: a slot for each thing that can be touched
    """`submit` sends an intent of a seat. `visit_asked` carries the seat that wants a page of its own for a moment."""

    visit_asked = Signal(int, str)
    """And what for."""

    def __init__(self, submit: Callable[[SeatId, Intent], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._submit = submit
        self._table: TableScene | None = None
        self._week = 0
        self._draft = FormDraft()
        self._note, self._fault = "", ""
        self._finishing: set[str] = set()
        self._question: Dialog | None = None
        self.claims = PoolClaims(submit, self)
        self.recorder = Recorder(submit)
        self.recorder.recorded.connect(self._on_recorded)
        self.recorder.failed.connect(self._on_failed)
        self._build()
        self._connect()

    # the page

    def _build(self) -> None:
        self.sentence = Label("", "heading")
        self.sentence.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_ring(self.sentence, own=True)
        self.hint = Label("", "heading", "text_secondary", weight=400)
        self.told = SecondaryButton(icon="message-circle", size="table")
        self.told.setCheckable(True)
        self.done = PrimaryButton(icon="check", size="table")
        self.done.set_key("F9")
        self.who = BadgeRow()
        self.who.hide()
        self.board, self.pool = BoardWidget(), self.claims.card
        self.rows, self.form = AgreementList(), FormPanel()
        self.orders = OrdersWays()
        self.orders.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        bar = Card(corner=0)
        across = row(bar, margins=(18, 6, 18, 6), gap=14)
        across.addWidget(Icon("users", 24))
        across.addWidget(self.sentence)
        across.addWidget(self.hint)
        across.addStretch(1)
        for widget in (self.who, self.told, self.done):
            across.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.orders)
        left.addWidget(self.board, 1)
        left.addWidget(self.pool)
        right = QWidget()
        lines = column(right, margins=(0, 0, 0, 0), gap=8)
        lines.addWidget(self.rows, 1)
        lines.addWidget(self.form)
        self.rows.setMinimumHeight(_ROWS)
        self.board.setMinimumHeight(_BOARD)
        sides = row(margins=(10, 10, 10, 10), gap=10)
        sides.addLayout(left, 616)
        self.area = Scroller(right)
        sides.addWidget(self.area, 720)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(bar)
        whole.addLayout(sides, 1)

    def _connect(self) -> None:
        panel = self.form
        panel.giver_chosen.connect(self._on_giver)
        panel.taker_chosen.connect(self._on_taker)
        panel.act_chosen.connect(self._on_act)
        panel.service_chosen.connect(self._on_service)
        panel.units_changed.connect(self._on_units)
        panel.due_changed.connect(self._on_due)
        panel.give_asked.connect(self._on_give)
        panel.give_dropped.connect(lambda: self._change(form.with_give(self._draft, None)))
        panel.give_chosen.connect(self._on_give_chosen)
        panel.give_units_changed.connect(lambda units: self._on_give_terms(units=units))
        panel.give_due_changed.connect(lambda due: self._on_give_terms(due=due))
        panel.tapped.connect(self._on_tap)
        panel.other_asked.connect(self._on_other)
        self.rows.chosen.connect(self._on_row)
        self.board.chip_asked.connect(self._on_chip)
        self.board.island_asked.connect(self._on_island)
        self.orders.chosen.connect(lambda seat: self.visit_asked.emit(seat, "orders"))
        self.told.clicked.connect(self._on_told)
        self.who.chosen.connect(self._on_who)
        self.done.clicked.connect(self.on_done)
        for keys in ("F9", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.on_done)

    @property
    def table(self) -> TableScene:
        assert self._table is not None, "nothing was shown yet"
        return self._table

    @property
    def draft(self) -> FormDraft:
        return self._draft

    def show_table(self, table: TableScene) -> None:
        """Another scene: what a bot made of what is on its way shows in the form."""
        fresh = self._week != table.table.round
        self._table = table
        if fresh:
            self._week = table.table.round
            self._draft, self._note, self._fault = FormDraft(), "", ""
            self.claims.begin()
            self._finishing.clear()
        if not self.recorder.busy:
            settled = form.settle(table, self._draft)
            if settled.note:
                self._note, self._fault = ("", settled.note) if settled.bad else (settled.note, "")
            self._draft = settled.draft
        self._render()

    def take_focus(self) -> None:
        """To the sentence of what is asked; from there Tab leads through the page."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render(self) -> None:
        table = self.table
        page = open_page(table, self._draft.row)
        self.sentence.setText(page.sentence)
        self.hint.setText(page.hint)
        self.told.setText(page.told)
        self.done.setText(page.done)
        self.orders.show_ways(page.orders)
        self.board.set_picture(page.board)
        self.rows.show_rows(page.rows_title, page.rows_count, page.rows_none, page.rows)
        self.claims.see(table)
        self.form.show_form(form_picture(table, self._draft), self._note, self._fault)
        self._show_who()

    def _show_who(self) -> None:
        asking = self.told.isChecked()
        people = self.table.people if asking else ()
        say = self.table.speech.say
        badges = tuple(BadgeChoice(seat, self.table.badge(seat), self.table.name(seat), False) for seat in people)
        if asking:
            # what gives way goes first: together they would make the window wider
            self._fit()
        self.who.show_badges(say("table-told-who"), badges)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.board.set_zoom(BOARD_ZOOM * min(1.0, self.width() / WIDE))
        self._fit()

    def _fit(self) -> None:
        """The hint goes first where the bar is narrow, then, while it asks who told, the sentence."""
        asking = self.told.isChecked()
        self.hint.setVisible(self.width() >= _HINT_FROM and not asking)
        self.sentence.setVisible(not asking or self.width() >= _HINT_FROM)

    def say(self, note: str) -> None:
        """What has just happened to somebody here."""
        self._note = note
        self._render()

    # the form

    def _change(self, draft: FormDraft) -> None:
        """What a hand did to the form: what was said of it before is over."""
        if self.recorder.busy:
            return
        self._draft, self._note, self._fault = draft, "", ""
        self._render()
        if draft.service is not None:
            # on a small window the badges to tap come into sight as soon as they mean something
            QTimer.singleShot(0, self.form, lambda: self.area.ensureWidgetVisible(self.form.taps[0], 0, 16))

    def _on_giver(self, seat: int) -> None:
        self._change(form.between(self.table, self._draft, SeatId(seat), self._draft.taker))

    def _on_taker(self, seat: int) -> None:
        self._change(form.between(self.table, self._draft, self._draft.giver, SeatId(seat)))

    def _on_service(self, value: str) -> None:
        self._change(form.about(self.table, self._draft, ServiceId(int(value))))

    def _on_units(self, units: int) -> None:
        self._change(form.with_terms(self._draft, units, self._draft.due))

    def _on_due(self, due: int) -> None:
        self._change(form.with_terms(self._draft, self._draft.units, due))

    def _on_act(self, value: str) -> None:
        promise = self.table.promise(self._draft.row) if self._draft.row is not None else None
        if promise is not None:
            act = next(each for each in _ACTS if each == value)
            self._change(form.from_row(self.table, promise, act))

    def _on_give(self) -> None:
        offered = form.gives(self.table, self._draft)
        if offered:
            self._change(form.with_give(self._draft, form.first_give(self.table, self._draft, offered[0])))

    def _on_give_chosen(self, value: str) -> None:
        service = ServiceId(int(value))
        self._change(form.with_give(self._draft, form.first_give(self.table, self._draft, service)))

    def _on_give_terms(self, units: int | None = None, due: int | None = None) -> None:
        give = self._draft.give
        if give is not None:
            fresh = GiveDraft(give.service, give.units if units is None else units, give.due if due is None else due)
            self._change(form.with_give(self._draft, fresh))

    def _on_row(self, picture: AgreementRow) -> None:
        if picture.kind == "agreed":
            self._on_chip(picture.id)
            return
        waiting = self.table.waiting()
        if picture.id < len(waiting):
            self._change(form.from_line(self.table, waiting[picture.id]))

    def _on_chip(self, number: int) -> None:
        promise = self.table.promise(CommitmentId(number))
        if promise is not None and promise.is_open:
            act: Act = "terms" if promise.state == "open" else "release"
            self._change(form.from_row(self.table, promise, act))

    def _on_island(self, number: int) -> None:
        """A department's tile: its own page, or an agreement from it."""
        seat = SeatId(number)
        menu = SeatMenu(seat_ways(self.table, seat), self)
        menu.chosen.connect(lambda way: self._on_way(seat, way))
        spot = self.board.plan().islands[seat].bottomLeft() * self.board.zoom()
        menu.show_at(self.board.mapToGlobal(spot.toPoint()))

    def _on_way(self, seat: SeatId, way: str) -> None:
        if way == "record":
            self._on_giver(seat)
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.visit_asked.emit(seat, way)

    def _on_other(self) -> None:
        asked = take_back(self.table, self._draft)
        self._change(FormDraft())
        if asked is not None:
            self.recorder.ask(self.table, asked)

    def _on_tap(self, seat: int) -> None:
        if self.recorder.busy:
            return
        if self._draft.sent and seat in self._draft.tapped:
            # what waits for a bot is taken back by the same tap
            asked = take_back(self.table, self._draft)
            if asked is not None:
                self._draft = replace(self._draft, tapped=frozenset(), sent=False)
                self.recorder.ask(self.table, asked)
                return
        self._change(form.tapped(self._draft, SeatId(seat)))
        if form.complete(self.table, self._draft):
            self._draft = replace(self._draft, sent=True)
            self.recorder.record(self.table, steps_of(self.table, self._draft))

    def _on_recorded(self) -> None:
        """All that people here can do is done; a bot may still have to speak."""
        draft, table = self._draft, self.table
        if not draft.sent:
            self._draft = FormDraft(draft.giver, draft.taker) if draft.row is None else FormDraft()
        elif draft.row is None and draft.line is None and draft.pair is not None:
            self._draft = self._after_request(draft, *draft.pair)
        elif draft.row is not None and draft.act == "warn":
            self._draft, self._note = FormDraft(), table.speech.say("table-recorded")
        self.show_table(table)

    def _after_request(self, draft: FormDraft, giver: SeatId, taker: SeatId) -> FormDraft:
        """The pair stays for its next agreement; of a bot the request is followed."""
        if not self.table.is_person(giver):
            return replace(draft, line=(newest(self.table, giver, taker), 0))
        self._note = self.table.speech.say("table-recorded")
        return form.between(self.table, FormDraft(), giver, taker)

    def _on_failed(self, why: str) -> None:
        self._draft = replace(self._draft, tapped=frozenset(), sent=False)
        self._note, self._fault = "", why
        self._render()

    # telling, and the end of the talk

    def _on_told(self) -> None:
        self._show_who()
        if self.told.isChecked() and self.who.picks:
            self.who.picks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_who(self, seat: int) -> None:
        self.told.setChecked(False)
        self._show_who()
        self.visit_asked.emit(seat, "told")

    def on_done(self) -> None:
        if self._table is None or self._finishing or QApplication.activeModalWidget() is not None:
            return
        self._question = put(self, done_question(self.table), self.finish)
        self._question.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        self._question = None

    def finish(self) -> None:
        """The talk is over for everybody here."""
        now, phase = self.table.table.round, self.table.table.phase
        for seat in self.table.people:
            if seat not in self.table.table.finished:
                self._finishing.add(self._submit(seat, FinishPhase(round=now, phase=phase)))

    # answers

    def answered(self, frame: Answered) -> bool:
        """Whether the page has asked for this."""
        if self._table is None:
            return False
        if self.recorder.answered(frame, self.table):
            return True
        if frame.id in self._finishing:
            self._finishing.discard(frame.id)
            return True
        return self.claims.answered(frame)

    def leave(self) -> None:
        """The talk is over: a question about its end has nothing left to ask."""
        if self._question is not None:
            self._question.reject()
        self.recorder.forget()
        self.told.setChecked(False)
