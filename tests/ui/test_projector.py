"""The big screen: always light, large enough, never with a secret on it; opened and closed by one key."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ConsoleTold
from sandgame.paint.look import Look
from sandgame.present.projector import LobbySheet, PhaseSheet, Wish, projector_sheet
from sandgame.rules.ids import Phase
from sandgame.text.speech import Language, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.projector import Projector, ProjectorSheet, ProjectorWindow
from sandgame.ui.projector_page import ProjectorPage
from tests.kit.led import case_told, lobby_told, row
from tests.kit.looks import faults, picture, settle, shown

SMALLEST = 22
SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
PHASES: tuple[Phase, ...] = ("negotiate", "plan", "deliver")


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def projector(qtbot: QtBot, qapp: QApplication, clock: Clock, tables: int = 2) -> tuple[Projector, QWidget]:
    apply_look(qapp, Look("dark", calm=True))
    owner = QWidget()
    qtbot.addWidget(owner)
    shown(owner, 800, 600)
    made = Projector(Speech("zh"), owner, clock)
    made.take(case_told(tables))
    made.take(lobby_told(tables))
    return made, owner


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("tables", [1, 8, 12])
@pytest.mark.parametrize("kind", ["lobby", "together", "paused", "apart", "board", "over"])
def test_every_text_can_be_read_from_the_last_row(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, kind: str, tables: int, language: Language, size: tuple[int, int]
) -> None:
    apply_look(qapp, Look("dark", language, calm=True))
    rows = {n: row(n, PHASES[n % 3] if kind == "apart" else "review", paused=kind == "paused", index=(n * 9 - 30,))
            for n in range(1, tables + 1)}  # fmt: skip
    wish: Wish = "lobby" if kind == "lobby" else "board" if kind == "board" else "auto"
    lobby = lobby_told(tables, state="over" if kind == "over" else "playing")
    page = ProjectorPage()
    qtbot.addWidget(page)
    sheet = projector_sheet(Speech(language), case_told(tables), lobby, rows, lambda r: r.seconds, wish)
    page.show_sheet(sheet, language)
    shown(page, *size)
    picture(page, tmp_path, f"projector-{kind}-{tables}-{language}-{size[0]}")
    assert page.written
    assert [(text, px) for text, _, px in page.written if px < SMALLEST] == []
    room = page.rect().adjusted(0, 0, 1, 1)
    assert [text for text, box, _ in page.written if not room.contains(box.toAlignedRect())] == []


def test_it_is_light_while_the_program_is_dark(qtbot: QtBot, qapp: QApplication) -> None:
    made, _ = projector(qtbot, qapp, Clock())
    made.open()
    settle()
    assert made.window is not None
    image = made.window.grab().toImage()
    assert image.pixelColor(image.width() - 3, image.height() - 3).lightness() > 200
    made.close()


def test_the_clock_counts_on_between_two_frames_and_stops_in_a_pause(qtbot: QtBot, qapp: QApplication) -> None:
    clock = Clock()
    made, _ = projector(qtbot, qapp, clock)
    made.take(lobby_told(2, state="playing"))
    made.take(ConsoleTold((row(1, seconds=100), row(2, seconds=100))))
    made.open()
    clock.at = 40.0
    made.refresh()
    assert made.window is not None
    sheet = made.window.page.sheet
    assert isinstance(sheet, PhaseSheet)
    assert sheet.clock == "01:00"
    made.take(ConsoleTold((row(1, seconds=60, paused=True), row(2, seconds=60, paused=True))))
    clock.at = 90.0
    made.refresh()
    sheet = made.window.page.sheet
    assert isinstance(sheet, PhaseSheet)
    assert sheet.clock == "01:00"
    made.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F8])
def test_a_key_closes_it(qtbot: QtBot, qapp: QApplication, key: Qt.Key) -> None:
    made, _ = projector(qtbot, qapp, Clock())
    made.open()
    assert made.window is not None
    QTest.keyClick(made.window, key)
    assert not made.is_open


def test_a_double_click_closes_it(qtbot: QtBot, qapp: QApplication) -> None:
    made, _ = projector(qtbot, qapp, Clock())
    made.open()
    assert made.window is not None
    QTest.mouseDClick(made.window, Qt.MouseButton.LeftButton)
    assert not made.is_open


def test_the_full_stop_is_black_and_back(qtbot: QtBot, qapp: QApplication) -> None:
    made, _ = projector(qtbot, qapp, Clock())
    made.open()
    assert made.window is not None
    QTest.keyClick(made.window, Qt.Key.Key_Period)
    assert made.window.page.sheet is None
    assert made.window.grab().toImage().pixelColor(5, 5).lightness() == 0
    QTest.keyClick(made.window, Qt.Key.Key_Period)
    assert isinstance(made.window.page.sheet, LobbySheet)
    made.close()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (960, 540)])
def test_what_it_shows_is_chosen_on_a_sheet(
    qtbot: QtBot, qapp: QApplication, language: Language, width: int, height: int
) -> None:
    made, owner = projector(qtbot, qapp, Clock())
    apply_look(qapp, Look("light", language, calm=True))
    owner.resize(width, height)
    sheet = ProjectorSheet(owner, made)
    shared: list[bool] = []
    sheet.shared_changed.connect(shared.append)
    sheet.show_words(Speech(language), shared=False)
    sheet.show_over()
    settle()
    assert faults(sheet) == []
    sheet.pages["board"].click()
    assert made.wish == "board"
    sheet.shared.switch.click()
    assert shared == [True]
    sheet.switch.click()
    assert made.is_open
    made.close()
    settle()


@dataclass
class Monitor:
    """A screen as far as a window is placed by it."""

    left: int
    top: int
    wide: int
    high: int

    def geometry(self) -> QRect:
        return QRect(self.left, self.top, self.wide, self.high)


@dataclass
class Desk:
    """Two screens side by side: the console stands on `own`, and where the big page was put is noted."""

    made: Projector
    own: object
    other: Monitor
    placed: list[QRect]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made, owner = projector(qtbot, qapp, Clock())
    own, other, placed = owner.screen(), Monitor(-1280, -200, 1280, 720), list[QRect]()
    monkeypatch.setattr(made, "_screens", lambda: [own, other])
    monkeypatch.setattr(ProjectorWindow, "showFullScreen", lambda window: placed.append(window.geometry()))
    return Desk(made, own, other, placed)


def test_the_big_screen_is_the_one_that_the_console_does_not_stand_on(desk: Desk) -> None:
    desk.made.open()
    assert desk.placed == [desk.other.geometry()], "left of and above the first one too"
    desk.made.close()


def test_with_the_console_on_the_second_screen_the_page_goes_to_the_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.made, "own_screen", lambda: desk.other)
    assert desk.made.screen is desk.own


def test_a_screen_that_was_chosen_is_kept_until_it_is_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    third = Monitor(1920, 0, 3840, 2160)
    monkeypatch.setattr(desk.made, "_screens", lambda: [desk.own, desk.other, third])
    desk.made.choose_screen(third)  # type: ignore[arg-type]
    desk.made.open()
    assert desk.placed == [third.geometry()]
    monkeypatch.setattr(desk.made, "_screens", lambda: [desk.own, desk.other])
    desk.made.lose(third)  # type: ignore[arg-type]
    assert not desk.made.is_open, "it does not fall over the console"
    desk.made.open()
    assert desk.placed[-1] == desk.other.geometry()
    desk.made.lose(third)  # type: ignore[arg-type]
    assert desk.made.is_open, "another screen is no matter"
    desk.made.close()


def test_on_a_mirrored_screen_one_key_shows_the_page_over_all_of_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.made, "_screens", lambda: [desk.own])
    desk.made.toggle()
    assert isinstance(desk.own, QScreen)
    assert desk.placed == [desk.own.geometry()]
    desk.made.toggle()
    assert not desk.made.is_open


@pytest.mark.parametrize(("tables", "language", "named"), [(8, "zh", True), (4, "en", True), (12, "en", False)])
def test_the_lobby_names_each_department_at_its_seat_where_there_is_room(
    qtbot: QtBot, qapp: QApplication, tables: int, language: Language, named: bool
) -> None:
    apply_look(qapp, Look("light", language, calm=True))
    page = ProjectorPage()
    qtbot.addWidget(page)
    sheet = projector_sheet(Speech(language), case_told(tables), lobby_told(tables), {}, lambda r: r.seconds, "lobby")
    assert isinstance(sheet, LobbySheet)
    page.show_sheet(sheet, language)
    shown(page, 1024, 768)
    page.grab()
    for _, name in sheet.legend:
        said = [(box, px) for text, box, px in page.written if text == name]
        assert len(said) == (tables if named else 1), name
        assert min(px for _, px in said) >= SMALLEST
    names = {name for _, name in sheet.legend}
    boxes = [box for text, box, _ in page.written if text in names]
    crossing = [(one, other) for n, one in enumerate(boxes) for other in boxes[n + 1 :] if one.intersects(other)]
    assert crossing == [], "no name lies over another"
