"""The seats that this laptop took and has not given up, in a file of the data folder, for its owner's eyes only."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from sandgame.frames.line import HeldSeat

FILE = "seats.json"
KEPT = 12 * 3600
"""Seconds: nobody comes back to a class of the day before."""


class HeldSeats:
    """Read and written whole each time: two windows of a laptop may hold seats."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = folder / FILE
        self._clock = clock

    def all(self) -> tuple[HeldSeat, ...]:
        """Newest first."""
        try:
            kept = msgspec.json.decode(self._path.read_bytes(), type=tuple[HeldSeat, ...])
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return ()
        oldest = self._clock() - KEPT
        return tuple(held for held in kept if held.at >= oldest)

    def of(self, session: str) -> tuple[HeldSeat, ...]:
        """In the order in which they were taken."""
        return tuple(held for held in reversed(self.all()) if held.session == session)

    def keep(self, held: HeldSeat) -> None:
        self._write((held, *(other for other in self.all() if other.token != held.token)))

    def drop(self, token: str) -> None:
        self._write(held for held in self.all() if held.token != token)

    def drop_class(self, session: str) -> None:
        self._write(held for held in self.all() if held.session != session)

    def end_class(self, session: str) -> None:
        """Its seats lead to their debrief from now on; an observer has none."""
        seats = self.all()
        if any(held.session == session and not held.over for held in seats):
            left = (held for held in seats if held.session != session or not held.watching)
            self._write(replace(held, over=True) if held.session == session else held for held in left)

    def now(self) -> int:
        return int(self._clock())

    def _write(self, seats: Iterable[HeldSeat]) -> None:
        """A full disk costs the way back after a restart of the window, and nothing else."""
        data = msgspec.json.encode(tuple(seats))
        half = self._path.with_suffix(".new")
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half.unlink(missing_ok=True)
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(data)
            half.replace(self._path)
