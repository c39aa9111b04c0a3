"""Classes in a store that forgets."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sandgame.frames.classroom import ClassSetup, ClassState
from sandgame.frames.console import PastClass
from sandgame.frames.fault import Fault, FaultError
from sandgame.store.classes import KeptClass, Watcher
from sandgame.store.memory import MemoryStore
from sandgame.store.progress import all_over, furthest, last_week
from sandgame.store.records import Happened, Holding, NewSession


class _Known(Struct, frozen=True):
    number: int
    started: str
    kept: KeptClass


class MemoryClassStore(MemoryStore):
    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, _Known] = {}
        self._watchers: dict[str, tuple[int, Watcher]] = {}

    def create_class(self, start: NewSession, setup: ClassSetup, logs: Sequence[Sequence[Happened]]) -> KeptClass:
        if start.session in self._known:
            raise FaultError(Fault.TAKEN, start.session)
        number, games = self.begin(logs)
        rosters = (start.roster,) * len(games)
        kept = KeptClass(start.session, setup, "lobby", start.package, games, rosters)
        self._known[start.session] = _Known(number, start.started, kept)
        return kept

    def kept_class(self, session: str) -> KeptClass:
        if session not in self._known:
            raise FaultError(Fault.NO_SUCH_SESSION, session)
        return self._known[session].kept

    def classes(self) -> tuple[str, ...]:
        return tuple(known.kept.session for known in self._newest())

    def past_classes(self) -> tuple[PastClass, ...]:
        return tuple(self._past(known) for known in self._newest())

    def hold(self, held: Sequence[tuple[int, Holding]]) -> None:
        wanted = {(game, holding.seat): holding for game, holding in held}
        for known in self._known.values():
            kept = known.kept
            rosters = tuple(
                tuple(wanted.get((game, line.seat), line) for line in roster)
                for game, roster in zip(kept.games, kept.rosters, strict=True)
            )
            self._keep(known, replace(kept, rosters=rosters))

    def note_class(self, session: str, setup: ClassSetup, state: ClassState) -> None:
        if session in self._known:
            known = self._known[session]
            self._keep(known, replace(known.kept, setup=setup, state=state))

    def keep_watcher(self, game: int, watcher: Watcher) -> None:
        self._watchers[watcher.token] = game, watcher

    def watchers(self, game: int) -> tuple[Watcher, ...]:
        return tuple(watcher for _, (at, watcher) in sorted(self._watchers.items()) if at == game)

    def delete(self, session: str) -> None:
        known = self._known.pop(session, None)
        if known is None:
            super().delete(session)
        else:
            self.forget(known.kept.games)
            self._watchers = {token: kept for token, kept in self._watchers.items() if kept[0] not in known.kept.games}
            self.forget_surveys(session)

    def _keep(self, known: _Known, kept: KeptClass) -> None:
        self._known[kept.session] = replace(known, kept=kept)

    def _newest(self) -> list[_Known]:
        return sorted(self._known.values(), key=lambda known: -known.number)

    def _past(self, known: _Known) -> PastClass:
        kept = known.kept
        reached = [self.reached(game) for game in kept.games]
        return PastClass(
            session=kept.session,
            number=known.number,
            case=kept.setup.case,
            title=kept.package.text("title"),
            company=kept.package.text("company"),
            started=known.started,
            tables=kept.setup.tables,
            people=sum(line.people for roster in kept.rosters for line in roster if line.holder == "person"),
            length=last_week(kept.setup.length, len(kept.games), self.shortened(kept.games)),
            round=furthest(reached),
            state=kept.state,
            played=all_over(reached),
        )
