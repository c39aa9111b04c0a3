"""What is made of a table's log after play, in whichever process: the first page, the marks, then where it went.

The solver is loaded where a model is needed only: the host itself does without it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sandgame.debrief.table import Played, own_debrief, table_debrief
from sandgame.frames.debrief import Awaited, Gone, MadeDebrief
from sandgame.frames.marks import SCORING_VERSION, Anchors, Marks, Worths
from sandgame.rules.events import Event
from sandgame.scoring.marks import marks
from sandgame.scoring.record import Record, SeatWeek


@dataclass(frozen=True, slots=True)
class Log:
    """A table's log, where somebody sat who is not scored, and what was found in it so far. `whole`: play came to its
    end."""

    table: int
    events: tuple[Event, ...]
    left_out: frozenset[SeatWeek]
    anchors: Anchors | None
    whole: bool
    worths: Worths | None = None
    gone: Gone | None = None


Made = tuple[Log, MadeDebrief | None]
"""The log with what was found now, and the debrief that it makes; None where no week came to its end."""
Work = Callable[[Log], Made]


def first_page(log: Log) -> Made:
    """A tenth of a second: all that needs no model."""
    return log, _debrief(log)


def marked(log: Log) -> Made:
    """A second: with what facts and requests were worth, and the marks."""
    from sandgame.lab.worths import worths

    found = log if log.worths is not None else replace(log, worths=worths(log.events))
    return found, _debrief(found)


def whole(log: Log) -> Made:
    """Some seconds: with all losses too. A game that was broken off has none."""
    from sandgame.lab.debriefs import gone

    found = log if log.worths is not None else marked(log)[0]
    if found.gone is None:
        found = replace(found, gone=gone(found.events) if found.whole else Gone())
    return found, _debrief(found)


STAGES: tuple[Work, ...] = (first_page, marked, whole)


def _debrief(log: Log) -> MadeDebrief | None:
    record = Record(log.events, log.left_out)
    if not record.rounds:
        return None
    gone_ = log.gone or Gone()
    played = Played(
        table=log.table,
        record=record,
        marks=_marks(log, record),
        worths=log.worths or Worths(),
        weeks=gone_.weeks,
        changes=gone_.changes,
        exact=gone_.exact,
        awaits=_awaits(log),
    )
    debrief = table_debrief(played)
    own = tuple(own_debrief(played, debrief, seat) for seat in record.seats)
    return MadeDebrief(debrief, own, gone_.shares)


def _awaits(log: Log) -> tuple[Awaited, ...]:
    found: list[Awaited] = []
    if log.worths is None:
        found.append("marks")
    if log.gone is None:
        found.append("losses")
    return tuple(found)


def _marks(log: Log, record: Record) -> Marks:
    """Without the worths none: half of them would tell another story a second later."""
    end = record.end
    if log.worths is None:
        return Marks(SCORING_VERSION, end.fingerprint, end.seed, end.length, end.talk, (), (), ())
    anchors = log.anchors or Anchors(SCORING_VERSION, end.length, ())
    return marks(log.events, log.worths, anchors, log.left_out)
