"""News that comes soon, but not more often than anybody can read."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Notice:
    """Told at the end of this turn of the loop, or when the last telling is `every` seconds ago: once for all that
    came up meanwhile."""

    def __init__(self, every: float, tell: Callable[[], None]) -> None:
        self._loop = asyncio.get_running_loop()
        self._every = every
        self._tell = tell
        self._last = self._loop.time() - every
        self._waiting: asyncio.Handle | None = None

    @property
    def waiting(self) -> bool:
        """Whether it will be told soon."""
        return self._waiting is not None

    def due(self) -> None:
        if self._waiting is None:
            wait = self._last + self._every - self._loop.time()
            later = self._loop.call_later
            self._waiting = later(wait, self._now) if wait > 0 else self._loop.call_soon(self._now)

    def stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _now(self) -> None:
        self._waiting = None
        self._last = self._loop.time()
        self._tell()
