"""What benchmarks.json is made of."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.benchmark.constants import Company, Curve, Variant, WorthlessError, seeds, variant, yardsticks
from tests.benchmark.firm import firm, order
from tests.kit.cases import package


def flat(style: Company, seed: int, length: int) -> Curve:
    return (10,) * length if style == "competing" else (20,) * length


def test_a_variant_is_solved_and_played_by_both_companies() -> None:
    found = variant(firm(order(8, (2, 9))), 0, 2, flat)
    assert found == Variant(2, 0, 8 * 9 + 12 * 2, found.gap, (10, 10), (20, 20))
    assert found.gap < 0.1


def test_a_case_in_which_nothing_can_be_earned_has_no_yardstick() -> None:
    with pytest.raises(WorthlessError):
        variant(replace(firm(), own_work_worth=0), 0, 2, flat)


def test_paths_are_medians_in_thousandths_of_each_best_rounded_down() -> None:
    variants = [
        Variant(2, 2, 1000, 0.0, (100, 300), (500, 900)),
        Variant(2, 0, 3000, 0.0, (-1, 1000), (2999, 2999)),
        Variant(2, 1, 500, 0.0, (100, 100), (400, 400)),
    ]
    (stick,) = yardsticks(variants)
    assert stick.as_json() == {
        "length": 2,
        "silo_path": [100, 300],
        "reference_path": [800, 900],
        "best": {"0": 3000, "1": 500, "2": 1000},
    }


def test_each_length_has_its_own() -> None:
    plain = [Variant(length, 0, 100, 0.0, (1,) * length, (2,) * length) for length in (4, 3)]
    assert [(stick.length, len(stick.silo_path)) for stick in yardsticks(plain)] == [(3, 3), (4, 4)]


def test_an_odd_number_of_variants_is_looked_at_so_that_a_median_is_one_of_them() -> None:
    assert list(seeds(package("starter").scenario)) == list(range(41))
    assert list(seeds(firm())) == [0]
