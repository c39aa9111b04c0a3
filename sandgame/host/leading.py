"""What the facilitator's window may ask beyond what every laptop may."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sandgame.frames import class_wire
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import (
    AskTable,
    JoinReason,
    LookAt,
    MakeSeatCode,
    Pace,
    Refused,
    SeatCodeMade,
    SetPace,
    StartClass,
    TableAnswered,
)
from sandgame.frames.seat import Answered
from sandgame.host.chair import Chair, Laptop
from sandgame.host.class_table import ClassTable
from sandgame.rules.reason import Reason, Refusal

RESERVED = ("bot-", "clock-", "host-")
"""How the host itself names intents."""


class Led(Protocol):
    """The hall, as the facilitator needs it."""

    tables: Sequence[ClassTable]

    @property
    def playing(self) -> bool: ...

    def table(self, number: int) -> ClassTable | None: ...

    def make_code(self, table: ClassTable, chair: Chair) -> str: ...

    def start(self, say: Callable[[Told], None]) -> None: ...

    def set_pace(self, pace: Pace) -> None: ...


class Leader:
    def __init__(self, hall: Led, laptop: Laptop) -> None:
        self._hall = hall
        self._laptop = laptop
        self._end_look: Callable[[], None] | None = None

    def hush(self) -> None:
        """Nothing more is seen as a seat sees it."""
        if self._end_look is not None:
            self._end_look()
            self._end_look = None

    def start_class(self, _frame: StartClass) -> None:
        self._hall.start(self._laptop.say)

    def set_pace(self, frame: SetPace) -> None:
        self._hall.set_pace(frame.pace)

    def ask_table(self, frame: AskTable) -> None:
        tables = self._hall.tables if frame.table == 0 else [self._hall.table(frame.table)]
        for table in tables:
            if table is None or not self._hall.playing or frame.id.startswith(RESERVED):
                refusal = Refusal(Reason.NOT_AT_THIS_TABLE, place=frame.table)
                self._laptop.say(TableAnswered(frame.table, frame.id, refusal, stored=True))
                return
            state, intent = table.table.tentative, frame.intent
            if frame.table == 0:
                intent = class_wire.said_to(intent, state.round, state.phase)
            table.ask_for_room(frame.id, intent, self._answer_of(table.number))

    def make_seat_code(self, frame: MakeSeatCode) -> None:
        table = self._hall.table(frame.table)
        chair = None if table is None else table.chair_of(frame.seat)
        if table is None or chair is None:
            self._laptop.say(Refused(JoinReason.NO_SUCH_SEAT))
        else:
            self._laptop.say(SeatCodeMade(frame.table, frame.seat, self._hall.make_code(table, chair)))

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
}
