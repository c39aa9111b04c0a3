"""A bot's desk: the numbers of its own view that it reckons with during a round, kept up to date as it promises."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from sandgame.bots.book import Book
from sandgame.bots.styles import Style
from sandgame.rules.board import BoardSection
from sandgame.rules.ids import CommitmentId, OrderId, SeatId, ServiceId
from sandgame.rules.intents import OrderLine, Part
from sandgame.rules.measures import in_force
from sandgame.rules.scenario import Aid, Input, OrderOption
from sandgame.rules.sections import OwnOrder, Promise
from sandgame.rules.seen import Seen

UNNUMBERED = 1_000_000
"""From here on a promise counts that this round's talk has only just made: after all that have a number."""
ORDERED = 2_000_000
"""From here on, by its number, what is wanted is an order of mine for what I make myself: after all promises."""


class Craft(NamedTuple):
    """A service as one seat knows it; effort, setup, fee and inputs are 0 and empty for what others make."""

    service: ServiceId
    provider: SeatId
    lead: int
    effort: int
    setup: int
    fee: int
    inputs: tuple[Input, ...]
    aid: Aid | None


class Owed(NamedTuple):
    """What an open commitment still lacks; sorts by due, then number."""

    due: int
    commitment: int
    service: ServiceId
    units: int
    worth: int


class Item(NamedTuple):
    """Units to make for a commitment, beyond stock and units in lead; `time` is due − lead."""

    craft: Craft
    commitment: int
    due: int
    time: int
    units: int
    worth: int


class Order(NamedTuple):
    """An order of mine. `due` and `price` are those of the chosen option, else of the last."""

    order: OrderId
    service: ServiceId
    rest: int
    due: int
    price: int
    options: tuple[OrderOption, ...]
    state: str
    chosen: bool


def crafts_of(board: BoardSection) -> dict[ServiceId, Craft]:
    return {
        s.service: Craft(s.service, s.provider, s.lead, s.effort or 1, s.setup or 0, s.fee or 0, s.inputs or (), s.aid)
        for s in board.services
    }


class Desk:
    """Mutable on purpose: it lives for a round at most. What is promised meanwhile is told to it."""

    def __init__(
        self,
        view: Seen,
        style: Style,
        book: Book,
        crafts: dict[ServiceId, Craft] | None = None,
        told: Mapping[int, int] | None = None,
    ) -> None:
        """`told` are worths of commitments to others that the asking bot has said aloud."""
        me, table = view.me, view.table
        self.view, self.style, self.book = view, style, book
        self.crafts = crafts if crafts is not None else crafts_of(view.board)
        self.seat: SeatId = me.seat
        self.now, self.last = table.round, table.length
        self.own_hours, self.hours = me.own_hours, me.hours
        self.coming_hours = me.coming_hours
        self.overtime_limit = me.overtime_limit if "overtime" in table.rules else 0
        self.set_aside = book.traits[me.seat - 1].own_work * style.own_work // 100
        self.stock: dict[ServiceId, int] = {s.service: s.units for s in me.stock}
        self.ready = dict(self.stock)
        for lead in me.in_lead:
            self.ready[lead.service] = self.ready.get(lead.service, 0) + lead.units
        self.orders = [_order(o) for o in view.orders if o.state == "open" or o.state == "coming"]
        self.owes: list[Owed] = []
        self.gets: list[Owed] = []
        self.lent, self.gained = me.lent, me.gained
        self._fresh = UNNUMBERED
        self._items: list[Item] | None = None
        self._read_promises(view.threads.promises, told or {})

    def _read_promises(self, promises: tuple[Promise, ...], told: Mapping[int, int]) -> None:
        for p in promises:
            if p.is_open:
                worth = told.get(p.commitment, p.worth)
                owed = Owed(p.due, p.commitment, p.service, p.units - p.delivered, worth)
                (self.owes if p.provider == self.seat else self.gets).append(owed)
        self.owes.sort()

    def promise(self, service: ServiceId, units: int, due: int, worth: int = 0) -> None:
        """I have just promised this."""
        self._fresh += 1
        insort(self.owes, Owed(due, self._fresh, service, units, worth))
        self._items = None

    def take_back(self, owes: list[Owed]) -> None:
        """What was promised since `owes` was copied is not promised after all."""
        self.owes = owes
        self._items = None

    def number(self, commitment: CommitmentId, service: ServiceId, part: Part) -> None:
        """What I have promised has become a commitment."""
        for at, owed in enumerate(self.owes):
            if owed.commitment > UNNUMBERED and (owed.service, owed.units, owed.due) == (service, part.units, part.due):
                del self.owes[at]
                insort(self.owes, owed._replace(commitment=commitment))
                self._items = None
                return

    @cached_property
    def trained(self) -> bool:
        """Whether a loan loses nothing."""
        return in_force(self.view, "cross_training")

    def agreed(self, commitment: CommitmentId, service: ServiceId, part: Part, worth: int) -> None:
        """I have not answered, and the service standard has promised this for me."""
        insort(self.owes, Owed(part.due, commitment, service, part.units, worth))
        self._items = None

    def promised(self, service: ServiceId, units: int, due: int) -> None:
        """This has just been promised to me."""
        self._fresh += 1
        self.gets.append(Owed(due, self._fresh, service, units, 0))

    def chose(self, order: OrderId, option: int | None) -> None:
        """An order's option has been chosen; with None it was declined."""
        kept: list[Order] = []
        for o in self.orders:
            if o.order != order:
                kept.append(o)
            elif option is not None:
                terms = o.options[option]
                kept.append(o._replace(due=terms.due, price=terms.price, chosen=True))
        self.orders = kept
        self._items = None

    def _for_orders(self) -> list[Owed]:
        """What my open orders still want of the services that I make myself, as if I owed it to the boss."""
        return [
            Owed(o.due, ORDERED + o.order, o.service, o.rest, o.price)
            for o in self.orders
            if o.state == "open" and o.rest and self.crafts[o.service].provider == self.seat
        ]

    @property
    def items(self) -> list[Item]:
        """What is to be made, by due, then number."""
        if self._items is None:
            self._items = self._to_make()
        return self._items

    def _to_make(self) -> list[Item]:
        ready = dict(self.ready)
        items: list[Item] = []
        for_orders = self._for_orders()
        for due, commitment, service, units, worth in sorted(self.owes + for_orders) if for_orders else self.owes:
            covered = min(units, ready.get(service, 0))
            if covered:
                ready[service] -= covered
                units -= covered
            if units:
                craft = self.crafts[service]
                items.append(Item(craft, commitment, due, due - craft.lead, units, worth))
        return items

    def work(self, until: int | None = None) -> tuple[int, int]:
        """Effort and setups of what is to be made with a time up to `until` (all, if None), setups once a service."""
        effort = 0
        setups: dict[ServiceId, int] = {}
        for item in self.items:
            if until is None or item.time <= until:
                effort += item.units * item.craft.effort
                setups[item.craft.service] = item.craft.setup
        return effort, sum(setups.values())

    def lacking(self, service: ServiceId) -> int:
        """What my open commitments of a service still lack, and my orders of it if I make it myself."""
        return sum(o.units for o in (*self.owes, *self._for_orders()) if o.service == service)

    def order_lines(self) -> tuple[OrderLine, ...]:
        """Open orders: due or overdue ones first, then by price, highest first."""
        mine = [o for o in self.orders if o.state == "open" and o.rest]
        mine.sort(key=lambda o: (o.due > self.now, -o.price, o.order))
        return tuple(OrderLine(o.order, o.rest) for o in mine)

    def ship_order(self) -> list[tuple[CommitmentId, int]]:
        return [(CommitmentId(o.commitment), o.units) for o in self.owes if o.commitment < UNNUMBERED]


def _order(o: OwnOrder) -> Order:
    terms = o.options[-1 if o.option is None else o.option]
    return Order(
        o.order, o.service, o.units - o.shipped, terms.due, terms.price, o.options, o.state, o.option is not None
    )
