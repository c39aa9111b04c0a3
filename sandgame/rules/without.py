"""A state as it would be without something of it, or of another length: for whoever asks what that was worth."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.scenario import Incident
from sandgame.rules.state import State, Stock


def without_order(state: State, number: OrderId) -> State:
    return replace(state, orders={**state.orders, number: replace(state.orders[number], state="declined")})


def without_hours(state: State, seat: SeatId, hours: int) -> State:
    """In this round."""
    gone = Incident(state.round, seat, -hours, None, None)
    return replace(state, scenario=replace(state.scenario, incidents=(*state.scenario.incidents, gone)))


def without_stock(state: State, seat: SeatId, service: ServiceId, units: int) -> State:
    """Without so many good ones."""
    stock = state.stock[seat, service]
    return replace(state, stock={**state.stock, (seat, service): Stock(stock.good - units, stock.bad)})


def ending(state: State, length: int) -> State:
    """As if it had been known from the start that the session ends with this round."""
    return state if state.length == length else replace(state, length=length)
