"""A host from its start to its end: alone on its folder, on the wire, calling out, until it is told to stop."""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import signal
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from websockets.asyncio.server import Server

from sandgame import __version__
from sandgame.frames.classroom import PROTOCOL, Beacon, ClassSetup, HostNote
from sandgame.frames.fault import Fault, FaultError
from sandgame.host.disk import disk
from sandgame.host.hall import ClassHouse, Door, Hall, found
from sandgame.host.jobs import AsideDesk
from sandgame.host.players import Hold, natural
from sandgame.host.process import alone, noted
from sandgame.host.thread import wall_clock
from sandgame.net.address import PORT, own_address
from sandgame.net.beacon import BEACON_PORT, call_out
from sandgame.net.certificate import fingerprint_in, kept_certificate, server_context
from sandgame.net.code import code_of
from sandgame.net.server import port_of, serving
from sandgame.scenario.package import Package
from sandgame.store.classes import ClassStore, KeptClass
from sandgame.store.folder import open_classes

TURN = 0.0005
"""Seconds for which one thread of the host keeps another from going on: a commit that has landed is not kept waiting
for Python's usual ten times as long."""
GARBAGE = 10_000
"""Objects that come to be between two looks for what can be thrown away: some dozen intents."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Where the host is, and what it is known by; said once, when laptops may come."""

    address: str
    port: int
    code: str
    fingerprint: str
    session: str


@dataclass(frozen=True, slots=True)
class Hosting:
    """How a class is hosted. `port` None is the usual one if it is free; `package` None goes on with `session`, or
    with the last class.

    `tls` and `beacon` are turned off where nothing but the host itself is looked at.
    """

    folder: Path
    setup: ClassSetup | None
    package: Package | None
    port: int | None = None
    hold: Hold = natural
    tls: bool = True
    beacon: int | None = BEACON_PORT
    session: str = ""


def run(hosting: Hosting, ready: Callable[[Ready], None]) -> None:
    """Until the process is asked to end. Raises FaultError."""
    with alone(hosting.folder):
        store = open_classes(hosting.folder)
        before = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        try:
            asyncio.run(_host(hosting, store, ready))
        finally:
            sys.setswitchinterval(before)
            store.close()


def last_class(store: ClassStore, place: Path) -> KeptClass:
    sessions = store.classes()
    if not sessions:
        raise FaultError(Fault.NO_SUCH_SESSION, str(place))
    return store.kept_class(sessions[0])


async def _host(hosting: Hosting, store: ClassStore, ready: Callable[[Ready], None]) -> None:
    with disk() as thread:
        await _run(hosting, ClassHouse(store, wall_clock, hosting.hold, AsideDesk(apart=True), thread), ready)


async def _run(hosting: Hosting, house: ClassHouse, ready: Callable[[Ready], None]) -> None:
    store = house.store
    if hosting.package is not None and hosting.setup is not None:
        kept = found(house, hosting.package, hosting.setup)
    else:
        kept = store.kept_class(hosting.session) if hosting.session else last_class(store, hosting.folder)
    pem = kept_certificate(hosting.folder / f"class-{kept.session}.pem")
    fingerprint = fingerprint_in(pem)
    code, key = code_of(fingerprint), secrets.token_hex(16)
    with _stopping() as stopped:
        hall = Hall(house, kept, key)
        try:
            async with _open(hall, hosting.port, server_context(pem) if hosting.tls else None) as server:
                port = port_of(server)
                hall.door = Door(code, own_address(), port)
                note = HostNote(os.getpid(), port, key, kept.session, code, fingerprint.hex())
                beacon = Beacon(PROTOCOL, __version__, port, fingerprint.hex())
                calling = nullcontext() if hosting.beacon is None else _calling(beacon, hosting.beacon)
                async with calling:
                    with noted(hosting.folder, note):
                        _settle_down()
                        ready(Ready(hall.door.address, port, code, fingerprint.hex(), kept.session))
                        await stopped.wait()
        finally:
            hall.close()


def _settle_down() -> None:
    """What is here now stays to the end: it is not looked through again for what could be thrown away, which would
    hold up a class for as long."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE)


@asynccontextmanager
async def _open(hall: Hall, port: int | None, context: ssl.SSLContext | None) -> AsyncIterator[Server]:
    """On the port that was asked for; else the usual one, else any."""
    wished = (port,) if port is not None else (PORT, 0)
    for number in wished:
        opened = serving(hall.visit, number, context, "0.0.0.0")  # noqa: S104 a class comes from all networks
        try:
            server = await opened.__aenter__()
        except OSError as error:
            if number == wished[-1]:
                raise FaultError(Fault.PORT, str(number)) from error
            continue
        try:
            yield server
        finally:
            await opened.__aexit__(None, None, None)
        return


@asynccontextmanager
async def _calling(beacon: Beacon, port: int) -> AsyncIterator[None]:
    """A host that may not call out can still be joined by its address."""
    task = asyncio.create_task(call_out(beacon, port))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await task


@contextmanager
def _stopping() -> Iterator[asyncio.Event]:
    """Set when the system, or somebody at the terminal, asks the process to end."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    before = {
        number: signal.signal(number, lambda _number, _frame: loop.call_soon_threadsafe(stopped.set))
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
