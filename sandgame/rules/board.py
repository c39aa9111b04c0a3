"""The chain of services: its order in Deliver, and what each seat knows of it from the start."""

from __future__ import annotations

from msgspec import Struct

from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import Aid, Input, Relation, Scenario


class ServiceSeen(Struct, frozen=True):
    """A service that I provide or may ask for, in the order of Deliver. Effort to defect are the provider's alone."""

    service: ServiceId
    provider: SeatId
    receivers: tuple[SeatId, ...]
    relation: Relation
    lead: int
    complexity: int
    holding: int
    aid: Aid | None
    effort: int | None
    setup: int | None
    fee: int | None
    cost: int | None
    standard_price: int | None
    inputs: tuple[Input, ...] | None


class Link(Struct, frozen=True):
    """A service of the whole network, as the service map shows it: who gives it to whom, and what goes into it."""

    service: ServiceId
    provider: SeatId
    receivers: tuple[SeatId, ...]
    inputs: tuple[ServiceId, ...]


class BoardSection(Struct, frozen=True):
    """My direct partners' services, and the departments of which I know no more than the name.

    `network` is empty until the service map opens it; then it is everybody's whole network.
    """

    services: tuple[ServiceSeen, ...]
    strangers: tuple[SeatId, ...]
    network: tuple[Link, ...] = ()


def network(scenario: Scenario, sweep: tuple[ServiceId, ...]) -> tuple[Link, ...]:
    """Who gives what to whom and of what it is made, in the order of the sweep."""
    services = ((number, scenario.service(number)) for number in sweep)
    return tuple(Link(n, s.provider, s.receivers, tuple(i.service for i in s.inputs)) for n, s in services)


def levels(scenario: Scenario) -> dict[ServiceId, int]:
    """0 for a service without inputs, else one more than its highest input. The case's gate refuses cycles."""
    known: dict[ServiceId, int] = {}

    def level(number: ServiceId) -> int:
        if number not in known:
            inputs = scenario.service(number).inputs
            known[number] = 1 + max(level(i.service) for i in inputs) if inputs else 0
        return known[number]

    for n in range(1, len(scenario.services) + 1):
        level(ServiceId(n))
    return known


def sweep_order(scenario: Scenario) -> tuple[ServiceId, ...]:
    """Aids first, then by level, then by number."""
    level = levels(scenario)
    return tuple(sorted(level, key=lambda n: (scenario.service(n).aid is None, level[n], n)))


def board_of(scenario: Scenario, sweep: tuple[ServiceId, ...], seat: SeatId) -> BoardSection:
    """The services that `seat` provides or may ask for, in the order of the sweep, and who remains unknown."""
    seen: list[ServiceSeen] = []
    known = {seat}
    for number in sweep:
        service = scenario.service(number)
        mine = service.provider == seat
        if not mine and seat not in service.receivers:
            continue
        known.add(service.provider)
        if mine:
            known.update(service.receivers)
        seen.append(
            ServiceSeen(
                service=number,
                provider=service.provider,
                receivers=service.receivers if mine else (seat,),
                relation=service.relation,
                lead=service.lead,
                complexity=service.complexity,
                holding=service.holding,
                aid=service.aid,
                effort=service.effort if mine else None,
                setup=service.setup if mine else None,
                fee=service.fee if mine else None,
                cost=service.cost if mine else None,
                standard_price=service.standard_price if mine else None,
                inputs=service.inputs if mine else None,
            )
        )
    return BoardSection(tuple(seen), tuple(s for s in scenario.seats if s not in known))
