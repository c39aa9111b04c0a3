"""Into the debrief and out of it: from the console, from a seat in a class, from the end of a game of one's own."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ClassState, ConsoleTold
from sandgame.frames.debrief import (
    DOTS,
    PAUSE,
    DebriefTold,
    HalfTimeTold,
    KeepDebrief,
    PageTurned,
    TableDebriefTold,
    TurnPage,
)
from sandgame.paint.look import Look
from sandgame.present.debrief_known import DebriefKnown
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.class_room import ClassRoom
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.debrief_table import TableDebrief
from sandgame.ui.debrief_work import WordWork
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.over import OverPage
from sandgame.ui.preferences import Preferences
from sandgame.ui.presenter import PresenterScreen
from tests.kit.debriefs import Debriefed, debriefed, of_class
from tests.kit.factory_week import PRODUCTION, busy
from tests.kit.led import FakeLink, case_told, lobby_told, row
from tests.kit.lesson import given, lobby, welcome
from tests.kit.looks import faults, settle, shown
from tests.kit.played import moment
from tests.kit.trainee import Class
from tests.ui.stage import Stage

OTHER = SeatId(PRODUCTION + 1)


def told() -> TableDebriefTold:
    made = debriefed()
    return TableDebriefTold(made.debrief, made.own, made.cast, made.words)


def turned(revealed: bool = False) -> PageTurned:
    return PageTurned("one_word", 2, len(DOTS), revealed, 0, (0, 0), DOTS, False)


def debrief_told() -> DebriefTold:
    made = debriefed()
    tables = (replace(made.debrief, table=1),)
    both = of_class(Debriefed(tables[0], (), made.cast, ()))
    return DebriefTold(tables, ((),), both, (), made.cast, (made.words,), 1)


def led_class(
    qtbot: QtBot, qapp: QApplication, folder: Path, state: ClassState
) -> tuple[ClassRoom, QStackedWidget, FakeLink]:
    """Two tables at the facilitator's console."""
    apply_look(qapp, Look(calm=True))
    stack, link = QStackedWidget(), FakeLink()
    room = ClassRoom(stack, link, Preferences(folder / "settings.ini"), Speech("zh"))  # type: ignore[arg-type]
    qtbot.addWidget(stack, before_close_func=lambda _stack: room.stop())
    shown(stack)
    room.come_back()
    link.say(case_told(2), lobby_told(2, state=state), ConsoleTold((row(1), row(2))))
    return room, stack, link


def for_two(qtbot: QtBot, qapp: QApplication, folder: Path) -> Class:
    """One laptop at which two seats of a table play."""
    trainee = Class(qtbot, qapp, folder)
    trainee.sit()
    people = (PRODUCTION, OTHER)
    trainee.tell(given(3, OTHER), lobby((3, PRODUCTION), (3, OTHER), state="playing"))
    frames = [busy("plan", seat) for seat in people]
    holders = tuple(replace(each, holder="person" if each.seat in people else "bot") for each in frames[0].holders)
    trainee.tell(*(replace(each, holders=holders) for each in frames))
    return trainee


def test_from_the_console_to_the_debrief_and_its_pages_on_the_big_screen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room, stack, link = led_class(qtbot, qapp, tmp_path, "over")
    assert room.console is not None
    assert not room.console.debrief_ready
    link.say(debrief_told())
    assert room.console.debrief_ready
    room.console.debrief_asked.emit()
    settle()
    presenter = room.presenter
    assert presenter is not None
    assert stack.currentWidget() is presenter
    presenter.next.click()
    turns = [frame for frame in link.asked if isinstance(frame, TurnPage)]
    assert [turn.page for turn in turns] == ["opening", "one_word"]
    assert room.projector._debrief == presenter.picture
    room.projector.open()
    window = room.projector.window
    assert window is not None
    for key, page in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_F9, 1), (Qt.Key.Key_1, 0)):
        QTest.keyClick(window, key)
        assert presenter.lead.place == page, "on one screen pages are turned over the big screen"
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not room.projector.is_open
    assert stack.currentWidget() is presenter, "one Esc, one step"
    room.share(True)
    assert presenter.shared, "what the console locks is locked here too"
    room.console.on_shared(False)
    assert not presenter.shared
    presenter.end.click()
    assert stack.currentWidget() is room.console
    assert room.projector._debrief is None


def test_on_one_screen_the_debrief_is_shared_after_its_big_screen_was_closed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room, stack, link = led_class(qtbot, qapp, tmp_path, "over")
    link.say(debrief_told())
    room.debrief.open()
    presenter = room.presenter
    assert presenter is not None
    assert not presenter.lead.folded
    QTest.keyClick(presenter, Qt.Key.Key_F8)
    assert presenter.lead.folded
    presenter.peek()
    assert not presenter.lead.folded
    QTest.keyClick(presenter, Qt.Key.Key_F8)
    room.projector.open()
    assert presenter.lead.folded, "what was looked at for a moment is not under it"
    window = room.projector.window
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert stack.currentWidget() is presenter
    assert (room.shared, presenter.lead.folded) == (True, True)
    presenter.unshare_asked.emit()
    settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Dialog)
    dialog.button("go").click()
    settle()
    assert (room.shared, presenter.lead.folded) == (False, False)


def test_a_second_esc_does_not_leave_the_debrief(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    room, stack, link = led_class(qtbot, qapp, tmp_path, "over")
    link.say(debrief_told())
    room.debrief.open()
    presenter = room.presenter
    assert presenter is not None
    room.projector.open()
    assert room.projector.window is not None
    presenter.show_moment((68,), "said")
    for _ in range(2):
        QTest.keyClick(room.projector.window, Qt.Key.Key_Escape)
    settle()
    assert not room.projector.is_open
    presenter.show_moment((68,), "said")
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    assert not presenter.lead.moment, "what is open closes first"
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert stack.currentWidget() is presenter
    presenter.end.click()
    assert stack.currentWidget() is room.console


def test_the_debriefs_clock_goes_on_when_its_class_is_come_back_to(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room, _, link = led_class(qtbot, qapp, tmp_path, "over")

    def opened(session: str) -> PresenterScreen:
        link.say(welcome(session=session), case_told(2), lobby_told(2, state="over"), ConsoleTold((row(1), row(2))))
        link.say(debrief_told())
        room.debrief.open()
        assert room.presenter is not None
        return room.presenter

    first = opened("one")
    first.next.click()
    begun = first.begun
    assert begun is not None
    room.leave()
    room.come_back("another")
    assert opened("another").begun is None, "each class has its own"
    room.leave()
    room.come_back("one")
    assert opened("one").begun == begun


def test_the_facilitators_page_lies_over_the_game_and_answers_go_to_the_host(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    trainee.play()
    trainee.tell(told())
    assert trainee.window.currentWidget() is trainee.shell
    trainee.tell(turned())
    screen = trainee.window.currentWidget()
    assert isinstance(screen, DebriefScreen)
    assert faults(screen) == []
    work = screen.desk.works["one_word", PRODUCTION]
    assert isinstance(work, WordWork)
    work.word.set_text("tired")
    work.send.click()
    qtbot.waitUntil(lambda: bool(trainee.asked(KeepDebrief)))
    screen.left.emit()
    assert trainee.window.currentWidget() is trainee.shell


def test_at_the_end_ones_own_page_takes_the_place_of_the_bare_facts(qtbot: QtBot, qapp: QApplication) -> None:
    page = OverPage()
    stage = Stage(qtbot, qapp, page, centre=1010)
    page.show(moment(8, "over", 4, case="factory", length=8))
    page.ways.set_index(1)
    page._on_way(1)
    settle()
    assert not stage.found(OwnPageView)
    page.show_debrief(DebriefKnown(Speech("zh")).took(told()))
    settle()
    assert len(stage.found(OwnPageView)) == 1
    assert faults(stage.window) == []
    asked: list[bool] = []
    page.debrief_asked.connect(lambda: asked.append(True))
    stage.click(stage.button("看复盘"))
    page.primary()
    assert asked == [True, True]
    assert page.now().primary == "看复盘"


def test_one_laptop_for_several_seats_keeps_its_debrief_when_the_class_ends(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    trainee = for_two(qtbot, qapp, tmp_path)
    trainee.tell(told(), turned())
    screen = trainee.window.currentWidget()
    assert isinstance(screen, TableDebrief)
    assert faults(screen) == []
    trainee.tell(lobby((3, PRODUCTION), (3, OTHER), state="over"))
    gone = trainee.way.pages.gone
    assert trainee.window.currentWidget() is gone
    assert gone is not None
    gone.own_asked.emit()
    assert trainee.window.currentWidget() is screen
    trainee.tell(PageTurned("guess", 3, len(DOTS), False, 0, (0, 0), DOTS, False))
    assert screen.pages.view.page is not None
    assert screen.pages.view.page.page == "guess"


def test_half_time_opens_here_as_soon_as_there_is_something_to_show(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    room, stack, link = led_class(qtbot, qapp, tmp_path, "playing")
    assert room.console is not None
    room.console.debrief_asked.emit()
    assert stack.currentWidget() is room.console
    made = debriefed()
    link.say(PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False))
    link.say(HalfTimeTold(1, 4, made.debrief.half_time, made.cast))
    settle()
    assert room.presenter is not None
    assert stack.currentWidget() is room.presenter
    assert room.presenter.picture is not None
    assert room.presenter.picture.page == "half_time"
    room.presenter.left.emit()
    assert stack.currentWidget() is room.console


def test_the_page_of_half_time_makes_room_when_play_goes_on(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    trainee = Class(qtbot, qapp, tmp_path)
    seated = trainee.play()
    made = debriefed()
    paused = replace(seated.view, room=replace(seated.view.room, paused=True))
    trainee.tell(replace(seated, view=paused))
    trainee.tell(HalfTimeTold(3, 4, made.debrief.half_time, made.cast))
    trainee.tell(PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False))
    screen = trainee.window.currentWidget()
    assert isinstance(screen, DebriefScreen)
    assert faults(screen) == []
    trainee.tell(replace(seated, view=paused))
    assert trainee.window.currentWidget() is screen
    trainee.tell(seated)
    assert trainee.window.currentWidget() is trainee.shell
