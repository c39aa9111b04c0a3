"""Brief by hand: cards are opened, the role card leads to the week, words change while it is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.rules.intents import FinishPhase
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.brief import BriefPage
from sandgame.ui.brief_cards import ReadTile
from sandgame.ui.kit.labels import Label
from sandgame.ui.role import RolePanel
from tests.kit.looks import faults, settle
from tests.kit.played import moment
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
