"""One's own page of the debrief: its rows can be read down as well as across."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.present.debrief_own import own_page
from sandgame.present.debrief_scene import DebriefScene
from sandgame.text.speech import LANGUAGES, Language, Speech
from sandgame.ui.debrief_own import OwnPageView
from sandgame.ui.kit.theme import apply_look
from tests.kit.debriefs import debriefed
from tests.kit.looks import settle
from tests.kit.painted import painted_faults, painted_texts


@pytest.mark.parametrize("width", [1366, 1092, 960])
@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_own_views_and_places_of_all_principles_stand_in_the_same_columns(
    qtbot: QtBot, qapp: QApplication, language: Language, width: int
) -> None:
    apply_look(qapp, Look(language=language, calm=True))
    made = debriefed()
    shown = OwnPageView()
    qtbot.addWidget(shown)
    scene = DebriefScene.of(Speech(language), made.cast, made.words)
    shown.show_page(own_page(scene, made.own[1], (5, 2, 3, 3, 4, 2, 1, 6, 5, 5, 4, 1)))
    shown.resize(width, 768)
    shown.show()
    settle()
    facts, views = set(), set()
    for row in shown.rows:
        texts = painted_texts(row)
        said = {row.picture.empty, *(fact.text for fact in row.picture.facts)}
        facts |= {round(each.box.left()) for each in texts if each.text in said}
        views |= {round(each.box.left()) for each in texts if each.text == str(row.picture.self_view)}
    assert len(facts) == len(views) == 1, "one column of facts, one of own views"
    assert max(facts) < min(views)
    assert painted_faults(shown) == []
