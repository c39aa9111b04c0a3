"""How a seed turns the orders as written into the orders of a game."""

from __future__ import annotations

from msgspec.structs import replace

from sandgame.rules.draw import draw
from sandgame.rules.scenario import OrderDef, OrderOption, Scenario, Variation


def vary(scenario: Scenario, seed: int) -> Scenario:
    """Seed 0 is the case as written; from 1 on every order draws its units, its prices and a shift in time."""
    if seed == 0 or scenario.variation is None:
        return scenario
    last = max(scenario.lengths)
    orders = tuple(
        _varied(order, scenario.variation, f"{seed}:{number}", last)
        for number, order in enumerate(scenario.orders, start=1)
    )
    return replace(scenario, orders=orders)


def _varied(order: OrderDef, variation: Variation, key: str, last: int) -> OrderDef:
    if variation.units:
        change = variation.units[draw(f"{key}:units") % len(variation.units)]
        order = replace(order, units=max(1, order.units + change))
    if variation.prices:
        percent = variation.prices[draw(f"{key}:price") % len(variation.prices)]
        options = tuple(OrderOption(o.due, o.price * percent // 100) for o in order.options)
        order = replace(order, options=options)
    if variation.shifts:
        order = _shifted(order, variation.shifts[draw(f"{key}:shift") % len(variation.shifts)], last)
    return order


def _shifted(order: OrderDef, by: int, last: int) -> OrderDef:
    """Moved as a whole, or not at all: it has to arrive before the last round and be due within the game."""
    arrival = order.arrival + by
    dues = [option.due + by for option in order.options]
    if not 1 <= arrival <= last - 1 or min(dues) < 1 or max(dues) > last:
        return order
    options = tuple(OrderOption(option.due + by, option.price) for option in order.options)
    return replace(order, arrival=arrival, options=options, expiry=min(order.expiry + by, last))
