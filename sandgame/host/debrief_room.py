"""The debrief of a class: who is told what of it when, which page all look at, and what the tables answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from sandgame.debrief.comparison import comparison
from sandgame.frames import debrief_wire
from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import JoinReason, Refused
from sandgame.frames.debrief import (
    PAUSE,
    VERSIONS,
    DebriefTold,
    GatheredTold,
    HalfTimeTold,
    KeepDebrief,
    OwnSaid,
    PageName,
    PageTurned,
    TableDebriefTold,
    TurnPage,
)
from sandgame.frames.fault import FaultError
from sandgame.frames.wire import UnreadableError
from sandgame.host.chair import Chair, Laptop
from sandgame.host.class_table import ClassTable
from sandgame.host.debrief_words import cast, words
from sandgame.host.debriefs import Debriefs, over
from sandgame.host.gathering import AGREED, BEFORE, OF_ONESELF, Gathering, Pair
from sandgame.host.half_time import half_times, is_halfway
from sandgame.host.jobs import Desk, Jobs
from sandgame.host.presence import Presence
from sandgame.host.roster import Sat
from sandgame.rules.ids import TABLE, SeatId
from sandgame.scenario.package import Package
from sandgame.store.records import Answer, Store

AFTER_PLAY = 0.25
"""Seconds between the end of a table's play and the work at its debrief: results come first, also those of the tables
that end together with it."""
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
        self._ended: dict[int, ClassTable] = {}
        """Tables whose debrief is to be begun, in the order in which their play ended."""
        self._beginning: asyncio.Handle | None = None
        self._gathered: dict[int, Gathering] = {}
        self._half_time: dict[int, HalfTimeTold] = {}
        """What was told at the pause that the class is in."""
        self._presence = Presence()
        self._page = self._kept_page()
        """Where the class stands, also after a host that was broken off."""
        kept = self._page.pages if self._page is not None else PAUSE
        self._pages: tuple[PageName, ...] = VERSIONS[USUAL] if kept == PAUSE else kept

    def close(self) -> None:
        self._presence.close()
        if self._beginning is not None:
            self._beginning.cancel()
        self.jobs.close()

    # -- what happens at the tables

    def take_up(self, table: ClassTable) -> None:
        """As it was left when the host ended."""
        if self._is_over(table):
            self._begin(table)
        else:
            self.look(table)

    def look(self, table: ClassTable) -> None:
        """Something became true there: play may be over, or go on after all."""
        state = table.table.state
        if self._is_over(table):
            self._ended[table.number] = table
            if self._beginning is None:
                self._beginning = asyncio.get_running_loop().call_later(AFTER_PLAY, self._begin_next)
            return
        if self._debriefs.knows(table.number):
            self._debriefs.forget(table.number)
        if state.round == state.length and state.phase != "brief":
            self.jobs.make_ready()
        paused = self._page is not None and self._page.page == "half_time"
        if paused and not state.paused:
            self._stand(None)
            self._half_time.clear()
        elif self._page is None and state.paused and is_halfway(self._hall.tables):
            # the facilitator stops the class where it is halfway: that is the pause for thought
            self.turn(TurnPage("half_time"), lambda _refused: None)

    def _is_over(self, table: ClassTable) -> bool:
        return table.table.state.phase == "over" or self._hall.over

    def _begin_next(self) -> None:
        """One table in a turn of the loop: whoever still plays does not wait for all of them."""
        table = self._ended.pop(next(iter(self._ended)))
        self._beginning = asyncio.get_running_loop().call_soon(self._begin_next) if self._ended else None
        if self._is_over(table):
            self._begin(table)

    def _begin(self, table: ClassTable) -> None:
        state, game, events = table.table.state, table.table.game, table.table.events
        roster = [table.seating.holding(seat) for seat in state.seats]
        self._debriefs.begin(over(self._store, table.number, game, state, events, self._package, roster))
        self._presence.watch(table, self.seated)
        told = self._told_gathered(table)
        for leader in self._leaders():
            # of how many something is awaited, before anybody has written
            leader.say(told)

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
                listener.say(self._told_gathered(table))

    def enter(self, table: ClassTable, laptop: Laptop) -> None:
        """Somebody sits down, or looks on."""
        if table.number in self._half_time:
            laptop.say(self._half_time_for(table, laptop))
        self._tell_table(table, laptop)
        if self._debriefs.knows(table.number):
            laptop.say(self._told_gathered(table))
        self._take_down(table)

    def seated(self, table: ClassTable) -> None:
        """Somebody came or went: who is gone for long is waited for no longer."""
        if self._debriefs.knows(table.number):
            self._tell_gathered(table)
            self._presence.watch(table, self.seated)

    def surveyed(self, table: ClassTable, chair: Chair, before: bytes) -> bool:
        """Whether who comes has handed in the survey before class. Under another token than `before` what they said
        themselves goes with them."""
        gathering, seat = self._gathering(table), table.seating.seat_now(chair.origin)
        if before and before != chair.secret:
            with suppress(FaultError):
                gathering.reseal(seat, before, chair.secret)
        return gathering.survey(seat, BEFORE, chair.secret) is not None

    def moved(self, sat: Sequence[Sat]) -> None:
        """People were put in other seats before play: what they said of themselves goes with them, or is dropped."""
        with suppress(FaultError):
            taken = [(each, self._gathering(each.table).take_out(each.seat)) for each in sat]
            for each, answers in taken:
                now = next(table for table in self._hall.tables if each.chair in table.seating.chairs.values())
                gathering, seat = self._gathering(now), each.chair.origin
                gathering.put_in(seat, answers)
                if each.secret and each.secret != each.chair.secret:
                    gathering.reseal(seat, each.secret, each.chair.secret)

    def ask_anew(self, table: ClassTable, chair: Chair) -> None:
        """Of whoever comes with a code nobody knows that it is who agreed before. Raises FaultError."""
        self._forget(table, chair, AGREED)

    def forget(self, table: ClassTable, chair: Chair) -> None:
        """Its people leave for good: what they said of themselves is nobody's who comes after. Raises FaultError."""
        self._forget(table, chair, OF_ONESELF)

    def _forget(self, table: ClassTable, chair: Chair, what: Collection[str]) -> None:
        before = self._agreed(table)
        self._gathering(table).forget(table.seating.seat_now(chair.origin), what)
        if self._agreed(table) != before:
            self._more(table.number)

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
            closed=frame.closed and self._hall.over,
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
            self._half_time = half_times(self._hall.tables, cast(self._package))
        return page

    def _may_be_seen(self, number: int) -> bool:
        """All who play at that table and are there agreed to have it on the big screen."""
        if number > len(self._hall.tables):
            return False
        return self._told_gathered(self._hall.tables[number - 1]).agreed

    def _told_gathered(self, table: ClassTable) -> GatheredTold:
        return self._gathering(table).told(table.seating.persons(), self._presence.here(table))

    def _tell_gathered(self, table: ClassTable) -> None:
        told = self._told_gathered(table)
        for laptop in table.seating.laptops():
            laptop.say(told)
        for leader in self._leaders():
            leader.say(told)

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
        gathering.keep(frame, _secrets(table).get(frame.seat, b""))
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
        self._tell_gathered(table)

    # -- how it is told

    def _tell_table(self, table: ClassTable, laptop: Laptop) -> None:
        """Its own table's; of the own pages only those of the seats it holds."""
        made = self._debriefs.made.get(table.number)
        if made is None:
            return
        held = _held(table, laptop)
        debrief = made.debrief.for_table(self._agreed(table))
        own = tuple(page for page in made.own if page.seat in held)
        named = words(table.table.state, self._package)
        notes, said = self._gathering(table).notes(held), self._said(table, held)
        laptop.say(TableDebriefTold(debrief, own, cast(self._package), named, notes, said))

    def _half_time_for(self, table: ClassTable, laptop: Laptop) -> HalfTimeTold:
        return self._half_time[table.number].to_seats(self._said(table, _held(table, laptop)))

    def _said(self, table: ClassTable, held: Collection[SeatId]) -> tuple[OwnSaid, ...]:
        """What those seats said of themselves, as far as whoever sits there now may read it."""
        return self._gathering(table).said({seat: each for seat, each in _secrets(table).items() if seat in held})

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
            bookmarks=tuple(mark for each in self._hall.tables for mark in each.bookmarks()),
            cast=cast(self._package),
            words=() if own is None else (words(table.table.state, self._package),),
            waiting=self._debriefs.waiting,
        )

    def _tell_half_time(self) -> None:
        self._half_time = half_times(self._hall.tables, cast(self._package))
        for number, told in self._half_time.items():
            table = self._hall.tables[number - 1]
            for laptop in table.seating.laptops():
                laptop.say(self._half_time_for(table, laptop))
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
        return self._gathering(table).agreed(table.seating.persons(), ((one.provider, one.customer) for one in stories))


def _held(table: ClassTable, laptop: Laptop) -> set[SeatId]:
    """The seats that it holds now."""
    return {table.seating.seat_now(each.origin) for each in table.seating.chairs.values() if each.laptop is laptop}


def _secrets(table: ClassTable) -> dict[SeatId, bytes]:
    """Of each seat what opens its own answers."""
    return {table.seating.seat_now(chair.origin): chair.secret for chair in table.seating.chairs.values()}
