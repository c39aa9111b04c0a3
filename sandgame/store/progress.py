"""How far a log has come: read off where it last moved, as plain data, so that a log of any format can be listed."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import Struct

from sandgame.rules.ids import Phase

MOVES = ("phase_started", "rolled_back")
"""The events after which play stands at the phase they name."""


SHORTENED = ("session_shortened",)
"""The events after which a game has another last week; it is never made longer again."""


Reach = tuple[int, Phase]


class _Started(Struct, frozen=True):
    round: int
    phase: Phase


def progress(moved: bytes | None) -> Reach:
    """Round and phase out of the body of the last move; the first Brief if it cannot be read."""
    if moved is None:
        return 1, "brief"
    try:
        started = msgspec.json.decode(moved, type=_Started)
    except (msgspec.MsgspecError, UnicodeError):
        return 1, "brief"
    return started.round, started.phase


class _Shortened(Struct, frozen=True):
    length: int


def last_week(given: int, games: int, shortened: Iterable[bytes]) -> int:
    """Of several tables that were to play `given` weeks: `shortened` are the bodies of the last shortening of each that
    was shortened."""
    weeks = []
    for body in shortened:
        try:
            weeks.append(msgspec.json.decode(body, type=_Shortened).length)
        except (msgspec.MsgspecError, UnicodeError):
            weeks.append(given)
    return max(weeks) if weeks and len(weeks) == games else given


def all_over(reached: Iterable[Reach]) -> bool:
    """None of several tables has anything left to play."""
    phases = [phase for _, phase in reached]
    return bool(phases) and set(phases) == {"over"}


def furthest(reached: Iterable[Reach]) -> int:
    """The week in which the first of several tables stands."""
    return max((round_ for round_, _ in reached), default=1)
