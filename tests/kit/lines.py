"""A host's end of a laptop's line, in the hands of a test: what was sent is read, what is told is put in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

from sandgame.frames.cast import CastDepartment, Texts
from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import ClassSetup, Seconds, Welcome
from sandgame.frames.line import NoWay
from sandgame.frames.lobby import CaseCard
from sandgame.net.address import Address
from sandgame.net.client import Line, NoWayError
from sandgame.net.way import Tell
from sandgame.rules.ids import SeatId

NAME = Texts("甲", "A")
PLACES = tuple(CastDepartment(SeatId(seat), seat, "box", 0, 0, 1, NAME, NAME, NAME, NAME) for seat in (1, 2))
CARD = CaseCard("trial", "teaching", Texts("试", "Trial"), NAME, NAME, NAME, PLACES, (2,), (10,), (0,))
WELCOME = Welcome("a-session", "1.0", CARD, 2, "desk")
FINGERPRINT = "ab" * 32

SETUP_OF_ALL = ClassSetup(
    case="factory-class",
    tables=3,
    length=5,
    seed=4,
    talk="open",
    colleagues="mixed",
    pace="clock",
    seconds=Seconds(1, 2, 3, 4, 5, 100),
    absence="ask",
    laptops="table",
    extras=("map_task",),
)
"""Nothing in it is as it is by itself."""


class HandLine(Line):
    """All of it in the loop of the laptop."""

    def __init__(self) -> None:
        self.welcome = WELCOME
        self.address = Address("192.168.1.20", 47_470)
        self.fingerprint = FINGERPRINT
        self.sent: asyncio.Queue[Asked] = asyncio.Queue()
        self._told: asyncio.Queue[Told | None] = asyncio.Queue()

    async def send(self, frame: Asked) -> None:
        self.sent.put_nowait(frame)

    def say(self, *frames: Told | None) -> None:
        """None cuts the line."""
        for frame in frames:
            self._told.put_nowait(frame)

    async def hear(self) -> Told:
        told = await self._told.get()
        if told is None:
            raise NoWayError(NoWay.NO_ANSWER)
        return told

    async def __aiter__(self) -> AsyncIterator[Told]:
        while (told := await self._told.get()) is not None:
            yield told

    async def close(self) -> None:
        self.cut()

    def cut(self) -> None:
        self._told.put_nowait(None)


class HandWay:
    """Each try gets the next line, or the next refusal; then none."""

    def __init__(self, *tries: HandLine | NoWayError, greeting: Sequence[Asked] = ()) -> None:
        self._tries = list(tries)
        self._greeting = greeting
        self.tried = 0
        self.over: bool | None = None

    async def first(self) -> Line:
        return await self.again()

    async def again(self) -> Line:
        self.tried += 1
        found = self._tries.pop(0) if self._tries else NoWayError(NoWay.NO_ANSWER)
        if isinstance(found, NoWayError):
            raise found
        return found

    async def mend(self, tell: Tell) -> bool | None:
        return False

    def greeting(self) -> Sequence[Asked]:
        return self._greeting

    def left(self, *, over: bool) -> None:
        self.over = over
