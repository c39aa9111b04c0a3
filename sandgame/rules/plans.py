"""Whether a plan may be submitted."""

from __future__ import annotations

from sandgame.rules.intents import Plan
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sections import View


def plan_fault(view: View, plan: Plan) -> Refusal | None:
    """The first rule that a plan breaks, read from its seat's own view; None if it may be submitted."""
    me = view.me
    if plan.overtime > me.overtime_limit:
        return Refusal(Reason.OVERTIME_ABOVE_LIMIT, limit=me.overtime_limit)
    if plan.own_work > me.hours:
        return Refusal(Reason.OWN_WORK_ABOVE_HOURS, limit=me.hours)
    services = {s.service for s in view.board.services if s.provider == me.seat}
    for make in plan.make:
        if make.service not in services:
            return Refusal(Reason.NOT_YOUR_SERVICE, place=make.service)
    promised = {p.commitment for p in view.threads.promises if p.provider == me.seat}
    for ship in plan.ship:
        if ship.commitment not in promised:
            return Refusal(Reason.NO_SUCH_COMMITMENT, place=ship.commitment)
    orders = {o.order for o in view.orders if o.state not in ("coming", "declined")}
    for line in plan.orders:
        if line.order not in orders:
            return Refusal(Reason.NOT_YOUR_ORDER, place=line.order)
    return None
