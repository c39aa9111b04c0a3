"""The map task on the sand: two shores, the own island between them, a tray; tiles are dragged or picked and placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.paint.board import draw_focus
from sandgame.paint.icons import draw_icon
from sandgame.paint.island import draw_rings, draw_tile
from sandgame.paint.lettering import CENTRE, put_line, put_line_at
from sandgame.paint.look import Look
from sandgame.paint.sand import sand_pixmap
from sandgame.present.map_task import MARK_ICONS, SHORES, MapPicture, MapRow, Mark, Shore
from sandgame.present.pictures import Tone
from sandgame.ui.kit.check_box import draw_sign_disc
from sandgame.ui.kit.themed import Themed, current_look

MARK_TONES: dict[Mark, Tone] = {"found": "positive", "missed": "caution", "wrong": "plain"}
_PAD, _DRAG_AFTER = 16.0, 6
_WIDE, _TALL = 700.0, 460.0
_INSET = 14.0
"""How far tiles lie inside their shore."""
Piece = tuple[int, Shore | None]
"""A department's tile, and the shore it lies on; None is the tray."""


@dataclass(slots=True)
class _Places:
    """Where everything lies at one size."""

    shores: dict[Shore, QRectF] = field(default_factory=dict)
    tray: QRectF = field(default_factory=QRectF)
    own: QRectF = field(default_factory=QRectF)
    tiles: dict[Piece, QRectF] = field(default_factory=dict)
    drops: dict[Shore, QRectF] = field(default_factory=dict)


class MapBoard(QWidget, Themed):  # long: layout, drag and drop, and a short method for each thing drawn
    """By pointer only; by keyboard the table beside it does the same."""

    marked = Signal(int, str, bool)

    def __init__(self, picture: MapPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._places: _Places | None = None
        self._held: Piece | None = None
        self._pressed: QPointF | None = None
        self._at: QPointF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(picture.note)
        self.setMouseTracking(True)

    def set_picture(self, picture: MapPicture) -> None:
        self._picture = picture
        self.setAccessibleName(picture.note)
        self._drop()

    def on_look_changed(self) -> None:
        self._drop()

    def sizeHint(self) -> QSize:
        return QSize(758, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(520, 340)

    def _drop(self) -> None:
        self._places, self._held, self._at = None, None, None
        self.update()

    # where things lie

    def places(self) -> _Places:
        if self._places is None:
            self._places = self._lay_out()
        return self._places

    def _lay_out(self) -> _Places:
        look, wide, high = current_look(), float(self.width()), float(self.height())
        made = _Places()
        tray_high = look.scaled(98 if high >= _TALL else 52)
        made.tray = QRectF(_PAD, high - _PAD - tray_high, wide - 2 * _PAD, tray_high)
        if self._picture.revealed and not self._in_tray():
            made.tray = QRectF(_PAD, high - _PAD, wide - 2 * _PAD, 0)
        own_wide = max(150.0, look.width(self._picture.name, "title", 700) + 74)
        gap = 80.0 if wide >= _WIDE else 48.0
        shore = min(270.0, (wide - own_wide - 2 * _PAD - gap) / 2)
        top, bottom = 40.0, made.tray.top() - 12
        made.shores["supplies"] = QRectF(_PAD, top, shore, bottom - top)
        made.shores["waits"] = QRectF(wide - _PAD - shore, top, shore, bottom - top)
        own_high = look.scaled(88)
        made.own = QRectF((wide - own_wide) / 2, (top + bottom - own_high) / 2, own_wide, own_high)
        for each in SHORES:
            self._lay_shore(made, each, look)
        self._lay_tray(made, look)
        return made

    def _lay_shore(self, made: _Places, shore: Shore, look: Look) -> None:
        box = made.shores[shore]
        lying = [row for row in self._picture.rows if row.on[shore]]
        head = self._head(look)
        slots = len(lying) + (0 if self._picture.revealed else 1)
        pitch = min(look.scaled(76), (box.height() - head - 6) / max(1, slots))
        high = min(look.scaled(58), pitch - 12)
        for number, row in enumerate(lying):
            face = QRectF(box.left() + _INSET, box.top() + head + number * pitch, box.width() - 2 * _INSET, high)
            made.tiles[row.seat, shore] = face
        if not self._picture.revealed:
            made.drops[shore] = QRectF(
                box.left() + _INSET, box.top() + head + len(lying) * pitch, box.width() - 2 * _INSET, high
            )

    def _head(self, look: Look) -> float:
        """What the title of a shore takes, with its line where there is room."""
        return look.scaled(64 if self.height() >= _TALL else 40)

    def _in_tray(self) -> list[MapRow]:
        return [row for row in self._picture.rows if not any(row.on.values())]

    def _lay_tray(self, made: _Places, look: Look) -> None:
        left, high = made.tray.left() + 16, look.scaled(34)
        top = made.tray.bottom() - look.scaled(9) - high
        if self.height() < _TALL:
            left += look.width(self._picture.tray_title, "body", 700) + 14
        for row in self._in_tray():
            wide = look.width(row.name, "body", 700) + 52
            made.tiles[row.seat, None] = QRectF(left, top, wide, high)
            left += wide + 8

    # by pointer

    def _piece_at(self, point: QPointF) -> Piece | None:
        return next((piece for piece, box in self.places().tiles.items() if box.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._picture.revealed:
            return
        point = event.position()
        piece = self._piece_at(point)
        if self._held is not None and piece is None:
            self._place(point)
            return
        self._held = None if piece == self._held else piece
        self._pressed = point if self._held is not None else None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is not None and (point - self._pressed).manhattanLength() >= _DRAG_AFTER:
            self._at = point
            self.update()
        free = not self._picture.revealed and self._piece_at(point) is not None
        self.setCursor(Qt.CursorShape.OpenHandCursor if free else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed = self._at is not None, None
        self._at = None
        if dragged:
            self._place(event.position())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._held is not None:
            self._drop()
            return
        super().keyPressEvent(event)

    def _place(self, point: QPointF) -> None:
        """Lets go of what is held: on a shore it stays there, too; in the tray it leaves the shore it came from."""
        held, self._held = self._held, None
        places = self.places()
        self.update()
        if held is None:
            return
        seat, source = held
        for shore, box in places.shores.items():
            if box.contains(point):
                self.marked.emit(seat, shore, True)
                return
        if source is not None and places.tray.contains(point):
            self.marked.emit(seat, source, False)

    # drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, places = current_look(), self.places()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setClipPath(clip)
        painter.drawPixmap(QPointF(), sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), look))
        note = look.colour.text_secondary
        draw_icon(painter, "eye" if self._picture.revealed else "grip-vertical", QRectF(15, 13, 14, 14), note)
        put_line_at(painter, self._picture.note, 35, 20, look, "caption", note)
        for shore, box in places.shores.items():
            self._draw_shore(painter, shore, box, look)
        draw_rings(painter, places.own, look)
        for (seat, where), box in places.tiles.items():
            if where is not None:
                self._draw_way(painter, self._row(seat), where, box, look)
        self._draw_own(painter, places.own, look)
        self._draw_tray(painter, places, look)
        for piece, box in places.tiles.items():
            self._draw_piece(painter, piece, box, look)
        if self._at is not None and self._held is not None:
            box = QRectF(places.tiles[self._held])
            box.moveCenter(self._at)
            self._draw_tile(painter, self._row(self._held[0]), "", box, look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour.sand_border, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)

    def _row(self, seat: int) -> MapRow:
        return next(row for row in self._picture.rows if row.seat == seat)

    def _draw_shore(self, painter: QPainter, shore: Shore, box: QRectF, look: Look) -> None:
        colour, words = look.colour, self._picture.shores[shore]
        aimed = self._held is not None and not self._picture.revealed
        pen = QPen(colour.primary if aimed else colour.text_tertiary, 2 if aimed else 1.4)
        pen.setDashPattern([4, 3.5])
        painter.setPen(pen)
        painter.setBrush(colour.sand_mid)
        painter.drawRoundedRect(box, 18, 18)
        level = box.top() + look.scaled(21)
        icon = "arrow-right" if shore == "supplies" else "log-out"
        room = box.width() - 40 - 8
        left = box.left() + 40 if look.width(words.title, "title", 700) <= room else box.left() + 12
        if left > box.left() + 20:
            draw_icon(painter, icon, QRectF(box.left() + 16, level - 8, 16, 16), colour.text_secondary)
        role = "title" if look.width(words.title, "title", 700) <= box.right() - left - 8 else "label"
        put_line_at(painter, words.title, left, level, look, role, colour.text, 700)
        fits = look.width(words.line, "caption") <= box.right() - left - 8
        if self._head(look) > look.scaled(50) and fits:
            down = level + look.scaled(20)
            put_line_at(painter, words.line, left, down, look, "caption", colour.text_secondary)
        drop = self.places().drops.get(shore)
        if drop is not None:
            pen = QPen(colour.text_tertiary, 1.2)
            pen.setDashPattern([4, 3.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(drop, 10, 10)
            put_line(painter, self._picture.drop, drop, look, "body", colour.text_secondary, align=CENTRE)

    def _draw_way(self, painter: QPainter, row: MapRow, shore: Shore, box: QRectF, look: Look) -> None:
        """Dotted as long as it is only thought; whole where it is so; none where it is not."""
        mark = row.mark[shore]
        if mark == "wrong":
            return
        own = self.places().own
        rows = [face for (_, where), face in self.places().tiles.items() if where == shore]
        part = (rows.index(box) + 1) / (len(rows) + 1)
        level = own.top() + own.height() * part
        if shore == "supplies":
            first, last, slot = QPointF(box.right(), box.center().y()), QPointF(own.left(), level), row.badge.slot
        else:
            first, last = QPointF(own.right(), level), QPointF(box.left(), box.center().y())
            slot = self._picture.badge.slot
        pull = (last.x() - first.x()) * 0.55
        path = QPainterPath(first)
        path.cubicTo(first + QPointF(pull, 0), last - QPointF(pull, 0), last)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, token in ((16.0, "rake"), (13.6, "sand_mid")):
            painter.setPen(QPen(look.named(token), width))
            painter.drawPath(path)
        pen = QPen(look.department(slot).base, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        if not mark:
            pen.setDashPattern([0.01, 2.2])
        painter.setPen(pen)
        painter.drawPath(path)

    def _draw_own(self, painter: QPainter, face: QRectF, look: Look) -> None:
        picture, who = self._picture, look.department(self._picture.badge.slot)
        draw_tile(painter, face, look, who.lip, who.soft, QPen(who.base, 2))
        middle = face.center().y()
        draw_badge(painter, picture.badge, QRectF(face.left() + 14, middle - 18, 36, 36), look)
        left = face.left() + 58
        put_line_at(painter, picture.name, left, middle - look.scaled(9), look, "title", look.colour.text, 700)
        put_line_at(painter, picture.line, left, middle + look.scaled(11), look, "caption", look.colour.text_secondary)

    def _draw_tray(self, painter: QPainter, places: _Places, look: Look) -> None:
        colour, tray = look.colour, places.tray
        if not tray.height():
            return
        painter.setPen(QPen(colour.divider, 1))
        painter.setBrush(colour.surface)
        painter.drawRoundedRect(tray, 12, 12)
        level = tray.top() + 18 if self.height() >= _TALL else tray.center().y()
        put_line_at(painter, self._picture.tray_title, tray.left() + 16, level, look, "body", colour.text, 700)
        if self.height() >= _TALL and not self._picture.revealed:
            level += look.scaled(19)
            put_line_at(
                painter, self._picture.tray_line, tray.left() + 16, level, look, "caption", colour.text_secondary
            )

    def _draw_piece(self, painter: QPainter, piece: Piece, box: QRectF, look: Look) -> None:
        row, (_, shore) = self._row(piece[0]), piece
        held = piece == self._held
        painter.save()
        if held and self._at is not None:
            painter.setOpacity(0.35)
        if shore is None:
            self._draw_pill(painter, row, box, look)
        else:
            self._draw_tile(painter, row, row.mark[shore], box, look)
        painter.restore()
        if held and self._at is None:
            draw_focus(painter, box, 10 if shore is not None else box.height() / 2, look)

    def _draw_pill(self, painter: QPainter, row: MapRow, box: QRectF, look: Look) -> None:
        painter.setPen(QPen(look.colour.control_border, 1))
        painter.setBrush(look.colour.surface)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2, box.height() / 2)
        draw_badge(painter, row.badge, QRectF(box.left() + 8, box.center().y() - 12, 24, 24), look)
        put_line_at(painter, row.name, box.left() + 40, box.center().y(), look, "body", look.colour.text, 700)

    def _draw_tile(self, painter: QPainter, row: MapRow, mark: Mark, face: QRectF, look: Look) -> None:
        who, middle = look.department(row.badge.slot), face.center().y()
        painter.save()
        if mark == "wrong":
            painter.setOpacity(0.6)
        draw_tile(painter, face, look, who.lip, look.colour.surface, QPen(look.colour.tile_border, 1))
        side = min(30.0, face.height() - 6)
        draw_badge(painter, row.badge, QRectF(face.left() + 12, middle - side / 2, side, side), look)
        left = face.left() + 22 + side
        told = dict(self._picture.legend).get(mark, "") if mark and face.height() >= look.scaled(46) else ""
        lift = look.scaled(9) if told else 0
        put_line_at(painter, row.name, left, middle - lift, look, "label", look.colour.text, 700)
        if told:
            put_line_at(painter, told, left, middle + look.scaled(10), look, "caption", look.colour.text_secondary)
        painter.restore()
        if mark:
            disc = QRectF(face.right() - 17, face.top() - 8, 24, 24)
            draw_sign_disc(painter, MARK_ICONS[mark], MARK_TONES[mark], disc)
