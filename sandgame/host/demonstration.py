"""A whole session that plays itself, through host and store: a bot sits in a person's place, behind the same frames."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import STYLES
from sandgame.frames import wire
from sandgame.frames.seat import Answered, HostFrame, Seated, Submit, ViewChanged, merged
from sandgame.host.players import Player
from sandgame.host.solo import House, Solo
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import FinishPhase, Intent, SubmitPlan
from sandgame.rules.need import default_plan
from sandgame.rules.sections import View
from sandgame.store.records import Kept

Watch = Callable[[HostFrame], None]
Sent = Callable[[bytes], None]


def ignore(_what: object) -> None:
    """For who does not want to watch."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ended: the seat's last view, and the bodies of the whole log."""

    session: str
    view: View
    log: tuple[bytes, ...]


class Sitter:
    """A client without a window: keeps its view from the frames it gets, and asks for one thing at a time."""

    def __init__(self, solo: Solo, player: Player, watch: Watch, sent: Sent) -> None:
        self._solo = solo
        self._player = player
        self._watch = watch
        self._sent = sent
        self._view: View | None = None
        self._answers: asyncio.Queue[Answered] = asyncio.Queue()

    @property
    def view(self) -> View:
        assert self._view is not None, "not seated yet"
        return self._view

    def hear(self, data: bytes) -> None:
        frame = wire.read_host(data)
        if isinstance(frame, Seated):
            self._view = frame.view
        elif isinstance(frame, ViewChanged):
            self._view = merged(self.view, frame)
        else:
            self._answers.put_nowait(frame)
        self._watch(frame)

    async def play(self, unanswered: bytes | None) -> None:
        """To the end; first once more what was under way when the program broke off."""
        self._solo.listen(self.hear)
        if unanswered is not None:
            await self._send(unanswered)
        await self._solo.players.rest()
        while self.view.table.phase != "over":
            await self._act()
            await self._solo.players.rest()

    async def _act(self) -> None:
        """The first thing that the player wants and that is not refused; without one, on to the next phase."""
        for number, intent in enumerate((*self._player.act(self.view), _onward(self.view))):
            # named by how far the log has come, so that a session played twice asks by the same names
            intent_id = f"sitter-{self._solo.table.next_seq}-{number}"
            answered = await self._send(wire.encode(Submit(self._solo.seat, intent_id, intent)))
            if answered.refusal is None:
                return
        raise RuntimeError(f"nothing goes in {self.view.table.phase} of week {self.view.table.round}")

    async def _send(self, data: bytes) -> Answered:
        self._sent(data)
        self._solo.receive(data)
        return await self._answers.get()


def _onward(view: View) -> Intent:
    """What ends a phase for a seat."""
    table = view.table
    if table.phase == "plan":
        return SubmitPlan(round=table.round, phase=table.phase, plan=default_plan(view))
    return FinishPhase(round=table.round, phase=table.phase)


def demonstrate(
    house: House, kept: Kept, watch: Watch = ignore, sent: Sent = ignore, unanswered: bytes | None = None
) -> Ending:
    """Plays a session from where its log stands to its end. `watch` gets every frame that a window would get."""

    async def played() -> Ending:
        solo = Solo(house, kept)
        sitter = Sitter(solo, _sitting(solo), watch, sent)
        try:
            async with _loud():
                await sitter.play(unanswered)
        finally:
            solo.close()
        log = tuple(entry.happened.body for entry in house.store.read(kept.game))
        return Ending(solo.session, sitter.view, log)

    return asyncio.run(played())


@asynccontextmanager
async def _loud() -> AsyncIterator[None]:
    """What goes wrong in a callback of the loop ends the session, instead of leaving it waiting."""
    task, wrong = asyncio.current_task(), []

    def broken(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        wrong.append(context.get("exception") or RuntimeError(context["message"]))
        if task is not None:
            task.cancel()

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(broken)
    try:
        yield
    except asyncio.CancelledError:
        if wrong:
            raise wrong[0] from None
        raise
    finally:
        loop.set_exception_handler(None)


def _sitting(solo: Solo) -> Player:
    state = solo.table.state
    seat: SeatId = solo.seat
    return Bot(STYLES["collaborating"], seat, Book.of(state.scenario), state.seed)
