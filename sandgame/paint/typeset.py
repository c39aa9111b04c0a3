"""Lines of mixed Chinese and western text: figures and letters in Inter, all else in the CJK font."""

import re
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from sandgame.paint.fonts import Language, families, font, is_western

# what is set in Inter also within a Chinese line; quotes, dashes and dots stay full width
_WESTERN = re.compile(r"(?<= )·(?= )|[0-9A-Za-z×+−–/%.,:#&()\[\]▲▼-]*[0-9A-Za-z×▲▼][0-9A-Za-z×+−–/%.,:#&()\[\]▲▼-]*")
_STRONG = re.compile(r"\*\*(.+?)\*\*")
# the middle of capitals and of ideographs lies about this part of the size above the baseline
_MIDDLE = 0.365
_CLOSING = "。，；：！？、”’）》…"


def plain(text: str) -> str:
    """A text without its marks of emphasis."""
    return _STRONG.sub(r"\1", text)


def _strong_spans(text: str) -> list[tuple[int, int]]:
    spans, taken = [], 0
    for found in _STRONG.finditer(text):
        start = found.start() - taken
        spans.append((start, len(found[1])))
        taken += 4
    return spans


def _formats(text: str, language: Language, strong: list[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
    ranges = []
    for start, length in strong:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges.append(_range(start, length, bold))
    if language == "zh" and not is_western(text):
        western = QTextCharFormat()
        western.setFontFamilies(families("en"))
        ranges += [_range(found.start(), len(found[0]), western) for found in _WESTERN.finditer(text)]
    return ranges


def _range(start: int, length: int, kind: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, kind
    return made


def lay_text(text: str, made: QFont, language: Language, width: float, line_height: float) -> QTextLayout:
    """Breaks a text to a width, lines `line_height` apart whatever glyphs fall back; `**bold**` marks emphasis."""
    layout = _broken(text, made, language, width, line_height)
    count = layout.lineCount()
    if language == "zh" and count > 1:
        last = layout.lineAt(count - 1)
        alone = layout.text()[last.textStart() : last.textStart() + last.textLength()].strip()
        if len(alone.rstrip(_CLOSING)) <= 1:
            # one character alone in its line, or with no more than its full stop: the line before gives it company
            return _broken(text, made, language, width, line_height, count - 2,
                           layout.lineAt(count - 2).naturalTextWidth() - 1)  # fmt: skip
    return layout


def _broken(text: str, made: QFont, language: Language, width: float, line_height: float, shorter: int = -1,
            room: float = 0) -> QTextLayout:  # fmt: skip
    """Lines of a width, the one of this number with less room."""
    words = plain(text)
    layout = QTextLayout(words, made)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(words, language, _strong_spans(text)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, width / 2) if number == shorter else width)
        baseline = number * line_height + line_height / 2 + _MIDDLE * made.pixelSize()
        line.setPosition(QPointF(0, baseline - line.ascent()))
        number += 1
    layout.endLayout()
    return layout


@lru_cache(maxsize=4096)
def line_layout(text: str, role: str, language: Language, percent: int, weight: int | None) -> QTextLayout:
    """One unbroken line, ready to be drawn; its middle lies at height 0."""
    chosen: Language = "en" if is_western(text) else language
    return lay_text(text.replace("\n", " "), font(role, chosen, percent, weight), chosen, 1e6, 0)


@lru_cache(maxsize=4096)
def line_width(text: str, role: str, language: Language, percent: int, weight: int | None) -> float:
    """How wide `line_layout` comes out: what is to be drawn asks for it many times at every change."""
    return natural_width(line_layout(text, role, language, percent, weight))


def natural_width(layout: QTextLayout) -> float:
    """The widest line of a layout."""
    return max((layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount())), default=0.0)
