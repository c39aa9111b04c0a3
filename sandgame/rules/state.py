"""The state of one table: the fold of its events. Never stored, never sent; seats see `view` of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.rules.board import BoardSection
from sandgame.rules.events import (
    CauseGiven,
    ChangePromised,
    CommitmentState,
    CompanyMoney,
    Delivered,
    FactShared,
    FiguresPublished,
    InLead,
    NoteWritten,
    ProviderRated,
    SeatHours,
)
from sandgame.rules.ids import CommitmentId, LoanId, OrderId, Phase, SeatId, ServiceId, SheetId
from sandgame.rules.intents import Channel, DeclineReason, Entry, Give, Part, Plan, PoolShare, Sign, WantedLine
from sandgame.rules.room_events import MapMarked, RoleAnswered
from sandgame.rules.room_intents import Player, ReadyWords
from sandgame.rules.scenario import (
    Benchmarks,
    ExtraName,
    LengthBenchmarks,
    MeasureName,
    OrderDef,
    RuleName,
    Scenario,
    Talk,
)

OrderState = Literal["coming", "open", "declined", "done", "expired", "closed"]
LineState = Literal["open", "agreed", "declined", "withdrawn", "lapsed"]


class Order(Struct, frozen=True):
    """An order of this variant; `option` is None until chosen (then for good), `shipped` units so far."""

    terms: OrderDef
    option: int | None
    shipped: int
    state: OrderState

    @property
    def rest(self) -> int:
        return self.terms.units - self.shipped

    @property
    def due(self) -> int | None:
        return None if self.option is None else self.terms.options[self.option].due

    @property
    def price(self) -> int | None:
        return None if self.option is None else self.terms.options[self.option].price


class Turn(Struct, frozen=True):
    """One side's word on a line: the terms it offered, or how it ended the talk."""

    seat: SeatId
    round: int
    answer: Literal["ask", "accept", "counter", "decline"]
    parts: tuple[Part, ...]
    reason: DeclineReason | None


class Line(Struct, frozen=True):
    """A request line: its turns (the last counter or request holds the present terms) and what became of it."""

    wanted: WantedLine
    worth: int
    turns: tuple[Turn, ...]
    state: LineState
    unanswered: bool

    @property
    def terms(self) -> tuple[Part, ...]:
        return self.turns[-1].parts


class Sheet(Struct, frozen=True):
    sheet: SheetId
    customer: SeatId
    provider: SeatId
    round: int
    channel: Channel
    note: str
    lines: tuple[Line, ...]
    restated: str | None
    confirmed: bool
    met: bool
    give: Give | None
    given: bool


class Meeting(Struct, frozen=True):
    """A meeting of two seats in this round; the lower number is `first`."""

    first: SeatId
    second: SeatId
    proposer: SeatId
    state: Literal["open", "agreed", "refused"]


class Commitment(Struct, frozen=True):
    """A promise both sides agreed to; `delivered` counts good, useful units. `clarity` is None until it is fixed."""

    commitment: CommitmentId
    sheet: SheetId
    line: int
    customer: SeatId
    provider: SeatId
    service: ServiceId
    units: int
    due: int
    worth: int
    round: int
    clarity: int | None
    delivered: int
    state: CommitmentState
    warned: int = 0
    """The round in which its provider warned last; 0 for never."""
    missing: int = 0
    """Units that it warned of then."""
    warning: str = ""
    offered: tuple[SeatId, tuple[Part, ...]] | None = None
    """Who proposes which new terms."""

    @property
    def lacking(self) -> int:
        return self.units - self.delivered if self.is_open else 0

    @property
    def is_open(self) -> bool:
        return self.state == "open" or self.state == "overdue"

    @property
    def at_risk(self) -> bool:
        """Its provider has warned of it, or it is late already."""
        return self.state == "overdue" or self.warned > 0


class Stock(Struct, frozen=True):
    good: int
    bad: int


class Accounts(Struct, frozen=True):
    """Defect account in hundredths of a unit, misfit account in ten thousandths."""

    defect: int
    misfit: int


class Loan(Struct, frozen=True):
    loan: LoanId
    proposer: SeatId
    lender: SeatId
    borrower: SeatId
    hours: int
    state: Literal["open", "agreed", "refused"]


class Pool(Struct, frozen=True):
    """This round's pool: claims by seat, the proposal on the table, who agrees to it, and how it was divided."""

    claims: dict[SeatId, int]
    proposer: SeatId | None
    shares: tuple[PoolShare, ...]
    agreed: tuple[SeatId, ...]
    divided: tuple[PoolShare, ...] | None
    by_agreement: bool
    lost: int


class Record(Struct, frozen=True):
    """What a department's KPI counts, over the game so far; money in whole units, hours in hours."""

    own_work: int = 0
    overtime_paid: int = 0
    setups: int = 0
    worked: int = 0
    had: int = 0
    cost: int = 0
    standard: int = 0
    holding: int = 0
    bad_found: int = 0
    rated: int = 0
    rating_sum: int = 0


class SaidAt(Struct, frozen=True):
    """A message with the round it was sent in; `to` is 0 for the table, 9 for whoever runs the room."""

    round: int
    seat: SeatId
    to: SeatId
    text: str


class RatedAt(Struct, frozen=True):
    """A rating of a Review that is over, with its round."""

    round: int
    rating: ProviderRated


class Escalation(Struct, frozen=True):
    """A line put before the table in `round` by `seat`; `reply` is the other side's reason, None until it gives one.

    `decided` is None until whoever runs the room decides; then whether the line was agreed by it.
    """

    sheet: SheetId
    line: int
    round: int
    seat: SeatId
    reason: str
    reply: str | None
    decided: bool | None


class RoomMessage(Struct, frozen=True):
    """What whoever runs the room told a seat, or all (seat 0), in `round`."""

    round: int
    to: SeatId
    text: str
    ready: ReadyWords | None = None


class DealtCard(Struct, frozen=True):
    """A card of the deck, counting from 1, and the round it holds from."""

    card: int
    round: int


class Voided(Struct, frozen=True):
    """How many numbers are used by what was rolled back, and are not used again, and how many `times` that was done.

    `loans_before` are those of the round before: until the first time, loans are numbered anew each round.
    """

    sheets: int = 0
    commitments: int = 0
    loans: int = 0
    loans_before: int = 0
    times: int = 0


class State(Struct, frozen=True):
    """One table. Dicts are copied one level on write and never changed in place.

    `sweep` is the order of the services in Deliver, `boards` what each seat knows of them; both never change.
    `rules` are those open in this round. `scenario` is that of the variant, with what cards have changed.
    `measures` are those held, each with the round from which it holds.
    """

    scenario: Scenario
    as_written: Scenario
    fingerprint: str
    seed: int
    length: int
    talk: Talk
    benchmarks: Benchmarks | None
    sweep: tuple[ServiceId, ...]
    boards: dict[SeatId, BoardSection]
    round: int
    phase: Phase
    rules: tuple[RuleName, ...]
    finished: frozenset[SeatId]
    orders: dict[OrderId, Order]
    sheets: dict[SheetId, Sheet]
    commitments: dict[CommitmentId, Commitment]
    loans: dict[LoanId, Loan]
    meetings: dict[tuple[SeatId, SeatId], Meeting]
    pool: Pool
    hours: dict[SeatId, SeatHours]
    plans: dict[SeatId, Plan]
    drafts: dict[SeatId, Plan]
    stock: dict[tuple[SeatId, ServiceId], Stock]
    in_lead: tuple[InLead, ...]
    accounts: dict[ServiceId, Accounts]
    fatigue: dict[SeatId, int]
    records: dict[SeatId, Record]
    money: CompanyMoney
    facts: tuple[FactShared, ...]
    messages: tuple[SaidAt, ...]
    ratings: tuple[ProviderRated, ...]
    past_ratings: tuple[RatedAt, ...]
    will_do: tuple[ChangePromised, ...]
    apologies: frozenset[CommitmentId]
    causes: tuple[CauseGiven, ...]
    notes: tuple[NoteWritten, ...]
    thanks: tuple[tuple[SeatId, SeatId], ...]
    past_thanks: tuple[tuple[SeatId, SeatId], ...]
    delivered: Delivered | None
    published: tuple[FiguresPublished, ...]
    shorter: tuple[LengthBenchmarks, ...] = ()
    extras: tuple[ExtraName, ...] = ()
    measures: dict[MeasureName, int] = {}
    votes: dict[SeatId, MeasureName] = {}
    escalations: tuple[Escalation, ...] = ()
    maps: dict[SeatId, MapMarked] = {}
    roles: dict[SeatId, RoleAnswered] = {}
    """Answers to this round's question."""
    signals: dict[SeatId, Sign] = {}
    kept: dict[SeatId, tuple[Entry, ...]] = {}
    """Entries of this phase that were not entered yet."""
    players: dict[SeatId, Player] = {}
    """Who plays a seat, where the log says so."""
    room_messages: tuple[RoomMessage, ...] = ()
    dealt: tuple[DealtCard, ...] = ()
    swaps: tuple[tuple[SeatId, SeatId, int], ...] = ()
    paused: bool = False
    voided: Voided = Voided()

    def holds(self, measure: MeasureName) -> bool:
        """Whether a measure is in force in this round."""
        return measure in self.measures and self.measures[measure] <= self.round

    @property
    def scale(self) -> Benchmarks | None:
        """What a game that is over compares with; a best that was beaten is none. That happens where a session was cut:
        an order that had come is served before its due, which a session begun with so few weeks never has."""
        marks = self.benchmarks if self.phase == "over" else None
        return marks if marks is not None and self.money.result <= marks.best else None

    @property
    def target_weeks(self) -> int:
        """The weeks that the targets of what adds up are made for."""
        return self.scenario.target_weeks or self.length

    @property
    def half_time(self) -> int:
        """The week after which half time is; 0 if the session is too short for one."""
        return self.length // 2 if self.length >= 4 else 0

    @property
    def is_long_form(self) -> bool:
        """Reviews with five items and a note: halfway and at the end."""
        return self.round in (self.half_time, self.length)

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return self.scenario.seats
