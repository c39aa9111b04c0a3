"""Text onto a painter: one line into a box, or a paragraph broken to a width."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout

from sandgame.paint.fonts import is_western
from sandgame.paint.look import Look
from sandgame.paint.paper import is_paper, put_glyphs
from sandgame.paint.typeset import lay_text, line_layout, natural_width

LEFT = Qt.AlignmentFlag.AlignLeft
CENTRE = Qt.AlignmentFlag.AlignHCenter
RIGHT = Qt.AlignmentFlag.AlignRight
_ENDLESS = 1e6
_WIDTHS = 6
"""A layout asks for a text's heights at a few widths, over and over: so many are kept."""


def put_line(
    painter: QPainter,
    text: str,
    box: QRectF,
    look: Look,
    role: str,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = LEFT,
    weight: int | None = None,
) -> None:
    """Draws a line, centred on the box's height; it is never cut, so whoever lays out the box measures first."""
    if not text:
        return
    layout = line_layout(text, role, look.language, look.text_percent, weight)
    spare = 0.0 if align == LEFT else box.width() - look.width(text, role, weight)
    left = box.left() + (spare / 2 if align == CENTRE else spare)
    painter.setPen(colour)
    spot = QPointF(left, box.center().y())
    if is_paper(painter):
        put_glyphs(painter, layout, spot)
    else:
        layout.draw(painter, spot)


def put_line_at(
    painter: QPainter,
    text: str,
    left: float,
    middle: float,
    look: Look,
    role: str,
    colour: QColor,
    weight: int | None = None,
) -> None:
    """Draws a line that begins at `left` and is centred on `middle`."""
    put_line(painter, text, QRectF(left, middle, 0, 0), look, role, colour, weight=weight)


class Paragraph:
    """A text of one role that breaks to a width. `**word**` is set bold."""

    def __init__(self, text: str, look: Look, role: str, weight: int | None = None) -> None:
        self._text = text
        self._look = look
        self._language = "en" if is_western(text) else look.language
        self._font = look.font_for(text, role, weight)
        self._line = look.line(role)
        self._laid: dict[float, QTextLayout] = {}
        self._natural: float | None = None

    def natural_width(self) -> float:
        if self._natural is None:
            self._natural = natural_width(self._layout(_ENDLESS))
        return self._natural

    def height(self, width: float) -> float:
        return self._layout(width).lineCount() * self._line

    def draw(self, painter: QPainter, box: QRectF, colour: QColor, align: Qt.AlignmentFlag = LEFT) -> None:
        layout = self._layout(box.width())
        painter.setPen(colour)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            spare = box.width() - line.naturalTextWidth()
            shift = spare / 2 if align == CENTRE else spare if align == RIGHT else 0.0
            spot = QPointF(box.left() + shift, box.top())
            if is_paper(painter):
                put_glyphs(painter, layout, spot, number)
            else:
                line.draw(painter, spot)

    def _layout(self, width: float) -> QTextLayout:
        if width < _ENDLESS and width >= self.natural_width():
            # it need not break: one layout does for all these widths
            width = _ENDLESS
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) >= _WIDTHS:
                self._laid.clear()
            laid = self._laid[width] = lay_text(self._text, self._font, self._language, width, self._line)
        return laid
