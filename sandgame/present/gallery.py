"""What the gallery says: the cases on offer, the one to begin with first, each with its departments and its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.frames.lobby import CaseCard, SessionCard
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture, BoardPicture, IslandPicture
from sandgame.text.numbers import span
from sandgame.text.speech import Speech


@dataclass(frozen=True, slots=True)
class Seat:
    """A department of a case: its badge, its name and what it does."""

    badge: BadgePicture
    name: str
    line: str


@dataclass(frozen=True, slots=True)
class CaseTile:
    """A case as a card: small map, title with its tag, one line, its size in three words."""

    case: str
    board: BoardPicture
    title: str
    tag: str
    line: str
    practises: str
    facts: tuple[str, ...]
    who: tuple[Seat, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """All of the gallery; `none` is said when no case could be read."""

    title: str
    sub: str
    tiles: tuple[CaseTile, ...]
    none: str
    none_line: str
    who_title: str
    choose: str
    choose_line: str


def gallery_page(speech: Speech, cases: Sequence[CaseCard], sessions: Sequence[SessionCard]) -> GalleryPage:
    """Begins with the teaching case; once that was played to its end, with the first of the others."""
    first = recommended(cases, sessions)
    ordered = sorted(cases, key=lambda case: case is not first)
    return GalleryPage(
        title=speech.say("gallery-title"),
        sub=speech.say("gallery-sub"),
        tiles=tuple(case_tile(speech, case, case is first) for case in ordered),
        none=speech.say("gallery-none"),
        none_line=speech.say("gallery-none-do"),
        who_title=speech.say("gallery-who"),
        choose=speech.say("gallery-choose"),
        choose_line=speech.say("gallery-choose-line"),
    )


def recommended(cases: Sequence[CaseCard], sessions: Sequence[SessionCard]) -> CaseCard | None:
    done = {card.case for card in sessions if card.state == "over"}
    wish = [case for case in cases if case.purpose == "teaching"] + [
        case for case in cases if case.purpose == "starter"
    ]
    return next((case for case in wish if case.case not in done), None)


def case_tile(speech: Speech, case: CaseCard, first: bool) -> CaseTile:
    title = pick(speech, case.title)
    departments = speech.say("gallery-departments", count=len(case.departments))
    weeks = speech.say("gallery-weeks", weeks=some_weeks(speech, case.lengths))
    minutes = speech.say("gallery-minutes", minutes=span(min(case.minutes), max(case.minutes)))
    tag = speech.say("gallery-first") if first else speech.say("gallery-teaching") if is_teaching(case) else ""
    return CaseTile(
        case=case.case,
        board=small_map(case),
        title=title,
        tag=tag,
        line=pick(speech, case.teaser),
        practises=speech.say("gallery-practises", what=pick(speech, case.practises)),
        facts=(departments, weeks, minutes),
        who=tuple(
            Seat(BadgePicture(seat.slot, seat.icon), pick(speech, seat.name), pick(speech, seat.line))
            for seat in case.departments
        ),
        spoken=speech.say("gallery-tile-spoken", title=title, departments=departments, weeks=weeks, minutes=minutes),
    )


def is_teaching(case: CaseCard) -> bool:
    return case.purpose == "teaching"


def some_weeks(speech: Speech, lengths: Sequence[int]) -> str:
    """ "4", "3 or 4", "5, 6 or 8"."""
    *most, last = sorted(lengths)
    if not most:
        return str(last)
    listed = speech.say("game-list-comma").join(str(length) for length in most)
    return speech.say("gallery-or", one=listed, other=str(last))


def small_map(case: CaseCard) -> BoardPicture:
    """The departments on their places, without what runs between them: that is for the players to find out."""
    islands = tuple(
        IslandPicture(seat.seat, "", BadgePicture(seat.slot, seat.icon), place=(seat.x, seat.y))
        for seat in case.departments
    )
    return BoardPicture(islands, layout="places")
