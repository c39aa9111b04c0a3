"""A draft with what came before and what was taken back, for undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

UNDO_DEPTH = 50
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """The present draft with what came before and what was taken back, at most `UNDO_DEPTH` steps."""

    present: T
    past: tuple[T, ...] = ()
    future: tuple[T, ...] = ()

    def then(self, draft: T) -> History[T]:
        if draft == self.present:
            return self
        return History(draft, (*self.past, self.present)[-UNDO_DEPTH:])

    def instead(self, draft: T) -> History[T]:
        """The present step goes on: no step of its own."""
        return self if draft == self.present else replace(self, present=draft, future=())

    def undone(self) -> History[T]:
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.present, *self.future))

    def redone(self) -> History[T]:
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.present), self.future[1:])
