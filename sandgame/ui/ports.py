"""What the windows may ask of the engine: protocols, fulfilled structurally and joined in `app`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import ClassSetup
from sandgame.frames.console import PastClass
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.debrief_wire import OwnNews
from sandgame.frames.line import Diagnosis, HeldSeat, LineNews
from sandgame.frames.lobby import CaseCard, SessionCard, Setup
from sandgame.frames.saving import ReportWish, SavingNews
from sandgame.frames.seat import HostFrame
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent

Listener = Callable[[HostFrame], None]
ClassListener = Callable[[Told | LineNews], None]


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


@runtime_checkable
class Debriefing(Protocol):
    """A session that tells of its own game once it is over."""

    def hear_debrief(self, listener: Callable[[OwnNews], None]) -> None:
        """On another thread: the table's debrief with the own pages of the seats held here, and what was gathered."""

    def keep_debrief(self, frame: KeepDebrief) -> None: ...


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


class Classroom(Protocol):
    """This laptop's line to a class: it comes back by itself when it is cut, to the same seats."""

    def listen(self, listener: ClassListener) -> None:
        """Begin to receive, on another thread, in order: `Welcome` or `JoinFailed` first."""

    def ask(self, frame: Asked) -> None:
        """Whatever a laptop, or the facilitator's window, may ask; what it leads to comes to the listener."""

    def submit(self, intent: Intent, seat: SeatId) -> str:
        """An intent of a seat held here; its id comes back in `Answered`. One is under way at a time, and only that
        one is sent again after the line was cut."""

    def retry(self) -> None:
        """Where the line is cut: the next try comes now."""

    def close(self) -> None:
        """Hang up. The seats held stay this laptop's: `Lessons.held` knows them."""


class Lessons(Protocol):
    """Classes: one to join, one to run. Nothing here waits for the network."""

    def join(self, code: str, address: str = "") -> Classroom:
        """By the six characters; an address is typed where the class is not heard."""

    def held(self) -> HeldSeat | None:
        """A seat that this laptop may go back to."""

    def come_back(self, held: HeldSeat) -> Classroom: ...

    def forget(self, held: HeldSeat) -> None: ...

    def examine(self, code: str, address: str, listener: Callable[[Diagnosis], None]) -> Callable[[], None]:
        """The connection check; it tells each time it knows more. What it gives back ends it."""

    def found(self, setup: ClassSetup) -> Classroom:
        """Starts a host for a new class and leads it; `CaseTold` comes when laptops may join."""

    def running(self) -> bool:
        """Whether a host of this computer runs, or was left in the middle of a class."""

    def lead_again(self, session: str = "") -> Classroom:
        """Back to the class of the running host, or of one that was played: the host is started again for it."""

    def past(self) -> tuple[PastClass, ...]:
        """Newest first."""

    def delete(self, session: str) -> None: ...

    def close(self) -> None:
        """Hangs up everywhere. A host under way goes on without its window."""


class Reports(Protocol):
    """Reports of sessions on this computer, written beside the window."""

    def save(self, wish: ReportWish, listener: Callable[[SavingNews], None]) -> Callable[[], None]:
        """Told on another thread; `Saved` or `NotSaved` is the last. What it gives back stops it: what was begun
        goes, and `NotSaved` says so."""

    def close(self) -> None:
        """Stops what is under way and waits for it."""
