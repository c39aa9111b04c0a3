"""Debriefs of whole games of bots, with their losses, worths and marks as in class; each is made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sandgame.debrief.comparison import comparison
from sandgame.debrief.table import Played, own_debrief, table_debrief
from sandgame.frames.cast import Cast, Word
from sandgame.frames.debrief import ChangeShown, ClassDebrief, OwnDebrief, TableDebrief, WeekGone
from sandgame.frames.marks import Anchors
from sandgame.lab.losses import Losses, losses
from sandgame.lab.worths import worths
from sandgame.rules.events import PlanSubmitted
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.view import view
from sandgame.scoring.marks import marks
from sandgame.scoring.record import Record
from tests.kit.cases import game, package


@dataclass(frozen=True, slots=True)
class Debriefed:
    """All that a room is told of one table."""

    debrief: TableDebrief
    own: tuple[OwnDebrief, ...]
    cast: Cast
    words: tuple[Word, ...]


def weeks_of(found: Losses, record: Record) -> tuple[WeekGone, ...]:
    """With what could still be reached at each week's end."""
    still, shown = found.best, []
    for week in found.rounds:
        still -= week.loss + sum(item.change for item in found.items if item.round == week.round)
        plans = (step.number for step, _ in record.of(PlanSubmitted) if step.round == week.round)
        log = (*plans, record.delivered[week.round].number)
        shown.append(WeekGone(week.round, week.loss, week.table, week.departments, week.clarity, still, log))
    return tuple(shown)


@cache
def debriefed(case: str = "factory", style: str = "mixed", seed: int = 3, table: int = 3) -> Debriefed:
    events, found = game(case, style, seed).events, package(case)
    record = Record(events)
    worth = worths(events)
    lost = losses(events)
    scored = marks(events, worth, found.anchors(record.end.length) or Anchors(1, record.end.length, ()))
    changes = tuple(ChangeShown(item.round, item.kind, str(item.what), -item.change) for item in lost.items)
    played = Played(table, record, scored, worth, weeks_of(lost, record), changes)
    shown = table_debrief(played)
    last = view(record.end, record.seats[0])
    services = [ServiceId(number) for number in range(1, len(record.end.scenario.services) + 1)]
    seen: dict[str, Word] = {}
    for seat in record.seats:
        seen |= {word.key: word for word in found.words_for(view(record.end, seat))}
    return Debriefed(
        debrief=shown,
        own=tuple(own_debrief(played, shown, SeatId(seat)) for seat in record.seats),
        cast=found.cast(last.me.seat, services),
        words=tuple(seen.values()),
    )


def of_class(*tables: Debriefed) -> ClassDebrief:
    return comparison([each.debrief for each in tables])
