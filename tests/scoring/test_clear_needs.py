"""Needs as they were asked for, unclear sheets cleared up, roles known: small logs made by hand."""

from sandgame.frames.marks import Piece, Worths
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.scoring.clear_needs import asked_straight, clarified, roles_known
from sandgame.scoring.record import Record
from tests.kit.evidence import unscored
from tests.kit.tables import DESIGN, DRAWING, MAKING, PLAIN, SALES, SPEC, Table, workshop


def table(**flaws: bool) -> Table:
    return Table(workshop(**flaws)).until("negotiate")


def ask(played: Table, units: int, due: int, channel: str = "written") -> int:
    lines = (i.WantedLine(PLAIN, units, due),)
    played.done(SALES, i.SendSheet, provider=MAKING, lines=lines, channel=channel)
    return max(played.state.sheets)


def needs(played: Table, *left_out: SeatId) -> list[Piece]:
    return asked_straight(Record(played.log, unscored(*left_out)), Worths())


def credited(played: Table) -> list[tuple[str, int]]:
    return [(piece.key, piece.credit) for piece in needs(played)]


# N1


def test_a_need_in_writing_as_it_is_has_full_credit() -> None:
    played = table()
    ask(played, 4, 2)
    assert credited(played) == [("straight", 1000)]


def test_a_need_without_what_it_is_for_lacks_one_of_three_fields() -> None:
    played = table()
    ask(played, 4, 2, "quick")
    assert credited(played) == [("unsaid", 666)]


def test_asking_above_the_need_or_sooner_loses_its_field_and_half_of_the_rest() -> None:
    above, sooner, both = table(), table(), table()
    ask(above, 11, 3)
    ask(sooner, 9, 2)
    ask(both, 11, 1, "quick")
    assert [credited(played) for played in (above, sooner, both)] == [
        [("above", 333)],
        [("early", 333)],
        [("above-early", 0)],
    ]
    (piece,) = needs(above)
    assert dict(piece.numbers) == {"service": PLAIN, "units": 11, "above": 2, "early": 0}


def test_splitting_a_padded_request_makes_one_need_of_it_all_the_same() -> None:
    played = table()
    ask(played, 4, 2)
    ask(played, 5, 3)
    ask(played, 2, 3)
    assert credited(played) == [("above", 333)]
    assert len(needs(played)[0].log) == 3


def test_a_line_taken_back_before_an_answer_does_not_count() -> None:
    played = table()
    sheet = ask(played, 20, 2)
    played.done(SALES, i.WithdrawLine, sheet=sheet, line=0)
    ask(played, 4, 2)
    assert credited(played) == [("straight", 1000)]


def test_who_plays_without_being_scored_has_no_pieces() -> None:
    played = table()
    ask(played, 4, 2)
    assert needs(played, SALES) == []


def test_a_meeting_says_what_for_as_well_as_writing() -> None:
    played = table()
    ask(played, 4, 2, "meeting")
    played.done(MAKING, i.AnswerMeeting, other=SALES, agree=True)
    played.time_up()
    assert credited(played) == [("straight", 1000)]


# N2


def unclear(played: Table) -> list[tuple[str, int, int]]:
    return [(piece.key, piece.credit, piece.weight) for piece in clarified(Record(played.log), Worths())]


def spec(played: Table, units: int = 2, channel: str = "quick") -> int:
    """Design asks Sales for specifications, of complexity 50."""
    played.promise(DESIGN, SPEC, units, 2, channel)
    return max(played.state.sheets)


def test_an_unclear_sheet_that_was_agreed_to_wants_to_be_restated_in_the_same_talk() -> None:
    played, silent = table(), table()
    played.done(SALES, i.RestateNeed, sheet=spec(played), text="two drawings' worth")
    spec(silent)
    for each in (played, silent):
        each.until("plan")
    assert unclear(played) == [("clarified", 1000, 2000)]
    assert unclear(silent) == [("unclear", 0, 2000)]


def test_asked_for_in_pieces_it_weighs_no_more_than_in_one() -> None:
    whole, pieces = table(), table()
    spec(whole, 4)
    for _ in range(2):
        spec(pieces, 2)
    weights = [sum(weight for _, _, weight in unclear(each.until("plan"))) for each in (whole, pieces)]
    assert weights == [4000, 4000]


def test_an_unclear_sheet_that_was_left_lying_is_a_miss_restated_or_not() -> None:
    for restated in (False, True):
        played = table()
        played.done(DESIGN, i.SendSheet, provider=SALES, lines=(i.WantedLine(SPEC, 2, 2),))
        if restated:
            played.done(SALES, i.RestateNeed, sheet=1)
        played.done(SALES, i.FinishPhase)
        assert unclear(played.until("plan")) == [("unanswered", 0, 2000)]
    declined = table()
    declined.done(DESIGN, i.SendSheet, provider=SALES, lines=(i.WantedLine(SPEC, 2, 2),))
    declined.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Decline(0, "no_capacity"),))
    assert unclear(declined.until("plan")) == []


def test_a_meeting_clears_up_as_well_and_is_needless_where_nothing_was_unclear() -> None:
    met, needless = table(), table()
    spec(met)
    met.done(SALES, i.ProposeMeeting, other=DESIGN)
    met.done(DESIGN, i.AnswerMeeting, other=SALES, agree=True)
    needless.promise(SALES, PLAIN, 4, 2)
    needless.done(MAKING, i.ProposeMeeting, other=SALES)
    needless.done(SALES, i.AnswerMeeting, other=MAKING, agree=True)
    for each in (met, needless):
        each.until("plan")
    assert unclear(met) == [("clarified", 1000, 2000)]
    assert unclear(needless) == [("needless", 0, 1000)] * 2


def test_what_is_simple_or_was_not_agreed_to_asks_for_no_clearing_up() -> None:
    played = table()
    played.promise(SALES, PLAIN, 4, 2)
    played.done(MAKING, i.SendSheet, provider=DESIGN, lines=(i.WantedLine(DRAWING, 3, 2),))
    assert unclear(played.until("plan")) == []


# N3


def roles(*answers: tuple[bool, bool]) -> list[tuple[int, int]]:
    """Pieces of a log into which answers were written for Sales."""
    from sandgame.rules.room_events import MapMarked, RoleAnswered

    played = table()
    marked = MapMarked(SALES, (DESIGN,), (MAKING, DESIGN), 2, 0, 1)
    told = [RoleAnswered(SALES, MAKING, "setups", "hours", *right) for right in answers]
    log = [*played.log, marked, *told]
    return [(piece.credit, piece.weight) for piece in roles_known(Record(log), Worths())]


def test_right_answers_count_less_what_guessing_brings_and_the_map_weighs_as_much_as_all_of_them() -> None:
    assert roles((True, True), (True, False), (False, True), (False, False)) == [
        (1000, 1000),
        (250, 1000),
        (333, 1000),
        (0, 1000),
        (800, 4000),
    ]
    assert roles() == [(800, 1000)]
