"""What Deliver says: five steps, what became of the plan, two results side by side."""

import msgspec
import pytest

from sandgame.frames.cast import Texts
from sandgame.present.deliver import bonus_texts, deliver, deliver_now, fact
from sandgame.present.forecast import forecast
from sandgame.present.outcomes import largest_stop
from sandgame.present.replay import BOOKS, CHAIN
from sandgame.present.scene import Scene
from sandgame.rules.events import CompanyMoney, Made
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.preview import preview
from sandgame.rules.sections import CardSeen, MeasureSeen, Result
from sandgame.text.numbers import signed
from sandgame.text.speech import LANGUAGES, Language
from tests.kit.played import company, moment

SALES, ENGINEERING, PRODUCTION = 1, 2, 3


def changed(shown: Scene, **sections: object) -> Scene:
    view = msgspec.structs.replace(shown.view, **sections)
    return Scene(
        view, shown.cast, shown.words, shown.holders, shown.number, shown.speech, shown._departments, shown._services
    )


def after(shown: Scene, kpis: tuple[int, int], indexes: tuple[int, int]) -> Scene:
    """The scene with other figures for this week and the one before."""
    figures = tuple(
        msgspec.structs.replace(each, figures=msgspec.structs.replace(each.figures, kpi=kpi))
        for each, kpi in zip(shown.view.me.figures, kpis, strict=True)
    )
    results = tuple(
        msgspec.structs.replace(each, index=index)
        for each, index in zip(shown.view.table.results, indexes, strict=True)
    )
    return changed(
        shown,
        me=msgspec.structs.replace(shown.view.me, figures=figures),
        table=msgspec.structs.replace(shown.view.table, results=results),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("case", "length"), [("starter", 4), ("first-steps", 2)])
def test_every_week_runs_through_five_steps_in_order(case: str, length: int, language: Language) -> None:
    for week, phase, seat in company(case, length).views:
        if phase == "deliver":
            page = deliver(moment(week, phase, seat, language, case=case, length=length))
            assert page is not None
            steps = [frame.step for frame in page.frames]
            assert steps == sorted(steps)
            assert set(steps) == {1, 2, 3, 4, 5}


def test_before_the_first_week_is_delivered_there_is_nothing_to_show() -> None:
    assert deliver(moment(1, "brief", SALES)) is None


def test_the_money_shown_adds_up_to_what_the_company_gained() -> None:
    for week in (1, 2, 3, 4):
        shown = moment(week, "deliver", SALES)
        page = deliver(shown)
        assert page is not None
        results = [0, *(each.result for each in shown.view.table.results)]
        assert sum(line.value for line in page.money) == results[-1] - results[-2]


def test_the_bonus_shown_adds_up() -> None:
    for week in (1, 2, 3, 4):
        for seat in (SALES, ENGINEERING, PRODUCTION):
            shown = moment(week, "deliver", seat)
            figures = shown.view.me.figures[-1].figures
            first, second = figures.bonus_kpi, figures.bonus_company
            assert bonus_texts(shown)[1] == f"{first} + {second} = {first + second}"


def test_a_negative_company_part_is_taken_away() -> None:
    shown = moment(2, "deliver", SALES)
    last = shown.view.me.figures[-1]
    figures = msgspec.structs.replace(last.figures, bonus_kpi=60, bonus_company=-3)
    me = msgspec.structs.replace(shown.view.me, figures=(msgspec.structs.replace(last, figures=figures),))
    assert bonus_texts(changed(shown, me=me))[1] == "60 \u2212 3 = 57"


@pytest.mark.parametrize(
    ("kpis", "indexes", "told"),
    [
        ((50, 57), (31, 27), "You went up, the company went down."),
        ((50, 57), (31, 40), "Your KPI and the company both went up."),
        ((57, 50), (31, 27), "Your KPI and the company both went down."),
        ((57, 50), (27, 31), "You went down, the company went up."),
        ((57, 57), (27, 27), "Neither you nor the company changed."),
    ],
)
def test_one_sentence_of_fact_by_the_signs(kpis: tuple[int, int], indexes: tuple[int, int], told: str) -> None:
    assert fact(after(moment(2, "deliver", PRODUCTION, "en"), kpis, indexes)) == told


def test_without_benchmarks_the_company_is_shown_in_money() -> None:
    page = deliver(moment(2, "deliver", 1, "en", case="first-steps", length=2))
    assert page is not None
    assert page.company.label.startswith("Company result")
    assert "%" not in page.company.value
    assert page.bonus_sum == page.mine.value


def test_own_work_is_what_was_set_aside_and_what_was_left_over() -> None:
    for seat in (SALES, ENGINEERING, PRODUCTION):
        shown = moment(2, "deliver", seat)
        page, delivery = deliver(shown), shown.view.delivery
        assert page is not None
        assert delivery is not None
        assert delivery.books is not None
        assert page.rows[-1].step == BOOKS
        assert page.rows[-1].done == f"做到 {delivery.books.own_work} 工时"


def test_a_promise_that_was_broken_is_told_with_its_stop() -> None:
    page = deliver(moment(2, "deliver", PRODUCTION))
    assert page is not None
    broken = [row for row in page.rows if row.tone == "negative"]
    assert broken
    assert all(row.why == "工时不够" for row in broken)


def test_the_largest_stop_is_the_line_that_fell_shortest() -> None:
    shown = moment(2, "deliver", PRODUCTION)
    delivery = shown.view.delivery
    assert delivery is not None
    least = max((line for line in delivery.made if line.stop == "hours"), key=lambda line: line.planned - line.units)
    callout = largest_stop(shown, delivery)
    assert shown.service(least.service) in callout.title
    assert f"×{least.planned - least.units}" in callout.title


def test_a_missing_input_is_named() -> None:
    shown = moment(2, "deliver", PRODUCTION, "en")
    delivery = shown.view.delivery
    assert delivery is not None
    stopped = Made(SeatId(PRODUCTION), ServiceId(5), 4, 1, 0, 5, 0, "inputs")
    assert largest_stop(shown, msgspec.structs.replace(delivery, made=(stopped,))).title == (
        "Stopped by Drawing: Custom cart ×1 short"
    )


def test_what_is_not_due_yet_is_still_to_go_and_no_stop() -> None:
    shown = moment(2, "deliver", PRODUCTION, "en")
    delivery = shown.view.delivery
    assert delivery is not None
    promises = tuple(
        msgspec.structs.replace(each, due=4, state="open", delivered=0) if each.provider == PRODUCTION else each
        for each in shown.view.threads.promises
    )
    later = changed(shown, threads=msgspec.structs.replace(shown.view.threads, promises=promises))
    stopped = Made(SeatId(PRODUCTION), ServiceId(5), 4, 1, 0, 5, 0, "hours")
    told = largest_stop(later, msgspec.structs.replace(delivery, made=(stopped,))).title
    assert told == "Not due yet: Custom cart ×3 to go"
    page = deliver(later)
    assert page is not None
    assert not any("hours" in row.why for row in page.rows if row.step == CHAIN)


def test_what_came_and_what_went_are_told_apart_for_a_partner_that_is_both() -> None:
    shown = moment(1, "deliver", 2, "en", case="first-steps", length=2)
    page, delivery = deliver(shown), shown.view.delivery
    assert page is not None
    assert delivery is not None
    came, went = (sum(x.units for x in lines) for lines in (delivery.received, delivery.shipped))
    partner = next(island for island in page.frames[-1].board.islands if island.side == "both")
    assert partner.line == f"sent {came}, got {went}"


def test_promises_stand_as_agreed_until_their_service_has_moved() -> None:
    page = deliver(moment(2, "deliver", SALES))
    assert page is not None
    assert {chip.state for chip in page.frames[0].board.chips} == {"agreed"}
    last = {chip.state for chip in page.frames[-1].board.chips}
    assert "broken" in last
    assert "kept" in last
    chain = [frame for frame in page.frames if frame.step == CHAIN]
    assert any(frame.flows for frame in chain)


def test_what_travels_is_what_was_sent() -> None:
    shown = moment(2, "deliver", SALES)
    page, delivery = deliver(shown), shown.view.delivery
    assert page is not None
    assert delivery is not None
    moved = [line.units for line in (*delivery.shipped, *delivery.received)]
    sold = [line.units for line in delivery.order_lines]
    assert sum(flow.units for frame in page.frames for flow in frame.flows) == sum(moved) + sum(sold)


def test_there_is_nothing_to_do_but_to_go_on_when_the_result_is_out() -> None:
    shown = moment(2, "deliver", SALES, "en")
    assert deliver_now(shown, over=False).primary == "Skip to result"
    assert deliver_now(shown, over=True).primary == "Continue"


def test_a_week_without_money_says_so() -> None:
    shown = moment(2, "deliver", SALES)
    assert shown.view.delivery is not None
    still = msgspec.structs.replace(shown.view.delivery, money=CompanyMoney())
    results = (*shown.view.table.results[:-1], Result(2, 0, CompanyMoney(), 0, None, None))
    table = msgspec.structs.replace(shown.view.table, results=results)
    page = deliver(changed(shown, delivery=still, table=table))
    assert page is not None
    assert page.money == ()


def test_a_measure_that_was_paid_for_stands_in_the_books_and_the_week_is_the_change_of_the_result() -> None:
    shown = moment(3, "deliver", SALES, "en")
    *before, last = shown.view.table.results
    money = msgspec.structs.replace(last.money, measures=40)
    results = (*before, msgspec.structs.replace(last, money=money, result=last.result - 40))
    room = msgspec.structs.replace(shown.view.room, measures=(MeasureSeen("coordination", 40, 2, 3),))
    told = changed(shown, table=msgspec.structs.replace(shown.view.table, results=results), room=room)
    page = deliver(told)
    assert page is not None
    assert "easures 40: Coordination meeting" in page.frames[-1].title
    assert page.money_total == signed(results[-1].result - results[-2].result)


def test_a_card_that_hit_the_week_is_named_in_the_books() -> None:
    shown = moment(3, "deliver", SALES, "en")
    room = msgspec.structs.replace(shown.view.room, cards=(CardSeen(1, 3), CardSeen(2, 4)))
    told = changed(shown, room=room)
    told.words.update({"card.1.title": Texts("停电", "Power cut"), "card.2.title": Texts("加单", "More orders")})
    page = deliver(told)
    assert page is not None
    assert "Power cut" in page.frames[-1].title
    assert "More orders" not in page.frames[-1].title


def test_the_chain_counts_its_parts() -> None:
    page = deliver(moment(3, "deliver", PRODUCTION, "en"))
    assert page is not None
    found = [frame.part for frame in page.frames if frame.step == CHAIN]
    assert found == [f"{place}/{len(found)}" for place in range(1, len(found) + 1)]


def test_where_the_kpi_came_otherwise_than_foreseen_one_sentence_says_by_what() -> None:
    told = 0
    for week in (1, 2, 3, 4):
        for seat in (SALES, ENGINEERING, PRODUCTION):
            shown = moment(week, "deliver", seat, "en")
            plan = shown.view.me.plan
            assert plan is not None
            planned = moment(week, "plan", seat, "en").view
            foreseen, came = preview(planned, plan).kpi, shown.view.me.figures[-1].figures.kpi
            sentence = forecast(shown)
            assert bool(sentence) == (foreseen != came)
            if sentence:
                assert f"Your plan showed KPI {foreseen}, it came to {came}: " in sentence
                told += 1
    assert told
