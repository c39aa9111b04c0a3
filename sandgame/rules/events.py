"""What happened, past tense. The JSON bodies of the events, in order, are the log."""  # long: a Struct for each

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandgame.rules.ids import (
    CommitmentNo,
    Count,
    Hearer,
    Hours,
    Index,
    LoanNo,
    Money,
    Note,
    OrderNo,
    Percent,
    Phase,
    Price,
    Round,
    Seat,
    Service,
    SheetNo,
    Units,
)
from sandgame.rules.intents import Cause, Channel, FactKind, Give, LineAnswer, Part, Plan, PoolShare, Rating, WantedLine
from sandgame.rules.room_events import (
    ActedFor,
    CardDealt,
    EntryKept,
    EscalationAnswered,
    LineDecided,
    LineEscalated,
    MapMarked,
    MeasureAdopted,
    MeasureVoted,
    MomentMarked,
    NewPromise,
    PlayPaused,
    PlayResumed,
    RoleAnswered,
    RolledBack,
    SeatsSwapped,
    SeatTaken,
    SessionShortened,
    SignalShown,
    TableTold,
    TimeChanged,
)
from sandgame.rules.scenario import Benchmarks, ExtraName, LengthBenchmarks, Scenario, Talk
from sandgame.rules.shapes import EventBase

LOG_FORMAT = 2
Stop = Literal["none", "hours", "inputs", "stock"]
CommitmentState = Literal["open", "overdue", "kept", "late", "lapsed", "broken", "released", "replaced"]
"""The last two count for neither side: let go by the customer, or exchanged for new terms, before the due."""


class GameStarted(EventBase, frozen=True, tag="game_started", omit_defaults=True):
    """Carries the whole case as written and the seed: a later edit of the file never touches a played game."""

    format: Count
    scenario: Scenario
    fingerprint: str
    seed: Count
    length: Round
    talk: Talk
    benchmarks: Benchmarks | None
    shorter: tuple[LengthBenchmarks, ...] = ()
    """Constants of the lengths to which the session may be shortened."""
    extras: tuple[ExtraName, ...] = ()
    """What stands beside the rounds of this session."""


class PhaseStarted(EventBase, frozen=True, tag="phase_started"):
    round: Round
    phase: Phase


class SeatFinished(EventBase, frozen=True, tag="seat_finished"):
    """`default`: time ended for a seat that had not finished by itself."""

    seat: Seat
    default: bool


class SeatResumed(EventBase, frozen=True, tag="seat_resumed"):
    seat: Seat


class OptionChosen(EventBase, frozen=True, tag="option_chosen"):
    order: OrderNo
    option: Index
    default: bool


class OrderDeclined(EventBase, frozen=True, tag="order_declined"):
    order: OrderNo


class SheetSent(EventBase, frozen=True, tag="sheet_sent"):
    """`worths`, a line each: in writing, the highest price of the orders behind it; else 0."""

    sheet: SheetNo
    customer: Seat
    provider: Seat
    lines: tuple[WantedLine, ...]
    worths: tuple[Price, ...]
    channel: Channel
    note: Note
    give: Give | None


class LineWithdrawn(EventBase, frozen=True, tag="line_withdrawn"):
    sheet: SheetNo
    line: Index


class Agreed(Struct, frozen=True, forbid_unknown_fields=True):
    """A commitment as it came out of a line."""

    commitment: CommitmentNo
    line: Index
    part: Part


class Given(Struct, frozen=True, forbid_unknown_fields=True):
    """A give that holds: the loan or the commitment that it became; the other number is 0.

    `due` is that of the commitment: later than what was offered if that has become too early.
    """

    loan: Annotated[int, Meta(ge=0, le=9_999)] = 0
    commitment: Annotated[int, Meta(ge=0, le=99_999)] = 0
    due: Round = 0


class SheetAnswered(EventBase, frozen=True, tag="sheet_answered"):
    """`free_hours` are the speaker's own hours that nothing promised for this round needs, for each decline.

    `give` replaces what stood on the sheet; `given` says what it became when the first line was agreed.
    """

    sheet: SheetNo
    seat: Seat
    answers: tuple[LineAnswer, ...]
    agreed: tuple[Agreed, ...]
    free_hours: Hours
    give: Give | None
    given: Given | None


class MeetingProposed(EventBase, frozen=True, tag="meeting_proposed"):
    seat: Seat
    other: Seat


class MeetingAnswered(EventBase, frozen=True, tag="meeting_answered"):
    """`seat` agrees to meet `other`, or does not."""

    seat: Seat
    other: Seat
    agree: bool


class NeedRestated(EventBase, frozen=True, tag="need_restated"):
    sheet: SheetNo
    text: Note


class RestatementConfirmed(EventBase, frozen=True, tag="restatement_confirmed"):
    sheet: SheetNo
    correction: Note


class PoolClaimed(EventBase, frozen=True, tag="pool_claimed"):
    seat: Seat
    hours: Hours


class PoolProposed(EventBase, frozen=True, tag="pool_proposed"):
    seat: Seat
    shares: tuple[PoolShare, ...]


class PoolAgreed(EventBase, frozen=True, tag="pool_agreed"):
    seat: Seat


class LoanProposed(EventBase, frozen=True, tag="loan_proposed"):
    loan: LoanNo
    seat: Seat
    lender: Seat
    borrower: Seat
    hours: Hours


class LoanAnswered(EventBase, frozen=True, tag="loan_answered"):
    loan: LoanNo
    agree: bool


class PromiseWarned(EventBase, frozen=True, tag="promise_warned"):
    commitment: CommitmentNo
    units: Units
    note: Note


class TermsProposed(EventBase, frozen=True, tag="terms_proposed"):
    commitment: CommitmentNo
    seat: Seat
    parts: tuple[Part, ...]


class TermsAnswered(EventBase, frozen=True, tag="terms_answered"):
    """`agreed`: the commitments that took the old one's place; empty if it was refused or taken back."""

    commitment: CommitmentNo
    seat: Seat
    agreed: tuple[NewPromise, ...]


class PromiseReleased(EventBase, frozen=True, tag="promise_released"):
    """`broken`: it was overdue already."""

    commitment: CommitmentNo
    broken: bool


class Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """True when it was shared: units still wanted and their due and price, free hours, or units in stock; of an
    incident the hours left in the week `due`, or the cost of a unit of the service in it as `price`."""

    about: FactKind
    round: Round
    order: OrderNo | None = None
    service: Service | None = None
    units: Units = 0
    due: Round = 0
    price: Price = 0


class FactShared(EventBase, frozen=True, tag="fact_shared", omit_defaults=True):
    """`to` is 0 for the whole table."""

    seat: Seat
    to: Seat
    fact: Fact
    told: bool = False
    """Said aloud at an open table."""


class MessageSent(EventBase, frozen=True, tag="message_sent"):
    """`to` is 0 for the table, 9 for whoever runs the room."""

    seat: Seat
    to: Hearer
    text: Note


class LineRef(Struct, frozen=True, forbid_unknown_fields=True):
    sheet: SheetNo
    line: Index


class AgreedByStandard(Struct, frozen=True, forbid_unknown_fields=True):
    """A line that nobody answered in its round, taken as accepted by the service standard."""

    sheet: SheetNo
    line: Index
    commitment: CommitmentNo
    part: Part


class ClarityFixed(Struct, frozen=True, forbid_unknown_fields=True):
    commitment: CommitmentNo
    clarity: Percent


class SeatHours(Struct, frozen=True, forbid_unknown_fields=True):
    """Hours of a seat for the round, and what they are made of; `own` are those without loans and pool."""

    seat: Seat
    hours: Hours
    own: Hours
    fatigue: Hours
    meetings: Hours
    lent: Hours
    gained: Hours
    pool: Hours


class NegotiationClosed(EventBase, frozen=True, tag="negotiation_closed", omit_defaults=True):
    """What the end of Negotiate settles: unanswered and lapsed lines, clarity, the pool, and everybody's hours."""

    unanswered: tuple[LineRef, ...]
    lapsed: tuple[LineRef, ...]
    clarity: tuple[ClarityFixed, ...]
    pool: tuple[PoolShare, ...]
    pool_agreed: bool
    pool_lost: Hours
    hours: tuple[SeatHours, ...]
    by_standard: tuple[AgreedByStandard, ...] = ()


class PlanSubmitted(EventBase, frozen=True, tag="plan_submitted"):
    seat: Seat
    plan: Plan
    default: bool


class DraftKept(EventBase, frozen=True, tag="draft_kept"):
    seat: Seat
    plan: Plan


class Made(Struct, frozen=True, forbid_unknown_fields=True):
    """Outcome of a make line: units made, those that turned out bad, hours used, and what stopped it."""

    seat: Seat
    service: Service
    planned: Units
    units: Units
    bad: Units
    hours: Hours
    setup: Hours
    stop: Stop


class Shipped(Struct, frozen=True, forbid_unknown_fields=True):
    """Outcome of a ship line: good units arrived useful; bad and misfit ones did not count."""

    seat: Seat
    commitment: CommitmentNo
    service: Service
    planned: Units
    units: Units
    bad: Units
    misfit: Units
    aid_hours: Hours
    stop: Stop


class OrderShipped(Struct, frozen=True, forbid_unknown_fields=True):
    seat: Seat
    order: OrderNo
    planned: Units
    units: Units
    revenue: Money
    stop: Stop


class OrderCharged(Struct, frozen=True, forbid_unknown_fields=True):
    """An open order at the end of Deliver: late and lost penalties; `state` as it now stands."""

    order: OrderNo
    late: Money
    lost: Money
    state: Literal["open", "done", "expired", "closed"]


class Arrived(Struct, frozen=True, forbid_unknown_fields=True):
    """Units whose lead is over, as they enter their provider's stock."""

    service: Service
    units: Units


class SeatBooks(Struct, frozen=True, forbid_unknown_fields=True):
    """A department's round in hours and money."""

    seat: Seat
    overtime: Hours
    set_aside: Hours
    own_work: Hours
    worked: Hours
    aid: Hours
    setups: Count
    cost: Money
    fees: Money
    standard: Money
    overtime_paid: Money
    holding: Money
    fatigue: Hours


class CommitmentMoved(Struct, frozen=True, forbid_unknown_fields=True):
    """`delivered` good units in all by now."""

    commitment: CommitmentNo
    delivered: Units
    state: CommitmentState


class StockLevel(Struct, frozen=True, forbid_unknown_fields=True):
    seat: Seat
    service: Service
    good: Units
    bad: Units


class InLead(Struct, frozen=True, forbid_unknown_fields=True):
    service: Service
    ready: Annotated[int, Meta(ge=1, le=24)]
    good: Units
    bad: Units


class Account(Struct, frozen=True, forbid_unknown_fields=True):
    """Defect account in hundredths of a unit, misfit account in ten thousandths."""

    service: Service
    defect: Count
    misfit: Count


class CompanyMoney(Struct, frozen=True, forbid_unknown_fields=True):
    """Money of the company by kind; the result is revenue and own work less all the rest."""

    revenue: Money = 0
    late: Money = 0
    lost: Money = 0
    purchases: Money = 0
    overtime: Money = 0
    holding: Money = 0
    measures: Money = 0
    own_work: Money = 0

    @property
    def result(self) -> int:
        costs = self.late + self.lost + self.purchases + self.overtime + self.holding + self.measures
        return self.revenue + self.own_work - costs


class Delivered(EventBase, frozen=True, tag="delivered"):
    """One round of Deliver with all its outcomes; folding copies them, so old games never depend on new code."""

    round: Round
    arrived: tuple[Arrived, ...]
    made: tuple[Made, ...]
    shipped: tuple[Shipped, ...]
    order_lines: tuple[OrderShipped, ...]
    charged: tuple[OrderCharged, ...]
    commitments: tuple[CommitmentMoved, ...]
    books: tuple[SeatBooks, ...]
    money: CompanyMoney
    stock: tuple[StockLevel, ...]
    in_lead: tuple[InLead, ...]
    accounts: tuple[Account, ...]


class ProviderRated(EventBase, frozen=True, tag="provider_rated"):
    customer: Seat
    provider: Seat
    reliability: Rating
    responsiveness: Rating
    empathy: Rating
    assurance: Rating | None
    tangibles: Rating | None
    comment: Note
    please_change: bool

    @property
    def items(self) -> tuple[int, ...]:
        """What was rated: three items, five in the long form."""
        rated = (self.reliability, self.responsiveness, self.empathy, self.assurance, self.tangibles)
        return tuple(item for item in rated if item is not None)


class ChangePromised(EventBase, frozen=True, tag="change_promised"):
    provider: Seat
    customer: Seat
    asked: Round
    by: Round


class Apologised(EventBase, frozen=True, tag="apologised"):
    commitment: CommitmentNo
    text: Note


class CauseGiven(EventBase, frozen=True, tag="cause_given"):
    seat: Seat
    commitment: CommitmentNo
    cause: Cause


class NoteWritten(EventBase, frozen=True, tag="note_written"):
    seat: Seat
    round: Round
    plan: Note
    do: Note
    check: Note
    act: Note


class ProviderThanked(EventBase, frozen=True, tag="provider_thanked"):
    customer: Seat
    provider: Seat
    reason: Note


class SeatFigures(Struct, frozen=True, forbid_unknown_fields=True):
    """KPI with the points of its metrics in the case's order, satisfaction, and the two rounded parts of the bonus."""

    seat: Seat
    kpi: Percent
    points: tuple[Percent, ...]
    satisfaction: Percent
    bonus_kpi: Money
    bonus_company: Money


class FiguresPublished(EventBase, frozen=True, tag="figures_published"):
    """After each Deliver, and once more at the end: the result and index so far, and each seat's own figures."""

    round: Round
    final: bool
    money: CompanyMoney
    index: Annotated[int, Meta(ge=-100, le=100)] | None
    seats: tuple[SeatFigures, ...]


Event = (
    GameStarted
    | PhaseStarted
    | SeatFinished
    | SeatResumed
    | OptionChosen
    | OrderDeclined
    | SheetSent
    | LineWithdrawn
    | SheetAnswered
    | MeetingProposed
    | MeetingAnswered
    | NeedRestated
    | RestatementConfirmed
    | PoolClaimed
    | PoolProposed
    | PoolAgreed
    | LoanProposed
    | LoanAnswered
    | PromiseWarned
    | TermsProposed
    | TermsAnswered
    | PromiseReleased
    | FactShared
    | MessageSent
    | NegotiationClosed
    | PlanSubmitted
    | DraftKept
    | Delivered
    | ProviderRated
    | ChangePromised
    | Apologised
    | CauseGiven
    | NoteWritten
    | ProviderThanked
    | FiguresPublished
    | LineEscalated
    | EscalationAnswered
    | MeasureVoted
    | MeasureAdopted
    | MapMarked
    | RoleAnswered
    | SignalShown
    | EntryKept
    | ActedFor
    | SeatTaken
    | TableTold
    | LineDecided
    | CardDealt
    | SessionShortened
    | SeatsSwapped
    | RolledBack
    | PlayPaused
    | PlayResumed
    | TimeChanged
    | MomentMarked
)
