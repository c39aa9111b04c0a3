"""What the connection check asks of the network: one question each, answered by a plain fact."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from ipaddress import IPv4Interface
from typing import Literal, Protocol, cast

from sandgame.net.address import Address, real_networks
from sandgame.net.beacon import BEACON_PORT, HERE, KNOCK, Call, listening
from sandgame.net.client import Line, join

Answer = Literal["open", "refused", "silent", "unreachable"]
"""Of a port: it opens; the computer says no; nothing comes back; the network says that there is no way."""
OTHER_PORTS = (135, 445, 22, 7, 62_078)
"""Where computers usually answer one way or the other, whatever they are."""
UNREACHABLE = {errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN, 10_051, 10_065, 10_064}
"""The last three are Windows' own."""


class Sounding(Protocol):
    def networks(self) -> Sequence[IPv4Interface]: ...

    def calls(self) -> AsyncGenerator[Call, None]:
        """Hosts as they are heard. OSError if nothing can be listened to."""

    async def knock(self, address: Address, seconds: float) -> Answer: ...

    async def echo(self, source: Address, seconds: float) -> bool:
        """Whether the host that called from there answers when it is asked."""

    async def answers(self, host: str, seconds: float) -> bool:
        """Whether the computer answers at any port at all."""

    async def greet(self, address: Address, code: str) -> Line:
        """NoWayError if there is no line."""


class RealSounding:
    def __init__(self, beacon: int = BEACON_PORT) -> None:
        self._beacon = beacon

    def networks(self) -> Sequence[IPv4Interface]:
        return real_networks()

    async def calls(self) -> AsyncGenerator[Call, None]:
        async with listening(self._beacon) as calls:
            while True:
                yield await calls.get()

    async def knock(self, address: Address, seconds: float) -> Answer:
        try:
            async with asyncio.timeout(seconds):
                _, writer = await asyncio.open_connection(address.host, address.port)
        except ConnectionRefusedError:
            return "refused"
        except TimeoutError:
            return "silent"
        except UnicodeError:
            return "unreachable"
        except OSError as error:
            return "unreachable" if error.errno in UNREACHABLE else "silent"
        writer.transport.abort()
        return "open"

    async def echo(self, source: Address, seconds: float) -> bool:
        """Asked twice: one packet may get lost."""
        async with _ear(source) as heard:
            for _ in range(2):
                heard.knock()
                try:
                    async with asyncio.timeout(seconds / 2):
                        await heard.answered.wait()
                    return True
                except TimeoutError:
                    continue
        return False

    async def answers(self, host: str, seconds: float) -> bool:
        found = await asyncio.gather(*(self.knock(Address(host, port), seconds) for port in OTHER_PORTS))
        return any(answer in ("open", "refused") for answer in found)

    async def greet(self, address: Address, code: str) -> Line:
        return await join(address, code=code)


class _Ear(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.answered = asyncio.Event()
        self._transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if data == HERE:
            self.answered.set()

    def knock(self) -> None:
        if self._transport is not None:
            self._transport.sendto(KNOCK)


@asynccontextmanager
async def _ear(source: Address) -> AsyncIterator[_Ear]:
    loop = asyncio.get_running_loop()
    transport, ear = await loop.create_datagram_endpoint(_Ear, remote_addr=(source.host, source.port))
    try:
        yield ear
    finally:
        transport.close()
