"""Deliver, exactly: a state with everybody's plan becomes one `Delivered` event."""

from __future__ import annotations

from sandgame.rules.events import (
    Account,
    Arrived,
    CommitmentMoved,
    CommitmentState,
    CompanyMoney,
    Delivered,
    InLead,
    Made,
    OrderCharged,
    OrderShipped,
    SeatBooks,
    Shipped,
    StockLevel,
    Stop,
)
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.intents import Plan, ShipLine
from sandgame.rules.scenario import ServiceDef
from sandgame.rules.shop import Shop, Work
from sandgame.rules.state import Accounts, Commitment, Order, State


def deliver(state: State) -> Delivered:
    """Every seat's plan must be in; the state is not changed."""
    return _Delivery(state).run()


class _Delivery:  # long: a method for each step of the rules
    """One round's working copy. The steps and their order are those of docs/rules, Deliver."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.scenario = state.scenario
        self.round = state.round
        self.by_standard = state.holds("service_standard")
        self.plans: dict[SeatId, Plan] = state.plans
        works = {ServiceId(n): Work(s.effort, s.setup, s.inputs) for n, s in enumerate(self.scenario.services, start=1)}
        self.shops: dict[SeatId, Shop] = {}
        for seat in state.seats:
            plan = self.plans[seat]
            hours = state.hours[seat].hours
            hours_to_plan = hours + plan.overtime - min(plan.own_work, hours)
            self.shops[seat] = Shop(hours_to_plan, plan.make, works, {})
        for (seat, service), stock in state.stock.items():
            self.shops[seat].put(service, stock.good, stock.bad)
        self.lacks = {c.commitment: c.lacking for c in state.commitments.values() if c.is_open}
        self.accounts = dict(state.accounts)
        self.in_lead: list[InLead] = []
        self.aid_units: dict[ServiceId, int] = {}
        self.aid_hours: dict[SeatId, int] = {}
        self.arrived: list[Arrived] = []
        self.made: list[Made] = []
        self.shipped: list[Shipped] = []
        self.order_lines: list[OrderShipped] = []
        self.charged: list[OrderCharged] = []

    def run(self) -> Delivered:
        self._arrive()
        for service in self.state.sweep:
            self._make(service)
            self._ship(service)
        self._ship_orders()
        self._charge_orders()
        books = tuple(self._books(seat) for seat in self.state.seats)
        return Delivered(
            round=self.round,
            arrived=tuple(self.arrived),
            made=tuple(self.made),
            shipped=tuple(self.shipped),
            order_lines=tuple(self.order_lines),
            charged=tuple(self.charged),
            commitments=self._commitments(),
            books=books,
            money=self._money(books),
            stock=self._stock_left(),
            in_lead=tuple(self.in_lead),
            accounts=tuple(Account(n, a.defect, a.misfit) for n, a in sorted(self.accounts.items())),
        )

    def _arrive(self) -> None:
        for lead in self.state.in_lead:
            if lead.ready > self.round:
                self.in_lead.append(lead)
                continue
            provider = self.scenario.service(lead.service).provider
            self.shops[provider].put(lead.service, lead.good, lead.bad)
            self.arrived.append(Arrived(lead.service, lead.good + lead.bad))

    def _make(self, number: ServiceId) -> None:
        service = self.scenario.service(number)
        shop = self.shops[service.provider]
        for line in shop.make(number):
            bad = self._defects(number, service, line.units)
            good = line.units - bad
            if line.units and service.lead:
                self.in_lead.append(InLead(number, self.round + service.lead, good, bad))
            else:
                shop.put(number, good, bad)
            self.made.append(
                Made(service.provider, number, line.planned, line.units, bad, line.hours, line.setup, line.stop)
            )

    def _defects(self, number: ServiceId, service: ServiceDef, units: int) -> int:
        """Every full 100 on the defect account turns one unit bad, at once."""
        if not units or not service.defect:
            return 0
        old = self.accounts.get(number, Accounts(0, 0))
        bad, defect = divmod(old.defect + units * service.defect, 100)
        bad = min(bad, units)
        self.accounts[number] = Accounts(defect, old.misfit)
        return bad

    def _ship(self, number: ServiceId) -> None:
        service = self.scenario.service(number)
        for line in self.plans[service.provider].ship:
            commitment = self.state.commitments.get(line.commitment)
            if commitment is not None and commitment.service == number and commitment.is_open:
                self._ship_line(service, commitment, line)
        if service.aid is not None:
            shop = self.shops[service.provider]
            shop.good.pop(number, None)
            shop.bad.pop(number, None)

    def _ship_line(self, service: ServiceDef, commitment: Commitment, line: ShipLine) -> None:
        wanted = min(line.units, self.lacks[commitment.commitment])
        good, bad = self.shops[service.provider].take(commitment.service, wanted)
        misfit = self._misfits(commitment, service, good)
        useful = good - misfit
        self.lacks[commitment.commitment] -= useful
        aid_hours = 0
        if service.aid is not None:
            aid_hours = self._aid(commitment, useful)
        else:
            self.shops[commitment.customer].put(commitment.service, useful)
        stop: Stop = "stock" if good + bad < wanted else "none"
        self.shipped.append(
            Shipped(
                service.provider,
                commitment.commitment,
                commitment.service,
                line.units,
                good + bad,
                bad,
                misfit,
                aid_hours,
                stop,
            )
        )

    def _misfits(self, commitment: Commitment, service: ServiceDef, good: int) -> int:
        """Every full 10 000 on the misfit account makes one unit worthless; a service standard halves what is added."""
        clarity = 100 if commitment.clarity is None else commitment.clarity
        if not good or not service.complexity or clarity >= 100:
            return 0
        old = self.accounts.get(commitment.service, Accounts(0, 0))
        a_unit = service.complexity * (100 - clarity)
        misfit, rest = divmod(old.misfit + good * (a_unit // 2 if self.by_standard else a_unit), 10_000)
        self.accounts[commitment.service] = Accounts(old.defect, rest)
        return min(misfit, good)

    def _aid(self, commitment: Commitment, useful: int) -> int:
        """Hours that good units of an aid bring their receiver at once, up to the aid's units a round."""
        aid = self.scenario.service(commitment.service).aid
        if aid is None:
            return 0
        units = self.aid_units.get(commitment.service, 0)
        hours = max(0, min(useful, aid.limit - units)) * aid.hours
        self.aid_units[commitment.service] = units + useful
        receiver = commitment.customer
        self.aid_hours[receiver] = self.aid_hours.get(receiver, 0) + hours
        self.shops[receiver].free += hours
        return hours

    def _ship_orders(self) -> None:
        for seat in self.state.seats:
            rest: dict[OrderId, int] = {}
            for line in self.plans[seat].orders:
                order = self.state.orders[line.order]
                if order.state != "open" or order.price is None:
                    continue
                left = rest.get(line.order, order.rest)
                wanted = min(line.units, left)
                units, _ = self.shops[seat].take(order.terms.service, wanted)
                rest[line.order] = left - units
                stop: Stop = "stock" if units < wanted else "none"
                self.order_lines.append(OrderShipped(seat, line.order, line.units, units, units * order.price, stop))

    def _charge_orders(self) -> None:
        shipped: dict[OrderId, int] = {}
        for line in self.order_lines:
            shipped[line.order] = shipped.get(line.order, 0) + line.units
        for number, order in self.state.orders.items():
            if order.state == "open":
                self.charged.append(self._charge(number, order, order.rest - shipped.get(number, 0)))

    def _charge(self, number: OrderId, order: Order, rest: int) -> OrderCharged:
        last = self.round == self.state.length
        due = order.due or 0
        if rest == 0:
            return OrderCharged(number, 0, 0, "done")
        if last and due > self.state.length:
            return OrderCharged(number, 0, 0, "closed")
        if last or self.round >= order.terms.expiry:
            return OrderCharged(number, 0, rest * order.terms.lost, "expired")
        return OrderCharged(number, rest * order.terms.late if self.round >= due else 0, 0, "open")

    def _books(self, seat: SeatId) -> SeatBooks:
        shop, plan, hours = self.shops[seat], self.plans[seat], self.state.hours[seat].hours
        set_aside = min(plan.own_work, hours)
        mine = [line for line in self.made if line.seat == seat and line.units]
        cost = sum(line.units * self._cost(line.service) for line in mine)
        bought = {line.service for line in mine}
        return SeatBooks(
            seat=seat,
            overtime=plan.overtime,
            set_aside=set_aside,
            own_work=max(0, set_aside + shop.free - plan.overtime),
            worked=shop.worked,
            aid=self.aid_hours.get(seat, 0),
            setups=shop.setups,
            cost=cost,
            fees=sum(self.scenario.service(service).fee for service in bought),
            standard=sum(line.units * self.scenario.service(line.service).standard_price for line in mine),
            overtime_paid=plan.overtime * self.scenario.overtime_price,
            holding=self._holding(shop),
            fatigue=(plan.overtime + 1) // 2,
        )

    def _cost(self, number: ServiceId) -> int:
        """Cost of a unit made in this round, with the case's incidents; a card dealt later goes before what was."""
        for incident in reversed(self.scenario.incidents):
            if incident.service == number and incident.round == self.round and incident.cost is not None:
                return incident.cost
        return self.scenario.service(number).cost

    def _holding(self, shop: Shop) -> int:
        units = [*shop.good.items(), *shop.bad.items()]
        return sum(count * self.scenario.service(service).holding for service, count in units)

    def _commitments(self) -> tuple[CommitmentMoved, ...]:
        moved: list[CommitmentMoved] = []
        for number, lack in self.lacks.items():
            old = self.state.commitments[number]
            new = self._state_of(old, lack)
            if new != old.state or lack != old.lacking:
                moved.append(CommitmentMoved(number, old.units - lack, new))
        return tuple(moved)

    def _state_of(self, commitment: Commitment, lack: int) -> CommitmentState:
        if lack == 0:
            return "kept" if self.round <= commitment.due else "late"
        if self.round < commitment.due:
            return "open"
        if self.scenario.service(commitment.service).aid is not None:
            return "lapsed"
        return "broken" if self.round == self.state.length else "overdue"

    def _money(self, books: tuple[SeatBooks, ...]) -> CompanyMoney:
        return CompanyMoney(
            revenue=sum(line.revenue for line in self.order_lines),
            late=sum(c.late for c in self.charged),
            lost=sum(c.lost for c in self.charged),
            purchases=sum(b.cost + b.fees for b in books),
            overtime=sum(b.overtime_paid for b in books),
            holding=sum(b.holding for b in books),
            own_work=sum(b.own_work for b in books) * self.scenario.own_work_worth,
        )

    def _stock_left(self) -> tuple[StockLevel, ...]:
        levels: list[StockLevel] = []
        for seat, shop in self.shops.items():
            for service in sorted(shop.good.keys() | shop.bad.keys()):
                good, bad = shop.good.get(service, 0), shop.bad.get(service, 0)
                if good or bad:
                    levels.append(StockLevel(seat, service, good, bad))
        return tuple(levels)
