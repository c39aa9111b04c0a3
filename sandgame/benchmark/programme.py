"""A mixed-integer programme as plain numbers: columns to choose, rows that bind them, money to be made the most of."""

from __future__ import annotations

from dataclasses import dataclass, field

UNBOUNDED = float("inf")

Entry = tuple[int, int]
"""A column and its coefficient in a row."""


@dataclass(slots=True)
class Programme:
    """Maximise `constant` + the sum of gain × column, the columns between `lows` and `highs`, each row at most its cap.

    `whole` are the columns that must be whole numbers.
    """

    constant: int = 0
    gains: list[int] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    whole: list[int] = field(default_factory=list)
    rows: list[list[Entry]] = field(default_factory=list)
    caps: list[float] = field(default_factory=list)

    def column(self, gain: int = 0, high: float = UNBOUNDED) -> int:
        """A new column from 0 up to `high`; returns its number."""
        self.gains.append(gain)
        self.lows.append(0)
        self.highs.append(high)
        return len(self.gains) - 1

    def fixed(self, value: int) -> int:
        """A new column that can only be `value`."""
        number = self.column(high=value)
        self.lows[number] = value
        return number

    def decision(self, gain: int = 0) -> int:
        """A new column for no (0) or yes (1)."""
        number = self.column(gain, high=1)
        self.whole.append(number)
        return number

    def at_most(self, entries: list[Entry], cap: float) -> int:
        """A new row: the sum of coefficient × column is at most `cap`. Returns its number."""
        self.rows.append(entries)
        self.caps.append(cap)
        return len(self.rows) - 1
