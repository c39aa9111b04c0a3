"""The pages of the largest case: six departments with many services, promises and words find their room."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.rules.ids import Phase
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.brief import BriefPage
from sandgame.ui.deliver import DeliverPage
from sandgame.ui.negotiate import NegotiatePage
from sandgame.ui.page import Page
from sandgame.ui.plan import PlanPage
from sandgame.ui.review import ReviewPage
from tests.kit.looks import faults, settle
from tests.kit.played import moment
from tests.ui.stage import Stage

BUSY = 4
"""The week in which most is going on."""
PAGES: dict[Phase, Callable[[], Page]] = {
    "brief": BriefPage,
    "negotiate": NegotiatePage,
    "plan": PlanPage,
    "deliver": DeliverPage,
    "review": ReviewPage,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", PAGES)
def test_a_busy_week_can_be_read_in_every_seat(
    qtbot: QtBot, qapp: QApplication, phase: Phase, language: Language
) -> None:
    for seat in range(1, 7):
        stage = Stage(qtbot, qapp, PAGES[phase](), look=Look(language=language, calm=True))
        stage.page.show(moment(BUSY, phase, seat, language, case="factory", length=8))
        settle()
        assert faults(stage.window) == [], seat


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_can_be_read(qtbot: QtBot, qapp: QApplication, language: Language) -> None:
    for seat in range(1, 7):
        stage = Stage(qtbot, qapp, BriefPage(), look=Look(language=language, calm=True))
        stage.page.show(moment(1, "brief", seat, language, case="factory", length=8))
        settle()
        assert faults(stage.window) == [], seat
