"""Departments that act their style among colleagues of other styles: what companies of one style cannot show.

    python -m tests.validity.among [--games N] [--case factory] [--jobs N]

Where all are of one mind, nobody asks a department to change: those who would serve well get no low ratings, those who
give way write no wishes. In mixed companies each seat draws its style. Prints JSON lines: each style's departments and
their mean points, how often one lies above one of another style (AUC), and what became of the wishes that came to a
style, and how many of them were about service that had been perfect in that week. No gate: it is for reading.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import PRINCIPLES, Anchors, Indicator, Piece
from sandgame.lab.play import mixed, play
from sandgame.lab.pool import each
from sandgame.lab.worths import worths
from sandgame.rules.ids import SeatId
from sandgame.scoring.anchoring import weighed_by
from sandgame.scoring.marking import measured
from sandgame.scoring.marks import pieces_of
from tests.kit.cases import package
from tests.validity.conduct import acted
from tests.validity.scores import Scored, anchored, areas_of, means, pairs

PERFECT = 100
"""Percent of what was due came in time."""


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    seed: int


@dataclass(frozen=True, slots=True)
class Department:
    style: StyleName
    scored: Scored
    wishes: tuple[str, ...]
    """What became of each; "perfect" before it where there was nothing to better."""


def departments(anchors: Anchors, task: Task) -> list[Department]:
    found = package(task.case)
    styles = mixed(found.scenario, task.seed)
    with acted():
        log = play(found.scenario, found.fingerprint, task.seed, max(found.scenario.lengths), styles).events
    own = {(anchor.seat, anchor.indicator): anchor for anchor in anchors.anchors}
    pieces: dict[SeatId, dict[Indicator, list[Piece]]] = {}
    for (seat, indicator), read in pieces_of(log, worths(log)).items():
        if (seat, indicator) in own:
            pieces.setdefault(seat, {})[indicator] = weighed_by(own[seat, indicator].scale, read)
    told: list[Department] = []
    for seat, style in styles.items():
        points: dict[str, float | None] = {"index": None}
        for principle in PRINCIPLES:
            known = measured(principle, seat, pieces.get(seat, {}), own)
            points[principle] = None if known is None else known.points / 100
        wishes = tuple(_became(piece) for piece in pieces.get(seat, {}).get("I1", ()))
        told.append(Department(style, Scored(points, 0, (0, 0)), wishes))
    return told


def _became(piece: Piece) -> str:
    return f"{'perfect, ' if dict(piece.numbers)['before'] >= PERFECT else ''}{piece.key}"


def lines(found: list[Department]) -> Iterator[dict[str, object]]:
    groups = {style: [one.scored for one in found if one.style == style] for style in NAMES}
    for style, own in groups.items():
        yield {"style": style, "departments": len(own), **means(own)}
    for upper, lower in pairs():
        yield {"auc": f"{upper} over {lower}", **areas_of(groups[upper], groups[lower])}
    for style in NAMES:
        became = Counter(wish for one in found if one.style == style for wish in one.wishes)
        yield {"wishes to": style, **dict(sorted(became.items()))}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--case", default="factory")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    scale = anchored(args.case, 20, args.jobs, plain=False)
    tasks = [Task(args.case, seed) for seed in range(1, args.games + 1)]
    found = [one for game in each(partial(departments, scale), tasks, args.jobs) for one in game]
    for line in lines(found):
        print(json.dumps(line))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
