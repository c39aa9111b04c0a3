"""Whose doing an event of the log is, and who really did it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from sandgame.rules import events as e
from sandgame.rules import room_events as re
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.state import State

Doer = Literal["seat", "room", "time", "rules"]
"""The seat itself; whoever runs the room, in its stead; the end of time; or what the rules make of the rest."""


def _own_seat(_: State, event: Any) -> SeatId:
    return SeatId(event.seat)


def _customer(_: State, event: Any) -> SeatId:
    return SeatId(event.customer)


def _provider(_: State, event: e.ChangePromised) -> SeatId:
    return event.provider


def _owner(state: State, event: e.OptionChosen | e.OrderDeclined) -> SeatId:
    return state.orders[event.order].terms.owner


def _sheet_customer(state: State, event: e.LineWithdrawn | e.RestatementConfirmed) -> SeatId:
    return state.sheets[event.sheet].customer


def _sheet_provider(state: State, event: e.NeedRestated) -> SeatId:
    return state.sheets[event.sheet].provider


def _commitment_provider(state: State, event: e.PromiseWarned | e.Apologised) -> SeatId:
    return state.commitments[event.commitment].provider


def _commitment_customer(state: State, event: e.PromiseReleased) -> SeatId:
    return state.commitments[event.commitment].customer


def _loan_other(state: State, event: e.LoanAnswered) -> SeatId:
    loan = state.loans[event.loan]
    return loan.borrower if loan.proposer == loan.lender else loan.lender


_BY: dict[type, Callable[[State, Any], SeatId]] = {
    **dict.fromkeys(
        (
            e.SeatFinished, e.SeatResumed, e.SheetAnswered, e.MeetingProposed, e.MeetingAnswered, e.PoolClaimed,
            e.PoolProposed, e.PoolAgreed, e.LoanProposed, e.TermsProposed, e.TermsAnswered, e.FactShared, e.MessageSent,
            e.PlanSubmitted, e.DraftKept, e.CauseGiven, e.NoteWritten, re.LineEscalated, re.EscalationAnswered,
            re.MeasureVoted, re.MapMarked, re.RoleAnswered, re.SignalShown, re.EntryKept,
        ),
        _own_seat,
    ),
    **dict.fromkeys((e.SheetSent, e.ProviderRated, e.ProviderThanked), _customer),
    e.ChangePromised: _provider,
    e.OptionChosen: _owner,
    e.OrderDeclined: _owner,
    e.LineWithdrawn: _sheet_customer,
    e.RestatementConfirmed: _sheet_customer,
    e.NeedRestated: _sheet_provider,
    e.PromiseWarned: _commitment_provider,
    e.Apologised: _commitment_provider,
    e.PromiseReleased: _commitment_customer,
    e.LoanAnswered: _loan_other,
}  # fmt: skip


def whose(state: State, event: Event) -> SeatId:
    """The seat whose doing an event is; 0 for the clock, the room and the rules."""
    who = _BY.get(type(event))
    return TABLE if who is None else who(state, event)


def doer_of(state: State, event: Event, acting: SeatId | None) -> Doer:
    by = whose(state, event)
    if not by:
        return "rules"
    if by == acting:
        return "room"
    if isinstance(event, e.SeatResumed):
        return "rules"  # called back by what another has said, unless it follows an act of its own
    defaulted = isinstance(event, e.SeatFinished | e.OptionChosen | e.PlanSubmitted) and event.default
    return "time" if defaulted else "seat"


def acted_for(acting: SeatId | None, event: Event) -> SeatId | None:
    """For whom the room acts in the next event: what it asked for, and the meeting that a sheet may propose with it."""
    if isinstance(event, re.ActedFor):
        return event.seat
    return acting if isinstance(event, e.SheetSent) else None
