"""What lies on a table's board between its departments: now, for who leads, and then, for the debrief. Shapes only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict

from sandgame.rules.ids import Phase, SeatId

ChipState = Literal["open", "agreed", "at_risk", "kept", "not_kept"]


class ChipSeen(Struct, frozen=True):
    """A commitment, or an open line (`commitment` 0)."""

    commitment: int
    sheet: int
    line: int
    provider: SeatId
    customer: SeatId
    service: int
    units: int
    due: int
    state: ChipState


class ChipThen(ChipSeen, frozen=True, array_like=True):
    """One that lay there, and looked so, after each number of the log from `since` to `last`."""

    since: int
    last: int

    @classmethod
    def of(cls, chip: ChipSeen, since: int, last: int) -> ChipThen:
        return cls(**asdict(chip), since=since, last=last)


class PhaseThen(Struct, frozen=True, array_like=True):
    """The number of the log by which a phase began."""

    log: int
    round: int
    phase: Phase


class BoardThen(Struct, frozen=True):
    """The board through a whole game, in the order of the log. What single seats had or knew is not in it."""

    chips: tuple[ChipThen, ...]
    phases: tuple[PhaseThen, ...]

    def at(self, log: int) -> tuple[ChipThen, ...]:
        """What lay there when the event of that number had happened."""
        return tuple(chip for chip in self.chips if chip.since <= log <= chip.last)

    def in_week(self, numbers: Sequence[int], week: int) -> int:
        """Of some numbers, in order, the last that happened by the end of a week; else the first, 0 for none."""
        by_then = [number for number in numbers if (begun := self.phase(number)) is not None and begun.round <= week]
        return next(reversed(by_then), next(iter(numbers), 0))

    def phase(self, log: int) -> PhaseThen | None:
        """In which it happened; None before the first one."""
        return next((each for each in reversed(self.phases) if each.log <= log), None)
