"""One table on the big screen: asked at its laptops, seen by who leads, shown only when all there agreed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import GatheredTold, KeepDebrief, PageTurned
from sandgame.present.debrief_page import DebriefPicture, KpiBody
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_screen import DebriefScreen
from sandgame.ui.presenter import PresenterScreen
from tests.kit.debriefs import debriefed
from tests.kit.looks import faults, picture, settle
from tests.ui.test_debrief import SEAT, asked_by, kept_by, laptop, lead, turned
from tests.ui.test_debrief_pages import gathered

VALUE = 5
"""Its place among the pages of thirty minutes."""


def told(shows: int, *, table: int = 1) -> GatheredTold:
    made = gathered(debriefed().debrief)
    return replace(made, table=table, seats=6, shows=shows, agreed=shows == 6)


def on_big_screen(screen: PresenterScreen) -> list[DebriefPicture]:
    found: list[DebriefPicture] = []
    screen.page_changed.connect(found.append)
    return found


def test_a_table_that_has_not_agreed_is_seen_here_alone(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(4))
    screen.pages[VALUE].click()
    found, asked = on_big_screen(screen), asked_by(screen)
    screen._on_table(1)
    assert screen.picture is not None
    assert isinstance(screen.picture.body, KpiBody)
    assert not isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 0
    assert "4/6" in screen.agreement.text()
    assert not screen.put_up.isVisible()


def test_when_all_have_agreed_it_waits_for_the_hand_of_who_leads(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.pages[VALUE].click()
    screen._on_table(1)
    found, asked = on_big_screen(screen), asked_by(screen)
    screen.take(told(6))
    assert not isinstance(found[-1].body, KpiBody)
    screen.put_up.setFocus()
    QTest.keyClick(screen.put_up, Qt.Key.Key_Space)
    assert isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 1
    assert not screen.put_up.isVisible()


def test_a_table_that_agreed_is_shown_as_soon_as_it_is_chosen(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    screen.pages[VALUE].click()
    found, asked = on_big_screen(screen), asked_by(screen)
    screen._on_table(1)
    assert isinstance(found[-1].body, KpiBody)
    assert asked[-1].table == 1


def test_what_is_taken_back_is_gone_from_the_big_screen_and_still_here(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    screen.pages[VALUE].click()
    screen._on_table(1)
    found = on_big_screen(screen)
    screen.take(told(5))
    screen.take(replace(screen.lead.turned(), table=0))
    assert not isinstance(found[-1].body, KpiBody)
    assert screen.lead.table == 1
    assert screen.lead.turn().table == 0


def test_a_window_that_comes_back_shows_what_was_shown(qtbot: QtBot, qapp: QApplication) -> None:
    screen = lead(qtbot, qapp)
    screen.take(told(6))
    found = on_big_screen(screen)
    pages = screen.lead.pages
    screen.take(PageTurned("value", 6, len(pages), False, 1, (0, 0), pages, False))
    assert isinstance(found[-1].body, KpiBody)
    assert screen.lead.table == 1


def test_a_laptop_says_yes_by_key_and_takes_it_back(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    settle()
    kept = kept_by(screen)
    screen.show_ask.yes.setFocus()
    QTest.keyClick(screen.show_ask.yes, Qt.Key.Key_Space)
    assert kept == [KeepDebrief(SEAT, show=True)]
    assert screen.show_ask.no.hasFocus()
    screen.take(told(3, table=3))
    assert "3/6" in screen.show_ask.line.text()
    QTest.keyClick(screen.show_ask.no, Qt.Key.Key_Space)
    assert kept[-1] == KeepDebrief(SEAT, show=False)
    assert screen.show_ask.line.text() == Speech("en").say("debrief-show-line")


def test_who_has_not_answered_reads_no_count(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen.take(turned("value"))
    screen.take(told(5, table=3))
    assert "5" not in screen.show_ask.line.text()


def test_several_at_one_laptop_answer_together(qtbot: QtBot, qapp: QApplication) -> None:
    screen = DebriefScreen(Speech("en"), (SEAT, type(SEAT)(5)), led=True)
    qtbot.addWidget(screen)
    kept = kept_by(screen)
    screen.show_ask.yes.click()
    assert [(each.seat, each.show) for each in kept] == [(4, True), (5, True)]


@pytest.mark.parametrize("led", [True, False])
def test_only_where_there_is_a_big_screen_it_is_asked(qtbot: QtBot, qapp: QApplication, led: bool) -> None:
    screen = laptop(qtbot, qapp, led=led)
    if led:
        screen.take(turned("value"))
    settle()
    assert screen.show_ask.isVisible() is led


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> None:
    screen = laptop(qtbot, qapp, language)
    for page in ("value", "take_away"):
        screen.take(turned(page))
        settle()
        picture(screen, tmp_path, f"debrief-show-{language}-{page}")
        assert faults(screen) == []
    leader = lead(qtbot, qapp, language)
    leader.resize(1366, 768)
    leader.pages[VALUE].click()
    leader._on_table(1)
    for shows in (4, 6):
        leader.take(told(shows))
        settle()
        picture(leader, tmp_path, f"presenter-show-{language}-{shows}")
        assert faults(leader) == []
