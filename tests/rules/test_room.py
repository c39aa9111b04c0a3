"""What whoever runs the room does: cards, a shorter session, people at seats, time, and what is refused of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.benchmark.best import bound
from sandgame.rules import events as e
from sandgame.rules import intents as i
from sandgame.rules import room_intents as r
from sandgame.rules.deliver import deliver
from sandgame.rules.figures import METRIC_VALUE, tally
from sandgame.rules.ids import ROOM, TABLE, OrderId, SeatId
from sandgame.rules.log import decode, encode
from sandgame.rules.need import comes_due
from sandgame.rules.reason import Reason, Refusal
from sandgame.rules.room_events import ActedFor, CardDealt
from sandgame.rules.scenario import (
    Benchmarks,
    Card,
    CostEffect,
    HoursEffect,
    LengthBenchmarks,
    OrderEffect,
    OrderOption,
    Scenario,
)
from sandgame.rules.view import view
from tests.kit.tables import BUYING, DESIGN, MAKING, PARTS, PLAIN, SALES, Table, opened, workshop

EXPRESS = OrderEffect(SALES, PLAIN, 3, (OrderOption(0, 90), OrderOption(2, 80)), 5, 3, 9, directive=False)
SICK, DEAR, RUSH, BOTH, LATER = 1, 2, 3, 4, 5
DECK = (
    Card((HoursEffect(MAKING, -5),), first=1, public=True),
    Card((CostEffect(PARTS, 30),), first=1, public=False),
    Card((EXPRESS,), first=1, public=True),
    Card((HoursEffect(DESIGN, 4), replace(EXPRESS, options=(OrderOption(1, 70),))), first=1, public=True),
    Card((CostEffect(PARTS, 4),), first=2, public=True),
)


def game(length: int = 4) -> Table:
    return Table(replace(workshop(flawless=True), deck=DECK), length=length)


def dealt(table: Table, card: int) -> CardDealt:
    event = table.done(TABLE, r.DealCard, card=card)[0]
    assert isinstance(event, CardDealt)
    return event


def refused(outcome: Refusal | tuple[e.Event, ...]) -> tuple[Reason, int]:
    assert isinstance(outcome, Refusal), outcome
    return outcome.reason, outcome.limit


# acting for a seat


def test_what_the_facilitator_does_for_a_seat_is_marked_and_is_what_the_seat_could_do() -> None:
    table = game().until("plan")
    for seat in (SALES, DESIGN, BUYING):
        table.done(seat, i.SubmitPlan, plan=i.Plan())
    table.done(TABLE, r.PausePlay)
    plan = i.SubmitPlan(round=1, phase="plan", plan=i.Plan(overtime=2))
    assert refused(table.ask(MAKING, i.SubmitPlan, plan=plan.plan))[0] == Reason.PAUSED
    greedy = i.SubmitPlan(round=1, phase="plan", plan=i.Plan(overtime=9))
    assert refused(table.ask(TABLE, r.ActFor, seat=MAKING, intent=greedy)) == (Reason.OVERTIME_ABOVE_LIMIT, 6)
    stale = i.FinishPhase(round=1, phase="negotiate")
    assert refused(table.ask(TABLE, r.ActFor, seat=MAKING, intent=stale))[0] == Reason.WRONG_PHASE
    assert refused(table.ask(SALES, r.ActFor, seat=MAKING, intent=plan))[0] == Reason.NOT_YOUR_SEAT
    marked, submitted, *_ = table.done(TABLE, r.ActFor, seat=MAKING, intent=plan)
    assert marked == ActedFor(MAKING, "submit_plan")
    assert submitted == e.PlanSubmitted(MAKING, plan.plan, default=False)
    assert table.state.phase == "deliver"  # it was the last seat


# cards


def test_loans_stand_when_a_card_takes_the_hours_that_were_lent_and_nobody_has_less_than_none() -> None:
    deck = (Card((HoursEffect(DESIGN, -11),), first=1, public=True),)
    table = Table(replace(workshop(flawless=True), deck=deck)).until("negotiate")
    table.done(DESIGN, i.ProposeLoan, lender=DESIGN, borrower=SALES, hours=4)
    table.done(SALES, i.AnswerLoan, loan=1, agree=True)
    table.done(TABLE, r.DealCard, card=1)
    table.until("plan")
    assert (table.state.hours[DESIGN].own, table.state.hours[DESIGN].hours) == (1, 0)
    assert table.state.hours[SALES].hours == 10 + 3


def test_a_card_dealt_in_brief_or_negotiate_holds_for_this_week_and_later_for_the_next() -> None:
    for phase, week in {"brief": 1, "negotiate": 1, "plan": 2, "deliver": 2, "review": 2}.items():
        table = game().until(phase)
        assert dealt(table, SICK).round == week
        table.until("plan", week)
        assert table.state.hours[MAKING].hours == 14 - 5
        table.until("plan", week + 1)
        assert table.state.hours[MAKING].hours == (14 if week == 1 else 14 - 4)


def test_a_cards_order_comes_with_weeks_of_its_own() -> None:
    table = game().until("plan")
    (order,) = dealt(table, RUSH).orders
    assert (order.arrival, order.options, order.expiry) == (2, (OrderOption(2, 90), OrderOption(4, 80)), 4)
    assert order.card == RUSH
    number = OrderId(len(workshop().orders) + 1)
    assert table.state.orders[number].state == "coming"
    table.until("negotiate", 2)
    table.done(SALES, i.ChooseOption, order=number, option=1)
    assert table.state.orders[number].price == 80


def test_an_order_dealt_in_negotiate_is_there_at_once() -> None:
    table = game().until("negotiate")
    event = dealt(table, RUSH)
    assert table.state.orders[event.first_order].state == "open"
    table.done(SALES, i.ChooseOption, order=event.first_order, option=0)


def test_options_that_are_due_after_the_end_are_not_offered() -> None:
    (order,) = dealt(game(length=3).until("review"), RUSH).orders
    assert (order.options, order.expiry) == ((OrderOption(2, 90),), 3)


def test_two_cards_bring_orders_with_numbers_of_their_own() -> None:
    table = game()
    first, second = dealt(table, RUSH), dealt(table, BOTH)
    assert second.first_order == first.first_order + 1
    assert len(table.state.orders) == len(workshop().orders) + 2


def test_the_cost_on_a_card_goes_before_the_cases_own_and_the_last_card_before_all() -> None:
    table = game().until("negotiate", 2)

    def cost() -> int:
        at = Table(table.state.as_written)
        at.log, at.state = [*table.log], table.state
        at.until("plan")
        for seat in at.state.seats[:-1]:
            make = (i.MakeLine(PARTS, 1),) if seat == BUYING else ()
            at.done(seat, i.SubmitPlan, plan=i.Plan(make=make))
        state = replace(at.state, plans={**at.state.plans, MAKING: i.Plan()})
        return next(books.cost for books in deliver(state).books if books.seat == BUYING)

    assert cost() == 14
    dealt(table, DEAR)
    assert cost() == 30
    could_earn = bound(table.state)
    dealt(table, LATER)
    assert cost() == 4
    assert bound(table.state) > could_earn
    # the provider knows it, as it knows the case's own
    assert [(x.cost, x.card) for x in table.state.scenario.incidents if x.seat == BUYING] == [
        (14, 0), (30, DEAR), (4, LATER),
    ]  # fmt: skip


def test_who_had_finished_and_is_hit_by_a_card_is_called_back() -> None:
    table = game().until("negotiate")
    for seat in (SALES, DESIGN, BUYING):
        table.done(seat, i.FinishPhase)
    events = table.done(TABLE, r.DealCard, card=BOTH)
    assert [x.seat for x in events if isinstance(x, e.SeatResumed)] == [SALES, DESIGN]
    assert table.state.finished == {BUYING}


def test_a_card_is_dealt_once_and_from_its_week_on() -> None:
    table = game()
    assert refused(table.ask(TABLE, r.DealCard, card=len(DECK) + 1))[0] is Reason.NO_SUCH_CARD
    assert refused(table.ask(TABLE, r.DealCard, card=LATER)) == (Reason.CARD_TOO_EARLY, 2)
    dealt(table, SICK)
    assert refused(table.ask(TABLE, r.DealCard, card=SICK))[0] is Reason.CARD_DEALT
    assert dealt(table.until("plan"), LATER).round == 2


def test_a_card_that_can_change_nothing_any_more_is_refused() -> None:
    table = game(length=3).until("brief", 3)
    assert refused(table.ask(TABLE, r.DealCard, card=BOTH)) == (Reason.CARD_TOO_LATE, 3)
    assert dealt(table, RUSH).orders[0].options == (OrderOption(3, 90),)
    table.until("plan")
    assert refused(table.ask(TABLE, r.DealCard, card=SICK)) == (Reason.CARD_TOO_LATE, 3)


def test_a_seat_cannot_deal_cards() -> None:
    assert refused(game().ask(SALES, r.DealCard, card=SICK))[0] is Reason.NOT_YOUR_SEAT


def test_what_a_card_did_reads_the_same_from_the_log() -> None:
    table = game()
    for card in (SICK, DEAR, RUSH, BOTH):
        event = dealt(table, card)
        assert decode(encode(event)) == event


# shortening


def shortened(length: int, shorter: tuple[LengthBenchmarks, ...] = ()) -> Table:
    table = game()
    begun = table.log[0]
    assert isinstance(begun, e.GameStarted)
    table.log[0] = replace(begun, shorter=shorter)
    table.state = replace(table.state, shorter=shorter)
    table.until("review").done(TABLE, r.ShortenSession, length=length)
    return table


def test_a_shortened_session_ends_with_its_new_last_week() -> None:
    table = shortened(2).until("over")
    assert table.state.round == 2
    # orders none of whose dues lies within it never came
    assert [number for number, order in table.state.orders.items() if order.state == "coming"] == [4, 5]


def test_its_constants_are_those_of_the_new_length_or_stay() -> None:
    known = Benchmarks(700, 200, (90, 180, 260), (100, 300, 700))
    assert shortened(3, (LengthBenchmarks(3, known),)).state.benchmarks == known
    assert shortened(2, (LengthBenchmarks(3, known),)).state.benchmarks != known


def test_nobody_is_told_of_weeks_that_a_session_does_not_have() -> None:
    assert view(opened(length=3), MAKING).me.incidents
    assert not view(opened(length=2), MAKING).me.incidents
    table = Table(workshop(flawless=True)).until("negotiate")
    table.done(MAKING, i.ShareFact, to=0, fact=i.FactRef("incident", 1))
    assert view(table.state, SALES).threads.facts
    table.done(TABLE, r.ShortenSession, length=2)
    assert not view(table.state, MAKING).me.incidents
    assert not view(table.state, SALES).threads.facts
    assert refused(table.ask(MAKING, i.ShareFact, to=0, fact=i.FactRef("incident", 1)))[0] == Reason.NO_SUCH_FACT


def test_an_order_comes_due_if_its_due_or_one_that_may_be_chosen_lies_in_the_session() -> None:
    seen = next(o for o in view(Table().until("negotiate").state, SALES).orders if len(o.options) == 2)
    first, last = (option.due for option in seen.options)
    assert [comes_due(seen, length) for length in (first - 1, first)] == [False, True]
    later = replace(seen, option=1)
    assert [comes_due(later, length) for length in (first, last)] == [False, True]


def test_it_can_only_get_shorter_and_never_end_before_next_week() -> None:
    table = game().until("brief", 2)
    assert refused(table.ask(TABLE, r.ShortenSession, length=4)) == (Reason.LENGTH_NOT_SHORTER, 4)
    assert refused(table.ask(TABLE, r.ShortenSession, length=2)) == (Reason.LENGTH_TOO_SHORT, 3)
    table.done(TABLE, r.ShortenSession, length=3)
    assert refused(table.ask(TABLE, r.ShortenSession, length=3)) == (Reason.LENGTH_NOT_SHORTER, 3)


def test_what_was_asked_for_after_the_new_last_week_is_agreed_for_that_week() -> None:
    table = Table(workshop(flawless=True)).until("negotiate")
    table.done(MAKING, i.SendSheet, provider=BUYING, lines=(i.WantedLine(PARTS, 2, 4),))
    table.done(SALES, i.SendSheet, provider=MAKING, lines=(i.WantedLine(PLAIN, 1, 4),))
    table.promise(SALES, PLAIN, 3, 2)
    table.done(SALES, i.ProposeTerms, commitment=1, parts=(i.Part(1, 2), i.Part(2, 4)))
    table.done(TABLE, r.ShortenSession, length=3)
    table.done(BUYING, i.AnswerSheet, sheet=1, answers=(i.Accept(0),))
    table.done(MAKING, i.AnswerSheet, sheet=2, answers=(i.Accept(0),))
    table.done(MAKING, i.AnswerTerms, commitment=1, agree=True)
    dues = {number: (c.units, c.due) for number, c in table.state.commitments.items() if c.state == "open"}
    assert dues == {2: (2, 3), 3: (1, 3), 4: (1, 2), 5: (2, 3)}


def test_a_promise_for_a_week_that_will_not_come_counts_only_if_it_was_kept() -> None:
    for units, share in ((3, 100), (9, 50)):
        table = Table(workshop(flawless=True)).until("negotiate")
        table.promise(SALES, PLAIN, units, 4)
        table.until("brief", 2).done(TABLE, r.ShortenSession, length=3)
        table.until("over")
        assert METRIC_VALUE["commitments_kept"](tally(table.state, MAKING)) == share


def test_an_order_that_has_come_can_be_earned_though_all_its_dues_lie_after_the_end() -> None:
    orders = (replace(workshop().orders[0], options=(OrderOption(3, 500),), expiry=4),)
    scenario: Scenario = replace(workshop(flawless=True), orders=orders)
    for phase in ("negotiate", "plan"):
        table = Table(scenario).until(phase)
        before = bound(table.state)
        table.done(TABLE, r.ShortenSession, length=2)
        assert bound(table.state) > 4 * 500 - 200
        assert bound(table.state) < before


# seats, time and moments


def test_people_at_seats_and_time_are_changed_only_if_that_changes_something() -> None:
    table = game()
    table.done(TABLE, r.SeatPlayer, seat=SALES, player="stand_in")
    assert refused(table.ask(TABLE, r.SeatPlayer, seat=SALES, player="stand_in"))[0] is Reason.ALREADY_SO
    assert refused(table.ask(TABLE, r.SeatPlayer, seat=SeatId(8), player="person"))[0] is Reason.NO_SUCH_SEAT
    assert refused(table.ask(TABLE, r.ResumePlay))[0] is Reason.ALREADY_SO
    table.done(TABLE, r.PausePlay)
    assert refused(table.ask(TABLE, r.PausePlay))[0] is Reason.ALREADY_SO
    assert refused(table.ask(SALES, i.FinishPhase))[0] is Reason.PAUSED
    table.done(TABLE, r.ResumePlay)
    table.done(SALES, i.FinishPhase)


def test_seats_are_swapped_at_half_time_from_the_next_week_on() -> None:
    table = game().until("review")
    assert refused(table.ask(TABLE, r.SwapSeats, one=SALES, other=DESIGN)) == (Reason.NOT_SWAP_TIME, 2)
    table.until("review", 2)
    assert refused(table.ask(TABLE, r.SwapSeats, one=SALES, other=SALES))[0] is Reason.SAME_SEAT
    table.done(TABLE, r.SwapSeats, one=SALES, other=DESIGN)
    assert table.state.swaps == ((SALES, DESIGN, 3),)


# going back


@pytest.mark.parametrize(
    ("at", "to"),
    [
        (("negotiate", 1), (1, "plan")),
        (("negotiate", 2), (2, "plan")),
        (("brief", 3), (1, "review")),
        (("plan", 2), (3, "brief")),
        (("plan", 1), (0, "brief")),
        (("plan", 2), (2, "over")),
        (("plan", 2), (1, "over")),
        (("over", 4), (4, "over")),
    ],
)
def test_play_goes_back_only_to_what_has_begun_in_this_week_or_the_last(
    at: tuple[str, int], to: tuple[int, str]
) -> None:
    table = game().until(*at)
    outcome = table.ask(TABLE, r.RollBack, to_round=to[0], to_phase=to[1])
    assert refused(outcome) == (Reason.NO_WAY_BACK, max(1, at[1] - 1))


def test_nobody_at_a_seat_turns_time_back() -> None:
    assert refused(game().ask(SALES, r.RollBack, to_round=1, to_phase="brief"))[0] is Reason.NOT_YOUR_SEAT


def test_a_session_that_is_over_can_be_taken_back() -> None:
    table = game().until("over")
    assert refused(table.ask(TABLE, r.PausePlay))[0] is Reason.GAME_OVER
    table.done(TABLE, r.RollBack, to_round=3, to_phase="review")
    assert (table.state.round, table.state.phase) == (3, "review")
    table.until("over")


def test_a_pause_and_who_plays_stay_as_they_are_now() -> None:
    table = game().until("plan")
    table.done(TABLE, r.SeatPlayer, seat=SALES, player="competing")
    table.done(TABLE, r.PausePlay)
    table.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    assert table.state.paused
    assert table.state.players == {SALES: "competing"}
    table.done(TABLE, r.ResumePlay)
    table.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    assert not table.state.paused


def test_whoever_needs_help_may_call_for_it_while_play_stands_still() -> None:
    table = game().until("negotiate")
    table.done(TABLE, r.PausePlay)
    table.done(SALES, i.SendMessage, to=ROOM, text="please come")
    assert refused(table.ask(SALES, i.SendMessage, to=TABLE, text="hello"))[0] is Reason.PAUSED


def test_what_was_started_while_paused_is_not_paused_again_by_going_back() -> None:
    table = game()
    table.done(TABLE, r.PausePlay)
    table.time_up()
    table.done(TABLE, r.ResumePlay)
    table.done(TABLE, r.RollBack, to_round=1, to_phase="negotiate")
    assert not table.state.paused


def test_a_dealt_card_and_a_shortening_can_be_taken_back() -> None:
    table = game().until("negotiate", 2)
    scenario = table.state.scenario
    dealt(table, RUSH)
    table.done(TABLE, r.ShortenSession, length=3)
    table.done(TABLE, r.RollBack, to_round=2, to_phase="brief")
    assert (table.state.length, table.state.scenario, table.state.dealt) == (4, scenario, ())
    dealt(table, RUSH)
