"""The orders that a seat sees: its own, come or foreknown."""

from __future__ import annotations

from sandgame.rules.ids import OrderId, SeatId
from sandgame.rules.sections import OwnOrder
from sandgame.rules.state import State


def order_section(state: State, seat: SeatId) -> tuple[OwnOrder, ...]:
    """Orders that have arrived, and those foreknown; of the latter none that would never arrive in this length."""
    seen: list[OwnOrder] = []
    horizon = state.round + state.scenario.foreknown
    for number, order in state.orders.items():
        terms = order.terms
        if terms.owner != seat or (order.state == "coming" and not _is_foreknown(state, number, horizon)):
            continue
        seen.append(
            OwnOrder(
                order=number,
                service=terms.service,
                units=terms.units,
                arrival=terms.arrival,
                options=terms.options,
                late=terms.late,
                expiry=terms.expiry,
                lost=terms.lost,
                directive=terms.directive,
                option=order.option,
                shipped=order.shipped,
                state=order.state,
                card=terms.card,
            )
        )
    return tuple(seen)


def _is_foreknown(state: State, number: OrderId, horizon: int) -> bool:
    terms = state.orders[number].terms
    return terms.arrival <= horizon and any(option.due <= state.length for option in terms.options)
