"""What the facilitator's window knows of its class: gathered frame by frame, and put into words in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sandgame.frames.cast import CastDepartment, Texts
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import (
    Absence,
    CallTold,
    CardsTold,
    ClassState,
    ConsoleTold,
    LobbyTable,
    LobbyTold,
    Pace,
    Seconds,
    TableRow,
)
from sandgame.frames.console import BookmarksTold, CaseTold, TableSeen
from sandgame.frames.debrief import BookmarkSeen
from sandgame.present.pictures import BadgePicture
from sandgame.rules.ids import PHASES, Phase, SeatId
from sandgame.text import numbers
from sandgame.text.speech import Speech

Place = tuple[int, int]
"""A week and the number of a phase in it."""
Pair = tuple[SeatId, SeatId]


@dataclass(frozen=True)
class TableTime:
    """Of the phase that a table is in: seconds left (None without a clock), all it was given, and those gone. `age`:
    seconds since the host told of the table last."""

    left: float | None = None
    whole: float | None = None
    gone: float = 0.0
    running: bool = False
    age: float = 0.0


Times = Mapping[int, TableTime]
NO_TIME = TableTime()


@dataclass(frozen=True)
class ClassSeen:  # long: most of it are words of one line each
    """Immutable; `took` and the like give a new one. `seen` is the table that is watched, with all its secrets."""

    speech: Speech
    case: CaseTold | None = None
    state: ClassState = "lobby"
    pace: Pace = "each"
    absence: Absence = "stand_in"
    lobby: Mapping[int, LobbyTable] = field(default_factory=dict)
    rows: Mapping[int, TableRow] = field(default_factory=dict)
    calls: tuple[CallTold, ...] = ()
    marks: tuple[BookmarkSeen, ...] = ()
    """The bookmarks of all tables, as they came."""
    cards: Mapping[int, CardsTold] = field(default_factory=dict)
    """What the observers of a table marked so far."""
    dealt: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """The cards that are known to have been dealt, by table, each with the week from which it holds."""
    pairs: frozenset[Pair] = frozenset()
    """Who has had to do with whom so far, at any table: ways of the map on which nothing lies now."""
    seen: TableSeen | None = None
    closed: bool = False
    """The debrief is done, and everybody was said goodbye."""

    def took(self, frame: Told) -> ClassSeen:
        """After a frame; what is of no concern here changes nothing."""
        if isinstance(frame, CaseTold):
            setup = frame.setup
            return replace(self, case=frame, pace=setup.pace, absence=setup.absence, calls=(), marks=())
        if isinstance(frame, LobbyTold):
            tables = {table.table: table for table in frame.tables}
            return replace(self, state=frame.state, pace=frame.pace, absence=frame.absence, lobby=tables)
        if isinstance(frame, ConsoleTold):
            return self._moved(frame.tables)
        if isinstance(frame, CallTold):
            return replace(self, calls=(*self.calls, frame))
        if isinstance(frame, BookmarksTold):
            return self._marked(frame)
        if isinstance(frame, CardsTold):
            return replace(self, cards={**self.cards, frame.table: frame})
        if isinstance(frame, TableSeen):
            return replace(self, seen=frame, dealt={**self.dealt, frame.table: dict(frame.dealt)})
        return self

    def _marked(self, told: BookmarksTold) -> ClassSeen:
        stay = (mark for mark in self.marks if mark.table != told.table or mark in told.bookmarks)
        come = (mark for mark in told.bookmarks if mark not in self.marks)
        return replace(self, marks=(*stay, *come))

    def _moved(self, rows: Iterable[TableRow]) -> ClassSeen:
        known = dict(self.rows)
        pairs = set(self.pairs)
        for row in rows:
            known[row.table] = row
            pairs |= {(link.provider, link.customer) for link in row.links}
        return replace(self, rows=dict(sorted(known.items())), pairs=frozenset(pairs))

    def in_language(self, speech: Speech) -> ClassSeen:
        return replace(self, speech=speech)

    def with_dealt(self, table: int, card: int, week: int) -> ClassSeen:
        return replace(self, dealt={**self.dealt, table: {**self.dealt.get(table, {}), card: week}})

    def without_dealt(self, table: int) -> ClassSeen:
        """The table went back: what was dealt there may be void."""
        return replace(self, dealt={number: cards for number, cards in self.dealt.items() if number != table})

    def took_away(self) -> ClassSeen:
        """Without the table that was opened."""
        return replace(self, seen=None)

    # the class

    @property
    def tables(self) -> tuple[int, ...]:
        return tuple(self.rows)

    @property
    def playing(self) -> bool:
        return self.state == "playing" and bool(self.rows)

    @property
    def in_step(self) -> bool:
        """The tables wait for each other: one that is taken back goes by itself until it has caught up."""
        return self.pace != "each" and len(self.rows) > 1

    @property
    def ended(self) -> bool:
        """Nobody plays any more: the facilitator ended it, or all tables came to their end."""
        return self.state == "over" or (self.playing and all(row.phase == "over" for row in self.rows.values()))

    @property
    def open_table(self) -> bool:
        """Everything is said aloud: nothing waits for an answer."""
        return self.case is not None and self.case.setup.talk == "open"

    @property
    def departments(self) -> tuple[CastDepartment, ...]:
        return self.case.cast.departments if self.case is not None else ()

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return tuple(department.seat for department in self.departments)

    def length(self, table: int = 0) -> int:
        """The last week of a table, or of the class."""
        given = self.case.setup.length if self.case is not None else 1
        return class_length([self.rows[table]] if table in self.rows else list(self.rows.values()), given)

    def at(self) -> Place:
        """Where the slowest table is; one that runs on its own clock keeps nobody."""
        going = [row for row in self.rows.values() if row.phase != "over"] or list(self.rows.values())
        together = [row for row in going if not row.own_clock] or going
        return min((place_of(row) for row in together), default=(1, 0))

    def people(self, row: TableRow) -> tuple[SeatId, ...]:
        """The seats that people play; all of them where nobody does."""
        return tuple(seat for seat in self.seats if seat not in row.bots) or self.seats

    def told_apart(self) -> bool:
        """Not all tables have their index after the same week."""
        return len({len(row.index) for row in self.rows.values() if row.index}) > 1

    def apart(self) -> bool:
        """Not all tables are in the same phase of the same week."""
        return len({place_of(row) for row in self.rows.values()}) > 1

    def there(self) -> tuple[TableRow, ...]:
        """The tables that are where the slowest one is."""
        at = self.at()
        return tuple(row for row in self.rows.values() if place_of(row) == at)

    def slowest(self) -> TableRow | None:
        rows = [row for row in self.there() if not row.own_clock] or list(self.there())
        return min(rows, key=lambda row: (len(row.done), row.table), default=None)

    # words

    def pick(self, texts: Texts) -> str:
        return texts.zh if self.speech.language == "zh" else texts.en

    def department(self, seat: int) -> CastDepartment:
        return next(each for each in self.departments if each.seat == seat)

    def name(self, seat: int) -> str:
        return self.pick(self.department(seat).name)

    def badge(self, seat: int) -> BadgePicture:
        department = self.department(seat)
        return BadgePicture(department.slot, department.icon)

    def names(self, seats: Iterable[int]) -> str:
        return self.speech.say("shell-list-comma").join(self.name(seat) for seat in seats)

    def service(self, service: int) -> str:
        cast = self.case.cast.services if self.case is not None else ()
        return next((self.pick(each.name) for each in cast if each.service == service), "")

    def units(self, service: int, units: int) -> str:
        """With the counter word where there is one: "8 台", or just "8"."""
        cast = self.case.cast.services if self.case is not None else ()
        unit = next((self.pick(each.unit) for each in cast if each.service == service), "")
        return f"{numbers.whole(units)} {unit}" if unit else numbers.whole(units)

    def what(self, service: int, units: int) -> str:
        """ "Lamps ×8"."""
        return f"{self.service(service)} {numbers.times(units)}"

    def table_name(self, table: int) -> str:
        return self.speech.say("console-table", table=table)

    def phase_name(self, phase: Phase) -> str:
        return self.speech.say(f"game-phase-{phase}")

    def week(self, week: int) -> str:
        return self.speech.say("game-week", week=week)


def class_length(rows: Collection[TableRow], given: int) -> int:
    """The last week of the tables; one that was taken back and runs by itself does not count. `given`: what was set up,
    where no table has told its own yet."""
    together = [row for row in rows if not row.own_clock] or rows
    return max((row.length or given for row in together), default=given)


def compared(rows: Iterable[TableRow]) -> tuple[int, dict[int, int]]:
    """The index of each table that has one, all after the same week, and which that is: what one has after two weeks
    says nothing beside what another has after one."""
    told = [row for row in rows if row.index]
    week = min((len(row.index) for row in told), default=0)
    return week, {row.table: row.index[week - 1] for row in told}


def place_of(row: TableRow) -> Place:
    return row.round, len(PHASES) if row.phase == "over" else PHASES.index(row.phase)


def card_week(round_: int, phase: Phase) -> int:
    """From which week a card holds that is dealt now: once hours are being planned the week is as it is."""
    return round_ if phase in ("brief", "negotiate") else round_ + 1


def minutes(seconds: float) -> str:
    """150 seconds are "2:30"."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def allowed(seconds: Seconds, round_: int, phase: Phase) -> float | None:
    """The time that the setup gives a phase; None without a clock."""
    whole = 0 if phase == "over" else getattr(seconds, phase)
    return (whole * seconds.first_week / 100 if round_ == 1 else float(whole)) or None
