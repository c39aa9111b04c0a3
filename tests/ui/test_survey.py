"""The survey about oneself: before class from the waiting page, after it beside what was recorded; once, or never."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import KeepDebrief, Survey
from sandgame.paint.look import Look
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.survey import ITEMS, SurveyPage
from tests.kit.factory_week import PRODUCTION, busy
from tests.kit.lesson import lobby, welcome
from tests.kit.looks import faults, picture, settle, shown
from tests.kit.painted import painted_faults
from tests.kit.trainee import Class
from tests.ui.test_debrief import kept_by, laptop

BEST = tuple(1 if item in (4, 6, 12, 18) else 6 for item in range(1, ITEMS + 1))


def fill(page: SurveyPage, answers: tuple[int, ...]) -> None:
    """By digits alone, page by page."""
    for first in range(0, ITEMS, 6):
        for place in range(6):
            if answers[first + place]:
                page.rows[place].setFocus()
                QTest.keyClick(page.rows[place], Qt.Key(Qt.Key.Key_0 + answers[first + place]))
        page.next.click()
        settle()


def waiting(qtbot: QtBot, qapp: QApplication, folder: Path, language: Language = "zh") -> Class:
    class_ = Class(qtbot, qapp, folder, language)
    class_.sit()
    assert class_.way.pages.waiting is not None
    return class_


def test_before_class_it_is_filled_in_from_the_waiting_page_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    class_ = waiting(qtbot, qapp, tmp_path)
    room, pages = class_.way.pages.waiting, class_.way.pages
    assert room is not None
    room.survey.click()
    assert pages.survey is not None
    assert class_.window.currentWidget() is pages.survey
    fill(pages.survey.survey, BEST)
    (kept,) = class_.asked(KeepDebrief)
    assert isinstance(kept, KeepDebrief)
    assert isinstance(kept.survey, Survey)
    assert (kept.seat, kept.survey.occasion, kept.survey.answers) == (PRODUCTION, "a", BEST)
    QTest.keyClick(pages.survey, Qt.Key.Key_F9)
    assert len(class_.asked(KeepDebrief)) == 1
    pages.survey.survey.skip.click()
    assert class_.window.currentWidget() is room
    assert not room.survey.isVisible()
    assert room.survey_line.text() == Speech("zh").say("survey-before-done")


def test_it_can_be_left_and_taken_up_again_with_what_was_chosen(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    class_ = waiting(qtbot, qapp, tmp_path)
    room, pages = class_.way.pages.waiting, class_.way.pages
    assert room is not None
    room.survey.click()
    assert pages.survey is not None
    QTest.keyClick(pages.survey.survey.rows[0], Qt.Key.Key_5)
    QTest.keyClick(pages.survey, Qt.Key.Key_Escape)
    assert class_.window.currentWidget() is room
    assert class_.asked(KeepDebrief) == []
    room.survey.click()
    assert pages.survey.survey.answers[0] == 5


def test_play_that_begins_does_not_wait_for_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    class_ = waiting(qtbot, qapp, tmp_path)
    room = class_.way.pages.waiting
    assert room is not None
    room.survey.click()
    class_.tell(lobby((3, PRODUCTION), state="playing"), busy("negotiate"))
    assert class_.window.currentWidget() is class_.shell


def test_where_several_sit_at_one_laptop_it_is_not_offered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    from sandgame.present.class_waiting import waiting_room

    told = welcome(whole=True)
    seats = tuple(each.seat for each in told.card.departments)
    room = waiting_room(Speech("en"), told, lobby(), 3, seats, scored=True)
    assert (room.survey, room.survey_open) == ("", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_class_it_can_be_read(qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language) -> None:
    class_ = waiting(qtbot, qapp, tmp_path, language)
    room = class_.way.pages.waiting
    assert room is not None
    picture(class_.window, tmp_path, f"survey-waiting-{language}")
    assert faults(room) == []
    room.survey.click()
    page = class_.way.pages.survey
    assert page is not None
    settle()
    picture(class_.window, tmp_path, f"survey-before-{language}")
    assert faults(page) == []
    assert painted_faults(page) == []
    fill(page.survey, BEST)
    picture(class_.window, tmp_path, f"survey-thanks-{language}")
    assert faults(page) == []
    class_.window.change_language()
    other = next(each for each in LANGUAGES if each != language)
    assert page.survey.skip.text() == Speech(other).say("survey-close")


def test_what_was_handed_in_cannot_be_handed_in_again(qtbot: QtBot, qapp: QApplication) -> None:
    apply_look(qapp, Look(language="en", calm=True))
    page = SurveyPage("b2", Speech("en"))
    qtbot.addWidget(page)
    shown(page)
    found: list[Survey] = []
    page.handed_in.connect(found.append)
    fill(page, BEST)
    assert page.done
    page.next.click()
    page.in_language(Speech("zh"))
    page.next.click()
    assert [each.answers for each in found] == [BEST]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ones_own_view_stands_beside_the_record_once_it_was_handed_in(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = laptop(qtbot, qapp, language)
    kept = kept_by(screen)
    screen._go_tab(2)
    assert all(row.picture.self_view is None for row in screen.own.rows)
    fill(screen.survey, BEST)
    assert [each.survey.occasion for each in kept if each.survey is not None] == ["b2"]
    assert [row.picture.self_view for row in screen.own.rows] == [100] * 6
    screen._go_tab(1)
    settle()
    picture(screen, tmp_path, f"debrief-own-self-{language}")
    assert faults(screen) == []
    assert painted_faults(screen) == []


def test_a_survey_that_was_left_shows_nothing_of_itself(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    screen._go_tab(2)
    QTest.keyClick(screen.survey.rows[0], Qt.Key.Key_6)
    QTest.keyClick(screen.survey.rows[1], Qt.Key.Key_6)
    screen.survey.skip.click()
    screen._show_own()
    assert all(row.picture.self_view is None for row in screen.own.rows)
