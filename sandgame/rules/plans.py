"""Whether a plan may be submitted."""

from __future__ import annotations

from typing import NamedTuple

from sandgame.rules.ids import CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import Plan
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sections import View
from sandgame.rules.state import State


class Bounds(NamedTuple):
    """What a seat's plan may hold: hours without overtime, most overtime, and the things that are its own."""

    hours: int
    overtime: int
    services: set[ServiceId]
    commitments: set[CommitmentId]
    orders: set[OrderId]


def bounds_of(state: State, seat: SeatId) -> Bounds:
    """Once hours are fixed. The same as `bounds_seen` of the seat's view, without making one."""
    services = state.boards[seat].services
    return Bounds(
        hours=state.hours[seat].hours,
        overtime=state.scenario.department(seat).overtime if "overtime" in state.rules else 0,
        services={s.service for s in services if s.provider == seat},
        commitments={c.commitment for c in state.commitments.values() if c.provider == seat},
        orders={
            number
            for number, order in state.orders.items()
            if order.terms.owner == seat and order.state not in ("coming", "declined")
        },
    )


def bounds_seen(view: View) -> Bounds:
    """For who sees no more than a view."""
    me = view.me
    return Bounds(
        hours=me.hours,
        overtime=me.overtime_limit,
        services={s.service for s in view.board.services if s.provider == me.seat},
        commitments={p.commitment for p in view.threads.promises if p.provider == me.seat},
        orders={o.order for o in view.orders if o.state not in ("coming", "declined")},
    )


def plan_fault(bounds: Bounds, plan: Plan) -> Refusal | None:
    """The first rule that a plan breaks; None if it may be submitted."""
    if plan.overtime > bounds.overtime:
        return Refusal(Reason.OVERTIME_ABOVE_LIMIT, limit=bounds.overtime)
    if plan.own_work > bounds.hours:
        return Refusal(Reason.OWN_WORK_ABOVE_HOURS, limit=bounds.hours)
    for make in plan.make:
        if make.service not in bounds.services:
            return Refusal(Reason.NOT_YOUR_SERVICE, place=make.service)
    for ship in plan.ship:
        if ship.commitment not in bounds.commitments:
            return Refusal(Reason.NO_SUCH_COMMITMENT, place=ship.commitment)
    for line in plan.orders:
        if line.order not in bounds.orders:
            return Refusal(Reason.NOT_YOUR_ORDER, place=line.order)
    return None
