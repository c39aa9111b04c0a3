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
LEAST_ON_PAPER = 10.8
_SCREEN, _PAPER = ("debriefTitle", 54.0), ("reportHeading", 21.0)
"""The role that all letters are scaled from, and its size."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the page that opens its moments, or chooses what stands beside; `spoken` says what it shows. `step` is
    the number of the log after which an open moment's board is looked at."""

    box: QRectF
    log: tuple[int, ...]
    spoken: str
    choose: str = ""
    step: int = 0


@dataclass
class Easel:
    """`written`: each text with its box and its height in pixels of the page. `paper`: a leaf and no screen."""

    painter: QPainter
    look: Look
    written: list[tuple[str, QRectF, float]] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    paper: bool = False

    @property
    def least(self) -> float:
        return LEAST_ON_PAPER if self.paper else LEAST

    @property
    def _role(self) -> tuple[str, float]:
        return _PAPER if self.paper else _SCREEN

    @property
    def ground(self) -> QColor:
        """What a page lies on."""
        return self.look.colour.window if self.look.scheme == "dark" else self.look.colour.surface

    def width(self, text: str, px: float, weight: int = 700) -> float:
        role, full = self._role
        return self.look.width(text, role, weight) * px / full

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
        role, full = self._role
        scale = px / full
        self.painter.save()
        self.painter.translate(start, middle)
        self.painter.scale(scale, scale)
        put_line_at(self.painter, text, 0, 0, self.look, role, ink, weight)
        self.painter.restore()
        if text:
            self.written.append((text, QRectF(start, middle - px * 0.6, wide, px * 1.2), px))
        return wide

    def paragraph(self, text: str, left: float, top: float, wide: float, px: float, ink: QColor,
                  weight: int = 400) -> float:  # fmt: skip
        """Gives its height."""
        role, full = self._role
        scale = px / full
        words = Paragraph(text, self.look, role, weight)
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
        role, full = self._role
        scale = px / full
        return Paragraph(text, self.look, role, weight).height(wide / scale) * scale

    def within(self, text: str, box: QRectF, px: float, ink: QColor, weight: int = 400) -> float:
        """A paragraph as large as has room in the box, no smaller than the least; gives its height."""
        while px > self.least and self.high(text, box.width(), px, weight) > box.height():
            px -= 1
        return self.paragraph(text, box.left(), box.top(), box.width(), px, ink, weight)

    def fitted(self, text: str, left: float, middle: float, px: float, room: float, ink: QColor,
               weight: int = 700, align: Qt.AlignmentFlag = LEFT) -> float:  # fmt: skip
        """One line in the room there is, smaller where it must be; two of the least size where that fails."""
        size = self.fitting(text, px, room, weight)
        least = self.least
        if size >= least or align != LEFT:
            return self.line(text, left, middle, max(size, least), ink, weight, align)
        high = self.high(text, room, least, weight)
        self.paragraph(text, left, middle - high / 2, room, least, ink, weight)
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

    def steps(self, box: QRectF, step: int, spoken: str) -> None:
        self.spots.append(Spot(QRectF(box), (), spoken, step=step))

    def chooses(self, box: QRectF, choose: str, spoken: str) -> None:
        self.spots.append(Spot(QRectF(box), (), spoken, choose))
