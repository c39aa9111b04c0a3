"""The bundled fonts, and the font of each kind of text in each language."""

from functools import cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from sandgame import resource_folder
from sandgame.paint.tokens import type_role

Language = Literal["zh", "en"]

# In Chinese the CJK font comes first, so that quotes, dashes and dots take their full width.
_FAMILIES = {
    "zh": ["Noto Sans SC", "Inter", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"],
    "en": ["Inter", "Noto Sans SC", "Segoe UI", "SF Pro Text", "Microsoft YaHei UI", "PingFang SC"],
}
_ON_PAPER = "report"
_WESTERN_LIMIT = 0x2E80  # from here on CJK begins


@cache
def load_fonts() -> tuple[str, ...]:
    """Registers the fonts of assets/fonts once; gives the families found. Needs a QGuiApplication."""
    found: list[str] = []
    for file in sorted((resource_folder("assets") / "fonts").glob("*.[ot]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        found += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(found))


def families(language: Language) -> list[str]:
    return list(_FAMILIES[language])


def _weight(wanted: int, language: Language) -> QFont.Weight:
    # Noto Sans SC is bundled in 400 and 700: in Chinese 600 is set as 700
    if wanted >= 700 or (wanted >= 600 and language == "zh"):
        return QFont.Weight.Bold
    return QFont.Weight.DemiBold if wanted >= 600 else QFont.Weight.Normal


def font(role: str, language: Language, percent: int = 100, weight: int | None = None) -> QFont:
    """The font of a type role ("caption", "body", "label", "title", "heading", "number", "timer" ...).

    Digits are tabular, but not on paper: a PDF knows signs that a font puts in place of others as shapes only, and
    nobody could copy them. `percent` is the text size of the settings. `weight` overrides the role's own.
    """
    kind = type_role(role)
    made = QFont(families(language))
    made.setPixelSize(max(1, round(kind.px * percent / 100)))
    made.setWeight(_weight(weight if weight is not None else kind.weight, language))
    if role.startswith(_ON_PAPER):
        made.setFeature(QFont.Tag("calt"), 0)
    else:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if kind.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing)
    return made


def is_western(text: str) -> bool:
    """Whether a text holds no Chinese; such a text takes Inter also on Chinese screens (figures, codes, names)."""
    return all(ord(character) < _WESTERN_LIMIT for character in text)
