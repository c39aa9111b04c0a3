"""What measures and this week's escalations tell a seat of others: read off the state, apart from how views do it."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.rules.ids import TABLE, OrderId, SeatId, ServiceId, SheetId
from sandgame.rules.neighbours import asked_about
from sandgame.rules.state import Order, State


@dataclass(frozen=True)
class Opened:
    """`meets`: the coordination meeting is held. `lines`: request lines of which service and terms are open.

    `orders`, `stock`: told, and kept up to date by the platform. `hours`: departments of which own hours and work due
    are told, that way or by an answered role question, which also tells of the inputs of `limits`. `asked` is the
    neighbour that the question is about: it gives away what this one is measured by most.
    """

    meets: bool
    mapped: bool
    lines: frozenset[tuple[SheetId, int]]
    orders: frozenset[OrderId]
    stock: frozenset[tuple[SeatId, ServiceId]]
    hours: frozenset[SeatId]
    limits: frozenset[SeatId]
    asked: SeatId | None


def is_held(state: State, measure: str) -> bool:
    return any(name == measure and since <= state.round for name, since in state.measures.items())


def opened(state: State, seat: SeatId) -> Opened:
    since = state.measures.get("coordination")
    meets = since is not None and since <= state.round and (state.round - since) % 2 == 0
    lines = {(x.sheet, x.line) for x in state.escalations if x.round == state.round}
    orders: set[OrderId] = set()
    if meets:
        lines |= {
            (sheet.sheet, at)
            for sheet in state.sheets.values()
            for at, line in enumerate(sheet.lines)
            if sheet.round == state.round or line.state == "open"
        }
        orders |= {number for number, order in state.orders.items() if not is_ahead(state, order)}
    told = [f for f in state.facts if is_held(state, "platform") and (f.to in (TABLE, seat))]
    orders |= {OrderId(f.fact.order) for f in told if f.fact.order is not None}
    asked = asked_about(state, seat)
    limits = {asked} if asked is not None and seat in state.roles and state.phase == "brief" else set()
    return Opened(
        meets=meets,
        mapped=is_held(state, "service_map"),
        lines=frozenset(lines),
        orders=frozenset(orders),
        stock=frozenset((f.seat, ServiceId(f.fact.service or 0)) for f in told if f.fact.about == "stock"),
        hours=frozenset({f.seat for f in told if f.fact.about == "free_hours"} | limits),
        limits=frozenset(limits),
        asked=asked,
    )


def is_ahead(state: State, order: Order) -> bool:
    """Not even its owner knows of it: it comes later than is foreknown, or never in this length."""
    too_far = order.terms.arrival > state.round + state.scenario.foreknown
    return order.state == "coming" and (too_far or all(o.due > state.length for o in order.terms.options))
