"""Promises kept, what could be promised and was, warnings in time: small logs made by hand."""

import pytest

from sandgame.frames.marks import Indicator, Piece, Worths
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.ids import TABLE, SeatId, SheetId
from sandgame.scoring.record import Record
from sandgame.scoring.trust import covered, fulfilment, kept, warned
from tests.kit.evidence import said, unscored
from tests.kit.tables import MAKING, PARTS, PLAIN, SALES, Table, workshop

READ = {"T1": kept, "T2": covered, "T3": warned}


def table() -> Table:
    """Making has 14 hours and parts for three; a PLAIN takes 3 hours, and 2 once a week."""
    return Table(workshop(flawless=True)).until("negotiate")


def pieces(played: Table, indicator: Indicator, *left_out: SeatId) -> list[Piece]:
    return said(READ[indicator](Record(played.log, unscored(*left_out)), Worths()))


def one(played: Table, indicator: Indicator) -> Piece:
    (found,) = (piece for piece in pieces(played, indicator) if piece.seat == MAKING)
    return found


def ask(played: Table, units: int, due: int) -> SheetId:
    played.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, units, due),))
    return max(played.state.sheets)


# T1


@pytest.mark.parametrize(
    ("came", "credit"),
    [([(2, 4)], 1_000), ([(1, 9)], 1_000), ([(3, 4)], 500), ([(2, 2), (4, 2)], 625), ([(2, 1)], 250), ([], 0)],
)
def test_what_comes_late_counts_half_for_each_week_and_more_than_promised_counts_no_more(
    came: list[tuple[int, int]], credit: int
) -> None:
    assert fulfilment(4, 2, came) == credit


def test_a_promise_that_was_kept_has_full_credit_and_weighs_what_was_needed_of_it() -> None:
    played = table()
    played.promise(SALES, PLAIN, 3, 1)
    piece = one(played.until("brief", 2), "T1")
    assert (piece.key, piece.credit, piece.weight) == ("kept", 1_000, 3_000)
    assert dict(piece.numbers) == {"service": PLAIN, "units": 3, "due": 1, "came": 3, "late": 0}
    assert (piece.provider, piece.customer, piece.round) == (MAKING, SALES, 1)


def test_what_nobody_needed_weighs_nothing_and_is_a_fact_all_the_same() -> None:
    played = table()
    played.promise(SALES, PLAIN, 9, 2)
    played.promise(SALES, PLAIN, 1, 2)  # this order and the next one want nine
    assert [piece.weight for piece in pieces(played.until("brief", 3), "T1")] == [9_000, 0]


def test_a_promise_that_is_not_due_yet_says_nothing() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 3)
    assert pieces(played.until("brief", 2), "T1") == []


def test_a_promise_kept_late_has_part_of_the_credit() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 1)
    played.until("negotiate", 2).promise(MAKING, PARTS, 1, 3)
    piece = one(played.until("brief", 3), "T1")
    assert (piece.key, piece.credit) == ("late", 875)  # three of four in time, one a week late
    assert dict(piece.numbers)["late"] == 1


def test_terms_changed_in_time_by_the_provider_and_kept_have_four_fifths_of_the_credit() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 2)
    played.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(3, 2),))
    played.done(SALES, i.AnswerTerms, commitment=1, agree=True)
    piece = one(played.until("brief", 3), "T1")
    assert (piece.key, piece.credit) == ("amended-short", 800)


def test_terms_changed_in_the_week_of_the_due_are_judged_by_what_came() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 1)
    played.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(2, 1), i.Part(1, 2)))
    played.done(SALES, i.AnswerTerms, commitment=1, agree=True)
    piece = one(played.until("brief", 3), "T1")
    assert (piece.key, piece.credit) == ("amended-short", 750)


def test_terms_that_the_customer_asked_for_are_a_new_promise() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 2)
    played.done(SALES, i.ProposeTerms, commitment=1, parts=(i.Part(3, 2),))
    played.done(MAKING, i.AnswerTerms, commitment=1, agree=True)
    piece = one(played.until("brief", 3), "T1")
    assert (piece.key, piece.credit, dict(piece.numbers)["units"]) == ("kept", 1_000, 3)


def test_what_was_released_before_its_due_counts_for_neither() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 2)
    played.done(SALES, i.ReleasePromise, commitment=1)
    assert pieces(played.until("brief", 3), "T1") == []


def test_what_the_room_promised_for_a_seat_is_not_its_word() -> None:
    played = table()
    sheet = ask(played, 4, 1)
    accept = i.AnswerSheet(round=1, phase="negotiate", sheet=sheet, answers=(i.Accept(0),))
    played.done(TABLE, r.ActFor, seat=MAKING, intent=accept)
    played.until("brief", 2)
    assert pieces(played, "T1") == []
    assert pieces(played, "T2") == []


def test_what_a_bot_promised_or_was_to_deliver_is_left_out_and_so_is_who_is_not_scored() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 2)
    assert pieces(played.until("brief", 3), "T1", MAKING) == []
    again = table()
    again.promise(SALES, PLAIN, 4, 2)
    again.until("negotiate", 2).done(TABLE, r.SeatPlayer, seat=MAKING, player="stand_in")
    assert pieces(again.until("brief", 3), "T1") == []


# T2


def test_a_line_that_fitted_and_was_taken_is_covered_and_one_that_was_refused_is_not() -> None:
    for answer, credit, key in (
        (i.Accept(0), 1_000, "took"),
        (i.Counter(0, (i.Part(2, 1),)), 666, "part"),
        (i.Decline(0, "own_priorities"), 0, "left"),
    ):
        played = table()
        sheet = ask(played, 4, 1)
        played.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(answer,))
        piece = one(played.until("plan"), "T2")
        assert (piece.key, piece.credit) == (key, credit)
        assert dict(piece.numbers)["fits"] == 3  # hours for four, parts for three


def test_only_what_fits_has_to_be_promised() -> None:
    played = table()
    sheet = ask(played, 4, 1)
    played.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(i.Accept(0),))
    sheet = ask(played, 4, 1)
    played.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(i.Decline(0, "no_capacity"),))
    assert [piece.key for piece in pieces(played.until("plan"), "T2")] == ["took"]


def test_hours_refused_to_one_line_and_given_to_the_next_are_not_missing() -> None:
    played = table()
    first, second = ask(played, 2, 1), ask(played, 2, 1)
    played.done(MAKING, i.AnswerSheet, sheet=first, answers=(i.Decline(0, "other"),))
    played.done(MAKING, i.AnswerSheet, sheet=second, answers=(i.Accept(0),))
    left, took = pieces(played.until("plan"), "T2")
    assert (took.credit, left.credit) == (1_000, 0)
    assert (took.weight, left.weight) == (6_000, 6_000)  # 8 of 14 hours were still free
    short = Table(workshop(flawless=True)).until("negotiate", 3)  # 10 hours: four fewer in week 3
    short.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 2, 3), i.WantedLine(PLAIN, 2, 3)))
    short.done(MAKING, i.AnswerSheet, sheet=1, answers=(i.Decline(0, "other"), i.Accept(1)))
    weights = {piece.key: piece.weight for piece in pieces(short.until("plan"), "T2")}
    assert weights["took"] == 6_000
    assert weights["left"] < 6_000


def test_silence_covers_nothing_of_who_had_something_to_say_and_is_no_choice_of_who_had_not() -> None:
    played = table()
    ask(played, 4, 1)
    assert pieces(played.until("plan"), "T2") == []
    spoken = table()
    ask(spoken, 4, 1)
    spoken.done(MAKING, i.FinishPhase)
    assert one(spoken.until("plan"), "T2").credit == 0


# T3


def overloaded() -> Table:
    """Ten by week 2 are 30 hours and the set-up: 28 are in sight."""
    played = table()
    played.promise(SALES, PLAIN, 10, 2)
    return played


def test_a_promise_that_does_not_fit_the_hours_in_sight_is_at_risk_and_wants_a_warning() -> None:
    silent = overloaded().until("brief", 3)
    assert (one(silent, "T3").key, one(silent, "T3").credit) == ("silent", 300)  # three of ten came in time
    warning = overloaded()
    warning.done(MAKING, i.Warn, commitment=1, units=6)
    assert (one(warning.until("brief", 3), "T3").key, one(warning, "T3").credit) == ("warned", 1_000)


def test_a_warning_in_the_week_of_the_due_comes_too_late() -> None:
    played = overloaded().until("negotiate", 2)
    played.done(MAKING, i.Warn, commitment=1, units=6)
    late = one(played.until("brief", 3), "T3")
    assert (late.key, late.credit) == ("late", 300)  # a warning all the same, and worth what silence is


def test_a_word_given_in_small_pieces_is_the_same_word() -> None:
    pieces_ = table()
    for units in (4, 3, 3):
        pieces_.promise(SALES, PLAIN, units, 2)
    whole, small = (pieces(played.until("brief", 3), "T3") for played in (overloaded(), pieces_))
    assert len(small) < 3  # those in front are not at risk
    risked = sum(piece.weight for piece in small)
    assert 0 < risked < sum(piece.weight for piece in whole)


def test_a_promise_that_fits_needs_no_warning_whatever_comes_of_it() -> None:
    played = table()
    played.promise(SALES, PLAIN, 8, 2)  # 26 of 28 hours; parts for three only
    played.until("brief", 3)
    assert pieces(played, "T3") == []
    assert one(played, "T1").credit < 1_000
