"""One fixed session under way: people whose moves are written down, bots for whole weeks, everything told in order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sandgame.bots.book import Book
from sandgame.bots.styles import STYLES, StyleName
from sandgame.bots.table import BotTable
from sandgame.rules import intents as i
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.need import default_plan
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find


class Refused(NamedTuple):
    """What a person tried, and why it was not done."""

    seat: SeatId
    intent: i.Intent
    refusal: Refusal


class Happened(NamedTuple):
    """An event with the states before and after it."""

    number: int
    before: State
    event: Event
    after: State


class Sitting:
    """`told` is the story: events and refusals in their order; `log` the events alone."""

    def __init__(self, case: str, length: int) -> None:
        package = load(find(case))
        assert isinstance(package, Package), package
        self.package = package
        benchmarks = package.benchmarks(0, length)
        opening = start(package.scenario, package.fingerprint, 0, length, "desk", benchmarks)
        self.log: list[Event] = []
        self.told: list[Happened | Refused] = []
        self.state = fold(opening[:1])
        self.told.append(Happened(0, self.state, opening[0], self.state))
        self.log.append(opening[0])
        self._fold(opening[1:])

    def _fold(self, events: tuple[Event, ...]) -> None:
        for event in events:
            after = apply(self.state, event)
            self.told.append(Happened(len(self.log), self.state, event, after))
            self.log.append(event)
            self.state = after

    def _decided(self, seat: SeatId, intent: i.Intent) -> tuple[Event, ...]:
        outcome = decide(self.state, seat, intent)
        assert not isinstance(outcome, Refusal), (seat, intent, outcome)
        self._fold(outcome)
        return outcome

    def asks(self, seat: SeatId, kind: type, **fields: object) -> None:
        """What a seat asks for now, which has to be accepted."""
        self._decided(seat, kind(round=self.state.round, phase=self.state.phase, **fields))

    def is_refused(self, reason: Reason, seat: SeatId, kind: type, **fields: object) -> None:
        """What a seat asks for now, which has to be refused for this reason."""
        intent = kind(round=self.state.round, phase=self.state.phase, **fields)
        outcome = decide(self.state, seat, intent)
        assert isinstance(outcome, Refusal), (seat, intent, outcome)
        assert outcome.reason is reason
        self.told.append(Refused(seat, intent, outcome))

    def finish(self, *seats: SeatId) -> None:
        for seat in seats or self.state.seats:
            self.asks(seat, i.FinishPhase)

    def submit_default(self, *seats: SeatId) -> None:
        for seat in seats:
            self.asks(seat, i.SubmitPlan, plan=default_plan(view(self.state, seat)))

    def time_up(self) -> None:
        self.asks(TABLE, i.TimeUp)

    def bots(self, styles: Mapping[SeatId, StyleName]) -> None:
        """Bots in all seats, from here to the end."""
        table = BotTable(
            Book.of(self.state.scenario),
            {seat: STYLES[name] for seat, name in styles.items()},
            self.state.seed,
            lambda seat: view(self.state, seat),
        )
        while self.state.phase != "over":
            conduct = table.round(self.state.round)
            seat, intent = next(conduct)
            while True:
                happened = self._decided(seat, intent)
                try:
                    seat, intent = conduct.send(happened)
                except StopIteration:
                    break
