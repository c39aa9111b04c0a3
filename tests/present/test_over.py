"""What the end says: every figure from the view, sums that add up, bars that start at zero."""

import msgspec
import pytest

from sandgame.present.my_page import did, kept_of, mine
from sandgame.present.over import over
from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.played import company, moment
from tests.kit.views import ENGINEERING, LAMP, PRODUCTION, SALES, promise
from tests.present.test_deliver import changed


def ended(seat: int, language: Language = "zh", *, result: int | None = None, index: int | None = None) -> Scene:
    """The end of the starter, with another last result and index if given."""
    shown = moment(4, "over", seat, language)
    last = shown.view.table.results[-1]
    if result is not None:
        money = msgspec.structs.replace(last.money, revenue=last.money.revenue + result - last.result)
        last = msgspec.structs.replace(last, result=result, money=money, index=index)
    results = (*shown.view.table.results[:-1], last)
    return changed(shown, table=msgspec.structs.replace(shown.view.table, results=results))


def with_kpi(shown: Scene, kpi: int) -> Scene:
    last = shown.view.me.figures[-1]
    figures = msgspec.structs.replace(last, figures=msgspec.structs.replace(last.figures, kpi=kpi))
    return changed(shown, me=msgspec.structs.replace(shown.view.me, figures=(figures,)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("first-steps", 2)])
def test_every_seat_has_an_end_in_both_languages(case: str, length: int, language: Language) -> None:
    for seat in company(case, length).state.seats:
        page = over(moment(length, "over", seat, language, case=case, length=length))
        assert page is not None
        assert page.finding


def test_there_is_no_end_before_the_game_is_over() -> None:
    assert over(moment(4, "review", 1)) is None


def test_the_money_leads_from_zero_to_the_result_without_a_gap() -> None:
    shown = moment(4, "over", 1)
    page = over(shown)
    assert page is not None
    *steps, total = page.money.bars
    assert [bar.start for bar in steps] == [0, *(bar.end for bar in steps[:-1])]
    assert (total.start, total.end, total.kind) == (0, steps[-1].end, "total")
    assert total.end == shown.view.table.results[-1].result


def test_the_bonus_is_the_sum_of_its_parts() -> None:
    shown = moment(4, "over", 1)
    figures = shown.view.me.figures[-1].figures
    page = over(shown)
    assert page is not None
    assert page.bonus_sum.endswith(f"= {figures.bonus_kpi + figures.bonus_company}")


def test_the_ruler_runs_from_silo_to_best_and_carries_the_reference() -> None:
    shown = moment(4, "over", 1)
    page, last = over(shown), shown.view.table.results[-1]
    assert page is not None
    assert page.ruler is not None
    assert last.silo is not None
    assert shown.view.table.best is not None
    assert page.ruler.at == 1000 * (last.result - last.silo) // (shown.view.table.best - last.silo)
    assert page.ruler.mark is not None
    assert 0 < page.ruler.mark < 1000
    assert page.estimate


def test_below_the_silo_result_the_knob_stands_left_of_the_start() -> None:
    page = over(ended(1, result=100, index=-33))
    assert page is not None
    assert page.ruler is not None
    assert page.ruler.at < 0
    assert page.value == "\u221233%"
    assert page.title.startswith("比各自为政还少")


@pytest.mark.parametrize(
    ("kpi", "index", "told"),
    [
        (74, 38, "My KPI is fine, the company bleeds."),
        (74, 68, "My KPI and the company both came out well."),
        (40, 68, "The company gained, my KPI gave way."),
        (40, 38, "Neither my KPI nor the company got far."),
    ],
)
def test_the_finding_is_that_which_holds(kpi: int, index: int, told: str) -> None:
    page = over(with_kpi(ended(3, "en", result=900, index=index), kpi))
    assert page is not None
    assert page.finding == told


def test_the_question_names_what_is_missing_from_the_best_result() -> None:
    shown = moment(4, "over", 1, "en")
    page, best = over(shown), shown.view.table.best
    assert page is not None
    assert best is not None
    assert f"{best - shown.view.table.results[-1].result:,}" in page.question


def test_without_benchmarks_the_result_stands_for_itself() -> None:
    page = over(moment(2, "over", 1, case="first-steps", length=2))
    assert page is not None
    assert (page.ruler, page.estimate) == (None, "")
    assert [line.kind for line in page.curve.lines] == ["ours"]
    assert page.bonus_sum == page.kpi


def test_without_benchmarks_what_customers_wanted_is_the_yardstick() -> None:
    shown = moment(2, "over", 1, "en", case="first-steps", length=2)
    page, orders = over(shown), shown.view.orders
    assert page is not None
    earned = sum(o.shipped * o.options[o.option or 0].price for o in orders)
    assert f"wanted {sum(o.units for o in orders)} units" in page.finding
    assert f"they got {sum(o.shipped for o in orders)} for {earned}" in page.finding


def test_the_question_starts_from_the_largest_thing_that_did_not_happen() -> None:
    shown = moment(4, "over", 1, "en")
    lost = max(
        (o for o in shown.view.orders if o.option is not None), key=lambda o: o.rest * o.options[o.option or 0].price
    )
    page = over(shown)
    assert page is not None
    assert f"worth {lost.rest * lost.options[lost.option or 0].price}" in page.question_lead
    missed = over(moment(4, "over", 3, "en"))
    assert missed is not None
    assert "not delivered" in missed.question_lead
    fine = over(moment(2, "over", 1, "en", case="first-steps", length=2))
    assert fine is not None
    assert "own work" in fine.question_lead


def test_promises_not_yet_due_count_for_neither_side() -> None:
    promises = [
        promise(1, SALES, PRODUCTION, LAMP, 3, 2, state="kept"),
        promise(2, SALES, PRODUCTION, LAMP, 3, 2, state="late"),
        promise(3, SALES, PRODUCTION, LAMP, 3, 2, state="broken"),
        promise(4, SALES, PRODUCTION, LAMP, 3, 9),
    ]
    assert kept_of(promises) == (1, 3)


def test_links_are_facts_in_seat_order() -> None:
    shown = moment(4, "over", 3, "en")
    page = over(shown)
    assert page is not None
    assert [row.name for row in page.links] == ["Sales", "Engineering"]
    mine = [p for p in shown.view.threads.promises if p.provider == shown.seat and p.customer == SeatId(1)]
    kept, due = kept_of(mine)
    assert page.links[0].mine == f"{kept}/{due}"
    assert ENGINEERING == 2


def test_the_curve_ends_with_the_result_and_best_is_a_point_only() -> None:
    shown = moment(4, "over", 1)
    page = over(shown)
    assert page is not None
    ours = page.curve.lines[0]
    assert ours.values == tuple(each.result for each in shown.view.table.results)
    assert page.curve.best == shown.view.table.best
    assert {line.kind for line in page.curve.lines} == {"ours", "silo", "reference"}


def test_my_own_page_follows_every_week_and_names_whom_i_served() -> None:
    shown = moment(4, "over", 3, "en")
    page = over(shown)
    assert page is not None
    kpis = page.my_page.rows[0].cells
    assert kpis == tuple({each.round: str(each.figures.kpi) for each in shown.view.me.figures}.values())
    assert all(len(row.cells) == 4 for row in page.my_page.rows)
    customers = {p.customer for p in shown.view.threads.promises if p.provider == shown.seat}
    assert [row.name for row in page.my_page.served] == [shown.name(seat) for seat in sorted(customers)]
    assert any("rated by" in row.name for row in page.my_page.rows)


def test_what_i_did_is_counted_and_what_never_was_is_left_out() -> None:
    shown = moment(4, "over", 3, "en")
    kept, *rest = did(shown)
    assert kept.figure == "/".join(str(each) for each in kept_of(mine(shown)))
    assert all(fact.figure != "0" for fact in rest)
    assert not any("warned" in fact.text for fact in rest)


def test_the_bonus_under_the_shared_goal_is_told_in_its_rounded_parts() -> None:
    page = over(with_kpi(ended(3, "en", result=900, index=39), 75))
    assert page is not None
    assert "37 + 19 = 56" in page.bonus_shared
    plain = over(moment(2, "over", 1, case="first-steps", length=2))
    assert plain is not None
    assert (plain.bonus_shared, plain.value_bar) == ("", None)


def test_the_company_stands_beside_my_kpi_with_the_mark_of_the_reference() -> None:
    shown = moment(4, "over", 1)
    page, last = over(shown), shown.view.table.results[-1]
    assert page is not None
    assert page.value_bar is not None
    assert page.value_bar.value == last.index
    assert 0 < (page.value_bar.mark or 0) < 100


def test_the_history_holds_every_promise_of_both_sides() -> None:
    shown = moment(4, "over", 3)
    page = over(shown)
    assert page is not None
    rows = len(page.history.promised) + len(page.history.owed)
    assert rows == len(shown.view.threads.promises) == len({*shown.view.threads.promises})
