"""What the gallery says: the cases on offer, the one to begin with first, each with its departments and its size."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sandgame.frames.lobby import CaseCard, SessionCard
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture, BoardPicture, IslandPicture
from sandgame.present.time_plan import MINUTES_AT_TABLE, TimeTable, length_at_table, table_time, time_table
from sandgame.text.numbers import span
from sandgame.text.speech import Speech


@dataclass(frozen=True, slots=True)
class Seat:
    """A department of a case: its badge, its name and what it does."""

    badge: BadgePicture
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class LengthChoice:
    """A length that the case offers, with the time that it takes."""

    weeks: int
    title: str
    time: TimeTable


@dataclass(frozen=True, slots=True)
class CaseTile:
    """A case as a card: small map, title with its tag, one line, its size in a few words. `played`: to its end.

    `opens` says how its rules come; `lengths` from the shortest to the longest.
    """

    case: str
    board: BoardPicture
    title: str
    tag: str
    played: str
    line: str
    practises: str
    facts: tuple[str, ...]
    opens: str
    lengths: tuple[LengthChoice, ...]
    who: tuple[Seat, ...]
    spoken: str
    weeks: int
    """The length to begin with."""


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """All of the gallery; `first` is the case to begin with; `none` is said when no case could be read, `note`
    names those that could not."""

    title: str
    sub: str
    tiles: tuple[CaseTile, ...]
    first: str
    none: str
    none_line: str
    note: str
    length_title: str
    who_title: str
    choose: str
    choose_line: str
    ways: tuple[tuple[str, str], ...] = ()
    """Alone, or one laptop a table: a word and an icon each; `at_table`: the second one is chosen."""
    at_table: bool = False


def gallery_page(
    speech: Speech,
    cases: Sequence[CaseCard],
    sessions: Sequence[SessionCard],
    broken: Sequence[str] = (),
    *,
    at_table: bool = False,
) -> GalleryPage:
    """Cases keep their places, whatever was played; one of them is to begin with, or to go on with."""
    done = finished_cases(sessions)
    first = recommended(cases, done)
    tag = speech.say("gallery-next" if done else "gallery-first")
    return GalleryPage(
        title=speech.say("gallery-title"),
        sub=speech.say("gallery-sub-table" if at_table else "gallery-sub"),
        tiles=tuple(
            case_tile(speech, case, tag if case is first else "", played=case.case in done, at_table=at_table)
            for case in cases
        ),
        first=first.case if first is not None else "",
        none=speech.say("gallery-none"),
        none_line=speech.say("gallery-none-do"),
        note=speech.say("gallery-broken", cases=speech.say("game-list-comma").join(broken)) if broken and cases else "",
        length_title=speech.say("gallery-length"),
        who_title=speech.say("gallery-who"),
        choose=speech.say("gallery-choose-table" if at_table else "gallery-choose"),
        choose_line=speech.say("gallery-choose-line-table" if at_table else "gallery-choose-line"),
        ways=setup_ways(speech),
        at_table=at_table,
    )


def setup_ways(speech: Speech) -> tuple[tuple[str, str], ...]:
    """The two ways to play without a class; the same switch stands on the next page."""
    return (speech.say("table-setup-alone"), "user"), (speech.say("table-setup-table"), "laptop")


def finished_cases(sessions: Sequence[SessionCard]) -> frozenset[str]:
    return frozenset(card.case for card in sessions if card.state == "over")


def recommended(cases: Sequence[CaseCard], done: Collection[str]) -> CaseCard | None:
    """The teaching case until it was played to its end, then the first starter that was not."""
    wish = [case for case in cases if case.purpose == "teaching"] + [
        case for case in cases if case.purpose == "starter"
    ]
    return next((case for case in wish if case.case not in done), None)


def case_tile(speech: Speech, case: CaseCard, tag: str, *, played: bool, at_table: bool = False) -> CaseTile:
    title = pick(speech, case.title)
    departments = speech.say("gallery-departments", count=len(case.departments))
    weeks = speech.say("gallery-weeks", weeks=some_weeks(speech, case.lengths))
    whole = [MINUTES_AT_TABLE * length for length in case.lengths] if at_table else case.minutes
    minutes = speech.say("gallery-minutes", minutes=span(min(whole), max(whole)))
    mark = speech.say("gallery-played") if played else ""
    name = speech.say("game-list-comma").join(part for part in (title, tag, mark) if part)
    return CaseTile(
        case=case.case,
        board=small_map(case),
        title=title,
        tag=tag or ("" if played or not is_teaching(case) else speech.say("gallery-teaching")),
        played=mark,
        line=pick(speech, case.teaser),
        practises=speech.say("gallery-practises", what=pick(speech, case.practises)),
        facts=tuple(fact for fact in (departments, weeks, minutes, opens_in_short(speech, case)) if fact),
        opens=opens_in_full(speech, case),
        lengths=tuple(
            LengthChoice(
                length,
                speech.say("seat-weeks", weeks=length),
                table_time(speech, length) if at_table else time_table(speech, length, time),
            )
            for length, time in sorted(zip(case.lengths, case.minutes, strict=True))
        ),
        who=tuple(
            Seat(BadgePicture(seat.slot, seat.icon), pick(speech, seat.name), pick(speech, seat.line))
            for seat in case.departments
        ),
        spoken=speech.say("gallery-tile-spoken", title=name, departments=departments, weeks=weeks, minutes=minutes),
        weeks=length_at_table(case.lengths) if at_table else max(case.lengths),
    )


def opens_in_short(speech: Speech, case: CaseCard) -> str:
    """Nothing for a case that keeps some rules to itself: there is nothing to choose between."""
    if case.opens:
        return speech.say("gallery-opens-weekly")
    return speech.say("gallery-opens-all") if case.whole else ""


def opens_in_full(speech: Speech, case: CaseCard) -> str:
    """When something new comes; what it is, its week will say."""
    if case.opens:
        return speech.say("gallery-opens-weekly-line", weeks=some_weeks(speech, case.opens, "gallery-and"))
    return speech.say("gallery-opens-all-line" if case.whole else "gallery-opens-few-line")


def is_teaching(case: CaseCard) -> bool:
    return case.purpose == "teaching"


def some_weeks(speech: Speech, lengths: Sequence[int], last_word: str = "gallery-or") -> str:
    """ "4", "3 or 4", "5, 6 or 8"; with "gallery-and" they all hold."""
    *most, last = sorted(lengths)
    if not most:
        return str(last)
    listed = speech.say("gallery-list").join(str(length) for length in most)
    return speech.say(last_word, one=listed, other=str(last))


def small_map(case: CaseCard) -> BoardPicture:
    """The departments on their places, without what runs between them: that is for the players to find out."""
    islands = tuple(
        IslandPicture(seat.seat, "", BadgePicture(seat.slot, seat.icon), place=(seat.x, seat.y))
        for seat in case.departments
    )
    return BoardPicture(islands, layout="places")
