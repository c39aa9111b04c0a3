"""Meetings: one hour each side, for clear words on all that is between the two in this round."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.clarity import pair_of
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sheets import woken
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def propose_meeting(state: State, seat: SeatId, intent: i.ProposeMeeting) -> Outcome:
    """At an open table everybody is talking already: there the rule does not exist."""
    if "meeting" not in state.rules or state.talk == "open":
        return Refusal(Reason.RULE_NOT_OPEN)
    if intent.other not in state.seats:
        return Refusal(Reason.NO_SUCH_SEAT, place=intent.other)
    if intent.other == seat:
        return Refusal(Reason.SAME_SEAT)
    if pair_of(seat, intent.other) in state.meetings:
        return Refusal(Reason.MEETING_OPEN, place=intent.other)
    return woken(state, intent.other, e.MeetingProposed(seat, intent.other))


def answer_meeting(state: State, seat: SeatId, intent: i.AnswerMeeting) -> Outcome:
    """The other side agrees or not; whoever proposed may only take it back."""
    meeting = state.meetings.get(pair_of(seat, intent.other)) if intent.other != seat else None
    if meeting is None or meeting.state != "open":
        return Refusal(Reason.NO_MEETING, place=intent.other)
    if intent.agree and meeting.proposer == seat:
        return Refusal(Reason.NOT_YOUR_TURN, place=intent.other)
    return (e.MeetingAnswered(seat, intent.other, intent.agree),)
