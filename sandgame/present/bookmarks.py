"""Bookmarks of a class: one that was set for all tables stands in the log of each, and is one bookmark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Protocol, TypeVar

from sandgame.rules.ids import Phase


class Mark(Protocol):
    @property
    def table(self) -> int: ...

    @property
    def round(self) -> int: ...

    @property
    def phase(self) -> Phase: ...

    @property
    def note(self) -> str: ...

    @property
    def log(self) -> int: ...

    @property
    def whole(self) -> bool:
        """Set for the class."""


M = TypeVar("M", bound=Mark)


def together(marks: Iterable[M]) -> list[tuple[M, frozenset[int]]]:
    """Each once, with its tables; without any where it is the class's: also where a table was taken back to before it,
    or stood elsewhere at that moment."""
    found: dict[tuple[object, ...], tuple[M, set[int]]] = {}
    told = Counter[tuple[int, str]]()
    for mark in marks:
        key: tuple[object, ...] = (mark.table, mark.log)
        if mark.whole:
            key = ("whole", mark.note, told[mark.table, mark.note])
            told[mark.table, mark.note] += 1
        elif mark.note:
            key = (mark.round, mark.phase, mark.note)
        found.setdefault(key, (mark, set()))[1].add(mark.table)
    return [(mark, frozenset() if mark.whole else frozenset(tables)) for mark, tables in found.values()]
