"""The main window over a play without thread or disk, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.text.speech import Language
from sandgame.ui.ports import Lessons, Play, Reports
from sandgame.ui.preferences import Preferences
from sandgame.ui.screens import Screens
from sandgame.ui.window import MainWindow
from tests.kit.looks import settle
from tests.kit.play import FakePlay
from tests.kit.shelf import SHELF, shipped


def shipped_play() -> FakePlay:
    return FakePlay(*(shipped(case) for case in SHELF))


def nothing_more() -> None:
    """The play of the tests needs nothing else."""


def open_window(
    qtbot: QtBot,
    qapp: QApplication,
    folder: Path,
    open_play: Callable[[], Play] = shipped_play,
    language: Language = "zh",
    *,
    opened: bool = True,
    open_lessons: Callable[[], Lessons] | None = None,
    open_reports: Callable[[], Reports] | None = None,
) -> Screens:
    """The screens of a window that is shown; `opened`: with cases and sessions read, or the trouble with them said."""
    assert qapp is not None
    preferences = Preferences(folder / "settings.ini")
    preferences.set_language(language)
    preferences.set_calm(True)
    window = MainWindow(
        preferences,
        open_play,
        nothing_more,
        str(folder),
        expects_sessions=opened,
        open_lessons=open_lessons,
        open_reports=open_reports,
    )

    def kept(_window: object) -> None:
        # the robot remembers a window weakly; this one must live until it is closed, for it ends a thread then
        assert window is not None

    qtbot.addWidget(window, before_close_func=kept)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.screens is not None)
    screens = window.screens
    assert screens is not None
    if opened:
        qtbot.waitUntil(lambda: screens.engine.cases is not None or screens.between.trouble is not None)
    settle()
    return screens
