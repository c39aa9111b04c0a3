"""What stands beside the rounds: the map task, role questions, signs; and what an open table adds to telling."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.ids import ROOM, TABLE, SeatId
from sandgame.rules.neighbours import question_rounds
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.scenario import ExtraName, Scenario, Talk
from sandgame.rules.start import start
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, SPEC, SPECIAL, Table, workshop


def session(*extras: ExtraName, length: int = 4, talk: Talk = "desk", scenario: Scenario | None = None) -> Table:
    case = scenario or workshop(flawless=True)
    table = Table(case)
    table.log = list(start(case, "workshop", 0, length, talk, None, extras=extras))
    table.state = fold(table.log)
    return table


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


# the map


def mark(table: Table, seat: SeatId, serves: tuple[int, ...], served_by: tuple[int, ...]) -> object:
    return table.ask(seat, i.MarkMap, serves=serves, served_by=served_by)


def test_a_map_is_compared_with_who_serves_whom_and_its_seat_alone_sees_how_it_did() -> None:
    table = session("map_task")
    assert view(table.state, DESIGN).beside.map_task
    # Design serves Making, and Sales serves Design
    mark(table, DESIGN, (MAKING, BUYING, MAKING), ())
    marked = view(table.state, DESIGN).beside.map
    assert marked is not None
    assert (marked.serves, marked.found, marked.missed, marked.wrong) == ((BUYING, MAKING), 1, 1, 1)
    assert not view(table.state, DESIGN).beside.map_task
    assert view(table.state, MAKING).beside.map is None


def test_a_map_with_every_link_misses_nothing() -> None:
    table = session("map_task")
    mark(table, MAKING, (SALES,), (DESIGN, BUYING))
    marked = view(table.state, MAKING).beside.map
    assert marked is not None
    assert (marked.found, marked.missed, marked.wrong) == (3, 0, 0)


def test_the_map_is_marked_once_and_in_the_first_brief_only() -> None:
    table = session("map_task")
    mark(table, MAKING, (), ())
    assert reason(mark(table, MAKING, (SALES,), ())) is Reason.NO_MAP_TASK
    table.until("brief", 2)
    assert reason(mark(table, SALES, (DESIGN,), ())) is Reason.NO_MAP_TASK
    assert not view(table.state, SALES).beside.map_task
    assert reason(mark(session(), SALES, (DESIGN,), ())) is Reason.NO_MAP_TASK


def test_nobody_marks_itself_or_who_is_not_there() -> None:
    table = session("map_task")
    assert reason(mark(table, SALES, (SALES,), ())) is Reason.SAME_SEAT
    assert mark(table, SALES, (), (7,)) == Refusal(Reason.NO_SUCH_SEAT, place=7)
    assert reason(mark(table.until("negotiate"), SALES, (), ())) is Reason.WRONG_PHASE


# role questions


def answer(table: Table, seat: SeatId, about: SeatId, metric: str = "own_work", limit: str = "nothing") -> object:
    return table.ask(seat, i.AnswerRole, about=about, metric=metric, limit=limit)


@pytest.mark.parametrize(
    ("length", "rounds"), [(2, ()), (3, ()), (4, (3, 4)), (5, (3, 5)), (6, (3, 5)), (8, (4, 7)), (12, (5, 9))]
)
def test_questions_are_asked_at_one_third_and_at_two_thirds(length: int, rounds: tuple[int, ...]) -> None:
    assert question_rounds(length) == rounds


def test_each_seat_is_asked_about_one_neighbour_after_the_other() -> None:
    table = session("role_questions")
    asked = {}
    for week in (1, 2, 3, 4):
        table.until("brief", week)
        for seat in table.state.seats:
            question = view(table.state, seat).beside.question
            asked[week, seat] = None if question is None else question.about
    assert {asked[1, seat] for seat in table.state.seats} | {asked[2, seat] for seat in table.state.seats} == {None}
    assert [asked[3, seat] for seat in table.state.seats] == [DESIGN, SALES, MAKING, SALES]
    assert [asked[4, seat] for seat in table.state.seats] == [MAKING, MAKING, MAKING, DESIGN]


def test_right_or_wrong_shows_at_once_to_who_was_asked() -> None:
    table = session("role_questions").until("brief", 3)
    answer(table, SALES, DESIGN, "commitments_kept", "hours")
    question = view(table.state, SALES).beside.question
    assert question is not None
    assert question.answer is not None
    assert (question.answer.metric_right, question.answer.limit_right) == (False, False)
    answer(table, BUYING, MAKING, "setups", "nothing")
    question = view(table.state, BUYING).beside.question
    assert question is not None
    assert question.answer is not None
    assert (question.answer.metric_right, question.answer.limit_right) == (True, True)
    table.until("brief", 4)
    again = view(table.state, SALES).beside.question
    assert again is not None
    assert again.answer is None


def test_the_right_metric_is_among_four_and_told_only_with_the_answer() -> None:
    table = session("role_questions").until("brief", 3)
    asked = view(table.state, SALES).beside.question
    assert asked is not None
    assert (len(set(asked.options)), asked.metrics, asked.limit) == (4, (), None)
    answer(table, SALES, DESIGN, "commitments_kept", "hours")
    told = view(table.state, SALES).beside.question
    assert told is not None
    assert told.options == asked.options
    assert told.metrics
    assert set(told.metrics) <= set(asked.options)
    assert told.limit == "nothing"
    # what limits a neighbour later on is not told by looking again
    table.until("negotiate", 3)
    later = view(table.state, SALES).beside.question
    assert later is not None
    assert (later.metrics, later.limit) == (told.metrics, None)


def test_of_metrics_that_weigh_the_same_each_is_right() -> None:
    for metric, right in (("booked_revenue", False), ("own_work", True), ("satisfaction", True)):
        plain = workshop(flawless=True)
        department = plain.department(DESIGN)
        equal = (
            replace(department.metrics[0], weight=50),
            replace(department.metrics[1], kind="satisfaction", weight=50),
        )
        departments = (plain.departments[0], replace(department, metrics=equal), *plain.departments[2:])
        table = session("role_questions", scenario=replace(plain, departments=departments)).until("brief", 3)
        answer(table, SALES, DESIGN, metric)
        assert table.state.roles[SALES].metric_right is right


def limited(table: Table) -> str:
    """What Making is limited by in the Brief of week 3, as Buying finds out."""
    table.until("brief", 3)
    right = []
    for limit in ("hours", "inputs", "nothing"):
        before = table.state
        answer(table, BUYING, MAKING, limit=limit)
        right += [limit] if table.state.roles[BUYING].limit_right else []
        table.state = before
    (only,) = right
    return only


def owing(units: int, due: int) -> Table:
    """Making has promised plain products in week 1; it has parts for three."""
    table = session("role_questions").until("negotiate")
    table.promise(SALES, PLAIN, units, due)
    return table.until("plan")


def idle(table: Table) -> Table:
    """Making makes nothing until week 3."""
    for _ in (1, 2):
        table.done(MAKING, i.SubmitPlan, plan=i.Plan())
        table.until("plan", table.state.round + 1) if table.state.round < 2 else None
    return table


def test_a_neighbour_with_more_to_make_than_hours_is_limited_by_them() -> None:
    assert limited(idle(owing(6, 3))) == "hours"  # 6 × 3 + setup 2 of 14 − 4 hours


def test_a_neighbour_whose_inputs_are_neither_there_nor_promised_is_limited_by_them() -> None:
    table = session("role_questions").until("negotiate")
    table.promise(SALES, SPECIAL, 1, 3)
    assert limited(idle(table.until("plan"))) == "inputs"  # no drawing
    table = session("role_questions").until("negotiate")
    table.promise(SALES, SPECIAL, 1, 3)
    table.promise(MAKING, DRAWING, 1, 3)
    assert limited(idle(table.until("plan"))) == "nothing"


def test_what_is_due_later_limits_nobody_this_week() -> None:
    assert limited(idle(owing(9, 4))) == "nothing"


def test_only_what_is_asked_is_answered_and_only_once() -> None:
    table = session("role_questions").until("brief", 3)
    assert reason(answer(table, SALES, MAKING)) is Reason.NO_QUESTION
    assert reason(answer(table, SALES, DESIGN)) is None
    assert reason(answer(table, SALES, DESIGN)) is Reason.NO_QUESTION
    assert reason(answer(session().until("brief", 3), SALES, DESIGN)) is Reason.NO_QUESTION
    assert reason(answer(session("role_questions"), SALES, DESIGN)) is Reason.NO_QUESTION
    assert reason(answer(session("role_questions", length=3).until("brief", 3), SALES, DESIGN)) is Reason.NO_QUESTION


# signs


def test_a_sign_is_shown_to_all_at_any_time_until_it_is_changed_or_taken_away() -> None:
    table = session()
    table.done(SALES, i.ShowSignal, sign="loaded")
    table.until("plan", 2)
    assert [(s.seat, s.sign) for s in view(table.state, MAKING).room.signals] == [(SALES, "loaded")]
    table.done(SALES, i.ShowSignal, sign="stuck")
    assert [(s.seat, s.sign) for s in view(table.state, MAKING).room.signals] == [(SALES, "stuck")]
    table.done(SALES, i.ShowSignal, sign=None)
    assert view(table.state, MAKING).room.signals == ()


def test_the_same_sign_again_says_nothing() -> None:
    table = session()
    assert reason(table.ask(SALES, i.ShowSignal, sign=None)) is Reason.ALREADY_SO
    table.done(SALES, i.ShowSignal, sign="steady")
    assert reason(table.ask(SALES, i.ShowSignal, sign="steady")) is Reason.ALREADY_SO


# an open table


def test_at_an_open_table_what_was_said_aloud_is_entered_as_shared_and_marked_as_told() -> None:
    table = session(talk="open").until("negotiate")
    table.done(SALES, i.ShareFact, to=MAKING, fact=i.FactRef("order", 1), told=True)
    table.done(BUYING, i.ShareFact, to=TABLE, fact=i.FactRef("stock", PARTS))
    assert [fact.told for fact in table.state.facts] == [True, False]
    (order, _) = view(table.state, MAKING).threads.facts
    assert (order.fact.service, order.fact.units) == (PLAIN, 4)


def test_through_the_desk_nothing_was_told_that_is_not_entered() -> None:
    table = session().until("negotiate")
    outcome = table.ask(SALES, i.ShareFact, to=MAKING, fact=i.FactRef("order", 1), told=True)
    assert reason(outcome) is Reason.NOT_AT_THIS_TABLE
    assert not table.state.facts


@pytest.mark.parametrize("channel", ["quick", "written"])
def test_at_an_open_table_every_sheet_is_as_clear_as_a_meeting_and_costs_no_hour(channel: str) -> None:
    table = session(talk="open").until("negotiate")
    table.promise(DESIGN, SPEC, 1, 1, channel)
    assert reason(table.ask(DESIGN, i.ProposeMeeting, other=SALES)) is Reason.RULE_NOT_OPEN
    table.until("plan")
    assert [c.clarity for c in table.state.commitments.values()] == [90]
    assert table.state.hours[SALES].meetings == 0


def test_at_an_open_table_a_sheet_by_meeting_calls_for_no_meeting() -> None:
    table = session(talk="open").until("negotiate")
    wanted = (i.WantedLine(SPEC, 1, 1),)
    outcome = table.ask(DESIGN, i.SendSheet, provider=SALES, lines=wanted, channel="meeting")
    assert reason(outcome) is Reason.RULE_NOT_OPEN
    assert not table.state.meetings


# to whoever runs the room


def test_a_message_to_whoever_runs_the_room_is_seen_by_its_sender_and_by_no_other_seat() -> None:
    table = session()
    table.done(SALES, i.SendMessage, to=ROOM, text="we do not understand the pool")
    seen = {seat: [m.to for m in view(table.state, seat).threads.messages] for seat in table.state.seats}
    assert seen == {SALES: [ROOM], DESIGN: [], BUYING: [], MAKING: []}
    assert reason(table.ask(SALES, i.SendMessage, to=8, text="who is there")) is Reason.NO_SUCH_SEAT
    outcome = table.until("negotiate").ask(SALES, i.ShareFact, to=ROOM, fact=i.FactRef("order", 1))
    assert reason(outcome) is Reason.NO_SUCH_SEAT
