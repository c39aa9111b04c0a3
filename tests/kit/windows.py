"""The main window over a play without thread or disk, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.ui.kit.theme import apply_look
from sandgame.ui.ports import Play
from sandgame.ui.preferences import Preferences
from sandgame.ui.window import MainWindow
from tests.kit.looks import settle
from tests.kit.play import FakePlay
from tests.kit.shelf import CASES, shipped


def shipped_play() -> FakePlay:
    return FakePlay(*(shipped(case) for case in CASES))


def open_window(
    qtbot: QtBot, qapp: QApplication, folder: Path, open_play: Callable[[], Play] = shipped_play, language: str = "zh"
) -> MainWindow:
    """Shown, with the engine opened or its trouble said."""
    preferences = Preferences(folder / "settings.ini")
    preferences.set_language("zh" if language == "zh" else "en")
    preferences.set_calm(True)
    apply_look(qapp, preferences.look)
    window = MainWindow(preferences, open_play, str(folder))

    # the robot remembers a window weakly; this one must live until it is closed, for it ends a thread then
    def kept(_window: object) -> None:
        assert window is not None

    qtbot.addWidget(window, before_close_func=kept)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.engine.cases is not None or window.trouble is not None)
    settle()
    return window
