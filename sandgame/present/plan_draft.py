"""The plan as it is edited: ordered lines instead of three lists, every change a new draft, undo and redo.

A promise's line stands for its ship line and for the make line behind it; what it makes is what it ships beyond the
stock and units in lead that no line above it has taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sandgame.rules.ids import CommitmentId, OrderId, ServiceId
from sandgame.rules.intents import MakeLine, OrderLine, Plan, ShipLine
from sandgame.rules.need import order_due, ready_units
from sandgame.rules.sections import View

LineKind = Literal["promise", "ship", "make", "order"]


@dataclass(frozen=True, slots=True)
class DraftLine:
    """`promise`: make and ship for a commitment; `ship`: only from stock; `make`: only build; `order`: to outside.

    `target` is the commitment, the service (`make`) or the order; `units` what is shipped, or made.
    """

    kind: LineKind
    target: int
    units: int


@dataclass(frozen=True, slots=True)
class Split:
    """Of a line's units: how many are to be made, how many come from stock or lead."""

    make: int
    stock: int


@dataclass(frozen=True, slots=True)
class PlanDraft:
    overtime: int = 0
    own_work: int = 0
    lines: tuple[DraftLine, ...] = ()

    def with_overtime(self, hours: int) -> PlanDraft:
        return replace(self, overtime=hours)

    def with_own_work(self, hours: int) -> PlanDraft:
        return replace(self, own_work=hours)

    def with_units(self, at: int, units: int) -> PlanDraft:
        changed = replace(self.lines[at], units=units)
        return replace(self, lines=(*self.lines[:at], changed, *self.lines[at + 1 :]))

    def moved(self, at: int, to: int) -> PlanDraft:
        """The line at `at` stands at `to` afterwards."""
        rest = [*self.lines[:at], *self.lines[at + 1 :]]
        rest.insert(max(0, min(to, len(rest))), self.lines[at])
        return replace(self, lines=tuple(rest))

    def added(self, line: DraftLine) -> PlanDraft:
        """At the end of the lines that are not orders: orders come last, as in Deliver."""
        at = len(self.lines)
        if line.kind != "order":
            at = next((n for n, other in enumerate(self.lines) if other.kind == "order"), at)
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at:]))

    def removed(self, at: int) -> PlanDraft:
        return replace(self, lines=(*self.lines[:at], *self.lines[at + 1 :]))

    def from_stock_only(self, at: int, only: bool) -> PlanDraft:
        """A promise's line that makes nothing, or makes again what it lacks."""
        changed = replace(self.lines[at], kind="ship" if only else "promise")
        return replace(self, lines=(*self.lines[:at], changed, *self.lines[at + 1 :]))


def splits(draft: PlanDraft, view: View) -> tuple[Split, ...]:
    """For each line, what is made and what comes from stock, lines above first."""
    ready = ready_units(view)
    services = {p.commitment: p.service for p in view.threads.promises}
    found: list[Split] = []
    for line in draft.lines:
        if line.kind == "make":
            found.append(Split(line.units, 0))
            continue
        if line.kind == "order":
            found.append(Split(0, line.units))
            continue
        service = services[CommitmentId(line.target)]
        covered = min(line.units, ready.get(service, 0))
        if covered:
            ready[service] -= covered
        found.append(Split(line.units - covered if line.kind == "promise" else 0, covered))
    return tuple(found)


def to_plan(draft: PlanDraft, view: View) -> Plan:
    """The rules' plan: lines that do nothing are left out."""
    services = {p.commitment: p.service for p in view.threads.promises}
    make: list[MakeLine] = []
    ship: list[ShipLine] = []
    orders: list[OrderLine] = []
    for line, split in zip(draft.lines, splits(draft, view), strict=True):
        if line.kind == "order":
            if line.units:
                orders.append(OrderLine(OrderId(line.target), line.units))
            continue
        if split.make:
            service = ServiceId(line.target) if line.kind == "make" else services[CommitmentId(line.target)]
            make.append(MakeLine(service, split.make))
        if line.kind != "make" and line.units:
            ship.append(ShipLine(CommitmentId(line.target), line.units))
    return Plan(draft.overtime, draft.own_work, tuple(make), tuple(ship), tuple(orders))


def make_line_of(draft: PlanDraft, view: View) -> tuple[int | None, ...]:
    """For each line, the position of its make line in the plan's list, if it has one."""
    found: list[int | None] = []
    count = 0
    for line, split in zip(draft.lines, splits(draft, view), strict=True):
        has = line.kind in ("make", "promise") and split.make > 0
        found.append(count if has else None)
        count += has
    return tuple(found)


def draft_of(plan: Plan, view: View) -> PlanDraft:
    """The lines of a plan, and an empty one for every open promise and order that the plan leaves out."""
    promises = {p.commitment: p for p in view.threads.promises if p.is_open and p.provider == view.me.seat}
    ready = ready_units(view)
    wants: list[tuple[DraftLine, ServiceId, int]] = []
    for line in plan.ship:
        promise = promises.get(line.commitment)
        if promise is None:
            continue
        units = min(line.units, promise.lacking)
        covered = min(units, ready.get(promise.service, 0))
        if covered:
            ready[promise.service] -= covered
        wants.append((DraftLine("promise", line.commitment, units), promise.service, units - covered))
    lines = _merged(list(plan.make), wants)
    planned = {line.target for line in lines if line.kind != "make"}
    missing = [p for p in promises.values() if p.commitment not in planned]
    lines += [DraftLine("promise", p.commitment, 0) for p in sorted(missing, key=lambda p: (p.due, p.commitment))]
    return PlanDraft(plan.overtime, plan.own_work, (*lines, *_order_lines(plan, view)))


def _merged(make: list[MakeLine], wants: list[tuple[DraftLine, ServiceId, int]]) -> list[DraftLine]:
    """Make lines find the ship lines they stand behind; the order of both lists is kept."""
    lines: list[DraftLine] = []
    waiting = list(wants)
    for line in make:
        at = next((n for n, (_, service, units) in enumerate(waiting) if service == line.service and units), None)
        if at is None:
            lines.append(DraftLine("make", line.service, line.units))
            continue
        lines += [_resolved(want) for want in waiting[:at]]
        want, _, units = waiting[at]
        lines.append(want)
        waiting = waiting[at + 1 :]
        if line.units > units:
            lines.append(DraftLine("make", line.service, line.units - units))
    return lines + [_resolved(want) for want in waiting]


def _resolved(want: tuple[DraftLine, ServiceId, int]) -> DraftLine:
    """A ship line without a make line of its own: it ships from stock only, if it would have to make anything."""
    line, _, units = want
    return replace(line, kind="ship") if units else line


def _order_lines(plan: Plan, view: View) -> Sequence[DraftLine]:
    open_orders = {o.order: o for o in view.orders if o.state == "open" and o.rest}
    given = [
        DraftLine("order", line.order, min(line.units, open_orders[line.order].rest))
        for line in plan.orders
        if line.order in open_orders
    ]
    planned = {line.target for line in given}
    missing = [o for o in open_orders.values() if o.order not in planned]
    return given + [DraftLine("order", o.order, 0) for o in sorted(missing, key=lambda o: (order_due(o), o.order))]
