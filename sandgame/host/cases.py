"""The cases that can be played here: each read and checked once, when it is first asked for."""

from __future__ import annotations

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import CaseCard
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find, shipped

SHELVES = {"teaching": 0, "starter": 1, "class": 2}


class Cases:
    def __init__(self) -> None:
        self._packages: dict[str, Package] = {}
        self.broken: tuple[str, ...] = ()

    def cards(self) -> tuple[CaseCard, ...]:
        """The shipped cases, as one would go through them. What cannot be read is in `broken` then, and keeps no
        other away."""
        cards: list[CaseCard] = []
        broken: list[str] = []
        for name in shipped():
            try:
                cards.append(self.package(name).card())
            except FaultError:
                broken.append(name)
        self.broken = tuple(broken)
        return tuple(sorted(cards, key=_place))

    def package(self, case: str) -> Package:
        """A shipped case by its name, any other by its folder."""
        if case not in self._packages:
            found = load(find(case))
            if not isinstance(found, Package):
                raise FaultError(Fault.NO_SUCH_CASE, case)
            self._packages[case] = found
        return self._packages[case]


def _place(card: CaseCard) -> tuple[int, int, bool, str]:
    """By purpose, then the smaller company first; of one size that which opens week by week before that which has
    everything open from the first."""
    return SHELVES[card.purpose], len(card.departments), not card.opens, card.case
