"""What observers wrote on their cards, for the facilitator: by table, counted, and whose card it was is not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from sandgame.frames.classroom import CardsTold, Mark, MarkCount
from sandgame.present.console_class import ClassSeen
from sandgame.text import numbers

MARKS: tuple[Mark, ...] = ("clearly", "partly", "not_seen", "no_chance")
_MARK_WORDS: dict[Mark, str] = {mark: f"observer-mark-{mark.replace('_', '-')}" for mark in get_args(Mark)}


@dataclass(frozen=True, slots=True)
class WatchedRow:
    """`mark` is what a bookmark of it says in the log of its table."""

    table: int
    title: str
    lines: tuple[str, ...]
    mark: str


def watched_rows(seen: ClassSeen) -> tuple[WatchedRow, ...]:
    """In table order: what all cards of a table come to, then each sentence that was written for the debrief."""
    return tuple(row for table in sorted(seen.cards) for row in _of_table(seen, seen.cards[table]))


def _of_table(seen: ClassSeen, told: CardsTold) -> Sequence[WatchedRow]:
    say, table = seen.speech.say, seen.table_name(told.table)
    if not told.cards:
        return ()
    lines = tuple(line for each in told.counts if (line := _counted(seen, each)))
    found = []
    if lines:
        title = say("console-cards-title", table=table, count=told.cards)
        mark = say("console-cards-mark", what=" · ".join(lines))
        found.append(WatchedRow(told.table, title, lines, mark))
    by = say("console-cards-note", table=table)
    found += [
        WatchedRow(told.table, by, (say("console-line-call", text=note),), say("console-cards-mark", what=note))
        for note in told.notes
    ]
    return found


def _counted(seen: ClassSeen, each: MarkCount) -> str:
    """ "Warned before it was late: clearly 2, partly 1"; nothing where nobody marked it."""
    say = seen.speech.say
    counts = [(mark, getattr(each, mark)) for mark in MARKS]
    words = [f"{say(_MARK_WORDS[mark])} {numbers.whole(count)}" for mark, count in counts if count]
    if not words:
        return ""
    what = say(f"observer-{each.behaviour.replace('_', '-')}")
    return say("console-cards-line", what=what, marks=say("shell-list-comma").join(words))
