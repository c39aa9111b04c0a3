"""A store that forgets: for tests, and for games whose log nobody needs afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from sandgame.frames.fault import Fault, FaultError
from sandgame.store.progress import MOVES, progress
from sandgame.store.records import Entry, Happened, Kept, NewSession, Reached


class MemoryStore:
    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._logs: dict[int, list[Entry]] = {}
        self._ids: set[tuple[int, int, str]] = set()
        self._results: dict[tuple[int, int, str], bytes] = {}
        self._last = 0

    def create(self, start: NewSession, first: Sequence[Happened]) -> Kept:
        if start.session in self._kept:
            raise FaultError(Fault.TAKEN, start.session)
        number = self._last + 1
        kept = Kept(number, number, start)
        self._logs[number] = []
        try:
            self.append([Entry(number, seq, happened) for seq, happened in enumerate(first)])
        except FaultError:
            del self._logs[number]
            raise
        self._last = number
        self._kept[start.session] = kept
        return kept

    def append(self, batch: Sequence[Entry]) -> None:
        logs: dict[int, list[Entry]] = {}
        ids: set[tuple[int, int, str]] = set()
        for entry in batch:
            if entry.game not in self._logs:
                raise FaultError(Fault.TAKEN, f"#{entry.game}")
            log = logs.setdefault(entry.game, list(self._logs[entry.game]))
            happened = entry.happened
            key = None if happened.intent is None else (entry.game, int(happened.seat), happened.intent)
            if entry.seq in {old.seq for old in log} or key in self._ids | ids:
                raise FaultError(Fault.TAKEN, f"#{entry.game}")
            if key is not None:
                ids.add(key)
            log.append(entry)
        self._logs |= logs
        self._ids |= ids

    def read(self, game: int) -> tuple[Entry, ...]:
        return tuple(self._logs.get(game, ()))

    def session(self, session: str) -> Kept:
        if session not in self._kept:
            raise FaultError(Fault.NO_SUCH_SESSION, session)
        return self._kept[session]

    def sessions(self) -> tuple[Reached, ...]:
        newest = sorted(self._kept.values(), key=lambda kept: -kept.number)
        return tuple(self._reached(kept) for kept in newest)

    def delete(self, session: str) -> None:
        game = self.session(session).game
        del self._kept[session]
        del self._logs[game]
        self._ids = {key for key in self._ids if key[0] != game}
        self._results = {key: body for key, body in self._results.items() if key[0] != game}

    def keep_result(self, game: int, version: int, kind: str, body: bytes) -> None:
        if game not in self._logs:
            raise FaultError(Fault.TAKEN, f"#{game}")
        self._results.setdefault((game, version, kind), body)

    def result(self, game: int, version: int, kind: str) -> bytes | None:
        return self._results.get((game, version, kind))

    def close(self) -> None:
        """Nothing is held open."""

    def _reached(self, kept: Kept) -> Reached:
        bodies = [entry.happened.body for entry in self._logs[kept.game] if entry.happened.kind in MOVES]
        start = kept.start
        words = start.package.text("title"), start.package.text("company")
        place = progress(bodies[-1] if bodies else None)
        return Reached(kept.number, start.session, start.started, *words, start.setup, *place)
