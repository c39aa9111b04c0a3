"""Debriefs for tests: a desk at which the work is done on the spot, and people who play a game to its end like bots."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeVar

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import STYLES
from sandgame.frames.classroom import ClassSetup
from sandgame.host.hall import ClassHouse, Hall, found
from sandgame.host.players import at_once
from sandgame.lab.pool import BrokenWorkError
from sandgame.rules.ids import SeatId
from sandgame.store.classes import ClassStore
from tests.kit.cases import package
from tests.kit.classes import KEY, NO_CLOCK, Seatmate, facilitator
from tests.kit.rooms import Ticking, onward

Task = TypeVar("Task")
Made = TypeVar("Made")

CASE = "starter"
SEED = 3


class DeskHere:
    """Notes what was done; `broken` makes everything fail."""

    def __init__(self, *, broken: bool = False) -> None:
        self.done: list[str] = []
        self.broken = broken
        self.ended = False

    async def do(self, work: Callable[[Task], Made], task: Task, *, pressing: bool) -> Made:
        self.done.append(work.__name__)
        if self.broken:
            raise BrokenWorkError(work.__name__)
        return work(task)

    def make_ready(self) -> None:
        """It is always ready."""

    def end(self) -> None:
        self.ended = True


def a_class(store: ClassStore, desk: DeskHere, tables: int = 1, length: int = 4) -> Hall:
    """A new class of the starter case."""
    house = ClassHouse(store, Ticking(), at_once, desk)
    setup = ClassSetup(CASE, tables, length, SEED, seconds=NO_CLOCK)
    return Hall(house, found(house, package(CASE), setup), KEY)


def again(store: ClassStore, desk: DeskHere) -> Hall:
    """As after a kill: what is in the store, and nothing else."""
    return Hall(ClassHouse(store, Ticking(), at_once, desk), store.kept_class(store.classes()[0]), KEY)


def seated(hall: Hall, table: int, *seats: int) -> dict[SeatId, Seatmate]:
    """A laptop for each of these seats."""
    mates: dict[SeatId, Seatmate] = {}
    for seat in seats:
        mates[SeatId(seat)] = Seatmate(hall)
        mates[SeatId(seat)].take(table, seat)
    return mates


async def played_out(mates: Mapping[SeatId, Seatmate], weeks: int = 99) -> None:
    """To the end, or to the start of the week after so many; a person does what a collaborating bot would."""
    scenario = package(CASE).scenario
    book = Book.of(scenario)
    while True:
        for seat, mate in mates.items():
            view = mate.views[seat]
            if view.table.phase == "over" or view.table.round > weeks:
                return
            wanted = Bot(STYLES["collaborating"], seat, book, SEED).act(view)
            for intent in wanted:
                asked = len(mate.answers)
                mate.submit(seat, intent)
                await asyncio.sleep(0.1)
                if mate.answers[asked].refusal is None:
                    break
            else:
                if seat not in mate.views[seat].table.finished:
                    mate.submit(seat, onward(mate.views[seat]))
        await asyncio.sleep(1)


async def at_rest(hall: Hall) -> None:
    """All debriefs that are due are made."""
    assert hall.debrief is not None
    await hall.debrief.jobs.rest()
    await asyncio.sleep(1)


def leading(hall: Hall) -> Seatmate:
    return facilitator(hall)
