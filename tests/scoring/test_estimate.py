"""Estimates and intervals: laws of the estimator, and quantiles of the Beta as tables have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandgame.frames.marks import Indicator, Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.estimate import HIGH, LOW, beta_below, estimated, interval, quantile, scaled, sized


def piece(credit: int, weight: int = 1_000, indicator: Indicator = "T1") -> Piece:
    return Piece(indicator, "kept", 1, (1,), SeatId(1), credit=credit, weight=weight)


PIECES = st.lists(st.builds(piece, st.integers(0, 1_000), st.integers(0, 3_000)), max_size=12)
SHARES = st.integers(0, 1_000)


@pytest.mark.parametrize(
    ("a", "b", "probability", "known"),
    [
        # uniform, and powers of it: by hand
        (1, 1, 50, 0.050),
        (1, 3, 950, 0.6316),
        (4, 1, 50, 0.4729),
        # the arcsine law: sin²(π·p / 2)
        (0.5, 0.5, 50, 0.006156),
        (0.5, 0.5, 950, 0.993844),
        # tables of F at 95 %: 2.978 (10, 10), 3.478 (4, 10), 2.849 (8, 12), 2.421 (6, 30), 5.803 (20, 4)
        (5, 5, 950, 0.7486),
        (2, 5, 950, 0.5818),
        (4, 6, 950, 0.6551),
        (3, 15, 950, 0.3262),
        (10, 2, 950, 0.9667),
        # and at 5 %, by 1 / F with the degrees of freedom exchanged: 2.978 (10, 10), 3.284 (12, 8)
        (5, 5, 50, 0.2514),
        (4, 6, 50, 0.1688),
    ],
)
def test_quantiles_are_those_of_the_tables(a: float, b: float, probability: int, known: float) -> None:
    size = (a + b) * 1_000
    mean = 1_000 * a / (a + b)
    if mean == int(mean):
        assert abs(quantile(int(mean), int(size), probability) - 1_000 * known) <= 0.6
    assert beta_below(known, a, b) == pytest.approx(probability / 1_000, abs=5e-4)


def test_the_distribution_is_symmetric_and_reaches_from_nothing_to_all() -> None:
    for x in (0.01, 0.2, 0.5, 0.77, 0.99):
        assert beta_below(x, 2.5, 7) == pytest.approx(1 - beta_below(1 - x, 7, 2.5), abs=1e-12)
    assert (beta_below(0, 2, 3), beta_below(1, 2, 3)) == (0, 1)


@given(PIECES, SHARES, st.integers(1, 3_000))
def test_one_more_opportunity_with_full_credit_never_lowers_an_estimate(
    pieces: list[Piece], prior: int, weight: int
) -> None:
    assert estimated([*pieces, piece(1_000, weight)], prior).value >= estimated(pieces, prior).value


@given(PIECES, SHARES, st.integers(1, 3_000))
def test_one_more_without_any_never_raises_it(pieces: list[Piece], prior: int, weight: int) -> None:
    assert estimated([*pieces, piece(0, weight)], prior).value <= estimated(pieces, prior).value


@given(PIECES, SHARES)
def test_the_order_of_pieces_and_those_without_weight_change_nothing(pieces: list[Piece], prior: int) -> None:
    known = estimated(pieces, prior)
    assert estimated(pieces[::-1], prior) == known
    assert estimated([*pieces, piece(0, 0)], prior) == known


def test_silence_leaves_the_prior() -> None:
    assert estimated([], 620)[1:] == (0, 0, 620_000, 4_000)


def test_equal_weights_count_as_many_opportunities_as_there_are() -> None:
    found = estimated([piece(1_000), piece(0), piece(500)], 500)
    assert (found.n, found.n_eff, found.value) == (3, 3_000, 500_000)
    assert estimated([piece(0, 3_000), piece(0, 1_000)], 0).n_eff == 1_600


def test_a_weight_is_held_against_what_is_usual_and_capped_at_three_times_that() -> None:
    assert [scaled(weight, 2_000) for weight in (0, 500, 2_000, 9_000)] == [0, 250, 1_000, 3_000]
    assert scaled(500, 0) == 0


@given(st.integers(0, 1_000_000), st.integers(0, 200_000))
def test_an_interval_holds_its_estimate(value: int, n_eff: int) -> None:
    low, high = interval(value, n_eff + 4_000)
    assert 0 <= low <= value // 1_000 <= high <= 1_000


def test_more_opportunities_make_a_narrower_interval() -> None:
    widths = [high - low for low, high in (interval(700_000, n) for n in (4_000, 8_000, 20_000, 68_000))]
    assert widths == sorted(widths, reverse=True)
    assert interval(700_000, 24_000) == (quantile(700, 24_000, LOW), quantile(700, 24_000, HIGH))


def test_a_ratio_is_as_sure_as_it_has_opportunities_and_a_mean_of_shares_as_they_lie_together() -> None:
    alike, apart = [(800, 10)], [(1_000, 8), (0, 2)]

    def size(indicator: Indicator, credits_: list[tuple[int, int]]) -> int:
        pieces = [piece(credit, 1_000, indicator) for credit, count in credits_ for _ in range(count)]
        found = estimated(pieces, 800)
        assert found.value == 800_000
        return found.size

    assert size("T1", alike) == size("T1", apart) == 14_000
    assert size("G1", apart) == 14_000  # successes and failures: no surer than a ratio
    assert size("G1", alike) > 2 * size("G1", apart)


def test_a_size_is_that_of_the_beta_with_the_variance() -> None:
    assert sized(500_000, 10**10) == 24_000  # 0.25 / 0.01 - 1
    assert sized(500_000, 10**13) == 1_000
