"""Texts that a widget paints by itself, which no label tells of: whether they stay inside it and off one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import NamedTuple
from unittest.mock import patch

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine, QTransform
from PySide6.QtWidgets import QWidget

from sandgame.paint import lettering
from sandgame.paint.fonts import Language
from sandgame.paint.typeset import line_layout, natural_width

_BODY = 0.8
"""How much of a line's size its letters take."""
_SLACK = 1.0


class Painted(NamedTuple):
    """A line of text and its box on the widget that painted it."""

    on: QWidget
    text: str
    box: QRectF


class _Heard:
    """A laid out line that notes where it is drawn."""

    def __init__(self, layout: QTextLayout, found: list[Painted]) -> None:
        self._layout, self._found = layout, found

    def lineCount(self) -> int:  # noqa: N802 - Qt's own name
        return self._layout.lineCount()

    def lineAt(self, number: int) -> QTextLine:  # noqa: N802 - Qt's own name
        return self._layout.lineAt(number)

    def draw(self, painter: QPainter, at: QPointF) -> None:
        wide, high = natural_width(self._layout), self._layout.font().pixelSize() * _BODY
        _note(self._found, painter, self._layout.text(), QRectF(at.x(), at.y() - high / 2, wide, high))
        self._layout.draw(painter, at)


def _note(found: list[Painted], painter: QPainter, text: str, box: QRectF) -> None:
    device = painter.device()
    if isinstance(device, QWidget) and text.strip() and painter.opacity() > 0:
        ratio = 1 / device.devicePixelRatio()
        to_widget = painter.combinedTransform() * QTransform.fromScale(ratio, ratio)
        found.append(Painted(device, text, to_widget.mapRect(box)))


@contextmanager
def _hearing() -> Iterator[list[Painted]]:
    found: list[Painted] = []
    plain_line, plain_draw = line_layout, lettering.Paragraph.draw

    def line(text: str, role: str, language: Language, percent: int, weight: int | None) -> _Heard:
        return _Heard(plain_line(text, role, language, percent, weight), found)

    def draw(
        words: lettering.Paragraph, painter: QPainter, box: QRectF, colour: QColor, align: object = lettering.LEFT
    ) -> None:
        wide = min(box.width(), words.natural_width())
        _note(found, painter, words._text, QRectF(box.left(), box.top() + 2, wide, words.height(box.width()) - 4))
        plain_draw(words, painter, box, colour, align)  # type: ignore[arg-type]

    with patch.object(lettering, "line_layout", line), patch.object(lettering.Paragraph, "draw", draw):
        yield found


def painted_texts(top: QWidget) -> list[Painted]:
    """All that is painted by hand on a window as it now looks."""
    with _hearing() as found:
        top.grab()
    return found


def painted_faults(top: QWidget) -> list[str]:
    """Texts that stick out of what they are painted on, or lie on one another."""
    texts = painted_texts(top)
    by_widget: dict[QWidget, list[Painted]] = {}
    for text in texts:
        by_widget.setdefault(text.on, []).append(text)
    found = [said for on, lines in by_widget.items() for said in (*_outside(on, lines), *_covered(lines))]
    return sorted(set(found))


def _outside(on: QWidget, lines: list[Painted]) -> Iterator[str]:
    room = QRectF(on.rect()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    for line in lines:
        if not room.contains(line.box) and _is_seen(on, line):
            whole = f"{on.width()}×{on.height()} {type(on).__name__}"
            yield f"painted outside: {line.text!r} at {_place(line.box)} of {whole}"


def _is_seen(on: QWidget, line: Painted) -> bool:
    """A board that scrolls may hold texts beyond its edge."""
    return on.objectName() != "qt_scrollarea_viewport"


def _covered(lines: list[Painted]) -> Iterator[str]:
    for one, other in combinations(lines, 2):
        common = one.box.intersected(other.box)
        if common.width() > _SLACK and common.height() > _SLACK and one.text != other.text:
            yield f"painted over: {one.text!r} and {other.text!r} share {common.width():.0f}×{common.height():.0f}"


def _place(box: QRectF) -> str:
    return f"{box.x():.0f},{box.y():.0f} {box.width():.0f}×{box.height():.0f}"
