"""What the charts show, as plain frozen data without Qt: numbers to draw by, texts ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BarKind = Literal["gain", "loss", "total"]
LineKind = Literal["ours", "silo", "reference"]


@dataclass(frozen=True, slots=True)
class RulerPicture:
    """A scale from the silo result to the best one, with the company's own and the reference's place on it.

    Places are permille of the way; below 0 the company fell short of the silo result, at most by the whole length.
    """

    at: int
    mark: int | None
    low_text: str
    at_text: str
    mark_text: str
    high_text: str
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class WaterfallBar:
    """One step from `start` to `end`; a total begins at zero."""

    name: str
    text: str
    start: int
    end: int
    kind: BarKind


@dataclass(frozen=True, slots=True)
class WaterfallPicture:
    """Steps from top to bottom; each begins where the one before ended, the total stands last."""

    bars: tuple[WaterfallBar, ...]
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class CurveLine:
    """A result that grows by the week; the first point is after week 1."""

    name: str
    kind: LineKind
    values: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """Lines over the weeks, all from zero; `values` are the first line's figures, `best` is an end point only."""

    weeks: tuple[str, ...]
    lines: tuple[CurveLine, ...]
    values: tuple[str, ...]
    zero_text: str
    best: int | None = None
    best_text: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class SignedBar:
    """One row of a list of changes: a bar to the left or right of zero."""

    name: str
    value: int
    text: str
    slot: int | None = None
    """The slot whose colour gains take; None is the company's ink. Losses are always in `negative`."""


@dataclass(frozen=True, slots=True)
class SignedBarsPicture:
    bars: tuple[SignedBar, ...]
    spoken: str = ""
