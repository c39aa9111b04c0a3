"""The case as its author writes it: the fields of scenario.yaml and benchmarks.json, their ranges and defaults.

Heavy (pydantic): imported by the gate when a case is read. The descriptions are the hover texts of editors.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo

from sandgame.frames.marks import Indicator
from sandgame.rules.scenario import CustomerType, MetricKind, Purpose, Relation

KEY_PATTERN = "^[A-Za-z][A-Za-z0-9_-]{0,15}$"
SEED_PATTERN = "^(0|[1-9][0-9]{0,5})$"
NEVER = 13
"""The week in which a rule opens that never opens: games end with week 12 at the latest."""

Key = Annotated[str, StringConstraints(pattern=KEY_PATTERN)]
Week = Annotated[int, Field(ge=1, le=12)]
Hours = Annotated[int, Field(ge=0, le=99)]
Units = Annotated[int, Field(ge=1, le=999)]
Price = Annotated[int, Field(ge=0, le=100_000)]
Percent = Annotated[int, Field(ge=0, le=100)]
Place = Annotated[int, Field(ge=0, le=1000)]
Amount = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    @classmethod
    def written(cls) -> dict[str, FieldInfo]:
        """The fields by the names that authors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}


class MetricForm(Form):
    """One line of a department's KPI."""

    metric: MetricKind = Field(description="What is measured, over the game so far.")
    weight: Annotated[int, Field(ge=1, le=100)] = Field(
        description="Percent of the KPI; all weights of a department add up to 100."
    )
    zero_at: Amount = Field(description="The value that earns no points; may lie above full_at.")
    full_at: Amount = Field(description="The value that earns full points; of what adds up, after the longest session.")


class DepartmentBotsForm(Form):
    """What a bot in this seat knows beyond the rules."""

    own_work: Hours = Field(default=0, description="Hours of own work a week that count as its fair share.")
    keeps: Hours = Field(default=0, description="Hours it keeps back when it lends to others.")


class DepartmentForm(Form):
    """A department: one seat at the table."""

    icon: str = Field(description="Name of a bundled icon (assets/icons, without .svg).")
    colour: Annotated[int, Field(ge=1, le=8)] = Field(
        description="Colour and outline: 1 sales, 2 engineering, 3 procurement, 4 production, 5 quality, 6 logistics, "
        "7 people, 8 finance. Each number once."
    )
    place: Annotated[list[Place], Field(min_length=2, max_length=2)] = Field(
        description="Place on the table: [across, down], each 0 to 1000."
    )
    workload: Annotated[int, Field(ge=1, le=3)] = Field(
        default=2, description="How much there is to decide a week: 1 little, 2 some, 3 much."
    )
    hours: Annotated[int, Field(ge=1, le=99)] = Field(description="Working hours a week.")
    overtime: Hours = Field(default=0, description="Most hours of overtime a week.")
    stock: dict[Key, Units] = Field(default={}, description="Units in stock at the start: service: units.")
    kpi: Annotated[list[MetricForm], Field(min_length=1, max_length=6)] = Field(
        description="What the department is measured by; should hold own_work, and commitments_kept with 15 or more."
    )
    bots: DepartmentBotsForm = Field(default=DepartmentBotsForm(), description="What a bot in this seat knows.")


class AidForm(Form):
    """Makes the service an aid: each good unit gives its receiver hours at once."""

    hours: Annotated[int, Field(ge=1, le=99)] = Field(description="Hours that a unit gives.")
    limit: Annotated[int, Field(ge=1, le=99)] = Field(description="Most units a week that give hours.")


class ServiceForm(Form):
    """A work product that one department makes for others."""

    provider: str = Field(description="Key of the department that makes it.")
    receivers: Annotated[list[str], Field(min_length=1, max_length=8)] = Field(
        description="Keys of the departments that may ask for it."
    )
    effort: Annotated[int, Field(ge=1, le=99)] = Field(description="Hours a unit.")
    setup: Hours = Field(default=0, description="Hours once a week if any is made.")
    fee: Price = Field(default=0, description="Money once a week if any is made.")
    inputs: dict[Key, Annotated[int, Field(ge=1, le=99)]] = Field(
        default={}, description="What a unit is made of: service: units. The provider must receive these services."
    )
    cost: Price = Field(default=0, description="Money a unit made.")
    standard_price: Price | None = Field(
        default=None, description="Money a unit should cost, for the metric purchase_price; left out: the cost."
    )
    lead: Annotated[int, Field(ge=0, le=11)] = Field(
        default=0, description="Weeks until a unit made is there; 0 is the same week."
    )
    defect: Percent = Field(default=0, description="Percent of units made that are bad.")
    defect_start: Annotated[int, Field(ge=0, le=99)] = Field(
        default=0, description="Hundredths of a bad unit that are there from the start."
    )
    complexity: Percent = Field(default=0, description="Percent of units lost if nothing were made clear.")
    holding: Price = Field(default=0, description="Money a unit and week in stock.")
    relation: Relation | None = Field(
        default=None, description="Kind of relation; left out: service, for an aid guidance."
    )
    customer: CustomerType = Field(default="process", description="Kind of internal customer.")
    aid: AidForm | None = Field(default=None, description="Only for an aid: one receiver, no inputs, no lead.")


class OptionForm(Form):
    """A due week and the price that goes with it."""

    due: Week = Field(description="Week in which it is due.")
    price: Price = Field(description="Money a unit.")


class OrderForm(Form):
    """What a customer outside wants; only its owner sees it."""

    owner: str = Field(description="Key of the department that gets the order.")
    service: str = Field(description="Key of the service that is wanted; the owner must receive it.")
    units: Units = Field(description="Units wanted.")
    arrives: Week = Field(description="Week in which it arrives.")
    options: Annotated[list[OptionForm], Field(min_length=1, max_length=4)] = Field(
        description="What the owner can choose from: later weeks at the same or a lower price."
    )
    late: Price = Field(default=0, description="Penalty a unit and week, from the due week on.")
    expires: Week = Field(description="Last week; what is not shipped by then is lost.")
    lost: Price = Field(default=0, description="Penalty a unit that is lost.")
    directive: bool = Field(default=False, description="True if it comes from the boss and not from a customer.")


class IncidentForm(Form):
    """Changes the hours of a department, or the cost of a service of its own, in one week."""

    week: Week = Field(description="Week in which it happens.")
    department: str = Field(description="Key of the department it hits; known to this one alone, from week 1.")
    hours: Annotated[int, Field(ge=-99, le=99)] = Field(default=0, description="Change of its hours in that week.")
    service: str | None = Field(default=None, description="Key of a service it makes, if a cost changes.")
    cost: Price | None = Field(default=None, description="Money a unit of that service in that week.")


Opening = Week | Literal["never"]


class OpensForm(Form):
    """From which week each rule exists; left out: from week 1."""

    restate: Opening = Field(default=1, description="The provider may say the need in its own words.")
    counter: Opening = Field(default=1, description="A request may be answered with other terms.")
    give: Opening = Field(default=1, description="A request may offer something in return.")
    lend: Opening = Field(default=1, description="Departments may lend hours.")
    pool: Opening = Field(default=1, description="The company's extra hours are divided.")
    meeting: Opening = Field(default=1, description="Two departments may meet about their requests.")
    escalate: Opening = Field(default=1, description="A line may be put before the general manager.")
    overtime: Opening = Field(default=1, description="Plans may hold overtime.")
    why_failed: Opening = Field(default=1, description="Both sides say why a promise failed.")
    vote: Opening = Field(default=1, description="The table votes on measures.")


class MeasureForm(Form):
    """A measure that can be had: at a price, from a week on; or one that holds from the start."""

    price: Price | None = Field(default=None, description="Money, once, when it is adopted; needed unless it is held.")
    from_: Week | None = Field(
        default=None, alias="from", description="Week from whose Review on it may be adopted; left out: week 1."
    )
    held: bool = Field(default=False, description="True if it holds from the start; then it has no price and no week.")


class MeasuresForm(Form):
    """The measures that this case knows; those left out cannot be had."""

    service_map: MeasureForm | None = Field(default=None, description="Everybody sees who depends on whom.")
    coordination: MeasureForm | None = Field(
        default=None, description="Every second week a meeting of all, at 1 hour each, shows what all have to do."
    )
    service_standard: MeasureForm | None = Field(
        default=None, description="What is not answered counts as agreed at half; half as much is misunderstood."
    )
    cross_training: MeasureForm | None = Field(default=None, description="Lent hours count in full.")
    satisfaction: MeasureForm | None = Field(
        default=None, description="30 percent of every KPI is the satisfaction of internal customers."
    )
    open_allocation: MeasureForm | None = Field(
        default=None,
        description="Without agreement the extra hours go to the largest shortage first, and none is lost.",
    )
    shared_goal: MeasureForm | None = Field(default=None, description="Half of the bonus follows the company.")
    platform: MeasureForm | None = Field(
        default=None, description="Written requests are understood better; shared facts stay up to date."
    )


class HoursEffectForm(Form):
    """A card's effect on hours."""

    department: str = Field(description="Key of the department it hits.")
    change: Annotated[int, Field(ge=-99, le=99)] = Field(
        description="Hours more or less in that week, not 0; nobody falls below 0 hours."
    )


class CostEffectForm(Form):
    """A card's effect on a cost."""

    service: str = Field(description="Key of the service; its department is the one that is hit.")
    cost: Price = Field(description="Money a unit made in that week.")


class CardOptionForm(Form):
    """A due week and the price that goes with it, in the order of a card."""

    due: Annotated[int, Field(ge=0, le=11)] = Field(
        description="Week in which it is due, counted from its arrival; 0 is the same week."
    )
    price: Price = Field(description="Money a unit.")


class OrderEffectForm(Form):
    """A new order that a card brings; its weeks are counted from its arrival."""

    owner: str = Field(description="Key of the department that gets the order.")
    service: str = Field(description="Key of the service that is wanted; the owner must receive it.")
    units: Units = Field(description="Units wanted.")
    options: Annotated[list[CardOptionForm], Field(min_length=1, max_length=4)] = Field(
        description="What the owner can choose from: later weeks at the same or a lower price."
    )
    late: Price = Field(default=0, description="Penalty a unit and week, from the due week on.")
    expiry: Annotated[int, Field(ge=0, le=11)] = Field(
        description="Last week, counted from its arrival; what is not shipped by then is lost."
    )
    lost: Price = Field(default=0, description="Penalty a unit that is lost.")
    directive: bool = Field(default=False, description="True if it comes from the boss and not from a customer.")


class EffectForm(Form):
    """One thing that a card does: one of hours, cost and order."""

    hours: HoursEffectForm | None = Field(default=None, description="A department gains or loses hours.")
    cost: CostEffectForm | None = Field(default=None, description="A service costs something else.")
    order: OrderEffectForm | None = Field(default=None, description="A department gets a new order.")


class CardForm(Form):
    """An event card: the facilitator may deal it to a table, once."""

    from_: Week = Field(default=1, alias="from", description="Earliest week in which it can be dealt.")
    public: bool = Field(
        default=False, description="True if the whole table is told of it; otherwise only whom it hits."
    )
    effects: Annotated[list[EffectForm], Field(min_length=1, max_length=6)] = Field(
        description="What it does; each entry is one of hours, cost and order."
    )


class VariantsForm(Form):
    """How other variants of the same case change its orders; each order draws one element of each list."""

    units: Annotated[list[Annotated[int, Field(ge=-99, le=99)]], Field(min_length=1, max_length=20)] = Field(
        default=[0], description="Units more or less; at least 1 unit stays."
    )
    prices: Annotated[list[Annotated[int, Field(ge=1, le=1000)]], Field(min_length=1, max_length=20)] = Field(
        default=[100], description="Percent of all prices of the order."
    )
    shifts: Annotated[list[Annotated[int, Field(ge=-11, le=11)]], Field(min_length=1, max_length=20)] = Field(
        default=[0], description="Weeks by which the order moves, where it fits."
    )


class BotsForm(Form):
    """The case's numbers for the bots."""

    bottleneck: str = Field(description="Key of the department whose hours are shortest.")
    help: Hours = Field(default=0, description="Hours a week that others may be hoped to give the bottleneck.")
    hour_worth: Price = Field(default=0, description="Money that an hour of the bottleneck must at least earn.")
    aid_worth: Price = Field(default=0, description="Money that a unit of an aid counts as.")
    small_buy: Annotated[int, Field(ge=0, le=999)] = Field(
        default=0, description="Units below which a service with a fee is not worth starting."
    )


class ScenarioForm(Form):
    """A case of One Table. The numbers stand here, the words in words.zh.txt and words.en.txt beside it."""

    schema_version: Literal[1] = Field(description="Version of this format: 1.")
    purpose: Purpose = Field(
        description="class for lessons, starter for a small first case, teaching to learn the game."
    )
    lengths: Annotated[list[Annotated[int, Field(ge=2, le=12)]], Field(min_length=1, max_length=5)] = Field(
        description="Weeks that a session may last, shortest first."
    )
    minutes: Annotated[list[Annotated[int, Field(ge=1, le=480)]], Field(min_length=1, max_length=5)] | None = Field(
        default=None, description="Minutes that playing alone takes, one number for each length."
    )
    pool: Hours = Field(default=0, description="Extra hours a week that the company shares out.")
    overtime_price: Price = Field(default=6, description="Money an hour of overtime.")
    own_work_worth: Price = Field(default=2, description="Money that an hour of own work is worth to the company.")
    company_share: Percent = Field(default=10, description="Percent of the bonus that follows the company.")
    known_ahead: Annotated[int, Field(ge=0, le=11)] = Field(
        default=0, description="Weeks by which owners know their orders before they arrive."
    )
    departments: Annotated[dict[Key, DepartmentForm], Field(min_length=2, max_length=8)] = Field(
        description="The departments by key; their order in the file numbers the seats."
    )
    services: Annotated[dict[Key, ServiceForm], Field(min_length=1, max_length=60)] = Field(
        description="The services by key."
    )
    orders: Annotated[dict[Key, OrderForm], Field(min_length=1, max_length=120)] = Field(
        description="The orders by key; their customers' names stand in the words."
    )
    incidents: Annotated[dict[Key, IncidentForm], Field(max_length=60)] = Field(
        default={}, description="What happens to departments, by key."
    )
    opens: OpensForm = Field(default=OpensForm(), description="From which week each rule exists: a week, or never.")
    measures: MeasuresForm = Field(
        default=MeasuresForm(), description="The measures that can be had, and at what price."
    )
    deck: Annotated[dict[Key, CardForm], Field(max_length=60)] = Field(
        default={}, description="The event cards by key, for the facilitator to deal."
    )
    variants: VariantsForm | None = Field(default=None, description="Left out: there is one variant, as written.")
    bots: BotsForm = Field(description="The case's numbers for the bots.")


Money = Annotated[int, Field(ge=-1_000_000_000, le=1_000_000_000)]
Path = Annotated[list[Annotated[int, Field(ge=-10_000, le=10_000)]], Field(min_length=1, max_length=12)]
Seed = Annotated[str, StringConstraints(pattern=SEED_PATTERN)]


class LengthForm(Form):
    """The yardsticks of one length. The last number of silo_path gives the silo result of each variant."""

    length: Annotated[int, Field(ge=2, le=12)] = Field(description="Weeks.")
    silo_path: Path = Field(description="Competing bots after each week, thousandths of the best, median.")
    reference_path: Path = Field(description="Collaborating bots after each week, thousandths of the best, median.")
    best: Annotated[dict[Seed, Money], Field(min_length=1, max_length=1000)] = Field(
        description="Best joint result by variant; 0 is the case as written."
    )


Seat = Annotated[str, StringConstraints(pattern="^[1-8]$")]
Ends = Annotated[list[Annotated[int, Field(ge=0, le=1_000_000_000)]], Field(min_length=4, max_length=4)]


class AnchorsForm(Form):
    """The scale of the marks at one length."""

    length: Annotated[int, Field(ge=2, le=12)] = Field(description="Weeks.")
    scoring_version: Annotated[int, Field(ge=1, le=999)] = Field(description="The version of the marks they are for.")
    games: Annotated[int, Field(ge=1, le=1000)] = Field(description="Games of each style that they come from.")
    departments: Annotated[dict[Seat, dict[Indicator, Ends]], Field(min_length=1, max_length=8)] = Field(
        description="By number and indicator: silo, reference, prior, mean weight; in thousandths."
    )


class BenchmarksForm(Form):
    """What a case's results are measured by, computed for exactly these numbers."""

    fingerprint: str = Field(description="Fingerprint of the case's numbers.")
    lengths: Annotated[list[LengthForm], Field(min_length=1, max_length=11)] = Field(
        description="One for each length from 2 to the longest."
    )
    anchors: Annotated[list[AnchorsForm], Field(max_length=11)] = Field(
        default=[], description="The scale of the marks, one for each length on offer."
    )
