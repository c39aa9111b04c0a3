"""The main window: painted before anything else is loaded, then furnished with the screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from sandgame.paint.tokens import Scheme, palette
from sandgame.ui.preferences import Preferences

if TYPE_CHECKING:
    from sandgame.ui.ports import Lessons, Play, Reports
    from sandgame.ui.screens import Screens

SMALLEST = (960, 540)
DESIGN = (1366, 768)
_SIDE = 540
_EDGES, _TITLE_BAR = 16, 48


def _grounds(scheme: Scheme, width: int) -> str:
    """The two grounds of the first page, so that nothing jumps when it comes: as a style, for a painter costs more."""
    colour = palette(scheme).colour
    paper, sand, edge = colour.surface.name(), colour.sand_mid.name(), _SIDE / max(width, _SIDE + 1)
    stops = f"stop:0 {paper}, stop:{edge:.4f} {paper}, stop:{edge + 0.0001:.4f} {sand}, stop:1 {sand}"
    return f"QMainWindow {{ background: qlineargradient(x1:0, y1:0, x2:1, y2:0, {stops}); }}"


class MainWindow(QMainWindow):
    """`screens` is None until the first paint: loading them takes longer than showing a window."""

    complete = Signal()
    """The first page stands with everything on it."""

    def __init__(
        self,
        preferences: Preferences,
        open_play: Callable[[], Play],
        load_more: Callable[[], None],
        folder: str = "",
        *,
        expects_sessions: bool = False,
        open_lessons: Callable[[], Lessons] | None = None,
        open_reports: Callable[[], Reports] | None = None,
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._open_play = open_play
        self._load_more = load_more
        self._folder = folder
        self._expects_sessions = expects_sessions
        self._open_lessons = open_lessons
        self._open_reports = open_reports
        self._painted = False
        self.screens: Screens | None = None
        self.setMinimumSize(*SMALLEST)

    def place(self) -> None:
        """Shows it where it was last time; else at its design size, or filling a screen that is not much larger."""
        kept = self._preferences.window
        if not kept.isEmpty() and self.restoreGeometry(kept):
            self.show()
            return
        room = self.screen().availableGeometry()
        wide, high = DESIGN
        # what it shrinks to when a person ends the filling: title bar and edges must fit beside it
        self.resize(min(wide, room.width() - _EDGES), min(high, room.height() - _TITLE_BAR))
        if room.width() < wide + 200 or room.height() < high + 100:
            self.showMaximized()
        else:
            self.move(room.center() - self.rect().center())
            self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.screens is None:
            self.setStyleSheet(_grounds(self._preferences.opening_scheme, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.furnish)

    def furnish(self) -> None:
        """Loads fonts, look and screens, and shows the first of them."""
        from sandgame.ui.kit.mark import mark_icon
        from sandgame.ui.kit.theme import apply_look
        from sandgame.ui.screens import Screens
        from sandgame.ui.standard_words import speak_standard_words

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.setStyleSheet("")
        apply_look(app, self._preferences.look)
        speak_standard_words(app, self._preferences.language)
        self.screens = Screens(
            self._preferences,
            self._open_play,
            self._load_more,
            self._folder,
            expects_sessions=self._expects_sessions,
            open_lessons=self._open_lessons,
            open_reports=self._open_reports,
        )
        self.screens.window_title_changed.connect(self.setWindowTitle)
        self.screens.home.painted.connect(self.complete)
        self.setCentralWidget(self.screens)
        self.screens.show_home()
        self.setWindowIcon(mark_icon())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.screens is None or not self.screens.on_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked, for all that was answered is stored."""
        if not self.isFullScreen():
            self._preferences.set_window(self.saveGeometry())
        self._preferences.save()
        if self.screens is not None:
            self.screens.end()
        super().closeEvent(event)
