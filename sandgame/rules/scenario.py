"""A case as the game knows it: numbers and ids only, frozen. Names live in the case's words, never here."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from sandgame.rules.ids import (
    Count,
    Hours,
    HoursChange,
    Money,
    Percent,
    Price,
    Round,
    Seat,
    SeatId,
    Service,
    ServiceId,
    Units,
)

MetricKind = Literal[
    "booked_revenue",
    "delivered_revenue",
    "own_work",
    "overtime",
    "setups",
    "utilisation",
    "purchase_price",
    "stock_value",
    "commitments_kept",
    "bad_units",
    "spending",
    "directives",
    "satisfaction",
]
METRIC_KINDS: tuple[MetricKind, ...] = get_args(MetricKind)
Relation = Literal["service", "control", "guidance", "emotional"]
CustomerType = Literal["process", "functional", "hierarchical"]
Purpose = Literal["class", "starter", "teaching"]
Talk = Literal["desk", "open"]
RuleName = Literal[
    "restate",
    "counter",
    "give",
    "lend",
    "pool",
    "meeting",
    "escalate",
    "overtime",
    "why_failed",
    "vote",
]
RULE_NAMES: tuple[RuleName, ...] = (
    "restate",
    "counter",
    "give",
    "lend",
    "pool",
    "meeting",
    "escalate",
    "overtime",
    "why_failed",
    "vote",
)

MeasureName = Literal[
    "service_map",
    "coordination",
    "service_standard",
    "cross_training",
    "satisfaction",
    "open_allocation",
    "shared_goal",
    "platform",
]
MEASURE_NAMES: tuple[MeasureName, ...] = (
    "service_map",
    "coordination",
    "service_standard",
    "cross_training",
    "satisfaction",
    "open_allocation",
    "shared_goal",
    "platform",
)
ExtraName = Literal["map_task", "role_questions"]
SHORTEST = 2
"""The weeks of the shortest session: no case offers less, and none is cut below that."""


_SEATS = tuple(SeatId(n) for n in range(1, 9))


class Metric(Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a KPI: from `floor` (0 points) to `target` (100 points); floor may lie above target."""

    kind: MetricKind
    weight: Percent
    floor: Money
    target: Money


class StockAtStart(Struct, frozen=True, forbid_unknown_fields=True):
    service: Service
    units: Units


class Department(Struct, frozen=True, forbid_unknown_fields=True):
    """Hours a round, the most overtime a round, what lies in stock at the start, and what it is measured by."""

    hours: Hours
    overtime: Hours
    stock: tuple[StockAtStart, ...]
    metrics: tuple[Metric, ...]


class Input(Struct, frozen=True, forbid_unknown_fields=True):
    service: Service
    units: Units


class Aid(Struct, frozen=True, forbid_unknown_fields=True):
    """An aid gives its receiver `hours` for each good unit, for at most `limit` units a round."""

    hours: Hours
    limit: Units


class ServiceDef(Struct, frozen=True, forbid_unknown_fields=True):
    """A work product: effort hours a unit, setup hours and fee once a round, cost a unit, lead in rounds."""

    provider: Seat
    receivers: tuple[Seat, ...]
    effort: Annotated[int, Meta(ge=1, le=99)]
    setup: Hours
    fee: Price
    inputs: tuple[Input, ...]
    cost: Price
    standard_price: Price
    lead: Round
    defect: Percent
    defect_start: Percent
    complexity: Percent
    holding: Price
    relation: Relation
    customer: CustomerType
    aid: Aid | None


class OrderOption(Struct, frozen=True, forbid_unknown_fields=True):
    due: Round
    price: Price


class OrderDef(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A demand from outside, seen by its owner alone; `late` a unit and round, `lost` a unit at expiry."""

    owner: Seat
    service: Service
    units: Units
    arrival: Round
    options: tuple[OrderOption, ...]
    late: Price
    expiry: Round
    lost: Price
    directive: bool
    card: Count = 0
    """The number of the card that brought it; 0 for the case's own."""


class Incident(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something that changes hours of a department or the unit cost of one of its services in one round.

    Known from round 1 to the department it hits and to nobody else.
    """

    round: Round
    seat: Seat
    hours: HoursChange
    service: Service | None
    cost: Price | None
    card: Count = 0
    """The number of the card that brought it; 0 for the case's own."""


class Opens(Struct, frozen=True, forbid_unknown_fields=True):
    """From which round a rule exists; 13 means that the case never opens it."""

    rule: RuleName
    round: Annotated[int, Meta(ge=1, le=13)]


class MeasureOffer(Struct, frozen=True, forbid_unknown_fields=True):
    """A measure that can be had: its price, and from which round it may be adopted, or held from the start."""

    measure: MeasureName
    price: Price
    round: Annotated[int, Meta(ge=1, le=12)]
    held: bool


class HoursEffect(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="hours"):
    """Hours that a department gains or loses in the round."""

    seat: Seat
    hours: HoursChange


class CostEffect(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="cost"):
    """What a unit of a service costs in the round."""

    service: Service
    cost: Price


class OrderEffect(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="order"):
    """A new order. Its dues and expiry count from the round of its arrival, which is 0."""

    owner: Seat
    service: Service
    units: Annotated[int, Meta(ge=1, le=9_999)]
    options: Annotated[tuple[OrderOption, ...], Meta(min_length=1)]
    late: Price
    expiry: Round
    lost: Price
    directive: bool


Effect = HoursEffect | CostEffect | OrderEffect


class Card(Struct, frozen=True, forbid_unknown_fields=True):
    """An event that the facilitator may inject from round `first` on; `public` if the whole table is told of it."""

    effects: Annotated[tuple[Effect, ...], Meta(min_length=1)]
    first: Annotated[int, Meta(ge=1, le=12)]
    public: bool


class Variation(Struct, frozen=True, forbid_unknown_fields=True):
    """How a seed from 1 on changes the orders: element n of each tuple is drawn by a keyed hash (docs/rules)."""

    units: tuple[HoursChange, ...]
    prices: tuple[Count, ...]
    shifts: tuple[HoursChange, ...]


class BotTraits(Struct, frozen=True, forbid_unknown_fields=True):
    """What bots know of their seat beyond the rules: weekly share of own work, hours kept back when lending."""

    own_work: Hours
    keeps: Hours


class BotBook(Struct, frozen=True, forbid_unknown_fields=True):
    """The case's numbers for bots: the bottleneck seat, the help it may hope for, the worth of an hour of it."""

    bottleneck: Seat
    help: Hours
    hour_worth: Price
    aid_worth: Price
    small_buy: Units
    traits: tuple[BotTraits, ...]


class Scenario(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A checked case. Departments, services and orders are numbered from 1 in the order of their tuples."""

    purpose: Purpose
    departments: tuple[Department, ...]
    services: tuple[ServiceDef, ...]
    orders: tuple[OrderDef, ...]
    incidents: tuple[Incident, ...]
    lengths: tuple[Round, ...]
    pool: Hours
    overtime_price: Price
    own_work_worth: Price
    company_share: Percent
    foreknown: Round
    opens: tuple[Opens, ...]
    variation: Variation | None
    bots: BotBook
    measures: tuple[MeasureOffer, ...] = ()
    deck: tuple[Card, ...] = ()
    """Cards are numbered from 1."""
    target_weeks: Round = 0
    """The weeks that floors and targets of what adds up are made for; 0 stands for the session's own, as old logs have
    it."""

    def service(self, number: ServiceId) -> ServiceDef:
        return self.services[number - 1]

    def department(self, seat: SeatId) -> Department:
        return self.departments[seat - 1]

    def open_rules(self, round_: int) -> tuple[RuleName, ...]:
        """The rules that exist in a round, in their fixed order."""
        opens = {item.rule: item.round for item in self.opens}
        return tuple(rule for rule in RULE_NAMES if opens.get(rule, 1) <= round_)

    def new_rules(self, round_: int) -> tuple[RuleName, ...]:
        """Of those that exist in a round the ones that did not in the round before; none in the first."""
        opened = {item.rule for item in self.opens if item.round == round_ > 1}
        return tuple(rule for rule in RULE_NAMES if rule in opened) if opened else ()

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return _SEATS[: len(self.departments)]


class Benchmarks(Struct, frozen=True, forbid_unknown_fields=True):
    """Constants of one variant and length: best joint and silo result in money; paths in thousandths of best.

    `silo_path[t-1]` and `reference_path[t-1]` are medians after round t (docs/rules, Index).
    """

    best: Money
    silo: Money
    silo_path: tuple[Money, ...]
    reference_path: tuple[Money, ...]


class LengthBenchmarks(Struct, frozen=True, forbid_unknown_fields=True):
    """The constants of the same variant at another length, for a session that is shortened."""

    length: Round
    benchmarks: Benchmarks
