"""Brief by hand: cards are opened, the role card leads to the week, words change while it is shown."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.present.scene import Scene
from sandgame.rules.intents import AnswerRole, FinishPhase, MarkMap, ShowSignal
from sandgame.rules.room_events import MapMarked
from sandgame.rules.sections import RoleQuestion, View
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.brief import BriefPage
from sandgame.ui.brief_cards import ReadTile
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.check_box import CheckBox
from sandgame.ui.kit.labels import Label
from sandgame.ui.map_board import MapBoard
from sandgame.ui.received_panel import ReceivedSheet
from sandgame.ui.role import RolePanel
from sandgame.ui.role_questions import OptionButton
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.kit.views import ENGINEERING, PRODUCTION, SALES, production, scene
from tests.ui.stage import Stage


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Stage:
    return Stage(qtbot, qapp, BriefPage())


def tiles(stage: Stage) -> list[ReadTile]:
    return stage.found(ReadTile)


def test_opening_a_card_reads_it_and_ticks_the_list(stage: Stage) -> None:
    stage.page.show(moment(2, "brief", 1))
    settle()
    for number, tile in enumerate(tiles(stage), start=1):
        assert not tile.is_read()
        stage.click(tile)
        assert tile.is_read()
        assert f"{number}/{len(tiles(stage))}" in stage.page.now().checks[-1].text
    assert stage.page.now().question is None


def test_a_card_is_opened_by_keyboard_too(stage: Stage) -> None:
    stage.page.show(moment(2, "brief", 1))
    settle()
    for tile, key in zip(tiles(stage), (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter), strict=True):
        stage.press(tile, key)
        assert tile.is_read()


def test_the_role_card_comes_first_and_its_button_leads_to_the_week(stage: Stage) -> None:
    stage.page.show(moment(1, "brief", 3))
    settle()
    assert stage.found(RolePanel)
    stage.click(stage.button("看这一周"))
    assert not stage.found(RolePanel)
    assert stage.page.now().checks[0].done
    assert stage.asked == []
    stage.page.primary()
    assert stage.asked == [FinishPhase(round=1, phase="brief")]


def test_a_click_on_the_role_card_or_on_its_item_ticks_it(stage: Stage) -> None:
    stage.page.show(moment(1, "brief", 1))
    settle()
    panel = stage.found(RolePanel)[0]
    stage.click(stage.found(Label, panel.isAncestorOf)[0])
    assert stage.page.now().checks[0].done


def test_the_item_of_the_role_card_ticks_it_while_it_is_shown(stage: Stage) -> None:
    stage.page.show(moment(1, "brief", 1))
    settle()
    stage.page.go(stage.page.now().checks[0].id)
    assert stage.page.now().checks[0].done


def test_the_primary_of_the_role_card_leads_to_the_week_first(stage: Stage) -> None:
    stage.page.show(moment(1, "brief", 3))
    stage.page.primary()
    assert stage.asked == []
    assert stage.page.now().primary == "我看完了"


def test_a_check_leads_to_its_place(stage: Stage) -> None:
    stage.page.show(moment(1, "brief", 3))
    role, cards = (check.id for check in stage.page.now().checks)
    stage.page.go(cards)
    settle()
    assert not stage.found(RolePanel)
    stage.page.go(role)
    settle()
    assert stage.found(RolePanel)


def test_what_was_read_stays_read_when_the_language_changes(stage: Stage) -> None:
    stage.page.show(moment(2, "brief", 1))
    settle()
    stage.click(tiles(stage)[0])
    stage.page.show(moment(2, "brief", 1, "en"))
    settle()
    assert [tile.is_read() for tile in tiles(stage)] == [True, False, False]
    assert "1/3" in stage.page.now().checks[-1].text


def test_a_new_week_is_to_be_read_anew(stage: Stage) -> None:
    stage.page.show(moment(2, "brief", 1))
    settle()
    stage.click(tiles(stage)[0])
    stage.page.show(moment(3, "brief", 1))
    settle()
    assert not any(tile.is_read() for tile in tiles(stage))


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seat", [1, 2, 3])
@pytest.mark.parametrize("week", [1, 2, 3])
def test_brief_can_be_read(
    qtbot: QtBot, qapp: QApplication, week: int, seat: int, language: Language, scheme: Scheme
) -> None:
    stage = Stage(qtbot, qapp, BriefPage(), look=Look(scheme, language, calm=True))
    stage.page.show(moment(week, "brief", seat, language))
    settle()
    assert faults(stage.window) == []
    stage.page.go(2)
    settle()
    assert faults(stage.window) == []


# the map task


def map_view(done: MapMarked | None = None) -> View:
    view = production(round=1, phase="brief")
    beside = replace(view.beside, map_task=done is None, map=done)
    return replace(view, room=replace(view.room, extras=("map_task",)), beside=beside)


def map_scene(done: MapMarked | None = None, language: Language = "zh") -> Scene:
    return scene(map_view(done), language)


MARKED = MapMarked(seat=PRODUCTION, serves=(SALES,), served_by=(ENGINEERING,), found=2, missed=0, wrong=0)


def box(stage: Stage, name: str) -> CheckBox:
    return stage.found(CheckBox, lambda each: each.accessibleName() == name)[0]


def test_the_map_task_is_the_first_page_and_done_by_keyboard_alone(stage: Stage) -> None:
    stage.page.show(map_scene())
    settle()
    assert not stage.found(RolePanel)
    assert not stage.page.now().enabled
    stage.press(box(stage, "研发，供应我"), Qt.Key.Key_Space)
    stage.press(box(stage, "销售，等我"), Qt.Key.Key_Return)
    assert stage.page.now().enabled
    stage.page.primary()
    assert stage.asked == [MarkMap(round=1, phase="brief", serves=(SALES,), served_by=(ENGINEERING,))]


def test_a_tile_dragged_to_a_shore_ticks_its_box_and_back_to_the_tray_clears_it(stage: Stage) -> None:
    stage.page.show(map_scene())
    settle()
    sand = stage.found(MapBoard)[0]
    drag(sand, sand.places().tiles[SALES, None].center().toPoint(), sand.places().shores["waits"].center().toPoint())
    assert box(stage, "销售，等我").isChecked()
    assert (SALES, "waits") in sand.places().tiles
    drag(sand, sand.places().tiles[SALES, "waits"].center().toPoint(), sand.places().tray.center().toPoint())
    assert not box(stage, "销售，等我").isChecked()


def test_a_tile_is_picked_and_placed_by_clicks_too(stage: Stage) -> None:
    stage.page.show(map_scene())
    settle()
    sand = stage.found(MapBoard)[0]
    for point in (sand.places().tiles[SALES, None], sand.places().drops["supplies"]):
        QTest.mouseClick(sand, Qt.MouseButton.LeftButton, pos=point.center().toPoint())
    assert box(stage, "销售，供应我").isChecked()


def drag(sand: MapBoard, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(sand, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(sand, (start + end) / 2)
    QTest.mouseMove(sand, end)
    QTest.mouseRelease(sand, Qt.MouseButton.LeftButton, pos=end)
    settle()


def test_after_the_reveal_the_boxes_are_signs_and_the_role_card_follows(stage: Stage) -> None:
    stage.page.show(map_scene())
    stage.page.show(map_scene(MARKED))
    settle()
    assert not any(each.isEnabled() for each in stage.found(CheckBox) if each.accessibleName())
    assert stage.page.now().checks[0].done
    stage.page.primary()
    settle()
    assert stage.found(RolePanel)


def test_what_was_marked_outlives_the_language_and_the_program(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    stage.page.show(map_scene())
    settle()
    stage.click(box(stage, "销售，等我"))
    stage.page.show(map_scene(language="en"))
    settle()
    assert box(stage, "Sales, Waits for me").isChecked()
    kept = stage.page.draft()
    assert kept is not None
    other = Stage(qtbot, qapp, BriefPage())
    other.page.show(map_scene())
    other.page.restore(kept)
    settle()
    assert box(other, "销售，等我").isChecked()


# role questions


def question_scene(language: Language = "zh") -> Scene:
    view = production(phase="brief")
    asked = RoleQuestion(ENGINEERING, None, ("own_work", "setups", "utilisation", "bad_units"))
    return scene(replace(view, beside=replace(view.beside, question=asked)), language)


def option(stage: Stage, text: str) -> OptionButton:
    return stage.found(OptionButton, lambda each: each.text() == text)[0]


def test_two_options_chosen_by_keyboard_make_an_answer(stage: Stage) -> None:
    stage.page.show(question_scene())
    settle()
    assert stage.page.now().primary == "看这一周"
    stage.press(option(stage, "少换线"), Qt.Key.Key_Space)
    stage.press(option(stage, "工时"), Qt.Key.Key_Return)
    assert stage.page.now().primary == "看答案"
    stage.page.primary()
    assert stage.asked == [AnswerRole(round=2, phase="brief", about=ENGINEERING, metric="setups", limit="hours")]


def test_whoever_does_not_know_goes_on_and_nothing_is_sent(stage: Stage) -> None:
    stage.page.show(question_scene())
    settle()
    stage.click(option(stage, "少换线"))
    stage.click(option(stage, "说不准"))
    assert stage.page.now().checks[0].done
    stage.page.primary()
    assert stage.asked == []
    assert not stage.found(OptionButton)


def test_questions_left_out_are_asked_about_once(stage: Stage) -> None:
    stage.page.show(question_scene())
    stage.page.primary()
    question = stage.page.now().question
    assert question is not None
    assert any("答题 0/2" in line for line in question.lines)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_map_and_questions_can_be_read(qtbot: QtBot, qapp: QApplication, language: Language, scheme: Scheme) -> None:
    for shown in (map_scene(language=language), map_scene(MARKED, language), question_scene(language)):
        for centre in (758, 600):
            stage = Stage(qtbot, qapp, BriefPage(), centre=centre, look=Look(scheme, language, calm=True))
            stage.page.show(shown)
            stage.page.go(3 if shown.view.room.extras else 4)
            settle()
            assert faults(stage.window) == []


# signs


def test_a_sign_is_shown_from_the_board_of_the_week(stage: Stage) -> None:
    stage.page.show(moment(2, "brief", 1))
    settle()
    board = stage.found(BoardWidget)[0]
    stage.click(stage.button("卡住"))
    assert stage.asked == [ShowSignal(round=2, phase="brief", sign="stuck")]
    assert board.isVisible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_role_card_of_the_largest_case_fits_without_scrolling(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    for seat in range(1, 7):
        stage = Stage(qtbot, qapp, BriefPage(), look=Look(language=language, calm=True))
        stage.page.show(moment(1, "brief", seat, language, case="factory", length=8))
        settle()
        panel = stage.found(RolePanel)[0]
        assert panel.height() <= stage.page.centre.height(), seat


def test_the_ratings_of_last_week_lead_to_every_mark_by_keyboard_too(stage: Stage) -> None:
    shown = next(
        each
        for seat in range(1, 7)
        for each in [moment(3, "brief", seat, case="factory", length=8)]
        if any(given.round == 2 for given in each.view.review.received)
    )
    stage.page.show(shown)
    settle()
    more = next(button for button in stage.found(SecondaryButton) if button.text() == "逐项看")
    more.setFocus()
    stage.press(more, Qt.Key.Key_Space)
    sheet = next(each for each in stage.window.findChildren(ReceivedSheet) if each.isVisible())
    names = {shown.name(given.rating.customer) for given in shown.view.review.received}
    assert names <= {label.text() for label in sheet.findChildren(Label)}
    assert faults(sheet) == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    settle()
    assert more.hasFocus()
