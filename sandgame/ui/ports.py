"""What the windows may ask of the engine: protocols, fulfilled structurally and joined in `app`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sandgame.frames.lobby import CaseCard, SessionCard, Setup
from sandgame.frames.seat import HostFrame
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent

Listener = Callable[[HostFrame], None]


class Session(Protocol):
    """One person's place at a table, or all places round one laptop. Frames come on another thread, in order."""

    @property
    def session(self) -> str: ...

    @property
    def seat(self) -> SeatId: ...

    @property
    def seats(self) -> tuple[SeatId, ...]:
        """All seats held here; `seat` is the first."""

    def listen(self, listener: Listener) -> None:
        """Begin to receive; the first frames are `Seated`, one for each seat."""

    def submit(self, intent: Intent, seat: SeatId | None = None) -> str:
        """Send an intent of `seat`, or of the first one; its id comes back in `Answered`."""

    def close(self) -> None:
        """Leave the table; all that was answered is stored."""


class Play(Protocol):
    """Sessions on this computer, by oneself or round it."""

    def cases(self) -> tuple[CaseCard, ...]: ...

    def broken_cases(self) -> tuple[str, ...]:
        """The names of those that could not be read when `cases` was asked last."""

    def sessions(self) -> tuple[SessionCard, ...]:
        """Newest first."""

    def start(self, setup: Setup) -> Session: ...

    def resume(self, session: str) -> Session: ...

    def delete(self, session: str) -> None: ...

    def close(self) -> None: ...
