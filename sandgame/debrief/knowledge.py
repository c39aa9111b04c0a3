"""Who knew what when: facts that only one department had, whom they would have helped, and when they were told."""

from __future__ import annotations

from sandgame.frames.debrief import FactShown
from sandgame.frames.marks import Worth, Worths
from sandgame.rules.events import FactShared, LoanAnswered, LoanProposed, SheetSent
from sandgame.rules.ids import TABLE, LoanId, SeatId, ServiceId
from sandgame.rules.neighbours import serves
from sandgame.scoring.openness import telling, upstream
from sandgame.scoring.record import Record, Step

Ref = tuple[SeatId, str, int]
"""Whose, about what (`order`, `free_hours`, `stock`), and the order's or service's number."""


def known(record: Record, worths: Worths) -> tuple[FactShown, ...]:
    """Facts that were worth something to others, most first. `money` is the most that one week of it was worth."""
    found: dict[Ref, list[Worth]] = {}
    for worth in worths.worths:
        if worth.about != "line" and worth.money > 0:
            found.setdefault((worth.seat, worth.about, worth.number), []).append(worth)
    shown = [_shown(record, ref, worth) for ref, worth in found.items()]
    return tuple(sorted(shown, key=lambda fact: (-fact.money, fact.seat, fact.about, fact.number)))


def _shown(record: Record, ref: Ref, worths: list[Worth]) -> FactShown:
    seat, _, number = ref
    needed = helped(record, ref)
    since = min(worth.round for worth in worths)
    told = [(step.round, SeatId(event.to), step.number) for step, event in record.of(FactShared) if _is(event, ref)]
    # the same as is counted of what was told, in the week in which it was worth most
    heard = telling(record, max(worths, key=lambda worth: (worth.money, -worth.round)))
    if heard is not None and all(at != heard.number for _, _, at in told):
        told.append((heard.round, _hearer(heard), heard.number))
        told.sort(key=lambda one: one[2])
    return FactShown(
        seat=seat,
        about=worths[0].about if worths[0].about != "line" else "order",
        number=number,
        since=since,
        needed_by=needed,
        told=tuple((round_, to) for round_, to, _ in told),
        money=max(worth.money for worth in worths),
        log=tuple(at for _, _, at in told) or _begun(record, since),
        in_time=heard is not None,
    )


def _begun(record: Record, week: int) -> tuple[int, ...]:
    """Where it could first have been told."""
    step = record.begun.get((week, "negotiate"))
    return (step.number,) if step is not None else ()


def _hearer(step: Step) -> SeatId:
    """Whom a request, or hours that were lent, told of it."""
    match step.event:
        case SheetSent():
            return step.event.provider
        case LoanProposed():
            return step.event.borrower
        case LoanAnswered():
            return step.before.loans[LoanId(step.event.loan)].borrower
    return SeatId(TABLE)


def _is(event: FactShared, ref: Ref) -> bool:
    seat, about, number = ref
    fact = event.fact
    return (event.seat, fact.about) == (seat, about) and (fact.order or fact.service or 0) in (number, 0)


def helped(record: Record, ref: Ref) -> tuple[SeatId, ...]:
    """Who could have used it: those behind an order, or those whom a seat with hours or stock serves."""
    seat, about, number = ref
    scenario = record.end.scenario
    if about == "order":
        order = next((order for key, order in record.end.orders.items() if key == number), None)
        return () if order is None else tuple(sorted(upstream(scenario, order.terms.service) - {seat}))
    if about == "stock" and number:
        return tuple(sorted({SeatId(r) for r in scenario.service(ServiceId(number)).receivers} - {seat}))
    return tuple(sorted(serves(scenario, seat) - {seat}))
