"""The host's end of the wire: a socket for each laptop, its frames to the hall and back, nobody able to flood it."""

from __future__ import annotations

import asyncio
import logging
import ssl
from asyncio import sslproto
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.protocol import State

MAX_ASKED = 64 * 2**10
"""Bytes of a frame from a laptop: the longest plan that the rules take is a fifth of it."""
MAX_WAITING = 4 * 2**20
"""Bytes that may wait for a laptop that does not read."""
MAX_SOCKETS = 200
FROM_ONE = 24
"""Sockets of one computer, if it is not the host's own: one laptop cannot shut out a class."""
RECORD = 16 * 2**10
"""Bytes that are deciphered at once: no TLS record holds more, and asyncio would keep 256 KiB for each laptop."""
MANNERS: dict[str, Any] = {
    "compression": None,
    "max_size": MAX_ASKED,
    "max_queue": 64,
    "ping_interval": 5,
    "ping_timeout": 10,
    "open_timeout": 10,
    "close_timeout": 1,
    "server_header": None,
    "backlog": 256,
}
"""A line on which nothing is heard for 15 seconds is cut."""


class Visitor(Protocol):
    """Whoever sits at the other end, as the hall knows it."""

    def receive(self, data: bytes) -> None: ...

    def lost(self) -> None: ...


Tell = Callable[[bytes], None]
Visit = Callable[[Tell, Callable[[], None]], Visitor]
"""Called for every new laptop, with how to tell it something and how to hang up."""


class Wire:
    """One laptop's socket. All that is told in one turn of the loop goes out in one write."""

    def __init__(self, socket: ServerConnection) -> None:
        self._socket = socket
        self._loop = asyncio.get_running_loop()
        self._waiting = False
        self._ending = False

    def tell(self, data: bytes) -> None:
        if self._ending or self._socket.protocol.state is not State.OPEN:
            return
        self._socket.protocol.send_binary(data)
        if not self._waiting:
            self._waiting = True
            self._loop.call_soon(self._write)

    def hang_up(self) -> None:
        """What was told before still goes out."""
        if not self._ending:
            self._ending = True
            self._loop.call_soon(self._shut)

    def _write(self) -> None:
        self._waiting = False
        transport = self._socket.transport
        # a line that is being closed has taken along what there was to say
        if transport.is_closing() or self._socket.protocol.state is not State.OPEN:
            return
        transport.write(b"".join(self._socket.protocol.data_to_send()))
        if transport.get_write_buffer_size() > MAX_WAITING:
            transport.abort()

    def _shut(self) -> None:
        if self._waiting:
            self._write()
        if self._socket.protocol.state is State.OPEN:
            self._socket.protocol.send_close(1000)
        self._socket.send_data()
        # whoever does not hang up in turn is not waited for
        self._loop.call_later(1.0, self._socket.transport.abort)


@asynccontextmanager
async def serving(
    visit: Visit, port: int, context: ssl.SSLContext | None, host: str | None = None
) -> AsyncIterator[Server]:
    """While it lasts, laptops may come. `port` 0 takes any that is free."""
    sslproto.SSLProtocol.max_size = RECORD
    homes: Counter[str] = Counter()

    async def attend(socket: ServerConnection) -> None:
        home = str(socket.remote_address[0])
        if homes.total() >= MAX_SOCKETS or too_many(homes, home):
            return
        homes[home] += 1
        wire = Wire(socket)
        visitor = visit(wire.tell, wire.hang_up)
        try:
            while True:
                message = await socket.recv()
                visitor.receive(message.encode() if isinstance(message, str) else message)
        except ConnectionClosed:
            pass
        finally:
            homes[home] -= 1
            visitor.lost()

    # a laptop that breaks off in the middle of a handshake is nothing to write down
    silent = logging.getLogger("sandgame.net")
    silent.setLevel(logging.CRITICAL)
    async with serve(attend, host, port, ssl=context, logger=silent, **MANNERS) as server:
        yield server


def too_many(homes: Counter[str], home: str) -> bool:
    """Whether a computer has as many sockets as one may have; `homes` are those of each."""
    return not home.startswith("127.") and homes[home] >= FROM_ONE


def port_of(server: Server) -> int:
    return int(next(iter(server.sockets)).getsockname()[1])
