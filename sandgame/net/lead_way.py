"""The facilitator's window's way to the host of its own computer: led by the note's key, restarted when it has died."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import HostNote, Lead
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.line import HostEnded, NoWay
from sandgame.net.address import Address
from sandgame.net.client import Line, NoWayError, join
from sandgame.net.keeper import Keeper
from sandgame.net.way import Tell

RESTARTS = 3
WITHIN = 120.0
"""A host that has died so many times within so many seconds is not started again by itself."""


class LeadWay:
    def __init__(self, keeper: Keeper, clock: Callable[[], float] = time.monotonic) -> None:
        self._keeper = keeper
        self._clock = clock
        self._note: HostNote | None = None
        self._restarts: list[float] = []

    async def first(self) -> Line:
        return await self.again()

    async def again(self) -> Line:
        """A host that was started again has another key."""
        note = self._keeper.note
        if note is None:
            raise NoWayError(NoWay.SHUT)
        self._note = note
        return await join(Address("127.0.0.1", note.port), fingerprint=note.fingerprint)

    def greeting(self) -> Sequence[Asked]:
        return () if self._note is None else (Lead(self._note.key),)

    async def mend(self, tell: Tell) -> bool | None:
        """A host that was asked to end takes its note along; one that died leaves it, and is started anew. There are
        never two: who comes second to a folder is refused by the system."""
        left = self._keeper.note
        if self._keeper.hosted:
            return False
        if left is None or self._note is None or left.session != self._note.session:
            tell(HostEnded(again=False))
            return None
        now = self._clock()
        self._restarts = [at for at in self._restarts if at > now - WITHIN]
        if len(self._restarts) >= RESTARTS:
            tell(HostEnded(again=False, fault=Fault.HOST, place=str(self._keeper.log)))
            return None
        self._restarts.append(now)
        tell(HostEnded(again=True))
        try:
            await asyncio.to_thread(self._keeper.resume, left.session, left.port)
        except FaultError as error:
            if error.fault == Fault.HOSTED:
                return False
            tell(HostEnded(again=False, fault=error.fault, place=error.place))
            return None
        return True

    def left(self, *, over: bool) -> None:
        """A class that is over needs no host any more."""
        if over:
            self._keeper.ask_to_end()
