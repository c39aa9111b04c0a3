"""The games that are measured: both cases with benchmarks or reference results, played by two companies of bots."""

from __future__ import annotations

from collections.abc import Iterator

from sandgame.bots.styles import StyleName
from sandgame.lab.play import Game, company, play
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find

CASES = ("starter", "factory")
STYLES: tuple[StyleName, ...] = ("collaborating", "competing")


def games() -> Iterator[tuple[str, Game]]:
    """Name and game, each in full length with seed 0."""
    for name in CASES:
        package = load(find(name))
        assert isinstance(package, Package), package
        length = max(package.scenario.lengths)
        for style in STYLES:
            benchmarks = package.benchmarks(0, length)
            styles = company(package.scenario, style)
            yield f"{name}.{style}", play(package.scenario, package.fingerprint, 0, length, styles, benchmarks)
