"""The processes that `start` times: a bare window, and the program up to a moment; each ends there and then.

Run by file, not by module: `windows.py bare`, `painted`, `home` or `listed`.
"""

from __future__ import annotations

import os
import sys


def bare() -> None:
    """A window with a label and nothing else, until it has been painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
            super().paintEvent(event)
            QTimer.singleShot(0, end)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QLabel("One Table"))
    window.resize(1366, 768)
    window.show()
    app.exec()


def painted() -> None:
    """The program until its window has been painted for the first time."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from sandgame.__main__ import main
    from sandgame.ui.window import MainWindow

    paint = MainWindow.paintEvent

    def and_end(window: MainWindow, event: QPaintEvent) -> None:
        QTimer.singleShot(0, end)
        paint(window, event)

    MainWindow.paintEvent = and_end  # type: ignore[method-assign, assignment]
    main([])


def home() -> None:
    """The program until its first page stands in the window, with everything on it."""
    from PySide6.QtCore import QTimer

    from sandgame.__main__ import main
    from sandgame.ui.screens import Screens

    begin = Screens.begin

    def and_end(screens: Screens) -> None:
        begin(screens)
        QTimer.singleShot(0, end)

    Screens.begin = and_end  # type: ignore[method-assign, assignment]
    main([])


def listed() -> None:
    """The program until the cases are read: all that is needed to begin a session has been loaded."""
    from PySide6.QtCore import QTimer

    from sandgame.__main__ import main
    from sandgame.ui.screens import Screens

    begin = Screens.begin

    def and_end(screens: Screens) -> None:
        begin(screens)
        screens.engine.opened.connect(lambda: QTimer.singleShot(0, end))
        screens.engine.open()

    Screens.begin = and_end  # type: ignore[method-assign, assignment]
    main([])


def end() -> None:
    os._exit(0)


if __name__ == "__main__":
    {"bare": bare, "painted": painted, "home": home, "listed": listed}[sys.argv[1]]()
    raise SystemExit("it ended before its time")
