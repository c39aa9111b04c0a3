"""A table at a glance, for the facilitator's console: read off its state, and off what the host knows of its people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sandgame.frames.classroom import AwaySeat, LinkSeen, LinkState, Stuck, TableRow
from sandgame.rules.escalation import undecided
from sandgame.rules.figures import JUDGED, captured_so_far
from sandgame.rules.ids import ROOM, SeatId, SheetId
from sandgame.rules.state import Line, Sheet, State

LONG = 60.0
"""Seconds after which a line without an answer is one that waits."""
_WORST: tuple[LinkState, ...] = ("stuck", "waiting", "open", "agreed")
Asked = dict[tuple[SheetId, int, int], float]
"""Since when a line waits for an answer: by sheet, line, and how often it was spoken on."""


@dataclass(frozen=True, slots=True)
class AtTable:
    """What no log knows: who `acted` in this phase, who is `away`, the clock, whether it is held or on its own."""

    acted: frozenset[SeatId] = frozenset()
    away: tuple[AwaySeat, ...] = ()
    seconds: float | None = None
    running: bool = False
    waiting: bool = False
    own_clock: bool = False
    late: frozenset[tuple[SheetId, int]] = frozenset()
    """Lines that wait for an answer for long."""


class OpenLine(NamedTuple):
    """A request line that is not settled, with its sheet and its place on it."""

    sheet: Sheet
    at: int
    line: Line


def row_of(number: int, state: State, table: AtTable) -> TableRow:
    kept, matured = promises_kept(state)
    waits = stuck(state)
    return TableRow(
        table=number,
        round=state.round,
        phase=state.phase,
        paused=state.paused,
        waiting=table.waiting,
        done=tuple(sorted(state.finished)),
        bots=tuple(sorted(bots(state))),
        result=state.money.result,
        unanswered=sum(1 for each in open_lines(state) if len(each.line.turns) == 1),
        escalated=len(waits),
        calls=sum(1 for said in state.messages if said.to == ROOM),
        index=index_path(state),
        kept=kept,
        matured=matured,
        idle=idle(state, table),
        away=table.away,
        links=links(state, table.late),
        stuck=waits,
        seconds=table.seconds,
        running=table.running,
        own_clock=table.own_clock,
        length=state.length,
        rules=tuple(rule for rule in state.rules if rule != "pool" or state.scenario.pool),
    )


def bots(state: State) -> frozenset[SeatId]:
    return frozenset(seat for seat, player in state.players.items() if player != "person")


def index_path(state: State) -> tuple[int, ...]:
    """After each week, as it is: also above the best. All by the weeks that the session has now: what was told before
    it was cut does not compare with what is told since. Nothing where the case has no benchmarks."""
    marks = state.benchmarks
    if marks is None:
        return ()
    return tuple(captured_so_far(marks, p.money.result, p.round) for p in state.published if not p.final)


def promises_kept(state: State) -> tuple[int, int]:
    """Of the promises that count so far."""
    judged = [c.state for c in state.commitments.values() if c.state in JUDGED]
    return judged.count("kept"), len(judged)


def idle(state: State, table: AtTable) -> tuple[SeatId, ...]:
    """People at their laptops who have done nothing in this phase. Nobody can do anything once the game is over."""
    if state.phase == "over":
        return ()
    busy = table.acted | state.finished | bots(state) | {each.seat for each in table.away}
    return tuple(seat for seat in state.seats if seat not in busy)


def open_lines(state: State) -> Iterator[OpenLine]:
    for sheet in state.sheets.values():
        for at, line in enumerate(sheet.lines):
            if line.state == "open":
                yield OpenLine(sheet, at, line)


def stuck(state: State) -> tuple[Stuck, ...]:
    """What can be ruled on now: after Negotiate nothing is, and nothing is forced."""
    if state.phase != "negotiate":
        return ()
    return tuple(
        Stuck(each.sheet, each.line, sheet.provider, sheet.customer, line.wanted.service, line.wanted.units)
        for each, sheet, line in undecided(state)
    )


def note_asked(asked: Asked, state: State, now: float) -> Asked:
    """The lines that wait now, each since it was first seen to."""
    waiting = ((each.sheet.sheet, each.at, len(each.line.turns)) for each in open_lines(state))
    return {key: asked.get(key, now) for key in waiting}


def waits_long(asked: Asked, now: float) -> frozenset[tuple[SheetId, int]]:
    return frozenset((sheet, at) for (sheet, at, _), since in asked.items() if now - since >= LONG)


def links(state: State, late: frozenset[tuple[SheetId, int]] = frozenset()) -> tuple[LinkSeen, ...]:
    """From provider to customer, wherever something is asked, promised or refused now: the worst of it."""
    found: dict[tuple[SeatId, SeatId], set[LinkState]] = {}
    for provider, customer, one in (*_of_lines(state, late), *_of_promises(state), *_of_stuck(state)):
        found.setdefault((provider, customer), set()).add(one)
    return tuple(
        LinkSeen(provider, customer, next(worst for worst in _WORST if worst in states))
        for (provider, customer), states in sorted(found.items())
    )


def _of_lines(state: State, late: frozenset[tuple[SheetId, int]]) -> Iterator[tuple[SeatId, SeatId, LinkState]]:
    """A refusal counts until the same service is asked for again."""
    last: dict[tuple[SeatId, SeatId, int], Line] = {}
    for sheet in state.sheets.values():
        for at, line in enumerate(sheet.lines):
            last[sheet.provider, sheet.customer, line.wanted.service] = line
            if line.state == "open":
                waits = line.unanswered or (sheet.sheet, at) in late
                yield sheet.provider, sheet.customer, "waiting" if waits else "open"
    for (provider, customer, _), line in last.items():
        if line.state == "declined" and line.turns[-1].round == state.round:
            yield provider, customer, "stuck"


def _of_promises(state: State) -> Iterator[tuple[SeatId, SeatId, LinkState]]:
    for promise in state.commitments.values():
        if promise.is_open:
            yield promise.provider, promise.customer, "waiting" if promise.at_risk else "agreed"


def _of_stuck(state: State) -> Iterator[tuple[SeatId, SeatId, LinkState]]:
    for _, sheet, _ in undecided(state):
        yield sheet.provider, sheet.customer, "stuck"
