"""Dealing a card of the case's deck: its effects become incidents and orders with rounds of their own."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.rules import events as e
from sandgame.rules import room_intents as r
from sandgame.rules.ids import OrderId, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import CardDealt
from sandgame.rules.scenario import CostEffect, Effect, HoursEffect, Incident, OrderDef, OrderEffect, OrderOption
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def deal_card(state: State, intent: r.DealCard) -> Outcome:
    """For this round while its hours and orders are still open, later for the next one."""
    deck = state.scenario.deck
    if intent.card > len(deck):
        return Refusal(Reason.NO_SUCH_CARD, place=intent.card)
    if any(dealt.card == intent.card for dealt in state.dealt):
        return Refusal(Reason.CARD_DEALT, place=intent.card)
    card = deck[intent.card - 1]
    round_ = state.round if state.phase in ("brief", "negotiate") else state.round + 1
    if round_ < card.first:
        return Refusal(Reason.CARD_TOO_EARLY, limit=card.first, place=intent.card)
    orders = tuple(_order(effect, round_, intent.card, state.length) for effect in _of_orders(card.effects))
    if round_ > state.length or not all(order.options for order in orders):
        return Refusal(Reason.CARD_TOO_LATE, limit=state.length, place=intent.card)
    incidents = tuple(_incidents(state, card.effects, round_, intent.card))
    dealt = CardDealt(intent.card, round_, incidents, orders, OrderId(len(state.orders) + 1))
    return (dealt, *_called_back(state, dealt))


def _of_orders(effects: Iterable[Effect]) -> Iterable[OrderEffect]:
    return (effect for effect in effects if isinstance(effect, OrderEffect))


def _order(effect: OrderEffect, round_: int, card: int, last: int) -> OrderDef:
    """Rounds count from the arrival; options that are due only after the last round are not offered."""
    options = (OrderOption(round_ + option.due, option.price) for option in effect.options)
    return OrderDef(
        owner=effect.owner,
        service=effect.service,
        units=effect.units,
        arrival=round_,
        options=tuple(option for option in options if option.due <= last),
        late=effect.late,
        expiry=min(round_ + effect.expiry, last),
        lost=effect.lost,
        directive=effect.directive,
        card=card,
    )


def _incidents(state: State, effects: Iterable[Effect], round_: int, card: int) -> Iterable[Incident]:
    """A cost is known to who provides the service, like the case's own."""
    for effect in effects:
        if isinstance(effect, HoursEffect):
            yield Incident(round_, effect.seat, effect.hours, None, None, card)
        elif isinstance(effect, CostEffect):
            provider = state.scenario.service(effect.service).provider
            yield Incident(round_, provider, 0, effect.service, effect.cost, card)


def _called_back(state: State, dealt: CardDealt) -> Iterable[e.SeatResumed]:
    """Who had finished Negotiate and is hit has something new to settle."""
    if state.phase != "negotiate":
        return ()
    hit: set[SeatId] = {order.owner for order in dealt.orders} | {incident.seat for incident in dealt.incidents}
    return tuple(e.SeatResumed(seat) for seat in sorted(hit & state.finished))
