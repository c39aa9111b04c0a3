"""What was played before, on the first page and in the list of all: gone on with, put on paper, deleted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.present.home import home_page
from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.frames.console import PastClass
    from sandgame.frames.lobby import SessionCard
    from sandgame.present.home import PastSession
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.engine import Engine
    from sandgame.ui.home import HomeScreen
    from sandgame.ui.report_saving import ReportSaving
    from sandgame.ui.sessions import SessionsScreen


class PastSessions(QObject):
    """Games of one's own, which the engine knows, and classes, which the link knows where there is one."""

    gone_to = Signal(object)
    home_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    game_asked = Signal(str)
    """To go on with this game of one's own."""
    class_asked = Signal(str)
    """To go on with this class."""

    def __init__(
        self,
        stack: QStackedWidget,
        home: HomeScreen,
        engine: Engine,
        link: ClassLink | None,
        reports: ReportSaving,
        drafts: Path | None,
        speech: Speech,
    ) -> None:
        super().__init__(stack)
        self._stack, self._home, self._engine, self._link = stack, home, engine, link
        self._reports, self._drafts, self._speech = reports, drafts, speech
        self.screen: SessionsScreen | None = None
        self.expected = False
        """Some were left here; as long as they are being read, the first page says so."""
        home.all_asked.connect(self.show)
        self._connect(home)

    def _connect(self, screen: HomeScreen | SessionsScreen) -> None:
        screen.reports = self._reports.offered
        screen.resume_asked.connect(self.resume)
        screen.delete_asked.connect(self.ask_delete)
        screen.report_asked.connect(self._on_report)

    @property
    def _classes(self) -> tuple[PastClass, ...]:
        return self._link.past if self._link is not None else ()

    def _is_class(self, session: str) -> bool:
        return any(card.session == session for card in self._classes)

    # what is listed

    def show(self) -> None:
        if self.screen is None:
            from sandgame.ui.sessions import SessionsScreen

            self.screen = SessionsScreen()
            self._stack.addWidget(self.screen)
            self._connect(self.screen)
            self.screen.back_asked.connect(self.home_asked)
            self.screen.help_asked.connect(self.help_asked)
            self.screen.settings_asked.connect(self.settings_asked)
        self._show_all()
        self.gone_to.emit(self.screen)
        self.screen.focus_first()

    def show_words(self) -> None:
        """Again, after another session or class became known."""
        self._show_home()
        self._show_all()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.show_words()

    def _show_home(self) -> None:
        engine, link = self._engine, self._link
        page = home_page(
            self._speech,
            engine.cases,
            engine.sessions,
            loading=self.expected and engine.cases is None,
            classes=link is not None,
            held=link.held if link is not None else None,
        )
        if link is not None and (link.past or link.running):
            from sandgame.present.class_past import with_classes

            page = with_classes(self._speech, page, engine.sessions, link.past, running=link.running)
        self._home.show_page(page, self._speech)

    def _show_all(self) -> None:
        if self.screen is not None:
            from sandgame.present.class_past import all_past

            engine = self._engine
            listed = all_past(self._speech, engine.sessions, engine.cases or (), self._classes)
            self.screen.show_sessions(listed, self._speech)

    # what is done with one

    def resume(self, session: str) -> None:
        (self.class_asked if self._is_class(session) else self.game_asked).emit(session)

    def _on_report(self, session: str) -> None:
        cards: list[PastClass | SessionCard] = [*self._classes, *self._engine.sessions]
        card = next((each for each in cards if each.session == session), None)
        if card is not None:
            self.save_report(card)

    def save_report(self, card: PastClass | SessionCard) -> None:
        from sandgame.present.report_save import reportable

        self._reports.open(reportable(self._speech, card), self._speech)

    def ask_delete(self, past: PastSession) -> None:
        from sandgame.ui.kit.dialog import Choice, Dialog

        say = self._speech.say
        choices = (Choice("keep", say("home-delete-no")), Choice("delete", say("home-delete-yes"), "destroy"))
        line = past.delete_line or say("home-delete-line")
        dialog = Dialog(past.delete_title, line, choices, self._stack, icon="triangle-alert")

        def answered() -> None:
            if dialog.chosen == "delete":
                self._delete(past.session)
            dialog.deleteLater()

        dialog.finished.connect(answered)
        dialog.open()

    def _delete(self, session: str) -> None:
        if self._link is not None and self._is_class(session):
            self._link.delete(session)
            return
        self._engine.delete(session)
        if self._drafts is not None:
            from sandgame.ui.drafts import forget

            forget(self._drafts, session)
