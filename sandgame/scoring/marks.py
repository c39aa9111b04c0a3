"""The public door: a log, its worths and the anchors of its case -> marks. Pure: the same log, the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sandgame.frames.marks import (
    PRINCIPLES,
    SCORING_VERSION,
    Anchor,
    Anchors,
    Gauge,
    Indicator,
    LeftOut,
    Mark,
    Marks,
    NotMeasured,
    Piece,
    Principle,
    Worths,
)
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.scoring.anchoring import Place, tally, weighed_by
from sandgame.scoring.estimate import estimated
from sandgame.scoring.facts import facts_of
from sandgame.scoring.indicators import INDICATORS, NOT_BUILT, read
from sandgame.scoring.marking import Measured, gauge, mark, measured, pooled
from sandgame.scoring.principles import HOME
from sandgame.scoring.record import Record, SeatWeek

Weighed = Mapping[Place, Sequence[Piece]]
Link = tuple[SeatId, SeatId]
TEAM: Link = (TABLE, TABLE)


def marks(
    log: Sequence[Event], worths: Worths, anchors: Anchors, left_out: frozenset[SeatWeek] = frozenset()
) -> Marks:  # fmt: skip
    """`left_out` are weeks in which somebody played in a seat without being scored. Raises ValueError for what is no
    log."""
    record = Record(log, left_out)
    own = {(anchor.seat, anchor.indicator): anchor for anchor in anchors.anchors}
    pieces = _weighed(tally(read(record, worths)), own)
    found = [_team(record, principle, pieces, own) for principle in PRINCIPLES]
    by_link = _by_link(record, pieces)
    for link in sorted(by_link):
        found += _of_link(record, link, by_link[link], own)
    return Marks(
        scoring_version=SCORING_VERSION,
        fingerprint=record.end.fingerprint,
        seed=record.end.seed,
        length=record.end.length,
        talk=record.end.talk,
        marks=tuple(found),
        facts=facts_of(record.seats, pieces, own),
        left_out=_left_out(record),
    )


def pieces_of(log: Sequence[Event], worths: Worths) -> dict[Place, list[Piece]]:
    """What anchors are made of: all pieces of a game, with weights in the indicators' own measures."""
    return tally(read(Record(log), worths))


def _weighed(pieces: Weighed, anchors: Mapping[Place, Anchor]) -> dict[Place, list[Piece]]:
    """Without an anchor there is no scale to weigh by: the pieces stay facts, and bear no points."""
    return {
        place: weighed_by(anchors[place].scale if place in anchors else 0, found) for place, found in pieces.items()
    }


def _of_seat(pieces: Weighed, seat: SeatId) -> dict[Indicator, Sequence[Piece]]:
    return {indicator: found for (of, indicator), found in pieces.items() if of == seat}


def _team(record: Record, principle: Principle, pieces: Weighed, anchors: Mapping[Place, Anchor]) -> Mark:
    departments = _departments(principle, record.seats, pieces, anchors)
    missing = _missing(record, principle, pieces, departments)
    gauges: list[Gauge] = []
    for indicator in HOME[principle]:
        if indicator in NOT_BUILT:
            continue
        seats = [seat for seat in record.seats if (seat, indicator) in pieces]
        own = [gauge(indicator, seat, pieces[seat, indicator], anchors.get((seat, indicator))) for seat in seats]
        known = [
            estimated(pieces[seat, indicator], anchors[seat, indicator].prior)
            for seat, each in zip(seats, own, strict=True)
            if each.estimate is not None
        ]
        gauges += [pooled(indicator, own, known, missing.get(indicator)), *own]
    return mark(principle, TEAM, departments, tuple(gauges), missing, numbered=True)


def _of_link(record: Record, link: Link, pieces: Weighed, anchors: Mapping[Place, Anchor]) -> Iterable[Mark]:
    """Of a link only what there was an opportunity for; both sides' conduct towards one another."""
    for principle in PRINCIPLES:
        departments = _departments(principle, link, pieces, anchors)
        if departments:
            missing = _missing(record, principle, pieces, departments)
            gauges = tuple(
                gauge(indicator, seat, pieces[seat, indicator], anchors.get((seat, indicator)))
                for indicator in HOME[principle]
                for seat in link
                if (seat, indicator) in pieces
            )
            yield mark(principle, link, departments, gauges, missing, numbered=False)


def _departments(
    principle: Principle, seats: Iterable[SeatId], pieces: Weighed, anchors: Mapping[Place, Anchor]
) -> list[Measured]:
    found = (measured(principle, seat, _of_seat(pieces, seat), anchors) for seat in seats)
    return [department for department in found if department is not None]


def _by_link(record: Record, pieces: Weighed) -> dict[Link, dict[Place, list[Piece]]]:
    """The pieces between a provider and a customer of one of its services."""
    real = {(service.provider, customer) for service in record.end.scenario.services for customer in service.receivers}
    found: dict[Link, dict[Place, list[Piece]]] = {}
    for place, each in pieces.items():
        for piece in each:
            link = (piece.provider, piece.customer)
            if link in real:
                found.setdefault(link, {}).setdefault(place, []).append(piece)
    return found


def _missing(
    record: Record, principle: Principle, pieces: Weighed, departments: Sequence[Measured]
) -> dict[Indicator, NotMeasured]:
    """What of the principle's own indicators the mark does without, and why."""
    found: dict[Indicator, NotMeasured] = {}
    used = {indicator for department in departments for indicator in department.end}
    seen = {indicator for (_, indicator), each in pieces.items() if each}
    for indicator in HOME[principle]:
        if indicator in NOT_BUILT:
            found[indicator] = "not_built"
        elif record.open_table and not INDICATORS[indicator].at_open_table:
            found[indicator] = "open_table"
        elif indicator not in seen:
            found[indicator] = "no_opportunity" if _anybody(record) else "left_out"
        elif indicator not in used:
            found[indicator] = "not_discriminating"
    return found


def _anybody(record: Record) -> bool:
    return any(record.plays(seat, round_) for seat in record.seats for round_ in record.rounds)


def _left_out(record: Record) -> tuple[LeftOut, ...]:
    asked = {(seat, week) for seat, week in record.left_out if week <= record.end.round}
    others = set(record.by_others())
    return tuple(LeftOut(seat, week, (seat, week) in asked) for seat, week in sorted(asked | others))
