"""The words that a table's debrief names: all its orders and the cards that were dealt there."""

from __future__ import annotations

from itertools import chain

from sandgame.frames.cast import Cast, Word
from sandgame.rules.ids import TABLE, ServiceId
from sandgame.rules.state import State
from sandgame.scenario.package import Package


def cast(package: Package) -> Cast:
    """With all services: after play nothing is hidden any more."""
    return package.cast(TABLE, (ServiceId(n) for n in range(1, len(package.scenario.services) + 1)))


def words(state: State, package: Package) -> tuple[Word, ...]:
    # those too that would only have come: a moment may be about one that somebody knew of
    orders = (package.named_order(number, order.terms.card) for number, order in state.orders.items())
    cards = sorted({dealt.card for dealt in state.dealt})
    keys = (f"card.{card}.{part}" for card in cards for part in ("title", "effect"))
    return (*chain.from_iterable(orders), *package.words(keys))
