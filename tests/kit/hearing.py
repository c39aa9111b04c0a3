"""A listener for a session of either kind: waits for what is told on another thread."""

from __future__ import annotations

import queue

from sandgame.frames.seat import Answered, HostFrame, Seated, ViewChanged, merged
from sandgame.rules.intents import Intent
from sandgame.rules.sections import View
from sandgame.ui.ports import Session

PATIENCE = 30


class Hearing:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.frames: list[HostFrame] = []
        self.view: View | None = None
        self._queue: queue.Queue[HostFrame] = queue.Queue()
        session.listen(self._queue.put)
        first = self.next()
        assert isinstance(first, Seated), first
        self.seated = first

    def next(self) -> HostFrame:
        """The next frame, which must come."""
        frame = self._queue.get(timeout=PATIENCE)
        if isinstance(frame, Seated):
            self.view, self.number = frame.view, frame.number
        elif isinstance(frame, ViewChanged):
            assert self.view is not None
            assert frame.number == self.number + 1
            self.view, self.number = merged(self.view, frame), frame.number
        self.frames.append(frame)
        return frame

    @property
    def seen(self) -> View:
        assert self.view is not None
        return self.view

    def ask(self, intent: Intent) -> Answered:
        """Asks and waits for the answer to just that."""
        name = self.session.submit(intent)
        while True:
            frame = self.next()
            if isinstance(frame, Answered):
                assert frame.id == name
                return frame

    def until(self, phase: str) -> None:
        """Waits until the table has come to a phase."""
        while self.seen.table.phase != phase:
            self.next()

    def drained(self) -> list[HostFrame]:
        """What came without being waited for."""
        left: list[HostFrame] = []
        while not self._queue.empty():
            left.append(self.next())
        return left
