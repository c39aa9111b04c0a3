"""The set-up of a class as its facilitator uses it: by mouse, by key, in every size and language."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.paint.tokens import Scheme
from sandgame.present.class_setup import ClassChoice, Trouble
from sandgame.text.speech import Language, Speech
from sandgame.ui.class_setup import ClassSetupScreen
from sandgame.ui.kit.theme import apply_look
from tests.kit.looks import faults, picture, settle, shown
from tests.kit.shelf import SHELF, shipped


def setup_screen(qtbot: QtBot, qapp: QApplication, look: Look | None = None) -> ClassSetupScreen:
    look = look or Look(calm=True)
    apply_look(qapp, look)
    screen = ClassSetupScreen(lambda _case: (0, 1))
    screen.show_cases([shipped(case).card() for case in SHELF], (), Speech(look.language))
    qtbot.addWidget(screen)
    shown(screen)
    screen.focus_first()
    return screen


def chosen(screen: ClassSetupScreen) -> ClassChoice:
    assert screen.choice is not None
    return screen.choice


def test_a_case_made_for_classes_is_chosen_at_first(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    assert chosen(screen).case.case == "factory-class"
    assert chosen(screen).seed == 2


def test_all_of_it_by_keyboard(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Right)
    assert chosen(screen).case.case == "factory"
    for _ in range(3):
        QTest.keyClick(screen.panel.tables, Qt.Key.Key_Plus)
    assert chosen(screen).tables == 7
    founded: list[ClassChoice] = []
    screen.found_asked.connect(founded.append)
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert [each.setup().tables for each in founded] == [7]
    QTest.keyClick(screen, Qt.Key.Key_F9)
    assert len(founded) == 1


def test_one_laptop_a_table_talks_aloud(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    screen.panel.questions["laptops"].chosen.emit("table")
    assert chosen(screen).setup().talk == "open"
    assert screen.panel.questions["talk"].switch.index() == 1


def test_the_minutes_follow_every_change(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    before = screen.panel._foot.text()
    screen.panel.extras["map_task"].click()
    after = screen.panel._foot.text()
    assert before != after
    screen.panel.questions["length"].chosen.emit("8")
    assert screen.panel._foot.text() != after


def test_the_time_plan_is_changed_phase_by_phase_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    screen.open_time()
    settle()
    sheet = screen.time_sheet
    assert sheet is not None
    before = chosen(screen).time.play
    QTest.keyClick(sheet.steppers[1], Qt.Key.Key_Plus)
    assert chosen(screen).time.play > before
    assert not sheet.reset.isHidden()
    sheet.reset.click()
    assert chosen(screen).time.play == before
    sheet.timed.click()
    assert chosen(screen).setup().seconds.negotiate == 0
    sheet.ready.click()
    settle()
    assert screen.time_sheet is None


def test_what_went_wrong_stands_over_the_button_and_all_choices_stay(qtbot: QtBot, qapp: QApplication) -> None:
    screen = setup_screen(qtbot, qapp)
    screen.panel.tables.set_value(3)
    screen.panel.tables_changed.emit(3)
    screen.found()
    assert not screen.panel.start.isEnabled()
    screen.fail(Trouble("full", "make room", "place: x"))
    settle()
    assert screen.panel.start.isEnabled()
    assert screen.panel.trouble.text() == "full"
    assert screen.panel.trouble_do.text() == "make room place: x"
    assert chosen(screen).tables == 3
    assert faults(screen) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1092, 614), (960, 540)])
def test_nothing_is_cut(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, scheme: Scheme, width: int, height: int
) -> None:
    screen = setup_screen(qtbot, qapp, Look(scheme, language, 100, calm=True))
    screen.resize(width, height)
    settle()
    assert faults(screen) == []
    picture(screen, tmp_path, f"class-setup-{language}-{scheme}-{width}")
    screen.open_time()
    settle()
    assert screen.time_sheet is not None
    assert faults(screen.time_sheet) == []
    picture(screen.time_sheet, tmp_path, f"class-time-{language}-{scheme}-{width}")
    screen.time_sheet.reject()
    settle()
