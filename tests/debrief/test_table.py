"""A table's debrief says what the log says: its counts are those of the log, and every figure opens a moment of it."""

from typing import Literal

import pytest
from msgspec.structs import replace

from sandgame.bots.styles import StyleName
from sandgame.debrief.comparison import comparison
from sandgame.debrief.promises import largest_failure
from sandgame.debrief.table import ENOUGH, Played, own_debrief, suggestion, table_debrief
from sandgame.debrief.turning import MOST, chosen
from sandgame.frames.debrief import ChangeShown, TableDebrief, TurningPoint, WeekGone
from sandgame.frames.marks import FactName, Facts, Marks, Worth, Worths
from sandgame.rules.events import Event, SheetSent
from sandgame.rules.ids import SeatId
from sandgame.scoring import openness
from sandgame.scoring.record import Record
from tests.kit.cases import game as known_game

NO_MARKS = Marks(1, "", 0, 8, "desk", (), (), ())
SEEDS = (1, 3, 8)


def game(seed: int, style: StyleName | Literal["mixed"] = "mixed") -> tuple[Event, ...]:
    return known_game("factory", style, seed).events


def debrief(
    events: tuple[Event, ...],
    worths: tuple[Worth, ...] = (),
    weeks: tuple[WeekGone, ...] = (),
    changes: tuple[ChangeShown, ...] = (),
    table: int = 1,
) -> TableDebrief:
    return table_debrief(Played(table, Record(events), NO_MARKS, Worths(worths), weeks, changes))


@pytest.mark.parametrize("seed", SEEDS)
def test_links_together_hold_every_line_and_every_promise_that_ended(seed: int) -> None:
    record = Record(game(seed))
    shown = debrief(game(seed))
    lines = sum(len(event.lines) for _, event in record.of(SheetSent))
    assert sum(link.asked for link in shown.links) == lines
    ended = [one for one in shown.promises if one.state in {"kept", "late", "overdue", "lapsed", "broken"}]
    assert sum(link.matured for link in shown.links) == len(ended)
    assert sum(link.kept for link in shown.links) == sum(one.state == "kept" for one in ended)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_funnel_never_widens_and_answers_are_its_second_step(seed: int) -> None:
    for link in debrief(game(seed)).links:
        assert list(link.funnel) == sorted(link.funnel, reverse=True)
        assert link.funnel[:2] == (link.asked, link.answered)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_causes_of_the_log_are_as_many_as_the_promises_that_failed(seed: int) -> None:
    shown = debrief(game(seed))
    failed = [one for one in shown.promises if one.state in {"late", "overdue", "lapsed", "broken"}]
    assert sum(row.total for row in shown.causes) == len(failed)
    assert all(0 <= row.agreed <= row.total for row in shown.causes)


@pytest.mark.parametrize("seed", SEEDS)
def test_all_that_is_cited_stands_in_the_log(seed: int) -> None:
    shown, size = debrief(game(seed)), len(game(seed))
    logs = [link.log for link in shown.links] + [one.log for one in shown.promises] + [row.log for row in shown.causes]
    logs += [point.log for point in shown.turning] + [fact.log for fact in shown.half_time]
    logs += [link.log for link in shown.worth_opening]
    cited = {number for log in logs for number in log}
    assert cited
    assert cited <= set(range(size))
    assert all(promise.log for promise in shown.promises)


def test_the_company_stands_between_what_bots_alone_and_the_best_would_reach() -> None:
    shown = debrief(game(3, "collaborating")).company
    assert shown is not None
    assert shown.silo < shown.result <= shown.best
    assert shown.results[-1] == shown.result
    assert shown.captured == 100 * (shown.result - shown.silo) // (shown.best - shown.silo)


def test_the_largest_failure_is_one_that_failed_and_no_other_lacked_more() -> None:
    shown = debrief(game(3))
    assert shown.failed is not None
    assert shown.failed.arrived < shown.failed.units or shown.failed.worth == 0
    state = next(one.state for one in shown.promises if one.commitment == shown.failed.commitment)
    assert state in {"late", "overdue", "lapsed", "broken"}


def test_a_fact_that_nobody_was_told_is_a_loss_and_one_that_was_told_a_gain() -> None:
    events = game(3)
    sold = next(event for event in events if isinstance(event, SheetSent)).customer
    worth = Worth(1, SeatId(sold), "free_hours", 4000)
    (fact,) = debrief(events, (worth,)).known
    point = next(one for one in debrief(events, (worth,)).turning if one.money == 4000)
    assert (point.kind, point.gain) == (("told", True) if fact.in_time else ("not_told", False))
    assert sold not in fact.needed_by


def test_turning_points_are_few_large_and_of_different_pairs() -> None:
    for seed in SEEDS:
        shown = debrief(game(seed))
        assert shown.company is not None
        least = 2 * (shown.company.best - shown.company.silo) // 100
        assert len(shown.turning) <= MOST
        assert all(point.money > least for point in shown.turning)
        where = [(point.round, frozenset((point.seat, point.other))) for point in shown.turning]
        assert len(where) == len(set(where))


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_not_scored_in_any_week_is_named_in_no_moment_and_opens_no_list(seed: int) -> None:
    facts = tuple(Worth(week, SeatId(seat), "free_hours", 900 * seat) for week in (1, 2) for seat in range(1, 7))
    for quiet in range(1, 7):
        record = Record(game(seed), frozenset({(SeatId(quiet), 3)}))
        shown = table_debrief(Played(1, record, NO_MARKS, Worths(facts)))
        assert shown.turning
        assert not [one for one in shown.turning if quiet in (one.seat, one.other, *one.touched)]
        assert quiet not in [link.provider for link in shown.worth_opening]


def test_a_measure_touches_all_and_names_nobody_who_is_not_scored() -> None:
    weeks = tuple(WeekGone(week, loss, loss, 0, 0, 0) for week, loss in ((1, 9000), (2, 100)))
    changes = (ChangeShown(1, "measure", "service_standard", 5, 7),)
    record = Record(game(1), frozenset({(SeatId(2), 1)}))
    shown = table_debrief(Played(1, record, NO_MARKS, Worths(), weeks, changes))
    assert [one.kind for one in shown.turning if one.log == (7,)] == ["measure"]


def test_no_moment_tells_the_tale_of_another_as_long_as_there_are_others() -> None:
    def point(round_: int, seat: int, other: int, money: int) -> TurningPoint:
        found = next(one for seed in SEEDS for one in debrief(game(seed)).turning)
        return replace(found, gain=False, round=round_, seat=SeatId(seat), other=SeatId(other), money=money)

    again = [point(1, 1, 2, 900), point(2, 1, 2, 800), point(3, 2, 1, 700), point(4, 1, 3, 600), point(5, 2, 3, 500)]
    assert [one.money for one in chosen(again)] == [900, 600, 500]
    assert [one.money for one in chosen(again[:4])] == [900, 800, 600]


def test_what_a_department_kept_to_itself_is_worth_opening_once() -> None:
    for seed in SEEDS:
        untold = [one.provider for one in debrief(game(seed)).worth_opening if one.reason == "not_told"]
        assert len(untold) == len(set(untold))


def test_a_measure_after_which_less_was_lost_is_a_moment() -> None:
    weeks = tuple(WeekGone(week, loss, loss, 0, 0, 0) for week, loss in ((1, 900), (2, 100)))
    changes = (ChangeShown(1, "measure", "service_standard", 5, 7),)
    point = next(one for one in debrief(game(1), weeks=weeks, changes=changes).turning if one.kind == "measure")
    assert (point.gain, point.money, point.log) == (True, 800, (7,))


def test_half_time_has_two_facts_for_each_department_of_the_first_half_alone() -> None:
    shown = debrief(game(1))
    assert [fact.seat for fact in shown.half_time] == [seat for seat in range(1, 7) for _ in range(2)]
    kept = {fact.seat: dict(fact.numbers) for fact in shown.half_time if fact.key == "kept"}
    for seat, numbers in kept.items():
        due = [
            p for p in shown.promises if p.provider == seat and p.due <= 4 and p.state not in {"released", "replaced"}
        ]
        assert numbers["n"] <= len(due)
        assert numbers["k"] <= numbers["n"]


def test_a_department_sees_its_own_links_and_no_others() -> None:
    played = Played(1, Record(game(1)), NO_MARKS, Worths())
    shown = table_debrief(played)
    for seat in (SeatId(1), SeatId(4)):
        own = own_debrief(played, shown, seat)
        assert own.links
        assert all(seat in (link.provider, link.customer) for link in own.links)
        assert own.kpi.seat == seat


def fact(name: FactName, k: int, n: int) -> Facts:
    return Facts(SeatId(1), name, k, n, None, ())


@pytest.mark.parametrize(
    ("facts", "principle"),
    [
        ((fact("kept", 3, 8), fact("told", 7, 8)), "trust"),
        ((fact("kept", 8, 8), fact("told", 1, 8)), "openness"),
        ((fact("kept", 8, 8),), None),
        ((fact("told", 0, ENOUGH - 1),), None),
    ],
)
def test_the_one_suggestion_is_where_most_was_missed_and_there_was_enough_of_it(
    facts: tuple[Facts, ...], principle: str | None
) -> None:
    assert suggestion(facts) == principle


def test_tables_with_injections_of_their_own_stand_beside_the_others() -> None:
    card = ChangeShown(2, "card", "1", -50)
    tables = [debrief(game(1), table=1), debrief(game(1), table=2), debrief(game(1), changes=(card,), table=3)]
    assert [row.same for row in comparison(tables).tables] == [True, True, False]


def test_an_order_that_was_written_on_a_request_counts_as_told_wherever_it_is_counted() -> None:
    """The same as of what was told on one's own page: no moment says that it was kept back."""
    checked = 0
    for seed in SEEDS:
        events = game(seed)
        record = Record(events)
        worths = tuple(
            Worth(order.terms.arrival, SeatId(order.terms.owner), "order", 4000 + number, int(number))
            for number, order in record.end.orders.items()
        )
        pieces = [(dict(p.numbers), p.key) for p in openness.told(record, Worths(worths))]
        told = {numbers["order"]: key for numbers, key in pieces if "order" in numbers}
        for fact in debrief(events, worths).known:
            if fact.number in told:
                checked += 1
                assert fact.in_time == (told[fact.number] == "order-told")
    assert checked


def test_no_single_loss_is_larger_than_all_that_was_lost_nor_differs_between_the_pages() -> None:
    events = game(3)
    worth = Worth(1, SeatId(2), "free_hours", 9_000_000)
    shown = debrief(events, (worth,))
    assert shown.company is not None
    lost = shown.company.best - shown.company.result
    point = next(one for one in shown.turning if one.kind == "not_told")
    (link,) = [one for one in shown.worth_opening if one.reason == "not_told"]
    assert point.money == link.money == lost
    assert link.times == 1


def test_the_failure_to_speak_of_is_one_that_a_person_was_part_of_if_any_was() -> None:
    record = Record(game(3))
    largest = largest_failure(record)
    assert largest is not None
    two = (largest.provider, largest.customer)
    other = largest_failure(record, two)
    assert other is not None
    assert {other.provider, other.customer} - set(two)
    assert other.worth <= largest.worth
    assert largest_failure(record, record.seats) == largest
