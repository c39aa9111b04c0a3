"""A laptop in the middle of a table: seats pass behind the curtain, the rest lies open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.seat import Answered, HostFrame, Seated, ViewChanged, merged
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.phrases import listed
from sandgame.present.scene import Scene
from sandgame.present.shell import leave_question
from sandgame.present.table_curtain import queue
from sandgame.present.table_form_picture import BadgeChoice
from sandgame.present.table_open import table_bar
from sandgame.present.table_scene import TableScene
from sandgame.present.table_turns import has_nothing
from sandgame.present.table_week import week_page
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, Intent
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech
from sandgame.ui.class_round import ClassRound
from sandgame.ui.kit.themed import current_look
from sandgame.ui.over import OverPage
from sandgame.ui.questions import put
from sandgame.ui.table_class import TableInClass
from sandgame.ui.table_curtain import Curtain
from sandgame.ui.table_keep import TableKeep
from sandgame.ui.table_open import OpenPage
from sandgame.ui.table_parts import TableBar
from sandgame.ui.table_turns import BEHIND, SECONDS, TableTurns
from sandgame.ui.table_week import WeekPage


class TableScreen(TableTurns):  # long: one slot for each thing that can happen
    """`submit` sends an intent of a seat and gives its id; frames of all seats come in through `take`."""

    given_up = Signal()
    """In a class: the seats are to be given up, after the question."""

    def __init__(
        self,
        speech: Speech,
        submit: Callable[[Intent, SeatId], str],
        *,
        drafts: Path | None = None,
        pins: Mapping[SeatId, str] | None = None,
        seconds: int | None = None,
        parent: QWidget | None = None,
        in_class: ClassRound | None = None,
    ) -> None:
        super().__init__(speech, submit, parent)
        self._folder = drafts
        self._begun = (dict(pins), seconds if seconds is not None else SECONDS) if pins is not None else None
        self._shown: tuple[QWidget, SeatId | None] | None = None
        self._going_on: set[str] = set()
        self._elapsed = 0
        self._build()
        self.in_class = TableInClass(self, self, in_class) if in_class is not None else None

    def _build(self) -> None:
        self.bar = TableBar()
        self.open, self.week, self.curtain = OpenPage(self._submit), WeekPage(), Curtain()
        self.stack = QStackedWidget()
        for page in (self.open, self.week, self.curtain):
            self.stack.addWidget(page)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.bar)
        lines.addWidget(self.stack, 1)
        self.bar.menu.clicked.connect(self.on_menu)
        self.open.visit_asked.connect(self._on_visit)
        self.week.go_asked.connect(self._on_go)
        self.week.seat_asked.connect(self._on_visit)
        self.week.again_asked.connect(self.again_asked)
        self.week.home_asked.connect(self.left)
        self.curtain.opened.connect(self._on_opened)
        self.curtain.cancelled.connect(self._on_cancelled)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.second)

    # what comes in

    def take(self, frame: HostFrame) -> None:
        """A frame of the host, in order, on the window's thread."""
        if isinstance(frame, Answered):
            self._answered(frame)
            return
        if isinstance(frame, Seated):
            self._seated[frame.seat] = frame
        elif frame.seat in self._seated:
            self._seated[frame.seat] = rolled(self._seated[frame.seat], frame)
        if not self._all_sit():
            return
        turn = self._turn
        if turn is not None and turn.seat == frame.seat and isinstance(frame, ViewChanged) and not self._handing:
            table = self._seated[frame.seat].view.table
            if (table.round, table.phase) == self._moment:
                turn.take(frame)
        self._show()

    def _all_sit(self) -> bool:
        """In a class other people of the table may sit at laptops of their own."""
        if self.in_class is not None and self.in_class.round.seats:
            return set(self.in_class.round.seats) <= set(self._seated)
        holders = next(iter(self._seated.values())).holders if self._seated else ()
        return bool(holders) and {held.seat for held in holders if held.holder == "person"} <= set(self._seated)

    def _show(self) -> None:
        """As soon as all seats have come to the same moment."""
        moments = {(s.view.table.round, s.view.table.phase) for s in self._seated.values()}
        if len(moments) != 1:
            return
        fresh = self._table is None
        number = self.in_class.table if self.in_class is not None else 0
        scenes = {seat: Scene.of(self._seated[seat], self._speech, number) for seat in sorted(self._seated)}
        self._table = TableScene(scenes)
        if self.in_class is not None:
            self.in_class.follow(self._table)
        if fresh:
            self._sit_down()
        moment = moments.pop()
        if moment != self._moment:
            self._moment = moment
            self._begin_phase()
        self._render()

    def _sit_down(self) -> None:
        session = next(iter(self._seated.values())).session
        self._keep = TableKeep(self._folder, session)
        if self._begun is not None:
            self._keep.begin(*self._begun)

    @property
    def scene(self) -> Scene | None:
        """What help may speak of: the seat's whose turn it is, else any, for its rules are the same."""
        if self._turn is not None:
            return self._turn.shell.scene
        return self._table.any if self._table is not None else None

    def in_language(self, speech: Speech) -> None:
        """All words again, and the size that belongs to what is shown; drafts stay."""
        self._speech = speech
        self._percent = current_look().text_percent
        if self._turn is not None:
            self._turn.shell.in_language(speech)
        self._scale()
        if self._seated:
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Another screen may have had another size of text."""
        super().showEvent(event)
        self._scale()

    def stop(self) -> None:
        """Before the screen goes: what is drafted is kept, nothing runs on, and the text has its own size again."""
        self._tick.stop()
        self._drop_turn()
        self._to_percent(self._percent)

    # a phase

    def _begin_phase(self) -> None:
        self._drop_turn()
        self._handing.clear()
        self._going_on.clear()
        self._passed = None
        self._visit, self._behind = False, None
        self.open.leave()
        self._elapsed = 0
        self.bar.set_clock("")
        if self.phase == "negotiate":
            self._tick.start()
        else:
            self._tick.stop()

    def second(self) -> None:
        """The talk's own clock stands while the curtain hangs."""
        if self._behind is None and self._turn is None:
            self._elapsed += 1
        self.show_clock()

    def show_clock(self) -> None:
        """The talk's own, or the class's."""
        if self.in_class is not None and self._table is not None:
            self.bar.set_clock(self.in_class.clock_text(self._table.any))
            if self._turn is not None:
                self._turn.shell.show_clock()
            return
        behind = self._behind is not None and self._turn is None
        talking = self._speech.say("table-talking", time=clock(self._elapsed))
        running = talking if self.phase == "negotiate" else ""
        stopped = self._speech.say("table-clock-stopped") if self.has_clock else ""
        self.bar.set_clock(stopped if behind else running)

    def _render(self) -> None:
        table = self.table
        self.bar.show_bar(table_bar(table), self._speech.say("shell-menu"))
        if self.phase == "negotiate":
            self.open.show_table(table)
        elif self.phase in ("deliver", "over"):
            self._show_week()
        if self._behind is None and self.phase in BEHIND:
            self._pass_over()
            self._behind = self._next()
        self._arrange()

    def _show_week(self) -> None:
        table, say = self.table, self._speech.say
        over = self.phase == "over"
        again = say("table-again") if over and self.in_class is None else ""
        people = tuple(BadgeChoice(s, table.badge(s), table.name(s), False) for s in table.people) if over else ()
        debrief = say("debrief-open") if over and self._has_debrief else ""
        self.week.show_week(week_page(table), say("table-own"), people, again, debrief)

    @property
    def _has_debrief(self) -> bool:
        return self._known is not None and self._known.told is not None

    def debrief_told(self, known: DebriefKnown) -> None:
        """The end leads to it, and each seat's own page there is told of it."""
        self._known = known
        if self._table is None or self.phase != "over":
            return
        if self._turn is not None and isinstance(self._turn.page, OverPage):
            self._turn.page.show_debrief(known)
        self._show_week()

    def _pass_over(self) -> None:
        """Who has nothing to read or to say does not take the laptop, and all are told so."""
        if self._passed is not None:
            return
        table = self.table
        idle = [seat for seat in table.people if seat not in table.table.finished and has_nothing(table.scenes[seat])]
        self._passed = tuple(idle) if len(idle) < len(table.people) else ()
        now, phase = table.moment
        for seat in self._passed:
            self._going_on.add(self._submit(seat, FinishPhase(round=now, phase=phase)))
        if self._passed:
            names = listed(table.any, [table.name(seat) for seat in self._passed])
            self._why = self._speech.say("table-why-passed", departments=names)

    def _next(self) -> SeatId | None:
        """The first in seat order who is not done with this phase."""
        done = self._done()
        return next((seat for seat in self.table.people if seat not in done), None)

    def _arrange(self) -> None:
        """What is shown now: a seat's turn, the curtain, or the page for all."""
        # a seat that hands over is not shown again, whatever is told meanwhile
        turn = self._turn if not self._handing else None
        if turn is not None:
            turn.show_words(self._speech, queue(self.table, turn.seat, self._done()))
        self.bar.setVisible(turn is None)
        page: QWidget
        if turn is not None:
            page = turn
        elif self._behind is not None or self.phase in BEHIND:
            page = self.curtain
            self.curtain.show_curtain(self._curtain_picture())
        else:
            page = self.open if self.phase == "negotiate" else self.week
        shown = (page, self._behind)
        if self.stack.currentWidget() is not page or shown != self._shown:
            self._shown = shown
            self._scale()
            self.stack.setCurrentWidget(page)
            self._focus(page)
        self.show_clock()

    def _focus(self, page: QWidget) -> None:
        if page is self.curtain:
            self.curtain.take_focus()
        elif page is self.open:
            self.open.take_focus()
        elif page is self.week:
            self.week.go.setFocus(Qt.FocusReason.OtherFocusReason)

    # what goes out

    def post(self, intent: Intent, seat: SeatId) -> None:
        """Of no page: said in passing."""
        self._send(intent, seat)

    def _on_go(self) -> None:
        """From the result to Review for all; at the end to the debrief, or home."""
        if self.phase == "over":
            (self.debrief_asked if self._has_debrief else self.left).emit()
            return
        now, phase = self.table.table.round, self.table.table.phase
        if phase != "deliver" or self._going_on:
            return
        for seat in self.table.people:
            if seat not in self.table.table.finished:
                self._going_on.add(self._submit(seat, FinishPhase(round=now, phase=phase)))

    # answers

    def _answered(self, frame: Answered) -> None:
        if frame.id in self._handing:
            self._handed_over(frame, self._handing.pop(frame.id))
        elif frame.id in self._going_on:
            self._going_on.discard(frame.id)
        elif not self.open.answered(frame) and self._turn is not None and self._turn.seat == frame.seat:
            self._turn.take(frame)
            self._keep_draft()
        if self._seated and self._table is not None:
            self._render()

    # the frame around

    def on_menu(self) -> None:
        say = self._speech.say
        menu = QMenu(self)
        other = "en" if self._speech.language == "zh" else "zh"
        for item in self.in_class.menu() if self.in_class is not None else []:
            if item.slot is not None:
                menu.addAction(item.text, item.slot)
            else:
                menu.addSeparator()
        menu.addAction(say("shell-language"), partial(self.language_asked.emit, other))
        menu.addAction(say("shell-settings"), self.settings_asked.emit)
        menu.addAction(say("shell-leave-menu"), self.on_leave)
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.bar.menu.mapToGlobal(self.bar.menu.rect().bottomRight())
        menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))

    def on_leave(self) -> None:
        if self.in_class is not None and self.scene is not None:
            self.in_class.on_leave()
            return
        put(self, leave_question(self._speech), self.left.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.in_class is None or not self.in_class.toasts.read():
                self.on_leave()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.stack.currentWidget() is self.curtain:
            self.curtain.keyPressEvent(event)
            return
        super().keyPressEvent(event)


def rolled(seated: Seated, change: ViewChanged) -> Seated:
    """The whole picture of a seat after a change, as if it were told anew."""
    words = change.words if isinstance(change.words, tuple) else seated.words
    view = merged(seated.view, change)
    return Seated(seated.session, seated.seat, seated.cast, seated.holders, change.number, view, words)
