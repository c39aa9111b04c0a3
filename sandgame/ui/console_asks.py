"""What the facilitator has asked of tables and has not been answered yet, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import uuid4

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import AskTable, TableAnswered
from sandgame.rules.intents import TimeUp
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_intents import PausePlay, ResumePlay, RoomIntent, ShortenSession

_QUIET: dict[type, set[Reason]] = {
    # tables that are elsewhere or so already are not meant
    TimeUp: {Reason.WRONG_PHASE, Reason.GAME_OVER},
    PausePlay: {Reason.ALREADY_SO, Reason.GAME_OVER, Reason.PAUSED},
    ResumePlay: {Reason.ALREADY_SO, Reason.GAME_OVER},
    ShortenSession: {Reason.LENGTH_NOT_SHORTER},
}


@dataclass
class Posted:
    """`answers`: for each table whether it was done; `failed` why it was not."""

    intent: RoomIntent
    tables: tuple[int, ...]
    id: str
    told: Callable[[Posted], None] | None = None
    answers: dict[int, bool] = field(default_factory=dict)
    failed: dict[int, Refusal | None] = field(default_factory=dict)

    @property
    def whole(self) -> bool:
        return len(self.answers) >= len(self.tables)


class Asks:
    """`send` puts a frame on the line."""

    def __init__(self, send: Callable[[Asked], None]) -> None:
        self._send = send
        self._posted: dict[str, Posted] = {}

    def post(
        self,
        tables: Iterable[int],
        intent: RoomIntent,
        told: Callable[[Posted], None] | None = None,
        *,
        at: int,
    ) -> Posted:
        """`at` 0: one frame for all `tables`; `told` is called after each answer."""
        name = uuid4().hex
        posted = Posted(intent, tuple(tables), name, told)
        self._posted[name] = posted
        self._send(AskTable(at, name, intent))
        return posted

    def answered(self, frame: TableAnswered) -> Posted | None:
        """What it is the answer to; None if it was asked by another window."""
        posted = self._posted.get(frame.id)
        if posted is None:
            return None
        quiet = set(_QUIET.get(type(posted.intent), ()))
        if len(posted.tables) > 1:
            # what is meant for the class is not meant for a table that has ended
            quiet.add(Reason.GAME_OVER)
        fine = frame.stored and (frame.refusal is None or frame.refusal.reason in quiet)
        for table in (frame.table,) if frame.table else posted.tables:
            posted.answers[table] = fine
            if not fine:
                posted.failed[table] = frame.refusal
        if posted.whole:
            del self._posted[frame.id]
        if posted.told is not None:
            posted.told(posted)
        return posted

    def forget(self) -> None:
        """The line was cut: what was under way may or may not have come."""
        self._posted.clear()
