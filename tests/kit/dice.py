"""Dice for laws that hold whatever happens, and what they pick from a table.

What hypothesis draws piece by piece is mostly one and the same plain thing, and no table would get anywhere. So it
draws a number, and the dice that the number starts draw the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.state import State

Dice = Random
Thing = TypeVar("Thing")
WILD = 8
"""One in so many is not sensible."""


def dice(number: int, *place: object) -> Dice:
    """Hypothesis likes some numbers best: at another place they fall otherwise."""
    return Dice(f"{number}:{place}")


numbers: st.SearchStrategy[int] = st.integers(0, 2**32)


def at(state: State) -> dict[str, Any]:
    return {"round": state.round, "phase": state.phase}


def one_of(chance: Dice, things: Sequence[Thing], otherwise: Thing) -> Any:
    """Mostly one of what is there; `otherwise` if there is nothing, and now and then all the same."""
    return otherwise if not things or chance.randrange(WILD) == 0 else chance.choice(things)


def number(chance: Dice) -> Any:
    return chance.randint(1, 9)


def some_seat(chance: Dice, state: State) -> SeatId:
    return SeatId(one_of(chance, state.seats, chance.randint(0, 5)))


def week(chance: Dice, state: State) -> Any:
    """Mostly one that is left."""
    return one_of(chance, range(state.round, state.length + 1), chance.randint(0, 5))


def parts(chance: Dice, state: State, least: int = 1) -> tuple[i.Part, ...]:
    return tuple(i.Part(chance.randint(1, 6), week(chance, state)) for _ in range(chance.randint(least, 2)))
