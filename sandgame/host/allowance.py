"""How much a laptop may ask of the host: more than its people can, less than a program could."""

from __future__ import annotations

from collections.abc import Callable


class Allowance:
    """So much at once; more grows back by the second."""

    def __init__(self, now: Callable[[], float], at_once: float, per_second: float) -> None:
        self._now = now
        self._most = at_once
        self._per_second = per_second
        self._left = at_once
        self._looked = now()

    def spend(self, price: float = 1.0) -> bool:
        """Whether it was still there."""
        now = self._now()
        self._left = min(self._most, self._left + (now - self._looked) * self._per_second) - price
        self._looked = now
        return self._left >= 0


def for_frames(now: Callable[[], float]) -> Allowance:
    """Frames of any kind: for the quickest of people with all seats of a table on one laptop."""
    return Allowance(now, 600, 300)


def for_whole_views(now: Callable[[], float]) -> Allowance:
    """A whole view costs the host far more than it costs to ask for."""
    return Allowance(now, 40, 4)


def for_misses(now: Callable[[], float]) -> Allowance:
    """Tokens, keys and codes that are none, and what is no frame."""
    return Allowance(now, 10, 0.1)
