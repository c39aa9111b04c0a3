"""Measures: which are on offer, voting, adopting. What a measure does stands where the rule is that it changes."""

from __future__ import annotations

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import SeatId
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import MeasureAdopted, MeasureVoted
from sandgame.rules.scenario import MeasureName, MeasureOffer
from sandgame.rules.seen import Seen
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def in_force(seen: Seen, measure: MeasureName) -> bool:
    """Whether a measure is held in this round, as everybody sees it."""
    now = seen.table.round
    return any(m.measure == measure and m.holds_from is not None and m.holds_from <= now for m in seen.room.measures)


def vote(state: State, seat: SeatId, intent: i.Vote) -> Outcome:
    if "vote" not in state.rules:
        return Refusal(Reason.RULE_NOT_OPEN)
    if intent.measure is None and not is_votable(state):
        return Refusal(Reason.NO_VOTE_NOW)
    fault = None if intent.measure is None else _fault(state, intent.measure)
    return fault or (MeasureVoted(seat, intent.measure),)


def switch_measure(state: State, intent: r.SwitchMeasure) -> Outcome:
    """Without a vote, and paid all the same."""
    if state.phase != "review":
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    fault = _fault(state, intent.measure)
    return fault or (_adoption(state, intent.measure, votes=0),)


def is_votable(state: State) -> bool:
    """In a Review, if the case has opened voting and a measure may still be adopted for a week to come."""
    if state.phase != "review" or "vote" not in state.rules:
        return False
    return any(_fault(state, offer.measure) is None for offer in state.scenario.measures)


def _fault(state: State, measure: MeasureName) -> Refusal | None:
    """Why a measure cannot be adopted from the next round on."""
    offer = _offer(state, measure)
    if offer is None:
        return Refusal(Reason.NO_SUCH_MEASURE)
    if measure in state.measures:
        return Refusal(Reason.MEASURE_HELD)
    if state.round >= state.length:
        return Refusal(Reason.NO_VOTE_NOW)
    return Refusal(Reason.MEASURE_TOO_EARLY, limit=offer.round) if offer.round > state.round else None


def _offer(state: State, measure: MeasureName) -> MeasureOffer | None:
    return next((offer for offer in state.scenario.measures if offer.measure == measure), None)


def _adoption(state: State, measure: MeasureName, votes: int) -> MeasureAdopted:
    offer = _offer(state, measure)
    return MeasureAdopted(measure, state.round + 1, offer.price if offer is not None else 0, votes)


def adopted_by_vote(state: State) -> tuple[MeasureAdopted, ...]:
    """What more than half of all seats have voted for when the Review ends."""
    votes = list(state.votes.values())
    return tuple(
        _adoption(state, measure, votes.count(measure))
        for measure in sorted(set(votes))
        if 2 * votes.count(measure) > len(state.seats) and _fault(state, measure) is None
    )
