"""What the facilitator is told and may do: the case, tables at a glance, one of them whole, who is away, the end."""

import asyncio

from sandgame.frames.classroom import (
    AskTable,
    ClockTold,
    ConsoleTold,
    EndClass,
    LobbyTold,
    MoveSeat,
    ReserveSeats,
    ReturnToSeat,
    Seconds,
    SetAbsence,
    SetPace,
    StartClass,
    TableAnswered,
    TableRow,
    TakeSeat,
    WatchTable,
)
from sandgame.frames.console import BookmarksTold, CaseTold, TableSeen
from sandgame.frames.seat import Seated
from sandgame.host.hall import Door
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.intents import FinishPhase, SendMessage, SendSheet, ShowSignal, TimeUp, WantedLine
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import MarkMoment, RollBack, SeatPlayer
from tests.kit.classes import Lesson, Seatmate, lived, turns
from tests.kit.rooms import onward

ONE, TWO = SeatId(1), SeatId(2)
BRIEF = FinishPhase(round=1, phase="brief")


async def row(leader: Seatmate, table: int = 1) -> TableRow:
    """The table as the console has it a second later."""
    await asyncio.sleep(1)
    rows = [row for told in leader.all(ConsoleTold) for row in told.tables if row.table == table]
    return rows[-1]


def bookmarks(leader: Seatmate) -> dict[int, list[tuple[str, bool]]]:
    """Of each table, as they were told last."""
    return {told.table: [(mark.note, mark.whole) for mark in told.bookmarks] for told in leader.all(BookmarksTold)}


@lived
async def test_who_leads_is_told_the_whole_case_and_by_what_laptops_join(lesson: Lesson) -> None:
    lesson.open(tables=2)
    lesson.hall.door = Door("ABC234", "192.168.1.8", 8765)
    leader = lesson.leader()
    told = leader.last(CaseTold)
    assert (told.code, told.address, told.port) == ("ABC234", "192.168.1.8", 8765)
    assert told.setup.tables == 2
    assert len(told.cast.services) == 2
    assert all(department.role.en for department in told.cast.departments)
    mate = lesson.mate()
    for asked in (WatchTable(1), SetAbsence("ask"), EndClass(), ReserveSeats(())):
        mate.ask(asked)
    assert mate.refusals == ["not_facilitator"] * 4
    assert not mate.all(CaseTold)
    assert not mate.all(TableSeen)


@lived
async def test_a_row_shows_who_has_not_done_anything_in_this_phase(lesson: Lesson) -> None:
    mates = lesson.all_seated()
    leader = await lesson.begin()
    assert (await row(leader)).idle == (ONE, TWO)
    mates[0].submit(1, ShowSignal(round=1, phase="brief", sign="steady"))
    assert (await row(leader)).idle == (TWO,)
    lesson.kill()
    assert (await row(lesson.leader())).idle == (), "nobody is at a laptop"
    for seat, mate in enumerate(mates, start=1):
        mate.submit(seat, BRIEF)


@lived
async def test_a_row_shows_a_request_that_waits_for_long(lesson: Lesson) -> None:
    one, other = lesson.all_seated()
    leader = await lesson.begin()
    one.submit(1, BRIEF)
    other.submit(2, BRIEF)
    await turns()
    asked = SendSheet(round=1, phase="negotiate", provider=TWO, lines=(WantedLine(ServiceId(2), 3, 1),))
    one.submit(1, asked)
    seen = await row(leader)
    assert seen.unanswered == 1
    assert [(link.provider, link.customer, link.state) for link in seen.links] == [(TWO, ONE, "open")]
    await asyncio.sleep(70)
    assert [link.state for link in (await row(leader)).links] == ["waiting"]


@lived
async def test_a_row_shows_the_index_promises_and_clock_of_every_week(lesson: Lesson) -> None:
    lesson.open(seconds=Seconds(600, 600, 600, 600, 600, 100))
    mate = lesson.seated(1, 1)
    leader = await lesson.begin()
    while mate.views[ONE].table.phase != "over":
        mate.submit(1, onward(mate.views[ONE]))
        await asyncio.sleep(1)
    seen = await row(leader)
    results = mate.views[ONE].table.results
    assert list(seen.index) == [result.index for result in results if result.index is not None]
    assert 0 <= seen.kept <= seen.matured
    first = leader.all(ConsoleTold)[1].tables[0]
    assert first.running
    assert first.seconds is not None
    assert first.seconds > 590


@lived
async def test_where_the_facilitator_is_asked_no_stand_in_comes_by_itself(lesson: Lesson) -> None:
    lesson.open(absence="ask")
    one = lesson.seated(1, 1)
    lesson.seated(1, 2)
    leader = await lesson.begin()
    one.guest.lost()
    (away,) = (await row(leader)).away
    assert (away.seat, away.late) == (ONE, False)
    await asyncio.sleep(100)
    (away,) = (await row(leader)).away
    assert away.late
    assert away.seconds >= 90
    assert ONE not in lesson.state().players
    stand_in = SeatPlayer(round=1, phase="brief", seat=ONE, player="stand_in")
    leader.ask(AskTable(1, "leader-01", stand_in))
    await turns()
    assert lesson.state().players[ONE] == "stand_in"


@lived
async def test_who_was_late_gets_a_stand_in_as_soon_as_the_facilitator_wants_it_so(lesson: Lesson) -> None:
    lesson.open(absence="ask")
    one = lesson.seated(1, 1)
    lesson.seated(1, 2)
    leader = await lesson.begin()
    one.guest.lost()
    await asyncio.sleep(100)
    leader.ask(SetAbsence("stand_in"))
    await turns()
    assert lesson.state().players[ONE] == "stand_in"
    assert lesson.store.kept_class(lesson.hall.session).setup.absence == "stand_in"


@lived
async def test_a_table_that_is_watched_is_told_whole_and_not_too_often(lesson: Lesson) -> None:
    lesson.open(tables=2)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    leader.ask(WatchTable(1))
    assert [seen.table for seen in leader.all(TableSeen)] == [1]
    await asyncio.sleep(1)
    before = len(leader.all(TableSeen))
    for _ in range(30):
        mates[0].submit(1, SendMessage(round=1, phase="brief", to=TWO, text="again"))
        mates[2].submit(1, SendMessage(round=1, phase="brief", to=TWO, text="another table"))
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    told = leader.all(TableSeen)[before:]
    assert {seen.table for seen in told} == {1}
    assert 3 <= len(told) <= 8
    assert [moment.note for moment in told[-1].moments if moment.kind == "message_sent"] == ["again"] * 30
    leader.ask(WatchTable(0))
    mates[0].submit(1, BRIEF)
    await asyncio.sleep(1)
    assert len(leader.all(TableSeen)) == before + len(told)
    assert not any(mate.all(TableSeen) for mate in mates)


@lived
async def test_a_watched_table_shows_who_drops_out_and_a_bookmark(lesson: Lesson) -> None:
    mates = lesson.all_seated()
    leader = await lesson.begin()
    leader.ask(WatchTable(1))
    mates[0].guest.lost()
    leader.ask(AskTable(1, "leader-01", MarkMoment(round=1, phase="brief", note="here it began")))
    await asyncio.sleep(1)
    seen = leader.last(TableSeen)
    assert [seat.doing for seat in seen.seats] == ["away", "idle"]
    assert [(moment.note, moment.key) for moment in seen.moments if moment.marked] == [("here it began", True)]
    leader.ask(WatchTable(7))
    assert leader.refusals == ["no_such_seat"]


@lived
async def test_after_the_end_nobody_plays_and_all_can_still_look(lesson: Lesson) -> None:
    lesson.open(seconds=Seconds(60, 60, 60, 60, 60, 100))
    one, other = lesson.mate(), lesson.seated(1, 2)
    token = one.take(1, 1)
    leader = await lesson.begin()
    leader.ask(EndClass())
    await asyncio.sleep(1)
    assert other.last(LobbyTold).state == "over"
    assert not other.last(ClockTold).running
    assert lesson.store.past_classes()[0].state == "over"
    other.submit(2, BRIEF)
    assert other.answers[-1].refusal is not None
    assert other.answers[-1].refusal.reason == Reason.GAME_OVER
    before = lesson.state()
    await asyncio.sleep(300)
    assert lesson.state() is before, "neither clock nor bots go on"
    one.guest.lost()
    back = lesson.mate()
    back.ask(ReturnToSeat(token))
    assert back.last(Seated).view.me.seat == ONE
    late = lesson.mate()
    late.ask(TakeSeat(1, ONE))
    assert late.refusals == ["class_over"]
    leader.ask(StartClass())
    leader.ask(MoveSeat(1, ONE, 1, TWO))
    leader.ask(AskTable(1, "leader-01", MarkMoment(round=1, phase="brief")))
    assert leader.refusals == ["class_over"] * 2
    refusal = leader.last(TableAnswered).refusal
    assert refusal is not None
    assert refusal.reason == Reason.GAME_OVER
    leader.ask(WatchTable(1))
    assert leader.last(TableSeen).round == 1


@lived
async def test_a_class_that_is_over_stays_so_when_its_host_is_started_again(lesson: Lesson) -> None:
    one = lesson.mate()
    token = one.take(1, 1)
    leader = await lesson.begin()
    leader.ask(EndClass())
    lesson.kill()
    back = lesson.mate()
    assert back.last(LobbyTold).state == "over"
    back.ask(ReturnToSeat(token))
    assert back.last(Seated).view.table.phase == "brief"
    await asyncio.sleep(100)
    assert lesson.state().round == 1
    leader = lesson.leader()
    leader.ask(SetPace("each"))
    leader.ask(SetAbsence("ask"))
    leader.ask(ReserveSeats(()))
    assert lesson.hall.over


@lived
async def test_bookmarks_are_told_when_they_are_set_and_to_a_console_that_is_opened_again(lesson: Lesson) -> None:
    lesson.open(tables=2)
    lesson.all_seated()
    leader = await lesson.begin()
    leader.ask(AskTable(0, "leader-01", MarkMoment(round=1, phase="brief", note="all", whole=True)))
    leader.ask(AskTable(2, "leader-02", MarkMoment(round=1, phase="brief", note="one")))
    await turns()
    marks = bookmarks(leader)
    assert marks == {1: [("all", True)], 2: [("all", True), ("one", False)]}
    again = lesson.leader()
    assert bookmarks(again) == marks


@lived
async def test_a_bookmark_goes_with_the_week_that_is_rolled_back(lesson: Lesson) -> None:
    lesson.open(tables=2)
    lesson.all_seated()
    leader = await lesson.begin()
    leader.ask(AskTable(0, "leader-01", MarkMoment(round=1, phase="brief", note="stays", whole=True)))
    leader.ask(AskTable(0, "leader-02", TimeUp(round=1, phase="brief")))
    leader.ask(AskTable(0, "leader-03", MarkMoment(round=1, phase="negotiate", note="goes", whole=True)))
    await turns()
    leader.ask(AskTable(1, "leader-04", RollBack(round=1, phase="negotiate", to_round=1, to_phase="negotiate")))
    await turns()
    kept = {1: [("stays", True)], 2: [("stays", True), ("goes", True)]}
    assert bookmarks(leader) == kept
    assert bookmarks(lesson.leader()) == kept
