"""Commitments after they are made: warnings in time, new terms that both agree to, release by the customer."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.intents import Part
from sandgame.rules.numbering import next_commitment
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import NewPromise
from sandgame.rules.sheets import due_fault, due_once_agreed, woken
from sandgame.rules.state import Commitment, State

Outcome = tuple[e.Event, ...] | Refusal


def warn(state: State, seat: SeatId, intent: i.Warn) -> Outcome:
    """Before the due round ends, in Negotiate or Plan; a customer that had finished Negotiate is called back."""
    commitment = _open(state, seat, intent.commitment)
    if isinstance(commitment, Refusal):
        return commitment
    if commitment.provider != seat:
        return Refusal(Reason.NO_SUCH_COMMITMENT, place=intent.commitment)
    if commitment.state == "overdue":
        return Refusal(Reason.ALREADY_OVERDUE, place=intent.commitment)
    if commitment.warned == state.round:
        return Refusal(Reason.ALREADY_WARNED, place=intent.commitment)
    event = e.PromiseWarned(commitment.commitment, min(intent.units, commitment.lacking), intent.note)
    return woken(state, commitment.customer, event) if state.phase == "negotiate" else (event,)


def propose_terms(state: State, seat: SeatId, intent: i.ProposeTerms) -> Outcome:
    commitment = _open(state, seat, intent.commitment)
    if isinstance(commitment, Refusal):
        return commitment
    if commitment.state == "overdue":
        return Refusal(Reason.ALREADY_OVERDUE, place=intent.commitment)
    if commitment.offered is not None:
        return Refusal(Reason.TERMS_OPEN, place=intent.commitment)
    lead = state.scenario.service(commitment.service).lead
    for part in intent.parts:
        fault = due_fault(state, part.due, lead, intent.commitment)
        if fault is not None:
            return fault
    other = commitment.customer if seat == commitment.provider else commitment.provider
    return woken(state, other, e.TermsProposed(commitment.commitment, seat, intent.parts))


def answer_terms(state: State, seat: SeatId, intent: i.AnswerTerms) -> Outcome:
    commitment = _open(state, seat, intent.commitment)
    if isinstance(commitment, Refusal):
        return commitment
    if commitment.offered is None:
        return Refusal(Reason.NO_TERMS, place=intent.commitment)
    proposer, parts = commitment.offered
    if not intent.agree:
        return (e.TermsAnswered(commitment.commitment, seat, ()),)
    if proposer == seat:
        return Refusal(Reason.NOT_YOUR_TURN, place=intent.commitment)
    earliest = state.round + state.scenario.service(commitment.service).lead
    if earliest > state.length:
        return Refusal(Reason.DUE_TOO_LATE, limit=state.length, place=intent.commitment)
    dues = (due_once_agreed(state, part.due, earliest) for part in parts)
    terms = (Part(part.units, due) for part, due in zip(parts, dues, strict=True))
    agreed = tuple(NewPromise(next_commitment(state, n), part) for n, part in enumerate(terms))
    return (e.TermsAnswered(commitment.commitment, seat, agreed),)


def release(state: State, seat: SeatId, intent: i.ReleasePromise) -> Outcome:
    """Before its due it then counts for neither; what was overdue is broken."""
    commitment = _open(state, seat, intent.commitment)
    if isinstance(commitment, Refusal):
        return commitment
    if commitment.customer != seat:
        return Refusal(Reason.NO_SUCH_COMMITMENT, place=intent.commitment)
    return (e.PromiseReleased(commitment.commitment, broken=commitment.state == "overdue"),)


def _open(state: State, seat: SeatId, number: int) -> Commitment | Refusal:
    commitment = state.commitments.get(CommitmentId(number))
    if commitment is None or seat not in (commitment.customer, commitment.provider):
        return Refusal(Reason.NO_SUCH_COMMITMENT, place=number)
    if not commitment.is_open:
        return Refusal(Reason.PROMISE_CLOSED, place=number)
    return commitment
