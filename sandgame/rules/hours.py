"""Hours of a department in a round, before overtime and aid."""

from __future__ import annotations

from sandgame.rules.events import SeatHours
from sandgame.rules.ids import SeatId
from sandgame.rules.pool import gained_by, lent_by
from sandgame.rules.scenario import Scenario
from sandgame.rules.state import State

COORDINATION_HOURS = 1
COORDINATION_EVERY = 2
"""The coordination meeting is held in its first round and every second one after."""


def scenario_hours(scenario: Scenario, seat: SeatId, round_: int) -> int:
    """Hours as the case gives them, with its incidents."""
    return scenario.department(seat).hours + incident_hours(scenario, seat, round_)


def coming_hours(scenario: Scenario, seat: SeatId, first: int, last: int) -> tuple[int, ...]:
    """Hours as the case gives them, of every round from `first` to `last`."""
    hours = [scenario.department(seat).hours] * (last - first + 1)
    for i in scenario.incidents:
        if i.seat == seat and first <= i.round <= last:
            hours[i.round - first] += i.hours
    return tuple(hours)


def incident_hours(scenario: Scenario, seat: SeatId, round_: int) -> int:
    return sum(i.hours for i in scenario.incidents if i.seat == seat and i.round == round_)


def own_hours(state: State, seat: SeatId) -> int:
    """Without loans and pool, not below 0."""
    missing = state.fatigue.get(seat, 0) + meeting_hours(state, seat)
    return max(0, scenario_hours(state.scenario, seat, state.round) - missing)


def meeting_hours(state: State, seat: SeatId) -> int:
    """One hour for each meeting of this round that both sides agreed to, and for the coordination meeting."""
    agreed = sum(seat in pair and meeting.state == "agreed" for pair, meeting in state.meetings.items())
    return agreed + (COORDINATION_HOURS if is_coordinated(state) else 0)


def is_coordinated(state: State) -> bool:
    """Whether the coordination meeting is held in this round."""
    first = state.measures.get("coordination", state.length + 1)
    return first <= state.round and (state.round - first) % COORDINATION_EVERY == 0


def seat_hours(state: State, seat: SeatId, pool: int) -> SeatHours:
    own = own_hours(state, seat)
    lent, gained = lent_by(state, seat), gained_by(state, seat)
    return SeatHours(
        seat=seat,
        hours=max(0, own - lent + gained + pool),
        own=own,
        fatigue=state.fatigue.get(seat, 0),
        meetings=meeting_hours(state, seat),
        lent=lent,
        gained=gained,
        pool=pool,
    )
