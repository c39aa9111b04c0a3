"""The log read once: whose doing each event was, and which weeks of which seats count."""

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import TABLE, SeatId, SheetId
from sandgame.scoring.record import Record
from tests.kit.evidence import unscored
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, PLAIN, SALES, Table, workshop


def table() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def read(played: Table, *left_out: SeatId) -> Record:
    return Record(played.log, unscored(*left_out))


def answer(sheet: SheetId) -> i.AnswerSheet:
    return i.AnswerSheet(round=1, phase="negotiate", sheet=sheet, answers=(i.Accept(0),))


def ask_making(played: Table, units: int = 2, due: int = 1) -> SheetId:
    wanted = (i.WantedLine(PLAIN, units, due),)
    played.done(SALES, i.SendSheet, provider=MAKING, lines=wanted)
    return max(played.state.sheets)


def test_steps_bear_the_numbers_of_the_log_and_what_was_rolled_back_is_not_among_them() -> None:
    played = table()
    played.promise(SALES, PLAIN, 2, 1)
    played.until("plan")
    played.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    played.promise(SALES, PLAIN, 3, 2)
    record = read(played)
    assert all(played.log[step.number] is step.event for step in record.steps)
    (promise,) = record.promises.values()
    assert record.promise(promise).units == 3
    assert promise.made.number > next(n for n, x in enumerate(played.log) if type(x).__name__ == "RolledBack")


def test_an_event_is_the_doing_of_a_seat_of_the_room_of_time_or_of_the_rules() -> None:
    played = table()
    first = ask_making(played)
    played.done(TABLE, r.ActFor, seat=MAKING, intent=answer(first))
    second = ask_making(played)
    played.done(MAKING, i.AnswerSheet, sheet=second, answers=(i.Accept(0),))
    played.until("deliver")
    doers = [(step.by, step.doer) for step, _ in read(played).of(e.SheetAnswered)]
    assert doers == [(MAKING, "room"), (MAKING, "seat")]
    assert {step.doer for step, _ in read(played).of(e.PlanSubmitted)} == {"time"}
    assert {step.doer for step, _ in read(played).of(e.Delivered)} == {"rules"}


def test_the_meeting_that_a_sheet_of_the_room_proposes_is_the_rooms_too() -> None:
    played = table()
    sheet = i.SendSheet(
        round=1, phase="negotiate", provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 1),), channel="meeting"
    )
    played.done(TABLE, r.ActFor, seat=SALES, intent=sheet)
    ((proposed, _),) = read(played).of(e.MeetingProposed)
    assert proposed.doer == "room"


def test_a_week_in_which_a_bot_or_the_stand_in_held_the_seat_for_some_time_does_not_count() -> None:
    played = table()
    played.done(TABLE, r.SeatPlayer, seat=MAKING, player="stand_in")
    played.done(TABLE, r.SeatPlayer, seat=MAKING, player="person")
    played.until("negotiate", 2)
    record = read(played)
    assert (record.plays(MAKING, 1), record.plays(MAKING, 2), record.plays(SALES, 1)) == (False, True, True)
    assert record.by_others() == ((MAKING, 1),)


def test_a_seat_that_plays_without_being_scored_does_not_count_at_all() -> None:
    record = read(table(), DESIGN)
    assert not record.plays(DESIGN, 1)
    assert record.plays(SALES, 1)


def test_silence_counts_only_of_who_said_something_or_said_to_be_done() -> None:
    played = table()
    ask_making(played)
    played.done(DESIGN, i.FinishPhase)
    played.until("plan")
    record = read(played)
    assert {seat: record.speaks(seat, 1) for seat in record.seats} == {
        SALES: True,
        DESIGN: True,
        BUYING: False,
        MAKING: False,
    }


def test_a_promise_tells_who_gave_its_word_and_when_what_came() -> None:
    played = table()
    sheet = ask_making(played, 4, 1)
    played.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(i.Counter(0, (i.Part(2, 1), i.Part(2, 2))),))
    played.done(SALES, i.AnswerSheet, sheet=sheet, answers=(i.Accept(0),))
    played.until("negotiate", 2).promise(MAKING, PARTS, 1, 3)
    played.until("negotiate", 3)
    record = read(played)
    first, second, parts = record.promises.values()
    assert first.word is not None
    assert (first.word.by, first.made.by) == (MAKING, SALES)
    assert (first.came, second.came, parts.came) == ([(1, 2)], [(1, 1), (2, 1)], [(2, 1)])
    assert record.lines[record.promise(first).sheet, 0].agreed == [1, 2]
