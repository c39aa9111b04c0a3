"""KPI, index and bonus: what a department is told to maximise, in whole points."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.apply import fold
from sandgame.rules.events import CompanyMoney, FiguresPublished, SeatFigures
from sandgame.rules.figures import bonus, clip, index_so_far, kpi, points, satisfaction, scale, share_of, toward_zero
from sandgame.rules.ids import TABLE
from sandgame.rules.intents import MakeLine, Plan
from sandgame.rules.preview import preview
from sandgame.rules.scenario import Benchmarks, Metric, MetricKind
from sandgame.rules.start import start
from sandgame.rules.state import Record
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, PLAIN, SALES, Table, workshop

LENGTH = 4
PLAIN_METRIC = Metric("commitments_kept", 40, 0, 100)


def at_the_end(metric: Metric, x: int) -> int:
    return points(metric, x, LENGTH, LENGTH)


def metric(kind: MetricKind, floor: int, target: int) -> Metric:
    return Metric(kind, 100, floor, target)


# a metric's points


@pytest.mark.parametrize(("x", "expected"), [(400, 0), (399, 0), (1500, 100), (9000, 100), (950, 50), (949, 49)])
def test_points_run_from_floor_to_target_rounded_down_and_clipped(x: int, expected: int) -> None:
    assert at_the_end(metric("delivered_revenue", 400, 1500), x) == expected


@pytest.mark.parametrize(("x", "expected"), [(8, 0), (9, 0), (3, 100), (0, 100), (6, 40), (4, 80)])
def test_a_floor_above_its_target_rewards_less(x: int, expected: int) -> None:
    assert at_the_end(metric("setups", 8, 3), x) == expected


def test_what_adds_up_is_asked_for_in_proportion_to_the_weeks() -> None:
    revenue = metric("delivered_revenue", 400, 1500)
    assert [points(revenue, 375, week, 4) for week in (1, 2, 3, 4)] == [100, 31, 9, 0]
    setups = metric("setups", 8, 3)
    assert points(setups, 2, 1, 4) == 0  # of 8 × 1/4 = 2 down to ⌊3/4⌋ = 0


def test_what_does_not_add_up_keeps_its_scale_all_the_way() -> None:
    used = metric("utilisation", 40, 90)
    assert {points(used, 65, week, 4) for week in (1, 2, 3, 4)} == {50}


def test_a_scale_that_has_shrunk_to_a_point_is_passed_or_not() -> None:
    own_work = metric("own_work", 0, 3)
    assert [points(own_work, x, 1, 4) for x in (0, 1)] == [100, 100]  # ⌊3/4⌋ = 0: nothing is asked for yet
    setups = metric("setups", 3, 0)
    assert [points(setups, x, 1, 4) for x in (0, 1)] == [100, 0]


@given(
    floor=st.integers(-500, 500),
    target=st.integers(-500, 500),
    x=st.integers(-1000, 1000),
    week=st.integers(1, 12),
)
def test_points_lie_between_0_and_100_and_never_fall_towards_the_target(
    floor: int, target: int, x: int, week: int
) -> None:
    assume(floor != target)  # the gate of a case takes no such metric
    for kind in ("own_work", "utilisation"):
        line = metric(kind, floor, target)
        step = 1 if target >= floor else -1
        here, nearer = points(line, x, week, 12), points(line, x + step, week, 12)
        assert 0 <= here <= nearer <= 100


def test_the_kpi_is_the_weighted_mean_rounded_down() -> None:
    metrics = (replace(PLAIN_METRIC, weight=30), replace(PLAIN_METRIC, weight=30), replace(PLAIN_METRIC, weight=40))
    assert kpi(metrics, (100, 51, 100)) == 85
    assert kpi((PLAIN_METRIC,), (33,)) == 33


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Record(), 50),
        (Record(rated=3, rating_sum=3), 0),
        (Record(rated=3, rating_sum=15), 100),
        (Record(rated=3, rating_sum=10), 58),
    ],
)
def test_satisfaction_is_the_mean_rating_on_a_scale_to_100(record: Record, expected: int) -> None:
    assert satisfaction(record) == expected


def test_a_share_of_nothing_is_half() -> None:
    assert share_of("kept", []) == 50
    assert share_of("kept", ["kept", "late", "overdue"]) == 33


# index and bonus


@pytest.mark.parametrize(("numerator", "expected"), [(7, 2), (-7, -2), (6, 2), (-6, -2), (2, 0), (-2, 0)])
def test_towards_zero_is_the_same_on_both_sides(numerator: int, expected: int) -> None:
    assert toward_zero(numerator, 3) == expected


MARKS = Benchmarks(best=1000, silo=300, silo_path=(100, 200, 250, 300), reference_path=(150, 400, 600, 800))


@pytest.mark.parametrize(
    ("result", "week", "expected"),
    [(100, 1, 0), (106, 1, 0), (107, 1, 1), (94, 1, 0), (93, 1, -1), (300, 4, 0), (1000, 4, 100), (999, 4, 99)],
)
def test_the_index_so_far_starts_from_the_silo_of_that_week(result: int, week: int, expected: int) -> None:
    assert index_so_far(MARKS, result, week) == expected


def test_the_index_stays_within_a_hundred_on_both_sides() -> None:
    assert [index_so_far(MARKS, result, 4) for result in (-5000, 5000)] == [-100, 100]
    assert clip(7, -3, 3) == 3


@pytest.mark.parametrize(
    ("share", "index", "parts"),
    [(10, 40, (72, 4)), (10, -8, (72, -1)), (10, 0, (72, 0)), (50, 33, (40, 16)), (10, None, (81, 0))],
)
def test_the_parts_of_the_bonus_are_rounded_down_each(share: int, index: int | None, parts: tuple[int, int]) -> None:
    assert bonus(share, 81, index) == parts


# as a table publishes them


def published(table: Table) -> FiguresPublished:
    return table.state.published[-1]


def test_the_result_is_what_came_in_less_what_went_out() -> None:
    money = CompanyMoney(revenue=500, late=10, lost=20, purchases=100, overtime=12, holding=3, measures=0, own_work=40)
    assert money.result == 500 + 40 - 10 - 20 - 100 - 12 - 3


def test_own_work_feeds_the_kpi_at_once() -> None:
    table = Table(workshop(flawless=True)).until("plan")
    table.done(DESIGN, i.SubmitPlan, plan=Plan(own_work=12))
    table.time_up()
    seat = published(table).seats[DESIGN - 1]
    assert (seat.points, seat.kpi) == ((100, 50), 80)  # 12 of 36 × 1/4 = 9 hours; nothing promised yet


def worked(length: int, shorter: int | None = None) -> Table:
    """Two weeks of a case whose longest session has eight, until the Review of the second; cut after the first."""
    table = Table(replace(workshop(flawless=True), target_weeks=8), length=length).until("plan")
    table.done(DESIGN, i.SubmitPlan, plan=Plan(own_work=3))
    table.until("review")
    if shorter is not None:
        table.done(TABLE, r.ShortenSession, length=shorter)
    return table.until("review", 2)


def figures(table: Table) -> list[tuple[SeatFigures, ...]]:
    return [each.seats for each in table.state.published]


def test_a_week_asks_the_same_in_a_session_of_any_length() -> None:
    assert figures(worked(3)) == figures(worked(4))
    assert scale(metric("own_work", 0, 36), 2, worked(4).state.target_weeks) == (0, 9)


def test_shortening_changes_nothing_of_what_a_week_asks() -> None:
    assert figures(worked(4, shorter=3)) == figures(worked(4))


def test_the_plan_foresees_the_points_by_the_same_targets_after_a_shortening() -> None:
    def foreseen(table: Table) -> tuple[int, ...]:
        return preview(view(table.until("plan", 3).state, DESIGN), Plan(own_work=2)).points

    assert foreseen(worked(4, shorter=3)) == foreseen(worked(4))


def test_a_case_of_an_old_log_still_asks_for_all_by_the_end_of_its_session() -> None:
    table = Table(workshop(flawless=True))
    assert (table.state.scenario.target_weeks, table.state.target_weeks) == (0, 4)
    table.until("review").done(TABLE, r.ShortenSession, length=2)
    assert table.state.target_weeks == 2


def test_who_has_bought_nothing_gets_no_points_for_its_prices() -> None:
    table = Table(workshop(flawless=True)).until("review")
    assert published(table).seats[BUYING - 1].points[0] == 0


def test_a_cheap_week_of_buying_earns_points() -> None:
    table = Table(workshop(flawless=True)).until("plan")
    table.done(BUYING, i.SubmitPlan, plan=Plan(make=(MakeLine(PARTS, 9),)))
    table.time_up()
    # ⌊100 × (9 × 10 + 20) / (9 × 12)⌋ = 101, from 125 to 90
    assert published(table).seats[BUYING - 1].points[0] == 100 * (125 - 101) // 35


def test_a_promise_counts_as_broken_from_the_end_of_its_due_week() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, PLAIN, 1, 1)
    table.promise(SALES, PLAIN, 1, 2)
    table.until("plan")
    table.done(MAKING, i.SubmitPlan, plan=Plan())
    table.until("review")
    kept = published(table).seats[MAKING - 1].points[2]
    assert kept == 0
    assert [c.state for c in table.state.commitments.values()] == ["overdue", "open"]


def test_a_late_delivery_does_not_make_the_promise_kept() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, PLAIN, 1, 1)
    table.until("plan")
    table.done(MAKING, i.SubmitPlan, plan=Plan())
    table.until("review", 2)
    assert [c.state for c in table.state.commitments.values()] == ["late"]
    assert published(table).seats[MAKING - 1].points[2] == 0


def test_ratings_count_when_the_review_is_over() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.promise(SALES, PLAIN, 1, 1)
    table.until("review")
    before = published(table).seats[MAKING - 1].satisfaction
    table.done(SALES, i.RateProvider, provider=MAKING, reliability=5, responsiveness=4, empathy=3)
    table.until("review", 2)
    assert (before, published(table).seats[MAKING - 1].satisfaction) == (50, 25 * (12 - 3) // 3)


def test_the_figures_are_published_once_more_at_the_end_with_the_last_ratings() -> None:
    table = Table(workshop(flawless=True)).until("negotiate", 4)
    table.promise(SALES, PLAIN, 1, 4)
    table.until("review")
    table.done(SALES, i.RateProvider, provider=MAKING, reliability=1, responsiveness=1, empathy=1)
    table.until("over")
    assert [p.final for p in table.state.published] == [False] * 4 + [True]
    assert published(table).seats[MAKING - 1].satisfaction == 0


def test_without_benchmarks_there_is_no_index_and_the_bonus_is_the_kpi() -> None:
    table = Table(workshop(flawless=True))
    table.state = fold(start(workshop(flawless=True), "", 0, 4, "desk", None))
    table.until("review")
    assert published(table).index is None
    assert all((seat.bonus_kpi, seat.bonus_company) == (seat.kpi, 0) for seat in published(table).seats)
