"""Paper: what a painter draws comes out as SVG without fonts, alike each time, and looks as on the screen."""

import re

import pytest
from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from sandgame.paint.fonts import load_fonts
from sandgame.paint.lettering import Paragraph, put_line
from sandgame.paint.look import Look
from sandgame.paint.paper import svg_of

LOOK = Look()
INK = QColor(10, 20, 30)
WIDE, HIGH = 240, 60


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    assert qapp is not None
    load_fonts()


def lettered(painter: QPainter, box: QRectF) -> None:
    put_line(painter, "协同成效 38% → 75", box, LOOK, "title", INK)


def broken(painter: QPainter, box: QRectF) -> None:
    Paragraph("第 5 周到期，按时到 11。 Due in week 5.", LOOK, "body").draw(painter, box.adjusted(0, 0, -120, 0), INK)


def on_screen(paint: object) -> QImage:
    picture = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    assert callable(paint)
    paint(painter, QRectF(0, 0, WIDE, HIGH))
    painter.end()
    return picture


def dark(picture: QImage) -> int:
    """How much ink there is, in hundredths of a dot."""
    spots = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return sum(100 - picture.pixelColor(x, y).lightness() * 100 // 255 for x, y in spots)


@pytest.mark.parametrize("paint", [lettered, broken])
def test_letters_are_areas_and_ask_for_no_font(paint: object) -> None:
    assert callable(paint)
    drawn = svg_of(paint, WIDE, HIGH).decode()
    assert "<text" not in drawn
    assert len(re.findall("<path", drawn)) >= 10


@pytest.mark.parametrize("paint", [lettered, broken])
def test_paper_shows_what_the_screen_shows(paint: object) -> None:
    assert callable(paint)
    renderer = QSvgRenderer(QByteArray(svg_of(paint, WIDE, HIGH)))
    screen, paper = dark(on_screen(paint)), dark(on_screen(renderer.render))
    assert screen > 0
    assert abs(paper - screen) < screen // 5


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert svg_of(lettered, WIDE, HIGH) == svg_of(lettered, WIDE, HIGH)


def test_a_drawing_has_the_size_that_was_asked_for() -> None:
    renderer = QSvgRenderer(QByteArray(svg_of(lettered, WIDE, HIGH)))
    assert renderer.viewBoxF() == QRectF(QPointF(0, 0), QPointF(WIDE, HIGH))
