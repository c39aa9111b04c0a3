"""What a seat can look at, however it was made: a whole `View`, or a `Sight` that makes sections as they are read."""

from __future__ import annotations

from typing import Protocol

from sandgame.rules.board import BoardSection
from sandgame.rules.sections import (
    BesideSection,
    CompanySection,
    DeliverySection,
    Heard,
    KnownFact,
    MeSection,
    OwnMeeting,
    OwnOrder,
    PoolSection,
    Promise,
    ReviewSection,
    RoomSection,
    TableSection,
    Thread,
)


class SeenThreads(Protocol):
    """The parts of `ThreadsSection`."""

    @property
    def sheets(self) -> tuple[Thread, ...]: ...

    @property
    def promises(self) -> tuple[Promise, ...]: ...

    @property
    def meetings(self) -> tuple[OwnMeeting, ...]: ...

    @property
    def facts(self) -> tuple[KnownFact, ...]: ...

    @property
    def messages(self) -> tuple[Heard, ...]: ...


class Seen(Protocol):
    """The sections of `View`, to be read only."""

    @property
    def table(self) -> TableSection: ...

    @property
    def me(self) -> MeSection: ...

    @property
    def board(self) -> BoardSection: ...

    @property
    def orders(self) -> tuple[OwnOrder, ...]: ...

    @property
    def threads(self) -> SeenThreads: ...

    @property
    def pool(self) -> PoolSection: ...

    @property
    def delivery(self) -> DeliverySection | None: ...

    @property
    def review(self) -> ReviewSection: ...

    @property
    def room(self) -> RoomSection: ...

    @property
    def beside(self) -> BesideSection: ...

    @property
    def company(self) -> CompanySection | None: ...
