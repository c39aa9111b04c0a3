"""The debrief of a class: made once when play ends, told to whom it concerns and nobody else, kept over a restart."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from sandgame.frames import debrief_wire
from sandgame.frames.classroom import (
    AskTable,
    EndClass,
    LeaveSeat,
    MoveSeat,
    ReturnByCode,
    ReturnToSeat,
    SeatGiven,
    StartClass,
    TakeSeat,
)
from sandgame.frames.debrief import (
    DebriefTold,
    Estimate,
    EvidenceNote,
    GatheredTold,
    Guess,
    HalfTimeTold,
    KeepDebrief,
    NextWeek,
    OwnNote,
    OwnSaid,
    PageTurned,
    Survey,
    TableDebriefTold,
    TakeAway,
    TurnPage,
    Vote,
)
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.marks import SCORING_VERSION
from sandgame.host.hall import Hall
from sandgame.host.table_time import GRACE
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import MarkMoment, PausePlay, ResumePlay
from sandgame.store.class_memory import MemoryClassStore
from sandgame.store.records import Answer
from tests.kit.classes import Lesson, Seatmate
from tests.kit.debriefed import DeskHere, a_class, again, at_rest, leading, played_out, seated
from tests.kit.rooms import swiftly

ONE, TWO = SeatId(1), SeatId(2)
KEYS = "0123456789abcdef" * 2
STAGES = ["first_page", "marked", "whole"]


class Debriefing:
    """A class of one table with people in two seats, and who leads it."""

    def __init__(self) -> None:
        self.store = MemoryClassStore()
        self.desk = DeskHere()
        self.hall = a_class(self.store, self.desk)
        self.leader = leading(self.hall)
        self.mates = seated(self.hall, 1, 1, 2)

    async def begin(self) -> None:
        self.leader.ask(StartClass())
        await asyncio.sleep(1)

    async def to_half_time(self) -> None:
        await self.begin()
        await played_out(self.mates, weeks=2)
        self.leader.ask(AskTable(0, "leader-0001", PausePlay(round=1, phase="brief")))
        await asyncio.sleep(1)
        self.leader.ask(TurnPage("half_time"))

    async def to_the_end(self) -> None:
        await self.begin()
        await played_out(self.mates)
        await at_rest(self.hall)

    def restart(self) -> DeskHere:
        self.hall.close()
        desk = DeskHere()
        self.hall = again(self.store, desk)
        return desk

    def keep(self, seat: SeatId, **what: Any) -> None:
        self.mates[seat].ask(KeepDebrief(seat, **what))


def lived(story: Callable[[Debriefing], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    def test() -> None:
        async def through() -> None:
            debriefing = Debriefing()
            await story(debriefing)
            debriefing.hall.close()

        swiftly(through())

    test.__name__, test.__qualname__, test.__module__ = story.__name__, story.__qualname__, story.__module__
    return test


def test_tables_of_bots_alone_have_a_debrief_too_and_it_comes_page_by_page() -> None:
    async def story() -> None:
        hall = a_class(MemoryClassStore(), desk := DeskHere(), tables=2)
        leader = leading(hall)
        leader.ask(StartClass())
        await asyncio.sleep(60)
        await at_rest(hall)
        told = leader.all(DebriefTold)
        assert told[0].tables == ()
        assert told[0].waiting == 1
        parts = [(one.table, one.awaits) for frame in told for one in frame.tables]
        for table in (1, 2):
            mine = [awaits for number, awaits in parts if number == table]
            assert mine == [("marks", "losses"), ("losses",), ()]
        assert told[-1].waiting == 0
        assert [row.table for row in told[-1].comparison.tables] == [1, 2]
        assert desk.done[:2] == ["first_page", "first_page"], "no first page waits for another table's losses"
        hall.close()

    swiftly(story())


@lived
async def test_all_losses_changes_and_the_result_add_up_to_the_best(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    (debrief,) = lesson.leader.last(DebriefTold).tables
    assert debrief.company is not None
    lost = sum(week.loss for week in debrief.weeks) - sum(change.change for change in debrief.changes)
    assert debrief.company.best - lost == debrief.company.result
    assert debrief.weeks[-1].still == debrief.company.result
    assert all(week.loss == week.table + week.departments + week.clarity for week in debrief.weeks)
    (shares,) = lesson.leader.last(DebriefTold).shares
    assert [sum(week.shares) for week in shares] == [week.departments for week in debrief.weeks]


@lived
async def test_a_seat_hears_its_own_page_and_of_others_nothing(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    for seat, mate in lesson.mates.items():
        told = mate.last(TableDebriefTold)
        assert [page.seat for page in told.own] == [seat]
        (own,) = told.own
        assert {fact.seat for fact in own.marks.facts} == {seat}
        pieces = [piece for mark in own.marks.marks for piece in mark.pieces]
        assert {piece.seat for piece in pieces} == {seat}
        assert {gauge.seat for mark in own.marks.marks for gauge in mark.gauges} <= {seat}
        assert all(mark.points is None and mark.level == "events" for mark in own.marks.marks)
        assert told.debrief.marks.facts == ()
        assert len(told.debrief.marks.marks) == 6
        assert {gauge.seat for mark in told.debrief.marks.marks for gauge in mark.gauges} <= {0}
        assert told.debrief.stories == ()
        assert not mate.all(DebriefTold), "shares are for who leads"


@lived
async def test_the_leader_has_the_marks_of_all_and_still_no_story_that_was_not_agreed_to(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    (debrief,) = lesson.leader.last(DebriefTold).tables
    assert {fact.seat for fact in debrief.marks.facts} == {1, 2}
    people = {1, 2}
    assert all(not people & {story.provider, story.customer} for story in debrief.stories)


def test_two_runs_make_the_same_bytes() -> None:
    async def run() -> bytes:
        lesson = Debriefing()
        await lesson.to_the_end()
        (table,) = lesson.hall.tables
        stored = {
            key: body for key, body in lesson.store._results.items() if key[:2] == (table.table.game, SCORING_VERSION)
        }
        lesson.hall.close()
        assert sorted(kind.partition(".")[0] for _, _, kind in stored) == ["debrief", "losses", "worths"]
        return b"\n".join(stored[key] for key in sorted(stored))

    one, other = swiftly(run()), swiftly(run())
    assert one == other


@lived
async def test_after_a_restart_it_is_read_and_not_made_again(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    assert lesson.desk.done == STAGES
    before = lesson.leader.last(DebriefTold)
    desk = lesson.restart()
    leader = leading(lesson.hall)
    assert leader.all(DebriefTold) == [before]
    await at_rest(lesson.hall)
    assert desk.done == []


@lived
async def test_a_host_that_was_broken_off_goes_on_where_it_was(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    last = lesson.leader.last(DebriefTold)
    results = lesson.store._results
    for key in [key for key in results if not key[2].startswith("worths")]:
        del results[key]
    desk = lesson.restart()
    leader = leading(lesson.hall)
    await at_rest(lesson.hall)
    assert desk.done == STAGES
    assert leader.last(DebriefTold) == last


@lived
async def test_who_comes_back_is_told_again(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    mate = Seatmate(lesson.hall)
    mate.take(1, 3)
    assert [page.seat for page in mate.last(TableDebriefTold).own] == [3]
    assert mate.all(GatheredTold)


@lived
async def test_a_seat_that_plays_without_being_scored_is_left_out_of_the_marks(lesson: Debriefing) -> None:
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    lesson.mates[TWO].ask(TakeSeat(1, TWO, scored=False))
    await lesson.to_the_end()
    (debrief,) = lesson.leader.last(DebriefTold).tables
    assert {fact.seat for fact in debrief.marks.facts} == {1}
    assert {left.seat for left in debrief.marks.left_out if left.asked} == {2}
    (own,) = lesson.mates[TWO].last(TableDebriefTold).own
    assert own.facts == ()
    assert own.suggestion is None


def left_out(lesson: Debriefing, seat: SeatId) -> set[int]:
    """Weeks that are not marked because somebody asked for it."""
    (debrief,) = lesson.leader.last(DebriefTold).tables
    return {left.round for left in debrief.marks.left_out if left.asked and left.seat == seat}


def weeks_of(lesson: Debriefing, seat: SeatId) -> set[int]:
    """Weeks of which a piece of this seat's own conduct speaks."""
    (debrief,) = lesson.leader.last(DebriefTold).tables
    pieces = [piece for mark in debrief.marks.of_team for piece in mark.pieces]
    return {piece.round for piece in pieces if piece.seat == seat}


@lived
async def test_what_somebody_played_who_is_not_scored_stays_unscored_whoever_goes_on(lesson: Debriefing) -> None:
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    lesson.mates[TWO].ask(TakeSeat(1, TWO, scored=False))
    await lesson.begin()
    await played_out(lesson.mates, weeks=2)
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    await asyncio.sleep(1)
    lesson.mates[TWO] = seated(lesson.hall, 1, 2)[TWO]
    await asyncio.sleep(1)
    await played_out(lesson.mates)
    await at_rest(lesson.hall)
    assert left_out(lesson, TWO) == {1, 2, 3}, "in the third week both sat there"
    assert not weeks_of(lesson, TWO) & {1, 2, 3}
    assert 4 in weeks_of(lesson, TWO)
    lesson.restart()
    lesson.leader = leading(lesson.hall)
    assert left_out(lesson, TWO) == {1, 2, 3}


@lived
async def test_who_comes_later_and_is_not_scored_takes_no_weeks_from_who_sat_there_before(lesson: Debriefing) -> None:
    await lesson.begin()
    await played_out(lesson.mates, weeks=2)
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    await asyncio.sleep(1)
    mate = lesson.mates[TWO] = Seatmate(lesson.hall)
    mate.ask(TakeSeat(1, TWO, scored=False))
    await asyncio.sleep(1)
    await played_out(lesson.mates)
    await at_rest(lesson.hall)
    assert left_out(lesson, TWO) == {3, 4}
    assert weeks_of(lesson, TWO) == {1, 2}


@lived
async def test_a_seat_that_was_left_before_play_began_is_scored_for_who_took_it(lesson: Debriefing) -> None:
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    lesson.mates[TWO].ask(TakeSeat(1, TWO, scored=False))
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    lesson.mates[TWO].ask(TakeSeat(1, TWO))
    await lesson.to_the_end()
    assert left_out(lesson, TWO) == set()


@lived
async def test_the_facilitator_turns_the_page_for_all_and_for_who_comes_later(lesson: Debriefing) -> None:
    await lesson.begin()
    lesson.leader.ask(TurnPage("guess"))
    assert lesson.leader.refusals == ["already_playing"]
    await played_out(lesson.mates)
    lesson.leader.ask(TurnPage("guess", revealed=True, pages=("opening", "guess", "take_away")))
    late = Seatmate(lesson.hall)
    for listener in (lesson.leader, *lesson.mates.values(), late):
        turned = listener.last(PageTurned)
        assert (turned.page, turned.place, turned.of, turned.revealed) == ("guess", 2, 3, True)
    lesson.leader.ask(TurnPage("class"))
    assert lesson.leader.last(PageTurned).place == 0
    lesson.mates[ONE].ask(TurnPage("opening"))
    assert lesson.mates[ONE].refusals == ["not_facilitator"]


@lived
async def test_where_the_class_stood_in_its_debrief_outlives_the_host(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.leader.ask(TurnPage("moments", True, 0, (1, 2), ("opening", "moments"), hidden_cards=(2,), moment=(7, 9)))
    stood = lesson.leader.last(PageTurned)
    assert (stood.place, stood.of, stood.revealed, stood.hidden_cards, stood.moment) == (2, 2, True, (2,), (7, 9))
    lesson.restart()
    for listener in (Seatmate(lesson.hall), leading(lesson.hall)):
        assert listener.all(PageTurned) == [stood]


@lived
async def test_a_moment_that_the_facilitator_opens_turns_nobody_elses_page(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.leader.ask(TurnPage("value"))
    lesson.leader.ask(TurnPage("value", moment=(7, 9)))
    assert lesson.leader.last(PageTurned).moment == (7, 9)
    assert [turned.moment for turned in lesson.mates[ONE].all(PageTurned)] == [()]


@lived
async def test_the_pause_at_half_time_outlives_the_host_as_long_as_it_lasts(lesson: Debriefing) -> None:
    await lesson.to_half_time()
    told = lesson.leader.last(HalfTimeTold)
    lesson.restart()
    leader = leading(lesson.hall)
    assert leader.last(PageTurned).page == "half_time"
    assert leader.last(HalfTimeTold) == told
    leader.ask(AskTable(0, "leader-0002", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    lesson.restart()
    assert not Seatmate(lesson.hall).all(PageTurned)


@lived
async def test_a_pause_where_the_class_is_halfway_is_the_pause_for_thought(lesson: Debriefing) -> None:
    await lesson.begin()
    lesson.leader.ask(AskTable(0, "leader-0001", PausePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    assert not lesson.leader.all(PageTurned), "in the first week a pause is a pause"
    lesson.leader.ask(AskTable(0, "leader-0002", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    half = lesson.hall.tables[0].table.state.half_time
    await played_out(lesson.mates, weeks=half)
    lesson.leader.ask(AskTable(0, "leader-0003", PausePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    for mate in (lesson.leader, *lesson.mates.values()):
        turned = mate.last(PageTurned)
        assert (turned.page, turned.place, turned.of) == ("half_time", 1, 1)
        assert mate.last(HalfTimeTold).round == half
    lesson.keep(ONE, next_week=NextWeek("两份图纸", "周三前给餐车"))
    assert [mate.last(GatheredTold).next_weeks for mate in lesson.mates.values()] == [1, 1]
    assert "图纸" not in repr(lesson.mates[TWO].all(GatheredTold))
    lesson.leader.ask(AskTable(0, "leader-0004", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    await played_out(lesson.mates)
    lesson.leader.ask(TurnPage("opening"))
    assert lesson.leader.last(PageTurned).of == 7, "the debrief has its own list of pages"


@lived
async def test_a_page_is_turned_though_it_cannot_be_stored(lesson: Debriefing) -> None:
    await lesson.to_the_end()

    def full(game: int, answers: Sequence[Answer]) -> None:
        raise FaultError(Fault.FULL, f"{game} {len(answers)}")

    lesson.store.gather = full  # type: ignore[method-assign]
    lesson.leader.ask(TurnPage("value"))
    assert lesson.mates[ONE].last(PageTurned).page == "value"


@lived
async def test_half_time_has_its_facts_at_a_pause_and_no_marks(lesson: Debriefing) -> None:
    await lesson.begin()
    await played_out(lesson.mates, weeks=2)
    lesson.leader.ask(TurnPage("half_time"))
    assert lesson.leader.refusals == ["already_playing"]
    lesson.leader.ask(AskTable(0, "leader-0001", PausePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    lesson.leader.ask(TurnPage("half_time"))
    for mate in (lesson.leader, *lesson.mates.values()):
        told = mate.last(HalfTimeTold)
        assert (told.table, told.round) == (1, 2)
        assert {fact.seat for fact in told.facts} == set(lesson.hall.tables[0].table.state.seats)
        assert mate.last(PageTurned).page == "half_time"
    late = seated(lesson.hall, 1, 3)[SeatId(3)]
    assert late.last(HalfTimeTold).facts == lesson.leader.last(HalfTimeTold).facts
    assert late.last(HalfTimeTold).said == (OwnSaid(SeatId(3)),)
    assert lesson.leader.last(HalfTimeTold).said == (), "who leads hears of no seat what it said of itself"
    assert leading(lesson.hall).all(HalfTimeTold)
    lesson.leader.ask(AskTable(0, "leader-0002", ResumePlay(round=1, phase="brief")))
    await asyncio.sleep(1)
    assert not Seatmate(lesson.hall).all(PageTurned), "who comes when play goes on has no page before it"


@lived
async def test_a_class_that_is_ended_early_has_a_debrief_of_what_was_played(lesson: Debriefing) -> None:
    await lesson.begin()
    await played_out(lesson.mates, weeks=2)
    assert not lesson.leader.all(DebriefTold)
    lesson.leader.ask(EndClass())
    await at_rest(lesson.hall)
    (debrief,) = lesson.leader.last(DebriefTold).tables
    assert (debrief.rounds, debrief.company, debrief.weeks, debrief.awaits) == (2, None, (), ())
    assert debrief.promises


@lived
async def test_a_class_that_is_ended_at_once_has_none(lesson: Debriefing) -> None:
    await lesson.begin()
    lesson.leader.ask(EndClass())
    await at_rest(lesson.hall)
    assert lesson.leader.last(DebriefTold).tables == ()
    assert lesson.leader.last(DebriefTold).waiting == 0


@lived
async def test_a_debrief_that_cannot_be_made_ends_no_class(lesson: Debriefing) -> None:
    asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
    lesson.desk.broken = True
    await lesson.to_the_end()
    assert lesson.leader.last(DebriefTold).waiting == 0
    lesson.leader.ask(TurnPage("opening"))
    assert lesson.leader.last(PageTurned).page == "opening"


@lived
async def test_bookmarks_are_told_to_who_leads(lesson: Debriefing) -> None:
    await lesson.begin()
    lesson.leader.ask(AskTable(1, "leader-0001", MarkMoment(round=1, phase="brief", note="看这里")))
    await played_out(lesson.mates)
    await at_rest(lesson.hall)
    (mark,) = lesson.leader.last(DebriefTold).bookmarks
    assert (mark.table, mark.round, mark.note) == (1, 1, "看这里")


# -- what is gathered


@lived
async def test_what_a_seat_answers_is_kept_and_told_to_its_table_without_whose_it_is(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(TWO, word="急", slider=70, guess=Guess(60, best=(ONE, TWO)), plus="trust", vote=Vote(0, 2))
    lesson.keep(ONE, word="等", delta="needs", vote=Vote(0, 2), take_away=TakeAway("请求", rule="先说再做"))
    lesson.keep(TWO, word="悟")
    told = lesson.mates[ONE].last(GatheredTold)
    assert told.words == ("悟", "等")
    assert (told.sliders, told.plus, told.delta) == ((70,), ("trust",), ("needs",))
    assert told.guesses == (Guess(60, best=(ONE, TWO)),)
    assert told.votes == ((0, 2, 2),)
    assert (told.take_aways, told.rules, told.seats) == (1, ("先说再做",), 2)
    assert lesson.leader.last(GatheredTold) == told
    lesson.restart()
    assert leading(lesson.hall).last(GatheredTold) == told


@lived
async def test_nobody_answers_for_another_seat(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.mates[ONE].ask(KeepDebrief(TWO, word="x"))
    assert lesson.mates[ONE].refusals == ["no_such_seat"]
    Seatmate(lesson.hall).ask(KeepDebrief(ONE, word="x"))
    assert lesson.store.gathered(lesson.hall.tables[0].table.game) == ()


@lived
async def test_a_survey_is_kept_apart_from_the_seat_and_only_counted(lesson: Debriefing) -> None:
    lesson.keep(ONE, survey=Survey(KEYS, "a", (1, 2, 3)))
    await lesson.to_the_end()
    answers = (6, 5, 4, 3, 2, 1, 0)
    lesson.keep(ONE, survey=Survey(KEYS, "b2", answers))
    lesson.keep(ONE, survey=Survey(KEYS, "b2", answers))
    (kept,) = lesson.store.surveys(lesson.hall.session, "b2")
    assert b'"seat"' not in kept
    for each in lesson.store.gathered(lesson.hall.tables[0].table.game):
        assert KEYS.encode() not in each.body, "a seat's own copy cannot be read, nor be told from which survey it is"
        assert b"6,5,4,3,2,1,0" not in each.body
    for mate in (lesson.leader, *lesson.mates.values()):
        assert mate.last(GatheredTold).surveys == 1
        assert b"6,5,4,3,2,1,0" not in b"".join(debrief_wire.encode(frame) for frame in mate.all(GatheredTold))


@lived
async def test_what_a_seat_said_of_itself_outlives_the_host_and_is_told_to_it_alone(lesson: Debriefing) -> None:
    lesson.keep(ONE, survey=Survey(KEYS, "a", (1, 2, 3)))
    await lesson.to_the_end()
    about_game = Survey(KEYS, "b2", (6, 5, 4))
    lesson.keep(ONE, survey=about_game, show=True)
    tokens = {seat: mate.last(SeatGiven).token for seat, mate in lesson.mates.items()}
    lesson.restart()
    back = {seat: Seatmate(lesson.hall) for seat in tokens}
    for seat, mate in back.items():
        mate.ask(ReturnToSeat(tokens[seat]))
    assert [mate.last(SeatGiven).surveyed for mate in back.values()] == [True, False]
    assert back[ONE].last(TableDebriefTold).said == (OwnSaid(ONE, show=True, survey=about_game),)
    assert back[TWO].last(TableDebriefTold).said == (OwnSaid(TWO),)
    back[ONE].ask(KeepDebrief(ONE, survey=Survey("f" * 32, "b2", (1, 1, 1))))
    assert len(lesson.store.surveys(lesson.hall.session, "b2")) == 1, "who fills it in again counts once"


WORK: dict[str, Any] = {
    "word": "急",
    "slider": 70,
    "guess": Guess(60, best=(ONE, TWO)),
    "plus": "trust",
    "delta": "needs",
    "take_away": TakeAway("请老王周三前回话", rule="先说再做"),
}


@lived
async def test_what_a_seat_handed_in_at_the_pages_comes_back_to_its_own_laptop_alone(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, **WORK, vote=Vote(0, 2), estimate=Estimate(0, 120))
    lesson.keep(ONE, vote=Vote(1, 1))
    lesson.keep(ONE, vote=Vote(0, 3), estimate=Estimate(0, 140))
    said = OwnSaid(ONE, **WORK, votes=(Vote(1, 1), Vote(0, 3)), estimates=(Estimate(0, 140),))
    tokens = {seat: mate.last(SeatGiven).token for seat, mate in lesson.mates.items()}
    for restarted in (False, True):
        if restarted:
            lesson.restart()
        back = {seat: Seatmate(lesson.hall) for seat in tokens}
        for seat, mate in back.items():
            mate.ask(ReturnToSeat(tokens[seat]))
        assert back[ONE].last(TableDebriefTold).said == (said,)
        assert back[TWO].last(TableDebriefTold).said == (OwnSaid(TWO),)


@lived
async def test_what_is_asked_at_half_time_comes_back_while_the_pause_lasts_and_after_play(lesson: Debriefing) -> None:
    await lesson.to_half_time()
    wanted = NextWeek("周三前给数", "周四前送到")
    lesson.keep(ONE, next_week=wanted)
    lesson.mates[ONE].guest.lost()
    back = Seatmate(lesson.hall)
    back.ask(ReturnToSeat(lesson.mates[ONE].last(SeatGiven).token))
    assert back.last(HalfTimeTold).said == (OwnSaid(ONE, next_week=wanted),)
    assert "周三前给数" not in repr([lesson.leader.told, lesson.mates[TWO].told])
    other = lesson.mates[TWO].guest
    other.lost()
    again = Seatmate(lesson.hall)
    again.ask(ReturnToSeat(lesson.mates[TWO].last(SeatGiven).token))
    assert again.last(HalfTimeTold).said == (OwnSaid(TWO),)


@lived
async def test_a_seat_code_brings_back_nothing_that_somebody_typed(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, **WORK)
    table = lesson.hall.tables[0]
    other = Seatmate(lesson.hall)
    other.ask(ReturnByCode(lesson.hall.roster.make_code(table, table.seating.chairs[ONE], watching=False)))
    assert other.last(TableDebriefTold).said == (OwnSaid(ONE),)
    other.ask(KeepDebrief(ONE, word="悟"))
    token = other.last(SeatGiven).token
    lesson.restart()
    back = Seatmate(lesson.hall)
    back.ask(ReturnToSeat(token))
    assert back.last(TableDebriefTold).said == (OwnSaid(ONE, word="悟"),)
    back.ask(LeaveSeat(ONE))
    anew = Seatmate(lesson.hall)
    anew.take(1, 1)
    assert anew.last(TableDebriefTold).said == (OwnSaid(ONE),)


def handed_in(hall: Hall, table: int) -> set[SeatId]:
    """The seats at which a copy of the survey before class lies."""
    kept = hall.debrief._gathering(hall.tables[table - 1])._kept if hall.debrief is not None else {}
    return {seat for seat, kind in kept if kind == "survey.a"}


def test_what_was_handed_in_before_class_goes_along_to_another_seat_and_stays_at_none() -> None:
    async def story() -> None:
        store = MemoryClassStore()
        hall = a_class(store, DeskHere(), tables=2)
        leader, mates = leading(hall), seated(hall, 1, 1, 2)
        for seat, key in ((ONE, KEYS), (TWO, "f" * 32)):
            mates[seat].ask(KeepDebrief(seat, survey=Survey(key, "a", (1, 2, 3))))
        leader.ask(MoveSeat(1, ONE, 2, TWO))
        leader.ask(MoveSeat(1, TWO, 1, ONE))
        assert (handed_in(hall, 1), handed_in(hall, 2)) == ({ONE}, {TWO})
        came = Seatmate(hall)
        came.take(1, 2)
        assert not came.last(SeatGiven).surveyed, "nothing of who sat there is left"
        tokens = [mates[seat].last(SeatGiven).token for seat in (ONE, TWO)]
        hall.close()
        hall = again(store, DeskHere())
        for token in tokens:
            back = Seatmate(hall)
            back.ask(ReturnToSeat(token))
            given = back.last(SeatGiven)
            assert given.surveyed, "who was moved is not asked twice"
            back.ask(KeepDebrief(given.seat, survey=Survey("e" * 32, "a", (4, 4, 4))))
        assert len(store.surveys(hall.session, "a")) == 2, "and counts once"
        hall.close()

    swiftly(story())


def test_who_is_moved_while_off_line_finds_what_was_handed_in() -> None:
    async def story() -> None:
        hall = a_class(MemoryClassStore(), DeskHere(), tables=2)
        leader, mates = leading(hall), seated(hall, 1, 1, 2)
        mates[ONE].ask(KeepDebrief(ONE, survey=Survey(KEYS, "a", (1, 2, 3))))
        token = mates[ONE].last(SeatGiven).token
        mates[ONE].guest.lost()
        leader.ask(MoveSeat(1, ONE, 2, ONE))
        assert (handed_in(hall, 1), handed_in(hall, 2)) == (set(), {ONE})
        back = Seatmate(hall)
        back.ask(ReturnToSeat(token))
        assert back.last(SeatGiven).surveyed
        hall.close()

    swiftly(story())


@lived
async def test_a_seat_code_tells_that_a_survey_was_handed_in_and_no_answer(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    about_game = Survey(KEYS, "b2", (6, 5, 4))
    lesson.keep(ONE, survey=about_game)
    table = lesson.hall.tables[0]
    chair = table.seating.chairs[ONE]
    code = lesson.hall.roster.make_code(table, chair, watching=False)
    other = Seatmate(lesson.hall)
    other.ask(ReturnByCode(code))
    assert other.last(TableDebriefTold).said == (OwnSaid(ONE, survey=Survey(KEYS, "b2", ())),)
    chair.secret = b"somebody else's"
    mate = Seatmate(lesson.hall)
    mate.take(1, 3)
    lesson.keep(TWO, note=EvidenceNote(7, "x"))
    assert [said.survey for said in lesson.mates[TWO].last(TableDebriefTold).said] == [None]


def pair_of(lesson: Debriefing) -> tuple[SeatId, SeatId] | None:
    """A link between the two departments that people play."""
    game = lesson.hall.tables[0].table.game
    for (of, _, kind), body in lesson.store._results.items():
        if of == game and kind.startswith("debrief"):
            stories = debrief_wire.read_made(body).debrief.stories
            links = [(SeatId(s.provider), SeatId(s.customer)) for s in stories]
            return next((link for link in links if set(link) == {ONE, TWO}), None)
    return None


@lived
async def test_a_story_is_told_when_both_departments_agree_and_taken_back_with_either(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    link = pair_of(lesson)
    assert link is not None

    def shown(mate: Seatmate) -> bool:
        return any((s.provider, s.customer) == link for s in mate.last(TableDebriefTold).debrief.stories)

    lesson.keep(ONE, consent=(*link, True))
    assert not shown(lesson.mates[ONE])
    assert lesson.mates[TWO].last(GatheredTold).consents == ((*link, ONE),)
    lesson.keep(TWO, consent=(*link, True))
    assert shown(lesson.mates[ONE])
    assert shown(lesson.mates[TWO])
    (debrief,) = lesson.leader.last(DebriefTold).tables
    assert any((s.provider, s.customer) == link for s in debrief.stories)
    lesson.keep(ONE, consent=(*link, False))
    assert not shown(lesson.mates[ONE])
    assert not shown(lesson.mates[TWO])


@lived
async def test_nothing_that_never_appears_is_in_any_frame(lesson: Debriefing) -> None:
    """No name, no token, no style of play: neither in what is told nor in what is stored."""
    await lesson.to_the_end()
    lesson.keep(ONE, word="词", take_away=TakeAway("请求甲", "看甲", "承诺乙", "看乙"))
    told = [frame for mate in (lesson.leader, *lesson.mates.values()) for frame in mate.told]
    news = [f for f in told if isinstance(f, DebriefTold | TableDebriefTold | GatheredTold | PageTurned)]
    said = repr(news) + repr(list(lesson.store._results.values()))
    for style in ("collaborating", "competing", "compromising", "accommodating", "avoiding"):
        assert style not in said
    for chair in lesson.hall.tables[0].seating.chairs.values():
        assert chair.token not in said
    assert "请求甲" not in said


def test_without_a_desk_nothing_is_made_and_nothing_breaks() -> None:
    async def story() -> None:
        lesson = Lesson()
        leader, mate = lesson.leader(), lesson.seated(1, 1)
        leader.ask(TurnPage("opening"))
        mate.ask(KeepDebrief(ONE, word="x"))
        assert leader.refusals == mate.refusals == []
        lesson.close()

    swiftly(story())


# -- a table on the big screen


@lived
async def test_a_table_is_shown_only_when_all_who_play_there_agreed(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.refusals == ["not_agreed"]
    lesson.keep(ONE, show=True)
    told = lesson.leader.last(GatheredTold)
    assert (told.shows, told.agreed, told.seats) == (1, False, 2)
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.refusals == ["not_agreed", "not_agreed"]
    assert not lesson.leader.all(PageTurned)
    lesson.keep(TWO, show=True)
    assert lesson.mates[ONE].last(GatheredTold).agreed
    lesson.leader.ask(TurnPage("value", table=1))
    assert {mate.last(PageTurned).table for mate in (lesson.leader, *lesson.mates.values())} == {1}


@lived
async def test_not_to_agree_is_told_to_nobody(lesson: Debriefing) -> None:
    """Whether somebody says no, or nothing at all, looks the same to the others and to who leads."""
    await lesson.to_the_end()
    lesson.keep(ONE, show=True)
    before = lesson.leader.last(GatheredTold)
    lesson.keep(TWO, show=False)
    assert lesson.leader.last(GatheredTold) == before
    assert lesson.mates[ONE].last(GatheredTold) == before


@lived
async def test_a_table_that_takes_it_back_leaves_the_big_screen_at_once(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    for seat in (ONE, TWO):
        lesson.keep(seat, show=True)
    lesson.leader.ask(TurnPage("value", revealed=True, table=1))
    lesson.keep(TWO, show=False)
    turned = lesson.leader.last(PageTurned)
    assert (turned.page, turned.revealed, turned.table) == ("value", True, 0)
    assert not lesson.leader.last(GatheredTold).agreed
    lesson.restart()
    assert leading(lesson.hall).last(PageTurned).table == 0


@lived
async def test_who_sits_down_later_has_not_agreed_yet(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    for seat in (ONE, TWO):
        lesson.keep(seat, show=True)
    lesson.leader.ask(TurnPage("value", table=1))
    Seatmate(lesson.hall).take(1, 3)
    assert lesson.leader.last(PageTurned).table == 0


def test_a_table_of_bots_alone_may_be_shown_and_one_that_is_not_there_may_not() -> None:
    async def story() -> None:
        hall = a_class(MemoryClassStore(), DeskHere())
        leader = leading(hall)
        leader.ask(StartClass())
        await asyncio.sleep(60)
        await at_rest(hall)
        leader.ask(TurnPage("value", table=1))
        assert leader.last(PageTurned).table == 1
        leader.ask(TurnPage("value", table=9))
        assert leader.refusals == ["not_agreed"]
        hall.close()

    swiftly(story())


@lived
async def test_who_went_home_is_waited_for_no_longer_and_is_said_to_be_away(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, show=True)
    lesson.mates[TWO].guest.lost()
    assert not lesson.leader.last(GatheredTold).agreed, "a line may come back"
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.refusals == ["not_agreed"]
    await asyncio.sleep(GRACE + 1)
    told = lesson.leader.last(GatheredTold)
    assert (told.shows, told.seats, told.away, told.agreed) == (1, 2, 1, True)
    assert lesson.mates[ONE].last(GatheredTold) == told
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.last(PageTurned).table == 1


@lived
async def test_who_went_before_the_debrief_began_is_not_waited_for_either(lesson: Debriefing) -> None:
    await lesson.begin()
    lesson.leader.ask(EndClass())
    lesson.mates[TWO].guest.lost()
    await asyncio.sleep(1)
    lesson.keep(ONE, show=True)
    assert not lesson.leader.last(GatheredTold).agreed
    await asyncio.sleep(GRACE + 1)
    assert lesson.leader.last(GatheredTold).agreed


@lived
async def test_who_comes_back_is_asked_and_until_then_the_table_is_taken_down(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    token = lesson.mates[TWO].last(SeatGiven).token
    lesson.keep(ONE, show=True)
    lesson.mates[TWO].guest.lost()
    await asyncio.sleep(GRACE + 1)
    lesson.leader.ask(TurnPage("value", table=1))
    Seatmate(lesson.hall).ask(ReturnToSeat(token))
    assert lesson.leader.last(PageTurned).table == 0
    assert not lesson.leader.last(GatheredTold).agreed


@lived
async def test_a_no_said_before_going_stands_and_looks_like_somebody_who_is_there(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, show=True)
    before = lesson.leader.last(GatheredTold)
    lesson.keep(TWO, show=False)
    lesson.mates[TWO].guest.lost()
    await asyncio.sleep(GRACE + 1)
    assert lesson.leader.last(GatheredTold) == before
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.refusals == ["not_agreed"]


@lived
async def test_where_nobody_is_there_any_more_all_had_to_agree(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, show=True)
    for mate in lesson.mates.values():
        mate.guest.lost()
    await asyncio.sleep(GRACE + 1)
    told = lesson.leader.last(GatheredTold)
    assert (told.shows, told.away, told.agreed) == (1, 0, False)


@lived
async def test_who_takes_a_seat_that_was_left_has_said_nothing_and_reads_nothing_of_who_left(
    lesson: Debriefing,
) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, show=True)
    lesson.keep(TWO, show=True, note=EvidenceNote(7, "x"), survey=Survey(KEYS, "b2", (6, 5, 4)), consent=(1, 2, True))
    assert lesson.leader.last(GatheredTold).agreed
    lesson.mates[TWO].ask(LeaveSeat(TWO))
    lesson.mates[TWO] = Seatmate(lesson.hall)
    lesson.mates[TWO].take(1, 2)
    told = lesson.mates[TWO].last(TableDebriefTold)
    assert (told.said, told.notes) == ((OwnSaid(TWO),), ())
    gathered = lesson.leader.last(GatheredTold)
    assert (gathered.agreed, gathered.shows, gathered.consents) == (False, 1, ())
    assert gathered.surveys == 1, "what was handed in without a seat stays"
    lesson.leader.ask(TurnPage("value", table=1))
    assert lesson.leader.refusals == ["not_agreed"]
    lesson.restart()
    assert not leading(lesson.hall).last(GatheredTold).agreed


@lived
async def test_who_comes_by_a_code_is_asked_anew_whether_the_table_may_be_shown(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    for seat in (ONE, TWO):
        lesson.keep(seat, show=True)
    lesson.leader.ask(TurnPage("value", table=1))
    table = lesson.hall.tables[0]
    code = lesson.hall.roster.make_code(table, table.seating.chairs[TWO], watching=False)
    other = Seatmate(lesson.hall)
    other.ask(ReturnByCode(code))
    assert other.last(TableDebriefTold).said == (OwnSaid(TWO),)
    assert not lesson.leader.last(GatheredTold).agreed
    assert lesson.leader.last(PageTurned).table == 0


# -- notes beside one's own evidence


@lived
async def test_a_note_goes_to_its_own_seat_and_to_nobody_else(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    others = len(lesson.mates[TWO].all(TableDebriefTold))
    lesson.keep(ONE, note=EvidenceNote(7, "当时还没有听说"))
    assert lesson.mates[ONE].last(TableDebriefTold).notes == (OwnNote(ONE, 7, "当时还没有听说"),)
    assert len(lesson.mates[TWO].all(TableDebriefTold)) == others
    assert "当时还没有听说" not in repr([lesson.leader.told, lesson.mates[TWO].told])
    lesson.keep(ONE, note=EvidenceNote(7, ""))
    assert lesson.mates[ONE].last(TableDebriefTold).notes == ()


@lived
async def test_a_note_outlives_the_host_and_goes_with_the_session(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.keep(ONE, note=EvidenceNote(7, "说明"), show=True)
    game = lesson.hall.tables[0].table.game
    lesson.restart()
    assert {each.kind for each in lesson.store.gathered(game)} >= {"note.7", "show"}
    lesson.store.delete(lesson.hall.session)
    assert lesson.store.gathered(game) == ()


@lived
async def test_the_goodbye_comes_only_after_the_end_and_outlives_the_host(lesson: Debriefing) -> None:
    await lesson.to_the_end()
    lesson.leader.ask(TurnPage("take_away", closed=True))
    assert not lesson.leader.last(PageTurned).closed, "nobody has ended the class"
    lesson.leader.ask(EndClass())
    lesson.leader.ask(TurnPage("take_away", closed=True))
    assert lesson.mates[ONE].last(PageTurned).closed
    lesson.restart()
    back = Seatmate(lesson.hall)
    assert back.last(PageTurned).closed
    leading(lesson.hall).ask(TurnPage("take_away"))
    assert not back.last(PageTurned).closed
