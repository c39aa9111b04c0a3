"""From the gallery to the seat by hand: the length goes along, six islands find room, switches reach the setup."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.board_places import body
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.gallery_case import ChosenCase
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.switch import SwitchRow
from tests.kit.looks import faults, settle
from tests.kit.windows import open_window

SIZES = ((1366, 768), (1092, 614), (1024, 600), (960, 540))


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_six_islands_never_lie_on_each_other(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, width: int, height: int
) -> None:
    window = open_window(qtbot, qapp, tmp_path, language=language)
    window.window().resize(width, height)
    window.show_seats("factory-class")
    settle()
    assert window.seats is not None
    board = window.seats.findChild(BoardWidget)
    assert board is not None
    places = [body(face) for face in board.plan().islands.values()]
    assert len(places) == 6
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(board.rect().toRectF().contains(place) for place in places)
    assert faults(window) == []


def test_the_length_chosen_in_the_gallery_goes_along_to_the_seat(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.show_gallery()
    assert window.gallery is not None
    window.gallery._choose("factory-class")
    chosen = window.gallery.findChild(ChosenCase)
    assert chosen is not None
    chosen.length.set_index(0)
    chosen.length.index_changed.emit(0)
    chosen.go.click()
    settle()
    assert window.seats is not None
    choice = window.seats.choice()
    assert choice is not None
    assert (choice.case.case, choice.length) == ("factory-class", 5)


def test_switches_add_extras_to_the_game_and_turn_the_notes_off_on_this_computer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = open_window(qtbot, qapp, tmp_path)
    window.show_seats("starter")
    settle()
    assert window.seats is not None
    lines = [line for line in window.seats.findChildren(SwitchRow) if line.isVisibleTo(window.seats)]
    assert len(lines) == 3
    assert [line.switch.isChecked() for line in lines] == [False, False, True]
    for line in lines:
        line.switch.click()
    choice = window.seats.choice()
    assert choice is not None
    assert choice.setup().extras == ("map_task", "role_questions")
    assert not window.preferences.coach
