"""What the charts of the debrief show, on the projector and on paper: numbers to draw by, texts ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sandgame.present.pictures import BadgePicture

LossPart = Literal["table", "departments", "clarity", "plain"]


@dataclass(frozen=True, slots=True)
class LossStep:
    """A week, with its three parts, or a change of what could still be reached (`change`, below 0 it took).

    `short` stands under the bar where not all names have room.
    """

    name: str
    short: str
    text: str
    table: int = 0
    departments: int = 0
    clarity: int = 0
    change: int | None = None

    @property
    def down(self) -> int:
        return self.table + self.departments + self.clarity if self.change is None else -self.change


@dataclass(frozen=True, slots=True)
class LossesPicture:
    """From the best that was possible down to the result, a step a week. `plain`: the parts are not told apart."""

    best: int
    best_name: str
    best_text: str
    steps: tuple[LossStep, ...]
    result: int
    result_name: str
    result_text: str
    legend: tuple[tuple[LossPart, str], ...]
    plain: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class TableBar:
    """A table of the class in percent of what working together could add; None where its case has no scale."""

    name: str
    text: str
    value: int | None


@dataclass(frozen=True, slots=True)
class TableBarsPicture:
    """The tables in their own order, with the reference's mark over them."""

    bars: tuple[TableBar, ...]
    mark: int | None
    mark_text: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A principle in permille of the scale with its interval; `too_little` instead where there is no mark."""

    name: str
    at: int = 0
    low: int = 0
    high: int = 0
    text: str = ""
    too_little: str = ""


@dataclass(frozen=True, slots=True)
class ProfilePicture:
    """The six principles beside what bots on their own, and bots that collaborate, reach."""

    rows: tuple[ProfileRow, ...]
    silo: int
    silo_text: str
    reference: int
    reference_text: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class DueCell:
    """Promises of a link that came to their end in one week; `warned` where a word came before."""

    kept: int
    of: int
    warned: bool
    text: str


@dataclass(frozen=True, slots=True)
class DueRow:
    """A link; None in weeks in which nothing was due."""

    provider: BadgePicture
    customer: BadgePicture
    name: str
    cells: tuple[DueCell | None, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PromisesPicture:
    """Every promise by link and week of its due."""

    weeks: tuple[str, ...]
    rows: tuple[DueRow, ...]
    legend: tuple[tuple[Literal["kept", "part", "none", "warned"], str], ...]
    spoken: str = ""
