"""What counts as a decision: every line that settles units, weeks or hours, and that somebody chose."""

from __future__ import annotations

from sandgame.lab.decisions import decisions
from sandgame.rules import intents as i
from sandgame.rules.ids import CommitmentId
from tests.kit.cases import game
from tests.kit.tables import BUYING, DESIGN, DRAWING, MAKING, PARTS, PLAIN, SALES, SPECIAL, Table


def counted(table: Table) -> tuple[int, ...]:
    return decisions(table.state, table.log)


def test_what_time_decides_is_nobodys_decision() -> None:
    table = Table()
    while table.state.phase != "over":
        table.time_up()
    assert counted(table) == (0, 0, 0, 0)


def test_an_order_is_one_decision_of_its_owner_taken_or_declined() -> None:
    table = Table().until("negotiate")
    table.done(SALES, i.ChooseOption, order=1, option=1)
    table.done(SALES, i.DeclineOrder, order=2)
    assert counted(table) == (2, 0, 0, 0)


def test_a_sheet_counts_by_its_lines_and_so_does_its_answer() -> None:
    table = Table().until("negotiate")
    wanted = (i.WantedLine(PLAIN, 4, 2), i.WantedLine(SPECIAL, 2, 3))
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, channel="written")
    assert counted(table) == (2, 0, 0, 0)
    sheet = max(table.state.sheets)
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(i.Accept(0), i.Counter(1, (i.Part(1, 3),))))
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(i.Accept(1),))
    assert counted(table) == (3, 0, 0, 2)


def test_hours_are_decided_by_both_who_lend_and_who_borrow() -> None:
    table = Table().until("negotiate")
    table.done(MAKING, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=3)
    table.done(DESIGN, i.AnswerLoan, loan=1, agree=True)
    table.done(BUYING, i.ProposeLoan, lender=BUYING, borrower=MAKING, hours=2)
    table.done(MAKING, i.AnswerLoan, loan=2, agree=False)
    table.done(MAKING, i.ClaimPool, hours=3)
    assert counted(table) == (0, 1, 1, 3)
    table.until("negotiate", 2)
    table.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=2)
    table.done(BUYING, i.AnswerLoan, loan=max(table.state.loans), agree=True)
    assert counted(table) == (1, 1, 2, 3)


def test_a_plan_counts_what_is_made_once_overtime_and_own_work() -> None:
    table = Table().until("plan")
    make = tuple(i.MakeLine(service, 1) for service in (PLAIN, SPECIAL, PLAIN))
    table.done(MAKING, i.SubmitPlan, plan=i.Plan(overtime=2, own_work=1, make=make))
    table.done(BUYING, i.SubmitPlan, plan=i.Plan(make=(i.MakeLine(PARTS, 3),)))
    assert counted(table) == (0, 0, 1, 4)


def test_words_ratings_and_shipping_are_no_decisions() -> None:
    table = Table().until("negotiate")
    number = table.promise(MAKING, DRAWING, 1, 1)
    before = counted(table)
    table.done(DESIGN, i.SendMessage, to=MAKING, text="On its way")
    table.until("plan")
    table.done(DESIGN, i.SubmitPlan, plan=i.Plan(ship=(i.ShipLine(CommitmentId(number), 1),)))
    table.until("review")
    table.done(MAKING, i.RateProvider, provider=DESIGN, reliability=3, responsiveness=3, empathy=3)
    assert counted(table) == before == (0, 1, 0, 1)


def test_everybody_in_a_collaborating_factory_has_something_to_decide() -> None:
    played = game("factory", "collaborating", 0)
    assert min(decisions(played.state, played.events)) > 8
