"""The facilitator's logo: a picture file, fitted to paper as PNG; what cannot be read as a picture is refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from sandgame.report.svg import encoded, make_ready

LARGEST = 8_000_000
WIDE, HIGH = 720, 270
"""Dots at most: twice what stands on paper."""


class NoLogoError(Exception):
    """The file is no picture, or too large."""


def fitted(path: Path) -> bytes:
    """Raises NoLogoError."""
    make_ready()
    try:
        found = path.read_bytes() if path.stat().st_size <= LARGEST else b""
    except OSError as error:
        raise NoLogoError(str(path)) from error
    picture = _drawn(found) if path.suffix.lower() == ".svg" else QImage.fromData(QByteArray(found))
    if not found or picture.isNull():
        raise NoLogoError(str(path))
    if picture.width() > WIDE or picture.height() > HIGH:
        smooth = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(WIDE, HIGH, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    return encoded(picture)


def _drawn(found: bytes) -> QImage:
    renderer = QSvgRenderer(QByteArray(found))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    size.scale(WIDE, HIGH, Qt.AspectRatioMode.KeepAspectRatio)
    picture = QImage(size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        renderer.render(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()
    return picture
