"""Answers and refusals: small logs made by hand."""

import pytest
from msgspec.structs import replace

from sandgame.frames.marks import Piece, Worths
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import TABLE, ServiceId, SheetId
from sandgame.rules.scenario import Opens
from sandgame.scoring.record import Record
from sandgame.scoring.response import answered, refused
from tests.kit.evidence import said
from tests.kit.tables import DESIGN, DRAWING, MAKING, PLAIN, SALES, SPEC, Table, workshop


def table(flawless: bool = True) -> Table:
    return Table(workshop(flawless=flawless)).until("negotiate")


def ask(played: Table, units: int, due: int, service: ServiceId = PLAIN) -> SheetId:
    """Sales asks Making, or Making Design."""
    provider = played.state.scenario.service(service).provider
    customer = played.state.scenario.service(service).receivers[0]
    played.done(customer, i.SendSheet, provider=provider, lines=(i.WantedLine(service, units, due),))
    return max(played.state.sheets)


def say(played: Table, sheet: SheetId, answer: i.LineAnswer) -> None:
    played.done(played.state.sheets[sheet].provider, i.AnswerSheet, sheet=sheet, answers=(answer,))


def r1(played: Table) -> list[Piece]:
    return said(answered(Record(played.log), Worths()))


def r2(played: Table) -> list[Piece]:
    return said(refused(Record(played.log), Worths()))


# R1


@pytest.mark.parametrize("answer", [i.Accept(0), i.Counter(0, (i.Part(1, 2),)), i.Decline(0, "no_capacity")])
def test_any_answer_of_the_same_week_has_full_credit(answer: i.LineAnswer) -> None:
    played = table()
    say(played, ask(played, 2, 2), answer)
    (piece,) = r1(played.until("plan"))
    assert (piece.key, piece.credit, piece.seat) == ("answered", 1_000, MAKING)


def test_an_answer_a_week_later_has_half_and_none_has_none() -> None:
    played = table()
    sheet = ask(played, 2, 3)
    played.done(MAKING, i.FinishPhase)
    say(played.until("negotiate", 2), sheet, i.Accept(0))
    silent = ask(played, 1, 4)
    played.until("negotiate", 4)
    assert [(piece.key, piece.credit) for piece in r1(played)] == [("late", 500), ("silent", 0)]
    assert silent != sheet


def test_silence_of_a_seat_for_which_time_ended_before_it_said_anything_is_left_out() -> None:
    played = table()
    ask(played, 2, 2)
    assert r1(played.until("negotiate", 3)) == []


def test_a_line_that_was_taken_back_before_its_week_ended_wanted_no_answer() -> None:
    played = table()
    sheet = ask(played, 2, 2)
    played.done(MAKING, i.FinishPhase)
    played.done(SALES, i.WithdrawLine, sheet=sheet, line=0)
    assert r1(played.until("negotiate", 2)) == []


def test_what_the_room_or_the_standard_answered_is_no_answer_of_the_seat() -> None:
    played = table()
    sheet = ask(played, 2, 2)
    accept = i.AnswerSheet(round=1, phase="negotiate", sheet=sheet, answers=(i.Accept(0),))
    played.done(TABLE, r.ActFor, seat=MAKING, intent=accept)
    assert r1(played.until("plan")) == []


def test_restating_an_unclear_sheet_is_the_beginning_of_an_answer_and_of_a_clear_one_it_is_not() -> None:
    for flawless, credit in ((False, 1_000), (True, 500)):
        played = table(flawless)
        sheet = ask(played, 4, 3, DRAWING)
        played.done(DESIGN, i.RestateNeed, sheet=sheet)
        played.until("negotiate", 2)
        say(played, sheet, i.Accept(0))
        assert [piece.credit for piece in r1(played.until("negotiate", 4))] == [credit]


def test_restating_and_then_saying_nothing_is_no_answer() -> None:
    played = table(flawless=False)
    played.done(DESIGN, i.RestateNeed, sheet=ask(played, 4, 2, DRAWING))
    played.done(DESIGN, i.FinishPhase)
    assert [piece.key for piece in r1(played.until("negotiate", 4))] == ["silent"]


def test_what_is_needed_sooner_weighs_more_and_what_is_asked_too_early_or_for_nothing_least() -> None:
    weights = []
    for due in (1, 2, 3):
        played = table()
        say(played, ask(played, 4, due), i.Accept(0))
        weights += [piece.weight for piece in r1(played.until("plan"))]
    assert weights == [3_000, 2_000, 1_000]
    played = table()
    for units, due in ((4, 1), (5, 1), (1, 1)):  # for now, for an order that wants it in week 3, for nothing
        say(played, ask(played, units, due), i.Accept(0))
    assert [piece.weight for piece in r1(played.until("plan"))] == [3_000, 1_000, 1_000]


# R2


def checks(played: Table) -> tuple[int, int]:
    (piece,) = r2(played.until("plan"))
    found = dict(piece.numbers)
    return found["held"], found["checks"]


@pytest.mark.parametrize(
    ("units", "reason", "held"),
    [
        (9, "no_capacity", 2),  # 14 hours hold four: true, and in time
        (2, "no_capacity", 1),  # it fits
        (2, "own_priorities", 2),
        (9, "own_priorities", 1),  # it could not have done it whatever its priorities
        (2, "other", 1),
    ],
)
def test_a_reason_holds_if_it_is_what_stood_in_the_way(units: int, reason: i.DeclineReason, held: int) -> None:
    played = table()
    say(played, ask(played, units, 1), i.Decline(0, reason))
    assert checks(played) == (held, 3)


def test_a_counter_that_fits_where_the_request_did_not_is_the_best_refusal() -> None:
    played = table()
    say(played, ask(played, 9, 1), i.Counter(0, (i.Part(3, 1), i.Part(5, 2))))
    assert checks(played) == (3, 3)


def test_an_alternative_counts_as_far_as_it_offers_what_fits() -> None:
    played = table()
    say(played, ask(played, 9, 1), i.Counter(0, (i.Part(3, 1), i.Part(1, 2))))  # eight fit by then
    (piece,) = r2(played.until("plan"))
    assert piece.credit == (1_000 + 1_000 + 500) // 3


def test_where_nothing_fits_any_more_nobody_misses_an_alternative() -> None:
    played = table()
    played.promise(SALES, PLAIN, 20, 4)
    say(played, ask(played, 9, 4), i.Decline(0, "no_capacity"))
    assert checks(played) == (2, 2)


def test_a_counter_to_what_fitted_or_with_what_does_not_fit_is_less() -> None:
    played = table()
    say(played, ask(played, 3, 1), i.Counter(0, (i.Part(3, 2),)))
    assert checks(played) == (1, 3)
    played = table()
    say(played, ask(played, 9, 1), i.Counter(0, (i.Part(8, 1),)))
    assert checks(played) == (2, 3)


def test_where_there_are_no_counters_yet_nobody_misses_an_alternative() -> None:
    case = replace(workshop(flawless=True), opens=(Opens("counter", 3),))
    played = Table(case).until("negotiate")
    say(played, ask(played, 9, 1), i.Decline(0, "no_capacity"))
    assert checks(played) == (2, 2)


def test_an_acceptance_is_no_refusal_and_services_of_others_do_not_matter() -> None:
    played = table()
    say(played, ask(played, 2, 1), i.Accept(0))
    say(played, ask(played, 2, 2, DRAWING), i.Accept(0))
    assert r2(played.until("plan")) == []
    assert played.state.scenario.service(SPEC).provider == SALES
