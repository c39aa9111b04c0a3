"""The page of all tables on a laptop: it waits for nothing, and shows no other table's figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.debrief import DOTS, PageTurned
from sandgame.present.debrief_page import Waiting
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_screen import DebriefScreen
from tests.kit.debriefs import debriefed
from tests.kit.looks import faults, picture, settle
from tests.kit.painted import painted_faults
from tests.ui.test_debrief import SIZES, laptop, told

PAGES = (*DOTS, "class")
CLASS = PageTurned("class", len(PAGES), len(PAGES), False, 0, (0, 0), PAGES, False)


def at_class(screen: DebriefScreen) -> Waiting:
    screen.take(CLASS)
    settle()
    assert screen.view.page is not None
    body = screen.view.page.body
    assert isinstance(body, Waiting)
    return body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_laptop_is_asked_to_look_up_and_shows_its_own_table(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    screen = laptop(qtbot, qapp, language)
    screen.resize(*size)
    body = at_class(screen)
    assert Speech(language).say("debrief-class-none") not in f"{screen.view.page} {body}"
    links = debriefed().debrief.links
    assert f"{sum(link.kept for link in links)}/{sum(link.matured for link in links)}" in body.line
    picture(screen, tmp_path, f"class-elsewhere-{language}-{size[0]}")
    assert faults(screen) == []
    assert painted_faults(screen.view) == []


def test_what_there_was_no_occasion_for_is_left_out(qtbot: QtBot, qapp: QApplication) -> None:
    screen = laptop(qtbot, qapp)
    told_ = told()
    nothing = {"kept": 0, "matured": 0, "asked": 0, "answered": 0, "warned": 0, "at_risk": 0}
    bare = tuple(replace(link, **nothing) for link in told_.debrief.links)
    screen.take(replace(told_, debrief=replace(told_.debrief, company=None, links=bare)))
    assert at_class(screen).line == ""
