"""How a session of any kind is founded: the first events of its log, and what the store keeps of it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime

from sandgame.bots.styles import StyleName
from sandgame.frames.classroom import ClassSetup
from sandgame.frames.lobby import Setup
from sandgame.rules.ids import TABLE, SeatId
from sandgame.rules.log import encode, kind_of
from sandgame.rules.start import start
from sandgame.scenario.package import Package
from sandgame.store.records import Happened, Holding, NewSession


def first_log(package: Package, setup: Setup | ClassSetup, at: int, bots: Mapping[SeatId, StyleName]) -> list[Happened]:
    events = start(
        package.scenario,
        package.fingerprint,
        setup.seed,
        setup.length,
        setup.talk,
        package.benchmarks(setup.seed, setup.length),
        shorter=package.shorter(setup.seed, setup.length),
        extras=setup.extras,
        players=bots,
    )
    return [Happened(at, TABLE, None, kind_of(event), encode(event)) for event in events]


def new_session(package: Package, setup: Setup, at: int, roster: tuple[Holding, ...]) -> NewSession:
    started = datetime.fromtimestamp(at / 1000).astimezone().isoformat(timespec="seconds")
    return NewSession(secrets.token_hex(8), started, setup, package, roster)
