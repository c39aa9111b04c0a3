"""The things to read in Brief, as cards to open: news for all, and what only this department knows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.look import Look
from sandgame.present.brief_notices import BriefCard
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import current_look
from sandgame.ui.tiles import CORNER, Tile

_PAD = 14.0


class ReadTile(Tile):
    """A card that is new until it is opened. `words` are its two states, new and read; without
    them it has none."""

    def __init__(self, card: BriefCard, words: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._words = words
        self._read = False
        # the ring lies inside the card: around it the page's edge would cut it
        set_ring(self, own=True)
        self.set_read(False)

    def set_read(self, read: bool) -> None:
        self._read = read
        self.setAccessibleName(f"{self.card.spoken} {self._words[1 if read else 0]}".strip())
        self.update()

    def is_read(self) -> bool:
        return self._read

    def _state_width(self, look: Look) -> float:
        return max(look.width(word, "caption", 700) for word in self._words) + 22 if any(self._words) else 0

    def _draw_focus(self, painter: QPainter, look: Look) -> None:
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour.focus, 2.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), CORNER - 1, CORNER - 1)

    def _draw_state(self, painter: QPainter, right: float, middle: float, look: Look, *, dark: bool = False) -> None:
        """ "new" as a pill, or "read" with a tick."""
        colour = look.colour
        text = self._words[1 if self._read else 0]
        if not text:
            return
        wide = look.width(text, "caption", 700)
        if self._read:
            ink = colour.on_top_bar_secondary if dark else colour.positive
            put_line_at(painter, text, right - wide, middle, look, "caption", ink, 700)
            draw_icon(painter, "check", QRectF(right - wide - 18, middle - 7, 14, 14), ink)
            return
        pill = QRectF(right - wide - 18, middle - 11, wide + 18, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.info_bg)
        painter.drawRoundedRect(pill, 11, 11)
        put_line_at(painter, text, pill.left() + 9, middle, look, "caption", colour.info, 700)


class CardTile(ReadTile):
    """Kind and state, title, lines, and at the foot what follows; its edge in its department's colour."""

    def _parts(self, look: Look, width: float) -> list[tuple[Paragraph, str, float]]:
        """Title and lines with their ink and the gap above each."""
        parts = [(Paragraph(self.card.title, look, "title"), "text", 6.0)]
        parts += [(Paragraph(line, look, "body"), "text_secondary", 4.0) for line in self.card.lines]
        return parts

    def _foot(self, look: Look) -> Paragraph:
        return Paragraph(self.card.foot, look, "caption")

    def sizeHint(self) -> QSize:
        return QSize(246, self.heightForWidth(246))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(246))

    def heightForWidth(self, width: int) -> int:
        look, inner = current_look(), max(80.0, width - 2 * _PAD)
        high = _PAD + 4 + self._kind_height(look, inner)
        high += sum(part.height(inner) + gap for part, _, gap in self._parts(look, inner))
        if self.card.foot:
            high += 10 + self._foot(look).height(inner - 20)
        return round(high + _PAD)

    def _kind(self, look: Look) -> Paragraph:
        return Paragraph(self.card.kind, look, "body", 700)

    def _kind_height(self, look: Look, inner: float) -> float:
        return max(22.0, self._kind(look).height(inner - 22 - self._state_width(look)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        box = self.draw_card(painter, look)
        outer, inner_path = QPainterPath(), QPainterPath()
        outer.addRoundedRect(box, CORNER, CORNER)
        inner_path.addRoundedRect(box.adjusted(0, 4, 0, 20), CORNER, CORNER)
        who = look.department(self.card.slot)
        painter.fillPath(outer.subtracted(inner_path), who.base)
        inner = box.width() - 2 * _PAD
        top, line = box.top() + _PAD + 4, look.line("body")
        draw_icon(painter, self.card.icon, QRectF(_PAD, top + line / 2 - 7.5, 15, 15), who.ink)
        kind = QRectF(_PAD + 22, top, inner - 22 - self._state_width(look), 0)
        self._kind(look).draw(painter, kind, who.ink)
        self._draw_state(painter, box.right() - _PAD, top + line / 2, look)
        top += self._kind_height(look, inner)
        for part, ink, gap in self._parts(look, inner):
            top += gap
            part.draw(painter, QRectF(_PAD, top, inner, 0), look.named(ink))
            top += part.height(inner)
        if self.card.foot:
            foot = self._foot(look)
            high = foot.height(inner - 20)
            level = box.bottom() - _PAD - high
            spot = QRectF(_PAD, level + look.line("caption") / 2 - 7, 14, 14)
            draw_icon(painter, self.card.foot_icon, spot, look.colour.text_secondary)
            foot.draw(painter, QRectF(_PAD + 20, level, inner - 20, high), look.colour.text_secondary)
        self._draw_focus(painter, look)


class NewsTile(ReadTile):
    """What everybody knows: on ink, with the same state at its right end."""

    def sizeHint(self) -> QSize:
        return QSize(758, self.heightForWidth(758))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(758))

    def _inner(self, width: float, look: Look) -> float:
        return max(80.0, width - 78 - _PAD - self._state_width(look) - 12)

    def _parts(self, look: Look) -> list[tuple[Paragraph, str]]:
        colour = ("on_top_bar_secondary", "on_top_bar", "on_top_bar_secondary")
        words = [Paragraph(self.card.kind, look, "caption"), Paragraph(self.card.title, look, "heading")]
        words += [Paragraph(line, look, "body") for line in self.card.lines]
        return [(part, colour[min(number, 2)]) for number, part in enumerate(words)]

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        inner = self._inner(width, look)
        return round(max(76.0, sum(part.height(inner) for part, _ in self._parts(look)) + 24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.top_bar)
        painter.drawRoundedRect(box, CORNER, CORNER)
        painter.setBrush(colour.phase_active)
        middle = box.center().y()
        painter.drawEllipse(QRectF(18, middle - 21, 42, 42))
        draw_icon(painter, self.card.icon, QRectF(29, middle - 10, 20, 20), colour.on_phase_active)
        inner = self._inner(box.width(), look)
        parts = self._parts(look)
        top = middle - sum(part.height(inner) for part, _ in parts) / 2
        for part, ink in parts:
            part.draw(painter, QRectF(78, top, inner, 0), look.named(ink))
            top += part.height(inner)
        self._draw_state(painter, box.right() - _PAD - 2, middle, look, dark=True)
        self._draw_focus(painter, look)
