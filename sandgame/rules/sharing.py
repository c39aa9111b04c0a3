"""Sharing hours: the pool and loans."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.hours import own_hours
from sandgame.rules.ids import LoanId, SeatId
from sandgame.rules.numbering import next_loan
from sandgame.rules.pool import LENT_MAX, LOAN_MAX, LOAN_MIN, loan_fits, may_lend
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.state import Loan, State

Outcome = tuple[e.Event, ...] | Refusal


def _pool_refusal(state: State) -> Refusal | None:
    if "pool" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    return None if state.scenario.pool else Refusal(Reason.NO_POOL)


def claim_pool(state: State, seat: SeatId, intent: i.ClaimPool) -> Outcome:
    refusal = _pool_refusal(state)
    if refusal is not None:
        return refusal
    if intent.hours > state.scenario.pool:
        return Refusal(Reason.ABOVE_POOL, limit=state.scenario.pool)
    return (e.PoolClaimed(seat, intent.hours),)


def propose_pool(state: State, seat: SeatId, intent: i.ProposePool) -> Outcome:
    """Only who claims sees the claims, and so only who claims can propose: else refusals would tell them."""
    refusal = _pool_refusal(state)
    if refusal is not None:
        return refusal
    if not state.pool.claims.get(seat, 0):
        return Refusal(Reason.NOT_A_CLAIMANT)
    if sum(share.hours for share in intent.shares) > state.scenario.pool:
        return Refusal(Reason.ABOVE_POOL, limit=state.scenario.pool)
    if len({share.seat for share in intent.shares}) < len(intent.shares):
        return Refusal(Reason.SAME_LINE_TWICE)
    for share in intent.shares:
        claim = state.pool.claims.get(share.seat, 0)
        if share.hours > claim:
            return Refusal(Reason.ABOVE_CLAIM, limit=claim, place=share.seat)
    return (e.PoolProposed(seat, intent.shares),)


def agree_pool(state: State, seat: SeatId, _intent: i.AgreePool) -> Outcome:
    refusal = _pool_refusal(state)
    if refusal is not None:
        return refusal
    if not state.pool.claims.get(seat, 0):
        return Refusal(Reason.NOT_A_CLAIMANT)
    if state.pool.proposer is None:
        return Refusal(Reason.NO_PROPOSAL)
    if seat in state.pool.agreed:
        return Refusal(Reason.ALREADY_FINISHED)
    return (e.PoolAgreed(seat),)


def propose_loan(state: State, seat: SeatId, intent: i.ProposeLoan) -> Outcome:
    if "lend" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    if not LOAN_MIN <= intent.hours <= LOAN_MAX:
        return Refusal(Reason.LOAN_SIZE, limit=LOAN_MAX)
    for party in (intent.lender, intent.borrower):
        if party not in state.seats:
            return Refusal(Reason.NO_SUCH_SEAT, place=party)
    if intent.lender == intent.borrower:
        return Refusal(Reason.SAME_SEAT)
    if seat not in (intent.lender, intent.borrower):
        return Refusal(Reason.NOT_YOUR_SEAT)
    loan = Loan(next_loan(state), seat, intent.lender, intent.borrower, intent.hours, "open")
    if seat == intent.lender and not may_lend(state, loan, own_hours(state, intent.lender)):
        return Refusal(Reason.LOAN_LIMIT, limit=LENT_MAX)
    proposed = e.LoanProposed(loan.loan, seat, intent.lender, intent.borrower, intent.hours)
    other = intent.borrower if seat == intent.lender else intent.lender
    return (proposed, e.SeatResumed(other)) if other in state.finished else (proposed,)


def answer_loan(state: State, seat: SeatId, intent: i.AnswerLoan) -> Outcome:
    """The other side agrees or refuses; whoever proposed may only take it back."""
    loan = state.loans.get(LoanId(intent.loan))
    if loan is None or seat not in (loan.lender, loan.borrower):
        return Refusal(Reason.NO_SUCH_LOAN, place=intent.loan)
    if loan.state != "open":
        return Refusal(Reason.LOAN_CLOSED, place=intent.loan)
    if intent.agree and seat == loan.proposer:
        return Refusal(Reason.NOT_YOUR_TURN, place=intent.loan)
    if intent.agree and not loan_fits(state, loan, own_hours(state, loan.lender)):
        return Refusal(Reason.LOAN_LIMIT, limit=LENT_MAX, place=intent.loan)
    return (e.LoanAnswered(loan.loan, intent.agree),)
