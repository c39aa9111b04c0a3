"""A session on a laptop of one's own has the same debrief, and no class beside it."""

import asyncio
from pathlib import Path
from queue import Queue

from sandgame.frames import debrief_wire
from sandgame.frames.debrief import GatheredTold, HalfTimeTold, KeepDebrief, Survey, TableDebriefTold, TakeAway
from sandgame.frames.lobby import Setup, SoloSetup, TableSetup
from sandgame.host.demonstration import demonstrate
from sandgame.host.own_debrief import OwnDebriefs
from sandgame.host.players import at_once
from sandgame.host.solo import House, Solo, begin
from sandgame.host.table import Table
from sandgame.host.thread import LocalPlay
from sandgame.rules.events import PhaseStarted
from sandgame.rules.ids import SeatId
from sandgame.rules.log import decode
from sandgame.store.folder import open_store
from sandgame.store.memory import MemoryStore
from sandgame.store.records import Kept
from tests.kit.cases import package
from tests.kit.debriefed import CASE, DeskHere
from tests.kit.rooms import Ticking, swiftly

SEAT = SeatId(3)
ALONE = SoloSetup(CASE, SEAT, 4, "mixed", 3)
KEY = "0123456789abcdef" * 2


class Listening:
    """Somebody who looks at the debrief of a session that was played."""

    def __init__(self, store: MemoryStore, kept: Kept) -> None:
        self.desk = DeskHere()
        self.told: list[debrief_wire.OwnNews] = []
        self.solo = Solo(House(store, Ticking(), at_once, self.desk), kept)

    async def listen(self) -> None:
        self.solo.hear_debrief(lambda data: self.told.append(debrief_wire.read_news(data)))
        assert self.solo.debrief is not None
        await self.solo.debrief.jobs.rest()
        await asyncio.sleep(1)

    def keep(self, frame: KeepDebrief) -> None:
        self.solo.keep_debrief(debrief_wire.encode(frame))

    @property
    def debriefs(self) -> list[TableDebriefTold]:
        return [frame for frame in self.told if isinstance(frame, TableDebriefTold)]

    @property
    def gathered(self) -> list[GatheredTold]:
        return [frame for frame in self.told if isinstance(frame, GatheredTold)]


def played(setup: Setup = ALONE) -> tuple[MemoryStore, Kept]:
    """A session that is over, in a store."""
    store = MemoryStore()
    house = House(store, Ticking(), at_once)
    kept = begin(house, package(CASE), setup)
    demonstrate(house, kept)
    return store, kept


def test_who_plays_alone_has_the_tables_pages_and_the_own_one() -> None:
    store, kept = played()

    async def story() -> None:
        look = Listening(store, kept)
        await look.listen()
        assert [told.debrief.awaits for told in look.debriefs] == [("marks", "losses"), ("losses",), ()]
        told = look.debriefs[-1]
        assert [page.seat for page in told.own] == [SEAT]
        assert {fact.seat for fact in told.own[0].facts} == {SEAT}
        assert told.debrief.weeks
        assert told.debrief.stories, "who plays alone has nobody to ask"
        assert SEAT not in told.debrief.bots
        look.solo.close()
        again = Listening(store, kept)
        await again.listen()
        assert again.desk.done == []
        assert again.debriefs[-1] == told
        again.solo.close()

    swiftly(story())


def test_nothing_is_made_as_long_as_nobody_listens() -> None:
    store, kept = played()

    async def story() -> None:
        look = Listening(store, kept)
        look.solo.listen(lambda _data: None)
        await asyncio.sleep(5)
        assert look.desk.done == []
        look.solo.close()

    swiftly(story())


def test_what_is_kept_at_ones_own_laptop_stays_there() -> None:
    store, kept = played()

    async def story() -> None:
        look = Listening(store, kept)
        await look.listen()
        look.keep(KeepDebrief(SEAT, take_away=TakeAway("请", rule="先问"), survey=Survey(KEY, "b2", (1, 2))))
        assert look.gathered[-1].rules == ("先问",)
        assert look.gathered[-1].surveys == 1
        look.keep(KeepDebrief(SeatId(1), word="不是我"))
        assert {answer.seat for answer in store.gathered(kept.game)} == {SEAT}
        look.solo.close()

    swiftly(story())


def test_what_was_said_of_oneself_is_there_when_the_program_is_opened_again() -> None:
    store, kept = played()

    async def story() -> None:
        look = Listening(store, kept)
        await look.listen()
        look.keep(KeepDebrief(SEAT, survey=Survey(KEY, "b2", (1, 2))))
        look.keep(KeepDebrief(SEAT, take_away=TakeAway("请", rule="先问")))
        look.solo.close()
        again = Listening(store, kept)
        await again.listen()
        (said,) = again.debriefs[-1].said
        assert (said.seat, said.survey) == (SEAT, Survey(KEY, "b2", (1, 2)))
        assert said.take_away == TakeAway("请", rule="先问")
        again.solo.close()

    swiftly(story())


def test_before_play_is_over_nothing_is_told() -> None:
    people = (SeatId(1), SeatId(2))
    store = MemoryStore()
    kept = begin(House(store, Ticking(), at_once), package(CASE), TableSetup(CASE, people, 4, "mixed", 3))

    async def story() -> None:
        look = Listening(store, kept)
        look.solo.hear_debrief(lambda data: look.told.append(debrief_wire.read_news(data)))
        assert look.told == []
        look.solo.close()

    swiftly(story())


def test_the_window_hears_it_of_a_session_that_is_over_and_keeps_what_is_answered(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    house = House(store, Ticking(), at_once)
    kept = begin(house, package(CASE), ALONE)
    demonstrate(house, kept)
    store.close()
    told: Queue[debrief_wire.OwnNews] = Queue()
    play = LocalPlay(tmp_path)
    session = play.resume(kept.start.session)
    session.hear_debrief(told.put)
    whole = told.get(timeout=60)
    while not (isinstance(whole, TableDebriefTold) and not whole.debrief.awaits):
        whole = told.get(timeout=60)
    assert whole.debrief.weeks
    session.keep_debrief(KeepDebrief(SEAT, word="悟"))
    gathered = told.get(timeout=60)
    assert isinstance(gathered, GatheredTold)
    assert gathered.words == ("悟",)
    play.close()


def test_half_time_comes_once_by_itself_when_the_week_after_it_begins() -> None:
    store, kept = played()
    entries = store.read(kept.game)
    half = Table(kept.game, entries).state.half_time

    async def told_at(week: int) -> list[debrief_wire.OwnNews]:
        """When its Brief begins."""
        events = [decode(entry.happened.body) for entry in entries]
        begun = next(n for n, event in enumerate(events) if isinstance(event, PhaseStarted) and event.round == week)
        told: list[debrief_wire.OwnNews] = []
        debriefs = OwnDebriefs(store, kept, Table(kept.game, entries[: begun + 1]), DeskHere())
        debriefs.listen(lambda data: told.append(debrief_wire.read_news(data)))
        debriefs.look()
        debriefs.close()
        return told

    assert half
    assert swiftly(told_at(half)) == []
    told = swiftly(told_at(half + 1))
    (found,) = [frame for frame in told if isinstance(frame, HalfTimeTold)]
    assert found.round == half
    assert {fact.seat for fact in found.facts} == set(package(CASE).scenario.seats)
    assert not any(isinstance(frame, TableDebriefTold) for frame in told), "no scores at half time"
