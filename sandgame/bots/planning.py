"""A bot's plan for the round: overtime, what to make first, what to ship."""

from __future__ import annotations

from sandgame.bots.desk import Craft, Desk, Item
from sandgame.rules.ids import ServiceId
from sandgame.rules.intents import MakeLine, Plan, ShipLine

START_SHARE = 35
"""Percent of its hours that must be free before a competing bottleneck starts another product."""
START_TIMES = 3
"""A collaborating seat starts a further service with a setup for work of so many times the setup."""


def plan(desk: Desk) -> Plan:
    hours = desk.hours + aid_hours(desk)
    set_aside = min(desk.set_aside, desk.hours)
    overtime = _overtime(desk, hours - set_aside)
    lines = _Lines(desk, hours - set_aside + overtime, hours)
    items = _ordered(desk)
    for item in items:
        lines.take(item)
    lines.take_rest(items)
    return Plan(
        overtime=overtime,
        own_work=set_aside,
        make=lines.make_lines(),
        ship=tuple(ShipLine(number, units) for number, units in desk.ship_order()),
        orders=desk.order_lines(),
    )


def aid_hours(desk: Desk) -> int:
    """Hours of the aids that are promised to me for this round."""
    total = 0
    for craft in desk.crafts.values():
        if craft.aid is not None:
            units = sum(o.units for o in desk.gets if o.service == craft.service and o.due == desk.now)
            total += min(units, craft.aid.limit) * craft.aid.hours
    return total


def _overtime(desk: Desk, hours: int) -> int:
    """Hours missing for the work that the style means, at most its share of the maximum."""
    if desk.style.overtime == "none":
        return 0
    effort, setups = desk.work() if desk.style.overtime == "all" else desk.work(desk.now)
    return max(0, min(effort + setups - hours, desk.overtime_limit * desk.style.overtime_limit // 100))


def _ordered(desk: Desk) -> list[Item]:
    """The things to make in the order of the style."""
    items = [item for item in desk.items if desk.now + item.craft.lead <= desk.last]
    if desk.style.starts == "piled" and desk.seat == desk.book.bottleneck:
        total: dict[ServiceId, int] = {}
        for item in items:
            total[item.craft.service] = total.get(item.craft.service, 0) + item.units * item.craft.effort
        return sorted(items, key=lambda i: (-total[i.craft.service], i.craft.service, i.due, i.commitment))
    match desk.style.first:
        case "due":
            return items
        case "number":
            return sorted(items, key=lambda i: i.commitment)
        case "worth":
            return sorted(items, key=lambda i: _urgency(desk, i))


def _urgency(desk: Desk, item: Item) -> tuple[int, int, int, int]:
    worth = desk.book.aid_worth if item.craft.aid is not None else item.worth
    # ten thousandths tell any two quotients apart, as no effort is above 99
    by_hour = worth * 10_000 // item.craft.effort
    return max(item.due, desk.now) - item.craft.lead, -by_hour, item.due, item.commitment


class _Lines:
    """The make lines as they grow, and the hours and inputs they leave."""

    def __init__(self, desk: Desk, hours: int, all_hours: int) -> None:
        self.desk, self.hours, self.all_hours = desk, hours, all_hours
        self.units: dict[ServiceId, int] = {}
        self.rest: dict[ServiceId, int] = {}
        self.wanted: dict[ServiceId, int] = {}
        self.inputs = dict(desk.stock)
        for owed in desk.gets:
            if owed.due <= desk.now:
                self.inputs[owed.service] = self.inputs.get(owed.service, 0) + owed.units
        for item in desk.items:
            self.wanted[item.craft.service] = self.wanted.get(item.craft.service, 0) + item.units

    def take(self, item: Item) -> None:
        """As many units of a thing as inputs and hours allow."""
        craft = item.craft
        new = craft.service not in self.units
        if new and not self._may_start(item):
            return
        setup = craft.setup if new else 0
        units = min(item.units, self._by_inputs(craft), max(0, self.hours - setup) // craft.effort)
        if units <= 0:
            return
        self.units[craft.service] = self.units.get(craft.service, 0) + units
        self.hours -= units * craft.effort + setup
        for i in craft.inputs:
            self.inputs[i.service] = self.inputs.get(i.service, 0) - units * i.units

    def _by_inputs(self, craft: Craft) -> int:
        return min((self.inputs.get(i.service, 0) // i.units for i in craft.inputs), default=99_999)

    def _may_start(self, item: Item) -> bool:
        """Some seats start a further service only when it is worth its setup."""
        if not self.units:
            return True
        desk, craft = self.desk, item.craft
        if desk.style.starts == "piled" and desk.seat == desk.book.bottleneck:
            return self.hours * 100 >= START_SHARE * self.all_hours
        if desk.style.starts == "worthwhile" and craft.setup and item.due > desk.now:
            could = min(self.wanted[craft.service], self._by_inputs(craft))
            return could * craft.effort >= START_TIMES * craft.setup
        return True

    def take_rest(self, items: list[Item]) -> None:
        """Lines for what is left of services with inputs, in case inputs or hours arrive."""
        for item in items:
            craft = item.craft
            if not craft.inputs or craft.service in self.rest:
                continue
            if craft.service not in self.units and self.units and self._keeps_closed(craft):
                continue
            rest = self.wanted[craft.service] - self.units.get(craft.service, 0)
            if rest:
                self.rest[craft.service] = rest

    def _keeps_closed(self, craft: Craft) -> bool:
        desk = self.desk
        if desk.style.starts == "piled":
            return desk.seat == desk.book.bottleneck
        return desk.style.starts == "worthwhile" and craft.setup > 0

    def make_lines(self) -> tuple[MakeLine, ...]:
        kept = {s: units for s, units in self.units.items() if not self._too_small(self.desk.crafts[s], units)}
        return tuple(MakeLine(s, units) for lines in (kept, self.rest) for s, units in lines.items())

    def _too_small(self, craft: Craft, units: int) -> bool:
        """A competing buyer waits with a small purchase that nobody needs yet."""
        desk = self.desk
        if desk.style.starts != "piled" or not craft.fee or units >= desk.book.small_buy:
            return False
        return all(i.due > desk.now + 1 for i in desk.items if i.craft.service == craft.service)
