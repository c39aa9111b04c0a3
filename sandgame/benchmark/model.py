"""A state -> the programme of the most that the company could still earn (docs/rules, Benchmarks).

Yes/no decisions are whole, units and hours may be fractions; requests, channels, misfit and meetings are left out. What
real play cannot do better is left free: stock may be thrown away, bad units cost no holding.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sandgame.benchmark.capacity import Capacity
from sandgame.benchmark.programme import UNBOUNDED, Entry, Programme
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.scenario import Aid, OrderDef, OrderOption, ServiceDef
from sandgame.rules.state import Order, State

FULL = 100
"""A defect account turns a unit bad when it is full: so it never holds more than one less."""


@dataclass(slots=True)
class Week:
    """Where the decisions of a model's first round stand: columns by what they decide.

    `reach`: rows for what the one user of a service can use of it in this round; they bind nothing until they are
    given a cap. Where a service has several users, what each is shipped is a column in `shipped`. Options are no part
    of it: they are chosen before.
    """

    made: dict[ServiceId, int] = field(default_factory=dict)
    good: dict[ServiceId, int] = field(default_factory=dict)
    started: dict[ServiceId, int] = field(default_factory=dict)
    aided: dict[ServiceId, int] = field(default_factory=dict)
    overtime: dict[SeatId, int] = field(default_factory=dict)
    own_work: dict[SeatId, int] = field(default_factory=dict)
    sold: dict[OrderId, int] = field(default_factory=dict)
    reach: dict[tuple[ServiceId, SeatId], int] = field(default_factory=dict)
    shipped: dict[tuple[ServiceId, SeatId], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Model:
    """`good`: columns of the good units made, by service and round."""

    programme: Programme
    week: Week
    good: dict[tuple[ServiceId, int], int]


def model(state: State, help_: bool = True) -> Model:
    """From the present round on, or from the next if this one is delivered; in Plan options and hours are as agreed.

    Without `help_` nobody works overtime, lends, draws on the pool or gets an aid: what hours alone would allow.
    """
    return _Builder(state, help_).build()


class _Builder:
    """One programme in the making; columns are kept by service and round."""

    def __init__(self, state: State, help_: bool) -> None:
        self.state = state
        self.services = tuple((ServiceId(n), service) for n, service in enumerate(state.scenario.services, start=1))
        self.programme = Programme()
        self.capacity = Capacity(self.programme, state, help_)
        self.first = self.capacity.first
        self.rounds = range(self.first, state.length + 1)
        self.week = Week()
        self.made: dict[tuple[ServiceId, int], int] = {}
        self.good: dict[tuple[ServiceId, int], int] = {}
        self.uses: dict[tuple[ServiceId, SeatId], dict[int, list[Entry]]] = {}

    def build(self) -> Model:
        for number, service in self.services:
            self._making(number, service)
        self.capacity.close()
        for order, standing in self.state.orders.items():
            self._order(order, standing)
        for number, service in self.services:
            if service.aid is None:
                self._goods(number, service)
        seats = self.state.seats if self.rounds else ()
        self.week.overtime = {seat: self.capacity.overtime[seat, self.first] for seat in seats}
        self.week.own_work = {seat: self.capacity.own_work[seat, self.first] for seat in seats}
        return Model(self.programme, self.week, self.good)

    # making

    def _making(self, number: ServiceId, service: ServiceDef) -> None:
        for round_ in self.rounds:
            made = self.programme.column(-self._cost(number, round_))
            self.made[number, round_] = made
            self.capacity.spend(service.provider, round_, made, service.effort)
            if service.setup or service.fee:
                self._starting(number, service, round_)
            for item in service.inputs:
                self._use(item.service, service.provider, round_, made, item.units)
        self._defects(number, service)
        if service.aid is not None:
            self._aiding(number, service.aid, service.receivers)
        if self.rounds:
            self.week.made[number] = self.made[number, self.first]
            self.week.good[number] = self.good[number, self.first]

    def _cost(self, number: ServiceId, round_: int) -> int:
        """Money a unit made in the round, with the case's incidents; a card dealt later goes before what was."""
        for incident in reversed(self.state.scenario.incidents):
            if incident.service == number and incident.round == round_ and incident.cost is not None:
                return incident.cost
        return self.state.scenario.service(number).cost

    def _starting(self, number: ServiceId, service: ServiceDef, round_: int) -> None:
        """Setup and fee once a round, for at most as many whole units as the round's hours could ever make."""
        seat = service.provider
        hours = self.capacity.most(seat, round_) + self._most_aid(seat) - service.setup
        started = self.programme.decision(-service.fee)
        self.capacity.spend(seat, round_, started, service.setup)
        self.programme.at_most([(self.made[number, round_], 1), (started, -max(0, hours // service.effort))], 0)
        if round_ == self.first:
            self.week.started[number] = started

    def _most_aid(self, seat: SeatId) -> int:
        if not self.capacity.help:
            return 0
        aids = (service.aid for _, service in self.services if seat in service.receivers and service.aid is not None)
        return sum(aid.hours * aid.limit for aid in aids)

    def _defects(self, number: ServiceId, service: ServiceDef) -> None:
        """Of all units made so far at least so many are bad that the account is not full."""
        account = self.state.accounts.get(number)
        room = max(0, FULL - 1 - (account.defect if account is not None else 0))
        so_far: list[Entry] = []
        for round_ in self.rounds:
            made = self.made[number, round_]
            if not service.defect:
                self.good[number, round_] = made
                continue
            good = self.programme.column()
            self.good[number, round_] = good
            self.programme.at_most([(good, 1), (made, -1)], 0)
            so_far += [(good, FULL), (made, service.defect - FULL)]
            self.programme.at_most(list(so_far), room)

    def _aiding(self, number: ServiceId, aid: Aid, receivers: tuple[SeatId, ...]) -> None:
        """Good units bring their receiver hours in the round they are made in, up to the aid's units a round."""
        for round_ in self.rounds:
            aided = self.programme.column(high=aid.limit if self.capacity.help else 0)
            self.programme.at_most([(aided, 1), (self.good[number, round_], -1)], 0)
            for receiver in receivers:
                self.capacity.add(receiver, round_, aided, aid.hours)
            if round_ == self.first:
                self.week.aided[number] = aided

    def _use(self, service: ServiceId, seat: SeatId, round_: int, column: int, units: int) -> None:
        self.uses.setdefault((service, seat), {}).setdefault(round_, []).append((column, units))

    # orders

    def _order(self, number: OrderId, order: Order) -> None:
        """Options may still be chosen in the round of arrival; before that the order only comes.

        One that has come stays, even if the session was shortened to before all its dues.
        """
        terms, length = order.terms, self.state.length
        coming = order.state == "coming" and terms.arrival >= self.first
        if not coming and order.state != "open":
            return
        if order.option is not None:
            self._option(number, order, terms.options[order.option], None)
        elif not coming or any(option.due <= length for option in terms.options):
            chosen = [(self.programme.decision(), 1) for _ in terms.options]
            self.programme.at_most(list(chosen), 1)
            for option, (column, _) in zip(terms.options, chosen, strict=True):
                self._option(number, order, option, column)

    def _option(self, number: OrderId, order: Order, option: OrderOption, chosen: int | None) -> None:
        """Penalties as if nothing were shipped, taken back for each unit that is, from its round on."""
        terms = order.terms
        last = min(terms.expiry, self.state.length)
        sold: list[Entry] = []
        for round_ in range(max(self.first, terms.arrival), last + 1):
            column = self.programme.column(option.price + self._penalty(terms, option, round_))
            sold.append((column, 1))
            self._use(terms.service, terms.owner, round_, column, 1)
            if round_ == self.first and order.option is not None:
                self.week.sold[number] = column
        penalty = order.rest * self._penalty(terms, option, self.first)
        if chosen is None:
            self.programme.constant -= penalty
            self.programme.at_most(sold, order.rest)
        else:
            self.programme.gains[chosen] -= penalty
            self.programme.at_most([*sold, (chosen, -order.rest)], 0)

    def _penalty(self, terms: OrderDef, option: OrderOption, round_: int) -> int:
        """What a unit costs that is not shipped before or in any round from this one on, up to the order's end."""
        last = min(terms.expiry, self.state.length)
        late = terms.late * len(range(max(round_, option.due), last))
        return late + (terms.lost if option.due <= self.state.length else 0)

    # goods

    def _goods(self, number: ServiceId, service: ServiceDef) -> None:
        """One stock where one department uses the service: it costs the same on both sides. Else one on each side."""
        users = [seat for seat in self.state.seats if (number, seat) in self.uses]
        came = {round_: self._coming(number, service, round_) for round_ in self.rounds}
        if len(users) == 1 and users[0] != service.provider:
            self._one_stock(number, service, users[0], came)
            return
        taken: dict[int, list[Entry]] = {round_: [] for round_ in self.rounds}
        for seat in users:
            if seat == service.provider:
                for round_, entries in self.uses[number, seat].items():
                    taken[round_] += entries
                continue
            shipped: dict[int, tuple[list[Entry], int]] = {}
            for round_ in self.rounds:
                column = self.programme.column()
                taken[round_].append((column, 1))
                shipped[round_] = ([(column, -1)], 0)
                if round_ == self.first:
                    self.week.shipped[number, seat] = column
            self._stock(service, self._in_stock(number, seat), shipped, self.uses[number, seat])
        self._stock(service, self._in_stock(number, service.provider), came, taken)

    def _one_stock(
        self, number: ServiceId, service: ServiceDef, user: SeatId, came: dict[int, tuple[list[Entry], int]]
    ) -> None:
        uses = self.uses[number, user]
        self._stock(service, self._in_stock(number, service.provider) + self._in_stock(number, user), came, uses)
        if self.first in uses:
            self.week.reach[number, user] = self.programme.at_most(uses[self.first], UNBOUNDED)

    def _coming(self, number: ServiceId, service: ServiceDef, round_: int) -> tuple[list[Entry], int]:
        """Good units that enter the provider's stock: made in this programme, or in lead since before."""
        in_lead = sum(lead.good for lead in self.state.in_lead if lead.service == number and lead.ready == round_)
        made_in = round_ - service.lead
        return ([(self.good[number, made_in], -1)] if made_in >= self.first else []), in_lead

    def _in_stock(self, number: ServiceId, seat: SeatId) -> int:
        stock = self.state.stock.get((seat, number))
        return stock.good if stock is not None else 0

    def _stock(
        self,
        service: ServiceDef,
        before: int,
        came: dict[int, tuple[list[Entry], int]],
        taken: dict[int, list[Entry]],
    ) -> None:
        """What is taken and what is left is at most what was there and what came; what is left costs holding."""
        left: list[Entry] = []
        for round_ in self.rounds:
            arrived, ready = came[round_]
            column = self.programme.column(-service.holding)
            entries = [*taken.get(round_, []), *arrived, *((kept, -1) for kept, _ in left), (column, 1)]
            self.programme.at_most(entries, ready + before)
            left, before = [(column, 1)], 0
