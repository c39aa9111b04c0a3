"""What a person has set on this computer: language, look, window; kept in a small file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from PySide6.QtCore import QByteArray, QLocale, QSettings
from PySide6.QtGui import QGuiApplication

from sandgame.text.speech import LANGUAGES, Language

if TYPE_CHECKING:
    from sandgame.paint.look import Look
    from sandgame.paint.tokens import Scheme

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_SIZES = (100, 115, 130)
_DRAWS_KEPT = 40
_REPORT = "report/"
_MIDDLE = 128


class Preferences:
    """Reads and writes at once, so that nothing is lost with the program."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        kept = self._text("language")
        return next((language for language in LANGUAGES if language == kept), system_language())

    def set_language(self, language: Language) -> None:
        self._keep("language", language)

    @property
    def theme(self) -> Theme:
        kept = self._text("theme")
        return next((theme for theme in THEMES if theme == kept), "system")

    def set_theme(self, theme: Theme) -> None:
        self._keep("theme", theme)

    @property
    def text_percent(self) -> int:
        kept = self._text("text_size")
        return int(kept) if kept in {str(size) for size in TEXT_SIZES} else TEXT_SIZES[0]

    def set_text_percent(self, percent: int) -> None:
        self._keep("text_size", str(percent))

    @property
    def calm(self) -> bool:
        return self._text("less_motion") == "yes"

    def set_calm(self, calm: bool) -> None:
        self._keep("less_motion", "yes" if calm else "no")

    @property
    def coach(self) -> bool:
        """Whether the notes of the first weeks are shown."""
        return self._text("coach") != "no"

    def set_coach(self, on: bool) -> None:
        self._keep("coach", "yes" if on else "no")

    @property
    def board_as_list(self) -> bool:
        return self._text("board_as_list") == "yes"

    def set_board_as_list(self, on: bool) -> None:
        self._keep("board_as_list", "yes" if on else "no")

    @property
    def shared_class(self) -> str:
        """The class whose facilitator's screen everybody sees, by its session; "" where none is."""
        return self._text("shared_class")

    def set_shared_class(self, session: str) -> None:
        self._keep("shared_class", session)

    @property
    def opening_scheme(self) -> Scheme:
        """The scheme of the very first paint, told without loading what asking the system takes."""
        theme = self.theme
        if theme != "system":
            return theme
        ground = QGuiApplication.palette().window().color()
        return "dark" if ground.lightness() < _MIDDLE else "light"

    @property
    def look(self) -> Look:
        from sandgame.paint.look import Look

        theme = self.theme
        scheme: Scheme = system_scheme() if theme == "system" else theme
        return Look(scheme, self.language, self.text_percent, self.calm)

    def draws(self, case: str) -> tuple[int, ...]:
        """The draws of a case that were begun here, oldest first."""
        return tuple(int(part) for part in self._text(f"draws/{case}").split() if part.isdigit())

    def add_draw(self, case: str, seed: int) -> None:
        self._keep(f"draws/{case}", " ".join(str(draw) for draw in (*self.draws(case), seed)[-_DRAWS_KEPT:]))

    @property
    def report(self) -> dict[str, str]:
        """How the last report was saved, by what was chosen; nothing at first."""
        names = [name for name in self._kept.allKeys() if name.startswith(_REPORT)]
        return {name.removeprefix(_REPORT): self._text(name) for name in names}

    def set_report(self, chosen: Mapping[str, str]) -> None:
        for name, value in chosen.items():
            self._kept.setValue(_REPORT + name, value)
        self.save()

    @property
    def window(self) -> QByteArray:
        """Where the window was, in Qt's own form."""
        kept = self._kept.value("window")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def set_window(self, place: QByteArray) -> None:
        self._kept.setValue("window", place)

    def save(self) -> None:
        # the folder holds sessions too, and those are nobody else's to read
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._kept.sync()

    def _text(self, name: str) -> str:
        kept = self._kept.value(name, "")
        return kept if isinstance(kept, str) else ""

    def _keep(self, name: str, value: str) -> None:
        self._kept.setValue(name, value)
        self.save()


def system_language() -> Language:
    """English only where the computer speaks English; a computer that says nothing gets Chinese."""
    return "en" if QLocale.system().language() == QLocale.Language.English else "zh"


def system_scheme() -> Scheme:
    from PySide6.QtCore import Qt

    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if dark else "light"
