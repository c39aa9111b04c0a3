"""The open page of the table laptop: two taps make an entry, the talk ends, nothing of a seat is on it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import size, type_role
from sandgame.present.orders import to_choose
from sandgame.present.table_open import seat_ways
from sandgame.rules.ids import SeatId
from sandgame.rules.intents import ShareFact
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.buttons import Button
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.themed import current_look
from sandgame.ui.table_look import LookPage, SeatMenu
from sandgame.ui.table_orders import OwnOrdersPage
from sandgame.ui.table_own import OwnPage
from tests.kit.laptop import Laptop
from tests.kit.looks import settle

SALES, ENGINEERING, PRODUCTION = SeatId(1), SeatId(2), SeatId(3)


def promised(laptop: Laptop, seat: int) -> list[tuple[int, int, int, int]]:
    return [(p.provider, p.customer, p.units, p.due) for p in laptop.view(seat).threads.promises]


# two taps, one entry


def test_both_badges_tapped_make_a_request_and_its_acceptance(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.fill(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.tap_badge(SALES)
    assert promised(laptop, SALES) == []
    laptop.tap_badge(PRODUCTION)
    assert promised(laptop, SALES) == promised(laptop, PRODUCTION) == [(PRODUCTION, SALES, 3, 1)]
    assert laptop.view(SALES).threads.promises[0].clarity == 90
    rows = [row.text() for row in laptop.screen.open.rows.rows]
    assert rows == ["标准餐车 ×3"]
    assert laptop.form.note.text() == "记下了"


def test_a_second_tap_takes_the_first_back(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.fill(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.tap_badge(SALES)
    laptop.tap_badge(SALES)
    laptop.tap_badge(PRODUCTION)
    assert laptop.view(SALES).threads.sheets == ()
    laptop.tap_badge(SALES)
    assert len(laptop.view(SALES).threads.promises) == 1


def test_other_terms_take_every_tap_back(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.fill(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.tap_badge(SALES)
    laptop.set_number(laptop.form.units, 4)
    laptop.tap_badge(PRODUCTION)
    assert laptop.view(SALES).threads.sheets == ()


def test_only_what_one_has_for_the_other_is_offered(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.choose(laptop.form.giver, ENGINEERING)
    laptop.choose(laptop.form.taker, PRODUCTION)
    assert [button.text() for button in laptop.form.services.buttons] == ["产线帮忙", "图纸"]
    laptop.choose(laptop.form.taker, SALES)
    assert laptop.form.services.isHidden()
    assert laptop.form.fault.text() == "研发没有能给销售的"


def test_what_is_refused_leaves_no_request_behind_and_says_why(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    for units in (1, 2):
        laptop.fill(PRODUCTION, SALES, "标准餐车", units, 1)
        laptop.tap(laptop.form.give)
        laptop.set_number(laptop.form.give_units, 4)
        laptop.tap_badge(SALES)
        laptop.tap_badge(PRODUCTION)
    sheets = laptop.view(SALES).threads.sheets
    assert [sheet.lines[0].state for sheet in sheets] == ["agreed", "withdrawn"]
    assert len(laptop.view(SALES).threads.promises) == 1
    assert laptop.form.fault.isVisible()
    assert laptop.form.fault.text()
    assert [tile.picture().state for tile in laptop.form.taps] == ["free", "free"]  # type: ignore[union-attr]


def test_a_give_goes_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.fill(PRODUCTION, SALES, "标准餐车", 2, 1)
    laptop.tap(laptop.form.give)
    laptop.tap_badge(PRODUCTION)
    laptop.tap_badge(SALES)
    assert laptop.view(PRODUCTION).me.gained == 1
    assert laptop.view(SALES).me.lent == 2


def test_new_terms_want_both_badges_too(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.tap(laptop.screen.open.rows.rows[0])
    laptop.set_number(laptop.form.units, 2)
    laptop.set_number(laptop.form.due, 2)
    laptop.tap_badge(PRODUCTION)
    assert promised(laptop, SALES) == [(PRODUCTION, SALES, 3, 1)]
    laptop.tap_badge(SALES)
    assert [p.state for p in laptop.view(SALES).threads.promises] == ["replaced", "open"]
    assert [row.text() for row in laptop.screen.open.rows.rows] == ["标准餐车 ×2"]


def test_who_gives_warns_and_who_takes_releases(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.tap(laptop.screen.open.rows.rows[0])
    laptop.tap(laptop.form.acts.buttons[1])
    assert laptop.form.tile(SALES) is None
    laptop.tap_badge(PRODUCTION)
    assert laptop.view(SALES).threads.promises[0].warned == 1
    laptop.tap(laptop.screen.open.rows.rows[0])
    laptop.tap(laptop.form.acts.buttons[2])
    assert laptop.form.tile(PRODUCTION) is None
    laptop.tap_badge(SALES)
    assert laptop.view(SALES).threads.promises[0].state == "released"
    assert laptop.screen.open.rows.rows == []


def test_what_could_not_be_stored_can_be_tapped_again(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.session.broken = True
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    assert laptop.form.fault.text() == "没有存上，再点一次"
    laptop.session.broken = False
    laptop.tap_badge(PRODUCTION)
    laptop.tap_badge(SALES)
    assert len(laptop.view(SALES).threads.promises) == 1


def test_claims_go_out_at_once_and_say_whether_they_fit(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    pool = laptop.screen.open.pool
    for seat in (SALES, PRODUCTION):
        pool.claim_asked.emit(seat)
        settle()
    assert [laptop.view(seat).pool.my_claim for seat in (SALES, PRODUCTION)] == [1, 1]
    assert pool.fits.isVisible()
    laptop.set_number(pool.claims[0].hours, 2)
    assert laptop.view(SALES).pool.my_claim == 2
    assert not pool.fits.isVisible()
    assert pool.line.text() == "谈不拢少 1，余下轮流分"


# the end of the talk


def test_the_talk_ends_only_after_those_without_an_entry_were_named(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    laptop.press(Qt.Key.Key_F9)
    dialog = laptop.screen.findChild(Dialog)
    assert dialog is not None
    assert any("研发" in label.text() and "销售" not in label.text() for label in dialog.findChildren(QLabel))
    dialog.button("back").click()
    settle()
    assert laptop.phase == "negotiate"
    laptop.press(Qt.Key.Key_F9)
    laptop.screen.findChildren(Dialog)[-1].button("go").click()
    settle()
    assert laptop.phase == "plan"


def test_what_was_said_aloud_is_ticked_behind_the_curtain(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.tap(laptop.screen.open.told)
    laptop.choose(laptop.screen.open.who, SALES)
    assert laptop.screen.curtain.isVisible()
    laptop.open_curtain()
    own = laptop.turn.page
    assert isinstance(own, OwnPage)
    laptop.tap(own.lines[0].picks[0])
    own.primary()
    settle()
    shared = [intent for intent in laptop.session.asked if isinstance(intent, ShareFact)]
    assert [(intent.to, intent.fact.about, intent.told) for intent in shared] == [(0, "order", True)]
    assert laptop.screen.open.isVisible()
    assert laptop.screen.turn is None


def to_orders(laptop: Laptop) -> OwnOrdersPage:
    (button,) = laptop.screen.open.orders.buttons
    laptop.tap(button)
    laptop.open_curtain()
    page = laptop.turn.page
    assert isinstance(page, OwnOrdersPage)
    return page


def test_orders_have_a_button_and_a_page_of_their_own(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    waiting = len(to_choose(laptop.screen.table.scenes[SALES]))
    (button,) = laptop.screen.open.orders.buttons
    assert button.text() == f"销售：{waiting} 张订单待定"
    page = to_orders(laptop)
    assert laptop.turn.seat == SALES
    for _ in range(waiting):
        card = page.orders.panel.first_open()
        assert card is not None
        laptop.tap(card.options[0])
        assert card.state.text() == "还没定下"
        assert card.settle.visibleRegion().boundingRect().height() == card.settle.height()
        laptop.tap(card.settle)
    assert laptop.session.asked[-1].option == 0  # type: ignore[union-attr]
    page.primary()
    settle()
    assert laptop.screen.open.isVisible()
    assert [button.text() for button in laptop.screen.open.orders.buttons] == ["销售：看自己的订单"]
    laptop.press(Qt.Key.Key_F9)
    dialog = laptop.screen.findChild(Dialog)
    assert dialog is not None
    (missing,) = [label.text() for label in dialog.findChildren(QLabel) if "没有记" in label.text()]
    assert "销售" not in missing
    assert "研发" in missing


# a department's tile


def menu_of(laptop: Laptop, seat: SeatId) -> SeatMenu:
    laptop.screen.open.board.island_asked.emit(seat)
    settle()
    (menu,) = (each for each in laptop.screen.findChildren(SeatMenu) if each.isVisible())
    return menu


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_departments_tile_leads_to_its_own_page_and_to_an_agreement_from_it(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    menu = menu_of(laptop, PRODUCTION)
    menu.actions()[0].trigger()
    menu.close()
    settle()
    assert laptop.screen.curtain.title.text() == "把电脑交给生产"
    laptop.open_curtain()
    assert isinstance(laptop.turn.page, LookPage)
    laptop.press(Qt.Key.Key_F9)
    assert laptop.screen.open.isVisible()
    assert laptop.phase == "negotiate"
    menu = menu_of(laptop, PRODUCTION)
    menu.actions()[-1].trigger()
    menu.close()
    settle()
    assert laptop.screen.open.draft.giver == PRODUCTION


def test_a_bots_page_is_nobodys_to_see(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, (1, 2), at="negotiate")
    assert [way.kind for way in seat_ways(laptop.screen.table, PRODUCTION)] == ["record"]
    assert "orders" in [way.kind for way in seat_ways(laptop.screen.table, SALES)]


def test_the_open_page_holds_nothing_that_is_private(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    page = laptop.screen.open
    assert all(
        not island.hours and not island.hours_line and not island.line for island in page.board.picture().islands
    )
    assert page.board.picture().ribbons == ()
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    (ribbon,) = page.board.picture().ribbons
    assert (ribbon.provider, ribbon.customer) == (PRODUCTION, SALES)
    said = " ".join(label.text() for label in laptop.screen.findChildren(QLabel) if label.isVisible())
    assert "KPI" not in said
    assert "工时" not in said.replace("公共工时", "")


# how it looks


def test_every_row_tells_its_week_however_long_the_name(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    (row,) = laptop.screen.open.rows.rows
    picture = row.agreement()
    assert picture is not None
    assert row.shown_what() == "标准餐车 ×3"
    row.show_row(replace(picture, what="很长很长很长很长很长很长很长很长很长很长很长很长的服务 ×3"))
    assert "…" in row.shown_what()
    assert row.shown_what().endswith(" ×3")
    assert "很长的服务 ×3" in row.toolTip()


def test_the_badges_to_tap_stay_where_they_are_while_the_form_is_filled(qtbot: QtBot, qapp: QApplication) -> None:
    laptop = Laptop(qtbot, qapp, at="negotiate")

    def places() -> list[int]:
        settle()
        form = laptop.form
        return [w.mapTo(laptop.screen, w.rect().topLeft()).y() for w in (form.giver, form.units, form.taps[0])]

    before = places()
    laptop.choose(laptop.form.giver, PRODUCTION)
    assert places() == before
    laptop.choose(laptop.form.taker, SALES)
    assert places() == before
    for units in range(1, 9):
        laptop.agree(PRODUCTION, SALES, "标准餐车", units, 1)
        assert places() == before
    laptop.choose(laptop.form.giver, ENGINEERING)
    assert laptop.form.fault.isVisible()
    assert places() == before


@pytest.mark.parametrize("size", [(1366, 768), (1600, 900)])
def test_the_form_stays_where_it_is_when_the_next_pair_is_chosen_after_an_entry(
    qtbot: QtBot, qapp: QApplication, size: tuple[int, int]
) -> None:
    laptop = Laptop(qtbot, qapp, size=size, at="negotiate")
    laptop.agree(PRODUCTION, SALES, "标准餐车", 3, 1)
    before = laptop.form.geometry()
    laptop.choose(laptop.form.giver, ENGINEERING)
    laptop.choose(laptop.form.taker, PRODUCTION)
    assert laptop.form.geometry() == before
    laptop.tap_badge(ENGINEERING)
    assert laptop.form.geometry() == before


def controls(page: QWidget) -> list[QWidget]:
    return [w for w in page.findChildren(QWidget) if isinstance(w, QAbstractButton | Stepper) and w.isVisible()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_type_and_targets_of_the_open_page_are_for_a_metre(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    laptop = Laptop(
        qtbot, qapp, language=language, look=Look(language=language, text_percent=130, calm=True), at="negotiate"
    )
    for page in (laptop.screen.open,):
        service = {"zh": "标准餐车", "en": "Standard cart"}[language]
        laptop.agree(PRODUCTION, SALES, service, 3, 1)
        laptop.fill(PRODUCTION, SALES, service, 2, 2)
        laptop.tap(laptop.form.give)
        laptop.screen.open.pool.claim_asked.emit(SALES)
        settle()
        assert current_look().text_percent == 100
        least, reach = size("tableLaptopTextMin"), size("tableLaptopHitMin")
        for label in page.findChildren(Label):
            assert type_role(label._role).px >= least, label.text()
        for button in page.findChildren(Button):
            assert button._size == "table", button.text()
        for control in controls(page):
            assert control.width() >= reach, control
            assert control.height() >= reach, control


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_agreements_of_the_week_are_in_sight_at_once(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    laptop = Laptop(qtbot, qapp, language=language, at="negotiate")
    for due in (1, 2, 3, 1, 2, 3, 1, 2):
        laptop.agree(PRODUCTION, SALES, {"zh": "标准餐车", "en": "Standard cart"}[language], 1, due)
    shown = laptop.screen.open.rows
    assert len(shown.rows) == 8

    def in_sight() -> int:
        area = shown.area.viewport()
        boxes = [QRect(each.mapTo(area, QPoint(0, 0)), each.size()) for each in shown.rows]
        return sum(area.rect().contains(box) for box in boxes)

    assert in_sight() >= 6
    shown.chosen.emit(shown.rows[-1].agreement())
    settle()
    assert in_sight() >= 6, "also while one of them is changed"
