"""A note beside one's own evidence: written in the moment, shown on one's own page and on its paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import EvidenceNote, KeepDebrief, OwnNote
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.moment_sheet import MomentSheet
from tests.kit.looks import faults, picture, settle
from tests.ui.test_debrief import SEAT, kept_by, laptop, told, turned

SAID = "not yet heard of it"


def opened(screen: DebriefScreen) -> tuple[int, MomentSheet]:
    """The moment of the first piece of evidence."""
    screen._go_tab(1)
    settle()
    page = screen.own._page
    assert page is not None
    log = next(piece.log for row in page.rows for piece in (*row.gains, *row.losses))
    screen.own.moment_asked.emit(log, "it")
    settle()
    sheets = [sheet for sheet in screen.window().findChildren(MomentSheet) if sheet.isVisible()]
    return log[-1], sheets[-1]


def shows(screen: DebriefScreen) -> bool:
    return any(SAID in label.text() for label in screen.own.findChildren(QLabel))


def test_what_is_written_goes_out_for_this_seat_and_comes_back_on_its_page(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    kept = kept_by(screen)
    log, sheet = opened(screen)
    assert sheet.note is not None
    QTest.keyClicks(sheet.note.edit, SAID)
    QTest.keyClick(sheet.note.edit, Qt.Key.Key_Return)
    settle()
    assert kept == [KeepDebrief(SEAT, note=EvidenceNote(log, SAID))]
    screen.take(replace(told(), notes=(OwnNote(SEAT, log, SAID),)))
    settle()
    assert shows(screen)
    again = opened(screen)[1]
    assert again.note is not None
    assert again.note.text() == SAID
    again.reject()


def test_a_moment_that_was_opened_elsewhere_takes_no_note(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    screen.view.moment_asked.emit((1, 2), "it")
    settle()
    (sheet,) = [each for each in screen.window().findChildren(MomentSheet) if each.isVisible()]
    assert sheet.note is None
    sheet.reject()


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> None:
    screen = laptop(qtbot, qapp, language)
    log, sheet = opened(screen)
    picture(sheet, tmp_path, f"debrief-note-{language}")
    assert [fault for fault in faults(sheet) if fault.startswith("cut")] == []
    sheet.reject()
    screen.take(replace(told(), notes=(OwnNote(SEAT, log, SAID),)))
    settle()
    area = screen.own._area
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()
    picture(screen, tmp_path, f"debrief-noted-{language}")
    assert faults(screen) == []
