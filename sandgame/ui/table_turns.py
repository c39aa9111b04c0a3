"""Seats at a table laptop take turns: the curtain asks for one, its page opens, its draft is kept, it hands over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sandgame.frames.seat import Answered, Seated
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.pictures import ClockPicture
from sandgame.present.scene import Scene
from sandgame.present.table_curtain import CurtainPicture, curtain, waiting
from sandgame.present.table_scene import TableScene
from sandgame.present.table_setup import first_seconds
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import FinishPhase, Intent, SubmitPlan
from sandgame.rules.need import default_plan
from sandgame.text.speech import Speech
from sandgame.ui.brief import BriefPage
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.kit.themed import current_look
from sandgame.ui.over import OverPage
from sandgame.ui.page import Page
from sandgame.ui.pages import PAGES
from sandgame.ui.table_class import TableInClass
from sandgame.ui.table_curtain import Curtain
from sandgame.ui.table_keep import TableKeep
from sandgame.ui.table_look import LookPage
from sandgame.ui.table_open import OpenPage
from sandgame.ui.table_orders import OwnOrdersPage
from sandgame.ui.table_own import OwnPage
from sandgame.ui.table_parts import TableBar
from sandgame.ui.table_seat import SeatTurn

SECONDS = 60
"""A seat's time behind the curtain, if nothing else was set."""
SEAT_TEXT = 115
"""The least text size of a seat's own page here; pages for all are large by themselves."""
_SEAT_TEXT_FROM = 1280
BEHIND: tuple[Phase, ...] = ("brief", "plan", "review")
"""Phases in which every seat has its turn."""


class TableTurns(QWidget):  # long: a seat's turn from the curtain to the curtain
    """What passes behind the curtain; `TableScreen` says when, and shows what lies open."""

    left = Signal()
    again_asked = Signal()
    debrief_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    full_screen_asked = Signal()

    bar: TableBar
    open: OpenPage
    curtain: Curtain
    stack: QStackedWidget
    in_class: TableInClass | None

    def __init__(self, speech: Speech, submit: Callable[[Intent, SeatId], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._send = submit
        self._keep = TableKeep(None, "")
        self._seated: dict[SeatId, Seated] = {}
        self._table: TableScene | None = None
        self._moment: tuple[int, Phase] | None = None
        self._percent = current_look().text_percent
        self._turn: SeatTurn | None = None
        self._behind: SeatId | None = None
        """The seat that the curtain asks for."""
        self._visit = False
        self._handing: dict[str, SeatId] = {}
        """Ids of intents that end a seat's turn."""
        self._passed: tuple[SeatId, ...] | None = None
        """Seats that had nothing to do in this phase; None until that was looked at."""
        self._visiting = "told"
        """What a visit in the middle of the talk is for."""
        self._why = ""
        """Why the curtain fell by itself."""
        self._known: DebriefKnown | None = None

    def _arrange(self) -> None:
        raise TypeError("a table's screen shows what is on")

    @property
    def table(self) -> TableScene:
        assert self._table is not None, "nobody sits here yet"
        return self._table

    @property
    def turn(self) -> SeatTurn | None:
        return self._turn

    @property
    def keep(self) -> TableKeep:
        """PINs and drafts of its seats on this computer."""
        return self._keep

    @property
    def has_clock(self) -> bool:
        """Whether a seat's time behind the curtain runs out."""
        return self._keep.seconds(SECONDS) > 0

    @property
    def phase(self) -> Phase:
        return self.table.table.phase

    def _done(self) -> set[SeatId]:
        return set(self.table.table.finished) | set(self._handing.values()) | set(self._passed or ())

    def _on_visit(self, seat: int, what: str = "told") -> None:
        self._visit, self._behind, self._visiting, self._why = True, SeatId(seat), what, ""
        self._arrange()

    def _on_cancelled(self) -> None:
        self._visit, self._behind = False, None
        self._arrange()

    def _curtain_picture(self) -> CurtainPicture:
        seat = self._behind
        if seat is None:
            return waiting(self.table, self._done())
        pin = self._keep.has_pin(seat)
        picture = curtain(self.table, seat, self._done(), pin=pin, visit=self._visit)
        return replace(picture, why=self._why)

    def _on_opened(self, pin: str) -> None:
        seat = self._behind
        if seat is not None and self._turn is None and self.curtain.lets_in(self._keep, seat, pin):
            self._open_turn(seat)

    def _open_turn(self, seat: SeatId) -> None:
        table = self.table.table
        timed = self.phase in BEHIND
        allowed = self._keep.seconds(SECONDS)
        if table.round == 1:
            allowed = first_seconds(allowed)
        left = self._keep.left(seat, table.round, table.phase, allowed) if timed and allowed else None
        draft = self._keep.draft(seat, table.round, table.phase)
        self._to_percent(self._seat_percent())
        number = self.in_class.table if self.in_class is not None else 0
        submit = partial(self._submit_of, seat)
        patient = not allowed
        turn = SeatTurn(self._seated[seat], self._page(), self._speech, submit, left, draft, number, patient=patient)
        turn.lowered.connect(self._on_lowered)
        # a visitor's page has that button in its own bar
        turn.put_away.setVisible(self.phase != "negotiate")
        turn.idled.connect(self._on_idle)
        turn.time_up.connect(self._on_time_up)
        turn.page.draft_changed.connect(self._keep_draft)
        turn.shell.left.connect(self.left)
        # a seat's own time runs in the strip below
        turn.shell.clock_of = self.in_class.round.picture if self.in_class is not None else _no_clock
        turn.shell.show_clock()
        turn.shell.language_asked.connect(self.language_asked)
        turn.shell.settings_asked.connect(self.settings_asked)
        turn.shell.full_screen_asked.connect(self.full_screen_asked)
        self._turn, self._behind, self._why = turn, None, ""
        self.stack.addWidget(turn)
        self._arrange()
        if isinstance(turn.page, OverPage) and self._known is not None:
            turn.page.show_debrief(self._known)
        turn.begin()

    def _page(self) -> Page:
        if self.phase == "negotiate":
            own = _VISITS[self._visiting]()
            own.closed.connect(self.let_fall)
            return own
        if self.phase == "brief":
            return BriefPage(at_table=True)
        if self.phase == "over":
            page = OverPage(at_table=True)
            page.home_asked.connect(self.let_fall)
            page.again_asked.connect(self.again_asked)
            page.debrief_asked.connect(self._on_own_debrief)
            return page
        return PAGES[self.phase]()

    def _keep_draft(self) -> None:
        if self._turn is not None and not self._handing:
            self._keep.keep(self._turn.seat, *self.table.moment, self._turn.draft())

    def _drop_turn(self) -> None:
        """Takes the seat's page off the screen and out of memory."""
        turn, self._turn = self._turn, None
        if turn is None:
            return
        if self._moment == self._moment_of(turn.seat):
            self._keep.keep(turn.seat, *self.table.moment, turn.draft() if not self._handing else None)
        if turn.left is not None:
            self._keep.keep_left(turn.seat, *self.table.moment, turn.left)
        turn.hide()
        turn.end()
        self.stack.removeWidget(turn)
        turn.deleteLater()

    def _moment_of(self, seat: SeatId) -> tuple[int, Phase]:
        table = self._seated[seat].view.table
        return table.round, table.phase

    def let_fall(self) -> None:
        """The curtain falls at once; what was drafted behind it is kept for the same seat."""
        seat = self._turn.seat if self._turn is not None else None
        self.stack.setCurrentWidget(self.curtain)
        self._drop_turn()
        if seat is not None and self.phase in BEHIND:
            self._behind = seat
        elif self._visit:
            self._visit, self._behind = False, None
        self._arrange()

    def _on_lowered(self) -> None:
        """By the hand. Nothing is entered in Brief: who lowers it there has read, and it passes on. Where something is
        still to be entered the same seat is asked for again, and why is said."""
        turn, phase = self._turn, self.phase
        if turn is None:
            return
        if phase == "brief" and all(check.done for check in turn.page.now().checks):
            self._submit_of(turn.seat, FinishPhase(round=self.table.table.round, phase=phase))
            return
        if phase in BEHIND:
            self._why = self._speech.say(f"table-why-lowered-{phase}", department=self.table.name(turn.seat))
        self.let_fall()

    def _on_idle(self) -> None:
        """Nobody touched it: the curtain falls, and says why."""
        if self._turn is None:
            return
        why = self._speech.say("table-why-idle", seconds=self._turn.idle_seconds)
        visited = self._visit
        self._why = "" if visited else why
        self.let_fall()
        if visited and self.phase == "negotiate":
            self.open.say(why)

    def _on_own_debrief(self) -> None:
        """From behind the curtain to what lies open."""
        self.let_fall()
        self.debrief_asked.emit()

    # the size of the text

    def _seat_percent(self) -> int:
        """On a screen that is scaled up everything is larger already."""
        return max(self._percent, SEAT_TEXT if self.width() >= _SEAT_TEXT_FROM else 100)

    def _scale(self) -> None:
        self._to_percent(self._seat_percent() if self._turn is not None and not self._handing else 100)

    def _to_percent(self, percent: int) -> None:
        app = QApplication.instance()
        look = current_look()
        if isinstance(app, QApplication) and look.text_percent != percent:
            apply_look(app, replace(look, text_percent=percent))

    # what goes out

    def _submit(self, seat: SeatId, intent: Intent) -> str:
        return self._send(intent, seat)

    def _submit_of(self, seat: SeatId, intent: Intent) -> str:
        """Of a seat's own page. What ends its turn lowers the curtain before anything is painted again."""
        name = self._send(intent, seat)
        if isinstance(intent, FinishPhase | SubmitPlan):
            self._handing[name] = seat
            self.stack.setCurrentWidget(self.curtain)
            if self._turn is not None:
                self._turn.hide()
            self._behind = None
            self.bar.show()
            self.curtain.show_curtain(waiting(self.table, self._done()))
            # at once: what the last of a phase sets off keeps the window busy for a moment
            for part in (self, self.curtain):
                if (layout := part.layout()) is not None:
                    layout.activate()
            self.repaint()
        return name

    def _on_time_up(self) -> None:
        """What stands on the page counts as entered; a plan that cannot stand gives way to the default one."""
        turn = self._turn
        if turn is None:
            return
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
        self._why = self._speech.say("table-why-time", department=self.table.name(turn.seat))
        if turn.page.now().enabled:
            turn.page.primary()
        if not self._handing:
            self._enter_default(turn.seat)

    def _enter_default(self, seat: SeatId) -> None:
        view = self._seated[seat].view
        now, phase = view.table.round, view.table.phase
        if phase == "plan":
            self._submit_of(seat, SubmitPlan(round=now, phase=phase, plan=default_plan(view)))
        else:
            self._submit_of(seat, FinishPhase(round=now, phase=phase))

    # how it ends

    def _handed_over(self, frame: Answered, seat: SeatId) -> None:
        """In: the seat's page is thrown away, and the next one is asked for. Refused: the same seat once more."""
        turn = self._turn
        if frame.refusal is None and frame.stored:
            if turn is not None and turn.seat == seat:
                self._drop_turn()
                self._keep.keep(seat, *self.table.moment, None)
            return
        if turn is None or turn.seat != seat:
            self._behind = seat
            return
        if turn.left == 0 and frame.refusal is not None and self.phase == "plan":
            self._enter_default(seat)
            return
        turn.shell.take(frame)
        turn.left = None if turn.left is None else max(turn.left, SECONDS // 4)
        turn.show()
        turn.begin()


_VISITS: dict[str, Callable[[], OwnPage | OwnOrdersPage | LookPage]] = {
    "told": OwnPage,
    "orders": OwnOrdersPage,
    "look": LookPage,
}


def _no_clock(_scene: Scene) -> ClockPicture | None:
    return None
