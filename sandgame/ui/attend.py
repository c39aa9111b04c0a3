"""A trainee's way through a class: code, seat, notice, waiting, play, and back to the first page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sandgame.frames.classroom import (
    CardKept,
    ClockTold,
    JoinReason,
    LeaveSeat,
    LobbyTold,
    Refused,
    SeatGiven,
    StandInTold,
    WatchGiven,
    Welcome,
)
from sandgame.frames.debrief import GatheredTold, HalfTimeTold, PageTurned, TableDebriefTold
from sandgame.frames.line import Diagnosis, HeldSeat, JoinFailed, LineBack, LineLost, NoWay
from sandgame.frames.seat import Answered, HostFrame, Seated, ViewChanged
from sandgame.present.join import Trouble, no_debrief, no_way, said_no
from sandgame.text.speech import Speech
from sandgame.ui.attend_after import AfterPlay
from sandgame.ui.attend_seats import Stage

if TYPE_CHECKING:
    from sandgame.present.scene import Scene
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen

_GONE = {JoinReason.SEATED_ELSEWHERE, JoinReason.CLASS_OVER, JoinReason.UNKNOWN_TOKEN}


class Attending(AfterPlay):  # long: a slot for each thing that can be told or asked
    """The whole way; hears the link only while it is `active`."""

    left = Signal()
    """Back to the first page; a seat that is held stays held."""
    alone_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()

    def __init__(
        self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack, link, preferences, drafts, speech)
        self._held: HeldSeat | None = None
        self._trouble: Callable[[], Trouble] | None = None
        self._before_check: QWidget | None = None
        self._connect()
        link.told.connect(self.take)
        link.checked.connect(self._on_checked)

    def _connect(self) -> None:
        pages, play = self.pages, self.play
        pages.join_asked.connect(self._on_join)
        pages.check_asked.connect(self._link.examine)
        pages.check_left.connect(self._link.stop_examining)
        pages.alone_asked.connect(self._on_alone)
        pages.join_left.connect(self._on_join_back)
        pages.sit_asked.connect(self._on_sit)
        pages.seat_code_asked.connect(self._on_seat_code)
        pages.seats_left.connect(self._on_seats_back)
        pages.noticed.connect(self._on_noticed)
        pages.notice_left.connect(self._on_notice_back)
        pages.change_asked.connect(self._on_change)
        pages.more_asked.connect(self._on_more)
        pages.survey_asked.connect(self._on_survey)
        pages.survey_left.connect(self._on_survey_left)
        pages.surveyed.connect(self._on_surveyed)
        pages.code_asked.connect(self._on_other_code)
        pages.own_asked.connect(self.to_debrief)
        pages.language_asked.connect(lambda: self.language_asked.emit(""))
        for way_out in (pages.waiting_left, pages.home_asked, play.left):
            way_out.connect(self.leave)
        play.given_up.connect(self._on_given_up)
        play.check_asked.connect(self._on_check_asked)
        play.taken_over.connect(self._take_over)
        play.debrief_asked.connect(self.to_debrief)
        play.debrief_left.connect(self._from_debrief)
        play.language_asked.connect(self.language_asked)
        play.full_screen_asked.connect(self.full_screen_asked)
        for room in (pages, play):
            room.help_asked.connect(self.help_asked)
            room.settings_asked.connect(self.settings_asked)

    @property
    def active(self) -> bool:
        return bool(self.stage)

    # ways in

    def open(self, code: str = "", address: str = "") -> None:
        """The page of the code; a whole one is tried at once."""
        self._reset("code")
        page = self.pages.need_join()
        page.begin(self._speech, code, address)
        self._go(page)
        page.focus_first()
        if code:
            page.join()

    def come_back(self, held: HeldSeat) -> None:
        self._reset("back")
        self._held = held
        page = self.pages.need_join()
        page.begin(self._speech, held.code, f"{held.host}:{held.port}")
        page.connecting(back=True)
        self._go(page)
        self._link.come_back(held)

    def leave(self) -> None:
        """Hang up and go; the seats stay this laptop's, of a class that is over too: its debrief is there."""
        self._reset("")
        self._link.stop_examining()
        self._link.hang_up()
        self.left.emit()

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
        self.pages.leave_code()
        self._drop_play()

    def _reset(self, stage: Stage, *, keeps_debrief: bool = False) -> None:
        super()._reset(stage, keeps_debrief=keeps_debrief)
        self._held = self._trouble = self._before_check = None

    # pages

    def _on_seats_back(self) -> None:
        if self._adding:
            self._adding = False
            self._to_waiting()
        else:
            self.leave()

    def _on_other_code(self) -> None:
        self._link.hang_up()
        self.open()

    def _to_gone(self, trouble: Callable[[], Trouble], *, calm: bool = False) -> None:
        """The way ends here; whatever was shown of a seat is gone from the window first."""
        self._link.hang_up()
        self._reset("gone")
        self._trouble = trouble
        page = self.pages.need_gone()
        page.show_trouble(trouble(), self._speech, calm=calm)
        self._go(page)
        page.focus_first()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.play.in_language(speech)
        pages = self.pages
        for page in (pages.seats, pages.notice, pages.survey):
            if page is not None:
                page.in_language(speech)
        if self.play.late is not None and self.scene is not None:
            self._to_late(self.scene)
        if pages.join is not None:
            pages.join.say_trouble(self._trouble() if self._trouble is not None else None)
            pages.join.in_language(speech)
        if pages.gone is not None and self._trouble is not None and self.stage == "gone":
            pages.gone.show_trouble(self._trouble(), speech)
        if self._over or self._closed:
            self._show_over()
        self._show_waiting()

    # what the person asks

    def _on_join(self, code: str, address: str) -> None:
        held = self._held
        self._trouble = None
        back = held is not None and held.code == code
        self.pages.need_join().connecting(back=back)
        if held is not None and back:
            self.stage = "back"
            self._link.come_back(held)
            return
        self.stage, self._held = "code", None
        self._seat_code = self.pages.need_join().seat_code()
        self._link.join(code, address)

    def _on_alone(self) -> None:
        self._reset("")
        self._link.stop_examining()
        self._link.hang_up()
        self.alone_asked.emit()

    def _on_join_back(self) -> None:
        before, self._before_check = self._before_check, None
        if before is None or self.pages.join is None:
            self.leave()
            return
        self.pages.join.leave()
        self._stack.setCurrentWidget(before)

    def _on_given_up(self) -> None:
        for seat in self._seats:
            self._link.ask(LeaveSeat(seat))
        self._to_gone(lambda: Trouble(self._speech.say("join-up-title"), self._speech.say("join-up-line")), calm=True)

    def _on_check_asked(self) -> None:
        """From a game: the same page, and back to the game."""
        page = self.pages.need_join()
        self._before_check = self._stack.currentWidget()
        code = self._held.code if self._held is not None else page.code.code()
        page.begin(self._speech, code, in_use=True)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        page.check()

    def _on_checked(self, diagnosis: Diagnosis) -> None:
        if self.active and self.pages.join is not None:
            self.pages.join.show_diagnosis(diagnosis)

    # what is told

    def take(self, frame: object) -> None:
        handler = _HANDLERS.get(type(frame))
        if self.active and handler is not None:
            handler(self, frame)

    def _welcomed(self, frame: Welcome) -> None:
        self._welcome = frame

    def _lobby_told(self, frame: LobbyTold) -> None:
        self._lobby = frame
        if self.play.round is not None:
            self.play.round.take(frame)
        scene = self.scene
        over = frame.state == "over" and (scene is None or scene.view.table.phase != "over")
        if over and self.stage not in ("code", "back", "gone"):
            self._to_over()
        elif self.stage == "code" and (held := self._own_away(frame)) is not None:
            self.come_back(held)
        elif self.stage == "code":
            self.pages.leave_code()
            self._to_seats()
            if self._seat_code:
                self._on_seat_code_typed(self._seat_code, False)
        elif self.stage in ("seats", "notice") and self.pages.seats is not None and self.pages.seats.choice is not None:
            self.pages.seats.show_choice(self.pages.seats.choice.at(self._offered(frame)), self._speech)
        elif self.stage == "waiting":
            self._show_waiting()

    def _own_away(self, lobby: LobbyTold) -> HeldSeat | None:
        """This laptop's own seat, empty: whoever types the code once more wants back to it. Where somebody sits in it,
        another window holds it."""
        held, welcome = self._link.held, self._welcome
        if held is None or welcome is None or held.session != welcome.session or self._seat_code:
            return None
        places = [place for table in lobby.tables if table.table == held.table for place in table.seats]
        empty = any(place.seat == held.seat and place.chair == "away" for place in places)
        return held if empty or lobby.state == "over" else None

    def _watch_given(self, frame: WatchGiven) -> None:
        """An observer's place, for the first time or again: the cards are there."""
        self.pages.leave_code()
        self.stage, self._seats, self._asked, self._seat_code = "watching", (), (), ""
        self._round_of(frame.table).take(frame)
        if self.play.shell is None and self.pages.seats is not None and self._lobby is not None:
            self.pages.seats.say(Trouble(self._speech.say("join-watch-soon", table=frame.table), ""))

    def _line_news(self, frame: LineLost | LineBack | ClockTold | StandInTold | CardKept) -> None:
        if self.play.round is not None:
            self.play.round.take(frame)
        if self.stage == "seats" and self.pages.seats is not None:
            lost = self._speech.say("line-lost-now", tries=frame.tries + 1) if isinstance(frame, LineLost) else ""
            self.pages.seats.say(Trouble(lost, "") if lost else None)

    def _failed(self, frame: JoinFailed) -> None:
        """No line: at the start the page of the code says why; later the seat cannot be reached any more."""
        ended = self.stage == "back" and self._held is not None and self._held.over
        self._trouble = lambda: no_debrief(self._speech) if ended else no_way(self._speech, frame)
        if self.stage in ("code", "back"):
            page = self.pages.need_join()
            self._go(page)
            wrong = frame.why is NoWay.WRONG_CODE
            page.fail(self._trouble(), wrong_code=wrong, unmatched=frame.why is NoWay.NOT_HEARD)
        elif self.stage != "gone":
            self._to_gone(self._trouble)

    def _refused(self, frame: Refused) -> None:
        reason = frame.reason
        if self._over:
            return
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
        elif self._seat_refused(reason):
            return
        elif self.play.round is not None:
            trouble = said_no(self._speech, reason)
            self.play.round.said.emit(f"{trouble.title} {trouble.do}", "circle-alert")

    # play

    def _play(self, frame: HostFrame) -> None:
        screen = self.play.take(frame, self._seats)
        if screen is not None:
            self._begin(screen)
            self._end_pause(screen)

    def _begin(self, screen: ShellScreen | TableScreen) -> None:
        """The first whole view turns the page; later ones leave whatever is shown."""
        scene = screen.scene
        if (
            scene is None
            or self._stack.currentWidget() in (screen, self.play.debrief)
            or self._before_check is not None
        ):
            return
        self.pages.leave_code()
        self._end_question()
        if self._lobby is not None and self._lobby.state == "over" and scene.view.table.phase != "over":
            self._to_over()
            return
        self.stage = "watching" if self.play.round is not None and self.play.round.watching else "playing"
        if self._late and screen is self.play.shell:
            self._to_late(scene)
            return
        self._go(screen, scene.cast.title)
        was, now = self._moved_names()
        if now and self.play.shell is not None and self.play.shell.in_class is not None:
            self.play.shell.in_class.say_moved(was, now, self._speech)
            self._moved = None

    def _to_late(self, scene: Scene) -> None:
        """Once, before the seat opens: what the bot did in it."""
        fresh = self.play.late is None
        page = self.play.show_late(scene)
        if page is None:
            self._take_over()
        elif fresh:
            self._go(page, scene.cast.title)
            page.focus_first()

    def _take_over(self) -> None:
        self._late = False
        shell = self.play.shell
        if shell is not None and shell.scene is not None:
            self._go(shell, shell.scene.cast.title)
            shell.now.announce()
        self.play.end_late()


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
