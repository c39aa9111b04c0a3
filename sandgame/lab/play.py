"""One whole game by bots: the rules called directly, without host, wire or store, and its full log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sandgame.bots.book import Book
from sandgame.bots.styles import NAMES, STYLES, StyleName
from sandgame.bots.table import BotTable
from sandgame.rules.apply import apply, fold
from sandgame.rules.decide import decide
from sandgame.rules.draw import draw
from sandgame.rules.events import Event
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.log import encode
from sandgame.rules.reason import Refusal
from sandgame.rules.scenario import Benchmarks, Scenario
from sandgame.rules.sight import Sight
from sandgame.rules.start import start
from sandgame.rules.state import State


class BotRefusedError(Exception):
    """A bot asked for what the rules forbid: a fault of bot or rules, never of play."""

    def __init__(self, seat: SeatId, intent: Intent, refusal: Refusal) -> None:
        super().__init__(f"seat {seat}: {intent} -> {refusal}")


@dataclass(frozen=True, slots=True)
class Game:
    """A game played to its end. `bodies` is its log, `intents` how many were accepted."""

    seed: int
    styles: Mapping[SeatId, StyleName]
    state: State
    events: tuple[Event, ...]
    bodies: tuple[bytes, ...]
    intents: int


def play(
    scenario: Scenario,
    fingerprint: str,
    seed: int,
    length: int,
    styles: Mapping[SeatId, StyleName],
    benchmarks: Benchmarks | None = None,
) -> Game:
    """Raises BotRefusedError if a bot breaks a rule."""
    events: list[Event] = list(start(scenario, fingerprint, seed, length, "desk", benchmarks))
    state = fold(events)
    bodies = [encode(event) for event in events]
    accepted = 0
    table = BotTable(
        Book.of(scenario), {seat: STYLES[name] for seat, name in styles.items()}, seed, lambda seat: Sight(state, seat)
    )
    for now in range(1, length + 1):
        conduct = table.round(now)
        seat, intent = next(conduct)
        while True:
            outcome = decide(state, seat, intent)
            if isinstance(outcome, Refusal):
                raise BotRefusedError(seat, intent, outcome)
            for event in outcome:
                state = apply(state, event)
                bodies.append(encode(event))
            events += outcome
            accepted += 1
            try:
                seat, intent = conduct.send(outcome)
            except StopIteration:
                break
    return Game(seed, styles, state, tuple(events), tuple(bodies), accepted)


def company(scenario: Scenario, style: StyleName) -> dict[SeatId, StyleName]:
    """All seats in one style."""
    return dict.fromkeys(scenario.seats, style)


def mixed(scenario: Scenario, seed: int) -> dict[SeatId, StyleName]:
    """Each seat draws its own style from the seed."""
    return {seat: NAMES[draw(f"{seed}:style:{seat}") % len(NAMES)] for seat in scenario.seats}
