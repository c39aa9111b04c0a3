"""One table's whole debrief, and each department's own page: everything from the log, its marks and its losses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandgame.debrief.board import board_then
from sandgame.debrief.company import bonus_if_shared, company, figures, kpis, worth_opening
from sandgame.debrief.half_time import half_time
from sandgame.debrief.knowledge import known
from sandgame.debrief.links import links
from sandgame.debrief.promises import causes, largest_failure, promises
from sandgame.debrief.stories import stories
from sandgame.debrief.turning import turning_points
from sandgame.frames.debrief import Awaited, ChangeShown, OwnDebrief, TableDebrief, WeekGone
from sandgame.frames.marks import PRINCIPLES, FactName, Facts, Mark, Marks, Principle, Worths
from sandgame.rules.ids import SeatId
from sandgame.scoring.explaining import strongest
from sandgame.scoring.record import Record

ENOUGH = 4
"""Opportunities below which a fact gives no suggestion."""


@dataclass(frozen=True, slots=True)
class Played:
    """A table's log as it was read, and what was computed from it beside. `weeks` are empty until losses are known."""

    table: int
    record: Record
    marks: Marks
    worths: Worths
    weeks: tuple[WeekGone, ...] = ()
    changes: tuple[ChangeShown, ...] = ()
    exact: bool = False
    awaits: tuple[Awaited, ...] = ()


def table_debrief(played: Played) -> TableDebrief:
    record = played.record
    facts = known(record, played.worths)
    shown, bots = links(record, played.marks), _bots(record)
    return TableDebrief(
        table=played.table,
        talk=record.end.talk,
        length=record.end.length,
        rounds=len(record.rounds),
        company=company(record),
        kpis=kpis(record),
        weeks=played.weeks,
        changes=played.changes,
        exact=played.exact,
        worth_opening=worth_opening(record, facts, played.worths),
        causes=causes(record),
        links=shown,
        failed=largest_failure(record, bots),
        stories=stories(record, shown, facts),
        promises=promises(record),
        known=facts,
        turning=turning_points(record, facts, played.weeks, played.changes),
        half_time=half_time(record, record.end.half_time),
        marks=played.marks,
        bots=bots,
        awaits=played.awaits,
        figures=figures(record),
        planned=record.steps[0].before.length,
        left_out=tuple(sorted(record.unscored)),
        board=board_then(record),
    )


def _bots(record: Record) -> tuple[SeatId, ...]:
    """Seats that no person played in any week."""
    others = set(record.by_others())
    return tuple(seat for seat in record.seats if all((seat, round_) in others for round_ in record.rounds))


def own_debrief(played: Played, debrief: TableDebrief, seat: SeatId) -> OwnDebrief:
    """What one department sees of itself: its own pieces and links, and no other's."""
    marks = played.marks
    own = marks.for_seat(seat, tuple(_own_mark(mark, seat) for mark in marks.of_team))
    kpi = next(one for one in debrief.kpis if one.seat == seat)
    return OwnDebrief(
        table=played.table,
        seat=seat,
        marks=own,
        facts=own.facts,
        kpi=kpi,
        bonus_if_shared=bonus_if_shared(played.record, kpi.kpi),
        company=debrief.company,
        links=tuple(link for link in debrief.links if seat in (link.provider, link.customer)),
        suggestion=suggestion(own.facts),
        left_out=all((seat, round_) in played.record.left_out for round_ in played.record.rounds),
        rounds=debrief.rounds,
        placed=tuple(mark.principle for mark in marks.of_team if mark.level != "events" and mark.points is not None),
    )


def _own_mark(mark: Mark, seat: SeatId) -> Mark:
    """What the seat did, and what each of it moved of the table's mark: a department has no points of its own."""
    pieces = tuple(piece for piece in mark.pieces if piece.seat == seat)
    return mark.of_seat(seat, pieces, strongest(pieces, 1), strongest(pieces, -1))


_FACT_OF: dict[FactName, Principle] = {
    "kept": "trust",
    "warned": "trust",
    "promised": "trust",
    "asked_straight": "needs",
    "clarified": "needs",
    "role_known": "needs",
    "answered": "response",
    "refused_well": "response",
    "told": "openness",
    "rated_by_facts": "improvement",
    "closed_loop": "improvement",
    "recovered": "improvement",
    "for_company": "goals",
    "boundary": "goals",
}
"""Which principle a department's fact speaks of."""


def suggestion(facts: Sequence[Facts]) -> Principle | None:
    """The principle of the fact with the smallest share, where there was enough of it and some of it was missed."""
    enough = [fact for fact in facts if fact.n >= ENOUGH and fact.k < fact.n]
    if not enough:
        return None
    least = min(enough, key=lambda fact: (fact.k * 1000 // fact.n, PRINCIPLES.index(_FACT_OF[fact.fact])))
    return _FACT_OF[least.fact]
