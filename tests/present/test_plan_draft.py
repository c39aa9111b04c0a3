from hypothesis import given
from hypothesis import strategies as st

from sandgame.present.history import History
from sandgame.present.plan_draft import DraftLine, PlanDraft, draft_of, splits, to_plan
from sandgame.rules.intents import MakeLine, Plan, ShipLine
from sandgame.rules.need import default_plan
from sandgame.rules.sections import OwnStock
from tests.kit.views import CUSTOM, LAMP, production, sales

VIEW = production()


def promise_lines() -> tuple[DraftLine, DraftLine]:
    """Lamps due now (3, of which 1 is in stock), custom lamps due later (1)."""
    return DraftLine("promise", 1, 3), DraftLine("promise", 2, 1)


def test_the_default_plan_is_the_same_after_going_through_the_editor() -> None:
    for view in (production(), sales()):
        assert to_plan(draft_of(default_plan(view), view), view) == default_plan(view)


def test_a_promise_takes_stock_first_and_makes_the_rest() -> None:
    lamps, _ = promise_lines()
    plan = to_plan(PlanDraft(lines=(lamps,)), VIEW)
    assert plan.make == (MakeLine(LAMP, 2),)
    assert plan.ship[0].units == 3


def test_stock_goes_to_the_line_above() -> None:
    view = production(stock=(OwnStock(CUSTOM, 1), OwnStock(LAMP, 1)))
    lamps, custom = promise_lines()
    assert [s.stock for s in splits(PlanDraft(lines=(custom, lamps)), view)] == [1, 1]


def test_a_line_from_stock_only_makes_nothing() -> None:
    lamps, custom = promise_lines()
    draft = PlanDraft(lines=(lamps, custom)).from_stock_only(0, True).with_units(0, 1)
    assert to_plan(draft, VIEW).make == (MakeLine(CUSTOM, 1),)
    assert to_plan(draft, VIEW).ship[0].units == 1


def test_lines_without_units_do_not_reach_the_plan() -> None:
    lamps, custom = promise_lines()
    plan = to_plan(PlanDraft(lines=(lamps, custom)).with_units(0, 0), VIEW)
    assert [line.commitment for line in plan.ship] == [2]


def test_the_order_of_lines_is_the_order_of_hours() -> None:
    lamps, custom = promise_lines()
    plan = to_plan(PlanDraft(lines=(lamps, custom)).moved(1, 0), VIEW)
    assert [line.service for line in plan.make] == [CUSTOM, LAMP]


def test_a_promise_that_a_plan_leaves_out_still_has_its_line() -> None:
    draft = draft_of(Plan(), VIEW)
    assert {(line.target, line.units) for line in draft.lines} == {(1, 0), (2, 0)}


def test_building_stock_stands_before_the_orders() -> None:
    view = sales()
    draft = draft_of(default_plan(view), view).added(DraftLine("make", 1, 2))
    kinds = [line.kind for line in draft.lines]
    assert kinds.index("make") < kinds.index("order")


LINES = st.lists(
    st.sampled_from([DraftLine("make", LAMP, 2), DraftLine("make", CUSTOM, 1), *promise_lines()]), unique=True
)


@given(LINES, st.integers(0, 6), st.integers(0, 12))
def test_a_kept_draft_comes_back_as_the_same_plan(lines: list[DraftLine], overtime: int, own_work: int) -> None:
    plan = to_plan(PlanDraft(overtime, own_work, tuple(lines)), VIEW)
    again = to_plan(draft_of(plan, VIEW), VIEW)
    assert (again.overtime, again.own_work, again.ship) == (plan.overtime, plan.own_work, plan.ship)
    assert made(again) == made(plan)


def made(plan: Plan) -> dict[int, int]:
    units: dict[int, int] = {}
    for line in plan.make:
        units[line.service] = units.get(line.service, 0) + line.units
    return units


def test_more_is_made_than_promised_when_stock_is_built_too() -> None:
    plan = Plan(make=(MakeLine(LAMP, 5),), ship=(ShipLine(VIEW.threads.promises[0].commitment, 3),))
    draft = draft_of(plan, VIEW)
    assert [(line.kind, line.units) for line in draft.lines if line.units] == [("promise", 3), ("make", 3)]
    assert made(to_plan(draft, VIEW)) == {LAMP: 5}


def test_undo_and_redo_walk_the_same_way() -> None:
    history = History(PlanDraft()).then(PlanDraft(own_work=1)).then(PlanDraft(own_work=2))
    assert history.undone().present.own_work == 1
    assert history.undone().redone() == history
    assert history.undone().then(PlanDraft(own_work=5)).future == ()
    assert history.then(PlanDraft(own_work=2)) is history


def test_only_so_many_steps_can_be_undone() -> None:
    history = History(PlanDraft())
    for hours in range(1, 80):
        history = history.then(PlanDraft(own_work=hours))
    assert len(history.past) == 50
