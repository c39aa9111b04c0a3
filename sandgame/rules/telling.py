"""Telling others: facts, which are true by construction, and messages, which may be false."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.ids import TABLE, OrderId, SeatId, ServiceId
from sandgame.rules.need import order_due, order_price
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sections import View
from sandgame.rules.sheets import free_hours
from sandgame.rules.state import State
from sandgame.rules.view import view

Outcome = tuple[e.Event, ...] | Refusal


def share(state: State, seat: SeatId, intent: i.ShareFact) -> Outcome:
    """The figures are read off the sharer's own view, so that nobody can share what is not so."""
    if intent.to not in (TABLE, *state.seats):
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.to)
    if intent.to == seat:
        return Refusal(Reason.SAME_SEAT)
    fact = _fact(view(state, seat), intent.fact)
    return (
        Refusal(Reason.NO_SUCH_FACT, place=intent.fact.number)
        if fact is None
        else (e.FactShared(seat, intent.to, fact),)
    )


def _fact(seen: View, ref: i.FactRef) -> e.Fact | None:
    now = seen.table.round
    if ref.about == "free_hours":
        return e.Fact("free_hours", now, units=free_hours(seen))
    if ref.about == "stock":
        known = {s.service for s in seen.board.services}
        if ref.number not in known:
            return None
        service = ServiceId(ref.number)
        return e.Fact("stock", now, service=service, units=sum(s.units for s in seen.me.stock if s.service == service))
    for order in seen.orders:
        if order.order == OrderId(ref.number) and order.state in ("coming", "open"):
            due, price = order_due(order), order_price(order)
            return e.Fact("order", now, order.order, order.service, order.rest, due, price)
    return None


def send_message(state: State, seat: SeatId, intent: i.SendMessage) -> Outcome:
    if intent.to not in (TABLE, *state.seats):
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.to)
    if intent.to == seat:
        return Refusal(Reason.SAME_SEAT)
    return (e.MessageSent(seat, intent.to, intent.text),)
