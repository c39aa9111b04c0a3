"""A class: seats are held by tokens, nobody who drops out loses anything or holds up the others."""

import asyncio

from sandgame.frames.classroom import (
    PROTOCOL,
    AskTable,
    CallTold,
    ClockTold,
    ConsoleTold,
    Hello,
    Lead,
    LeaveSeat,
    LobbyTold,
    LookAt,
    MakeSeatCode,
    ReturnByCode,
    ReturnToSeat,
    SeatCodeMade,
    SeatGiven,
    Seconds,
    SetPace,
    StandInTold,
    StartClass,
    TableAnswered,
    TakeSeat,
    Welcome,
)
from sandgame.frames.seat import Seated
from sandgame.rules.ids import ROOM, SeatId
from sandgame.rules.intents import FinishPhase, SendMessage
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import PausePlay, ResumePlay, SeatPlayer
from tests.kit.classes import KEY, Lesson, Seatmate, lived, turns
from tests.kit.rooms import onward

BRIEF = FinishPhase(round=1, phase="brief")
CLOCK = Seconds(60, 60, 60, 60, 60, 100)


@lived
async def test_who_says_hello_is_shown_the_lobby(lesson: Lesson) -> None:
    lesson.open(tables=2)
    mate = lesson.mate()
    assert mate.last(Welcome).card.case == "trial"
    assert mate.last(LobbyTold).state == "lobby"
    assert mate.chairs(2) == ["free", "free"]


@lived
async def test_a_laptop_of_another_version_is_told_so_and_shown_out(lesson: Lesson) -> None:
    mate = Seatmate(lesson.hall, greets=False)
    mate.ask(Hello(99, "9.9"))
    assert mate.refusals == ["other_version"]
    assert mate.hung_up


@lived
async def test_nothing_is_answered_before_hello(lesson: Lesson) -> None:
    mate = Seatmate(lesson.hall, greets=False)
    mate.ask(TakeSeat(1, SeatId(1)))
    assert mate.refusals == ["hello_first"]
    assert mate.hung_up


@lived
async def test_a_seat_is_taken_once_and_all_see_it(lesson: Lesson) -> None:
    lesson.open(tables=2)
    one, other = lesson.mate(), lesson.mate()
    token = one.take(1, 2)
    await turns()
    assert len(token) == 32
    assert other.chairs(1) == ["free", "here"]
    assert other.chairs(2) == ["free", "free"]
    other.ask(TakeSeat(1, SeatId(2)))
    other.ask(TakeSeat(1, SeatId(3)))
    other.ask(TakeSeat(3, SeatId(1)))
    assert other.refusals == ["seat_taken", "no_such_seat", "no_such_seat"]


@lived
async def test_the_store_never_sees_a_token(lesson: Lesson) -> None:
    token = lesson.mate().take(1, 1)
    (roster,) = lesson.store.kept_class(lesson.hall.session).rosters
    assert roster[0].holder == "person"
    assert roster[0].token is not None
    assert token not in repr(roster)


@lived
async def test_a_laptop_may_hold_several_seats_of_one_table(lesson: Lesson) -> None:
    lesson.open(tables=2)
    mate = lesson.seated(1, 1)
    mate.take(1, 2)
    mate.ask(TakeSeat(2, SeatId(1)))
    assert mate.refusals == ["other_table"]
    await lesson.begin()
    mate.submit(1, BRIEF)
    mate.submit(2, BRIEF)
    await turns()
    assert [answer.refusal for answer in mate.answers] == [None, None]
    assert mate.views[SeatId(2)].table.phase == "negotiate"


@lived
async def test_nobody_acts_before_the_facilitator_begins(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    mate.submit(1, BRIEF)
    (answer,) = mate.answers
    assert answer.refusal is not None
    assert answer.refusal.reason == Reason.PAUSED
    mate.ask(StartClass())
    assert mate.refusals == ["not_facilitator"]


@lived
async def test_bots_take_the_seats_that_are_free_when_play_begins(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    await lesson.begin()
    while mate.views[SeatId(1)].table.phase != "over":
        mate.submit(1, onward(mate.views[SeatId(1)]))
        await asyncio.sleep(1)
    assert mate.views[SeatId(1)].room.played_by[0].seat == 2


@lived
async def test_nobody_acts_for_another_seat_or_in_the_hosts_name(lesson: Lesson) -> None:
    one = lesson.seated(1, 1)
    lesson.seated(1, 2)
    await lesson.begin()
    before = lesson.state()
    one.submit(2, BRIEF)
    one.submit(1, BRIEF, "host-00001")
    await turns()
    assert [a.refusal.reason for a in one.answers if a.refusal] == [Reason.NOT_YOUR_SEAT] * 2
    assert lesson.state() is before


@lived
async def test_a_dropped_laptop_shows_at_once_and_a_stand_in_sits_in_after_the_grace(lesson: Lesson) -> None:
    one, other = lesson.mate(), lesson.mate()
    token = one.take(1, 1)
    other.take(1, 2)
    await lesson.begin()
    one.guest.lost()
    await asyncio.sleep(1)
    assert other.chairs(1) == ["away", "here"]
    await asyncio.sleep(79)
    assert lesson.state().players.get(SeatId(1)) is None
    await asyncio.sleep(15)
    assert lesson.state().players[SeatId(1)] == "stand_in"
    back = lesson.mate()
    back.ask(ReturnToSeat(token))
    (week,) = back.last(StandInTold).weeks
    assert week.round == 1
    await turns()
    assert lesson.state().players[SeatId(1)] == "person"
    assert back.views[SeatId(1)].me.seat == 1
    assert other.chairs(1) == ["here", "here"]


@lived
async def test_the_grace_is_at_most_a_third_of_the_phase(lesson: Lesson) -> None:
    lesson.open(seconds=CLOCK)
    one = lesson.seated(1, 1)
    lesson.seated(1, 2)
    await lesson.begin()
    one.guest.lost()
    await asyncio.sleep(18)
    assert SeatId(1) not in lesson.state().players
    await asyncio.sleep(4)
    assert lesson.state().players[SeatId(1)] == "stand_in"


@lived
async def test_a_seat_taken_up_on_another_laptop_is_gone_from_the_first(lesson: Lesson) -> None:
    one, other = lesson.mate(), lesson.mate()
    token = one.take(1, 1)
    other.ask(ReturnToSeat(token))
    assert one.refusals == ["seated_elsewhere"]
    assert one.hung_up
    await turns()
    assert other.chairs(1) == ["here", "free"]


@lived
async def test_a_seat_code_works_once_and_voids_the_old_token(lesson: Lesson) -> None:
    one, new, late = lesson.mate(), lesson.mate(), lesson.mate()
    token = one.take(1, 1)
    leader = lesson.leader()
    leader.ask(MakeSeatCode(1, SeatId(1)))
    code = leader.last(SeatCodeMade).code
    new.ask(ReturnByCode(code))
    assert new.last(SeatGiven).token != token
    late.ask(ReturnByCode(code))
    late.ask(ReturnToSeat(token))
    assert late.refusals == ["unknown_code", "unknown_token"]


@lived
async def test_who_guesses_tokens_is_shown_out(lesson: Lesson) -> None:
    mate = lesson.mate()
    for guess in range(20):
        mate.ask(ReturnToSeat(f"{guess:032x}"))
    assert mate.hung_up
    assert len(mate.refusals) <= 11


@lived
async def test_who_floods_is_shown_out_and_the_others_play_on(lesson: Lesson) -> None:
    mate, other = lesson.mate(), lesson.mate()
    mate.take(1, 1)
    for _ in range(1000):
        mate.ask(Hello(PROTOCOL, "again"))
    assert mate.refusals == ["too_much"]
    assert mate.hung_up
    other.take(1, 2)
    await turns()
    assert other.chairs(1) == ["away", "here"]


@lived
async def test_only_the_key_leads(lesson: Lesson) -> None:
    mate = lesson.mate()
    mate.ask(Lead("f" * 32))
    mate.ask(SetPace("step"))
    mate.ask(LookAt(1, SeatId(1)))
    mate.ask(AskTable(1, "leader-01", PausePlay(round=1, phase="brief")))
    assert mate.refusals == ["wrong_key", "not_facilitator", "not_facilitator", "not_facilitator"]
    mate.ask(Lead(KEY))
    assert [row.phase for row in mate.last(ConsoleTold).tables] == ["brief"]


@lived
async def test_what_is_asked_of_all_tables_is_asked_of_each_where_it_stands(lesson: Lesson) -> None:
    lesson.open(tables=2)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    for mate in mates[:2]:
        mate.submit(mate.last(SeatGiven).seat, BRIEF)
    await turns()
    lesson.store.commits.clear()
    leader.ask(AskTable(0, "leader-01", PausePlay(round=1, phase="brief")))
    await turns()
    assert len(lesson.store.commits) == 1
    assert [(a.table, a.refusal) for a in leader.all(TableAnswered)] == [(1, None), (2, None)]
    assert lesson.state(1).paused
    assert lesson.state(2).paused


@lived
async def test_after_a_kill_the_same_tokens_hold_and_play_resumes_paused(lesson: Lesson) -> None:
    lesson.open(seconds=CLOCK)
    mate = lesson.mate()
    token = mate.take(1, 1)
    await lesson.begin()
    mate.submit(1, BRIEF, "mate-once")
    await turns()
    lesson.kill()
    await turns()
    back, leader = lesson.mate(), lesson.leader()
    back.ask(ReturnToSeat(token))
    await turns()
    assert back.views[SeatId(1)].room.paused
    assert not back.last(ClockTold).running
    back.submit(1, BRIEF, "mate-once")
    await turns()
    assert back.answers[-1].refusal is None, "done before the kill, and answered the same"
    leader.ask(AskTable(0, "leader-01", ResumePlay(round=1, phase="brief")))
    await turns()
    assert not lesson.state().paused
    assert lesson.state().round == 1


@lived
async def test_a_bot_put_in_by_the_facilitator_stays_until_the_person_is_put_back(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    lesson.seated(1, 2)
    leader = await lesson.begin()
    bot = SeatPlayer(round=1, phase="brief", seat=SeatId(1), player="collaborating")
    leader.ask(AskTable(1, "leader-01", bot))
    await asyncio.sleep(1)
    mate.submit(1, BRIEF)
    assert mate.answers[-1].refusal is not None
    leader.ask(AskTable(1, "leader-02", SeatPlayer(round=1, phase="brief", seat=SeatId(1), player="person")))
    await turns()
    assert lesson.state().players[SeatId(1)] == "person"


@lived
async def test_who_leaves_for_good_gives_the_seat_to_a_bot_and_a_latecomer_may_take_it(lesson: Lesson) -> None:
    one, late = lesson.mate(), lesson.mate()
    token = one.take(1, 1)
    lesson.seated(1, 2)
    await lesson.begin()
    one.ask(LeaveSeat(SeatId(1)))
    await turns()
    assert lesson.state().players[SeatId(1)] == "collaborating"
    late.take(1, 1)
    await turns()
    assert lesson.state().players[SeatId(1)] == "person"
    one.ask(ReturnToSeat(token))
    assert one.refusals == ["unknown_token"]


@lived
async def test_the_facilitator_sees_as_a_seat_sees(lesson: Lesson) -> None:
    leader = lesson.leader()
    leader.ask(LookAt(1, SeatId(2)))
    assert leader.last(Seated).view.me.seat == 2
    leader.ask(LookAt(1, SeatId(0)))
    count = len(leader.told)
    lesson.seated(1, 1)
    leader.ask(StartClass())
    await turns()
    assert not [frame for frame in leader.told[count:] if isinstance(frame, Seated)]


@lived
async def test_a_full_disk_is_told_and_nothing_is_lost(lesson: Lesson) -> None:
    one, other = lesson.seated(1, 1), lesson.seated(1, 2)
    await lesson.begin()
    lesson.store.broken = True
    name = one.submit(1, BRIEF)
    await turns()
    assert not one.answers[-1].stored
    lesson.store.broken = False
    one.submit(1, BRIEF, name)
    other.submit(2, BRIEF)
    await turns()
    assert one.answers[-1].stored
    assert lesson.state().phase == "negotiate"


@lived
async def test_a_call_for_help_reaches_the_facilitator_and_nobody_else(lesson: Lesson) -> None:
    one, other = lesson.seated(1, 1), lesson.seated(1, 2)
    leader = await lesson.begin()
    count = len(other.told)
    one.submit(1, SendMessage(round=1, phase="brief", to=ROOM, text="we are stuck"))
    await turns()
    assert [(call.table, call.seat, call.text) for call in leader.all(CallTold)] == [(1, 1, "we are stuck")]
    assert other.told[count:] == []
    assert lesson.leader().all(CallTold) == leader.all(CallTold), "a window that is opened again has it too"


@lived
async def test_who_sits_down_is_told_which_seats_are_played_by_bots(lesson: Lesson) -> None:
    mate = lesson.seated(1, 1)
    await lesson.begin()
    assert [held.holder for held in mate.last(Seated).holders] == ["person", "bot"]


@lived
async def test_who_comes_and_says_nothing_is_shown_out(lesson: Lesson) -> None:
    silent, mate = Seatmate(lesson.hall, greets=False), lesson.mate()
    await asyncio.sleep(12)
    assert silent.hung_up
    assert not mate.hung_up


@lived
async def test_the_console_looks_a_few_times_a_second_and_the_lobby_is_told_at_once(lesson: Lesson) -> None:
    one, other = lesson.mate(), lesson.mate()
    one.take(1, 1)
    leader = await lesson.begin()
    await asyncio.sleep(1)
    count = len(leader.all(ConsoleTold))
    for _ in range(10):
        one.submit(1, SendMessage(round=1, phase="brief", to=SeatId(2), text="again"))
        await turns()
    other.take(1, 2)
    await turns()
    assert one.chairs(1) == ["here", "here"]
    assert len(leader.all(ConsoleTold)) == count + 1
    await asyncio.sleep(1)
    assert len(leader.all(ConsoleTold)) == count + 2
