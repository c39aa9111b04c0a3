"""Who sits where in a class: seats are meant for somebody, people are moved, several share a laptop, some look on."""

import asyncio

import pytest

from sandgame.frames.classroom import (
    AskTable,
    CardKept,
    CardsTold,
    ClockTold,
    KeepCard,
    LobbySeat,
    LobbyTold,
    MakeSeatCode,
    Marked,
    MoveSeat,
    Observe,
    ObserveAgain,
    Reserved,
    ReserveSeats,
    ReturnByCode,
    ReturnToSeat,
    SeatCodeMade,
    SeatGiven,
    TakeSeat,
    WatchGiven,
)
from sandgame.frames.seat import AskView, Seated, ViewChanged
from sandgame.host.chair import kept_as
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, ShowSignal
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import Player, SeatPlayer
from tests.kit.classes import Lesson, Seatmate, lived, turns

ONE, TWO = SeatId(1), SeatId(2)
BRIEF = FinishPhase(round=1, phase="brief")


async def lobby(mate: Seatmate, table: int) -> tuple[LobbySeat, ...]:
    """The table as everybody sees it a second later."""
    await asyncio.sleep(1)
    return mate.last(LobbyTold).tables[table - 1].seats


def code_for(leader: Seatmate, seat: SeatId, *, watching: bool = False) -> str:
    leader.ask(MakeSeatCode(1, seat, watching))
    return leader.last(SeatCodeMade).code


@lived
async def test_a_seat_shows_for_whom_it_is_meant_and_keeps_nobody_out(lesson: Lesson) -> None:
    lesson.open(tables=2)
    leader, mate = lesson.leader(), lesson.mate()
    leader.ask(ReserveSeats((Reserved(1, ONE, "周敏"), Reserved(2, TWO, "Wu"))))
    assert [seat.name for seat in await lobby(mate, 1)] == ["周敏", ""]
    mate.take(1, 1)
    leader.ask(ReserveSeats((Reserved(2, TWO, "Wu"),)))
    assert [seat.name for seat in await lobby(mate, 1)] == ["", ""]
    assert [seat.name for seat in await lobby(mate, 2)] == ["", "Wu"]
    lesson.kill()
    assert [seat.name for seat in await lobby(lesson.mate(), 2)] == ["", "Wu"]


@lived
async def test_a_list_with_a_seat_that_does_not_exist_changes_nothing(lesson: Lesson) -> None:
    leader = lesson.leader()
    leader.ask(ReserveSeats((Reserved(1, ONE, "A"),)))
    leader.ask(ReserveSeats((Reserved(1, TWO, "B"), Reserved(1, SeatId(7), "C"))))
    leader.ask(ReserveSeats((Reserved(3, TWO, "B"),)))
    assert leader.refusals == ["no_such_seat"] * 2
    assert [seat.name for seat in await lobby(leader, 1)] == ["A", ""]


@lived
async def test_where_all_come_at_once_not_each_is_told_of_each(lesson: Lesson) -> None:
    lesson.open(tables=12)
    first = lesson.seated(1, 1)
    for table in range(2, 13):
        lesson.seated(table, 1)
        await turns(2)
    before = first.all(LobbyTold)
    assert [seat.chair for seat in await lobby(first, 12)] == ["here", "free"]
    assert len(first.all(LobbyTold)) - 1 <= len(before) <= 3


@lived
async def test_only_the_facilitator_says_who_sits_where(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    mate.ask(ReserveSeats((Reserved(1, TWO, "B"),)))
    mate.ask(MoveSeat(1, ONE, 1, TWO))
    assert mate.refusals == ["not_facilitator"] * 2


@lived
async def test_how_many_share_a_seat_and_whether_they_are_marked_is_kept(lesson: Lesson) -> None:
    mate = lesson.mate()
    mate.ask(TakeSeat(1, ONE, scored=False, people=3))
    assert [(seat.chair, seat.people) for seat in await lobby(mate, 1)] == [("here", 3), ("free", 0)]
    lesson.kill()
    assert [(seat.chair, seat.people) for seat in await lobby(lesson.mate(), 1)] == [("away", 3), ("free", 0)]
    ((held, free),) = lesson.store.kept_class(lesson.hall.session).rosters
    assert (held.people, held.scored) == (3, False)
    assert free.scored


@lived
async def test_people_are_moved_before_play_begins_and_the_old_token_holds_no_more(lesson: Lesson) -> None:
    lesson.open(tables=2)
    leader, one = lesson.leader(), lesson.mate()
    token = one.take(1, 1)
    leader.ask(ReserveSeats((Reserved(1, ONE, "A"),)))
    leader.ask(MoveSeat(1, ONE, 2, TWO))
    given = one.last(SeatGiven)
    assert (given.table, given.seat, given.was) == (2, TWO, ONE)
    assert [(seat.chair, seat.name) for seat in await lobby(leader, 1)] == [("free", ""), ("free", "")]
    assert [(seat.chair, seat.name) for seat in await lobby(leader, 2)] == [("free", ""), ("here", "A")]
    other = lesson.mate()
    other.ask(ReturnToSeat(token))
    assert other.refusals == ["unknown_token"]
    await lesson.begin()
    one.submit(2, BRIEF)
    await turns()
    assert one.answers[-1].refusal is None
    assert lesson.state(2).players[ONE] != "person"


@lived
async def test_two_people_change_places(lesson: Lesson) -> None:
    lesson.open(tables=2)
    leader, one, other = lesson.leader(), lesson.seated(1, 1), lesson.seated(2, 2)
    leader.ask(MoveSeat(2, TWO, 1, ONE))
    assert [(each.last(SeatGiven).table, each.last(SeatGiven).seat) for each in (one, other)] == [(2, TWO), (1, ONE)]
    one.guest.lost()
    assert [seat.chair for seat in await lobby(leader, 2)] == ["free", "away"]
    assert [seat.chair for seat in await lobby(leader, 1)] == ["here", "free"]


@lived
async def test_who_is_away_comes_back_to_the_new_seat_with_the_old_token(lesson: Lesson) -> None:
    leader, one = lesson.leader(), lesson.mate()
    token = one.take(1, 1)
    one.guest.lost()
    leader.ask(MoveSeat(1, ONE, 1, TWO))
    lesson.kill()
    back = lesson.mate()
    back.ask(ReturnToSeat(token))
    assert back.last(SeatGiven).seat == TWO


@lived
async def test_what_cannot_be_moved_stays(lesson: Lesson) -> None:
    lesson.open(tables=2)
    leader, both = lesson.leader(), lesson.seated(1, 1)
    both.take(1, 2)
    leader.ask(MoveSeat(1, ONE, 2, ONE))
    leader.ask(MoveSeat(1, ONE, 5, ONE))
    leader.ask(MoveSeat(1, SeatId(8), 2, ONE))
    leader.ask(MoveSeat(1, ONE, 1, TWO))
    await lesson.begin()
    leader.ask(MoveSeat(1, ONE, 1, TWO))
    assert leader.refusals == ["other_table", "no_such_seat", "no_such_seat", "already_playing"]
    assert len(both.all(SeatGiven)) == 2
    both.submit(1, BRIEF)
    await turns()
    assert both.answers[-1].refusal is None


@lived
async def test_a_move_that_cannot_be_stored_is_none(lesson: Lesson) -> None:
    leader, one = lesson.leader(), lesson.mate()
    token = one.take(1, 1)
    lesson.store.broken = True
    leader.ask(MoveSeat(1, ONE, 1, TWO))
    assert leader.refusals == ["not_stored"]
    chairs = lesson.hall.tables[0].seating.chairs
    assert {origin: chair.token for origin, chair in chairs.items()} == {ONE: kept_as(token)}
    assert len(one.all(SeatGiven)) == 1


@lived
async def test_an_observer_sees_what_the_seat_sees_and_can_do_nothing(lesson: Lesson) -> None:
    leader, one = lesson.leader(), lesson.seated(1, 1)
    lesson.seated(1, 2)
    watching = lesson.mate()
    watching.ask(Observe(code_for(leader, ONE)))
    assert watching.last(ClockTold).table == 1
    assert not watching.all(Seated), "no sooner than the seat itself"
    await lesson.begin()
    assert watching.views[ONE] == one.views[ONE]
    one.submit(1, ShowSignal(round=1, phase="brief", sign="stuck"))
    await turns()
    assert watching.all(ViewChanged)
    assert watching.views[ONE] == one.views[ONE]
    watching.submit(1, BRIEF)
    assert watching.answers[-1].refusal is not None
    assert watching.answers[-1].refusal.reason == Reason.NOT_YOUR_SEAT
    watching.ask(AskView(ONE))
    assert len(watching.all(Seated)) == 2
    one.guest.lost()
    assert [seat.chair for seat in await lobby(watching, 1)] == ["away", "here"], "an observer is not its person"
    await asyncio.sleep(100)
    assert lesson.state().players[ONE] == "stand_in"
    watching.guest.lost()
    assert not lesson.hall.tables[0].seating.onlookers


@lived
async def test_a_code_for_looking_on_opens_no_seat_and_works_once(lesson: Lesson) -> None:
    leader = lesson.leader()
    lesson.seated(1, 1)
    code = code_for(leader, ONE, watching=True)
    one, other = lesson.mate(), lesson.mate()
    one.ask(ReturnByCode(code))
    one.ask(Observe(code))
    other.ask(Observe(code))
    assert (one.refusals, other.refusals) == (["unknown_code"], ["unknown_code"])
    assert one.last(ClockTold).table == 1


@lived
async def test_an_observer_comes_back_by_the_token_also_after_the_host_was_killed(lesson: Lesson) -> None:
    leader = lesson.leader()
    lesson.seated(1, 1)
    watching = lesson.mate()
    watching.ask(Observe(code_for(leader, ONE)))
    given = watching.last(WatchGiven)
    assert (given.table, given.seat, given.cards) == (1, ONE, ())
    await lesson.begin()
    card = KeepCard(1, (Marked("warned", "clearly", "Purchasing warned"),), "in time")
    watching.ask(card)
    assert watching.last(CardKept).round == 1
    watching.guest.lost()
    lesson.kill()
    back = lesson.mate()
    back.ask(ObserveAgain(given.token))
    assert back.last(WatchGiven).cards == (card,)
    assert set(back.views) == {ONE}
    back.ask(ObserveAgain("0" * 32))
    assert back.refusals == ["unknown_token"]
    assert given.token not in str(lesson.store.watchers(lesson.hall.tables[0].table.game))


@lived
async def test_cards_are_counted_for_the_facilitator_and_nobody_is_named(lesson: Lesson) -> None:
    leader, mate = lesson.leader(), lesson.seated(1, 1)
    lesson.seated(1, 2)
    one, other = lesson.mate(), lesson.mate()
    for each in (one, other):
        each.ask(Observe(code_for(leader, ONE)))
    await lesson.begin()
    one.ask(KeepCard(1, (Marked("needs", "partly"), Marked("warned", "clearly", "x")), "b"))
    one.ask(KeepCard(1, (Marked("needs", "clearly"), Marked("warned", "clearly", "x")), "b"))
    other.ask(KeepCard(1, (Marked("needs", "clearly"),), "a"))
    told = leader.last(CardsTold)
    assert (told.table, told.cards, told.notes) == (1, 2, ("a", "b"))
    counts = {each.behaviour: (each.not_seen, each.partly, each.clearly, each.no_chance) for each in told.counts}
    assert (counts["needs"], counts["warned"], counts["thanked"]) == ((0, 0, 2, 0), (0, 0, 1, 0), (0, 0, 0, 0))
    assert not mate.all(CardsTold)
    assert not one.all(CardsTold)
    again = lesson.leader()
    assert again.last(CardsTold) == told


@lived
async def test_only_who_looks_on_keeps_a_card_and_only_of_weeks_that_were_played(lesson: Lesson) -> None:
    leader, mate = lesson.leader(), lesson.seated(1, 1)
    watching = lesson.mate()
    watching.ask(Observe(code_for(leader, ONE)))
    mate.ask(KeepCard(1, ()))
    watching.ask(KeepCard(7, ()))
    assert (mate.refusals, watching.refusals) == (["no_such_seat"], ["no_such_seat"])
    lesson.store.broken = True
    watching.ask(KeepCard(1, (Marked("needs", "clearly"),)))
    assert watching.refusals == ["no_such_seat", "not_stored"]
    assert not watching.all(CardKept)


@lived
async def test_who_has_a_seat_looks_over_no_shoulder_and_who_takes_one_stops(lesson: Lesson) -> None:
    leader, one, late = lesson.leader(), lesson.seated(1, 1), lesson.mate()
    one.ask(Observe(code_for(leader, ONE)))
    assert one.refusals == ["other_table"]
    late.ask(Observe(code_for(leader, ONE)))
    late.take(1, 2)
    await lesson.begin()
    assert set(late.views) == {TWO}


@pytest.mark.parametrize("player", ["stand_in", "collaborating"])
def test_who_is_put_out_while_away_finds_the_seat_again(player: Player) -> None:
    @lived
    async def story(lesson: Lesson) -> None:
        one = lesson.mate()
        token = one.take(1, 1)
        lesson.seated(1, 2)
        leader = await lesson.begin()
        one.guest.lost()
        bot = SeatPlayer(round=1, phase="brief", seat=ONE, player=player)
        leader.ask(AskTable(1, "leader-01", bot))
        await turns()
        assert lesson.state().players[ONE] == player
        back = lesson.mate()
        back.ask(ReturnToSeat(token))
        await turns()
        assert lesson.state().players[ONE] == "person"

    story()
