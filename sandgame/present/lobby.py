"""The lobby in words: by what people join, which seats are taken, who is missing, and the question before week 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.frames.cast import CastDepartment
from sandgame.frames.classroom import ClassSetup, JoinReason, LobbySeat, LobbyTable, LobbyTold
from sandgame.frames.console import CaseTold
from sandgame.present.class_time import whole_minutes
from sandgame.present.home import pick
from sandgame.present.join import shown_code
from sandgame.present.now import Question
from sandgame.present.pictures import BadgePicture, Tone
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech

SpotState = Literal["free", "kept", "here", "away", "bot"]
"""`kept`: free, and meant for somebody."""
Spot = tuple[int, SeatId]
"""A table and a seat at it."""
_FEW = 3
"""So many tables are named where somebody is missing."""
_NAMED = 6
"""So many people who have not come are named."""


@dataclass(frozen=True, slots=True)
class SpotPicture:
    """A seat. `who` is the name for whom it is meant, "" where nobody said."""

    spot: Spot
    badge: BadgePicture
    department: str
    who: str
    state: SpotState
    movable: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class TablePicture:
    table: int
    title: str
    tag: str
    tone: Tone
    icon: str
    spots: tuple[SpotPicture, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class LobbyPage:
    title: str
    sub: str
    open: str
    code: str
    code_spoken: str
    steps: tuple[str, ...]
    address_line: str
    address: str
    case: str
    case_line: str
    legend: tuple[tuple[BadgePicture, str], ...]
    calm: str
    seated: str
    seats: str
    tables: tuple[TablePicture, ...]
    absent: str
    foot: str
    foot_icon: str
    start: str
    shuffle: str
    shuffle_tip: str
    may_shuffle: bool
    names: str
    projector: str
    projector_tip: str
    missing: int
    taken: int


def lobby_page(speech: Speech, told: CaseTold, lobby: LobbyTold) -> LobbyPage:
    say, cast = speech.say, told.cast
    chairs = [seat for table in lobby.tables for seat in table.seats]
    taken = sum(_taken(seat) for seat in chairs)
    named = sum(bool(seat.name) for seat in chairs)
    whole = len(lobby.tables) * len(cast.departments)
    foot, icon = _foot(speech, lobby)
    return LobbyPage(
        title=say("lobby-title"),
        sub=say("lobby-sub", case=pick(speech, cast.title), tables=len(lobby.tables)),
        open=say("lobby-open"),
        code=shown_code(told.code),
        code_spoken=say("lobby-code-spoken", code=" ".join(told.code)),
        steps=steps(speech),
        address_line=say("lobby-address" if told.address else "lobby-no-address"),
        address=address(told),
        case=pick(speech, cast.title),
        case_line=_case_line(speech, told),
        legend=legend(speech, told),
        calm=say("lobby-calm"),
        seated=str(taken),
        seats=say("lobby-of", seats=whole),
        tables=tuple(_table(speech, told, lobby, table) for table in lobby.tables),
        absent=absent(speech, lobby),
        foot=foot,
        foot_icon=icon,
        start=say("lobby-start"),
        shuffle=say("lobby-shuffle"),
        shuffle_tip=say("lobby-shuffle-tip"),
        may_shuffle=told.setup.laptops == "seat" and len(lobby.tables) > 1 and taken + named > 1,
        names=say("lobby-names"),
        projector=say("lobby-projector"),
        projector_tip=say("lobby-projector-tip"),
        missing=whole - taken,
        taken=taken,
    )


def steps(speech: Speech) -> tuple[str, ...]:
    return tuple(speech.say(f"lobby-step-{number}") for number in (1, 2, 3))


def legend(speech: Speech, told: CaseTold) -> tuple[tuple[BadgePicture, str], ...]:
    """Which badge is which department."""
    return tuple((BadgePicture(each.slot, each.icon), pick(speech, each.name)) for each in told.cast.departments)


def address(told: CaseTold) -> str:
    return f"{told.address} : {told.port}" if told.address else ""


def department_of(told: CaseTold, seat: int) -> CastDepartment:
    return next(each for each in told.cast.departments if each.seat == seat)


def play_minutes(setup: ClassSetup) -> int:
    """By the clock of the phases; 0 without one."""
    each = setup.seconds
    week = each.brief + each.negotiate + each.plan + each.deliver + each.review
    return whole_minutes(week * (each.first_week / 100 + setup.length - 1) / 60)


def _taken(seat: LobbySeat) -> bool:
    return seat.chair != "free"


def _case_line(speech: Speech, told: CaseTold) -> str:
    company, minutes = pick(speech, told.cast.company), play_minutes(told.setup)
    key = "lobby-case-line" if minutes else "lobby-case-line-no-clock"
    return speech.say(
        key, company=company, departments=len(told.cast.departments), weeks=told.setup.length, minutes=minutes
    )


def _table(speech: Speech, told: CaseTold, lobby: LobbyTold, table: LobbyTable) -> TablePicture:
    taken = sum(_taken(seat) for seat in table.seats)
    full = taken == len(table.seats)
    away = any(seat.chair == "away" for seat in table.seats)
    tag, tone, icon = speech.say("lobby-parts", taken=taken, seats=len(table.seats)), "plain", ""
    if full:
        tag, tone, icon = speech.say("lobby-full"), "positive", "check"
    if away:
        tag, tone, icon = speech.say("lobby-away-tag"), "caution", "wifi-off"
    spots = tuple(_spot(speech, told, lobby, table.table, seat) for seat in table.seats)
    title = speech.say("lobby-table", table=table.table)
    return TablePicture(table.table, title, tag, _tone(tone), icon, spots, any(spot.who for spot in spots))


def _tone(tone: str) -> Tone:
    tones: dict[str, Tone] = {"plain": "plain", "positive": "positive", "caution": "caution"}
    return tones[tone]


def _spot(speech: Speech, told: CaseTold, lobby: LobbyTold, table: int, seat: LobbySeat) -> SpotPicture:
    department = department_of(told, seat.seat)
    state = _state(seat, lobby)
    parts = [
        speech.say("lobby-table", table=table),
        pick(speech, department.name),
        seat.name,
        speech.say(f"lobby-seat-{state}"),
    ]
    return SpotPicture(
        (table, seat.seat),
        BadgePicture(department.slot, department.icon),
        pick(speech, department.name),
        seat.name,
        state,
        _taken(seat) or bool(seat.name),
        speech.say("game-list-comma").join(part for part in parts if part),
    )


def _state(seat: LobbySeat, lobby: LobbyTold) -> SpotState:
    if seat.chair != "free":
        return seat.chair
    if lobby.state != "lobby":
        return "bot"
    return "kept" if seat.name else "free"


def absent(speech: Speech, lobby: LobbyTold) -> str:
    """Who of the list has not come to the seat kept for them; who sat down where nobody was expected may be one."""
    chairs = [seat for table in lobby.tables for seat in table.seats]
    names = [seat.name for seat in chairs if seat.name and not _taken(seat)]
    if not names or lobby.state != "lobby":
        return ""
    listed = speech.say("lobby-list").join(names[:_NAMED])
    key = "lobby-absent-more" if len(names) > _NAMED else "lobby-absent"
    said = speech.say(key, names=listed, count=len(names))
    others = sum(_taken(seat) and not seat.name for seat in chairs)
    return said + (speech.say("lobby-absent-others", count=others) if others else "")


def news(speech: Speech, told: CaseTold, before: LobbyTold, after: LobbyTold) -> tuple[str, ...]:
    """Who sat down, left, dropped out or is back since; one who only changed the seat did both and is said so."""
    was = dict(_chairs(before))
    found: dict[str, list[Spot]] = {}
    for spot, seat in _chairs(after):
        change = _CHANGES.get((was[spot].chair, seat.chair)) if spot in was else None
        if change is not None:
            found.setdefault(change, []).append(spot)
    gone, sat = found.get("left", []), found.get("sat", [])
    if len(gone) == len(sat) == 1:
        return (speech.say("lobby-news-moved", start=_where(speech, told, gone[0]), end=_where(speech, told, sat[0])),)
    return tuple(
        speech.say(f"lobby-news-{change}", where=_where(speech, told, spot))
        for change in found
        for spot in found[change]
    )


_CHANGES = {
    ("free", "here"): "sat",
    ("here", "free"): "left",
    ("away", "free"): "left",
    ("here", "away"): "away",
    ("away", "here"): "back",
}


def _chairs(lobby: LobbyTold) -> list[tuple[Spot, LobbySeat]]:
    return [((table.table, seat.seat), seat) for table in lobby.tables for seat in table.seats]


def _where(speech: Speech, told: CaseTold, spot: Spot) -> str:
    table, seat = spot
    return speech.say("lobby-news-where", table=table, department=pick(speech, department_of(told, seat).name))


def _foot(speech: Speech, lobby: LobbyTold) -> tuple[str, str]:
    """Who is missing, and that nothing is lost by it."""
    short = [(table.table, sum(not _taken(seat) for seat in table.seats)) for table in lobby.tables]
    short = [each for each in short if each[1]]
    missing = sum(count for _, count in short)
    if not missing:
        return speech.say("lobby-all-here"), "circle-check"
    if len(short) > _FEW:
        return speech.say("lobby-missing", tables=len(short), missing=missing), "triangle-alert"
    named = speech.say("lobby-list").join(str(table) for table, _ in short)
    key = "lobby-missing-at" if len(short) > 1 else "lobby-missing-one"
    return speech.say(key, tables=named, missing=missing), "triangle-alert"


def start_question(speech: Speech, page: LobbyPage) -> Question | None:
    """Before week 1 while somebody is missing; None when all are there."""
    if not page.missing:
        return None
    return Question(
        speech.say("lobby-ask-title", missing=page.missing) if page.taken else speech.say("lobby-ask-nobody"),
        (speech.say("lobby-ask-line"),),
        speech.say("lobby-start"),
        speech.say("lobby-ask-wait"),
    )


def shuffle_question(speech: Speech, page: LobbyPage) -> Question | None:
    """People who sit already are asked to get up again: once more, is that meant?"""
    if not page.taken:
        return None
    return Question(
        speech.say("lobby-shuffle-title"),
        (speech.say("lobby-shuffle-line", taken=page.taken),),
        speech.say("lobby-shuffle-yes"),
        speech.say("lobby-shuffle-no"),
    )


_SAID = {
    JoinReason.OTHER_TABLE: "lobby-no-other-table",
    JoinReason.ALREADY_PLAYING: "lobby-no-playing",
    JoinReason.NOT_STORED: "lobby-no-stored",
    JoinReason.CLASS_OVER: "lobby-no-over",
    JoinReason.NOT_AGREED: "lobby-no-agreed",
}


def refused(speech: Speech, reason: JoinReason) -> str:
    """Why the host did not do what was asked."""
    return speech.say(_SAID.get(reason, "lobby-no-other"))


def holding(speech: Speech, spot: SpotPicture) -> str:
    """While a seat is picked up, to be put down elsewhere."""
    who = spot.who or spot.department
    return speech.say("lobby-holding", table=spot.spot[0], who=who)
