"""A written log -> where the company's money went, week by week: the data of `sandgame losses --json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from sandgame.benchmark.best import best_from_start
from sandgame.benchmark.losses import PlayedWeek, RawLoss, WeekLoss, raw_loss, scaled
from sandgame.lab.pool import Progress, run_all
from sandgame.lab.replay import NotALogError
from sandgame.rules.apply import apply
from sandgame.rules.events import Delivered, Event, GameStarted, PhaseStarted
from sandgame.rules.state import State


class UnfinishedError(Exception):
    """The log ends before the game: only a whole game tells what was lost."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Whole money. The losses of all rounds add up to best − result, to the unit."""

    best: int
    result: int
    exact: bool
    rounds: tuple[WeekLoss, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain data, keys in the order of the fields; `shares` of the departments in the order of their numbers."""
        return asdict(self)


def losses(
    events: Iterable[Event],
    exact: bool = False,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Losses:
    """By the relaxation a second or two; exact ones take minutes to hours. The same whatever the number of jobs.

    Raises NotALogError, UnfinishedError and CancelledError.
    """
    weeks, state = played_weeks(events)
    tasks = [(week, exact) for week in weeks]
    raw = run_all(_raw, tasks, jobs, progress, cancelled)
    best, result = _best(state), state.money.result
    return Losses(best, result, exact, scaled(raw, best - result))


def played_weeks(events: Iterable[Event]) -> tuple[list[PlayedWeek], State]:
    """Each round as it went, and the state at the end. Raises NotALogError and UnfinishedError."""
    state: State | None = None
    negotiated: list[State] = []
    delivered: list[tuple[State, Delivered]] = []
    for seq, event in enumerate(events):
        if (state is None) != isinstance(event, GameStarted):
            raise NotALogError(seq)
        if state is not None and isinstance(event, Delivered):
            delivered.append((state, event))
        try:
            state = apply(state, event)
        except (LookupError, ValueError) as error:
            raise NotALogError(seq) from error
        if isinstance(event, PhaseStarted) and event.phase == "negotiate":
            negotiated.append(state)
    if state is None:
        raise NotALogError(0)
    if state.phase != "over":
        raise UnfinishedError
    rounds = zip(negotiated, delivered, [*negotiated[1:], None], strict=True)
    return [PlayedWeek(before, planned, event, after) for before, (planned, event), after in rounds], state


def _raw(task: tuple[PlayedWeek, bool]) -> RawLoss:
    week, exact = task
    return raw_loss(week, exact)


def _best(state: State) -> int:
    """The case's constant; of a case without any what the game could have earned, which takes seconds."""
    if state.benchmarks is not None:
        return state.benchmarks.best
    return best_from_start(state.as_written, state.seed, state.length).money
