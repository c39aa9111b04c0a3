"""Lucide icons in any colour: drawn straight onto a painter, or as cached pixmaps for buttons and menus."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sandgame import resource_folder


@cache
def _source(name: str) -> str:
    return (resource_folder("assets") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str, stroke: float) -> QSvgRenderer:
    drawn = _source(name).replace("currentColor", colour)
    if stroke != 2:
        drawn = drawn.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    return QSvgRenderer(QByteArray(drawn.encode()))


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor, stroke: float = 2) -> None:
    """Draws an icon into a square box, as lines: sharp on screen and on paper. `stroke` is in 24ths of the box."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    _renderer(name, colour.name(), stroke).render(painter, box)
    painter.restore()


@lru_cache(maxsize=1024)
def _pixmap(name: str, side: int, colour: str, scale: float) -> QPixmap:
    picture = QPixmap(QSize(round(side * scale), round(side * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_icon(painter, name, QRectF(0, 0, side, side), QColor(colour))
    painter.end()
    return picture


def icon_pixmap(name: str, side: int, colour: QColor, scale: float = 1.0) -> QPixmap:
    """An icon as a pixmap, cached for each size, colour and device pixel ratio."""
    return _pixmap(name, side, colour.name(QColor.NameFormat.HexArgb), scale)


def icon(name: str, side: int, colour: QColor, faded: QColor, scale: float = 1.0) -> QIcon:
    """An icon for actions and menus; `faded` is its colour when disabled."""
    made = QIcon(icon_pixmap(name, side, colour, scale))
    made.addPixmap(icon_pixmap(name, side, faded, scale), QIcon.Mode.Disabled)
    return made
