"""How a table laptop is set up: which departments people hold, their PINs, how long, and how fast."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandgame.frames.lobby import CaseCard, Colleagues, TableSetup
from sandgame.present.gallery import setup_ways
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture, BoardPicture, CompanyPicture, HolderPicture, IslandPicture
from sandgame.present.seat_choice import Option, Question, SeatChoice, tempers_of
from sandgame.present.time_plan import MINUTES_AT_TABLE, length_at_table
from sandgame.rules.ids import SeatId
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech

SECONDS = (60, 90, 120, 0)
"""A seat's time behind the curtain; 0 is no clock."""


def first_seconds(seconds: int) -> int:
    """In week 1, where everything is new: half as long again."""
    return seconds + seconds // 2


PIN_SIGNS = 4


@dataclass(frozen=True, slots=True)
class TableChoice:
    """What is settled so far; `pins` are kept only until the session begins, and never shown again."""

    case: CaseCard
    people: frozenset[SeatId]
    length: int
    played: tuple[int, ...] = ()
    colleagues: Colleagues = "mixed"
    seconds: int = SECONDS[0]
    pins: tuple[tuple[SeatId, str], ...] = ()

    @staticmethod
    def first(case: CaseCard, played: tuple[int, ...] = ()) -> TableChoice:
        """People in all seats."""
        people = frozenset(seat.seat for seat in case.departments)
        return TableChoice(case, people, length_at_table(case.lengths), played, tempers_of(case)[0])

    @staticmethod
    def again(case: CaseCard, setup: TableSetup, played: tuple[int, ...] = ()) -> TableChoice:
        """As it was played before, with a new draw."""
        return TableChoice(case, frozenset(setup.people), setup.length, played, setup.colleagues)

    def switching(self, seat: SeatId) -> TableChoice:
        return replace(self, people=self.people ^ {seat}, pins=tuple(pin for pin in self.pins if pin[0] != seat))

    def with_pin(self, seat: SeatId, pin: str) -> TableChoice:
        others = tuple(each for each in self.pins if each[0] != seat)
        return replace(self, pins=(*others, (seat, pin)) if pin else others)

    @property
    def bad_pins(self) -> frozenset[SeatId]:
        return frozenset(s for s, pin in self.pins if len(pin) != PIN_SIGNS or not (pin.isascii() and pin.isdigit()))

    @property
    def can_start(self) -> bool:
        return bool(self.people) and not self.bad_pins

    @property
    def minutes(self) -> int:
        return MINUTES_AT_TABLE * self.length

    def setup(self) -> TableSetup:
        seed = SeatChoice.first(self.case, self.played).seed
        return TableSetup(self.case.case, tuple(sorted(self.people)), self.length, self.colleagues, seed)


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One seat of the list: who holds it, and its PIN's field if that is a person."""

    seat: SeatId
    badge: BadgePicture
    name: str
    person: bool
    person_text: str
    bot_text: str
    pin: str
    pin_hint: str
    pin_tip: str
    bad: bool


@dataclass(frozen=True, slots=True)
class TableSetupPage:
    title: str
    sub: str
    ways: tuple[tuple[str, str], ...]
    board: BoardPicture
    who: str
    rows: tuple[HolderRow, ...]
    pin_line: str
    fault: str
    temper: Question
    length: Question
    seconds: Question
    foot: str
    start: str
    can_start: bool


def table_setup_page(speech: Speech, choice: TableChoice) -> TableSetupPage:
    say, case = speech.say, choice.case
    company, count = pick(speech, case.company), len(case.departments)
    fault = ""
    if not choice.people:
        fault = say("table-setup-none")
    elif choice.bad_pins:
        fault = say("table-setup-pin-fault")
    return TableSetupPage(
        title=pick(speech, case.title),
        sub=say("seat-sub", company=company, departments=count, weeks=choice.length),
        ways=setup_ways(speech),
        board=_board(speech, choice),
        who=say("table-setup-who"),
        rows=tuple(_row(speech, choice, seat.seat) for seat in case.departments),
        pin_line=say("table-setup-pin-line"),
        fault=fault,
        temper=_temper(speech, choice),
        length=_length(speech, choice),
        seconds=_seconds(speech, choice),
        foot=say("table-setup-foot", people=len(choice.people), weeks=choice.length, minutes=choice.minutes),
        start=say("table-setup-start"),
        can_start=choice.can_start,
    )


def _board(speech: Speech, choice: TableChoice) -> BoardPicture:
    """Departments alone; the services between them are for those who play to find out."""
    islands = []
    for seat in choice.case.departments:
        person = seat.seat in choice.people
        name, who = pick(speech, seat.name), speech.say("table-setup-person" if person else "game-bot")
        spoken, tip = speech.say("game-list-comma").join((name, who)), pick(speech, seat.role)
        islands.append(
            IslandPicture(
                seat.seat, name, BadgePicture(seat.slot, seat.icon), pick(speech, seat.line), pips=seat.weight,
                holder=HolderPicture(who, "users" if person else "bot", person), spoken=spoken, tip=tip,
            )
        )  # fmt: skip
    company = CompanyPicture(pick(speech, choice.case.company), speech.say("seat-company-line", count=len(islands)))
    note = speech.say("table-setup-note")
    return BoardPicture(tuple(islands), layout="seats", company=company, note=note, foot=speech.say("seat-legend"))


def _row(speech: Speech, choice: TableChoice, seat: SeatId) -> HolderRow:
    say = speech.say
    department = next(each for each in choice.case.departments if each.seat == seat)
    name = pick(speech, department.name)
    return HolderRow(
        seat,
        BadgePicture(department.slot, department.icon),
        name,
        seat in choice.people,
        say("table-setup-person"),
        say("game-bot"),
        dict(choice.pins).get(seat, ""),
        say("table-setup-pin"),
        say("table-setup-pin-tip", department=name),
        seat in choice.bad_pins,
    )


def _temper(speech: Speech, choice: TableChoice) -> Question:
    """Only while some departments are played by bots."""
    title = speech.say("table-setup-bots")
    if len(choice.people) == len(choice.case.departments):
        return Question(title)
    tempers = tempers_of(choice.case)
    options = (Option(each, speech.say(f"table-temper-{each}"), chosen=each == choice.colleagues) for each in tempers)
    return Question(title, tuple(options))


def _length(speech: Speech, choice: TableChoice) -> Question:
    options = (
        Option(str(length), speech.say("seat-weeks", weeks=length), chosen=length == choice.length)
        for length in sorted(choice.case.lengths)
    )
    return Question(speech.say("seat-length"), tuple(options))


def _seconds(speech: Speech, choice: TableChoice) -> Question:
    say = speech.say
    options = (
        Option(
            str(seconds),
            say("table-setup-some-seconds", seconds=seconds) if seconds else say("table-setup-no-clock"),
            chosen=seconds == choice.seconds,
        )
        for seconds in SECONDS
    )
    first = clock(first_seconds(choice.seconds))
    line = say("table-setup-seconds-line", time=first) if choice.seconds else ""
    return Question(say("table-setup-seconds"), tuple(options), line)
