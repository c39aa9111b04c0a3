"""What has happened at a table, newest last: a sentence for each moment, and those worth reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sandgame.frames.console import MomentSeen, TableSeen
from sandgame.present.console_class import ClassSeen
from sandgame.present.pictures import COMPANY_SLOT, BadgePicture
from sandgame.text import numbers

_ROOM = BadgePicture(COMPANY_SLOT, "presentation")
_TABLE = BadgePicture(COMPANY_SLOT, "building-2")
_BY_ROOM = {
    "acted_for", "room_told", "card_dealt", "shortened", "swapped", "rolled_back", "paused", "resumed", "time_changed",
    "bookmark", "seat_taken", "decided", "left_open",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogRow:
    number: int
    time: str
    badge: BadgePicture
    text: str
    marked: bool
    head: bool = False
    """The beginning of a phase: a line between the others."""
    when: str = ""
    """Week and phase."""


def log(seen: ClassSeen, table: TableSeen, *, all_of_it: bool, week: int | None = None) -> tuple[LogRow, ...]:
    """Of this week; without `all_of_it` only key moments and bookmarks."""
    wanted = table.round if week is None else week
    return tuple(
        _row(seen, moment)
        for moment in table.moments
        if moment.round == wanted and (all_of_it or moment.key or moment.marked)
    )


def bookmarks(seen: ClassSeen, table: TableSeen) -> tuple[LogRow, ...]:
    return tuple(_row(seen, moment) for moment in table.moments if moment.marked)


def _row(seen: ClassSeen, moment: MomentSeen) -> LogRow:
    who = seen.badge(moment.seat) if moment.seat else _TABLE
    badge = _ROOM if moment.kind in _BY_ROOM else who
    head = moment.kind == "phase_started"
    when = f"{seen.week(moment.round)} {seen.phase_name(moment.phase)}"
    time = time_text(moment.at) if moment.at else seen.speech.say("drill-log-begin")
    return LogRow(moment.number, time, badge, sentence(seen, moment), moment.marked, head, when)


def time_text(milliseconds: int) -> str:
    """On this computer's clock."""
    return datetime.fromtimestamp(milliseconds / 1000).astimezone().strftime("%H:%M")


def sentence(seen: ClassSeen, moment: MomentSeen) -> str:
    say = seen.speech.say
    nobody = say("drill-everybody")
    args: dict[str, str | int] = {
        "who": seen.name(moment.seat) if _is_seat(seen, moment.seat) else nobody,
        "other": seen.name(moment.other) if _is_seat(seen, moment.other) else _far(seen, moment),
        "what": seen.what(moment.service, moment.units) if moment.service else numbers.whole(moment.units),
        "service": seen.service(moment.service) if moment.service else "",
        "units": numbers.whole(moment.units),
        "due": numbers.whole(moment.due),
        "note": _note(seen, moment),
    }
    key = f"drill-log-{moment.kind.replace('_', '-')}"
    if moment.kind == "rolled_back" and seen.in_step:
        key = f"{key}-own"
    return say(f"{key}-plain" if not args["note"] and seen.speech.has(f"{key}-plain") else key, **args)


def _is_seat(seen: ClassSeen, seat: int) -> bool:
    return any(department.seat == seat for department in seen.departments)


def _far(seen: ClassSeen, moment: MomentSeen) -> str:
    """9 is whoever runs the room."""
    return seen.speech.say("drill-room" if moment.other == 9 else "drill-everybody")


def _note(seen: ClassSeen, moment: MomentSeen) -> str:
    """A few notes are codes of the rules."""
    say = seen.speech.say
    note = moment.note
    match moment.kind:
        case "phase_started":
            return seen.phase_name(moment.phase)
        case "rolled_back":
            return say(f"game-phase-{note}") if note else ""
        case "seat_taken":
            return "" if note in ("", "person") else say(f"drill-style-{note.replace('_', '-')}")
        case "measure_adopted" | "voted":
            return say(f"measure-{note.replace('_', '-')}") if note else ""
        case "signal_shown":
            return say(f"sign-{note}") if note else ""
        case "card_dealt":
            deck = seen.case.deck if seen.case is not None else ()
            return next((seen.pick(card.title) for card in deck if card.card == moment.units), "")
    return note
