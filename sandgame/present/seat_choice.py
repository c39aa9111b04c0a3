"""What the seat choice says: the table with who sits where, and the few things to settle before week 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from sandgame.frames.cast import CastDepartment
from sandgame.frames.lobby import CaseCard, Colleagues, SoloSetup
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture, BoardPicture, CompanyPicture, HolderPicture, IslandPicture
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import ExtraName
from sandgame.text.speech import Speech

Draw = Literal["new", "same"]
EXTRAS: tuple[ExtraName, ...] = get_args(ExtraName)
QUESTIONS_FROM = 4
"""Shorter games have no role questions (docs/rules)."""
MAP_FROM = 3
"""Of two departments each knows who its customer is."""
TEMPER_ICONS: dict[Colleagues, str] = {"mixed": "shuffle", "collaborating": "handshake", "competing": "shield"}


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """What is settled so far. `played` are the draws of this case that were played here before, oldest first."""

    case: CaseCard
    seat: SeatId
    length: int
    played: tuple[int, ...] = ()
    colleagues: Colleagues = "mixed"
    draw: Draw = "new"
    extras: tuple[ExtraName, ...] = ()

    @staticmethod
    def first(case: CaseCard, played: Sequence[int] = ()) -> SeatChoice:
        """The department with the most to decide, and the longest length: the one that benchmarks exist for."""
        seat = max(case.departments, key=lambda department: (department.weight, -department.seat))
        return SeatChoice(case, seat.seat, max(case.lengths), tuple(played), tempers_of(case)[0])

    @staticmethod
    def again(case: CaseCard, setup: SoloSetup, played: Sequence[int] = ()) -> SeatChoice:
        """As it was played before: the same seat, colleagues, weeks and orders."""
        known = (*(seed for seed in played if seed != setup.seed), setup.seed)
        return SeatChoice(case, setup.seat, setup.length, known, setup.colleagues, "same", setup.extras)

    def sitting(self, seat: SeatId) -> SeatChoice:
        return replace(self, seat=seat)

    def among(self, colleagues: Colleagues) -> SeatChoice:
        return replace(self, colleagues=colleagues)

    def lasting(self, length: int) -> SeatChoice:
        return replace(self, length=length)

    def drawing(self, draw: Draw) -> SeatChoice:
        return replace(self, draw=draw)

    def with_extra(self, extra: ExtraName, *, on: bool) -> SeatChoice:
        chosen = {*self.extras, extra} if on else {*self.extras} - {extra}
        return replace(self, extras=tuple(name for name in EXTRAS if name in chosen))

    @property
    def has_draws(self) -> bool:
        """Whether there is anything to choose: something was played before, and there is another draw."""
        return bool(self.played) and len(self.case.seeds) > 1

    @property
    def seed(self) -> int:
        """New: the one whose last time lies furthest back, the case as written first; same: the last one."""
        seeds = self.case.seeds
        known = [seed for seed in self.played if seed in seeds]
        if self.draw == "same" and known:
            return known[-1]
        latest = {seed: place for place, seed in enumerate(known)}
        return min(seeds, key=lambda seed: latest.get(seed, -1))

    @property
    def minutes(self) -> int:
        return self.case.minutes[self.case.lengths.index(self.length)]

    @property
    def department(self) -> CastDepartment:
        return next(d for d in self.case.departments if d.seat == self.seat)

    def setup(self) -> SoloSetup:
        offered = tuple(extra for extra in self.extras if extra in extras_of(self.case, self.length))
        return SoloSetup(self.case.case, self.seat, self.length, self.colleagues, self.seed, offered)


def tempers_of(case: CaseCard) -> tuple[Colleagues, ...]:
    """What may be chosen, first what is chosen at first. One colleague alone cannot be mixed."""
    single: tuple[Colleagues, ...] = ("collaborating", "competing")
    if has_one_colleague(case):
        return single
    return (*single, "mixed") if case.purpose == "teaching" else ("mixed", *single)


def has_one_colleague(case: CaseCard) -> bool:
    return len(case.departments) == 2


@dataclass(frozen=True, slots=True)
class Option:
    """One of several: its value, a bold line, a plain line, an icon."""

    value: str
    title: str
    line: str = ""
    icon: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A heading with its options; without options it is not shown."""

    title: str
    options: tuple[Option, ...] = ()
    line: str = ""


@dataclass(frozen=True, slots=True)
class SeatPage:
    """All of the seat choice; a question without options is not asked."""

    title: str
    sub: str
    board: BoardPicture
    badge: BadgePicture
    me: str
    line: str
    role: str
    temper: Question
    length: Question
    draw: Question
    extras: tuple[Option, ...]
    coach: Option
    foot: str
    start: str


def seat_page(speech: Speech, choice: SeatChoice) -> SeatPage:
    case, mine = choice.case, choice.department
    count = len(case.departments)
    name = pick(speech, mine.name)
    sub = speech.say("seat-sub", company=pick(speech, case.company), departments=count, weeks=choice.length)
    return SeatPage(
        title=pick(speech, case.title),
        sub=sub,
        board=seat_board(speech, choice),
        badge=BadgePicture(mine.slot, mine.icon),
        me=speech.say("seat-me", department=name),
        line=pick(speech, mine.line),
        role=pick(speech, mine.role),
        temper=Question(speech.say(f"seat-temper{_number(case)}"), _tempers(speech, choice)),
        length=Question(speech.say("seat-length"), _lengths(speech, choice), speech.say("seat-length-line")),
        draw=Question(speech.say("seat-draw"), _draws(speech, choice), _draw_line(speech, choice)),
        extras=_extras(speech, choice),
        coach=Option("coach", speech.say("help-coach"), speech.say("help-coach-line")),
        foot=speech.say("seat-foot", weeks=choice.length, minutes=choice.minutes),
        start=speech.say("seat-start"),
    )


def seat_board(speech: Speech, choice: SeatChoice) -> BoardPicture:
    islands = tuple(_island(speech, seat, seat.seat == choice.seat) for seat in choice.case.departments)
    company = CompanyPicture(pick(speech, choice.case.company), speech.say("seat-company-line", count=len(islands)))
    note = speech.say("seat-note")
    foot = speech.say("seat-legend")
    return BoardPicture(islands, layout="seats", own=choice.seat, company=company, note=note, foot=foot)


def _island(speech: Speech, seat: CastDepartment, mine: bool) -> IslandPicture:
    name, who = pick(speech, seat.name), speech.say("game-me" if mine else "game-bot")
    weight = speech.say(f"seat-weight-{seat.weight}")
    return IslandPicture(
        seat.seat,
        name,
        BadgePicture(seat.slot, seat.icon),
        pick(speech, seat.line),
        holder=HolderPicture(who, "user" if mine else "bot", mine),
        pips=seat.weight,
        spoken=speech.say("seat-spoken", department=name, holder=who, weight=weight),
        tip=pick(speech, seat.role),
    )


def _tempers(speech: Speech, choice: SeatChoice) -> tuple[Option, ...]:
    offered, number = tempers_of(choice.case), _number(choice.case)
    return tuple(
        Option(
            temper,
            speech.say(f"seat-{temper}{number}"),
            speech.say(f"seat-{temper}-line"),
            icon,
            temper == choice.colleagues,
        )
        for temper, icon in TEMPER_ICONS.items()
        if temper in offered
    )


def _number(case: CaseCard) -> str:
    """The ending of a text that speaks of a single colleague."""
    return "-one" if has_one_colleague(case) else ""


def _lengths(speech: Speech, choice: SeatChoice) -> tuple[Option, ...]:
    lengths = sorted(choice.case.lengths)
    if len(lengths) < 2:
        return ()
    return tuple(
        Option(str(length), speech.say("seat-weeks", weeks=length), chosen=length == choice.length)
        for length in lengths
    )


def _draws(speech: Speech, choice: SeatChoice) -> tuple[Option, ...]:
    if not choice.has_draws:
        return ()
    draws: tuple[Draw, ...] = get_args(Draw)
    return tuple(Option(draw, speech.say(f"seat-draw-{draw}"), chosen=draw == choice.draw) for draw in draws)


def _draw_line(speech: Speech, choice: SeatChoice) -> str:
    return speech.say(f"seat-draw-{choice.draw}-line")


def extras_of(case: CaseCard, length: int) -> tuple[ExtraName, ...]:
    """What can be added to a game of this length."""
    offered: dict[ExtraName, bool] = {
        "map_task": len(case.departments) >= MAP_FROM,
        "role_questions": length >= QUESTIONS_FROM and len(case.departments) >= MAP_FROM,
    }
    return tuple(extra for extra in EXTRAS if offered[extra])


def _extras(speech: Speech, choice: SeatChoice) -> tuple[Option, ...]:
    return tuple(
        Option(
            extra,
            speech.say(f"seat-extra-{extra.replace('_', '-')}"),
            speech.say(f"seat-extra-{extra.replace('_', '-')}-line"),
            chosen=extra in choice.extras,
        )
        for extra in extras_of(choice.case, choice.length)
    )
