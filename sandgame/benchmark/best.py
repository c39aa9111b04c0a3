"""What the company could still earn from a state: best joint result V, and its linear relaxation U, in whole money."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.benchmark.model import model
from sandgame.benchmark.programme import Programme
from sandgame.benchmark.solve import Found, relaxed, solve, whole_money
from sandgame.rules.apply import fold
from sandgame.rules.scenario import Scenario
from sandgame.rules.start import start
from sandgame.rules.state import State

GAP = 0.09
"""In money: rules ask for less than a tenth."""
FINE_GAP = 1e-4
NODES = 1_000_000


@dataclass(frozen=True, slots=True)
class Best:
    """`money` in whole units, rounded down; `gap` is how far the search was from proving it, in money."""

    money: int
    gap: float


def best(state: State, nodes: int = NODES) -> Best:
    """V: the most that could still be earned, past money left out."""
    return best_of(model(state).programme, nodes)


def bound(state: State, help_: bool = True) -> int:
    """U: never below V, found in hundredths of a second; without `help_` had nobody overtime, loans, a pool or aids."""
    return whole_money(relaxed(model(state, help_).programme))


def best_from_start(scenario: Scenario, seed: int, length: int, nodes: int = NODES) -> Best:
    """V of a whole game; `scenario` as written."""
    return best(at_start(scenario, seed, length), nodes)


def at_start(scenario: Scenario, seed: int, length: int) -> State:
    """The Brief of round 1."""
    return fold(start(scenario, "", seed, length, "desk", None))


def best_of(programme: Programme, nodes: int = NODES) -> Best:
    """Solved on until whole money is beyond doubt: so no platform rounds another way."""
    found = solve(programme, GAP, nodes)
    if _is_in_doubt(found):
        found = solve(programme, FINE_GAP, nodes)
    return Best(whole_money(found.value), found.bound - found.value)


def _is_in_doubt(found: Found) -> bool:
    return whole_money(found.value) != whole_money(found.bound)
