"""The facilitator's console: the page of all tables, one table opened, the eyes of a seat, all over one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    ConsoleTold,
    JoinReason,
    ReceiptTold,
    Refused,
    SeatCodeMade,
    TableAnswered,
    WatchTable,
)
from sandgame.frames.console import CaseTold, TableSeen
from sandgame.frames.line import HostEnded, LineBack, LineLost, LineNews
from sandgame.frames.seat import Seated, ViewChanged
from sandgame.present import console as words
from sandgame.present.console_alerts import Alert
from sandgame.present.console_class import ClassSeen, Times
from sandgame.present.console_queue import needs, queue_item
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.class_asks import ask_unshare
from sandgame.ui.console_acts import ConsoleActs
from sandgame.ui.console_bar import ConsoleBar
from sandgame.ui.console_clock import ClassClock
from sandgame.ui.console_keys import press
from sandgame.ui.console_line import ConsoleLine
from sandgame.ui.console_menu import class_menu, pop_up, to_menu
from sandgame.ui.console_page import ConsolePage
from sandgame.ui.console_talk import Talk
from sandgame.ui.console_undo import UndoNote
from sandgame.ui.console_watch import AlertWatch
from sandgame.ui.drill import DrillPage
from sandgame.ui.drill_acts import DrillActs
from sandgame.ui.drill_look import LookPage
from sandgame.ui.kit.banner import Banner
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.menus import stand_on
from sandgame.ui.kit.themed import Themed
from sandgame.ui.kit.toast import Toasts

_CALLING: dict[str, str] = {"call": "bell-ring", "away": "wifi-off"}
"""What is said at once where the queue is not in sight."""


class ConsoleScreen(QWidget, Themed):  # long: a short slot for each thing that can happen
    asked = Signal(object)
    left = Signal()
    projector_asked = Signal()
    debrief_asked = Signal()
    report_asked = Signal()
    close_asked = Signal()
    """The debrief is done."""
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()
    shared_changed = Signal(bool)
    """Whether the screen is shared, as it was set here."""

    def __init__(
        self, speech: Speech, parent: QWidget | None = None, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.seen = ClassSeen(speech)
        self.trial = False
        self.debrief_ready = self.report_ready = self.debrief_begun = False
        self._shared = False
        self._table = 0
        self._watch = AlertWatch(now)
        self._alerts: tuple[Alert, ...] = ()
        self.clock = ClassClock(self, now)
        self.clock.ticked.connect(self._on_tick)
        # frames come in bursts: all that wait are taken in before anything is painted
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.line = ConsoleLine(self)
        self.talk = Talk(self)
        self.acts = ConsoleActs(self)
        self.drill_acts = DrillActs(self)
        self._build()
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The page itself has the focus at first: Space and the digits work at once."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setProperty("ring_own", True)
        self.bar, self.banner = ConsoleBar(), Banner()
        self.all, self.drill, self.look = ConsolePage(), DrillPage(), LookPage()
        self._stack = QStackedWidget()
        for page in (self.all, self.drill, self.look):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.bar, self.banner):
            whole.addWidget(widget)
        whole.addWidget(self._stack, 1)
        self.toasts = Toasts(self, zone=lambda: self._stack)
        self.undo = UndoNote(self)
        self._connect()

    def _connect(self) -> None:
        bar, page, acts = self.bar, self.all, self.acts
        bar.pause_asked.connect(acts.pause)
        bar.time_asked.connect(acts.time)
        bar.next_asked.connect(self.next_step)
        page.queue.main_asked.connect(self.main_step)
        bar.projector_asked.connect(self.projector_asked)
        bar.menu_asked.connect(lambda: pop_up(class_menu(self), bar.menu))
        bar.back_asked.connect(self.close_table)
        bar.step_asked.connect(self.step_table)
        page.grid.table_asked.connect(self.open_table)
        # a dialog may not open while the drag is still under way
        later = Qt.ConnectionType.QueuedConnection
        page.grid.dropped.connect(lambda card, table: acts.ask_deal(card, (table,)), later)
        page.strip.dropped.connect(lambda card: acts.ask_deal(card, self.seen.tables), later)
        page.grid.missed.connect(acts.missed)
        page.deck.missed.connect(acts.missed)
        page.strip.unshare_asked.connect(self.ask_unshare)
        page.sorted_changed.connect(self.refresh)
        page.queue.asked.connect(self._on_queue)
        page.deck.event_asked.connect(acts.deal)
        page.deck.measure_asked.connect(acts.switch)
        page.deck.keep_asked.connect(acts.keep_card)
        page.say.said.connect(lambda text: acts.tell(self.talk.to, text))
        page.say.to_asked.connect(lambda: stand_on(to_menu(self, self.seen, self.talk.say_to), page.say.edit))
        self.drill.asked.connect(self.drill_acts.act)
        self.drill.need_asked.connect(self._on_queue)
        self.look.left.connect(self.end_look)

    # what comes in

    def take(self, frame: Told | LineNews) -> None:
        """A frame of the host, or news of the line, in order, on the window's thread."""
        if isinstance(frame, LineLost | LineBack | HostEnded):
            self._on_line(frame)
        elif isinstance(frame, TableAnswered):
            self.acts.asks.answered(frame)
        elif isinstance(frame, ReceiptTold):
            self.acts.received(frame)
        elif isinstance(frame, SeatCodeMade):
            self._show_code(frame)
        elif isinstance(frame, Refused):
            self._on_refused(frame)
        elif isinstance(frame, Seated | ViewChanged):
            self.look.take(frame)
        else:
            self._learn(frame)

    def _on_refused(self, frame: Refused) -> None:
        """Of a code, a look or a change of the class; what a table refuses comes as its answer."""
        key = "console-no-seat" if frame.reason == JoinReason.NO_SUCH_SEAT else "console-not-stored"
        self.toasts.say(self.seen.speech.say(key), "circle-alert", "caution")

    def _learn(self, frame: Told | LineNews) -> None:
        before = self.seen
        self.seen = before.took(frame)  # type: ignore[arg-type]  # news of the line went another way
        if isinstance(frame, ConsoleTold):
            case = self.seen.case
            for row in frame.tables if case is not None else ():
                assert case is not None
                self.clock.take(row, case.setup.seconds)
        if isinstance(frame, CaseTold) and self._table:
            self.send(WatchTable(self._table))
        if isinstance(frame, TableSeen) and frame.table != self._table:
            self.seen = before
        elif self.seen is not before:
            self._soon.start()

    def in_language(self, speech: Speech) -> None:
        self.seen = self.seen.in_language(speech)
        self.look.in_language(speech)
        self.all.queue.tidy()
        self.refresh()

    def stop(self) -> None:
        """Before the screen goes."""
        self._soon.stop()
        self.talk.stop()
        self.clock.stop()
        self.look.close_look()

    # the line

    def _on_line(self, news: LineLost | LineBack | HostEnded) -> None:
        if self.line.take(news):
            self.acts.asks.forget()
            self.acts.forget_words()
        self.refresh()

    # what the acts need

    @property
    def table(self) -> int:
        return self._table

    @property
    def online(self) -> bool:
        return self.line.online

    @property
    def page(self) -> QWidget:
        return self

    def times(self) -> Times:
        return self.clock.times()

    def send(self, frame: Asked) -> None:
        self.line.send(frame)

    def say(self, text: str, icon: str = "", *, bad: bool = False) -> None:
        self.toasts.say(text, icon, "caution" if bad else "plain")

    def know(self, seen: ClassSeen) -> None:
        self.seen = seen
        self.refresh()

    def settle(self, alert: Alert, act: str = "") -> None:
        self._watch.settle(alert, act)
        self.refresh()

    def unsettle(self, alert: Alert) -> None:
        self._watch.unsettle(alert)
        self.refresh()

    # showing

    def refresh(self) -> None:
        """Everything that is visible, from what is known."""
        self._soon.stop()
        for said in self.acts.questions.look_again():
            self.say(said, "info")
        self._tell_new(self._find_alerts())
        self.banner.set_texts(self.line.trouble)
        self._show_time()
        if self._table:
            self.drill.show_seen(self.seen, self._table, self._alerts)
        else:
            self.all.show_class(self.seen, self._alerts, self.times(), shared=self._shared, ready=self.debrief_ready)
            self.talk.show()

    def _find_alerts(self) -> tuple[Alert, ...]:
        return self._watch.find(self.seen, self.times())

    def _tell_new(self, found: tuple[Alert, ...]) -> None:
        """With a table open the queue is out of sight: a call or a cut line is said at once, wherever it is."""
        known = {each.key for each in self._alerts}
        new = [each for each in found if each.kind in _CALLING and each.key not in known]
        self._alerts = found
        for each in new if self._table else ():
            self.toasts.say(queue_item(self.seen, each, shared=False).title, _CALLING[each.kind], "caution")

    def _show_time(self) -> None:
        times = self.times()
        waiting = needs(self._alerts)
        bar = words.bar(self.seen, times, self._table, online=self.online, needs=waiting, ready=self.debrief_ready)
        self.look.show_needs(self.seen.speech.say("drill-look-needs", count=waiting) if waiting else "")
        self.bar.show_bar(bar, self.seen.speech, table=self._table, single=len(self.seen.rows) < 2)
        self.bar.set_online(online=self.online)
        if not self._table:
            self.all.show_time(self.seen, times, trial=self.trial, shared=self._shared)

    def _on_tick(self) -> None:
        self._show_time()
        if self._find_alerts() != self._alerts:
            self.refresh()

    def _show_code(self, made: SeatCodeMade) -> None:
        watching, self.drill_acts.wants_to_watch = self.drill_acts.wants_to_watch, False
        if not self._shared:
            self.acts.show_code(made, watching=watching)

    # one table

    def open_table(self, table: int) -> None:
        if table not in self.seen.rows or self.seen.state == "lobby":
            return
        if self._shared:
            self.toasts.say(self.seen.speech.say("console-shared-locked"), "lock", "caution")
            return
        self._table = table
        self.drill.begin()
        self.send(WatchTable(table))
        self._stack.setCurrentWidget(self.drill)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def close_table(self) -> None:
        if not self._table:
            return
        table, self._table = self._table, 0
        self.end_look()
        self.send(WatchTable(0))
        self._stack.setCurrentWidget(self.all)
        self.refresh()
        self.all.grid.focus_table(table)

    def step_table(self, by: int) -> None:
        tables = self.seen.tables
        if self._table in tables and len(tables) > 1:
            self.end_look()
            self.open_table(tables[(tables.index(self._table) + by) % len(tables)])

    @property
    def looking(self) -> bool:
        """As a seat sees it."""
        return self._stack.currentWidget() is self.look

    def start_look(self, seat: SeatId) -> None:
        self.look.open_look(self.seen, self._table, seat)
        self.bar.hide()
        self._stack.setCurrentWidget(self.look)

    def end_look(self) -> None:
        if self.looking:
            self.look.close_look()
            self.drill_acts.end_look()
            self.bar.show()
            self._stack.setCurrentWidget(self.drill)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_closing(self, *, begun: bool, closed: bool) -> None:
        """How far the class has come after play: the debrief was begun, and is done."""
        self.debrief_begun = begun
        self.know(replace(self.seen, closed=closed))

    def main_step(self) -> None:
        """After all is done what is left is the report."""
        if self.seen.closed:
            self.report_asked.emit()
        else:
            self.next_step()

    def next_step(self) -> None:
        """On to the next phase; from the end of play to the debrief; from its end home."""
        if not self.seen.ended:
            self.acts.next()
        elif self.seen.closed:
            self.left.emit()
        elif self.debrief_ready and not self._table:
            self.debrief_asked.emit()

    def _on_queue(self, alert: Alert, act: str) -> None:
        self.acts.act(alert, act)

    # shared

    @property
    def shared(self) -> bool:
        """With the screen shared nothing of a seat's is to be seen, and no table can be opened."""
        return self._shared

    @shared.setter
    def shared(self, shared: bool) -> None:
        if shared == self._shared:
            return
        self._shared = shared
        if shared:
            self.undo.hide()
            self.all.queue.tidy()
            for dialog in self.window().findChildren(Dialog):
                dialog.reject()
            self.close_table()
            self.drill.clear()
            self.seen = self.seen.took_away()
            self.acts.forget_words()
        self.refresh()

    def on_shared(self, shared: bool) -> None:
        self.shared = shared
        self.shared_changed.emit(shared)

    def ask_unshare(self) -> None:
        """The tag was clicked."""
        ask_unshare(self.seen.speech, self.window(), lambda: self.on_shared(False))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if QApplication.activeModalWidget() is not None or not press(self, event):
            super().keyPressEvent(event)
