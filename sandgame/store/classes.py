"""What the store keeps of a class: several tables in one session, who holds which seat, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from sandgame.frames.classroom import ClassSetup, ClassState, KeepCard
from sandgame.frames.console import PastClass
from sandgame.rules.ids import SeatId
from sandgame.scenario.package import Package
from sandgame.store.records import Happened, Holding, NewSession, Store


class KeptClass(Struct, frozen=True):
    """A class in the store: `games` and `rosters` are those of its tables, in order."""

    session: str
    setup: ClassSetup
    state: ClassState
    package: Package
    games: tuple[int, ...]
    rosters: tuple[tuple[Holding, ...], ...]


class Watcher(Struct, frozen=True):
    """An observer of a table: the hash of the token, the seat looked at, and the cards kept so far, by week."""

    token: str
    seat: SeatId
    cards: tuple[KeepCard, ...] = ()

    def with_card(self, card: KeepCard) -> Watcher:
        """In the place of the one of the same week."""
        others = (each for each in self.cards if each.round != card.round)
        return Watcher(self.token, self.seat, tuple(sorted((*others, card), key=lambda each: each.round)))


class ClassStore(Store, Protocol):
    """A store that keeps classes too. They are no sessions of this laptop and not in the list of those."""

    def create_class(self, start: NewSession, setup: ClassSetup, logs: Sequence[Sequence[Happened]]) -> KeptClass:
        """A new class with a table for each log, in one transaction; every table begins with the roster of `start`."""

    def kept_class(self, session: str) -> KeptClass: ...

    def classes(self) -> tuple[str, ...]:
        """Their sessions, newest first."""

    def past_classes(self) -> tuple[PastClass, ...]:
        """All of them with how far they came, newest first."""

    def hold(self, held: Sequence[tuple[int, Holding]]) -> None:
        """Seats of these games have other holders now, all of them or none."""

    def keep_watcher(self, game: int, watcher: Watcher) -> None:
        """In the place of what was kept under the same token."""

    def watchers(self, game: int) -> tuple[Watcher, ...]:
        """In the order of their tokens, which were drawn: nobody can tell who came first."""

    def note_class(self, session: str, setup: ClassSetup, state: ClassState) -> None:
        """The class has come further, or is run another way."""
