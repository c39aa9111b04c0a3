"""The bookmarks in the logs of a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sandgame.frames.debrief import BookmarkSeen
from sandgame.host.class_table import ClassTable
from sandgame.rules.events import Event
from sandgame.rules.rollback import live
from sandgame.rules.room_events import MomentMarked


class Bookmarks:
    """A whole log is read for them: not again while nothing was added."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[int, tuple[BookmarkSeen, ...]]] = {}
        """By table: how long its log was, and the bookmarks in it."""

    def of(self, tables: Iterable[ClassTable]) -> Iterator[BookmarkSeen]:
        for table in tables:
            log = table.table.events
            if self._found.get(table.number, (0, ()))[0] != len(log):
                self._found[table.number] = len(log), tuple(_bookmarks(table.number, log))
            yield from self._found[table.number][1]


def _bookmarks(table: int, log: Sequence[Event]) -> Iterator[BookmarkSeen]:
    for number, event in live(log):
        if isinstance(event, MomentMarked):
            yield BookmarkSeen(table, event.round, event.phase, event.note, number, event.whole)
