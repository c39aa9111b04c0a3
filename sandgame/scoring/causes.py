"""Why a promise failed, as the log has it: what the causes that people give are held against."""

from __future__ import annotations

from sandgame.rules.events import CauseGiven, Delivered
from sandgame.rules.intents import Cause
from sandgame.scoring.record import PromiseStory, Record

OF_OTHERS: frozenset[Cause] = frozenset({"unclear", "third_party"})
"""Causes by which a provider puts a failure on its customer, or on whoever owed it inputs."""


def cause_of(record: Record, story: PromiseStory) -> Cause | None:
    """What the log says of a failure, by the Deliver in which the promise was missed; None if it has none.

    Units that came and did not fit were unclear; inputs that were not there are a third party's; hours that went to
    own work meanwhile, or a plan that left the promise out although there were hours, are other priorities.
    """
    if story.ended is None or not isinstance(story.ended.event, Delivered):
        return None
    promise, delivered = record.promise(story), story.ended.event
    lines = [line for line in delivered.shipped if line.commitment == promise.commitment]
    if any(line.misfit for line in lines):
        return "unclear"
    made = [one for one in delivered.made if (one.seat, one.service) == (promise.provider, promise.service)]
    stops = {one.stop for one in made} | {line.stop for line in lines}
    if "inputs" in stops:
        return "third_party"
    own_work = next((books.own_work for books in delivered.books if books.seat == promise.provider), 0)
    return "other_priorities" if own_work else "could_not"


def blames(record: Record, given: CauseGiven) -> bool:
    """Whether a provider puts its failure on others, and the log says another cause.

    What it takes upon itself stands as an apology does, right or not; where the log has no cause, none is against it.
    """
    logged = cause_of(record, record.promises[given.commitment])
    return given.cause in OF_OTHERS and logged not in (None, given.cause)
