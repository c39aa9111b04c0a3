"""A line put before the table: who may, what everybody sees of it, and what the decision makes of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.events import SeatResumed
from sandgame.rules.ids import TABLE, CommitmentId, SeatId, SheetId
from sandgame.rules.log import decode, encode
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.scenario import Opens
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, PLAIN, SALES, SPECIAL, Table, workshop


def asked(round_: int = 1, give: i.Give | None = None) -> Table:
    """Sales asks Making for five plain products and a special one on sheet 1."""
    table = Table(workshop(flawless=True)).until("negotiate", round_)
    lines = (i.WantedLine(PLAIN, 5, round_ + 1), i.WantedLine(SPECIAL, 1, round_ + 1))
    table.done(SALES, i.SendSheet, provider=MAKING, lines=lines, give=give)
    return table


def declined() -> Table:
    table = asked()
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Decline(0, "own_priorities"),))
    return table


def escalate(table: Table, seat: SeatId = SALES, line: int = 0, sheet: int = 1) -> object:
    return table.ask(seat, i.EscalateLine, sheet=sheet, line=line, reason="the customer waits")


def decide(table: Table, *parts: i.Part, line: int = 0) -> object:
    return table.ask(TABLE, r.DecideLine, sheet=1, line=line, parts=parts)


def reason(outcome: object) -> Reason | None:
    return outcome.reason if isinstance(outcome, Refusal) else None


def test_everybody_sees_the_line_and_the_reasons_of_both_sides() -> None:
    table = declined()
    escalate(table)
    table.done(MAKING, i.AnswerEscalation, sheet=1, line=0, reason="three orders before it")
    for seat in table.state.seats:
        (seen,) = view(table.state, seat).room.escalations
        assert (seen.customer, seen.provider, seen.service, seen.terms) == (SALES, MAKING, PLAIN, (i.Part(5, 2),))
        assert (seen.by, seen.reason, seen.reply, seen.decided) == (
            SALES,
            "the customer waits",
            "three orders before it",
            None,
        )


@pytest.mark.parametrize("seat", [SALES, MAKING])
def test_either_side_may_put_an_open_line_before_the_table(seat: SeatId) -> None:
    assert reason(escalate(asked(), seat)) is None


def test_what_stands_on_the_table_is_gone_in_the_next_week_and_may_be_put_there_again() -> None:
    table = asked()
    escalate(table)
    table.until("negotiate", 2)
    assert view(table.state, BUYING).room.escalations == ()
    assert reason(escalate(table)) is None, "the line is still open"


def test_nobody_else_may_escalate_and_no_other_line_than_there_is() -> None:
    table = asked()
    assert reason(escalate(table, BUYING)) is Reason.NO_SUCH_SHEET
    assert reason(escalate(table, sheet=9)) is Reason.NO_SUCH_SHEET
    assert reason(escalate(table, line=2)) is Reason.NO_SUCH_LINE
    assert reason(table.until("plan").ask(SALES, i.EscalateLine, sheet=1, line=0)) is Reason.WRONG_PHASE


def test_what_is_settled_or_was_declined_last_week_is_not_escalated() -> None:
    table = asked()
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Accept(0), i.Decline(1, "other")))
    assert reason(escalate(table)) is Reason.NOTHING_TO_ESCALATE
    table.until("negotiate", 2)
    assert reason(escalate(table, line=1)) is Reason.NOTHING_TO_ESCALATE


def test_once_a_week_for_each_line_and_one_line_for_each_seat() -> None:
    table = asked()
    escalate(table)
    assert reason(escalate(table, MAKING)) is Reason.ALREADY_ESCALATED, "the line stands there already"
    assert reason(escalate(table, line=1)) is Reason.ALREADY_ESCALATED, "Sales has had its one"
    assert reason(escalate(table, MAKING, line=1)) is None


def test_what_was_left_to_the_two_may_be_put_there_again_by_who_has_not_had_its_one() -> None:
    table = asked()
    escalate(table)
    decide(table)
    assert reason(escalate(table)) is Reason.ALREADY_ESCALATED, "Sales has had its one"
    assert reason(escalate(table, MAKING)) is None
    first, again = view(table.state, BUYING).room.escalations
    assert (first.by, first.decided, again.by, again.decided) == (SALES, False, MAKING, None)
    table.done(SALES, i.AnswerEscalation, sheet=1, line=0, reason="we did talk")
    decide(table, i.Part(3, 2))
    first, again = view(table.state, BUYING).room.escalations
    assert (first.reply, first.decided, again.reply, again.decided) == (None, False, "we did talk", True)
    assert reason(escalate(table, MAKING)) is Reason.ALREADY_ESCALATED
    assert fold(decode(encode(event)) for event in table.log) == table.state


def test_before_the_rule_is_open_there_is_no_way_up() -> None:
    table = Table(replace(workshop(flawless=True), opens=(Opens("escalate", 2),))).until("negotiate")
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 2),))
    assert reason(escalate(table)) is Reason.RULE_NOT_OPEN
    assert reason(escalate(table.until("negotiate", 2))) is None


def test_the_other_side_is_called_back_to_answer() -> None:
    table = declined()
    table.done(MAKING, i.FinishPhase)
    assert SeatResumed(MAKING) in escalate(table)  # type: ignore[operator]
    assert MAKING not in table.state.finished


def test_only_the_other_side_answers_and_only_once() -> None:
    table = declined()

    def answer(seat: SeatId, line: int = 0) -> Reason | None:
        return reason(table.ask(seat, i.AnswerEscalation, sheet=1, line=line, reason="so it is"))

    assert answer(MAKING) is Reason.NOT_ESCALATED
    escalate(table)
    assert answer(SALES) is Reason.NOT_ESCALATED
    assert answer(DESIGN) is Reason.NO_SUCH_SHEET
    assert answer(MAKING, line=1) is Reason.NOT_ESCALATED
    assert answer(MAKING) is None
    assert answer(MAKING) is Reason.NOT_ESCALATED


def test_a_decision_makes_promises_on_its_terms_and_calls_both_sides_back() -> None:
    table = declined()
    escalate(table)
    for seat in (SALES, MAKING):
        table.done(seat, i.FinishPhase)
    events = decide(table, i.Part(2, 1), i.Part(2, 3))
    assert {SeatResumed(SALES), SeatResumed(MAKING)} <= set(events[1:])  # type: ignore[index]
    made = [(n, c.provider, c.units, c.due, c.state) for n, c in table.state.commitments.items()]
    assert made == [(1, MAKING, 2, 1, "open"), (2, MAKING, 2, 3, "open")]
    assert view(table.state, MAKING).threads.sheets[0].lines[0].state == "agreed"
    assert view(table.state, BUYING).room.escalations[0].decided is True
    table.until("plan")
    assert table.state.commitments[CommitmentId(1)].clarity == 50
    assert fold(decode(encode(event)) for event in table.log) == table.state


def test_without_terms_the_line_is_left_as_it_is() -> None:
    table = declined()
    escalate(table)
    table.done(MAKING, i.FinishPhase)
    decide(table)
    assert view(table.state, SALES).room.escalations[0].decided is False
    assert table.state.sheets[SheetId(1)].lines[0].state == "declined"
    assert not table.state.commitments
    assert MAKING in table.state.finished


def test_what_is_decided_is_decided_and_what_was_not_escalated_is_not() -> None:
    table = declined()
    assert reason(decide(table, i.Part(1, 2))) is Reason.NOT_ESCALATED
    escalate(table)
    decide(table)
    assert reason(decide(table, i.Part(1, 2))) is Reason.NOT_ESCALATED


def test_the_terms_have_to_be_possible_and_the_week_not_yet_settled() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(i.WantedLine(PARTS, 4, 2),))
    escalate(table, MAKING)
    assert decide(table, i.Part(4, 1)) == Refusal(Reason.DUE_TOO_EARLY, limit=2)
    assert decide(table, i.Part(4, 5)) == Refusal(Reason.DUE_TOO_LATE, limit=4)
    table.until("plan")
    assert reason(decide(table, i.Part(4, 2))) is Reason.WRONG_PHASE
    assert view(table.state, BUYING).room.escalations[0].decided is None, "nothing is forced"


def test_what_both_have_agreed_on_meanwhile_is_not_decided_against_them() -> None:
    table = asked()
    escalate(table)
    table.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    assert reason(decide(table, i.Part(2, 2))) is Reason.LINE_CLOSED
    assert reason(decide(table)) is None


def test_what_was_offered_in_return_does_not_come_with_a_decision() -> None:
    table = asked(give=i.GiveHours(3))
    escalate(table)
    decide(table, i.Part(5, 2))
    assert len(table.state.commitments) == 1
    assert not table.state.loans


def test_no_seat_decides() -> None:
    table = asked()
    escalate(table)
    assert reason(table.ask(MAKING, r.DecideLine, sheet=1, line=0, parts=())) is Reason.NOT_YOUR_SEAT
