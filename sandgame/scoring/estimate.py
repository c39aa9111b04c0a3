"""What opportunities say: pieces' credits and weights -> an estimate and its interval.

Whole numbers: values in millionths, credits, weights and what is stored in thousandths. Floats stay inside the Beta
quantile, whose answer is a whole number of thousandths, so that marks repeat byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import exp, lgamma, log
from typing import NamedTuple

from sandgame.frames.marks import Indicator, Piece

UNIT = 1_000_000
"""One, in millionths."""
PSEUDO = 4
"""Pseudo-opportunities at the prior."""
CAP = 3_000
"""No opportunity weighs more than three average ones."""
LOW, HIGH = 50, 950
"""The ends of an interval, in thousandths of probability."""
_TINY = 1e-300
_STEPS = 300
_CLOSE = 1e-14


BY_SPREAD: frozenset[Indicator] = frozenset({"N2", "C1", "C2", "I3", "G1"})
"""No simple ratios of successes: their interval follows how far the pieces' credits lie apart."""
MOST = 10_000_000
"""Thousandths of opportunities beyond which an interval does not become narrower."""


class Estimate(NamedTuple):
    """`n` opportunities that bear weight; `weight` and `n_eff` in thousandths, `value` in millionths.

    `size` (thousandths) is a + b of the Beta whose quantiles are its interval.
    """

    n: int
    weight: int
    n_eff: int
    value: int
    size: int

    @property
    def variance(self) -> int:
        """In millionths squared."""
        return self.value * (UNIT - self.value) * 1_000 // (self.size + 1_000)


def scaled(weight: int, scale: int) -> int:
    """A weight of an indicator's own measure in thousandths of an average opportunity, capped.

    The average is that of the case's mixed population, not of the log at hand: there, one more light opportunity with
    full credit would make all others heavier, and could lower the estimate.
    """
    return min(CAP, weight * 1_000 // scale) if scale > 0 else 0


def estimated(pieces: Iterable[Piece], prior: int) -> Estimate:
    """x = (Σ w·f + m·x0) / (Σ w + m), n_eff = (Σ w)² / Σ w²; the prior is in thousandths."""
    weighing = [piece for piece in pieces if piece.weight]
    weight = sum(piece.weight for piece in weighing)
    won = sum(piece.weight * piece.credit for piece in weighing)
    squares = sum(piece.weight**2 for piece in weighing)
    value = (won + PSEUDO * 1_000 * prior) * 1_000 // (weight + PSEUDO * 1_000)
    n_eff = weight**2 * 1_000 // squares if squares else 0
    size = n_eff + PSEUDO * 1_000
    if weighing and weighing[0].indicator in BY_SPREAD:
        size = max(size, sized(value, _spread(weighing, value, prior) // (weight + PSEUDO * 1_000) ** 2))
    return Estimate(len(weighing), weight, n_eff, value, size)


def _spread(pieces: Iterable[Piece], value: int, prior: int) -> int:
    """Σ w²·(f − x)² + m·x0·(1 − x0): over (Σ w + m)², what resampling the pieces comes to, and the prior beside it.

    So no dice are needed for a bootstrap, and pieces that happen to be alike do not make an estimate certain.
    """
    own = sum(piece.weight**2 * (1_000 * piece.credit - value) ** 2 for piece in pieces)
    return own + PSEUDO * 1_000**2 * 1_000 * prior * (UNIT - 1_000 * prior)


def sized(value: int, variance: int) -> int:
    """Size (in thousandths) of the Beta of this mean, and of this variance in millionths squared."""
    return max(1_000, min(MOST, value * (UNIT - value) * 1_000 // max(1, variance) - 1_000))


def interval(value: int, size: int) -> tuple[int, int]:
    """The 5 and 95 % quantiles of Beta(x·size, (1 − x)·size), in thousandths; of ratios the size is n_eff + m."""
    mean = max(1, min(999, value // 1_000))
    low, high = quantile(mean, size, LOW), quantile(mean, size, HIGH)
    return min(low, value // 1_000), max(high, value // 1_000)


@lru_cache(maxsize=4_096)
def quantile(mean: int, size: int, probability: int) -> int:
    """Of a Beta of this mean and size (a + b), all in thousandths: the nearest thousandth, found by bisection."""
    a, b = mean * size / 1e6, (1_000 - mean) * size / 1e6
    low, high = 0, 1_000
    while low < high:
        middle = (low + high) // 2
        if beta_below((middle + 0.5) / 1_000, a, b) * 1_000 < probability:
            low = middle + 1
        else:
            high = middle
    return low


def beta_below(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b).

    By the continued fraction of Abramowitz and Stegun, 26.5.8, evaluated by the modified method of Lentz as in Press
    et al., Numerical Recipes, section 6.4; by symmetry where it would converge slowly.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _CLOSE:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
