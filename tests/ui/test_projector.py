"""The big screen: always light, large enough, never with a secret on it; opened and closed by one key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.classroom import ConsoleTold
from sandgame.paint.look import Look
from sandgame.present.projector import LobbySheet, PhaseSheet, Wish, projector_sheet
from sandgame.rules.ids import Phase
from sandgame.text.speech import Language, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.projector import Projector, ProjectorSheet
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
