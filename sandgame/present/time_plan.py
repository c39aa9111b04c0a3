"""The time plan of playing alone: the case's minutes, shared out over weeks and phases; a guide, nobody's clock.

The case says how long a whole game takes. Each week gets the same, the first one half as much again, for everything in
it is new; of a week each phase gets its share. All in half minutes, so that the sums shown are those of the parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.rules.ids import PHASES
from sandgame.text.speech import Speech

SHARES = (15, 40, 20, 10, 15)
"""Percent of a week that goes to Brief, Negotiate, Plan, Deliver and Review."""
HALVES = 2
_FIRST = 3
"""Half weeks that the first one takes."""


@dataclass(frozen=True, slots=True)
class TimePlan:
    """Half minutes by phase, in the first week and in each later one."""

    weeks: int
    first: tuple[int, ...]
    later: tuple[int, ...]

    @property
    def whole(self) -> tuple[int, ...]:
        return tuple(one + (self.weeks - 1) * each for one, each in zip(self.first, self.later, strict=True))


def time_plan(weeks: int, minutes: int) -> TimePlan:
    """The later weeks alike; what cannot be shared evenly goes to the first."""
    halves = minutes * HALVES
    later = 2 * halves // (2 * (weeks - 1) + _FIRST)
    return TimePlan(weeks, _shared(halves - (weeks - 1) * later), _shared(later))


def _shared(halves: int) -> tuple[int, ...]:
    """By the shares, rounded so that the sum stays."""
    found = [halves * share // 100 for share in SHARES]
    rests = sorted(range(len(SHARES)), key=lambda place: (-(halves * SHARES[place] % 100), place))
    for place in rests[: halves - sum(found)]:
        found[place] += 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A phase and its times: in week 1, in each later week, in all."""

    name: str
    times: tuple[str, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class TimeTable:
    """The plan as a table; the last row is the sum."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[TimeRow, ...]
    note: str


def time_table(speech: Speech, weeks: int, minutes: int) -> TimeTable:
    plan = time_plan(weeks, minutes)
    columns = (plan.first, plan.later, plan.whole)
    heads = tuple(speech.say(f"gallery-time-{head}", weeks=weeks) for head in ("first", "later", "whole"))
    names = [speech.say(f"game-phase-{phase}") for phase in PHASES]
    rows = [_row(name, [column[place] for column in columns], heads) for place, name in enumerate(names)]
    rows.append(_row(speech.say("gallery-time-sum"), [sum(column) for column in columns], heads))
    return TimeTable(speech.say("gallery-time", weeks=weeks, minutes=minutes), heads, tuple(rows),
                     speech.say("gallery-time-note"))  # fmt: skip


MINUTES_AT_TABLE = 13
"""A week of a whole table at one laptop: everybody talks, and the laptop goes round."""
ONE_SITTING = 80
"""Minutes that a table stays together for."""


def length_at_table(lengths: Sequence[int]) -> int:
    """The longest that is played in one sitting."""
    return max((length for length in lengths if MINUTES_AT_TABLE * length <= ONE_SITTING), default=min(lengths))


def table_time(speech: Speech, weeks: int) -> TimeTable:
    """Round one laptop there is no plan by phases: only how long it takes."""
    title = speech.say("gallery-time", weeks=weeks, minutes=MINUTES_AT_TABLE * weeks)
    return TimeTable(title, (), (), speech.say("gallery-time-note-table"))


def _row(name: str, halves: Sequence[int], heads: Sequence[str]) -> TimeRow:
    times = tuple(minutes_text(each) for each in halves)
    told = ", ".join(f"{head} {time}" for head, time in zip(heads, times, strict=True))
    return TimeRow(name, times, f"{name}: {told}")


def minutes_text(halves: int) -> str:
    """7 half minutes are "3:30"."""
    return f"{halves // HALVES}:{'30' if halves % HALVES else '00'}"
