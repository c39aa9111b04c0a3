"""The report saved from the window: the ways to it, the sheet from choosing to the end, and what is in its way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ConsoleTold
from sandgame.frames.console import PastClass
from sandgame.frames.lobby import SoloSetup
from sandgame.frames.saving import Hindrance, NotSaved, Reckoned, Saved, Written
from sandgame.paint.look import Look
from sandgame.present.report_save import Reportable
from sandgame.rules.ids import SeatId
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.class_room import ClassRoom
from sandgame.ui.console_menu import class_menu
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.preferences import Preferences
from sandgame.ui.report_save import ReportSheet
from sandgame.ui.report_saving import ReportSaving
from sandgame.ui.sessions import SessionsScreen
from sandgame.ui.tiles import PastTile
from tests.kit.led import FakeLink, case_told, lobby_told, row
from tests.kit.lesson import welcome
from tests.kit.looks import faults, settle, shown
from tests.kit.saving import FakeDesktop, FakeReports
from tests.kit.windows import open_window, shipped_play
from tests.ui.test_debrief_ways import debrief_told

ABOUT = Reportable("a-session", "旺季之前", 2041, 8)


@dataclass
class Saver:
    saving: ReportSaving
    reports: FakeReports
    desktop: FakeDesktop
    window: QWidget

    def open(self, language: Language = "zh") -> ReportSheet:
        self.saving.open(ABOUT, Speech(language))
        settle()
        assert self.saving.sheet is not None
        return self.saving.sheet

    def say(self, *news: Reckoned | Written | Saved | NotSaved) -> None:
        for each in news:
            self.reports.say(each)
        settle()


@pytest.fixture
def saver(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Saver:
    apply_look(qapp, Look(calm=True))
    window, reports = QWidget(), FakeReports()
    desktop = FakeDesktop(str(tmp_path / "documents"))
    preferences = Preferences(tmp_path / "settings.ini")
    saving = ReportSaving(window, lambda: reports, preferences, desktop.as_asked())
    qtbot.addWidget(window, before_close_func=lambda _window: over(saving))
    shown(window)
    return Saver(saving, reports, desktop, window)


def over(saving: ReportSaving) -> None:
    """Also from a step that nobody can leave."""
    if saving.sheet is not None:
        saving.sheet.state = "choosing"
        saving.sheet.close()


def press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    settle()


def test_enter_saves_and_the_folder_can_be_opened(saver: Saver, tmp_path: Path) -> None:
    sheet = saver.open()
    press(sheet.save, Qt.Key.Key_Return)
    (wish,) = saver.reports.wishes
    assert (wish.session, wish.languages, wish.formats) == ("a-session", ("zh",), ("pdf", "docx", "xlsx"))
    assert wish.folder == str(tmp_path / "documents" / "课程报告 旺季之前 2041")
    assert not wish.replace
    saver.say(Reckoned(1, 8))
    assert "1 / 8" in sheet.line.text()
    saver.say(Written(21, 63))
    assert "21 / 63" in sheet.line.text()
    assert sheet.bar.value() == 333
    saver.say(Saved(63, wish.folder))
    assert "63" in sheet.line.text()
    assert wish.folder in sheet.line.text()
    press(sheet.open_it, Qt.Key.Key_Return)
    assert saver.desktop.opened == [wish.folder]
    press(sheet, Qt.Key.Key_Escape)
    assert saver.saving.sheet is None


def test_what_was_chosen_is_chosen_the_next_time(saver: Saver, tmp_path: Path) -> None:
    sheet = saver.open()
    sheet.languages.index_changed.emit(2)
    sheet.formats["json"].box.click()
    sheet.formats["docx"].box.click()
    sheet.parts["departments"].box.click()
    sheet.name.edit.setText("示例培训")
    sheet.closing.edit.setText("不行也要当天说, 谢谢")
    saver.desktop.folder = str(tmp_path)
    sheet.choose.click()
    sheet.close()
    settle()
    again = saver.open()
    again.save.click()
    (wish,) = saver.reports.wishes
    assert (wish.languages, wish.formats) == (("zh", "en"), ("pdf", "xlsx", "json"))
    assert (wish.parts, wish.name, wish.closing) == (("session", "tables"), "示例培训", "不行也要当天说, 谢谢")
    assert Path(wish.folder).parent == tmp_path
    assert again.name.text() == "示例培训"


def test_a_report_that_is_there_is_never_written_over_unasked(saver: Saver) -> None:
    sheet = saver.open()
    sheet.save.click()
    first = Path(saver.reports.wishes[0].folder)
    first.mkdir(parents=True)
    saver.say(NotSaved(Hindrance.IN_THE_WAY, "factory-2041.json"))
    assert "factory-2041.json" in sheet.line.text()
    assert f"{first.name} (2)" in sheet.line.text()
    sheet.new.click()
    assert saver.reports.wishes[1].folder == f"{first} (2)"
    saver.say(NotSaved(Hindrance.IN_THE_WAY, "factory-2041.json"))
    sheet.overwrite.click()
    assert [wish.replace for wish in saver.reports.wishes] == [False, False, True]
    saver.say(NotSaved(Hindrance.IN_THE_WAY, "factory-2041.json"))
    sheet.back.click()
    assert len(saver.reports.wishes) == 3
    assert sheet.save.isVisible()


def test_only_the_button_stops_it(saver: Saver) -> None:
    sheet = saver.open()
    sheet.save.click()
    settle()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        press(sheet, key)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.rect().topLeft())
    second_click = sheet.save.mapTo(sheet, sheet.save.rect().center())
    assert sheet.childAt(second_click) is not sheet.stop, "a double click on save stops nothing"
    assert saver.saving.sheet is sheet
    assert saver.reports.stopped == 0
    press(sheet.stop, Qt.Key.Key_Space)
    assert saver.reports.stopped == 1
    assert not sheet.stop.isEnabled()
    saver.say(Written(3, 9))
    assert sheet.line.text() == Speech("zh").say("saving-stops")
    saver.say(NotSaved(Hindrance.STOPPED))
    assert sheet.line.text() == Speech("zh").say("saving-not-stopped")
    assert sheet.save.isVisible()


def test_with_nothing_to_write_the_button_is_pale_and_says_why(saver: Saver) -> None:
    sheet = saver.open()
    for tick in sheet.parts.values():
        tick.box.click()
    assert "Excel" in sheet.line.text(), "the workbook is of no part"
    sheet.formats["xlsx"].box.click()
    assert not sheet.save.isEnabled()
    assert sheet.line.text() == Speech("zh").say("saving-no-part")
    for form in ("pdf", "docx"):
        sheet.formats[form].box.click()
    assert sheet.line.text() == Speech("zh").say("saving-no-format")
    sheet.formats["json"].box.click()
    assert sheet.save.isEnabled()


def test_the_folder_can_be_typed_and_one_that_is_not_there_is_said_at_once(saver: Saver, tmp_path: Path) -> None:
    sheet = saver.open()
    there = tmp_path / "reports"
    there.mkdir()
    sheet.place_line.selectAll()
    QTest.keyClicks(sheet.place_line, str(there)[:-1])
    assert not sheet.save.isEnabled()
    assert sheet.line.text() == Speech("zh").say("saving-no-place")
    QTest.keyClicks(sheet.place_line, str(there)[-1])
    assert sheet.save.isEnabled()
    press(sheet.save, Qt.Key.Key_Return)
    assert saver.reports.wishes[0].folder == str(there / "课程报告 旺季之前 2041")
    saver.say(NotSaved(Hindrance.STOPPED))


def test_a_logo_that_cannot_be_read_is_said_at_once(saver: Saver, tmp_path: Path) -> None:
    sheet = saver.open()
    (tmp_path / "logo.png").write_text("no picture")
    saver.desktop.picture = str(tmp_path / "logo.png")
    sheet.logo_choose.click()
    assert "logo.png" in sheet.logo_fault.text()
    assert sheet.choice.logo == ""


def test_a_computer_that_cannot_show_folders_is_told_where_it_is(saver: Saver) -> None:
    sheet = saver.open()
    sheet.save.click()
    saver.say(Saved(2, "/there"))
    saver.desktop.opens = False
    sheet.open_it.click()
    assert "/there" in sheet.fault.text()


def test_every_control_is_reached_by_tab(saver: Saver) -> None:
    sheet = saver.open()
    wanted = {sheet.place_line, sheet.choose, sheet.name.edit, sheet.closing.edit, sheet.logo_choose, sheet.save}
    wanted |= {tick.box for tick in (*sheet.formats.values(), *sheet.parts.values())}
    reached: set[QWidget] = set()
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        press(focus, Qt.Key.Key_Tab)
    assert wanted <= reached


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 130])
def test_it_can_be_read_at_every_step_in_a_low_window(
    saver: Saver, qapp: QApplication, language: Language, percent: int
) -> None:
    apply_look(qapp, Look("light", language, percent, calm=True))
    saver.window.resize(1093, 614)
    sheet = saver.open(language)
    place = "/a/folder/of documents/with a rather long name/and another one"
    sheet.take(NotSaved(Hindrance.FOLDER, place))
    settle()
    assert faults(sheet) == []
    steps = (None, Written(7, 63), NotSaved(Hindrance.IN_THE_WAY, "factory-2041-课程报告-zh.pdf"), Saved(63, place))
    for step in steps:
        if step is None:
            sheet.save.click()
        else:
            sheet.take(step)
        settle()
        assert faults(sheet) == []


# the ways to it


@dataclass
class Led:
    room: ClassRoom
    link: FakeLink
    asked: list[PastClass]


@pytest.fixture
def led(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Led:
    apply_look(qapp, Look(calm=True))
    stack, link = QStackedWidget(), FakeLink()
    room = ClassRoom(stack, link, Preferences(tmp_path / "settings.ini"), Speech("zh"))  # type: ignore[arg-type]
    asked: list[PastClass] = []
    room.report_asked.connect(asked.append)
    qtbot.addWidget(stack, before_close_func=lambda _stack: room.stop())
    shown(stack)
    room.come_back()
    link.say(welcome(), case_told(2), lobby_told(2, state="over"), ConsoleTold((row(1), row(2))))
    return Led(room, link, asked)


def menu_entry(room: ClassRoom) -> bool:
    assert room.console is not None
    menu = class_menu(room.console)
    try:
        words = Speech("zh").say("saving-go")
        (entry,) = [action for action in menu.actions() if action.text() == words]
        if entry.isEnabled():
            entry.trigger()
        return entry.isEnabled()
    finally:
        menu.deleteLater()


def test_the_last_page_of_the_debrief_leads_to_it(led: Led) -> None:
    assert not menu_entry(led.room), "there is nothing to report yet"
    led.link.say(debrief_told())
    assert led.room.console is not None
    led.room.console.debrief_asked.emit()
    settle()
    presenter = led.room.presenter
    assert presenter is not None
    while not presenter.lead.at_end:
        assert presenter.next.text() != Speech("zh").say("saving-go")
        presenter.next.click()
    assert presenter.next.text() == Speech("zh").say("saving-go")
    press(presenter, Qt.Key.Key_PageDown)
    assert led.asked == [], "whoever pages by remote control opens nothing over the class' screen"
    press(presenter, Qt.Key.Key_F9)
    QTest.keyClick(presenter, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    presenter.report.click()
    assert menu_entry(led.room)
    assert len(led.asked) == 4
    assert {card.session for card in led.asked} == {welcome().session}
    presenter.prev.click()
    assert presenter.next.text() != Speech("zh").say("saving-go")


def test_in_the_list_of_all_sessions_those_that_are_over_have_it(qtbot: QtBot, qapp: QApplication) -> None:
    from sandgame.present.home import PastSession

    apply_look(qapp, Look(calm=True))
    screen = SessionsScreen()
    qtbot.addWidget(screen)
    listed = [
        PastSession(f"session-{over}", "旺季之前 · 2 桌", "已经结束", "3 月 2 日", "2041", over, "", f"{over}")
        for over in (True, False)
    ]
    asked: list[str] = []
    screen.report_asked.connect(asked.append)
    screen.show_sessions(listed, Speech("zh"))
    shown(screen)
    assert not any(line.report.isVisible() for line in screen._rows), "nothing writes them here"
    screen.reports = True
    screen.show_sessions(listed, Speech("zh"))
    settle()
    assert faults(screen) == []
    (offered,) = [line.report for line in screen._rows if line.report.isVisible()]
    offered.click()
    assert asked == ["session-True"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_game_of_ones_own_that_is_over_is_put_on_paper_from_the_first_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    play, reports = shipped_play(), FakeReports()
    sessions = [play.start(SoloSetup("starter", SeatId(1), 4, "mixed", seed)) for seed in (1, 2)]
    sessions[0].state = replace(sessions[0].state, phase="over")
    screens = open_window(qtbot, qapp, tmp_path, lambda: play, language, open_reports=lambda: reports)
    buttons = [tile.report for tile in screens.home.findChildren(PastTile) if tile.report is not None]
    (button,) = buttons
    assert faults(screens.home) == []
    press(button, Qt.Key.Key_Space)
    sheet = screens.reports.sheet
    assert sheet is not None, "and the game itself was not opened"
    assert screens.currentWidget() is screens.home
    press(sheet.save, Qt.Key.Key_Return)
    (wish,) = reports.wishes
    assert wish.session == sessions[0].session
    reports.say(Saved(4, wish.folder))
    settle()
    sheet.finish.click()
    settle()
    screens.sessions.show()
    assert screens.past is not None
    assert [line.report.isVisible() for line in screens.past._rows].count(True) == 1
    screens.window().close()
    assert reports.closed, "what is under way is stopped with the window"
