"""What was sent and is not answered yet: one intent a seat at a time, the same one again after the line was cut."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from sandgame.frames.classroom import AskTable, TableAnswered
from sandgame.frames.seat import Answered, Submit
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal


class Intents:
    """Of the seats of one laptop. The first of each seat is under way; the others wait for its answer."""

    def __init__(self) -> None:
        self._seats: dict[SeatId, deque[Submit]] = {}

    def add(self, frame: Submit) -> Submit | None:
        """What is to be sent now."""
        waiting = self._seats.setdefault(frame.seat, deque())
        waiting.append(frame)
        return frame if len(waiting) == 1 else None

    def answered(self, answer: Answered) -> Submit | None:
        """What is to be sent next."""
        waiting = self._seats.get(answer.seat)
        if not waiting or waiting[0].id != answer.id:
            return None
        waiting.popleft()
        return waiting[0] if waiting else None

    def cut(self) -> Iterator[Answered]:
        """Answers to what has not gone out and will not go out by itself."""
        for waiting in self._seats.values():
            while len(waiting) > 1:
                yield not_stored(waiting.pop())

    def again(self, seats: Iterable[SeatId]) -> tuple[list[Submit], list[Answered]]:
        """What is sent again, and the answers to what nobody here may send any more: its seat has another person."""
        held = set(seats)
        heads = [waiting[0] for waiting in self._seats.values() if waiting]
        self._seats = {frame.seat: deque([frame]) for frame in heads if frame.seat in held}
        refusals = [
            Answered(frame.seat, frame.id, Refusal(Reason.NOT_YOUR_SEAT, place=frame.seat), stored=True)
            for frame in heads
            if frame.seat not in held
        ]
        return [waiting[0] for waiting in self._seats.values()], refusals


class Asks:
    """What the facilitator asked of tables. An ask of all is answered by each of them."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[AskTable, set[int]]] = {}

    def add(self, frame: AskTable) -> None:
        self._open[frame.id] = (frame, set())

    def answered(self, answer: TableAnswered, tables: int) -> None:
        frame, by = self._open.get(answer.id, (None, set[int]()))
        if frame is None:
            return
        by.add(answer.table)
        if frame.table == answer.table or len(by) >= tables:
            del self._open[answer.id]

    def again(self) -> list[AskTable]:
        return [frame for frame, _by in self._open.values()]


def not_stored(frame: Submit) -> Answered:
    return Answered(frame.seat, frame.id, None, stored=False)
