"""The debriefs of a host's tables: made in the background when play is over, stored once, read back ever after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from sandgame.frames import debrief_wire
from sandgame.frames.debrief import MadeDebrief
from sandgame.frames.fault import FaultError
from sandgame.frames.marks import SCORING_VERSION
from sandgame.frames.wire import UnreadableError
from sandgame.host.debriefing import STAGES, Log, Made
from sandgame.host.jobs import Jobs
from sandgame.host.unscored import unscored_weeks
from sandgame.rules.events import Event, PhaseStarted
from sandgame.rules.state import State
from sandgame.scenario.package import Package
from sandgame.store.records import Holding, Store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Over:
    """A table whose play is over: `at` is the number of the event that ended it, or that follows a log broken off."""

    number: int
    game: int
    at: int
    log: Log


def over(
    store: Store,
    number: int,
    game: int,
    state: State,
    events: tuple[Event, ...],
    package: Package,
    roster: Iterable[Holding],
) -> Over:
    """As the table stands now, whether its last week was played or not."""
    whole = state.phase == "over"
    at = len(events)
    if whole:
        at = max(at for at, event in enumerate(events) if isinstance(event, PhaseStarted) and event.phase == "over")
    left_out = unscored_weeks(store, game, state, roster)
    log = Log(number, events, left_out, package.anchors(state.length), whole)
    return Over(number, game, at, log)


class Debriefs:
    """`told` hears the number of a table of which there is more now."""

    def __init__(self, store: Store, jobs: Jobs, told: Callable[[int], None]) -> None:
        self._store = store
        self._jobs = jobs
        self._told = told
        self._over: dict[int, Over] = {}
        self._open: set[int] = set()
        self.made: dict[int, MadeDebrief] = {}

    @property
    def waiting(self) -> int:
        """Tables of which more is still to come."""
        return len(self._open)

    def knows(self, number: int) -> bool:
        return number in self._over

    def forget(self, number: int) -> None:
        """Play goes on there after all."""
        for kept in (self._over, self.made):
            kept.pop(number, None)
        self._open.discard(number)

    def begin(self, table: Over) -> None:
        """Read back if it was made before; else the first page now, the rest when no first page is waited for."""
        if table.number in self._over and self._over[table.number].at == table.at:
            return
        self.forget(table.number)
        self._over[table.number] = table
        stored = stored_debrief(self._store, table)
        if stored is not None:
            self.made[table.number] = stored
            self._told(table.number)
            return
        self._open.add(table.number)
        self._told(table.number)
        self._put(0, with_stored(self._store, table))

    def _put(self, stage: int, table: Over) -> None:
        self._jobs.put(stage, STAGES[stage], lambda: table.log, partial(self._made, stage, table))

    def _made(self, stage: int, table: Over, made: Made | None) -> None:
        now = self._over.get(table.number)
        if now is None or now.at != table.at:
            return
        last = made is None or made[1] is None or stage == len(STAGES) - 1
        if made is not None and made[1] is not None:
            self.made[table.number] = made[1]
            keep(self._store, table, *made)
        if last:
            self._open.discard(table.number)
        self._told(table.number)
        if made is not None and not last:
            self._put(stage + 1, replace(table, log=made[0]))


# -- in the store


def stored_debrief(store: Store, table: Over) -> MadeDebrief | None:
    """As it was made first, also by an older version of the marks."""
    versions = range(SCORING_VERSION, 0, -1)
    found = (_stored(store, table, "debrief", debrief_wire.read_made, version) for version in versions)
    return next((made for made in found if made is not None), None)


def with_stored(store: Store, table: Over) -> Over:
    """With what was found before the host was broken off."""
    worths = _stored(store, table, "worths", debrief_wire.read_worths)
    gone = _stored(store, table, "losses", debrief_wire.read_gone)
    return replace(table, log=replace(table.log, worths=worths, gone=gone))


def _stored(
    store: Store, table: Over, what: str, read: Callable[[bytes], T], version: int = SCORING_VERSION
) -> T | None:
    """What an older program left in a shape of its own gives way to what is made anew."""
    body = store.result(table.game, version, _kind(what, table))
    if body is None:
        return None
    try:
        return read(body)
    except UnreadableError:
        store.drop_result(table.game, version, _kind(what, table))
        return None


def keep(store: Store, table: Over, found: Log, made: MadeDebrief | None) -> None:
    """The first stays. What cannot be stored is told all the same, and made anew next time."""
    results = {"worths": found.worths, "losses": found.gone}
    whole = None if made is None or made.debrief.awaits else made
    try:
        for kind, result in (*results.items(), ("debrief", whole)):
            if result is not None:
                store.keep_result(table.game, SCORING_VERSION, _kind(kind, table), debrief_wire.encode(result))
    except FaultError:
        return


def _kind(what: str, table: Over) -> str:
    """A table that is rolled back and played to another end has other results."""
    return f"{what}.{table.at}"
