"""A moment opened from a figure: what happened, when, and who, from everything that the debrief holds of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

from sandgame.frames.debrief import FactShown, FiguresOfWeek, PromiseShown, TableDebrief
from sandgame.frames.marks import Marks
from sandgame.present.debrief_moments import fact_name
from sandgame.present.debrief_page import Log, MomentLine, MomentPicture
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import whole

MOST = 12
ENOUGH = 3
"""Rows from which on a moment speaks for itself."""
BESIDE = 6


def moment(
    scene: DebriefScene, debrief: TableDebrief | None, marks: Marks | None, log: Sequence[int], said: str
) -> MomentPicture:
    """Promises, facts and pieces of evidence, and figures of a week that share a number of the log with the figure, by
    week. Where little does, also what else all may know of its week."""
    rows: dict[str, tuple[bool, int, MomentLine]] = {}
    for each in _behind(_happened(debrief, marks, tuple(log)), frozenset(log)):
        line = each.line(scene)
        rows.setdefault(line.text, (not each.promised, each.round, line))
    for week in debrief.figures if debrief is not None else ():
        if debrief is not None and week.log in log:
            line = _figures_line(scene, debrief, week)
            rows.setdefault(f"{line.week} {line.text}", (False, week.round, line))
    # promises first where there are too many, and then as they happened
    found = sorted(sorted(rows.values(), key=lambda row: row[:2])[:MOST], key=lambda row: (row[1], row[0]))
    beside = _beside(scene, debrief, log, {line.text for _, _, line in found}) if len(found) < ENOUGH else ()
    return MomentPicture(
        said,
        scene.say("debrief-moment-log", log=log_text(scene, log)),
        tuple(line for _, _, line in found),
        "" if found else scene.say("debrief-moment-empty"),
        scene.say("debrief-moment-more", count=len(rows) - MOST) if len(rows) > MOST else "",
        scene.say("debrief-moment-beside", week=_week_of(debrief, log)) if debrief is not None and beside else "",
        beside,
        scene.say("debrief-moment-close"),
    )


def _week_of(debrief: TableDebrief, log: Sequence[int]) -> int:
    """Of its first number: weeks end with their figures."""
    ends = [(week.log, week.round) for week in debrief.figures if not week.final]
    first = min(log, default=0)
    return next((round_ for end, round_ in sorted(ends) if first <= end), debrief.rounds)


def _beside(
    scene: DebriefScene, debrief: TableDebrief | None, log: Sequence[int], told: Collection[str]
) -> tuple[MomentLine, ...]:
    """What was agreed in that week or fell due, between any two, and what the company stood at in its end."""
    if debrief is None or not log:
        return ()
    week = _week_of(debrief, log)
    lines = [
        each.line(scene)
        for one, each in zip(debrief.promises, _promises(debrief), strict=True)
        if week in (one.made, one.due)
    ]
    lines = [line for line in lines if line.text not in told][:BESIDE]
    ends = [one for one in debrief.figures if one.round == week and not one.final]
    lines += [line for one in ends if (line := _figures_line(scene, debrief, one)).text not in told]
    return tuple(lines)


def _figures_line(scene: DebriefScene, debrief: TableDebrief, week: FiguresOfWeek) -> MomentLine:
    when = scene.say("debrief-moment-end") if week.final else scene.week(week.round)
    badge = scene.badge(SeatId(TABLE))
    return MomentLine(when, badge, badge, figures_sentence(scene, debrief, week), f"#{whole(week.log)}")


@dataclass(frozen=True, slots=True)
class _Happened:
    """A promise, or a piece of evidence, as far as a moment is looked for."""

    provider: SeatId
    customer: SeatId
    round: int
    log: Log
    sentence: Callable[[DebriefScene], str]
    promised: bool = False

    def line(self, scene: DebriefScene) -> MomentLine:
        badges = (scene.badge(self.provider), scene.badge(self.customer))
        return MomentLine(scene.week(self.round), *badges, self.sentence(scene), log_text(scene, self.log))

    @property
    def pair(self) -> tuple[SeatId, SeatId]:
        return self.provider, self.customer


def _happened(debrief: TableDebrief | None, marks: Marks | None, log: Log) -> list[_Happened]:
    found = [*_promises(debrief), *_facts(debrief, log)] if debrief is not None else []
    for known in (marks, debrief.marks if debrief is not None else None):
        for mark in known.marks if known is not None else ():
            found += [
                _Happened(one.provider, one.customer, one.round, one.log, partial(DebriefScene.piece, piece=one))
                for one in mark.pieces
            ]
    return found


def _promises(debrief: TableDebrief) -> list[_Happened]:
    return [
        _Happened(one.provider, one.customer, one.due, one.log, partial(promise_sentence, promise=one), promised=True)
        for one in debrief.promises
    ]


def _facts(debrief: TableDebrief, log: Log) -> list[_Happened]:
    """What one department knew; of who is not scored nothing. What nobody was told has no event of its own, so where a
    moment or a link is asked for, only what it is about."""
    about = {(point.seat, name, number) for point in debrief.turning if point.log == log
             for name, number in point.numbers}  # fmt: skip
    links = () if about else debrief.worth_opening
    whose = {link.provider for link in links if link.log == log and link.reason == "not_told"}
    known = debrief.known
    if about or whose:
        known = tuple(
            fact for fact in known
            if (fact.seat, fact.about, fact.number) in about or (fact.seat in whose and not fact.in_time)
        )  # fmt: skip
    return [
        _Happened(one.seat, one.needed_by[0] if one.needed_by else SeatId(TABLE), one.since, one.log,
                  partial(fact_sentence, debrief=debrief, fact=one))
        for one in known
        if one.seat not in debrief.left_out
    ]  # fmt: skip


def fact_sentence(scene: DebriefScene, debrief: TableDebrief, fact: FactShown) -> str:
    """Who knew it since when, who could have used it, and what became of that; nobody can say what was not told aloud
    at a table that talks."""
    needed = [scene.name(seat) for seat in fact.needed_by if seat not in debrief.left_out]
    became = "told" if fact.in_time else "kept" if debrief.talk == "desk" else "open"
    return scene.say(
        f"debrief-moment-fact-{became}",
        week=fact.since,
        seat=scene.name(fact.seat),
        fact=fact_name(scene, fact.about, fact.number),
        needed=scene.listed(needed) or scene.say("debrief-company"),
        worth=f"{whole(fact.money)} {scene.money}",
    )


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
