"""After the debrief a class is closed: by whoever leads it, on the big screen, on the laptops of those who played."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ConsoleTold, EndClass, LeaveSeat
from sandgame.frames.debrief import DOTS, PageTurned, TurnPage
from sandgame.paint.look import Look
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.class_room import ClassRoom
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_table import TableDebrief
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.preferences import Preferences
from sandgame.ui.presenter import PresenterScreen
from tests.kit.factory_week import PRODUCTION
from tests.kit.led import FakeLink, case_told, lobby_told, row
from tests.kit.looks import faults, settle, shown
from tests.kit.trainee import Class
from tests.ui.test_debrief_ways import debrief_told, for_two, told

LAST = PageTurned("take_away", len(DOTS), len(DOTS), False, 0, (0, 0), DOTS, False)
DONE = replace(LAST, closed=True)


class Closing:
    """A class that was played, its debrief at the last page."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path, language: Language = "zh") -> None:
        apply_look(qapp, Look(language=language, calm=True))
        self.stack, self.link = QStackedWidget(), FakeLink()
        preferences = Preferences(folder / "settings.ini")
        self.room = ClassRoom(self.stack, self.link, preferences, Speech(language))  # type: ignore[arg-type]
        qtbot.addWidget(self.stack, before_close_func=lambda _stack: self.room.stop())
        self.stack.resize(1366, 768)
        shown(self.stack)
        self.room.come_back()
        self.link.say(case_told(2), lobby_told(2, state="playing"), ConsoleTold((row(1, "over"), row(2, "over"))))
        self.link.say(debrief_told())
        assert self.room.console is not None
        self.console = self.room.console
        self.console.debrief_asked.emit()
        settle()
        assert self.room.presenter is not None
        self.presenter: PresenterScreen = self.room.presenter
        self.close = self.presenter.controls.close_class

    def to_the_last_page(self) -> None:
        assert not self.close.isVisible()
        self.presenter.pages[-1].click()
        while not self.presenter.lead.at_end:
            self.presenter.next.click()
        settle()

    def answer(self, answer: str) -> str:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        said = " ".join(label.text() for label in dialog.findChildren(QLabel))
        dialog.button(answer).click()
        settle()
        return said

    def told_over(self) -> None:
        self.link.say(lobby_told(2, state="over"))
        settle()


@pytest.fixture
def closing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Closing:
    return Closing(qtbot, qapp, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_last_page_the_class_is_closed_after_a_question_that_fits(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    closing = Closing(qtbot, qapp, tmp_path, language)
    closing.to_the_last_page()
    wanted = {"zh": "复盘完，关课", "en": "Debrief done, close the class"}[language]
    assert (closing.close.isVisible(), closing.close.text()) == (True, wanted)
    assert faults(closing.presenter) == []
    closing.close.click()
    said = closing.answer("back")
    assert {"zh": "带走卡", "en": "card"}[language] in said
    assert not [word for word in ("开始复盘", "不能再操作", "No more") if word in said]
    assert EndClass() not in closing.link.asked
    closing.close.click()
    closing.answer("go")
    asked = [frame for frame in closing.link.asked if isinstance(frame, EndClass | TurnPage)]
    assert asked[-2] == EndClass()
    assert isinstance(asked[-1], TurnPage)
    assert (asked[-1].closed, asked[-1].page) == (True, "take_away")


def test_a_class_that_is_closed_leaves_the_report_and_the_way_home(closing: Closing) -> None:
    closing.to_the_last_page()
    closing.close.click()
    closing.answer("go")
    closing.told_over()
    console, saved, left = closing.console, [], []
    assert closing.stack.currentWidget() is console
    console.report_asked.connect(lambda: saved.append(True))
    console.left.connect(lambda: left.append(True))
    assert console.bar.next.text() == "回首页"
    assert "保存报告" in console.all.queue.main.text()
    assert faults(console) == []
    console.all.queue.main.click()
    assert saved == [True]
    console.bar.next.click()
    assert left == [True]


def test_a_class_that_was_ended_before_its_debrief_is_not_ended_again(closing: Closing) -> None:
    closing.told_over()
    closing.to_the_last_page()
    closing.close.click()
    closing.answer("go")
    assert EndClass() not in closing.link.asked


def test_a_debrief_that_was_closed_can_go_on(closing: Closing) -> None:
    closing.to_the_last_page()
    closing.close.click()
    closing.answer("go")
    closing.told_over()
    closing.console.debrief_asked.emit()
    assert closing.close.text() == "接着复盘"
    closing.close.click()
    last = next(frame for frame in reversed(closing.link.asked) if isinstance(frame, TurnPage))
    assert not last.closed
    closing.presenter.left.emit()
    assert closing.console.bar.next.text() == "开始复盘"


def test_where_the_end_could_not_be_written_down_nobody_is_said_goodbye(closing: Closing) -> None:
    closing.to_the_last_page()
    closing.close.click()
    closing.answer("go")
    closing.link.say(LAST)
    settle()
    assert closing.console.bar.next.text() == "开始复盘"


def test_the_menu_too_asks_what_fits_once_the_debrief_was_led(closing: Closing) -> None:
    from sandgame.ui.console_menu import class_menu

    closing.presenter.left.emit()
    end = next(action for action in class_menu(closing.console).actions() if action.text() == "结束这场课…")
    end.trigger()
    said = closing.answer("back")
    assert "复盘做完了" in said


def test_the_big_screen_says_goodbye(closing: Closing) -> None:
    closing.to_the_last_page()
    closing.close.click()
    closing.answer("go")
    closing.told_over()
    closing.room.projector.open()
    window = closing.room.projector.window
    assert window is not None
    words = str(window.page._sheet)
    assert "这场课上完了" in words
    assert "一会儿一起复盘" not in words


# on the laptops


def test_a_trainee_is_said_goodbye_and_finds_the_own_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    trainee.play()
    trainee.tell(told(), LAST)
    screen = trainee.window.currentWidget()
    assert isinstance(screen, DebriefScreen)
    trainee.tell(DONE)
    gone = trainee.way.pages.gone
    assert gone is not None
    assert trainee.window.currentWidget() is gone
    assert gone.title.text() == "这场课上完了"
    assert faults(gone) == []
    assert gone.own.text() == "看我的一页和带走卡"
    gone.own.click()
    assert trainee.window.currentWidget() is screen
    assert screen.tabs.index() == 1
    trainee.tell(replace(DONE, page="value", place=5))
    assert trainee.window.currentWidget() is screen, "nobody is called away by a page that is leafed through"
    screen.left.emit()
    assert trainee.window.currentWidget() is gone
    trainee.way.in_language(Speech("en"))
    assert gone.title.text() == "The class is done"
    assert not trainee.asked(LeaveSeat), "the seat stays held: it leads back to all this"


def test_when_the_debrief_goes_on_all_are_back_at_its_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    trainee.play()
    trainee.tell(told(), LAST, DONE)
    trainee.tell(LAST)
    assert isinstance(trainee.window.currentWidget(), DebriefScreen)


def test_who_comes_back_after_the_goodbye_finds_it_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    trainee.play()
    trainee.tell(DONE, told())
    gone = trainee.way.pages.gone
    assert gone is not None
    assert trainee.window.currentWidget() is gone
    assert gone.own.isVisible()


def test_one_laptop_for_several_seats_is_said_goodbye_too(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    trainee = for_two(qtbot, qapp, tmp_path)
    trainee.tell(told(), LAST, DONE)
    gone = trainee.way.pages.gone
    assert gone is not None
    assert trainee.window.currentWidget() is gone
    gone.own.click()
    screen = trainee.window.currentWidget()
    assert screen is trainee.way.play.debrief
    assert screen is not None
    assert faults(screen) == []


@pytest.mark.parametrize("place", [1, 2])
def test_who_is_at_the_own_page_or_the_survey_is_told_of_the_goodbye_and_not_thrown_out(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, place: int
) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    trainee.play()
    trainee.tell(told(), LAST)
    screen = trainee.window.currentWidget()
    assert isinstance(screen, DebriefScreen)
    screen._go_tab(place)
    trainee.tell(DONE)
    assert trainee.window.currentWidget() is screen
    assert screen.tabs.index() == place
    assert (screen.news.isVisible(), screen.news.text()) == (True, "复盘结束了，去看")
    assert faults(screen) == []
    screen.news.click()
    assert trainee.window.currentWidget() is trainee.way.pages.gone


def test_behind_the_curtain_nobody_is_thrown_out_by_the_goodbye(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    trainee = for_two(qtbot, qapp, tmp_path)
    trainee.tell(told(), replace(LAST, page="value", place=5))
    screen = trainee.window.currentWidget()
    assert isinstance(screen, TableDebrief)
    screen.pages._go_tab(1)
    screen._on_visit(PRODUCTION)
    screen._on_opened("")
    assert screen.turn is not None
    trainee.tell(DONE)
    assert screen.turn is not None
    assert trainee.window.currentWidget() is screen
    screen.let_fall()
    assert screen.pages.news.isVisible()
    screen.pages.news.click()
    assert trainee.window.currentWidget() is trainee.way.pages.gone
