"""The pages of the big screen, drawn: joining, phase and clock, table against table, black. Always light."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.easel import HIGH, WIDE, Easel, Spot
from sandgame.paint.fonts import Language
from sandgame.paint.lettering import CENTRE, RIGHT
from sandgame.paint.look import Look
from sandgame.present.debrief_page import DebriefPicture
from sandgame.present.projector import BoardSheet, LobbySheet, PhaseSheet, Sheet, TableTime
from sandgame.ui.debrief_view import paint_page
from sandgame.ui.kit.mark import draw_mark
from sandgame.ui.projector_lobby import EDGE, HEAD, SMALL, draw_lobby

_INKS = {"plain": "text", "soon": "on_phase_alert", "now": "negative", "paused": "text_secondary"}


class ProjectorPage(QWidget):
    """Shows a sheet at its own size, letterboxed where the screen has another shape. Figures of the debrief open by a
    click here too."""

    moment_asked = Signal(object, str)
    step_asked = Signal(int)
    """The board of the open moment, after another number of the log."""
    moment_closed = Signal()
    principle_asked = Signal(str)
    painted = Signal()
    """Where texts stand is known; queued, because nothing may move while it is painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet = None
        self._debrief: DebriefPicture | None = None
        self._look = Look()
        self.written: list[tuple[str, QRectF, float]] = []
        """What stands on the page, where and how large, in pixels of this widget."""
        self.spots: tuple[Spot, ...] = ()
        """Of the debrief, in pixels of this widget."""
        self.setMouseTracking(True)

    @property
    def sheet(self) -> Sheet:
        return self._sheet

    def show_sheet(self, sheet: Sheet, language: Language) -> None:
        look = Look("light", language, 100, calm=True)
        if (sheet, look) != (self._sheet, self._look) or self._debrief is not None:
            self._sheet, self._look, self._debrief = sheet, look, None
            self.update()

    def show_debrief(self, page: DebriefPicture, language: Language) -> None:
        look = Look("light", language, 100, calm=True)
        if (page, look) != (self._debrief, self._look):
            self._debrief, self._look = page, look
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._paint()
        self.painted.emit()

    def _paint(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.written = []
        if self._debrief is not None:
            self._paint_debrief(painter, self._debrief)
            return
        if self._sheet is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        painter.fillRect(self.rect(), self._look.colour.window)
        scale = min(self.width() / WIDE, self.height() / HIGH)
        across, down = (self.width() - WIDE * scale) / 2, (self.height() - HIGH * scale) / 2
        painter.translate(across, down)
        painter.scale(scale, scale)
        easel = Easel(painter, self._look)
        if isinstance(self._sheet, LobbySheet):
            _draw_head(easel, self._sheet.case, self._sheet.seated)
            draw_lobby(easel, self._sheet, self.devicePixelRatioF())
        elif isinstance(self._sheet, PhaseSheet):
            _draw_phase(easel, self._sheet)
        else:
            _draw_board(easel, self._sheet)
        self.written = _written(easel, scale, across, down)

    def _paint_debrief(self, painter: QPainter, page: DebriefPicture) -> None:
        painter.fillRect(self.rect(), self._look.colour.surface)
        easel, scale, corner = paint_page(painter, page, self._look, self.size())
        self.written = _written(easel, scale, corner.x(), corner.y())
        self.spots = tuple(replace(spot, box=_on_widget(spot.box, scale, corner)) for spot in easel.spots)

    # figures of the debrief

    @property
    def has_moment(self) -> bool:
        return self._debrief is not None and self._debrief.moment is not None

    def spot_at(self, point: QPointF) -> Spot | None:
        """The smallest one there."""
        under = [spot for spot in self.spots if spot.box.contains(point)] if self._debrief is not None else []
        return min(under, key=lambda spot: spot.box.width() * spot.box.height(), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        opens = self.has_moment or self.spot_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.has_moment and spot is not None and spot.step:
            self.step_asked.emit(spot.step)
        elif self.has_moment:
            self.moment_closed.emit()
        elif spot is not None and spot.choose:
            self.principle_asked.emit(spot.choose)
        elif spot is not None:
            self.moment_asked.emit(spot.log, spot.spoken)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On a figure it is no more than a click; elsewhere it is for the window."""
        if not self.has_moment and self.spot_at(event.position()) is None:
            super().mouseDoubleClickEvent(event)


def _on_widget(box: QRectF, scale: float, corner: QPointF) -> QRectF:
    at = corner + box.topLeft() * scale
    return QRectF(at.x(), at.y(), box.width() * scale, box.height() * scale)


def _written(easel: Easel, scale: float, across: float, down: float) -> list[tuple[str, QRectF, float]]:
    """In pixels of the widget."""
    found = []
    for text, box, px in easel.written:
        shown = QRectF(box.left() * scale + across, box.top() * scale + down, box.width() * scale, px * scale)
        found.append((text, shown, px * scale))
    return found


def _draw_head(easel: Easel, title: str, right: str = "") -> None:
    colour = easel.look.colour
    easel.painter.fillRect(QRectF(0, 0, WIDE, HEAD), colour.top_bar)
    draw_mark(easel.painter, QRectF(EDGE, HEAD / 2 - 21, 56, 42))
    px = easel.fitting(title, 46, 1100)
    easel.line(title, EDGE + 84, HEAD / 2, px, colour.on_top_bar)
    if right:
        easel.line(right, WIDE - EDGE, HEAD / 2, 46, colour.on_top_bar_secondary, 400, RIGHT)


# phase and clock


def _draw_phase(easel: Easel, sheet: PhaseSheet) -> None:
    colour = easel.look.colour
    _draw_head(easel, sheet.case, sheet.week)
    if sheet.tables:
        _draw_times(easel, sheet)
        return
    left = 1010.0
    middle = (HEAD + HIGH - (150 if sheet.done else 0)) / 2
    lift = 150.0 if sheet.clock else 0.0
    px = easel.fitting(sheet.phase, 170, left - 2 * EDGE)
    easel.line(sheet.phase, left / 2, middle - lift, px, colour.text, 700, CENTRE)
    if sheet.clock:
        if sheet.tone == "now":
            wide = easel.width(sheet.clock, 280) + 100
            easel.box(QRectF(left / 2 - wide / 2, middle - 60, wide, 320), colour.negative, 60)
        ink = colour.surface if sheet.tone == "now" else easel.look.named(_INKS[sheet.tone])
        easel.line(sheet.clock, left / 2, middle + 100, 280, ink, 700, CENTRE)
    card = QRectF(left, HEAD + 56, WIDE - left - EDGE, HIGH - HEAD - 112 - (110 if sheet.done else 0))
    easel.box(card, colour.ask, 26, colour.sand_border)
    easel.line(sheet.do_title, card.left() + 48, card.top() + 78, 50, colour.on_ask_secondary, 400)
    top = card.top() + 150
    for number, text in enumerate(sheet.do, start=1):
        easel.disc(QPointF(card.left() + 82, top + 34), 34, colour.top_bar)
        easel.line(str(number), card.left() + 82, top + 34, SMALL, colour.on_top_bar, 700, CENTRE)
        top += max(easel.paragraph(text, card.left() + 140, top, card.width() - 180, 54, colour.on_ask, 600), 68) + 36
    if sheet.aside:
        level = HIGH - (190 if sheet.done else 80)
        px = easel.fitting(sheet.aside, SMALL, left - 2 * EDGE, 400)
        easel.line(sheet.aside, EDGE, level, px, colour.text_secondary, 400)
    if sheet.done:
        _draw_done(easel, sheet)


def _draw_done(easel: Easel, sheet: PhaseSheet) -> None:
    colour = easel.look.colour
    level = HIGH - 88
    wide = easel.line(sheet.done, EDGE, level, 48, colour.text)
    track = QRectF(EDGE + wide + 48, level - 16, WIDE - 2 * EDGE - wide - 48, 32)
    easel.box(track, colour.surface_sunken, 16)
    part = min(1.0, max(0.0, sheet.done_part))
    if part:
        easel.box(QRectF(track.left(), track.top(), max(32.0, track.width() * part), 32), colour.primary, 16)


def _draw_times(easel: Easel, sheet: PhaseSheet) -> None:
    """Each table where it is."""
    colour = easel.look.colour
    easel.line(sheet.phase, EDGE, HEAD + 84, easel.fitting(sheet.phase, 76, WIDE - 2 * EDGE), colour.text)
    columns = 2 if len(sheet.tables) <= 8 else 3
    rows = max(3, -(-len(sheet.tables) // columns))
    area = QRectF(EDGE, HEAD + 160, WIDE - 2 * EDGE, HIGH - HEAD - 300)
    gap = 24.0
    wide, high = (area.width() - gap * (columns - 1)) / columns, min(180.0, (area.height() - gap * (rows - 1)) / rows)
    for number, table in enumerate(sheet.tables):
        line, place = divmod(number, columns)
        _draw_time(easel, table, QRectF(area.left() + place * (wide + gap), area.top() + line * (high + gap),
                                        wide, high))  # fmt: skip
    for text in sheet.do:
        easel.line(text, EDGE, HIGH - 70, easel.fitting(text, 46, WIDE - 2 * EDGE, 400), colour.text_secondary, 400)


def _draw_time(easel: Easel, table: TableTime, box: QRectF) -> None:
    colour = easel.look.colour
    easel.box(box, colour.surface, 18, colour.divider)
    px = easel.fitting(table.clock, 60, box.width() * 0.4) if table.clock else 60.0
    ink = colour.text_secondary if table.paused else colour.text
    wide = easel.line(table.clock, box.right() - 28, box.center().y(), px, ink, 700, RIGHT) if table.clock else 0.0
    room = box.width() - wide - 84
    easel.line(table.title, box.left() + 28, box.center().y() - 30, easel.fitting(table.title, 50, room), colour.text)
    shown = table.line if easel.width(table.line, SMALL, 400) <= room else table.short
    easel.line(shown, box.left() + 28, box.center().y() + 34, SMALL, colour.text_secondary, 400)


# table against table


def _draw_board(easel: Easel, sheet: BoardSheet) -> None:
    colour = easel.look.colour
    _draw_head(easel, sheet.case, sheet.over)
    easel.line(sheet.title, EDGE, HEAD + 84, easel.fitting(sheet.title, 76, WIDE - 2 * EDGE), colour.text)
    line = sheet.none or sheet.line
    easel.line(line, EDGE, HEAD + 164, easel.fitting(line, 44, WIDE - 2 * EDGE, 400), colour.text_secondary, 400)
    if not sheet.rows:
        return
    top, bottom = HEAD + 220, HIGH - 50
    pitch = min(110.0, (bottom - top) / len(sheet.rows))
    names = max(easel.width(row.title, 44) for row in sheet.rows) + 40
    figures = max(easel.width(row.text, 48) for row in sheet.rows) + 40
    known = [row.value for row in sheet.rows if row.value is not None]
    low, high = min(0, *known), max(100, *known)
    room = WIDE - 2 * EDGE - names - figures
    zero = EDGE + names + room * -low / (high - low)
    for number, row in enumerate(sheet.rows):
        middle = top + (number + 0.5) * pitch
        easel.line(row.title, EDGE, middle, 44, colour.text)
        thick = min(52.0, pitch - 18)
        easel.box(QRectF(EDGE + names, middle - thick / 2, room, thick), colour.ruler_track, 8)
        if row.value is None:
            easel.line(row.text, WIDE - EDGE, middle, 48, colour.text_secondary, 700, RIGHT)
            continue
        end = zero + room * row.value / (high - low)
        bar = QRectF(min(zero, end), middle - thick / 2, abs(end - zero), thick)
        easel.box(bar, colour.primary if row.value >= 0 else colour.caution, 8)
        easel.line(row.text, WIDE - EDGE, middle, 48, colour.text, 700, RIGHT)
    easel.painter.fillRect(QRectF(zero - 2, top, 4, pitch * len(sheet.rows)), colour.text)
