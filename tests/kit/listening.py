"""Who listens to a line to a class from outside its thread: keeps what is told, and waits for what must come."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from sandgame.frames.class_wire import Told
from sandgame.frames.line import LineNews

T = TypeVar("T")
PATIENCE = 60.0


class Listening:
    def __init__(self) -> None:
        self.told: list[Told | LineNews] = []
        self._news = threading.Condition()

    def __call__(self, told: Told | LineNews) -> None:
        with self._news:
            self.told.append(told)
            self._news.notify_all()

    def all(self, kind: type[T]) -> list[T]:
        with self._news:
            return [told for told in self.told if isinstance(told, kind)]

    def last(self, kind: type[T]) -> T:
        return self.all(kind)[-1]

    def wait(self, kind: type[T], true: Callable[[T], Any] = lambda _told: True, since: int = 0) -> T:
        """The first of a kind, after so many frames, of which it is true; it may have come already."""
        with self._news:
            assert self._news.wait_for(lambda: any(_fits(told, kind, true) for told in self.told[since:]), PATIENCE), (
                f"no {kind.__name__} came: {self.told[-5:]}"
            )
            return next(told for told in self.told[since:] if _fits(told, kind, true) and isinstance(told, kind))


def _fits(told: object, kind: type[T], true: Callable[[T], Any]) -> bool:
    return isinstance(told, kind) and bool(true(told))
