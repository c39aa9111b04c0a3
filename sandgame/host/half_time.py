"""The pause for thought of a class at half time: whether it stands there, and what each table is told."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.debrief.half_time import half_time
from sandgame.frames.cast import Cast
from sandgame.frames.debrief import HalfTimeTold
from sandgame.host.class_table import ClassTable
from sandgame.rules.state import State
from sandgame.scoring.record import Record


def is_halfway(tables: Sequence[ClassTable]) -> bool:
    """All are paused by who leads, in the half-time Review or before the week after it."""
    return all(table.table.state.paused and not table.waiting and _at_half_time(table.table.state) for table in tables)


def _at_half_time(state: State) -> bool:
    half = state.half_time
    return bool(half) and (state.round, state.phase) in ((half, "review"), (half + 1, "brief"))


def half_times(tables: Sequence[ClassTable], named: Cast) -> dict[int, HalfTimeTold]:
    """By table, of the weeks that were played; of one before the end of its first there is nothing."""
    found: dict[int, HalfTimeTold] = {}
    for table in tables:
        record = Record(table.table.events)
        if record.rounds:
            last = record.rounds[-1]
            found[table.number] = HalfTimeTold(table.number, last, half_time(record, last), named)
    return found
