"""The tables of a host and their one store: decide, store, tell, with one commit for each turn of the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sandgame.frames.fault import FaultError
from sandgame.frames.seat import Answered
from sandgame.host.table import Done, Table, Verdict
from sandgame.host.telling import Telling
from sandgame.rules.ids import SeatId
from sandgame.rules.room_intents import AnyIntent
from sandgame.store.records import Store

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


class Room:
    """Lives in one running loop. `clock` gives the time for the log, in milliseconds since 1970."""

    def __init__(self, store: Store, clock: Callable[[], int]) -> None:
        self._store = store
        self._clock = clock
        self._tables: dict[int, tuple[Table, Telling]] = {}
        self._watchers: dict[int, Watcher] = {}
        self._turn: list[_Asked] = []
        self._closing: asyncio.Handle | None = None

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
        if self._closing is None:
            self._closing = asyncio.get_running_loop().call_soon(self.flush)

    def flush(self) -> None:
        """Ends the turn: one commit for the events of all tables, then the news, then the answers."""
        if self._closing is not None:
            self._closing.cancel()
            self._closing = None
        turn, self._turn = self._turn, []
        tables = {asked.table.game: asked.table for asked in turn}
        batch = [entry for table in tables.values() for entry in table.unstored]
        try:
            if batch:
                self._store.append(batch)
        except FaultError as fault:
            self._not_stored(turn, tables, fault)
        else:
            self._stored(turn, tables)

    def _stored(self, turn: list[_Asked], tables: dict[int, Table]) -> None:
        settled = {game: table.settle() for game, table in tables.items()}
        for game, done in settled.items():
            if done:
                table, telling = self._tables[game]
                telling.news(table.state, [event for one in done for event in one.events])
        for asked in turn:
            asked.say(Answered(asked.seat, asked.intent_id, asked.verdict.refusal, stored=True))
        for game, done in settled.items():
            if game in self._watchers:
                self._watchers[game].settled(done)

    def _not_stored(self, turn: list[_Asked], tables: dict[int, Table], fault: FaultError) -> None:
        """Nothing of this turn ever was: neither what was accepted nor what was refused because of it."""
        for table in tables.values():
            table.undo()
        for asked in turn:
            refusal = asked.verdict.refusal if asked.verdict.before else None
            asked.say(Answered(asked.seat, asked.intent_id, refusal, stored=asked.verdict.before))
        for game in tables:
            if game in self._watchers:
                self._watchers[game].not_stored(fault)
