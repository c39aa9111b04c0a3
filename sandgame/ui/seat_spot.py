"""A seat of a class, drawn the same wherever it stands: whose it is, whether somebody is there; a name cut to fit."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.look import Look
from sandgame.present.lobby import SpotState
from sandgame.present.pictures import BadgePicture

SeatMark = SpotState | Literal["open", "taken"]
"""As a seat is seen by who looks for one it is `open` or `taken`; the facilitator sees more of it."""
_FAINT: dict[SeatMark, float] = {"bot": 0.45, "away": 0.55, "kept": 0.55, "taken": 0.4, "free": 0.3}
_DISCS: dict[SeatMark, tuple[str, str]] = {
    "here": ("positive", "check"),
    "taken": ("text_secondary", "check"),
    "away": ("negative", "wifi-off"),
    "bot": ("text_secondary", "bot"),
    "kept": ("info", "hourglass"),
}
_IN_FRAME: tuple[SeatMark, ...] = ("free", "kept")


def draw_spot(painter: QPainter, badge: BadgePicture, mark: SeatMark, box: QRectF, look: Look) -> None:
    """The badge of a seat, and at its corner whether somebody is there, or is expected."""
    unit = box.width() / 40
    inner = box
    if mark in _IN_FRAME:
        _draw_frame(painter, mark, box, look)
        inner = box.adjusted(8 * unit, 8 * unit, -8 * unit, -8 * unit)
    painter.setOpacity(_FAINT.get(mark, 1.0))
    draw_badge(painter, badge, inner, look)
    painter.setOpacity(1.0)
    if mark in _DISCS:
        _draw_disc(painter, *_DISCS[mark], box, look)


def _draw_frame(painter: QPainter, mark: SeatMark, box: QRectF, look: Look) -> None:
    """An empty place, or one that is meant for somebody."""
    if mark == "kept":
        pen = QPen(look.colour.info, 1.6)
        painter.setBrush(look.colour.info_bg)
    else:
        pen = QPen(look.colour.text_tertiary, 1.3)
        pen.setDashPattern([3, 2.5])
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), 8, 8)


def _draw_disc(painter: QPainter, token: str, icon: str, box: QRectF, look: Look) -> None:
    disc = QRectF(box.right() - 11, box.bottom() - 10, 15, 15)
    painter.setPen(QPen(look.colour.surface, 2))
    painter.setBrush(look.named(token))
    painter.drawEllipse(disc)
    draw_icon(painter, icon, disc.adjusted(3, 3, -3, -3), look.colour.surface, stroke=3.2)


def shortened(text: str, width: float, look: Look) -> str:
    """A person's name may be cut; all of it stands in the tip."""
    if look.width(text, "caption") <= width:
        return text
    while len(text) > 1 and look.width(f"{text}…", "caption") > width:
        text = text[:-1]
    return f"{text}…"
