"""Half time: two facts for each department from the first half, and no scores."""

from __future__ import annotations

from sandgame.debrief.links import is_answered
from sandgame.debrief.promises import is_judged, log_of
from sandgame.frames.debrief import HalfTimeFact
from sandgame.rules.ids import SeatId
from sandgame.scoring.record import Record


def half_time(record: Record, upto: int) -> tuple[HalfTimeFact, ...]:
    """Of the weeks up to and with `upto`: promises kept, then lines answered or, where nobody asked, what it asked."""
    facts: list[HalfTimeFact] = []
    for seat in record.seats:
        facts += [_kept(record, seat, upto), _answered(record, seat, upto)]
    return tuple(facts)


def _kept(record: Record, seat: SeatId, upto: int) -> HalfTimeFact:
    stories = [
        story
        for story in record.promises.values()
        if (promise := record.promise(story)).provider == seat and promise.due <= upto and is_judged(promise)
    ]
    kept = sum(record.promise(story).state == "kept" for story in stories)
    log = tuple(sorted({number for story in stories for number in log_of(story)}))
    return HalfTimeFact(seat, "kept", (("k", kept), ("n", len(stories))), log)


def _answered(record: Record, seat: SeatId, upto: int) -> HalfTimeFact:
    lines = [line for line in record.lines.values() if line.asked.round <= upto]
    got = [line for line in lines if line.provider == seat]
    if not got:
        asked = [line for line in lines if line.customer == seat]
        log = tuple(sorted({line.asked.number for line in asked}))
        return HalfTimeFact(seat, "asked", (("n", len(asked)),), log)
    answered = [line for line in got if is_answered(line)]
    log = tuple(sorted({line.asked.number for line in got}))
    return HalfTimeFact(seat, "answered", (("k", len(answered)), ("n", len(got))), log)
