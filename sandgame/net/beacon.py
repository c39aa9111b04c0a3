"""The host calls out once a second on every network; a laptop listens, and knows the host that its code means."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sandgame.frames.class_wire import encode, read_beacon
from sandgame.frames.classroom import Beacon
from sandgame.frames.wire import UnreadableError
from sandgame.net.address import Address, networks

BEACON_PORT = 47471
EVERY = 1.0
MAX_BYTES = 512


class Caller(asyncio.DatagramProtocol):
    """Errors of one network keep no other from being called on."""


async def call_out(beacon: Beacon, port: int = BEACON_PORT, every: float = EVERY) -> None:
    """Until it is cancelled. Networks come and go: they are looked up at every call."""
    data = encode(beacon)
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_datagram_endpoint(Caller, local_addr=("0.0.0.0", 0), allow_broadcast=True)  # noqa: S104 called out on all networks
    try:
        while True:
            for network in networks():
                with contextlib.suppress(OSError):
                    transport.sendto(data, (str(network.network.broadcast_address), port))
            await asyncio.sleep(every)
    finally:
        transport.close()


class Heard(asyncio.DatagramProtocol):
    """Hosts as they are heard; what is no beacon is noise."""

    def __init__(self) -> None:
        self.hosts: asyncio.Queue[tuple[Address, Beacon]] = asyncio.Queue(64)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if len(data) > MAX_BYTES:
            return
        with contextlib.suppress(UnreadableError, asyncio.QueueFull):
            beacon = read_beacon(data)
            self.hosts.put_nowait((Address(addr[0], beacon.port), beacon))


@asynccontextmanager
async def listening(port: int = BEACON_PORT) -> AsyncIterator[asyncio.Queue[tuple[Address, Beacon]]]:
    """OSError if nothing may be listened to here."""
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        # several windows of one computer may listen
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        ear.bind(("", port))
    except OSError:
        ear.close()
        raise
    transport, heard = await asyncio.get_running_loop().create_datagram_endpoint(Heard, sock=ear)
    try:
        yield heard.hosts
    finally:
        transport.close()
