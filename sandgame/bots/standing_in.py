"""What a stand-in did in somebody's seat, week by week, for the person who comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandgame.rules.apply import apply
from sandgame.rules.events import (
    Event,
    OptionChosen,
    OrderDeclined,
    PhaseStarted,
    PlanSubmitted,
    SheetAnswered,
    SheetSent,
)
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Accept, Counter, Decline
from sandgame.rules.rollback import live
from sandgame.rules.room_events import ActedFor, RolledBack, SeatTaken
from sandgame.rules.state import State


@dataclass(slots=True)
class WeekStoodIn:
    """One week of it. Lines of others' sheets: `answered` in all, of them `promised`, `countered`, `declined`.

    `asked` are lines of its own requests; `taken` and `refused` other terms that suppliers offered for those; `orders`
    those decided on; `planned` whether it submitted the plan of the week.
    """

    round: int
    answered: int = 0
    promised: int = 0
    countered: int = 0
    declined: int = 0
    asked: int = 0
    taken: int = 0
    refused: int = 0
    orders: int = 0
    planned: bool = False


def note(events: Iterable[Event], seat: SeatId) -> tuple[WeekStoodIn, ...]:
    """Reads a whole log: a row for each week in which a stand-in held the seat for some time, also if it did nothing.

    What the facilitator did for the seat meanwhile is not the stand-in's; what was rolled back did not happen.
    """
    weeks: dict[int, WeekStoodIn] = {}
    for before, event, standing_in in _looked_through(events, seat):
        if standing_in:
            week = weeks.setdefault(before.round, WeekStoodIn(before.round))
            _count(week, before, event, seat)
    return tuple(weeks[number] for number in sorted(weeks))


def _looked_through(events: Iterable[Event], seat: SeatId) -> Iterator[tuple[State, Event, bool]]:
    """Each event with the state before it, and whether it may be the stand-in's doing."""
    state: State | None = None
    standing_in = for_seat = False
    for _, event in live(events):
        if isinstance(event, SeatTaken) and event.seat == seat:
            standing_in = event.player == "stand_in"
        if isinstance(event, RolledBack):
            standing_in = any((each.seat, each.player) == (seat, "stand_in") for each in event.players)
        if state is not None and not isinstance(event, PhaseStarted):
            yield state, event, standing_in and not for_seat
        for_seat = isinstance(event, ActedFor) and event.seat == seat
        state = apply(state, event)


def _count(week: WeekStoodIn, state: State, event: Event, seat: SeatId) -> None:
    match event:
        case SheetSent() if event.customer == seat:
            week.asked += len(event.lines)
        case SheetAnswered() if event.seat == seat:
            _count_answers(week, event, mine=state.sheets[event.sheet].customer == seat)
        case OptionChosen() if state.orders[event.order].terms.owner == seat and not event.default:
            week.orders += 1
        case OrderDeclined() if state.orders[event.order].terms.owner == seat:
            week.orders += 1
        case PlanSubmitted() if event.seat == seat and not event.default:
            week.planned = True


def _count_answers(week: WeekStoodIn, event: SheetAnswered, *, mine: bool) -> None:
    kinds = [type(answer) for answer in event.answers]
    if mine:
        week.taken += kinds.count(Accept)
        week.refused += kinds.count(Decline)
        return
    week.answered += len(kinds)
    week.promised += kinds.count(Accept)
    week.countered += kinds.count(Counter)
    week.declined += kinds.count(Decline)
