"""What facts and requests were worth to the company, in whole money, by the relaxation: made once from a log, and kept.

A session that was shortened counts as one of its last length from the start, as in lab/losses.

The worth of a fact is how far the best still to be reached falls without what it is about: an order, hours, stock.
Of a request line it is what its fulfilment as asked would cost, and all there is where nobody could fulfil it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sandgame.benchmark.best import bound
from sandgame.benchmark.model import Model, model
from sandgame.benchmark.programme import UNBOUNDED
from sandgame.benchmark.solve import Relaxation, UnsolvedError, whole_money
from sandgame.frames.marks import Worth, Worths
from sandgame.lab.pool import Progress, run_all
from sandgame.rules.events import Event
from sandgame.rules.ids import OrderId, SeatId, ServiceId
from sandgame.rules.state import State
from sandgame.rules.without import ending, without_hours, without_order, without_stock
from sandgame.rules.workload import free_hours, shortage
from sandgame.scoring.record import LineStory, Record


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request line as a demand on what its provider makes; `owed` units of the service are promised by its due."""

    sheet: int
    line: int
    seat: SeatId
    service: ServiceId
    units: int
    due: int
    owed: int

    @staticmethod
    def of(story: LineStory, length: int) -> Wanted:
        """What was asked for after the last week is wanted by then."""
        need, due = story.need, min(story.need.due, length)
        promised = story.asked.before.commitments.values()
        owed = sum(c.lacking for c in promised if c.is_open and c.service == need.service and c.due <= due)
        return Wanted(story.sheet, story.line, story.provider, need.service, need.units, due, owed)


@dataclass(frozen=True, slots=True)
class Week:
    """A round, in whichever process: the states in which seats began and ended to talk, and the lines asked for."""

    begun: State
    ended: State
    lines: tuple[Wanted, ...]


def worths(
    events: Sequence[Event],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Worths:
    """A second or two for eight weeks. The same whatever the number of jobs. Raises ValueError and CancelledError."""
    found = run_all(_of_week, weeks(Record(events)), jobs, progress, cancelled)
    return Worths(tuple(worth for week in found for worth in week))


def weeks(record: Record) -> list[Week]:
    """Every round whose Negotiate was played to its end."""
    length = record.end.length
    found: list[Week] = []
    for round_, closed in sorted(record.closed.items()):
        asked = tuple(Wanted.of(story, length) for story in record.lines.values() if story.asked.round == round_)
        begun = record.begun[round_, "negotiate"].after
        found.append(Week(ending(begun, length), ending(closed.before, length), asked))
    return found


def _of_week(week: Week) -> list[Worth]:
    most = bound(week.begun)
    facts = (*_orders(week.begun, most), *_free_hours(week.begun, most), *_stock(week.begun, most))
    return [*(worth for worth in facts if worth.money > 0), *_lines(week)]


def _orders(state: State, most: int) -> Iterator[Worth]:
    """Each in the round in which its owner first knew of it; one that never comes in this length is worth nothing."""
    for number, order in state.orders.items():
        terms = order.terms
        known = max(1, terms.arrival - state.scenario.foreknown)
        if known == state.round and order.state in ("coming", "open"):
            money = most - bound(without_order(state, number))
            yield Worth(state.round, terms.owner, "order", money, number=OrderId(number))


def _free_hours(state: State, most: int) -> Iterator[Worth]:
    """While somebody else is short of hours; beyond what own work would make of them."""
    short = {seat for seat in state.seats if shortage(state, seat)}
    for seat in state.seats:
        free = free_hours(state, seat)
        if free and short - {seat}:
            money = most - bound(without_hours(state, seat, free)) - free * state.scenario.own_work_worth
            yield Worth(state.round, seat, "free_hours", money)


def _stock(state: State, most: int) -> Iterator[Worth]:
    """Finished units that its maker has beyond what it owes."""
    for (seat, service), stock in state.stock.items():
        if state.scenario.service(service).provider != seat:
            continue
        owed = sum(c.lacking for c in state.commitments.values() if c.is_open and c.service == service)
        free = min(stock.good, stock.good + stock.bad - owed)
        if free > 0:
            money = most - bound(without_stock(state, seat, service, free))
            yield Worth(state.round, seat, "stock", money, number=service)


def _lines(week: Week) -> Iterator[Worth]:
    """All on one model, kept warm: how far it falls when so many units have to be there by the due."""
    if not week.lines:
        return
    demands = _Demands(week.ended)
    for wanted in week.lines:
        money = demands.cost(wanted)
        if money > 0:
            yield Worth(week.ended.round, wanted.seat, "line", money, number=wanted.sheet, line=wanted.line)


class _Demands:
    """Rows for what has to be made of a service by a round: they bind nothing until they are asked for."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.model: Model = model(state)
        self.rows: dict[tuple[ServiceId, int], int] = {}
        for number, service in enumerate(state.scenario.services, start=1):
            for due in range(state.round + service.lead, state.length + 1):
                made = range(state.round, due - service.lead + 1)
                entries = [(self.model.good[ServiceId(number), round_], -1) for round_ in made]
                self.rows[ServiceId(number), due] = self.model.programme.at_most(entries, UNBOUNDED)
        self.relaxation = Relaxation(self.model.programme)
        self.most = whole_money(self.relaxation.value())
        self.known: dict[tuple[int, int], int] = {}

    def cost(self, wanted: Wanted) -> int:
        """What the line adds to the cost of what is owed anyway."""
        ready = self._ready(wanted)
        before = self._value(wanted, wanted.owed - ready)
        return before - self._value(wanted, wanted.owed + wanted.units - ready)

    def _ready(self, wanted: Wanted) -> int:
        """Good units that its provider has or will have from what is in lead."""
        stock = self.state.stock.get((wanted.seat, wanted.service))
        in_lead = (x.good for x in self.state.in_lead if x.service == wanted.service and x.ready <= wanted.due)
        return sum(in_lead) + (stock.good if stock is not None else 0)

    def _value(self, wanted: Wanted, units: int) -> int:
        if units <= 0:
            return self.most
        row = self.rows.get((wanted.service, wanted.due))
        if row is None:
            return 0
        if (row, units) not in self.known:
            self.relaxation.cap_rows({row: -units})
            try:
                self.known[row, units] = whole_money(self.relaxation.value())
            except UnsolvedError:
                self.known[row, units] = 0
            self.relaxation.cap_rows({row: UNBOUNDED})
        return self.known[row, units]
