"""Respect and trust: promises kept, what could be promised and was, warnings in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sandgame.frames.marks import Key, Piece, Worths
from sandgame.rules.events import TermsProposed
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import Counter, Decline, LineAnswer
from sandgame.rules.need import ToMake
from sandgame.rules.state import Commitment, State
from sandgame.rules.workload import to_make
from sandgame.scoring.feasible import hours_ahead, overloaded, room
from sandgame.scoring.goals import TOLERATED
from sandgame.scoring.record import LineStory, PromiseStory, Record, Step

FULL = 1_000
AMENDED = 800
"""What a promise is worth whose terms were changed once, in time and with consent, and then kept."""
TIERS = 3


def kept(record: Record, _worths: Worths) -> list[Piece]:
    """T1, each matured promise: min(1, Σ good units · ½^(rounds late) / units), weighted min(units, need) × value tier.

    New terms that the provider asked for are judged with the old promise, at most 0.8 if agreed a full round before its
    due, changed once and kept; those the customer asked for are a promise of their own in its place. What the standard
    or the room agreed, and what a bot promised, is nobody's word; gifts and lines without a need weigh nothing.
    """
    chosen = (story for story in record.promises.values() if _is_word(record, story) and _has_matured(record, story))
    return [_kept(record, story) for story in chosen]


def _is_word(record: Record, story: PromiseStory) -> bool:
    """A person's own word, not new terms of its own for an older one; the same seat still played when it was due."""
    if story.word is None or not record.own(story.word) or _asked_by_provider(story.made):
        return False
    promise = record.promise(story)
    return record.plays(promise.provider, promise.due)


def _asked_by_provider(made: Step) -> bool:
    """Whether a promise came of new terms that its provider proposed."""
    commitment = getattr(made.event, "commitment", None)
    old = None if commitment is None else made.before.commitments.get(commitment)
    return old is not None and old.offered is not None and old.offered[0] == old.provider


def _has_matured(record: Record, story: PromiseStory) -> bool:
    if story.replaced_by:
        return _changed_by_provider(record, story) and all(_is_over(leaf) for leaf in _leaves(record, story)[1:])
    return story.ended is not None


def _changed_by_provider(record: Record, story: PromiseStory) -> bool:
    return _asked_by_provider(record.promises[story.replaced_by[0]].made)


def _is_over(story: PromiseStory) -> bool:
    return bool(story.replaced_by) or story.ended is not None or story.released is not None


def _leaves(record: Record, story: PromiseStory) -> list[PromiseStory]:
    """The promise and all that took its place."""
    found = [story]
    for number in story.replaced_by:
        found += _leaves(record, record.promises[number])
    return found


def _kept(record: Record, story: PromiseStory) -> Piece:
    promise = record.promise(story)
    family = _leaves(record, story)
    arrived = [came for leaf in family for came in leaf.came]
    credit = fulfilment(promise.units, promise.due, arrived)
    amended = len(family) > 1
    if amended and _amended_well(record, story, family):
        credit = max(credit, AMENDED)
    early = min(promise.units, sum(units for week, units in arrived if week <= promise.due))
    late = sum(units for week, units in arrived if week > promise.due)
    numbers: Key = (
        ("service", promise.service), ("units", promise.units), ("due", promise.due), ("came", early),
        ("late", late),
    )  # fmt: skip
    kind = _AMENDED[late > 0] if amended else "kept" if credit == FULL else _CAME[early > 0, late > 0]
    last = [leaf.ended.number for leaf in family if leaf.ended is not None]
    return Piece(
        "T1", kind, promise.due, (story.made.number, *last), promise.provider, promise.provider, promise.customer,
        numbers, credit, FULL * stake(record, promise),
    )  # fmt: skip


_AMENDED = {True: "amended", False: "amended-short"}
_CAME = {(True, True): "late", (False, True): "only-late", (True, False): "short", (False, False): "broken"}
"""What came in time, and later: a sentence for each."""


def fulfilment(units: int, due: int, came: list[tuple[int, int]]) -> int:
    """In thousandths: what comes late counts half for each round."""
    return min(FULL, sum(FULL * good >> max(0, week - due) for week, good in came) // units)


def _amended_well(record: Record, story: PromiseStory, family: list[PromiseStory]) -> bool:
    agreed = record.promises[story.replaced_by[0]].made.round
    new = [record.promise(leaf).state for leaf in family[1:]]
    return agreed < record.promise(story).due and all(state == "kept" for state in new)


def stake(record: Record, promise: Commitment) -> int:
    """What was asked for and needed of it, times the value tier of the order behind; 0 without a need."""
    story = record.lines.get((promise.sheet, promise.line))
    if story is None or story.sent.lines[story.line].service != promise.service:
        return 0  # given in return for something else: nobody asked for it
    need = story.need
    return min(promise.units, need.needed) * value_tier(record.end, need.worth)


def value_tier(state: State, worth: int) -> int:
    """1 to 3: in which third of the prices of the case's orders it lies."""
    prices = [option.price for order in state.as_written.orders for option in order.options]
    low, high = min(prices, default=0), max(prices, default=0)
    return 1 + max(0, min(TIERS - 1, TIERS * (worth - low) // max(1, high - low)))


@dataclass(slots=True)
class _Chance:
    """A line that could have been taken on: `fits` units of it, `taken` of these promised; in hours of the provider."""

    story: LineStory
    step: Step
    effort: int
    fits: int
    taken: int

    @property
    def unused(self) -> int:
        return (self.fits - self.taken) * self.effort


def covered(record: Record, worths: Worths) -> list[Piece]:
    """T2, each line that its provider could have taken on: Σ min(promised, φ) / min(Σ φ, what was really free).

    φ = what was needed of the line and fitted on the provider's own view, by the due it asked for; both in hours, so
    that services can be added up. Hours refused to one line stay free for the next: so what lines of a week left
    unused is cut, in proportion, to the hours that were free in the end. Lines that should have been refused because
    they cost the company more than they bring belong to G3; at an open table unanswered lines are left out.
    """
    lost = {(w.number, w.line): w.money for w in worths.worths if w.about == "line"}
    weeks: dict[tuple[SeatId, int], list[_Chance]] = {}
    for number, story in record.lines.items():
        need = story.need
        if 100 * lost.get(number, 0) > TOLERATED * need.worth * need.units and lost.get(number, 0) > 0:
            continue
        chance = _chance(record, story)
        if chance is not None:
            weeks.setdefault((story.provider, chance.step.round), []).append(chance)
    return [piece for (seat, week), chances in weeks.items() for piece in _covered(record, seat, week, chances)]


def _chance(record: Record, story: LineStory) -> _Chance | None:
    first = story.first_word()
    if first is not None:
        step, answer = first
        counts = record.own(step)
    else:
        if not story.unanswered or record.open_table:
            return None
        step, answer = story.unanswered[0], None
        counts = record.speaks(story.provider, step.round)
    if not counts:
        return None
    state = step.before
    wanted = story.sent.lines[story.line]
    lead = state.scenario.service(wanted.service).lead
    due = min(max(wanted.due, state.round + lead), state.length)
    spoken = _spoken(story, step, answer)
    found = room(state, story.provider, ServiceId(wanted.service), due, spoken)
    fits = min(story.need.needed, found.units)
    promised = 0 if answer is None else in_time(answer, wanted.units, due)
    effort = state.scenario.service(wanted.service).effort
    return _Chance(story, step, effort, fits, min(promised, fits)) if fits > 0 else None


def in_time(answer: LineAnswer, units: int, due: int) -> int:
    """Units that an answer offers by the due."""
    if isinstance(answer, Decline):
        return 0
    return sum(part.units for part in answer.parts if part.due <= due) if isinstance(answer, Counter) else units


def _spoken(story: LineStory, step: Step, answer: LineAnswer | None) -> list[ToMake]:
    """What the same answer takes on in the lines before: it is not in the state yet."""
    if answer is None:
        return []
    answers = getattr(step.event, "answers", ())
    taken: list[ToMake] = []
    for other in answers[: answers.index(answer)]:
        wanted = story.sent.lines[other.line]
        if isinstance(other, Counter):
            taken += [ToMake(None, wanted.service, part.units, part.due, 0) for part in other.parts]
        elif not isinstance(other, Decline):
            taken.append(ToMake(None, wanted.service, wanted.units, wanted.due, 0))
    return taken


def _covered(record: Record, seat: SeatId, week: int, chances: list[_Chance]) -> Iterator[Piece]:
    unused = sum(chance.unused for chance in chances)
    free = min(unused, free_hours(record, seat, week, chances)) if unused else 0
    for chance in chances:
        taken = FULL * chance.taken * chance.effort
        weight = taken + (FULL * chance.unused * free // unused if unused else 0)
        wanted = chance.story.sent.lines[chance.story.line]
        if weight:
            kind = "took" if chance.taken == chance.fits else "part" if chance.taken else "left"
            log = (chance.story.asked.number, chance.step.number)
            numbers = (("service", wanted.service), ("units", wanted.units), ("due", wanted.due),
                       ("fits", chance.fits), ("taken", chance.taken))  # fmt: skip
            yield Piece(
                "T2", kind, week, log, seat, seat, chance.story.customer, numbers, FULL * taken // weight, weight
            )


def free_hours(record: Record, seat: SeatId, week: int, chances: list[_Chance]) -> int:
    """Hours that the week's promises left free in the end, up to the latest time of these lines, and stock in hours."""
    closed = record.closed.get(week)
    if closed is None:
        return 0
    state = closed.before
    crafts = state.scenario
    times = [c.story.sent.lines[c.story.line] for c in chances]
    last = max(wanted.due - crafts.service(wanted.service).lead for wanted in times)
    hours = sum(hours_ahead(state, seat)[: max(0, last - state.round) + 1])
    for item in to_make(state, seat):
        craft = crafts.service(item.service)
        hours -= item.units * craft.effort if item.due - craft.lead <= last else 0
    stock = sum(
        (held.good + held.bad) * crafts.service(service).effort
        for (owner, service), held in state.stock.items()
        if owner == seat and any(wanted.service == service for wanted in times)
    )
    return max(0, hours) + stock


def warned(record: Record, _worths: Worths) -> list[Piece]:
    """T3, each matured promise that was knowably at risk: warned a round before its due, or kept on its own terms.

    At risk: at the end of a Negotiate before its due, the promises in order of their times passed the hours that the
    provider saw coming. What came of it plays no part in that. Of what nobody was warned of the part that came in time
    counts, and of what was warned of in the week of its due: others can plan no more. All of it weighs as in T1: a word
    given in small pieces is the same word, and not so many kept ones.
    """
    late: dict[tuple[int, SeatId], frozenset[CommitmentId]] = {}
    found: list[Piece] = []
    for story in record.promises.values():
        if not _is_word(record, story) or not _has_matured(record, story):
            continue
        promise = record.promise(story)
        risk = _risk(record, story, late)
        if risk is None:
            continue
        told = [step for step in (*story.warned, *_proposed(story, promise.provider)) if step.round < promise.due]
        on_time = promise.state == "kept"
        said = "proposed" if told and isinstance(told[0].event, TermsProposed) else "warned"
        too_late = [step for step in story.warned if step.round == promise.due]
        kind = said if told else "kept" if on_time else "late" if too_late else "silent"
        numbers = (("service", promise.service), ("units", promise.units), ("due", promise.due), ("known", risk))
        came = sum(units for week, units in story.came if week <= promise.due)
        log = (story.made.number, record.closed[risk].number, *(step.number for step in (told or too_late)[:1]))
        found.append(
            Piece(
                "T3", kind, risk, log, promise.provider, promise.provider, promise.customer, (*numbers, ("came", came)),
                FULL if told or on_time else FULL * min(came, promise.units) // promise.units,
                FULL * stake(record, promise),
            )
        )  # fmt: skip
    return found


def _proposed(story: PromiseStory, provider: SeatId) -> Iterator[Step]:
    return (s for s in story.terms if isinstance(s.event, TermsProposed) and s.event.seat == provider)


def _risk(record: Record, story: PromiseStory, late: dict[tuple[int, SeatId], frozenset[CommitmentId]]) -> int | None:
    """The first week before the due in which it was at risk."""
    promise = record.promise(story)
    for week in range(story.made.round, promise.due):
        closed = record.closed.get(week)
        if closed is None:
            return None
        at = (week, promise.provider)
        if at not in late:
            late[at] = overloaded(closed.before, promise.provider)
        if story.commitment in late[at]:
            return week
    return None
