"""Starts Qt, shows the main window and runs until it is closed."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from sandgame.text.speech import Language
from sandgame.ui.preferences import Preferences
from sandgame.ui.window import MainWindow

if TYPE_CHECKING:
    from sandgame.ui.ports import Lessons, Play, Reports

SETTINGS = "settings.ini"


_SWITCH = 0.0005
"""Seconds. While the engine loads on another thread, each call of Qt into Python waits so long at most for its turn."""


def show_program(
    open_play: Callable[[], Play],
    load_more: Callable[[], None],
    folder: Path,
    language: Language | None = None,
    *,
    expects_sessions: bool = False,
    open_lessons: Callable[[], Lessons] | None = None,
    open_reports: Callable[[], Reports] | None = None,
) -> int:
    """`folder` holds the settings beside the sessions; `language` is kept as if it had been chosen in the window;
    without `open_lessons` there is nothing to join and no class to run, without `open_reports` no report is saved."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("sandgame")
    sys.setswitchinterval(_SWITCH)
    # whoever stops it in the terminal loses nothing: what was answered is stored
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    preferences = Preferences(folder / SETTINGS)
    if language is not None:
        preferences.set_language(language)
    window = MainWindow(
        preferences,
        open_play,
        load_more,
        str(folder),
        expects_sessions=expects_sessions,
        open_lessons=open_lessons,
        open_reports=open_reports,
    )
    window.complete.connect(_tidy_again)
    window.place()
    return app.exec()


def _tidy_again() -> None:
    """What the start has made stays, and is never looked through again."""
    gc.freeze()
    gc.enable()
