"""Settings and help, opened over whatever screen is shown, and kept in the language that is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sandgame.text.speech import Speech
from sandgame.ui.preferences import Preferences

if TYPE_CHECKING:
    from sandgame.present.scene import Scene
    from sandgame.ui.settings import SettingsSheet


class Sheets(QObject):
    look_changed = Signal()
    """Something was set that all screens show; the preferences hold it."""
    full_screen_asked = Signal(bool)

    def __init__(self, owner: QWidget, preferences: Preferences, folder: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self._preferences = preferences
        self._folder = folder
        self.settings: SettingsSheet | None = None

    def open_settings(self, speech: Speech) -> None:
        from sandgame.ui.settings import SettingsSheet

        self.settings = SettingsSheet(self._owner, self._preferences, self._folder)
        self.settings.look_changed.connect(self.look_changed)
        self.settings.full_screen_asked.connect(self.full_screen_asked)
        self.settings.finished.connect(self._on_settings_closed)
        self.settings.show_words(speech, self._owner.window().isFullScreen())
        self.settings.show_over()

    def open_help(self, speech: Speech, scene: Scene | None) -> None:
        """The week, the keys and the terms; during play those of what is open."""
        from sandgame.present.help import help_page, in_use
        from sandgame.ui.help import HelpSheet

        sheet = HelpSheet(self._owner)
        sheet.show_page(help_page(speech, in_use(scene) if scene is not None else None), speech)
        sheet.finished.connect(sheet.deleteLater)
        sheet.show_over()

    def open_terms(self, speech: Speech, scene: Scene | None) -> None:
        """All terms with a field to find one, and the keys."""
        from sandgame.present.help import help_page, in_use
        from sandgame.ui.help import open_terms

        open_terms(self._owner, help_page(speech, in_use(scene) if scene is not None else None), speech)

    def in_language(self, speech: Speech) -> None:
        if self.settings is not None:
            self.settings.show_words(speech, self._owner.window().isFullScreen())
            self.settings.place()
            self.settings.cover()

    def _on_settings_closed(self) -> None:
        sheet, self.settings = self.settings, None
        if sheet is not None:
            sheet.deleteLater()
