"""The end by hand: it leads home or to another game, and can be read by everybody."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.ledger_row import LedgerRowWidget
from sandgame.ui.over import OverPage
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.ui.stage import Stage

WIDE = 1010
"""The ledger is not shown beside the end."""


def test_the_end_leads_home_or_to_another_game(qtbot: QtBot, qapp: QApplication) -> None:
    page = OverPage()
    stage = Stage(qtbot, qapp, page, centre=WIDE)
    page.show(moment(4, "over", 1))
    settle()
    ways: list[str] = []
    page.home_asked.connect(lambda: ways.append("home"))
    page.again_asked.connect(lambda: ways.append("again"))
    stage.click(stage.button("再来一场"))
    stage.click(stage.button("回首页"))
    page.primary()
    assert ways == ["again", "home", "home"]


def test_the_end_changes_its_language(qtbot: QtBot, qapp: QApplication) -> None:
    stage = Stage(qtbot, qapp, OverPage(), centre=WIDE)
    for language, word in (("zh", "我的奖金"), ("en", "My bonus")):
        stage.page.show(moment(4, "over", 1, language))  # type: ignore[arg-type]
        settle()
        assert stage.found(Label, lambda label, word=word: label.text() == word)  # type: ignore[misc]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("centre", [758, WIDE])
def test_the_end_can_be_read(qtbot: QtBot, qapp: QApplication, centre: int, language: Language, scheme: Scheme) -> None:
    stage = Stage(qtbot, qapp, OverPage(), centre=centre, look=Look(scheme, language, calm=True))
    for seat in (1, 2, 3):
        stage.page.show(moment(4, "over", seat, language))
        settle()
        assert faults(stage.window) == []
    stage.page.show(moment(2, "over", 1, language, case="first-steps", length=2))
    settle()
    assert faults(stage.window) == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_my_own_page_and_the_history_can_be_read(
    qtbot: QtBot, qapp: QApplication, language: Language, scheme: Scheme
) -> None:
    page = OverPage()
    stage = Stage(qtbot, qapp, page, centre=WIDE, look=Look(scheme, language, calm=True))
    for case, length, seats in (("starter", 4, (1, 2, 3)), ("factory-class", 8, (1, 4, 6)), ("first-steps", 2, (2,))):
        for seat in seats:
            stage.page.show(moment(length, "over", seat, language, case=case, length=length))
            for way in range(3):
                page.ways.set_index(way)
                page.ways.index_changed.emit(way)
                settle()
                assert faults(stage.window) == [], (case, seat, way)


def test_the_page_that_was_chosen_stays_when_the_language_changes(qtbot: QtBot, qapp: QApplication) -> None:
    page = OverPage()
    stage = Stage(qtbot, qapp, page, centre=WIDE)
    page.show(moment(4, "over", 3))
    settle()
    stage.click(stage.button("全部约定"))
    assert stage.found(LedgerRowWidget)
    page.show(moment(4, "over", 3, "en"))
    settle()
    assert stage.found(LedgerRowWidget)
    stage.click(stage.button("My page"))
    assert stage.found(Label, lambda label: label.text() == "Whom I served")
    assert not stage.found(LedgerRowWidget)
