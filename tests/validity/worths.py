"""Plays the factory with each measure held from the start, and holds what it is worth to bots against the design's.

    python -m tests.validity.worths [--jobs N]

Companies of each style, seeds 1 to 40, no price. Prints JSON lines with the change of the mean result, in the order of
the styles, as the design says it and as it was found; exit 1 if one differs.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unittest import mock

from msgspec.structs import replace

from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.play import company, play
from sandgame.lab.pool import run_all
from sandgame.rules import hours
from sandgame.rules.scenario import MeasureName, MeasureOffer
from sandgame.scenario.package import Package
from tests.kit.cases import package

CASE = "factory"
SEEDS = range(1, 41)
NOTHING = (0, 0, 0, 0, 0)
DESIGN: Mapping[MeasureName, tuple[int, ...]] = {
    # styles in the order of the design: competing, avoiding, accommodating, compromising, collaborating
    "service_map": NOTHING,
    "coordination": (-173, -124, -248, -254, -186),
    "service_standard": (105, 443, 301, 4, 0),
    "cross_training": (0, 0, 224, 114, 51),
    "satisfaction": NOTHING,
    "open_allocation": (93, 0, 0, 0, 0),
    "shared_goal": NOTHING,
    "platform": (0, 0, 0, 4, 0),
}


@dataclass(frozen=True, slots=True)
class Task:
    measure: MeasureName | None
    style: StyleName
    seed: int


def result(task: Task) -> int:
    """The result of one game; the case's own offers apart, the measure is held from the start."""
    found = package(CASE)
    # the design measured a meeting in every round, for its hours alone
    with mock.patch.object(hours, "COORDINATION_EVERY", 1):
        return _result(task, found)


def _result(task: Task, found: Package) -> int:
    held = () if task.measure is None else (MeasureOffer(task.measure, 0, 1, held=True),)
    scenario = replace(found.scenario, measures=held)
    game = play(scenario, found.fingerprint, task.seed, max(scenario.lengths), company(scenario, task.style))
    return game.state.money.result


def worths(measures: Iterable[MeasureName], seeds: Iterable[int], jobs: int) -> dict[MeasureName, tuple[float, ...]]:
    """For each measure the change of the mean result of companies of each style."""
    every: list[MeasureName | None] = [None, *measures]
    numbers = list(seeds)
    tasks = [Task(measure, style, seed) for measure in every for style in NAMES for seed in numbers]
    results = dict(zip(tasks, run_all(result, tasks, jobs), strict=True))

    def mean(measure: MeasureName | None, style: StyleName) -> float:
        return statistics.fmean(results[Task(measure, style, seed)] for seed in numbers)

    return {
        measure: tuple(mean(measure, style) - mean(None, style) for style in NAMES)
        for measure in every
        if measure is not None
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    found = worths(DESIGN, SEEDS, args.jobs)
    wrong = 0
    for measure, changes in found.items():
        off = max(abs(said - change) for said, change in zip(DESIGN[measure], changes, strict=True))
        # the design rounds to whole money
        wrong += off > 0.5
        exact = [round(change, 1) for change in changes]
        print(
            json.dumps({"what": measure, "design": DESIGN[measure], "found": exact, "off": round(off, 1)}), flush=True
        )
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
