"""Settings: what a person may set on this computer. Every change holds at once and is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sandgame.text.numbers import percent
from sandgame.text.speech import LANGUAGES, Speech
from sandgame.ui.kit.cards import Divider, column
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.switch import SwitchRow
from sandgame.ui.preferences import TEXT_SIZES, THEMES, Preferences, Theme
from sandgame.ui.sheet import Sheet

_THEME_ICONS: dict[Theme, str] = {"system": "laptop", "light": "sun", "dark": "moon"}


class SettingsSheet(Sheet):
    look_changed = Signal()
    """Language, scheme, text size or motion are other ones now; the preferences hold them."""
    full_screen_asked = Signal(bool)

    def __init__(self, parent: QWidget, preferences: Preferences, folder: str) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._folder = folder
        self._language = _Row()
        self._theme = _Row()
        self._size = _Row()
        self._motion = SwitchRow()
        self._coach = SwitchRow()
        self._board = SwitchRow()
        self._full = SwitchRow()
        self._place_label = Label(role="caption", tone="text_secondary", wraps=True)
        self._place_label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for part in (self._language, self._theme, self._size):
            self.body.addWidget(part)
        self.body.addWidget(Divider())
        for switch in (self._motion, self._coach, self._board, self._full):
            self.body.addWidget(switch)
        self.body.addWidget(Divider())
        self.body.addWidget(self._place_label)
        self.body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self._language.switch.index_changed.connect(self._on_language)
        self._theme.switch.index_changed.connect(self._on_theme)
        self._size.switch.index_changed.connect(self._on_size)
        self._motion.switch.toggled.connect(self._on_motion)
        self._coach.switch.toggled.connect(self._on_coach)
        self._board.switch.toggled.connect(self._on_list)
        self._full.switch.toggled.connect(self.full_screen_asked)

    def show_words(self, speech: Speech, full_screen: bool) -> None:
        kept = self._preferences
        self.show_title(speech.say("help-settings"), speech.say("game-close"))
        languages = [(speech.say(f"help-language-{language}"), "") for language in LANGUAGES]
        self._language.show_ways(speech.say("help-language"), languages, LANGUAGES.index(kept.language))
        themes = [(speech.say(f"help-theme-{theme}"), _THEME_ICONS[theme]) for theme in THEMES]
        self._theme.show_ways(speech.say("help-theme"), themes, THEMES.index(kept.theme))
        sizes = [(percent(size), "") for size in TEXT_SIZES]
        self._size.show_ways(speech.say("help-text-size"), sizes, TEXT_SIZES.index(kept.text_percent))
        self._motion.set_texts(speech.say("help-motion"), speech.say("help-motion-line"))
        self._full.set_texts(speech.say("help-full"), speech.say("help-full-line"))
        self._coach.set_texts(speech.say("help-coach"), speech.say("help-coach-line"))
        self._board.set_texts(speech.say("help-board-list"), speech.say("help-board-list-line"))
        for part, on in (
            (self._motion, kept.calm),
            (self._coach, kept.coach),
            (self._board, kept.board_as_list),
            (self._full, full_screen),
        ):
            part.switch.blockSignals(True)
            part.switch.setChecked(on)
            part.switch.blockSignals(False)
        self._place_label.setText(speech.say("help-folder", folder=self._folder))

    def focus_first(self) -> None:
        self._language.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_language(self, place: int) -> None:
        self._preferences.set_language(LANGUAGES[place])
        self.look_changed.emit()

    def _on_theme(self, place: int) -> None:
        self._preferences.set_theme(THEMES[place])
        self.look_changed.emit()

    def _on_size(self, place: int) -> None:
        self._preferences.set_text_percent(TEXT_SIZES[place])
        self.look_changed.emit()

    def _on_motion(self, calm: bool) -> None:
        self._preferences.set_calm(calm)
        self.look_changed.emit()

    def _on_coach(self, on: bool) -> None:
        self._preferences.set_coach(on)
        self.look_changed.emit()

    def _on_list(self, on: bool) -> None:
        self._preferences.set_board_as_list(on)
        self.look_changed.emit()


class _Row(QWidget):
    """A title with a switch between a few ways below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = Segmented()
        self._title = Label(role="bodyLarge")
        inside = column(self, margins=(0, 0, 0, 2), gap=4)
        inside.addWidget(self._title)
        inside.addWidget(self.switch)

    def show_ways(self, title: str, ways: list[tuple[str, str]], chosen: int) -> None:
        self._title.setText(title)
        self.switch.set_options(ways)
        self.switch.set_index(chosen)
        self.switch.setAccessibleName(title)
