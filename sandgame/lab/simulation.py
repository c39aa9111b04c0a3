"""Games of bots on a case, and what is told of them: the data of `sandgame simulate --json`."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sandgame.bots.styles import StyleName
from sandgame.lab.play import Game, company, mixed, play
from sandgame.lab.pool import Progress, run_all
from sandgame.rules.events import CompanyMoney, Delivered
from sandgame.rules.figures import toward_zero
from sandgame.rules.ids import SeatId
from sandgame.rules.log import log_sha256
from sandgame.rules.scenario import Benchmarks, Scenario
from sandgame.scenario.package import Package

Company = StyleName | Literal["mixed"]


@dataclass(frozen=True, slots=True)
class GameTask:
    """One game to be played, in whichever process; `departments` and `services` are the author's keys."""

    scenario: Scenario
    fingerprint: str
    departments: tuple[str, ...]
    services: tuple[str, ...]
    seed: int
    length: int
    styles: Mapping[SeatId, StyleName]
    benchmarks: Benchmarks | None


@dataclass(frozen=True, slots=True)
class GameReport:
    """Money in whole units; `of_best` and `value_captured` in percent, towards zero; None where there is no best."""

    seed: int
    styles: dict[str, StyleName]
    result: int
    best: int | None
    silo: int | None
    of_best: int | None
    value_captured: int | None
    kpi: dict[str, int]
    bonus: dict[str, int]
    curve: list[int]
    money: dict[str, int]
    units: dict[str, int]
    events: int
    log_sha256: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean and standard deviation to one decimal, and the ends."""

    mean: float
    sd: float
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Summary:
    games: int
    result: Spread
    of_best: Spread | None
    value_captured: Spread | None
    kpi: dict[str, Spread]
    bonus: dict[str, Spread]


@dataclass(frozen=True, slots=True)
class Simulation:
    case: str
    fingerprint: str
    style: Company
    length: int
    games: tuple[GameReport, ...]
    summary: Summary

    def as_json(self) -> dict[str, Any]:
        """Plain data, keys in the order of the fields."""
        return asdict(self)


def simulate(
    package: Package,
    style: Company,
    *,
    seats: Mapping[SeatId, StyleName] | None = None,
    seed: int = 0,
    games: int = 1,
    length: int | None = None,
    jobs: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Simulation:
    """`games` games from `seed` on, 1 or more. `seats` play another style; without a length the longest is played.

    The same whatever the number of jobs. Raises CancelledError, and BotRefusedError if a bot breaks a rule.
    """
    weeks = length or max(package.scenario.lengths)
    tasks = [_task(package, style, seats or {}, number, weeks) for number in range(seed, seed + games)]
    reports = tuple(run_all(report, tasks, jobs, progress, cancelled))
    return Simulation(package.id, package.fingerprint, style, weeks, reports, summary(reports))


def _task(package: Package, style: Company, seats: Mapping[SeatId, StyleName], seed: int, length: int) -> GameTask:
    scenario = package.scenario
    styles = mixed(scenario, seed) if style == "mixed" else company(scenario, style)
    return GameTask(
        scenario,
        package.fingerprint,
        package.departments,
        package.services,
        seed,
        length,
        {**styles, **seats},
        package.benchmarks(seed, length),
    )


def report(task: GameTask) -> GameReport:
    """Play one game and tell of it."""
    return _told(
        task, play(task.scenario, task.fingerprint, task.seed, task.length, task.styles, benchmarks=task.benchmarks)
    )


def _told(task: GameTask, game: Game) -> GameReport:
    state, benchmarks = game.state, task.benchmarks
    result = state.money.result
    of_best = value = None
    if benchmarks is not None:
        of_best = toward_zero(100 * result, benchmarks.best)
        value = toward_zero(100 * (result - benchmarks.silo), benchmarks.best - benchmarks.silo)
    names = {SeatId(seat): name for seat, name in enumerate(task.departments, start=1)}
    figures = state.published[-1].seats
    units = dict.fromkeys(task.services, 0)
    for event in game.events:
        for line in event.made if isinstance(event, Delivered) else ():
            units[task.services[line.service - 1]] += line.units
    return GameReport(
        seed=game.seed,
        styles={names[seat]: style for seat, style in game.styles.items()},
        result=result,
        best=None if benchmarks is None else benchmarks.best,
        silo=None if benchmarks is None else benchmarks.silo,
        of_best=of_best,
        value_captured=value,
        kpi={names[f.seat]: f.kpi for f in figures},
        bonus={names[f.seat]: f.bonus_kpi + f.bonus_company for f in figures},
        curve=[published.money.result for published in state.published if not published.final],
        money={kind: getattr(state.money, kind) for kind in CompanyMoney.__struct_fields__},
        units=units,
        events=len(game.bodies),
        log_sha256=log_sha256(game.bodies),
    )


def summary(reports: tuple[GameReport, ...]) -> Summary:
    keys = reports[0].kpi
    of_best = [r.of_best for r in reports if r.of_best is not None]
    value = [r.value_captured for r in reports if r.value_captured is not None]
    return Summary(
        games=len(reports),
        result=_spread([r.result for r in reports]),
        of_best=_spread(of_best) if of_best else None,
        value_captured=_spread(value) if value else None,
        kpi={key: _spread([r.kpi[key] for r in reports]) for key in keys},
        bonus={key: _spread([r.bonus[key] for r in reports]) for key in keys},
    )


def _spread(values: list[int]) -> Spread:
    return Spread(round(statistics.fmean(values), 1), round(statistics.pstdev(values), 1), min(values), max(values))
