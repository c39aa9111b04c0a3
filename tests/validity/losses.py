"""Plays mixed companies and holds their losses, U and V against the laws of the rules.

    python -m tests.validity.losses [--games N] [--solved N] [--jobs N]

Of every game the losses by U: no part negative, all adding up; U never rising. Of the first `--solved` games of each
case V before every round too: never above U, never rising, never below the result. Prints JSON lines; exit 1 if a law
is broken.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, dataclass

from sandgame.benchmark.best import best, bound
from sandgame.benchmark.losses import raw_loss
from sandgame.lab.losses import played_weeks
from sandgame.lab.play import mixed, play
from sandgame.lab.pool import each
from tests.kit.cases import package

CASES = ("first-steps", "starter", "factory")
FIRST = 100
"""The first seed: none that a case offers."""


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    seed: int
    length: int
    solved: bool


@dataclass(frozen=True, slots=True)
class Held:
    """`broken` names the laws that a game broke; money of U and of V, with the result so far, before each round."""

    case: str
    seed: int
    length: int
    weeks: int
    result: int
    bounds: tuple[int, ...]
    bests: tuple[int, ...]
    gap: float
    broken: tuple[str, ...]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=100, help="of each case")
    parser.add_argument("--solved", type=int, default=3, help="of each case")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    tasks = [
        Task(case, FIRST + number, lengths[number % len(lengths)], number < args.solved)
        for case in CASES
        for lengths in [package(case).scenario.lengths]
        for number in range(args.games)
    ]
    held = list(each(hold, tasks, args.jobs))
    for game in held:
        if game.broken or game.bests:
            print(json.dumps(asdict(game)), flush=True)
    broken = sum(bool(game.broken) for game in held)
    solved = sum(len(game.bests) for game in held)
    weeks = sum(game.weeks for game in held)
    print(
        json.dumps({"games": len(held), "weeks": weeks, "weeks solved by V": solved, "games that break a law": broken})
    )
    return 1 if broken else 0


def hold(task: Task) -> Held:
    scenario = package(task.case).scenario
    of = play(scenario, "", task.seed, task.length, mixed(scenario, task.seed))
    weeks, end = played_weeks(of.events)
    result = end.money.result
    states = [week.begun for week in weeks]
    bounds = [state.money.result + bound(state) for state in states]
    found = [best(state) for state in states] if task.solved else []
    bests = [state.money.result + most.money for state, most in zip(states, found, strict=False)]
    lost = [raw_loss(week) for week in weeks]
    unit = lost[0].unit
    laws = {
        "a loss is negative": min(part for loss in lost for part in loss.parts) >= 0,
        "losses do not add up": sum(sum(loss.parts) for loss in lost) == unit * (bounds[0] - result),
        "U rises": bounds == sorted(bounds, reverse=True) and bounds[-1] >= result,
        "V rises": bests == sorted(bests, reverse=True) and all(most >= result for most in bests),
        "V is above U": all(most <= limit for most, limit in zip(bests, bounds, strict=False)),
    }
    broken = tuple(law for law, kept in laws.items() if not kept)
    gap = max((most.gap for most in found), default=0.0)
    return Held(task.case, task.seed, task.length, len(weeks), result, tuple(bounds), tuple(bests), gap, broken)


if __name__ == "__main__":
    raise SystemExit(main())
