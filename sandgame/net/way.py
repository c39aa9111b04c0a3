"""How a laptop gets to the host of its class, the first time and again: by its code, or by what it knows of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from sandgame.frames.class_wire import Asked
from sandgame.frames.line import LineNews, NoWay
from sandgame.net.address import Address, read_address
from sandgame.net.beacon import BEACON_PORT
from sandgame.net.client import Line, NoWayError, find, find_again, join
from sandgame.net.code import read_code

Tell = Callable[[LineNews], None]
LISTENS = 2.5
"""Seconds in which a host that has moved to another address is heard."""


class Way(Protocol):
    async def first(self) -> Line:
        """NoWayError if there is none."""

    async def again(self) -> Line: ...

    async def mend(self, tell: Tell) -> bool | None:
        """The line was cut. Whether it is worth trying at once; None if there is nothing to try for any more."""

    def greeting(self) -> Sequence[Asked]:
        """What is said first on every line."""

    def left(self, *, over: bool) -> None:
        """The laptop has hung up; `over`: the class had come to its end."""


class KnownWay:
    """To the host with this certificate: where it was, or wherever it calls out now."""

    def __init__(self, address: Address, fingerprint: str, port: int = BEACON_PORT) -> None:
        self._address = address
        self._fingerprint = fingerprint
        self._port = port

    async def first(self) -> Line:
        return await self.again()

    async def again(self) -> Line:
        try:
            return await join(self._address, fingerprint=self._fingerprint)
        except NoWayError as error:
            if error.why == NoWay.REFUSED:
                raise
            try:
                moved = await find_again(self._fingerprint, LISTENS, self._port)
            except NoWayError:
                raise error from None
        if moved == self._address:
            raise NoWayError(NoWay.NO_ANSWER)
        line = await join(moved, fingerprint=self._fingerprint)
        self._address = moved
        return line

    async def mend(self, tell: Tell) -> bool | None:
        return False

    def greeting(self) -> Sequence[Asked]:
        return ()

    def left(self, *, over: bool) -> None:
        pass


class CodeWay(KnownWay):
    """By the six characters, and an address where one was typed."""

    def __init__(self, code: str, address: str, port: int = BEACON_PORT) -> None:
        super().__init__(Address("", 0), "", port)
        self._code = read_code(code)
        self._typed = address.strip()

    async def first(self) -> Line:
        if self._code is None:
            raise NoWayError(NoWay.WRONG_CODE)
        line = await join(await self._place(self._code), code=self._code)
        self._address, self._fingerprint = line.address, line.fingerprint
        return line

    async def _place(self, code: str) -> Address:
        if not self._typed:
            return await find(code, port=self._port)
        typed = read_address(self._typed)
        if typed is None:
            raise NoWayError(NoWay.NO_ANSWER)
        return typed
