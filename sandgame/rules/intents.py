"""What a seat may ask of the game, imperative; each names its round and phase."""  # long: a Struct for each

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandgame.rules.ids import (
    CommitmentNo,
    Hearer,
    Hours,
    Index,
    LoanNo,
    Note,
    OrderNo,
    Round,
    Seat,
    Service,
    SheetNo,
    Units,
)
from sandgame.rules.scenario import MeasureName, MetricKind
from sandgame.rules.shapes import IntentBase

Channel = Literal["quick", "written", "meeting"]
DeclineReason = Literal["no_capacity", "own_priorities", "unclear", "no_inputs", "other"]
Cause = Literal["unclear", "could_not", "third_party", "other_priorities"]
FactKind = Literal["order", "free_hours", "stock", "incident"]
Sign = Literal["steady", "loaded", "stuck", "pleased"]
Limit = Literal["hours", "inputs", "nothing"]
"""What holds a department back this week: its hours, what it needs from others, or nothing."""
Rating = Annotated[int, Meta(ge=1, le=5)]
MAX_LINES = 6
MAX_PARTS = 6


class MakeLine(Struct, frozen=True, forbid_unknown_fields=True):
    service: Service
    units: Units


class ShipLine(Struct, frozen=True, forbid_unknown_fields=True):
    commitment: CommitmentNo
    units: Units


class OrderLine(Struct, frozen=True, forbid_unknown_fields=True):
    order: OrderNo
    units: Units


class Plan(Struct, frozen=True, forbid_unknown_fields=True):
    """How a department divides its hours: overtime and own work in hours, then ordered lines."""

    overtime: Hours = 0
    own_work: Hours = 0
    make: Annotated[tuple[MakeLine, ...], Meta(max_length=99)] = ()
    ship: Annotated[tuple[ShipLine, ...], Meta(max_length=299)] = ()
    orders: Annotated[tuple[OrderLine, ...], Meta(max_length=99)] = ()


class WantedLine(Struct, frozen=True, forbid_unknown_fields=True):
    service: Service
    units: Annotated[int, Meta(ge=1, le=9_999)]
    due: Round


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """Terms of a line: so many units by a round."""

    units: Annotated[int, Meta(ge=1, le=9_999)]
    due: Round


class Accept(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="accept"):
    line: Index


class Counter(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="counter"):
    line: Index
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=MAX_PARTS)]


class Decline(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="decline"):
    line: Index
    reason: DeclineReason


LineAnswer = Accept | Counter | Decline


class FactRef(Struct, frozen=True, forbid_unknown_fields=True):
    """Which fact: an order of mine (come or coming), my free hours of this round, my stock of a service, or what an
    incident of mine makes of a round: fewer or more hours, another cost."""

    about: FactKind
    number: Annotated[int, Meta(ge=0, le=999)] = 0
    """The order's or the service's number, or the place among my own incidents from 1; 0 for hours."""


class PoolShare(Struct, frozen=True, forbid_unknown_fields=True):
    seat: Seat
    hours: Hours


class GiveHours(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="hours"):
    """The requester lends so many hours, this round."""

    hours: Hours


class GiveUnits(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="units"):
    """The requester owes units of one of its own services by a round."""

    service: Service
    units: Annotated[int, Meta(ge=1, le=9_999)]
    due: Round


Give = GiveHours | GiveUnits


class FinishPhase(IntentBase, frozen=True, tag="finish_phase", kw_only=True):
    """I have read, settled, watched or rated all I want to. In Plan a seat finishes by `SubmitPlan`."""


class ResumePhase(IntentBase, frozen=True, tag="resume_phase", kw_only=True):
    """I want to go on after all; possible while the phase still waits for others."""


class ChooseOption(IntentBase, frozen=True, tag="choose_option", kw_only=True):
    order: OrderNo
    option: Index


class DeclineOrder(IntentBase, frozen=True, tag="decline_order", kw_only=True):
    order: OrderNo


class SendSheet(IntentBase, frozen=True, tag="send_sheet", kw_only=True):
    provider: Seat
    lines: Annotated[tuple[WantedLine, ...], Meta(min_length=1, max_length=MAX_LINES)]
    channel: Channel = "quick"
    note: Note = ""
    give: Give | None = None
    """What the requester gives in return, as soon as a line of the sheet is agreed."""


class WithdrawLine(IntentBase, frozen=True, tag="withdraw_line", kw_only=True):
    sheet: SheetNo
    line: Index


class AnswerSheet(IntentBase, frozen=True, tag="answer_sheet", kw_only=True):
    """The side whose turn it is answers some or all of the open lines of a sheet.

    With a counter among them, `give` may ask for (or offer) something else in return than what stands.
    """

    sheet: SheetNo
    answers: Annotated[tuple[LineAnswer, ...], Meta(min_length=1, max_length=MAX_LINES)]
    give: Give | None = None


class ProposeMeeting(IntentBase, frozen=True, tag="propose_meeting", kw_only=True):
    """One hour each side; covers every sheet between the two in this round, both ways."""

    other: Seat


class AnswerMeeting(IntentBase, frozen=True, tag="answer_meeting", kw_only=True):
    other: Seat
    agree: bool


class RestateNeed(IntentBase, frozen=True, tag="restate_need", kw_only=True):
    """The provider says the need in its own words."""

    sheet: SheetNo
    text: Note = ""


class ConfirmRestatement(IntentBase, frozen=True, tag="confirm_restatement", kw_only=True):
    """The requester confirms or corrects what was restated; either way both now mean the same."""

    sheet: SheetNo
    correction: Note = ""


class ClaimPool(IntentBase, frozen=True, tag="claim_pool", kw_only=True):
    hours: Hours


class ProposePool(IntentBase, frozen=True, tag="propose_pool", kw_only=True):
    shares: Annotated[tuple[PoolShare, ...], Meta(max_length=8)]


class AgreePool(IntentBase, frozen=True, tag="agree_pool", kw_only=True):
    """Agree to the division that is proposed now."""


class ProposeLoan(IntentBase, frozen=True, tag="propose_loan", kw_only=True):
    """Proposed by either of the two: the lender gives `hours`, the borrower gains one less."""

    lender: Seat
    borrower: Seat
    hours: Hours


class AnswerLoan(IntentBase, frozen=True, tag="answer_loan", kw_only=True):
    loan: LoanNo
    agree: bool


class Warn(IntentBase, frozen=True, tag="warn", kw_only=True):
    """The provider says in time that a commitment will lack `units`; once a round for each commitment."""

    commitment: CommitmentNo
    units: Annotated[int, Meta(ge=1, le=9_999)]
    note: Note = ""


class ProposeTerms(IntentBase, frozen=True, tag="propose_terms", kw_only=True):
    """Either side offers other terms for a commitment that is not overdue; each part becomes one of its own."""

    commitment: CommitmentNo
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=MAX_PARTS)]


class AnswerTerms(IntentBase, frozen=True, tag="answer_terms", kw_only=True):
    """The other side agrees or refuses; whoever proposed may take it back."""

    commitment: CommitmentNo
    agree: bool


class ReleasePromise(IntentBase, frozen=True, tag="release_promise", kw_only=True):
    """The customer lets a commitment go."""

    commitment: CommitmentNo


class ShareFact(IntentBase, frozen=True, tag="share_fact", kw_only=True):
    """Share what I know with one department, or with all (seat 0). The game fills in the figures: they are true."""

    to: Seat
    fact: FactRef
    told: bool = False
    """Said aloud already, at an open table: logged as shared."""


class SendMessage(IntentBase, frozen=True, tag="send_message", kw_only=True):
    """Say anything to one department, to the table (0), or to whoever runs the room alone (9). It may be false."""

    to: Hearer
    text: Annotated[str, Meta(min_length=1, max_length=400)]


class SubmitPlan(IntentBase, frozen=True, tag="submit_plan", kw_only=True):
    plan: Plan


class KeepDraft(IntentBase, frozen=True, tag="keep_draft", kw_only=True):
    """A plan that rests unsubmitted; the last valid one counts when time ends."""

    plan: Plan


class RateProvider(IntentBase, frozen=True, tag="rate_provider", kw_only=True):
    """Replaces an earlier rating of the same provider in the same round.

    `assurance` and `tangibles` belong to the long form, halfway and at the end.
    """

    provider: Seat
    reliability: Rating
    responsiveness: Rating
    empathy: Rating
    assurance: Rating | None = None
    tangibles: Rating | None = None
    comment: Note = ""
    please_change: bool = False


class PromiseChange(IntentBase, frozen=True, tag="promise_change", kw_only=True):
    """Will do by round `by`: the answer to a customer's "please change" of an earlier round."""

    customer: Seat
    asked: Round
    by: Round


class Apologise(IntentBase, frozen=True, tag="apologise", kw_only=True):
    """For a commitment of mine that was not kept; once each."""

    commitment: CommitmentNo
    text: Note = ""


class GiveCause(IntentBase, frozen=True, tag="give_cause", kw_only=True):
    """Why the largest commitment that became overdue this week failed, as I see it; the other side does not see it."""

    commitment: CommitmentNo
    cause: Cause


class WriteNote(IntentBase, frozen=True, tag="write_note", kw_only=True):
    """Halfway and at the end, for the table: plan, do, check, act. Replaces an earlier one of the same round."""

    plan: Note = ""
    do: Note = ""
    check: Note = ""
    act: Note = ""


class ThankProvider(IntentBase, frozen=True, tag="thank_provider", kw_only=True):
    provider: Seat
    reason: Note = ""


class EscalateLine(IntentBase, frozen=True, tag="escalate_line", kw_only=True):
    """Put a line before the table and whoever runs the room; one line a seat and round. Either side of it may."""

    sheet: SheetNo
    line: Index
    reason: Note = ""


class AnswerEscalation(IntentBase, frozen=True, tag="answer_escalation", kw_only=True):
    """The other side's reason, once."""

    sheet: SheetNo
    line: Index
    reason: Note = ""


class Vote(IntentBase, frozen=True, tag="vote", kw_only=True):
    """For one measure on offer, or for none; the last one counts."""

    measure: MeasureName | None


class MarkMap(IntentBase, frozen=True, tag="mark_map", kw_only=True):
    """Before round 1: whom I serve and who serves me, as I think."""

    serves: Annotated[tuple[Seat, ...], Meta(max_length=8)]
    served_by: Annotated[tuple[Seat, ...], Meta(max_length=8)]


class AnswerRole(IntentBase, frozen=True, tag="answer_role", kw_only=True):
    """What I think the neighbour I am asked about is measured by most, and what limits it this week."""

    about: Seat
    metric: MetricKind
    limit: Limit


class ShowSignal(IntentBase, frozen=True, tag="show_signal", kw_only=True):
    """A sign to the table, at any time; it may be false. None takes it away."""

    sign: Sign | None


Entry = ProposePool | RateProvider | Vote | WriteNote
"""What may be kept unfinished besides a plan, as the intent that it would be."""


class KeepEntry(IntentBase, frozen=True, tag="keep_entry", kw_only=True):
    """Kept for me alone; if it stands at the end of the phase it counts as entered."""

    entry: Entry


class TimeUp(IntentBase, frozen=True, tag="time_up", kw_only=True):
    """The clock, or whoever runs the room, ends the phase; seats that entered nothing get the default."""


Intent = (
    FinishPhase
    | ResumePhase
    | ChooseOption
    | DeclineOrder
    | SendSheet
    | WithdrawLine
    | AnswerSheet
    | ProposeMeeting
    | AnswerMeeting
    | RestateNeed
    | ConfirmRestatement
    | ClaimPool
    | ProposePool
    | AgreePool
    | ProposeLoan
    | AnswerLoan
    | Warn
    | ProposeTerms
    | AnswerTerms
    | ReleasePromise
    | ShareFact
    | SendMessage
    | SubmitPlan
    | KeepDraft
    | RateProvider
    | PromiseChange
    | Apologise
    | GiveCause
    | WriteNote
    | ThankProvider
    | EscalateLine
    | AnswerEscalation
    | Vote
    | MarkMap
    | AnswerRole
    | ShowSignal
    | KeepEntry
)
"""What a seat may ask for, a person or a bot."""
