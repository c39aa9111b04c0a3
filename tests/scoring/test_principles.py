"""Principles: their terms, and how much each indicator moves them."""

from hypothesis import given
from hypothesis import strategies as st

from sandgame.frames.marks import PRINCIPLES, Indicator
from sandgame.scoring.estimate import UNIT
from sandgame.scoring.indicators import INDICATORS, NOT_BUILT
from sandgame.scoring.principles import HOME, TERMS, Term, integer_root, slopes, value_of, worth_of

VALUES = st.integers(10_000, UNIT)


def trust(one: int, two: int, three: int) -> dict[Indicator, int]:
    return {"T1": one, "T2": two, "T3": three}


@given(st.integers(0, 10**30), st.integers(1, 5))
def test_a_root_is_the_largest_whole_number_that_fits(number: int, degree: int) -> None:
    root = integer_root(number, degree)
    assert root**degree <= number < (root + 1) ** degree


def test_a_term_is_the_root_of_its_product() -> None:
    joined = Term(1, (("T1", 3), ("T2", 2)), 5)
    assert value_of(joined, {"T1": UNIT, "T2": UNIT}) == UNIT
    assert value_of(joined, {"T1": 0, "T2": UNIT}) == 0
    assert abs(value_of(joined, {"T1": 500_000, "T2": 800_000}) - 603_418) <= 1  # 0.5^0.6 · 0.8^0.4
    spread = Term(1, (("C1", 2), ("C2", 1)), 2)
    assert value_of(spread, {"C1": 600_000, "C2": 250_000}) == 300_000  # 0.6 · √0.25


def test_what_counts_leaves_its_weight_to_the_others() -> None:
    whole, early = TERMS["trust"], TERMS["trust"][1:]
    assert worth_of(early, trust(0, 0, 700_000)) == 700_000
    assert worth_of(whole, trust(UNIT, UNIT, 0)) == 70 * UNIT // 85


@given(VALUES, VALUES, VALUES, VALUES, VALUES, VALUES)
def test_changes_of_indicators_add_up_to_the_change_of_their_principle(
    a: int, b: int, c: int, d: int, e: int, f: int
) -> None:
    start, end = trust(a, b, c), trust(d, e, f)
    steep = slopes(TERMS["trust"], start, end)
    moved = sum(steep[i] * (end[i] - start[i]) for i in start) // UNIT
    assert abs(moved - (worth_of(TERMS["trust"], end) - worth_of(TERMS["trust"], start))) <= UNIT // 100


@given(VALUES, VALUES, VALUES, st.integers(0, 100_000))
def test_no_principle_falls_when_an_indicator_rises(a: int, b: int, c: int, more: int) -> None:
    before = worth_of(TERMS["trust"], trust(a, b, c))
    for raised in (trust(a + more, b, c), trust(a, b + more, c), trust(a, b, c + more)):
        assert worth_of(TERMS["trust"], raised) >= before


def test_every_indicator_has_one_home_and_is_read_or_said_to_be_missing() -> None:
    owned = [indicator for principle in PRINCIPLES for indicator in HOME[principle]]
    assert len(owned) == len(set(owned))
    assert set(owned) == set(INDICATORS) | set(NOT_BUILT)
    assert not set(INDICATORS) & set(NOT_BUILT)
    used = {indicator for terms in TERMS.values() for term in terms for indicator in term.indicators}
    assert used == set(INDICATORS)
