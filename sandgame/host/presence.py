"""Who of a table is still there after play: a line that breaks for a moment makes nobody gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from sandgame.host.class_table import ClassTable
from sandgame.host.table_time import GRACE
from sandgame.rules.ids import SeatId


class Presence:
    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._since = self._loop.time()
        """Whoever has not come back yet after a restart went no earlier."""
        self._waits: dict[int, asyncio.TimerHandle] = {}

    def here(self, table: ClassTable) -> frozenset[SeatId]:
        """Of those who play there."""
        now = self._loop.time()
        gone = {seat for seat, moment in table.seating.went(self._since).items() if moment + GRACE <= now}
        return table.seating.persons() - gone

    def watch(self, table: ClassTable, then: Callable[[ClassTable], None]) -> None:
        """`then` is called when the next of them is gone for long; once, and not for an earlier call."""
        self._forget(table.number)
        now = self._loop.time()
        until = [moment + GRACE for moment in table.seating.went(self._since).values() if moment + GRACE > now]
        if until:
            self._waits[table.number] = self._loop.call_at(min(until), then, table)

    def _forget(self, number: int) -> None:
        wait = self._waits.pop(number, None)
        if wait is not None:
            wait.cancel()

    def close(self) -> None:
        for number in tuple(self._waits):
            self._forget(number)
