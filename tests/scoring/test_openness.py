"""What was told of what others needed, and what messages cost: small logs made by hand."""

from sandgame.frames.marks import Piece, Worth, Worths
from sandgame.rules import intents as i
from sandgame.rules.ids import TABLE, SeatId
from sandgame.scoring.openness import precise, told, upstream
from sandgame.scoring.record import Record
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PLAIN, SALES, SPECIAL, Table, workshop

ORDER = Worth(1, SALES, "order", 100, number=2)
"""Two SPECIAL, by week 2 or 3."""
HOURS = Worth(1, DESIGN, "free_hours", 20)
STOCK = Worth(1, BUYING, "stock", 40, number=3)


def table() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def settled(played: Table) -> Table:
    """Everybody has said what it wanted to."""
    for seat in played.state.seats:
        played.done(seat, i.FinishPhase)
    return played


def read(played: Table, *worths: Worth) -> list[Piece]:
    return told(Record(played.log), Worths(worths))


def credited(played: Table, *worths: Worth) -> dict[str, int]:
    return {piece.key: piece.credit for piece in read(played, *worths)}


def share(played: Table, seat: SeatId, to: SeatId, about: i.FactKind, number: int = 0) -> None:
    played.done(seat, i.ShareFact, to=to, fact=i.FactRef(about, number))


# C1


def test_upstream_is_whoever_has_a_hand_in_a_service() -> None:
    assert upstream(workshop(), SPECIAL) == {MAKING, BUYING, DESIGN, SALES}
    assert upstream(workshop(), PLAIN) == {MAKING, BUYING, DESIGN}  # Design aids Making


def test_an_order_told_to_one_who_needs_it_in_time_has_full_credit_by_its_worth() -> None:
    played, silent = table(), table()
    share(played, SALES, BUYING, "order", 2)
    for each in (played, silent):
        settled(each)
    assert credited(played, ORDER) == {"order-told": 1000}
    (piece,) = read(silent, ORDER)
    assert (piece.key, piece.credit, piece.weight) == ("order-kept", 0, 100_000)
    assert dict(piece.numbers) == {"order": 2, "week": 1, "worth": 100}


def test_told_too_late_is_not_told() -> None:
    played = settled(table()).until("negotiate", 2)
    share(played, SALES, MAKING, "order", 2)
    assert credited(settled(played), ORDER) == {"order-kept": 0}


def test_a_request_in_writing_tells_the_order_behind_it_and_a_quick_one_does_not() -> None:
    written, quick = table(), table()
    for each, channel in ((written, "written"), (quick, "quick")):
        lines = (i.WantedLine(SPECIAL, 2, 2),)
        each.done(SALES, i.SendSheet, provider=MAKING, lines=lines, channel=channel)
        settled(each)
    assert credited(written, ORDER) == {"order-told": 1000}
    assert credited(quick, ORDER) == {"order-kept": 0}


def test_what_stands_behind_a_request_further_up_is_told_in_writing_too() -> None:
    played = table()
    played.promise(SALES, SPECIAL, 2, 2)
    lines = (i.WantedLine(DRAWING, 2, 2),)
    played.done(MAKING, i.SendSheet, provider=DESIGN, lines=lines, channel="written")
    (piece,) = read(settled(played))
    assert (piece.key, piece.credit, piece.seat, dict(piece.numbers)) == (
        "purpose-told",
        1000,
        MAKING,
        {"lines": 1, "worth": 260},
    )


def purposes(*channels: i.Channel) -> list[tuple[str, int]]:
    """What Making asks of Design for the same promise, week by week; Design declines."""
    played = table()
    played.promise(SALES, SPECIAL, 2, 4)
    for week, channel in enumerate(channels, start=1):
        played.until("negotiate", week)
        lines = (i.WantedLine(DRAWING, 2, 4),)
        played.done(MAKING, i.SendSheet, provider=DESIGN, lines=lines, channel=channel)
        sheet = max(played.state.sheets)
        played.done(DESIGN, i.AnswerSheet, sheet=sheet, answers=(i.Decline(0, "no_capacity"),))
        settled(played)
    return [(piece.key, piece.weight) for piece in read(played)]


def test_a_need_that_is_asked_for_again_is_told_once() -> None:
    once = purposes("written")
    assert [key for key, _ in once] == ["purpose-told"]
    assert purposes("written", "written", "written") == once
    assert purposes("written", "quick") == once


def test_what_was_kept_back_at_first_may_still_be_told() -> None:
    assert [key for key, _ in purposes("quick", "quick", "written")] == ["purpose-kept", "purpose-told"]


def test_free_hours_are_told_by_saying_so_or_by_lending_them() -> None:
    said, lent, offered, silent = table(), table(), table(), table()
    share(said, DESIGN, TABLE, "free_hours")
    lent.done(MAKING, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=3)
    lent.done(DESIGN, i.AnswerLoan, loan=1, agree=True)
    offered.done(DESIGN, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=3)
    keys = [list(credited(settled(each), HOURS)) for each in (said, lent, offered, silent)]
    assert keys == [["free-hours-told"], ["free-hours-lent"], ["free-hours-offered"], ["free-hours-kept"]]


def test_stock_is_told_in_its_week() -> None:
    played = table()
    share(played, BUYING, MAKING, "stock", 3)
    assert credited(settled(played), STOCK) == {"stock-told": 1000}


def test_nothing_is_held_against_a_seat_for_which_time_ended_before_it_said_a_word() -> None:
    assert read(table().until("plan"), ORDER) == []


def test_facts_that_are_worth_nothing_and_lines_are_no_opportunity() -> None:
    played = settled(table())
    assert read(played, Worth(1, SALES, "order", 0, number=1), Worth(1, SALES, "line", 9, number=1)) == []


# C2


def test_a_fact_that_is_worth_something_costs_a_quarter_of_the_middle_for_each_that_hears_it() -> None:
    played = table()
    share(played, SALES, MAKING, "order", 2)
    share(played, DESIGN, TABLE, "free_hours")
    share(played, MAKING, SALES, "free_hours")
    found = precise(Record(played.log), Worths((ORDER, HOURS, STOCK)))  # the middle is 40: a message costs 10
    assert [(piece.key, piece.credit, piece.weight) for piece in found] == [
        ("worth", 1000 * 100 // 110, 110_000),
        ("worth", 1000 * 20 // 50, 50_000),
        ("idle", 0, 10_000),
    ]


def test_saying_it_again_brings_nothing_new() -> None:
    played = table()
    for to in (MAKING, BUYING):
        share(played, SALES, to, "order", 2)
    keys = [piece.key for piece in precise(Record(played.log), Worths((ORDER,)))]
    assert keys == ["worth", "again"]
