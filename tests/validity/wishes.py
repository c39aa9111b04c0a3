"""What it brings to ignore wishes: the low end of I1, which plain bots cannot tell, for they ask for no changes.

    python -m tests.validity.wishes [--games N] [--jobs N]

Companies that act the competing style (`conduct`) ask for changes all the time and promise none. Prints a JSON line for
each shipped case and length: their wishes, the mean credit of one, the mean of the departments' estimates, of which
other silos are made too (`sandgame.lab.anchors`), and the mean credit where all five styles are among each other.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sandgame.frames.marks import Piece, Worths
from sandgame.lab.anchors import BUILT
from sandgame.lab.play import company, mixed, play
from sandgame.lab.pool import each
from sandgame.rules.ids import SeatId
from sandgame.scoring.estimate import UNIT, estimated
from sandgame.scoring.improvement import loops_closed
from sandgame.scoring.record import Record
from tests.kit.cases import package
from tests.validity.conduct import acted

CASES = ("starter", "factory", "factory-class")
FIRST = 1_000
"""Other games than those that are marked."""
Wishes = Mapping[SeatId, list[Piece]]
"""To each department of a game."""


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    length: int
    seed: int
    mixed: bool = False


def wishes(task: Task) -> Wishes:
    scenario = package(task.case).scenario
    styles = mixed(scenario, task.seed) if task.mixed else company(scenario, "competing")
    with acted():
        log = play(scenario, "", task.seed, task.length, styles).events
    found: dict[SeatId, list[Piece]] = {}
    for piece in loops_closed(Record(log), Worths()):
        found.setdefault(piece.seat, []).append(piece)
    return found


def credit(games: Iterable[Wishes]) -> int:
    """Of a wish, in thousandths."""
    return round(statistics.fmean(piece.credit for game in games for own in game.values() for piece in own))


def estimate(games: Iterable[Wishes]) -> int:
    """Of a department that heard any, in thousandths."""
    prior = BUILT["I1"][-1]
    values = (estimated(own, prior).value for game in games for own in game.values())
    return round(1_000 * statistics.fmean(values) / UNIT)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=40)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    seeds = range(FIRST, FIRST + args.games)
    for case in CASES:
        for length in sorted(package(case).scenario.lengths):
            ignored, among = (
                list(each(wishes, [Task(case, length, seed, styles) for seed in seeds], args.jobs))
                for styles in (False, True)
            )
            print(json.dumps({
                "case": case, "weeks": length, "ignored": sum(len(own) for game in ignored for own in game.values()),
                "credit": credit(ignored), "estimate": estimate(ignored), "among all styles": credit(among),
            }))  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
