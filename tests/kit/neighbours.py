"""A person's seat beside bots without thread, store or clock: whatever the bots want is done as soon as the person has
acted, so that a window over it can be driven key by key."""

from __future__ import annotations

from sandgame.bots.book import Book
from sandgame.bots.player import Bot
from sandgame.bots.styles import STYLES, StyleName
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.seat import Answered, HostFrame, Seated, SeatHolder, ViewChanged
from sandgame.host.players import SWEEPS
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import View
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from tests.kit.shelf import shipped


class Neighbours:
    """`frames` are what the host would have sent and nobody has taken yet; the first is `Seated`."""

    def __init__(self, setup: SoloSetup) -> None:
        self.seat, self._package = setup.seat, shipped(setup.case)
        scenario = self._package.scenario
        marks = self._package.benchmarks(setup.seed, setup.length)
        events = start(scenario, self._package.fingerprint, setup.seed, setup.length, "desk", marks)
        self.state: State = fold(events)
        self.asked: list[Intent] = []
        self.refused: list[tuple[Intent, Refusal]] = []
        book = Book.of(scenario)
        style: StyleName = "collaborating" if setup.colleagues == "mixed" else setup.colleagues
        self._bots = {s: Bot(STYLES[style], s, book, setup.seed) for s in book.downstream if s != setup.seat}
        self._number = 0
        self._sweep()
        self.frames: list[HostFrame] = [self._seated()]

    @property
    def view(self) -> View:
        return view(self.state, self.seat)

    def submit(self, intent: Intent) -> str:
        self.asked.append(intent)
        name, before = f"intent-{len(self.asked)}", self.state
        outcome = decide(self.state, self.seat, intent)
        if isinstance(outcome, Refusal):
            self.refused.append((intent, outcome))
            self.frames.append(Answered(self.seat, name, outcome, stored=True))
            return name
        self.state = fold(outcome, self.state)
        self._sweep()
        self._tell(before)
        self.frames.append(Answered(self.seat, name, None, stored=True))
        return name

    def _sweep(self) -> None:
        for _ in range(SWEEPS):
            acted = [seat for seat in self._bots if self._act(seat)]
            if not acted:
                return

    def _act(self, seat: SeatId) -> bool:
        """Whether it did anything."""
        if self.state.phase == "over":
            return False
        done = False
        for intent in self._bots[seat].act(view(self.state, seat)):
            outcome = decide(self.state, seat, intent)
            if not isinstance(outcome, Refusal):
                self.state, done = fold(outcome, self.state), True
        return done

    def _seated(self) -> Seated:
        seen = self.view
        cast = self._package.cast(self.seat, [service.service for service in seen.board.services])
        holders = tuple(SeatHolder(s, "person" if s == self.seat else "bot") for s in seen.table.seats)
        return Seated("s1", self.seat, cast, holders, 0, seen, words=self._package.words_for(seen))

    def _tell(self, before: State) -> None:
        old, new = view(before, self.seat), self.view
        names = (name for name in View.__struct_fields__ if getattr(new, name) != getattr(old, name))
        self._number += 1
        changed = {name: getattr(new, name) for name in names}
        self.frames.append(ViewChanged(self.seat, self._number, words=self._package.words_for(new), **changed))
