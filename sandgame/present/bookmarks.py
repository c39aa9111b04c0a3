"""Bookmarks of a class: one that was set for all tables stands in the log of each, and is one bookmark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sandgame.frames.debrief import BookmarkSeen


def together(marks: Iterable[BookmarkSeen]) -> list[tuple[BookmarkSeen, frozenset[int]]]:
    """Each once, with its tables; without any where it is the class's: also where a table was taken back to before it,
    or stood elsewhere at that moment."""
    found: dict[tuple[object, ...], tuple[BookmarkSeen, set[int]]] = {}
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
