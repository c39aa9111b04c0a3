"""A package around a case made by hand, every text its own key; and its twin: what a seat may not be told reads
otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from sandgame.frames.cast import Texts
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.rules.intents import GiveUnits
from sandgame.rules.scenario import Incident, Scenario
from sandgame.rules.state import State
from sandgame.scenario.package import Package
from sandgame.scenario.wording import OF_CARD, SIDES
from tests.kit.opened import is_ahead, opened

WEEKS = range(1, 13)


def wrapped(scenario: Scenario) -> Package:
    """`scenario` as written; keys are d1, s1, o1, i1, c1 and so on."""

    def keys(letter: str, things: tuple[object, ...]) -> tuple[str, ...]:
        return tuple(f"{letter}{number}" for number, _ in enumerate(things, start=1))

    package = Package(
        id="workshop",
        scenario=scenario,
        fingerprint="workshop",
        departments=keys("d", scenario.departments),
        services=keys("s", scenario.services),
        orders=keys("o", scenario.orders),
        incidents=keys("i", scenario.incidents),
        deck=keys("c", scenario.deck),
        looks=(),
        minutes=(),
        texts={},
        yardsticks={},
    )
    package.texts.update({key: Texts(f"{key} zh", key) for key in _all_keys(package)})
    return package


def _all_keys(package: Package) -> Iterator[str]:
    yield from (f"order.{key}" for key in package.orders)
    yield from (f"incident.{key}" for key in package.incidents)
    yield from (f"card.{key}.{part}" for key in package.deck for part in OF_CARD)
    yield from (f"service.{key}.{part}" for key in package.services for part in ("name", "unit"))
    yield from (f"brief.{week}{part}" for week in WEEKS for part in ("", ".line"))
    for key in package.departments:
        yield from (f"tradeoff.{key}.{side}" for side in SIDES)
        yield from (f"tradeoff.{key}.{week}.{side}" for week in WEEKS for side in SIDES)


def reworded(package: Package, state: State, seat: SeatId) -> Package:
    """Another department has one more incident, and whatever is not told to `seat` is said otherwise."""
    told = set(_told(package, state, seat))
    other = next(who for who in state.seats if who != seat)
    hidden = Incident(1, other, -1, None, None)
    scenario = replace(package.scenario, incidents=(hidden, *package.scenario.incidents))
    return Package(
        **{
            name: getattr(package, name) for name in Package.__slots__ if name not in ("scenario", "incidents", "texts")
        },
        scenario=scenario,
        incidents=("hidden", *package.incidents),
        texts={
            "incident.hidden": Texts("?", "?"),
            **{key: text if key in told else Texts("?", "?") for key, text in package.texts.items()},
        },
    )


def _told(package: Package, state: State, seat: SeatId) -> Iterator[str]:
    """The author's keys of what a seat may be told."""
    yield from (f"brief.{week}{part}" for week in range(1, state.round + 1) for part in ("", ".line"))
    own = f"tradeoff.{package.departments[seat - 1]}"
    yield from (f"{own}{week}.{side}" for week in ("", f".{state.round}") for side in SIDES)
    for item, key in zip(package.scenario.incidents, package.incidents, strict=True):
        if item.seat == seat:
            yield f"incident.{key}"
    yield from (
        f"service.{package.services[n - 1]}.{part}" for n in _services(state, seat) for part in ("name", "unit")
    )
    yield from _orders_and_cards(package, state, seat)


def _orders_and_cards(package: Package, state: State, seat: SeatId) -> Iterator[str]:
    for number, order in state.orders.items():
        known = opened(state, seat).meets or order.terms.owner == seat
        if known and not is_ahead(state, order):
            card = order.terms.card
            yield f"card.{package.deck[card - 1]}.title" if card else f"order.{package.orders[number - 1]}"
    for dealt in state.dealt:
        key, card_def = package.deck[dealt.card - 1], state.scenario.deck[dealt.card - 1]
        hit = any(i.seat == seat and i.card == dealt.card for i in state.scenario.incidents)
        if card_def.public:
            yield f"card.{key}.title"
        if card_def.public or hit:
            yield f"card.{key}.effect"


def _services(state: State, seat: SeatId) -> Iterator[ServiceId]:
    """What it makes or may ask for, what it was told of, gave or was given, and what has been opened to all."""
    known = opened(state, seat)
    for number, service in enumerate(state.scenario.services, start=1):
        if known.mapped or seat == service.provider or seat in service.receivers:
            yield ServiceId(number)
    for sheet in state.sheets.values():
        yield from (x.wanted.service for at, x in enumerate(sheet.lines) if (sheet.sheet, at) in known.lines)
        if seat in (sheet.customer, sheet.provider) and isinstance(sheet.give, GiveUnits):
            yield sheet.give.service
    yield from (ServiceId(f.fact.service) for f in state.facts if f.fact.service and f.to in (TABLE, seat))
    for c in state.commitments.values():
        if known.meets and c.is_open and c.warned and c.warned >= state.round - 1:
            yield c.service
    yield from (order.terms.service for number, order in state.orders.items() if number in known.orders)
