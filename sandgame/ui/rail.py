"""The ledger made small: of each half its count, its worst state, and with whom; a click opens the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.chip import draw_state_disc
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.present.ledger import LedgerPicture, worst
from sandgame.present.pictures import LedgerRow
from sandgame.ui.kit.cards import Card, Divider, column
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_BADGE, _STEP, _HEAD, _WIDE = 30.0, 40.0, 34.0, 58


class RailHalf(QAbstractButton, Themed):
    """Head with count and worst state; below it as many badges as there is room for, each with its state."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = ""
        self._rows: tuple[LedgerRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=9)

    @property
    def worst(self) -> LedgerRow | None:
        return worst(self._rows)

    def show_half(self, title: str, count: str, rows: tuple[LedgerRow, ...]) -> None:
        if (count, rows) != (self._count, self._rows):
            self._count, self._rows = count, rows
            self.updateGeometry()
            self.update()
        found = self.worst
        self.setAccessibleName(f"{title} {count}" + (f", {found.state_text}" if found is not None else ""))
        self.setToolTip("\n".join((title, *(row.spoken for row in rows))))

    def shown_badges(self) -> int:
        """How many rows have a badge of their own; the others are counted in the last place."""
        room = int((self.height() - current_look().scaled(_HEAD)) // _STEP)
        return len(self._rows) if len(self._rows) <= room else max(0, room - 1)

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, round(current_look().scaled(_HEAD) + len(self._rows) * _STEP))

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDE, round(current_look().scaled(_HEAD)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = look.scaled(_HEAD)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour.surface_subtle)
            painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
        draw_icon(painter, self._icon, QRectF(3, head / 2 - 7, 14, 14), look.colour.text_secondary)
        put_line_at(painter, self._count.partition(" ")[0], 19, head / 2, look, "label", look.colour.text, 700)
        found = self.worst
        if found is not None:
            draw_state_disc(painter, found.state, QPointF(self.width() - 10, head / 2), look)
        left, shown = (self.width() - _BADGE) / 2, self.shown_badges()
        for at, row in enumerate(self._rows[:shown]):
            box = QRectF(left, head + at * _STEP + 4, _BADGE, _BADGE)
            draw_badge(painter, row.badge, box, look)
            draw_state_disc(painter, row.state, QPointF(box.right(), box.top() + 4), look)
        more = len(self._rows) - shown
        if more and self.height() >= head + (shown + 1) * _STEP - 12:
            box = QRectF(0, head + shown * _STEP, self.width(), _STEP - 12)
            put_line(painter, f"+{more}", box, look, "caption", look.colour.text_secondary, align=CENTRE, weight=700)


class Rail(Card):
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.promised = RailHalf("arrow-up-right")
        self.owed = RailHalf("arrow-down-left")
        layout = column(self, margins=(5, 8, 5, 8), gap=6)
        layout.addWidget(self.promised)
        layout.addWidget(Divider())
        layout.addWidget(self.owed)
        layout.addStretch(1)
        for half in (self.promised, self.owed):
            half.clicked.connect(self.asked)

    def show_ledger(self, picture: LedgerPicture) -> None:
        self.promised.show_half(picture.promised_title, picture.promised_short, picture.promised)
        self.owed.show_half(picture.owed_title, picture.owed_short, picture.owed)
