"""Who served whom how: a directed link's promises, answers, warnings, ratings, and where its request lines ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sandgame.debrief.promises import has_failed, is_judged, is_warned_late, log_of
from sandgame.frames.debrief import LinkShown, RatingShown, WeekOfLink
from sandgame.frames.marks import Marks, Piece
from sandgame.rules.events import ProviderRated
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.intents import Counter
from sandgame.scoring.record import LineStory, PromiseStory, Record

Pair = tuple[SeatId, SeatId]
"""Provider and customer."""


def pairs(record: Record) -> tuple[Pair, ...]:
    """All links of the case, by the numbers of their seats."""
    crafts = record.end.scenario.services
    return tuple(sorted({(craft.provider, SeatId(receiver)) for craft in crafts for receiver in craft.receivers}))


def links(record: Record, marks: Marks) -> tuple[LinkShown, ...]:
    """Those on which anything was asked, promised or rated."""
    at_risk = tuple(piece for mark in marks.marks for piece in mark.pieces if _is_risk(piece, mark.provider))
    shown = (_shown(record, pair, at_risk) for pair in pairs(record))
    return tuple(link for link in shown if link.asked or link.matured or link.ratings)


def _is_risk(piece: Piece, link: SeatId) -> bool:
    """Of the team's marks only: those of a link hold the same pieces again."""
    return piece.indicator == "T3" and not link


def _shown(record: Record, pair: Pair, at_risk: Iterable[Piece]) -> LinkShown:
    provider, customer = pair
    lines = [one for one in record.lines.values() if (one.provider, one.customer) == pair]
    stories = _stories(record, pair)
    judged = [one for one in stories if is_judged(record.promise(one))]
    risky = [piece for piece in at_risk if (piece.provider, piece.customer) == pair]
    ratings = [item for rated in _ratings(record, pair) for item in rated]
    rated = _rated(record, pair)
    answered = [one for one in lines if is_answered(one)]
    crafts = record.end.scenario.services
    numbers = (number for number, craft in enumerate(crafts, 1) if craft.provider == provider)
    return LinkShown(
        provider=provider,
        customer=customer,
        services=tuple(number for number in numbers if customer in crafts[number - 1].receivers),
        kept=sum(record.promise(one).state == "kept" for one in judged),
        matured=len(judged),
        asked=len(lines),
        answered=len(answered),
        warned=sum(_was_warned(record, piece, stories) for piece in risky),
        at_risk=len(risky),
        rating=(10 * sum(ratings) + len(ratings) // 2) // len(ratings) if ratings else None,
        ratings=len(ratings),
        funnel=_funnel(record, lines),
        weeks=_weeks(record, judged),
        log=tuple(sorted(_numbers(lines, judged) | {one.log for one in rated})),
        unfinished=_unfinished(record, lines),
        rated=rated,
        warned_late=tuple(sorted({record.promise(one).due for one in judged if _came_too_late(record, one)})),
    )


def _stories(record: Record, pair: Pair) -> list[PromiseStory]:
    found = []
    for story in record.promises.values():
        promise = record.promise(story)
        if (promise.provider, promise.customer) == pair:
            found.append(story)
    return found


def _ratings(record: Record, pair: Pair) -> list[tuple[int, ...]]:
    rated = (each.rating for each in record.end.past_ratings)
    return [rating.items for rating in rated if (rating.provider, rating.customer) == pair]


def _rated(record: Record, pair: Pair) -> tuple[RatingShown, ...]:
    """The last word of each week; how a department that is not scored was rated is told nowhere."""
    if pair[0] in record.unscored:
        return ()
    found: dict[int, RatingShown] = {}
    for step, event in record.of(ProviderRated):
        if (event.provider, event.customer) == pair:
            found[step.round] = RatingShown(step.round, _mean(event.items), step.number)
    return tuple(found[round_] for round_ in sorted(found))


def _mean(items: Sequence[int]) -> int:
    """In tenths, rounded half up."""
    return (20 * sum(items) + len(items)) // (2 * len(items))


def _numbers(lines: Sequence[LineStory], judged: Sequence[PromiseStory]) -> set[int]:
    return {one.asked.number for one in lines} | {number for one in judged for number in log_of(one)}


def _was_warned(record: Record, piece: Piece, stories: Sequence[PromiseStory]) -> bool:
    numbers = set(piece.log)
    return any(
        any(step.round < record.promise(one).due for step in one.warned)
        for one in stories
        if numbers & set(log_of(one))
    )


def _came_too_late(record: Record, story: PromiseStory) -> bool:
    return is_warned_late(record, story) and record.promise(story).state != "kept"


def is_answered(line: LineStory) -> bool:
    """In the week in which it was asked."""
    word = line.first_word()
    return word is not None and word[0].round == line.asked.round


def _funnel(record: Record, lines: Sequence[LineStory]) -> tuple[int, int, int, int]:
    """Received; acknowledged: answered in its week; advocated: no bare no; assisted: what was agreed came in full."""
    acknowledged = [one for one in lines if is_answered(one)]
    advocated = _advocated(lines)
    return len(lines), len(acknowledged), len(advocated), sum(_assisted(record, one) for one in advocated)


def _advocated(lines: Sequence[LineStory]) -> list[LineStory]:
    return [one for one in lines if is_answered(one) and (one.agreed or _offered_a_way(one))]


def _assisted(record: Record, line: LineStory) -> bool:
    return bool(line.agreed) and all(_came(record, number) for number in line.agreed)


def _unfinished(record: Record, lines: Sequence[LineStory]) -> int:
    """Of those that fell out last: of these no promise came to a bad end, so what was kept stands beside them."""
    return sum(
        not any(_failed(record, number) for number in one.agreed)
        for one in _advocated(lines)
        if not _assisted(record, one)
    )


def _failed(record: Record, number: CommitmentId) -> bool:
    story = record.promises[number]
    return has_failed(record.promise(story)) or any(_failed(record, other) for other in story.replaced_by)


def _offered_a_way(line: LineStory) -> bool:
    """The provider put other terms, whatever came of them."""
    return any(step.by == line.provider and isinstance(word, Counter) for step, word in line.words)


def _came(record: Record, number: CommitmentId) -> bool:
    """In full, whenever; new terms that both agreed to count in the place of the old ones."""
    story = record.promises[number]
    if story.replaced_by:
        return all(_came(record, other) for other in story.replaced_by)
    promise = record.promise(story)
    return promise.delivered >= promise.units


def _weeks(record: Record, judged: Sequence[PromiseStory]) -> tuple[WeekOfLink, ...]:
    return tuple(_week(record, round_, judged) for round_ in record.rounds)


def _week(record: Record, round_: int, judged: Sequence[PromiseStory]) -> WeekOfLink:
    due = [one for one in judged if record.promise(one).due == round_]
    promised = [record.promise(one) for one in due]
    arrived = sum(
        min(promise.units, sum(units for week, units in one.came if week <= round_))
        for one, promise in zip(due, promised, strict=True)
    )
    return WeekOfLink(
        round=round_,
        units=sum(promise.units for promise in promised),
        arrived=arrived,
        kept=all(promise.state == "kept" for promise in promised),
        log=tuple(sorted({number for one in due for number in log_of(one)})),
    )
