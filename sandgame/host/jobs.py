"""The queue of a host's background work: one job after the other, the most pressing first, never in the way of play."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from sandgame.lab.pool import Aside, BrokenWorkError, CancelledError

Task = TypeVar("Task")
Made = TypeVar("Made")


class Desk(Protocol):
    """Where the work is done."""

    async def do(self, work: Callable[[Task], Made], task: Task) -> Made:
        """Raises CancelledError when it has ended, BrokenWorkError for what the work raises."""

    def make_ready(self) -> None:
        """There will be work soon."""

    def end(self) -> None: ...


class AsideDesk:
    """In a process of its own, of low priority."""

    def __init__(self) -> None:
        self._aside = Aside()

    async def do(self, work: Callable[[Task], Made], task: Task) -> Made:
        return await asyncio.to_thread(self._aside.ask, work, task)

    def make_ready(self) -> None:
        asyncio.get_running_loop().run_in_executor(None, self._aside.make_ready)

    def end(self) -> None:
        self._aside.end()


@dataclass(order=True, frozen=True)
class _Job:
    urgency: int
    number: int
    work: Callable[[], Any]
    then: Callable[[Any], None]


class Jobs:
    """Lives in one running loop. `done` of `all_` since the queue was last empty is its progress."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: list[_Job] = []
        self._numbers = itertools.count(1)
        self._running: asyncio.Task[None] | None = None
        self._ready = self._closed = False
        self.done = self.all_ = 0

    def make_ready(self) -> None:
        """Once: what takes long to load is loaded before it is needed."""
        if not self._ready and not self._closed:
            self._ready = True
            self._desk.make_ready()

    def put(
        self, urgency: int, work: Callable[[Task], Made], task: Callable[[], Task], then: Callable[[Made | None], None]
    ) -> None:
        """`task` is asked for when its turn has come; `then` hears what was made, or None if it could not be."""
        if self._closed:
            return
        if self._running is None:
            self.done = self.all_ = 0
            self._running = asyncio.get_running_loop().create_task(self._run())
        self.all_ += 1
        heapq.heappush(self._waiting, _Job(urgency, next(self._numbers), lambda: self._desk.do(work, task()), then))

    def cancel(self) -> None:
        """What is not begun is not done; what is under way is done and heard."""
        self._waiting.clear()

    def close(self) -> None:
        self._closed = True
        self.cancel()
        self._desk.end()

    async def rest(self) -> None:
        """Returns when there is nothing more to do."""
        while self._running is not None:
            await asyncio.shield(self._running)

    async def _run(self) -> None:
        while self._waiting:
            job = heapq.heappop(self._waiting)
            made = None
            try:
                made = await job.work()
            except CancelledError:
                break
            except BrokenWorkError as error:
                # a debrief that cannot be made must not end a class; the complaint goes to the host's file
                context = {"message": "background work", "exception": error}
                asyncio.get_running_loop().call_exception_handler(context)
            self.done += 1
            if not self._closed:
                job.then(made)
        self._running = None
