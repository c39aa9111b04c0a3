"""A case of two departments and two weeks, made in code: each serves the other once."""

from sandgame.frames.cast import Texts
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import (
    BotBook,
    BotTraits,
    Department,
    Incident,
    Input,
    Metric,
    OrderDef,
    OrderOption,
    Scenario,
    ServiceDef,
    Variation,
)
from sandgame.scenario.package import Look, Package


def texts(word: str) -> Texts:
    return Texts(zh=f"{word}，中文", en=word)


METRICS = (Metric("own_work", 50, 0, 20), Metric("commitments_kept", 50, 0, 100))


def service(provider: int, receiver: int, effort: int, inputs: tuple[Input, ...] = ()) -> ServiceDef:
    return ServiceDef(
        provider=SeatId(provider),
        receivers=(SeatId(receiver),),
        effort=effort,
        setup=0,
        fee=0,
        inputs=inputs,
        cost=5,
        standard_price=5,
        lead=0,
        defect=0,
        defect_start=0,
        complexity=20,
        holding=1,
        relation="service",
        customer="process",
        aid=None,
    )


def order(units: int, arrival: int, due: int, price: int) -> OrderDef:
    return OrderDef(
        owner=SeatId(1),
        service=ServiceId(2),
        units=units,
        arrival=arrival,
        options=(OrderOption(due, price), OrderOption(2, price - 4)),
        late=4,
        expiry=2,
        lost=8,
        directive=False,
    )


SCENARIO = Scenario(
    purpose="teaching",
    departments=(Department(8, 2, (), METRICS), Department(12, 2, (), METRICS)),
    services=(service(1, 2, 1), service(2, 1, 3, (Input(ServiceId(1), 1),))),
    orders=(order(2, 1, 1, 40), order(3, 2, 2, 44)),
    incidents=(Incident(2, SeatId(2), -2, None, None),),
    lengths=(2,),
    pool=2,
    overtime_price=6,
    own_work_worth=2,
    company_share=10,
    foreknown=1,
    opens=(),
    variation=Variation((-1, 0, 0, 1), (95, 100, 100, 105), (0,)),
    bots=BotBook(SeatId(2), 2, 15, 10, 4, (BotTraits(3, 0), BotTraits(3, 0))),
)


def packed(scenario: Scenario) -> Package:
    """A case with made-up words."""
    departments = tuple(f"D{n}" for n in range(1, len(scenario.departments) + 1))
    services = tuple(f"S{n}" for n in range(1, len(scenario.services) + 1))
    orders = tuple(f"O{n}" for n in range(1, len(scenario.orders) + 1))
    incidents = tuple(f"I{n}" for n in range(1, len(scenario.incidents) + 1))
    deck = tuple(f"C{n}" for n in range(1, len(scenario.deck) + 1))
    keys = ["title", "teaser", "practises", "company", "story", "money"]
    keys += [f"department.{key}.{part}" for key in departments for part in ("name", "line", "role", "own_work")]
    keys += [f"service.{key}.name" for key in services]
    keys += [f"order.{key}" for key in orders] + [f"incident.{key}" for key in incidents]
    keys += [f"card.{key}.{part}" for key in deck for part in ("title", "purpose", "effect", "question")]
    keys += [f"brief.{week}" for week in range(1, max(scenario.lengths) + 1)]
    return Package(
        id="trial",
        scenario=scenario,
        fingerprint="0" * 64,
        departments=departments,
        services=services,
        orders=orders,
        incidents=incidents,
        deck=deck,
        looks=tuple(Look(n, "box", 100 * n, 500, 1) for n in range(1, len(departments) + 1)),
        minutes=(10,) * len(scenario.lengths),
        texts={key: texts(key) for key in keys},
        yardsticks={},
    )


PACKAGE = packed(SCENARIO)
