"""A laptop in the hall: its frames, read strictly and one by one, and what each of them may ask."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Any, Protocol

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    PROTOCOL,
    CardKept,
    CardsTold,
    Hello,
    JoinReason,
    KeepCard,
    Lead,
    LeaveSeat,
    Observe,
    ObserveAgain,
    Refused,
    ReturnByCode,
    ReturnToSeat,
    SeatGiven,
    TakeSeat,
    WatchGiven,
    WordsCame,
)
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered, AskView, Submit
from sandgame.frames.wire import UnreadableError
from sandgame.host.allowance import for_frames, for_misses, for_whole_views
from sandgame.host.chair import Chair, Onlooker, kept_as
from sandgame.host.class_table import ClassTable
from sandgame.host.leading import LEADING, RESERVED, Leader, Led
from sandgame.host.roster import Roster
from sandgame.host.sealing import secret_of
from sandgame.host.watching import Watching
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal

SILENT = 10.0
"""Seconds in which a laptop must have said hello."""


class House(Led, Protocol):
    """The hall, as a laptop in it needs it."""

    now: Callable[[], float]
    key: str
    roster: Roster
    watching: Watching

    @property
    def full(self) -> bool: ...

    @property
    def over(self) -> bool: ...

    def greet(self, guest: Guest) -> None: ...

    def gone(self, guest: Guest) -> None: ...

    def show_console(self, guest: Guest) -> None: ...

    def card_kept(self, told: CardsTold) -> None: ...


class Guest:
    """All that a laptop holds goes with it; the seats stay its people's."""

    def __init__(self, hall: House, tell: Callable[[bytes], None], hang_up: Callable[[], None]) -> None:
        self._hall = hall
        self.tell = tell
        self._hang_up = hang_up
        self._frames = for_frames(hall.now)
        self._views = for_whole_views(hall.now)
        self._misses = for_misses(hall.now)
        self._open = True
        self._table: ClassTable | None = None
        self._chairs: list[Chair] = []
        self._looks_on: tuple[ClassTable, Onlooker] | None = None
        self._leader = Leader(hall, self)
        self._came = hall.now()
        self._now = hall.now
        self.greeted = False
        self.leads = False

    @property
    def watches(self) -> int:
        """The table that the facilitator has before it; 0 is none."""
        return self._leader.watches

    @property
    def seats_held(self) -> int:
        return len(self._chairs)

    def say(self, frame: Told) -> None:
        if self._open:
            self.tell(class_wire.encode(frame))

    def receive(self, data: bytes) -> None:
        if not self._open:
            return
        if not self._frames.spend():
            self._show_out(JoinReason.TOO_MUCH)
            return
        try:
            frame = class_wire.read_asked(data)
        except UnreadableError:
            self._miss(JoinReason.UNREADABLE)
            return
        if not self.greeted and not isinstance(frame, Hello):
            self._show_out(JoinReason.HELLO_FIRST)
            return
        try:
            if type(frame) in LEADING:
                self._led(frame)
            else:
                _ROUTES[type(frame)](self, frame)
        except FaultError:
            self.say(Refused(JoinReason.NOT_STORED))

    def lost(self) -> None:
        """The laptop is gone."""
        self._open = False
        self._leader.hush()
        self._look_away()
        table, chairs = self._table, self._chairs
        self._table, self._chairs = None, []
        for chair in chairs:
            if table is not None:
                table.drop(chair)
        self._hall.gone(self)

    def tick(self) -> None:
        """Who comes and says nothing keeps no place."""
        if not self.greeted and self._now() - self._came > SILENT:
            self._show_out(JoinReason.HELLO_FIRST)

    def yields(self, chair: Chair) -> None:
        self._chairs = [other for other in self._chairs if other is not chair]
        if self._chairs:
            self.say(Refused(JoinReason.SEATED_ELSEWHERE, limit=chair.origin))
        else:
            self._table = None
            self._show_out(JoinReason.SEATED_ELSEWHERE)

    def moved(self, table: int, chair: Chair, token: str, was: SeatId) -> None:
        self._table = self._hall.table(table)
        chair.secret = secret_of(token)
        self.say(SeatGiven(table, chair.origin, token, was))

    # -- what is asked

    def _hello(self, frame: Hello) -> None:
        if frame.protocol != PROTOCOL:
            self._show_out(JoinReason.OTHER_VERSION, limit=PROTOCOL)
        elif self._hall.full:
            self._show_out(JoinReason.CLASS_FULL)
        elif not self.greeted:
            self.greeted = True
            self._hall.greet(self)

    def _take_seat(self, frame: TakeSeat) -> None:
        table = self._hall.table(frame.table)
        if self._hall.over:
            self.say(Refused(JoinReason.CLASS_OVER))
        elif table is None or frame.seat not in table.table.state.seats:
            self.say(Refused(JoinReason.NO_SUCH_SEAT))
        elif self._table not in (None, table):
            self.say(Refused(JoinReason.OTHER_TABLE))
        elif (origin := table.seating.free_origin(frame.seat)) is None:
            self.say(Refused(JoinReason.SEAT_TAKEN))
        else:
            token = self._hall.roster.seat(table, origin, frame.people, scored=frame.scored)
            self._settle(table, table.seating.chairs[origin], token)

    def _observe(self, frame: Observe) -> None:
        """Who sits somewhere sees enough."""
        if self._chairs:
            self.say(Refused(JoinReason.OTHER_TABLE))
        elif (found := self._hall.roster.by_code(frame.code, watching=True)) is None:
            self._miss(JoinReason.UNKNOWN_CODE)
        else:
            table, chair = found
            self._look_on(self._hall.watching.begin(table, table.seating.seat_now(chair.origin)))

    def _observe_again(self, frame: ObserveAgain) -> None:
        if self._chairs:
            self.say(Refused(JoinReason.OTHER_TABLE))
        elif (given := self._hall.watching.again(frame.token)) is None:
            self._miss(JoinReason.UNKNOWN_TOKEN)
        else:
            self._look_on(given)

    def _look_on(self, given: WatchGiven) -> None:
        table = self._hall.table(given.table)
        assert table is not None, "an observer of no table"
        self._look_away()
        self.say(given)
        self._looks_on = table, table.look_on(given.seat, self, kept_as(given.token))

    def _keep_card(self, frame: KeepCard) -> None:
        told = None if self._looks_on is None else self._hall.watching.keep(self._looks_on[1].token, frame)
        if told is None:
            self._miss(JoinReason.NO_SUCH_SEAT)
        else:
            self.say(CardKept(frame.round))
            self._hall.card_kept(told)

    def _look_away(self) -> None:
        if self._looks_on is not None:
            table, onlooker = self._looks_on
            self._looks_on = None
            table.look_away(onlooker)

    def _return_to_seat(self, frame: ReturnToSeat) -> None:
        self._come_back(self._hall.roster.by_token(frame.token), frame.token, JoinReason.UNKNOWN_TOKEN)

    def _return_by_code(self, frame: ReturnByCode) -> None:
        found, token = self._hall.roster.by_code(frame.code), ""
        if found is not None and self._table in (None, found[0]):
            if self._hall.debrief is not None:
                self._hall.debrief.ask_anew(*found)
            token = self._hall.roster.seat_again(*found)
        self._come_back(found, token, JoinReason.UNKNOWN_CODE)

    def _come_back(self, found: tuple[ClassTable, Chair] | None, token: str, otherwise: JoinReason) -> None:
        if found is None:
            self._miss(otherwise)
        elif self._table not in (None, found[0]):
            self.say(Refused(JoinReason.OTHER_TABLE))
        else:
            self._settle(found[0], found[1], token)

    def _settle(self, table: ClassTable, chair: Chair, token: str) -> None:
        before = chair.laptop
        if before is not None and before is not self:
            before.yields(chair)
        self._look_away()
        self._table = table
        if chair not in self._chairs:
            self._chairs.append(chair)
        debrief = self._hall.debrief
        secret, chair.secret = chair.secret, secret_of(token)
        surveyed = debrief is not None and debrief.surveyed(table, chair, secret)
        self.say(SeatGiven(table.number, table.seating.seat_now(chair.origin), token, surveyed=surveyed))
        table.enter(chair, self)
        self._show_debrief(table)

    def _show_debrief(self, table: ClassTable) -> None:
        if self._hall.debrief is not None:
            self._hall.debrief.enter(table, self)

    def _keep_debrief(self, frame: KeepDebrief) -> None:
        if self._table is None or self._chair(frame.seat) is None:
            self.say(Refused(JoinReason.NO_SUCH_SEAT))
        elif self._hall.debrief is not None:
            self._hall.debrief.keep(self._table, frame)

    def _leave_seat(self, frame: LeaveSeat) -> None:
        """By the seat where it sits, or, after a swap, by the one that it once took."""
        taken = next((chair for chair in self._chairs if chair.origin == frame.seat), None)
        chair = self._chair(frame.seat) or taken
        if chair is None or self._table is None:
            self.say(Refused(JoinReason.NO_SUCH_SEAT))
            return
        if self._hall.debrief is not None:
            self._hall.debrief.forget(self._table, chair)
        self._hall.roster.free(self._table, chair)
        self._chairs.remove(chair)
        if not self._chairs:
            self._table = None

    def _submit(self, frame: Submit) -> None:
        chair = self._chair(frame.seat)
        if chair is None or self._table is None or frame.id.startswith(RESERVED):
            refusal = Refusal(Reason.NOT_YOUR_SEAT, place=frame.seat)
            self.say(Answered(frame.seat, frame.id, refusal, stored=True))
        else:
            self._table.submit(chair, frame.id, frame.intent, self.say)

    def _words_came(self, frame: WordsCame) -> None:
        chair = self._chair(frame.seat)
        if chair is not None and self._table is not None:
            self._table.words_came(chair, frame.count)

    def _ask_view(self, frame: AskView) -> None:
        chair = self._chair(frame.seat)
        who: tuple[ClassTable, Chair | Onlooker] | None = self._looks_on
        if chair is not None and self._table is not None:
            who = self._table, chair
        if who is not None:
            if self._views.spend():
                who[0].tell_again(who[1])
            else:
                self._show_out(JoinReason.TOO_MUCH)

    def _chair(self, seat: SeatId) -> Chair | None:
        """The one of this laptop's chairs that stands at a seat now."""
        if self._table is None:
            return None
        seat_now = self._table.seating.seat_now
        return next((chair for chair in self._chairs if seat_now(chair.origin) == seat), None)

    def _lead(self, frame: Lead) -> None:
        if not hmac.compare_digest(frame.key, self._hall.key):
            self._miss(JoinReason.WRONG_KEY)
            return
        self.leads = True
        self._hall.show_console(self)

    def _led(self, frame: Asked) -> None:
        if self.leads:
            LEADING[type(frame)](self._leader, frame)
        else:
            self._miss(JoinReason.NOT_FACILITATOR)

    # -- what is not taken

    def _miss(self, reason: JoinReason) -> None:
        if self._misses.spend():
            self.say(Refused(reason))
        else:
            self._show_out(reason)

    def _show_out(self, reason: JoinReason, limit: int = 0) -> None:
        self.say(Refused(reason, limit, closing=True))
        self._hang_up()
        self.lost()


_ROUTES: dict[type, Callable[[Guest, Any], None]] = {
    Hello: Guest._hello,  # noqa: SLF001 the routes are the class's own
    TakeSeat: Guest._take_seat,  # noqa: SLF001
    Observe: Guest._observe,  # noqa: SLF001
    ObserveAgain: Guest._observe_again,  # noqa: SLF001
    KeepCard: Guest._keep_card,  # noqa: SLF001
    ReturnToSeat: Guest._return_to_seat,  # noqa: SLF001
    ReturnByCode: Guest._return_by_code,  # noqa: SLF001
    LeaveSeat: Guest._leave_seat,  # noqa: SLF001
    Submit: Guest._submit,  # noqa: SLF001
    AskView: Guest._ask_view,  # noqa: SLF001
    WordsCame: Guest._words_came,  # noqa: SLF001
    Lead: Guest._lead,  # noqa: SLF001
    KeepDebrief: Guest._keep_debrief,  # noqa: SLF001
}
