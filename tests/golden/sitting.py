"""One fixed session under way: moves of people and of whoever runs the room, written down; bots for whole weeks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sandgame.bots.book import Book
from sandgame.bots.styles import STYLES, StyleName
from sandgame.bots.table import BotTable
from sandgame.rules import intents as i
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import decide
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, Phase, SeatId
from sandgame.rules.need import default_plan
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import RolledBack
from sandgame.rules.room_intents import AnyIntent
from sandgame.rules.scenario import ExtraName
from sandgame.rules.start import start
from sandgame.rules.state import State
from sandgame.rules.view import view
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find


class Refused(NamedTuple):
    """What a person tried, and why it was not done."""

    seat: SeatId
    intent: AnyIntent
    refusal: Refusal


class Happened(NamedTuple):
    """An event with the states before and after it; `briefly` if it need not be told at length."""

    number: int
    before: State
    event: Event
    after: State
    briefly: bool


class Looked(NamedTuple):
    """A look at the table, and at what these seats see, where the weeks are told in short."""

    state: State
    seats: tuple[SeatId, ...]


Meanwhile = Mapping[Phase, Callable[["Sitting"], None]]
"""What people do at the start of a phase in which bots play the rest."""


class Sitting:
    """`told` is the story: events and refusals in their order; `log` the events alone.

    `in_short`: what bots do is summed up, and what seats see is told where somebody looks, not after each phase.
    """

    def __init__(self, case: str, length: int, *, in_short: bool = False, extras: tuple[ExtraName, ...] = ()) -> None:
        package = load(find(case))
        assert isinstance(package, Package), package
        self.package = package
        self.in_short, self._briefly = in_short, False
        opening = start(
            package.scenario,
            package.fingerprint,
            0,
            length,
            "desk",
            package.benchmarks(0, length),
            shorter=package.shorter(0, length),
            extras=extras,
        )
        self.log: list[Event] = []
        self.told: list[Happened | Refused | Looked] = []
        self.state = fold(opening[:1])
        self.told.append(Happened(0, self.state, opening[0], self.state, briefly=False))
        self.log.append(opening[0])
        self._fold(opening[1:])

    def _fold(self, events: tuple[Event, ...]) -> None:
        for event in events:
            number = len(self.log)
            self.log.append(event)
            after = fold(self.log) if isinstance(event, RolledBack) else apply(self.state, event)
            self.told.append(Happened(number, self.state, event, after, self._briefly))
            self.state = after

    def _decided(self, seat: SeatId, intent: AnyIntent) -> tuple[Event, ...]:
        outcome = decide(self.state, seat, intent)
        assert not isinstance(outcome, Refusal), (seat, intent, outcome)
        self._fold(outcome)
        return outcome

    def asks(self, seat: SeatId, kind: type, /, **fields: object) -> None:
        """What a seat asks for now, which has to be accepted."""
        self._decided(seat, kind(round=self.state.round, phase=self.state.phase, **fields))

    def is_refused(self, reason: Reason, seat: SeatId, kind: type, /, **fields: object) -> None:
        """What a seat asks for now, which has to be refused for this reason."""
        intent = kind(round=self.state.round, phase=self.state.phase, **fields)
        outcome = decide(self.state, seat, intent)
        assert isinstance(outcome, Refusal), (seat, intent, outcome)
        assert outcome.reason is reason, outcome
        self.told.append(Refused(seat, intent, outcome))

    def look(self, *seats: SeatId) -> None:
        self.told.append(Looked(self.state, seats))

    def finish(self, *seats: SeatId) -> None:
        for seat in seats or self.state.seats:
            self.asks(seat, i.FinishPhase)

    def submit_default(self, *seats: SeatId) -> None:
        for seat in seats:
            self.asks(seat, i.SubmitPlan, plan=default_plan(view(self.state, seat)))

    def time_up(self) -> None:
        self.asks(TABLE, i.TimeUp)

    def bots(self, styles: Mapping[SeatId, StyleName], meanwhile: Meanwhile | None = None, *, weeks: int = 12) -> None:
        """Bots in all seats, from here for so many weeks, at most to the end."""
        table = BotTable(
            Book.of(self.state.scenario),
            {seat: STYLES[name] for seat, name in styles.items()},
            self.state.seed,
            lambda seat: view(self.state, seat),
        )
        for _ in range(weeks):
            if self.state.phase != "over":
                self._week(table, meanwhile or {})

    def _week(self, table: BotTable, meanwhile: Meanwhile) -> None:
        conduct, phase = table.round(self.state.round), self.state.phase
        meanwhile.get(phase, _nothing)(self)
        seat, intent = next(conduct)
        while True:
            self._briefly = self.in_short
            happened = self._decided(seat, intent)
            self._briefly = False
            if self.state.phase != phase and self.state.phase != "brief":
                phase = self.state.phase
                meanwhile.get(phase, _nothing)(self)
            try:
                seat, intent = conduct.send(happened)
            except StopIteration:
                break


def _nothing(_sitting: Sitting) -> None:
    pass
