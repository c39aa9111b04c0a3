"""How a game begins."""

from __future__ import annotations

from sandgame.rules.events import LOG_FORMAT, Event, GameStarted, PhaseStarted
from sandgame.rules.scenario import Benchmarks, ExtraName, LengthBenchmarks, Scenario, Talk


def start(
    scenario: Scenario,
    fingerprint: str,
    seed: int,
    length: int,
    talk: Talk,
    benchmarks: Benchmarks | None,
    *,
    shorter: tuple[LengthBenchmarks, ...] = (),
    extras: tuple[ExtraName, ...] = (),
) -> tuple[Event, ...]:
    """The first events of a log: the case as written with its seed, then the Brief of round 1.

    `shorter` are the constants of lengths to which the session may be cut, `extras` what stands beside its rounds.
    """
    begun = GameStarted(LOG_FORMAT, scenario, fingerprint, seed, length, talk, benchmarks, shorter, extras)
    return (begun, PhaseStarted(1, "brief"))
