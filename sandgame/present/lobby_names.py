"""A name list and the seats of a class: who is meant for which seat, who is too many, and what is wrong with a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sandgame.frames.classroom import LobbyTold, MoveSeat, Reserved
from sandgame.frames.console import CaseTold
from sandgame.present.home import pick
from sandgame.present.lobby import Spot, department_of
from sandgame.text.speech import Speech


class Listed(Protocol):
    """Somebody on a list, as `report.roster` reads it."""

    @property
    def name(self) -> str: ...

    @property
    def table(self) -> int: ...

    @property
    def department(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Deal:
    """Who is meant for which seat. `over`: for whom no seat is left; `strange`: whose table or department is not here;
    they got another seat where there was one."""

    names: tuple[Reserved, ...]
    over: tuple[str, ...]
    strange: tuple[str, ...]


def deal(people: Sequence[Listed], told: CaseTold, lobby: LobbyTold) -> Deal:
    """In the order of the list; wishes first. Seats that are taken keep their names, and nobody is dealt twice."""
    chairs = [((table.table, seat.seat), seat) for table in lobby.tables for seat in table.seats]
    kept = [Reserved(*spot, seat.name) for spot, seat in chairs if seat.chair != "free" and seat.name]
    seated = [each.name for each in kept]
    free = [spot for spot, seat in chairs if seat.chair == "free"]
    found: dict[int, Spot] = {}
    waiting: list[int] = []
    strange: list[str] = []
    for number, person in enumerate(people):
        if person.name in seated:
            seated.remove(person.name)
            continue
        if not person.table and not person.department:
            waiting.append(number)
            continue
        spot = next((spot for spot in free if _wished(person, spot, told)), None)
        if spot is None:
            strange.append(person.name)
            waiting.append(number)
            continue
        free.remove(spot)
        found[number] = spot
    seats = iter(free)
    over = []
    for number in waiting:
        spot = next(seats, None)
        if spot is None:
            over.append(people[number].name)
        else:
            found[number] = spot
    dealt = [Reserved(*spot, people[number].name) for number, spot in found.items()]
    return Deal(tuple(sorted([*kept, *dealt], key=lambda each: (each.table, each.seat))), tuple(over), tuple(strange))


def _wished(person: Listed, spot: Spot, told: CaseTold) -> bool:
    table, seat = spot
    return person.table in (0, table) and (not person.department or is_called(person.department, told, seat))


def is_called(typed: str, told: CaseTold, seat: int) -> bool:
    """A department as people type it: in either language, with or without the word for it."""
    name, plain = department_of(told, seat).name, typed.strip().casefold()
    return plain in {form for said in (name.zh, name.en) for form in (said.casefold(), f"{said}部".casefold())}


def shuffled(lobby: LobbyTold, choose: Callable[[int], int]) -> tuple[MoveSeat, ...]:
    """Everybody who sits, or is meant to, to a random seat of those: as changes of two seats at a time.
    `choose(n)` draws one of 0 to n."""
    spots = [
        (table.table, seat.seat) for table in lobby.tables for seat in table.seats if seat.chair != "free" or seat.name
    ]
    moves = []
    for last in range(len(spots) - 1, 0, -1):
        other = choose(last)
        if other != last:
            moves.append(MoveSeat(*spots[last], *spots[other]))
    return tuple(moves)


@dataclass(frozen=True, slots=True)
class NamesWords:
    title: str
    line: str
    hint: str
    file: str
    file_filter: str
    use: str
    random: str
    random_line: str
    clear: str


@dataclass(frozen=True, slots=True)
class NamesPreview:
    """What a list leads to; `lines`: a table with its people each."""

    sum: str
    lines: tuple[tuple[str, str], ...]
    over: str
    strange: str


def names_words(speech: Speech) -> NamesWords:
    say = speech.say
    return NamesWords(
        say("lobby-list-title"),
        say("lobby-list-line"),
        say("lobby-list-hint"),
        say("lobby-list-file"),
        say("lobby-list-filter"),
        say("lobby-list-use"),
        say("lobby-list-random"),
        say("lobby-list-random-line"),
        say("lobby-list-clear"),
    )


def preview(speech: Speech, told: CaseTold, dealt: Deal, count: int) -> NamesPreview:
    comma = speech.say("game-list-comma")
    tables = sorted({each.table for each in dealt.names})
    lines = []
    for table in tables:
        who = [
            speech.say("lobby-list-who", department=pick(speech, department_of(told, each.seat).name), name=each.name)
            for each in dealt.names
            if each.table == table
        ]
        lines.append((speech.say("lobby-table", table=table), comma.join(who)))
    return NamesPreview(
        speech.say("lobby-list-sum", people=count, seats=len(dealt.names)),
        tuple(lines),
        _named(speech, "lobby-list-over", dealt.over),
        _named(speech, "lobby-list-strange", dealt.strange),
    )


def _named(speech: Speech, key: str, names: Iterable[str]) -> str:
    listed = tuple(names)
    return speech.say(key, count=len(listed), names=speech.say("lobby-list").join(listed)) if listed else ""


def roster_fault(speech: Speech, fault: str, line: int, found: str) -> str:
    """Why a list was not taken, by the code of `report.roster`."""
    said = speech.say(f"lobby-roster-{fault.replace('_', '-')}", found=found)
    return speech.say("lobby-roster-at", line=line, fault=said) if line else said
