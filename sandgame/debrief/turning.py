"""Turning points: the three moments with the largest losses or gains, each with what was known at that time.

Their money is an estimate: the worth of a fact by the relaxation, or what a missing unit would have brought. What-if
replays with futures (docs on measurement) come later; until then a moment stands only if it is large.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from sandgame.debrief.company import most_lost
from sandgame.debrief.promises import has_failed, log_of, missing_worth
from sandgame.frames.debrief import ChangeShown, FactShown, TurningPoint, TurnKind, WeekGone
from sandgame.rules.events import Delivered
from sandgame.rules.ids import PHASES, TABLE, SeatId
from sandgame.scoring.causes import cause_of
from sandgame.scoring.record import PromiseStory, Record

MOST = 3
SMALLEST = 2
"""Percent of what working together could add, below which no moment stands (measurement: 2 % of best − silo)."""
_COMPANY = SeatId(TABLE)


def turning_points(
    record: Record, known: Sequence[FactShown], weeks: Sequence[WeekGone], changes: Sequence[ChangeShown]
) -> tuple[TurningPoint, ...]:
    """In the order of play: the largest, at most one for a pair of seats and week, and no two of the same tale or event
    as long as there are others. Empty if no moment is large enough. A department that is not scored is named in none.
    """
    constants = record.scale
    least = 0 if constants is None else SMALLEST * (constants.best - constants.silo) // 100
    most = most_lost(record)
    found = [_within(point, most) for point in (*_facts(record, known), *_failures(record))]
    found += _measures(record, weeks, changes)
    found = [point for point in found if point.money > max(0, least) and not _names(point, record.unscored)]
    return chosen(found)


def _within(point: TurningPoint, most: int | None) -> TurningPoint:
    """As on the page that says which links were worth most."""
    return point if most is None or point.gain else point.at_most(most)


def _names(point: TurningPoint, seats: Collection[SeatId]) -> bool:
    """What touches all departments names none of them."""
    return point.seat != _COMPANY and any(seat in seats for seat in (point.seat, point.other, *point.touched))


def chosen(found: Sequence[TurningPoint]) -> tuple[TurningPoint, ...]:
    ordered = sorted(found, key=lambda point: (-point.money, point.round, point.seat, point.other, point.kind))
    kept = _apart(_apart((), ordered, _tale, _sum), ordered, _where)
    return tuple(sorted(kept, key=lambda point: (point.round, PHASES.index(point.phase), point.log[:1])))


def _apart(
    kept: Sequence[TurningPoint], found: Sequence[TurningPoint], *by: Callable[[TurningPoint], object]
) -> list[TurningPoint]:
    """Those that are kept, and as many more as there is room for, no two of them alike in any way."""
    apart = list(kept)
    for point in found:
        if len(apart) < MOST and all(like(point) != like(other) for other in apart for like in by):
            apart.append(point)
    return apart


def _where(point: TurningPoint) -> tuple[int, frozenset[SeatId]]:
    return point.round, frozenset((point.seat, point.other))


def _tale(point: TurningPoint) -> tuple[bool, frozenset[SeatId]]:
    """A promise to the same department that failed again, an order of the same department that was not told either."""
    return point.gain, frozenset((point.seat, point.other))


def _sum(point: TurningPoint) -> tuple[bool, int, int]:
    """The same units missing at one department and at the next in the same week are one event told twice."""
    return point.gain, point.round, point.money


def _facts(record: Record, known: Sequence[FactShown]) -> Iterator[TurningPoint]:
    for fact in known:
        needed = tuple(seat for seat in fact.needed_by if seat not in record.unscored)
        if fact.needed_by and not needed:
            continue
        told = fact.in_time
        first = min((round_ for round_, _ in fact.told), default=fact.since)
        yield TurningPoint(
            kind="told" if told else "not_told",
            gain=told,
            round=first if told else fact.since,
            phase="negotiate",
            seat=fact.seat,
            other=needed[0] if needed else _COMPANY,
            touched=needed,
            service=0,
            units=0,
            money=fact.money,
            numbers=((fact.about, fact.number),),
            log=fact.log,
        )


def _failures(record: Record) -> Iterator[TurningPoint]:
    for story in record.promises.values():
        promise = record.promise(story)
        if not has_failed(promise) or story.ended is None:
            continue
        cause = cause_of(record, story)
        own_work = _own_work(story)
        kind: TurnKind = "own_work_first" if cause == "other_priorities" and own_work else "promise_broken"
        yield TurningPoint(
            kind=kind,
            gain=False,
            round=story.ended.round,
            phase="plan" if kind == "own_work_first" else "deliver",
            seat=promise.provider,
            other=promise.customer,
            touched=(promise.customer,),
            service=promise.service,
            units=promise.units,
            money=missing_worth(record, promise),
            numbers=(("hours", own_work), ("due", promise.due), ("arrived", _arrived(story, promise.due))),
            log=log_of(story),
        )


def _own_work(story: PromiseStory) -> int:
    """Hours that its provider set aside for its own work in the week in which it failed; what was left over in the end
    took nothing from anybody."""
    if story.ended is None or not isinstance(story.ended.event, Delivered):
        return 0
    promise = story.ended.before.commitments.get(story.commitment)
    seat = promise.provider if promise is not None else None
    return next((min(one.set_aside, one.own_work) for one in story.ended.event.books if one.seat == seat), 0)


def _arrived(story: PromiseStory, due: int) -> int:
    return sum(units for round_, units in story.came if round_ <= due)


def _measures(record: Record, weeks: Sequence[WeekGone], changes: Sequence[ChangeShown]) -> Iterator[TurningPoint]:
    """A measure after which less went than before: by how much the loss of the next week was below that of its own."""
    gone = {week.round: week.loss for week in weeks}
    for change in changes:
        before, after = gone.get(change.round), gone.get(change.round + 1)
        if change.kind != "measure" or before is None or after is None or after >= before:
            continue
        yield TurningPoint(
            kind="measure",
            gain=True,
            round=change.round,
            phase="review",
            seat=_COMPANY,
            other=_COMPANY,
            touched=record.seats,
            service=0,
            units=0,
            money=before - after,
            numbers=(("before", before), ("after", after)),
            log=(change.log,),
        )
