"""Whether everybody sees the facilitator's screen, and the sheet of the big screen where that is said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.text.speech import Speech
from sandgame.ui.class_asks import ask_unshare
from sandgame.ui.preferences import Preferences
from sandgame.ui.projector import Projector, ProjectorSheet


class ClassShare(QObject):
    """Once it was said it stays so for this class, also when it is come back to."""

    changed = Signal(bool)
    """What belongs to single seats is to be locked, or is open again."""

    def __init__(self, stack: QStackedWidget, projector: Projector, preferences: Preferences, speech: Speech) -> None:
        super().__init__(stack)
        self._stack, self._projector, self._preferences, self._speech = stack, projector, preferences, speech
        self._session = ""
        self._sheet: ProjectorSheet | None = None
        self.on = False

    def know(self, session: str) -> None:
        """Which class it is of."""
        self.share(self.on or self._preferences.shared_class == session)
        self._session = session

    def forget(self) -> None:
        """Nothing is known of a class any more."""
        self.on, self._session = False, ""

    def share(self, shared: bool) -> None:
        self.on = shared
        session, kept = self._session, self._preferences.shared_class
        if session and (kept == session) != shared:
            self._preferences.set_shared_class(session if shared else "")
        self.changed.emit(shared)
        if self._sheet is not None:
            self._sheet.show_shared(shared)

    def ask_off(self) -> None:
        ask_unshare(self._speech, self._stack.window(), lambda: self.share(False))

    def open_sheet(self) -> None:
        sheet = self._sheet = ProjectorSheet(self._stack, self._projector)
        sheet.shared_changed.connect(self.share)
        sheet.finished.connect(self._on_sheet_closed)
        sheet.show_words(self._speech, shared=self.on)
        sheet.show_over()

    def _on_sheet_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.let_go()
            sheet.deleteLater()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        if self._sheet is not None:
            self._sheet.show_words(speech, shared=self.on)
