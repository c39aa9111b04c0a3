"""How figures are written, in both languages alike: whole numbers, comma groups, a true minus, no space before %."""

from collections.abc import Sequence

MINUS = "\u2212"
UP, DOWN = "▲", "▼"


def whole(value: int) -> str:
    """1240 is "1,240", -4 is "−4"."""
    return f"{value:,}".replace("-", MINUS)


def signed(value: int) -> str:
    """7 is "+7", -4 is "−4", 0 is "0"."""
    return f"+{value:,}" if value > 0 else whole(value)


def delta(value: int) -> str:
    """A change: 7 is "▲7", -4 is "▼4", 0 is nothing."""
    if value == 0:
        return ""
    return f"{UP if value > 0 else DOWN}{abs(value):,}"


def percent(value: int) -> str:
    """38 is "38%"."""
    return f"{whole(value)}%"


def times(units: int) -> str:
    """8 is "×8"."""
    return f"×{whole(units)}"


def parts(done: int, of: int) -> str:
    """6 of 8 is "6/8"."""
    return f"{whole(done)}/{whole(of)}"


def span(first: int, last: int) -> str:
    """3 to 4 is "3–4", 4 to 4 is "4"."""
    return whole(first) if first == last else f"{whole(first)}\u2013{whole(last)}"


def tenths(total: int, count: int) -> str:
    """The mean of `count` values that sum to `total`, to one decimal, halves up: 11 of 3 is "3.7"."""
    value = (20 * total + count) // (2 * count)
    sign = MINUS if value < 0 else ""
    return f"{sign}{abs(value) // 10:,}.{abs(value) % 10}"


def clock(seconds: int) -> str:
    """95 seconds are "01:35"; nothing runs below zero."""
    return f"{max(seconds, 0) // 60:02}:{max(seconds, 0) % 60:02}"


def median(values: Sequence[int]) -> int:
    """The mean of the two in the middle towards zero, where there are two: alike on every screen and on paper."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    both = ordered[middle - 1] + ordered[middle]
    return both // 2 if both >= 0 else -(-both // 2)
