"""Wishes and what came of them, ratings beside the facts, promises under strain: small logs made by hand."""

import pytest

from sandgame.frames.marks import Piece, Worths
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.scoring.improvement import loops_closed, rated_by_facts, recovered, served
from sandgame.scoring.record import Record
from tests.kit.evidence import unscored
from tests.kit.tables import MAKING, PLAIN, SALES, Table, workshop


def table() -> Table:
    """Making has 14 hours (10 in week 3) and parts for three PLAIN."""
    return Table(workshop(flawless=True)).until("negotiate")


def rate(played: Table, reliability: int, *, please_change: bool = False, others: int = 4) -> None:
    played.until("review").done(
        SALES, i.RateProvider, provider=MAKING, reliability=reliability, responsiveness=others, empathy=others,
        comment="on time, please", please_change=please_change,
    )  # fmt: skip


def disappointed() -> Table:
    """Making promised four by week 1 and brought three; Sales asks for a change."""
    played = table()
    played.promise(SALES, PLAIN, 4, 1)
    rate(played, 2, please_change=True)
    return played


def loops(played: Table) -> list[tuple[str, int]]:
    return [(piece.key, piece.credit) for piece in loops_closed(Record(played.log), Worths())]


# I1


@pytest.mark.parametrize(
    ("answers", "better", "outcome"),
    [
        (True, True, ("closed", 1000)),
        (False, True, ("better", 800)),
        (True, False, ("said", 200)),
        (False, False, ("open", 0)),
    ],
)
def test_a_wish_is_closed_by_an_answer_and_by_facts_that_are_better(
    answers: bool, better: bool, outcome: tuple[str, int]
) -> None:
    played = disappointed().until("negotiate", 2)
    if answers:
        played.done(MAKING, i.PromiseChange, customer=SALES, asked=1, by=3)
    if better:
        played.done(SALES, i.ReleasePromise, commitment=1)
        played.promise(MAKING, 3, 3, 3)  # type: ignore[arg-type]  # parts
        played.promise(SALES, PLAIN, 2, 3)
        played.until("brief", 4)
    else:
        played.until("brief", 3)
    assert loops(played) == [outcome]


def test_a_low_rating_without_a_wish_and_a_wish_with_high_ratings_ask_for_nothing() -> None:
    for low, wish in ((2, False), (3, True)):
        played = table()
        played.promise(SALES, PLAIN, 4, 1)
        rate(played, low, please_change=wish)
        assert loops(played.until("brief", 3)) == []


def test_where_the_two_have_no_more_to_do_with_each_other_nothing_can_be_measured() -> None:
    played = disappointed().until("negotiate", 2)
    played.done(SALES, i.ReleasePromise, commitment=1)
    assert loops(played.until("over", 4)) == []


def test_service_facts_are_units_in_time_by_size_and_half_for_what_is_overdue() -> None:
    played = disappointed()
    record = Record(played.until("brief", 3).log)
    assert served(record, (SALES, MAKING), 1) == 750
    assert served(record, (SALES, MAKING), 2) == 375
    assert served(record, (MAKING, SALES), 1) is None


# I3


def rated(ratings: list[int], facts: list[int]) -> list[Piece]:
    """Sales rates Making over weeks, by a log whose facts are made up."""
    from sandgame.rules.events import ProviderRated
    from sandgame.scoring import improvement
    from sandgame.scoring.record import Step

    state = table().state
    one = [
        improvement._Rated(
            Step(n, state_event, state, state, SALES, "seat"), state_event, 1000 * rating, 250 * fact, fact
        )
        for n, (rating, fact) in enumerate(zip(ratings, facts, strict=True))
        for state_event in (ProviderRated(SALES, MAKING, rating, rating, rating, None, None, "", False),)
    ]
    return list(improvement._by_pairs(one))


def together(pieces: list[Piece]) -> int:
    return sum(piece.credit * piece.weight for piece in pieces) // sum(piece.weight for piece in pieces)


def test_ratings_that_follow_the_facts_have_all_and_blind_ones_half_and_spiteful_ones_nothing() -> None:
    facts = [1, 2, 3, 4, 2, 3]
    assert together(rated([2, 3, 4, 5, 3, 4], facts)) == 1000
    assert together(rated([5] * 6, facts)) == 500
    assert together(rated([5, 4, 3, 2, 4, 3], facts)) == 0


def test_the_parts_of_a_rater_add_up_to_half_of_one_plus_tau_b() -> None:
    # 15 pairs; facts differ in 12, ratings in 13: 9 with, 1 against; tau_b = 8 / sqrt(12 · 13) = 0.6405
    pieces = rated([2, 3, 3, 5, 4, 5], [1, 1, 2, 3, 3, 3])
    pairs = [((a, x), (b, y)) for n, (a, x) in enumerate(zip([2, 3, 3, 5, 4, 5], [1, 1, 2, 3, 3, 3], strict=True))
             for b, y in list(zip([2, 3, 3, 5, 4, 5], [1, 1, 2, 3, 3, 3], strict=True))[n + 1 :]]  # fmt: skip
    signs = [((a > b) - (a < b)) * ((x > y) - (x < y)) for (a, x), (b, y) in pairs]
    by_fact, by_mean = sum(x != y for (_, x), (_, y) in pairs), sum(a != b for (a, _), (b, _) in pairs)
    tau = sum(signs) / (by_fact * by_mean) ** 0.5
    assert together(pieces) == pytest.approx(500 * (1 + tau), abs=3)


def test_few_ratings_and_facts_that_are_all_alike_say_nothing() -> None:
    assert rated([5, 4, 5, 4, 5, 4], [4] * 6) == []
    played = table()
    played.promise(SALES, PLAIN, 3, 1)
    rate(played, 5)
    assert rated_by_facts(Record(played.log), Worths()) == []


# I4


def strained(played: Table, *left_out: SeatId) -> list[tuple[str, int]]:
    return [(piece.key, piece.credit) for piece in recovered(Record(played.log, unscored(*left_out)), Worths())]


def overburdened(due: int = 1) -> Table:
    """Making promises more than its hours hold."""
    played = table()
    played.promise(SALES, PLAIN, 6, due)
    return played


def test_of_a_promise_beyond_the_hours_what_came_counts_and_what_failed_in_silence_does_not() -> None:
    assert strained(overburdened().until("brief", 2)) == [("silent", 500)]  # parts for three of six


def test_a_promise_in_pieces_recovers_no_more_than_the_same_promise_in_one() -> None:
    pieces = table()
    for units in (3, 2, 1):
        pieces.promise(SALES, PLAIN, units, 1)
    whole, small = (recovered(Record(played.until("brief", 2).log), Worths()) for played in (overburdened(), pieces))
    assert [(piece.credit, piece.weight) for piece in whole] == [(500, 6_000)]
    # what fits the hours was under no strain: the piece that did not is what failed
    assert [(piece.credit, piece.weight) for piece in small] == [(0, 2_000), (0, 1_000)]


def test_a_warning_an_apology_or_a_cause_explain_it() -> None:
    warned, sorry, caused = overburdened(), overburdened(), overburdened()
    warned.done(MAKING, i.Warn, commitment=1, units=3)
    sorry.until("review").done(MAKING, i.Apologise, commitment=1)
    caused.until("review").done(MAKING, i.GiveCause, commitment=1, cause="could_not")
    for each in (warned, sorry, caused):
        assert strained(each.until("brief", 2)) == [("explained", 650)]  # half of it, and .3 of the rest


@pytest.mark.parametrize(
    ("cause", "outcome"),
    [
        ("third_party", ("explained", 650)),  # the parts that were missing are another department's
        ("other_priorities", ("explained", 650)),  # taken upon itself, as an apology would be
        ("unclear", ("blamed", 500)),
    ],
)
def test_a_cause_that_blames_others_against_the_log_explains_nothing(cause: i.Cause, outcome: tuple[str, int]) -> None:
    played = overburdened().until("review")
    played.done(MAKING, i.GiveCause, commitment=1, cause=cause)
    assert strained(played.until("brief", 2)) == [outcome]


def test_who_blames_others_and_apologises_has_explained_it_by_the_apology() -> None:
    played = overburdened().until("review")
    played.done(MAKING, i.GiveCause, commitment=1, cause="unclear")
    played.done(MAKING, i.Apologise, commitment=1)
    assert strained(played.until("brief", 2)) == [("explained", 650)]


def test_new_terms_that_both_agreed_to_put_it_right() -> None:
    played = overburdened()
    played.done(MAKING, i.ProposeTerms, commitment=1, parts=(i.Part(3, 1), i.Part(3, 4)))
    played.done(SALES, i.AnswerTerms, commitment=1, agree=True)
    assert strained(played.until("brief", 2)) == []  # in the same talk, before hours were counted: never at risk


def test_what_was_kept_though_hours_were_cut_has_all() -> None:
    played = table()
    played.promise(SALES, PLAIN, 3, 3)  # week 3 takes four hours off
    assert strained(played.until("brief", 4)) == [("kept", 1000)]
    assert strained(played, MAKING) == []


def test_a_promise_within_the_hours_that_nothing_hit_is_no_opportunity() -> None:
    played = table()
    played.promise(SALES, PLAIN, 3, 1)
    assert strained(played.until("brief", 2)) == []
