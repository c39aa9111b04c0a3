"""The tables of a host and their one store: decide, store, tell, with one commit for each turn of the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered
from sandgame.host.disk import Disk, Landing
from sandgame.host.table import Done, Table, Verdict
from sandgame.host.telling import Telling
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import AnyIntent
from sandgame.store.records import Entry, Store

Answer = Callable[[Answered], None]


class Watcher(Protocol):
    """Whoever must know when something at a table has become true."""

    def settled(self, done: tuple[Done, ...]) -> None: ...

    def not_stored(self, fault: FaultError) -> None: ...


@dataclass(frozen=True, slots=True)
class _Asked:
    table: Table
    seat: SeatId
    intent_id: str
    verdict: Verdict
    answer: Answer | None

    def say(self, answered: Answered) -> None:
        if self.answer is not None:
            self.answer(answered)


@dataclass(frozen=True, slots=True)
class _Turn:
    """All that was asked in a turn of the loop; or, where a commit was under way, since that began."""

    asked: list[_Asked]
    tables: dict[int, Table]

    @staticmethod
    def of(asked: Iterable[_Asked]) -> _Turn:
        every = list(asked)
        return _Turn(every, {one.table.game: one.table for one in every})


class Room:
    """Lives in one running loop. `clock` gives the time for the log, in milliseconds since 1970. `disk` is a thread
    that waits for it; without one the loop does."""

    def __init__(self, store: Store, clock: Callable[[], int], disk: Disk | None = None) -> None:
        self._store = store
        self._clock = clock
        self._disk = disk
        self._under_way: tuple[_Turn, Landing] | None = None
        self._tables: dict[int, tuple[Table, Telling]] = {}
        self._watchers: dict[int, Watcher] = {}
        self._turn: list[_Asked] = []
        self._closing: asyncio.Handle | None = None
        self._settled: list[dict[int, tuple[Done, ...]]] = []
        """What was told, and its watchers have not seen to yet."""

    def open(self, table: Table, telling: Telling) -> None:
        self._tables[table.game] = (table, telling)

    def watch(self, game: int, watcher: Watcher) -> None:
        self._watchers[game] = watcher

    def close(self, game: int) -> None:
        """The table leaves the room; all that was asked until now is stored and answered first."""
        self.flush()
        self._watchers.pop(game, None)
        del self._tables[game]

    def submit(self, game: int, seat: SeatId, intent_id: str, intent: AnyIntent, answer: Answer | None = None) -> None:
        """Decided at once on what is asked in this turn of the loop; stored, told and answered when the turn ends."""
        table, _ = self._tables[game]
        verdict = table.receive(seat, intent_id, intent, self._clock())
        self._turn.append(_Asked(table, seat, intent_id, verdict, answer))
        if self._closing is None and self._under_way is None:
            self._closing = asyncio.get_running_loop().call_soon(self._end_turn)

    def flush(self) -> None:
        """All that was asked until now is stored and answered when it returns."""
        while self._turn or self._under_way is not None or self._settled:
            if self._under_way is not None:
                self._landed(self._under_way[1])
            elif self._turn:
                self._end_turn()
            self._see_to()

    def _end_turn(self) -> None:
        """One commit for the events of all tables, then the news, then the answers, then what the host makes of it."""
        self._see_to()
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None
        turn, self._turn = _Turn.of(self._turn), []
        batch = [entry for table in turn.tables.values() for entry in table.seal()]
        try:
            if batch and self._disk is not None:
                self._store_aside(turn, batch, self._disk)
                return
            if batch:
                self._store.append(batch)
        except FaultError as fault:
            self._not_stored(turn, fault)
        else:
            self._stored(turn)

    def _store_aside(self, turn: _Turn, batch: list[Entry], disk: Disk) -> None:
        write, loop = self._store.appending(batch), asyncio.get_running_loop()

        def landed(landing: Landing) -> None:
            # a loop that has ended has waited for it
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._landed, landing)

        self._under_way = turn, disk.put(write, landed)

    def _landed(self, landing: Landing) -> None:
        """A commit has ended, or is waited for."""
        if self._under_way is None or self._under_way[1] is not landing:
            # it was waited for
            return
        self._see_to()
        (turn, _), self._under_way = self._under_way, None
        try:
            landing.wait()
        except FaultError as fault:
            # what was asked meanwhile was decided on what never was
            asked, self._turn = self._turn, []
            self._not_stored(_Turn.of((*turn.asked, *asked)), fault)
        else:
            self._stored(turn)

    def _go_on(self) -> None:
        """With what was asked during a commit: the next one begins before the news of the last are told."""
        if any(asked.table.unstored for asked in self._turn):
            self._end_turn()
        elif self._turn:
            self._closing = asyncio.get_running_loop().call_soon(self._end_turn)

    def _stored(self, turn: _Turn) -> None:
        settled = {game: table.settle() for game, table in turn.tables.items()}
        self._go_on()
        for game, done in settled.items():
            if done:
                table, telling = self._tables[game]
                telling.news(table.state, [event for one in done for event in one.events])
        for asked in turn.asked:
            asked.say(Answered(asked.seat, asked.intent_id, asked.verdict.refusal, stored=True))
        self._settled.append(settled)
        if self._disk is None:
            self._see_to()
        else:
            # what was told goes out first: a laptop does not wait for what the host makes of it
            asyncio.get_running_loop().call_soon(self._see_to)

    def _see_to(self) -> None:
        settled, self._settled = self._settled, []
        for games in settled:
            for game, done in games.items():
                if game in self._watchers:
                    self._watchers[game].settled(done)

    def _not_stored(self, turn: _Turn, fault: FaultError) -> None:
        """Nothing of this turn ever was: neither what was accepted nor what was refused because of it."""
        for table in turn.tables.values():
            table.undo()
        for asked in turn.asked:
            refusal = asked.verdict.refusal if asked.verdict.before else None
            asked.say(Answered(asked.seat, asked.intent_id, refusal, stored=asked.verdict.before))
        for game in turn.tables:
            if game in self._watchers:
                self._watchers[game].not_stored(fault)
