"""What the most that can be earned is made of: companies small enough to reckon by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from sandgame.benchmark.best import best, bound
from sandgame.rules.ids import ServiceId
from sandgame.rules.scenario import Aid, Incident, Input, RuleName, Scenario, StockAtStart
from sandgame.rules.state import Accounts, Stock
from tests.benchmark.firm import GOODS, MAKER, SELLER, department, firm, opened, order, service

OWN = 2
"""Money for an hour of own work."""
LENT_OUT: tuple[RuleName, ...] = ("lend", "give")


def most(scenario: Scenario, length: int) -> int:
    return best(opened(scenario, length)).money


def test_with_nothing_to_sell_all_hours_are_own_work() -> None:
    assert most(firm(departments=(department(10), department(5))), 3) == 3 * 15 * OWN


def test_what_is_sold_beats_own_work_as_far_as_the_hours_reach() -> None:
    assert most(firm(order(30, (2, 9))), 2) == 20 * 9
    assert most(firm(order(8, (2, 9))), 2) == 8 * 9 + 12 * OWN


def test_overtime_is_paid_and_half_of_it_but_one_hour_is_missing_in_the_next_week() -> None:
    scenario = firm(order(90, (2, 100)), departments=(department(10, 6), department(0)), never=LENT_OUT)
    assert most(scenario, 2) == (16 + 8 + 6) * 100 - 12 * 6


def test_fatigue_never_takes_more_hours_than_there_are() -> None:
    scenario = firm(order(90, (2, 100)), departments=(department(2, 10), department(0)), never=LENT_OUT)
    assert most(scenario, 2) == (12 + 10) * 100 - 20 * 6


def test_four_hours_lent_are_three_gained() -> None:
    scenario = firm(order(90, (1, 100)), departments=(department(10), department(8)))
    assert most(scenario, 1) == 13 * 100 + 4 * OWN


def test_nobody_gains_more_than_four_hours_a_week() -> None:
    seats = (department(10), department(8), department(8), department(8))
    # 5 1/3 hours are lent for them, 18 2/3 are left
    assert most(firm(order(90, (1, 100)), departments=seats), 1) == 14 * 100 + 37


def test_the_pool_is_added_where_it_earns_most() -> None:
    assert most(firm(order(90, (2, 100)), pool=3), 2) == 26 * 100


@pytest.mark.parametrize(
    ("rules", "money"),
    [((), 2000 - 24), (("overtime",), 1600), (("pool",), 1700 - 24), (LENT_OUT, 1700 - 24 + 4 * OWN)],
)
def test_a_rule_that_is_not_open_earns_nothing(rules: tuple[RuleName, ...], money: int) -> None:
    # 10 hours of its own, 4 of overtime, 3 of the pool, and 3 of the 4 that the neighbour lends
    scenario = firm(order(90, (1, 100)), departments=(department(10, 4), department(4)), pool=3, never=rules)
    assert most(scenario, 1) == money


def test_a_setup_is_done_whole_or_not_at_all() -> None:
    goods = (service(setup=4),)
    assert most(firm(order(6, (1, 10)), services=goods), 1) == 60
    assert most(firm(order(1, (1, 10)), services=goods), 1) == 10 + 5 * OWN
    assert most(firm(order(1, (1, 9)), services=goods), 1) == 10 * OWN
    assert bound(opened(firm(order(1, (1, 9)), services=goods), 1)) > 10 * OWN


def test_a_fee_is_paid_once_a_week_and_cost_for_each_unit_at_the_weeks_price() -> None:
    scenario = firm(order(12, (2, 30)), services=(service(fee=20, cost=3),))
    assert most(scenario, 2) == 12 * (30 - 3) - 2 * 20 + 8 * OWN
    dear = replace(scenario, incidents=(Incident(1, MAKER, 0, GOODS, 7), Incident(2, MAKER, -1, None, None)))
    assert most(dear, 2) == 12 * 30 - 3 * 7 - 9 * 3 - 2 * 20 + 7 * OWN


def test_what_is_in_lead_cannot_be_sold_yet() -> None:
    assert most(firm(order(90, (2, 10)), services=(service(lead=1),)), 2) == 10 * 10 + 10 * OWN


def test_so_many_units_are_bad_that_the_account_is_never_full() -> None:
    # 10 units at 20 % put 200 on the account, which holds 99 at most: 1.01 bad ones
    scenario = firm(order(90, (1, 100)), services=(service(defect=20),))
    state = opened(scenario, 1)
    assert best(state).money == 899
    assert best(replace(state, accounts={GOODS: Accounts(60, 0)})).money == 839


def test_bad_units_are_worth_nothing_and_cost_nothing() -> None:
    state = opened(firm(order(90, (1, 100)), services=(service(holding=1),)), 1)
    assert best(replace(state, stock={(MAKER, GOODS): Stock(2, 5)})).money == 12 * 100


def test_stock_costs_its_holding_until_it_is_sold() -> None:
    early = firm(order(20, (2, 50), arrival=2), services=(service(holding=1),))
    assert most(early, 2) == 20 * 50 - 10
    held = replace(early.departments[0], stock=(StockAtStart(GOODS, 5),))
    assert most(replace(early, departments=(held, early.departments[1])), 2) == 20 * 50 + 5 * OWN - 10


def test_an_order_is_declined_when_it_does_not_pay() -> None:
    assert most(firm(order(90, (1, 3), lost=1)), 1) == 10 * OWN
    state = opened(firm(order(90, (1, 3), lost=1)), 1)
    chosen = {number: replace(known, option=0) for number, known in state.orders.items()}
    # accepted before, it cannot be got rid of any more
    assert best(replace(state, orders=chosen)).money == 10 * 3 - 80


def test_the_best_option_is_chosen_and_late_weeks_are_paid() -> None:
    scenario = firm(order(15, (1, 19), (2, 18), late=5, lost=9))
    assert most(scenario, 2) == 15 * 18 + 5 * OWN
    dearer = firm(order(15, (1, 24), (2, 18), late=5, lost=9))
    assert most(dearer, 2) == 15 * 24 - 5 * 5 + 5 * OWN


def test_what_is_due_after_the_last_week_closes_without_penalty() -> None:
    scenario = firm(order(90, (1, 3), (3, 3), lost=5))
    assert most(scenario, 2) == 20 * 3
    assert most(firm(order(90, (3, 50))), 2) == 20 * OWN


def test_an_aid_brings_its_receiver_hours_up_to_its_limit() -> None:
    services = (service(), service(provider=2, receivers=(1,), effort=2, aid=Aid(3, 2)))
    scenario = firm(order(90, (1, 100)), departments=(department(10), department(9)), services=services, never=LENT_OUT)
    assert most(scenario, 1) == 16 * 100 + 5 * OWN


def test_a_service_of_two_users_goes_where_it_earns_most() -> None:
    services = (
        service(receivers=(2, 3)),
        service(provider=3, receivers=(2,), inputs=(Input(GOODS, 1),)),
    )
    both = (order(90, (1, 10)), order(4, (1, 30), service=ServiceId(2)))
    seats = (department(10), department(0), department(6))
    scenario = firm(*both, departments=seats, services=services, never=LENT_OUT)
    assert most(scenario, 1) == 4 * 30 + 6 * 10 + 2 * OWN


def test_a_directive_for_the_owners_own_service_needs_no_shipping() -> None:
    scenario = firm(order(4, (1, 30), owner=MAKER, directive=True), order(90, (1, 10)))
    assert most(scenario, 1) == 4 * 30 + 6 * 10


def test_after_the_last_week_nothing_is_left_to_earn() -> None:
    state = replace(opened(firm(order(9, (1, 10))), 2), round=2, phase="over")
    assert best(state).money == bound(state) == 0


def test_stock_that_nobody_uses_may_be_thrown_away() -> None:
    state = opened(firm(services=(service(holding=1),)), 2)
    assert best(replace(state, stock={(SELLER, GOODS): Stock(9, 0)})).money == 20 * OWN
