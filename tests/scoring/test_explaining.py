"""Effects that add up exactly, and the pieces that say most."""

from hypothesis import given
from hypothesis import strategies as st

from sandgame.frames.marks import Indicator, Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.explaining import FINE, apportioned, strongest


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=40), st.integers(-100, 100))
def test_rounded_effects_add_up_to_the_points_whatever_they_are(shares: list[int], off: int) -> None:
    total = sum(shares) // FINE + off
    assert sum(apportioned(shares, total)) == total


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=40))
def test_an_effect_is_never_a_whole_hundredth_away_from_what_it_is(shares: list[int]) -> None:
    total = sum(shares) // FINE
    for share, rounded in zip(shares, apportioned(shares, total), strict=True):
        assert abs(share - rounded * FINE) < 2 * FINE


def test_the_largest_remainder_is_rounded_up_and_of_equal_ones_the_earlier() -> None:
    half = FINE // 2
    assert apportioned([half, half, half, half], 2) == [1, 1, 0, 0]
    assert apportioned([FINE // 4, 3 * FINE // 4], 1) == [0, 1]
    assert apportioned([-half, -half], -1) == [0, -1]
    assert apportioned([], 0) == []


def said(effect: int, round_: int = 1, indicator: Indicator = "T1", customer: int = 1) -> Piece:
    return Piece(
        indicator, "kept", round_, (1,), SeatId(4), provider=SeatId(4), customer=SeatId(customer), effect=effect
    )


def test_the_strongest_are_the_largest_effects_each_way() -> None:
    pieces = [said(300, 1), said(-90, 2), said(60, 3, "T2"), said(-400, 4, "T3"), said(200, 5)]
    assert strongest(pieces, 1) == (0, 4, 2)
    assert strongest(pieces, -1) == (3, 1)


def test_what_moves_less_than_half_a_point_is_not_listed() -> None:
    assert strongest([said(49), said(-49)], 1) == ()


def test_two_of_the_same_two_seats_in_the_same_week_are_one_story() -> None:
    pieces = [said(300), said(250), said(200, customer=2), said(150, 2)]
    assert strongest(pieces, 1) == (0, 2, 3)


def test_three_of_one_kind_give_way_to_another_kind_where_there_is_one() -> None:
    pieces = [said(300, 1), said(250, 2), said(200, 3), said(60, 4, "T3")]
    assert strongest(pieces, 1) == (0, 1, 3)
    assert strongest(pieces[:3], 1) == (0, 1, 2)
