"""Starts Qt, shows the main window and runs until it is closed."""

from __future__ import annotations

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
    from sandgame.ui.ports import Play

SETTINGS = "settings.ini"


def show_program(
    open_play: Callable[[], Play], folder: Path, language: Language | None = None, *, expects_sessions: bool = False
) -> int:
    """`folder` holds the settings beside the sessions; `language` is kept as if it had been chosen in the window."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("sandgame")
    # whoever stops it in the terminal loses nothing: what was answered is stored
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    preferences = Preferences(folder / SETTINGS)
    if language is not None:
        preferences.set_language(language)
    window = MainWindow(preferences, open_play, str(folder), expects_sessions=expects_sessions)
    window.place()
    return app.exec()
