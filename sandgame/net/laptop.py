"""A laptop's line to a class as its window holds it: it comes back by itself when it is cut, to the same seats."""

from __future__ import annotations

import asyncio
import secrets
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from websockets.exceptions import ConnectionClosed

from sandgame.frames.class_wire import Asked, Told
from sandgame.frames.classroom import (
    AskTable,
    ClockTold,
    JoinReason,
    KeepCard,
    LeaveSeat,
    LobbyTold,
    LookAt,
    Refused,
    SeatGiven,
    TableAnswered,
    WatchGiven,
    WatchTable,
)
from sandgame.frames.debrief import KeepDebrief
from sandgame.frames.line import HeldSeat, JoinFailed, LineBack, LineLost, LineNews, NoWay
from sandgame.frames.seat import Answered, AskView, Seated, Submit
from sandgame.host.thread import Loop
from sandgame.net.answers import LateAnswers
from sandgame.net.client import Line, NoWayError
from sandgame.net.held import HeldSeats
from sandgame.net.line_seats import NOBODY, LineSeats
from sandgame.net.under_way import Asks, Intents, not_stored
from sandgame.net.way import Way
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import Intent

WAITS = (1.0, 2.0, 4.0, 8.0)
"""Seconds before each new try; the last one again and again."""
GRACE = 90.0
FAREWELL = 1.0
"""Seconds in which what was asked last still goes out when the laptop hangs up."""
LASTING = (LookAt, WatchTable)
"""What was asked once and goes on being told: asked again on a new line."""
FINAL = {JoinReason.SEATED_ELSEWHERE, JoinReason.OTHER_VERSION}
"""Whoever is shown out for this does not come back by himself."""

Listener = Callable[[Told | LineNews], None]


class Laptop:  # long: one line with all that may happen to it
    """All but what the window calls runs in the loop's thread, and so does the listener. `pace` is less than 1 where
    nobody wants to wait for real."""

    def __init__(
        self, loop: Loop, way: Way, seats: HeldSeats, returning: tuple[HeldSeat, ...] = (), pace: float = 1.0
    ) -> None:
        self._loop = loop
        self._way = way
        self._seats = seats
        self._pace = pace
        self._hurry = asyncio.Event()
        self._name = secrets.token_hex(6)
        self._sent = 0
        self._listener: Listener | None = None
        self._task: asyncio.Task[None] | None = None
        self._line: Line | None = None
        self._outbox: asyncio.Queue[Asked] | None = None
        self._joined = False
        self._early: list[Asked] = []
        self._lasting: dict[type, Asked] = {}
        self._intents = Intents()
        self._asks = Asks()
        self._answers = LateAnswers(seats)
        self._held = LineSeats(seats, self._answers, returning)
        self._clock: tuple[int, Phase, float] | None = None
        self._tables = 0
        self._state = ""
        self._played = False
        self._final = False
        self.closed = False

    @property
    def _over(self) -> bool:
        return self._state == "over"

    # what the window calls

    def listen(self, listener: Listener) -> None:
        self._listener = listener

        def begin() -> None:
            self._task = asyncio.get_running_loop().create_task(self._run())

        self._loop.tell(begin)

    def ask(self, frame: Asked) -> None:
        if not self.closed:
            self._loop.tell(lambda: self._ask(frame))

    def submit(self, intent: Intent, seat: SeatId) -> str:
        self._sent += 1
        frame = Submit(seat, f"{self._name}-{self._sent}", intent)
        if not self.closed:
            self._loop.tell(lambda: self._submit(frame))
        return frame.id

    def retry(self) -> None:
        if not self.closed:
            self._loop.tell(self._hurry.set)

    def close(self) -> None:
        """What was asked last still goes out. The seats stay held."""
        if not self.closed:
            self.closed = True
            self._loop.run(self._end())

    # its life

    async def _run(self) -> None:
        try:
            line = await self._way.first()
        except NoWayError as error:
            self._tell(_failed(error))
            return
        back = False
        while True:
            with suppress(NoWayError):
                await self._live(line, back=back)
            self._cut()
            if self._final:
                return
            found = await self._search()
            if found is None:
                return
            line, back = found, True

    async def _live(self, line: Line, *, back: bool) -> None:
        """Until the line is cut."""
        self._line = line
        sending: asyncio.Task[None] | None = None
        try:
            early = await self._enter(line)
            self._outbox = asyncio.Queue()
            self._tell_quietly(LineBack()) if back else self._tell(line.welcome)
            for told in early:
                self._take(told)
            self._go_on(back=back)
            sending = asyncio.create_task(_send_all(line, self._outbox))
            async for told in line:
                self._take(told)
        finally:
            if sending is not None:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)
            line.cut()
            self._line = None

    async def _enter(self, line: Line) -> list[Told]:
        """Back to the seats that this laptop holds; what is told meanwhile."""
        early: list[Told] = []
        try:
            for frame in self._way.greeting():
                await line.send(frame)
            waiting = deque(self._held.tokens)
            for back in self._held.back():
                await line.send(back)
            while waiting:
                told = await line.hear()
                early.append(told)
                if isinstance(told, Refused) and told.closing:
                    break
                if isinstance(told, SeatGiven | WatchGiven | Refused):
                    token = waiting.popleft()
                    if isinstance(told, Refused) and told.reason == JoinReason.UNKNOWN_TOKEN:
                        self._held.drop(token)
        except ConnectionClosed as error:
            raise NoWayError(NoWay.NO_ANSWER) from error
        return early

    def _go_on(self, *, back: bool) -> None:
        """What is still wanted of the host, on a line that has just been opened."""
        for lasting in self._lasting.values() if back else ():
            self._put(lasting)
        for ask in self._asks.again():
            self._put(ask)
        again, refusals = self._intents.again(self._held.sitting)
        for submit in again:
            self._put(submit)
        for answer in refusals:
            self._tell(answer)
        for said in self._held.release():
            self._put(said)
        early, self._early, self._joined = self._early, [], True
        for frame in early:
            self._ask(frame)

    def _cut(self) -> None:
        """Nothing that did not go out goes out by itself later, but for what is said once in a debrief."""
        outbox, self._outbox = self._outbox, None
        while outbox is not None and not outbox.empty():
            unsent = outbox.get_nowait()
            outbox.task_done()
            if isinstance(unsent, KeepDebrief):
                self._held.hold(unsent, over=self._over)
        for answer in self._intents.cut():
            self._tell(answer)

    async def _search(self) -> Line | None:
        """Until there is a line again; None when it makes no sense any more."""
        loop = asyncio.get_running_loop()
        lost, tries = loop.time(), 0
        while True:
            wait = WAITS[min(tries, len(WAITS) - 1)]
            grace = max(0.0, self._grace() - (loop.time() - lost))
            self._tell_quietly(LineLost(wait, grace, tries))
            mended = await self._way.mend(self._tell)
            if mended is None:
                return None
            if not mended:
                await self._rest(wait)
            try:
                return await self._way.again()
            except NoWayError as error:
                if error.refused is not None and error.refused.reason in FINAL:
                    self._tell(_failed(error))
                    return None
            tries += 1

    async def _rest(self, seconds: float) -> None:
        self._hurry.clear()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds * self._pace):
                await self._hurry.wait()

    async def _end(self) -> None:
        """In the loop."""
        line, outbox, task = self._line, self._outbox, self._task
        self._listener = None
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL):
                if outbox is not None:
                    await outbox.join()
                if line is not None:
                    await line.close()
        if task is not None:
            task.cancel()
            (ended,) = await asyncio.gather(task, return_exceptions=True)
            self._task = None
            self._way.left(over=self._over)
            if isinstance(ended, Exception):
                raise ended

    # what goes out

    def _ask(self, frame: Asked) -> None:
        if not self._joined:
            self._early.append(frame)
            return
        if isinstance(frame, LASTING):
            self._lasting[type(frame)] = frame
        if isinstance(frame, AskTable):
            self._asks.add(frame)
        if self._outbox is not None:
            self._put(frame)
            if isinstance(frame, LeaveSeat):
                self._held.leave(frame.seat)
            elif isinstance(frame, KeepDebrief):
                self._answers.note(frame)
        elif isinstance(frame, KeepDebrief):
            self._held.hold(frame, over=self._over)
        elif not isinstance(frame, (*LASTING, AskTable, AskView, KeepCard)):
            self._tell(Refused(JoinReason.NOT_STORED))

    def _submit(self, frame: Submit) -> None:
        if self._outbox is None:
            self._tell(not_stored(frame))
        elif (now := self._intents.add(frame)) is not None:
            self._put(now)

    def _put(self, frame: Asked) -> None:
        if self._outbox is not None:
            self._outbox.put_nowait(frame)

    # what comes in

    def _take(self, told: Told) -> None:
        if isinstance(told, Answered) and (following := self._intents.answered(told)) is not None:
            self._put(following)
        elif isinstance(told, TableAnswered):
            self._asks.answered(told, self._tables)
        elif isinstance(told, SeatGiven | WatchGiven):
            self._keep(told)
        elif isinstance(told, LobbyTold):
            self._note_lobby(told)
        elif isinstance(told, Seated):
            # the host may skip a lobby that is news no more, but never a seat's first view
            self._played = True
        elif isinstance(told, ClockTold) and told.seconds is not None:
            self._note_clock(told.round, told.phase, told.seconds)
        elif isinstance(told, Refused):
            self._refused(told)
        self._tell(self._answers.put_into(told))

    def _note_lobby(self, told: LobbyTold) -> None:
        """Of a class that was ended the seats stay held, for its debrief; one that never began has none."""
        before, self._state, self._tables = self._state, told.state, len(told.tables)
        if self._over and self._line is not None:
            never = before == "lobby" and not self._played
            end = self._seats.drop_class if never else self._seats.end_class
            end(self._line.welcome.session)

    def _refused(self, told: Refused) -> None:
        if told.reason == JoinReason.SEATED_ELSEWHERE:
            if told.closing:
                self._held.drop_all()
            else:
                self._held.leave(SeatId(told.limit))
        if told.closing and told.reason in FINAL:
            self._final = True

    def _keep(self, told: SeatGiven | WatchGiven) -> None:
        assert self._line is not None
        was = told.was if isinstance(told, SeatGiven) else NOBODY
        self._held.keep(told, self._line, was, over=self._over)

    def _note_clock(self, round_: int, phase: Phase, seconds: float) -> None:
        """The most that was ever left of a phase is how long it is."""
        before = self._clock
        most = before[2] if before is not None and before[:2] == (round_, phase) else 0.0
        self._clock = (round_, phase, max(most, seconds))

    def _grace(self) -> float:
        return GRACE if self._clock is None else min(GRACE, self._clock[2] / 3)

    def _tell(self, told: Told | LineNews) -> None:
        if self._listener is not None:
            self._listener(told)

    def _tell_quietly(self, news: LineNews) -> None:
        """After the end nobody needs to know."""
        if not self._over:
            self._tell(news)


async def _send_all(line: Line, outbox: asyncio.Queue[Asked]) -> None:
    """Until the line is cut; whoever listens on it notices."""
    while True:
        frame = await outbox.get()
        try:
            await line.send(frame)
        except ConnectionClosed:
            return
        finally:
            outbox.task_done()


def _failed(error: NoWayError) -> JoinFailed:
    refused = error.refused
    return JoinFailed(error.why) if refused is None else JoinFailed(error.why, refused.reason, refused.limit)
