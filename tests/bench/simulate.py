"""Whole games by bots on one core, full logs kept: games and accepted intents a second."""

from __future__ import annotations

import time

from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.play import company, play
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.bench.figure import put, runs
from tests.bench.games import CASES

SEEDS = 8
"""Games of a run: seeds 0 to this, the last one not included."""


def main() -> None:
    times = runs(5)
    for name in CASES:
        package = load(find(name))
        assert isinstance(package, Package), package
        for style in NAMES:
            measure(name, package, style, times)


def measure(name: str, package: Package, style: StyleName, times: int) -> None:
    scenario, length = package.scenario, max(package.scenario.lengths)
    styles = company(scenario, style)
    games_a_second: list[float] = []
    intents_a_second: list[float] = []
    play(scenario, package.fingerprint, 0, length, styles, benchmarks=package.benchmarks(0, length))
    for _ in range(times):
        intents = 0
        begun = time.process_time()
        for seed in range(SEEDS):
            game = play(
                scenario, package.fingerprint, seed, length, styles, benchmarks=package.benchmarks(seed, length)
            )
            intents += game.intents
        taken = time.process_time() - begun
        games_a_second.append(SEEDS / taken)
        intents_a_second.append(intents / taken)
    put(f"simulate.{name}.{style}.games", games_a_second, "games/s", ">= 30" if name == "factory" else "")
    put(f"simulate.{name}.{style}.intents", intents_a_second, "intents/s")


if __name__ == "__main__":
    main()
