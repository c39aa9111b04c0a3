"""The scale of the marks: games of bots -> anchors; a value and its anchors -> points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sandgame.frames.marks import SCORING_VERSION, Anchor, Anchors, Band, Indicator, Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.estimate import estimated, scaled

SILO, REFERENCE = 2_000, 8_000
"""What companies of competing and of collaborating bots get, in hundredths of a point."""
TOP = 10_000
DISCRIMINATES = 50
"""Thousandths between silo and reference from which on a scale means anything."""
NEAR_SILO, NEAR_REFERENCE = 4_000, 6_000
MOST_SURE = 950
"""Thousandths: a prior of certainty would leave an estimate no interval."""
ENOUGH = 20
"""Opportunities in the mixed games below which a department has no anchor of its own."""

Place = tuple[SeatId, Indicator]
Tally = Mapping[Place, Sequence[Piece]]
"""The pieces of a game, by the department and the indicator; weights in the indicators' own measures."""


class Scale(NamedTuple):
    """Silo and reference of the same thing, in one unit."""

    silo: int
    reference: int

    @property
    def width(self) -> int:
        return self.reference - self.silo

    def points(self, value: int) -> int:
        """In hundredths, not clipped, rounded down."""
        return SILO + (REFERENCE - SILO) * (value - self.silo) // self.width


def clipped(points: int) -> int:
    return min(TOP, max(0, points))


def discriminates(anchor: Anchor | None) -> bool:
    """An indicator on which the reference is not above silo tells nothing here; upside down it would teach silo."""
    return anchor is not None and anchor.reference - anchor.silo >= DISCRIMINATES


def band_of(low: int, high: int) -> Band:
    """Named only if the interval clears the cut."""
    if high < NEAR_SILO:
        return "silo"
    return "reference" if low > NEAR_REFERENCE else "between"


def tally(pieces: Iterable[Piece]) -> dict[Place, list[Piece]]:
    found: dict[Place, list[Piece]] = {}
    for piece in pieces:
        found.setdefault((piece.seat, piece.indicator), []).append(piece)
    return found


def anchors_of(silo: Sequence[Tally], reference: Sequence[Tally], mixed: Sequence[Tally], length: int) -> Anchors:
    """From games of competing, of collaborating and of mixed companies, of the same case and length.

    Prior and scale come from all opportunities of the mixed ones; silo and reference are the means of the estimates
    that these games get with that prior, so that a game like them lies at 20 or at 80 however few opportunities it has.
    A department to which a group gave none has no anchor there; nor has one for which there were too few.
    """
    places = sorted({place for game in mixed for place in game})
    found = (_anchor(place, silo, reference, mixed) for place in places)
    return Anchors(SCORING_VERSION, length, tuple(anchor for anchor in found if anchor is not None))


def _anchor(place: Place, silo: Sequence[Tally], reference: Sequence[Tally], mixed: Sequence[Tally]) -> Anchor | None:
    weighing = [piece for game in mixed for piece in game.get(place, ()) if piece.weight]
    if len(weighing) < ENOUGH:
        return None
    weight = sum(piece.weight for piece in weighing)
    prior = sum(piece.weight * piece.credit for piece in weighing) // weight
    prior = min(MOST_SURE, max(1_000 - MOST_SURE, prior))
    scale = max(1, weight // len(weighing))
    ends = [_mean(place, games, prior, scale) for games in (silo, reference)]
    if ends[0] is None or ends[1] is None:
        return None
    seat, indicator = place
    return Anchor(seat, indicator, ends[0], ends[1], prior, scale)


def _mean(place: Place, games: Sequence[Tally], prior: int, scale: int) -> int | None:
    """In thousandths; over the games that had an opportunity."""
    estimates: list[int] = []
    for game in games:
        weighed = weighed_by(scale, game.get(place, ()))
        estimate = estimated(weighed, prior)
        if estimate.n:
            estimates.append(estimate.value)
    return sum(estimates) // (1_000 * len(estimates)) if estimates else None


def weighed_by(scale: int, pieces: Iterable[Piece]) -> list[Piece]:
    """The same pieces with the weights that they have in a mark."""
    return [piece.weighing(scaled(piece.weight, scale)) for piece in pieces]
