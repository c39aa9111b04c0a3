"""Opens every piece of evidence of the marks of mixed companies, and adds up the parts of every mark.

    python -m tests.validity.evidence [--games N] [--case factory] [--jobs N]

Of each mark of the team and of every link: what it starts from and the effects of its pieces make its points, to the
hundredth, and the points lie within their interval. Of each piece: it names events of the log that count, with the
board as it was at each of them, and of its own week or of one that it names; its sentence can be said in every language
with all its numbers; and a moment that is opened from one of those that say most is not empty. Prints JSON lines: what
was looked at, and each kind of fault with how often it was met. Exit 1 if any was.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sandgame.frames.marks import Mark, Marks, Piece
from sandgame.host.debrief_words import cast
from sandgame.lab.play import mixed, play
from sandgame.lab.pool import each
from sandgame.lab.worths import worths
from sandgame.present.debrief_moment import moment
from sandgame.present.debrief_scene import DebriefScene
from sandgame.scoring.marks import marks
from sandgame.scoring.record import Record, Step
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.cases import package
from tests.validity.edits import anchors


@dataclass(frozen=True, slots=True)
class Task:
    case: str
    seed: int


Counts = Counter[tuple[str, str]]
"""By what was looked at, or what was wrong with it."""


def looked_at(task: Task) -> Counts:
    found = package(task.case)
    scenario = found.scenario
    log = play(scenario, found.fingerprint, task.seed, max(scenario.lengths), mixed(scenario, task.seed)).events
    record = Record(log)
    scored = marks(log, worths(log), anchors(task.case))
    scenes = [DebriefScene.of(Speech(language), cast(found), ()) for language in LANGUAGES]
    steps = {step.number: step for step in record.steps}
    counts: Counts = Counter({("seen", "games"): 1, ("seen", "events"): len(log)})
    for mark in scored.marks:
        counts["seen", "marks"] += 1
        counts.update(("wrong", fault) for fault in _of_mark(mark))
        for piece in mark.pieces:
            counts["seen", "pieces"] += 1
            counts.update(("wrong", fault) for fault in _of_piece(steps, piece, scenes))
        for at in {*mark.strongest_for, *mark.strongest_against}:
            counts["seen", "moments"] += 1
            counts.update(("wrong", fault) for fault in _of_moment(scored, mark.pieces[at], scenes))
    for fact in scored.facts:
        counts["seen", "facts"] += 1
        for piece in fact.pieces:
            counts["seen", "pieces of facts"] += 1
            counts.update(("wrong", fault) for fault in _of_piece(steps, piece, scenes))
    return counts


def _of_mark(mark: Mark) -> Iterator[str]:
    if mark.points is None:
        return
    if mark.base + sum(piece.effect for piece in mark.pieces) != mark.points:
        yield "parts do not make the points"
    if mark.low is None or mark.high is None or not 0 <= mark.low <= mark.points <= mark.high <= 10_000:
        yield "points outside their interval"


def _of_piece(steps: Mapping[int, Step], piece: Piece, scenes: list[DebriefScene]) -> Iterator[str]:
    behind = [steps.get(number) for number in piece.log]
    if not behind or None in behind:
        yield "no event of the log behind it"
    if not any(step is not None and step.round == piece.round for step in behind) and piece.round not in _weeks(piece):
        yield "nothing of its week behind it"
    for scene in scenes:
        sentence = scene.piece(piece)
        if not sentence or "{" in sentence:
            yield "no sentence"


def _weeks(piece: Piece) -> tuple[int, ...]:
    """Weeks that its sentence names itself: a due lies beyond what was done about it."""
    return tuple(value for name, value in piece.numbers if name in ("due", "known", "week"))


def _of_moment(scored: Marks, piece: Piece, scenes: list[DebriefScene]) -> Iterator[str]:
    for scene in scenes:
        opened = moment(scene, None, scored, piece.log, scene.piece(piece)).words
        if not opened.rows or opened.empty:
            yield "an empty moment"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--case", default="factory")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    counts: Counts = Counter()
    for found in each(looked_at, [Task(args.case, seed + 1) for seed in range(args.games)], args.jobs):
        counts += found
    for kind in ("seen", "wrong"):
        print(json.dumps({kind: {name: count for (of, name), count in sorted(counts.items()) if of == kind}}))
    return 1 if any(kind == "wrong" for kind, _ in counts) else 0


if __name__ == "__main__":
    raise SystemExit(main())
