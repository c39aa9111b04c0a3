"""Rolling back: which events of a log still count. What was rolled back stays on the log, void."""

from __future__ import annotations

from collections.abc import Iterable

from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.room_events import RolledBack


class NoWayBackError(ValueError):
    """Event `seq` of a log goes back to a phase that never began."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"event {seq}")
        self.seq = seq


def live(events: Iterable[Event]) -> list[tuple[int, Event]]:
    """The events that count, each with its number in the log; the last start of a phase is the one gone back to.

    Raises NoWayBackError for a log that goes back to a phase that never began.
    """
    kept: list[tuple[int, Event]] = []
    for seq, event in enumerate(events):
        if isinstance(event, RolledBack):
            while kept and not _begins(kept[-1][1], event):
                kept.pop()
            if not kept:
                raise NoWayBackError(seq)
        kept.append((seq, event))
    return kept


def _begins(event: Event, back: RolledBack) -> bool:
    return isinstance(event, PhaseStarted) and (event.round, event.phase) == (back.round, back.phase)
