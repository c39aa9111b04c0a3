"""Bots beside people: they answer, ask, lend and finish, never for ever, and only from what their seat sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sandgame.bots.styles import NAMES, StyleName
from sandgame.lab.play import mixed
from sandgame.rules import intents as i
from sandgame.rules.apply import fold
from sandgame.rules.decide import decide
from sandgame.rules.ids import CommitmentId, SeatId, SheetId
from sandgame.rules.reason import Refusal
from sandgame.rules.scenario import RULE_NAMES, Opens
from sandgame.rules.view import view
from tests.kit.cases import package
from tests.kit.chance import asked
from tests.kit.sweeps import MOST_SWEEPS, BotsBeside
from tests.kit.tables import BUYING, DESIGN, DRAWING, HELP, MAKING, PARTS, PLAIN, SALES, SPEC, SPECIAL, workshop

ALL = (1, 2, 3, 4)


def beside(*people: int, style: StyleName = "collaborating") -> BotsBeside:
    """The workshop in its first Negotiate; `people` hold no bot."""
    table = BotsBeside({seat: style for seat in ALL if seat not in people})
    table.until("negotiate")
    return table


def ask(table: BotsBeside, customer: SeatId, service: int, units: int, due: int, channel: str = "quick") -> int:
    provider = table.state.scenario.services[service - 1].provider
    lines = (i.WantedLine(service, units, due),)  # type: ignore[arg-type]
    table.done(customer, i.SendSheet, provider=provider, lines=lines, channel=channel)
    return max(table.state.sheets)


def line(table: BotsBeside, sheet: int, at: int = 0) -> tuple[str, str]:
    """State of a line, and how it was spoken on last."""
    found = table.state.sheets[sheet].lines[at]  # type: ignore[index]
    return found.state, found.turns[-1].answer


@pytest.mark.parametrize("style", [*NAMES, "mixed"])
@pytest.mark.parametrize("case", ["first-steps", "starter", "factory"])
def test_bots_alone_bring_every_game_to_its_end(case: str, style: str) -> None:
    scenario = package(case).scenario
    styles = mixed(scenario, 1) if style == "mixed" else dict.fromkeys(scenario.seats, style)
    table = BotsBeside(styles, scenario, 1, max(scenario.lengths))  # type: ignore[arg-type]
    assert table.sweep() < MOST_SWEEPS
    assert table.state.phase == "over"
    assert not table.refused


@pytest.mark.parametrize("style", NAMES)
def test_what_is_not_open_yet_no_bot_does(style: StyleName) -> None:
    scenario = replace(package("factory").scenario, opens=tuple(Opens(rule, 13) for rule in RULE_NAMES))
    table = BotsBeside(dict.fromkeys(scenario.seats, style), scenario, 0, 5)
    assert table.sweep() < MOST_SWEEPS
    assert table.state.phase == "over"
    assert not table.refused


def test_the_same_view_brings_the_same_acts() -> None:
    table = beside(SALES)
    ask(table, SALES, PLAIN, 3, 2)
    for seat in table.bots:
        assert table.acts(seat) == table.acts(seat)


def test_a_bot_answers_a_sheet_and_asks_its_own_suppliers_for_what_it_needs() -> None:
    table = beside(SALES)
    sheet = ask(table, SALES, SPECIAL, 2, 4)
    table.sweep()
    assert line(table, sheet) == ("agreed", "accept")
    wanted = {s.lines[0].wanted.service for s in table.state.sheets.values() if s.customer == MAKING}
    assert wanted >= {DRAWING}


def test_a_bot_that_has_finished_still_answers() -> None:
    table = beside(SALES)
    table.sweep()
    assert table.state.finished == {DESIGN, BUYING, MAKING}
    sheet = ask(table, SALES, PLAIN, 1, 1)
    assert MAKING not in table.state.finished
    table.sweep()
    assert line(table, sheet) == ("agreed", "accept")
    assert table.state.finished == {DESIGN, BUYING, MAKING}


def test_a_counter_of_a_person_is_accepted() -> None:
    table = beside(DESIGN)
    table.sweep()
    (sheet,) = [s.sheet for s in table.state.sheets.values() if s.provider == DESIGN]
    number = next(n for n, x in enumerate(table.state.sheets[sheet].lines) if x.wanted.service == DRAWING)
    table.done(DESIGN, i.AnswerSheet, sheet=sheet, answers=(i.Counter(number, (i.Part(1, 3),)),))
    table.sweep()
    assert line(table, sheet, number) == ("agreed", "accept")


def test_what_a_person_declines_is_not_asked_for_again_in_that_week_but_in_the_next() -> None:
    table = beside(DESIGN)
    table.sweep()

    def sheets() -> list[int]:
        return [s.sheet for s in table.state.sheets.values() if s.provider == DESIGN and s.customer == MAKING]

    (sheet,) = sheets()
    answers = tuple(i.Decline(n, "own_priorities") for n, _ in enumerate(table.state.sheets[sheet].lines))  # type: ignore[index]
    table.done(DESIGN, i.AnswerSheet, sheet=sheet, answers=answers)
    table.sweep()
    assert sheets() == [sheet]
    table.until("negotiate", 2)
    table.sweep()
    assert len(sheets()) == 2


def test_a_line_that_nobody_answered_is_taken_back_and_asked_for_anew() -> None:
    table = beside(DESIGN)
    table.sweep()
    table.until("negotiate", 2)
    table.sweep()
    first, second = (s for s in table.state.sheets.values() if s.provider == DESIGN and s.customer == MAKING)
    assert {x.state for x in first.lines} == {"withdrawn"}
    assert {x.state for x in second.lines} == {"open"}


def test_needs_that_grow_are_asked_for_without_asking_twice() -> None:
    table = beside(SALES, BUYING)
    ask(table, SALES, PLAIN, 4, 3)
    table.sweep()

    def asked_for() -> int:
        lines = [x for s in table.state.sheets.values() if s.provider == BUYING for x in s.lines]
        return sum(x.wanted.units for x in lines)

    assert asked_for() == 1, "three are in stock"
    table.sweep()
    assert asked_for() == 1
    ask(table, SALES, PLAIN, 2, 4)
    table.sweep()
    assert asked_for() == 3


def test_a_bot_restates_what_it_promises_and_confirms_what_is_restated() -> None:
    table = beside(SALES)
    sheet = ask(table, SALES, PLAIN, 1, 1)
    table.sweep()
    assert table.state.sheets[sheet].restated is not None  # type: ignore[index]
    table = beside(DESIGN, style="competing")
    table.sweep()
    (asked_of_me,) = [s.sheet for s in table.state.sheets.values() if s.provider == DESIGN]
    table.done(DESIGN, i.RestateNeed, sheet=asked_of_me, text="Drawings for two")
    table.sweep()
    assert table.state.sheets[asked_of_me].confirmed


def test_four_turns_are_the_last_word() -> None:
    table = beside(SALES)
    sheet = ask(table, SALES, SPECIAL, 9, 1)
    table.sweep()
    assert line(table, sheet) == ("open", "counter")
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(i.Counter(0, (i.Part(8, 1),)),))
    table.sweep()
    assert line(table, sheet) == ("open", "counter")
    refusal = table.ask(SALES, i.AnswerSheet, sheet=sheet, answers=(i.Counter(0, (i.Part(7, 1),)),))
    assert isinstance(refusal, Refusal)
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(i.Accept(0),))
    assert table.sweep() < MOST_SWEEPS


def test_what_a_bot_has_offered_and_nobody_has_taken_is_not_offered_again() -> None:
    table = beside(SALES)
    first = ask(table, SALES, SPECIAL, 30, 4)
    table.sweep()
    second = ask(table, SALES, SPECIAL, 30, 4)
    table.sweep()
    assert line(table, first) == ("open", "counter")
    assert line(table, second) == ("declined", "decline")


def test_a_collaborating_lender_gives_what_is_free_and_says_how_much_that_is() -> None:
    table = beside(SALES)
    table.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=4)
    table.sweep()
    assert [(x.hours, x.state) for x in table.state.loans.values()] == [(4, "agreed")]
    busy = beside(SALES, MAKING)
    ask(busy, MAKING, PARTS, 8, 2)
    busy.sweep()
    busy.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=4)
    busy.sweep()
    assert [(x.hours, x.proposer, x.state) for x in busy.state.loans.values()] == [
        (4, SALES, "refused"),
        (3, BUYING, "open"),
    ]


def test_a_competing_bot_lends_nothing() -> None:
    table = beside(SALES, style="competing")
    table.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=2)
    table.sweep()
    assert [x.state for x in table.state.loans.values()] == ["refused"]


def test_a_loan_beyond_the_borrowers_limit_does_not_keep_the_lender_from_finishing() -> None:
    table = beside(SALES)
    for lender in (DESIGN, BUYING):
        table.done(SALES, i.ProposeLoan, lender=lender, borrower=SALES, hours=4)
    assert table.sweep() < MOST_SWEEPS
    assert sorted(x.state for x in table.state.loans.values()) == ["agreed", "refused"]
    assert table.state.finished == {DESIGN, BUYING, MAKING}


def test_a_division_is_agreed_to_by_who_can_bear_it() -> None:
    table = beside(SALES, style="accommodating")
    table.bots[MAKING].style = beside(SALES, style="competing").bots[MAKING].style
    table.done(SALES, i.ClaimPool, hours=3)
    table.sweep()
    assert table.state.pool.claims == {SALES: 3, MAKING: 3}
    table.done(SALES, i.ProposePool, shares=(i.PoolShare(SALES, 1), i.PoolShare(MAKING, 2)))
    table.sweep()
    assert MAKING not in table.state.pool.agreed
    table.done(SALES, i.ProposePool, shares=(i.PoolShare(MAKING, 3),))
    table.sweep()
    assert MAKING in table.state.pool.agreed


@given(st.data())
def test_whatever_a_person_does_the_bots_come_to_rest_and_have_finished(data: st.DataObject) -> None:
    style = st.sampled_from(NAMES)
    bots = {seat: data.draw(style) for seat in (2, 3, 4)}
    table = BotsBeside(bots, workshop(), data.draw(st.integers(0, 3)), 3)
    for _ in range(25):
        if table.state.phase == "over":
            break
        assert table.sweep() < MOST_SWEEPS
        intent = data.draw(asked(table.state, SALES))
        outcome = decide(table.state, SALES, intent)
        if isinstance(outcome, Refusal):
            continue
        table.log += outcome
        table.state = fold(outcome, table.state)
    assert table.sweep() < MOST_SWEEPS
    if table.state.phase != "over":
        assert table.state.finished >= {DESIGN, BUYING, MAKING}


def test_help_is_asked_for_when_the_work_is_more_than_the_hours() -> None:
    table = beside(SALES, DESIGN)
    ask(table, SALES, PLAIN, 6, 2)
    table.sweep()
    wanted = [x.wanted for s in table.state.sheets.values() for x in s.lines if x.wanted.service == HELP]
    assert [(x.units, x.due) for x in wanted] == [(2, 1)]


def promised(table: BotsBeside, customer: SeatId, service: int, units: int, due: int) -> int:
    """The bot that provides it has promised it; returns the commitment's number."""
    sheet = ask(table, customer, service, units, due)
    table.sweep()
    return next(number for number, c in table.state.commitments.items() if c.sheet == sheet)


@pytest.mark.parametrize(
    ("style", "states"),
    [
        ("collaborating", ("replaced", "open")),
        ("compromising", ("replaced", "open")),
        ("accommodating", ("replaced", "replaced")),
        ("competing", ("replaced", "open")),
        ("avoiding", ("open", "open")),
    ],
)
def test_new_terms_are_agreed_to_when_they_fit(style: StyleName, states: tuple[str, str]) -> None:
    """First terms that ask less, then terms that ask more than anybody can make."""
    found: list[str] = []
    for part in (i.Part(1, 3), i.Part(40, 2)):
        table = beside(SALES, MAKING, style="collaborating")
        table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 2, 2),))
        table.done(MAKING, i.AnswerSheet, sheet=max(table.state.sheets), answers=(i.Accept(0),))
        table.bots = {MAKING: beside(SALES, style=style).bots[MAKING]}
        table.order = [MAKING]
        number = max(table.state.commitments)
        table.done(SALES, i.ProposeTerms, commitment=number, parts=(part,))
        assert table.sweep() < MOST_SWEEPS
        assert not table.refused
        assert (table.state.commitments[number].offered is None) == (style != "avoiding")
        found.append(table.state.commitments[number].state)
    assert tuple(found) == states


@pytest.mark.parametrize(("style", "state"), [("collaborating", "replaced"), ("competing", "open")])
def test_a_customer_takes_later_terms_unless_it_competes(style: StyleName, state: str) -> None:
    table = beside(DESIGN, style=style)
    table.sweep()
    number = next(n for n, x in enumerate(table.state.sheets[_asked(table)].lines) if x.wanted.service == DRAWING)
    table.done(DESIGN, i.AnswerSheet, sheet=_asked(table), answers=(i.Accept(number),))
    made = max(table.state.commitments)
    table.done(DESIGN, i.ProposeTerms, commitment=made, parts=(i.Part(1, 4),))
    table.sweep()
    assert table.state.commitments[made].state == state


def _asked(table: BotsBeside) -> SheetId:
    return next(s.sheet for s in table.state.sheets.values() if s.provider == DESIGN and s.customer == MAKING)


@pytest.mark.parametrize(
    ("style", "state"),
    [
        ("collaborating", "agreed"),
        ("accommodating", "agreed"),
        ("compromising", "agreed"),
        ("competing", "refused"),
        ("avoiding", "open"),
    ],
)
def test_who_meets_whom(style: StyleName, state: str) -> None:
    table = beside(SALES, style=style)
    table.done(SALES, i.ProposeMeeting, other=BUYING)
    assert table.sweep() < MOST_SWEEPS
    assert [m.state for m in table.state.meetings.values()] == [state]
    assert table.state.finished == {DESIGN, BUYING, MAKING}


def test_a_compromising_bot_without_hours_to_spare_does_not_meet() -> None:
    table = beside(SALES, style="compromising")
    ask(table, SALES, PLAIN, 30, 2)
    table.sweep()
    table.done(SALES, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    table.done(SALES, i.ProposeMeeting, other=MAKING)
    table.sweep()
    assert [m.state for m in table.state.meetings.values()] == ["refused"]


@pytest.mark.parametrize(("lent", "expected"), [(0, "accept"), (3, "decline")])
def test_what_is_given_comes_with_the_line_as_far_as_loans_allow(lent: int, expected: str) -> None:
    table = beside(SALES, BUYING)
    if lent:
        table.done(SALES, i.ProposeLoan, lender=SALES, borrower=BUYING, hours=lent)
        table.done(BUYING, i.AnswerLoan, loan=1, agree=True)
    wanted = (i.WantedLine(PLAIN, 1, 1),)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, give=i.GiveHours(2))
    sheet = max(table.state.sheets)
    assert table.sweep() < MOST_SWEEPS
    assert line(table, sheet)[1] == expected
    assert MAKING in table.state.finished


@pytest.mark.parametrize(
    ("style", "as_provider", "as_customer"),
    [
        ("collaborating", "third_party", "could_not"),
        ("compromising", "third_party", "could_not"),
        ("accommodating", "could_not", "could_not"),
        ("competing", "unclear", "could_not"),
        ("avoiding", None, None),
    ],
)
def test_why_it_failed_as_each_style_sees_it(
    style: StyleName, as_provider: str | None, as_customer: str | None
) -> None:
    """Making owes what it has no drawings for; Design owes those drawings."""
    table = BotsBeside({}, workshop(flawless=True))
    table.until("negotiate")
    table.promise(SALES, SPECIAL, 1, 1)
    table.promise(MAKING, DRAWING, 1, 1)
    table.until("plan")
    made = i.Plan(make=(i.MakeLine(SPECIAL, 1),), ship=(i.ShipLine(CommitmentId(1), 1),))
    table.done(MAKING, i.SubmitPlan, plan=made)
    table.until("review")
    bot = beside(SALES, style=style).bots[MAKING]
    causes = {
        intent.commitment: intent.cause
        for intent in bot.act(view(table.state, MAKING))
        if isinstance(intent, i.GiveCause)
    }
    assert (causes.get(CommitmentId(1)), causes.get(CommitmentId(2))) == (as_provider, as_customer)


@pytest.mark.parametrize(
    ("plan", "cause"),
    [
        (i.Plan(own_work=9), "other_priorities"),
        (i.Plan(own_work=9, make=(i.MakeLine(SPEC, 4),), ship=(i.ShipLine(CommitmentId(1), 4),)), "could_not"),
    ],
)
def test_a_collaborating_bot_says_what_its_own_plan_did(plan: i.Plan, cause: str) -> None:
    table = BotsBeside({}, workshop(flawless=True))
    table.until("negotiate")
    table.promise(DESIGN, SPEC, 4, 1)
    table.until("plan")
    table.done(SALES, i.SubmitPlan, plan=plan)
    table.until("review")
    bot = beside(MAKING).bots[SALES]
    assert [x.cause for x in bot.act(view(table.state, SALES)) if isinstance(x, i.GiveCause)] == [cause]


def test_a_unit_that_came_out_wrong_was_unclear() -> None:
    table = BotsBeside({}, workshop())
    table.until("negotiate")
    table.promise(DESIGN, SPEC, 4, 1)
    table.until("review")
    for seat in (SALES, DESIGN):
        bot = beside(MAKING).bots.get(seat) or beside(BUYING).bots[seat]
        assert [x.cause for x in bot.act(view(table.state, seat)) if isinstance(x, i.GiveCause)] == ["unclear"]


def test_a_promise_let_go_is_not_rated() -> None:
    table = beside(SALES, BUYING, MAKING)
    number = promised(table, MAKING, HELP, 1, 1)
    table.done(MAKING, i.ReleasePromise, commitment=number)
    table.until("review")
    table.bots[MAKING] = beside(SALES).bots[MAKING]
    assert not [x for x in table.acts(MAKING) if isinstance(x, i.RateProvider)]


def test_who_lends_does_not_ask_for_hours_in_the_same_week() -> None:
    table = beside(SALES, MAKING, style="accommodating")
    ask(table, MAKING, PARTS, 10, 2)
    table.sweep()
    table.done(SALES, i.ProposeLoan, lender=BUYING, borrower=SALES, hours=3)
    table.sweep()
    assert [(x.lender, x.state) for x in table.state.loans.values()] == [(BUYING, "agreed")]
