"""The table laptop: seats pass behind the curtain, their time runs, and nothing of a seat is seen between."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.board import BoardPlan
from sandgame.paint.chip import pills_of
from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.pictures import ChipPicture
from sandgame.present.plan_draft import Split
from sandgame.present.plan_trays import notes
from sandgame.present.table_week import week_page
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import SubmitPlan
from sandgame.rules.preview import MadePreview
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.plan import PlanPage
from sandgame.ui.table_orders import OwnOrdersPage
from sandgame.ui.table_seat import SeatTurn
from tests.kit.laptop import Laptop
from tests.kit.looks import faults, picture, settle

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)


# the pages of a week


def test_each_order_that_was_served_has_a_line_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    laptop.to("deliver")
    week = laptop.screen.week
    week.show_week(
        replace(week_page(laptop.screen.table), orders=("甲：餐车 ×1，+120", "乙：餐车 ×2，+66")), "", (), ""
    )
    settle()
    first, second = week.orders
    assert (first.text(), second.text()) == ("甲：餐车 ×1，+120", "乙：餐车 ×2，+66")
    assert second.y() >= first.y() + first.height()


def test_the_picture_of_a_week_tells_amounts_where_chips_have_no_room(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, (1, 2, 3, 4, 5, 6), "factory", at="negotiate", size=(1366, 749))
    engineering, procurement, production, quality, logistics = (SeatId(seat) for seat in range(2, 7))
    for agreed in (
        (engineering, production, "工艺支援", 1, 1),
        (procurement, production, "钢板", 4, 2),
        (SALES, engineering, "规格书", 2, 1),
        (production, logistics, "标准冰箱", 5, 1),
        (quality, logistics, "放行单", 5, 1),
        (engineering, production, "图纸", 2, 2),
    ):
        laptop.agree(*agreed)
    laptop.to("deliver")
    board = laptop.screen.week.board
    plan = board.plan()
    bare = [pill.text for ribbon in plan.placed.alone for pill in pills_of(on_ribbon(plan, ribbon))]
    assert all("/" in text.split(" +")[0] for text in bare)
    told = len(plan.placed.chips) + sum(plan.placed.hidden.values())
    assert told == len(board.picture().chips)
    # nothing of the list has to be scrolled
    lines = laptop.screen.week.lines
    assert sum(line.visibleRegion().boundingRect().height() == line.height() for line in lines) == len(lines)


def on_ribbon(plan: BoardPlan, ribbon: int) -> list[ChipPicture]:
    return [chip for chip in plan.picture.chips if chip.ribbon == ribbon]


def test_no_promise_in_a_seats_ledger_is_cut_while_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, (1, 2, 3, 4, 5, 6), "factory", language="en", at="negotiate", size=(1366, 749))
    engineering, procurement, production, logistics = SeatId(2), SeatId(3), SeatId(4), SeatId(6)
    for agreed in (
        (engineering, production, "Process aid", 1, 1),
        (procurement, production, "Steel panels", 4, 2),
        (production, logistics, "Standard fridges", 5, 1),
        (engineering, production, "Drawing", 2, 2),
        (procurement, production, "Control kits", 3, 2),
    ):
        laptop.agree(*agreed)
    laptop.to("plan")
    while True:
        laptop.open_curtain()
        if laptop.turn.seat == production:
            break
        laptop.finish_turn()
    settle()
    ledger = laptop.turn.shell.ledger
    rows = [*ledger.promised.rows, *ledger.owed.rows]
    assert len(rows) == 5
    assert all(row.visibleRegion().boundingRect().height() == row.height() for row in rows)


def test_a_plan_names_all_whose_promises_it_waits_for(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, (1, 2, 3, 4, 5, 6), "factory", at="negotiate")
    production, quality, logistics = SeatId(4), SeatId(5), SeatId(6)
    laptop.agree(production, logistics, "标准冰箱", 5, 1)
    laptop.agree(quality, logistics, "放行单", 5, 1)
    laptop.agree(logistics, SALES, "待发标准冰箱", 5, 2)
    scene = laptop.screen.table.scenes[logistics]
    packed = next(s for s in scene.view.board.services if s.provider == logistics and s.inputs)
    made = MadePreview(packed.service, planned=5, units=5, hours=5, setup=0, awaited=5, stop="none")
    assert "要等生产、质量" in notes(scene, packed, made, Split(5, 0), 0, has_time=False)[0].text


# the curtain


def test_the_curtain_warns_before_it_falls_and_says_why_it_fell(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    laptop.open_curtain()
    turn = laptop.turn
    assert not turn.warning.isVisible()
    turn.warn()
    assert "10 秒" in turn.warning.text()
    assert turn.warning.isVisible()
    QTest.keyClick(turn, Qt.Key.Key_Shift)
    assert not turn.warning.isVisible()
    turn.idled.emit()
    settle()
    assert laptop.screen.curtain.why.text() == "60 秒没有人碰，幕布放下了，什么都没丢"
    laptop.open_curtain()
    laptop.turn.lowered.emit()
    settle()
    assert not laptop.screen.curtain.why.isVisible()


def test_a_seats_brief_has_role_and_cards_on_one_page_that_asks_for_no_clicks(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    laptop.open_curtain()
    turn = laptop.turn
    assert turn.page.now().checks == ()
    said = " ".join(label.text() for label in turn.page.centre.findChildren(QLabel) if label.isVisible())
    assert "你是销售" in said
    turn.page.primary()
    settle()
    assert laptop.screen.curtain.title.text() == "把电脑交给研发"


def test_to_lower_the_curtain_in_brief_passes_the_laptop_on(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    laptop.open_curtain()
    laptop.tap(laptop.turn.put_away)
    curtain = laptop.screen.curtain
    assert curtain.title.text() == "把电脑交给研发"
    assert [place.state for place in curtain.queue.places()] == ["done", "now", "later"]
    assert not curtain.why.isVisible()


def test_a_curtain_lowered_before_the_plan_was_submitted_says_that_it_still_waits(
    qtbot: QtBot, qapp: QApplication
) -> None:
    laptop = Laptop(qtbot, qapp, at="plan")
    laptop.open_curtain()
    laptop.tap(laptop.turn.put_away)
    assert laptop.screen.curtain.title.text() == "把电脑交给销售"
    assert laptop.screen.curtain.why.text() == "销售还没提交计划，摆好的都留着"


def test_in_week_one_a_seat_has_half_as_long_again(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, seconds=60)
    laptop.open_curtain()
    assert laptop.turn.left == 90


def test_what_a_seat_has_left_of_its_time_outlives_the_program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = Laptop(qtbot, qapp, seconds=60, drafts=tmp_path)
    first.open_curtain()
    for _ in range(7):
        first.turn.second()
    first.screen.stop()
    again = Laptop(qtbot, qapp, session=first.session, drafts=tmp_path)
    again.open_curtain()
    assert again.turn.left == 83


def test_an_empty_pin_is_asked_for(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, pins={SALES: "2468"})
    assert laptop.screen.curtain.pin_title.text() == "密码"
    laptop.open_curtain("")
    assert laptop.screen.turn is None
    assert laptop.screen.curtain.fault.text() == "请输入密码"


def test_seats_pass_in_seat_order_and_the_queue_tells_who_was(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    seen = []
    while laptop.phase == "brief":
        places = laptop.screen.curtain.queue.places()
        seen.append([place.state for place in places])
        laptop.open_curtain()
        laptop.finish_turn()
    assert seen == [["now", "later", "later"], ["done", "now", "later"], ["done", "done", "now"]]


def test_the_next_seat_needs_no_more_than_enter(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    for seat in (SALES, ENGINEERING, PRODUCTION):
        QTest.keyClick(QApplication.focusWidget() or laptop.screen, Qt.Key.Key_Return)
        settle()
        assert laptop.turn.seat == seat
        laptop.finish_turn()
    assert laptop.phase == "negotiate"


def test_a_seat_with_a_pin_opens_to_nothing_else(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    laptop = Laptop(qtbot, qapp, pins={SALES: "2468"}, drafts=tmp_path)
    laptop.open_curtain("1111")
    assert laptop.screen.turn is None
    assert laptop.screen.curtain.fault.isVisible()
    laptop.open_curtain("2468")
    assert laptop.turn.seat == SALES
    (kept,) = tmp_path.iterdir()
    assert "2468" not in kept.read_text()
    assert set(json.loads(kept.read_text())["pins"]["1"]) == {"salt", "hash"}


def test_a_pin_still_locks_after_the_program_was_closed(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    first = Laptop(qtbot, qapp, pins={SALES: "2468"}, drafts=tmp_path)
    first.screen.stop()
    again = Laptop(qtbot, qapp, session=first.session, drafts=tmp_path)
    again.open_curtain("1357")
    assert again.screen.turn is None
    again.open_curtain("2468")
    assert again.turn.seat == SALES


def test_a_pin_that_can_no_longer_be_read_locks_nobody_out_and_is_still_asked_for(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = Laptop(qtbot, qapp, pins={SALES: "2468"}, drafts=tmp_path)
    first.screen.stop()
    (kept,) = tmp_path.iterdir()
    kept.write_text(json.dumps({**json.loads(kept.read_text()), "pins": {"1": {"salt": "?"}}}))
    again = Laptop(qtbot, qapp, session=first.session, drafts=tmp_path)
    again.open_curtain("")
    assert again.screen.turn is None
    assert again.screen.curtain.fault.isVisible()
    again.open_curtain("1357")
    assert again.turn.seat == SALES


def shot(widget: QWidget) -> QImage:
    settle()
    return widget.grab().toImage()


def test_nothing_of_a_seat_is_left_on_the_curtain(qtbot: QtBot, qapp: QApplication) -> None:
    """Two games with other orders and other plans: between two seats their windows are the same to the pixel."""
    pictures = []
    for seed, hours in ((0, 0), (3, 5)):
        laptop = Laptop(qtbot, qapp, seed=seed, at="plan")
        laptop.open_curtain()
        page = laptop.turn.page
        assert isinstance(page, PlanPage)
        page.table.own_work_changed.emit(hours)
        settle()
        laptop.turn.page.primary()
        at_once = laptop.screen.grab().toImage()
        settle()
        pictures.append((at_once, shot(laptop.screen)))
        assert not laptop.screen.findChildren(SeatTurn)
        laptop.screen.hide()
    assert pictures[0] == pictures[1]


def test_the_curtain_falls_before_the_host_has_answered(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="plan")
    laptop.open_curtain()
    turn = laptop.turn
    turn.page.primary()
    assert laptop.screen.stack.currentWidget() is laptop.screen.curtain
    assert not turn.isVisible()


def test_an_untouched_page_goes_behind_the_curtain_and_keeps_its_draft(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="plan")
    laptop.open_curtain()
    turn = laptop.turn
    assert isinstance(turn.page, PlanPage)
    turn.page.table.own_work_changed.emit(4)
    assert turn._watch.runs
    turn.lowered.emit()
    settle()
    assert laptop.screen.curtain.isVisible()
    assert laptop.screen.curtain.title.text() == "把电脑交给销售"
    laptop.open_curtain()
    laptop.turn.page.primary()
    (submitted,) = [intent for intent in laptop.session.asked if isinstance(intent, SubmitPlan)]
    assert submitted.plan.own_work == 4


def test_when_a_seats_time_is_up_what_stands_is_entered(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, seconds=3, at="plan")
    laptop.open_curtain()
    turn = laptop.turn
    assert isinstance(turn.page, PlanPage)
    turn.page.table.own_work_changed.emit(4)
    assert turn.clock.text() == "00:04"
    for _ in range(4):
        turn.second()
    settle()
    (submitted,) = [intent for intent in laptop.session.asked if isinstance(intent, SubmitPlan)]
    assert submitted.plan.own_work == 4
    assert laptop.screen.curtain.title.text() == "把电脑交给研发"
    assert laptop.screen.curtain.why.text() == "销售的时间到了，页上的内容都算数"


def test_time_stands_while_the_curtain_hangs(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, seconds=30, at="plan")
    laptop.open_curtain()
    laptop.turn.second()
    laptop.turn.lowered.emit()
    settle()
    laptop.open_curtain()
    assert laptop.turn.left == 44


def test_without_a_clock_nothing_ticks(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, seconds=0)
    laptop.open_curtain()
    assert laptop.turn.left is None
    assert not laptop.turn.clock.isVisible()


def test_without_a_clock_the_bar_speaks_of_none_and_the_curtain_gives_time_to_read(
    qtbot: QtBot, qapp: QApplication
) -> None:
    clocked = Laptop(qtbot, qapp)
    assert clocked.screen.bar.clock_text == "计时已停"
    laptop = Laptop(qtbot, qapp, seconds=0)
    assert laptop.screen.bar.clock_text == ""
    laptop.open_curtain()
    turn = laptop.turn
    turn.warn()
    assert "20 秒" in turn.warning.text()
    turn.idled.emit()
    settle()
    assert laptop.screen.curtain.why.text() == "180 秒没有人碰，幕布放下了，什么都没丢"
    assert laptop.screen.bar.clock_text == ""


def test_a_whole_game_passes_through_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp)
    laptop.to("over")
    assert len(laptop.view(SALES).table.results) == 3
    laptop.choose(laptop.screen.week.who, ENGINEERING)
    laptop.open_curtain()
    assert laptop.turn.seat == ENGINEERING
    laptop.tap(laptop.turn.put_away)
    assert laptop.screen.week.isVisible()


def test_a_session_goes_on_in_the_middle_of_a_phase(qtbot: QtBot, qapp: QApplication) -> None:
    first = Laptop(qtbot, qapp, at="plan")
    first.open_curtain()
    first.finish_turn()
    first.screen.stop()
    again = Laptop(qtbot, qapp, session=first.session)
    assert again.phase == "plan"
    assert again.screen.curtain.title.text() == "把电脑交给研发"


# how it looks


SIZES = ((1366, 768), (1092, 614), (960, 540), (1920, 1080))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_page_of_the_table_is_fit_to_be_shown(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, scheme: Scheme, width: int, height: int
) -> None:
    if scheme == "dark" and (width, height) != SIZES[0]:
        pytest.skip("sizes are tried once")
    look = Look(scheme, language, calm=True)
    laptop = Laptop(qtbot, qapp, look=look, language=language, size=(width, height), pins={SALES: "1234"})

    def fit(name: str) -> None:
        settle()
        assert faults(laptop.screen) == [], name
        assert (laptop.screen.width(), laptop.screen.height()) == (width, height), name
        picture(laptop.screen, tmp_path, f"table-{name}-{language}-{scheme}-{width}")

    fit("curtain")
    laptop.open_curtain("1234")
    fit("turn")
    laptop.finish_turn()
    laptop.through()
    fit("open-empty")
    cart = {"zh": "标准餐车", "en": "Standard cart"}[language]
    laptop.agree(PRODUCTION, SALES, cart, 3, 1)
    laptop.form.giver_chosen.emit(ENGINEERING)
    fit("open-nothing-to-give")
    laptop.form.taker_chosen.emit(PRODUCTION)
    laptop.screen.open.pool.claim_asked.emit(SALES)
    fit("open")
    laptop.screen.open.rows.chosen.emit(laptop.screen.open.rows.rows[0].agreement())
    fit("row")
    laptop.tap(laptop.screen.open.told)
    fit("who")
    laptop.choose(laptop.screen.open.who, ENGINEERING)
    laptop.open_curtain()
    fit("own")
    laptop.tap(laptop.turn.shell.now.primary)
    laptop.tap(laptop.screen.open.orders.buttons[0])
    laptop.open_curtain("1234")
    own = laptop.turn.page
    assert isinstance(own, OwnOrdersPage)
    laptop.tap(own.orders.panel.cards[0].options[0])
    laptop.turn.warn()
    fit("orders")
    laptop.turn.idled.emit()
    fit("open-after")
    laptop.screen.open.finish()
    settle()
    laptop.open_curtain("1234")
    fit("plan")
    laptop.turn.idled.emit()
    fit("curtain-why")
    laptop.open_curtain("1234")
    laptop.finish_turn()
    laptop.through()
    fit("deliver")
