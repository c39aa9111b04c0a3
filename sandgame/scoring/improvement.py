"""Improvement: wishes answered and met, ratings that track the facts, promises recovered after a disturbance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import isqrt
from typing import NamedTuple

from sandgame.frames.marks import Piece, Worths
from sandgame.rules.events import Apologised, CauseGiven, ChangePromised, ProviderRated
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.state import Commitment
from sandgame.scoring.causes import blames
from sandgame.scoring.feasible import overloaded
from sandgame.scoring.record import Record, Step
from sandgame.scoring.trust import stake

LOW = 2
"""A rating of an item up to this is a complaint."""
WITHIN = 2
"""Rounds in which a wish may be met."""
KEPT, REMEDIED, EXPLAINED = 1000, 800, 300
SAID_AND_BETTER, BETTER, SAID = 1000, 800, 200
LEAST_RATINGS = 6
STEP = 250
"""Facts are told apart as far as a rating from 1 to 5 can: in quarters, as bots rate."""
LATE = 2
"""What comes after its due counts for one part in so many."""

Link = tuple[SeatId, SeatId]
"""Customer and provider."""


def loops_closed(record: Record, _worths: Worths) -> list[Piece]:
    """I1, each rating with an item of 2 or less and the comment marked "please change", of the provider it asked.

    Better is measured on facts of that link in the two weeks after, against the week of the rating, for the item that
    was rated lowest. Where the two had no more to do with each other there is nothing to measure, and no piece.
    """
    promised = {(e.customer, e.provider, e.asked): step for step, e in record.of(ChangePromised) if record.own(step)}
    found: list[Piece] = []
    for step, event in record.of(ProviderRated):
        items = {name: value for name in _FACT_OF if (value := getattr(event, name)) is not None}
        lowest = min(items, key=lambda name: items[name])
        if not event.please_change or items[lowest] > LOW or not record.plays(event.provider, step.round):
            continue
        link = (event.customer, event.provider)
        before = _FACT_OF[lowest](record, link, range(step.round, step.round + 1))
        after = _FACT_OF[lowest](record, link, range(step.round + 1, step.round + 1 + WITHIN))
        if after is None:
            continue
        said = promised.get((event.customer, event.provider, step.round))
        in_time = said is not None and said.round <= step.round + WITHIN
        better = after > (before or 0)
        credit = (SAID_AND_BETTER if in_time else BETTER) if better else (SAID if in_time else 0)
        kind = ("closed" if in_time else "better") if better else ("said" if in_time else "open")
        log = (step.number, said.number) if said is not None and in_time else (step.number,)
        found.append(
            Piece(
                "I1", kind, step.round, log, event.provider, provider=event.provider, customer=event.customer,
                numbers=(("rated", items[lowest]), ("about", _ABOUT[lowest]), ("known", int(before is not None)),
                         ("before", (before or 0) // 10), ("after", after // 10)),
                credit=credit,
            )
        )  # fmt: skip
    return found


def _reliable(record: Record, link: Link, rounds: range) -> int | None:
    facts = [fact for round_ in rounds if (fact := served(record, link, round_)) is not None]
    return sum(facts) // len(facts) if facts else None


def _responsive(record: Record, link: Link, rounds: range) -> int | None:
    stories = [s for s in record.lines.values() if (s.customer, s.provider) == link and s.asked.round in rounds]
    at_once = [(word := s.first_word()) is not None and word[0].round == s.asked.round for s in stories]
    return 1000 * sum(at_once) // len(at_once) if at_once else None


def _understood(record: Record, link: Link, rounds: range) -> int | None:
    clear = [
        10 * c.clarity
        for c in record.end.commitments.values()
        if (c.customer, c.provider) == link and c.round in rounds and c.clarity is not None
    ]
    return sum(clear) // len(clear) if clear else None


_FACT_OF: Mapping[str, Callable[[Record, Link, range], int | None]] = {
    "reliability": _reliable,
    "responsiveness": _responsive,
    "empathy": _understood,
    "assurance": _understood,
    "tangibles": _reliable,
}
"""What of the log stands for each item of a rating, in thousandths; None where nothing happened."""
_ABOUT = {"reliability": 1, "responsiveness": 2, "empathy": 3, "assurance": 3, "tangibles": 1}
"""How a sentence names it."""


def served(record: Record, link: Link, round_: int) -> int | None:
    """The service facts of a link in a round: good and useful units by their due of what was due, by size.

    What was overdue before counts too, half of it at most (δ = ½ for a round late).
    """
    done = record.delivered.get(round_)
    if done is None:
        return None
    total = units = 0
    for number, old in done.before.commitments.items():
        if (old.customer, old.provider) != link or not old.is_open or old.due > round_:
            continue
        new = done.after.commitments[number]
        total += 1000 * new.delivered // (LATE if old.due < round_ else 1)
        units += new.units
    kept_before = (
        c for c in done.before.commitments.values()
        if (c.customer, c.provider, c.due, c.state) == (*link, round_, "kept")
    )  # fmt: skip
    for early in kept_before:
        total += 1000 * early.units
        units += early.units
    return total // units if units else None


class _Rated(NamedTuple):
    step: Step
    event: ProviderRated
    mean: int
    served: int
    fact: int
    """In steps."""


def rated_by_facts(record: Record, _worths: Worths) -> list[Piece]:
    """I3: ½(1 + τ_b) of a rater's mean ratings and the service facts, a piece for each rating.

    A rating's part is what its pairs with the rater's other ratings say, weighed by their number, so that the parts add
    up to ½(1 + τ_b) (but for parts clipped to 0..1). Raters with fewer than six ratings, or facts all alike, have none.
    """
    raters: dict[SeatId, list[_Rated]] = {}
    for step, event in record.of(ProviderRated):
        fact = served(record, (event.customer, event.provider), step.round)
        if record.own(step) and fact is not None:
            mean = 1000 * sum(event.items) // len(event.items)
            raters.setdefault(event.customer, []).append(_Rated(step, event, mean, fact, (fact + STEP // 2) // STEP))
    return [piece for rated in raters.values() if len(rated) >= LEAST_RATINGS for piece in _by_pairs(rated)]


def _by_pairs(rated: Sequence[_Rated]) -> Iterator[Piece]:
    pairs = [(a, b) for at, a in enumerate(rated) for b in rated[at + 1 :]]
    by_fact = sum(a.fact != b.fact for a, b in pairs)
    by_mean = sum(a.mean != b.mean for a, b in pairs)
    if not by_fact:
        return
    # τ_b divides by √(by_fact · by_mean) where the parts divide by by_fact
    stretch = isqrt(1_000_000 * by_fact // by_mean) if by_mean else 0
    for one in rated:
        signs = [_sign(one.fact - other.fact) * _sign(one.mean - other.mean) for other in rated]
        count = sum(one.fact != other.fact for other in rated)
        if not count:
            continue
        tau = stretch * sum(signs) // count
        credit = min(1000, max(0, (1000 + tau) // 2))
        yield Piece(
            "I3", "by-facts" if credit > 500 else "off-facts", one.step.round, (one.step.number,), one.event.customer,
            provider=one.event.provider, customer=one.event.customer,
            numbers=(("rated", (one.mean - 1000) // 40), ("facts", one.served // 10)), credit=credit,
            weight=1000 * count,
        )  # fmt: skip


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def recovered(record: Record, _worths: Worths) -> list[Piece]:
    """I4, each promise that a disturbance hit: kept, put right within a week, explained, or left in silence.

    Disturbed is what the rules can tell: hours of its provider were cut between its making and its due, or its own
    promises outgrew its hours in that time. An explanation is a warning, an apology or a cause given, but for one that
    blames others against the log. Each unit has the credit of what became of it, and the promise weighs as in T1: by
    promising in small pieces nobody recovers more.
    """
    stressed = _stressed(record)
    spoken = _spoken(record)
    found: list[Piece] = []
    for number, story in record.promises.items():
        promise = record.promise(story)
        last = record.delivered.get(promise.due)
        if last is None or promise.state in ("released", "open") or not record.plays(promise.provider, promise.due):
            continue
        if number not in stressed and not _is_hit(record, promise):
            continue
        word = spoken.get(number)
        kind = _outcome(record, promise, word, replaced=bool(story.replaced_by))
        steps = (story.made, None if word is None else word.step, story.ended)
        log = tuple(step.number for step in steps if step is not None)
        found.append(
            Piece(
                "I4", kind, promise.due, log, promise.provider, provider=promise.provider, customer=promise.customer,
                numbers=(("service", promise.service), ("units", promise.units), ("due", promise.due),
                         ("came", promise.delivered), ("cut", int(_is_hit(record, promise))),
                         ("amended", int(bool(story.replaced_by)))),
                credit=_credit(record, promise, kind), weight=1_000 * stake(record, promise),
            )
        )  # fmt: skip
    return found


def _stressed(record: Record) -> set[CommitmentId]:
    """What its provider's own hours could not make in time, as seen at the end of some Negotiate up to its due."""
    found: set[CommitmentId] = set()
    for step in record.closed.values():
        for seat in record.seats:
            found |= overloaded(step.before, seat)
    return found


def _is_hit(record: Record, promise: Commitment) -> bool:
    return any(
        i.seat == promise.provider and i.hours < 0 and promise.round <= i.round <= promise.due
        for i in record.end.scenario.incidents
    )


class _Word(NamedTuple):
    """What a provider said of a promise; `blames`: it put it on others, and the log says another cause."""

    step: Step
    blames: bool = False


def _spoken(record: Record) -> dict[CommitmentId, _Word]:
    """The first word of its provider on each that explains it; where there is none, the first that blames others."""
    found: dict[CommitmentId, _Word] = {}
    said: Iterable[tuple[_Word, CommitmentId]] = (
        *((_Word(step, blames(record, event)), event.commitment) for step, event in record.of(CauseGiven)),
        *((_Word(step), event.commitment) for step, event in record.of(Apologised)),
        *((_Word(step), number) for number, story in record.promises.items() for step in story.warned),
    )
    for word, number in sorted(said, key=lambda pair: (pair[0].blames, pair[0].step.number)):
        if word.step.by == record.end.commitments[number].provider and record.own(word.step):
            found.setdefault(number, word)
    return found


def _outcome(record: Record, promise: Commitment, word: _Word | None, *, replaced: bool) -> str:
    """What became of the whole: `remedied` are also other terms that both agreed to; kept or not is their own story."""
    if promise.state == "kept":
        return "kept"
    came = record.promises[promise.commitment].came
    put_right = promise.state == "late" and came and came[-1][0] <= promise.due + 1
    if replaced or put_right:
        return "remedied"
    return "silent" if word is None else "blamed" if word.blames else "explained"


_REST: Mapping[str, int] = {"remedied": REMEDIED, "explained": EXPLAINED, "blamed": 0, "silent": 0}
"""Credit of a unit that came neither in time nor a week later."""


def _credit(record: Record, promise: Commitment, kind: str) -> int:
    """Unit by unit: what came in time has all, what came within a week its part, the rest as it was dealt with."""
    if kind == "kept":
        return KEPT
    came = record.promises[promise.commitment].came
    in_time = min(promise.units, sum(units for week, units in came if week <= promise.due))
    next_week = min(promise.units - in_time, sum(units for week, units in came if week == promise.due + 1))
    rest = promise.units - in_time - next_week
    return (KEPT * in_time + REMEDIED * next_week + _REST[kind] * rest) // promise.units
