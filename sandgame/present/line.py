"""What a class adds round a seat's pages: the clock of the phase, the cut line, the stand-in's note, a call."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.frames.classroom import WeekOfStandIn
from sandgame.present.now import Question
from sandgame.present.pictures import ClockPicture
from sandgame.present.room_words import told_text
from sandgame.rules.sections import ToldByRoom
from sandgame.text import numbers
from sandgame.text.speech import Speech

WARN, URGENT = 30, 10
"""Seconds left from which the clock presses, and presses hard."""


@dataclass(frozen=True, slots=True)
class BannerPicture:
    """The line is down. `left` of `whole` seconds is how long the seat still waits; `whole` 0: nothing counts."""

    title: str
    line: str
    grace: str
    left: float
    whole: float
    retry: str
    check: str


@dataclass(frozen=True, slots=True)
class StandInNote:
    """What the stand-in did, by week."""

    title: str
    line: str
    weeks: tuple[tuple[str, tuple[str, ...]], ...]
    ok: str


@dataclass(frozen=True, slots=True)
class CallPicture:
    title: str
    line: str
    hint: str
    need: str
    send: str
    back: str


@dataclass(frozen=True, slots=True)
class SaidPicture:
    title: str
    line: str
    said: tuple[str, ...]
    close: str


def shown_seconds(seconds: float) -> int:
    """A clock never runs ahead: it shows a second until it is over."""
    return max(0, math.ceil(seconds - 0.001))


def clock_picture(
    speech: Speech, seconds: float | None, *, paused: bool, waiting: bool, online: bool = True
) -> ClockPicture | None:
    """None where there is no clock and nothing stands still."""
    say = speech.say
    if waiting and seconds is not None:
        time = numbers.clock(shown_seconds(seconds))
        return ClockPicture(say("line-waits-time", time=time), "paused", say("line-waits-spoken-time", time=time))
    if waiting:
        return ClockPicture(say("line-waits"), "paused", say("line-waits-spoken"))
    if paused and seconds is not None:
        time = numbers.clock(shown_seconds(seconds))
        return ClockPicture(say("line-paused", time=time), "paused", say("line-paused-spoken", time=time))
    if paused:
        return ClockPicture(say("shell-paused"), "paused", say("shell-paused-spoken"))
    if seconds is None:
        return None
    left = shown_seconds(seconds)
    if left == 0 and online:
        return ClockPicture(say("line-time-up"), "urgent", say("line-time-up-spoken"))
    pressing: Literal["warn", "urgent"] = "warn" if left > URGENT else "urgent"
    tone = "calm" if left > WARN or not online else pressing
    text = numbers.clock(left)
    return ClockPicture(text, tone, say("line-clock-spoken", time=text))


def banner(speech: Speech, *, tries: int, retry: float, grace: float, whole: float) -> BannerPicture:
    """`retry` seconds until the next try; `grace` of `whole` seconds until the stand-in may sit in."""
    say, wait, left = speech.say, shown_seconds(retry), shown_seconds(grace)
    title = say("line-lost", tries=tries, seconds=wait) if wait else say("line-lost-now", tries=tries)
    return BannerPicture(
        title=title,
        line=say("line-lost-kept" if left else "line-lost-late"),
        grace=say("line-grace", seconds=left) if left else "",
        left=grace if left else 0.0,
        whole=whole if left else 0.0,
        retry=say("line-retry"),
        check=say("line-check"),
    )


def changed_time(speech: Speech, seconds: float) -> str:
    """The facilitator gave time, or took some."""
    whole = round(seconds)
    return speech.say("line-extended", seconds=whole) if whole > 0 else speech.say("line-shortened", seconds=-whole)


def stand_in_note(speech: Speech, weeks: Sequence[WeekOfStandIn]) -> StandInNote:
    say = speech.say
    return StandInNote(
        say("line-in-title"),
        say("line-in-line"),
        tuple((say("line-in-week", week=week.round), _done(speech, week)) for week in weeks),
        say("line-in-ok"),
    )


def _done(speech: Speech, week: WeekOfStandIn) -> tuple[str, ...]:
    say = speech.say
    done = []
    if week.answered:
        answers = {"promised": week.promised, "countered": week.countered, "declined": week.declined}
        done.append(say("line-in-answered", count=week.answered, **answers))
    if week.asked:
        done.append(say("line-in-asked", count=week.asked))
    if week.taken or week.refused:
        done.append(say("line-in-took", taken=week.taken, refused=week.refused))
    if week.orders:
        done.append(say("line-in-orders", count=week.orders))
    if week.planned:
        done.append(say("line-in-planned"))
    elif done:
        done.append(say("line-in-not-planned"))
    return tuple(done) or (say("line-in-nothing"),)


def call_picture(speech: Speech) -> CallPicture:
    say = speech.say
    return CallPicture(
        say("line-call-title"),
        say("line-call-line"),
        say("line-call-hint"),
        say("line-call-need"),
        say("line-call-send"),
        say("line-call-back"),
    )


def said_picture(speech: Speech, told: Sequence[ToldByRoom]) -> SaidPicture:
    """All that whoever runs the room said to this seat or to all, the latest first."""
    say = speech.say
    lines = tuple(say("line-said-one", week=each.round, text=told_text(speech, each)) for each in reversed(told))
    line = say("line-said-line" if lines else "line-said-none")
    return SaidPicture(say("line-said"), line, lines, say("game-close"))


def leave_question(speech: Speech) -> Question:
    say = speech.say
    return Question(say("join-leave-title"), (say("join-leave-kept"),), say("shell-leave"), say("shell-stay"))


def give_up_question(speech: Speech) -> Question:
    say = speech.say
    return Question(
        say("join-give-up-title"),
        (say("join-give-up-kept"),),
        say("join-give-up"),
        say("join-give-up-back"),
        grave=True,
    )
