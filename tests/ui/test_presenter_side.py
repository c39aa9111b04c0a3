"""Beside the facilitator's pages of a debrief: what was bookmarked and handed in, and how long the pause lasts."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sandgame.frames.console import BookmarksTold
from sandgame.frames.debrief import PAUSE, BookmarkSeen, HalfTimeTold, PageTurned
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.presenter import PresenterScreen
from tests.kit.debriefs import debriefed
from tests.kit.looks import faults, picture, settle
from tests.ui.test_debrief import lead
from tests.ui.test_debrief_pages import gathered
from tests.ui.test_debrief_ways import led_class

MARKS = BookmarksTold(1, (BookmarkSeen(1, 2, "negotiate", "a large order", 68),))
AT_PAUSE = PageTurned("half_time", 1, 1, False, 0, (0, 0), PAUSE, False)


def side(screen: PresenterScreen) -> str:
    settle()
    return "\n".join(label.text() for label in screen._side.findChildren(QLabel))


def half_time(qtbot: QtBot, qapp: QApplication, folder: Path) -> PresenterScreen:
    room, _, link = led_class(qtbot, qapp, folder, "playing")
    made = debriefed()
    link.say(MARKS, AT_PAUSE, HalfTimeTold(1, 2, made.debrief.half_time, made.cast))
    assert room.presenter is not None
    link.say(replace(gathered(made.debrief), table=1, next_weeks=4))
    room.debrief.open()
    settle()
    return room.presenter


def test_at_half_time_the_bookmarks_of_the_class_are_there_before_any_debrief(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen = half_time(qtbot, qapp, tmp_path)
    assert "a large order" in side(screen)
    screen.mark(replace(MARKS, bookmarks=()))
    assert "a large order" not in side(screen), "what was rolled back is gone here too"


@pytest.mark.parametrize(("seats", "told"), [(1, "(1 person)"), (2, "(2 people)")])
def test_one_person_is_not_several(seats: int, told: str) -> None:
    figures = {"words": 0, "guesses": 0, "plus": 0, "estimates": 0, "cards": 0}
    assert told in Speech("en").say("debrief-presenter-written-of", table=1, seats=seats, **figures)
    assert told in Speech("en").say("debrief-presenter-written-half", table=1, seats=seats, done=0)


def test_at_half_time_the_clock_is_that_of_the_pause(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    screen = half_time(qtbot, qapp, tmp_path)
    screen._now = lambda begun=screen._paused or 0.0: begun + 65  # type: ignore[misc]
    screen._tick()
    assert screen.clock.text() == "01:05 / 05:00"
    assert screen.begun is None, "the debrief itself has not begun"


def test_at_half_time_it_is_counted_who_wrote_the_sentence_and_nothing_that_is_not_asked(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    screen = half_time(qtbot, qapp, tmp_path)
    picture(screen, tmp_path, "half-time-side")
    assert "第 1 桌（6 人）：下周要做的事 4 人" in side(screen)
    assert "一个词" not in side(screen)
    assert faults(screen) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_the_last_page_it_is_counted_how_many_surveys_came(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language
) -> None:
    screen = lead(qtbot, qapp, language)
    screen.take(replace(gathered(debriefed().debrief), table=1, surveys=3))
    screen.take(replace(gathered(debriefed().debrief), table=2, surveys=5))
    wanted = {"en": "handed in: 5 of 12", "zh": "交了 5 / 12 份"}[language]
    assert wanted not in side(screen)
    screen.pages[-1].click()
    assert screen.lead.page == "take_away"
    assert wanted in side(screen)
    picture(screen, tmp_path, f"take-away-side-{language}")
    assert faults(screen) == []
