"""Play on this laptop for a window: the host in a thread of its own, asked from outside, heard by listeners."""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from sandgame.frames import debrief_wire, wire
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.debrief_wire import OwnNews
from sandgame.frames.lobby import CaseCard, SessionCard, Setup, TableSetup
from sandgame.frames.seat import HostFrame, Submit
from sandgame.host.cases import Cases
from sandgame.host.jobs import AsideDesk
from sandgame.host.players import Hold, natural
from sandgame.host.solo import Clock, House, Solo, begin
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.store.folder import data_folder, has_sessions, open_store
from sandgame.store.records import Kept, Reached, Store

T = TypeVar("T")
Listener = Callable[[HostFrame], None]


def wall_clock() -> int:
    return time.time_ns() // 1_000_000


class Loop:
    """One event loop in one thread, started when it is first needed."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def ask(self, what: Callable[[], T]) -> T:
        """Runs it in the loop's thread and waits; what it raises is raised here."""
        if self._thread is threading.current_thread():
            return what()

        async def asked() -> T:
            return what()

        return asyncio.run_coroutine_threadsafe(asked(), self._running()).result()

    def tell(self, what: Callable[[], None]) -> None:
        """Runs it in the loop's thread, in the order of the calls; does not wait."""
        self._running().call_soon_threadsafe(what)

    def run(self, what: Coroutine[Any, Any, T]) -> T:
        """Runs it in the loop's thread and waits for its end."""
        return asyncio.run_coroutine_threadsafe(what, self._running()).result()

    def stop(self) -> None:
        if self._loop is None or self._thread is None:
            return
        # no thread of the loop's own is left behind
        asyncio.run_coroutine_threadsafe(self._loop.shutdown_default_executor(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._loop = self._thread = None

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # a window that ends without closing its play must not hang
            self._thread = threading.Thread(target=self._loop.run_forever, name="sandgame-host", daemon=True)
            self._thread.start()
        return self._loop


class LocalSession:
    """The place of one person, or of all people round a laptop, at a table in this process.

    Frames cross as the bytes that a socket would carry.
    """

    def __init__(self, loop: Loop, solo: Solo) -> None:
        self._loop = loop
        self._solo = solo
        self._token = secrets.token_hex(6)
        self._sent = 0
        self._open = True

    @property
    def session(self) -> str:
        return self._solo.session

    @property
    def seat(self) -> SeatId:
        return self._solo.seat

    @property
    def seats(self) -> tuple[SeatId, ...]:
        return self._solo.seats

    def listen(self, listener: Listener) -> None:
        """The listener is called in the loop's thread; a `Seated` for each seat comes first, and each frame says
        whose it is."""
        self._loop.tell(lambda: self._solo.listen(lambda data: listener(wire.read_host(data))))

    def submit(self, intent: Intent, seat: SeatId | None = None) -> str:
        """Of `seat`, or of the first one. Nothing is answered to who has left the table."""
        self._sent += 1
        intent_id = f"{self._token}-{self._sent}"
        data = wire.encode(Submit(self.seat if seat is None else seat, intent_id, intent))
        if self._open:
            self._loop.tell(lambda: self._solo.receive(data))
        return intent_id

    def hear_debrief(self, listener: Callable[[OwnNews], None]) -> None:
        """From before the end on, or of a session that is over; called in the loop's thread."""
        self._loop.tell(lambda: self._solo.hear_debrief(lambda data: listener(debrief_wire.read_news(data))))

    def keep_debrief(self, frame: KeepDebrief) -> None:
        """What a seat answers in it; stored when this returns. Raises FaultError."""
        data = debrief_wire.encode(frame)
        if self._open:
            self._loop.ask(lambda: self._solo.keep_debrief(data))

    def close(self) -> None:
        if self._open:
            self._open = False
            self._loop.ask(self._solo.close)


class LocalPlay:
    """Sessions on this computer, by oneself or round it. Faults of the store are raised as `FaultError`."""

    def __init__(
        self, folder: Path | None = None, hold: Hold = natural, clock: Clock = wall_clock, cases: Cases | None = None
    ) -> None:
        self._folder = data_folder(folder)
        self._hold = hold
        self._clock = clock
        self._cases = cases or Cases()
        self._loop = Loop()
        self._store: Store | None = None
        self._playing: dict[str, LocalSession] = {}

    def cases(self) -> tuple[CaseCard, ...]:
        return self._loop.ask(self._cases.cards)

    def broken_cases(self) -> tuple[str, ...]:
        return self._cases.broken

    def sessions(self) -> tuple[SessionCard, ...]:
        if self._store is None and not has_sessions(self._folder):
            return ()
        return self._loop.ask(lambda: tuple(card(reached) for reached in self._opened().sessions()))

    def start(self, setup: Setup) -> LocalSession:
        return self._sit(lambda house: begin(house, self._cases.package(setup.case), setup))

    def resume(self, session: str) -> LocalSession:
        """The session as it was left; who still sits there is shown out first."""
        self._leave(session)
        return self._sit(lambda house: house.store.session(session))

    def delete(self, session: str) -> None:
        self._leave(session)
        self._loop.ask(lambda: self._opened().delete(session))

    def close(self) -> None:
        """All that was answered is stored; no thread and no file stays open."""
        for session in tuple(self._playing):
            self._leave(session)
        if self._store is not None:
            self._loop.ask(self._store.close)
            self._store = None
        self._loop.stop()

    def _sit(self, kept: Callable[[House], Kept]) -> LocalSession:
        def opened() -> Solo:
            house = House(self._opened(), self._clock, self._hold, AsideDesk())
            return Solo(house, kept(house))

        session = LocalSession(self._loop, self._loop.ask(opened))
        self._playing[session.session] = session
        return session

    def _leave(self, session: str) -> None:
        playing = self._playing.pop(session, None)
        if playing is not None:
            playing.close()

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_store(self._folder)
        return self._store


def card(reached: Reached) -> SessionCard:
    setup = reached.setup
    return SessionCard(
        session=reached.session,
        number=reached.number,
        case=setup.case,
        title=reached.title,
        company=reached.company,
        started=reached.started,
        seat=min(setup.people),
        round=reached.round,
        length=setup.length,
        colleagues=setup.colleagues,
        seed=setup.seed,
        state="over" if reached.phase == "over" else "playing",
        people=setup.people if isinstance(setup, TableSetup) else (),
        extras=setup.extras,
    )
