"""The seats of a class as a trainee may see them: departments only, who is meant where, what is still free."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sandgame.frames.cast import CastDepartment
from sandgame.frames.classroom import ChairState, LobbySeat, LobbyTable, LobbyTold, Welcome
from sandgame.present.home import pick
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech

Spot = tuple[int, SeatId]
"""A table and a seat at it."""
MOST_PEOPLE = 3


@dataclass(frozen=True)
class Choosing:
    """What the class offers and what is chosen of it. `seat` None with a table: all that is free there."""

    welcome: Welcome
    lobby: LobbyTold
    table: int = 0
    seat: SeatId | None = None
    people: int = 1
    scored: bool = True

    @property
    def whole(self) -> bool:
        """A laptop is for a whole table in this class."""
        return self.welcome.laptops == "table"

    def at(self, lobby: LobbyTold) -> Choosing:
        """The same while others sit down; what somebody took is not chosen any more."""
        after = replace(self, lobby=lobby)
        return after if after.spots() else replace(after, table=0, seat=None)

    def on(self, table: int, seat: SeatId) -> Choosing:
        return replace(self, table=table, seat=None if self.whole else seat)

    def anywhere(self) -> Choosing:
        """The first free seat at the table where most people are, so that tables fill."""
        open_tables = [(table, free) for table in self.lobby.tables if (free := free_seats(table))]
        if not open_tables:
            return self
        table, free = max(open_tables, key=lambda each: (len(each[0].seats) - len(each[1]), -each[0].table))
        unmeant = [seat.seat for seat in free if not seat.name]
        return self.on(table.table, (unmeant or [free[0].seat])[0])

    def spots(self) -> tuple[Spot, ...]:
        """The seats that are taken by this choice."""
        table = next((each for each in self.lobby.tables if each.table == self.table), None)
        if table is None:
            return ()
        free = [seat.seat for seat in free_seats(table)]
        return tuple((self.table, seat) for seat in free if self.whole or seat == self.seat)


def free_seats(table: LobbyTable) -> list[LobbySeat]:
    return [seat for seat in table.seats if seat.chair == "free"]


@dataclass(frozen=True, slots=True)
class SeatTilePicture:
    spot: Spot
    badge: BadgePicture
    name: str
    line: str
    chair: ChairState
    meant: bool
    chosen: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class TablePicture:
    table: int
    title: str
    free: str
    full: bool
    seats: tuple[SeatTilePicture, ...]


@dataclass(frozen=True, slots=True)
class SeatListPicture:
    title: str
    sub: str
    line: str
    tables: tuple[TablePicture, ...]
    chosen: BadgePicture | None
    chosen_title: str
    chosen_line: str
    chosen_note: str
    people_title: str
    people_line: str
    people: tuple[str, ...]
    late: str
    full: str
    full_do: str
    any_text: str
    go: str
    can_go: bool
    seat_code: str


def seat_list(speech: Speech, choice: Choosing) -> SeatListPicture:
    say, card = speech.say, choice.welcome.card
    seats = {each.seat: each for each in card.departments}
    spots = choice.spots()
    tables = tuple(_table(speech, table, seats, spots) for table in choice.lobby.tables)
    free = any(free_seats(table) for table in choice.lobby.tables)
    title, line, note = _chosen(speech, choice, seats)
    own = seats.get(choice.seat) if choice.seat is not None else None
    return SeatListPicture(
        title=say("join-seats-title"),
        sub=say("join-seats-sub", case=pick(speech, card.title), company=pick(speech, card.company)),
        line=say("join-seats-whole-line" if choice.whole else "join-seats-line"),
        tables=tables,
        chosen=BadgePicture(own.slot, own.icon) if own is not None and spots else None,
        chosen_title=title,
        chosen_line=line,
        chosen_note=note,
        people_title=say("join-people"),
        people_line=say("join-people-line"),
        people=()
        if choice.whole
        else tuple(say("join-people-count", count=count) for count in range(1, MOST_PEOPLE + 1)),
        late=say("join-late") if choice.lobby.state == "playing" and free else "",
        full="" if free else say("join-seats-full"),
        full_do="" if free else say("join-seats-full-do"),
        any_text=say("join-any") if free and not choice.whole else "",
        go=say("join-sit-whole" if choice.whole else "join-sit"),
        can_go=bool(spots),
        seat_code=say("join-seat-code"),
    )


def _table(
    speech: Speech, table: LobbyTable, seats: dict[SeatId, CastDepartment], spots: tuple[Spot, ...]
) -> TablePicture:
    free = len(free_seats(table))
    return TablePicture(
        table.table,
        speech.say("join-table", table=table.table),
        speech.say("join-table-free", count=free) if free else speech.say("join-table-none"),
        not free,
        tuple(_seat(speech, table.table, each, seats[each.seat], spots) for each in table.seats),
    )


def is_meant(seat: LobbySeat) -> bool:
    return seat.chair == "free" and bool(seat.name)


def chair_line(speech: Speech, seat: LobbySeat) -> str:
    """Who sits is named by department only; a name stands where somebody is still expected."""
    return speech.say("join-seat-kept", name=seat.name) if is_meant(seat) else speech.say(f"join-seat-{seat.chair}")


def _seat(
    speech: Speech, table: int, seat: LobbySeat, department: CastDepartment, spots: tuple[Spot, ...]
) -> SeatTilePicture:
    name = pick(speech, department.name)
    line = chair_line(speech, seat)
    return SeatTilePicture(
        (table, seat.seat),
        BadgePicture(department.slot, department.icon),
        name,
        line,
        seat.chair,
        is_meant(seat),
        (table, seat.seat) in spots,
        speech.say("join-seat-spoken", table=table, department=name, state=line),
    )


def _chosen(speech: Speech, choice: Choosing, seats: dict[SeatId, CastDepartment]) -> tuple[str, str, str]:
    say, spots = speech.say, choice.spots()
    if not spots:
        return say("join-chosen-none"), say("join-chosen-none-line"), ""
    if choice.whole:
        names = say("game-list-comma").join(pick(speech, seats[seat].name) for _, seat in spots)
        title = say("join-chosen-whole", table=choice.table)
        return title, say("join-chosen-whole-line", count=len(spots), departments=names), ""
    _, seat = spots[0]
    meant = next(
        each.name
        for table in choice.lobby.tables
        if table.table == choice.table
        for each in table.seats
        if each.seat == seat
    )
    title = say("join-chosen", table=choice.table, department=pick(speech, seats[seat].name))
    return title, pick(speech, seats[seat].line), say("join-chosen-kept", name=meant) if meant else ""


def department_of(welcome: Welcome | None, seat: SeatId, speech: Speech) -> str:
    """The name of a seat's department."""
    seats = welcome.card.departments if welcome is not None else ()
    return next((pick(speech, each.name) for each in seats if each.seat == seat), "")
