"""Two taps, one entry: the intents of an agreement go out one after the other, and the first is taken back if the
second is refused."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from sandgame.frames.seat import Answered
from sandgame.present.shell import refusal_text
from sandgame.present.table_scene import TableScene
from sandgame.present.table_steps import Asked, Step, Steps
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent

Submit = Callable[[SeatId, Intent], str]


class Recorder(QObject):
    """One entry at a time; `submit` sends an intent of a seat and gives the id that its answer will carry."""

    recorded = Signal()
    """All of it is in the game."""
    failed = Signal(str)
    """Nothing of it is; why, in words."""

    def __init__(self, submit: Submit) -> None:
        super().__init__()
        self._submit = submit
        self._left: tuple[Step, ...] = ()
        self._undo: Step | None = None
        self._under_way = ""
        self._done = 0
        self._why: str | None = None

    @property
    def busy(self) -> bool:
        return bool(self._under_way)

    def record(self, table: TableScene, steps: Steps) -> None:
        if not self.busy:
            self._left, self._undo, self._done, self._why = steps.do, steps.undo, 0, None
            self._next(table)

    def ask(self, table: TableScene, asked: Asked) -> None:
        """A single intent, by the same way."""
        self.record(table, Steps((lambda _table: asked,)))

    def answered(self, frame: Answered, table: TableScene) -> bool:
        """Whether it was the answer to this entry."""
        if frame.id != self._under_way:
            return False
        self._under_way = ""
        if self._why is not None:
            # the first step was taken back, or could not be: then it stands as a request
            self._end()
        elif frame.refusal is None and frame.stored:
            self._done += 1
            self._next(table)
        else:
            say = table.speech.say
            self._why = (
                refusal_text(table.speech, frame.refusal) if frame.refusal is not None else say("table-not-stored")
            )
            self._take_back(table)
        return True

    def forget(self) -> None:
        """The phase is over."""
        self._under_way = ""
        self._left = ()

    def _next(self, table: TableScene) -> None:
        if not self._left:
            self.recorded.emit()
            return
        step, self._left = self._left[0], self._left[1:]
        self._under_way = self._submit(*step(table))

    def _take_back(self, table: TableScene) -> None:
        self._left = ()
        if self._done and self._undo is not None:
            self._under_way = self._submit(*self._undo(table))
        else:
            self._end()

    def _end(self) -> None:
        why, self._why = self._why or "", None
        self.failed.emit(why)
