"""A moment opened from a figure: what happened, when, and who, from everything that the debrief holds of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from sandgame.frames.debrief import FactShown, FiguresOfWeek, LinkShown, PromiseShown, RatingShown, TableDebrief
from sandgame.frames.marks import Marks
from sandgame.present.chips import Way
from sandgame.present.debrief_moments import fact_name
from sandgame.present.debrief_page import Log, MomentLine, MomentPicture
from sandgame.present.debrief_scene import DebriefScene
from sandgame.present.moment_board import Happened, MomentBoards
from sandgame.rules.ids import TABLE, SeatId
from sandgame.text.numbers import tenths, whole

MOST = 12
ENOUGH = 3
"""Rows from which on a moment speaks for itself."""
BESIDE = 6


_COMPANY = SeatId(TABLE)
_NOBODY: Way = (_COMPANY, _COMPANY)


@dataclass(frozen=True)
class Moment:
    """A moment in words, and the board as it was at each of its steps where that is known."""

    words: MomentPicture
    boards: MomentBoards | None

    def at(self, number: int = 0) -> MomentPicture:
        """With the board after that number of the log; at 0 where it begins."""
        if self.boards is None:
            return self.words
        return replace(self.words, board=self.boards.at(number or self.boards.start))


def moment(
    scene: DebriefScene, debrief: TableDebrief | None, marks: Marks | None, log: Sequence[int], said: str
) -> Moment:
    """Promises, facts and pieces of evidence, and figures of a week that share a number of the log with the figure, by
    week. Where little does, also what else all may know of its week."""
    if debrief is not None:
        scene = scene.with_bots(debrief.bots)
    # promises first where there are too many, and then as they happened
    ordered = sorted(_rows(scene, debrief, marks, log, said).values(), key=lambda row: row[:2])
    found, rest = (sorted(part, key=lambda row: (row.round, row.minor)) for part in (ordered[:MOST], ordered[MOST:]))
    beside = _beside(scene, debrief, log, {row.line.text for row in found}) if len(found) < ENOUGH else ()
    words = MomentPicture(
        said,
        scene.say("debrief-moment-log", log=log_text(scene, log)),
        tuple(replace(row.line, minor=row.minor, at=_at(debrief, row)) for row in found),
        "" if found else scene.say("debrief-moment-empty"),
        scene.say("debrief-moment-more", count=len(rest)) if rest else "",
        scene.say("debrief-moment-beside", week=_week_of(debrief, log)) if debrief is not None and beside else "",
        beside,
        scene.say("debrief-moment-close"),
        rest=tuple(replace(row.line, at=_at(debrief, row)) for row in rest),
    )
    return Moment(words, _boards(scene, debrief, log, [row.happened for row in ordered]))


def _once(scene: DebriefScene, said: str, happened: Sequence[_Happened]) -> list[_Happened]:
    """What one department did at one moment counts for several principles: told once, plainly where that can be, else
    as it moved most; but always as the figure itself says it."""
    plain = [each for each in happened if each.moved is None]
    told: dict[tuple[Way, Log], _Happened] = {}
    for each in happened:
        before = told.get((each.pair, each.log))
        if each.moved is not None and (before is None or _weighs(scene, said, each) > _weighs(scene, said, before)):
            told[each.pair, each.log] = each
    known = {(each.pair, each.log) for each in plain}
    return plain + [each for key, each in told.items() if key not in known or each.sentence(scene) == said]


def _weighs(scene: DebriefScene, said: str, each: _Happened) -> tuple[bool, int]:
    return each.sentence(scene) == said, each.moved or 0


class _Row(NamedTuple):
    minor: bool
    """Not a promise: goes first, where there are too many."""
    round: int
    line: MomentLine
    happened: Happened


def _rows(
    scene: DebriefScene, debrief: TableDebrief | None, marks: Marks | None, log: Sequence[int], said: str
) -> dict[str, _Row]:
    """By what they say of which week: no two say the same."""
    rows: dict[str, _Row] = {}
    for each in _once(scene, said, _behind(_about(debrief, marks, tuple(log)), frozenset(log))):
        line = each.line(scene)
        at = Happened(each.pair, each.log, each.round, each.commitment, each.service)
        rows.setdefault(f"{line.week} {line.text}", _Row(not (each.promised or each.meant), each.round, line, at))
    for week in debrief.figures if debrief is not None else ():
        if debrief is not None and week.log in log:
            line = _figures_line(scene, debrief, week, _whose_kpi(scene, debrief, said))
            at = Happened(_NOBODY, line.numbers, week.round)
            rows.setdefault(f"{line.week} {line.text}", _Row(False, week.round, line, at))
    return rows


def _at(debrief: TableDebrief | None, row: _Row) -> int:
    """The number of the log at which the board is looked at for a row."""
    board = debrief.board if debrief is not None else None
    return board.in_week(row.line.numbers, row.round) if board is not None else 0


def _boards(
    scene: DebriefScene, debrief: TableDebrief | None, log: Sequence[int], happened: Sequence[Happened]
) -> MomentBoards | None:
    if debrief is None or debrief.board is None:
        return None
    ways = {(link.provider, link.customer) for link in debrief.links}
    return MomentBoards.of(scene, debrief.board, ways, log, happened)


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


def _whose_kpi(scene: DebriefScene, debrief: TableDebrief, said: str) -> SeatId:
    """All KPIs stand on the same numbers of the log: the figure itself says which one it is."""
    told = (one.seat for one in debrief.kpis if said == f"{scene.name(one.seat)} {whole(one.kpi)}")
    return next(told, _COMPANY)


def _figures_line(
    scene: DebriefScene, debrief: TableDebrief, week: FiguresOfWeek, whose: SeatId = _COMPANY
) -> MomentLine:
    when = scene.say("debrief-moment-end") if week.final else scene.week(week.round)
    badge = scene.badge(whose)
    text = figures_sentence(scene, debrief, week, whose)
    return MomentLine(when, badge, badge, text, f"#{whole(week.log)}", (week.log,))


@dataclass(frozen=True, slots=True)
class _Happened:
    """A promise, or a piece of evidence, as far as a moment is looked for."""

    provider: SeatId
    customer: SeatId
    round: int
    log: Log
    sentence: Callable[[DebriefScene], str]
    promised: bool = False
    """A promise, a rating or a plan: what the figures of a link or a week are made of."""
    meant: bool = False
    """By the figure itself, whatever else shares its numbers."""
    moved: int | None = None
    """By how much a piece of evidence moved its mark; None for what is none."""
    commitment: int = 0
    service: int = 0

    def line(self, scene: DebriefScene) -> MomentLine:
        badges = (scene.badge(self.provider), scene.badge(self.customer))
        return MomentLine(scene.week(self.round), *badges, self.sentence(scene), log_text(scene, self.log), self.log)

    @property
    def pair(self) -> tuple[SeatId, SeatId]:
        return self.provider, self.customer


def _happened(debrief: TableDebrief | None, marks: Marks | None, log: Log) -> list[_Happened]:
    found = [*_promises(debrief), *_ratings(debrief), *_facts(debrief, log)] if debrief is not None else []
    for known in (marks, debrief.marks if debrief is not None else None):
        for mark in known.marks if known is not None else ():
            found += [
                _Happened(
                    one.provider,
                    one.customer,
                    one.round,
                    one.log,
                    partial(DebriefScene.piece, piece=one),
                    # of a week that cost much the plans are told first
                    promised=one.indicator == "G1",
                    moved=abs(one.effect),
                    service=dict(one.numbers).get("service", 0),
                )
                for one in mark.pieces
            ]
    return found


def _about(debrief: TableDebrief | None, marks: Marks | None, log: Log) -> list[_Happened]:
    """Many things end in the same event: of a promise that a moment, a link or a failure is about, only that promise
    and what is said of its service between the same two."""
    found = _happened(debrief, marks, log)
    subjects = _subjects(debrief, log) if debrief is not None else frozenset()
    meant = [each for each in found if each.meant or (each.pair, each.service) in subjects]
    if not any(each.promised or each.meant for each in meant):
        return found
    exact = any(each.commitment and each.log == log for each in meant)
    return [each for each in meant if not exact or not each.commitment or each.log == log]


def _subjects(debrief: TableDebrief, log: Log) -> frozenset[tuple[Way, int]]:
    """Between whom, and of which service."""
    points = [(point.seat, point.other, point.service, point.log) for point in debrief.turning]
    links = [(link.provider, link.customer, link.service, link.log) for link in debrief.worth_opening]
    failed = debrief.failed
    failures = [(failed.provider, failed.customer, failed.service, failed.log)] if failed is not None else []
    return frozenset(
        ((one, other), service) for one, other, service, where in (*points, *links, *failures)
        if where == log and service
    )  # fmt: skip


def _promises(debrief: TableDebrief) -> list[_Happened]:
    return [
        _Happened(one.provider, one.customer, one.due, one.log, partial(promise_sentence, promise=one), promised=True,
                  commitment=one.commitment, service=one.service)
        for one in debrief.promises
    ]  # fmt: skip


def _ratings(debrief: TableDebrief) -> list[_Happened]:
    return [
        _Happened(link.provider, link.customer, one.round, (one.log,),
                  partial(rating_sentence, link=link, rating=one), promised=True)
        for link in debrief.links
        for one in link.rated
    ]  # fmt: skip


def rating_sentence(scene: DebriefScene, link: LinkShown, rating: RatingShown) -> str:
    return scene.say(
        "debrief-moment-rated",
        provider=scene.player(link.provider),
        customer=scene.player(link.customer),
        rating=tenths(rating.tenths, 10),
    )


def _facts(debrief: TableDebrief, log: Log) -> list[_Happened]:
    """What one department knew; of who is not scored nothing. What nobody was told has no event of its own, so where a
    moment or a link is asked for, only what it is about."""
    about = {(point.seat, name, number) for point in debrief.turning if point.log == log
             for name, number in point.numbers}  # fmt: skip
    whose = {(link.provider, link.customer) for link in debrief.worth_opening
             if link.log == log and link.reason == "not_told"}  # fmt: skip
    known = debrief.known
    if about or whose:
        known = tuple(
            fact for fact in known
            if (fact.seat, fact.about, fact.number) in about
            or (not fact.in_time and any((fact.seat, other) in whose for other in fact.needed_by))
        )  # fmt: skip
    return [
        _Happened(one.seat, _for_whom(one, whose), one.since, one.log,
                  partial(fact_sentence, debrief=debrief, fact=one), meant=bool(about or whose))
        for one in known
        if one.seat not in debrief.left_out
    ]  # fmt: skip


def _for_whom(fact: FactShown, whose: Collection[Way]) -> SeatId:
    """Of those who could have used it the one that the figure is about."""
    return next((to for to in fact.needed_by if (fact.seat, to) in whose), (*fact.needed_by, _COMPANY)[0])


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
        worth=_worth(scene, debrief, fact.money),
    )


def _worth(scene: DebriefScene, debrief: TableDebrief, money: int) -> str:
    """No single thing can have cost more than all of it together; the other pages say no more either."""
    company = debrief.company
    worth = f"{whole(money)} {scene.money}"
    if company is None or money <= company.best - company.result:
        return worth
    most = f"{whole(max(0, company.best - company.result))} {scene.money}"
    return scene.say("debrief-moment-worth-most", worth=worth, most=most)


def _behind(happened: Sequence[_Happened], numbers: frozenset[int]) -> list[_Happened]:
    """All links end in the same Deliver: a number that several of them share says of none that it is meant. Only where
    a figure has no others does such a number open what it touches."""
    pairs: dict[int, set[tuple[SeatId, SeatId]]] = {}
    for each in happened:
        for number in each.log:
            pairs.setdefault(number, set()).add(each.pair)
    touched = [each for each in happened if numbers & set(each.log)]
    meant = [
        each for each in touched
        if each.meant or any(len(pairs[number]) == 1 for number in numbers & set(each.log))
    ]  # fmt: skip
    links = {each.pair for each in meant}
    return [each for each in touched if each in meant or (each.pair in links and numbers >= set(each.log))] or touched


def figures_sentence(scene: DebriefScene, debrief: TableDebrief, week: FiguresOfWeek, whose: SeatId = _COMPANY) -> str:
    """What all were told at a week's end, or of one department; of who is not scored no KPI."""
    kpis = [
        scene.say("debrief-moment-kpi", name=scene.name(one.seat), kpi=kpi)
        for one, kpi in zip(debrief.kpis, week.kpis, strict=False)
        if one.seat not in debrief.left_out and whose in (_COMPANY, one.seat)
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
    late = "-late" if promise.warned == promise.due and promise.state != "kept" else ""
    warned = scene.say(f"debrief-moment-warned{late}", week=promise.warned) if promise.warned else ""
    return scene.say(
        "debrief-moment-promise",
        provider=scene.player(promise.provider),
        customer=scene.player(promise.customer),
        service=scene.service(promise.service),
        units=scene.units(promise.service, promise.units),
        made=promise.made,
        due=promise.due,
        became=scene.say(f"debrief-became-{became}"),
        warned=warned,
    )
