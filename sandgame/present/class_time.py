"""The time plan of a class: minutes by phase, the first week longer, sums for play and for the whole lesson."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

from sandgame.frames.classroom import Seconds
from sandgame.frames.lobby import CaseCard
from sandgame.present.time_plan import HALVES, time_plan
from sandgame.rules.ids import PHASES
from sandgame.text.speech import Speech

IN_CLASS = 2
"""People who talk with one another take so much longer than one alone among bots."""
LONGEST = 60
"""Half minutes that a phase may have."""
SHARES = (100, 125, 150, 175, 200, 250, 300)
"""Percent of a later week's time that the first one may have."""
USUAL_SHARE = 150
LESSONS = (0, *range(45, 481, 15))
"""Minutes that a lesson may have; 0 is not said."""
MAP_TASK, DEBRIEF, SHORT_DEBRIEF = 3, 40, 20
_SHORT = 4
"""So many weeks leave less to talk about afterwards."""
_HALF_MINUTE = 30


@dataclass(frozen=True, slots=True)
class ClassTime:
    """`halves` by phase in a later week, in half minutes; a phase with 0 has no clock."""

    weeks: int
    halves: tuple[int, ...]
    share: int = USUAL_SHARE
    timed: bool = True
    lesson: int = 0

    @staticmethod
    def of(case: CaseCard, weeks: int) -> ClassTime:
        """As the case has it."""
        return ClassTime(weeks, case_halves(case, weeks))

    def with_phase(self, place: int, halves: int) -> ClassTime:
        kept = list(self.halves)
        kept[place] = halves
        return replace(self, halves=tuple(kept))

    @property
    def later(self) -> float:
        """Minutes of a later week."""
        return sum(self.halves) / HALVES

    @property
    def first(self) -> float:
        return self.later * self.share / 100

    @property
    def exact(self) -> float:
        """Minutes of all weeks."""
        return self.first + (self.weeks - 1) * self.later

    @property
    def play(self) -> int:
        return whole_minutes(self.exact)

    def seconds(self) -> Seconds:
        if not self.timed:
            return Seconds(0, 0, 0, 0, 0, self.share)
        brief, negotiate, plan, deliver, review = (half * _HALF_MINUTE for half in self.halves)
        return Seconds(brief, negotiate, plan, deliver, review, self.share)


def whole_minutes(minutes: float) -> int:
    """For sentences, everywhere the same: half a minute counts as a whole one."""
    return floor(minutes + 0.5)


def minutes_and_seconds(minutes: float) -> str:
    """14.5 is "14:30"; for plans, where sums must be those of the parts."""
    seconds = whole_minutes(minutes * 60)
    return f"{seconds // 60}:{seconds % 60:02}"


def case_halves(case: CaseCard, weeks: int) -> tuple[int, ...]:
    return time_plan(weeks, case.minutes[case.lengths.index(weeks)] * IN_CLASS).later


def debrief_minutes(weeks: int) -> int:
    return DEBRIEF if weeks > _SHORT else SHORT_DEBRIEF


def lesson_minutes(time: ClassTime, *, map_task: bool) -> int:
    """Play, what is added to it, and talking it over."""
    return time.play + (MAP_TASK if map_task else 0) + debrief_minutes(time.weeks)


@dataclass(frozen=True, slots=True)
class PhaseTime:
    """A phase: its time in a later week, in the first, and in all; `value` in half minutes."""

    name: str
    value: int
    first: str
    whole: str


@dataclass(frozen=True, slots=True)
class TimePage:
    title: str
    timed: str
    timed_line: str
    heads: tuple[str, ...]
    phases: tuple[PhaseTime, ...]
    total: tuple[str, ...]
    share: str
    share_line: str
    sums: tuple[tuple[str, str], ...]
    lesson: str
    lesson_words: tuple[str, ...]
    over: str
    shorter: tuple[tuple[int, str], ...]
    reset: str
    close: str


def time_page(speech: Speech, time: ClassTime, lengths: tuple[int, ...], plays: dict[int, int], *,
              map_task: bool) -> TimePage:  # fmt: skip
    """`plays`: minutes of the whole lesson at each length of the case."""
    say = speech.say
    lesson = lesson_minutes(time, map_task=map_task)
    over = lesson - time.lesson if time.timed and time.lesson and lesson > time.lesson else 0
    fits = [weeks for weeks in lengths if weeks < time.weeks and plays[weeks] <= time.lesson] if over else []
    return TimePage(
        title=say("class-time-title", weeks=time.weeks),
        timed=say("class-timed"),
        timed_line=say("class-timed-line"),
        heads=tuple(say(f"class-time-{head}") for head in ("phase", "later", "first", "whole")),
        phases=tuple(_phase(speech, time, place) for place in range(len(time.halves))),
        total=(say("class-time-sum"), *_total(time)),
        share=say("class-share"),
        share_line=say("class-share-line"),
        sums=_sums(speech, time, map_task=map_task),
        lesson=say("class-lesson"),
        lesson_words=(say("class-lesson-none"), *(say("class-lesson-is", minutes=each) for each in LESSONS[1:])),
        over=say("class-over", minutes=over) if over else "",
        shorter=tuple((weeks, say("class-shorter", weeks=weeks, minutes=plays[weeks])) for weeks in fits),
        reset=say("class-time-reset"),
        close=say("class-time-done"),
    )  # fmt: skip


def _phase(speech: Speech, time: ClassTime, place: int) -> PhaseTime:
    halves = time.halves[place]
    first = halves * time.share / 100 / HALVES
    whole = first + halves / HALVES * (time.weeks - 1)
    return PhaseTime(
        speech.say(f"game-phase-{PHASES[place]}"), halves, minutes_and_seconds(first), minutes_and_seconds(whole)
    )


def _total(time: ClassTime) -> tuple[str, ...]:
    return tuple(minutes_and_seconds(minutes) for minutes in (time.later, time.first, time.exact))


def _sums(speech: Speech, time: ClassTime, *, map_task: bool) -> tuple[tuple[str, str], ...]:
    parts: list[tuple[str, float]] = [("play", time.exact)] if time.timed else []
    if map_task:
        parts.append(("map", MAP_TASK))
    parts.append(("debrief", debrief_minutes(time.weeks)))
    if time.timed:
        parts.append(("all", sum(minutes for _, minutes in parts)))
    return tuple((speech.say(f"class-sum-{name}"), minutes_and_seconds(minutes)) for name, minutes in parts)
