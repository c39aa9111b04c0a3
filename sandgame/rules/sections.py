"""All that a client, a screen or a bot ever learns of a table, in sections."""  # long: a Struct for each

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
from sandgame.rules.intents import Cause, Channel, Entry, Give, Limit, Part, Plan, PoolShare, Sign
from sandgame.rules.room_events import MapMarked, RoleAnswered
from sandgame.rules.room_intents import ReadyWords
from sandgame.rules.scenario import ExtraName, MeasureName, Metric, MetricKind, OrderOption, RuleName, Talk
from sandgame.rules.state import Line, LineState, OrderState, RatedAt, Record, SaidAt


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


class MeasureSeen(Struct, frozen=True):
    """A measure of the case's list: its price, from which round it may be adopted, and since when it holds, if so.

    `holds_from` may be the next round: adopted, and not yet in force.
    """

    measure: MeasureName
    price: int
    round: int
    holds_from: int | None


class VoteSeen(Struct, frozen=True):
    seat: SeatId
    measure: MeasureName


class SignalSeen(Struct, frozen=True):
    seat: SeatId
    sign: Sign


class PlayedBy(Struct, frozen=True):
    """A seat that no person plays; of a bot's style nothing is told."""

    seat: SeatId
    by: Literal["bot", "stand_in"]


class EscalationSeen(Struct, frozen=True):
    """A line put before the table in this round: what is asked for on which terms, and both sides' reasons."""

    sheet: SheetId
    line: int
    customer: SeatId
    provider: SeatId
    service: ServiceId
    terms: tuple[Part, ...]
    by: SeatId
    reason: str
    reply: str | None
    decided: bool | None


class CardSeen(Struct, frozen=True):
    """A public card that was dealt, and the round it holds from."""

    card: int
    round: int


class TableSection(Struct, frozen=True):
    """What everybody may know. `new_rules` opened with this round; `best` is told at the end only.

    `rolled_back`: how often; who had a later view before sees by it that what came since is void. `target_weeks`: what
    floors and targets of metrics that add up are made for.
    """

    round: int
    phase: Phase
    length: int
    target_weeks: int
    rolled_back: int
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


class RoomSection(Struct, frozen=True):
    """What everybody may know beside the rounds: the mechanism, signs, escalations, and what the facilitator did.

    `votable`: a vote is possible in this Review. `swaps` are pairs with the round they hold from.
    """

    extras: tuple[ExtraName, ...]
    measures: tuple[MeasureSeen, ...]
    votable: bool
    votes: tuple[VoteSeen, ...]
    signals: tuple[SignalSeen, ...]
    played_by: tuple[PlayedBy, ...]
    escalations: tuple[EscalationSeen, ...]
    cards: tuple[CardSeen, ...]
    swaps: tuple[tuple[SeatId, SeatId, int], ...]
    paused: bool


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
    card: int = 0


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
    card: int = 0
    """The card that brought it; 0 for the case's own."""

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

    `warned` is the round of its provider's last warning, 0 for none; `missing` are the units it warned of, `warning`
    its words; `offered` are new terms on the table.
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
    missing: int = 0
    warning: str = ""

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


Heard = SaidAt
"""What I was told or said myself, in a message: it may be false. The state's own, so that nobody copies them."""


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


class RoleQuestion(Struct, frozen=True):
    """This round's question about a neighbour, and my answer with whether it was right; None until I gave it.

    `options` are the metrics to choose from. What is right is told with the answer: `metrics`, and in Brief `limit`.
    """

    about: SeatId
    answer: RoleAnswered | None
    options: tuple[MetricKind, ...] = ()
    metrics: tuple[MetricKind, ...] = ()
    limit: Limit | None = None


class ToldByRoom(Struct, frozen=True):
    """What whoever runs the room said to me, or to all."""

    round: int
    to_all: bool
    text: str
    ready: ReadyWords | None = None


class BesideSection(Struct, frozen=True):
    """What stands beside the rounds for my seat: the map I marked, the question asked, what I have kept unfinished."""

    map_task: bool
    """Whether the map is still to be marked."""
    map: MapMarked | None
    question: RoleQuestion | None
    kept: tuple[Entry, ...]
    told: tuple[ToldByRoom, ...]


class CompanyOrder(Struct, frozen=True):
    """Somebody's order as a coordination meeting shows it."""

    owner: SeatId
    order: OwnOrder


class CompanyLine(Struct, frozen=True):
    """A request line of this round or still open, as a coordination meeting shows it."""

    customer: SeatId
    provider: SeatId
    service: ServiceId
    terms: tuple[Part, ...]
    state: LineState


class CompanyWarning(Struct, frozen=True):
    """A promise whose provider has warned in this round or the last, and the units it warned of."""

    customer: SeatId
    provider: SeatId
    service: ServiceId
    units: int
    due: int
    missing: int = 0


class CompanySection(Struct, frozen=True):
    """What is open to all in a round of the coordination meeting."""

    orders: tuple[CompanyOrder, ...]
    lines: tuple[CompanyLine, ...]
    warnings: tuple[CompanyWarning, ...]


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
    room: RoomSection
    beside: BesideSection
    company: CompanySection | None
