"""A finished log -> where the company's money went, week by week, as a debrief shows it: each with its log numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sandgame.benchmark.losses import WeekLoss
from sandgame.frames.debrief import ChangeShown, Gone, SharesGone, WeekGone
from sandgame.lab.losses import Item, losses
from sandgame.lab.pool import Progress
from sandgame.rules.events import Event, PlanSubmitted
from sandgame.rules.room_events import CardDealt, MeasureAdopted
from sandgame.scoring.record import Record, Step

CHANGES = (MeasureAdopted, CardDealt)


def gone(
    events: Sequence[Event],
    exact: bool = False,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Gone:
    """Some seconds for eight weeks. Of a session that was cut to a length without a scale nothing is told: there is no
    best that its weeks could add up to. Raises NotALogError, UnfinishedError and CancelledError."""
    record = Record(events)
    if record.end.length != record.steps[0].before.length and record.end.phase == "over" and record.scale is None:
        return Gone(exact=exact)
    found = losses(events, exact, jobs=jobs, progress=progress, cancelled=cancelled)
    changes = tuple(map(_changed, found.items, _changes(record)))
    return Gone(
        weeks=tuple(_weeks(record, found.best, found.rounds, changes)),
        changes=changes,
        shares=tuple(SharesGone(week.round, week.shares) for week in found.rounds),
        exact=found.exact,
    )


def _changes(record: Record) -> list[Step]:
    """In the order of the log, as the losses list them."""
    return [step for step in record.steps if isinstance(step.event, CHANGES)]


def _changed(item: Item, step: Step) -> ChangeShown:
    return ChangeShown(item.round, item.kind, str(item.what), -item.change, step.number)


def _weeks(record: Record, best: int, rounds: Sequence[WeekLoss], changes: Sequence[ChangeShown]) -> Iterator[WeekGone]:
    still = best
    for week in rounds:
        changed = [each for each in changes if each.round == week.round]
        still += sum(each.change for each in changed) - week.loss
        delivered = record.delivered[week.round]
        plans = {step.number for step, _ in record.of(PlanSubmitted) if step.round == week.round}
        log = tuple(sorted({delivered.number, *plans, *(each.log for each in changed)}))
        yield WeekGone(week.round, week.loss, week.table, week.departments, week.clarity, still, log)
