"""What the solver's room takes on one core: U of a state, all losses of a table, V of a whole game with its gap."""

from __future__ import annotations

import statistics
from functools import partial

from sandgame.benchmark.best import best_from_start, bound
from sandgame.lab.losses import losses, played_weeks
from sandgame.lab.play import company, play
from sandgame.rules.scenario import Benchmarks
from sandgame.rules.state import State
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.bench.figure import put, runs, seconds
from tests.bench.games import STYLES

SEEDS = 3
"""Whole games solved in a run: seeds 0 to this, the last one not included."""


def main() -> None:
    times = runs(5)
    package = load(find("factory"))
    assert isinstance(package, Package), package
    scenario, length = package.scenario, max(package.scenario.lengths)
    solved = [best_from_start(scenario, seed, length) for seed in range(SEEDS)]
    for style in STYLES:
        of = play(scenario, package.fingerprint, 0, length, company(scenario, style))
        weeks, _ = played_weeks(of.events)
        states = [week.begun for week in weeks]
        every = [taken / len(states) * 1000 for taken in seconds(partial(_bounds, states), times)]
        put(f"bound.factory.{style}.mean", every, "ms", "50 or less")
        first = [taken * 1000 for taken in seconds(partial(bound, states[0]), times)]
        put(f"bound.factory.{style}.first", first, "ms", "50 or less")
        # with the case's own constant, as in class: V of the whole game is not solved again
        measured = play(scenario, package.fingerprint, 0, length, company(scenario, style), _marks(solved[0].money))
        put(f"losses.factory.{style}", seconds(partial(losses, measured.events), times), "s", "7 or less")
    for seed in range(SEEDS):
        put(f"best.factory.{seed}", seconds(partial(best_from_start, scenario, seed, length), 1), "s", "60 or less")
        put(f"best.factory.{seed}.gap", [solved[seed].gap], "money", "below 0.1")


def _bounds(states: list[State]) -> float:
    return statistics.fmean(bound(state) for state in states)


def _marks(best: int) -> Benchmarks:
    return Benchmarks(best, 0, (0,) * 8, (0,) * 8)


if __name__ == "__main__":
    main()
