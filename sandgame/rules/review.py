"""Review: ratings, thanks, apologies, causes, wishes and what is promised of them, notes."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.state import State
from sandgame.rules.view import asked_of, largest_failed, to_apologise, to_rate, to_thank

Outcome = tuple[e.Event, ...] | Refusal
MAX_THANKS = 3


def rate(state: State, seat: SeatId, intent: i.RateProvider) -> Outcome:
    if intent.provider not in to_rate(state, seat):
        return Refusal(Reason.NOTHING_TO_RATE, place=intent.provider)
    if (intent.assurance or intent.tangibles) and not state.is_long_form:
        return Refusal(Reason.NOT_THE_LONG_FORM)
    return (
        e.ProviderRated(
            customer=seat,
            provider=intent.provider,
            reliability=intent.reliability,
            responsiveness=intent.responsiveness,
            empathy=intent.empathy,
            assurance=intent.assurance,
            tangibles=intent.tangibles,
            comment=intent.comment,
            please_change=intent.please_change,
        ),
    )


def promise_change(state: State, seat: SeatId, intent: i.PromiseChange) -> Outcome:
    """Any time after the Review in which it was asked; by a week that is yet to come."""
    if not any((a.customer, a.round) == (intent.customer, intent.asked) for a in asked_of(state, seat)):
        return Refusal(Reason.NOTHING_ASKED, place=intent.customer)
    if intent.by <= state.round:
        return Refusal(Reason.DUE_TOO_EARLY, limit=state.round + 1)
    if intent.by > state.length:
        return Refusal(Reason.DUE_TOO_LATE, limit=state.length)
    return (e.ChangePromised(seat, intent.customer, intent.asked, intent.by),)


def apologise(state: State, seat: SeatId, intent: i.Apologise) -> Outcome:
    number = CommitmentId(intent.commitment)
    commitment = state.commitments.get(number)
    if number in state.apologies and commitment is not None and commitment.provider == seat:
        return Refusal(Reason.ALREADY_SAID, place=number)
    if number not in to_apologise(state, seat):
        return Refusal(Reason.NOTHING_TO_APOLOGISE_FOR, place=number)
    return (e.Apologised(number, intent.text),)


def give_cause(state: State, seat: SeatId, intent: i.GiveCause) -> Outcome:
    if "why_failed" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    number = CommitmentId(intent.commitment)
    commitment = state.commitments.get(number)
    sides = () if commitment is None else (commitment.customer, commitment.provider)
    if seat not in sides or number not in largest_failed(state):
        return Refusal(Reason.NOTHING_FAILED, place=number)
    return (e.CauseGiven(seat, number, intent.cause),)


def write_note(state: State, seat: SeatId, intent: i.WriteNote) -> Outcome:
    if not state.is_long_form:
        return Refusal(Reason.NOT_NOTE_TIME, limit=state.half_time or state.length)
    return (e.NoteWritten(seat, state.round, intent.plan, intent.do, intent.check, intent.act),)


def thank(state: State, seat: SeatId, intent: i.ThankProvider) -> Outcome:
    if intent.provider not in to_thank(state, seat):
        return Refusal(Reason.NOTHING_TO_THANK_FOR, place=intent.provider)
    given = [provider for customer, provider in state.thanks if customer == seat]
    if len(given) >= MAX_THANKS or intent.provider in given:
        return Refusal(Reason.TOO_MANY_THANKS, limit=MAX_THANKS)
    return (e.ProviderThanked(seat, intent.provider, intent.reason),)
