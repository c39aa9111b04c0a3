"""A trainee's way through a class: code, seat, notice, waiting, play, and back to the first page."""  # long: one way

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sandgame.frames.classroom import (
    CardKept,
    ClockTold,
    JoinReason,
    LeaveSeat,
    LobbyTold,
    Observe,
    Refused,
    ReturnByCode,
    SeatGiven,
    StandInTold,
    TakeSeat,
    WatchGiven,
    Welcome,
)
from sandgame.frames.debrief import DebriefNews, GatheredTold, HalfTimeTold, PageTurned, TableDebriefTold
from sandgame.frames.line import Diagnosis, HeldSeat, JoinFailed, LineBack, LineLost, NoWay
from sandgame.frames.seat import Answered, HostFrame, Seated, ViewChanged
from sandgame.present.class_end import class_end
from sandgame.present.class_moves import moved_seat
from sandgame.present.class_seats import Choosing
from sandgame.present.class_waiting import waiting_room
from sandgame.present.home import pick
from sandgame.present.join import Trouble, change_question, no_way, said_no
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.class_round import ClassRound
from sandgame.ui.class_waiting import GoneScreen, WaitingScreen
from sandgame.ui.join import JoinScreen
from sandgame.ui.notice import NoticeScreen
from sandgame.ui.questions import put
from sandgame.ui.seat_code import ask_seat_code
from sandgame.ui.seat_list import SeatListScreen

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.present.scene import Scene
    from sandgame.rules.intents import Intent
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.debrief_screen import DebriefScreen
    from sandgame.ui.kit.dialog import Dialog
    from sandgame.ui.late import LateScreen
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen

Stage = Literal["", "code", "back", "seats", "notice", "sitting", "waiting", "playing", "watching", "gone"]
_SEATS_AGAIN = {
    JoinReason.SEAT_TAKEN, JoinReason.NO_SUCH_SEAT, JoinReason.OTHER_TABLE, JoinReason.NOT_STORED,
    JoinReason.UNKNOWN_CODE, JoinReason.ALREADY_PLAYING,
}  # fmt: skip
"""After these another seat can be chosen."""
_GONE = {JoinReason.SEATED_ELSEWHERE, JoinReason.CLASS_OVER, JoinReason.UNKNOWN_TOKEN}


class Attending(QObject):  # long: a slot for each thing that can be told or asked
    """Puts its screens into the stack when they are first needed; hears the link only while it is `active`."""

    left = Signal()
    """Back to the first page; a seat that is held stays held."""
    alone_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()
    titled = Signal(object)
    """The case's title, or None."""

    def __init__(
        self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._link = link
        self._preferences = preferences
        self._drafts = drafts
        self._speech = speech
        self.stage: Stage = ""
        self._held: HeldSeat | None = None
        self._welcome: Welcome | None = None
        self._lobby: LobbyTold | None = None
        self._table = 0
        self._seats: tuple[SeatId, ...] = ()
        self._asked: tuple[SeatId, ...] = ()
        """Seats that were asked for and not yet given."""
        self._scored = True
        self._seat_code = ""
        """Typed along with the code of the class: first it is tried for sitting, then for only watching."""
        self._adding = False
        """Another department is chosen for this laptop, beside those it has."""
        self._late = False
        """The seat that was asked for was a bot's in the middle of play, and what it did is still to be told."""
        self._question: Dialog | None = None
        self._moved: tuple[SeatId, SeatId] | None = None
        """The seat that the facilitator took, 0 at another table, and the one given for it; until play tells it."""
        self._over = False
        """The class is over and the line still stands: one's own pages may come."""
        self._last: Scene | None = None
        """What was known of the seat when the class ended."""
        self._trouble: Callable[[], Trouble] | None = None
        self._before_check: QWidget | None = None
        self.round: ClassRound | None = None
        self.join_page: JoinScreen | None = None
        self.seat_list: SeatListScreen | None = None
        self.notice: NoticeScreen | None = None
        self.waiting: WaitingScreen | None = None
        self.late: LateScreen | None = None
        self.gone: GoneScreen | None = None
        self.shell: ShellScreen | None = None
        self.table: TableScreen | None = None
        self.debrief: DebriefScreen | None = None
        link.told.connect(self.take)
        link.checked.connect(self._on_checked)

    @property
    def active(self) -> bool:
        return bool(self.stage)

    @property
    def scene(self) -> Scene | None:
        """What help may speak of."""
        playing = self.shell or self.table
        return playing.scene if playing is not None else None

    # ways in

    def open(self, code: str = "", address: str = "") -> None:
        """The page of the code; a whole one is tried at once."""
        self._reset("code")
        page = self._join()
        page.begin(self._speech, code, address)
        self._go(page)
        page.focus_first()
        if code:
            page.join()

    def come_back(self, held: HeldSeat) -> None:
        self._reset("back")
        self._held = held
        page = self._join()
        page.begin(self._speech, held.code, f"{held.host}:{held.port}")
        page.connecting(back=True)
        self._go(page)
        self._link.come_back(held)

    def leave(self) -> None:
        """Hang up and go; the seats stay this laptop's, but for a class that is over."""
        self._forget_if_over()
        self._reset("")
        self._link.stop_examining()
        self._link.hang_up()
        self.left.emit()

    def _forget_if_over(self) -> None:
        if self._welcome is not None and self._lobby is not None and self._lobby.state == "over":
            self._link.forget_class(self._welcome.session)

    def back(self) -> bool:
        """One step back; False if that is not this one's to say."""
        if not self.active or self.stage in ("playing", "watching"):
            return False
        if self.stage == "notice":
            self._on_notice_back()
        else:
            self.leave()
        return True

    def stop(self) -> None:
        """Before the window closes: what is drafted is kept."""
        if self.join_page is not None:
            self.join_page.leave()
        self._drop_play()

    def _reset(self, stage: Stage) -> None:
        if self.join_page is not None:
            self.join_page.leave()
        self._drop_play()
        self.stage = stage
        self._held = self._welcome = self._lobby = self._trouble = self._before_check = None
        self._table, self._seats, self._asked = 0, (), ()
        self._scored, self._late, self._adding, self._seat_code = True, False, False, ""
        self._moved, self._over, self._last = None, False, None

    def _drop_play(self) -> None:
        self._end_question()
        for screen in (self.shell, self.table):
            if screen is not None:
                screen.stop()
                self._drop(screen)
        if self.debrief is not None:
            self._drop(self.debrief)
            self.debrief = None
        self.shell = self.table = None
        (waiting, self.waiting), (late, self.late) = (self.waiting, None), (self.late, None)
        for page in (waiting, late):
            if page is not None:
                self._drop(page)
        if self.round is not None:
            self.round.stop()
            self.round.deleteLater()
            self.round = None

    def _drop(self, screen: QWidget) -> None:
        screen.hide()
        self._stack.removeWidget(screen)
        screen.deleteLater()

    # pages

    def _go(self, page: QWidget, title: Texts | None = None) -> None:
        self._stack.setCurrentWidget(page)
        self.titled.emit(title)

    def _join(self) -> JoinScreen:
        if self.join_page is None:
            self.join_page = page = JoinScreen()
            page.join_asked.connect(self._on_join)
            page.check_asked.connect(self._link.examine)
            page.check_left.connect(self._link.stop_examining)
            page.language_asked.connect(lambda: self.language_asked.emit(""))
            page.alone_asked.connect(self._on_alone)
            page.back_asked.connect(self._on_join_back)
            self._stack.addWidget(page)
        return self.join_page

    def _to_seats(self, trouble: Trouble | None = None) -> None:
        if self._welcome is None or self._lobby is None:
            return
        if self.seat_list is None:
            self.seat_list = page = SeatListScreen()
            page.sit_asked.connect(self._on_sit)
            page.seat_code_asked.connect(self._on_seat_code)
            page.back_asked.connect(self._on_seats_back)
            page.help_asked.connect(self.help_asked)
            page.settings_asked.connect(self.settings_asked)
            page.language_asked.connect(lambda: self.language_asked.emit(""))
            self._stack.addWidget(page)
        known = self.seat_list.choice
        same = known is not None and known.welcome.session == self._welcome.session and not self._adding
        offered = self._offered(self._lobby)
        choice = known.at(offered) if same and known is not None else Choosing(self._welcome, offered)
        self.stage, self._asked = "seats", ()
        self.seat_list.show_choice(choice, self._speech)
        self.seat_list.say(trouble)
        self._go(self.seat_list, self._welcome.card.title)
        self.seat_list.focus_first()

    def _offered(self, lobby: LobbyTold) -> LobbyTold:
        """All tables; for another department of the same laptop only its own."""
        tables = tuple(each for each in lobby.tables if each.table == self._table) if self._adding else lobby.tables
        return LobbyTold(lobby.state, lobby.pace, tables)

    def _on_more(self) -> None:
        self._adding = True
        self._to_seats()

    def _on_seats_back(self) -> None:
        if self._adding:
            self._adding = False
            self._to_waiting()
        else:
            self.leave()

    def _to_notice(self) -> None:
        if self.notice is None:
            self.notice = page = NoticeScreen()
            page.go_asked.connect(self._on_noticed)
            page.back_asked.connect(self._on_notice_back)
            page.language_asked.connect(lambda: self.language_asked.emit(""))
            self._stack.addWidget(page)
        self.stage = "notice"
        self.notice.begin(self._speech, scored=self._scored)
        self._go(self.notice, self._welcome.card.title if self._welcome is not None else None)
        self.notice.focus_first()

    def _to_waiting(self) -> None:
        if self._welcome is None or self.round is None:
            return
        self.stage = "waiting"
        if self.waiting is None:
            self.waiting = page = WaitingScreen(self.round.banner)
            page.change_asked.connect(self._on_change)
            page.more_asked.connect(self._on_more)
            page.language_asked.connect(lambda: self.language_asked.emit(""))
            page.back_asked.connect(self.leave)
            self._stack.addWidget(page)
        self._show_waiting()
        self._go(self.waiting, self._welcome.card.title)
        self.waiting.focus_first()

    def _show_waiting(self) -> None:
        if self.waiting is not None and self._welcome is not None and self._lobby is not None and self._seats:
            room = waiting_room(self._speech, self._welcome, self._lobby, self._table, self._seats, scored=self._scored)
            self.waiting.show_room(replace(room, moved=self._moved_text()), self._speech)

    def _moved_text(self) -> str:
        was, now = self._moved_names()
        return moved_seat(self._speech, was, now, self._table) if now else ""

    def _moved_names(self) -> tuple[str, str]:
        """Of the departments; "" where nothing was moved."""
        if self._moved is None or self._welcome is None:
            return "", ""
        names = {each.seat: pick(self._speech, each.name) for each in self._welcome.card.departments}
        was, now = self._moved
        return names.get(was, ""), names.get(now, "")

    def _to_over(self) -> None:
        """The facilitator ended it: what is known stays on the screen, and the line up for one's own pages."""
        debrief, self.debrief = self.debrief, None
        last, seats, welcome, lobby = self.scene, self._seats, self._welcome, self._lobby
        if self.round is not None and self.round.watching:
            last, seats = None, ()
        self._reset("gone")
        self.debrief, self._last, self._seats, self._over = debrief, last, seats, True
        self._welcome, self._lobby = welcome, lobby
        self._show_over()
        self._go(self._gone_page())
        self._gone_page().focus_first()

    def _show_over(self) -> None:
        has_pages = self.debrief is not None and self.debrief.known.told is not None
        last = self._last if len(self._seats) == 1 else None
        self._gone_page().show_end(class_end(self._speech, last, has_pages=has_pages), self._speech)

    def _gone_page(self) -> GoneScreen:
        if self.gone is None:
            self.gone = page = GoneScreen()
            page.home_asked.connect(self.leave)
            page.code_asked.connect(self._on_other_code)
            page.own_asked.connect(self.to_debrief)
            self._stack.addWidget(page)
        return self.gone

    def _on_other_code(self) -> None:
        self._forget_if_over()
        self._link.hang_up()
        self.open()

    def _to_gone(self, trouble: Callable[[], Trouble], *, calm: bool = False) -> None:
        """The way ends here; whatever was shown of a seat is gone from the window first."""
        self._link.hang_up()
        self._reset("gone")
        self._trouble = trouble
        page = self._gone_page()
        page.show_trouble(trouble(), self._speech, calm=calm)
        self._go(page)
        page.focus_first()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        pages = (self.seat_list, self.notice, self.shell, self.table, self.debrief)
        for page in pages:
            if page is not None:
                page.in_language(speech)
        if self.round is not None:
            self.round.in_language(speech)
        if self.late is not None and self.scene is not None:
            self._to_late(self.scene)
        if self.join_page is not None:
            self.join_page.say_trouble(self._trouble() if self._trouble is not None else None)
            self.join_page.in_language(speech)
        if self.gone is not None and self._trouble is not None and self.stage == "gone":
            self.gone.show_trouble(self._trouble(), speech)
        if self._over:
            self._show_over()
        self._show_waiting()

    # what the person asks

    def _on_join(self, code: str, address: str) -> None:
        held = self._held
        self._trouble = None
        back = held is not None and held.code == code
        self._join().connecting(back=back)
        if held is not None and back:
            self.stage = "back"
            self._link.come_back(held)
            return
        self.stage, self._held = "code", None
        self._seat_code = self._join().seat_code()
        self._link.join(code, address)

    def _on_alone(self) -> None:
        self._reset("")
        self._link.stop_examining()
        self._link.hang_up()
        self.alone_asked.emit()

    def _on_join_back(self) -> None:
        before, self._before_check = self._before_check, None
        if before is None or self.join_page is None:
            self.leave()
            return
        self.join_page.leave()
        self._stack.setCurrentWidget(before)

    def _on_sit(self, choice: Choosing) -> None:
        """The notice was read with the first seat."""
        if not self._adding:
            self._to_notice()
            return
        self._adding, self.stage = False, "sitting"
        self._asked = tuple(seat for _, seat in choice.spots())
        for table, seat in choice.spots():
            self._link.ask(TakeSeat(table=table, seat=seat, scored=self._scored, people=choice.people))

    def _on_notice_back(self) -> None:
        if self.notice is not None:
            self._scored = self.notice.scored
        self._to_seats()

    def _on_noticed(self, scored: bool) -> None:
        choice = self.seat_list.choice if self.seat_list is not None else None
        spots = choice.spots() if choice is not None else ()
        if choice is None or not spots:
            self._to_seats(said_no(self._speech, JoinReason.SEAT_TAKEN))
            return
        self.stage, self._scored, self._seats = "sitting", scored, ()
        self._late = self._lobby is not None and self._lobby.state == "playing"
        self._table = spots[0][0]
        self._asked = tuple(seat for _, seat in spots)
        for table, seat in spots:
            self._link.ask(TakeSeat(table=table, seat=seat, scored=scored, people=choice.people))

    def _on_seat_code(self) -> None:
        if self.seat_list is not None:
            ask_seat_code(self.seat_list, self._speech, self._on_seat_code_typed)

    def _on_seat_code_typed(self, code: str, watch: bool) -> None:
        self._asked = ()
        if watch:
            self.stage = "watching"
            self._link.ask(Observe(code))
        else:
            self.stage = "sitting"
            self._link.ask(ReturnByCode(code))

    def _on_change(self) -> None:
        if self.waiting is not None:
            self._question = put(self.waiting, change_question(self._speech), self._on_changed)
            self._question.finished.connect(self._on_question_over)

    def _on_question_over(self) -> None:
        self._question = None

    def _end_question(self) -> None:
        """What was asked on the waiting page is not asked over play, or over what comes after the seat."""
        if self._question is not None:
            self._question.reject()

    def _on_changed(self) -> None:
        """Another seat: the one that is held goes back first."""
        self._question = None
        for seat in self._seats:
            self._link.ask(LeaveSeat(seat))
        self._drop_play()
        self._table, self._seats = 0, ()
        self._to_seats()

    def _on_given_up(self) -> None:
        for seat in self._seats:
            self._link.ask(LeaveSeat(seat))
        self._to_gone(lambda: Trouble(self._speech.say("join-up-title"), self._speech.say("join-up-line")), calm=True)

    def _on_check_asked(self) -> None:
        """From a game: the same page, and back to the game."""
        page = self._join()
        self._before_check = self._stack.currentWidget()
        code = self._held.code if self._held is not None else page.code.code()
        page.begin(self._speech, code, in_use=True)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        page.check()

    def _on_checked(self, diagnosis: Diagnosis) -> None:
        if self.active and self.join_page is not None:
            self.join_page.show_diagnosis(diagnosis)

    # what is told

    def take(self, frame: object) -> None:
        handler = _HANDLERS.get(type(frame))
        if self.active and handler is not None:
            handler(self, frame)

    def _welcomed(self, frame: Welcome) -> None:
        self._welcome = frame

    def _lobby_told(self, frame: LobbyTold) -> None:
        self._lobby = frame
        if self.round is not None:
            self.round.take(frame)
        scene = self.scene
        over = frame.state == "over" and (scene is None or scene.view.table.phase != "over")
        if over and self.stage not in ("code", "back", "gone"):
            self._to_over()
        elif self.stage == "code":
            self._leave_code()
            self._to_seats()
            if self._seat_code:
                self._on_seat_code_typed(self._seat_code, False)
        elif self.stage in ("seats", "notice") and self.seat_list is not None and self.seat_list.choice is not None:
            self.seat_list.show_choice(self.seat_list.choice.at(self._offered(frame)), self._speech)
        elif self.stage == "waiting":
            self._show_waiting()

    def _leave_code(self) -> None:
        if self.join_page is not None:
            self.join_page.leave()

    def _seat_given(self, frame: SeatGiven) -> None:
        if self.stage in ("seats", "notice", "gone"):
            return
        self._leave_code()
        if frame.was:
            self._moved = (frame.was if frame.table == self._table else SeatId(0)), frame.seat
        self._seat_code = ""
        gone = {frame.was} | ({*self._seats} if frame.table != self._table else set())
        self._table = frame.table
        self._seats = tuple(sorted({*(seat for seat in self._seats if seat not in gone), frame.seat}))
        self._asked = tuple(seat for seat in self._asked if seat != frame.seat)
        self._make_round(frame.table).seats = self._seats
        if self.shell is None and self.table is None and not self._asked:
            if self._lobby is None or self._lobby.state != "playing":
                self._to_waiting()
            else:
                self.stage = "playing"

    def _watch_given(self, frame: WatchGiven) -> None:
        """An observer's place, for the first time or again: the cards are there."""
        self._leave_code()
        self.stage, self._seats, self._asked, self._seat_code = "watching", (), (), ""
        self._make_round(frame.table).take(frame)
        if self.shell is None and self.seat_list is not None and self._lobby is not None:
            self.seat_list.say(Trouble(self._speech.say("join-watch-soon", table=frame.table), ""))

    def _make_round(self, table: int) -> ClassRound:
        if self.round is not None and self.round.table == table:
            return self.round
        self._drop_play()
        self.round = ClassRound(self._speech, table, self)
        self.round.retry_asked.connect(self._link.retry)
        self.round.card_asked.connect(self._link.ask)
        self.round.check_asked.connect(self._on_check_asked)
        return self.round

    def _line_news(self, frame: LineLost | LineBack | ClockTold | StandInTold | CardKept) -> None:
        if self.round is not None:
            self.round.take(frame)
        if self.stage == "seats" and self.seat_list is not None:
            lost = self._speech.say("line-lost-now", tries=frame.tries + 1) if isinstance(frame, LineLost) else ""
            self.seat_list.say(Trouble(lost, "") if lost else None)

    def _failed(self, frame: JoinFailed) -> None:
        """No line: at the start the page of the code says why; later the seat cannot be reached any more."""
        self._trouble = lambda: no_way(self._speech, frame)
        if self.stage in ("code", "back"):
            page = self._join()
            self._go(page)
            wrong = frame.why is NoWay.WRONG_CODE
            page.fail(self._trouble(), wrong_code=wrong, unmatched=frame.why is NoWay.NOT_HEARD)
        elif self.stage != "gone":
            self._to_gone(self._trouble)

    def _refused(self, frame: Refused) -> None:
        reason = frame.reason
        if self._over:
            return
        if reason is JoinReason.CLASS_OVER and self._welcome is not None:
            self._link.forget_class(self._welcome.session)
        if reason is JoinReason.UNKNOWN_CODE and self._seat_code and not frame.closing:
            code, self._seat_code = self._seat_code, ""
            self._on_seat_code_typed(code, True)
        elif reason in _GONE and (frame.closing or len(self._seats) <= 1 or reason is JoinReason.CLASS_OVER):
            held = self._held
            self._to_gone(lambda: said_no(self._speech, reason))
            if held is not None and reason is JoinReason.UNKNOWN_TOKEN:
                self._link.forget(held)
        elif self.stage in ("code", "back"):
            self._failed(JoinFailed(NoWay.REFUSED, reason, frame.limit))
        elif reason in _SEATS_AGAIN and self.stage in ("sitting", "notice", "seats", "watching"):
            if self._seats and self._asked:
                # a laptop for a whole table takes what it gets
                self._asked = self._asked[1:]
                if not self._asked:
                    self._to_waiting()
            elif self.shell is None and self.table is None:
                self._to_seats(said_no(self._speech, reason))
        elif self.round is not None:
            trouble = said_no(self._speech, reason)
            self.round.said.emit(f"{trouble.title} {trouble.do}", "circle-alert")

    # play

    def _play(self, frame: HostFrame) -> None:
        if self.round is None:
            return
        if len(self._seats) > 1:
            if self.table is None:
                self.table = self._new_table(self.round)
            self.table.take(frame)
            self._begin(self.table)
            return
        if self.shell is None:
            if not isinstance(frame, Seated):
                return
            self.shell = self._new_shell(self.round)
        self.shell.take(frame)
        self._begin(self.shell)

    def _debrief_told(self, frame: DebriefNews) -> None:
        """After play, and at a pause: the page that the facilitator turned lies over the game."""
        scene = self.scene or self._last
        if not (self.stage == "playing" or self._over) or not self._seats or scene is None:
            return
        if self.debrief is None:
            from sandgame.ui.debrief_screen import DebriefScreen

            made = self.debrief = DebriefScreen(self._speech, self._seats, led=True)
            made.meet(scene.cast)
            made.kept.connect(self._link.ask)
            made.left.connect(self._from_debrief)
            made.help_asked.connect(self.help_asked)
            made.settings_asked.connect(self.settings_asked)
            self._stack.addWidget(made)
        self.debrief.take(frame)
        if self.shell is not None:
            self.shell.debrief_told(self.debrief.known)
        if self._over:
            self._show_over()
        if isinstance(frame, PageTurned):
            self.to_debrief()

    def to_debrief(self) -> None:
        if self.debrief is not None:
            self._stack.setCurrentWidget(self.debrief)

    def _from_debrief(self) -> None:
        playing = self.shell or self.table
        if playing is not None:
            self._stack.setCurrentWidget(playing)
        elif self._over and self.gone is not None:
            self._stack.setCurrentWidget(self.gone)

    def _begin(self, screen: ShellScreen | TableScreen) -> None:
        """The first whole view turns the page; later ones leave whatever is shown."""
        scene = screen.scene
        if scene is None or self._stack.currentWidget() in (screen, self.debrief) or self._before_check is not None:
            return
        self._leave_code()
        self._end_question()
        if self._lobby is not None and self._lobby.state == "over" and scene.view.table.phase != "over":
            self._to_over()
            return
        self.stage = "watching" if self.round is not None and self.round.watching else "playing"
        if self._late and screen is self.shell:
            self._to_late(scene)
            return
        self._go(screen, scene.cast.title)
        was, now = self._moved_names()
        if now and self.shell is not None and self.shell.in_class is not None:
            self.shell.in_class.say_moved(was, now, self._speech)
            self._moved = None

    def _to_late(self, scene: Scene) -> None:
        """Once, before the seat opens: what the bot did in it. It follows what happens meanwhile."""
        from sandgame.present.late import is_late, late_page
        from sandgame.ui.late import LateScreen

        page = self.shell.page if self.shell is not None else None
        if page is None or not is_late(scene):
            self._take_over()
            return
        fresh = self.late is None
        if self.late is None:
            self.late = LateScreen()
            self.late.go_asked.connect(self._take_over)
            self._stack.addWidget(self.late)
        self.late.show_late(late_page(scene, page.now()))
        if fresh:
            self._go(self.late, scene.cast.title)
            self.late.focus_first()

    def _take_over(self) -> None:
        self._late = False
        late, self.late = self.late, None
        if self.shell is not None and self.shell.scene is not None:
            self._go(self.shell, self.shell.scene.cast.title)
            self.shell.now.announce()
        if late is not None:
            self._drop(late)

    def _new_shell(self, in_class: ClassRound) -> ShellScreen:
        from sandgame.ui.over import OverPage
        from sandgame.ui.shell import ShellScreen

        shell = ShellScreen(
            self._speech,
            self._submit,
            drafts=None if in_class.watching else self._drafts,
            preferences=self._preferences,
            coach=not in_class.watching,
            in_class=in_class,
        )
        end = shell.pages["over"]
        if isinstance(end, OverPage):
            end.home_asked.connect(self.leave)
            end.debrief_asked.connect(self.to_debrief)
        if shell.in_class is not None:
            shell.in_class.given_up.connect(self._on_given_up)
        self._join_play(shell)
        return shell

    def _submit(self, intent: Intent) -> str:
        assert self.shell is not None
        scene = self.shell.scene
        assert scene is not None
        return self._link.submit(intent, scene.seat)

    def _new_table(self, in_class: ClassRound) -> TableScreen:
        from sandgame.ui.table_screen import TableScreen

        table = TableScreen(self._speech, self._link.submit, drafts=self._drafts, pins={}, seconds=0, in_class=in_class)
        table.given_up.connect(self._on_given_up)
        self._join_play(table)
        return table

    def _join_play(self, screen: ShellScreen | TableScreen) -> None:
        screen.left.connect(self.leave)
        screen.language_asked.connect(self.language_asked)
        screen.settings_asked.connect(self.settings_asked)
        screen.full_screen_asked.connect(self.full_screen_asked)
        self._stack.addWidget(screen)


_HANDLERS: dict[type, Callable[[Attending, Any], None]] = {
    Welcome: Attending._welcomed,  # noqa: SLF001 the handlers are the class's own
    LobbyTold: Attending._lobby_told,  # noqa: SLF001
    SeatGiven: Attending._seat_given,  # noqa: SLF001
    Refused: Attending._refused,  # noqa: SLF001
    JoinFailed: Attending._failed,  # noqa: SLF001
    LineLost: Attending._line_news,  # noqa: SLF001
    LineBack: Attending._line_news,  # noqa: SLF001
    ClockTold: Attending._line_news,  # noqa: SLF001
    StandInTold: Attending._line_news,  # noqa: SLF001
    CardKept: Attending._line_news,  # noqa: SLF001
    WatchGiven: Attending._watch_given,  # noqa: SLF001
    Seated: Attending._play,  # noqa: SLF001
    ViewChanged: Attending._play,  # noqa: SLF001
    Answered: Attending._play,  # noqa: SLF001
    TableDebriefTold: Attending._debrief_told,  # noqa: SLF001
    PageTurned: Attending._debrief_told,  # noqa: SLF001
    GatheredTold: Attending._debrief_told,  # noqa: SLF001
    HalfTimeTold: Attending._debrief_told,  # noqa: SLF001
}
