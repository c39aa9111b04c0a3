"""What the facilitator's window may ask beyond what every laptop may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import (
    Absence,
    AskTable,
    EndClass,
    JoinReason,
    LookAt,
    MakeSeatCode,
    MoveSeat,
    Pace,
    Refused,
    ReserveSeats,
    SeatCodeMade,
    SetAbsence,
    SetPace,
    StartClass,
    TableAnswered,
    WatchTable,
)
from sandgame.frames.debrief import TurnPage
from sandgame.frames.seat import Answered
from sandgame.host.chair import Laptop
from sandgame.host.class_table import ClassTable
from sandgame.host.debrief_room import DebriefRoom
from sandgame.host.roster import Roster
from sandgame.rules.reason import Reason, Refusal

RESERVED = ("bot-", "clock-", "host-")
"""How the host itself names intents."""


class Led(Protocol):
    """The hall, as the facilitator needs it."""

    tables: Sequence[ClassTable]
    roster: Roster
    debrief: DebriefRoom | None

    @property
    def playing(self) -> bool: ...

    def table(self, number: int) -> ClassTable | None: ...

    @property
    def over(self) -> bool: ...

    def start(self, say: Callable[[Told], None]) -> None: ...

    def end(self) -> None: ...

    def set_pace(self, pace: Pace) -> None: ...

    def set_absence(self, absence: Absence) -> None: ...

    def reserve(self, frame: ReserveSeats) -> JoinReason | None: ...

    def move_seat(self, frame: MoveSeat) -> JoinReason | None: ...


class Leader:
    def __init__(self, hall: Led, laptop: Laptop) -> None:
        self._hall = hall
        self._laptop = laptop
        self._end_look: Callable[[], None] | None = None
        self.watches = 0

    def hush(self) -> None:
        """Nothing more is seen as a seat sees it."""
        if self._end_look is not None:
            self._end_look()
            self._end_look = None

    def start_class(self, _frame: StartClass) -> None:
        self._hall.start(self._laptop.say)

    def set_pace(self, frame: SetPace) -> None:
        self._hall.set_pace(frame.pace)

    def set_absence(self, frame: SetAbsence) -> None:
        self._hall.set_absence(frame.absence)

    def turn_page(self, frame: TurnPage) -> None:
        if self._hall.debrief is not None:
            self._hall.debrief.turn(frame, self._laptop.say)

    def end_class(self, _frame: EndClass) -> None:
        self._hall.end()

    def reserve_seats(self, frame: ReserveSeats) -> None:
        self._unless(self._hall.reserve(frame))

    def move_seat(self, frame: MoveSeat) -> None:
        self._unless(self._hall.move_seat(frame))

    def _unless(self, reason: JoinReason | None) -> None:
        if reason is not None:
            self._laptop.say(Refused(reason))

    def watch_table(self, frame: WatchTable) -> None:
        """It is told at once, and from then on whenever it changes."""
        table = self._hall.table(frame.table)
        self.watches = 0 if table is None else frame.table
        if table is not None:
            self._laptop.say(table.seen())
        elif frame.table:
            self._laptop.say(Refused(JoinReason.NO_SUCH_SEAT))

    def ask_table(self, frame: AskTable) -> None:
        tables = self._hall.tables if frame.table == 0 else [self._hall.table(frame.table)]
        for table in tables:
            if table is None or not self._hall.playing or frame.id.startswith(RESERVED):
                reason = Reason.GAME_OVER if self._hall.over else Reason.NOT_AT_THIS_TABLE
                refusal = Refusal(reason, place=frame.table)
                self._laptop.say(TableAnswered(frame.table, frame.id, refusal, stored=True))
                return
            state, intent = table.table.tentative, frame.intent
            if frame.table == 0:
                intent = class_wire.said_to(intent, state.round, state.phase)
            table.ask_for_room(frame.id, intent, self._answer_of(table.number))

    def make_seat_code(self, frame: MakeSeatCode) -> None:
        table = self._hall.table(frame.table)
        chair = None if table is None else table.seating.chair_of(frame.seat)
        if table is None or chair is None:
            self._laptop.say(Refused(JoinReason.NO_SUCH_SEAT))
        else:
            code = self._hall.roster.make_code(table, chair, watching=frame.watching)
            self._laptop.say(SeatCodeMade(frame.table, frame.seat, code))

    def look_at(self, frame: LookAt) -> None:
        self.hush()
        table = self._hall.table(frame.table)
        if frame.seat == 0:
            return
        if table is None or frame.seat not in table.table.state.seats:
            self._laptop.say(Refused(JoinReason.NO_SUCH_SEAT))
        else:
            self._end_look = table.look(frame.seat, self._laptop)

    def _answer_of(self, number: int) -> Callable[[Answered], None]:
        def answer(answered: Answered) -> None:
            self._laptop.say(TableAnswered(number, answered.id, answered.refusal, answered.stored))

        return answer


LEADING: dict[type, Callable[[Leader, Any], None]] = {
    StartClass: Leader.start_class,
    SetPace: Leader.set_pace,
    AskTable: Leader.ask_table,
    MakeSeatCode: Leader.make_seat_code,
    LookAt: Leader.look_at,
    ReserveSeats: Leader.reserve_seats,
    MoveSeat: Leader.move_seat,
    SetAbsence: Leader.set_absence,
    WatchTable: Leader.watch_table,
    EndClass: Leader.end_class,
    TurnPage: Leader.turn_page,
}
