"""All screens in one stack: first page, gallery, seat choice, play; language and look are changed while they run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sandgame.present.home import home_page, pick
from sandgame.text.speech import LANGUAGES, Speech
from sandgame.ui.class_ways import ClassWays
from sandgame.ui.engine import Engine
from sandgame.ui.home import HomeScreen
from sandgame.ui.interruptions import Interruptions
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.own_game import OwnGame
from sandgame.ui.preferences import Preferences
from sandgame.ui.report_saving import ReportSaving
from sandgame.ui.sheets import Sheets
from sandgame.ui.standard_words import speak_standard_words

if TYPE_CHECKING:
    from sandgame.frames.cast import Texts
    from sandgame.frames.console import PastClass
    from sandgame.frames.lobby import CaseCard, SessionCard, TableSetup
    from sandgame.present.home import PastSession
    from sandgame.present.seat_choice import SeatChoice
    from sandgame.present.table_setup import TableChoice
    from sandgame.ui.debrief_screen import DebriefScreen
    from sandgame.ui.debrief_table import TableDebrief
    from sandgame.ui.gallery import GalleryScreen
    from sandgame.ui.ports import Lessons, Play, Reports
    from sandgame.ui.seat_choice import SeatScreen
    from sandgame.ui.sessions import SessionsScreen
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen
    from sandgame.ui.table_setup import TableSetupScreen


class Screens(QStackedWidget):
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
        self._drafts = Path(folder) / "drafts" if folder else None
        self.between = Interruptions(self)
        self.reports = ReportSaving(self, open_reports, preferences)
        self._expects_sessions = expects_sessions
        self._then: Callable[[], None] | None = None
        self._named: Texts | None = None
        self._at_table = False
        """Which way the gallery leads on."""
        self.home = HomeScreen()
        self.home.reports = self.reports.offered
        self.gallery: GalleryScreen | None = None
        self.seats: SeatScreen | None = None
        self.past: SessionsScreen | None = None
        self.table_setup: TableSetupScreen | None = None
        self.game = self._own_game()
        self.classes = self._class_ways(open_lessons) if open_lessons is not None else None
        self.addWidget(self.home)
        self._connect()
        self._show_home_words()
        self._title(None)
        self.home.focus_first()

    def _connect(self) -> None:
        home, engine = self.home, self.engine
        home.painted.connect(self.begin)
        home.try_asked.connect(self.try_alone)
        home.table_asked.connect(self.try_table)
        home.try_neared.connect(self.engine.open_early)
        home.resume_asked.connect(self.resume)
        home.delete_asked.connect(self.ask_delete)
        home.report_asked.connect(self.save_report)
        home.all_asked.connect(self.show_past)
        home.language_asked.connect(self.change_language)
        home.theme_asked.connect(self.change_theme)
        home.settings_asked.connect(self.open_settings)
        home.help_asked.connect(self.open_help)
        if (classes := self.classes) is not None:
            home.join_asked.connect(classes.join)
            home.run_asked.connect(self.run_class)
            home.seat_back_asked.connect(classes.come_back)
        engine.opened.connect(self._on_opened)
        engine.sessions_changed.connect(self._on_sessions)
        engine.failed.connect(self._on_fault)
        self.between.back_asked.connect(self.show_home)
        self.sheets.look_changed.connect(self.show_look)
        self.sheets.full_screen_asked.connect(self.show_full_screen)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def _own_game(self) -> OwnGame:
        made = OwnGame(self, self.engine, self.preferences, self._drafts, self.speech)
        made.gone_to.connect(self._go)
        made.titled.connect(self._title)
        made.left.connect(self.leave)
        made.again_asked.connect(self.play_again)
        made.language_asked.connect(self.change_language)
        made.settings_asked.connect(self.open_settings)
        made.help_asked.connect(self.open_help)
        made.full_screen_asked.connect(self.toggle_full_screen)
        return made

    @property
    def shell(self) -> ShellScreen | None:
        return self.game.shell

    @property
    def table(self) -> TableScreen | None:
        return self.game.table

    @property
    def debrief(self) -> DebriefScreen | TableDebrief | None:
        return self.game.debrief

    def _class_ways(self, open_lessons: Callable[[], Lessons]) -> ClassWays:
        made = ClassWays(self, open_lessons, self.preferences, self._drafts, self.speech)
        made.home_asked.connect(self.show_home)
        made.home_changed.connect(self._on_classes)
        made.failed.connect(self._on_fault)
        made.alone_asked.connect(self.try_alone)
        made.language_asked.connect(self.change_language)
        made.settings_asked.connect(self.open_settings)
        made.help_asked.connect(self.open_help)
        made.full_screen_asked.connect(self.toggle_full_screen)
        made.titled.connect(self._title)
        made.report_asked.connect(self._on_report_of)
        made.cases = lambda: self.engine.cases or ()
        made.broken = lambda: self.engine.broken_cases
        return made

    # the first moments

    def begin(self) -> None:
        """After the first page was painted: what it does not need at once."""
        self.home.paint_idea(self.speech)
        if self.classes is not None:
            self.classes.look_soon()
        if self._expects_sessions:
            self.engine.open()

    def _on_opened(self) -> None:
        self._show_home_words()
        if self.currentWidget() is self.home or self.between.is_trouble():
            self.show_home()
        self._then, then = None, self._then
        if then is not None:
            then()

    # pages around play

    def show_home(self) -> None:
        self._go(self.home)
        self._title(None)
        self.home.focus_first()

    @property
    def _loading(self) -> bool:
        return self._expects_sessions and self.engine.cases is None

    def _show_home_words(self) -> None:
        classes = self.classes
        page = home_page(
            self.speech,
            self.engine.cases,
            self.engine.sessions,
            loading=self._loading,
            classes=classes is not None,
            held=classes.link.held if classes is not None else None,
        )
        if classes is not None and (classes.link.past or classes.link.running):
            from sandgame.present.class_past import with_classes

            link = classes.link
            page = with_classes(self.speech, page, self.engine.sessions, link.past, running=link.running)
        self.home.show_page(page, self.speech)

    def try_alone(self) -> None:
        """To the gallery, as soon as the cases are read."""
        self._at_table = False
        self._to_gallery()

    def try_table(self) -> None:
        """The same, and from there to the set-up of one laptop for all."""
        self._at_table = True
        self._to_gallery()

    def run_class(self) -> None:
        """To the class's set-up, as soon as the cases are read; or back to the class that is under way."""
        assert self.classes is not None
        if self.engine.cases is not None or self.classes.led is not None:
            self.between.over()
            self.classes.run()
            return
        self._then = self.run_class
        self.between.wait_for(self.speech.say("home-loading"))
        self.engine.open_early()

    def _to_gallery(self) -> None:
        if self.engine.cases is not None:
            self.show_gallery()
            return
        self._then = self.show_gallery
        self.between.wait_for(self.speech.say("home-loading"))
        self.engine.open_early()

    def show_gallery(self, *, again: bool = False) -> None:
        """`again`: who comes back finds chosen what was chosen."""
        if self.gallery is None:
            from sandgame.ui.gallery import GalleryScreen

            self.gallery = GalleryScreen()
            self._add(self.gallery, self.show_home)
            self.gallery.case_asked.connect(self._on_case)
        self._show_gallery_words()
        if not again:
            self.gallery.choose_first()
        self._go(self.gallery)
        self._title(None)
        self.gallery.focus_first()

    def _show_gallery_words(self) -> None:
        if self.gallery is not None:
            from sandgame.present.gallery import gallery_page

            engine = self.engine
            page = gallery_page(
                self.speech, engine.cases or (), engine.sessions, engine.broken_cases, at_table=self._at_table
            )
            self.gallery.show_page(page, self.speech)

    def _on_case(self, case: str, length: int = 0) -> None:
        if self._at_table:
            self.show_table_setup(case, length=length)
        else:
            self.show_seats(case, length)

    def show_seats(self, case: str, length: int = 0) -> None:
        from sandgame.present.seat_choice import SeatChoice

        card = next(each for each in self.engine.cases or () if each.case == case)
        choice = SeatChoice.first(card, self.preferences.draws(case))
        self._show_choice(choice.lasting(length or choice.length))

    def _show_choice(self, choice: SeatChoice) -> None:
        if self.seats is None:
            from sandgame.ui.seat_choice import SeatScreen

            self.seats = SeatScreen()
            self._add(self.seats, self.back)
            self.seats.start_asked.connect(self.start)
            self.seats.table_asked.connect(lambda case, length: self.show_table_setup(case, length=length))
            self.seats.coach_changed.connect(self.preferences.set_coach)
        self.engine.make_ready()
        self.seats.show_choice(choice, self.speech)
        self.seats.set_coach(self.preferences.coach)
        self._go(self.seats)
        self._title(choice.case.title)
        self.seats.focus_first()

    def show_table_setup(self, case: str, choice: TableChoice | None = None, *, length: int = 0) -> None:
        from sandgame.present.table_setup import TableChoice

        if self.table_setup is None:
            from sandgame.ui.table_setup import TableSetupScreen

            self.table_setup = TableSetupScreen()
            self._add(self.table_setup, self.back)
            self.table_setup.start_asked.connect(self.start_table)
            self.table_setup.alone_asked.connect(self.show_seats)
        self.engine.make_ready()
        card = next(each for each in self.engine.cases or () if each.case == case)
        first = TableChoice.first(card, tuple(self.preferences.draws(case)))
        if length:
            first = replace(first, length=length)
        self.table_setup.show_choice(choice or first, self.speech)
        self._go(self.table_setup)
        self._title(card.title)
        self.table_setup.focus_first()

    def show_past(self) -> None:
        if self.past is None:
            from sandgame.ui.sessions import SessionsScreen

            self.past = SessionsScreen()
            self._add(self.past, self.show_home)
            self.past.resume_asked.connect(self.resume)
            self.past.delete_asked.connect(self.ask_delete)
            self.past.reports = self.reports.offered
            self.past.report_asked.connect(self.save_report)
        self._show_past_words()
        self._go(self.past)
        self.past.focus_first()

    def _show_past_words(self) -> None:
        if self.past is not None:
            from sandgame.present.class_past import all_past

            classes = self.classes.link.past if self.classes is not None else ()
            listed = all_past(self.speech, self.engine.sessions, self.engine.cases or (), classes)
            self.past.show_sessions(listed, self.speech)

    def _add(
        self, screen: GalleryScreen | SeatScreen | SessionsScreen | TableSetupScreen, back: Callable[[], None]
    ) -> None:
        self.addWidget(screen)
        screen.back_asked.connect(back)
        screen.help_asked.connect(self.open_help)
        screen.settings_asked.connect(self.open_settings)

    def _go(self, screen: QWidget) -> None:
        self.between.over()
        self.setCurrentWidget(screen)

    def _title(self, what: Texts | None) -> None:
        self._named = what
        name = self.speech.say("game-name")
        self.window_title_changed.emit(f"{pick(self.speech, what)} · {name}" if what is not None else name)

    def back(self) -> None:
        """One step towards the first page."""
        if self.classes is not None and self.classes.back():
            return
        current = self.currentWidget()
        if current in (self.seats, self.table_setup):
            self.show_gallery(again=True)
        elif current in (self.gallery, self.past) or self.between.is_trouble():
            self.show_home()

    # play

    def start(self, choice: SeatChoice) -> None:
        self.game.playing = setup = choice.setup()
        self.preferences.add_draw(setup.case, setup.seed)
        title, name = pick(self.speech, choice.case.title), pick(self.speech, choice.department.name)
        line = self.speech.say("home-starting-line", case=title, department=name)
        self.between.wait_for(self.speech.say("home-starting"), line)
        self.engine.start(setup)

    def start_table(self, choice: TableChoice) -> None:
        self.game.begun = choice
        self.game.playing = setup = choice.setup()
        self.preferences.add_draw(setup.case, setup.seed)
        title = pick(self.speech, choice.case.title)
        line = self.speech.say("table-setup-starting", case=title, people=len(setup.people))
        self.between.wait_for(self.speech.say("home-starting"), line)
        self.engine.start(setup)

    def resume(self, session: str) -> None:
        if self.classes is not None and any(card.session == session for card in self.classes.link.past):
            self.classes.lead(session)
            return
        card = next((each for each in self.engine.sessions if each.session == session), None)
        if card is not None:
            self.game.playing = card.setup()
        self.between.wait_for(self.speech.say("home-resuming"))
        self.engine.make_ready()
        self.engine.resume(session)

    def play_again(self) -> None:
        """From the end of a game to the same once more: only the choice stands between."""
        from sandgame.frames.lobby import TableSetup
        from sandgame.present.seat_choice import SeatChoice

        setup = self.game.playing
        card = next((each for each in self.engine.cases or () if setup and each.case == setup.case), None)
        self.leave()
        if setup is None or card is None:
            self.show_gallery()
        elif isinstance(setup, TableSetup):
            self._set_up_again(card, setup)
        else:
            self._show_choice(SeatChoice.again(card, setup, self.preferences.draws(setup.case)))

    def _set_up_again(self, card: CaseCard, setup: TableSetup) -> None:
        from sandgame.present.table_setup import TableChoice

        self.show_table_setup(card.case, TableChoice.again(card, setup, tuple(self.preferences.draws(card.case))))

    def leave(self) -> None:
        """Back to the first page; the session can be gone on with at any time."""
        self.game.drop()
        self.show_home()
        self.engine.leave()

    def _on_sessions(self) -> None:
        self._show_home_words()
        self._show_past_words()
        if self.currentWidget() is self.home or self.between.is_trouble():
            self.show_home()

    def _on_classes(self) -> None:
        self._show_home_words()
        self._show_past_words()

    def save_report(self, session: str) -> None:
        """Of a session that was played on this computer."""
        classes = self.classes.link.past if self.classes is not None else ()
        cards: list[PastClass | SessionCard] = [*classes, *self.engine.sessions]
        card = next((each for each in cards if each.session == session), None)
        if card is not None:
            self._on_report_of(card)

    def _on_report_of(self, card: PastClass | SessionCard) -> None:
        from sandgame.present.report_save import reportable

        self.reports.open(reportable(self.speech, card), self.speech)

    def ask_delete(self, past: PastSession) -> None:
        from sandgame.ui.kit.dialog import Choice, Dialog

        say = self.speech.say
        choices = (Choice("keep", say("home-delete-no")), Choice("delete", say("home-delete-yes"), "destroy"))
        line = past.delete_line or say("home-delete-line")
        dialog = Dialog(past.delete_title, line, choices, self, icon="triangle-alert")

        def answered() -> None:
            classes = self.classes
            if dialog.chosen == "delete" and classes and any(c.session == past.session for c in classes.link.past):
                classes.link.delete(past.session)
            elif dialog.chosen == "delete":
                self.engine.delete(past.session)
                if self._drafts is not None:
                    from sandgame.ui.drafts import forget

                    forget(self._drafts, past.session)
            dialog.deleteLater()

        dialog.finished.connect(answered)
        dialog.open()

    def _on_fault(self, fault: Exception, again: Callable[[], None]) -> None:
        self.game.drop()
        self.between.fail(fault, again, self.speech)

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
        self._show_home_words()
        self._show_gallery_words()
        self._show_past_words()
        for screen in (
            self.seats,
            self.table_setup,
            self.game,
            self.between,
            self.sheets,
            self.classes,
        ):
            if screen is not None:
                screen.in_language(self.speech)

    def _on_system_scheme(self) -> None:
        if self.preferences.theme == "system":
            self.show_look()

    # settings, help, full screen

    def open_settings(self) -> None:
        self.sheets.open_settings(self.speech)

    def open_help(self) -> None:
        if self.classes is not None and self.classes.open_help():
            return
        playing = self.game.screen
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
        self.game.drop()
        if self.classes is not None:
            self.classes.close()
        self.engine.close()
