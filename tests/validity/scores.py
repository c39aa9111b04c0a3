"""Marks companies of bots and holds their order against what the styles are: known groups (a smoke test, no more).

    python -m tests.validity.scores [--games N] [--case factory] [--jobs N] [--plain] [--conduct [halved]]

Anchors are made of games of other seeds than the ones that are marked. Prints JSON lines: the anchors' silo and
reference by indicator, each style's mean points by principle and of the index (which nothing but this suite
reckons), how often a company of a style beats one of a style below it (AUC), which pairs a principle has the wrong way
round, but for those in which bots do the same, how often leaving out the three pieces that say most against a
principle helps it more than leaving out any three, and the milliseconds that a log takes. Exit 1 if a gate is broken.
`--plain` leaves the worths away: then there is nothing to say of openness. `--conduct` marks, on the same anchors,
companies that also act their style in talk and review (`conduct`): there no pair is let off.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import PRINCIPLES, Anchors, Indicator, Mark, Marks, Piece, Principle, Worths
from sandgame.lab.anchors import ReadGame, of_games
from sandgame.lab.play import company, play
from sandgame.lab.pool import each
from sandgame.lab.worths import worths
from sandgame.rules.draw import draw
from sandgame.rules.events import Event
from sandgame.rules.ids import SeatId
from sandgame.scoring.estimate import estimated
from sandgame.scoring.marking import Measured, measured, together
from sandgame.scoring.marks import marks, pieces_of
from sandgame.scoring.openness import middle
from tests.kit.cases import package
from tests.validity.conduct import Population, acted

GATES: Mapping[StyleName, float] = {"competing": 0.99, "avoiding": 0.99, "compromising": 0.95, "accommodating": 0.90}
"""AUC of collaborating companies against each other style."""
ORDER: tuple[tuple[StyleName, ...], ...] = (
    ("collaborating",), ("compromising", "accommodating"), ("competing", "avoiding")
)  # fmt: skip
"""Each principle has these one above the other, in the mean."""
Pairs = Mapping[Principle, tuple[tuple[StyleName, StyleName], ...]]
ALIKE: Pairs = {
    # both ask in a hurry, for no more than they lack, and never ask back
    "needs": (("accommodating", "avoiding"),),
    # two write every request, three none, and no style shares what it knows of its own accord
    "openness": (
        ("collaborating", "compromising"), ("accommodating", "competing"), ("accommodating", "avoiding"),
    ),
    # none answers wishes and all rate by the facts: what is left is who keeps its word under strain
    "improvement": (("compromising", "competing"), ("accommodating", "competing")),
}  # fmt: skip
"""Styles that do the same in a principle (docs/bots): bots cannot show whether it tells one from the other."""
WEIGHTS: Mapping[Principle, int] = {
    "trust": 20, "needs": 15, "response": 15, "openness": 15, "improvement": 15, "goals": 20
}  # fmt: skip
FAITHFUL = 0.95
THREE, TRIPLES = 3, 40
ANCHORING = 1_000
"""The first seed of the games that anchors are made of; the marked ones begin at 1."""


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    style: StyleName
    seed: int
    plain: bool
    conduct: Population | None = None
    """The style is acted in talk and review too, and not only in what bots do."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Points of the principles, and the index, None where nothing can be said; the time that the marks took."""

    points: dict[str, float | None]
    milliseconds: float
    said: tuple[int, int]
    """Of so many triples of pieces how many help a principle less, left out, than the three said against it."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=20, help="of each style")
    parser.add_argument("--case", default="factory")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--conduct", nargs="?", const="acted", choices=("acted", "halved"))
    args = parser.parse_args()
    anchors = anchored(args.case, args.games, args.jobs, plain=args.plain)
    for line in _told(anchors):
        print(json.dumps(line))
    seeds = range(1, args.games + 1)
    tasks = [Task(args.case, style, seed, args.plain, args.conduct) for style in NAMES for seed in seeds]
    found = list(each(partial(scored, anchors), tasks, args.jobs))
    groups = {style: [s for task, s in zip(tasks, found, strict=True) if task.style == style] for style in NAMES}
    for style, games in groups.items():
        print(json.dumps({"style": style, **means(games)}))
    areas = {style: areas_of(groups["collaborating"], groups[style]) for style in GATES}
    for upper, lower in pairs():
        print(json.dumps({"auc": f"{upper} over {lower}", **areas_of(groups[upper], groups[lower])}))
    let_off: Pairs = {} if args.conduct else ALIKE
    against = {principle: against_order(principle, groups, let_off) for principle in PRINCIPLES}
    for principle, wrong in against.items():
        named = [" and ".join(pair) for pair in let_off.get(principle, ())]
        print(json.dumps({"order": principle, "against": wrong, "let off": named}))
    told, triples = (sum(s.said[at] for s in found) for at in (0, 1))
    print(json.dumps({"three against outdo": round(told / triples, 3) if triples else None, "triples": triples}))
    passed = all(areas[style]["index"] >= gate for style, gate in GATES.items()) and ordered(groups)
    passed = passed and told >= FAITHFUL * triples and not any(against.values())
    slowest = max(s.milliseconds for s in found)
    milliseconds = statistics.mean(s.milliseconds for s in found)
    print(json.dumps({"passed": passed, "ms": round(milliseconds, 1), "slowest": round(slowest, 1)}))
    return 0 if passed else 1


def anchored(case: str, games: int, jobs: int = 1, *, plain: bool) -> Anchors:
    found = package(case).scenario
    length = max(found.lengths)
    tasks = [Task(case, style, ANCHORING + n, plain) for style in NAMES for n in range(games)]
    return of_games(list(each(counted, tasks, jobs)), length)


def counted(task: Task) -> ReadGame:
    log = _log(task)
    known = _worths(task, log)
    return ReadGame(task.style, max(package(task.case).scenario.lengths), pieces_of(log, known), middle(known))


def scored(anchors: Anchors, task: Task) -> Scored:
    log = _log(task)
    known = _worths(task, log)
    begun = time.process_time()
    found = marks(log, known, anchors)
    taken = 1_000 * (time.process_time() - begun)
    triples = [_outdone(mark, anchors, f"{task.style}:{task.seed}") for mark in found.marks if not mark.provider]
    return Scored(told_by(found), taken, (sum(told for told, _ in triples), sum(count for _, count in triples)))


def _outdone(mark: Mark, anchors: Anchors, key: str) -> tuple[int, int]:
    """Of triples drawn by chance, those that help less than the three that are said against the principle; and all."""
    if len(mark.strongest_against) < THREE:
        return 0, 0
    count = len(mark.pieces)
    said = without(mark, mark.strongest_against, anchors)
    drawn = [
        [draw(f"{key}:{mark.principle}:{triple}:{at}") % count for at in range(THREE)] for triple in range(TRIPLES)
    ]
    return sum(without(mark, triple, anchors) <= said for triple in drawn), TRIPLES


def without(mark: Mark, left_out: Iterable[int], anchors: Anchors) -> int:
    """The principle's points without some of its pieces; what counts stays, at its prior where nothing is left."""
    own = {(anchor.seat, anchor.indicator): anchor for anchor in anchors.anchors}
    gone = set(left_out)
    pieces: dict[SeatId, dict[Indicator, list[Piece]]] = {}
    kept: dict[SeatId, dict[Indicator, list[Piece]]] = {}
    for at, piece in enumerate(mark.pieces):
        pieces.setdefault(piece.seat, {}).setdefault(piece.indicator, []).append(piece)
        if at not in gone:
            kept.setdefault(piece.seat, {}).setdefault(piece.indicator, []).append(piece)
    departments: list[Measured] = []
    for seat, found in pieces.items():
        department = measured(mark.principle, seat, found, own)
        assert department is not None
        left = kept.get(seat, {})
        end = {i: estimated(left.get(i, ()), own[seat, i].prior).value for i in department.end}
        departments.append(department._replace(end=end))
    return together(departments).points


def _log(task: Task) -> Sequence[Event]:
    found = package(task.case)
    scenario = found.scenario
    with acted(task.conduct) if task.conduct else nullcontext():
        styles = company(scenario, task.style)
        return play(scenario, found.fingerprint, task.seed, max(scenario.lengths), styles).events


def _worths(task: Task, log: Sequence[Event]) -> Worths:
    return Worths() if task.plain else worths(log)


def told_by(found: Marks) -> dict[str, float | None]:
    """Of the team, by principle, and its index."""
    team = {mark.principle: mark.points for mark in found.marks if not mark.provider}
    told: dict[str, float | None] = {}
    for principle in PRINCIPLES:
        points = team[principle]
        told[principle] = None if points is None else points / 100
    return {**told, "index": index(told)}


def index(told: Mapping[str, float | None]) -> float | None:
    """.55·Act + .45·min(Talk, Act + 15): what is said counts no more than what is done allows."""
    talk, act = _mean(told, ("needs", "response", "openness")), _mean(told, ("trust", "improvement", "goals"))
    if talk is None or act is None:
        return talk if act is None else act
    return 0.55 * act + 0.45 * min(talk, act + 15)


def _mean(told: Mapping[str, float | None], of: Iterable[Principle]) -> float | None:
    known = [(WEIGHTS[principle], value) for principle in of if (value := told[principle]) is not None]
    return sum(weight * value for weight, value in known) / sum(w for w, _ in known) if known else None


def means(games: Sequence[Scored]) -> dict[str, float | None]:
    found: dict[str, float | None] = {}
    for name in (*PRINCIPLES, "index"):
        known = [p for game in games if (p := game.points[name]) is not None]
        found[name] = round(statistics.mean(known), 1) if known else None
    return found


def areas_of(these: Sequence[Scored], those: Sequence[Scored]) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in (*PRINCIPLES, "index"):
        left = [p for game in these if (p := game.points[name]) is not None]
        right = [p for game in those if (p := game.points[name]) is not None]
        if left and right:
            found[name] = round(auc(left, right), 3)
    return found


def auc(these: Sequence[float], those: Sequence[float]) -> float:
    """How often one of these lies above one of those, ties by half."""
    wins = sum((one > other) + (one == other) / 2 for one in these for other in those)
    return wins / (len(these) * len(those))


def ordered(groups: Mapping[StyleName, Sequence[Scored]]) -> bool:
    """Collaborating above compromising and accommodating, and these above competing and avoiding, in the mean."""
    mean = {style: means(games)["index"] or 0.0 for style, games in groups.items()}
    middle = (mean["compromising"], mean["accommodating"])
    return mean["collaborating"] > max(middle) and min(middle) > max(mean["competing"], mean["avoiding"])


def pairs() -> Iterable[tuple[StyleName, StyleName]]:
    """Each style over those of the next group."""
    for above, below in itertools.pairwise(ORDER):
        yield from itertools.product(above, below)
    yield from itertools.product(ORDER[0], ORDER[-1])


def against_order(
    principle: Principle,
    groups: Mapping[StyleName, Sequence[Scored]],
    let_off: Pairs = ALIKE,
) -> list[str]:
    """Pairs of styles that a principle has the wrong way round, but for those that are let off."""
    mean = {style: means(games)[principle] or 0.0 for style, games in groups.items()}
    known = let_off.get(principle, ())
    return [f"{a} over {b}" for a, b in pairs() if (a, b) not in known and mean[a] <= mean[b]]


def _told(anchors: Anchors) -> Iterable[dict[str, object]]:
    for indicator in sorted({anchor.indicator for anchor in anchors.anchors}):
        own = [anchor for anchor in anchors.anchors if anchor.indicator == indicator]
        yield {
            "anchor": indicator,
            "seats": [a.seat for a in own],
            "silo": [a.silo for a in own],
            "reference": [a.reference for a in own],
            "prior": [a.prior for a in own],
        }


if __name__ == "__main__":
    raise SystemExit(main())
