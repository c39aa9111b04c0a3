"""What a plan would do, as far as one seat can know: the code of Deliver on one seat's view, promises taken as kept."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from sandgame.rules.board import ServiceSeen
from sandgame.rules.events import CommitmentState, Stop
from sandgame.rules.figures import Tally, kpi, metric_points, with_satisfaction
from sandgame.rules.ids import CommitmentId, OrderId, ServiceId
from sandgame.rules.intents import Plan
from sandgame.rules.measures import in_force
from sandgame.rules.plans import bounds_seen, plan_fault
from sandgame.rules.reason import Refusal
from sandgame.rules.scenario import Input
from sandgame.rules.sections import Promise, View
from sandgame.rules.shop import Shop, Work


class Taken(Struct, frozen=True):
    """Units of an input that a service of mine made earlier in the sweep takes."""

    service: ServiceId
    units: int
    by: ServiceId


class MadePreview(Struct, frozen=True):
    """One make line: `awaited` units of it hang on inputs that are promised but not in stock.

    `lacking` = inputs it is short of, for what its hours could make; `taken` = what others of my lines took of these.
    """

    service: ServiceId
    planned: int
    units: int
    hours: int
    setup: int
    awaited: int
    stop: Stop
    lacking: tuple[Input, ...] = ()
    taken: tuple[Taken, ...] = ()


class PromisePreview(Struct, frozen=True):
    """An open commitment of mine as provider: what it lacks, what the plan ships to it, and what then becomes of it.

    `kept`: after this round it is kept, or not due yet and so not broken. `due_now` includes overdue ones.
    """

    commitment: CommitmentId
    lacking: int
    units: int
    kept: bool
    due_now: bool


class OrderPreview(Struct, frozen=True):
    order: OrderId
    units: int
    revenue: int


class Preview(Struct, frozen=True):
    """Hours: `hours` with overtime and promised aid; `own_work` is set aside plus left over, overtime never.

    `kept` of the `due` promises of this round would be kept. `refusal` says why such a plan cannot be submitted.
    """

    refusal: Refusal | None
    hours: int
    aid_hours: int
    set_aside: int
    left: int
    own_work: int
    overtime_unused: int
    made: tuple[MadePreview, ...]
    promises: tuple[PromisePreview, ...]
    orders: tuple[OrderPreview, ...]
    kept: int
    due: int
    kpi: int
    points: tuple[int, ...]


def preview(view: View, plan: Plan, early: bool = False) -> Preview:
    """Pure function of one seat's view and a plan; a plan that breaks a rule is shown as far as it goes.

    `early`: what is promised to this seat for later rounds arrives in this one too (aids apart).
    """
    return _Rehearsal(view, plan, early).run()


class _Rehearsal:
    """One seat's Deliver: suppliers' promises arrive where the sweep has them, nobody else plans."""

    def __init__(self, view: View, plan: Plan, early: bool) -> None:
        self.view = view
        self.plan = plan
        self.early = early
        self.refusal = plan_fault(bounds_seen(view), plan)
        self.round = view.table.round
        works = {
            s.service: Work(s.effort or 1, s.setup or 0, s.inputs or ())
            for s in view.board.services
            if s.provider == view.me.seat
        }
        lines = tuple(line for line in plan.make if line.service in works)
        self.set_aside = min(plan.own_work, view.me.hours)
        self.overtime = min(plan.overtime, view.me.overtime_limit)
        stock = {s.service: s.units for s in view.me.stock}
        self.shop = Shop(view.me.hours + self.overtime - self.set_aside, lines, works, stock)
        for lead in view.me.in_lead:
            if lead.ready <= self.round and view.table.phase in ("brief", "negotiate", "plan"):
                self.shop.put(lead.service, lead.units)
        self.in_stock = dict(self.shop.good)
        self.open = {p.commitment: p for p in view.threads.promises if p.is_open and p.provider == view.me.seat}
        self.lacks = {number: p.lacking for number, p in self.open.items()}
        self.aid_hours = 0
        self.made: list[MadePreview] = []
        self.taken: list[Taken] = []
        self.orders: list[OrderPreview] = []

    def run(self) -> Preview:
        for service in self.view.board.services:
            if service.provider == self.view.me.seat:
                self._make(service)
                self._ship(service.service)
            else:
                self._receive(service)
        self._ship_orders()
        left = self.shop.free
        promises = tuple(self._promise(p) for p in self.open.values())
        due = [p for p in promises if p.due_now]
        points = metric_points(self.view.me.metrics, self._tally(left), self.round, self.view.table.target_weeks)
        return Preview(
            refusal=self.refusal,
            hours=self.view.me.hours + self.overtime + self.aid_hours,
            aid_hours=self.aid_hours,
            set_aside=self.set_aside,
            left=max(0, left - self.overtime),
            own_work=self._own_work(left),
            overtime_unused=min(self.overtime, left),
            made=tuple(self.made),
            promises=promises,
            orders=tuple(self.orders),
            kept=sum(p.kept for p in due),
            due=len(due),
            kpi=self._kpi(points),
            points=points,
        )

    def _kpi(self, points: tuple[int, ...]) -> int:
        total = kpi(self.view.me.metrics, points)
        return with_satisfaction(total, self.view.me.satisfaction) if in_force(self.view, "satisfaction") else total

    def _own_work(self, left: int) -> int:
        return max(0, self.set_aside + left - self.overtime)

    def _receive(self, service: ServiceSeen) -> None:
        promised = sum(p.lacking for p in self._owed(service.service))
        if service.aid is not None:
            hours = min(promised, service.aid.limit) * service.aid.hours
            self.aid_hours += hours
            self.shop.free += hours
        else:
            later = sum(p.lacking for p in self._owed(service.service, later=True)) if self.early else 0
            self.shop.put(service.service, promised + later)

    def _owed(self, service: ServiceId, later: bool = False) -> list[Promise]:
        """What is promised to me of a service for this round, or overdue; with `later` what is for later rounds."""
        return [
            p
            for p in self.view.threads.promises
            if p.is_open and p.customer == self.view.me.seat and p.service == service and (p.due > self.round) is later
        ]

    def _make(self, service: ServiceSeen) -> None:
        earlier = tuple(self.taken)
        for line in self.shop.make(service.service):
            awaited = 0
            for i in service.inputs or ():
                ready = self.in_stock.get(i.service, 0)
                awaited = max(awaited, line.units - ready // i.units)
                self.in_stock[i.service] = max(0, ready - line.units * i.units)
                if line.units:
                    self.taken.append(Taken(i.service, line.units * i.units, service.service))
            short = {i.service for i in line.lacking}
            self.made.append(
                MadePreview(
                    service.service, line.planned, line.units, line.hours, line.setup, awaited, line.stop,
                    line.lacking, tuple(each for each in earlier if each.service in short),
                )
            )  # fmt: skip
            if service.lead == 0:
                self.shop.put(service.service, line.units)

    def _ship(self, service: ServiceId) -> None:
        for line in self.plan.ship:
            promise = self.open.get(line.commitment)
            if promise is not None and promise.service == service:
                units, _ = self.shop.take(service, min(line.units, self.lacks[promise.commitment]))
                self.lacks[promise.commitment] -= units

    def _ship_orders(self) -> None:
        orders = {o.order: o for o in self.view.orders if o.state == "open"}
        shipped: dict[OrderId, int] = {}
        for line in self.plan.orders:
            order = orders.get(line.order)
            if order is None or order.option is None:
                continue
            rest = order.rest - shipped.get(line.order, 0)
            units, _ = self.shop.take(order.service, min(line.units, rest))
            shipped[line.order] = shipped.get(line.order, 0) + units
            self.orders.append(OrderPreview(line.order, units, units * order.options[order.option].price))

    def _promise(self, promise: Promise) -> PromisePreview:
        lack = self.lacks[promise.commitment]
        state = self._state_after(promise, lack)
        return PromisePreview(
            commitment=promise.commitment,
            lacking=promise.lacking,
            units=promise.lacking - lack,
            kept=state in ("open", "kept"),
            due_now=promise.due <= self.round,
        )

    def _state_after(self, promise: Promise, lack: int) -> CommitmentState:
        if lack == 0:
            return "kept" if self.round <= promise.due else "late"
        return "open" if self.round < promise.due else "overdue"

    def _tally(self, left: int) -> Tally:
        """The KPI's figures as they would stand after this round."""
        me, old = self.view.me, self.view.me.record
        own = {s.service: s for s in self.view.board.services if s.provider == me.seat}
        bought = {line.service for line in self.made if line.units}
        costs = {i.service: i.cost for i in me.incidents if i.round == self.round and i.cost is not None}
        cost = sum(line.units * costs.get(line.service, own[line.service].cost or 0) for line in self.made)
        standard = sum(line.units * (own[line.service].standard_price or 0) for line in self.made)
        fees = sum(own[service].fee or 0 for service in bought)
        record = replace(
            old,
            own_work=old.own_work + self._own_work(left),
            overtime_paid=old.overtime_paid + self.overtime * self.view.table.overtime_price,
            setups=old.setups + self.shop.setups,
            worked=old.worked + self.shop.worked,
            had=old.had + me.hours + self.aid_hours,
            cost=old.cost + cost + fees,
            standard=old.standard + standard,
            holding=old.holding + self._holding(),
        )
        after = {number: self._state_after(p, self.lacks[number]) for number, p in self.open.items()}
        provided = (p for p in self.view.threads.promises if p.provider == me.seat)
        mine = [o for o in self.view.orders if o.option is not None]
        return Tally(
            record,
            sum(o.units * o.options[o.option or 0].price for o in mine),
            sum(o.shipped * o.options[o.option or 0].price for o in mine) + sum(o.revenue for o in self.orders),
            tuple(after.get(p.commitment, p.state) for p in provided),
            tuple(o.state for o in self.view.orders if o.directive),
        )

    def _holding(self) -> int:
        price = {s.service: s.holding for s in self.view.board.services}
        return sum(units * price.get(service, 0) for service, units in self.shop.good.items())
