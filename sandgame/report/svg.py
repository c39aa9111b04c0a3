"""Drawings as SVG and PNG, by the painters of the screen; starts Qt without a screen where nobody has."""

from __future__ import annotations

import os
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from sandgame.paint.badge import draw_badge
from sandgame.paint.fonts import load_fonts
from sandgame.paint.look import Look
from sandgame.paint.paper import svg_of
from sandgame.present.pictures import BadgePicture
from sandgame.report.document import Draw

SHARP = 2
"""PNGs for Word have so many dots for each px."""
QUICK = 80
"""The quality of a PNG is how little time goes into packing it; nothing is lost by it."""
DRAWN = 64
"""Drawings that are kept: the same chart stands in a table's report and in that of the session."""
_BADGE = 18


def make_ready() -> None:
    """Fonts need a running Qt; a report is also written where there is no window."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _KEPT.append(QGuiApplication([]))
    load_fonts()


_KEPT: list[QGuiApplication] = []


@lru_cache(maxsize=DRAWN)
def svg(draw: Draw, width: int, height: int) -> str:
    return svg_of(draw, width, height).decode("utf-8")


@lru_cache(maxsize=DRAWN)
def png(draw: Draw, width: int, height: int) -> bytes:
    # on white, as the paper is: a fourth channel costs a third more time
    picture = QImage(width * SHARP, height * SHARP, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SHARP, SHARP)
        draw(painter, QRectF(0, 0, width, height))
    finally:
        painter.end()
    return encoded(picture)


def encoded(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", QUICK)  # type: ignore[call-overload]  # PySide takes a name as str
    return bytes(buffer.data().data())


def size_of(picture: bytes) -> tuple[int, int]:
    """Of a picture file, in dots."""
    found = QImage.fromData(QByteArray(picture)).size()
    return found.width(), found.height()


@lru_cache(maxsize=64)
def badge_svg(badge: BadgePicture) -> str:
    return svg(lambda painter, box: draw_badge(painter, badge, box, Look()), _BADGE, _BADGE)
