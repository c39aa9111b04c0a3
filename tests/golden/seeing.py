"""A seat's view in short: a few lines of what the department would find on its screen."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.rules.ids import SeatId
from sandgame.rules.need import needs
from sandgame.rules.sections import OwnOrder, Promise, ReviewSection, Thread, View
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.golden.telling import INDENT, Names, fact, listed, parts


def seats_in_short(state: State, names: Names) -> Iterator[str]:
    for seat in state.seats:
        yield from (f"{INDENT}| {line}" for line in _seat(view(state, seat), seat, names))


def _seat(seen: View, seat: SeatId, names: Names) -> Iterator[str]:
    me = seen.me
    kpi = f", KPI {me.figures[-1].figures.kpi}" if me.figures else ""
    stock = listed((names.units(item.units, item.service) for item in me.stock if item.units), "no stock")
    parts_of_hours = ("fatigue", "meetings", "lent", "gained", "pool")
    made_of = listed((f"{name} {getattr(me, name)}" for name in parts_of_hours if getattr(me, name)), "as usual")
    yield f"{names.seat(seat)} sees {me.hours} h ({made_of}), {stock}{kpi}"
    orders = [_order(order, names) for order in seen.orders if order.state in ("open", "coming")]
    if orders:
        yield f"  orders: {'; '.join(orders)}"
    sheets = [
        _sheet(sheet, seat, names) for sheet in seen.threads.sheets if any(x.state == "open" for x in sheet.lines)
    ]
    if sheets:
        yield f"  open sheets: {'; '.join(sheets)}"
    promises = [_promise(promise, seat, names) for promise in seen.threads.promises if promise.is_open]
    if promises:
        yield f"  promises: {'; '.join(promises)}"
    yield from _told(seen, seat, names)
    yield from _talk_and_review(seen, names)


def _told(seen: View, seat: SeatId, names: Names) -> Iterator[str]:
    """Meetings, and what was shared and said in this week."""
    now, threads = seen.table.round, seen.threads
    meetings = [f"with {names.seat(m.other)} {m.state}" for m in threads.meetings]
    if meetings:
        yield f"  meetings: {', '.join(meetings)}"
    facts = [f"{_who(f.seat, f.to, seat, names)}: {fact(f.fact, names)}" for f in threads.facts if f.fact.round == now]
    said = [f'{_who(m.seat, m.to, seat, names)}: "{m.text}"' for m in threads.messages if m.round == now]
    if facts or said:
        yield f"  told: {'; '.join([*facts, *said])}"


def _who(speaker: SeatId, to: SeatId, seat: SeatId, names: Names) -> str:
    if speaker != seat:
        return f"{names.seat(speaker)} to {'me' if to == seat else 'the table'}"
    return f"I to {names.seat(to) if to else 'the table'}"


def _talk_and_review(seen: View, names: Names) -> Iterator[str]:
    lacks = listed((f"{names.units(n.units, n.service)} by week {n.due}" for n in needs(seen)), "")
    if seen.table.phase == "negotiate" and lacks:
        yield f"  lacks: {lacks}"
    if seen.me.draft is not None:
        yield "  a draft of a plan is kept"
    if seen.table.phase == "review":
        to_rate = listed((names.seat(who) for who in seen.review.to_rate), "nobody")
        yield f"  may rate {to_rate}, may thank {listed((names.seat(who) for who in seen.review.to_thank), 'nobody')}"
        yield from _review(seen.review, names)
    if seen.table.phase == "over":
        result = seen.table.results[-1]
        marks = {"silo": result.silo, "reference": result.reference, "best": seen.table.best}
        told = listed((f"{name} {mark}" for name, mark in marks.items() if mark is not None), "no benchmarks")
        yield f"  the end: result {result.result}, {told}"


def _review(review: ReviewSection, names: Names) -> Iterator[str]:
    shown = {
        "failed": [f"promise {f.commitment} {f.cause or 'not said why'}" for f in review.why],
        "may apologise for": [f"promise {number}" for number in review.to_apologise],
        "apologised for": [f"promise {number}" for number in review.apologised],
        "asked to change": [f'by {names.seat(a.customer)} in week {a.round} "{a.comment}"' for a in review.asked_of_me],
        "will do": [f"{names.seat(w.provider)} for {names.seat(w.customer)} by week {w.by}" for w in review.will_do],
        "notes": [f"of {names.seat(n.seat)} in week {n.round}" for n in review.notes],
    }
    for name, items in shown.items():
        if items:
            yield f"  {name}: {', '.join(items)}"


def _order(order: OwnOrder, names: Names) -> str:
    if order.option is None:
        terms = " or ".join(f"week {option.due} at {option.price}" for option in order.options)
    else:
        terms = f"week {order.options[order.option].due} at {order.options[order.option].price}"
    coming = f" coming in week {order.arrival}" if order.state == "coming" else ""
    return f"{order.order}: {order.shipped} of {names.units(order.units, order.service)}{coming}, {terms}"


def _sheet(sheet: Thread, seat: SeatId, names: Names) -> str:
    other = f"to {names.seat(sheet.provider)}" if seat == sheet.customer else f"from {names.seat(sheet.customer)}"
    lines = listed(
        f"{names.service(line.wanted.service)} {parts(line.terms)}" + (" unanswered" if line.unanswered else "")
        for line in sheet.lines
        if line.state == "open"
    )
    give = " and a give in return" if sheet.give is not None else ""
    return f"{sheet.sheet} {other}, clarity {sheet.clarity}: {lines}{give}"


def _promise(promise: Promise, seat: SeatId, names: Names) -> str:
    what = f"{promise.delivered} of {names.units(promise.units, promise.service)}"
    other = f"to {names.seat(promise.customer)}" if seat == promise.provider else f"from {names.seat(promise.provider)}"
    overdue = " overdue" if promise.state == "overdue" else ""
    warned = f" (warned in week {promise.warned})" if promise.warned else ""
    offer = f" (new terms offered: {parts(promise.offered)})" if promise.offered else ""
    return f"{promise.commitment} {other}: {what}, week {promise.due}{overdue}{warned}{offer}"
