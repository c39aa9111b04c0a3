"""Common goals: what a department's plan was worth to the company, and which requests it took on or refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sandgame.frames.marks import Piece, Worths
from sandgame.rules.clarity import clarity
from sandgame.rules.events import PlanSubmitted
from sandgame.rules.ids import SeatId, ServiceId, SheetId
from sandgame.rules.intents import Accept, Counter, Decline, LineAnswer
from sandgame.rules.need import ToMake
from sandgame.rules.state import State
from sandgame.scoring.feasible import Room, holds, is_ambiguous, room
from sandgame.scoring.knapsack import HUNDRED, division
from sandgame.scoring.record import LineNo, LineStory, Record, Step, units_of

TOLERATED = 25
"""Percent of what a line is worth that its acceptance may cost the company before it should have been refused."""


def allocation(record: Record, _worths: Worths) -> list[Piece]:
    """G1, each plan in which company and KPI pull apart: (done − kpi) / (best − kpi), weighted by what lies between.

    The ratio is clipped plan by plan rather than once for all, so that every plan is a piece of its own; the value of a
    line is the price of the best order behind it, whether it was told or not: that a colleague needs it is in sight.
    """
    found: list[Piece] = []
    away = _turned_away(record)
    for step, event in record.of(PlanSubmitted):
        if not record.own(step):
            continue
        refused = away.get((event.seat, step.round), ())
        way = division(step.before, event.seat, event.plan, lambda number: record.prices.get(number, 0), refused)
        if way.is_conflict:
            numbers = (("best", way.best // HUNDRED), ("kpi", way.kpi // HUNDRED), ("done", way.done // HUNDRED),
                       ("own_work", event.plan.own_work))  # fmt: skip
            found.append(
                Piece(
                    "G1", "company" if way.credit >= 500 else "own", step.round, (step.number,), event.seat,
                    provider=event.seat, numbers=numbers, credit=way.credit, weight=10 * (way.best - way.kpi),
                )
            )  # fmt: skip
    return found


def _turned_away(record: Record) -> dict[tuple[SeatId, int], list[ToMake]]:
    """By provider and week: what was truly needed, asked for and not promised; padding counts for nobody."""
    found: dict[tuple[SeatId, int], list[ToMake]] = {}
    for story in record.lines.values():
        spoken = [step for step, _ in story.words if step.by == story.provider] + story.unanswered
        short = story.need.needed - sum(record.end.commitments[number].units for number in story.agreed)
        if spoken and short > 0:
            away = ToMake(None, story.need.service, short, story.need.due, story.need.worth)
            found.setdefault((story.provider, spoken[0].round), []).append(away)
    return found


class _Labelled(NamedTuple):
    """A request as it stood before its provider: whether it should have been refused and if for what it costs (`dear`)
    or for want of room, and what was done about it; `offered` units in time."""

    story: LineStory
    step: Step
    refuse: bool
    dear: bool
    answer: LineAnswer | None
    credit: int
    fits: int
    offered: int

    @property
    def key(self) -> str:
        """Its own case, in one word for why and one for what was done."""
        kept = self.credit >= 500
        if not self.refuse:
            return _TAKEN[type(self.answer), kept]
        done = _REFUSED[type(self.answer), kept]
        return f"{'dear' if self.dear else 'full'}-{done}"


_TAKEN = {
    (Accept, True): "took", (Counter, True): "took-part", (Counter, False): "took-little",
    (Decline, False): "turned-away", (type(None), False): "unanswered",
}  # fmt: skip
_REFUSED = {
    (Accept, False): "taken", (Counter, True): "countered", (Counter, False): "over", (Decline, True): "declined",
    (Decline, False): "other-reason", (type(None), False): "unanswered",
}  # fmt: skip


def boundary(record: Record, worths: Worths) -> list[Piece]:
    """G3: ½(TPR + TNR) as a weighted mean: each seat's two kinds of requests weigh the same, whatever their numbers.

    A line should be refused or countered if it cannot fit beside what is promised, even with all overtime, or if its
    acceptance as asked costs the company more than a quarter of the line's worth (the design says "lowers U"; U knows
    all future orders, and any line moves it by a little). It should be accepted if it fits without overtime; what lies
    between is a matter of taste and no piece. A seat that met only one kind has no pieces: half of it cannot be said.
    """
    lost = {(SheetId(w.number), w.line): w.money for w in worths.worths if w.about == "line"}
    labelled: dict[SeatId, list[_Labelled]] = {}
    for item in _labelled(record, lost):
        labelled.setdefault(item.story.provider, []).append(item)
    return [piece for items in labelled.values() for piece in _pieces(items)]


def _pieces(items: list[_Labelled]) -> Iterator[Piece]:
    counts = {kind: sum(item.refuse is kind for item in items) for kind in (False, True)}
    if not all(counts.values()):
        return
    for item in items:
        need = item.story.need
        yield Piece(
            "G3", item.key, item.step.round, (item.story.asked.number, item.step.number), item.story.provider,
            provider=item.story.provider, customer=item.story.customer,
            numbers=(("service", need.service), ("units", need.units), ("due", need.due), ("fits", item.fits),
                     ("offered", item.offered)),
            credit=item.credit, weight=1000 * len(items) // (2 * counts[item.refuse]),
        )  # fmt: skip


def _labelled(record: Record, lost: Mapping[LineNo, int]) -> Iterator[_Labelled]:
    spoken: dict[int, list[ToMake]] = {}
    for number, story in record.lines.items():
        word = story.first_word()
        if word is None:
            yield from _unanswered(record, story, lost.get(number, 0))
            continue
        step, answer = word
        terms = step.before.sheets[story.sheet].lines[story.line].terms
        taken = spoken.setdefault(step.number, [])
        found = _label(step.before, story, terms[-1].due, taken, lost.get(number, 0))
        taken += _taken(story, answer)
        if found is not None and record.own(step):
            (refuse, dear), least = found
            units = units_of(terms)
            credit = _refused(step, story, answer, least) if refuse else _accepted(story, answer, units)
            fits, offered = min(units, least.units), _in_time(story, answer, units)
            yield _Labelled(story, step, refuse, dear, answer, credit, fits, offered)


def _unanswered(record: Record, story: LineStory, lost: int) -> Iterator[_Labelled]:
    """Silence refuses nobody, and gives nobody what could have been given."""
    if not story.unanswered or record.open_table:
        return
    step = story.unanswered[0]
    found = _label(step.before, story, story.need.due, [], lost)
    if found is not None and record.speaks(story.provider, step.round):
        refuse, dear = found[0]
        yield _Labelled(story, step, refuse, dear, None, 0, min(story.need.units, found[1].units), 0)


def _label(
    state: State, story: LineStory, due: int, spoken: list[ToMake], lost: int
) -> tuple[tuple[bool, bool], Room] | None:
    """Whether it should be refused, whether for what it costs, and the room that tells; None for what only overtime
    could have done."""
    service, units = ServiceId(story.need.service), story.need.units
    earliest = state.round + state.scenario.service(service).lead
    due = min(max(due, earliest), state.length)
    least = room(state, story.provider, service, due, spoken)
    if _costs(story, lost):
        return (True, True), least
    if least.units >= units:
        return (False, False), least
    limit = state.scenario.department(story.provider).overtime if "overtime" in state.rules else 0
    most = room(state, story.provider, service, due, spoken, limit)
    return ((True, False), most) if most.units < units else None


def _taken(story: LineStory, answer: LineAnswer) -> list[ToMake]:
    """What an answer promises, or would: the next line of the same sheet is answered with that in mind."""
    if isinstance(answer, Decline):
        return []
    asked = story.sent.lines[story.line]
    parts = answer.parts if isinstance(answer, Counter) else ()
    wanted = [(part.units, part.due) for part in parts] or [(asked.units, asked.due)]
    return [ToMake(None, asked.service, units, due, 0) for units, due in wanted]


def _costs(story: LineStory, lost: int) -> bool:
    """Whether acceptance as asked costs the company more than is tolerated, of what the line is worth."""
    return 100 * lost > TOLERATED * story.need.worth * story.need.units and lost > 0


def _accepted(story: LineStory, answer: LineAnswer, units: int) -> int:
    """What was promised in time of what was asked for."""
    if isinstance(answer, Accept):
        return 1000
    if isinstance(answer, Decline):
        return 0
    return 1000 * min(units, _in_time(story, answer, units)) // units


def _in_time(story: LineStory, answer: LineAnswer, units: int) -> int:
    """What an answer offers by the due it was asked for."""
    if isinstance(answer, Counter):
        return sum(part.units for part in answer.parts if part.due <= story.need.due)
    return units if isinstance(answer, Accept) else 0


def _refused(step: Step, story: LineStory, answer: LineAnswer, found: Room) -> int:
    """A refusal counts with a reason that holds; a counter when it stays within what fits."""
    if isinstance(answer, Accept):
        return 0
    if isinstance(answer, Counter):
        return 1000 if _in_time(story, answer, 0) <= found.units else 0
    state = step.before
    unclear = is_ambiguous(state, story.need.service, story.need.units, clarity(state, state.sheets[story.sheet]))
    return 1000 if holds(answer.reason, found, story.need.units, unclear) else 0
