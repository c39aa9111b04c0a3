"""Pictures of the pages around play, in both languages and schemes: nothing cut, nothing too small, nothing covered."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sandgame.frames.fault import Fault, FaultError
from sandgame.paint.tokens import SCHEMES, Scheme
from sandgame.text.speech import LANGUAGES, Language
from sandgame.ui.help import HelpSheet
from sandgame.ui.screens import Screens
from tests.kit.looks import faults, picture, settle
from tests.kit.windows import open_window

SIZES = ((1366, 768, 100), (1024, 600, 100), (960, 540, 100), (1366, 768, 130), (960, 540, 130), (1920, 1080, 100))


def has_sessions(window: Screens, count: int) -> bool:
    return len(window.engine.sessions) == count


def played(qtbot: QtBot, window: Screens) -> None:
    """Three sessions, so that all lists hold something."""
    for number, case in enumerate(("first-steps", "starter", "starter"), start=1):
        window.show_seats(case)
        assert window.seats is not None
        window.seats.start()
        qtbot.waitUntil(lambda: window.shell is not None)
        window.leave()
        qtbot.waitUntil(partial(has_sessions, window, number))


def pages(qtbot: QtBot, window: Screens) -> Iterator[tuple[str, QWidget]]:
    window.show_home()
    yield "home-first", window
    played(qtbot, window)
    window.show_home()
    yield "home", window
    window.show_gallery()
    yield "gallery", window
    window.show_seats("starter")
    yield "seats", window
    window.sessions.show()
    yield "sessions", window
    window.engine.failed.emit(FaultError(Fault.LOCKED, "/data/sessions.sqlite"), window.show_home)
    yield "trouble", window
    window.between.wait_for(window.speech.say("home-resuming"))
    window.between.show_wait()
    window.between.over()
    yield "wait", window
    window.show_home()
    window.open_help()
    sheet = window.window().findChild(HelpSheet)
    assert sheet is not None
    yield "help", sheet
    sheet.reject()
    window.open_settings()
    assert window.sheets.settings is not None
    yield "settings", window.sheets.settings
    window.sheets.settings.reject()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_fit_to_be_shown(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, scheme: Scheme
) -> None:
    window = open_window(qtbot, qapp, tmp_path, language=language)
    window.preferences.set_theme(scheme)
    window.show_look()
    for name, page in pages(qtbot, window):
        settle()
        assert faults(page) == [], name
        assert picture(page, tmp_path, f"{name}-{language}-{scheme}").stat().st_size > 5_000


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_every_window_and_text_size(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: Language, width: int, height: int, percent: int
) -> None:
    window = open_window(qtbot, qapp, tmp_path, language=language)
    window.preferences.set_text_percent(percent)
    window.show_look()
    window.window().resize(width, height)
    for name, page in pages(qtbot, window):
        settle()
        assert (window.width(), window.height()) == (width, height), name
        assert faults(page) == [], name
        picture(page, tmp_path, f"{name}-{language}-{width}x{height}-{percent}")
