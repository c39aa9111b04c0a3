"""Negotiate as docs/rules has it: orders, turns, dues, clarity, the pool, loans, and what is left unsaid."""

import pytest
from msgspec.structs import replace

from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules.events import Event
from sandgame.rules.ids import TABLE, CommitmentId, SeatId, SheetId
from sandgame.rules.intents import Accept, Counter, Decline, Part, PoolShare, WantedLine
from sandgame.rules.pool import divide, new_pool
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.scenario import Opens, RuleName
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, HELP, MAKING, PARTS, PLAIN, SALES, SPEC, Table, workshop


def talking(round_: int = 1) -> Table:
    return Table().until("negotiate", round_)


def reason(outcome: Refusal | tuple[Event, ...]) -> Reason:
    assert isinstance(outcome, Refusal), outcome
    return outcome.reason


def ask_for(table: Table, *lines: tuple[int, int], channel: str = "quick") -> SheetId:
    """Sales asks Making for PLAIN: units by a round, for each line."""
    wanted = tuple(WantedLine(PLAIN, units, due) for units, due in lines)
    table.done(SALES, i.SendSheet, provider=MAKING, lines=wanted, channel=channel)
    return max(table.state.sheets)


def counter(units: int, due: int, line: int = 0) -> tuple[Counter, ...]:
    return (Counter(line, (Part(units, due),)),)


# orders


def test_an_option_once_chosen_stands() -> None:
    table = talking()
    table.done(SALES, i.ChooseOption, order=1, option=1)
    assert table.state.orders[1].due == 2  # type: ignore[index]
    assert reason(table.ask(SALES, i.ChooseOption, order=1, option=0)) is Reason.ORDER_SETTLED
    assert reason(table.ask(SALES, i.DeclineOrder, order=1)) is Reason.ORDER_SETTLED


def test_who_chooses_nothing_gets_the_first_option_as_a_default() -> None:
    table = talking()
    table.done(SALES, i.ChooseOption, order=1, option=0)
    chosen = [x for x in table.time_up() if isinstance(x, e.OptionChosen)]
    assert chosen == [e.OptionChosen(2, 0, default=True)]  # type: ignore[arg-type]


def test_an_order_is_neither_chosen_nor_seen_by_others_nor_before_it_arrives() -> None:
    table = talking()
    assert reason(table.ask(DESIGN, i.ChooseOption, order=1, option=0)) is Reason.NO_SUCH_ORDER
    assert reason(table.ask(SALES, i.ChooseOption, order=3, option=0)) is Reason.NO_SUCH_ORDER
    assert reason(table.ask(SALES, i.ChooseOption, order=1, option=2)) is Reason.NO_SUCH_OPTION
    assert view(table.state, DESIGN).orders == ()


def test_an_order_whose_dues_all_lie_beyond_the_last_week_never_arrives() -> None:
    case = workshop()
    beyond = replace(case.orders[4], options=tuple(replace(o, due=4) for o in case.orders[4].options))
    table = Table(replace(case, orders=(*case.orders[:4], beyond)), length=3).until("negotiate", 3)
    assert table.state.orders[5].state == "coming"  # type: ignore[index]
    assert 5 not in [order.order for order in view(table.state, SALES).orders]


# asking and answering


def test_only_a_receiver_asks_and_only_its_provider() -> None:
    table = talking()
    wrong_provider = (WantedLine(PLAIN, 1, 1),)
    assert reason(table.ask(SALES, i.SendSheet, provider=DESIGN, lines=wrong_provider)) is Reason.NOT_YOUR_PROVIDER
    no_receiver = (WantedLine(PARTS, 1, 2),)
    assert reason(table.ask(SALES, i.SendSheet, provider=BUYING, lines=no_receiver)) is Reason.NOT_YOUR_PROVIDER


def test_a_line_is_due_from_now_and_its_lead_to_the_last_round() -> None:
    table = talking()
    early = table.ask(MAKING, i.SendSheet, provider=BUYING, lines=(WantedLine(PARTS, 1, 1),))
    assert early == Refusal(Reason.DUE_TOO_EARLY, limit=2, place=0)
    late = table.ask(SALES, i.SendSheet, provider=MAKING, lines=(WantedLine(PLAIN, 1, 5),))
    assert late == Refusal(Reason.DUE_TOO_LATE, limit=4, place=0)


def test_the_four_turns_pass_from_side_to_side_and_the_last_leaves_yes_or_no() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    assert reason(table.ask(SALES, i.AnswerSheet, sheet=sheet, answers=counter(3, 1))) is Reason.NOT_YOUR_TURN
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=counter(1, 1))
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))) is Reason.NOT_YOUR_TURN
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=counter(3, 1))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=counter(2, 1))
    last = table.ask(SALES, i.AnswerSheet, sheet=sheet, answers=counter(3, 2))
    assert last == Refusal(Reason.LAST_TURN, limit=4, place=0)
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    (promise,) = table.state.commitments.values()
    assert (promise.units, promise.due, promise.provider) == (2, 1, MAKING)


def test_after_the_last_turn_one_may_still_decline() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    for seat in (MAKING, SALES, MAKING):
        table.done(seat, i.AnswerSheet, sheet=sheet, answers=counter(2, 2))
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(Decline(0, "other"),))
    assert table.state.sheets[sheet].lines[0].state == "declined"
    assert not table.state.commitments


def test_each_part_of_a_split_is_a_commitment_of_its_own() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1), (2, 3))
    split = Counter(0, (Part(1, 1), Part(3, 2)))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(1), split))
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    assert [(c.units, c.due) for c in table.state.commitments.values()] == [(2, 3), (1, 1), (3, 2)]


def test_a_line_is_settled_once_and_answered_once_at_a_time() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    twice = (Accept(0), Decline(0, "other"))
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=twice)) is Reason.SAME_LINE_TWICE
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(1),))) is Reason.NO_SUCH_LINE
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))) is Reason.LINE_CLOSED
    assert reason(table.ask(SALES, i.WithdrawLine, sheet=sheet, line=0)) is Reason.LINE_CLOSED


def test_strangers_to_a_sheet_learn_nothing_of_it() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    for intent in (i.WithdrawLine, i.RestateNeed, i.ConfirmRestatement):
        fields = {"line": 0} if intent is i.WithdrawLine else {}
        assert reason(table.ask(DESIGN, intent, sheet=sheet, **fields)) is Reason.NO_SUCH_SHEET
    assert view(table.state, DESIGN).threads.sheets == ()


def test_a_withdrawn_line_can_no_longer_be_accepted() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    table.done(SALES, i.WithdrawLine, sheet=sheet, line=0)
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))) is Reason.LINE_CLOSED


def test_a_decline_logs_the_hours_that_were_free() -> None:
    table = talking()
    table.promise(SALES, PLAIN, 2, 1)  # 2 × 3 hours and 2 of setup of Making's 14
    sheet = ask_for(table, (4, 1))
    (event,) = table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Decline(0, "no_capacity"),))
    assert isinstance(event, e.SheetAnswered)
    assert event.free_hours == 14 - 8


def test_a_line_left_open_is_unanswered_stays_for_one_round_and_then_lapses() -> None:
    table = talking()
    sheet = ask_for(table, (4, 3))
    table.until("negotiate", 2)
    line = table.state.sheets[sheet].lines[0]
    assert (line.state, line.unanswered) == ("open", True)
    table.until("plan")
    assert table.state.sheets[sheet].lines[0].state == "lapsed"
    table.until("negotiate", 3)
    assert reason(table.ask(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))) is Reason.LINE_CLOSED


def test_a_due_that_has_become_too_early_moves_to_the_first_round_it_can_be_kept() -> None:
    table = talking()
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(WantedLine(PARTS, 2, 2),))
    table.until("negotiate", 2)
    table.done(BUYING, i.AnswerSheet, sheet=1, answers=(Accept(0),))
    assert table.state.commitments[CommitmentId(1)].due == 3


def test_what_can_no_longer_arrive_cannot_be_accepted() -> None:
    table = talking(3)
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(WantedLine(PARTS, 2, 4),))
    table.until("negotiate", 4)
    assert reason(table.ask(BUYING, i.AnswerSheet, sheet=1, answers=(Accept(0),))) is Reason.DUE_TOO_LATE


# how well it is understood


CLARITY = [("quick", False, 50), ("quick", True, 70), ("written", False, 70), ("written", True, 90)]


@pytest.mark.parametrize(("channel", "restated", "expected"), CLARITY)
def test_channel_and_restating_set_the_clarity(channel: str, restated: bool, expected: int) -> None:
    table = talking()
    sheet = ask_for(table, (2, 1), channel=channel)
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    if restated:
        table.done(MAKING, i.RestateNeed, sheet=sheet, text="two plain ones")
        table.done(SALES, i.ConfirmRestatement, sheet=sheet)
    table.until("plan")
    assert table.state.commitments[CommitmentId(1)].clarity == expected


def test_the_clarity_of_a_promise_is_that_of_its_own_negotiate() -> None:
    table = talking()
    sheet = ask_for(table, (1, 1), (2, 3))
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    table.until("negotiate", 2)
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(1),))
    table.done(MAKING, i.RestateNeed, sheet=sheet)
    table.done(SALES, i.ConfirmRestatement, sheet=sheet)
    table.until("plan")
    assert [c.clarity for c in table.state.commitments.values()] == [50, 70]


def test_a_sheet_is_restated_once_by_its_provider_and_confirmed_once_by_its_requester() -> None:
    table = talking()
    sheet = ask_for(table, (2, 1))
    assert reason(table.ask(SALES, i.ConfirmRestatement, sheet=sheet)) is Reason.NOTHING_RESTATED
    assert reason(table.ask(SALES, i.RestateNeed, sheet=sheet)) is Reason.NO_SUCH_SHEET
    table.done(MAKING, i.RestateNeed, sheet=sheet)
    assert reason(table.ask(MAKING, i.RestateNeed, sheet=sheet)) is Reason.ALREADY_RESTATED
    table.done(SALES, i.ConfirmRestatement, sheet=sheet, correction="no, three")
    assert reason(table.ask(SALES, i.ConfirmRestatement, sheet=sheet)) is Reason.NOTHING_RESTATED


def test_what_stands_behind_a_line_reaches_the_provider_in_writing_only() -> None:
    table = talking()
    for channel, worth in (("quick", 0), ("written", 60)):
        ask_for(table, (4, 1), channel=channel)
        assert view(table.state, MAKING).threads.sheets[-1].lines[0].worth == worth


# who is done, and who is called back


def test_a_seat_that_was_done_is_called_back_by_what_waits_for_it() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1))
    table.done(SALES, i.FinishPhase)
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=counter(2, 1))
    assert SALES not in table.state.finished
    table.done(SALES, i.AnswerSheet, sheet=sheet, answers=(Accept(0),))
    table.done(DESIGN, i.FinishPhase)
    table.done(MAKING, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=2)
    assert DESIGN not in table.state.finished


def test_a_yes_or_a_no_calls_nobody_back() -> None:
    table = talking()
    sheet = ask_for(table, (4, 1), (1, 2))
    table.done(SALES, i.FinishPhase)
    table.done(MAKING, i.AnswerSheet, sheet=sheet, answers=(Accept(0), Decline(1, "other")))
    assert SALES in table.state.finished


def test_the_phase_ends_with_the_last_seat_and_one_may_go_on_before_that() -> None:
    table = talking()
    for seat in (SALES, DESIGN, BUYING):
        table.done(seat, i.FinishPhase)
    assert reason(table.ask(SALES, i.FinishPhase)) is Reason.ALREADY_FINISHED
    table.done(SALES, i.ResumePhase)
    assert reason(table.ask(SALES, i.ResumePhase)) is Reason.NOT_FINISHED
    table.done(MAKING, i.FinishPhase)
    table.done(SALES, i.FinishPhase)
    phases = [x.phase for x in table.log if isinstance(x, e.PhaseStarted)]
    last, ended = table.log[-1], table.log[-2]
    assert phases == ["brief", "negotiate", "plan"]
    assert isinstance(last, e.PhaseStarted)
    assert isinstance(ended, e.NegotiationClosed)


def test_time_is_the_tables_to_call_and_a_plan_is_submitted_not_finished() -> None:
    table = talking()
    assert reason(table.ask(SALES, i.TimeUp)) is Reason.NOT_YOUR_SEAT
    assert reason(table.ask(TABLE, i.FinishPhase)) is Reason.NOT_YOUR_SEAT
    assert reason(table.ask(SeatId(7), i.FinishPhase)) is Reason.NO_SUCH_SEAT
    table.until("plan")
    assert reason(table.ask(SALES, i.FinishPhase)) is Reason.WRONG_PHASE
    assert reason(table.ask(SALES, i.ClaimPool, hours=1)) is Reason.WRONG_PHASE
    table.until("over", 4)
    assert reason(table.ask(SALES, i.FinishPhase)) is Reason.GAME_OVER


def test_the_last_valid_draft_counts_when_time_is_up() -> None:
    table = Table().until("plan")
    table.done(DESIGN, i.KeepDraft, plan=i.Plan(own_work=3))
    assert reason(table.ask(DESIGN, i.KeepDraft, plan=i.Plan(own_work=13))) is Reason.OWN_WORK_ABOVE_HOURS
    submitted = {x.seat: x for x in table.time_up() if isinstance(x, e.PlanSubmitted)}
    assert (submitted[DESIGN].plan.own_work, submitted[DESIGN].default) == (3, False)
    assert submitted[SALES].default


def test_a_plan_that_was_submitted_and_reopened_is_not_lost_when_time_is_up() -> None:
    table = Table().until("plan")
    table.done(DESIGN, i.SubmitPlan, plan=i.Plan(own_work=3))
    table.done(DESIGN, i.ResumePhase)
    table.time_up()
    assert table.state.plans[DESIGN].own_work == 3
    table = Table().until("plan")
    table.done(DESIGN, i.SubmitPlan, plan=i.Plan(own_work=3))
    table.done(DESIGN, i.ResumePhase)
    table.done(DESIGN, i.KeepDraft, plan=i.Plan(own_work=5))
    table.time_up()
    assert table.state.plans[DESIGN].own_work == 5


# the pool


def shared_out(claims: dict[int, int], hours: int, round_: int, seats: int = 4) -> tuple[dict[SeatId, int], bool, int]:
    pool = replace(new_pool(), claims={SeatId(seat): claim for seat, claim in claims.items()})
    return divide(pool, hours, round_, seats)


def test_claims_that_fit_stand_by_themselves_and_the_rest_is_gone() -> None:
    assert shared_out({1: 1, 3: 1, 4: 0}, 3, 1) == ({1: 1, 3: 1}, True, 0)


@pytest.mark.parametrize(("hours", "lost"), [(1, 1), (3, 1), (4, 1), (5, 2), (8, 2)])
def test_without_agreement_a_quarter_is_lost_rounded_up(hours: int, lost: int) -> None:
    divided, by_agreement, gone = shared_out({1: hours, 2: hours}, hours, 1)
    assert (by_agreement, gone, sum(divided.values())) == (False, lost, hours - lost)


def test_the_rest_is_dealt_hour_by_hour_from_the_smallest_claim_and_never_above_it() -> None:
    assert shared_out({1: 8, 2: 1, 3: 4}, 8, 1)[0] == {1: 2, 2: 1, 3: 3}
    assert shared_out({1: 8, 3: 4}, 4, 1)[0] == {1: 1, 3: 2}


@pytest.mark.parametrize(("round_", "first"), [(1, 2), (2, 3), (3, 4), (4, 1), (5, 2)])
def test_of_equal_claims_another_is_first_in_every_round(round_: int, first: int) -> None:
    claims = dict.fromkeys((1, 2, 3, 4), 2)
    one_hour_left = shared_out(claims, 2, round_)[0]
    assert one_hour_left == {first: 1}


def test_among_equal_claims_who_does_not_claim_is_passed_over_upwards() -> None:
    assert shared_out({1: 2, 3: 2}, 2, 1)[0] == {3: 1}
    assert shared_out({1: 2, 2: 2}, 2, 2)[0] == {1: 1}


def test_a_division_stands_when_every_claimant_agrees() -> None:
    table = talking()
    table.done(SALES, i.ClaimPool, hours=3)
    table.done(MAKING, i.ClaimPool, hours=2)
    table.done(SALES, i.ProposePool, shares=(PoolShare(SALES, 1), PoolShare(MAKING, 2)))
    assert reason(table.ask(SALES, i.AgreePool)) is Reason.ALREADY_FINISHED
    table.done(MAKING, i.AgreePool)
    table.until("plan")
    assert table.state.pool.by_agreement
    assert [(h.seat, h.pool) for h in table.state.hours.values() if h.pool] == [(SALES, 1), (MAKING, 2)]
    assert table.state.hours[MAKING].hours == 14 + 2


def test_a_changed_claim_ends_the_proposal_and_the_same_claim_does_not() -> None:
    table = talking()
    for seat, hours in ((SALES, 3), (MAKING, 2)):
        table.done(seat, i.ClaimPool, hours=hours)
    table.done(SALES, i.ProposePool, shares=(PoolShare(MAKING, 2),))
    table.done(MAKING, i.ClaimPool, hours=2)
    assert table.state.pool.proposer == SALES
    table.done(MAKING, i.ClaimPool, hours=3)
    assert reason(table.ask(MAKING, i.AgreePool)) is Reason.NO_PROPOSAL


def test_a_proposal_that_not_all_agree_to_is_no_agreement() -> None:
    table = talking()
    for seat in (SALES, MAKING, DESIGN):
        table.done(seat, i.ClaimPool, hours=3)
    table.done(SALES, i.ProposePool, shares=(PoolShare(SALES, 3),))
    table.done(MAKING, i.AgreePool)
    table.until("plan")
    assert (table.state.pool.by_agreement, table.state.pool.lost) == (False, 1)


def test_the_pool_has_its_bounds() -> None:
    table = talking()
    assert table.ask(SALES, i.ClaimPool, hours=4) == Refusal(Reason.ABOVE_POOL, limit=3)
    assert reason(table.ask(SALES, i.ProposePool, shares=())) is Reason.NOT_A_CLAIMANT
    table.done(SALES, i.ClaimPool, hours=2)
    assert reason(table.ask(SALES, i.AgreePool)) is Reason.NO_PROPOSAL
    too_much = (PoolShare(SALES, 2), PoolShare(MAKING, 2))
    assert reason(table.ask(SALES, i.ProposePool, shares=too_much)) is Reason.ABOVE_POOL
    above = table.ask(SALES, i.ProposePool, shares=(PoolShare(SALES, 3),))
    assert above == Refusal(Reason.ABOVE_CLAIM, limit=2, place=SALES)
    twice = (PoolShare(SALES, 1), PoolShare(SALES, 1))
    assert reason(table.ask(SALES, i.ProposePool, shares=twice)) is Reason.SAME_LINE_TWICE
    table.done(SALES, i.ProposePool, shares=(PoolShare(SALES, 1),))
    assert reason(table.ask(MAKING, i.AgreePool)) is Reason.NOT_A_CLAIMANT


def test_claims_are_open_to_claimants_only() -> None:
    table = talking()
    table.done(MAKING, i.ClaimPool, hours=2)
    assert view(table.state, SALES).pool.claims == ()
    table.done(SALES, i.ClaimPool, hours=1)
    assert view(table.state, SALES).pool.claims == (PoolShare(SALES, 1), PoolShare(MAKING, 2))


# loans


def lend(table: Table, lender: SeatId, borrower: SeatId, hours: int) -> int:
    table.done(borrower, i.ProposeLoan, lender=lender, borrower=borrower, hours=hours)
    return max(table.state.loans)


def test_the_borrower_gains_one_hour_less_than_is_lent() -> None:
    table = talking()
    table.done(DESIGN, i.AnswerLoan, loan=lend(table, DESIGN, MAKING, 4), agree=True)
    table.until("plan")
    assert table.state.hours[DESIGN].hours == 12 - 4
    assert table.state.hours[MAKING].hours == 14 + 3


@pytest.mark.parametrize("hours", [0, 1, 5])
def test_a_loan_is_of_two_to_four_hours(hours: int) -> None:
    outcome = talking().ask(MAKING, i.ProposeLoan, lender=DESIGN, borrower=MAKING, hours=hours)
    assert reason(outcome) is Reason.LOAN_SIZE


def test_who_lends_gives_at_most_four_hours_in_a_round() -> None:
    table = talking()
    table.done(DESIGN, i.AnswerLoan, loan=lend(table, DESIGN, MAKING, 2), agree=True)
    second = lend(table, DESIGN, SALES, 3)
    assert reason(table.ask(DESIGN, i.AnswerLoan, loan=second, agree=True)) is Reason.LOAN_LIMIT
    assert reason(table.ask(DESIGN, i.ProposeLoan, lender=DESIGN, borrower=SALES, hours=3)) is Reason.LOAN_LIMIT
    table.done(DESIGN, i.AnswerLoan, loan=lend(table, DESIGN, SALES, 2), agree=True)


def test_who_borrows_gains_at_most_four_hours_in_a_round() -> None:
    table = talking()
    table.done(DESIGN, i.AnswerLoan, loan=lend(table, DESIGN, MAKING, 4), agree=True)
    too_much = lend(table, SALES, MAKING, 3)
    assert reason(table.ask(SALES, i.AnswerLoan, loan=too_much, agree=True)) is Reason.LOAN_LIMIT
    table.done(SALES, i.AnswerLoan, loan=lend(table, SALES, MAKING, 2), agree=True)


def test_nobody_lends_more_than_its_own_hours() -> None:
    case = workshop()
    poor = replace(case.departments[DESIGN - 1], hours=3)
    table = Table(replace(case, departments=(case.departments[0], poor, *case.departments[2:]))).until("negotiate")
    loan = lend(table, DESIGN, MAKING, 4)
    assert reason(table.ask(DESIGN, i.AnswerLoan, loan=loan, agree=True)) is Reason.LOAN_LIMIT


def test_who_proposed_a_loan_may_take_it_back_but_not_agree_to_it() -> None:
    table = talking()
    loan = lend(table, DESIGN, MAKING, 2)
    assert reason(table.ask(MAKING, i.AnswerLoan, loan=loan, agree=True)) is Reason.NOT_YOUR_TURN
    assert reason(table.ask(SALES, i.AnswerLoan, loan=loan, agree=False)) is Reason.NO_SUCH_LOAN
    table.done(MAKING, i.AnswerLoan, loan=loan, agree=False)
    assert reason(table.ask(DESIGN, i.AnswerLoan, loan=loan, agree=True)) is Reason.LOAN_CLOSED


def test_loans_are_between_two_departments_of_which_one_asks() -> None:
    table = talking()
    for seat, lender, borrower, expected in (
        (SALES, SALES, SALES, Reason.SAME_SEAT),
        (SALES, DESIGN, MAKING, Reason.NOT_YOUR_SEAT),
        (SALES, SALES, SeatId(5), Reason.NO_SUCH_SEAT),
    ):
        outcome = table.ask(seat, i.ProposeLoan, lender=lender, borrower=borrower, hours=2)
        assert reason(outcome) is expected


def test_a_loan_is_for_its_round_only() -> None:
    table = talking()
    table.done(DESIGN, i.AnswerLoan, loan=lend(table, DESIGN, MAKING, 4), agree=True)
    table.until("plan", 2)
    assert [table.state.hours[seat].hours for seat in (DESIGN, MAKING)] == [12, 14]


# rules that a case opens later


def closed(*rules: RuleName, until: int = 13) -> Table:
    case = replace(workshop(), opens=tuple(Opens(rule, until) for rule in rules))
    return Table(case).until("negotiate")


def test_a_rule_that_is_not_open_does_not_exist() -> None:
    table = closed("restate", "counter", "pool", "lend", "overtime")
    sheet = ask_for(table, (4, 1))
    for seat, intent, fields in (
        (MAKING, i.RestateNeed, {"sheet": sheet}),
        (MAKING, i.AnswerSheet, {"sheet": sheet, "answers": counter(2, 1)}),
        (SALES, i.ClaimPool, {"hours": 1}),
        (SALES, i.ProposeLoan, {"lender": SALES, "borrower": MAKING, "hours": 2}),
    ):
        assert reason(table.ask(seat, intent, **fields)) is Reason.RULE_NOT_OPEN
    seen = view(table.state, MAKING)
    assert (seen.me.overtime_limit, seen.table.pool) == (0, 0)
    table.until("plan")
    assert reason(table.ask(MAKING, i.SubmitPlan, plan=i.Plan(overtime=1))) is Reason.OVERTIME_ABOVE_LIMIT


def test_a_rule_that_opens_is_announced_in_its_week() -> None:
    table = closed("pool", until=2)
    table.until("negotiate", 2)
    assert view(table.state, SALES).table.new_rules == ("pool",)
    table.done(SALES, i.ClaimPool, hours=1)


def test_a_case_without_pool_hours_has_nothing_to_claim() -> None:
    table = Table(replace(workshop(), pool=0)).until("negotiate")
    assert reason(table.ask(SALES, i.ClaimPool, hours=0)) is Reason.NO_POOL


# the aid


def test_an_aid_is_asked_for_like_any_service() -> None:
    table = talking()
    promised = table.promise(MAKING, HELP, 2, 1)
    assert table.state.commitments[CommitmentId(promised)].service == HELP


def test_nobody_asks_for_what_does_not_exist() -> None:
    outcome = talking().ask(SALES, i.SendSheet, provider=DESIGN, lines=(WantedLine(SPEC, 1, 1), WantedLine(99, 1, 1)))  # type: ignore[arg-type]
    assert reason(outcome) is Reason.NOT_YOUR_PROVIDER
