"""The referee: a state, who asks and what is asked give events, or a refusal. Never an exception, never a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.beside import answer_role, mark_map, show_signal
from sandgame.rules.deck import deal_card
from sandgame.rules.escalation import answer_escalation, decide_line, escalate
from sandgame.rules.ids import ROOM, TABLE, OrderId, Phase, SeatId
from sandgame.rules.kept import keep_entry
from sandgame.rules.measures import switch_measure, vote
from sandgame.rules.meetings import answer_meeting, propose_meeting
from sandgame.rules.phases import end_phase, finish
from sandgame.rules.plans import bounds_of, plan_fault
from sandgame.rules.promises import answer_terms, propose_terms, release, warn
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.review import apologise, give_cause, promise_change, rate, thank, write_note
from sandgame.rules.room import (
    change_time,
    mark_moment,
    pause_play,
    resume_play,
    roll_back,
    seat_player,
    shorten_session,
    swap_seats,
    tell_table,
)
from sandgame.rules.room_events import ActedFor
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.shapes import tag_of
from sandgame.rules.sharing import agree_pool, answer_loan, claim_pool, propose_loan, propose_pool
from sandgame.rules.sheets import answer_sheet, confirm, restate, send_sheet, withdraw
from sandgame.rules.state import State
from sandgame.rules.telling import send_message, share

Outcome = tuple[e.Event, ...] | Refusal


def decide(state: State, seat: SeatId, intent: AnyIntent) -> Outcome:
    """At least one event, or a refusal with nothing changed. `seat` is TABLE for the clock and the facilitator."""
    if state.phase == "over" and not isinstance(intent, r.RollBack | r.MarkMoment):
        return Refusal(Reason.GAME_OVER)
    if intent.round != state.round or intent.phase != state.phase:
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    if seat == TABLE:
        ruled = _ROOM.get(type(intent))
        return Refusal(Reason.NOT_YOUR_SEAT) if ruled is None else ruled(state, intent)
    if seat not in state.seats:
        return Refusal(Reason.NO_SUCH_SEAT, place=seat)
    if type(intent) not in _RULES:
        return Refusal(Reason.NOT_YOUR_SEAT)
    if state.paused and not isinstance(intent, i.KeepDraft | i.KeepEntry) and not _calls_the_room(intent):
        return Refusal(Reason.PAUSED)
    return _by_seat(state, seat, intent)


def _calls_the_room(intent: AnyIntent) -> bool:
    """Whoever needs help may say so while play stands still, too."""
    return isinstance(intent, i.SendMessage) and intent.to == ROOM


def _by_seat(state: State, seat: SeatId, intent: AnyIntent) -> Outcome:
    phases, rule = _RULES[type(intent)]
    if phases is not None and state.phase not in phases:
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    return rule(state, seat, intent)


def _time_up(state: State, _intent: i.TimeUp) -> Outcome:
    return end_phase(state)


def _act_for(state: State, intent: r.ActFor) -> Outcome:
    """What the seat itself could have done now, and no more; marked by the event in front."""
    if intent.seat not in state.seats:
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.seat)
    if (intent.intent.round, intent.intent.phase) != (state.round, state.phase):
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    outcome = _by_seat(state, intent.seat, intent.intent)
    if isinstance(outcome, Refusal):
        return outcome
    return (ActedFor(intent.seat, tag_of(intent.intent)), *outcome)


def _finish_phase(state: State, seat: SeatId, _intent: i.FinishPhase) -> Outcome:
    if seat in state.finished:
        return Refusal(Reason.ALREADY_FINISHED)
    if state.phase == "plan":
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    return finish(state, (e.SeatFinished(seat, default=False),))


def _resume_phase(state: State, seat: SeatId, _intent: i.ResumePhase) -> Outcome:
    if seat not in state.finished:
        return Refusal(Reason.NOT_FINISHED)
    return (e.SeatResumed(seat),)


def _choose_option(state: State, seat: SeatId, intent: i.ChooseOption) -> Outcome:
    refusal = _order_refusal(state, seat, intent.order)
    if refusal is not None:
        return refusal
    if intent.option >= len(state.orders[intent.order].terms.options):
        return Refusal(Reason.NO_SUCH_OPTION, place=intent.order)
    return (e.OptionChosen(intent.order, intent.option, default=False),)


def _decline_order(state: State, seat: SeatId, intent: i.DeclineOrder) -> Outcome:
    return _order_refusal(state, seat, intent.order) or (e.OrderDeclined(intent.order),)


def _order_refusal(state: State, seat: SeatId, number: int) -> Refusal | None:
    """An option is chosen, or the order declined, once, in the Negotiate of its arrival."""
    order = state.orders.get(OrderId(number))
    if order is None or order.terms.owner != seat or order.state == "coming":
        return Refusal(Reason.NO_SUCH_ORDER, place=number)
    if order.state != "open" or order.option is not None:
        return Refusal(Reason.ORDER_SETTLED, place=number)
    return None


def _submit_plan(state: State, seat: SeatId, intent: i.SubmitPlan) -> Outcome:
    fault = plan_fault(bounds_of(state, seat), intent.plan)
    if fault is not None:
        return fault
    return finish(state, (e.PlanSubmitted(seat, intent.plan, default=False),))


def _keep_draft(state: State, seat: SeatId, intent: i.KeepDraft) -> Outcome:
    """An invalid draft is refused, so that the last valid one counts."""
    fault = plan_fault(bounds_of(state, seat), intent.plan)
    return fault or (e.DraftKept(seat, intent.plan),)


_TALK: tuple[Phase, ...] = ("negotiate", "plan")
_NEGOTIATE: tuple[Phase, ...] = ("negotiate",)
_PLAN: tuple[Phase, ...] = ("plan",)
_REVIEW: tuple[Phase, ...] = ("review",)
_BRIEF: tuple[Phase, ...] = ("brief",)
_KEEPING: tuple[Phase, ...] = ("negotiate", "review")
_RULES: dict[type, tuple[tuple[Phase, ...] | None, Callable[[State, SeatId, Any], Outcome]]] = {
    i.FinishPhase: (None, _finish_phase),
    i.ResumePhase: (None, _resume_phase),
    i.ChooseOption: (_NEGOTIATE, _choose_option),
    i.DeclineOrder: (_NEGOTIATE, _decline_order),
    i.SendSheet: (_NEGOTIATE, send_sheet),
    i.WithdrawLine: (_NEGOTIATE, withdraw),
    i.AnswerSheet: (_NEGOTIATE, answer_sheet),
    i.ProposeMeeting: (_NEGOTIATE, propose_meeting),
    i.AnswerMeeting: (_NEGOTIATE, answer_meeting),
    i.RestateNeed: (_NEGOTIATE, restate),
    i.ConfirmRestatement: (_NEGOTIATE, confirm),
    i.ClaimPool: (_NEGOTIATE, claim_pool),
    i.ProposePool: (_NEGOTIATE, propose_pool),
    i.AgreePool: (_NEGOTIATE, agree_pool),
    i.ProposeLoan: (_NEGOTIATE, propose_loan),
    i.AnswerLoan: (_NEGOTIATE, answer_loan),
    i.Warn: (_TALK, warn),
    i.ProposeTerms: (_NEGOTIATE, propose_terms),
    i.AnswerTerms: (_NEGOTIATE, answer_terms),
    i.ReleasePromise: (_NEGOTIATE, release),
    i.ShareFact: (_NEGOTIATE, share),
    i.SendMessage: (None, send_message),
    i.SubmitPlan: (_PLAN, _submit_plan),
    i.KeepDraft: (_PLAN, _keep_draft),
    i.RateProvider: (_REVIEW, rate),
    i.PromiseChange: (None, promise_change),
    i.Apologise: (_REVIEW, apologise),
    i.GiveCause: (_REVIEW, give_cause),
    i.WriteNote: (_REVIEW, write_note),
    i.ThankProvider: (_REVIEW, thank),
    i.EscalateLine: (_NEGOTIATE, escalate),
    i.AnswerEscalation: (_NEGOTIATE, answer_escalation),
    i.Vote: (_REVIEW, vote),
    i.MarkMap: (_BRIEF, mark_map),
    i.AnswerRole: (_BRIEF, answer_role),
    i.ShowSignal: (None, show_signal),
    i.KeepEntry: (_KEEPING, keep_entry),
}
_ROOM: dict[type, Callable[[State, Any], Outcome]] = {
    i.TimeUp: _time_up,
    r.ActFor: _act_for,
    r.SeatPlayer: seat_player,
    r.TellTable: tell_table,
    r.DecideLine: decide_line,
    r.SwitchMeasure: switch_measure,
    r.DealCard: deal_card,
    r.ShortenSession: shorten_session,
    r.SwapSeats: swap_seats,
    r.RollBack: roll_back,
    r.PausePlay: pause_play,
    r.ResumePlay: resume_play,
    r.ChangeTime: change_time,
    r.MarkMoment: mark_moment,
}
