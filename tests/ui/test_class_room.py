"""The facilitator's way through a class: opened, signed in, run, left and come back to; and what goes wrong on it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.cast import Texts
from sandgame.frames.classroom import ConsoleTold, EndClass, StartClass
from sandgame.frames.console import PastClass
from sandgame.frames.fault import Fault, FaultError
from sandgame.frames.line import HostEnded, JoinFailed, LineBack, LineLost, NoWay
from sandgame.paint.look import Look
from sandgame.present.class_past import all_past, past_class, with_classes
from sandgame.present.home import HomePage, home_page
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.class_asks import end_line
from sandgame.ui.class_room import ClassRoom
from sandgame.ui.guide import GuideSheet
from sandgame.ui.help import HelpSheet
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.preferences import Preferences
from sandgame.ui.sessions import SessionsScreen
from tests.kit.led import FakeLink, case_told, lobby_told, row
from tests.kit.lesson import welcome
from tests.kit.looks import settle, shown
from tests.kit.shelf import SHELF, shipped


@dataclass
class Led:
    room: ClassRoom
    link: FakeLink
    stack: QStackedWidget
    left: list[bool]

    def lobby(self) -> None:
        self.room.open()
        assert self.room.setup is not None
        self.room.setup.found()
        self.link.say(case_told(2), lobby_told(2))
        settle()

    def play(self) -> None:
        self.lobby()
        self.link.say(lobby_told(2, state="playing"), ConsoleTold((row(1), row(2))))
        settle()

    def answer(self, answer: str) -> None:
        settle()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Dialog)
        dialog.button(answer).click()
        settle()


@pytest.fixture
def led(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Led:
    apply_look(qapp, Look(calm=True))
    stack, link = QStackedWidget(), FakeLink()
    room = ClassRoom(stack, link, Preferences(tmp_path / "settings.ini"), Speech("zh"))  # type: ignore[arg-type]
    room.offer(lambda: [shipped(case).card() for case in SHELF], tuple)
    left: list[bool] = []
    room.left.connect(lambda: left.append(True))
    qtbot.addWidget(stack, before_close_func=lambda _stack: room.stop())
    shown(stack)
    return Led(room, link, stack, left)


def test_from_the_set_up_to_the_lobby_to_the_console(led: Led) -> None:
    led.lobby()
    assert led.stack.currentWidget() is led.room.lobby
    assert led.room.lobby is not None
    led.room.lobby.start.click()
    assert led.link.asked == [StartClass()]
    led.link.say(lobby_told(2, state="playing"), ConsoleTold((row(1), row(2))))
    assert led.room.stage == "class"
    assert led.stack.currentWidget() is led.room.console


def test_what_was_set_up_is_what_the_host_gets(led: Led) -> None:
    led.room.open()
    assert led.room.setup is not None
    led.room.setup.panel.tables_changed.emit(9)
    led.room.setup.found()
    assert led.link.founded[0].tables == 9


@pytest.mark.parametrize("fault", [Fault.FOLDER, Fault.FULL, Fault.PORT, Fault.HOSTED, Fault.HOST])
def test_a_class_that_does_not_open_is_said_beside_the_button(led: Led, fault: Fault) -> None:
    led.room.open()
    setup = led.room.setup
    assert setup is not None
    setup.found()
    led.link.failed.emit(FaultError(fault, "here"), lambda: None)
    assert led.stack.currentWidget() is setup
    assert setup.panel.trouble.text()
    assert "here" in setup.panel.trouble_do.text()
    setup.found()
    assert len(led.link.founded) == 2


def test_a_host_that_ends_before_it_opened_is_said_too(led: Led) -> None:
    led.room.open()
    setup = led.room.setup
    assert setup is not None
    setup.found()
    led.link.say(HostEnded(again=False, fault=Fault.PORT, place="47800"))  # type: ignore[arg-type]
    assert "47800" in setup.panel.trouble_do.text()
    setup.found()
    led.link.say(JoinFailed(NoWay.NO_ANSWER))  # type: ignore[arg-type]
    assert setup.panel.start.isEnabled()


def test_a_host_that_is_started_again_is_said_in_the_lobby_until_it_is_back(led: Led) -> None:
    led.lobby()
    lobby = led.room.lobby
    assert lobby is not None
    led.link.say(HostEnded(again=True))  # type: ignore[arg-type]
    assert lobby.banner.isVisible()
    assert "重新启动" in lobby.banner.title.text()
    assert not lobby.start.isEnabled()
    led.link.say(LineLost(1.0, 90.0, 1))  # type: ignore[arg-type]
    assert lobby.banner.isVisible()
    led.link.say(LineBack())  # type: ignore[arg-type]
    assert not lobby.banner.isVisible()
    assert lobby.start.isEnabled()


def test_leaving_asks_once_and_the_host_goes_on(led: Led) -> None:
    led.play()
    assert led.room.back()
    led.answer("stay")
    assert led.room.active
    led.room.back()
    led.answer("leave")
    assert led.left == [True]
    assert led.link.hung_up == 1
    assert EndClass() not in led.link.asked
    assert not led.room.active


def test_a_class_is_ended_after_a_second_question(led: Led) -> None:
    led.play()
    led.room.ask_leave()
    led.answer("end")
    led.answer("end")
    assert EndClass() in led.link.asked
    assert led.room.active
    led.link.say(lobby_told(2, state="over", chair=lambda _table, _seat: "away"))
    led.room.ask_leave()
    assert led.left == [True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_class_that_is_over_is_not_taken_from_open_laptops_without_a_word(led: Led, language: Language) -> None:
    led.play()
    led.room.in_language(Speech(language))
    led.link.say(lobby_told(2, state="over", chair=lambda table, seat: "here" if (table, seat) < (1, 4) else "away"))
    led.room.back()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    said = dialog.text.text()
    assert {"zh": "还有 3 个座位", "en": "laptops of 3 seats"}[language] in said
    assert {"zh": "打不开", "en": "cannot be opened"}[language] in said
    led.answer("stay")
    assert (led.left, led.link.hung_up, led.room.active) == ([], 0, True)
    led.room.back()
    led.answer("leave")
    assert (led.left, led.link.hung_up) == ([True], 1)


def test_the_question_before_an_end_says_which_week_is_cut_off() -> None:
    speech, rows = Speech("zh"), (row(1, week=2), row(2, week=2))
    assert "第 2 周还没走完" in end_line(speech, "playing", rows)
    assert "有的桌" in end_line(speech, "playing", (row(1, week=2), row(2, week=3)))
    assert "还没走完" not in end_line(speech, "playing", (row(1, "over"),))
    assert "还没开始" in end_line(speech, "lobby", ())


def test_a_class_ended_in_the_lobby_is_left_when_the_host_has_written_it_down(led: Led) -> None:
    led.lobby()
    led.room.ask_end()
    led.answer("end")
    assert EndClass() in led.link.asked
    assert led.left == [], "the first page would still offer a way back"
    led.link.say(lobby_told(2, state="over"))
    assert led.left == [True]


def test_help_is_the_facilitators_while_a_class_is_led(led: Led) -> None:
    led.lobby()
    led.room.open_help()
    settle()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, HelpSheet)
    said = [label.text() for label in sheet.findChildren(Label)]
    assert "讲师的帮助" in said
    assert not any(".md" in text for text in said)
    button = sheet.findChild(SecondaryButton, "guide")
    assert button is not None
    button.click()
    settle()
    guide = QApplication.activeModalWidget()
    assert isinstance(guide, GuideSheet)
    assert guide.windowTitle() == "讲师手册"
    assert "6. 隐私" in guide.text.text()
    guide.reject()
    sheet.reject()
    settle()


def test_the_tag_of_a_shared_screen_switches_it_off_after_a_question(led: Led) -> None:
    led.play()
    led.room.share(True)
    assert led.room.console is not None
    tag = led.room.console.all.strip.shared
    QTest.mouseClick(tag, Qt.MouseButton.LeftButton)
    led.answer("stay")
    assert led.room.shared
    QTest.keyClick(tag, Qt.Key.Key_Return)
    led.answer("go")
    assert not led.room.shared


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, None])
def test_a_line_of_the_records_is_opened_by_click_and_key(qtbot: QtBot, qapp: QApplication, key: Qt.Key | None) -> None:
    apply_look(qapp, Look(calm=True))
    screen = SessionsScreen()
    asked: list[str] = []
    screen.resume_asked.connect(asked.append)
    qtbot.addWidget(screen)
    screen.show_sessions([past_class(Speech("zh"), past("a", "over"))], Speech("zh"))
    shown(screen)
    screen.focus_first()
    line = screen.focusWidget()
    assert line.accessibleName()
    if key is None:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    else:
        QTest.keyClick(line, key)
    assert asked == ["a"]


def test_coming_back_goes_to_where_the_class_is(led: Led) -> None:
    led.room.come_back("session-7")
    assert led.link.led == ["session-7"]
    led.link.say(case_told(2), lobby_told(2, state="playing"), ConsoleTold((row(1), row(2))))
    assert led.stack.currentWidget() is led.room.console


def test_who_comes_back_while_the_host_still_ends_is_let_in_at_the_second_try(led: Led) -> None:
    led.room.come_back("session-7")
    led.link.told.emit(HostEnded(again=False))
    assert led.link.led == ["session-7", "session-7"]
    assert led.stack.currentWidget() is led.room.wait
    led.link.told.emit(HostEnded(again=False))
    assert led.stack.currentWidget() is led.room.setup, "once is enough"


def test_who_leaves_the_lobby_as_it_opens_finds_the_way_back_on_the_first_page_at_once(led: Led) -> None:
    """Before the store was read again."""
    led.room.open()
    assert led.room.setup is not None
    led.room.setup.found()
    led.link.say(welcome(session="fresh"), case_told(2), lobby_told(2))
    led.room.leave()
    page = home(*led.link.past, running=led.link.running)
    assert page.run is not None
    assert (page.run.title, page.run.second_line) == ("回到课堂", "正在签到")
    led.link.past, led.link.running = (), False
    led.room.come_back("fresh")
    led.link.say(welcome(session="fresh"), case_told(2), lobby_told(2, state="over"), ConsoleTold((row(1), row(2))))
    led.room.leave()
    page = home(*led.link.past, past("older", "playing"), running=led.link.running)
    assert page.run is not None
    assert page.run.title == "开一场课", "neither it nor an older one is under way"


def test_another_class_knows_nothing_of_the_one_before(led: Led) -> None:
    led.play()
    first = led.room.console
    led.room.leave()
    led.lobby()
    assert led.room.console is None
    assert first is not None
    assert led.room.stage == "lobby"


def test_a_shared_screen_locks_the_console(led: Led) -> None:
    led.lobby()
    led.room.share(True)
    led.link.say(lobby_told(2, state="playing"), ConsoleTold((row(1), row(2))))
    assert led.room.console is not None
    assert led.room.console.shared
    led.room.console.on_shared(False)
    assert not led.room.shared


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_big_screen_over_the_console_shares_it_and_says_so_with_the_way_back(led: Led, language: Language) -> None:
    led.play()
    led.room.in_language(Speech(language))
    console = led.room.console
    assert console is not None
    assert not led.room.shared
    QTest.keyClick(console, Qt.Key.Key_F8)
    window = led.room.projector.window
    assert window is not None
    assert window.hint.isVisible()
    assert all(word in window.hint.words for word in ("F8", "Esc", {"zh": "已共享", "en": "is shared"}[language]))
    settle()
    settle()
    assert window.rect().contains(window.hint.geometry())
    written = [box.toAlignedRect() for _text, box, _size in window.page.written]
    assert written
    assert not any(window.hint.geometry().intersects(box) for box in written), "it lies on no line of the page"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not led.room.projector.is_open
    assert led.room.shared, "what lay under it would be seen now"
    assert console.shared
    assert console.all.strip.shared.isVisible(), "and there it is turned off"


def test_the_big_screen_beside_the_console_shares_nothing(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    led.play()
    monkeypatch.setattr(led.room.projector, "own_screen", lambda: None)
    led.room.projector.open()
    assert not led.room.shared
    window = led.room.projector.window
    assert window is not None
    assert window.hint.words == ""


def test_a_class_that_was_shared_is_shared_when_it_is_come_back_to_and_no_other_is(led: Led) -> None:
    def back(session: str) -> bool:
        led.room.come_back(session)
        led.link.say(welcome(session=session), case_told(2), lobby_told(2, state="playing"))
        led.link.say(ConsoleTold((row(1), row(2))))
        settle()
        assert led.room.console is not None
        assert led.room.console.shared == led.room.shared
        return led.room.shared

    assert not back("first")
    led.room.projector.open()
    led.room.leave()
    assert back("first")
    led.room.leave()
    assert not back("second")
    led.room.leave()
    assert back("first")
    led.room.ask_unshare()
    led.answer("go")
    assert not led.room.shared
    led.room.leave()
    assert not back("first"), "what was turned off by hand stays off"


def test_f8_opens_the_big_screen_and_closes_it(led: Led) -> None:
    led.lobby()
    assert led.room.lobby is not None
    QTest.keyClick(led.room.lobby, Qt.Key.Key_F8)
    assert led.room.projector.is_open
    QTest.keyClick(led.room.lobby, Qt.Key.Key_Period)
    assert led.room.projector.wish == "black"
    QTest.keyClick(led.room.lobby, Qt.Key.Key_F8)
    assert not led.room.projector.is_open


def test_the_big_screen_closes_with_the_class(led: Led) -> None:
    led.play()
    led.room.projector.open()
    led.room.leave()
    assert not led.room.projector.is_open


def test_the_language_changes_on_every_page(led: Led) -> None:
    led.lobby()
    led.room.in_language(Speech("en"))
    assert led.room.lobby is not None
    assert led.room.lobby.start.text() == "Start week 1"


TEXTS = Texts("案例", "Case")


def past(session: str, state: str, started: str = "2026-03-02T09:00:00") -> PastClass:
    return PastClass(session, 3, "starter", TEXTS, TEXTS, started, 2, 6, 4, 2, state)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_classes_of_before_stand_among_the_sessions(language: str) -> None:
    speech = Speech(language)  # type: ignore[arg-type]
    listed = all_past(speech, (), (), [past("a", "over"), past("b", "playing", "2026-03-03T09:00:00")])
    assert [each.session for each in listed] == ["b", "a"]
    assert all(each.can_open for each in listed), "of one that is over its debrief is seen"
    assert listed[0].go != listed[1].go
    assert past_class(speech, past("c", "lobby")).go


def home(*classes: PastClass, running: bool) -> HomePage:
    speech = Speech("zh")
    return with_classes(speech, home_page(speech, (), (), classes=True), (), classes, running=running)


def test_a_class_under_way_is_gone_back_to_from_the_first_page() -> None:
    page = home(past("a", "playing"), running=True)
    assert page.run is not None
    assert (page.run.title, page.run.second_line) == ("回到课堂", "第 2 周，共 4 周")
    assert page.recent == ()


def test_one_that_was_left_stands_among_the_recent_ones_and_a_new_one_can_be_run() -> None:
    page = home(past("a", "playing"), running=False)
    assert page.run is not None
    assert page.run.title == "开一场课"
    assert [each.session for each in page.recent] == ["a"]


def test_one_that_was_played_to_its_end_is_listed_as_over_though_nobody_ended_it() -> None:
    played = replace(past("a", "playing"), played=True)
    page = home(played, running=False)
    assert [(each.session, each.over) for each in page.recent] == [("a", True)], "it was run a moment ago"
    (line,) = all_past(Speech("zh"), (), (), [played])
    assert line.over
    assert line.go == "看复盘"
    page = home(played, running=True)
    assert page.run is not None
    assert page.run.title == "回到课堂", "its host still runs: there it can be ended"


def test_one_that_is_over_is_not_gone_back_to_though_its_host_is_still_there() -> None:
    page = home(past("a", "over"), running=True)
    assert page.run is not None
    assert page.run.title == "开一场课"


def test_escape_never_leaves_a_class_and_goes_one_step_at_a_time(led: Led) -> None:
    led.play()
    console = led.room.console
    assert console is not None
    console.open_table(1)
    settle()
    for _ in range(3):
        QTest.keyClick(console, Qt.Key.Key_Escape)
        settle()
        assert console.table == 0
        assert QApplication.activeModalWidget() is None
        assert led.stack.currentWidget() is console
    led.link.say(lobby_told(2, state="over"))
    QTest.keyClick(console, Qt.Key.Key_Escape)
    assert led.left == []


def lose_focus() -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()


def test_a_key_finds_the_console_though_the_button_that_had_the_focus_is_gone(led: Led) -> None:
    led.play()
    console = led.room.console
    assert console is not None
    console.open_table(1)
    lose_focus()
    assert led.room.on_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier))
    assert console.table == 0
    lose_focus()
    assert led.room.on_key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier))
    assert led.room.projector.is_open


def test_on_one_screen_the_clock_is_stopped_from_the_big_screen_and_nothing_is_asked_under_it(led: Led) -> None:
    led.play()
    led.room.projector.open()
    window = led.room.projector.window
    assert window is not None
    before = len(led.link.asked)
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert len(led.link.asked) == before
    assert QApplication.activeModalWidget() is None
    QTest.keyClick(window, Qt.Key.Key_Space)
    assert len(led.link.asked) > before


def test_from_the_end_the_next_step_is_the_debrief(led: Led) -> None:
    """It stands where the next phase stood, and among what needs somebody."""
    led.play()
    console = led.room.console
    assert console is not None
    led.link.say(lobby_told(2, state="over"), ConsoleTold((row(1, "over"), row(2, "plan"))))
    settle()
    assert console.bar.next.isVisible()
    assert not console.bar.next.isEnabled(), "there is nothing to show yet"
    opened: list[bool] = []
    console.debrief_asked.connect(lambda: opened.append(True))
    console.debrief_ready = True
    console.refresh()
    assert "复盘" in console.bar.next.text()
    console.bar.next.click()
    console.all.queue.main.click()
    QTest.keyClick(console, Qt.Key.Key_F9)
    assert len(opened) == 3
