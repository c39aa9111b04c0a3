"""How a game begins."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sandgame.rules.events import LOG_FORMAT, Event, GameStarted, PhaseStarted
from sandgame.rules.ids import SeatId
from sandgame.rules.room_events import SeatTaken
from sandgame.rules.room_intents import Player
from sandgame.rules.scenario import Benchmarks, ExtraName, LengthBenchmarks, Scenario, Talk

_NOBODY: Mapping[SeatId, Player] = MappingProxyType({})


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
    players: Mapping[SeatId, Player] = _NOBODY,
) -> tuple[Event, ...]:
    """The first events of a log: the case as written with its seed, the Brief of round 1, and who plays which seat.

    `shorter` are the constants of lengths to which the session may be cut, `extras` what stands beside its rounds.
    """
    begun = GameStarted(LOG_FORMAT, scenario, fingerprint, seed, length, talk, benchmarks, shorter, extras)
    taken = (SeatTaken(seat, player) for seat, player in sorted(players.items()))
    return (begun, PhaseStarted(1, "brief"), *taken)
