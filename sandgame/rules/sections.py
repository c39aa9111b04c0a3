"""The sections of a seat's view: all that a client, a screen or a bot ever learns of a table."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.rules.board import BoardSection
from sandgame.rules.events import (
    Arrived,
    ChangePromised,
    CommitmentState,
    CompanyMoney,
    Fact,
    Made,
    NoteWritten,
    OrderCharged,
    OrderShipped,
    ProviderRated,
    SeatBooks,
    SeatFigures,
    Shipped,
)
from sandgame.rules.ids import CommitmentId, LoanId, OrderId, Phase, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Cause, Channel, Give, Part, Plan, PoolShare
from sandgame.rules.scenario import Metric, OrderOption, RuleName, Talk
from sandgame.rules.state import Line, OrderState, RatedAt, Record


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
    meetings: int
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
    met: bool
    give: Give | None
    given: bool


class OwnMeeting(Struct, frozen=True):
    """A meeting of mine with `other` in this round."""

    other: SeatId
    proposed_by_me: bool
    state: Literal["open", "agreed", "refused"]


class Promise(Struct, frozen=True):
    """A commitment that I am a side of; `delivered` counts good, useful units.

    `warned` is the round of its provider's last warning, 0 for none; `offered` are new terms on the table.
    """

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
    warned: int
    offered_by: SeatId | None
    offered: tuple[Part, ...]

    @property
    def lacking(self) -> int:
        return self.units - self.delivered if self.is_open else 0

    @property
    def is_open(self) -> bool:
        return self.state == "open" or self.state == "overdue"

    @property
    def is_gone(self) -> bool:
        """Let go in time, or exchanged for new terms: it counts for neither side."""
        return self.state == "released" or self.state == "replaced"


class Heard(Struct, frozen=True):
    """What I was told or said myself, in a message: it may be false. `to` is 0 for the table."""

    round: int
    seat: SeatId
    to: SeatId
    text: str


class KnownFact(Struct, frozen=True):
    """A fact that I shared or that was shared with me: true in its round. `to` is 0 for the table."""

    seat: SeatId
    to: SeatId
    fact: Fact


class ThreadsSection(Struct, frozen=True):
    sheets: tuple[Thread, ...]
    promises: tuple[Promise, ...]
    meetings: tuple[OwnMeeting, ...]
    facts: tuple[KnownFact, ...]
    messages: tuple[Heard, ...]


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


class Failed(Struct, frozen=True):
    """A commitment whose failing I am asked about this week, and the cause I gave; the other side's I never see."""

    commitment: CommitmentId
    cause: Cause | None


class AskedChange(Struct, frozen=True):
    customer: SeatId
    round: int
    comment: str


class ReviewSection(Struct, frozen=True):
    """Whom I may rate and thank in this Review, what I gave, and what I was given in Reviews that are over.

    `asked_of_me` are changes that customers asked for and I have not answered; `will_do` those that I promised or was
    promised; `notes` those of the whole table in Reviews that are over, and mine of this one.
    """

    to_rate: tuple[SeatId, ...]
    to_thank: tuple[SeatId, ...]
    given: tuple[ProviderRated, ...]
    thanked: tuple[SeatId, ...]
    received: tuple[RatedAt, ...]
    thanks_from: tuple[SeatId, ...]
    long_form: bool
    why: tuple[Failed, ...]
    to_apologise: tuple[CommitmentId, ...]
    apologised: tuple[CommitmentId, ...]
    asked_of_me: tuple[AskedChange, ...]
    will_do: tuple[ChangePromised, ...]
    notes: tuple[NoteWritten, ...]


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
