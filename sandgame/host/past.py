"""Sessions that were played: the list of all, and one of them whole, as its report needs it; made where it was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sandgame.debrief.comparison import comparison
from sandgame.frames.console import PastClass
from sandgame.frames.debrief import MadeDebrief
from sandgame.frames.past import ListedSession, PastSession, PastTable
from sandgame.host.debrief_words import cast, words
from sandgame.host.debriefing import whole
from sandgame.host.debriefs import Over, keep, over, stored_debrief, with_stored
from sandgame.host.gathering import Gathering
from sandgame.host.seating import seat_now
from sandgame.host.table import Table
from sandgame.lab.pool import Progress, run_all
from sandgame.rules.ids import SeatId
from sandgame.scenario.package import Package
from sandgame.store.classes import ClassStore
from sandgame.store.records import Holding

State = Literal["lobby", "playing", "over"]


def listed(store: ClassStore) -> tuple[ListedSession, ...]:
    """Those on this laptop and the classes that were hosted here, newest first."""
    found: list[tuple[int, ListedSession]] = []
    for own in store.sessions():
        is_over = own.phase == "over"
        state: State = "over" if is_over else "playing"
        setup = own.setup
        line = ListedSession(own.session, setup.case, own.started, 1, own.round, state, setup.length)
        found.append((own.number, line))
    for past in store.past_classes():
        line = ListedSession(past.session, past.case, past.started, past.tables, past.round, _state(past), past.length)
        found.append((past.number, line))
    return tuple(line for _, line in sorted(found, key=lambda each: -each[0]))


def _state(past: PastClass) -> State:
    """A class that was played to its end is over, though nobody has ended it."""
    return "over" if past.done else past.state


@dataclass(frozen=True, slots=True)
class _Played:
    """A session as it lies in the store."""

    session: str
    number: int
    started: str
    package: Package
    games: tuple[int, ...]
    rosters: tuple[tuple[Holding, ...], ...]
    alone: bool
    over: bool


def past(
    store: ClassStore,
    session: str,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> PastSession:
    """What was stored is read; the rest is made now, and stored if play is over. Raises FaultError for no such session
    and CancelledError."""
    played = _found(store, session)
    tables = [Table(game, store.read(game)) for game in played.games]
    ends = [
        over(store, number, table.game, table.state, table.events, played.package, roster)
        for number, (table, roster) in enumerate(zip(tables, played.rosters, strict=True), start=1)
    ]
    made = _made(store, ends, played, jobs, progress, cancelled)
    shown = tuple(
        _table(store, played, table, end, found)
        for table, end in zip(tables, ends, strict=True)
        if (found := made[end.number]) is not None
    )
    return PastSession(
        session=session,
        number=played.number,
        case=played.package.id,
        fingerprint=played.package.fingerprint,
        started=played.started,
        length=max(table.state.length for table in tables),
        cast=cast(played.package),
        tables=shown,
        comparison=comparison([table.debrief for table in shown]),
    )


def _found(store: ClassStore, session: str) -> _Played:
    known = next((one for one in store.past_classes() if one.session == session), None)
    if known is None:
        own = store.session(session)
        start, state = own.start, next(one for one in store.sessions() if one.session == session)
        over_ = state.phase == "over"
        alone = len(start.setup.people) == 1
        package, started = start.package, start.started
        return _Played(session, own.number, started, package, (own.game,), (start.roster,), alone, over_)
    kept = store.kept_class(session)
    over_ = kept.state == "over"
    return _Played(session, known.number, known.started, kept.package, kept.games, kept.rosters, False, over_)


def _made(
    store: ClassStore,
    ends: Sequence[Over],
    played: _Played,
    jobs: int,
    progress: Progress | None,
    cancelled: Callable[[], bool] | None,
) -> dict[int, MadeDebrief | None]:
    found: dict[int, MadeDebrief | None] = {end.number: stored_debrief(store, end) for end in ends}
    missing = [with_stored(store, end) for end in ends if found[end.number] is None]
    logs = [end.log for end in missing]
    for end, (log, made) in zip(missing, run_all(whole, logs, jobs, progress, cancelled), strict=True):
        found[end.number] = made
        if made is not None and (log.whole or played.over):
            keep(store, end, log, made)
    return found


def _table(store: ClassStore, played: _Played, table: Table, end: Over, made: MadeDebrief) -> PastTable:
    gathering = Gathering(store, played.session, end.number, end.game)
    roster = played.rosters[end.number - 1]
    held = [line for line in roster if line.holder == "person"]
    persons = frozenset[SeatId]() if played.alone else frozenset(seat_now(line.seat, table.state) for line in held)
    agreed = gathering.agreed(persons, ((one.provider, one.customer) for one in made.debrief.stories))
    return PastTable(
        debrief=made.debrief.for_room(agreed),
        own=made.own,
        shares=made.shares,
        events=table.events,
        times=table.times,
        words=words(table.state, played.package),
        people=sum(line.people for line in held),
        rules=gathering.told(persons).rules,
    )
