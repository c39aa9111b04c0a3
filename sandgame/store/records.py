"""What the store keeps, and what every store must do, whatever it is made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from sandgame.frames.cast import Texts
from sandgame.frames.lobby import Setup
from sandgame.frames.seat import Holder
from sandgame.rules.ids import Phase, SeatId
from sandgame.scenario.package import Package


class Happened(Struct, frozen=True):
    """An event as it is written: `at` in milliseconds since 1970, `intent` on the first event of an intent only."""

    at: int
    seat: SeatId
    intent: str | None
    kind: str
    body: bytes


class Entry(Struct, frozen=True):
    """One row of the log; `seq` counts the events of a game from 0."""

    game: int
    seq: int
    happened: Happened


class Holding(Struct, frozen=True):
    """Who holds a seat: a line of the roster, the only place with names. `style` is the bot's.

    In a class `name` is for whom the seat is meant, `token` the hash of what whoever took it holds it by; `people` sit
    there together, and are marked only if `scored`.
    """

    seat: SeatId
    holder: Holder
    style: str | None
    name: str | None
    token: str | None = None
    people: int = 1
    scored: bool = True


class NewSession(Struct, frozen=True):
    """A session as it begins. Its case is kept whole, words and all: it goes on when the folder has changed."""

    session: str
    started: str
    setup: Setup
    package: Package
    roster: tuple[Holding, ...]


class Kept(Struct, frozen=True):
    """A session in the store; `number` is never given again, `game` names its table in the log."""

    number: int
    game: int
    start: NewSession


class Reached(Struct, frozen=True):
    """A session in the list of all, and how far its log has come."""

    number: int
    session: str
    started: str
    title: Texts
    company: Texts
    setup: Setup
    round: int
    phase: Phase


class Answer(Struct, frozen=True):
    """What a seat answered in the debrief: one of each kind."""

    seat: SeatId
    kind: str
    body: bytes


class Store(Protocol):
    """Where it all is kept. Whatever cannot be done raises `FaultError` and changes nothing."""

    def create(self, start: NewSession, first: Sequence[Happened]) -> Kept:
        """A new session with one table and the first events of its log, in one transaction."""

    def append(self, batch: Sequence[Entry]) -> None:
        """Events of any number of games in one transaction, durable when it returns."""

    def appending(self, batch: Sequence[Entry]) -> Callable[[], None]:
        """The same, durable when what it gives back has returned, which any one thread may call; that may raise
        `FaultError` too. Whatever else is asked of the store waits until then."""

    def read(self, game: int) -> tuple[Entry, ...]:
        """The log of a game as it was written, byte for byte."""

    def session(self, session: str) -> Kept: ...

    def sessions(self) -> tuple[Reached, ...]:
        """Newest first."""

    def delete(self, session: str) -> None:
        """The session with its log, roster, results, and what was answered in its debrief."""

    def keep_result(self, game: int, version: int, kind: str, body: bytes) -> None:
        """What was worked out from a log, once for each version of the way it is done: the first stays."""

    def result(self, game: int, version: int, kind: str) -> bytes | None: ...

    def drop_result(self, game: int, version: int, kind: str) -> None:
        """For one that can be read no more, so that another can be kept."""

    def gather(self, game: int, answers: Sequence[Answer]) -> None:
        """Each in the place of what the seat answered of its kind before."""

    def gathered(self, game: int) -> tuple[Answer, ...]:
        """By seat and kind."""

    def keep_survey(self, session: str, key: str, occasion: str, body: bytes) -> None:
        """Under a key that tells nobody whose it is; the same key again replaces it."""

    def surveys(self, session: str, occasion: str) -> tuple[bytes, ...]:
        """In the order of their keys."""

    def close(self) -> None: ...
