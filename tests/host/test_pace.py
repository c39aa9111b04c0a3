"""The clock of each table, and the common pace of a class: nobody runs ahead where all go together."""

import asyncio

import pytest

from sandgame.frames.classroom import (
    AskTable,
    ClockTold,
    ConsoleTold,
    SeatGiven,
    Seconds,
    SetPace,
    TableAnswered,
    TableRow,
    Welcome,
)
from sandgame.host.clock import COLLECTING
from sandgame.host.pace import behind_since
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import FinishPhase, Plan, SendMessage, SubmitPlan, TimeUp
from sandgame.rules.reason import Reason
from sandgame.rules.room_events import RolledBack
from sandgame.rules.room_intents import ChangeTime, PausePlay, ResumePlay, RollBack, ShortenSession
from tests.kit.classes import Lesson, Seatmate, by_the_loop, lived, turns
from tests.kit.shelf import shipped

BRIEF = FinishPhase(round=1, phase="brief")
EMPTY = Plan()
CLOCK = Seconds(60, 60, 60, 60, 60, 100)


def done(mates: list[Seatmate], phase: Phase = "brief") -> None:
    """All of them have finished the phase."""
    for mate in mates:
        mate.submit(mate.last(SeatGiven).seat, FinishPhase(round=1, phase=phase))


def phases(lesson: Lesson) -> list[tuple[str, bool]]:
    """Where each table stands, and whether it stands still."""
    states = [table.table.state for table in lesson.hall.tables]
    return [(state.phase, state.paused) for state in states]


async def row(leader: Seatmate, table: int) -> TableRow:
    """The table as the console has it a second later."""
    await asyncio.sleep(1)
    rows = [row for told in leader.all(ConsoleTold) for row in told.tables if row.table == table]
    return rows[-1]


@lived
async def test_time_runs_out_for_who_does_nothing(lesson: Lesson) -> None:
    lesson.open(seconds=CLOCK)
    mate = lesson.seated(1, 1)
    lesson.seated(1, 2)
    await lesson.begin()
    told = mate.last(ClockTold)
    assert (told.phase, told.running) == ("brief", True)
    await asyncio.sleep(61)
    assert lesson.state().phase == "brief", "last drafts are still coming in"
    await asyncio.sleep(3)
    assert lesson.state().phase == "negotiate"
    assert mate.last(ClockTold).phase == "negotiate"


@lived
async def test_a_pause_stops_the_clock_and_more_time_is_more_time(lesson: Lesson) -> None:
    lesson.open(seconds=CLOCK)
    lesson.seated(1, 1)
    leader = await lesson.begin()
    leader.ask(AskTable(1, "leader-01", PausePlay(round=1, phase="brief")))
    await asyncio.sleep(300)
    leader.ask(AskTable(1, "leader-02", ChangeTime(round=1, phase="brief", seconds=60)))
    leader.ask(AskTable(1, "leader-03", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(110)
    assert lesson.state().phase == "brief"
    await asyncio.sleep(20)
    assert lesson.state().phase == "negotiate"


@lived
async def test_in_step_the_first_table_waits_for_the_last(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    for mate in mates[:2]:
        mate.submit(mate.last(SeatGiven).seat, BRIEF)
    await turns()
    assert lesson.state().paused
    await asyncio.sleep(1)
    assert leader.last(ConsoleTold).tables[0].waiting
    for mate in mates[2:]:
        mate.submit(mate.last(SeatGiven).seat, BRIEF)
    await turns()
    states = [lesson.state(1), lesson.state(2)]
    assert [(state.phase, state.paused) for state in states] == [("negotiate", False)] * 2


@lived
async def test_a_table_rolled_back_begins_the_phase_again_with_its_time(lesson: Lesson) -> None:
    lesson.open(seconds=CLOCK)
    mate = lesson.seated(1, 1)
    leader = await lesson.begin()
    await asyncio.sleep(3)
    mate.submit(1, BRIEF)
    await asyncio.sleep(3)
    assert mate.views[SeatId(1)].table.phase == "negotiate"
    leader.ask(AskTable(1, "leader-01", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    await turns()
    assert mate.views[SeatId(1)].table.phase == "brief"
    assert mate.last(ClockTold).seconds == pytest.approx(60, abs=2)


@lived
async def test_by_the_clock_nobody_goes_on_before_time_is_up(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    await asyncio.sleep(10)
    done(mates)
    await turns()
    assert phases(lesson) == [("negotiate", True)] * 2
    assert (await row(leader, 1)).waiting
    await asyncio.sleep(45)
    assert phases(lesson) == [("negotiate", True)] * 2
    await asyncio.sleep(6)
    assert phases(lesson) == [("negotiate", False)] * 2
    assert mates[0].last(ClockTold).seconds == pytest.approx(60, abs=2), "the new phase has all of its time"


@lived
async def test_by_the_clock_a_pause_takes_no_time_and_more_time_is_more_for_who_is_done(lesson: Lesson) -> None:
    lesson.open(pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates)
    await turns()
    leader.ask(AskTable(0, "leader-01", PausePlay(round=1, phase="negotiate")))
    await asyncio.sleep(600)
    leader.ask(AskTable(0, "leader-02", ResumePlay(round=1, phase="negotiate")))
    await turns()
    assert phases(lesson) == [("negotiate", True)], "its time is not over"
    leader.ask(AskTable(0, "leader-03", ChangeTime(round=1, phase="negotiate", seconds=60)))
    await asyncio.sleep(110)
    assert phases(lesson) == [("negotiate", True)]
    await asyncio.sleep(12)
    assert phases(lesson) == [("negotiate", False)]
    assert mates[0].last(ClockTold).seconds == pytest.approx(60, abs=2)


@lived
async def test_by_the_clock_a_whole_week_takes_the_time_that_was_set_and_no_table_less(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="clock", seconds=Seconds(60, 120, 90, 30, 60, 150))
    mates = lesson.all_seated()
    await lesson.begin()
    began = asyncio.get_running_loop().time()
    for phase, seconds in zip(("brief", "negotiate", "plan", "deliver", "review"), (90, 180, 135, 45, 90), strict=True):
        assert [table.table.state.phase for table in lesson.hall.tables] == [phase, phase]
        assert mates[-1].last(ClockTold).seconds == pytest.approx(seconds, abs=2)
        begun = asyncio.get_running_loop().time()
        await asyncio.sleep(10)
        for mate in mates[:2]:
            mate.submit(mate.last(SeatGiven).seat, FinishPhase(round=1, phase=phase))  # type: ignore[arg-type]
        if phase == "plan":
            for mate in mates[:2]:
                mate.submit(mate.last(SeatGiven).seat, SubmitPlan(round=1, phase="plan", plan=EMPTY))
        await turns()
        while lesson.state(2).phase == phase:
            await asyncio.sleep(1)
        assert asyncio.get_running_loop().time() - begun == pytest.approx(seconds + COLLECTING, abs=3), phase
        await asyncio.sleep(1)
    assert lesson.state(1).round == lesson.state(2).round == 2
    assert asyncio.get_running_loop().time() - began == pytest.approx(540, abs=30)


@lived
async def test_by_the_clock_an_early_table_still_waits_after_a_restart(lesson: Lesson) -> None:
    lesson.clock = by_the_loop
    lesson.open(tables=2, pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    await lesson.begin()
    await asyncio.sleep(10)
    done(mates[2:])
    await asyncio.sleep(10)
    mates[0].submit(1, SendMessage(round=1, phase="brief", to=SeatId(2), text="Still here"))
    await turns()
    lesson.kill()
    await asyncio.sleep(600)
    leader = lesson.leader()
    leader.ask(AskTable(0, "leader-01", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    assert phases(lesson) == [("brief", False), ("negotiate", True)]
    assert (await row(leader, 2)).waiting, "it is held, and not paused by anybody"
    leader.ask(AskTable(1, "leader-02", TimeUp(round=1, phase="brief")))
    await asyncio.sleep(30)
    assert phases(lesson)[1] == ("negotiate", True), "twenty of its sixty seconds were gone"
    await asyncio.sleep(12)
    assert phases(lesson)[1] == ("negotiate", False)


@lived
async def test_in_step_whoever_was_ahead_is_held_again_after_a_restart_and_not_left_paused(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    await lesson.begin()
    done(mates[2:])
    await turns()
    lesson.kill()
    await turns()
    leader = lesson.leader()
    leader.ask(AskTable(0, "leader-01", ResumePlay(round=1, phase="brief")))
    assert (await row(leader, 2)).waiting
    leader.ask(AskTable(1, "leader-02", TimeUp(round=1, phase="brief")))
    await turns()
    assert phases(lesson) == [("negotiate", False)] * 2


@lived
async def test_by_the_clock_the_facilitator_may_move_on_before(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates[:2])
    await turns()
    leader.ask(AskTable(0, "leader-01", TimeUp(round=1, phase="brief")))
    await turns()
    assert phases(lesson) == [("negotiate", False)] * 2


@lived
async def test_by_the_clock_a_phase_that_all_left_early_may_be_ended_and_the_next_one_begins_whole(
    lesson: Lesson,
) -> None:
    lesson.open(tables=2, pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates)
    await turns()
    assert phases(lesson) == [("negotiate", True)] * 2
    for table in (1, 2):
        leader.ask(AskTable(table, f"leader-{table}", TimeUp(round=1, phase="brief")))
    await asyncio.sleep(1.5)
    assert phases(lesson) == [("negotiate", False)] * 2
    assert mates[0].last(ClockTold).seconds == pytest.approx(60, abs=2)


@lived
async def test_by_the_clock_without_a_clock_all_go_together(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="clock")
    mates = lesson.all_seated()
    await lesson.begin()
    done(mates[:2])
    await turns()
    assert phases(lesson) == [("negotiate", True), ("brief", False)]
    done(mates[2:])
    await turns()
    assert phases(lesson) == [("negotiate", False)] * 2


@lived
async def test_who_may_go_on_by_themselves_again_is_let_go(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates[:2])
    await turns()
    leader.ask(SetPace("each"))
    await turns()
    assert phases(lesson) == [("negotiate", False), ("brief", False)]


@lived
async def test_going_on_after_a_pause_lets_nobody_run_ahead(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates[:2])
    await turns()
    leader.ask(AskTable(0, "leader-01", PausePlay(round=1, phase="brief")))
    await turns()
    assert [answer.refusal for answer in leader.all(TableAnswered)] == [None, None], "that it was held is no refusal"
    assert not (await row(leader, 1)).waiting
    leader.ask(AskTable(0, "leader-02", ResumePlay(round=1, phase="brief")))
    await turns()
    assert phases(lesson) == [("negotiate", True), ("brief", False)]
    assert (await row(leader, 1)).waiting


@lived
async def test_a_table_rolled_back_goes_by_itself_until_it_has_caught_up(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates)
    await turns()
    leader.ask(AskTable(1, "leader-01", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    assert (await row(leader, 1)).own_clock
    done(mates[2:], "negotiate")
    await turns()
    assert phases(lesson) == [("brief", False), ("plan", False)], "nobody waits for it"
    done(mates[:2])
    await turns()
    assert (await row(leader, 1)).own_clock
    done(mates[:2], "negotiate")
    await turns()
    assert phases(lesson) == [("plan", False)] * 2
    assert not (await row(leader, 1)).own_clock


@lived
async def test_by_the_clock_who_has_caught_up_holds_up_nobody(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="clock", seconds=CLOCK)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    leader.ask(AskTable(0, "leader-01", TimeUp(round=1, phase="brief")))
    await asyncio.sleep(1)
    leader.ask(AskTable(1, "leader-02", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    await asyncio.sleep(1)
    done(mates[:2])
    await asyncio.sleep(5)
    assert phases(lesson) == [("negotiate", False)] * 2
    assert not (await row(leader, 1)).own_clock


@lived
async def test_a_class_rolled_back_together_stays_together(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates)
    await turns()
    leader.ask(AskTable(0, "leader-01", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    assert not (await row(leader, 1)).own_clock
    done(mates[:2])
    await turns()
    assert phases(lesson) == [("negotiate", True), ("brief", False)]


@lived
async def test_a_table_that_was_held_and_is_rolled_back_plays(lesson: Lesson) -> None:
    lesson.open(tables=2, pace="step")
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates[:2])
    await turns()
    leader.ask(AskTable(1, "leader-01", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    await turns()
    assert phases(lesson) == [("brief", False)] * 2


def test_where_a_table_was_rolled_back_to_is_on_its_log() -> None:
    brief, negotiate, plan = (PhaseStarted(1, phase) for phase in ("brief", "negotiate", "plan"))
    back = RolledBack(1, "brief", 0, 0, 0, ())
    log: list[Event] = [brief, negotiate, plan]
    assert behind_since(log) is None
    assert behind_since([*log, back]) == (1, 0)
    assert behind_since([*log, back, negotiate, back]) == (1, 0)
    assert behind_since([*log, back, negotiate]) == (1, 0)
    assert behind_since([*log, back, negotiate, plan]) is None


@lived
async def test_what_is_asked_of_the_class_in_one_stage_is_refused_where_that_is_past(lesson: Lesson) -> None:
    """A question may stay open while the tables go on by themselves."""
    lesson.open(tables=2)
    mates = lesson.all_seated()
    leader = await lesson.begin()
    done(mates)
    await turns()
    leader.ask(AskTable(0, "leader-01", TimeUp(round=1, phase="brief")))
    leader.ask(AskTable(0, "leader-02", RollBack(round=1, phase="brief", to_round=1, to_phase="brief")))
    await turns()
    assert phases(lesson) == [("negotiate", False)] * 2
    answers = [(answer.id, answer.table, answer.refusal.reason) for answer in leader.all(TableAnswered)
               if answer.refusal is not None]  # fmt: skip
    assert answers == [(name, table, Reason.WRONG_PHASE) for name in ("leader-01", "leader-02") for table in (1, 2)]


@lived
async def test_a_shortened_class_stays_short_for_everybody_also_where_a_table_is_taken_back(lesson: Lesson) -> None:
    lesson.open(tables=2, package=shipped("factory-class"))
    lesson.all_seated()
    leader = await lesson.begin()
    whole = lesson.state().length
    leader.ask(AskTable(0, "leader-01", TimeUp(round=1, phase="brief")))
    leader.ask(AskTable(0, "leader-02", ShortenSession(round=1, phase="negotiate", length=2)))
    await turns()
    assert [(await row(leader, table)).length for table in (1, 2)] == [2, 2]
    assert lesson.mate().last(Welcome).length == 2, "who comes now is told so too"
    assert lesson.store.past_classes()[0].length == 2
    leader.ask(AskTable(1, "leader-03", RollBack(round=1, phase="negotiate", to_round=1, to_phase="brief")))
    await turns()
    assert lesson.state(1).phase == "brief"
    assert whole > 2
    assert [(await row(leader, table)).length for table in (1, 2)] == [2, 2]
    lesson.kill()
    await turns()
    leader = lesson.leader()
    assert {each.length for told in leader.all(ConsoleTold) for each in told.tables} == {2}
    assert lesson.store.past_classes()[0].length == 2
