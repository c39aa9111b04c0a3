"""A case's benchmarks.json: every variant solved and played on many processes, kept at once so that it can go on."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sandgame.benchmark.constants import (
    THOUSAND,
    Company,
    Curve,
    Variant,
    WorthlessError,
    Yardstick,
    lengths,
    seeds,
    variant,
    yardsticks,
)
from sandgame.lab.play import company, play
from sandgame.lab.pool import CancelledError, Progress, default_jobs, each
from sandgame.rules.scenario import Scenario
from sandgame.scenario.package import Package

FINISHED = "benchmarks.json"
UNFINISHED = "benchmarks.part.json"


@dataclass(frozen=True, slots=True)
class VariantTask:
    """One seed at one length, in whichever process."""

    scenario: Scenario
    seed: int
    length: int

    @property
    def is_offered(self) -> bool:
        return self.length in self.scenario.lengths


def write(
    package: Package,
    folder: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    jobs: int | None = None,
) -> Path:
    """Solve and play every seed and length, and write benchmarks.json into the case's folder; returns where it lies.

    What a cancelled or broken run has found lies beside it, and is not computed again while the case's numbers stay the
    same. A length that is not on offer and has nothing to measure by is left out. Raises CancelledError, OSError,
    WorthlessError, and BotRefusedError if a bot breaks a rule.
    """
    scenario = package.scenario
    wanted = [(length, seed) for length in lengths(scenario) for seed in seeds(scenario)]
    kept = _read(folder / UNFINISHED, package.fingerprint)
    found = {key: kept[key] for key in wanted if key in kept}
    tasks = [VariantTask(scenario, seed, length) for length, seed in wanted if (length, seed) not in found]
    jobs = min(jobs or default_jobs(), len(tasks))
    done, worthless = len(found), set[int]()
    for task, result in zip(tasks, each(solve_and_play, tasks, jobs), strict=True):
        done += 1
        if result is None:
            worthless.add(task.length)
        else:
            found[result.length, result.seed] = result
            _write(folder / UNFINISHED, _part(package.fingerprint, found))
        if progress is not None:
            progress(done, len(wanted))
        if cancelled is not None and cancelled():
            raise CancelledError
    measured = yardsticks(item for item in found.values() if item.length not in worthless)
    sticks = (stick for stick in measured if stick.length in scenario.lengths or stick.silo_path[-1] < THOUSAND)
    _write(folder / FINISHED, _told(package.fingerprint, sticks))
    (folder / UNFINISHED).unlink(missing_ok=True)
    return folder / FINISHED


def solve_and_play(task: VariantTask) -> Variant | None:
    """None where nothing can be earned at a length that is not on offer."""

    def played(style: Company, seed: int, length: int) -> Curve:
        game = play(task.scenario, "", seed, length, company(task.scenario, style))
        return tuple(published.money.result for published in game.state.published if not published.final)

    try:
        return variant(task.scenario, task.seed, task.length, played)
    except WorthlessError:
        if task.is_offered:
            raise
        return None


def _told(fingerprint: str, sticks: Iterable[Yardstick]) -> str:
    """A line for each list, so that authors can read it."""
    told = []
    for stick in sticks:
        lines = ",\n".join(f"      {json.dumps(name)}: {json.dumps(value)}" for name, value in stick.as_json().items())
        told.append(f"    {{\n{lines}\n    }}")
    listed = ",\n".join(told)
    return f'{{\n  "fingerprint": {json.dumps(fingerprint)},\n  "lengths": [\n{listed}\n  ]\n}}\n'


def _part(fingerprint: str, found: dict[tuple[int, int], Variant]) -> str:
    return json.dumps({"fingerprint": fingerprint, "variants": [asdict(item) for item in found.values()]})


def _read(path: Path, fingerprint: str) -> dict[tuple[int, int], Variant]:
    """What an earlier run found for the same numbers; nothing if it cannot be read."""
    try:
        part = json.loads(path.read_text(encoding="utf-8"))
        if part["fingerprint"] != fingerprint:
            return {}
        variants = [_variant(item) for item in part["variants"]]
    except (FileNotFoundError, ValueError, LookupError, TypeError):
        return {}
    return {(item.length, item.seed): item for item in variants}


def _variant(item: dict[str, Any]) -> Variant:
    curves = {name: tuple(item[name]) for name in ("competing", "collaborating")}
    return Variant(**{**item, **curves})


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a run may be ended while it writes."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)
