"""The scale of a case's marks: games of bots on many processes -> anchors for each department, kept in benchmarks.json.

Silo and reference are companies of competing and of collaborating bots, the prior is that of all five styles alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandgame.bots.styles import NAMES, StyleName
from sandgame.frames.marks import Anchor, Anchors, Indicator, Piece
from sandgame.lab.benchmarks import FINISHED
from sandgame.lab.play import company, play
from sandgame.lab.pool import Progress, run_all
from sandgame.lab.worths import worths
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.scenario import Scenario
from sandgame.scenario.package import Package
from sandgame.scoring.anchoring import Place, anchors_of
from sandgame.scoring.marks import pieces_of
from sandgame.scoring.openness import WEIGHT, middle

BUILT: Mapping[Indicator, tuple[int, int, int]] = {
    "N3": (350, 1000, 600),
    "I1": (250, 800, 300),
    "C2": (1000, 1000, 1000),
}
"""Silo, reference and prior of what bots never do, so that their games cannot tell them.

N3: guessing gets .21 of the questions and some half of the map, knowing gets all. I1: what was bad gets better by
itself, so that to ignore every wish brings .25 and not 0. Its silo is measured as all others are, of companies that ask
for changes and promise none (`python -m tests.validity.wishes`: .23 to .27 in every case and length); its prior is near
what all five styles get among each other (.24 to .29 in the factory); its reference is better without a word. C2: bots
send no messages, and silence is precise: it counts as C1 × √C2 alone, and can only lower it.
"""
PART = ',\n  "anchors": ['
"""Where they begin in the file, after all else."""
BLIND = 500
"""I3 of ratings that do not follow the facts: the silo there, since bots of every style rate by the facts."""
RATED = 900
"""Its reference where no company met facts that differ."""


@dataclass(frozen=True, slots=True)
class GameTask:
    scenario: Scenario
    style: StyleName
    seed: int
    length: int


@dataclass(frozen=True, slots=True)
class ReadGame:
    """What a game says of its departments, and what its facts were worth in the middle."""

    style: StyleName
    length: int
    pieces: dict[Place, list[Piece]]
    middle: int


def write(
    package: Package,
    folder: Path,
    games: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    jobs: int | None = None,
) -> Path:
    """Put the anchors of every length into the case's benchmarks.json, all else in it left as it is, byte for byte.

    `games` of each style, all seeds on offer if none is said. Raises CancelledError, OSError and BotRefusedError.
    """
    path = folder / FINISHED
    path.read_bytes()  # a case without constants is told so before all is played
    found = anchors(package, games, progress, cancelled, jobs)
    written = path.read_text(encoding="utf-8")
    fresh = path.with_suffix(".new")
    fresh.write_text(joined(written, found, len(_seeds(package, games))), encoding="utf-8")
    fresh.replace(path)
    return path


def anchors(
    package: Package,
    games: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    jobs: int | None = None,
) -> tuple[Anchors, ...]:
    """One for each length, shortest first; the same whatever the number of jobs."""
    scenario = package.scenario
    lengths = sorted(scenario.lengths)
    seeds = _seeds(package, games)
    tasks = [GameTask(scenario, style, seed, length) for length in lengths for style in NAMES for seed in seeds]
    played = run_all(play_and_read, tasks, jobs, progress, cancelled)
    return tuple(of_games([game for game in played if game.length == length], length) for length in lengths)


def _seeds(package: Package, games: int | None) -> Sequence[int]:
    return package.seeds[: games or None]


def play_and_read(task: GameTask) -> ReadGame:
    styles = company(task.scenario, task.style)
    events = play(task.scenario, "", task.seed, task.length, styles).events
    known = worths(events)
    return ReadGame(task.style, task.length, pieces_of(events, known), middle(known))


def of_games(games: Sequence[ReadGame], length: int) -> Anchors:
    """By department; where a style gave a department no opportunity, by all departments together; else as built."""
    own = _measured([game.pieces for game in games], games, length)
    pooled = _measured([_pooled(game.pieces) for game in games], games, length)
    seats = sorted({seat for game in games for seat, _ in game.pieces})
    built = _built(games, pooled)
    found = {**{(seat, i): a for seat in seats for (_, i), a in pooled.items()}, **own}
    found |= {(seat, indicator): anchor for seat in seats for indicator, anchor in built.items()}
    listed = (_of_seat(found[place], place[0]) for place in sorted(found))
    version = anchors_of([], [], [], length).scoring_version
    return Anchors(version, length, tuple(listed))


def _of_seat(anchor: Anchor, seat: SeatId) -> Anchor:
    return Anchor(seat, anchor.indicator, anchor.silo, anchor.reference, anchor.prior, anchor.scale)


def _measured(
    pieces: Sequence[Mapping[Place, Sequence[Piece]]], games: Sequence[ReadGame], length: int
) -> dict[Place, Anchor]:
    def of(style: StyleName) -> list[Mapping[Place, Sequence[Piece]]]:
        return [found for found, game in zip(pieces, games, strict=True) if game.style == style]

    found = anchors_of(of("competing"), of("collaborating"), pieces, length)
    return {(anchor.seat, anchor.indicator): anchor for anchor in found.anchors}


def _pooled(pieces: Mapping[Place, Sequence[Piece]]) -> dict[Place, list[Piece]]:
    """All departments as if they were one."""
    found: dict[Place, list[Piece]] = {}
    for (_, indicator), each in pieces.items():
        found.setdefault((TABLE, indicator), []).extend(each)
    return found


def _built(games: Sequence[ReadGame], pooled: Mapping[Place, Anchor]) -> dict[Indicator, Anchor]:
    """The ends that no game of bots can tell."""
    middles = sorted(game.middle for game in games)
    # four pseudo-opportunities at the prior stand for the formula's s = 2 medians
    scales = {"C2": max(1, WEIGHT * middles[len(middles) // 2] // 2)}
    found = {i: Anchor(TABLE, i, *ends, scales.get(i, WEIGHT)) for i, ends in BUILT.items()}
    rated = pooled.get((TABLE, "I3"))
    reference = max(RATED, rated.reference) if rated is not None else RATED
    scale = rated.scale if rated is not None else WEIGHT
    found["I3"] = Anchor(TABLE, "I3", BLIND, reference, (BLIND + reference) // 2, scale)
    return found


def joined(written: str, found: Iterable[Anchors], games: int) -> str:
    """The text of a benchmarks.json with these anchors in the place of any that it held."""
    at = written.find(PART)
    head = written[:at] if at >= 0 else written.rstrip().removesuffix("}").rstrip()
    listed = ",\n".join(_told(each, games) for each in found)
    return f"{head}{PART}\n{listed}\n  ]\n}}\n"


def _told(found: Anchors, games: int) -> str:
    """A line for each department."""
    seats: dict[SeatId, dict[str, Any]] = {}
    for anchor in found.anchors:
        ends = [anchor.silo, anchor.reference, anchor.prior, anchor.scale]
        seats.setdefault(anchor.seat, {})[anchor.indicator] = ends
    lines = ",\n".join(f'        "{seat}": {json.dumps(seats[seat])}' for seat in sorted(seats))
    numbers = {"length": found.length, "scoring_version": found.scoring_version, "games": games}
    head = ",\n".join(f'      "{name}": {number}' for name, number in numbers.items())
    return f'    {{\n{head},\n      "departments": {{\n{lines}\n      }}\n    }}'
