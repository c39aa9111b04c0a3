"""What the windows may ask of the engine: protocols, fulfilled structurally and joined in `app`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sandgame.frames.lobby import CaseCard, SessionCard, SoloSetup
from sandgame.frames.seat import HostFrame
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent

Listener = Callable[[HostFrame], None]


class Session(Protocol):
    """One person's place at a table. Frames reach the listener on another thread, in order."""

    @property
    def session(self) -> str: ...

    @property
    def seat(self) -> SeatId: ...

    def listen(self, listener: Listener) -> None:
        """Begin to receive; the first frame is `Seated`."""

    def submit(self, intent: Intent) -> str:
        """Send an intent; its id comes back in `Answered`."""

    def close(self) -> None:
        """Leave the table; all that was answered is stored."""


class Play(Protocol):
    """Sessions by oneself on this computer."""

    def cases(self) -> tuple[CaseCard, ...]: ...

    def broken_cases(self) -> tuple[str, ...]:
        """The names of those that could not be read when `cases` was asked last."""

    def sessions(self) -> tuple[SessionCard, ...]:
        """Newest first."""

    def start(self, setup: SoloSetup) -> Session: ...

    def resume(self, session: str) -> Session: ...

    def delete(self, session: str) -> None: ...

    def close(self) -> None: ...
