"""Hours of a department in a round, before overtime and aid."""

from __future__ import annotations

from sandgame.rules.events import SeatHours
from sandgame.rules.ids import SeatId
from sandgame.rules.pool import gained_by, lent_by
from sandgame.rules.scenario import Scenario
from sandgame.rules.state import State


def scenario_hours(scenario: Scenario, seat: SeatId, round_: int) -> int:
    """Hours as the case gives them, with its incidents."""
    return scenario.department(seat).hours + incident_hours(scenario, seat, round_)


def incident_hours(scenario: Scenario, seat: SeatId, round_: int) -> int:
    return sum(i.hours for i in scenario.incidents if i.seat == seat and i.round == round_)


def own_hours(state: State, seat: SeatId) -> int:
    """Without loans and pool, not below 0."""
    missing = state.fatigue.get(seat, 0) + meeting_hours(state, seat)
    return max(0, scenario_hours(state.scenario, seat, state.round) - missing)


def meeting_hours(state: State, seat: SeatId) -> int:
    """One hour for each meeting of this round that both sides agreed to."""
    return sum(seat in pair and meeting.state == "agreed" for pair, meeting in state.meetings.items())


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
