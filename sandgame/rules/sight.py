"""A seat's view whose sections are made only when they are looked at: for whoever reads a few of them, and often."""

from __future__ import annotations

from functools import cached_property

from sandgame.rules.board import BoardSection
from sandgame.rules.ids import SeatId
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
from sandgame.rules.seen_beside import beside_section
from sandgame.rules.seen_company import board_section, company_section, known_facts
from sandgame.rules.seen_orders import order_section
from sandgame.rules.seen_room import room_section
from sandgame.rules.state import State
from sandgame.rules.view import (
    delivery_section,
    me_section,
    meetings_seen,
    messages_heard,
    pool_section,
    promises_seen,
    review_section,
    sheets_seen,
    table_section,
)


class SightOfThreads:
    """Part by part the same as `thread_section`."""

    def __init__(self, state: State, seat: SeatId) -> None:
        self._state, self._seat = state, seat

    @cached_property
    def sheets(self) -> tuple[Thread, ...]:
        return sheets_seen(self._state, self._seat)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        return promises_seen(self._state, self._seat)

    @cached_property
    def meetings(self) -> tuple[OwnMeeting, ...]:
        return meetings_seen(self._state, self._seat)

    @cached_property
    def facts(self) -> tuple[KnownFact, ...]:
        return known_facts(self._state, self._seat)

    @cached_property
    def messages(self) -> tuple[Heard, ...]:
        return messages_heard(self._state, self._seat)


class Sight:
    """Section by section the same as `view` of the same state and seat."""

    def __init__(self, state: State, seat: SeatId) -> None:
        self._state, self._seat = state, seat

    @cached_property
    def table(self) -> TableSection:
        return table_section(self._state)

    @cached_property
    def me(self) -> MeSection:
        return me_section(self._state, self._seat)

    @cached_property
    def board(self) -> BoardSection:
        return board_section(self._state, self._seat)

    @cached_property
    def orders(self) -> tuple[OwnOrder, ...]:
        return order_section(self._state, self._seat)

    @cached_property
    def threads(self) -> SightOfThreads:
        return SightOfThreads(self._state, self._seat)

    @cached_property
    def pool(self) -> PoolSection:
        return pool_section(self._state, self._seat)

    @cached_property
    def delivery(self) -> DeliverySection | None:
        return delivery_section(self._state, self._seat)

    @cached_property
    def review(self) -> ReviewSection:
        return review_section(self._state, self._seat)

    @cached_property
    def room(self) -> RoomSection:
        return room_section(self._state)

    @cached_property
    def beside(self) -> BesideSection:
        return beside_section(self._state, self._seat)

    @cached_property
    def company(self) -> CompanySection | None:
        return company_section(self._state)
