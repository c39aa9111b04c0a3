"""The host calls out once a second on every network; a laptop listens, and knows the host that its code means."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import IPv4Interface
from typing import cast

from sandgame.frames.class_wire import encode, read_beacon
from sandgame.frames.classroom import Beacon
from sandgame.frames.wire import UnreadableError
from sandgame.net.address import Address, networks

BEACON_PORT = 47471
EVERY = 1.0
MAX_BYTES = 512


KNOCK, HERE = b"sandgame?", b"sandgame!"
"""A laptop that hears the host asks so whether its own packets arrive; firewalls let through what answers a call."""
ANSWERS = 20
"""Knocks answered between two calls: enough for a class that looks for the fault all at once."""


@dataclass(frozen=True, slots=True)
class Call:
    """`address` is where laptops join; `source` where the call itself came from."""

    address: Address
    beacon: Beacon
    source: Address


class Caller(asyncio.DatagramProtocol):
    """Errors of one network keep no other from being called on."""

    def __init__(self) -> None:
        self._transport: asyncio.DatagramTransport | None = None
        self.answers = ANSWERS

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data == KNOCK and self.answers > 0 and self._transport is not None:
            self.answers -= 1
            self._transport.sendto(HERE, addr)


async def call_out(
    beacon: Beacon,
    port: int = BEACON_PORT,
    every: float = EVERY,
    find_networks: Callable[[], Iterable[IPv4Interface]] = networks,
) -> None:
    """Until it is cancelled. Networks come and go: they are looked up at every call."""
    data = encode(beacon)
    loop = asyncio.get_running_loop()
    transport, caller = await loop.create_datagram_endpoint(Caller, local_addr=("0.0.0.0", 0), allow_broadcast=True)  # noqa: S104 called out on all networks
    try:
        while True:
            caller.answers = ANSWERS
            for network in find_networks():
                with contextlib.suppress(OSError):
                    transport.sendto(data, (str(network.network.broadcast_address), port))
            await asyncio.sleep(every)
    finally:
        transport.close()


class Heard(asyncio.DatagramProtocol):
    """Hosts as they are heard; what is no beacon is noise."""

    def __init__(self) -> None:
        self.calls: asyncio.Queue[Call] = asyncio.Queue(64)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if len(data) > MAX_BYTES:
            return
        with contextlib.suppress(UnreadableError, asyncio.QueueFull):
            beacon = read_beacon(data)
            self.calls.put_nowait(Call(Address(addr[0], beacon.port), beacon, Address(addr[0], addr[1])))


@asynccontextmanager
async def listening(port: int = BEACON_PORT) -> AsyncIterator[asyncio.Queue[Call]]:
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
        yield heard.calls
    finally:
        transport.close()
