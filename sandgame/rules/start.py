"""How a game begins."""

from __future__ import annotations

from sandgame.rules.events import LOG_FORMAT, Event, GameStarted, PhaseStarted
from sandgame.rules.scenario import Benchmarks, Scenario, Talk


def start(
    scenario: Scenario, fingerprint: str, seed: int, length: int, talk: Talk, benchmarks: Benchmarks | None
) -> tuple[Event, ...]:
    """The first events of a log: the case as written with its seed, then the Brief of round 1."""
    begun = GameStarted(LOG_FORMAT, scenario, fingerprint, seed, length, talk, benchmarks)
    return (begun, PhaseStarted(1, "brief"))
