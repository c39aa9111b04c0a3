"""Seeds: what chance may change of a case, and nothing else."""

from functools import cache
from hashlib import sha256

import pytest
from msgspec.structs import replace

from sandgame.rules.draw import draw
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.scenario import OrderDef, OrderOption, Scenario, Variation
from sandgame.rules.variants import vary
from sandgame.scenario.gate import load
from sandgame.scenario.package import Package
from sandgame.scenario.shelf import find
from tests.kit.tables import workshop


@cache
def factory() -> Scenario:
    package = load(find("factory"))
    assert isinstance(package, Package), package
    return package.scenario


def test_a_draw_is_the_first_eight_digits_of_a_hash_of_its_key() -> None:
    assert draw("1:1:units") == 0x48D736F0
    assert sha256(b"1:1:units").hexdigest().startswith("48d736f0")


def test_seed_0_is_the_case_as_written() -> None:
    case = factory()
    assert vary(case, 0) is case


def test_seed_1_of_the_factory_has_the_published_figures() -> None:
    before, after = factory().orders, vary(factory(), 1).orders
    assert [order.units for order in after] == [4, 3, 2, 7, 5, 5, 2, 5, 7, 4, 5, 3, 5, 5, 6]
    prices = [order.options[0].price for order in after]
    assert prices == [62, 96, 157, 60, 94, 66, 157, 91, 46, 80, 94, 144, 56, 100, 72]
    moved = {n: new.arrival - old.arrival for n, (old, new) in enumerate(zip(before, after, strict=True), start=1)}
    assert {n: by for n, by in moved.items() if by} == {6: 1, 10: -1, 15: -1}


def test_a_seed_changes_orders_and_nothing_else() -> None:
    case = factory()
    for seed in range(1, 9):
        assert replace(vary(case, seed), orders=case.orders) == case


def test_the_same_seed_gives_the_same_orders_and_others_give_others() -> None:
    variants = [vary(factory(), seed).orders for seed in range(41)]
    assert variants == [vary(factory(), seed).orders for seed in range(41)]
    assert len(set(variants)) == 41


def one_order(case: Variation, units: int = 1, arrival: int = 2, dues: tuple[int, ...] = (2, 3)) -> OrderDef:
    order = OrderDef(
        owner=SeatId(1),
        service=ServiceId(5),
        units=units,
        arrival=arrival,
        options=tuple(OrderOption(due, 59) for due in dues),
        late=4,
        expiry=4,
        lost=8,
        directive=False,
    )
    return vary(replace(workshop(), orders=(order,), variation=case), 1).orders[0]


def test_an_order_never_falls_below_one_unit() -> None:
    assert one_order(Variation((-3,), (), ())).units == 1


def test_all_prices_of_an_order_change_alike_and_are_rounded_down() -> None:
    assert [option.price for option in one_order(Variation((), (95,), ())).options] == [56, 56]


def test_an_order_moves_as_a_whole_and_its_expiry_no_further_than_the_last_week() -> None:
    moved = one_order(Variation((), (), (1,)))
    assert (moved.arrival, [option.due for option in moved.options], moved.expiry) == (3, [3, 4], 4)
    back = one_order(Variation((), (), (-1,)))
    assert (back.arrival, [option.due for option in back.options], back.expiry) == (1, [1, 2], 3)


@pytest.mark.parametrize(("arrival", "dues", "by"), [(3, (3,), 1), (1, (1,), -1), (2, (3, 4), 1)])
def test_an_order_that_would_leave_the_game_does_not_move_at_all(arrival: int, dues: tuple[int, ...], by: int) -> None:
    order = one_order(Variation((), (), (by,)), arrival=arrival, dues=dues)
    assert (order.arrival, tuple(option.due for option in order.options)) == (arrival, dues)


def test_a_case_that_does_not_vary_is_the_same_for_every_seed() -> None:
    case = replace(workshop(), variation=None)
    assert vary(case, 7) is case
