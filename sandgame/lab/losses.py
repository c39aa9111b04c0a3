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
from sandgame.rules.room_events import CardDealt, MeasureAdopted
from sandgame.rules.state import State
from sandgame.rules.without import ending
from sandgame.scoring.record import scale_of

Kind = Literal["measure", "card"]


class UnfinishedError(Exception):
    """The log ends before the game: only a whole game tells what was lost."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a measure or a card changed, in whole money: what it took, or gave if it is below 0.

    `what` is the measure's name or the card's number.
    """

    round: int
    kind: Kind
    what: str | int
    change: int


@dataclass(frozen=True, slots=True)
class Losses:
    """Whole money. The losses of all rounds and the items add up to best − result, to the unit.

    `best` is what could have been reached in the weeks that were played, all known beforehand. A session that was
    shortened is measured from its first week on as one of its last length: no week is charged, nor a shortening
    credited, with what would have come later.
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
    best, result = _best(log[0], state), state.money.result
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
    length = state.length
    after = [ending(week.begun, length) for week in weeks[1:]]
    return [week.played(end, length) for week, end in zip(weeks, [*after, None], strict=True)], state


@dataclass(slots=True)
class _Week:
    """A round on its way."""

    begun: State
    planned: tuple[State, Delivered] | None = None
    within: list[Change] = field(default_factory=list)
    behind: list[Change] = field(default_factory=list)

    def played(self, after: State | None, length: int) -> PlayedWeek:
        if self.planned is None:
            raise UnfinishedError
        planned, delivered = self.planned
        within, behind = (
            tuple(Change(each.event, ending(each.before, length), ending(each.after, length)) for each in changes)
            for changes in (self.within, self.behind)
        )
        return PlayedWeek(ending(self.begun, length), ending(planned, length), delivered, after, within, behind)


def _note(weeks: list[_Week], event: Event, before: State, after: State) -> None:
    if isinstance(event, PhaseStarted):
        if event.phase == "brief":
            weeks.append(_Week(after))
    elif isinstance(event, Delivered):
        weeks[-1].planned = before, event
    elif isinstance(event, MeasureAdopted | CardDealt):
        week = weeks[-1]
        (week.within if week.planned is None else week.behind).append(Change(event, before, after))


def _item(change: Change, money: int) -> Item:
    event, round_ = change.event, change.before.round
    if isinstance(event, MeasureAdopted):
        return Item(round_, "measure", event.measure, money)
    return Item(round_, "card", event.card, money)


def _raw(task: tuple[PlayedWeek, bool]) -> RawLoss:
    week, exact = task
    return raw_loss(week, exact)


def _best(first: Event, end: State) -> int:
    """The case's constant; where it has none for the weeks played, what could have been earned, which takes seconds."""
    assert isinstance(first, GameStarted)
    if (constants := scale_of(first.length, end)) is not None:
        return constants.best
    return best_from_start(first.scenario, first.seed, end.length).money
