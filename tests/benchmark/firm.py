"""A company small enough to reckon by hand: a maker, an idle neighbour who sells what is made, and one order."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from sandgame.rules.apply import fold
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import (
    BotBook,
    BotTraits,
    Department,
    Metric,
    Opens,
    OrderDef,
    OrderOption,
    RuleName,
    Scenario,
    ServiceDef,
)
from sandgame.rules.start import start
from sandgame.rules.state import State

MAKER, SELLER = SeatId(1), SeatId(2)
GOODS = ServiceId(1)


def service(provider: int = 1, receivers: tuple[int, ...] = (2,), **more: Any) -> ServiceDef:
    plain = ServiceDef(
        provider=SeatId(provider),
        receivers=tuple(SeatId(seat) for seat in receivers),
        effort=1,
        setup=0,
        fee=0,
        inputs=(),
        cost=0,
        standard_price=0,
        lead=0,
        defect=0,
        defect_start=0,
        complexity=0,
        holding=0,
        relation="service",
        customer="process",
        aid=None,
    )
    return replace(plain, **more)


def order(units: int, *options: tuple[int, int], **more: Any) -> OrderDef:
    """Options are (due, price); without penalties and open to the last week unless told otherwise."""
    plain = OrderDef(
        owner=SELLER,
        service=GOODS,
        units=units,
        arrival=1,
        options=tuple(OrderOption(due, price) for due, price in options),
        late=0,
        expiry=4,
        lost=0,
        directive=False,
    )
    return replace(plain, **more)


def department(hours: int, overtime: int = 0) -> Department:
    return Department(hours, overtime, (), (Metric("own_work", 100, 0, 10),))


def firm(
    *orders: OrderDef,
    departments: tuple[Department, ...] = (department(10), department(0)),
    services: tuple[ServiceDef, ...] = (),
    pool: int = 0,
    never: tuple[RuleName, ...] = (),
) -> Scenario:
    return Scenario(
        purpose="teaching",
        departments=departments,
        services=services or (service(),),
        orders=orders,
        incidents=(),
        lengths=(1, 2, 3, 4),
        pool=pool,
        overtime_price=6,
        own_work_worth=2,
        company_share=10,
        foreknown=0,
        opens=tuple(Opens(rule, 13) for rule in never),
        variation=None,
        bots=BotBook(MAKER, 0, 0, 0, 0, (BotTraits(0, 0),) * len(departments)),
    )


def opened(scenario: Scenario, length: int) -> State:
    return fold(start(scenario, "", 0, length, "desk", None))
