"""A class: seats are held by tokens, nobody who drops out loses anything or holds up the others."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from sandgame.frames.classroom import (
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
from sandgame.host.hall import Hall
from sandgame.rules.ids import ROOM, SeatId
from sandgame.rules.intents import FinishPhase, SendMessage
from sandgame.rules.reason import Reason
from sandgame.rules.room_intents import ChangeTime, PausePlay, ResumePlay, RollBack, SeatPlayer
from tests.kit.classes import (
    KEY,
    CountingClassStore,
    Seatmate,
    a_store,
    facilitator,
    opened,
    reopened,
    started,
    turns,
)
from tests.kit.rooms import onward, swiftly

BRIEF = FinishPhase(round=1, phase="brief")
CLOCK = Seconds(60, 60, 60, 60, 60, 100)
Play = Callable[[CountingClassStore], Coroutine[Any, Any, None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[[Play], None]:
    """Runs a story of a class on a store of its own; time costs nothing."""

    def run(story: Play) -> None:
        store = a_store(tmp_path)
        try:
            swiftly(story(store))
        finally:
            store.close()

    return run


def phase(hall: Hall) -> str:
    return hall.tables[0].table.state.phase


def test_who_says_hello_is_shown_the_lobby(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, tables=2)
        mate = Seatmate(hall)
        assert mate.last(Welcome).card.case == "trial"
        assert mate.last(LobbyTold).state == "lobby"
        assert mate.chairs(2) == ["free", "free"]
        hall.close()

    play(story)


def test_a_laptop_of_another_version_is_told_so_and_shown_out(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall, greets=False)
        mate.ask(Hello(99, "9.9"))
        assert mate.refusals == ["other_version"]
        assert mate.hung_up
        hall.close()

    play(story)


def test_nothing_is_answered_before_hello(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall, greets=False)
        mate.ask(TakeSeat(1, SeatId(1)))
        assert mate.refusals == ["hello_first"]
        assert mate.hung_up
        hall.close()

    play(story)


def test_a_seat_is_taken_once_and_all_see_it(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, tables=2)
        one, other = Seatmate(hall), Seatmate(hall)
        token = one.take(1, 2)
        await turns()
        assert len(token) == 32
        assert other.chairs(1) == ["free", "here"]
        assert other.chairs(2) == ["free", "free"]
        other.ask(TakeSeat(1, SeatId(2)))
        other.ask(TakeSeat(1, SeatId(3)))
        other.ask(TakeSeat(3, SeatId(1)))
        assert other.refusals == ["seat_taken", "no_such_seat", "no_such_seat"]
        hall.close()

    play(story)


def test_the_store_never_sees_a_token(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        token = Seatmate(hall).take(1, 1)
        (roster,) = store.kept_class(hall.session).rosters
        assert roster[0].holder == "person"
        assert roster[0].token is not None
        assert token not in repr(roster)
        hall.close()

    play(story)


def test_a_laptop_may_hold_several_seats_of_one_table(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, tables=2)
        mate = Seatmate(hall)
        mate.take(1, 1)
        mate.take(1, 2)
        mate.ask(TakeSeat(2, SeatId(1)))
        assert mate.refusals == ["other_table"]
        started(hall)
        await turns()
        mate.submit(1, BRIEF)
        mate.submit(2, BRIEF)
        await turns()
        assert [answer.refusal for answer in mate.answers] == [None, None]
        assert mate.views[SeatId(2)].table.phase == "negotiate"
        hall.close()

    play(story)


def test_nobody_acts_before_the_facilitator_begins(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        mate.take(1, 1)
        mate.submit(1, BRIEF)
        (answer,) = mate.answers
        assert answer.refusal is not None
        assert answer.refusal.reason == Reason.PAUSED
        mate.ask(StartClass())
        assert mate.refusals == ["not_facilitator"]
        hall.close()

    play(story)


def test_bots_take_the_seats_that_are_free_when_play_begins(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        mate.take(1, 1)
        started(hall)
        await turns()
        while mate.views[SeatId(1)].table.phase != "over":
            mate.submit(1, onward(mate.views[SeatId(1)]))
            await asyncio.sleep(1)
        assert mate.views[SeatId(1)].room.played_by[0].seat == 2
        hall.close()

    play(story)


def test_nobody_acts_for_another_seat_or_in_the_hosts_name(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        one.take(1, 1)
        other.take(1, 2)
        started(hall)
        await turns()
        before = hall.tables[0].table.state
        one.submit(2, BRIEF)
        one.submit(1, BRIEF, "host-00001")
        await turns()
        assert [a.refusal.reason for a in one.answers if a.refusal] == [Reason.NOT_YOUR_SEAT] * 2
        assert hall.tables[0].table.state is before
        hall.close()

    play(story)


def test_a_dropped_laptop_shows_at_once_and_a_stand_in_sits_in_after_the_grace(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        token = one.take(1, 1)
        other.take(1, 2)
        started(hall)
        await turns()
        one.guest.lost()
        await turns()
        assert other.chairs(1) == ["away", "here"]
        await asyncio.sleep(80)
        assert hall.tables[0].table.state.players.get(SeatId(1)) is None
        await asyncio.sleep(15)
        assert hall.tables[0].table.state.players[SeatId(1)] == "stand_in"
        back = Seatmate(hall)
        back.ask(ReturnToSeat(token))
        (week,) = back.last(StandInTold).weeks
        assert week.round == 1
        await turns()
        assert hall.tables[0].table.state.players[SeatId(1)] == "person"
        assert back.views[SeatId(1)].me.seat == 1
        assert other.chairs(1) == ["here", "here"]
        hall.close()

    play(story)


def test_the_grace_is_at_most_a_third_of_the_phase(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, seconds=CLOCK)
        one = Seatmate(hall)
        one.take(1, 1)
        Seatmate(hall).take(1, 2)
        started(hall)
        await turns()
        one.guest.lost()
        await asyncio.sleep(18)
        assert SeatId(1) not in hall.tables[0].table.state.players
        await asyncio.sleep(4)
        assert hall.tables[0].table.state.players[SeatId(1)] == "stand_in"
        hall.close()

    play(story)


def test_a_seat_taken_up_on_another_laptop_is_gone_from_the_first(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        token = one.take(1, 1)
        other.ask(ReturnToSeat(token))
        assert one.refusals == ["seated_elsewhere"]
        assert one.hung_up
        await turns()
        assert other.chairs(1) == ["here", "free"]
        hall.close()

    play(story)


def test_a_seat_code_works_once_and_voids_the_old_token(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, new, late = Seatmate(hall), Seatmate(hall), Seatmate(hall)
        token = one.take(1, 1)
        leader = facilitator(hall)
        leader.ask(MakeSeatCode(1, SeatId(1)))
        code = leader.last(SeatCodeMade).code
        new.ask(ReturnByCode(code))
        assert new.last(SeatGiven).token != token
        late.ask(ReturnByCode(code))
        late.ask(ReturnToSeat(token))
        assert late.refusals == ["unknown_code", "unknown_token"]
        hall.close()

    play(story)


def test_who_guesses_tokens_is_shown_out(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        for guess in range(20):
            mate.ask(ReturnToSeat(f"{guess:032x}"))
        assert mate.hung_up
        assert len(mate.refusals) <= 11
        hall.close()

    play(story)


def test_who_floods_is_shown_out_and_the_others_play_on(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate, other = Seatmate(hall), Seatmate(hall)
        mate.take(1, 1)
        for _ in range(1000):
            mate.ask(Hello(1, "again"))
        assert mate.refusals == ["too_much"]
        assert mate.hung_up
        other.take(1, 2)
        await turns()
        assert other.chairs(1) == ["away", "here"]
        hall.close()

    play(story)


def test_only_the_key_leads(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        mate.ask(Lead("f" * 32))
        mate.ask(SetPace("step"))
        mate.ask(LookAt(1, SeatId(1)))
        mate.ask(AskTable(1, "leader-01", PausePlay(round=1, phase="brief")))
        assert mate.refusals == ["wrong_key", "not_facilitator", "not_facilitator", "not_facilitator"]
        mate.ask(Lead(KEY))
        assert [row.phase for row in mate.last(ConsoleTold).tables] == ["brief"]
        hall.close()

    play(story)


def test_what_is_asked_of_all_tables_is_asked_of_each_where_it_stands(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, tables=2)
        mates = [Seatmate(hall) for _ in range(4)]
        for number, mate in enumerate(mates):
            mate.take(number // 2 + 1, number % 2 + 1)
        leader = started(hall)
        await turns()
        for mate in mates[:2]:
            mate.submit(mate.last(SeatGiven).seat, BRIEF)
        await turns()
        store.commits.clear()
        leader.ask(AskTable(0, "leader-01", PausePlay(round=1, phase="brief")))
        await turns()
        assert len(store.commits) == 1
        assert [(a.table, a.refusal) for a in leader.all(TableAnswered)] == [(1, None), (2, None)]
        assert all(table.table.state.paused for table in hall.tables)
        hall.close()

    play(story)


def test_time_runs_out_for_who_does_nothing(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, seconds=CLOCK)
        mate = Seatmate(hall)
        mate.take(1, 1)
        Seatmate(hall).take(1, 2)
        started(hall)
        await turns()
        told = mate.last(ClockTold)
        assert (told.phase, told.running) == ("brief", True)
        await asyncio.sleep(61)
        assert phase(hall) == "brief", "last drafts are still coming in"
        await asyncio.sleep(3)
        assert phase(hall) == "negotiate"
        assert mate.last(ClockTold).phase == "negotiate"
        hall.close()

    play(story)


def test_a_pause_stops_the_clock_and_more_time_is_more_time(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, seconds=CLOCK)
        Seatmate(hall).take(1, 1)
        leader = started(hall)
        await turns()
        leader.ask(AskTable(1, "leader-01", PausePlay(round=1, phase="brief")))
        await asyncio.sleep(300)
        leader.ask(AskTable(1, "leader-02", ChangeTime(round=1, phase="brief", seconds=60)))
        leader.ask(AskTable(1, "leader-03", ResumePlay(round=1, phase="brief")))
        await asyncio.sleep(110)
        assert phase(hall) == "brief"
        await asyncio.sleep(20)
        assert phase(hall) == "negotiate"
        hall.close()

    play(story)


def test_in_step_the_first_table_waits_for_the_last(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, tables=2, pace="step")
        mates = [Seatmate(hall) for _ in range(4)]
        for number, mate in enumerate(mates):
            mate.take(number // 2 + 1, number % 2 + 1)
        leader = started(hall)
        await turns()
        for mate in mates[:2]:
            mate.submit(mate.last(SeatGiven).seat, BRIEF)
        await turns()
        assert hall.tables[0].table.state.paused
        await asyncio.sleep(1)
        assert leader.last(ConsoleTold).tables[0].waiting
        for mate in mates[2:]:
            mate.submit(mate.last(SeatGiven).seat, BRIEF)
        await turns()
        states = [table.table.state for table in hall.tables]
        assert [(state.phase, state.paused) for state in states] == [("negotiate", False)] * 2
        hall.close()

    play(story)


def test_after_a_kill_the_same_tokens_hold_and_play_resumes_paused(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, seconds=CLOCK)
        mate = Seatmate(hall)
        token = mate.take(1, 1)
        started(hall)
        await turns()
        mate.submit(1, BRIEF, "mate-once")
        await turns()
        hall._ticking.cancel()
        again = reopened(store)
        await turns()
        back = Seatmate(again)
        back.ask(ReturnToSeat(token))
        leader = facilitator(again)
        await turns()
        assert back.views[SeatId(1)].room.paused
        assert not back.last(ClockTold).running
        back.submit(1, BRIEF, "mate-once")
        await turns()
        assert back.answers[-1].refusal is None, "done before the kill, and answered the same"
        state = again.tables[0].table.state
        leader.ask(AskTable(0, "leader-01", ResumePlay(round=1, phase="brief")))
        await turns()
        assert not again.tables[0].table.state.paused
        assert state.round == 1
        again.close()

    play(story)


def test_a_bot_put_in_by_the_facilitator_stays_until_the_person_is_put_back(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        mate.take(1, 1)
        Seatmate(hall).take(1, 2)
        leader = started(hall)
        await turns()
        bot = SeatPlayer(round=1, phase="brief", seat=SeatId(1), player="collaborating")
        leader.ask(AskTable(1, "leader-01", bot))
        await asyncio.sleep(1)
        mate.submit(1, BRIEF)
        assert mate.answers[-1].refusal is not None
        leader.ask(AskTable(1, "leader-02", SeatPlayer(round=1, phase="brief", seat=SeatId(1), player="person")))
        await turns()
        assert hall.tables[0].table.state.players[SeatId(1)] == "person"
        hall.close()

    play(story)


def test_who_leaves_for_good_gives_the_seat_to_a_bot_and_a_latecomer_may_take_it(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, late = Seatmate(hall), Seatmate(hall)
        token = one.take(1, 1)
        Seatmate(hall).take(1, 2)
        started(hall)
        await turns()
        one.ask(LeaveSeat(SeatId(1)))
        await turns()
        assert hall.tables[0].table.state.players[SeatId(1)] == "collaborating"
        late.take(1, 1)
        await turns()
        assert hall.tables[0].table.state.players[SeatId(1)] == "person"
        one.ask(ReturnToSeat(token))
        assert one.refusals == ["unknown_token"]
        hall.close()

    play(story)


def test_the_facilitator_sees_as_a_seat_sees(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        leader = facilitator(hall)
        leader.ask(LookAt(1, SeatId(2)))
        assert leader.last(Seated).view.me.seat == 2
        leader.ask(LookAt(1, SeatId(0)))
        count = len(leader.told)
        Seatmate(hall).take(1, 1)
        leader.ask(StartClass())
        await turns()
        assert not [frame for frame in leader.told[count:] if isinstance(frame, Seated)]
        hall.close()

    play(story)


def test_a_table_rolled_back_begins_the_phase_again_with_its_time(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store, seconds=CLOCK)
        mate = Seatmate(hall)
        mate.take(1, 1)
        leader = started(hall)
        await asyncio.sleep(3)
        mate.submit(1, BRIEF)
        await asyncio.sleep(3)
        assert mate.views[SeatId(1)].table.phase == "negotiate"
        leader.ask(AskTable(1, "leader-01", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
        await turns()
        assert mate.views[SeatId(1)].table.phase == "brief"
        assert mate.last(ClockTold).seconds == pytest.approx(60, abs=2)
        hall.close()

    play(story)


def test_a_full_disk_is_told_and_nothing_is_lost(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        one.take(1, 1)
        other.take(1, 2)
        started(hall)
        await turns()
        store.broken = True
        name = one.submit(1, BRIEF)
        await turns()
        assert not one.answers[-1].stored
        store.broken = False
        one.submit(1, BRIEF, name)
        other.submit(2, BRIEF)
        await turns()
        assert one.answers[-1].stored
        assert hall.tables[0].table.state.phase == "negotiate"
        hall.close()

    play(story)


def test_a_call_for_help_reaches_the_facilitator_and_nobody_else(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        one.take(1, 1)
        other.take(1, 2)
        leader = started(hall)
        await turns()
        count = len(other.told)
        one.submit(1, SendMessage(round=1, phase="brief", to=ROOM, text="we are stuck"))
        await turns()
        assert [(call.table, call.seat, call.text) for call in leader.all(CallTold)] == [(1, 1, "we are stuck")]
        assert other.told[count:] == []
        assert facilitator(hall).all(CallTold) == leader.all(CallTold), "a window that is opened again has it too"
        hall.close()

    play(story)


def test_who_sits_down_is_told_which_seats_are_played_by_bots(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        mate = Seatmate(hall)
        mate.take(1, 1)
        started(hall)
        await turns()
        assert [held.holder for held in mate.last(Seated).holders] == ["person", "bot"]
        hall.close()

    play(story)


def test_who_comes_and_says_nothing_is_shown_out(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        silent, mate = Seatmate(hall, greets=False), Seatmate(hall)
        await asyncio.sleep(12)
        assert silent.hung_up
        assert not mate.hung_up
        hall.close()

    play(story)


def test_the_console_looks_a_few_times_a_second_and_the_lobby_is_told_at_once(play: Callable[[Play], None]) -> None:
    async def story(store: CountingClassStore) -> None:
        hall = opened(store)
        one, other = Seatmate(hall), Seatmate(hall)
        one.take(1, 1)
        leader = started(hall)
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
        hall.close()

    play(story)
