"""What may be asked of the game: one Struct for each intent, imperative. Each names the round and phase it is for."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from sandgame.rules.ids import (
    CommitmentNo,
    Hours,
    Index,
    LoanNo,
    Note,
    OrderNo,
    Phase,
    Round,
    Seat,
    Service,
    SheetNo,
    Units,
)

Channel = Literal["quick", "written"]
DeclineReason = Literal["no_capacity", "own_priorities", "unclear", "no_inputs", "other"]
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


class PoolShare(Struct, frozen=True, forbid_unknown_fields=True):
    seat: Seat
    hours: Hours


class IntentBase(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", kw_only=True):
    round: Round
    phase: Phase


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


class WithdrawLine(IntentBase, frozen=True, tag="withdraw_line", kw_only=True):
    sheet: SheetNo
    line: Index


class AnswerSheet(IntentBase, frozen=True, tag="answer_sheet", kw_only=True):
    """The side whose turn it is answers some or all of the open lines of a sheet."""

    sheet: SheetNo
    answers: Annotated[tuple[LineAnswer, ...], Meta(min_length=1, max_length=MAX_LINES)]


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


class SubmitPlan(IntentBase, frozen=True, tag="submit_plan", kw_only=True):
    plan: Plan


class KeepDraft(IntentBase, frozen=True, tag="keep_draft", kw_only=True):
    """A plan that rests unsubmitted; the last valid one counts when time ends."""

    plan: Plan


class RateProvider(IntentBase, frozen=True, tag="rate_provider", kw_only=True):
    """Replaces an earlier rating of the same provider in the same round."""

    provider: Seat
    reliability: Rating
    responsiveness: Rating
    empathy: Rating
    comment: Note = ""


class ThankProvider(IntentBase, frozen=True, tag="thank_provider", kw_only=True):
    provider: Seat
    reason: Note = ""


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
    | RestateNeed
    | ConfirmRestatement
    | ClaimPool
    | ProposePool
    | AgreePool
    | ProposeLoan
    | AnswerLoan
    | SubmitPlan
    | KeepDraft
    | RateProvider
    | ThankProvider
    | TimeUp
)
