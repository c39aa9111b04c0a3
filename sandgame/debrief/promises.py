"""What became of each promise, and why those that failed did: what both sides said beside what the log says."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple, get_args

from sandgame.frames.debrief import CauseSaid, FailedPromise, PromiseShown
from sandgame.rules.figures import JUDGED
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.intents import Cause
from sandgame.rules.state import Commitment
from sandgame.scoring.causes import cause_of
from sandgame.scoring.record import PromiseStory, Record

CAUSES: tuple[Cause, ...] = get_args(Cause)


class Said(NamedTuple):
    """Causes given for a promise; None where a side said nothing."""

    provider: Cause | None
    customer: Cause | None


def is_warned_late(record: Record, story: PromiseStory) -> bool:
    """In the week of its due and no sooner: a warning, but too late for others to plan anew."""
    return bool(story.warned) and story.warned[0].round == record.promise(story).due


def log_of(story: PromiseStory) -> tuple[int, ...]:
    """Where a promise can be read up, in order: made, warned, new terms, shipped, ended."""
    steps = [story.made, *story.warned, *story.terms, *story.shipments]
    steps += [step for step in (story.released, story.ended) if step is not None]
    return tuple(sorted({step.number for step in steps}))


def is_judged(promise: Commitment) -> bool:
    """Whether it came to its end, one way or the other (rules.figures)."""
    return promise.state in JUDGED


def has_failed(promise: Commitment) -> bool:
    return is_judged(promise) and promise.state != "kept"


def promises(record: Record) -> tuple[PromiseShown, ...]:
    """All of them, in the order in which they were made."""
    return tuple(_shown(record, story) for story in record.promises.values())


def _shown(record: Record, story: PromiseStory) -> PromiseShown:
    promise = record.promise(story)
    return PromiseShown(
        commitment=promise.commitment,
        provider=promise.provider,
        customer=promise.customer,
        service=promise.service,
        units=promise.units,
        made=promise.round,
        due=promise.due,
        ended=_ended(record, story),
        state=promise.state,
        warned=story.warned[0].round if story.warned else 0,
        log=log_of(story),
    )


def _ended(record: Record, story: PromiseStory) -> int:
    """The week in which it was all there, let go or given up; the last one where it never ended."""
    promise, come = record.promise(story), 0
    if story.released is not None:
        return story.released.round
    for round_, units in story.came:
        come += units
        if come >= promise.units:
            return round_
    return record.end.length if promise.is_open or promise.state == "broken" else max(promise.due, promise.round)


def said_of(record: Record) -> dict[int, Said]:
    """By commitment; the last word of each side counts."""
    words: dict[int, dict[SeatId, Cause]] = {}
    for given in record.end.causes:
        words.setdefault(given.commitment, {})[given.seat] = given.cause
    found = {}
    for number, by_seat in words.items():
        promise = record.end.commitments.get(CommitmentId(number))
        if promise is not None:
            found[number] = Said(by_seat.get(promise.provider), by_seat.get(promise.customer))
    return found


def causes(record: Record) -> tuple[CauseSaid, ...]:
    """Failed promises by the log's cause, most frequent first; agreed are those of which both sides said the same."""
    said = said_of(record)
    found: dict[Cause, list[tuple[bool, PromiseStory]]] = {cause: [] for cause in CAUSES}
    for story in record.promises.values():
        if not has_failed(record.promise(story)):
            continue
        cause = cause_of(record, story)
        if cause is not None:
            words = said.get(story.commitment, Said(None, None))
            found[cause].append((words == (cause, cause), story))
    rows = [
        CauseSaid(
            cause,
            len(stories),
            sum(agreed for agreed, _ in stories),
            tuple(sorted({number for _, story in stories for number in log_of(story)})),
        )
        for cause, stories in found.items()
        if stories
    ]
    return tuple(sorted(rows, key=lambda row: (-row.total, CAUSES.index(row.cause))))


def missing_worth(record: Record, promise: Commitment) -> int:
    """Units that were still owed when it was due, at the price of the order behind them, else at the standard price."""
    line = record.lines.get((promise.sheet, promise.line))
    behind = max(promise.worth, 0 if line is None else line.need.worth)
    price = behind or record.end.scenario.service(promise.service).standard_price
    return _missing(record, promise) * price


def _missing(record: Record, promise: Commitment) -> int:
    came = record.promises[promise.commitment].came
    return promise.units - min(promise.units, sum(units for round_, units in came if round_ <= promise.due))


def largest_failure(record: Record, bots: Collection[SeatId] = ()) -> FailedPromise | None:
    """The one of which most was missing by its worth; of the same worth the earlier one. Between two `bots` only where
    no person was part of any: nobody could say why."""
    failed = [story for story in record.promises.values() if has_failed(record.promise(story))]
    if not failed:
        return None

    def ranked(one: PromiseStory) -> tuple[bool, int, int]:
        promise = record.promise(one)
        person = promise.provider not in bots or promise.customer not in bots
        return person, missing_worth(record, promise), -one.commitment

    story = max(failed, key=ranked)
    promise = record.promise(story)
    words = said_of(record).get(story.commitment, Said(None, None))
    return FailedPromise(
        commitment=promise.commitment,
        provider=promise.provider,
        customer=promise.customer,
        service=promise.service,
        units=promise.units,
        due=promise.due,
        arrived=promise.units - _missing(record, promise),
        worth=missing_worth(record, promise),
        warned=any(step.round < promise.due for step in story.warned),
        provider_said=words.provider,
        customer_said=words.customer,
        fact=cause_of(record, story),
        log=log_of(story),
    )
