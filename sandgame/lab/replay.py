"""A written log -> the game it tells, with what the rules themselves make of it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sandgame.rules.apply import apply
from sandgame.rules.deliver import deliver
from sandgame.rules.events import CompanyMoney, Delivered, Event, FiguresPublished, GameStarted
from sandgame.rules.figures import publish
from sandgame.rules.log import encode, log_sha256
from sandgame.rules.rollback import NoWayBackError, live
from sandgame.rules.state import State


class NotALogError(Exception):
    """The first event does not start a game, or one follows that cannot."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"event {seq}")
        self.seq = seq


@dataclass(frozen=True, slots=True)
class Replay:
    """`differs` are the numbers of events that today's rules would write otherwise; `curve` results by week.

    `events` and `log_sha256` are those of the whole log, with what was rolled back.
    """

    state: State
    events: int
    log_sha256: str
    curve: tuple[int, ...]
    differs: tuple[int, ...]

    @property
    def money(self) -> CompanyMoney:
        return self.state.money


def replay(events: Iterable[Event]) -> Replay:
    """Fold a log, and work out anew each Deliver and each publication of figures that was not rolled back.

    Raises NotALogError.
    """
    log = tuple(events)
    state: State | None = None
    differs: list[int] = []
    for seq, event in counted(log):
        if state is not None and not _agrees(state, event):
            differs.append(seq)
        state = folded(state, seq, event)
    if state is None:
        raise NotALogError(0)
    curve = tuple(p.money.result for p in state.published if not p.final)
    return Replay(state, len(log), log_sha256(map(encode, log)), curve, tuple(differs))


def counted(log: Sequence[Event]) -> list[tuple[int, Event]]:
    """The events that count, each with its number; the first alone starts a game. Raises NotALogError."""
    for seq, event in enumerate(log):
        if (seq == 0) != isinstance(event, GameStarted):
            raise NotALogError(seq)
    try:
        return live(log)
    except NoWayBackError as error:
        raise NotALogError(error.seq) from error


def folded(state: State | None, seq: int, event: Event) -> State:
    """One step on. Raises NotALogError for an event that cannot follow."""
    try:
        return apply(state, event)
    except (LookupError, ValueError) as error:
        raise NotALogError(seq) from error


def _agrees(state: State, event: Event) -> bool:
    if isinstance(event, Delivered):
        return set(state.plans) == set(state.seats) and deliver(state) == event
    if isinstance(event, FiguresPublished):
        return publish(state, event.final) == event
    return True
