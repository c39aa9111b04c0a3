"""Bots beside people, and nobody left waiting: they act in sweeps, one after the other, each through the one door."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from sandgame.frames.fault import FaultError
from sandgame.host.room import Room
from sandgame.host.table import Done, Table
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.draw import draw
from sandgame.rules.events import PhaseStarted
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.intents import Intent, TimeUp
from sandgame.rules.reason import Refusal
from sandgame.rules.room_events import RolledBack
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.sections import View
from sandgame.rules.state import State
from sandgame.rules.view import view

SWEEPS = 20
PATIENCE = 5.0
"""Seconds until the bots try again what could not be stored."""

Hold = Callable[[str], float]
"""Seconds by which an act is held, drawn by its key."""


def natural(key: str) -> float:
    """One to three seconds: as long as a person would take to answer."""
    return 1 + draw(key) % 2001 / 1000


def at_once(_key: str) -> float:
    return 0.0


class Player(Protocol):
    """A bot: all that it wants to do now, in order; nothing if it has nothing to do. The same view, the same acts."""

    def act(self, view: View) -> Sequence[Intent]: ...


@dataclass(frozen=True, slots=True)
class Sweep:
    """How far the bots have come since a phase began, or began anew, or a person acted: read off the log, so it
    outlives a crash."""

    last: SeatId | None = None
    act: str = ""
    laps: int = 0


class Players:
    """The bots of one table. `bots` come most downstream first, and act in that order."""

    def __init__(self, room: Room, table: Table, bots: Mapping[SeatId, Player], hold: Hold) -> None:
        self._room = room
        self._table = table
        self._bots = dict(bots)
        self._order = tuple(bots)
        self._hold = hold
        self._sweep = Sweep()
        self._spent: set[SeatId] = set()
        self._timer: asyncio.Handle | None = None
        self._rested = asyncio.Event()
        self._fault: FaultError | None = None
        for done in table.past:
            self._sweep = self._after(done)

    def begin(self) -> None:
        """Whatever the bots owe, also after a crash."""
        self._look()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def rest(self) -> None:
        """Returns when no bot has anything to do; raises what keeps the bots from going on."""
        await self._rested.wait()
        if self._fault is not None:
            raise self._fault

    def settled(self, done: tuple[Done, ...]) -> None:
        for one in done:
            self._sweep = self._after(one)
        if done:
            self._spent.clear()
        if self._fault is not None:
            self._fault = None
            self.stop()
        self._look()

    def not_stored(self, fault: FaultError) -> None:
        """The bots try again after a while, or as soon as somebody else can be stored."""
        self.stop()
        self._spent.clear()
        self._fault = fault
        self._rested.set()
        self._timer = asyncio.get_running_loop().call_later(PATIENCE, self._act)

    def _after(self, done: Done) -> Sweep:
        if done.seat not in self._bots or any(isinstance(event, PhaseStarted | RolledBack) for event in done.events):
            return Sweep()
        old, act = self._sweep, done.intent.rpartition("-")[0]
        if act == old.act:
            return old
        again = old.last is not None and self._order.index(done.seat) <= self._order.index(old.last)
        return Sweep(done.seat, act, old.laps + again)

    def _look(self) -> None:
        """If a bot has something to do, it will be done soon; what a person would notice is held for a while."""
        if self._timer is not None:
            return
        seat, intents = self._next()
        if not intents:
            self._rested.set()
            return
        self._rested.clear()
        loop = asyncio.get_running_loop()
        key = f"{self._table.state.seed}:hold:{seat}:{self._table.next_seq}"
        held = self._hold(key) if self._shows(seat, intents) else 0
        self._timer = loop.call_later(held, self._act) if held else loop.call_soon(self._act)

    def _act(self) -> None:
        """Asked anew: while an act was held, others may have acted."""
        self._timer = None
        seat, intents = self._next()
        if not intents:
            self._rested.set()
            return
        self._spent.add(seat)
        name = "bot" if seat in self._bots else "clock"
        first = self._table.next_seq
        for number, intent in enumerate(intents):
            self._room.submit(self._table.game, seat, f"{name}-{seat}-{first}-{number}", intent)

    def _next(self) -> tuple[SeatId, Sequence[AnyIntent]]:
        """Who acts next, and how: the first bot after the last one that has something to do."""
        state = self._table.tentative
        if state.phase == "over" or state.paused:
            return TABLE, ()
        last = self._sweep.last
        start = 0 if last is None else self._order.index(last) + 1
        for seat in self._order[start:] + self._order[:start]:
            ends = last is not None and self._order.index(seat) <= self._order.index(last)
            if seat in self._spent or self._sweep.laps + ends >= SWEEPS:
                continue
            if intents := self._bots[seat].act(view(state, seat)):
                return seat, intents
        people = [seat for seat in state.seats if seat not in self._bots]
        if TABLE not in self._spent and all(seat in state.finished for seat in people):
            # a bot without an end would keep people waiting for ever
            return TABLE, (TimeUp(round=state.round, phase=state.phase),)
        return TABLE, ()

    def _shows(self, seat: SeatId, intents: Sequence[AnyIntent]) -> bool:
        """Whether a person would see more of it than that the bot has finished."""
        before = self._table.tentative
        people = [other for other in before.seats if other not in self._bots]
        after = _tried(before, seat, intents)
        return after.phase == before.phase and any(
            _news(view(before, person), view(after, person)) for person in people
        )


def _tried(state: State, seat: SeatId, intents: Sequence[AnyIntent]) -> State:
    for intent in intents:
        outcome = decide(state, seat, intent)
        if not isinstance(outcome, Refusal):
            state = fold(outcome, state)
    return state


def _news(before: View, after: View) -> bool:
    names = (name for name in View.__struct_fields__ if name != "table")
    return any(getattr(before, name) != getattr(after, name) for name in names)
