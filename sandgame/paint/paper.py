"""A painting as SVG for paper: the painters of the screen, every letter a path, so that no font is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QRawFont, QTextLayout
from PySide6.QtSvg import QSvgGenerator

Paint = Callable[[QPainter, QRectF], None]


def svg_of(paint: Paint, width: float, height: float) -> bytes:
    """The picture that `paint` draws into a box of this size, px."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(round(width), round(height)))
    box = QRectF(0, 0, round(width), round(height))
    generator.setViewBox(box)
    # at 72 dots an inch Qt writes no other unit than px
    generator.setResolution(72)
    painter = QPainter(generator)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, box)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


def is_paper(painter: QPainter) -> bool:
    return isinstance(painter.device(), QSvgGenerator)


def put_glyphs(painter: QPainter, layout: QTextLayout, spot: QPointF, line: int = -1) -> None:
    """A laid text as filled outlines in the pen's colour; `line` -1 for all of them. `spot` as for QTextLayout.draw."""
    colour = painter.pen().color()
    numbers = range(layout.lineCount()) if line < 0 else (line,)
    for number in numbers:
        for run in layout.lineAt(number).glyphRuns():
            font: QRawFont = run.rawFont()
            for index, at in zip(run.glyphIndexes(), run.positions(), strict=True):
                outline = font.pathForGlyph(index).translated(spot + at)
                # strokes of a sign lie over each other: by the odd-even rule they would cut holes
                outline.setFillRule(Qt.FillRule.WindingFill)
                painter.fillPath(outline, colour)
