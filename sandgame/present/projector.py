"""What a whole class may see on the big screen: how to join, phase and clock, what to do now, table against table.

Built from the lobby and from tables at a glance; nothing of a seat, no name of a person, no secret goes in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sandgame.frames.classroom import LobbyTold, Pace, TableRow
from sandgame.frames.console import CaseTold
from sandgame.present.console_class import class_length, compared
from sandgame.present.home import pick
from sandgame.present.join import shown_code
from sandgame.present.lobby import address, legend, steps
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import PHASES
from sandgame.rules.scenario import RuleName
from sandgame.text.numbers import clock, percent
from sandgame.text.speech import Speech

Wish = Literal["auto", "lobby", "board", "black"]
WISHES: tuple[Wish, ...] = ("auto", "lobby", "board", "black")
Tone = Literal["plain", "soon", "now", "paused"]
_SOON, _NOW = 30, 10
_STEPS = 3
_OPENED: Mapping[str, RuleName] = {"negotiate-3": "pool", "review-2": "why_failed", "review-3": "vote"}
"""What is asked for only where the case has opened it."""
_NO_FIGURE = "—"
_BEST = 100


@dataclass(frozen=True, slots=True)
class SeatCount:
    badge: BadgePicture
    name: str
    taken: bool


@dataclass(frozen=True, slots=True)
class TableCount:
    """A table and which of its seats are taken."""

    title: str
    count: str
    full: bool
    seats: tuple[SeatCount, ...]


@dataclass(frozen=True, slots=True)
class LobbySheet:
    case: str
    open: str
    code: str
    steps: tuple[str, ...]
    address_line: str
    address: str
    tables: tuple[TableCount, ...]
    legend: tuple[tuple[BadgePicture, str], ...]
    seated: str


@dataclass(frozen=True, slots=True)
class TableTime:
    """Where a table is that goes its own way."""

    title: str
    line: str
    short: str
    clock: str
    paused: bool


@dataclass(frozen=True, slots=True)
class PhaseSheet:
    """`tables` only where they are not all at the same place; `clock` "" without one. `aside`: who runs on an own clock
    while all others are together."""

    case: str
    week: str
    phase: str
    clock: str
    tone: Tone
    do_title: str
    do: tuple[str, ...]
    done: str
    done_part: float
    tables: tuple[TableTime, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """`value` None before the first result."""

    title: str
    value: int | None
    text: str


@dataclass(frozen=True, slots=True)
class BoardSheet:
    """In table order, after the last week that all have; `line` says which, and what 0 and 100 are, `over` that the
    class has ended."""

    case: str
    title: str
    line: str
    rows: tuple[BoardRow, ...]
    none: str
    over: str


Sheet = LobbySheet | PhaseSheet | BoardSheet | None
"""None is black."""


def projector_sheet(
    speech: Speech,
    told: CaseTold,
    lobby: LobbyTold,
    rows: Mapping[int, TableRow],
    left: Callable[[TableRow], float | None],
    wish: Wish,
    *,
    closed: bool = False,
) -> Sheet:
    """`left` counts on from what a table's row told last. `closed`: the debrief is done."""
    if wish == "black":
        return None
    over = lobby.state == "over"
    if wish == "board" and rows and lobby.state != "lobby":
        return _board(speech, told, rows, over=over)
    if over:
        # nobody joins any more, whatever was chosen before
        played = all(row.phase == "over" for row in rows.values()) and bool(rows)
        return _goodbye(speech, told) if closed else _over(speech, told, played=played)
    if wish == "lobby" or lobby.state == "lobby" or not rows:
        return _lobby(speech, told, lobby)
    return _phase(speech, told, rows, left, lobby.pace)


def _lobby(speech: Speech, told: CaseTold, lobby: LobbyTold) -> LobbySheet:
    badges = dict(zip((each.seat for each in told.cast.departments), legend(speech, told), strict=True))
    tables = []
    for table in lobby.tables:
        seats = tuple(SeatCount(*badges[seat.seat], seat.chair != "free") for seat in table.seats)
        taken = sum(seat.taken for seat in seats)
        tables.append(
            TableCount(
                speech.say("lobby-table", table=table.table),
                speech.say("lobby-parts", taken=taken, seats=len(seats)),
                taken == len(seats),
                seats,
            )
        )
    taken = sum(seat.taken for table in tables for seat in table.seats)
    whole = sum(len(table.seats) for table in tables)
    return LobbySheet(
        case=pick(speech, told.cast.title),
        open=speech.say("projector-type"),
        code=shown_code(told.code),
        steps=steps(speech),
        address_line=speech.say("projector-address") if told.address else "",
        address=address(told),
        tables=tuple(tables),
        legend=legend(speech, told),
        seated=speech.say("projector-seated", taken=taken, seats=whole),
    )


def _phase(
    speech: Speech,
    told: CaseTold,
    rows: Mapping[int, TableRow],
    left: Callable[[TableRow], float | None],
    pace: Pace,
) -> PhaseSheet:
    """A table that was taken back runs on its own clock: the others are not measured by it."""
    listed = [rows[number] for number in sorted(rows)]
    class_ = [row for row in listed if not row.own_clock] or listed
    first = class_[0]
    if all(row.phase == "over" for row in listed):
        return _over(speech, told, played=True)
    together = all((row.round, row.phase, row.paused) == (first.round, first.phase, first.paused) for row in class_)
    done, seats = _done(told, class_)
    here = first if together else max(class_, key=lambda row: (-row.round, -PHASES_AT.get(row.phase, 0)))
    times = [left(row) for row in class_ if row.phase == here.phase and row.round == here.round]
    known = [time for time in times if time is not None]
    time = max(known) if known and together else None
    held = together and first.waiting
    paused = together and first.paused and not held
    return PhaseSheet(
        case=pick(speech, told.cast.title),
        week=speech.say("projector-week", week=here.round, weeks=class_length(listed, told.setup.length)),
        phase=speech.say("projector-paused") if paused else _name(speech, here) if together else _own(speech, pace),
        clock=clock(int(time + 0.999)) if time is not None and not held else "",
        tone="paused" if paused else _tone(time),
        do_title=speech.say("projector-do-paused" if paused else "projector-do"),
        do=_do(speech, told, here) if together else (speech.say(f"projector-{_goes(pace)}-do"),),
        done=speech.say("projector-done", done=done, seats=seats) if together and not first.paused else "",
        done_part=done / seats if seats else 0.0,
        tables=() if together else tuple(_table(speech, row, left(row)) for row in listed),
        aside=_aside(speech, [row for row in listed if row not in class_]) if together else "",
    )


def _done(told: CaseTold, rows: Sequence[TableRow]) -> tuple[int, int]:
    """As the console counts: of the seats that people play; all of them where nobody does."""
    every = {department.seat for department in told.cast.departments}
    people = [(row, every - set(row.bots) or every) for row in rows]
    return sum(len(seats & set(row.done)) for row, seats in people), sum(len(seats) for _, seats in people)


def _aside(speech: Speech, rows: Sequence[TableRow]) -> str:
    if not rows:
        return ""
    names = speech.say("shell-list-comma").join(speech.say("lobby-table", table=row.table) for row in rows)
    return speech.say("projector-aside", tables=names)


PHASES_AT = {phase: place for place, phase in enumerate(PHASES)}


def _goes(pace: Pace) -> str:
    """Each table by itself, or all in step, some of them not there yet."""
    return "own" if pace == "each" else "apart"


def _own(speech: Speech, pace: Pace) -> str:
    return speech.say(f"projector-{_goes(pace)}")


def _name(speech: Speech, row: TableRow) -> str:
    return speech.say(f"game-phase-{row.phase}")


def _tone(left: float | None) -> Tone:
    if left is None or left > _SOON:
        return "plain"
    return "soon" if left > _NOW else "now"


def _do(speech: Speech, told: CaseTold, row: TableRow) -> tuple[str, ...]:
    if row.waiting:
        return (speech.say("projector-held"),)
    if row.paused:
        return (speech.say("projector-pause-1"), speech.say("projector-pause-2"))
    name = "talk" if row.phase == "negotiate" and told.setup.talk == "open" else row.phase
    steps_ = (f"{name}-{number}" for number in range(1, _STEPS + 1))
    return tuple(speech.say(f"projector-{step}") for step in steps_ if _OPENED.get(step) in (None, *row.rules))


def _table(speech: Speech, row: TableRow, left: float | None) -> TableTime:
    where = speech.say("projector-where", week=row.round, phase=_name(speech, row))
    if row.phase == "over":
        where = _name(speech, row)
    shown = clock(int(left + 0.999)) if left is not None else ""
    if row.waiting:
        shown = speech.say("projector-waits")
    elif row.paused:
        shown = speech.say("projector-paused")
    still = row.paused or row.waiting
    return TableTime(speech.say("lobby-table", table=row.table), where, _name(speech, row), shown, still)


def _over(speech: Speech, told: CaseTold, *, played: bool) -> PhaseSheet:
    """`played` to the last week, or ended before."""
    return PhaseSheet(
        case=pick(speech, told.cast.title),
        week="",
        phase=speech.say("projector-over" if played else "projector-ended"),
        clock="",
        tone="plain",
        do_title=speech.say("projector-over-do"),
        do=tuple(speech.say(f"projector-over-{number}") for number in (1, 2)),
        done="",
        done_part=0.0,
        tables=(),
    )


def _goodbye(speech: Speech, told: CaseTold) -> PhaseSheet:
    """After the debrief."""
    over = _over(speech, told, played=True)
    lines = tuple(speech.say(f"projector-closed-{number}") for number in (1, 2))
    return replace(over, phase=speech.say("projector-closed"), do_title=speech.say("projector-closed-do"), do=lines)


def _board(speech: Speech, told: CaseTold, rows: Mapping[int, TableRow], *, over: bool) -> BoardSheet:
    listed = [rows[number] for number in sorted(rows)]
    week, known = compared(listed)
    line = speech.say("projector-board-line-week" if known else "projector-board-line", week=week)
    above = speech.say("projector-board-above") if max(known.values(), default=0) > _BEST else ""
    return BoardSheet(
        case=pick(speech, told.cast.title),
        title=speech.say("projector-board"),
        line=f"{line}{above}",
        rows=tuple(_board_row(speech, row.table, known.get(row.table)) for row in listed) if known else (),
        none="" if known else speech.say("projector-board-none"),
        over=speech.say("projector-ended-tag") if over else "",
    )


def _board_row(speech: Speech, table: int, value: int | None) -> BoardRow:
    return BoardRow(speech.say("lobby-table", table=table), value, _NO_FIGURE if value is None else percent(value))
