"""One promise in the ledger: badge, what, to or from whom, due, state; 44 px high."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.chip import state_colour, state_icon
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import RIGHT, put_line, put_line_at
from sandgame.paint.tokens import size
from sandgame.present.pictures import LedgerRow
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import Themed, current_look

_TEXT_AT = 43.0
_RIGHT_PAD = 8.0
_EXTRA_LINE = 17.0


class LedgerRowWidget(QAbstractButton, Themed):
    """`clicked` asks for the item. If its texts do not fit side by side, the row grows by a line."""

    def __init__(self, row: LedgerRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        high_as_needed(self, grows=False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=9)
        self._tell()

    def row(self) -> LedgerRow:
        return self._row

    def set_row(self, row: LedgerRow) -> None:
        if row != self._row:
            self._row = row
            self._tell()

    def _tell(self) -> None:
        row = self._row
        self.setAccessibleName(row.spoken or f"{row.title} {row.line} {row.due} {row.state_text}")
        self.setToolTip(row.tip)
        self._fit(self.width())
        self.update()

    def on_look_changed(self) -> None:
        self._fit(self.width())

    def _state_width(self) -> float:
        return current_look().width(self._row.state_text, "caption", 600) + 17

    def _crowded(self, width: float) -> bool:
        look = current_look()
        room = width - _TEXT_AT - _RIGHT_PAD - 4
        upper = look.width(self._row.title, "body", 700) + look.width(self._row.due, "caption", 600)
        return max(upper, look.width(self._row.line, "caption") + self._state_width()) > room

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        return round(look.scaled(size("ledgerRow") + (_EXTRA_LINE if self._crowded(width) else 0)))

    def sizeHint(self) -> QSize:
        return QSize(230, self.heightForWidth(230))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _fit(self, width: int) -> None:
        # as high as its lines, however little or much room a layout has to give
        self.setFixedHeight(self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        look = current_look()
        texts = (
            look.width(self._row.title, "body", 700),
            look.width(self._row.line, "caption"),
            look.width(self._row.due, "caption", 600) + self._state_width() + 6,
        )
        return QSize(round(_TEXT_AT + max(texts) + _RIGHT_PAD), round(look.scaled(size("ledgerRow"))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        crowded = self._crowded(self.width())
        draw_badge(painter, self._row.badge, QRectF(8, look.scaled(22) - 13, 26, 26), look)
        put_line_at(painter, self._row.title, _TEXT_AT, look.scaled(14.5), look, "body", colour.text, 700)
        put_line_at(painter, self._row.line, _TEXT_AT, look.scaled(31), look, "caption", colour.text_secondary)
        ink = state_colour(self._row.state, look)
        right = self.width() - _RIGHT_PAD
        level = look.scaled(31 + _EXTRA_LINE) if crowded else look.scaled(31)
        state_box = QRectF(right - self._state_width(), level - 9, self._state_width(), 18)
        put_line(painter, self._row.state_text, state_box, look, "caption", ink, align=RIGHT, weight=600)
        draw_icon(painter, state_icon(self._row.state), QRectF(state_box.left(), level - 6.5, 13, 13), ink)
        if crowded:
            put_line_at(painter, self._row.due, _TEXT_AT, level, look, "caption", colour.text, 600)
        else:
            due = QRectF(_TEXT_AT, look.scaled(14.5) - 9, right - _TEXT_AT, 18)
            put_line(painter, self._row.due, due, look, "caption", colour.text, align=RIGHT, weight=600)

    def _draw_ground(self, painter: QPainter) -> None:
        colour = current_look().colour
        is_open = self._row.state == "open"
        box = QRectF(self.rect())
        if self._row.sheet and is_open:
            # a second sheet looks out from below
            painter.setBrush(colour.surface)
            painter.setPen(self._dashed())
            painter.drawRoundedRect(box.adjusted(2.5, 2.5, -0.5, -0.5), 9, 9)
            box = box.adjusted(0, 0, -2, -2)
        painter.setBrush(colour.surface if is_open or self._row.selected else colour.surface_subtle)
        painter.setPen(self._dashed() if is_open else QPen(colour.divider, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour.tile_shadow)
            painter.setOpacity(0.3)
            painter.drawRoundedRect(box, 9, 9)
            painter.setOpacity(1)
        if self._row.selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour.focus, 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 8, 8)

    def _dashed(self) -> QPen:
        pen = QPen(current_look().colour.control_border, 1)
        pen.setDashPattern([3, 3])
        return pen
