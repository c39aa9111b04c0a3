"""The window as a person uses it: from the first page to a seat and back, in both languages, through trouble."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.lobby import CaseCard, SessionCard, SoloSetup, TableSetup
from sandgame.rules.ids import SeatId
from sandgame.ui.gallery import CaseCardTile
from sandgame.ui.help import HelpSheet, PhaseHelpSheet
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.preferences import Preferences
from sandgame.ui.screens import Screens
from sandgame.ui.shell import ShellScreen
from sandgame.ui.tiles import PastTile
from sandgame.ui.window import MainWindow
from tests.kit.looks import settle
from tests.kit.play import FakePlay, FakeSession
from tests.kit.shelf import shipped
from tests.kit.windows import nothing_more, open_window, shipped_play


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


def test_help_in_play_holds_the_role_card_and_only_the_words_in_use(qtbot: QtBot, window: Screens) -> None:
    sit_down(qtbot, window)
    assert window.shell is not None
    window.shell.on_help()
    (sheet,) = window.window().findChildren(PhaseHelpSheet)
    said = {label.text() for label in sheet.findChildren(Label)}
    say = window.speech.say
    assert {say("brief-role-know"), say("brief-role-bonus"), say("term-sand-table"), say("term-desk")} <= said
    assert not said & {say("term-counter"), say("term-pool"), say("term-overtime"), say("term-index")}


def test_the_shell_is_made_in_pieces_while_a_person_chooses_a_seat(qtbot: QtBot, window: Screens) -> None:
    window.show_seats("starter")
    qtbot.waitUntil(lambda: bool(window.findChildren(ShellScreen)))
    (shell,) = window.findChildren(ShellScreen)
    window.change_language()
    assert window.seats is not None
    window.seats.start()
    qtbot.waitUntil(lambda: window.currentWidget() is shell)
    assert shell.scene is not None
    assert shell.scene.speech.language == "en"


@pytest.mark.parametrize("maximised", [True, False])
def test_f11_fills_the_screen_and_leaves_the_window_as_it_was(window: Screens, maximised: bool) -> None:
    top = window.window()
    if maximised:
        top.showMaximized()
    press(window, Qt.Key.Key_F11)
    assert top.isFullScreen()
    press(window, Qt.Key.Key_F11)
    assert not top.isFullScreen()
    assert top.isMaximized() == maximised


def test_a_sheet_lies_over_the_dimmed_window_and_nothing_is_see_through(window: Screens) -> None:
    window.open_settings()
    sheet = window.sheets.settings
    assert sheet is not None
    settle()
    assert not sheet.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert sheet.geometry() == window.window().geometry()
    window.window().resize(1200, 700)
    settle()
    assert sheet.size() == window.window().size()
    corner, under = (each.grab().toImage().pixelColor(3, 3) for each in (sheet, window.window()))
    assert 0 < corner.lightness() < under.lightness()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.sheets.settings is None


def test_the_title_of_the_window_speaks_the_language_of_the_program(qtbot: QtBot, window: Screens) -> None:
    top = window.window()
    sit_down(qtbot, window, "starter")
    title = shipped("starter").text("title")
    assert top.windowTitle() == f"{title.zh} · 同桌"
    window.change_language()
    assert top.windowTitle() == f"{title.en} · One Table"


def test_play_again_leads_to_the_choice_of_the_same(qtbot: QtBot, window: Screens) -> None:
    window.show_seats("starter")
    assert window.seats is not None
    first = window.seats.choice()
    assert first is not None
    asked = first.sitting(SeatId(2)).among("competing").lasting(3)
    window.seats.change(asked)
    window.seats.start()
    qtbot.waitUntil(lambda: window.shell is not None)
    leave(qtbot, window)
    window.resume(window.engine.sessions[0].session)
    qtbot.waitUntil(lambda: window.shell is not None and window.currentWidget() is window.shell)
    window.play_again()
    assert window.currentWidget() is window.seats
    choice = window.seats.choice()
    assert choice is not None
    assert choice.setup() == asked.setup()


def test_the_case_that_is_marked_is_the_one_that_is_chosen(qtbot: QtBot, window: Screens) -> None:
    window.show_gallery()
    assert window.gallery is not None
    window.show_seats("starter")
    assert window.gallery.chosen_case() == "first-steps"
    press(window, Qt.Key.Key_Escape)
    other = next(tile for tile in window.gallery.findChildren(CaseCardTile) if tile.case.case == "starter")
    press(other, Qt.Key.Key_Space)
    window.show_seats("starter")
    press(window, Qt.Key.Key_Escape)
    assert window.gallery.chosen_case() == "starter"
    window.show_home()
    window.show_gallery()
    assert window.gallery.chosen_case() == "first-steps"


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

    def start(self, setup: SoloSetup | TableSetup) -> FakeSession:
        raise FaultError(Fault.FULL, "/data")

    def close(self) -> None:
        self.shut = True


def test_a_folder_in_use_is_said_calmly_and_tried_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    play = Locked()
    window = open_window(qtbot, qapp, tmp_path, lambda: play)
    assert window.between.trouble is not None
    assert window.currentWidget() is window.between.trouble
    assert "另一个同桌" in window.between.trouble.accessibleName()
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
    qtbot.waitUntil(lambda: window.between.trouble is not None)
    assert window.between.trouble is not None
    assert "磁盘" in window.between.trouble.accessibleName()
    window.between.trouble.back_asked.emit()
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
    window = MainWindow(Preferences(tmp_path / "settings.ini"), shipped_play, nothing_more)
    qtbot.addWidget(window)
    assert window.close()
    assert window.screens is None


def test_cases_are_read_early_when_the_pointer_nears_the_way_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path, opened=False)
    window.home.try_neared.emit()
    window.home.try_neared.emit()
    qtbot.waitUntil(lambda: window.engine.cases is not None)
    assert window.currentWidget() is window.home


def test_what_is_set_holds_at_once(window: Screens) -> None:
    window.open_settings()
    sheet = window.sheets.settings
    assert sheet is not None
    buttons = {button.text(): button for button in sheet.findChildren(QAbstractButton)}
    for text in ("130%", "深色", "English"):
        buttons[text].click()
        settle()
    look = current_look()
    assert (look.text_percent, look.scheme, look.language) == (130, "dark", "en")
    assert sheet.windowTitle() == "Settings"
    press(sheet, Qt.Key.Key_Escape)
    assert window.sheets.settings is None


def test_the_menus_of_text_fields_speak_chinese_too(window: Screens) -> None:
    said = [QCoreApplication.translate("QWidgetTextControl", "&Undo")]
    window.change_language()
    said.append(QCoreApplication.translate("QWidgetTextControl", "&Undo"))
    assert said == ["撤消(&U)", "&Undo"]
