"""What the facilitator should look at: who is stuck, who called, who is gone, in the order in which it matters."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sandgame.frames.classroom import CallTold, Stuck, TableRow
from sandgame.present.console_class import NO_TIME, ClassSeen, TableTime, Times, place_of
from sandgame.rules.ids import SeatId

Kind = Literal["escalated", "call", "away", "idle", "unanswered", "late"]
ORDER: tuple[Kind, ...] = ("escalated", "call", "away", "idle", "unanswered", "late")
Key = tuple[str | int, ...]
MANY = 3
"""So many lines without an answer are too many."""
LAST = 60.0
LAST_SHARE = 10
"""So many seconds, and percent of the phase, before its end who is not done is late; the lesser of both."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a table may take before it is worth a look: percent of the phase's time and at least so many seconds,
    or seconds without a clock."""

    share: int
    least: float
    free: float

    def seconds(self, whole: float | None, week: int) -> float:
        longer = FIRST_WEEK / 100 if week == 1 else 1.0
        return longer * (max(self.least, whole * self.share / 100) if whole else self.free)


FIRST_WEEK = 150
"""Percent of the patience in week 1: all of it is new then, and much is read."""
PATIENCE: dict[Kind, Patience] = {
    "idle": Patience(40, 90.0, 180.0),
    "unanswered": Patience(50, 90.0, 240.0),
    "late": Patience(40, 90.0, 180.0),
}


@dataclass(frozen=True, slots=True)
class Alert:
    """`key` names it for good: what was settled once does not come again. `quiet`: it is being waited for, after
    somebody was reminded or left some time, and comes back."""

    kind: Kind
    table: int
    key: Key
    seats: tuple[SeatId, ...] = ()
    count: int = 0
    stuck: Stuck | None = None
    call: CallTold | None = None
    late: bool = False
    quiet: bool = False


def alerts(
    seen: ClassSeen, times: Times, settled: Collection[Key] = (), waiting: Collection[Key] = ()
) -> tuple[Alert, ...]:
    """Of all tables, the most pressing kind first, and last of all those that are `waiting`."""
    if not seen.playing:
        return ()
    found = [
        replace(each, quiet=each.key in waiting)
        for row in seen.rows.values()
        for each in of_table(seen, row, times.get(row.table, NO_TIME))
        if each.key not in settled
    ]
    return tuple(sorted(found, key=lambda each: (each.quiet, ORDER.index(each.kind), each.table)))


def of_table(seen: ClassSeen, row: TableRow, time: TableTime) -> Iterator[Alert]:
    if row.phase == "over":
        return
    age = int(time.age)
    here = (row.table, *place_of(row))
    for stuck in row.stuck:
        key = ("escalated", row.table, row.round, stuck.sheet, stuck.line)
        yield Alert("escalated", row.table, key, (stuck.provider, stuck.customer), stuck=stuck)
    mine = [call for call in seen.calls if call.table == row.table]
    for number, call in enumerate(mine):
        yield Alert("call", row.table, ("call", row.table, number), (call.seat,), call=call)
    for away in row.away:
        if away.seat not in row.bots:
            key = ("away", *here, away.seat)
            yield Alert("away", row.table, key, (away.seat,), count=away.seconds + age, late=away.late)
    if row.paused or row.waiting:
        return
    yield from _slow(seen, row, time, here)


def _slow(seen: ClassSeen, row: TableRow, time: TableTime, here: tuple[int, ...]) -> Iterator[Alert]:
    """Nothing moves there, lines lie about, or others are done."""
    gone = {away.seat for away in row.away} | set(row.bots)
    idle = tuple(seat for seat in row.idle if seat not in gone and seat not in row.done)
    people = [seat for seat in seen.seats if seat not in gone]
    if row.phase != "deliver" and idle and _overdue("idle", row, time) and len(idle) * 2 >= len(people):
        yield Alert("idle", row.table, ("idle", *here), idle, len(idle))
    if (
        row.phase == "negotiate"
        and not seen.open_table
        and row.unanswered >= MANY
        and _overdue("unanswered", row, time)
    ):
        yield Alert("unanswered", row.table, ("unanswered", *here), count=row.unanswered)
    undone = tuple(seat for seat in people if seat not in row.done)
    if undone and undone != idle and _is_late(seen, row, time):
        yield Alert("late", row.table, ("late", *here), undone, len(undone))


def _overdue(kind: Kind, row: TableRow, time: TableTime) -> bool:
    return time.gone >= PATIENCE[kind].seconds(time.whole, row.round)


def _is_late(seen: ClassSeen, row: TableRow, time: TableTime) -> bool:
    """Time runs out, or the others wait for this table."""
    if any(other.waiting for other in seen.rows.values() if other.table != row.table):
        return _overdue("late", row, time)
    whole = time.whole or 0.0
    return time.left is not None and time.left <= min(LAST, whole * LAST_SHARE / 100) and whole > LAST * 1.5
