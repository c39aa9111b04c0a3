"""KPI, bonus and index: what departments are told to maximise, how far the company has come; in whole points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sandgame.rules.events import CommitmentState, CompanyMoney, FiguresPublished, SeatFigures
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import Benchmarks, Metric, MetricKind
from sandgame.rules.state import OrderState, Record, State

ADDING_UP: frozenset[MetricKind] = frozenset(
    {"booked_revenue", "delivered_revenue", "own_work", "overtime", "setups", "stock_value", "bad_units", "spending"}
)
"""Metrics that grow with the weeks: of their floors and targets each week asks an equal share."""


JUDGED: frozenset[CommitmentState] = frozenset({"kept", "late", "overdue", "lapsed", "broken"})
"""Commitments that count in "commitments kept"; what was released or replaced in time counts for neither side."""
SHARED_GOAL = 50
"""Percent of the bonus that follows the company, under the shared goal."""
SATISFACTION_WEIGHT = 30
"""Percent of a KPI that is satisfaction, where that is part of it."""


def toward_zero(numerator: int, denominator: int) -> int:
    """Whole quotient rounded towards zero; the denominator is above 0."""
    return numerator // denominator if numerator >= 0 else -(-numerator // denominator)


def clip(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def scale(metric: Metric, round_: int, weeks: int) -> tuple[int, int]:
    """Floor and target after a round: of what adds up, the share of those that `weeks` in all are asked for."""
    if metric.kind not in ADDING_UP:
        return metric.floor, metric.target
    return metric.floor * round_ // weeks, metric.target * round_ // weeks


def points(metric: Metric, x: int, round_: int, weeks: int) -> int:
    """0..100: ⌊100 × (x − floor) / (target − floor)⌋, clipped (docs/rules, KPI)."""
    floor, target = scale(metric, round_, weeks)
    if floor == target:
        good = x >= target if metric.target > metric.floor else x <= target
        return 100 if good else 0
    if target > floor:
        return clip(100 * (x - floor) // (target - floor), 0, 100)
    return clip(100 * (floor - x) // (floor - target), 0, 100)


def kpi(metrics: tuple[Metric, ...], scored: tuple[int, ...]) -> int:
    """⌊sum of weight × score / sum of weights⌋."""
    weights = sum(metric.weight for metric in metrics)
    return sum(m.weight * p for m, p in zip(metrics, scored, strict=True)) // weights


def with_satisfaction(kpi_points: int, satisfied: int) -> int:
    """The KPI where the satisfaction of one's internal customers is part of it, rounded down."""
    return ((100 - SATISFACTION_WEIGHT) * kpi_points + SATISFACTION_WEIGHT * satisfied) // 100


def company_share(state: State) -> int:
    """Percent of the bonus that follows the company."""
    return SHARED_GOAL if state.holds("shared_goal") else state.scenario.company_share


def satisfaction(record: Record) -> int:
    """⌊25 × (sum of item ratings − their number) / their number⌋; 50 while there is none."""
    return 25 * (record.rating_sum - record.rated) // record.rated if record.rated else 50


def index_so_far(benchmarks: Benchmarks, result: int, round_: int) -> int:
    """What is captured so far, clipped to −100..100."""
    return clip(captured_so_far(benchmarks, result, round_), -100, 100)


def captured_so_far(benchmarks: Benchmarks, result: int, round_: int) -> int:
    """100 × (result so far − silo so far) / (best − silo), towards zero, as it is: also above the best."""
    silo_so_far = benchmarks.best * benchmarks.silo_path[round_ - 1] // 1000
    return toward_zero(100 * (result - silo_so_far), benchmarks.best - benchmarks.silo)


def bonus(share: int, kpi_points: int, index: int | None) -> tuple[int, int]:
    """The two parts, each rounded down, so that what is shown adds up. Without benchmarks the bonus is the KPI."""
    if index is None:
        return kpi_points, 0
    return (100 - share) * kpi_points // 100, share * index // 100


class Tally(NamedTuple):
    """All that a KPI looks at: a department's record, its orders' money, and the states of what it promised."""

    record: Record
    booked: int
    delivered: int
    promised: tuple[CommitmentState, ...]
    directives: tuple[OrderState, ...]


def tally(state: State, seat: SeatId) -> Tally:
    mine = [order for order in state.orders.values() if order.terms.owner == seat]
    return Tally(
        state.records[seat],
        sum((order.price or 0) * order.terms.units for order in mine),
        sum((order.price or 0) * order.shipped for order in mine),
        tuple(c.state for c in state.commitments.values() if c.provider == seat),
        tuple(order.state for order in mine if order.terms.directive),
    )


def _utilisation(t: Tally) -> int:
    return 100 * t.record.worked // t.record.had if t.record.had else 0


def _purchase_price(t: Tally) -> int | None:
    return 100 * t.record.cost // t.record.standard if t.record.standard else None


def _directives(t: Tally) -> int:
    return share_of("done", [state for state in t.directives if state in ("done", "expired", "closed")])


METRIC_VALUE: dict[MetricKind, Callable[[Tally], int | None]] = {
    "booked_revenue": lambda t: t.booked,
    "delivered_revenue": lambda t: t.delivered,
    "own_work": lambda t: t.record.own_work,
    "overtime": lambda t: t.record.overtime_paid,
    "setups": lambda t: t.record.setups,
    "utilisation": _utilisation,
    "purchase_price": _purchase_price,
    "stock_value": lambda t: t.record.holding,
    "commitments_kept": lambda t: share_of("kept", [state for state in t.promised if state in JUDGED]),
    "bad_units": lambda t: t.record.bad_found,
    "spending": lambda t: t.record.cost + t.record.overtime_paid,
    "directives": _directives,
    "satisfaction": lambda t: satisfaction(t.record),
}
"""x of a metric over the game so far; None where there is nothing to judge yet and the floor holds."""


def share_of(good: str, states: Sequence[str]) -> int:
    """Whole percent of `good` among states, rounded down; 50 if there are none."""
    share = percent_of(states.count(good), len(states))
    return 50 if share is None else share


def percent_of(part: int, of: int) -> int | None:
    """Whole percent, rounded down; None of nothing. So that a share is the same figure on every screen and on paper."""
    return 100 * part // of if of else None


def metric_points(metrics: tuple[Metric, ...], t: Tally, round_: int, weeks: int) -> tuple[int, ...]:
    scored: list[int] = []
    for metric in metrics:
        x = METRIC_VALUE[metric.kind](t)
        scored.append(0 if x is None else points(metric, x, round_, weeks))
    return tuple(scored)


def seat_figures(state: State, seat: SeatId, index: int | None) -> SeatFigures:
    metrics = state.scenario.department(seat).metrics
    scored = metric_points(metrics, tally(state, seat), state.round, state.target_weeks)
    total = kpi(metrics, scored)
    satisfied = satisfaction(state.records[seat])
    if state.holds("satisfaction"):
        total = with_satisfaction(total, satisfied)
    own, company = bonus(company_share(state), total, index)
    return SeatFigures(seat, total, scored, satisfied, own, company)


def publish(state: State, final: bool) -> FiguresPublished:
    """The company's result and index so far, and everybody's figures, as they stand now."""
    money: CompanyMoney = state.money
    index = None if state.benchmarks is None else index_so_far(state.benchmarks, money.result, state.round)
    return FiguresPublished(
        state.round, final, money, index, tuple(seat_figures(state, seat, index) for seat in state.seats)
    )
