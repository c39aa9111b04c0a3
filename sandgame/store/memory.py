"""A store that forgets: for tests, and for games whose log nobody needs afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from sandgame.frames.fault import Fault, FaultError
from sandgame.rules.ids import SeatId
from sandgame.store.progress import MOVES, SHORTENED, Reach, progress
from sandgame.store.records import Answer, Entry, Happened, Kept, NewSession, Reached


class MemoryStore:
    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._logs: dict[int, list[Entry]] = {}
        self._ids: set[tuple[int, int, str]] = set()
        self._results: dict[tuple[int, int, str], bytes] = {}
        self._gathered: dict[tuple[int, SeatId, str], bytes] = {}
        self._surveys: dict[tuple[str, str], tuple[str, bytes]] = {}
        self._last = self._last_game = 0

    def create(self, start: NewSession, first: Sequence[Happened]) -> Kept:
        if start.session in self._kept:
            raise FaultError(Fault.TAKEN, start.session)
        number, (game,) = self.begin([first])
        self._kept[start.session] = kept = Kept(number, game, start)
        return kept

    def begin(self, logs: Sequence[Sequence[Happened]]) -> tuple[int, tuple[int, ...]]:
        """The number of a new session, and a game for each of these logs."""
        games = tuple(range(self._last_game + 1, self._last_game + 1 + len(logs)))
        self._logs |= {game: [] for game in games}
        try:
            pairs = zip(games, logs, strict=True)
            self.append([Entry(game, seq, happened) for game, log in pairs for seq, happened in enumerate(log)])
        except FaultError:
            self.forget(games)
            raise
        self._last, self._last_game = self._last + 1, self._last_game + len(logs)
        return self._last, games

    def forget(self, games: Collection[int]) -> None:
        """Their logs with all that was worked out from them."""
        for game in games:
            del self._logs[game]
        self._ids = {key for key in self._ids if key[0] not in games}
        self._results = {key: body for key, body in self._results.items() if key[0] not in games}
        self._gathered = {key: body for key, body in self._gathered.items() if key[0] not in games}

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

    def appending(self, batch: Sequence[Entry]) -> Callable[[], None]:
        return partial(self.append, batch)

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
        self.forget_surveys(session)
        self.forget([game])

    def keep_result(self, game: int, version: int, kind: str, body: bytes) -> None:
        if game not in self._logs:
            raise FaultError(Fault.TAKEN, f"#{game}")
        self._results.setdefault((game, version, kind), body)

    def result(self, game: int, version: int, kind: str) -> bytes | None:
        return self._results.get((game, version, kind))

    def drop_result(self, game: int, version: int, kind: str) -> None:
        self._results.pop((game, version, kind), None)

    def gather(self, game: int, answers: Sequence[Answer]) -> None:
        if game not in self._logs:
            raise FaultError(Fault.TAKEN, f"#{game}")
        self._gathered |= {(game, answer.seat, answer.kind): answer.body for answer in answers}

    def gathered(self, game: int) -> tuple[Answer, ...]:
        found = sorted((key, body) for key, body in self._gathered.items() if key[0] == game)
        return tuple(Answer(seat, kind, body) for (_, seat, kind), body in found)

    def keep_survey(self, session: str, key: str, occasion: str, body: bytes) -> None:
        self._surveys[key, occasion] = session, body

    def surveys(self, session: str, occasion: str) -> tuple[bytes, ...]:
        found = sorted((key, kept) for key, kept in self._surveys.items() if key[1] == occasion)
        return tuple(body for _, (of, body) in found if of == session)

    def forget_surveys(self, session: str) -> None:
        self._surveys = {key: kept for key, kept in self._surveys.items() if kept[0] != session}

    def close(self) -> None:
        """Nothing is held open."""

    def reached(self, game: int) -> Reach:
        bodies = [entry.happened.body for entry in self._logs[game] if entry.happened.kind in MOVES]
        return progress(bodies[-1] if bodies else None)

    def shortened(self, games: Iterable[int]) -> list[bytes]:
        """The last shortening of each of these that was shortened."""
        logs = ([each.happened for each in self._logs[game]] for game in games)
        found = ([happened.body for happened in log if happened.kind in SHORTENED] for log in logs)
        return [bodies[-1] for bodies in found if bodies]

    def _reached(self, kept: Kept) -> Reached:
        start = kept.start
        words = start.package.text("title"), start.package.text("company")
        return Reached(kept.number, start.session, start.started, *words, start.setup, *self.reached(kept.game))
