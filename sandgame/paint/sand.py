"""The raked sand that boards lie on, drawn once for each size and device pixel ratio."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from sandgame.paint.look import Look
from sandgame.paint.tokens import Scheme, palette

ROW = 11.0
AMPLITUDE = 5.0
_HALF_WAVE = 60.0
_RAKE_OPACITY = 0.45


def wave_paths(width: float, height: float) -> list[QPainterPath]:
    """One path for each raked line of a ground of this size."""
    paths = []
    for row in range(math.ceil(height / ROW) + 1):
        level = row * ROW + 4
        path = QPainterPath(QPointF(-_HALF_WAVE, level))
        up = -1
        for step in range(math.ceil(width / _HALF_WAVE) + 2):
            start = (step - 1) * _HALF_WAVE
            path.quadTo(start + _HALF_WAVE / 2, level + up * AMPLITUDE, start + _HALF_WAVE, level)
            up = -up
        paths.append(path)
    return paths


def draw_sand(painter: QPainter, box: QRectF, look: Look) -> None:
    """Sand straight onto a painter (paper, pictures)."""
    colour = look.colour
    ground = QLinearGradient(box.topLeft(), box.bottomLeft())
    ground.setColorAt(0, colour.sand_top)
    ground.setColorAt(1, colour.sand_bottom)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, ground)
    rake = QColor(colour.rake)
    rake.setAlphaF(_RAKE_OPACITY)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(rake, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(box.topLeft())
    for path in wave_paths(box.width(), box.height()):
        painter.drawPath(path)
    painter.restore()


@lru_cache(maxsize=12)
def _sand(width: int, height: int, scale: float, scheme: Scheme) -> QPixmap:
    picture = QPixmap(QSize(math.ceil(width * scale), math.ceil(height * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(palette(scheme).colour.sand_mid)
    painter = QPainter(picture)
    draw_sand(painter, QRectF(0, 0, width, height), Look(scheme))
    painter.end()
    return picture


def sand_pixmap(width: int, height: int, scale: float, look: Look) -> QPixmap:
    """Sand as a pixmap, cached for each size, device pixel ratio and scheme."""
    return _sand(width, height, scale, look.scheme)
