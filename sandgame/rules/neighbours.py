"""Who serves whom in a case, and about which neighbour a seat is asked in which round."""

from __future__ import annotations

from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Scenario
from sandgame.rules.state import State

_SHORTEST = 4
"""Weeks below which no role questions are asked."""


def serves(scenario: Scenario, seat: SeatId) -> frozenset[SeatId]:
    """Who may ask for a service of mine."""
    return frozenset(r for service in scenario.services if service.provider == seat for r in service.receivers)


def served_by(scenario: Scenario, seat: SeatId) -> frozenset[SeatId]:
    """Who provides a service that I may ask for."""
    return frozenset(service.provider for service in scenario.services if seat in service.receivers)


def map_is_asked(state: State, seat: SeatId) -> bool:
    """In the Brief of round 1, until the seat has marked its map."""
    asked = "map_task" in state.extras and (state.round, state.phase) == (1, "brief")
    return asked and seat not in state.maps


def asked_about(state: State, seat: SeatId) -> SeatId | None:
    """The neighbour of this round's role question: with each question the next by seat number, and round again."""
    rounds = question_rounds(state.length)
    if "role_questions" not in state.extras or state.round not in rounds:
        return None
    around = sorted(serves(state.scenario, seat) | served_by(state.scenario, seat))
    return around[rounds.index(state.round) % len(around)] if around else None


def question_rounds(length: int) -> tuple[int, ...]:
    """At one third and at two thirds of the session, rounded up, and then the next round."""
    if length < _SHORTEST:
        return ()
    return (-(-length // 3) + 1, -(-2 * length // 3) + 1)
