"""Solves and plays every variant of the reference cases, and holds their constants and V curves against the design's.

    python -m tests.validity.constants [--jobs N]

Takes some five minutes on one core. Prints JSON lines with what the design says, what was found, and the largest
difference; exit 1 if a constant differs, or a curve by more than a hundredth of the best.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Sequence

from sandgame.benchmark.best import best
from sandgame.benchmark.constants import seeds, yardsticks
from sandgame.lab.benchmarks import VariantTask, solve_and_play
from sandgame.lab.losses import played_weeks
from sandgame.lab.pool import each
from tests.kit.cases import game, package

# best of seeds 0 to 3; mean, standard deviation and ends of seeds 1 to 40; paths in thousandths
DESIGN: dict[str, dict[str, Sequence[int]]] = {
    "factory": {
        "best": (4492, 4393, 4427, 4560),
        "spread": (4423, 80, 4281, 4587),
        "silo_path": (71, 148, 228, 242, 274, 295, 295, 307),
        "reference_path": (52, 127, 237, 329, 406, 486, 626, 764),
    },
    "starter": {
        "best": (1415, 1277, 1238, 1524),
        "spread": (1396, 117, 1166, 1618),
        "silo_path": (59, 217, 263, 304),
        "reference_path": (121, 455, 724, 957),
    },
}
CURVES = {
    ("factory", "collaborating"): (4492, 4424, 4333, 4321, 4120, 3981, 3786, 3598, 3503),
    ("factory", "competing"): (4492, 4309, 3992, 3619, 3153, 2584, 1783, 1468, 1240),
    ("starter", "collaborating"): (1415, 1405, 1373, 1352, 1348),
    ("starter", "competing"): (1415, 1355, 1180, 863, 414),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    wrong = 0
    for (case, style), wanted in CURVES.items():
        weeks, end = played_weeks(game(case, style, 0).events)
        found = [week.begun.money.result + best(week.begun).money for week in weeks] + [end.money.result]
        wrong += tell(f"{case} {style} V curve", wanted, found, wanted[0] // 100)
    for case, said in DESIGN.items():
        scenario = package(case).scenario
        tasks = [VariantTask(scenario, seed, max(scenario.lengths)) for seed in seeds(scenario)]
        variants = [found for found in each(solve_and_play, tasks, args.jobs) if found is not None]
        (stick,) = yardsticks(variants)
        bests = [stick.best[seed] for seed in seeds(scenario)]
        varied = bests[1:]
        spread = (round(statistics.fmean(varied)), round(statistics.pstdev(varied)), min(varied), max(varied))
        told: dict[str, Sequence[int]] = {
            "best": bests[:4],
            "spread": spread,
            "silo_path": stick.silo_path,
            "reference_path": stick.reference_path,
        }
        for name, figures in told.items():
            wrong += tell(f"{case} {name}", said[name], figures)
        gap = round(max(one.gap for one in variants), 4)
        print(json.dumps({"what": f"{case} largest gap", "found": gap}), flush=True)
    return 1 if wrong else 0


def tell(what: str, wanted: Sequence[int], found: Sequence[int], within: int = 0) -> bool:
    """Prints a line; true if something differs by more than `within`."""
    off = max(abs(a - b) for a, b in zip(wanted, found, strict=True))
    line = {"what": what, "design": list(wanted), "found": list(found), "off": off}
    print(json.dumps(line), flush=True)
    return off > within


if __name__ == "__main__":
    raise SystemExit(main())
