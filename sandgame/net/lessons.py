"""Classes for a window: one to join, one to run. What only a host needs is loaded when a class is run here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sandgame.frames.classroom import ClassSetup
from sandgame.frames.console import PastClass
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.line import Diagnosis, HeldSeat
from sandgame.host.thread import Loop
from sandgame.lab.child import PROGRAM
from sandgame.net.address import Address
from sandgame.net.beacon import BEACON_PORT
from sandgame.net.doctor import Doctor
from sandgame.net.held import HeldSeats
from sandgame.net.keeper import Keeper
from sandgame.net.laptop import Laptop
from sandgame.net.lead_way import LeadWay
from sandgame.net.way import CodeWay, KnownWay, Way
from sandgame.store.folder import data_folder, has_sessions, open_classes

if TYPE_CHECKING:
    from sandgame.store.classes import ClassStore


class LanLessons:
    """Classes in the network that this computer is in. `pace` and `program` are others where they are tried."""

    def __init__(
        self,
        folder: Path | None = None,
        beacon: int = BEACON_PORT,
        pace: float = 1.0,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self._folder = data_folder(folder)
        self._beacon = beacon
        self._pace = pace
        self._loop = Loop()
        self._seats = HeldSeats(self._folder)
        self._keeper = Keeper(self._folder, program)
        self._laptops: list[Laptop] = []
        self._checks: list[Callable[[], None]] = []

    # a laptop of a class

    def join(self, code: str, address: str = "") -> Laptop:
        return self._laptop(CodeWay(code, address, self._beacon))

    def held(self) -> HeldSeat | None:
        return next(iter(self._seats.all()), None)

    def come_back(self, held: HeldSeat) -> Laptop:
        """To all seats that this laptop holds in the class."""
        way = KnownWay(Address(held.host, held.port), held.fingerprint, self._beacon)
        return self._laptop(way, self._seats.of(held.session) or (held,))

    def forget(self, held: HeldSeat) -> None:
        self._seats.drop_class(held.session)

    def examine(self, code: str, address: str, listener: Callable[[Diagnosis], None]) -> Callable[[], None]:
        doctor = Doctor(code, address, listener, self._beacon)
        task: list[asyncio.Task[None]] = []
        self._loop.tell(lambda: task.append(asyncio.get_running_loop().create_task(doctor.examine())))

        async def cancel() -> None:
            for one in task:
                one.cancel()
            await asyncio.gather(*task, return_exceptions=True)

        def stop() -> None:
            if stop in self._checks:
                self._checks.remove(stop)
                self._loop.run(cancel())

        self._checks.append(stop)
        return stop

    # the facilitator's computer

    def found(self, setup: ClassSetup) -> Laptop:
        """Waits until the host has started. FaultError if it cannot, or if another class is under way here."""
        self._make_room()
        self._keeper.found(setup)
        return self._lead()

    def running(self) -> bool:
        return self._keeper.note is not None or self._keeper.hosted

    def lead_again(self, session: str = "") -> Laptop:
        """As `found`. A host that was asked to end is waited for: it answers, but it does not stay."""
        if self._keeper.ending:
            self._keeper.end()
        note = self._keeper.note
        if self._keeper.hosted and (not session or note is None or note.session == session):
            return self._lead()
        self._make_room()
        port = None if note is None or session not in ("", note.session) else note.port
        self._keeper.resume(session or ("" if note is None else note.session), port)
        return self._lead()

    def past(self) -> tuple[PastClass, ...]:
        if not has_sessions(self._folder):
            return ()
        with _opened(self._folder) as store:
            return store.past_classes()

    def delete(self, session: str) -> None:
        note = self._keeper.note
        if note is not None and note.session == session and self._keeper.hosted:
            raise FaultError(Fault.TAKEN, session)
        with _opened(self._folder) as store:
            store.delete(session)
        (self._folder / f"class-{session}.pem").unlink(missing_ok=True)

    def close(self) -> None:
        for stop in tuple(self._checks):
            stop()
        laptops, self._laptops = self._laptops, []
        for laptop in laptops:
            laptop.close()
        self._loop.run(_quiet())
        self._loop.stop()

    def _laptop(self, way: Way, returning: tuple[HeldSeat, ...] = ()) -> Laptop:
        self._laptops = [other for other in self._laptops if not other.closed]
        laptop = Laptop(self._loop, way, self._seats, returning, self._pace)
        self._laptops.append(laptop)
        return laptop

    def _lead(self) -> Laptop:
        return self._laptop(LeadWay(self._keeper))

    def _make_room(self) -> None:
        """A host whose class is over, or that nobody has come to yet, gives way; another is not driven out."""
        if not self._keeper.hosted:
            return
        note = self._keeper.note
        if note is None or not self._is_done_with(note.session):
            raise FaultError(Fault.HOSTED, str(self._folder))
        self._keeper.end()

    def _is_done_with(self, session: str) -> bool:
        with _opened(self._folder) as store:
            kept = store.kept_class(session)
        sat = any(holding.token is not None for roster in kept.rosters for holding in roster)
        return kept.state == "over" or (kept.state == "lobby" and not sat)


@contextmanager
def _opened(folder: Path) -> Iterator[ClassStore]:
    store = open_classes(folder)
    try:
        yield store
    finally:
        store.close()


async def _quiet() -> None:
    """No thread of the loop's own is left behind."""
    await asyncio.get_running_loop().shutdown_default_executor()
