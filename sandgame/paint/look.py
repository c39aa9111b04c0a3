"""One look of everything drawn: scheme, language, text size. Screens and papers hand it to every painter."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont

from sandgame.paint.fonts import Language, font, is_western
from sandgame.paint.tokens import Colours, Department, Palette, Scheme, palette, type_role
from sandgame.paint.typeset import line_width


@dataclass(frozen=True, slots=True)
class Look:
    """`text_percent` is the text size of the settings (100, 115, 130); `calm` = reduced motion."""

    scheme: Scheme = "light"
    language: Language = "zh"
    text_percent: int = 100
    calm: bool = False

    @property
    def palette(self) -> Palette:
        return palette(self.scheme)

    @property
    def colour(self) -> Colours:
        return palette(self.scheme).colour

    def department(self, slot: int) -> Department:
        return palette(self.scheme).department(slot)

    def named(self, token: str) -> QColor:
        return palette(self.scheme).named(token)

    def font(self, role: str, weight: int | None = None) -> QFont:
        return font(role, self.language, self.text_percent, weight)

    def font_for(self, text: str, role: str, weight: int | None = None) -> QFont:
        """As `font`, but figures and western words that stand alone take Inter in both languages."""
        return font(role, "en" if is_western(text) else self.language, self.text_percent, weight)

    def line(self, role: str) -> float:
        """Line height of a role, px."""
        return self.scaled(type_role(role).line)

    def scaled(self, length: float) -> float:
        """A height that grows with the text size."""
        return round(length * self.text_percent / 100)

    def width(self, text: str, role: str, weight: int | None = None) -> float:
        """How wide a text of this role is, px."""
        return line_width(text, role, self.language, self.text_percent, weight)
