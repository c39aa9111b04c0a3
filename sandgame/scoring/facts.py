"""A department's facts: k of n, with the moments behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sandgame.frames.marks import Anchor, Band, FactName, Facts, Indicator, Piece
from sandgame.rules.ids import SeatId
from sandgame.scoring.anchoring import Place, band_of, discriminates
from sandgame.scoring.indicators import INDICATORS
from sandgame.scoring.marking import gauge, points_of

ENOUGH = 8
"""Moments from which on a fact has a band."""


class Counted(NamedTuple):
    """A fact is counted where a piece has so much credit, or says one of these."""

    indicator: Indicator
    credit: int
    keys: tuple[str, ...] = ()

    def holds(self, piece: Piece) -> bool:
        return piece.key in self.keys if self.keys else piece.credit >= self.credit


FACTS: Mapping[FactName, Counted] = {
    "kept": Counted("T1", 1_000),
    "warned": Counted("T3", 1_000),
    "promised": Counted("T2", 1_000),
    "answered": Counted("R1", 1_000),
    "refused_well": Counted("R2", 1_000),
    "asked_straight": Counted("N1", 1_000),
    "clarified": Counted("N2", 1_000),
    "role_known": Counted("N3", 500),
    "told": Counted("C1", 1_000),
    "rated_by_facts": Counted("I3", 500),
    "closed_loop": Counted("I1", 800),
    # most of it in time and the rest left in silence has much credit, and is not recovered
    "recovered": Counted("I4", 800, ("kept", "remedied")),
    "for_company": Counted("G1", 500),
    "boundary": Counted("G3", 500),
}


def facts_of(
    seats: Sequence[SeatId], pieces: Mapping[Place, Sequence[Piece]], anchors: Mapping[Place, Anchor]
) -> tuple[Facts, ...]:
    """Of every department all that there was a moment for; the pieces as they weigh in a mark."""
    found: list[Facts] = []
    for seat in seats:
        for fact, counted in FACTS.items():
            place = seat, counted.indicator
            moments = tuple(sorted(pieces.get(place, ()), key=lambda p: (p.round, p.log, p.numbers)))
            if moments:
                k = sum(counted.holds(piece) for piece in moments)
                band = _band(counted.indicator, seat, moments, anchors.get(place))
                found.append(Facts(seat, fact, k, len(moments), band, moments))
    return tuple(found)


def _band(indicator: Indicator, seat: SeatId, moments: Sequence[Piece], anchor: Anchor | None) -> Band | None:
    if len(moments) < max(ENOUGH, INDICATORS[indicator].minimum) or anchor is None or not discriminates(anchor):
        return None
    seen = gauge(indicator, seat, moments, anchor)
    if seen.low is None or seen.high is None:
        return None
    return band_of(points_of(1_000 * seen.low, anchor), points_of(1_000 * seen.high, anchor))
