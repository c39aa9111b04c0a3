"""The window as a person uses it: from the first page to a seat and back, in both languages, through trouble."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import CaseCard, SessionCard, SoloSetup
from sandgame.ui.gallery import CaseCardTile
from sandgame.ui.help import HelpSheet
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.themed import current_look
from sandgame.ui.preferences import Preferences
from sandgame.ui.screens import Screens
from sandgame.ui.tiles import PastTile
from sandgame.ui.window import MainWindow
from tests.kit.looks import settle
from tests.kit.play import FakePlay, FakeSession
from tests.kit.shelf import shipped
from tests.kit.windows import open_window, shipped_play


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Screens:
    return open_window(qtbot, qapp, tmp_path)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifier)
    settle()


def sit_down(qtbot: QtBot, window: Screens, case: str = "first-steps") -> None:
    window.show_seats(case)
    assert window.seats is not None
    window.seats.start()
    qtbot.waitUntil(lambda: window.shell is not None and window.currentWidget() is window.shell)


def has_sessions(window: Screens, count: int) -> bool:
    return len(window.engine.sessions) == count


def leave(qtbot: QtBot, window: Screens) -> None:
    after = len(window.engine.sessions) + 1
    window.leave()
    qtbot.waitUntil(partial(has_sessions, window, after))


def test_from_the_first_page_to_week_one_by_keyboard_alone(qtbot: QtBot, window: Screens) -> None:
    first = window.focusWidget()
    assert first is not None
    press(first, Qt.Key.Key_Return)
    assert window.currentWidget() is window.gallery
    tile = window.focusWidget()
    assert isinstance(tile, CaseCardTile)
    assert tile.case.case == "first-steps"
    press(tile, Qt.Key.Key_Return)
    assert window.currentWidget() is window.seats
    board = window.focusWidget()
    assert board is not None
    press(board, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: window.shell is not None and window.currentWidget() is window.shell)
    assert window.shell is not None
    assert window.shell.scene is not None
    assert window.shell.scene.view.table.phase == "brief"


def test_escape_leads_back_step_by_step(window: Screens) -> None:
    window.show_gallery()
    window.show_seats("starter")
    press(window, Qt.Key.Key_Escape)
    assert window.currentWidget() is window.gallery
    press(window, Qt.Key.Key_Escape)
    assert window.currentWidget() is window.home
    press(window, Qt.Key.Key_Escape)
    assert window.currentWidget() is window.home


def test_a_session_that_was_left_is_gone_on_with_at_one_click(qtbot: QtBot, window: Screens) -> None:
    sit_down(qtbot, window, "starter")
    leave(qtbot, window)
    assert window.currentWidget() is window.home
    go_on = window.focusWidget()
    assert go_on is not None
    press(go_on, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell is not None and window.currentWidget() is window.shell)
    assert "餐车" in window.window().windowTitle()


def test_a_session_is_deleted_after_one_question_and_kept_if_in_doubt(qtbot: QtBot, window: Screens) -> None:
    for _ in range(2):
        sit_down(qtbot, window)
        leave(qtbot, window)
    (tile,) = window.home.findChildren(PastTile)
    for answer, left in (("keep", 2), ("delete", 1)):
        tile.delete_asked.emit()
        (dialog,) = [each for each in window.window().findChildren(Dialog) if each.isVisible()]
        assert dialog.chosen == "keep"
        dialog.button(answer).click()
        qtbot.waitUntil(partial(has_sessions, window, left))
        settle()


def test_frames_that_come_late_do_not_open_a_left_session_again(qtbot: QtBot, window: Screens) -> None:
    sit_down(qtbot, window)
    assert window.shell is not None
    window.shell.page.primary()  # type: ignore[union-attr]
    leave(qtbot, window)
    settle()
    assert window.shell is None
    assert window.currentWidget() is window.home


def test_the_language_changes_everywhere_while_running_and_is_remembered(
    qtbot: QtBot, window: Screens, tmp_path: Path
) -> None:
    window.show_gallery()
    window.show_seats("starter")
    sit_down(qtbot, window)
    window.change_language()
    settle()
    assert window.speech.language == current_look().language == "en"
    texts = {each.accessibleName() for each in window.findChildren(CaseCardTile)}
    assert any(shipped("first-steps").text("title").en in text for text in texts)
    assert window.shell is not None
    assert window.shell.scene is not None
    assert window.shell.scene.speech.language == "en"
    assert Preferences(tmp_path / "settings.ini").language == "en"


def test_dark_and_light_change_while_running_and_are_remembered(window: Screens, tmp_path: Path) -> None:
    window.change_theme()
    assert current_look().scheme == "dark"
    assert Preferences(tmp_path / "settings.ini").theme == "dark"
    window.change_theme()
    assert current_look().scheme == "light"


def test_help_is_at_f1_and_gives_the_focus_back(window: Screens) -> None:
    before = window.focusWidget()
    press(window, Qt.Key.Key_F1)
    (sheet,) = window.window().findChildren(HelpSheet)
    assert sheet.isVisible()
    press(sheet, Qt.Key.Key_Escape)
    assert not window.window().findChildren(HelpSheet)
    assert window.focusWidget() is before


def test_f11_fills_the_screen_and_leaves_it_again(window: Screens) -> None:
    press(window, Qt.Key.Key_F11)
    assert window.window().isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not window.window().isFullScreen()


def test_the_same_orders_can_be_had_again(qtbot: QtBot, window: Screens) -> None:
    sit_down(qtbot, window, "starter")
    leave(qtbot, window)
    window.show_seats("starter")
    assert window.seats is not None
    choice = window.seats.choice()
    assert choice is not None
    assert choice.played == (0,)


class Locked(FakePlay):
    """The data folder belongs to another program, until that is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.free = False
        self.shut = False

    def cases(self) -> tuple[CaseCard, ...]:
        return shipped_play().cases()

    def sessions(self) -> tuple[SessionCard, ...]:
        if not self.free:
            raise FaultError(Fault.LOCKED, "/data/sessions.sqlite")
        return ()

    def start(self, setup: SoloSetup) -> FakeSession:
        raise FaultError(Fault.FULL, "/data")

    def close(self) -> None:
        self.shut = True


def test_a_folder_in_use_is_said_calmly_and_tried_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    play = Locked()
    window = open_window(qtbot, qapp, tmp_path, lambda: play)
    assert window.trouble is not None
    assert window.currentWidget() is window.trouble
    assert "另一个同桌" in window.trouble.accessibleName()
    play.free = True
    retry = window.focusWidget()
    assert retry is not None
    press(retry, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.currentWidget() is window.home)


def test_a_session_that_cannot_start_leaves_the_person_where_it_can_go_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    play = Locked()
    play.free = True
    window = open_window(qtbot, qapp, tmp_path, lambda: play)
    window.show_seats("starter")
    assert window.seats is not None
    window.seats.start()
    qtbot.waitUntil(lambda: window.trouble is not None)
    assert window.trouble is not None
    assert "磁盘" in window.trouble.accessibleName()
    window.trouble.back_asked.emit()
    assert window.currentWidget() is window.home


def test_closing_asks_nothing_and_closes_the_engine(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    play = Locked()
    play.free = True
    window = open_window(qtbot, qapp, tmp_path, lambda: play)
    assert window.window().close()
    assert play.shut


def test_a_window_closed_before_its_engine_is_open_closes_it_all_the_same(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    play = Locked()
    window = open_window(qtbot, qapp, tmp_path, lambda: play, opened=False)
    window.engine.open()
    window.window().close()
    assert play.shut


def test_cases_are_read_when_they_are_asked_for_and_no_earlier(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path, opened=False)
    assert window.engine.cases is None
    first = window.focusWidget()
    assert first is not None
    press(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.gallery is not None)
    assert window.currentWidget() is window.gallery


def test_a_window_that_is_closed_unpainted_ends_quietly(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(Preferences(tmp_path / "settings.ini"), shipped_play)
    qtbot.addWidget(window)
    assert window.close()
    assert window.screens is None
