"""All screens in one stack: first page, gallery, seat choice, play; language and look are changed while they run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sandgame.present.home import home_page, past_session, pick
from sandgame.text.speech import LANGUAGES, Speech
from sandgame.ui.engine import Engine
from sandgame.ui.home import HomeScreen
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.preferences import Preferences

if TYPE_CHECKING:
    from sandgame.frames.seat import HostFrame
    from sandgame.present.home import PastSession
    from sandgame.present.seat_choice import SeatChoice
    from sandgame.ui.gallery import GalleryScreen
    from sandgame.ui.ports import Play
    from sandgame.ui.seat_choice import SeatScreen
    from sandgame.ui.sessions import SessionsScreen
    from sandgame.ui.settings import SettingsSheet
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.trouble import TroubleScreen, WaitScreen

_BLINK_MS = 250


class Screens(QStackedWidget):
    """`open_play` makes the engine; it is called on another thread when it is first needed.

    All screens but the first are imported when they are first shown.
    """

    window_title_changed = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        open_play: Callable[[], Play],
        folder: str = "",
        *,
        expects_sessions: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.preferences = preferences
        self.speech = Speech(preferences.language)
        self.engine = Engine(open_play, self)
        self._folder = folder
        self._expects_sessions = expects_sessions
        self._then: Callable[[], None] | None = None
        self._fault: tuple[Exception, Callable[[], None]] | None = None
        self.home = HomeScreen()
        self.gallery: GalleryScreen | None = None
        self.seats: SeatScreen | None = None
        self.past: SessionsScreen | None = None
        self.shell: ShellScreen | None = None
        self.trouble: TroubleScreen | None = None
        self.wait: WaitScreen | None = None
        self.settings: SettingsSheet | None = None
        self.addWidget(self.home)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_BLINK_MS)
        self._connect()
        self._show_home_words()
        self._title("")
        self.home.focus_first()

    def _connect(self) -> None:
        home, engine = self.home, self.engine
        home.painted.connect(self.begin)
        home.try_asked.connect(self.try_alone)
        home.try_neared.connect(self.engine.open_early)
        home.resume_asked.connect(self.resume)
        home.delete_asked.connect(self.ask_delete)
        home.all_asked.connect(self.show_past)
        home.language_asked.connect(self.change_language)
        home.theme_asked.connect(self.change_theme)
        home.settings_asked.connect(self.open_settings)
        home.help_asked.connect(self.open_help)
        engine.opened.connect(self._on_opened)
        engine.sessions_changed.connect(self._on_sessions)
        engine.frame_came.connect(self._on_frame)
        engine.failed.connect(self._on_fault)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    # the first moments

    def begin(self) -> None:
        """After the first page was painted: what it does not need at once."""
        self.home.paint_idea(self.speech)
        if self._expects_sessions:
            self.engine.open()

    def _on_opened(self) -> None:
        self._show_home_words()
        if self.currentWidget() is self.home or self.currentWidget() is self.trouble:
            self.show_home()
        self._then, then = None, self._then
        if then is not None:
            then()

    # pages around play

    def show_home(self) -> None:
        self._go(self.home)
        self._title("")
        self.home.focus_first()

    @property
    def _loading(self) -> bool:
        return self._expects_sessions and self.engine.cases is None

    def _show_home_words(self) -> None:
        self.home.show_page(
            home_page(self.speech, self.engine.cases, self.engine.sessions, loading=self._loading), self.speech
        )

    def try_alone(self) -> None:
        """To the gallery, as soon as the cases are read."""
        if self.engine.cases is not None:
            self.show_gallery()
            return
        self._then = self.show_gallery
        self._wait_for("home-loading", "")
        self.engine.open_early()

    def show_gallery(self) -> None:
        if self.gallery is None:
            from sandgame.ui.gallery import GalleryScreen

            self.gallery = GalleryScreen()
            self._add(self.gallery, self.show_home)
            self.gallery.case_asked.connect(self.show_seats)
        self._show_gallery_words()
        self._go(self.gallery)
        self._title("")
        self.gallery.focus_first()

    def _show_gallery_words(self) -> None:
        if self.gallery is not None:
            from sandgame.present.gallery import gallery_page

            page = gallery_page(self.speech, self.engine.cases or (), self.engine.sessions)
            self.gallery.show_page(page, self.speech)

    def show_seats(self, case: str) -> None:
        from sandgame.present.seat_choice import SeatChoice

        card = next(each for each in self.engine.cases or () if each.case == case)
        if self.seats is None:
            from sandgame.ui.seat_choice import SeatScreen

            self.seats = SeatScreen()
            self._add(self.seats, self.show_gallery)
            self.seats.start_asked.connect(self.start)
        self.seats.show_choice(SeatChoice.first(card, self.preferences.draws(case)), self.speech)
        self._go(self.seats)
        self._title(pick(self.speech, card.title))
        self.seats.focus_first()

    def show_past(self) -> None:
        if self.past is None:
            from sandgame.ui.sessions import SessionsScreen

            self.past = SessionsScreen()
            self._add(self.past, self.show_home)
            self.past.resume_asked.connect(self.resume)
            self.past.delete_asked.connect(self.ask_delete)
        self._show_past_words()
        self._go(self.past)
        self.past.focus_first()

    def _show_past_words(self) -> None:
        if self.past is not None:
            cases = self.engine.cases or ()
            listed = [past_session(self.speech, card, cases) for card in self.engine.sessions]
            self.past.show_sessions(listed, self.speech)

    def _add(self, screen: GalleryScreen | SeatScreen | SessionsScreen, back: Callable[[], None]) -> None:
        self.addWidget(screen)
        screen.back_asked.connect(back)
        screen.help_asked.connect(self.open_help)
        screen.settings_asked.connect(self.open_settings)

    def _go(self, screen: QWidget) -> None:
        self._waiting.stop()
        self.setCurrentWidget(screen)

    def _title(self, what: str) -> None:
        name = self.speech.say("game-name")
        self.window_title_changed.emit(f"{what} · {name}" if what else name)

    def back(self) -> None:
        """One step towards the first page."""
        current = self.currentWidget()
        if current is self.seats:
            self.show_gallery()
        elif current in (self.gallery, self.past) or (current is self.trouble and self.engine.cases is not None):
            self.show_home()

    # play

    def start(self, choice: SeatChoice) -> None:
        setup = choice.setup()
        self.preferences.add_draw(setup.case, setup.seed)
        title, name = pick(self.speech, choice.case.title), pick(self.speech, choice.department.name)
        self._wait_for("home-starting", self.speech.say("home-starting-line", case=title, department=name))
        self.engine.start(setup)

    def resume(self, session: str) -> None:
        self._wait_for("home-resuming", "")
        self.engine.resume(session)

    def _on_frame(self, frame: HostFrame) -> None:
        if self.shell is None:
            self.shell = self._new_shell()
        self.shell.take(frame)
        scene = self.shell.scene
        if self.currentWidget() is not self.shell and scene is not None:
            self._go(self.shell)
            self._title(scene.pick(scene.cast.title))
            self.shell.now.announce()

    def _new_shell(self) -> ShellScreen:
        from sandgame.ui.over import OverPage
        from sandgame.ui.shell import ShellScreen

        shell = ShellScreen(self.speech, self.engine.submit)
        shell.left.connect(self.leave)
        shell.language_asked.connect(self.change_language)
        shell.settings_asked.connect(self.open_settings)
        shell.full_screen_asked.connect(self.toggle_full_screen)
        end = shell.pages["over"]
        if isinstance(end, OverPage):
            end.home_asked.connect(self.leave)
            end.again_asked.connect(self.play_again)
        self.addWidget(shell)
        return shell

    def play_again(self) -> None:
        """From the end of a game to the choice of the next one."""
        self.leave()
        self.show_gallery()

    def leave(self) -> None:
        """Back to the first page; the session can be gone on with at any time."""
        self._drop_shell()
        self.show_home()
        self.engine.leave()

    def _drop_shell(self) -> None:
        self.engine.hang_up()
        shell, self.shell = self.shell, None
        if shell is not None:
            shell.stop()
            shell.hide()
            self.removeWidget(shell)
            shell.deleteLater()

    def _on_sessions(self) -> None:
        self._show_home_words()
        self._show_past_words()
        if self.currentWidget() in (self.home, self.trouble):
            self.show_home()

    def ask_delete(self, past: PastSession) -> None:
        from sandgame.ui.kit.dialog import Choice, Dialog

        say = self.speech.say
        choices = (Choice("keep", say("home-delete-no")), Choice("delete", say("home-delete-yes"), "destroy"))
        dialog = Dialog(past.delete_title, say("home-delete-line"), choices, self, icon="triangle-alert")

        def answered() -> None:
            if dialog.chosen == "delete":
                self.engine.delete(past.session)
            dialog.deleteLater()

        dialog.finished.connect(answered)
        dialog.open()

    # waiting and trouble

    def _wait_for(self, title: str, line: str) -> None:
        """A page says so if it takes longer than a blink."""
        self._waiting.disconnect(self)
        self._waiting.timeout.connect(lambda: self._show_wait(title, line))
        self._waiting.start()

    def _show_wait(self, title: str, line: str) -> None:
        if self.wait is None:
            from sandgame.ui.trouble import WaitScreen

            self.wait = WaitScreen()
            self.addWidget(self.wait)
        self.wait.show_words(self.speech.say(title), line)
        self.setCurrentWidget(self.wait)

    def _on_fault(self, fault: Exception, again: Callable[[], None]) -> None:
        self._drop_shell()
        if self.trouble is None:
            from sandgame.ui.trouble import TroubleScreen

            self.trouble = TroubleScreen()
            self.trouble.back_asked.connect(self.back)
            self.trouble.retry_asked.connect(self._on_retry)
            self.addWidget(self.trouble)
        self._fault = fault, again
        self._show_trouble_words()
        self._go(self.trouble)
        self.trouble.focus_first()

    def _show_trouble_words(self) -> None:
        if self.trouble is not None and self._fault is not None:
            from sandgame.present.trouble import trouble_page

            self.trouble.show_page(trouble_page(self.speech, self._fault[0]), self.engine.cases is not None)

    def _on_retry(self) -> None:
        if self._fault is not None:
            self._fault[1]()

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
        self._show_home_words()
        self._show_gallery_words()
        self._show_past_words()
        self._show_trouble_words()
        if self.seats is not None:
            self.seats.in_language(self.speech)
        if self.shell is not None:
            self.shell.in_language(self.speech)
        if self.settings is not None:
            self.settings.show_words(self.speech, self.window().isFullScreen())
            self.settings.place()

    def _on_system_scheme(self) -> None:
        if self.preferences.theme == "system":
            self.show_look()

    # settings, help, full screen

    def open_settings(self) -> None:
        from sandgame.ui.settings import SettingsSheet

        self.settings = SettingsSheet(self, self.preferences, self._folder)
        self.settings.look_changed.connect(self.show_look)
        self.settings.full_screen_asked.connect(self.show_full_screen)
        self.settings.finished.connect(self._on_settings_closed)
        self.settings.show_words(self.speech, self.window().isFullScreen())
        self.settings.show_over()

    def _on_settings_closed(self) -> None:
        sheet, self.settings = self.settings, None
        if sheet is not None:
            sheet.deleteLater()

    def open_help(self) -> None:
        """The week, the keys and the terms; during play those of the rules that are open."""
        from sandgame.present.help import help_page
        from sandgame.ui.help import HelpSheet

        scene = self.shell.scene if self.shell is not None else None
        sheet = HelpSheet(self)
        sheet.show_page(help_page(self.speech, scene.view.table.rules if scene is not None else ()), self.speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def toggle_full_screen(self) -> None:
        self.show_full_screen(not self.window().isFullScreen())

    def show_full_screen(self, full: bool) -> None:
        if full:
            self.window().showFullScreen()
        else:
            self.window().showNormal()

    def on_key(self, event: QKeyEvent) -> bool:
        """A key that no screen has used; True if it means something here."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif key == Qt.Key.Key_F1 and (shift or self.currentWidget() is not self.shell):
            self.open_help()
        elif key == Qt.Key.Key_Escape:
            self.back()
        else:
            return False
        return True

    def end(self) -> None:
        """Waits until the engine has closed its files."""
        self._waiting.stop()
        self._drop_shell()
        self.engine.close()
