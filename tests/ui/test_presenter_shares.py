"""Whose plans lost how much: on the screen of who leads, beside the value page, and nowhere that others see."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import DebriefTold, SharesGone
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.labels import Label
from sandgame.ui.presenter import PresenterScreen
from tests.kit.debriefs import Debriefed, debriefed, of_class
from tests.kit.looks import faults, picture, settle
from tests.ui.test_debrief import lead

VALUE = 5
WEEKS = (SharesGone(1, (10, 0, 30, 0, 5, 1)), SharesGone(2, (100, 20, 0, 7, 0, 1)))
SUMS = ["110", "20", "30", "7", "5", "2"]


def led(qtbot: QtBot, qapp: QApplication, language: Language = "en", left_out: tuple[int, ...] = ()) -> PresenterScreen:
    screen = lead(qtbot, qapp, language)
    made = debriefed()
    table = replace(made.debrief, table=1, left_out=left_out)
    both = of_class(Debriefed(table, (), made.cast, ()))
    screen.take(DebriefTold((table,), (WEEKS,), both, (), made.cast, (made.words,), 0))
    screen.pages[VALUE].click()
    screen._on_table(1)
    settle()
    return screen


def said(screen: PresenterScreen) -> list[str]:
    return [label.text() for label in screen._side.findChildren(Label)]


def test_the_shares_of_all_weeks_stand_beside_the_value_page_in_seat_order(qtbot: QtBot, qapp: QApplication) -> None:
    screen = led(qtbot, qapp)
    rows = screen.lead.share_rows()
    assert [money for _, money in rows] == SUMS
    assert [text for text in said(screen) if text in SUMS] == SUMS
    screen.pages[0].click()
    settle()
    assert Speech("en").say("debrief-presenter-shares") not in said(screen)


def test_they_go_while_the_screen_is_shared_and_stand_on_no_page(qtbot: QtBot, qapp: QApplication) -> None:
    screen = led(qtbot, qapp)
    public = screen.lead.public()
    assert Speech("en").say("debrief-presenter-shares") not in repr(public)
    screen.shared = True
    settle()
    assert screen.lead.share_rows() == ()
    assert Speech("en").say("debrief-presenter-shares") not in said(screen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notes_and_bookmarks_are_put_away_while_the_screen_is_shared_and_shown_for_a_moment_by_hand(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = lead(qtbot, qapp, language)
    screen.resize(1366, 768)
    note, say = screen.lead.notes()[0], Speech(language).say

    def private() -> list[bool]:
        words = [label.text() for label in screen.findChildren(Label) if label.isVisible()]
        return [each in words for each in (note, "a large order", say("debrief-presenter-say-not-line"))]

    def press(name: str) -> None:
        button = screen.findChild(SecondaryButton, name)
        assert button is not None
        button.click()
        settle()

    settle()
    assert private() == [True, True, True]
    screen.shared = True
    settle()
    assert private() == [False, False, False]
    assert faults(screen) == []
    picture(screen, tmp_path, f"presenter-folded-{language}")
    press("peek")
    assert private() == [True, True, True]
    assert faults(screen) == []
    screen.put_away()
    settle()
    assert private() == [False, False, False]
    press("peek")
    screen.next.click()
    screen.prev.click()
    settle()
    assert private() == [False, False, False], "another page is no longer the one that was asked for"
    asked: list[bool] = []
    screen.unshare_asked.connect(lambda: asked.append(True))
    press("unshare")
    assert asked == [True]
    screen.shared = False
    settle()
    assert private() == [True, True, True]


def test_who_is_not_scored_has_none(qtbot: QtBot, qapp: QApplication) -> None:
    screen = led(qtbot, qapp, left_out=(3,))
    assert screen.lead.share_rows()[2][1] == Speech("en").say("debrief-unscored")


@pytest.mark.parametrize("language", LANGUAGES)
def test_they_can_be_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> None:
    screen = led(qtbot, qapp, language)
    screen.resize(1366, 768)
    settle()
    picture(screen, tmp_path, f"presenter-shares-{language}")
    assert faults(screen) == []
