"""The debrief of a class: who is told what of it when, which page all look at, and what the tables answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from sandgame.debrief.comparison import comparison
from sandgame.debrief.half_time import half_time
from sandgame.frames import debrief_wire
from sandgame.frames.cast import Cast
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import JoinReason, Refused
from sandgame.frames.debrief import (
    PAUSE,
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
from sandgame.frames.fault import FaultError
from sandgame.frames.wire import UnreadableError
from sandgame.host.chair import Laptop
from sandgame.host.class_table import ClassTable
from sandgame.host.debrief_words import cast, words
from sandgame.host.debriefs import Debriefs, over
from sandgame.host.gathering import Gathering, Pair
from sandgame.host.jobs import Desk, Jobs
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.rollback import live
from sandgame.rules.room_events import MomentMarked
from sandgame.rules.state import State
from sandgame.scenario.package import Package
from sandgame.scoring.record import Record
from sandgame.store.records import Answer, Store

PAGE = "page"
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
        self._half_time: dict[int, HalfTimeTold] = {}
        """What was told at the pause that the class is in."""
        self._page = self._kept_page()
        """Where the class stands, also after a host that was broken off."""
        kept = self._page.pages if self._page is not None else PAUSE
        self._pages: tuple[PageName, ...] = VERSIONS[USUAL] if kept == PAUSE else kept

    def close(self) -> None:
        self.jobs.close()

    # -- what happens at the tables

    def look(self, table: ClassTable) -> None:
        """Something became true there: play may be over, or go on after all."""
        state = table.table.state
        if state.phase == "over" or self._hall.over:
            roster = [table.seating.holding(seat) for seat in state.seats]
            game, events = table.table.game, table.table.events
            self._debriefs.begin(over(self._store, table.number, game, state, events, self._package, roster))
            return
        if self._debriefs.knows(table.number):
            self._debriefs.forget(table.number)
        if state.round == state.length and state.phase != "brief":
            self.jobs.make_ready()
        paused = self._page is not None and self._page.page == "half_time"
        if paused and not state.paused:
            self._stand(None)
            self._half_time.clear()
        elif self._page is None and state.paused and self._at_half_time():
            # the facilitator stops the class where it is halfway: that is the pause for thought
            self.turn(TurnPage("half_time"), lambda _refused: None)

    def _at_half_time(self) -> bool:
        """All tables are paused by who leads, in the half-time Review or before the week after it."""
        return all(
            table.table.state.paused and not table.waiting and _is_half_time(table.table.state)
            for table in self._hall.tables
        )

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
        self._take_down(table)

    # -- what is asked

    def turn(self, frame: TurnPage, say: Callable[[Told], None]) -> None:
        """By who leads."""
        if not self._may_show(frame.page):
            say(Refused(JoinReason.ALREADY_PLAYING))
            return
        if frame.table and not self._may_be_seen(frame.table):
            say(Refused(JoinReason.NOT_AGREED))
            if self._page is not None:
                say(self._page)
            return
        if frame.page == "half_time" and (self._page is None or self._page.page != "half_time"):
            self._tell_half_time()
        if frame.page == "half_time":
            pages = PAUSE
        else:
            pages = self._pages = frame.pages or self._pages
        place = pages.index(frame.page) + 1 if frame.page in pages else 0
        before = self._page
        page = PageTurned(
            page=frame.page,
            place=place,
            of=len(pages),
            revealed=frame.revealed,
            table=frame.table,
            link=frame.link,
            pages=pages,
            hidden_names=frame.hidden_names,
            hidden_cards=frame.hidden_cards,
            moment=frame.moment,
        )
        self._stand(page)
        # a moment that is opened or closed is the facilitator's own: nobody else's page is turned by it
        alone = before is not None and before.same_but_for_moment(page)
        for listener in self._leaders() if alone else self._hall.present():
            listener.say(page)

    def _may_show(self, page: PageName) -> bool:
        """Half time at a pause, all others after play."""
        playing = [table for table in self._hall.tables if table.table.state.phase != "over" and self._hall.playing]
        return not playing or (page == "half_time" and all(table.table.state.paused for table in playing))

    def _stand(self, page: PageTurned | None) -> None:
        """Kept with what the first table gathered. A full disk is no reason to turn no page."""
        self._page = page
        with suppress(FaultError):
            kept = b"" if page is None else debrief_wire.encode(page)
            self._store.gather(self._hall.tables[0].table.game, [Answer(TABLE, PAGE, kept)])

    def _kept_page(self) -> PageTurned | None:
        kept = self._store.gathered(self._hall.tables[0].table.game)
        body = next((each.body for each in kept if (each.seat, each.kind) == (TABLE, PAGE)), b"")
        try:
            page = debrief_wire.read_page(body) if body else None
        except UnreadableError:
            return None
        if page is None or not self._may_show(page.page):
            return None
        if page.page == "half_time":
            self._half_time = self._half_times()
        return page

    def _may_be_seen(self, number: int) -> bool:
        """All who play at that table agreed to have it on the big screen."""
        if number > len(self._hall.tables):
            return False
        table = self._hall.tables[number - 1]
        persons = _persons(table)
        return self._gathering(table).shows(persons) == len(persons)

    def _take_down(self, table: ClassTable) -> None:
        """Agreed to no longer, or not by who has just sat down: the class form comes in its place."""
        page = self._page
        if page is not None and page.table == table.number and not self._may_be_seen(table.number):
            self._stand(page.for_class())
            for listener in self._hall.present():
                listener.say(page.for_class())

    def keep(self, table: ClassTable, frame: KeepDebrief) -> None:
        """By a person in a seat. Raises FaultError."""
        gathering, before = self._gathering(table), self._agreed(table)
        gathering.keep(frame)
        self._take_down(table)
        if self._agreed(table) != before:
            self._more(table.number)
        elif frame.note is not None:
            chairs = [
                each for each in table.seating.chairs.values() if table.seating.seat_now(each.origin) == frame.seat
            ]
            for laptop in table.seating.laptops():
                if any(each.laptop is laptop for each in chairs):
                    self._tell_table(table, laptop)
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
        notes = self._gathering(table).notes(held)
        laptop.say(TableDebriefTold(debrief, own, cast(self._package), named, notes))

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

    def _half_times(self) -> dict[int, HalfTimeTold]:
        named = cast(self._package)
        times = ((table.number, _half_time(table, named)) for table in self._hall.tables)
        return {number: told for number, told in times if told is not None}

    def _tell_half_time(self) -> None:
        self._half_time = self._half_times()
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


def _is_half_time(state: State) -> bool:
    half = state.half_time
    return bool(half) and (state.round, state.phase) in ((half, "review"), (half + 1, "brief"))


def _marked(table: int, log: Sequence[Event]) -> Iterator[BookmarkSeen]:
    for number, event in live(log):
        if isinstance(event, MomentMarked):
            yield BookmarkSeen(table, event.round, event.phase, event.note, number)


def _half_time(table: ClassTable, named: Cast) -> HalfTimeTold | None:
    """Of the weeks that were played; None before the first of them."""
    record = Record(table.table.events)
    if not record.rounds:
        return None
    last = record.rounds[-1]
    return HalfTimeTold(table.number, last, half_time(record, last), named)


def _persons(table: ClassTable) -> frozenset[SeatId]:
    """The departments that people play."""
    return frozenset(table.seating.seat_now(chair.origin) for chair in table.seating.chairs.values())
