"""The shipped cases and games of bots on them; of starter and factory every game is known to the unit."""

from __future__ import annotations

from functools import cache

from sandgame.bots.styles import NAMES, StyleName
from sandgame.host.cases import Cases
from sandgame.lab.play import Game, company, mixed, play
from sandgame.scenario.package import Package

CASES = Cases()
"""As a host reads them, each once for all tests."""


def package(case: str) -> Package:
    return CASES.package(case)


@cache
def game(case: str, style: str, seed: int) -> Game:
    """As `played`; kept, for those that several tests look at."""
    return played(case, style, seed)


def played(case: str, style: str, seed: int) -> Game:
    """A whole game of full length by a company of one style, or by a mixed one."""
    found = package(case)
    scenario = found.scenario
    styles = mixed(scenario, seed) if style == "mixed" else company(scenario, named(style))
    length = max(scenario.lengths)
    return play(scenario, found.fingerprint, seed, length, styles, benchmarks=found.benchmarks(seed, length))


def named(style: str) -> StyleName:
    return next(name for name in NAMES if name == style)
