import pytest

from sandgame.present.ledger import ledger
from sandgame.present.shell import help_page, refusal_text, steps, top_bar, waiting
from sandgame.rules.events import CompanyMoney
from sandgame.rules.ids import PHASES
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.sections import Result
from sandgame.text.speech import LANGUAGES, Speech
from tests.kit.views import (
    ENGINEERING,
    LAMP,
    PRODUCTION,
    SALES,
    delivered,
    production,
    promise,
    sales,
    scene,
    threads,
    view,
)


def test_the_present_phase_stands_out() -> None:
    assert [step.state for step in steps(scene(production()))] == ["done", "now", "later", "later", "later"]
    assert {step.state for step in steps(scene(production(phase="over")))} == {"done"}


def test_a_company_without_benchmarks_shows_its_money_and_a_level_balance() -> None:
    results = (Result(1, 120, CompanyMoney(revenue=120), None, None, None),)
    balance = top_bar(scene(production(results=results))).balance
    assert balance is not None
    assert (balance.index_label, balance.index_text) == ("公司结果（千元）", "120")
    assert balance.kpi == balance.index
    assert "公司结果（千元） 120" in balance.spoken
    assert ledger(scene(production(results=results))).bonus.company_share == 0


@pytest.mark.parametrize(("index", "told"), [(-8, "少拿了 8%"), (24, "多拿了 24%"), (0, "和各自为政一样")])
def test_the_balance_says_what_the_company_s_figure_means(index: int, told: str) -> None:
    results = (Result(1, 120, CompanyMoney(revenue=120), index, 100, 300),)
    balance = top_bar(scene(production(results=results))).balance
    assert balance is not None
    assert told in balance.tip
    assert "比各自为政多拿（少拿）到最好结果的百分之几" in balance.tip


def test_nothing_is_measured_before_the_first_deliver() -> None:
    balance = top_bar(scene(production(results=(), figures=()))).balance
    assert balance is not None
    assert (balance.kpi_text, balance.index_text) == ("–", "–")


def test_who_is_done_waits_for_the_others_by_name() -> None:
    assert waiting(scene(production())) is None
    wait = waiting(scene(production(finished=(PRODUCTION, SALES))))
    assert wait is not None
    assert "研发" in wait.text
    assert "销售" not in wait.text
    assert "销售" in wait.calls


def test_the_ledger_sorts_broken_promises_first_then_what_waits_for_me() -> None:
    given = (
        promise(1, SALES, PRODUCTION, LAMP, 3, 3),
        promise(2, SALES, PRODUCTION, LAMP, 4, 1, state="overdue", delivered=1),
    )
    shown = scene(production(threads=threads(production().threads.sheets, given)))
    rows = ledger(shown).promised
    assert [(row.id, row.sheet) for row in rows] == [(2, False), (7, True), (1, False)]
    assert rows[0].state == "broken"
    assert "3" in rows[0].line


def test_kept_promises_leave_after_the_week() -> None:
    kept = promise(1, SALES, PRODUCTION, LAMP, 3, 1, state="kept", delivered=3)
    shown = view(PRODUCTION, threads=threads((), (kept,)))
    assert ledger(scene(shown)).promised == ()
    over = view(PRODUCTION, phase="over", threads=threads((), (kept,)))
    assert ledger(scene(over)).promised[0].state == "kept"


def test_a_promise_kept_ahead_of_its_due_does_not_come_back_in_the_week_it_was_due() -> None:
    early = promise(1, SALES, PRODUCTION, LAMP, 3, 2, state="kept", delivered=3)
    missed = promise(2, SALES, PRODUCTION, LAMP, 3, 2, state="overdue", delivered=1)
    both = threads((), (early, missed))
    for phase in ("deliver", "review"):
        shown = view(PRODUCTION, phase=phase, threads=both, delivery=delivered(2))
        assert [row.id for row in ledger(scene(shown)).promised] == [2]


@pytest.mark.parametrize("state", ["released", "replaced"])
@pytest.mark.parametrize("phase", ["negotiate", "deliver", "over"])
def test_a_promise_let_go_or_exchanged_leaves_the_ledger_at_once(state: str, phase: str) -> None:
    gone = promise(1, SALES, PRODUCTION, LAMP, 3, 2, state=state)
    assert ledger(scene(view(PRODUCTION, phase=phase, threads=threads((), (gone,))))).promised == ()


def test_an_empty_ledger_says_what_would_stand_there() -> None:
    picture = ledger(scene(view(ENGINEERING)))
    assert picture.promised_empty
    assert picture.owed_empty
    assert picture.promised_count == "0"


def test_every_phase_has_its_help_and_every_refusal_its_sentence() -> None:
    for language in LANGUAGES:
        for phase in (*PHASES, "over"):
            page = help_page(scene(sales(phase=phase), language))
            assert page.steps
        speech = Speech(language)
        texts = {refusal_text(speech, Refusal(reason, 3, 2)) for reason in Reason}
        assert speech.say("shell-refused") not in texts


def test_the_keys_in_the_help_are_those_that_are_open() -> None:
    keys = [key for key, _ in help_page(scene(production(rules=()))).keys]
    assert "A · D" in keys
    assert "A · C · D" not in keys
