"""How much faster many processes are than one: games of the factory by bots, 10 seconds of work on one core."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial

from sandgame.lab.simulation import simulate
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.bench.figure import put, runs

WORK = 10
"""Seconds on one core."""
TRIAL = 40
"""Games that tell how many make up the work."""


def main() -> None:
    times = runs(3)
    package = load(find("factory"))
    assert isinstance(package, Package), package
    play = partial(simulate, package, "collaborating")
    games = max(TRIAL, round(TRIAL * WORK / took(partial(play, games=TRIAL, jobs=1))))
    for jobs in sorted({2, os.cpu_count() or 2}):
        share: list[float] = []
        for _ in range(times):
            alone = took(partial(play, games=games, jobs=1))
            share.append(alone / took(partial(play, games=games, jobs=jobs)) / jobs)
        put(f"cores.factory.{jobs}", share, "of each core", "0.85 or more")


def took(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
