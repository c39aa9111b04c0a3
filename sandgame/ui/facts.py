"""A few short facts as small tags, broken onto as many lines as they need; painted on a tile or as a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed, current_look


def pill_width(text: str, look: Look) -> float:
    return look.width(text, "caption", 600) + 18


def draw_pill(
    painter: QPainter, text: str, left: float, middle: float, look: Look, ground: str, ink: str, icon: str = ""
) -> None:
    """A small tag."""
    high, inset = look.scaled(22), look.scaled(17) if icon else 0.0
    wide = pill_width(text, look) + inset
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.named(ground))
    painter.drawRoundedRect(QRectF(left, middle - high / 2, wide, high), high / 2, high / 2)
    if icon:
        side = look.scaled(13)
        draw_icon(painter, icon, QRectF(left + 9, middle - side / 2, side, side), look.named(ink))
    put_line_at(painter, text, left + 9 + inset, middle, look, "caption", look.named(ink), 600)


def pill_places(texts: Sequence[str], width: float, look: Look) -> list[tuple[float, int]]:
    """From left to right, and on the next line where the width ends: left edge and line of each."""
    places: list[tuple[float, int]] = []
    left, line = 0.0, 0
    for text in texts:
        wide = pill_width(text, look)
        if left and left + wide > width:
            left, line = 0.0, line + 1
        places.append((left, line))
        left += wide + 6
    return places


def pills_height(texts: Sequence[str], width: float, look: Look) -> float:
    lines = 1 + max((line for _, line in pill_places(texts, width, look)), default=0)
    return lines * look.scaled(22) + (lines - 1) * 6


def draw_pills(painter: QPainter, texts: Sequence[str], box: QRectF, look: Look) -> None:
    high = look.scaled(22)
    for text, (left, line) in zip(texts, pill_places(texts, box.width(), look), strict=True):
        middle = box.top() + line * (high + 6) + high / 2
        draw_pill(painter, text, box.left() + left, middle, look, "surface_sunken", "text_secondary")


class Facts(QWidget, Themed):
    """The size of a case in a few tags."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[str, ...] = ()
        high_as_needed(self, grows=False)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        self._facts = facts
        self.setAccessibleName(" ".join(facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(pills_height(self._facts, width, current_look()))

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, round(current_look().scaled(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_pills(painter, self._facts, QRectF(self.rect()), current_look())
