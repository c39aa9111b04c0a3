"""What the first page says: the ways in, and what was played before. Light, for it is loaded before the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandgame.text.dates import day_and_time
from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.frames.lobby import CaseCard, SessionCard


@dataclass(frozen=True, slots=True)
class Way:
    """One way in: a big card with an icon, a bold line and a plain one. `session` is resumed, if there is one."""

    icon: str
    title: str
    line: str
    second_line: str = ""
    session: str = ""


@dataclass(frozen=True, slots=True)
class PastSession:
    """A session that can be opened again, and the words of the question before it is deleted."""

    session: str
    title: str
    line: str
    when: str
    number: str
    over: bool
    delete_title: str
    spoken: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """All texts of the first page; the painting beside them comes after them (`idea`)."""

    title: str
    subtitle: str
    line: str
    try_alone: Way
    at_table: Way
    go_on: Way | None
    recent_title: str
    recent: tuple[PastSession, ...]
    recent_none: str
    all_text: str


def home_page(
    speech: Speech, cases: Sequence[CaseCard] | None, sessions: Sequence[SessionCard], *, loading: bool = False
) -> HomePage:
    """`cases` is None as long as nobody needed them; `loading`: there are sessions, and they are on their way."""
    unfinished = next((card for card in sessions if card.state == "playing"), None)
    recent = tuple(past_session(speech, card, cases or ()) for card in sessions if card is not unfinished)
    return HomePage(
        title=speech.say("game-name"),
        subtitle=speech.say("game-subtitle"),
        line=speech.say("home-line"),
        try_alone=_try_alone(speech, first=not sessions and not loading),
        at_table=Way("laptop", speech.say("home-at-table"), speech.say("home-at-table-line")),
        go_on=_go_on(speech, unfinished, cases or ()) if unfinished else None,
        recent_title=speech.say("home-recent"),
        recent=recent,
        recent_none=speech.say("home-loading") if loading else "" if sessions else speech.say("home-recent-none"),
        all_text=speech.say("home-all", count=str(len(sessions))) if sessions else "",
    )


def _try_alone(speech: Speech, *, first: bool) -> Way:
    hint = speech.say("home-try-first") if first else ""
    return Way("armchair", speech.say("home-try"), speech.say("home-try-line"), hint)


def _go_on(speech: Speech, card: SessionCard, cases: Sequence[CaseCard]) -> Way:
    case, department = pick(speech, card.title), department_name(speech, card, cases)
    line = speech.say("home-go-on-line", case=case, department=department) if department else case
    week = speech.say("home-go-on-week", week=card.round, weeks=card.length)
    return Way("play", speech.say("home-go-on"), line, week, card.session)


def past_session(speech: Speech, card: SessionCard, cases: Sequence[CaseCard]) -> PastSession:
    over = card.state == "over"
    case, department = pick(speech, card.title), department_name(speech, card, cases)
    title = speech.say("home-go-on-line", case=case, department=department) if department else case
    if over:
        line = speech.say("home-recent-over", weeks=card.length)
    else:
        line = speech.say("home-recent-playing", week=card.round)
    when = day_and_time(card.started, speech)
    asked = speech.say("home-delete-title", case=case, number=card.number)
    number = speech.say("game-session", number=card.number)
    comma = speech.say("game-list-comma")
    return PastSession(card.session, title, line, when, number, over, asked, comma.join((number, title, line, when)))


def department_name(speech: Speech, card: SessionCard, cases: Sequence[CaseCard]) -> str:
    """Who plays: the department of a person alone, or that it is a whole table's; nothing if the case of a session
    is not among those on offer any more."""
    if card.people:
        return speech.say("home-table", count=len(card.people))
    case = next((case for case in cases if case.case == card.case), None)
    seats = case.departments if case is not None else ()
    return next((pick(speech, seat.name) for seat in seats if seat.seat == card.seat), "")


def pick(speech: Speech, texts: Texts) -> str:
    return texts.zh if speech.language == "zh" else texts.en
