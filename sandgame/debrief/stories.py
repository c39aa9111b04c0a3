"""The two sides of a link beside each other: what each was measured by, knew, felt, and took the other for."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.debrief import FactShown, LinkShown, LinkStory, SideOfLink
from sandgame.rules.ids import SeatId
from sandgame.rules.room_events import RoleAnswered
from sandgame.scoring.record import Record

MOST = 2
"""Facts on each side: more nobody reads."""


def stories(record: Record, links: Sequence[LinkShown], known: Sequence[FactShown]) -> tuple[LinkStory, ...]:
    """One for each link that is shown."""
    return tuple(
        LinkStory(
            link.provider,
            link.customer,
            (
                _side(record, link.provider, link.customer, link, known),
                _side(record, link.customer, link.provider, link, known),
            ),
        )
        for link in links
    )


def _side(record: Record, seat: SeatId, other: SeatId, link: LinkShown, known: Sequence[FactShown]) -> SideOfLink:
    metrics = sorted(record.end.scenario.department(seat).metrics, key=lambda metric: -metric.weight)
    own = [fact for fact in known if fact.seat == seat]
    hidden = [fact for fact in known if fact.seat == other and seat in fact.needed_by and not fact.in_time]
    answer = _thought(record, seat, other)
    return SideOfLink(
        seat=seat,
        measured_by=tuple((metric.kind, metric.weight) for metric in metrics),
        knew=tuple((fact.about, fact.number) for fact in own[:MOST]),
        knew_not=tuple((fact.about, fact.number) for fact in hidden[:MOST]),
        rating=link.rating,
        thought=("", "") if answer is None else (answer.metric, answer.limit),
        right=(False, False) if answer is None else (answer.metric_right, answer.limit_right),
    )


def _thought(record: Record, seat: SeatId, other: SeatId) -> RoleAnswered | None:
    """Its last answer about the other."""
    answers = [event for _, event in record.of(RoleAnswered) if (event.seat, event.about) == (seat, other)]
    return answers[-1] if answers else None
