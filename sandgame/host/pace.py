"""The common pace of a class: who comes to a phase first waits at its start; who was rolled back goes by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from sandgame.frames.classroom import Pace
from sandgame.host.clock import Place, order_of, place_of
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.room_events import RolledBack
from sandgame.rules.state import State


class Paced(Protocol):
    """A table, as the pace of its class needs it."""

    own_from: Place | None
    """Where it was rolled back to, until it has caught up."""

    @property
    def waiting(self) -> bool: ...

    @property
    def now_at(self) -> State: ...

    @property
    def early(self) -> bool:
        """Whether the time of the phase that it has left is not over yet."""

    def hold(self) -> None: ...

    def release(self) -> None: ...


def keep_pace(tables: Sequence[Paced], pace: Pace) -> None:
    """Holds who is ahead, and lets go whom nobody is behind any more."""
    at = [place_of(table.now_at) for table in tables]
    _catch_up(tables, at, pace)
    together = [n for n, table in enumerate(tables) if table.own_from is None] if pace != "each" else []
    last = min((at[n] for n in together), default=None)
    early = [at[n] for n in together if tables[n].early] if pace == "clock" else []
    for n, table in enumerate(tables):
        ahead = n in together and ((last is not None and at[n] > last) or any(place <= at[n] for place in early))
        if not ahead and table.waiting:
            table.release()
        elif ahead and not table.waiting and table.now_at.phase != "over":
            table.hold()


def _catch_up(tables: Sequence[Paced], at: Sequence[Place], pace: Pace) -> None:
    """As soon as a table has come to a phase anew where the others are; where all were rolled back nobody has to."""
    class_at = [place for table, place in zip(tables, at, strict=True) if table.own_from is None]
    for table, place in zip(tables, at, strict=True):
        if table.own_from is None:
            continue
        if pace == "each" or not class_at or (place > table.own_from and place >= min(class_at)):
            table.own_from = None


def behind_since(events: Iterable[Event]) -> Place | None:
    """Read off a log: where its table was rolled back to, if it has not come again to where it was then."""
    back: Place | None = None
    was = at = order_of(0, "brief")
    for event in events:
        if isinstance(event, RolledBack):
            was = at if back is None else was
            back = at = order_of(event.round, event.phase)
        elif isinstance(event, PhaseStarted):
            at = order_of(event.round, event.phase)
            if at >= was:
                back = None
    return back
