"""The sections of a seat's view: all that a client, a screen or a bot ever learns of a table."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.rules.board import BoardSection
from sandgame.rules.events import (
    Arrived,
    CommitmentState,
    CompanyMoney,
    Made,
    OrderCharged,
    OrderShipped,
    ProviderRated,
    SeatBooks,
    SeatFigures,
    Shipped,
)
from sandgame.rules.ids import CommitmentId, LoanId, OrderId, Phase, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Channel, Plan, PoolShare
from sandgame.rules.scenario import Metric, OrderOption, RuleName, Talk
from sandgame.rules.state import Line, OrderState, Record


class Result(Struct, frozen=True):
    """Open to all after each Deliver. `index` is None without benchmarks.

    `silo` and `reference`, in money after this round, are told when the game is over.
    """

    round: int
    result: int
    money: CompanyMoney
    index: int | None
    silo: int | None
    reference: int | None


class TableSection(Struct, frozen=True):
    """What everybody may know. `new_rules` opened with this round; `best` is told at the end only."""

    round: int
    phase: Phase
    length: int
    talk: Talk
    seats: tuple[SeatId, ...]
    finished: tuple[SeatId, ...]
    rules: tuple[RuleName, ...]
    new_rules: tuple[RuleName, ...]
    company_share: int
    pool: int
    overtime_price: int
    own_work_worth: int
    foreknown: int
    results: tuple[Result, ...]
    best: int | None


class OwnStock(Struct, frozen=True):
    """Units I have of a service; a provider cannot tell its bad ones."""

    service: ServiceId
    units: int


class OwnInLead(Struct, frozen=True):
    service: ServiceId
    ready: int
    units: int


class OwnIncident(Struct, frozen=True):
    """A change of my hours, or of a unit cost of mine, in a round; known to me alone."""

    round: int
    hours: int
    service: ServiceId | None
    cost: int | None


class Figures(Struct, frozen=True):
    """My KPI and bonus as published after a round."""

    round: int
    figures: SeatFigures


class MeSection(Struct, frozen=True):
    """My department. `hours` of this round: estimated while Negotiate runs, fixed after it; overtime and aid beside.

    `record` is what my KPI has counted so far. `coming_hours[k]` are my scenario hours with my known incidents in
    round `round + k`, up to the last round.
    """

    seat: SeatId
    base_hours: int
    incident_hours: int
    fatigue: int
    lent: int
    gained: int
    pool: int
    hours: int
    own_hours: int
    coming_hours: tuple[int, ...]
    overtime_limit: int
    metrics: tuple[Metric, ...]
    stock: tuple[OwnStock, ...]
    in_lead: tuple[OwnInLead, ...]
    incidents: tuple[OwnIncident, ...]
    plan: Plan | None
    draft: Plan | None
    figures: tuple[Figures, ...]
    satisfaction: int
    record: Record


class OwnOrder(Struct, frozen=True):
    """An order of mine; one in state "coming" is foreknown and has not arrived yet."""

    order: OrderId
    service: ServiceId
    units: int
    arrival: int
    options: tuple[OrderOption, ...]
    late: int
    expiry: int
    lost: int
    directive: bool
    option: int | None
    shipped: int
    state: OrderState

    @property
    def rest(self) -> int:
        return self.units - self.shipped


class Thread(Struct, frozen=True):
    """A sheet I sent or received. `worth` of a line is told to its provider only when it came in writing."""

    sheet: SheetId
    customer: SeatId
    provider: SeatId
    round: int
    channel: Channel
    clarity: int
    note: str
    lines: tuple[Line, ...]
    restated: str | None
    confirmed: bool


class Promise(Struct, frozen=True):
    """A commitment that I am a side of; `delivered` counts good, useful units."""

    commitment: CommitmentId
    sheet: SheetId
    customer: SeatId
    provider: SeatId
    service: ServiceId
    units: int
    due: int
    worth: int
    round: int
    clarity: int
    delivered: int
    state: CommitmentState

    @property
    def lacking(self) -> int:
        return self.units - self.delivered if self.is_open else 0

    @property
    def is_open(self) -> bool:
        return self.state == "open" or self.state == "overdue"


class ThreadsSection(Struct, frozen=True):
    sheets: tuple[Thread, ...]
    promises: tuple[Promise, ...]


class OwnLoan(Struct, frozen=True):
    loan: LoanId
    proposer: SeatId
    lender: SeatId
    borrower: SeatId
    hours: int
    gains: int
    state: Literal["open", "agreed", "refused"]


class PoolSection(Struct, frozen=True):
    """`claims` and the proposal are shown to claimants only; my own claim always; the division to all claimants."""

    hours: int
    my_claim: int
    claims: tuple[PoolShare, ...]
    proposer: SeatId | None
    shares: tuple[PoolShare, ...]
    agreed: tuple[SeatId, ...]
    divided: tuple[PoolShare, ...] | None
    by_agreement: bool
    lost: int
    loans: tuple[OwnLoan, ...]


class DeliverySection(Struct, frozen=True):
    """The last Deliver as my department saw it: my lines, what came to me, my orders, my hours."""

    round: int
    arrived: tuple[Arrived, ...]
    made: tuple[Made, ...]
    shipped: tuple[Shipped, ...]
    received: tuple[Shipped, ...]
    order_lines: tuple[OrderShipped, ...]
    charged: tuple[OrderCharged, ...]
    books: SeatBooks | None
    money: CompanyMoney


class ReviewSection(Struct, frozen=True):
    """Whom I may rate and thank in this Review, what I gave, and what I was given in Reviews that are over."""

    to_rate: tuple[SeatId, ...]
    to_thank: tuple[SeatId, ...]
    given: tuple[ProviderRated, ...]
    thanked: tuple[SeatId, ...]
    received: tuple[ProviderRated, ...]
    thanks_from: tuple[SeatId, ...]


class View(Struct, frozen=True):
    """A seat's whole view, in sections that travel each whole when they change."""

    table: TableSection
    me: MeSection
    board: BoardSection
    orders: tuple[OwnOrder, ...]
    threads: ThreadsSection
    pool: PoolSection
    delivery: DeliverySection | None
    review: ReviewSection
