"""How a department could have divided its week, on its own view: best for the company, best for its KPI, as it did.

A fractional knapsack whose things are the units still to be made, those asked for this week and not promised, and own
work. Values are in hundredths of money: what a unit is worth to the company is the price of the best order behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sandgame.rules.figures import scale
from sandgame.rules.ids import CommitmentId, SeatId, ServiceId
from sandgame.rules.intents import MakeLine, Plan
from sandgame.rules.need import ToMake
from sandgame.rules.scenario import Metric, MetricKind, ServiceDef
from sandgame.rules.state import State
from sandgame.rules.workload import to_make

HUNDRED = 100
MILLION = 1_000_000
EPSILON = 2
"""Percent of the best value that best and KPI must lie apart by: otherwise there is no conflict to decide."""
PriceOf = Callable[[CommitmentId], int]


class Task(NamedTuple):
    """Units to make by a time; `value` of a unit in hundredths of money, halved for each round that it may wait."""

    service: ServiceId
    units: int
    time: int
    value: int
    promised: bool


class Division(NamedTuple):
    """What three ways to divide one week are worth to the company, in hundredths of money."""

    best: int
    kpi: int
    done: int

    @property
    def is_conflict(self) -> bool:
        return HUNDRED * (self.best - self.kpi) > EPSILON * self.best

    @property
    def credit(self) -> int:
        """(done − kpi) / (best − kpi), clipped to −0.5..1 and rescaled to 0..1000."""
        share = min(1000, max(-500, 1000 * (self.done - self.kpi) // (self.best - self.kpi)))
        return 2 * (share + 500) // 3


def division(state: State, seat: SeatId, plan: Plan, price_of: PriceOf, turned_away: Sequence[ToMake] = ()) -> Division:
    """`state` is one in Plan, all hours agreed; the overtime that the plan takes is there to be divided in all three.

    What was `turned_away` this week it could have made as well: a department that promises little has a conflict too.
    """
    week = _Week.of(state, seat, plan, price_of)
    week.add(turned_away, {})
    done = week.value(plan.own_work, _as_planned(week.tasks, plan.make))
    kpi = week.value(*_for_kpi(week))
    # greedy is not always best, as setups and inputs are whole: so what was done may show it the better way
    best = max(week.value(0, week.by_value(), only_above_own_work=True), done, kpi)
    return Division(best, kpi, done)


def promised_aid(state: State, seat: SeatId) -> int:
    """Hours of aids that are promised to a seat for this round."""
    total = 0
    for number, service in enumerate(state.scenario.services, start=1):
        if service.aid is not None and seat in service.receivers:
            due = (
                c.lacking
                for c in state.commitments.values()
                if c.is_open and (c.customer, c.service, c.due) == (seat, number, state.round)
            )
            total += min(sum(due), service.aid.limit) * service.aid.hours
    return total


@dataclass(slots=True)
class _Week:
    """Hours with overtime and aid; inputs in stock or promised by now."""

    state: State
    seat: SeatId
    hours: int
    overtime: int
    own_limit: int
    inputs: dict[ServiceId, int]
    tasks: list[Task] = field(default_factory=list)

    @staticmethod
    def of(state: State, seat: SeatId, plan: Plan, price_of: PriceOf) -> _Week:
        hours = state.hours[seat].hours
        week = _Week(
            state, seat, hours + plan.overtime + promised_aid(state, seat), plan.overtime, hours, _inputs(state, seat)
        )
        items = to_make(state, seat)
        week.add(items, {item.commitment: price_of(item.commitment) for item in items if item.commitment is not None})
        return week

    def add(self, items: Iterable[ToMake], prices: Mapping[CommitmentId | None, int]) -> None:
        now = self.state.round
        for item in items:
            lead = self.craft(item.service).lead
            if now + lead <= self.state.length:
                time = item.due - lead
                value = HUNDRED * prices.get(item.commitment, item.worth) >> max(0, time - now)
                promised = item.commitment is not None
                # to keep one's word is never worth less than own work: who asked without a need is another matter
                least = self.own_value * self.craft(item.service).effort if promised else 0
                self.tasks.append(Task(item.service, item.units, time, max(value, least), promised))

    @property
    def own_value(self) -> int:
        """Of an hour of own work."""
        return HUNDRED * self.state.scenario.own_work_worth

    def craft(self, service: ServiceId) -> ServiceDef:
        return self.state.scenario.service(service)

    def by_value(self) -> list[Task]:
        """The highest value an hour first, of equal ones what is due first."""
        return sorted(self.tasks, key=lambda t: (-t.value // self.craft(t.service).effort, t.time))

    def value(self, own_work: int, tasks: Iterable[Task], only_above_own_work: bool = False) -> int:
        """Own work first, then the tasks in order as far as hours and inputs go; what is left becomes own work."""
        set_aside = min(own_work, self.own_limit)
        left = self.hours - set_aside
        inputs = dict(self.inputs)
        started: set[ServiceId] = set()
        value = 0
        for task in tasks:
            craft = self.craft(task.service)
            if only_above_own_work and task.value <= self.own_value * craft.effort:
                continue
            setup = 0 if task.service in started else craft.setup
            units = min(task.units, max(0, left - setup) // craft.effort)
            units = min([units, *(inputs.get(i.service, 0) // i.units for i in craft.inputs)])
            if units <= 0:
                continue
            started.add(task.service)
            left -= setup + units * craft.effort
            for i in craft.inputs:
                inputs[i.service] -= units * i.units
            value += units * task.value
        return value + max(0, set_aside + left - self.overtime) * self.own_value


def _inputs(state: State, seat: SeatId) -> dict[ServiceId, int]:
    had = {service: stock.good + stock.bad for (owner, service), stock in state.stock.items() if owner == seat}
    for c in state.commitments.values():
        if c.is_open and c.customer == seat and c.due <= state.round:
            had[c.service] = had.get(c.service, 0) + c.lacking
    return had


def _as_planned(tasks: Sequence[Task], make: Sequence[MakeLine]) -> list[Task]:
    """The tasks as the plan's lines take them: units beyond all tasks are made for nobody."""
    left = sorted(tasks, key=lambda t: t.time)
    found: list[Task] = []
    for line in make:
        wanted = line.units
        for at, task in enumerate(left):
            taken = min(wanted, task.units) if task.service == line.service else 0
            if taken:
                found.append(task._replace(units=taken))
                left[at] = task._replace(units=task.units - taken)
                wanted -= taken
        if wanted:
            found.append(Task(line.service, wanted, 0, 0, promised=False))
    return found


def _for_kpi(week: _Week) -> tuple[int, list[Task]]:
    """Own work as far as the KPI wants it this week, and the tasks by what an hour of them brings the KPI.

    Where the KPI does not care the company's order holds: only a true conflict tells the two apart.
    """
    state, seat = week.state, week.seat
    metrics = {metric.kind: metric for metric in state.scenario.department(seat).metrics}
    own = _own_work_wanted(week, metrics.get("own_work"))
    ranked = week.by_value()
    density = {task: _brings(week, metrics, task) for task in ranked}
    first = [task for task in ranked if density[task] > _brings_own(state, metrics.get("own_work"))]
    first.sort(key=lambda task: -density[task])
    if first:
        spent = sum(task.units * week.craft(task.service).effort for task in first)
        own = max(0, min(own, week.hours - spent))
    return own, first + [task for task in ranked if task not in first]


def _own_work_wanted(week: _Week, metric: Metric | None) -> int:
    """An even share, in the rounds that are left, of the hours that still lack to full points."""
    if metric is None:
        return 0
    state = week.state
    lacking = _at_the_end(state, metric)[1] - state.records[week.seat].own_work
    return max(0, min(-(-lacking // (state.length - state.round + 1)), week.own_limit))


def _at_the_end(state: State, metric: Metric) -> tuple[int, int]:
    """Floor and target of the metric at the end of the session."""
    return scale(metric, state.length, state.target_weeks)


def _brings_own(state: State, metric: Metric | None) -> int:
    """Millionths of a KPI point for an hour of own work."""
    if metric is None:
        return 0
    floor, target = _at_the_end(state, metric)
    return MILLION * metric.weight // max(1, target - floor)


def _brings(week: _Week, metrics: Mapping[MetricKind, Metric], task: Task) -> int:
    """The same for an hour of a task: what is due now can be kept now; a busy hour counts where use is measured."""
    state, craft = week.state, week.craft(task.service)
    hours = task.units * craft.effort + craft.setup
    total = 0
    kept = metrics.get("commitments_kept")
    if kept is not None and task.promised and task.time <= state.round:
        judged = sum(c.provider == week.seat and c.state != "open" for c in state.commitments.values())
        total += MILLION * kept.weight // ((judged + 1) * hours)
    used = metrics.get("utilisation")
    if used is not None:
        had = state.records[week.seat].had + week.hours
        total += MILLION * HUNDRED * used.weight // max(1, had * (used.target - used.floor))
    setups = metrics.get("setups")
    if setups is not None and craft.setup:
        floor, target = _at_the_end(state, setups)
        total -= MILLION * setups.weight // max(1, abs(target - floor)) // hours
    return total
