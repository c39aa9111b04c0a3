"""What measures are worth to companies of bots: to some styles nothing at all, to others so much in these games.

All forty seeds and the design's figures: `python -m tests.validity.worths`.
"""

from __future__ import annotations

from functools import cache

import pytest

from sandgame.bots.styles import NAMES, StyleName
from sandgame.rules.scenario import MEASURE_NAMES, MeasureName
from tests.validity.worths import DESIGN, Task, result

STILL = [(m, style) for m in MEASURE_NAMES for style, worth in zip(NAMES, DESIGN[m], strict=True) if not worth]
SEEDS = (1, 2)


@cache
def without(style: StyleName, seed: int) -> int:
    return result(Task(None, style, seed))


@pytest.mark.parametrize(("measure", "style"), STILL)
def test_a_measure_that_is_worth_nothing_to_a_style_changes_no_result(measure: MeasureName, style: StyleName) -> None:
    assert result(Task(measure, style, 1)) == without(style, 1)


@pytest.mark.parametrize(
    ("measure", "style", "worth"),
    [
        ("coordination", "competing", (-97, -82)),
        ("coordination", "avoiding", (-93, -193)),
        ("coordination", "accommodating", (-140, -294)),
        ("coordination", "compromising", (-161, -33)),
        ("coordination", "collaborating", (-222, -57)),
        ("service_standard", "competing", (331, 16)),
        ("service_standard", "avoiding", (427, 940)),
        ("service_standard", "accommodating", (264, 332)),
        ("service_standard", "compromising", (78, 13)),
        ("cross_training", "accommodating", (309, 264)),
        ("cross_training", "compromising", (44, -22)),
        ("cross_training", "collaborating", (36, 34)),
        ("open_allocation", "competing", (328, 127)),
        ("platform", "compromising", (78, 13)),
    ],
)
def test_a_measure_is_worth_so_much(measure: MeasureName, style: StyleName, worth: tuple[int, int]) -> None:
    assert tuple(result(Task(measure, style, seed)) - without(style, seed) for seed in SEEDS) == worth
