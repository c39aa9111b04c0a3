"""The pool's hours as blocks, with dividers between the claimants that can be dragged; the steppers do the same."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen

from sandgame.paint.blocks import UNIT_GAP, place_units
from sandgame.present.pictures import HoursPicture
from sandgame.present.pool import ClaimantPicture
from sandgame.ui.kit.hours import BlocksWidget
from sandgame.ui.kit.themed import current_look

_NEAR, _KNOB = 14.0, 4.0


class DividedRow(BlocksWidget):
    """A divider stands behind each claimant's hours; what it takes from the next one, or from what is left, it gives
    to the one before. Without cards it is only a row."""

    share_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[ClaimantPicture, ...] = ()
        self._whole = 0
        self._held: int | None = None

    def show_row(self, picture: HoursPicture, cards: Sequence[ClaimantPicture]) -> None:
        self.set_picture(picture)
        self._cards = tuple(cards)
        self._whole = sum(len(unit.blocks) for unit in picture.units)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not cards)
        self.setMouseTracking(bool(cards))
        if not cards:
            self._held = None

    def spots(self) -> list[float]:
        """Where each divider stands; none where the row is broken."""
        boxes = [box for unit in place_units(self._picture, self.width()) for box in unit.blocks]
        if not self._cards or not boxes or boxes[0].top() != boxes[-1].top():
            return []
        found, given = [], 0
        for card in self._cards:
            given += card.share
            at = boxes[given - 1].right() + UNIT_GAP / 2 + 0.5 if 0 < given <= len(boxes) else boxes[0].left() + 1
            found.append(min(at, self.width() - 1.5))
        return found

    def _near(self, x: float) -> int | None:
        """The divider under the pointer; where several stand on one another, the last can always be moved on."""
        spots = self.spots()
        near = [at for at, spot in enumerate(spots) if abs(spot - x) <= _NEAR]
        return min(near, key=lambda at: (abs(spots[at] - x), -at), default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._near(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._held is None:
            near = self._near(x) is not None
            self.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
            return
        boxes = [box for unit in place_units(self._picture, self.width()) for box in unit.blocks]
        self._move(self._held, sum(box.center().x() < x for box in boxes))

    def _move(self, at: int, to: int) -> None:
        """Puts a divider behind so many hours, as far as both sides can give and take."""
        shares = [card.share for card in self._cards]
        last = at == len(shares) - 1
        spare = self._whole - sum(shares) if last else shares[at + 1]
        room = self._cards[at].most - shares[at]
        back = shares[at] if last else min(shares[at], self._cards[at + 1].most - shares[at + 1])
        step = max(-back, min(to - sum(shares[: at + 1]), spare, room))
        if not step:
            return
        changed = [(self._cards[at].seat, shares[at] + step)]
        if not last:
            changed.append((self._cards[at + 1].seat, shares[at + 1] - step))
        for seat, hours in changed:
            self.share_changed.emit(seat, hours)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, spot in enumerate(self.spots()):
            ink = look.colour.focus if at == self._held else look.colour.text
            painter.setPen(QPen(ink, 2))
            painter.drawLine(QPointF(spot, 0), QPointF(spot, self.height()))
            painter.setPen(QPen(ink, 1))
            painter.setBrush(look.colour.surface)
            middle = self.height() / 2
            painter.drawRoundedRect(QRectF(spot - 2.5, middle - _KNOB, 5, 2 * _KNOB), 2.5, 2.5)
