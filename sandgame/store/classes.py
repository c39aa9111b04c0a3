"""What the store keeps of a class: several tables in one session, who holds which seat, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from sandgame.frames.classroom import ClassSetup, ClassState
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


class ClassStore(Store, Protocol):
    """A store that keeps classes too. They are no sessions of this laptop and not in the list of those."""

    def create_class(self, start: NewSession, setup: ClassSetup, logs: Sequence[Sequence[Happened]]) -> KeptClass:
        """A new class with a table for each log, in one transaction; every table begins with the roster of `start`."""

    def kept_class(self, session: str) -> KeptClass: ...

    def classes(self) -> tuple[str, ...]:
        """Their sessions, newest first."""

    def hold(self, game: int, holding: Holding) -> None:
        """A seat has another holder now."""

    def note_class(self, session: str, setup: ClassSetup, state: ClassState) -> None:
        """The class has come further, or is run another way."""
