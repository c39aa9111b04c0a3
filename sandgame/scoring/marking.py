"""One principle of a team or a link: departments' pieces -> gauges, points with their interval, and effects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sandgame.frames.marks import Anchor, Gauge, Indicator, Level, Mark, Missing, NotMeasured, Piece, Principle
from sandgame.rules.ids import TABLE, SeatId
from sandgame.scoring.anchoring import REFERENCE, SILO, Place, Scale, band_of, clipped, discriminates
from sandgame.scoring.estimate import UNIT, Estimate, estimated, interval, sized
from sandgame.scoring.explaining import FINE, apportioned, moves, strongest
from sandgame.scoring.principles import HOME, TERMS, Term, Values, slopes, value_of, worth_of

FEW, MANY = 8_000, 20_000
"""Thousandths of opportunities from which on there is a band, and a number."""
NARROW = 1_500
"""Half an interval, in hundredths of a point, within which a number may be shown."""


class Measured(NamedTuple):
    """A department on one principle. Values in millionths; `start` and `end` are those of the priors and of now."""

    seat: SeatId
    terms: tuple[Term, ...]
    pieces: tuple[Piece, ...]
    estimates: Mapping[Indicator, Estimate]
    start: Values
    end: Values
    scale: Scale

    @property
    def value(self) -> int:
        return worth_of(self.terms, self.end)

    @property
    def points(self) -> int:
        """On its own scale."""
        return clipped(self.scale.points(self.value))

    @property
    def variance(self) -> int:
        """Of its value, in millionths squared: each indicator's own, by how much it moves the principle."""
        steep = slopes(self.terms, self.end, self.end)
        return sum(steep[i] ** 2 * estimate.variance // UNIT**2 for i, estimate in self.estimates.items())


class Together(NamedTuple):
    """Departments as one: the means of their values and of the ends of their scales, each weighing the same.

    The mean of points would let those speak loudest whose bots hardly differ: there little makes many points.
    """

    start: int
    end: int
    scale: Scale

    @property
    def points(self) -> int:
        return clipped(self.scale.points(self.end))

    @property
    def base(self) -> int:
        return clipped(self.scale.points(self.start))


def together(departments: Sequence[Measured]) -> Together:
    count = len(departments)
    return Together(
        sum(worth_of(d.terms, d.start) for d in departments) // count,
        sum(d.value for d in departments) // count,
        Scale(sum(d.scale.silo for d in departments) // count, sum(d.scale.reference for d in departments) // count),
    )


def measured(
    principle: Principle, seat: SeatId, pieces: Mapping[Indicator, Sequence[Piece]], anchors: Mapping[Place, Anchor]
) -> Measured | None:
    """None where nothing can be said: no term has an opportunity and a scale."""
    terms = tuple(term for term in TERMS[principle] if _counts(term, seat, pieces, anchors))
    if not terms:
        return None
    used = list(dict.fromkeys(indicator for term in terms for indicator in term.indicators))
    own = {indicator: anchors[seat, indicator] for indicator in used}
    estimates = {i: estimated(pieces.get(i, ()), own[i].prior) for i in used}
    silo = worth_of(terms, {i: 1_000 * own[i].silo for i in used})
    reference = worth_of(terms, {i: 1_000 * own[i].reference for i in used})
    return Measured(
        seat,
        terms,
        tuple(piece for i in used for piece in pieces.get(i, ()) if piece.weight),
        estimates,
        {i: 1_000 * own[i].prior for i in used},
        {i: estimates[i].value for i in used},
        Scale(silo, reference),
    )


def _counts(
    term: Term, seat: SeatId, pieces: Mapping[Indicator, Sequence[Piece]], anchors: Mapping[Place, Anchor]
) -> bool:
    """A term counts with an opportunity for any of its indicators (the others stand at their priors) and a scale."""
    own = [anchors.get((seat, indicator)) for indicator in term.indicators]
    known = [anchor for anchor in own if anchor is not None]
    if len(known) < len(own) or not any(piece.weight for i in term.indicators for piece in pieces.get(i, ())):
        return False
    silo = value_of(term, {anchor.indicator: 1_000 * anchor.silo for anchor in known})
    reference = value_of(term, {anchor.indicator: 1_000 * anchor.reference for anchor in known})
    # rounded, so that a term of one indicator is judged as its gauge is
    return discriminates(Anchor(seat, term.indicators[0], silo // 1_000, reference // 1_000, 0, 1))


def mark(
    principle: Principle,
    link: tuple[SeatId, SeatId],
    departments: Sequence[Measured],
    gauges: tuple[Gauge, ...],
    missing: Mapping[Indicator, NotMeasured],
    *,
    numbered: bool,
) -> Mark:
    """Of the departments together; a link is never more than a band."""
    not_measured = tuple(Missing(indicator, why) for indicator, why in missing.items())
    if not departments:
        return Mark(principle, *link, None, None, None, 0, "events", None, gauges, (), (), (), not_measured)
    all_ = together(departments)
    low, high = _interval(departments, all_)
    pieces = _explained(departments, all_)
    level = _level(principle, departments, low, high, numbered=numbered)
    return Mark(
        principle=principle,
        provider=link[0],
        customer=link[1],
        points=all_.points,
        low=low,
        high=high,
        base=all_.base,
        level=level,
        band=None if level == "events" else band_of(low, high),
        gauges=gauges,
        pieces=pieces,
        strongest_for=strongest(pieces, 1),
        strongest_against=strongest(pieces, -1),
        not_measured=not_measured,
    )


def _interval(departments: Sequence[Measured], all_: Together) -> tuple[int, int]:
    """By the Beta that has the mean and the variance of the departments' mean value, on their scale."""
    variance = sum(department.variance for department in departments) // len(departments) ** 2
    low, high = (clipped(all_.scale.points(1_000 * end)) for end in interval(all_.end, sized(all_.end, variance)))
    return min(low, all_.points), max(high, all_.points)


def _level(principle: Principle, departments: Sequence[Measured], low: int, high: int, *, numbered: bool) -> Level:
    own = HOME[principle]
    known = sum(e.n_eff for department in departments for i, e in department.estimates.items() if i in own)
    if known < FEW:
        return "events"
    return "number" if numbered and known >= MANY and high - low <= 2 * NARROW else "band"


def _explained(departments: Sequence[Measured], all_: Together) -> tuple[Piece, ...]:
    """All pieces with their effects, which add up to points less base; in the order of the weeks and of the log."""
    found = [moved for department in departments for moved in _moved(department, len(departments) * all_.scale.width)]
    found.sort(key=lambda pair: (pair[0].round, pair[0].log, pair[0].indicator, pair[0].seat, pair[0].numbers))
    whole, shown = all_.scale.points(all_.end) - all_.scale.points(all_.start), all_.points - all_.base
    # what lies beyond 0 or 100 is cut off all pieces alike
    shares = [share if shown == whole or whole == 0 else share * shown // whole for _, share in found]
    return tuple(piece.moving(to) for (piece, _), to in zip(found, apportioned(shares, shown), strict=True))


def _moved(department: Measured, width: int) -> Iterator[tuple[Piece, int]]:
    """Each piece with what it moves the points by, in FINE parts of a hundredth."""
    steep = slopes(department.terms, department.start, department.end)
    for piece in department.pieces:
        estimate, prior = department.estimates[piece.indicator], department.start[piece.indicator] // 1_000
        moved = moves(piece, estimate.weight, prior) * steep[piece.indicator] * (REFERENCE - SILO)
        yield piece, moved * FINE // (UNIT**2 * width)


def gauge(indicator: Indicator, seat: SeatId, pieces: Sequence[Piece], anchor: Anchor | None) -> Gauge:
    """An indicator of one department; it has points of its own only where its own scale discriminates."""
    count = sum(1 for piece in pieces if piece.weight)
    if anchor is None or not count:
        why: NotMeasured = "not_discriminating" if anchor is None else "no_opportunity"
        return Gauge(indicator, seat, len(pieces), 0, None, None, None, None, why)
    estimate = estimated(pieces, anchor.prior)
    low, high = interval(estimate.value, estimate.size)
    points = points_of(estimate.value, anchor) if discriminates(anchor) else None
    reason: NotMeasured | None = None if points is not None else "not_discriminating"
    # all occasions, also those without a stake: as they are counted on the department's own page
    return Gauge(indicator, seat, len(pieces), estimate.n_eff, estimate.value // 1_000, low, high, points, reason)


def points_of(value: int, anchor: Anchor) -> int:
    """Of an estimate in millionths."""
    return clipped(Scale(1_000 * anchor.silo, 1_000 * anchor.reference).points(value))


def pooled(indicator: Indicator, own: Sequence[Gauge], estimates: Sequence[Estimate], why: NotMeasured | None) -> Gauge:
    """The departments' mean, each weighing the same, with the interval of the Beta of its mean and variance."""
    count = sum(each.n for each in own)
    if not estimates:
        return Gauge(indicator, TABLE, count, 0, None, None, None, None, why or "no_opportunity")
    mean = sum(each.value for each in estimates) // len(estimates)
    variance = sum(each.variance for each in estimates) // len(estimates) ** 2
    low, high = interval(mean, sized(mean, variance))
    points = [each.points for each in own if each.points is not None]
    shown = sum(points) // len(points) if points else None
    reason: NotMeasured | None = None if points else "not_discriminating"
    n_eff = sum(each.n_eff for each in estimates)
    return Gauge(indicator, TABLE, count, n_eff, mean // 1_000, low, high, shown, why or reason)
