"""Departments that play to the marks and not to the company: what they gain by it beside their honest twins.

    python -m tests.validity.fakers [--games N] [--case factory] [--jobs N]

Some are honest games with entries of one department changed or added: `EDITED` says which, and in companies of which
style; they leave the game as it was, so that their index may rise by no more than 2 points. The others are played:
`PLAYED` says what the one department does in a collaborating company; what they gain may be that and what the company
gains, at the rate at which honest styles gain. Prints a JSON line for each; exit 1 if one gains more.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace

from sandgame.bots.styles import StyleName
from sandgame.frames.marks import PRINCIPLES, Anchors, Worths
from sandgame.lab.play import company, play
from sandgame.lab.pool import each
from sandgame.lab.worths import worths
from sandgame.rules.events import (
    Event,
    Fact,
    FactShared,
    NeedRestated,
    PhaseStarted,
    ProviderRated,
    ProviderThanked,
)
from sandgame.rules.ids import TABLE, SeatId, ServiceId
from sandgame.scoring.anchoring import weighed_by
from sandgame.scoring.marking import measured
from sandgame.scoring.marks import pieces_of
from sandgame.scoring.record import Record
from tests.kit.cases import package
from tests.validity.edits import anchors
from tests.validity.ploys import PLAYED
from tests.validity.scores import index

ALLOWED = 2.0
RATE = 0.8
"""Points of the index for a percent of what working together adds: from competing to collaborating bots."""
A_WEEK = 8


class Played(NamedTuple):
    log: Sequence[Event]
    value: float
    """Value captured, in percent."""


@dataclass(frozen=True, slots=True)
class Task:
    faker: str
    case: str
    seed: int


@dataclass(frozen=True, slots=True)
class Gain:
    """Of the department that fakes: points of its index, and percent of the company's value, beside its twin."""

    points: float
    value: float


def honest(case: str, style: StyleName, seed: int) -> Played:
    found = package(case)
    scenario, length = found.scenario, max(found.scenario.lengths)
    game = play(scenario, "", seed, length, company(scenario, style))
    benchmarks = found.benchmarks(seed, length)
    assert benchmarks is not None
    result = game.state.money.result
    return Played(game.events, 100 * (result - benchmarks.silo) / (benchmarks.best - benchmarks.silo))


def spammer(played: Played, seat: SeatId) -> Played:
    """Stock that it does not have, to everybody."""
    record, log = Record(played.log), list(played.log)
    for round_ in sorted(record.closed, reverse=True):
        at = record.begun[round_, "negotiate"].number + 1
        log[at:at] = [FactShared(seat, TABLE, Fact("stock", round_, service=ServiceId(n + 1))) for n in range(A_WEEK)]
    return Played(log, played.value)


def acknowledger(played: Played, seat: SeatId) -> Played:
    """A sheet on which it never says a word it restates."""
    record, log = Record(played.log), list(played.log)
    own = [story for story in record.lines.values() if story.provider == seat]
    answered = {story.sheet for story in own if story.words}
    sheets = {story.sheet: story.asked.number for story in own if story.sheet not in answered}
    for sheet, number in sorted(sheets.items(), key=lambda pair: -pair[1]):
        log.insert(number + 1, NeedRestated(sheet, "seen"))
    return Played(log, played.value)


def club(played: Played, seat: SeatId) -> Played:
    """It and whoever serves it most give each other all there is."""
    rated = [e for e in played.log if isinstance(e, ProviderRated) and seat in (e.customer, e.provider)]
    others = [event.provider if event.customer == seat else event.customer for event in rated]
    if not others:
        return played
    friend = max(sorted(set(others)), key=others.count)
    log: list[Event] = []
    for event in played.log:
        if isinstance(event, ProviderRated) and {event.customer, event.provider} == {seat, friend}:
            event = replace(event, reliability=5, responsiveness=5, empathy=5)
        log.append(event)
    return Played(log, played.value)


def gossip(played: Played, seat: SeatId) -> Played:
    """Its hours, each week, to everybody in turn: true, and of use to nobody."""
    record, log = Record(played.log), list(played.log)
    others = [other for other in record.seats if other != seat]
    for round_ in sorted(record.closed, reverse=True):
        at = record.begun[round_, "negotiate"].number + 1
        log[at:at] = [FactShared(seat, other, Fact("free_hours", round_)) for other in others]
    return Played(log, played.value)


def flatterer(played: Played, seat: SeatId) -> Played:
    """Everybody gets a 5 from it, whatever came."""
    return Played([_flattered(event, seat) for event in played.log], played.value)


def _flattered(event: Event, seat: SeatId) -> Event:
    if isinstance(event, ProviderRated) and event.customer == seat:
        return replace(event, reliability=5, responsiveness=5, empathy=5)
    return event


def scribbler(played: Played, seat: SeatId) -> Played:
    """Each week it thanks everybody, and whoever it rates it asks to change."""
    log: list[Event] = []
    for event in played.log:
        if isinstance(event, ProviderRated) and event.customer == seat:
            event = replace(event, please_change=True)
        log.append(event)
        if isinstance(event, PhaseStarted) and event.phase == "review":
            log += [ProviderThanked(seat, other, "") for other in Record(played.log).seats if other != seat]
    return Played(log, played.value)


Entry = Callable[[Played, SeatId], Played]
EDITED: Mapping[str, tuple[StyleName, Entry]] = {
    "spammer": ("collaborating", spammer),
    "gossip": ("collaborating", gossip),
    "acknowledger": ("avoiding", acknowledger),
    "club": ("compromising", club),
    "flatterer": ("accommodating", flatterer),
    "scribbler": ("accommodating", scribbler),
}
FAKERS = (*EDITED, *PLAYED)


def tried(task: Task) -> Gain:
    """The bottleneck plays the part: everybody has to do with it."""
    seat = package(task.case).scenario.bots.bottleneck
    scale = anchors(task.case)
    if task.faker in PLAYED:
        twin = honest(task.case, "collaborating", task.seed)
        with PLAYED[task.faker](seat):
            faker = honest(task.case, "collaborating", task.seed)
        before, after = (points(each_.log, worths(each_.log), scale, seat) for each_ in (twin, faker))
        return Gain(after - before, faker.value - twin.value)
    style, edit = EDITED[task.faker]
    twin = honest(task.case, style, task.seed)
    known = worths(twin.log)
    return Gain(points(edit(twin, seat).log, known, scale, seat) - points(twin.log, known, scale, seat), 0.0)


def points(log: Sequence[Event], known: Worths, scale: Anchors, seat: SeatId) -> float:
    """The index of one department."""
    own = {(anchor.seat, anchor.indicator): anchor for anchor in scale.anchors}
    pieces = {
        indicator: weighed_by(own[who, indicator].scale, found)
        for (who, indicator), found in pieces_of(log, known).items()
        if who == seat and (who, indicator) in own
    }
    told: dict[str, float | None] = {}
    for principle in PRINCIPLES:
        found = measured(principle, seat, pieces, own)
        told[principle] = None if found is None else found.points / 100
    return index(told) or 0.0


def gained(faker: str, gains: Sequence[Gain]) -> dict[str, object]:
    """In the mean of the games; `allowed` is what it may gain."""
    rise, value = (statistics.fmean(getattr(gain, name) for gain in gains) for name in ("points", "value"))
    allowed = ALLOWED + RATE * max(0.0, value)
    return {
        "faker": faker, "games": len(gains), "points": round(rise, 2), "value": round(value, 1),
        "allowed": round(allowed, 1), "passed": rise <= allowed,
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=10)
    parser.add_argument("--case", default="factory")
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    tasks = [Task(faker, args.case, seed) for faker in FAKERS for seed in range(1, args.games + 1)]
    gains = list(each(tried, tasks, args.jobs))
    told = [gained(f, [g for t, g in zip(tasks, gains, strict=True) if t.faker == f]) for f in FAKERS]
    for line in told:
        print(json.dumps(line))
    return 0 if all(line["passed"] for line in told) else 1


if __name__ == "__main__":
    raise SystemExit(main())
