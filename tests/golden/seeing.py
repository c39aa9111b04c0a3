"""A seat's view in short: a few lines of what the department would find on its screen."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.rules.ids import SeatId
from sandgame.rules.need import needs
from sandgame.rules.sections import OwnOrder, Promise, Thread, View
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.golden.telling import INDENT, Names, listed, parts


def seats_in_short(state: State, names: Names) -> Iterator[str]:
    for seat in state.seats:
        yield from (f"{INDENT}| {line}" for line in _seat(view(state, seat), seat, names))


def _seat(seen: View, seat: SeatId, names: Names) -> Iterator[str]:
    me = seen.me
    kpi = f", KPI {me.figures[-1].figures.kpi}" if me.figures else ""
    stock = listed((names.units(item.units, item.service) for item in me.stock if item.units), "no stock")
    made_of = listed(
        (f"{name} {value}" for name, value in (("fatigue", me.fatigue), ("lent", me.lent), ("gained", me.gained),
                                               ("pool", me.pool)) if value), "as usual")  # fmt: skip
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
    yield from _talk_and_review(seen, names)


def _talk_and_review(seen: View, names: Names) -> Iterator[str]:
    lacks = listed((f"{names.units(n.units, n.service)} by week {n.due}" for n in needs(seen)), "")
    if seen.table.phase == "negotiate" and lacks:
        yield f"  lacks: {lacks}"
    if seen.me.draft is not None:
        yield "  a draft of a plan is kept"
    if seen.table.phase == "review":
        to_rate = listed((names.seat(who) for who in seen.review.to_rate), "nobody")
        yield f"  may rate {to_rate}, may thank {listed((names.seat(who) for who in seen.review.to_thank), 'nobody')}"
    if seen.table.phase == "over":
        result = seen.table.results[-1]
        marks = {"silo": result.silo, "reference": result.reference, "best": seen.table.best}
        told = listed((f"{name} {mark}" for name, mark in marks.items() if mark is not None), "no benchmarks")
        yield f"  the end: result {result.result}, {told}"


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
    return f"{sheet.sheet} {other}, clarity {sheet.clarity}: {lines}"


def _promise(promise: Promise, seat: SeatId, names: Names) -> str:
    what = f"{promise.delivered} of {names.units(promise.units, promise.service)}"
    other = f"to {names.seat(promise.customer)}" if seat == promise.provider else f"from {names.seat(promise.provider)}"
    overdue = " overdue" if promise.state == "overdue" else ""
    return f"{promise.commitment} {other}: {what}, week {promise.due}{overdue}"
