"""The debrief of a class: who is told what of it when, which page all look at, and what the tables answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from sandgame.debrief.comparison import comparison
from sandgame.debrief.half_time import half_time
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import JoinReason, Refused
from sandgame.frames.debrief import (
    VERSIONS,
    BookmarkSeen,
    DebriefTold,
    HalfTimeTold,
    KeepDebrief,
    PageName,
    PageTurned,
    TableDebriefTold,
    TurnPage,
)
from sandgame.host.chair import Laptop
from sandgame.host.class_table import ClassTable
from sandgame.host.debrief_words import cast, words
from sandgame.host.debriefs import Debriefs, over
from sandgame.host.gathering import Gathering, Pair
from sandgame.host.jobs import Desk, Jobs
from sandgame.rules.events import Event
from sandgame.rules.ids import SeatId
from sandgame.rules.rollback import live
from sandgame.rules.room_events import MomentMarked
from sandgame.scenario.package import Package
from sandgame.scoring.record import Record
from sandgame.store.records import Store

USUAL = 30
"""Minutes of the list of pages that is gone through where the facilitator made none."""


class Listener(Protocol):
    """A laptop of the class."""

    @property
    def leads(self) -> bool: ...

    def say(self, frame: Told) -> None: ...


class Debriefed(Protocol):
    """The class, as its debrief needs it."""

    session: str
    tables: Sequence[ClassTable]

    @property
    def playing(self) -> bool: ...

    @property
    def over(self) -> bool: ...

    def present(self) -> Iterator[Listener]:
        """All laptops that said hello."""


class DebriefRoom:
    def __init__(self, hall: Debriefed, store: Store, package: Package, desk: Desk) -> None:
        self._hall = hall
        self._package = package
        self._store = store
        self.jobs = Jobs(desk)
        self._debriefs = Debriefs(store, self.jobs, self._more)
        self._gathered: dict[int, Gathering] = {}
        self._marked: dict[int, tuple[int, tuple[BookmarkSeen, ...]]] = {}
        """By table: how long its log was, and the bookmarks in it."""
        self._pages: tuple[PageName, ...] = VERSIONS[USUAL]
        self._page: PageTurned | None = None
        self._half_time: dict[int, HalfTimeTold] = {}
        """What was told at the pause that the class is in."""

    def close(self) -> None:
        self.jobs.close()

    # -- what happens at the tables

    def look(self, table: ClassTable) -> None:
        """Something became true there: play may be over, or go on after all."""
        state = table.table.state
        if state.phase == "over" or self._hall.over:
            roster = [table.seating.holding(seat) for seat in state.seats]
            game, events = table.table.game, table.table.events
            self._debriefs.begin(over(table.number, game, state, events, self._package, roster))
            return
        if self._debriefs.knows(table.number):
            self._debriefs.forget(table.number)
        if state.round == state.length and state.phase != "brief":
            self.jobs.make_ready()
        if self._page is not None and self._page.page == "half_time" and not state.paused:
            self._page = None
            self._half_time.clear()

    def _more(self, number: int) -> None:
        """Of one table there is more to tell."""
        table = self._hall.tables[number - 1]
        for laptop in table.seating.laptops():
            self._tell_table(table, laptop)
        self._tell_leaders(table)

    # -- who comes

    def greet(self, listener: Listener) -> None:
        if self._page is not None:
            listener.say(self._page)

    def show_leader(self, listener: Listener) -> None:
        for told in self._half_time.values():
            listener.say(told)
        for table in self._hall.tables:
            if self._debriefs.knows(table.number):
                listener.say(self._told(table))
                listener.say(self._gathering(table).told(_persons(table)))

    def enter(self, table: ClassTable, laptop: Laptop) -> None:
        """Somebody sits down, or looks on."""
        if table.number in self._half_time:
            laptop.say(self._half_time[table.number])
        self._tell_table(table, laptop)
        if self._debriefs.knows(table.number):
            laptop.say(self._gathering(table).told(_persons(table)))

    # -- what is asked

    def turn(self, frame: TurnPage, say: Callable[[Told], None]) -> None:
        """By who leads."""
        playing = [table for table in self._hall.tables if table.table.state.phase != "over" and self._hall.playing]
        at_rest = frame.page == "half_time" and all(table.table.state.paused for table in playing)
        if playing and not at_rest:
            say(Refused(JoinReason.ALREADY_PLAYING))
            return
        if frame.page == "half_time":
            self._tell_half_time()
        self._pages = frame.pages or self._pages
        place = self._pages.index(frame.page) + 1 if frame.page in self._pages else 0
        self._page = PageTurned(
            page=frame.page,
            place=place,
            of=len(self._pages),
            revealed=frame.revealed,
            table=frame.table,
            link=frame.link,
            pages=self._pages,
            hidden_names=frame.hidden_names,
        )
        for listener in self._hall.present():
            listener.say(self._page)

    def keep(self, table: ClassTable, frame: KeepDebrief) -> None:
        """By a person in a seat. Raises FaultError."""
        gathering, before = self._gathering(table), self._agreed(table)
        gathering.keep(frame)
        if self._agreed(table) != before:
            self._more(table.number)
        told = gathering.told(_persons(table))
        for laptop in table.seating.laptops():
            laptop.say(told)
        for leader in self._leaders():
            leader.say(told)

    # -- how it is told

    def _tell_table(self, table: ClassTable, laptop: Laptop) -> None:
        """Its own table's; of the own pages only those of the seats it holds."""
        made = self._debriefs.made.get(table.number)
        if made is None:
            return
        held = {table.seating.seat_now(each.origin) for each in table.seating.chairs.values() if each.laptop is laptop}
        debrief = made.debrief.for_table(self._agreed(table))
        own = tuple(page for page in made.own if page.seat in held)
        named = words(table.table.state, self._package)
        laptop.say(TableDebriefTold(debrief, own, cast(self._package), named))

    def _tell_leaders(self, table: ClassTable) -> None:
        leaders = tuple(self._leaders())
        if leaders:
            told = self._told(table)
            for leader in leaders:
                leader.say(told)

    def _leaders(self) -> Iterator[Listener]:
        return (listener for listener in self._hall.present() if listener.leads)

    def _told(self, table: ClassTable) -> DebriefTold:
        """What there is of one table, beside what concerns all."""
        made = self._debriefs.made
        own = made.get(table.number)
        debriefs = [made[number].debrief for number in sorted(made)]
        return DebriefTold(
            tables=() if own is None else (own.debrief.for_room(self._agreed(table)),),
            shares=() if own is None else (own.shares,),
            comparison=comparison(debriefs),
            bookmarks=tuple(self._bookmarks()),
            cast=cast(self._package),
            words=() if own is None else (words(table.table.state, self._package),),
            waiting=self._debriefs.waiting,
        )

    def _bookmarks(self) -> Iterator[BookmarkSeen]:
        for table in self._hall.tables:
            log = table.table.events
            if self._marked.get(table.number, (0, ()))[0] != len(log):
                # a whole log is read for it: not again while nothing was added
                self._marked[table.number] = len(log), tuple(_marked(table.number, log))
            yield from self._marked[table.number][1]

    def _tell_half_time(self) -> None:
        self._half_time = {table.number: told for table in self._hall.tables if (told := _half_time(table)) is not None}
        for number, told in self._half_time.items():
            for laptop in self._hall.tables[number - 1].seating.laptops():
                laptop.say(told)
            for leader in self._leaders():
                leader.say(told)

    def _gathering(self, table: ClassTable) -> Gathering:
        number = table.number
        if number not in self._gathered:
            self._gathered[number] = Gathering(self._store, self._hall.session, number, table.table.game)
        return self._gathered[number]

    def _agreed(self, table: ClassTable) -> frozenset[Pair]:
        made = self._debriefs.made.get(table.number)
        stories = () if made is None else made.debrief.stories
        return self._gathering(table).agreed(_persons(table), ((one.provider, one.customer) for one in stories))


def _marked(table: int, log: Sequence[Event]) -> Iterator[BookmarkSeen]:
    for number, event in live(log):
        if isinstance(event, MomentMarked):
            yield BookmarkSeen(table, event.round, event.phase, event.note, number)


def _half_time(table: ClassTable) -> HalfTimeTold | None:
    """Of the weeks that were played; None before the first of them."""
    record = Record(table.table.events)
    if not record.rounds:
        return None
    last = record.rounds[-1]
    return HalfTimeTold(table.number, last, half_time(record, last))


def _persons(table: ClassTable) -> frozenset[SeatId]:
    """The departments that people play."""
    return frozenset(table.seating.seat_now(chair.origin) for chair in table.seating.chairs.values())
