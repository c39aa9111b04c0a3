"""From the list of seats to the waiting page: which seat is asked for, the notice, what was given, another one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sandgame.frames.classroom import (
    JoinReason,
    LeaveSeat,
    LobbyTold,
    Observe,
    ReturnByCode,
    SeatGiven,
    TakeSeat,
    Welcome,
)
from sandgame.frames.debrief import KeepDebrief, Survey
from sandgame.present.class_moves import moved_seat
from sandgame.present.class_seats import Choosing
from sandgame.present.class_waiting import waiting_room
from sandgame.present.home import pick
from sandgame.present.join import Trouble, change_question, said_no
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.attend_pages import AttendPages
from sandgame.ui.attend_play import AttendPlay
from sandgame.ui.class_round import ClassRound
from sandgame.ui.questions import put
from sandgame.ui.seat_code import ask_seat_code

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.present.scene import Scene
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.kit.dialog import Dialog
    from sandgame.ui.preferences import Preferences

Stage = Literal["", "code", "back", "seats", "notice", "sitting", "waiting", "playing", "watching", "gone"]
_SEATS_AGAIN = {
    JoinReason.SEAT_TAKEN, JoinReason.NO_SUCH_SEAT, JoinReason.OTHER_TABLE, JoinReason.NOT_STORED,
    JoinReason.UNKNOWN_CODE, JoinReason.ALREADY_PLAYING,
}  # fmt: skip
"""After these another seat can be chosen."""


class SeatSteps(QObject):
    """The part of a trainee's way on which a seat is found, and what every part of it knows."""

    titled = Signal(object)
    """The case's title, or None."""

    def __init__(
        self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._link = link
        self._speech = speech
        self.pages = AttendPages(stack)
        self.play = AttendPlay(stack, link, preferences, drafts, speech)
        self.stage: Stage = ""
        self._welcome: Welcome | None = None
        self._lobby: LobbyTold | None = None
        self._table = 0
        self._seats: tuple[SeatId, ...] = ()
        self._asked: tuple[SeatId, ...] = ()
        """Seats that were asked for and not yet given."""
        self._surveyed = False
        """The survey before class was handed in, also before this program was opened."""
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

    @property
    def scene(self) -> Scene | None:
        """What help may speak of."""
        return self.play.scene

    def _reset(self, stage: Stage, *, keeps_debrief: bool = False) -> None:
        """To another stage of the way, with nothing kept of the one before."""
        self.pages.leave_code()
        self._drop_play(keeps_debrief=keeps_debrief)
        self.stage = stage
        self._welcome = self._lobby = None
        self._table, self._seats, self._asked = 0, (), ()
        self._scored, self._late, self._adding, self._seat_code = True, False, False, ""
        self._moved = None

    def _go(self, page: QWidget, title: Texts | None = None) -> None:
        self._stack.setCurrentWidget(page)
        self.titled.emit(title)

    def _to_seats(self, trouble: Trouble | None = None) -> None:
        if self._welcome is None or self._lobby is None:
            return
        page = self.pages.need_seats()
        known = page.choice
        same = known is not None and known.welcome.session == self._welcome.session and not self._adding
        offered = self._offered(self._lobby)
        choice = known.at(offered) if same and known is not None else Choosing(self._welcome, offered)
        self.stage, self._asked = "seats", ()
        page.show_choice(choice, self._speech)
        page.say(trouble)
        self._go(page, self._welcome.card.title)
        page.focus_first()

    def _offered(self, lobby: LobbyTold) -> LobbyTold:
        """All tables; for another department of the same laptop only its own."""
        tables = tuple(each for each in lobby.tables if each.table == self._table) if self._adding else lobby.tables
        return LobbyTold(lobby.state, lobby.pace, tables)

    def _on_more(self) -> None:
        self._adding = True
        self._to_seats()

    def _to_notice(self) -> None:
        page = self.pages.need_notice()
        self.stage = "notice"
        page.begin(self._speech, scored=self._scored)
        self._go(page, self._welcome.card.title if self._welcome is not None else None)
        page.focus_first()

    def _to_waiting(self) -> None:
        if self._welcome is None or self.play.round is None:
            return
        self.stage = "waiting"
        page = self.pages.need_waiting(self.play.round.banner)
        self._show_waiting()
        self._go(page, self._welcome.card.title)
        page.focus_first()

    def _show_waiting(self) -> None:
        if self.pages.waiting is not None and self._welcome is not None and self._lobby is not None and self._seats:
            surveyed = self._surveyed or self.pages.surveyed_in(self._welcome.session)
            room = waiting_room(self._speech, self._welcome, self._lobby, self._table, self._seats, scored=self._scored,
                                surveyed=surveyed)  # fmt: skip
            self.pages.waiting.show_room(replace(room, moved=self._moved_text()), self._speech)

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

    def _drop_play(self, *, keeps_debrief: bool = False) -> None:
        self._end_question()
        self.pages.drop_waiting()
        self.play.drop(keeps_debrief=keeps_debrief)

    def _round_of(self, table: int) -> ClassRound:
        """Another table: whatever was shown of the one before goes."""
        if self.play.round is None or self.play.round.table != table:
            self._drop_play()
        return self.play.make_round(table)

    # what the person asks

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
        if self.pages.notice is not None:
            self._scored = self.pages.notice.scored
        self._to_seats()

    def _on_noticed(self, scored: bool) -> None:
        choice = self.pages.seats.choice if self.pages.seats is not None else None
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
        if self.pages.seats is not None:
            ask_seat_code(self.pages.seats, self._speech, self._on_seat_code_typed)

    def _on_seat_code_typed(self, code: str, watch: bool) -> None:
        self._asked = ()
        if watch:
            self.stage = "watching"
            self._link.ask(Observe(code))
        else:
            self.stage = "sitting"
            self._link.ask(ReturnByCode(code))

    def _on_survey(self) -> None:
        """Before week 1; play that begins meanwhile goes on without it."""
        if self._welcome is not None and self.stage == "waiting":
            title = pick(self._speech, self._welcome.card.title)
            page = self.pages.need_survey(self._welcome.session, title, self._speech)
            page.in_language(self._speech)
            self._go(page, self._welcome.card.title)
            page.focus_first()

    def _on_survey_left(self) -> None:
        if self.stage == "waiting":
            self._to_waiting()

    def _on_surveyed(self, survey: Survey) -> None:
        if self._seats:
            self._link.ask(KeepDebrief(self._seats[0], survey=survey))

    def _on_change(self) -> None:
        if self.pages.waiting is not None:
            self._question = put(self.pages.waiting, change_question(self._speech), self._on_changed)
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

    # what is told

    def _seat_given(self, frame: SeatGiven) -> None:
        if self.stage in ("seats", "notice", "gone"):
            return
        self.pages.leave_code()
        if frame.was:
            self._moved = (frame.was if frame.table == self._table else SeatId(0)), frame.seat
        self._seat_code = ""
        self._surveyed = frame.surveyed or (bool(frame.was) and self._surveyed)
        gone = {frame.was} | ({*self._seats} if frame.table != self._table else set())
        self._table = frame.table
        self._seats = tuple(sorted({*(seat for seat in self._seats if seat not in gone), frame.seat}))
        self._asked = tuple(seat for seat in self._asked if seat != frame.seat)
        self._round_of(frame.table).seats = self._seats
        if self.play.shell is None and self.play.table is None and not self._asked:
            if self._lobby is None or self._lobby.state == "lobby":
                self._to_waiting()
            else:
                self.stage = "playing"

    def _seat_refused(self, reason: JoinReason) -> bool:
        """Whether it is about a seat that was asked for, and another one can be."""
        if reason not in _SEATS_AGAIN or self.stage not in ("sitting", "notice", "seats", "watching"):
            return False
        if self._seats and self._asked:
            # a laptop for a whole table takes what it gets
            self._asked = self._asked[1:]
            if not self._asked:
                self._to_waiting()
        elif self.play.screen is None:
            self._to_seats(said_no(self._speech, reason))
        return True
