"""Plan by hand: hours are shared by steppers and keys, lines moved and added, drafts kept, steps taken back."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.present.plan_draft import DraftLine
from sandgame.rules.intents import KeepDraft, MakeLine, Plan, SubmitPlan, Warn
from sandgame.rules.need import default_plan
from sandgame.rules.sections import View
from sandgame.ui.plan import PlanPage
from tests.kit.looks import settle
from tests.kit.views import CUSTOM, LAMP, PRODUCTION, production, sales, scene
from tests.ui.stage import Stage


def in_plan(view: View) -> View:
    return msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, phase="plan"))


class Desk(Stage):
    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.sheet = PlanPage()
        super().__init__(qtbot, qapp, self.sheet)
        self.window.activateWindow()

    def see(self, view: View) -> None:
        self.sheet.show(scene(in_plan(view)))
        settle()

    def submitted(self) -> Plan:
        self.sheet.primary()
        intent = self.asked[-1]
        assert isinstance(intent, SubmitPlan)
        return intent.plan


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Desk:
    return Desk(qtbot, qapp)


def test_the_default_plan_lies_ready(desk: Desk) -> None:
    for view in (production(), sales()):
        desk.sheet.leave()
        desk.sheet._scene = None  # as if another week had begun
        desk.see(view)
        assert desk.submitted() == default_plan(in_plan(view))


def test_every_step_is_seen_at_once(desk: Desk) -> None:
    desk.see(production())
    assert desk.sheet.table.lines[0].verdict.text() == "3/3 按期"
    desk.sheet.table.own_work.hours.step(6)
    settle()
    assert desk.sheet.table.lines[0].verdict.text().endswith("兑现不了")
    assert desk.sheet.leaning.kept.text() == "0/1"
    assert desk.sheet.now().question is not None


def test_hours_and_units_go_into_the_plan(desk: Desk) -> None:
    desk.see(production())
    desk.sheet.table.supply.overtime.step(2)
    desk.sheet.table.own_work.hours.step(3)
    desk.sheet.table.lines[1].units.step(-1)
    plan = desk.submitted()
    assert (plan.overtime, plan.own_work) == (2, 3)
    assert plan.make == (MakeLine(LAMP, 2),)


@pytest.mark.parametrize("wide", [760, 1366])
def test_overtime_is_added_without_the_page_sliding_under_the_pointer(
    qtbot: QtBot, qapp: QApplication, wide: int
) -> None:
    desk = Desk(qtbot, qapp)
    desk.see(production())
    table = desk.sheet.table
    table.resize(wide, 640)
    table.show()
    settle()

    def places() -> list[tuple[int, int]]:
        settle()
        stays = (table.supply.overtime, table.own_work.hours)
        return [(corner.x(), corner.y()) for w in stays for corner in (w.mapTo(table, w.rect().topLeft()),)]

    for line in table.lines:
        line.units.step(-9)
    before = places()
    for _ in range(3):
        table.supply.overtime.step(1)
        assert places() == before
    assert table.supply.unused.isVisible()


@pytest.mark.parametrize("wide", [740, 760, 1366])
def test_the_first_hour_set_aside_moves_no_row(qtbot: QtBot, qapp: QApplication, wide: int) -> None:
    desk = Desk(qtbot, qapp)
    desk.see(production())
    table = desk.sheet.table
    table.resize(wide, 640)
    table.show()

    def places() -> list[tuple[int, int]]:
        settle()
        return [(c.x(), c.y()) for w in stays for c in (w.mapTo(table, w.rect().topLeft()),)]

    stays = (table.supply.overtime, table.own_work.hours, table.lines[0].units)
    table.own_work.hours.step(-9)
    before = places()
    for _ in range(12):
        table.own_work.hours.step(1)
        assert places() == before


def test_keys_change_units_and_order(desk: Desk) -> None:
    desk.see(production())
    first = desk.sheet.table.lines[0].units
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Minus)
    settle()
    assert first.value() == 2
    QTest.keyClick(first, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [line.service for line in desk.submitted().make] == [CUSTOM, LAMP]
    assert desk.sheet.table.lines[1].units.hasFocus()


def test_a_line_dropped_above_another_stands_there(desk: Desk) -> None:
    desk.see(production())
    lines = desk.sheet.table.list
    assert lines.place_of(0, 1) == 0
    assert lines.place_of(lines.height(), 0) == 1
    lines.dropped.emit(1, 0)
    settle()
    assert [line.service for line in desk.submitted().make] == [CUSTOM, LAMP]


def test_steps_are_taken_back_and_done_again(desk: Desk) -> None:
    desk.see(production())
    desk.sheet.table.own_work.hours.step(1)
    desk.sheet.table.own_work.hours.step(1)
    desk.sheet.undo()
    assert desk.submitted().own_work == 1
    desk.sheet.redo()
    assert desk.submitted().own_work == 2
    desk.sheet.table.default.click()
    assert desk.submitted() == default_plan(in_plan(production()))
    desk.sheet.undo()
    assert desk.submitted().own_work == 2


def test_stock_can_be_built_and_the_line_removed(desk: Desk) -> None:
    desk.see(production())
    desk.sheet.table.line_added.emit(DraftLine("make", LAMP, 1))
    settle()
    assert desk.submitted().make[-1] == MakeLine(LAMP, 1)
    desk.sheet.table.lines[-1].remove.click()
    settle()
    assert desk.submitted() == default_plan(in_plan(production()))


def test_a_promise_can_be_shipped_from_stock_only(desk: Desk) -> None:
    desk.see(production())
    desk.sheet.table.line_added.emit(DraftLine("ship", 1, 1))
    settle()
    plan = desk.submitted()
    assert plan.make == (MakeLine(CUSTOM, 1),)
    assert plan.ship[0].units == 1


def test_a_draft_that_rests_is_kept_once(desk: Desk) -> None:
    desk.see(production())
    desk.sheet.table.own_work.hours.step(1)
    desk.sheet.keep()
    kept = [intent for intent in desk.asked if isinstance(intent, KeepDraft)]
    assert [intent.plan.own_work for intent in kept] == [1]
    assert desk.sheet.now().kept == ""
    desk.sheet.stored(kept[0])
    assert desk.sheet.now().kept == "已存"
    desk.sheet.keep()
    assert sum(isinstance(intent, KeepDraft) for intent in desk.asked) == 1
    desk.sheet.table.own_work.hours.step(1)
    assert desk.sheet.now().kept == ""
    desk.sheet.keep()
    desk.sheet.not_stored(desk.asked[-1])
    assert desk.sheet.now().kept == "未存"


def test_a_kept_draft_lies_ready_after_coming_back(desk: Desk) -> None:
    desk.see(production(draft=Plan(own_work=5)))
    assert desk.submitted().own_work == 5


def test_who_is_done_keeps_no_more_drafts(desk: Desk) -> None:
    desk.see(production(finished=(PRODUCTION,)))
    desk.sheet.table.own_work.hours.step(1)
    desk.sheet.keep()
    assert desk.asked == []


def test_a_ledger_row_leads_to_its_line(desk: Desk) -> None:
    desk.see(production())
    assert desk.sheet.open_row(2, False)
    assert desk.sheet.table.lines[1].units.hasFocus()
    assert not desk.sheet.open_row(3, False)


def test_orders_are_there_without_asking_and_need_no_hours(desk: Desk) -> None:
    desk.see(sales())
    orders = [line for line in desk.sheet.table.lines if line.no_tray.isVisible()]
    assert [line.units.value() for line in orders] == [3, 5, 2]
    orders[1].units.step(-5)
    assert [line.order for line in desk.submitted().orders] == [1, 2]


def test_the_third_way_warns_and_stays_with_the_plan(desk: Desk) -> None:
    desk.see(production(hours=4, own_hours=4))
    desk.sheet.aside()
    assert [intent.commitment for intent in desk.asked if isinstance(intent, Warn)] == [1]
    assert not any(isinstance(intent, SubmitPlan) for intent in desk.asked)


def test_whoever_will_feel_it_can_be_warned_from_the_dock(desk: Desk) -> None:
    desk.see(production(hours=4, own_hours=4))
    desk.click(desk.button("预警"))
    assert [intent.units for intent in desk.asked if isinstance(intent, Warn)] == [2]
