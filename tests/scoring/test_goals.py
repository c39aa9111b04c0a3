"""Plans between company and KPI, and requests that should be taken on or refused: small logs made by hand."""

import pytest

from sandgame.frames.marks import Piece, Worth, Worths
from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId
from sandgame.rules.need import ToMake
from sandgame.scoring.goals import allocation, boundary
from sandgame.scoring.knapsack import Division, division
from sandgame.scoring.record import Record
from tests.kit.tables import DESIGN, DRAWING, MAKING, PLAIN, SALES, SPEC, SPECIAL, Table, workshop


def table() -> Table:
    return Table(workshop(flawless=True)).until("negotiate")


def plans(played: Table, seat: SeatId) -> list[Piece]:
    return [piece for piece in allocation(Record(played.log), Worths()) if piece.seat == seat]


def busy_design() -> Table:
    """Design owes drawings, two by week 2 and two by week 4, for all its 12 hours; its KPI wants nine of own work."""
    played = table()
    for units, due in ((2, 2), (2, 4)):
        played.promise(SALES, SPECIAL, units, due)
        played.promise(MAKING, DRAWING, units, due)
    played.promise(DESIGN, SPEC, 4, 1)
    return played.until("plan")


# G1


def test_the_three_ways_to_divide_a_week_are_worth_what_they_make() -> None:
    state = busy_design().state
    plan = i.Plan(make=(i.MakeLine(DRAWING, 4),))

    def price(_: object) -> int:
        return 130

    way = division(state, DESIGN, plan, price)
    # two that may wait a week at half of it, two that may wait three at an eighth
    assert way.best == way.done == 2 * 6_500 + 2 * 1_625
    assert way.kpi < way.best
    lazy = division(state, DESIGN, i.Plan(own_work=12), price)
    assert lazy.done == 100 * 12 * 2


def test_a_plan_for_the_company_has_full_credit_and_one_for_own_work_alone_none() -> None:
    played, lazy = busy_design(), busy_design()
    played.done(DESIGN, i.SubmitPlan, plan=i.Plan(make=(i.MakeLine(DRAWING, 4),)))
    lazy.done(DESIGN, i.SubmitPlan, plan=i.Plan(own_work=12))
    assert [(piece.key, piece.credit) for piece in plans(played, DESIGN)] == [("company", 1000)]
    (piece,) = plans(lazy, DESIGN)
    assert (piece.key, piece.credit < 350) == ("own", True)


def test_a_default_plan_and_one_of_a_seat_that_is_not_scored_say_nothing() -> None:
    played = busy_design()
    played.time_up()
    assert plans(played, DESIGN) == []


def test_work_that_was_turned_away_could_have_been_done_too() -> None:
    played = table()
    played.promise(SALES, SPECIAL, 2, 2)
    played.done(MAKING, i.SendSheet, provider=DESIGN, lines=(i.WantedLine(DRAWING, 2, 2),))
    sheet = max(played.state.sheets)
    played.done(DESIGN, i.AnswerSheet, sheet=sheet, answers=(i.Decline(0, reason="own_priorities"),))
    state = played.until("plan").state
    away = (ToMake(None, DRAWING, 2, 1, 130),)
    assert division(state, DESIGN, i.Plan(own_work=12), lambda _: 0, away).best == 100 * 12 * 2  # no specifications
    sales = (ToMake(None, SPEC, 5, 1, 130),)
    assert division(state, SALES, i.Plan(own_work=10), lambda _: 0, sales).best == 100 * 5 * 130


def test_a_week_with_hours_enough_for_all_is_no_conflict() -> None:
    played = table()
    played.promise(DESIGN, SPEC, 1, 1)
    played.until("plan").done(SALES, i.SubmitPlan, plan=i.Plan(make=(i.MakeLine(SPEC, 1),)))
    assert plans(played, SALES) == []


@pytest.mark.parametrize(("done", "credit"), [(100, 1000), (50, 333), (20, 0), (75, 666), (0, 0)])
def test_credit_runs_from_half_below_the_kpis_way_to_the_best(done: int, credit: int) -> None:
    assert Division(100, 50, done).credit == credit


# G3


def lines(played: Table, *worths: Worth) -> list[tuple[str, int, int]]:
    found = boundary(Record(played.log), Worths(worths))
    return [(piece.key, piece.credit, piece.weight) for piece in found if piece.seat == MAKING]


def ask(played: Table, units: int, due: int, answer: i.LineAnswer) -> int:
    played.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, units, due),))
    sheet = max(played.state.sheets)
    played.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(answer,))
    return sheet


NO_HOURS = i.Decline(0, reason="no_capacity")


def test_always_yes_is_right_half_of_the_time_whatever_was_asked() -> None:
    played = table()
    for units, due in ((1, 1), (1, 1), (1, 1), (99, 2)):
        ask(played, units, due, i.Accept(0))
    found = lines(played)
    assert [key for key, _, _ in found] == ["took", "took", "took", "full-taken"]
    assert sum(weight * credit for _, credit, weight in found) // sum(w for _, _, w in found) in (499, 500)


def test_a_refusal_is_right_with_a_reason_that_holds_and_a_counter_within_what_fits() -> None:
    played = table()
    ask(played, 1, 1, NO_HOURS)
    ask(played, 99, 2, NO_HOURS)
    ask(played, 99, 2, i.Decline(0, reason="other"))
    ask(played, 99, 2, i.Counter(0, parts=(i.Part(6, 2),)))
    ask(played, 99, 2, i.Counter(0, parts=(i.Part(60, 2),)))
    assert [(key, credit) for key, credit, _ in lines(played)] == [
        ("turned-away", 0),
        ("full-declined", 1000),
        ("full-other-reason", 0),
        ("full-countered", 1000),
        ("full-over", 0),
    ]


def test_what_only_overtime_could_do_is_nobodys_fault_either_way() -> None:
    played = table()
    ask(played, 1, 2, i.Accept(0))
    ask(played, 99, 2, NO_HOURS)
    ask(played, 9, 2, NO_HOURS)  # seven fit into two weeks, eleven with twelve hours of overtime
    assert [key for key, _, _ in lines(played)] == ["took", "full-declined"]


def test_a_line_that_costs_the_company_more_than_a_quarter_of_its_worth_is_to_be_refused_though_it_fits() -> None:
    played = table()
    sheet = ask(played, 4, 2, i.Accept(0))  # worth four times 60
    ask(played, 1, 2, i.Accept(0))
    cheap, dear = (Worth(1, MAKING, "line", money, number=sheet) for money in (60, 61))
    assert lines(played, cheap) == []
    assert [key for key, _, _ in lines(played, dear)] == ["dear-taken", "took"]


def test_a_seat_that_met_only_one_kind_has_no_pieces() -> None:
    played = table()
    ask(played, 1, 1, i.Accept(0))
    assert lines(played) == []
