"""The wire to a class on the sand: this laptop, the room's network, the class computer, and where it is cut."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, Paragraph, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.sand import sand_pixmap
from sandgame.present.doctor import State, StationPicture, WirePicture
from sandgame.ui.kit.themed import Themed, current_look

_TILE = (236.0, 72.0)
_STEP = 190.0
_RINGS = (8.0, 16.0, 24.0)
_LEAST = 320.0


class WireSand(QWidget, Themed):
    """Painted, with all of it said to assistive tools as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wire: WirePicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_wire(self, wire: WirePicture) -> None:
        self._wire = wire
        self.setAccessibleName(wire.spoken)
        self.update()

    def on_look_changed(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), look))
        wire = self._wire
        if wire is None:
            return
        foot = Paragraph(wire.foot, look, "body")
        foot_high = foot.height(self.width() - 60)
        room = self.height() - foot_high - 60
        wide = min(max(_TILE[0], self._widest(wire, look)), self.width() - 70.0)
        high = max(_TILE[1], look.scaled(_TILE[1]) if room > 3 * look.scaled(_TILE[1]) + 90 else _TILE[1])
        step = min(_STEP, max(high + 44, (room - high - 2 * _RINGS[-1]) / 2))
        top = max(30.0, (room - 2 * step - high) / 2)
        left = (self.width() - wide) / 2
        boxes = [QRectF(left, top + place * step, wide, high) for place in range(3)]
        for one, other in pairwise(boxes):
            self._draw_furrow(painter, one, other, look)
        for box in boxes:
            self._draw_rings(painter, box, look)
        for (one, other), state in zip(pairwise(boxes), wire.links, strict=True):
            self._draw_link(painter, one, other, state, look)
        for box, station in zip(boxes, wire.stations, strict=True):
            self._draw_station(painter, box, station, look)
        failed = next((place for place, state in enumerate(wire.links) if state == "failed"), None)
        if failed is not None:
            self._draw_cut(painter, boxes[failed], boxes[failed + 1], wire.cut, look)
        if self.height() > boxes[-1].bottom() + foot_high + 40:
            area = QRectF(30, self.height() - foot_high - 48, self.width() - 60, foot_high)
            foot.draw(painter, area, look.colour.text_secondary, CENTRE)

    def _widest(self, wire: WirePicture, look: Look) -> float:
        texts = [look.width(each.title, "label", 700) for each in wire.stations]
        texts += [look.width(each.line, "body") for each in wire.stations]
        return max(texts) + 64 + 18

    def _draw_furrow(self, painter: QPainter, one: QRectF, other: QRectF, look: Look) -> None:
        painter.setPen(QPen(look.colour.rake, 1.2))
        for aside in (-12.0, -8.0, 8.0, 12.0):
            middle = one.center().x() + aside
            painter.drawLine(QPointF(middle, one.bottom()), QPointF(middle, other.top()))

    def _draw_rings(self, painter: QPainter, box: QRectF, look: Look) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour.rake, 1.2))
        for ring in _RINGS:
            painter.drawRoundedRect(box.adjusted(-ring, -ring, ring, ring), 12 + ring, 12 + ring)

    def _draw_link(self, painter: QPainter, one: QRectF, other: QRectF, state: State, look: Look) -> None:
        middle = one.center().x()
        start, end = QPointF(middle, one.bottom() + 7), QPointF(middle, other.top())
        colour = look.colour
        ink = {"ok": colour.positive, "failed": colour.negative, "waiting": colour.text_tertiary}[state]
        pen = QPen(ink, 3 if state == "ok" else 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if state != "ok":
            pen.setDashPattern([0.1, 2.2])
        painter.setPen(pen)
        painter.drawLine(start, end)
        if state == "ok":
            tip = QPointF(middle, (start.y() + end.y()) / 2 + 6)
            painter.drawLine(tip, tip + QPointF(-6, -9))
            painter.drawLine(tip, tip + QPointF(6, -9))

    def _draw_station(self, painter: QPainter, box: QRectF, station: StationPicture, look: Look) -> None:
        colour = look.colour
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour.tile_shadow))
        painter.drawRoundedRect(box.translated(0, 8), 12, 12)
        painter.setBrush(colour.surface)
        painter.setPen(QPen(colour.sand_border, 1))
        painter.drawRoundedRect(box, 12, 12)
        middle = box.center().y()
        draw_icon(painter, station.icon, QRectF(box.left() + 18, middle - 16, 32, 32), colour.text)
        left, high = box.left() + 64, look.line("label")
        if not station.line:
            put_line_at(painter, station.title, left, middle, look, "label", colour.text, 700)
            return
        put_line_at(painter, station.title, left, middle - high / 2, look, "label", colour.text, 700)
        put_line_at(painter, station.line, left, middle + high / 2, look, "body", colour.text_secondary)

    def _draw_cut(self, painter: QPainter, one: QRectF, other: QRectF, text: str, look: Look) -> None:
        colour = look.colour
        centre = QPointF(one.center().x(), (one.bottom() + other.top()) / 2 + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.negative)
        if not text or centre.x() + 34 + look.width(text, "body", 600) + 40 <= self.width():
            painter.drawEllipse(centre, 20, 20)
            draw_icon(painter, "x", QRectF(centre.x() - 10, centre.y() - 10, 20, 20), colour.surface)
        if not text:
            return
        wide = look.width(text, "body", 600) + 32
        beside = centre.x() + 34 + wide + 8 <= self.width()
        left = centre.x() + 34 if beside else max(8.0, centre.x() - wide / 2)
        box = QRectF(left, centre.y() - 16, min(wide, self.width() - 16), 32)
        # where it has no room beside the cross, the words stand in its place
        painter.setBrush(colour.surface if beside else colour.negative)
        painter.setPen(QPen(colour.negative, 1))
        painter.drawRoundedRect(box, 16, 16)
        ink = colour.negative if beside else colour.surface
        put_line(painter, text, box, look, "body", ink, align=CENTRE, weight=600)
