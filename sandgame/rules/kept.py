"""Entries kept unfinished: they count as entered when the phase ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.measures import vote
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.review import rate, write_note
from sandgame.rules.room_events import EntryKept
from sandgame.rules.sharing import propose_pool
from sandgame.rules.state import State

Outcome = tuple[e.Event, ...] | Refusal


def keep_entry(state: State, seat: SeatId, intent: i.KeepEntry) -> Outcome:
    """What could not be entered now is refused, so that the last valid one counts."""
    entry = intent.entry
    phase, rule = _RULES[type(entry)]
    if state.phase != phase or (entry.round, entry.phase) != (state.round, phase):
        return Refusal(Reason.WRONG_PHASE, limit=state.round)
    outcome: Outcome = rule(state, seat, entry)
    return outcome if isinstance(outcome, Refusal) else (EntryKept(seat, entry),)


def entered_by_end(state: State, seat: SeatId) -> tuple[e.Event, ...]:
    """What a seat has kept becomes what it has entered, as far as that is still possible."""
    events: tuple[e.Event, ...] = ()
    for entry in state.kept.get(seat, ()):
        if isinstance(entry, i.ProposePool) and state.pool.proposer is not None:
            # what others have agreed to meanwhile is not swept away by something left lying about
            continue
        _, rule = _RULES[type(entry)]
        outcome: Outcome = rule(state, seat, entry)
        events += () if isinstance(outcome, Refusal) else outcome
    return events


_RULES: dict[type, tuple[str, Callable[[State, SeatId, Any], Outcome]]] = {
    i.ProposePool: ("negotiate", propose_pool),
    i.RateProvider: ("review", rate),
    i.Vote: ("review", vote),
    i.WriteNote: ("review", write_note),
}
