"""Boxes as plain numbers: thousands are tried for one board, and these are many times faster to compare than Qt's."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF

Edges = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def edges(box: QRectF, wider: float = 0.0) -> Edges:
    return box.left() - wider, box.top() - wider, box.right() + wider, box.bottom() + wider


def moved(box: Edges, across: float, down: float) -> Edges:
    left, top, right, low = box
    return left + across, top + down, right + across, low + down


def is_inside(box: Edges, whole: Edges) -> bool:
    return box[0] >= whole[0] and box[1] >= whole[1] and box[2] <= whole[2] and box[3] <= whole[3]


def meets(box: Edges, others: Iterable[Edges]) -> bool:
    """Whether a box lies over one of the others; to touch is not to lie over."""
    left, top, right, low = box
    # a generator would take twice as long
    for other_left, other_top, other_right, other_low in others:
        if left < other_right and other_left < right and top < other_low and other_top < low:
            return True
    return False
