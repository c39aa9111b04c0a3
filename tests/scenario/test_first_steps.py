"""What the teaching case must teach: promises can all be kept, and looking after oneself alone starves the company."""

import pytest

from sandgame.rules import intents as i
from sandgame.rules.ids import SeatId, ServiceId
from sandgame.rules.need import default_plan, needs
from sandgame.rules.scenario import RULE_NAMES
from sandgame.rules.view import view
from sandgame.scenario.shelf import find
from tests.kit.tables import Table
from tests.scenario.desk import passed

PACKAGE = passed(find("first-steps"))
SHOP, WORKSHOP = SeatId(1), SeatId(2)
SHEET, LAMP = ServiceId(1), ServiceId(2)


def week(table: Table, promise: int, aside: dict[SeatId, int]) -> None:
    """The workshop promises at most so many lamps, the shop every job sheet; hours are set aside by both."""
    table.until("negotiate")
    for need in needs(view(table.state, SHOP)):
        units = min(promise, need.units)
        if units:
            table.promise(SHOP, LAMP, units, need.due)
        promise -= units
    for need in needs(view(table.state, WORKSHOP)):
        table.promise(WORKSHOP, SHEET, need.units, need.due)
    table.until("plan")
    for seat in (SHOP, WORKSHOP):
        plan = default_plan(view(table.state, seat))
        table.done(seat, i.SubmitPlan, plan=i.Plan(0, aside.get(seat, 0), plan.make, plan.ship, plan.orders))
    table.until("review")
    table.time_up()


def played(promises: tuple[int, int] = (9, 9), aside: tuple[dict[SeatId, int], ...] = ({}, {})) -> dict[str, int]:
    table = Table(PACKAGE.scenario, length=2)
    for number, promise in enumerate(promises):
        week(table, promise, aside[number])
    assert table.state.phase == "over"
    shop, workshop = view(table.state, SHOP), view(table.state, WORKSHOP)
    return {
        "company": shop.table.results[-1].result,
        "shop": shop.me.figures[-1].figures.kpi,
        "workshop": workshop.me.figures[-1].figures.kpi,
        "kept": sum(p.state == "kept" for p in shop.threads.promises),
        "promised": len(shop.threads.promises),
    }


def test_every_promise_can_be_kept_and_both_do_well() -> None:
    end = played()
    assert end["kept"] == end["promised"] > 0
    assert end["company"] == 420
    assert min(end["shop"], end["workshop"]) >= 70


def test_a_workshop_that_promises_little_does_best_and_starves_the_company() -> None:
    fair, selfish = played(), played(promises=(2, 0))
    assert selfish["workshop"] > fair["workshop"]
    assert selfish["company"] < fair["company"] / 4


def test_promising_nothing_pays_nobody() -> None:
    fair, shut = played(), played(promises=(0, 0))
    assert shut["workshop"] < fair["workshop"]
    assert shut["company"] < 0


@pytest.mark.parametrize("seat", [SHOP, WORKSHOP])
def test_own_work_first_in_week_1_breaks_a_promise_of_week_2(seat: SeatId) -> None:
    fair, tempted = played(), played(aside=({seat: 8}, {}))
    assert tempted["kept"] < tempted["promised"]
    assert tempted["company"] < fair["company"]


@pytest.mark.parametrize("seat", [SHOP, WORKSHOP])
def test_own_work_first_in_week_2_breaks_one_too(seat: SeatId) -> None:
    tempted = played(aside=({}, {seat: 8}))
    assert tempted["kept"] < tempted["promised"]


def test_there_is_room_for_a_little_own_work() -> None:
    end = played(aside=({}, {SHOP: 4, WORKSHOP: 6}))
    assert end["kept"] == end["promised"]


def test_nothing_is_open_but_asking_answering_planning_and_rating() -> None:
    table = Table(PACKAGE.scenario, length=2)
    assert view(table.state, SHOP).table.rules == ()
    assert {item.rule for item in PACKAGE.scenario.opens} == set(RULE_NAMES)


def test_nothing_in_it_happens_by_chance() -> None:
    scenario = PACKAGE.scenario
    assert not scenario.incidents
    assert scenario.variation is None
    assert {(s.defect, s.complexity, s.lead, s.setup, s.fee, s.holding) for s in scenario.services} == {(0,) * 6}
