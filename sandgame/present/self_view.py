"""How somebody sees the own conduct: the survey's answers as a place from 0 to 100 on each principle."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.marks import Principle

_ITEMS: dict[Principle, tuple[int, int]] = {
    "trust": (1, 2),
    "needs": (3, 4),
    "response": (5, 6),
    "openness": (7, 8),
    "improvement": (9, 10),
    "goals": (11, 12),
}
_REVERSED = frozenset({4, 6, 12, 18})
_MOST = 6


def self_view(answers: Sequence[int]) -> dict[Principle, int]:
    """Only where both of its items were answered; a scale of two says nothing with one."""
    found: dict[Principle, int] = {}
    for principle, items in _ITEMS.items():
        given = [_turned(item, answers[item - 1]) for item in items if item <= len(answers) and answers[item - 1]]
        if len(given) == len(items):
            # (mean - 1) / 5 of 100
            found[principle] = round(100 * (sum(given) - len(given)) / ((_MOST - 1) * len(given)))
    return found


def _turned(item: int, answer: int) -> int:
    return _MOST + 1 - answer if item in _REVERSED else answer
