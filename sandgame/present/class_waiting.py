"""Before play begins: what is kept of it and for whom, and the page of who sits and waits."""

from __future__ import annotations

from dataclasses import dataclass

from sandgame.frames.classroom import LobbyTold, Welcome
from sandgame.present.class_seats import chair_line
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech

_NOTICES = (("what", "notebook-text"), ("why", "target"), ("who", "eye"), ("long", "clock"))
_STEPS = 3


@dataclass(frozen=True, slots=True)
class NoticePicture:
    """`items`: icon, bold line, plain line."""

    title: str
    items: tuple[tuple[str, str, str], ...]
    unscored: str
    unscored_line: str
    go: str
    back: str


@dataclass(frozen=True, slots=True)
class MatePicture:
    badge: BadgePicture
    name: str
    line: str
    here: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class WaitingRoomPicture:
    title: str
    badge: BadgePicture | None
    now: str
    now_line: str
    role_title: str
    role: str
    next_title: str
    next: tuple[str, ...]
    mates_title: str
    mates: tuple[MatePicture, ...]
    unscored: str
    change: str
    more: str = ""
    """On the button for another department of the same laptop."""
    moved: str = ""
    """The facilitator gave this laptop another seat."""
    survey: str = ""
    survey_open: str = ""
    """On the button of the survey before class; "" where it was handed in, or several people sit at the laptop."""


def notice(speech: Speech) -> NoticePicture:
    say = speech.say
    return NoticePicture(
        title=say("join-notice-title"),
        items=tuple((icon, say(f"join-notice-{key}"), say(f"join-notice-{key}-line")) for key, icon in _NOTICES),
        unscored=say("join-notice-unscored"),
        unscored_line=say("join-notice-unscored-line"),
        go=say("join-notice-go"),
        back=say("join-notice-back"),
    )


def waiting_room(
    speech: Speech,
    welcome: Welcome,
    lobby: LobbyTold,
    table: int,
    seats: tuple[SeatId, ...],
    *,
    scored: bool,
    surveyed: bool = False,
) -> WaitingRoomPicture:
    """`surveyed`: the survey before class was handed in here."""
    say = speech.say
    alone = len(seats) == 1
    survey = say("survey-before-done") if surveyed else f"{say('survey-before')} · {say('survey-before-line')}"
    departments = {each.seat: each for each in welcome.card.departments}
    own = departments[seats[0]] if len(seats) == 1 else None
    there = next((each.seats for each in lobby.tables if each.table == table), ())
    mates = tuple(
        MatePicture(
            BadgePicture(departments[each.seat].slot, departments[each.seat].icon),
            pick(speech, departments[each.seat].name),
            chair_line(speech, each),
            each.chair == "here",
            each.seat in seats,
        )
        for each in there
    )
    title = (
        say("join-wait-title", table=table, department=pick(speech, own.name))
        if own is not None
        else say("join-wait-title-whole", table=table)
    )
    return WaitingRoomPicture(
        title=title,
        badge=BadgePicture(own.slot, own.icon) if own is not None else None,
        now=say("join-wait-now"),
        now_line=say("join-wait-now-line"),
        role_title=say("join-wait-role"),
        role=pick(speech, own.role) if own is not None else "",
        next_title=say("join-wait-next"),
        next=tuple(say(f"join-wait-next-{number}", weeks=welcome.length) for number in range(1, _STEPS + 1)),
        mates_title=say("join-wait-mates"),
        mates=mates,
        unscored="" if scored else say("join-wait-unscored"),
        change=say("join-wait-change"),
        survey=survey if alone else "",
        survey_open=say("survey-before-open") if alone and not surveyed else "",
        more=say("join-wait-more") if welcome.laptops == "seat" and any(each.chair == "free" for each in there) else "",
    )
