"""What the first page says: the ways in, and what was played before. Light, for it is loaded before the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandgame.text.dates import day_and_time
from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.frames.line import HeldSeat
    from sandgame.frames.lobby import CaseCard, SessionCard

CODE_LENGTH = 6


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
    delete_line: str = ""
    """What goes with it, where that is more than one log."""
    go: str = ""
    """On the button, where it is not going on or seeing the result."""
    can_open: bool = True


@dataclass(frozen=True, slots=True)
class CodeSays:
    """What is said beside the boxes of a code; `missing` by how many signs are still missing, from one to all."""

    no_sign: str
    missing: tuple[str, ...]

    def short(self, typed: int) -> str:
        return self.missing[len(self.missing) - typed - 1]


def code_says(speech: Speech) -> CodeSays:
    missing = tuple(speech.say("join-code-short", count=count) for count in range(1, CODE_LENGTH))
    return CodeSays(speech.say("join-code-sign"), (*missing, speech.say("join-code-none")))


@dataclass(frozen=True, slots=True)
class HomePage:
    """All texts of the first page, and the ways from it: one that is None is not there."""

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
    join: Way | None = None
    """By the facilitator's code, `join_go` on its button; None where no class can be reached at all."""
    join_go: str = ""
    join_says: CodeSays | None = None
    run: Way | None = None
    seat_back: Way | None = None
    """To a seat that this laptop holds in a class."""


def home_page(
    speech: Speech,
    cases: Sequence[CaseCard] | None,
    sessions: Sequence[SessionCard],
    *,
    loading: bool = False,
    classes: bool = False,
    held: HeldSeat | None = None,
) -> HomePage:
    """`cases` is None as long as nobody needed them; `loading`: there are sessions, and they are on their way.

    `classes` can be joined and run; `held` is a seat to come back to.
    """
    unfinished = next((card for card in sessions if card.state == "playing"), None)
    recent = tuple(past_session(speech, card, cases or ()) for card in sessions if card is not unfinished)
    return HomePage(
        title=speech.say("game-name"),
        subtitle=speech.say("game-subtitle"),
        line=speech.say("home-line"),
        try_alone=_try_alone(speech, first=not sessions and not loading, both=classes),
        at_table=Way("laptop", speech.say("home-at-table"), speech.say("home-at-table-line")),
        go_on=_go_on(speech, unfinished, cases or ()) if unfinished else None,
        recent_title=speech.say("home-recent"),
        recent=recent,
        recent_none=speech.say("home-loading") if loading else "" if sessions else _recent_none(speech, held),
        all_text=speech.say("home-all", count=str(len(sessions))) if sessions else "",
        join=Way("log-in", speech.say("home-join"), speech.say("home-join-line")) if classes else None,
        join_go=speech.say("home-join-go") if classes else "",
        join_says=code_says(speech) if classes else None,
        run=Way("presentation", speech.say("home-run"), speech.say("home-run-line")) if classes else None,
        seat_back=_seat_back(speech, held) if held is not None else None,
    )


def _seat_back(speech: Speech, held: HeldSeat) -> Way:
    zh = speech.language == "zh"
    if held.watching:
        line = speech.say("observer-home-line", case=held.title_zh if zh else held.title_en)
        return Way("binoculars", speech.say("observer-home", table=held.table), line)
    name = held.name_zh if zh else held.name_en
    title = (
        speech.say("home-seat-back-of", table=held.table, department=name)
        if name
        else speech.say("home-seat-back", table=held.table)
    )
    line = "home-seat-back-over" if held.over else "home-seat-back-line"
    return Way("armchair", title, speech.say(line, case=held.title_zh if zh else held.title_en))


def _recent_none(speech: Speech, held: HeldSeat | None) -> str:
    """A class that was sat in is no session of this computer, but it was played."""
    if held is None:
        return speech.say("home-recent-none")
    return speech.say("home-recent-class-over" if held.over else "home-recent-class", table=held.table)


def _try_alone(speech: Speech, *, first: bool, both: bool) -> Way:
    """`both`: one laptop for several departments is found on the same way, to leave room for classes."""
    hint = speech.say("home-try-first") if first else ""
    if both:
        return Way("bot", speech.say("home-try-both"), speech.say("home-try-both-line"), hint)
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
