"""Where it went: a game's weeks -> what was lost in each at the table, by each department's plan, and by unclear words.

Measured by what could still be earned: by U, or by V where exact losses are asked for (docs/rules, Benchmarks).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial

from sandgame.benchmark.best import best, best_of, bound
from sandgame.benchmark.model import Model, model
from sandgame.benchmark.solve import Relaxation, whole_money
from sandgame.rules.events import Delivered
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.room_events import CardDealt, MeasureAdopted
from sandgame.rules.state import State

Seats = frozenset[SeatId]
Bounds = Mapping[int, tuple[float, float]]


Changed = MeasureAdopted | CardDealt


@dataclass(frozen=True, slots=True)
class Change:
    """A measure or a card changed what could still be earned: the states around it."""

    event: Changed
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class PlayedWeek:
    """A round as it went: the state when it began, the state with all plans in, and what Deliver made of it.

    `after` is the state when the next round begins, or None after the last. `within` are the changes before Deliver,
    `behind` those after it.
    """

    begun: State
    planned: State
    delivered: Delivered
    after: State | None
    within: tuple[Change, ...] = ()
    behind: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekLoss:
    """Whole money; `loss` is the sum of its three parts, `departments` that of the seats' shares, in their order."""

    round: int
    loss: int
    table: int
    departments: int
    clarity: int
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RawLoss:
    """Whole money by the measure; the departments' shares are in `unit`-ths of it, so that they stay whole.

    `changes` are no losses: what each change took, or gave if it is below 0, the price of a measure included.
    """

    round: int
    table: int
    departments: tuple[int, ...]
    clarity: int
    unit: int
    changes: tuple[int, ...] = ()

    @property
    def parts(self) -> tuple[int, ...]:
        """All of them in `unit`-ths: table, the departments in their order, clarity."""
        return (self.table * self.unit, *self.departments, self.clarity * self.unit)


def raw_loss(week: PlayedWeek, exact: bool = False) -> RawLoss:
    """What a round cost: never negative in any part. Exact ones take minutes to hours.

    All of it is measured by R + U, the result so far and what could still be earned. A change is R + U before it less
    R + U after it, and left out of the losses of the table and of clarity that lie around it.
    """
    seats, earned = week.planned.seats, week.planned.money.result
    replanned = _replanned(week, exact)
    everybody, nobody = earned + replanned[frozenset(seats)], earned + replanned[frozenset()]
    within = [_worth(change.before, exact) - _worth(change.after, exact) for change in week.within]
    behind = [_worth(change.before, exact) - _worth(change.after, exact) for change in week.behind]
    after = earned + week.delivered.money.result if week.after is None else _worth(week.after, exact)
    return RawLoss(
        round=week.planned.round,
        table=_worth(week.begun, exact) - sum(within) - everybody,
        departments=shapley(seats, replanned),
        clarity=nobody - sum(behind) - after,
        unit=factorial(len(seats)),
        changes=(*within, *behind),
    )


def _worth(state: State, exact: bool) -> int:
    """The most that the result can come to from here."""
    return state.money.result + (best(state).money if exact else bound(state))


def scaled(raw: Sequence[RawLoss], lost: int) -> tuple[tuple[WeekLoss, ...], tuple[int, ...]]:
    """The weeks' losses and the changes, in whole money, that together add up to `lost` = best − result.

    What cost money, losses and changes alike, is taken times (lost + gains) / its sum and rounded by the largest
    remainder; gains, the changes below 0, stay as measured. Without gains that is (best − result) / (U at the start −
    result) on every part. Scaling gains too would divide by what losses and gains leave, which may be next to nothing
    or negative. Only if more was gained than all that was lost can explain do the gains give way.
    """
    unit = raw[0].unit if raw else 1
    changes = [change for loss in raw for change in loss.changes]
    gains = [max(0, -change) for change in changes]
    costs = [part for loss in raw for part in loss.parts] + [max(0, change) * unit for change in changes]
    spent = lost + sum(gains)
    if any(gains):
        spent = max(0, spent) if any(costs) else 0
    rounded = iter(largest_remainder(costs, spent))
    told = tuple(_told(loss, rounded) for loss in raw)
    gained = largest_remainder(gains, spent - lost)
    return told, tuple(cost - gain for cost, gain in zip(rounded, gained, strict=True))


def _told(loss: RawLoss, rounded: Iterator[int]) -> WeekLoss:
    table = next(rounded)
    shares = tuple(next(rounded) for _ in loss.departments)
    clarity = next(rounded)
    return WeekLoss(loss.round, table + sum(shares) + clarity, table, sum(shares), clarity, shares)


def largest_remainder(parts: Sequence[int], total: int) -> list[int]:
    """Whole numbers in proportion to `parts` that add up to `total`; equal remainders: the earlier part."""
    whole = sum(parts)
    if whole == 0:
        return [0] * len(parts)
    shares = [divmod(part * total, whole) for part in parts]
    rounded = [share for share, _ in shares]
    in_turn = sorted(range(len(parts)), key=lambda at: (-shares[at][1], at))
    for at in in_turn[: total - sum(rounded)]:
        rounded[at] += 1
    return rounded


def shapley(seats: Sequence[SeatId], worth: Mapping[Seats, int]) -> tuple[int, ...]:
    """Each seat's mean contribution over all orders of joining, times the factorial of their number."""
    count = len(seats)
    shares: list[int] = []
    for seat in seats:
        others = [other for other in seats if other != seat]
        share = 0
        for size in range(count):
            weight = factorial(size) * factorial(count - 1 - size)
            for joined in combinations(others, size):
                share += weight * (worth[frozenset((*joined, seat))] - worth[frozenset(joined)])
        shares.append(share)
    return tuple(shares)


def _replanned(week: PlayedWeek, exact: bool) -> dict[Seats, int]:
    """u(S) for every set of departments: what could be reached if these had planned this round anew.

    More departments never reach less: so what a set reached by a part of it, or not by all around it, needs no solving.
    """
    seats = week.planned.seats
    trial = _Trial(week, exact)
    found: dict[Seats, int] = {}
    for chosen in (frozenset(seats), frozenset[SeatId]()):
        found[chosen] = trial.money(chosen)
    most = found[frozenset(seats)]
    for size in range(1, len(seats)):
        for chosen in map(frozenset, combinations(seats, size)):
            least = max(found[chosen - {seat}] for seat in chosen)
            found[chosen] = least if least == most else trial.money(chosen)
    return found


class _Trial:
    """The round's programme with what some departments did held fast, solved again and again."""

    def __init__(self, week: PlayedWeek, exact: bool) -> None:
        self.week = week
        self.exact = exact
        self.model: Model = model(week.planned)
        programme = self.model.programme
        self.free: Bounds = dict(enumerate(zip(programme.lows, programme.highs, strict=True)))
        self.caps = list(programme.caps)
        done = _Done(week)
        self.held = {seat: dict(done.columns(self.model, seat)) for seat in week.planned.seats}
        self.reach = {seat: dict(done.reach(self.model, seat)) for seat in week.planned.seats}
        self.relaxation = None if exact else Relaxation(programme)

    def money(self, anew: Seats) -> int:
        columns: dict[int, tuple[float, float]] = {}
        caps: dict[int, float] = {}
        for seat in self.week.planned.seats:
            for column, bounds in self.held[seat].items():
                columns[column] = self.free[column] if seat in anew else bounds
            for row, cap in self.reach[seat].items():
                caps[row] = self.caps[row] if seat in anew else cap
        if self.relaxation is not None:
            self.relaxation.bound_columns(columns)
            self.relaxation.cap_rows(caps)
            return whole_money(self.relaxation.value())
        programme = self.model.programme
        for column, (low, high) in columns.items():
            programme.lows[column], programme.highs[column] = low, high
        for row, cap in caps.items():
            programme.caps[row] = cap
        return best_of(programme).money


class _Done:
    """What Deliver logged, by the columns and rows of a programme. A unit lost to misfit is still its provider's."""

    def __init__(self, week: PlayedWeek) -> None:
        self.state = week.planned
        self.delivered = week.delivered
        self.books = {books.seat: books for books in week.delivered.books}
        self.made: dict[ServiceId, int] = {}
        self.good: dict[ServiceId, int] = {}
        for line in week.delivered.made:
            self.made[line.service] = self.made.get(line.service, 0) + line.units
            self.good[line.service] = self.good.get(line.service, 0) + line.units - line.bad
        self.shipped: dict[tuple[ServiceId, SeatId], int] = {}
        for sent in week.delivered.shipped:
            to = (sent.service, self.state.commitments[sent.commitment].customer)
            self.shipped[to] = self.shipped.get(to, 0) + sent.units - sent.bad - sent.misfit

    def columns(self, model: Model, seat: SeatId) -> Iterator[tuple[int, tuple[float, float]]]:
        """The columns that a department decides in this round, each held at what it did."""
        week, books = model.week, self.books[seat]
        values = [(week.overtime[seat], books.overtime), (week.own_work[seat], books.own_work)]
        for service in self._services_of(seat):
            made = self.made.get(service, 0)
            values.append((week.made[service], made))
            values.append((week.good[service], self.good.get(service, 0)))
            if service in week.started:
                values.append((week.started[service], 1 if made else 0))
            values += [(column, self._shipped(*to)) for to, column in week.shipped.items() if to[0] == service]
        for order, column in week.sold.items():
            if self.state.orders[order].terms.owner == seat:
                values.append((column, sum(line.units for line in self.delivered.order_lines if line.order == order)))
        yield from ((column, (value, value)) for column, value in values)
        for service in self._services_of(seat):
            if service in week.aided:
                aided = sum(units for (sent, _), units in self.shipped.items() if sent == service)
                yield week.aided[service], (0, min(aided, model.programme.highs[week.aided[service]]))

    def reach(self, model: Model, seat: SeatId) -> Iterator[tuple[int, float]]:
        """Rows that hold the one user of a service to what it had and what this department shipped to it."""
        for (service, user), row in model.week.reach.items():
            if self.state.scenario.service(service).provider == seat:
                had = self.state.stock.get((user, service))
                yield row, (had.good if had is not None else 0) + self._shipped(service, user)

    def _shipped(self, service: ServiceId, seat: SeatId) -> int:
        return self.shipped.get((service, seat), 0)

    def _services_of(self, seat: SeatId) -> list[ServiceId]:
        services = enumerate(self.state.scenario.services, start=1)
        return [ServiceId(number) for number, service in services if service.provider == seat]
