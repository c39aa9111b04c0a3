"""The six rows of one's own page: name, facts, own view and place stand in the same columns in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.band import REFERENCE, SILO, draw_band, draw_diamond, place_on
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import LEFT, Paragraph, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.present.debrief_own import OwnFact, OwnPage, OwnRow
from sandgame.text.numbers import whole
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_LINE, _NAME, _PAD, _GAP = 24.0, 34.0, 6, 12
_SCALE, _LEAST_SCALE = 0.27, 150
_LEAST_FACT = 150.0
"""Less room than this beside the scale, and the scales of all rows stand below their facts."""
_MOST_VIEW = "100"


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the columns lie across a width: `fact` wide `room`, `view` the own view's, then the scale."""

    fact: float
    room: float
    view: float
    scale: QRectF
    stacked: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """Of all rows of a page; `viewed` where somebody's own view stands in any of them."""

    names: tuple[str, ...]
    viewed: bool

    @classmethod
    def of(cls, page: OwnPage) -> Columns:
        return cls(tuple(each.name for each in page.rows), any(each.self_view is not None for each in page.rows))

    def across(self, width: float, look: Look) -> Laid:
        wide = max(width * _SCALE, _LEAST_SCALE)
        scale = QRectF(width - wide - 10, 0, wide, 0)
        view = scale.left() - (_view_width(look) + _GAP if self.viewed else 0)
        fact = _NAME + max(look.width(name, "label", 700) for name in self.names) + _GAP
        room = view - fact - _GAP
        stacked = room < look.scaled(_LEAST_FACT)
        return Laid(fact, width - fact - 10 if stacked else room, view, scale, stacked)


def _view_width(look: Look) -> float:
    return 22 + look.width(_MOST_VIEW, "label", 700)


class ScaleHead(QWidget, Themed):
    """The names of the two marks over the scales."""

    def __init__(self, silo: str, reference: str, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._columns = (silo, reference), columns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(400, round(current_look().line("caption")))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        scale = self._columns.across(self.width(), look).scale
        for text, at in zip(self._texts, (SILO, REFERENCE), strict=True):
            wide = look.width(text, "caption", 600)
            left = min(max(scale.left() + scale.width() * at - wide / 2, scale.left() - 30), self.width() - wide - 2)
            put_line_at(painter, text, left, self.height() / 2, look, "caption", look.colour.benchmark, 600)


class PrincipleRow(QAbstractButton, Themed):
    """A principle with its facts; exclusive among its siblings: the chosen one shows its evidence."""

    def __init__(self, picture: OwnRow, slot: int, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self._slot, self._columns = picture, slot, columns
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(picture.spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=8)

    def on_look_changed(self) -> None:
        self.setFixedHeight(self.heightForWidth(max(self.width(), 560)))
        self.updateGeometry()
        self.update()

    def _texts(self) -> Sequence[str]:
        return [fact.text for fact in self.picture.facts] or [self.picture.empty]

    def _heights(self, laid: Laid) -> list[float]:
        """Of each fact with what stands below it."""
        look = current_look()
        line = look.scaled(_LINE)
        spare = line - look.line("body")
        facts = [max(line, Paragraph(text, look, "body").height(laid.room) + spare) for text in self._texts()]
        return [high + line * laid.stacked for high in facts]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(sum(self._heights(self._columns.across(width, current_look()))) + 2 * _PAD)

    def sizeHint(self) -> QSize:
        return QSize(700, self.heightForWidth(max(self.width(), 560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = current_look(), QPainter(self)
        colour, laid, line = look.colour, self._columns.across(self.width(), look), look.scaled(_LINE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(colour.primary, 1.8))
            painter.setBrush(colour.surface_subtle)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        draw_icon(painter, self.picture.icon, QRectF(10, _PAD + line / 2 - 8, 16, 16), colour.text_secondary)
        put_line_at(painter, self.picture.name, _NAME, _PAD + line / 2, look, "label", colour.text, 700)
        ink = colour.text if self.picture.facts else colour.text_secondary
        heights, top = self._heights(laid), float(_PAD)
        for number, (text, high) in enumerate(zip(self._texts(), heights, strict=True)):
            spare = line - look.line("body")
            said = Paragraph(text, look, "body")
            # beside the name on its own line; the letters of a line stand in its middle
            said.draw(painter, QRectF(laid.fact, top + spare / 2, laid.room, high), ink)
            middle = top + high - line / 2 if laid.stacked else top + line / 2
            if number == 0:
                self._own_view(painter, laid, middle)
            if self.picture.facts:
                self._scale(painter, self.picture.facts[number], laid.scale, middle)
            top += high

    def _scale(self, painter: QPainter, fact: OwnFact, scale: QRectF, middle: float) -> None:
        """The place with the own view on it, or why there is none."""
        look = current_look()
        area = QRectF(scale.left(), middle - 11, scale.width(), 22)
        if fact.band is None:
            fits = look.width(fact.band_text, "caption") <= area.width()
            text = fact.band_text if fits else fact.short
            put_line(painter, text, area, look, "caption", look.colour.text_secondary, align=LEFT)
            return
        draw_band(painter, look, fact.band, look.department(self._slot).base, area)
        if self.picture.self_view is not None and fact is self._first():
            draw_diamond(painter, look, place_on(area, self.picture.self_view))

    def _first(self) -> OwnFact | None:
        """The fact on whose scale the own view stands."""
        return next((fact for fact in self.picture.facts if fact.band is not None), None)

    def _own_view(self, painter: QPainter, laid: Laid, middle: float) -> None:
        if self.picture.self_view is None:
            return
        look, text = current_look(), whole(self.picture.self_view)
        draw_diamond(painter, look, QPointF(laid.view + 8, middle), 7)
        put_line_at(painter, text, laid.view + 20, middle, look, "label", look.colour.text, 700)


class Diamond(QWidget, Themed):
    """The sign of one's own view, in a legend or before a figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(20, 20)

    def on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_diamond(painter, current_look(), QPointF(10, 10), 7)
