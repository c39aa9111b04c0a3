"""A seat of the lobby, drawn: whose it is, and whether somebody is there; and a name cut to its width."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.look import Look
from sandgame.present.lobby import SpotPicture, SpotState

_FAINT = {"bot": 0.45, "away": 0.55, "kept": 0.55}
_DISCS = {
    "here": ("positive", "check"),
    "away": ("negative", "wifi-off"),
    "bot": ("text_secondary", "bot"),
    "kept": ("info", "hourglass"),
}


def draw_spot(painter: QPainter, picture: SpotPicture, box: QRectF, look: Look) -> None:
    """The badge of a seat, and at its corner whether somebody is there, or is expected."""
    if picture.state == "free":
        pen = QPen(look.colour.text_tertiary, 1.3)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 8, 8)
        painter.setOpacity(0.3)
        draw_badge(painter, picture.badge, box.adjusted(8, 8, -8, -8), look)
        painter.setOpacity(1.0)
        return
    if picture.state == "kept":
        painter.setPen(QPen(look.colour.info, 1.6))
        painter.setBrush(look.colour.info_bg)
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), 8, 8)
        painter.setOpacity(_FAINT["kept"])
        draw_badge(painter, picture.badge, box.adjusted(8, 8, -8, -8), look)
        painter.setOpacity(1.0)
        _draw_disc(painter, picture.state, box, look)
        return
    painter.setOpacity(_FAINT.get(picture.state, 1.0))
    draw_badge(painter, picture.badge, box, look)
    painter.setOpacity(1.0)
    _draw_disc(painter, picture.state, box, look)


def _draw_disc(painter: QPainter, state: SpotState, box: QRectF, look: Look) -> None:
    disc = QRectF(box.right() - 11, box.bottom() - 10, 15, 15)
    token, icon = _DISCS[state]
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
