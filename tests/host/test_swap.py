"""Two seats of a running class change places: people stay at their laptops and sit in the other's department."""

import asyncio

from sandgame.frames.classroom import (
    AskTable,
    ClockTold,
    LeaveSeat,
    LobbyTold,
    MakeSeatCode,
    ReceiptTold,
    ReturnByCode,
    ReturnToSeat,
    SeatCodeMade,
    SeatGiven,
    TableAnswered,
    WordsCame,
)
from sandgame.frames.seat import Seated
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, TimeUp
from sandgame.rules.room_intents import SwapSeats, TellTable
from sandgame.rules.view import view
from tests.kit.classes import Lesson, Seatmate, lived, turns
from tests.kit.shelf import shipped

ONE, TWO = SeatId(1), SeatId(2)


class Swapped:
    """Two people at a table, and the facilitator who had them change places at half time; now in the week after."""

    def __init__(self, lesson: Lesson, one: Seatmate, two: Seatmate, leader: Seatmate) -> None:
        self.lesson, self.one, self.two, self.leader = lesson, one, two, leader
        self.token = one.all(SeatGiven)[0].token
        self._asked = 0

    def ask(self, intent: object) -> None:
        self._asked += 1
        self.leader.ask(AskTable(1, f"leader-{self._asked:03}", intent))  # type: ignore[arg-type]


async def swapped(lesson: Lesson) -> Swapped:
    lesson.open(package=shipped("starter"))
    one, two = lesson.seated(1, 1), lesson.seated(1, 2)
    leader = await lesson.begin()
    story = Swapped(lesson, one, two, leader)
    half = lesson.state().half_time
    for _ in range(5 * half - 1):
        story.ask(TimeUp(round=lesson.state().round, phase=lesson.state().phase))
        await turns()
    assert (lesson.state().round, lesson.state().phase) == (half, "review")
    story.ask(SwapSeats(round=half, phase="review", one=ONE, other=TWO))
    story.ask(TimeUp(round=half, phase="review"))
    await turns()
    assert all(answer.refusal is None for answer in leader.all(TableAnswered))
    assert lesson.state().round == half + 1
    return story


@lived
async def test_each_sees_the_other_department_at_the_own_laptop_and_plays_it(lesson: Lesson) -> None:
    story = await swapped(lesson)
    assert (story.one.last(Seated).seat, story.two.last(Seated).seat) == (TWO, ONE)
    assert story.one.views[TWO] == view(lesson.state(), TWO)
    done = FinishPhase(round=lesson.state().round, phase="brief")
    story.one.submit(1, done)
    assert story.one.answers[-1].refusal is not None, "that is the other's seat now"
    story.one.submit(2, done)
    await turns()
    assert story.one.answers[-1].refusal is None
    assert TWO in lesson.state().finished
    assert ONE not in lesson.state().finished
    assert story.one.last(ClockTold).round == lesson.state().round


@lived
async def test_who_drops_out_after_it_comes_back_to_where_they_sit_now(lesson: Lesson) -> None:
    story = await swapped(lesson)
    story.one.guest.lost()
    await turns()
    back = lesson.mate()
    back.ask(ReturnToSeat(story.token))
    assert back.last(SeatGiven).seat == TWO
    assert back.views[TWO] == view(lesson.state(), TWO)
    lesson.kill()
    await turns()
    again, leader = lesson.mate(), lesson.leader()
    leader.ask(MakeSeatCode(1, TWO))
    again.ask(ReturnByCode(leader.last(SeatCodeMade).code))
    assert again.last(SeatGiven).seat == TWO, "after a restart too, and by a code"


@lived
async def test_words_to_a_seat_reach_who_sits_there_now(lesson: Lesson) -> None:
    story = await swapped(lesson)
    state = lesson.state()
    story.ask(TellTable(round=state.round, phase=state.phase, to=TWO, text="To the second department"))
    await turns()
    assert story.one.views[TWO].beside.told[-1].text == "To the second department"
    assert story.two.views[ONE].beside.told == ()
    story.one.ask(WordsCame(TWO, 1))
    assert story.leader.last(ReceiptTold).came == (TWO,)


@lived
async def test_who_gives_up_the_seat_that_was_taken_leaves_the_one_that_is_held(lesson: Lesson) -> None:
    story = await swapped(lesson)
    story.one.ask(LeaveSeat(ONE))
    await asyncio.sleep(1)
    assert "no_such_seat" not in story.one.refusals
    assert lesson.state().players[TWO] != "person"
    assert ONE not in lesson.state().players
    chairs = [(seat.seat, seat.chair) for seat in story.leader.last(LobbyTold).tables[0].seats]
    assert chairs[:2] == [(ONE, "here"), (TWO, "free")]
