"""The bookmarks in the logs of a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sandgame.frames.debrief import BookmarkSeen
from sandgame.host.class_table import ClassTable


class Bookmarks:
    """A whole log is read for them: not again while nothing was added."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[int, tuple[BookmarkSeen, ...]]] = {}
        """By table: how long its log was, and the bookmarks in it."""

    def of(self, tables: Iterable[ClassTable]) -> Iterator[BookmarkSeen]:
        for table in tables:
            log = table.table.events
            if self._found.get(table.number, (0, ()))[0] != len(log):
                marks = (
                    BookmarkSeen(each.table, each.round, each.phase, each.note, each.log, each.whole)
                    for each in table.marks()
                )
                self._found[table.number] = len(log), tuple(marks)
            yield from self._found[table.number][1]
