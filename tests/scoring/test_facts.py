"""What is counted of a department: small sets of pieces made by hand."""

from sandgame.frames.marks import Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.facts import facts_of

SEAT = SeatId(1)


def counted(*pieces: Piece) -> dict[str, tuple[int, int]]:
    places = {(SEAT, piece.indicator): [p for p in pieces if p.indicator == piece.indicator] for piece in pieces}
    return {fact.fact: (fact.k, fact.n) for fact in facts_of([SEAT], places, {})}


def test_a_fact_counts_what_was_done_wholly() -> None:
    kept, half = (Piece("T1", "kept", 1, (1,), SEAT, credit=credit) for credit in (1_000, 500))
    assert counted(kept, half) == {"kept": (1, 2)}


def test_most_of_a_promise_and_silence_on_the_rest_is_not_recovered() -> None:
    pieces = [Piece("I4", key, 1, (1,), SEAT, credit=900) for key in ("kept", "remedied", "explained", "silent")]
    assert counted(*pieces) == {"recovered": (2, 4)}
