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

    async def do(self, work: Callable[[Task], Made], task: Task, *, pressing: bool) -> Made:
        """What is pressing waits for nothing that is not. Raises CancelledError when it has ended, BrokenWorkError for
        what the work raises."""

    def make_ready(self) -> None:
        """There will be work soon."""

    def end(self) -> None: ...


class AsideDesk:
    """In a process of low priority; `apart` one for what is pressing and one for what takes seconds. A single table
    never wants both at once."""

    def __init__(self, *, apart: bool = False) -> None:
        self._rest = Aside()
        self._first = Aside() if apart else self._rest

    async def do(self, work: Callable[[Task], Made], task: Task, *, pressing: bool) -> Made:
        return await asyncio.to_thread((self._first if pressing else self._rest).ask, work, task)

    def make_ready(self) -> None:
        for aside in {self._first, self._rest}:
            asyncio.get_running_loop().run_in_executor(None, aside.make_ready)

    def end(self) -> None:
        for aside in {self._first, self._rest}:
            aside.end()


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
        self._waiting: dict[bool, list[_Job]] = {True: [], False: []}
        """What is pressing, and the rest: two queues that do not wait for one another."""
        self._numbers = itertools.count(1)
        self._running: dict[bool, asyncio.Task[None]] = {}
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
        """0 is pressing. `task` is asked for when its turn has come; `then` hears what was made, or None if it could
        not be."""
        if self._closed:
            return
        if not self._running:
            self.done = self.all_ = 0
        pressing = urgency == 0
        job = _Job(urgency, next(self._numbers), lambda: self._desk.do(work, task(), pressing=pressing), then)
        heapq.heappush(self._waiting[pressing], job)
        self.all_ += 1
        if pressing not in self._running:
            self._running[pressing] = asyncio.get_running_loop().create_task(self._run(pressing))

    def cancel(self) -> None:
        """What is not begun is not done; what is under way is done and heard."""
        for waiting in self._waiting.values():
            waiting.clear()

    def close(self) -> None:
        self._closed = True
        self.cancel()
        self._desk.end()

    async def rest(self) -> None:
        """Returns when there is nothing more to do."""
        while self._running:
            await asyncio.shield(next(iter(self._running.values())))

    async def _run(self, pressing: bool) -> None:
        waiting = self._waiting[pressing]
        while waiting:
            job = heapq.heappop(waiting)
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
        del self._running[pressing]
