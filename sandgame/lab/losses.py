"""A written log -> where the company's money went, week by week: the data of `sandgame losses --json`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from sandgame.benchmark.best import best_from_start
from sandgame.benchmark.losses import Change, PlayedWeek, RawLoss, WeekLoss, raw_loss, scaled
from sandgame.lab.pool import Progress, run_all
from sandgame.lab.replay import NotALogError, counted, folded
from sandgame.rules.events import Delivered, Event, GameStarted, PhaseStarted
from sandgame.rules.room_events import CardDealt, MeasureAdopted, SessionShortened
from sandgame.rules.state import State

Kind = Literal["measure", "card", "shortening"]


class UnfinishedError(Exception):
    """The log ends before the game: only a whole game tells what was lost."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a measure, a card or a shortening changed, in whole money: what it took, or gave if it is below 0.

    `what` is the measure's name, the card's number, or the new length.
    """

    round: int
    kind: Kind
    what: str | int
    change: int


@dataclass(frozen=True, slots=True)
class Losses:
    """Whole money. The losses of all rounds and the items add up to best − result, to the unit.

    `best` is that of the first event: what the session could have come to as it began.
    """

    best: int
    result: int
    exact: bool
    rounds: tuple[WeekLoss, ...]
    items: tuple[Item, ...]

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
    log = tuple(events)
    weeks, state = played_weeks(log)
    tasks = [(week, exact) for week in weeks]
    raw = run_all(_raw, tasks, jobs, progress, cancelled)
    best, result = _best(log[0]), state.money.result
    rounds, changes = scaled(raw, best - result)
    changed = [change for week in weeks for change in (*week.within, *week.behind)]
    items = tuple(_item(change, money) for change, money in zip(changed, changes, strict=True))
    return Losses(best, result, exact, rounds, items)


def played_weeks(events: Iterable[Event]) -> tuple[list[PlayedWeek], State]:
    """Each round as it went, and the state at the end; what was rolled back is left out.

    Raises NotALogError and UnfinishedError.
    """
    state: State | None = None
    weeks: list[_Week] = []
    for seq, event in counted(tuple(events)):
        before, state = state, folded(state, seq, event)
        if before is not None:
            _note(weeks, event, before, state)
    if state is None:
        raise NotALogError(0)
    if state.phase != "over":
        raise UnfinishedError
    after = [week.begun for week in weeks[1:]]
    return [week.played(end) for week, end in zip(weeks, [*after, None], strict=True)], state


@dataclass(slots=True)
class _Week:
    """A round on its way."""

    begun: State
    planned: tuple[State, Delivered] | None = None
    within: list[Change] = field(default_factory=list)
    behind: list[Change] = field(default_factory=list)

    def played(self, after: State | None) -> PlayedWeek:
        if self.planned is None:
            raise UnfinishedError
        return PlayedWeek(self.begun, *self.planned, after, tuple(self.within), tuple(self.behind))


def _note(weeks: list[_Week], event: Event, before: State, after: State) -> None:
    if isinstance(event, PhaseStarted):
        if event.phase == "brief":
            weeks.append(_Week(after))
    elif isinstance(event, Delivered):
        weeks[-1].planned = before, event
    elif isinstance(event, MeasureAdopted | CardDealt | SessionShortened):
        week = weeks[-1]
        (week.within if week.planned is None else week.behind).append(Change(event, before, after))


def _item(change: Change, money: int) -> Item:
    event, round_ = change.event, change.before.round
    if isinstance(event, MeasureAdopted):
        return Item(round_, "measure", event.measure, money)
    if isinstance(event, CardDealt):
        return Item(round_, "card", event.card, money)
    return Item(round_, "shortening", event.length, money)


def _raw(task: tuple[PlayedWeek, bool]) -> RawLoss:
    week, exact = task
    return raw_loss(week, exact)


def _best(first: Event) -> int:
    """The case's constant; of a case without any what the game could have earned, which takes seconds."""
    assert isinstance(first, GameStarted)
    if first.benchmarks is not None:
        return first.benchmarks.best
    return best_from_start(first.scenario, first.seed, first.length).money
