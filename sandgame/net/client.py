"""A laptop's end of the wire: finds the host that a code means, says hello, carries frames both ways."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage, InvalidURI

from sandgame import __version__
from sandgame.frames.class_wire import Asked, Told, encode, read_told
from sandgame.frames.classroom import PROTOCOL, Beacon, Hello, Refused, Welcome
from sandgame.frames.line import NoWay
from sandgame.frames.wire import UnreadableError
from sandgame.net.address import Address
from sandgame.net.beacon import BEACON_PORT, listening
from sandgame.net.certificate import client_context
from sandgame.net.code import code_of, fingerprint_of

MAX_TOLD = 4 * 2**20
"""Bytes of a frame from the host: a whole view with its words is far smaller."""
PATIENCE = 5.0
BEAT = 3.0
SILENT = 5.0
"""Seconds: a line on which the host does not answer a heartbeat for so long is cut."""


class NoWayError(Exception):
    def __init__(self, why: NoWay, refused: Refused | None = None) -> None:
        super().__init__(f"{why}: {refused}" if refused else why.value)
        self.why = why
        self.refused = refused


async def find(code: str, seconds: float = PATIENCE, port: int = BEACON_PORT) -> Address:
    """The host whose certificate yields the code, by its beacon."""
    known: dict[str, bool] = {}

    def means(beacon: Beacon) -> bool:
        if beacon.fingerprint not in known:
            known[beacon.fingerprint] = code_of(bytes.fromhex(beacon.fingerprint)) == code
        return known[beacon.fingerprint]

    return await _heard(means, seconds, port)


async def find_again(fingerprint: str, seconds: float = PATIENCE, port: int = BEACON_PORT) -> Address:
    """The host with this certificate, wherever it calls out now."""
    return await _heard(lambda beacon: beacon.fingerprint == fingerprint, seconds, port)


async def _heard(means: Callable[[Beacon], bool], seconds: float, port: int) -> Address:
    try:
        async with asyncio.timeout(seconds), listening(port) as calls:
            while True:
                call = await calls.get()
                if means(call.beacon):
                    return call.address
    except (TimeoutError, OSError) as error:
        raise NoWayError(NoWay.NOT_HEARD) from error


class Line:
    """An open line to a host. Frames come in the order in which they were sent."""

    def __init__(self, socket: ClientConnection, welcome: Welcome, address: Address) -> None:
        self._socket = socket
        self.welcome = welcome
        self.address = address
        self.fingerprint = fingerprint_of(_certificate(socket)).hex()

    async def send(self, frame: Asked) -> None:
        await self._socket.send(encode(frame))

    async def hear(self) -> Told:
        """The next frame; NoWayError when the line is cut."""
        try:
            return read_told(_bytes(await self._socket.recv()))
        except (ConnectionClosed, UnreadableError) as error:
            raise NoWayError(NoWay.NO_ANSWER) from error

    async def __aiter__(self) -> AsyncIterator[Told]:
        while True:
            try:
                yield await self.hear()
            except NoWayError:
                return

    async def close(self) -> None:
        await self._socket.close()

    def cut(self) -> None:
        """As if somebody had pulled the plug."""
        self._socket.transport.abort()


async def join(address: Address, code: str | None = None, fingerprint: str | None = None) -> Line:
    """To the host at an address, if its certificate yields the code or has the fingerprint; else NoWayError."""
    try:
        async with asyncio.timeout(PATIENCE):
            socket = await connect(
                f"wss://{address.host}:{address.port}",
                ssl=client_context(),
                compression=None,
                proxy=None,
                max_size=MAX_TOLD,
                ping_interval=BEAT,
                ping_timeout=SILENT,
                close_timeout=2,
            )
    except (TimeoutError, OSError, InvalidHandshake, InvalidMessage, ConnectionClosed, EOFError) as error:
        raise NoWayError(_why(error)) from error
    except (UnicodeError, InvalidURI) as error:
        # typed, and no name that any computer can have
        raise NoWayError(NoWay.NO_ANSWER) from error
    try:
        _look_at(socket, code, fingerprint)
        return await _greet(socket, address)
    except BaseException:
        socket.transport.abort()
        await socket.wait_closed()
        raise


def _look_at(socket: ClientConnection, code: str | None, fingerprint: str | None) -> None:
    """Nothing has been said yet that anybody might not hear."""
    seen = fingerprint_of(_certificate(socket))
    if fingerprint is not None and seen.hex() == fingerprint:
        return
    if fingerprint is not None or code is None or code_of(seen) != code:
        raise NoWayError(NoWay.WRONG_CODE)


def _certificate(socket: ClientConnection) -> bytes:
    secured = socket.transport.get_extra_info("ssl_object")
    assert isinstance(secured, ssl.SSLObject)
    return secured.getpeercert(binary_form=True) or b""


async def _greet(socket: ClientConnection, address: Address) -> Line:
    try:
        async with asyncio.timeout(PATIENCE):
            await socket.send(encode(Hello(PROTOCOL, __version__)))
            told = read_told(_bytes(await socket.recv()))
    except (TimeoutError, ConnectionClosed) as error:
        raise NoWayError(NoWay.NO_ANSWER) from error
    except UnreadableError as error:
        raise NoWayError(NoWay.NO_HOST) from error
    if isinstance(told, Refused):
        raise NoWayError(NoWay.REFUSED, told)
    if not isinstance(told, Welcome):
        raise NoWayError(NoWay.NO_HOST)
    return Line(socket, told, address)


def _why(error: BaseException) -> NoWay:
    if isinstance(error, ConnectionRefusedError):
        return NoWay.SHUT
    if isinstance(error, TimeoutError):
        return NoWay.NO_ANSWER
    if isinstance(error, ssl.SSLError | InvalidHandshake | InvalidMessage | EOFError | ConnectionClosed):
        return NoWay.NO_HOST
    return NoWay.NO_ANSWER


def _bytes(message: str | bytes) -> bytes:
    return message.encode() if isinstance(message, str) else message
