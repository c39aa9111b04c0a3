"""A session that was played, as its report needs it: plain data, without the roster and its names."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from sandgame.frames.cast import Cast, Word
from sandgame.frames.debrief import ClassDebrief, OwnDebrief, SharesGone, TableDebrief
from sandgame.rules.events import Event


class ListedSession(Struct, frozen=True):
    """A line of `sandgame sessions list`. `round` is that of the table that has come furthest, of `length`."""

    id: str
    case: str
    started: str
    tables: int
    round: int
    state: Literal["lobby", "playing", "over"]
    length: int


class PastTable(Struct, frozen=True):
    """One table: `events` its whole log, with the texts that people typed, and `times` in milliseconds since 1970.

    `people` sat there; `rules` are what the table gave itself. `shares` are for who led only."""

    debrief: TableDebrief
    own: tuple[OwnDebrief, ...]
    shares: tuple[SharesGone, ...]
    events: tuple[Event, ...]
    times: tuple[int, ...]
    words: tuple[Word, ...]
    people: int
    rules: tuple[str, ...]


class PastSession(Struct, frozen=True):
    """`number` is what people may call it by; tables of which no week was played are left out."""

    session: str
    number: int
    case: str
    fingerprint: str
    started: str
    length: int
    cast: Cast
    tables: tuple[PastTable, ...]
    comparison: ClassDebrief
