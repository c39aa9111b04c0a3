"""The constants of a case by variant and length: best, and how far companies of bots come (benchmarks.json)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sandgame.benchmark.best import best_from_start
from sandgame.rules.scenario import SHORTEST, Scenario

Company = Literal["competing", "collaborating"]
Curve = tuple[int, ...]
"""A company's result after each week."""
Player = Callable[[Company, int, int], Curve]
"""Has a company of bots play a seed at a length."""

SEEDS = range(41)
"""The variants that a case offers: an odd number, so that every median is one of them."""
THOUSAND = 1000


class WorthlessError(Exception):
    """Nothing can be earned in this variant: there is nothing to measure by."""

    def __init__(self, seed: int, length: int) -> None:
        super().__init__(f"seed {seed}, length {length}")
        self.seed, self.length = seed, length


@dataclass(frozen=True, slots=True)
class Variant:
    """One seed at one length: what can be earned, how far the search was from proving it, and what bots earned."""

    length: int
    seed: int
    best: int
    gap: float
    competing: Curve
    collaborating: Curve


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One length. Paths are medians over the variants, in thousandths of each one's best, rounded down."""

    length: int
    silo_path: Curve
    reference_path: Curve
    best: dict[int, int]

    def as_json(self) -> dict[str, Any]:
        return {
            "length": self.length,
            "silo_path": list(self.silo_path),
            "reference_path": list(self.reference_path),
            "best": {str(seed): best for seed, best in sorted(self.best.items())},
        }


def seeds(scenario: Scenario) -> Sequence[int]:
    """Those with constants; a case that does not vary has one."""
    return SEEDS if scenario.variation is not None else SEEDS[:1]


def lengths(scenario: Scenario) -> Sequence[int]:
    """Those with constants: all that are on offer, and all to which one of them may be shortened."""
    return range(SHORTEST, max(scenario.lengths) + 1)


def variant(scenario: Scenario, seed: int, length: int, play: Player) -> Variant:
    """Takes seconds. Raises WorthlessError, and whatever `play` raises."""
    found = best_from_start(scenario, seed, length)
    if found.money <= 0:
        raise WorthlessError(seed, length)
    competing, collaborating = play("competing", seed, length), play("collaborating", seed, length)
    return Variant(length, seed, found.money, found.gap, competing, collaborating)


def yardsticks(variants: Iterable[Variant]) -> tuple[Yardstick, ...]:
    """One for each length, shortest first."""
    by_length: dict[int, list[Variant]] = {}
    for item in variants:
        by_length.setdefault(item.length, []).append(item)
    return tuple(_yardstick(length, by_length[length]) for length in sorted(by_length))


def _yardstick(length: int, variants: Sequence[Variant]) -> Yardstick:
    return Yardstick(
        length=length,
        silo_path=_path([(v.best, v.competing) for v in variants]),
        reference_path=_path([(v.best, v.collaborating) for v in variants]),
        best={v.seed: v.best for v in variants},
    )


def _path(curves: Sequence[tuple[int, Curve]]) -> Curve:
    weeks = zip(*([THOUSAND * result // best for result in curve] for best, curve in curves), strict=True)
    return tuple(sorted(week)[len(week) // 2] for week in weeks)
