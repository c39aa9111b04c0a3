"""A seat's sight with the prices that truly stand behind its promises: for whoever judges, never for a seat."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec.structs import replace

from sandgame.rules.ids import CommitmentId, SeatId
from sandgame.rules.sections import Promise
from sandgame.rules.sight import Sight, SightOfThreads
from sandgame.rules.state import State


class PricedThreads(SightOfThreads):
    def __init__(self, state: State, seat: SeatId, prices: Mapping[CommitmentId, int]) -> None:
        super().__init__(state, seat)
        self._prices = prices

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        seen = super().promises
        return tuple(replace(p, worth=self._prices.get(p.commitment, p.worth)) for p in seen)


class PricedSight(Sight):
    """`prices` by commitment; where there is none, what the seat itself was told."""

    def __init__(self, state: State, seat: SeatId, prices: Mapping[CommitmentId, int]) -> None:
        super().__init__(state, seat)
        self._prices = prices

    @cached_property
    def threads(self) -> SightOfThreads:
        return PricedThreads(self._state, self._seat, self._prices)
