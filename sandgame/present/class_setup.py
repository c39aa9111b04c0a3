"""How a class is set up: the case, tables, length, laptops, talk, time, pace, and what happens with who drops out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sandgame.frames.classroom import Absence, ClassSetup, Laptops, Pace
from sandgame.frames.fault import FaultError
from sandgame.frames.lobby import CaseCard, Colleagues
from sandgame.present.class_time import (
    USUAL_SHARE,
    ClassTime,
    TimePage,
    case_halves,
    debrief_minutes,
    lesson_minutes,
    minutes_and_seconds,
    time_page,
)
from sandgame.present.gallery import CaseTile, case_tile
from sandgame.present.home import pick
from sandgame.present.seat_choice import EXTRAS, Option, Question, extras_of, has_one_colleague
from sandgame.present.trouble import trouble_page
from sandgame.rules.scenario import ExtraName, Talk
from sandgame.text.numbers import span
from sandgame.text.speech import Speech

TABLES = 4
"""As many as a first class often has."""
_TALK: dict[Laptops, Talk] = {"seat": "desk", "table": "open"}
LAPTOPS: tuple[Laptops, ...] = ("seat", "table")
TALKS: tuple[Talk, ...] = ("desk", "open")
PACES: tuple[Pace, ...] = ("each", "step", "clock")
ABSENCES: tuple[Absence, ...] = ("stand_in", "ask")
STYLES: tuple[Colleagues, ...] = ("mixed", "collaborating", "competing")


@dataclass(frozen=True, slots=True)
class ClassChoice:
    """What is settled so far. `talk` follows the laptops, `halves` the case, until they are chosen (None)."""

    case: CaseCard
    length: int
    seed: int = 0
    tables: int = TABLES
    laptops: Laptops = "seat"
    own_talk: Talk | None = None
    colleagues: Colleagues = "mixed"
    pace: Pace = "step"
    """All in step: the easiest for a first class."""
    absence: Absence = "stand_in"
    extras: tuple[ExtraName, ...] = ()
    halves: tuple[int, ...] | None = None
    share: int = USUAL_SHARE
    timed: bool = True
    lesson: int = 0

    @staticmethod
    def first(case: CaseCard, played: Sequence[int] = ()) -> ClassChoice:
        """`played`: the draws of this case that were played here before, oldest first."""
        return ClassChoice(case, usual_length(case), new_seed(case, played), colleagues=_style(case, "mixed"))

    def on(self, case: CaseCard, played: Sequence[int] = ()) -> ClassChoice:
        """Another case: what is not about the case stays as it was chosen."""
        seed, style = new_seed(case, played), _style(case, self.colleagues)
        return replace(self, case=case, length=usual_length(case), seed=seed, colleagues=style, halves=None)

    def lasting(self, length: int) -> ClassChoice:
        return replace(self, length=length)

    def with_extra(self, extra: ExtraName, *, on: bool) -> ClassChoice:
        chosen = {*self.extras, extra} if on else {*self.extras} - {extra}
        return replace(self, extras=tuple(name for name in EXTRAS if name in chosen))

    def timing(self, time: ClassTime) -> ClassChoice:
        own = None if time.halves == case_halves(self.case, self.length) else time.halves
        return replace(self, halves=own, share=time.share, timed=time.timed, lesson=time.lesson)

    @property
    def talk(self) -> Talk:
        return self.own_talk or _TALK[self.laptops]

    @property
    def offered(self) -> tuple[ExtraName, ...]:
        """Those of the extras chosen that a game of this length can have."""
        return tuple(extra for extra in self.extras if extra in extras_of(self.case, self.length))

    @property
    def time(self) -> ClassTime:
        return self.time_of(self.length)

    def time_of(self, length: int) -> ClassTime:
        halves = self.halves or case_halves(self.case, length)
        return ClassTime(length, halves, self.share, self.timed, self.lesson)

    @property
    def has_map(self) -> bool:
        return "map_task" in self.offered

    def lesson_of(self, length: int) -> int:
        return lesson_minutes(self.time_of(length), map_task=self.has_map)

    def setup(self) -> ClassSetup:
        return ClassSetup(
            self.case.case,
            self.tables,
            self.length,
            self.seed,
            self.talk,
            self.colleagues,
            self.pace,
            self.time.seconds(),
            self.absence,
            self.laptops,
            self.offered,
        )


def usual_length(case: CaseCard) -> int:
    """The middle one, or the longer of two."""
    return sorted(case.lengths)[len(case.lengths) // 2]


def new_seed(case: CaseCard, played: Sequence[int]) -> int:
    """The draw whose last time lies furthest back."""
    latest = {seed: place for place, seed in enumerate(played)}
    return min(case.seeds, key=lambda seed: latest.get(seed, -1))


def _style(case: CaseCard, wish: Colleagues) -> Colleagues:
    return "collaborating" if wish == "mixed" and has_one_colleague(case) else wish


@dataclass(frozen=True, slots=True)
class ClassPage:
    """All of the set-up. A question with one option is not asked."""

    title: str
    sub: str
    tiles: tuple[CaseTile, ...]
    none: str
    none_line: str
    note: str
    this: str
    name: str
    practises: str
    tables: str
    tables_line: str
    length: Question
    laptops: Question
    talk: Question
    time: str
    time_line: str
    time_edit: str
    style: Question
    pace: Question
    absence: Question
    extras: tuple[Option, ...]
    foot: str
    over: str
    start: str


def class_page(
    speech: Speech, choice: ClassChoice | None, cases: Sequence[CaseCard], broken: Sequence[str] = ()
) -> ClassPage:
    """`choice` is None only while there is no case at all."""
    say = speech.say
    first = next((case for case in cases if case.purpose == "class"), None)
    tag = say("class-first")
    return ClassPage(
        title=say("class-title"),
        sub=say("class-sub"),
        tiles=tuple(_tile(speech, case, tag if case is first else "") for case in in_order(cases)),
        none=say("gallery-none"),
        none_line=say("gallery-none-do"),
        note=say("gallery-broken", cases=say("game-list-comma").join(broken)) if broken and cases else "",
        this=say("class-this"),
        name=pick(speech, choice.case.title) if choice else "",
        practises=say("gallery-practises", what=pick(speech, choice.case.practises)) if choice else "",
        tables=say("class-tables"),
        tables_line=say("class-tables-line", count=len(choice.case.departments)) if choice else "",
        length=_length(speech, choice),
        laptops=_question(speech, "laptops", LAPTOPS, choice.laptops if choice else ""),
        talk=_question(speech, "talk", TALKS, choice.talk if choice else "", line=choice is not None),
        time=_time(speech, choice),
        time_line=_time_line(speech, choice),
        time_edit=say("class-time-edit"),
        style=_question(speech, "style", _styles(choice), choice.colleagues if choice else ""),
        pace=_question(speech, "pace", PACES, choice.pace if choice else "", line=choice is not None),
        absence=_question(speech, "absence", ABSENCES, choice.absence if choice else ""),
        extras=_extras(speech, choice),
        foot=_foot(speech, choice),
        over=_over(speech, choice),
        start=say("class-start"),
    )


def in_order(cases: Sequence[CaseCard]) -> tuple[CaseCard, ...]:
    """Those made for a class first."""
    return tuple(sorted(cases, key=lambda case: case.purpose != "class"))


def _tile(speech: Speech, case: CaseCard, tag: str) -> CaseTile:
    """With the minutes that people need who talk with one another."""
    tile = case_tile(speech, case, tag, played=False)
    departments, weeks, _alone, *rest = tile.facts
    plays = [ClassTime.of(case, length).play for length in case.lengths]
    minutes = speech.say("gallery-minutes", minutes=span(min(plays), max(plays)))
    return replace(tile, facts=(departments, weeks, minutes, *rest))


def _question(speech: Speech, name: str, values: Sequence[str], chosen: str, *, line: bool = False) -> Question:
    """`line`: what is chosen is explained; else the question is."""
    options = tuple(
        Option(value, speech.say(f"class-{name}-{value.replace('_', '-')}"), chosen=value == chosen) for value in values
    )
    key = f"class-{name}-{chosen.replace('_', '-')}-line" if line else f"class-{name}-line"
    return Question(speech.say(f"class-{name}"), options, speech.say(key))


def _styles(choice: ClassChoice | None) -> tuple[Colleagues, ...]:
    one = choice is not None and has_one_colleague(choice.case)
    return STYLES[1:] if one else STYLES


def _length(speech: Speech, choice: ClassChoice | None) -> Question:
    lengths = sorted(choice.case.lengths) if choice else ()
    options = tuple(
        Option(str(weeks), speech.say("class-weeks", weeks=weeks), chosen=choice is not None and weeks == choice.length)
        for weeks in lengths
    )
    return Question(speech.say("class-length"), options)


def _time(speech: Speech, choice: ClassChoice | None) -> str:
    if choice is None or not choice.timed:
        return speech.say("class-time-none")
    return speech.say("class-time", weeks=choice.length, minutes=choice.time.play)


def _time_line(speech: Speech, choice: ClassChoice | None) -> str:
    if choice is None or not choice.timed:
        return speech.say("class-time-none-line")
    time = choice.time
    return speech.say("class-time-line", first=minutes_and_seconds(time.first), later=minutes_and_seconds(time.later))


def _extras(speech: Speech, choice: ClassChoice | None) -> tuple[Option, ...]:
    if choice is None:
        return ()
    found = []
    for extra in extras_of(choice.case, choice.length):
        key = f"seat-extra-{extra.replace('_', '-')}"
        found.append(Option(extra, speech.say(key), speech.say(f"{key}-line"), chosen=extra in choice.extras))
    return tuple(found)


def _foot(speech: Speech, choice: ClassChoice | None) -> str:
    if choice is None:
        return ""
    debrief = debrief_minutes(choice.length)
    if not choice.timed:
        return speech.say("class-foot-none", debrief=debrief)
    return speech.say("class-foot", minutes=choice.lesson_of(choice.length), debrief=debrief)


def _over(speech: Speech, choice: ClassChoice | None) -> str:
    if choice is None or not choice.timed or not choice.lesson:
        return ""
    over = choice.lesson_of(choice.length) - choice.lesson
    return speech.say("class-over", minutes=over) if over > 0 else ""


def choice_time_page(speech: Speech, choice: ClassChoice) -> TimePage:
    lengths = tuple(sorted(choice.case.lengths))
    plays = {length: choice.lesson_of(length) for length in lengths}
    return time_page(speech, choice.time, lengths, plays, map_task=choice.has_map)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened; what still holds and what to do; where."""

    title: str
    do: str
    place: str = ""


def host_trouble(speech: Speech, fault: Exception) -> Trouble:
    """Why a class could not be opened."""
    if isinstance(fault, FaultError):
        page = trouble_page(speech, fault)
        return Trouble(page.title, page.line, page.place)
    return Trouble(speech.say("class-not-opened"), speech.say("class-not-opened-do"))
