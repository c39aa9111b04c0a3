"""A seat's view in short: a few lines of what the department would find on its screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.need import needs
from sandgame.rules.sections import OwnOrder, Promise, ReviewSection, RoomSection, Thread, View
from sandgame.rules.seen_room import room_section
from sandgame.rules.shapes import tag_of
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.golden.naming import INDENT, Names, listed, parts
from tests.golden.telling import fact


def table_in_short(state: State, names: Names) -> Iterator[str]:
    """What everybody sees beside the rounds, if there is anything."""
    room = room_section(state)
    shown = [f"{name}: {', '.join(items)}" for name, items in _room(room, names).items() if items]
    if room.paused:
        shown.append("paused")
    if shown:
        yield f"{INDENT}| all see {'; '.join(shown)}"


def _room(room: RoomSection, names: Names) -> dict[str, list[str]]:
    held = [x for x in room.measures if x.holds_from is not None]
    return {
        "measures": [f"{x.measure} from week {x.holds_from}" for x in held],
        "may be voted for": [x.measure for x in room.measures if room.votable and x.holds_from is None],
        "votes": [f"{names.seat(x.seat)} {x.measure}" for x in room.votes],
        "signs": [f"{names.seat(x.seat)} {x.sign}" for x in room.signals],
        "played by": [f"{names.seat(x.seat)} {x.by}" for x in room.played_by],
        "before the table": [
            f'{names.service(x.service)} {parts(x.terms)}, {names.seat(x.by)} "{x.reason}", reply "{x.reply or ""}"'
            + ("" if x.decided is None else ", agreed" if x.decided else ", left as it is")
            for x in room.escalations
        ],
        "cards": [f"{names.card(x.card)} in week {x.round}" for x in room.cards],
        "swapped": [f"{names.seat(one)} and {names.seat(other)} from week {week}" for one, other, week in room.swaps],
    }


def seats_in_short(state: State, names: Names, seats: Sequence[SeatId]) -> Iterator[str]:
    for seat in seats:
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
    yield from _beside(seen, names)
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
    return f"I to {names.seat(to) if to != TABLE else 'the table'}"


def _beside(seen: View, names: Names) -> Iterator[str]:
    """What stands beside the rounds, and what measures have opened."""
    beside = seen.beside
    said = [f'{"all" if x.to_all else "me"} "{x.text}"' for x in beside.told if x.round == seen.table.round]
    if said:
        yield f"  the facilitator told {', '.join(said)}"
    if beside.map_task:
        yield "  is to mark the map"
    if beside.question is not None:
        yield f"  is asked about {names.seat(beside.question.about)}" + (
            "" if beside.question.answer is None else ", answered"
        )
    if beside.kept:
        yield f"  keeps {listed(tag_of(entry) for entry in beside.kept)}"
    if seen.board.network:
        yield f"  sees the network of {len(seen.board.network)} services"
    if seen.company is not None:
        company = seen.company
        counts = f"{len(company.orders)} orders, {len(company.lines)} lines, {len(company.warnings)} warnings"
        yield f"  sees in the coordination meeting: {counts}"


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
