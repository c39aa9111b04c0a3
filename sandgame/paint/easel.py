"""Drawing on a page of 1920×1080 that is shown at any size; keeps what was written, how large, and what opens."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from sandgame.paint.badge import draw_badge
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, LEFT, RIGHT, Paragraph, put_line_at
from sandgame.paint.look import Look
from sandgame.present.pictures import BadgePicture

WIDE, HIGH = 1920.0, 1080.0
LEAST = 22.0
"""The smallest letters on a page."""
_ROLE, _ROLE_PX, _ROLE_LINE = "debriefTitle", 54.0, 68.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page that opens its moments; `spoken` says what it shows."""

    box: QRectF
    log: tuple[int, ...]
    spoken: str


@dataclass
class Easel:
    """`written`: each text with its box and its height in pixels of the page."""

    painter: QPainter
    look: Look
    written: list[tuple[str, QRectF, float]] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    @property
    def ground(self) -> QColor:
        """What a page lies on."""
        return self.look.colour.window if self.look.scheme == "dark" else self.look.colour.surface

    def width(self, text: str, px: float, weight: int = 700) -> float:
        return self.look.width(text, _ROLE, weight) * px / _ROLE_PX

    def fitting(self, text: str, px: float, room: float, weight: int = 700) -> float:
        """The size at which a line has room."""
        wide = self.width(text, px, weight)
        return px if wide <= room else px * room / wide

    def line(
        self,
        text: str,
        left: float,
        middle: float,
        px: float,
        ink: QColor,
        weight: int = 700,
        align: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """`left` is the right end or the centre where it is aligned so. Gives the width."""
        wide = self.width(text, px, weight)
        start = left - wide if align == RIGHT else left - wide / 2 if align == CENTRE else left
        scale = px / _ROLE_PX
        self.painter.save()
        self.painter.translate(start, middle)
        self.painter.scale(scale, scale)
        put_line_at(self.painter, text, 0, 0, self.look, _ROLE, ink, weight)
        self.painter.restore()
        if text:
            self.written.append((text, QRectF(start, middle - px * 0.6, wide, px * 1.2), px))
        return wide

    def paragraph(self, text: str, left: float, top: float, wide: float, px: float, ink: QColor,
                  weight: int = 400) -> float:  # fmt: skip
        """Gives its height."""
        scale = px / _ROLE_PX
        words = Paragraph(text, self.look, _ROLE, weight)
        high = words.height(wide / scale)
        self.painter.save()
        self.painter.translate(left, top)
        self.painter.scale(scale, scale)
        words.draw(self.painter, QRectF(0, 0, wide / scale, high), ink)
        self.painter.restore()
        self.written.append((text, QRectF(left, top, wide, high * scale), px))
        return high * scale

    def high(self, text: str, wide: float, px: float, weight: int = 400) -> float:
        """How high a paragraph comes out."""
        scale = px / _ROLE_PX
        return Paragraph(text, self.look, _ROLE, weight).height(wide / scale) * scale

    def within(self, text: str, box: QRectF, px: float, ink: QColor, weight: int = 400) -> float:
        """A paragraph as large as has room in the box, no smaller than the least; gives its height."""
        while px > LEAST and self.high(text, box.width(), px, weight) > box.height():
            px -= 1
        return self.paragraph(text, box.left(), box.top(), box.width(), px, ink, weight)

    def fitted(self, text: str, left: float, middle: float, px: float, room: float, ink: QColor,
               weight: int = 700, align: Qt.AlignmentFlag = LEFT) -> float:  # fmt: skip
        """One line in the room there is, smaller where it must be; two of the least size where that fails."""
        size = self.fitting(text, px, room, weight)
        if size >= LEAST or align != LEFT:
            return self.line(text, left, middle, max(size, LEAST), ink, weight, align)
        high = self.high(text, room, LEAST, weight)
        self.paragraph(text, left, middle - high / 2, room, LEAST, ink, weight)
        return room

    def box(self, box: QRectF, fill: QColor, corner: float = 20, edge: QColor | None = None) -> None:
        self.painter.setPen(QPen(edge, 2) if edge is not None else Qt.PenStyle.NoPen)
        self.painter.setBrush(fill)
        self.painter.drawRoundedRect(box, corner, corner)

    def rule(self, left: float, right: float, level: float, ink: QColor | None = None, wide: float = 2) -> None:
        self.painter.fillRect(QRectF(left, level - wide / 2, right - left, wide), ink or self.look.colour.divider)

    def disc(self, middle: QPointF, radius: float, fill: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(fill)
        self.painter.drawEllipse(middle, radius, radius)

    def badge(self, badge: BadgePicture, left: float, middle: float, side: float) -> None:
        draw_badge(self.painter, badge, QRectF(left, middle - side / 2, side, side), self.look)

    def icon(self, name: str, left: float, middle: float, side: float, ink: QColor) -> None:
        draw_icon(self.painter, name, QRectF(left, middle - side / 2, side, side), ink)

    def pair(self, provider: BadgePicture, customer: BadgePicture | None, left: float, middle: float,
             side: float) -> float:  # fmt: skip
        """Who serves whom; gives the width."""
        self.badge(provider, left, middle, side)
        if customer is None:
            return side
        self.icon("arrow-right", left + side + 8, middle, 26, self.look.colour.text_secondary)
        self.badge(customer, left + side + 42, middle, side)
        return 2 * side + 42

    def card(self, box: QRectF, top: QColor | None = None) -> None:
        """A white card, with a band in a colour along its top."""
        colour = self.look.colour
        self.box(box, colour.surface, 18, colour.divider)
        if top is not None:
            self.painter.save()
            self.painter.setClipRect(QRectF(box.left(), box.top() - 2, box.width(), 10))
            self.box(box.adjusted(0, -1, 0, 0), top, 18)
            self.painter.restore()

    def opens(self, box: QRectF, log: tuple[int, ...], spoken: str) -> None:
        if log:
            self.spots.append(Spot(QRectF(box), log, spoken))
