"""A host's background work: the most pressing first, and nothing that is pressing waits for what takes long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from sandgame.host.jobs import Jobs
from sandgame.lab.pool import BrokenWorkError
from tests.kit.rooms import swiftly

Task = TypeVar("Task")
Made = TypeVar("Made")


class SlowDesk:
    """What is not pressing is done when the gate opens."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()

    async def do(self, work: Callable[[Task], Made], task: Task, *, pressing: bool) -> Made:
        if not pressing:
            await self.gate.wait()
        return work(task)

    def make_ready(self) -> None:
        """It is."""

    def end(self) -> None:
        """Nothing to end."""


def same(name: str) -> str:
    if name == "broken":
        raise BrokenWorkError(name)
    return name


def test_a_first_page_waits_for_no_losses_that_are_under_way() -> None:
    async def story() -> None:
        desk = SlowDesk()
        jobs, made = Jobs(desk), list[str | None]()
        for name, urgency in (("losses", 2), ("marks", 1), ("page", 0), ("broken", 0), ("next page", 0)):
            jobs.put(urgency, same, lambda name=name: name, made.append)  # type: ignore[misc]
        asyncio.get_running_loop().set_exception_handler(lambda _loop, _context: None)
        await asyncio.sleep(1)
        assert made == ["page", None, "next page"]
        assert (jobs.done, jobs.all_) == (3, 5)
        desk.gate.set()
        await jobs.rest()
        assert made[3:] == ["marks", "losses"]
        assert (jobs.done, jobs.all_) == (5, 5)

    swiftly(story())


def test_what_is_closed_hears_nothing_more() -> None:
    async def story() -> None:
        desk = SlowDesk()
        jobs, made = Jobs(desk), list[str | None]()
        jobs.put(1, same, lambda: "losses", made.append)
        await asyncio.sleep(1)
        jobs.close()
        desk.gate.set()
        jobs.put(0, same, lambda: "page", made.append)
        await jobs.rest()
        assert made == []

    swiftly(story())
