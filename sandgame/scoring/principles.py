"""What each principle is made of: its terms, their value, and how much each indicator moves it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from sandgame.frames.marks import Indicator, Principle
from sandgame.scoring.estimate import UNIT

Values = Mapping[Indicator, int]
"""Estimates in millionths."""
_STEPS = 16


class Term(NamedTuple):
    """`weight` in percent; the `root`-th root of the product of indicators, each to its power."""

    weight: int
    powers: tuple[tuple[Indicator, int], ...]
    root: int = 1

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator, _ in self.powers)


def _single(weight: int, indicator: Indicator) -> Term:
    return Term(weight, ((indicator, 1),))


TERMS: Mapping[Principle, tuple[Term, ...]] = {
    "trust": (Term(70, (("T1", 3), ("T2", 2)), 5), _single(15, "T3")),
    "needs": (_single(45, "N1"), _single(30, "N2"), _single(25, "N3")),
    "response": (_single(60, "R1"), _single(15, "R2"), Term(25, (("R1", 1), ("T2", 1)), 2)),
    "openness": (Term(75, (("C1", 2), ("C2", 1)), 2),),
    "improvement": (_single(35, "I1"), _single(25, "I3"), _single(20, "I4")),
    "goals": (_single(50, "G1"), _single(20, "G3")),
}
"""The raw formulas of the six principles; what is not built, or has no opportunity, leaves its weight to the others."""
HOME: Mapping[Principle, tuple[Indicator, ...]] = {
    "trust": ("T1", "T2", "T3", "T4", "T5"),
    "needs": ("N1", "N2", "N3"),
    "response": ("R1", "R2"),
    "openness": ("C1", "C2", "C3"),
    "improvement": ("I1", "I2", "I3", "I4"),
    "goals": ("G1", "G2", "G3"),
}
"""The indicators that a principle owns; what it borrows for a term of its own stays with its owner."""


def value_of(term: Term, values: Values) -> int:
    """In millionths, rounded down."""
    product, degree = 1, 0
    for indicator, power in term.powers:
        product *= max(0, values[indicator]) ** power
        degree += power
    excess = degree - term.root
    product = product // UNIT**excess if excess >= 0 else product * UNIT**-excess
    return integer_root(product, term.root)


def worth_of(terms: Iterable[Term], values: Values) -> int:
    """The weighted mean of the terms, in millionths."""
    used = tuple(terms)
    return sum(term.weight * value_of(term, values) for term in used) // sum(term.weight for term in used)


def slopes(terms: Iterable[Term], start: Values, end: Values) -> dict[Indicator, int]:
    """How much a principle moves with each indicator on the straight way from `start` to `end`, in millionths.

    The mean of its derivatives along the way (Aumann and Shapley), by the midpoint rule: times the indicators' own
    changes they add up to the principle's change, and are right also where an indicator ends where it began.
    """
    used = tuple(terms)
    found: dict[Indicator, int] = {}
    for term in used:
        if len(term.powers) == 1 and term.root == 1:
            found[term.indicators[0]] = found.get(term.indicators[0], 0) + term.weight * UNIT
            continue
        for indicator, slope in _slopes(term, start, end):
            found[indicator] = found.get(indicator, 0) + term.weight * slope
    total = sum(term.weight for term in used)
    return {indicator: slope // total for indicator, slope in found.items()}


def _slopes(term: Term, start: Values, end: Values) -> Iterator[tuple[Indicator, int]]:
    """Midway in each of the steps."""
    odds = range(1, 2 * _STEPS, 2)
    ways = [{i: start[i] + (end[i] - start[i]) * odd // (2 * _STEPS) for i in term.indicators} for odd in odds]
    values = [value_of(term, at) for at in ways]
    for indicator, power in term.powers:
        steep = sum(value * UNIT // max(1_000, at[indicator]) for value, at in zip(values, ways, strict=True))
        yield indicator, power * steep // (term.root * _STEPS)


def integer_root(number: int, degree: int) -> int:
    """The largest whole number whose power is at most `number`; Newton's steps from above."""
    if number < 2 or degree == 1:
        return number
    root = 1 << -(-number.bit_length() // degree)
    while True:
        lower = ((degree - 1) * root + number // root ** (degree - 1)) // degree
        if lower >= root:
            return root
        root = lower
