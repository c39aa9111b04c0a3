"""What bots are told about their case beyond their views: the bottleneck, its hours, and each seat's habits."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.rules.board import levels, sweep_order
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import BotTraits, Scenario


@dataclass(frozen=True, slots=True)
class Book:
    """`sweep` are the services in the order of Deliver, `downstream` the seats, nearest to the market first.

    `load` says for each service what a unit costs the bottleneck, its inputs included, in quarters of an hour:
    effort and a quarter of the setup. `bottleneck_hours` are those of round 1.
    """

    bottleneck: SeatId
    bottleneck_hours: int
    help: int
    hour_worth: int
    aid_worth: int
    small_buy: int
    traits: tuple[BotTraits, ...]
    sweep: tuple[ServiceId, ...]
    providers: dict[ServiceId, SeatId]
    receivers: dict[ServiceId, tuple[SeatId, ...]]
    downstream: tuple[SeatId, ...]
    load: dict[ServiceId, int]

    @staticmethod
    def of(scenario: Scenario) -> Book:
        bots = scenario.bots
        numbers = [ServiceId(n) for n in range(1, len(scenario.services) + 1)]
        events = (i.hours for i in scenario.incidents if i.seat == bots.bottleneck and i.round == 1)
        return Book(
            bottleneck=bots.bottleneck,
            bottleneck_hours=scenario.department(bots.bottleneck).hours + sum(events),
            help=bots.help,
            hour_worth=bots.hour_worth,
            aid_worth=bots.aid_worth,
            small_buy=bots.small_buy,
            traits=bots.traits,
            sweep=sweep_order(scenario),
            providers={n: scenario.service(n).provider for n in numbers},
            receivers={n: scenario.service(n).receivers for n in numbers},
            downstream=_downstream(scenario),
            load=_load(scenario),
        )


def _downstream(scenario: Scenario) -> tuple[SeatId, ...]:
    """A seat stands behind the highest service that it asks for, else that it makes; equal ones by number."""
    level = levels(scenario)
    reach = dict.fromkeys(scenario.seats, -1)
    for number, height in level.items():
        service = scenario.service(number)
        reach[service.provider] = max(reach[service.provider], 2 * height)
        for seat in service.receivers:
            reach[seat] = max(reach[seat], 2 * height + 1)
    return tuple(sorted(reach, key=lambda seat: (-reach[seat], seat)))


def _load(scenario: Scenario) -> dict[ServiceId, int]:
    load: dict[ServiceId, int] = {}
    for number in sweep_order(scenario):
        service = scenario.service(number)
        own = 4 * service.effort + service.setup if service.provider == scenario.bots.bottleneck else 0
        load[number] = own + sum(load[i.service] * i.units for i in service.inputs)
    return load
