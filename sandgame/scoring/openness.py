"""Open communication: of what one department alone knew and others needed, how much was told, and how precisely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sandgame.frames.marks import Key, Piece, Worth, Worths
from sandgame.rules.events import Event, Fact, FactShared, LoanAnswered, LoanProposed
from sandgame.rules.ids import TABLE, LoanId, SeatId, ServiceId
from sandgame.rules.scenario import Scenario
from sandgame.scoring.clear_needs import says_what_for
from sandgame.scoring.record import LineStory, Record, Step

WEIGHT = 1000
"""Thousandths of money: what worths weigh in."""
QUARTER = 4
"""A message costs this part of what a fact is worth in the middle of all."""
WINSOR = 95
"""Percent: what is worth more than so many of all facts counts as much as that one."""

Told = tuple[int, SeatId, str, int]
"""Round, seat, what about, number: a fact as worths name it."""


def told(record: Record, worths: Worths) -> list[Piece]:
    """C1: of what was worth something to others, what was told to one who needs it while it could help, by worth.

    Facts are a seat's orders, come or coming; its free hours; its stock; and what stands behind a request that is not
    an order of its own, worth its units × the price behind them, for which there is no worth of its own. Telling is
    sharing the fact, writing the request it stands behind, and of free hours lending them. Orders may be told until the
    week before the due; all else in its own week. A need that is asked for again because nothing came is the same fact:
    it counts once. Not at an open table.
    """
    if record.open_table:
        return []
    top = _winsorised(worths)
    pieces = [piece for worth in worths.worths for piece in _of_worth(record, worth, top)]
    return pieces + list(_behind_requests(record, top))


def _of_worth(record: Record, worth: Worth, top: int) -> Iterator[Piece]:
    if worth.about == "line" or worth.money <= 0 or not record.speaks(worth.seat, worth.round):
        return
    step = telling(record, worth)
    closed = record.closed.get(worth.round)
    if closed is None:
        return
    seen = step or closed
    done = "kept" if step is None else _DONE.get(type(step.event), "told")
    yield Piece(
        "C1", f"{worth.about.replace('_', '-')}-{done}", seen.round, (seen.number,), worth.seat,
        provider=worth.seat, numbers=(*_named(worth), ("week", worth.round), ("worth", worth.money)),
        credit=1000 if step else 0, weight=WEIGHT * min(top, worth.money),
    )  # fmt: skip


_DONE: Mapping[type[Event], str] = {LoanProposed: "offered", LoanAnswered: "lent"}
"""What tells of hours without a word of them."""


def telling(record: Record, worth: Worth) -> Step | None:
    """What told a fact to one who needs it while it could help, in words or by what was done."""
    return {"order": _order_told, "free_hours": _hours_told, "stock": _stock_told}[worth.about](record, worth)


def _named(worth: Worth) -> Key:
    """What the number of a fact is the number of."""
    names = {"order": "order", "stock": "service"}
    return ((names[worth.about], worth.number),) if worth.about in names else ()


def _order_told(record: Record, worth: Worth) -> Step | None:
    """Shared with anybody upstream, or written on a request for its service, up to the week before the first due."""
    terms = record.end.orders[worth.number].terms  # type: ignore[index]  # a worth names an order of this log
    last = max(worth.round, terms.arrival, min(option.due for option in terms.options) - 1)
    needers = upstream(record.end.scenario, terms.service)
    for step, event in record.of(FactShared):
        if event.fact.order == worth.number and step.round <= last and (event.to == TABLE or event.to in needers):
            return step
    for story in record.lines.values():
        asked, need = story.asked, story.need
        behind = story.customer == worth.seat and need.service == terms.service and need.worth
        in_time = worth.round <= asked.round <= last
        if behind and in_time and says_what_for(record, story) and record.own(asked):
            return asked
    return None


def _hours_told(record: Record, worth: Worth) -> Step | None:
    """Shared, offered or lent: whoever lends hours shows that it has them."""
    for step, event in record.of(FactShared):
        if event.seat == worth.seat and event.fact.about == "free_hours" and step.round == worth.round:
            return step
    for step, loan in record.of(LoanProposed):
        if loan.seat == loan.lender == worth.seat and step.round == worth.round:
            return step
    for step, answer in record.of(LoanAnswered):
        lent = answer.agree and step.before.loans[LoanId(answer.loan)].lender == worth.seat
        if lent and step.round == worth.round:
            return step
    return None


def _stock_told(record: Record, worth: Worth) -> Step | None:
    for step, event in record.of(FactShared):
        about = (event.seat, event.fact.about, event.fact.service, step.round)
        if about == (worth.seat, "stock", worth.number, worth.round):
            return step
    return None


def upstream(scenario: Scenario, service: ServiceId) -> frozenset[SeatId]:
    """Whoever has a hand in a service: its provider, those of its inputs, and whoever aids one of them."""
    waiting, seen = [service], set[ServiceId]()
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting += [put.service for put in scenario.service(number).inputs]
    seats = {scenario.service(number).provider for number in seen}
    return frozenset(seats | {s.provider for s in scenario.services if s.aid is not None and seats & set(s.receivers)})


def _behind_requests(record: Record, top: int) -> Iterator[Piece]:
    """Needs that come from promises: the provider learns of them only by being told.

    A piece for all that was asked of one provider in a week and said what for, or not: on how many sheets is no matter.
    """
    asked: dict[tuple[int, SeatId, SeatId, bool], list[LineStory]] = {}
    for story in record.lines.values():
        if record.own(story.asked) and not _is_for_order(record, story):
            key = (story.asked.round, story.customer, story.provider, says_what_for(record, story))
            asked.setdefault(key, []).append(story)
    open_ = _OpenNeeds(record)
    for (round_, customer, provider, said), stories in asked.items():
        money = sum(open_.fresh(story, said) * story.need.worth for story in stories)
        if not money:
            continue
        yield Piece(
            "C1", f"purpose-{'told' if said else 'kept'}", round_,
            tuple(dict.fromkeys(story.asked.number for story in stories)), customer,
            provider=provider, customer=customer, numbers=(("lines", len(stories)), ("worth", money)),
            credit=1000 if said else 0, weight=WEIGHT * min(top, money),
        )  # fmt: skip


class _OpenNeeds:
    """Units of each need whose purpose was told, or was not, and that have not come since."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._told: dict[tuple[SeatId, int], int] = {}
        self._kept: dict[tuple[SeatId, int], int] = {}

    def fresh(self, story: LineStory, said: bool) -> int:
        """Of what a line needs, the units that no line before asked for; a purpose kept back may still be told."""
        key = (story.customer, story.need.service)
        needed = story.need.needed
        known = min(needed, self._told.get(key, 0))
        kept = min(needed - known, self._kept.get(key, 0))
        left = max(0, needed - self._come(story))
        self._told[key] = self._told.get(key, 0) - known + min(left, needed if said else known)
        self._kept[key] = self._kept.get(key, 0) - kept + (0 if said else max(0, left - known))
        return needed - known - (0 if said else kept)

    def _come(self, story: LineStory) -> int:
        """Good units that came of it, under whichever terms."""
        waiting, units = list(story.agreed), 0
        while waiting:
            promise = self._record.promises[waiting.pop()]
            waiting += promise.replaced_by
            units += sum(good for _, good in promise.came)
        return units


def _is_for_order(record: Record, story: LineStory) -> bool:
    orders = record.end.orders.values()
    return any((o.terms.owner, o.terms.service) == (story.customer, story.need.service) for o in orders)


def precise(record: Record, worths: Worths) -> list[Piece]:
    """C2: worth told over worth told and what messages cost: (Σv + s) / (Σv + c·messages + s), a piece for each fact.

    c is a quarter of the middle worth; one message to the whole table counts for each that hears it. The s of the
    formula is the neutral prior of the estimate. A fact told again in the same week brings nothing new. Typed messages
    are not read by scores; a seat that shared no fact has no pieces. Not at an open table.
    """
    if record.open_table:
        return []
    worth_of = _by_fact(worths)
    cost = max(1, middle(worths) // QUARTER)
    seen: set[tuple[SeatId, str, int, int]] = set()
    found: list[Piece] = []
    for step, event in record.of(FactShared):
        # what an incident is worth to others nobody has made out: telling of it neither helps nor costs
        if not record.own(step) or event.fact.about == "incident":
            continue
        name = (event.seat, event.fact.about, _number(event.fact), 0 if event.fact.order else step.round)
        again = name in seen
        money = 0 if again else _money(worth_of, name, step.round)
        seen.add(name)
        heard = len(record.seats) - 1 if event.to == TABLE else 1
        found.append(_message(step, event, money, heard * cost, again=again))
    return found


def _message(step: Step, event: FactShared, money: int, cost: int, *, again: bool) -> Piece:
    key = "worth" if money else "again" if again else "idle"
    return Piece(
        "C2", key, step.round, (step.number,), event.seat, provider=event.seat,
        customer=event.to, numbers=(("worth", money),), credit=1000 * money // (money + cost),
        weight=WEIGHT * (money + cost),
    )  # fmt: skip


def _by_fact(worths: Worths) -> Mapping[Told, int]:
    return {(w.round, w.seat, w.about, w.number): w.money for w in worths.worths if w.about != "line"}


def _money(worth_of: Mapping[Told, int], name: tuple[SeatId, str, int, int], round_: int) -> int:
    """What a fact was worth in its week; an order's is kept under the week in which it was first known."""
    seat, about, number, _ = name
    if about == "order":
        return max((m for (_, s, a, n), m in worth_of.items() if (s, a, n) == (seat, about, number)), default=0)
    return worth_of.get((round_, seat, about, number), 0)


def _number(fact: Fact) -> int:
    return fact.order or (fact.service or 0 if fact.about == "stock" else 0)


def _positive(worths: Worths) -> list[int]:
    return sorted(w.money for w in worths.worths if w.about != "line" and w.money > 0)


def middle(worths: Worths) -> int:
    """The median of what is worth anything."""
    found = _positive(worths)
    return found[len(found) // 2] if found else 0


def _winsorised(worths: Worths) -> int:
    found = _positive(worths)
    return found[(len(found) - 1) * WINSOR // 100] if found else 1
