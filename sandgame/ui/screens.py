"""All screens in one stack, in the language and look that are chosen; and the keys that no screen has used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sandgame.present.home import pick
from sandgame.text.speech import LANGUAGES, Speech
from sandgame.ui.class_ways import ClassWays
from sandgame.ui.engine import Engine
from sandgame.ui.game_ways import GameWays
from sandgame.ui.home import HomeScreen
from sandgame.ui.interruptions import Interruptions
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.past_sessions import PastSessions
from sandgame.ui.preferences import Preferences
from sandgame.ui.report_saving import ReportSaving
from sandgame.ui.sheets import Sheets
from sandgame.ui.standard_words import speak_standard_words

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.ui.debrief_screen import DebriefScreen
    from sandgame.ui.debrief_table import TableDebrief
    from sandgame.ui.gallery import GalleryScreen
    from sandgame.ui.ports import Lessons, Play, Reports
    from sandgame.ui.seat_choice import SeatScreen
    from sandgame.ui.sessions import SessionsScreen
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen
    from sandgame.ui.table_setup import TableSetupScreen


class Screens(QStackedWidget):  # long: the wiring of all ways, and a short name for each screen
    """`open_play` makes the engine, `load_more` loads what it needs to begin a session; both run on another thread.

    All screens but the first are imported when they are first shown.
    """

    window_title_changed = Signal(str)

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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.speech = Speech(preferences.language)
        self.engine = Engine(open_play, load_more, self)
        self.sheets = Sheets(self, preferences, folder)
        self.between = Interruptions(self)
        self.reports = ReportSaving(self, open_reports, preferences)
        self._expects_sessions = expects_sessions
        self._named: Texts | None = None
        drafts = Path(folder) / "drafts" if folder else None
        self.home = HomeScreen()
        self.games = GameWays(self, self.engine, self.between, preferences, drafts, self.speech)
        self.classes = ClassWays(self, open_lessons, preferences, drafts, self.speech) if open_lessons else None
        link = self.classes.link if self.classes is not None else None
        self.sessions = PastSessions(self, self.home, self.engine, link, self.reports, drafts, self.speech)
        self.sessions.expected = expects_sessions
        self.addWidget(self.home)
        self._connect()
        self.sessions.show_words()
        self._title(None)
        self.home.focus_first()

    def _connect(self) -> None:
        home, engine, games, sessions = self.home, self.engine, self.games, self.sessions
        home.painted.connect(self.begin)
        home.try_asked.connect(games.try_alone)
        home.table_asked.connect(games.try_table)
        home.try_neared.connect(engine.open_early)
        home.language_asked.connect(self.change_language)
        home.theme_asked.connect(self.change_theme)
        engine.opened.connect(self._on_opened)
        engine.sessions_changed.connect(self._on_sessions)
        engine.failed.connect(self._on_fault)
        games.gone_to.connect(self._go)
        sessions.gone_to.connect(self._go)
        sessions.home_asked.connect(self.show_home)
        sessions.game_asked.connect(games.resume)
        self._connect_way(games)
        if self.classes is not None:
            self._connect_classes(self.classes)
        for part in (home, sessions):
            part.settings_asked.connect(self.open_settings)
            part.help_asked.connect(self.open_help)
        self.between.back_asked.connect(self.show_home)
        self.sheets.look_changed.connect(self.show_look)
        self.sheets.full_screen_asked.connect(self.show_full_screen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def _connect_way(self, way: GameWays | ClassWays) -> None:
        way.home_asked.connect(self.show_home)
        way.titled.connect(self._title)
        way.language_asked.connect(self.change_language)
        way.settings_asked.connect(self.open_settings)
        way.help_asked.connect(self.open_help)
        way.full_screen_asked.connect(self.toggle_full_screen)

    def _connect_classes(self, classes: ClassWays) -> None:
        self._connect_way(classes)
        classes.cases = lambda: self.engine.cases or ()
        classes.broken = lambda: self.engine.broken_cases
        classes.home_changed.connect(self.sessions.show_words)
        classes.failed.connect(self._on_fault)
        classes.alone_asked.connect(self.games.try_alone)
        classes.report_asked.connect(self.sessions.save_report)
        self.sessions.class_asked.connect(classes.lead)
        self.home.join_asked.connect(classes.join)
        self.home.run_asked.connect(self.run_class)
        self.home.seat_back_asked.connect(classes.come_back)

    @property
    def gallery(self) -> GalleryScreen | None:
        return self.games.gallery

    @property
    def seats(self) -> SeatScreen | None:
        return self.games.seats

    @property
    def table_setup(self) -> TableSetupScreen | None:
        return self.games.table_setup

    @property
    def shell(self) -> ShellScreen | None:
        return self.games.game.shell

    @property
    def table(self) -> TableScreen | None:
        return self.games.game.table

    @property
    def debrief(self) -> DebriefScreen | TableDebrief | None:
        return self.games.game.debrief

    @property
    def past(self) -> SessionsScreen | None:
        return self.sessions.screen

    # the first moments

    def begin(self) -> None:
        """After the first page was painted: what it does not need at once."""
        self.home.paint_idea(self.speech)
        if self.classes is not None:
            self.classes.look_soon()
        if self._expects_sessions:
            self.engine.open()

    def _on_opened(self) -> None:
        self._on_sessions()
        self.games.go_on()

    def _on_sessions(self) -> None:
        self.sessions.show_words()
        if self.currentWidget() is self.home or self.between.is_trouble():
            self.show_home()

    def _on_fault(self, fault: Exception, again: Callable[[], None]) -> None:
        self.games.game.drop()
        self.between.fail(fault, again, self.speech)

    # where one goes

    def show_home(self) -> None:
        self._go(self.home)
        self._title(None)
        self.home.focus_first()

    def show_gallery(self) -> None:
        self.games.show_gallery()

    def show_seats(self, case: str, length: int = 0) -> None:
        self.games.show_seats(case, length)

    def resume(self, session: str) -> None:
        self.sessions.resume(session)

    def play_again(self) -> None:
        self.games.play_again()

    def leave(self) -> None:
        self.games.leave()

    def run_class(self) -> None:
        """To the class's set-up, as soon as the cases are read; or back to the class that is under way."""
        assert self.classes is not None
        if self.classes.led is not None:
            self._to_class()
        else:
            self.games.with_cases(self._to_class)

    def _to_class(self) -> None:
        assert self.classes is not None
        self.between.over()
        self.classes.run()

    def _go(self, screen: QWidget) -> None:
        self.between.over()
        self.setCurrentWidget(screen)

    def _title(self, what: Texts | None) -> None:
        self._named = what
        name = self.speech.say("game-name")
        self.window_title_changed.emit(f"{pick(self.speech, what)} · {name}" if what is not None else name)

    def back(self) -> None:
        """One step towards the first page."""
        if (self.classes is not None and self.classes.back()) or self.games.back():
            return
        if (self.past is not None and self.currentWidget() is self.past) or self.between.is_trouble():
            self.show_home()

    # language and look

    def change_language(self, language: str = "") -> None:
        """To the one named, else to the other one."""
        other = next(each for each in LANGUAGES if each != self.speech.language)
        self.preferences.set_language(next((each for each in LANGUAGES if each == language), other))
        self.show_look()

    def change_theme(self) -> None:
        self.preferences.set_theme("light" if self.preferences.look.scheme == "dark" else "dark")
        self.show_look()

    def show_look(self) -> None:
        """Everything again, as the preferences now are."""
        look = self.preferences.look
        if look.language != self.speech.language:
            self.speech = Speech(look.language)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_look(app, look)
        speak_standard_words(app, look.language)
        self._title(self._named)
        for part in (self.sessions, self.games, self.between, self.sheets, self.classes):
            if part is not None:
                part.in_language(self.speech)

    def _on_system_scheme(self) -> None:
        if self.preferences.theme == "system":
            self.show_look()

    # settings, help, full screen

    def open_settings(self) -> None:
        self.sheets.open_settings(self.speech)

    def open_help(self) -> None:
        if self.classes is not None and self.classes.open_help():
            return
        playing = self.games.game.screen
        scene = playing.scene if playing is not None else self.classes.scene if self.classes is not None else None
        self.sheets.open_help(self.speech, scene)

    def toggle_full_screen(self) -> None:
        self.show_full_screen(not self.window().isFullScreen())

    def show_full_screen(self, full: bool) -> None:
        """Leaving it, the window is again what it was before: maximised, or where it stood."""
        window, filling = self.window(), Qt.WindowState.WindowFullScreen
        before = window.windowState()
        window.setWindowState(before | filling if full else before & ~filling)

    def on_key(self, event: QKeyEvent) -> bool:
        """A key that no screen has used; True if it means something here."""
        if self.classes is not None and self.classes.on_key(event):
            return True
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif key == Qt.Key.Key_F1 and shift:
            self.sheets.open_terms(self.speech, self.shell.scene if self.shell is not None else None)
        elif key == Qt.Key.Key_F1 and self.currentWidget() is not self.shell:
            self.open_help()
        elif key == Qt.Key.Key_Escape:
            self.back()
        else:
            return False
        return True

    def end(self) -> None:
        """Waits until the engine has closed its files."""
        self.between.over()
        self.reports.close()
        self.games.game.drop()
        if self.classes is not None:
            self.classes.close()
        self.engine.close()
