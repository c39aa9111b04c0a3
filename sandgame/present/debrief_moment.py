"""A moment opened from a figure: what happened, when, and who, from everything that the debrief holds of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sandgame.frames.debrief import FiguresOfWeek, PromiseShown, TableDebrief
from sandgame.frames.marks import Marks
from sandgame.present.debrief_page import Log
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import whole

MOST = 12


@dataclass(frozen=True, slots=True)
class MomentLine:
    week: str
    provider: BadgePicture
    customer: BadgePicture
    text: str
    log: str


@dataclass(frozen=True, slots=True)
class MomentPicture:
    title: str
    line: str
    rows: tuple[MomentLine, ...]
    empty: str
    more: str


def moment(
    scene: DebriefScene, debrief: TableDebrief | None, marks: Marks | None, log: Sequence[int], said: str
) -> MomentPicture:
    """Promises, then pieces of evidence, and figures of a week that share a number of the log with the figure."""
    rows: dict[str, tuple[tuple[bool, int], MomentLine]] = {}
    for each in _behind(_happened(debrief, marks), frozenset(log)):
        text = each.sentence(scene)
        badges = (scene.badge(each.provider), scene.badge(each.customer))
        line = MomentLine(scene.week(each.round), *badges, text, log_text(scene, each.log))
        rows.setdefault(text, ((not each.promised, each.round), line))
    for week in debrief.figures if debrief is not None else ():
        if debrief is not None and week.log in log:
            text = figures_sentence(scene, debrief, week)
            when = scene.say("debrief-moment-end") if week.final else scene.week(week.round)
            badge = scene.badge(SeatId(TABLE))
            rows.setdefault(
                f"{when} {text}", ((False, week.round), MomentLine(when, badge, badge, text, f"#{whole(week.log)}"))
            )
    found = [line for _, line in sorted(rows.values(), key=lambda row: row[0])]
    more = scene.say("debrief-moment-more", count=len(found) - MOST) if len(found) > MOST else ""
    return MomentPicture(
        said,
        scene.say("debrief-moment-log", log=log_text(scene, log)),
        tuple(found[:MOST]),
        "" if found else scene.say("debrief-moment-empty"),
        more,
    )


@dataclass(frozen=True, slots=True)
class _Happened:
    """A promise, or a piece of evidence, as far as a moment is looked for."""

    provider: SeatId
    customer: SeatId
    round: int
    log: Log
    sentence: Callable[[DebriefScene], str]
    promised: bool = False

    @property
    def pair(self) -> tuple[SeatId, SeatId]:
        return self.provider, self.customer


def _happened(debrief: TableDebrief | None, marks: Marks | None) -> list[_Happened]:
    found = [
        _Happened(one.provider, one.customer, one.due, one.log, partial(promise_sentence, promise=one), promised=True)
        for one in (debrief.promises if debrief is not None else ())
    ]
    for known in (marks, debrief.marks if debrief is not None else None):
        for mark in known.marks if known is not None else ():
            found += [
                _Happened(one.provider, one.customer, one.round, one.log, partial(DebriefScene.piece, piece=one))
                for one in mark.pieces
            ]
    return found


def _behind(happened: Sequence[_Happened], numbers: frozenset[int]) -> list[_Happened]:
    """All links end in the same Deliver: a number that several of them share says of none that it is meant. Only where
    a figure has no others does such a number open what it touches."""
    pairs: dict[int, set[tuple[SeatId, SeatId]]] = {}
    for each in happened:
        for number in each.log:
            pairs.setdefault(number, set()).add(each.pair)
    touched = [each for each in happened if numbers & set(each.log)]
    meant = [each for each in touched if any(len(pairs[number]) == 1 for number in numbers & set(each.log))]
    links = {each.pair for each in meant}
    return [each for each in touched if each in meant or (each.pair in links and numbers >= set(each.log))] or touched


def figures_sentence(scene: DebriefScene, debrief: TableDebrief, week: FiguresOfWeek) -> str:
    """What all were told at a week's end; of who is not scored no KPI."""
    kpis = [
        scene.say("debrief-moment-kpi", name=scene.name(one.seat), kpi=kpi)
        for one, kpi in zip(debrief.kpis, week.kpis, strict=False)
        if one.seat not in debrief.left_out
    ]
    told = scene.say("shell-list-comma").join(kpis)
    return scene.say("debrief-moment-figures", result=week.result, money=scene.money, kpis=told)


def log_text(scene: DebriefScene, log: Log | Sequence[int]) -> str:
    shown = scene.say("shell-list-comma").join(f"#{whole(number)}" for number in list(log)[:8])
    return shown + ("…" if len(log) > 8 else "")


_BECAME = {"lapsed": "broken"}
"""What is told in the words of another end."""


def promise_sentence(scene: DebriefScene, promise: PromiseShown) -> str:
    became = _BECAME.get(promise.state, promise.state)
    warned = scene.say("debrief-moment-warned", week=promise.warned) if promise.warned else ""
    return scene.say(
        "debrief-moment-promise",
        provider=scene.name(promise.provider),
        customer=scene.name(promise.customer),
        service=scene.service(promise.service),
        units=scene.units(promise.service, promise.units),
        made=promise.made,
        due=promise.due,
        became=scene.say(f"debrief-became-{became}"),
        warned=warned,
    )
