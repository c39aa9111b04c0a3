"""A case's variants on trial: companies of every style and lone competitors, played on many processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sandgame.benchmark.best import at_start, bound
from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.decisions import decisions
from sandgame.lab.play import Game, company, play
from sandgame.lab.pool import Progress, run_all
from sandgame.rules.figures import kpi, satisfaction
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Scenario
from sandgame.scenario.package import Package

TOGETHER: StyleName = "collaborating"
ALONE: StyleName = "competing"


@dataclass(frozen=True, slots=True)
class TrialTask:
    """One seed at one length, in whichever process."""

    scenario: Scenario
    seed: int
    length: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A company at its end: its result, and each seat's KPI (satisfaction left out of it) and satisfaction."""

    result: int
    kpis: tuple[int, ...]
    satisfaction: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """`alone`, a seat each: a collaborating company in which this seat competes. `decisions` of collaborating seats
    are over the whole game. `bound` is U of the whole game, `unhelped` the same without overtime, loans, pool and aids.
    """

    seed: int
    length: int
    results: dict[StyleName, int]
    together: Standing
    alone: tuple[Standing, ...]
    decisions: tuple[int, ...]
    bound: int
    unhelped: int


def seeds_on_trial(package: Package, games: int) -> tuple[int, ...]:
    """The first `games` variants that the case offers, from 1 on; of a case that does not vary the one there is."""
    return tuple(seed for seed in package.seeds if seed > 0)[:games] or package.seeds[:1]


def games_a_trial(scenario: Scenario) -> int:
    return len(NAMES) + len(scenario.seats)


def trials(
    package: Package,
    seeds: Sequence[int],
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Trial]:
    """All seeds at every length, by length, then seed; `progress` is told of games.

    The same whatever the number of jobs. Raises CancelledError, and BotRefusedError if a bot breaks a rule.
    """
    scenario = package.scenario
    tasks = [TrialTask(scenario, seed, length) for length in scenario.lengths for seed in seeds]
    each = games_a_trial(scenario)
    in_games: Progress | None = None
    if progress is not None:
        told = progress

        def in_games(done: int, of: int) -> None:
            told(done * each, of * each)

    return run_all(try_out, tasks, jobs, in_games, cancelled)


def try_out(task: TrialTask) -> Trial:
    scenario = task.scenario
    games = {style: _played(task, company(scenario, style)) for style in NAMES}
    together = games[TOGETHER]
    everybody = company(scenario, TOGETHER)
    alone = tuple(_standing(_played(task, {**everybody, seat: ALONE})) for seat in scenario.seats)
    start = at_start(scenario, task.seed, task.length)
    return Trial(
        task.seed,
        task.length,
        {style: game.state.money.result for style, game in games.items()},
        _standing(together),
        alone,
        decisions(together.state, together.events),
        bound(start),
        bound(start, help_=False),
    )


def _played(task: TrialTask, styles: Mapping[SeatId, StyleName]) -> Game:
    return play(task.scenario, "", task.seed, task.length, styles)


def _standing(game: Game) -> Standing:
    """The KPI anew from its points: where satisfaction is a part of it from the start, it would count twice."""
    state = game.state
    figures = state.published[-1].seats
    return Standing(
        state.money.result,
        tuple(kpi(state.scenario.department(own.seat).metrics, own.points) for own in figures),
        tuple(satisfaction(state.records[own.seat]) for own in figures),
    )
