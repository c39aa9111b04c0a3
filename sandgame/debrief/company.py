"""The KPIs beside the company: result, silo, reference and best, and which links were most worth opening."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.debrief.links import is_answered
from sandgame.debrief.promises import has_failed, is_warned_late, log_of, missing_worth
from sandgame.frames.debrief import Company, FactShown, FiguresOfWeek, KpiShown, LinkReason, LinkWorth
from sandgame.frames.marks import Worths
from sandgame.rules.events import FiguresPublished, SeatFigures
from sandgame.rules.figures import SHARED_GOAL, bonus, toward_zero
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Benchmarks
from sandgame.scoring.causes import cause_of
from sandgame.scoring.record import PromiseStory, Record

MOST_LINKS = 3
THOUSAND = 1000
Key = tuple[SeatId, SeatId, int, LinkReason]


def company(record: Record) -> Company | None:
    """None where the case has no scale for these weeks, or the game was ended before its last: nothing compares."""
    constants = record.scale
    if constants is None or record.end.phase != "over":
        return None
    result = record.end.money.result
    reference = constants.best * constants.reference_path[-1] // THOUSAND
    return Company(
        silo=constants.silo,
        reference=reference,
        result=result,
        best=constants.best,
        captured=captured(constants, result),
        reference_captured=captured(constants, reference),
        results=tuple(event.money.result for _, event in record.of(FiguresPublished) if not event.final),
        silo_path=tuple(constants.best * part // THOUSAND for part in constants.silo_path),
        reference_path=tuple(constants.best * part // THOUSAND for part in constants.reference_path),
    )


def captured(constants: Benchmarks, result: int) -> int:
    """Percent of what working together could add, towards zero, as it is: also below 0."""
    return toward_zero(100 * (result - constants.silo), constants.best - constants.silo)


def kpis(record: Record) -> tuple[KpiShown, ...]:
    """As they stood last, in the order of the seats."""
    return tuple(KpiShown(one.seat, one.kpi, one.bonus_kpi, one.bonus_company) for one in last_figures(record))


def figures(record: Record) -> tuple[FiguresOfWeek, ...]:
    """As all were told them, week by week."""
    return tuple(
        FiguresOfWeek(event.round, event.money.result, tuple(one.kpi for one in event.seats), step.number, event.final)
        for step, event in record.of(FiguresPublished)
    )


def last_figures(record: Record) -> tuple[SeatFigures, ...]:
    published = record.end.published
    return published[-1].seats if published else ()


def bonus_if_shared(record: Record, kpi: int) -> int:
    """What the bonus would be with half of it following the company."""
    published = record.end.published
    index = published[-1].index if published else None
    return sum(bonus(SHARED_GOAL, kpi, index))


def worth_opening(record: Record, known: Sequence[FactShown], worths: Worths) -> tuple[LinkWorth, ...]:
    """The three links with the largest estimates, one reason each; they overlap and do not add up.

    Facts and promises are different each time and are summed; a need that was turned away is asked for again and again,
    so of lines only the largest counts. None is of a department that is not scored.
    """
    found: dict[Key, tuple[int, int, set[int]]] = {}

    def add(key: Key, money: int, log: Sequence[int], *, again: bool = False) -> None:
        before, times, numbers = found.get(key, (0, 0, set()))
        together = (max(before, money), 1) if again else (before + money, times + 1)
        found[key] = (*together, numbers | set(log))

    for fact in known:
        if not fact.in_time:
            for other in fact.needed_by:
                add((fact.seat, other, 0, "not_told"), fact.money, fact.log)
    behind = {(worth.number, worth.line): worth.money for worth in worths.worths if worth.about == "line"}
    for line in record.lines.values():
        money = behind.get((line.sheet, line.line), 0)
        if money and not line.agreed:
            reason: LinkReason = "refused" if is_answered(line) else "not_answered"
            add((line.provider, line.customer, line.need.service, reason), money, (line.asked.number,), again=True)
    for story in record.promises.values():
        promise = record.promise(story)
        if has_failed(promise):
            key = promise.provider, promise.customer, promise.service, _reason(record, story)
            add(key, missing_worth(record, promise), log_of(story))
    return _largest(record, found)


def _reason(record: Record, story: PromiseStory) -> LinkReason:
    if cause_of(record, story) == "unclear":
        return "unclear"
    return "warned_late" if is_warned_late(record, story) else "not_kept"


def most_lost(record: Record) -> int | None:
    """No single thing can have cost more than all of it together; None where nothing compares."""
    constants = record.scale
    return None if constants is None else max(0, constants.best - record.end.money.result)


def _largest(record: Record, found: dict[Key, tuple[int, int, set[int]]]) -> tuple[LinkWorth, ...]:
    """No more than was lost in all; of each link the largest reason only, and what a department kept to itself once: it
    is the same to all who could have used it."""
    most = most_lost(record)
    rows: list[LinkWorth] = []
    for (seat, other, service, reason), (money, times, log) in sorted(
        found.items(), key=lambda one: (-one[1][0], one[0])
    ):
        if (
            money <= 0
            or seat in record.unscored
            or any(
                row.provider == seat and (row.customer == other or row.reason == reason == "not_told") for row in rows
            )
        ):
            continue
        bounded = money if most is None else min(money, most)
        rows.append(LinkWorth(seat, other, service, reason, bounded, tuple(sorted(log)), times))
    return tuple(rows[:MOST_LINKS])
