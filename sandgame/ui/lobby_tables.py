"""The tables of the lobby: seats as badges, to be dragged onto one another, or picked up and put down by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.lettering import CENTRE, put_line
from sandgame.present.lobby import SpotPicture, TablePicture
from sandgame.ui.kit.cards import Card
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Tag
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.seat_spot import draw_spot, shortened

_BADGE, _HEAD, _PAD, _GAP = 40, 40, 16, 12
_SPOT_HIGH, _LINE_HIGH = 47, 17
_SHORT = (6, 5, 4, 3, 2)
"""So many letters of a department's name, where all of it has no room."""
_CARD, _CARD_MORE, _MANY = 276, 252, 8
_FEW = 3
"""So many tables have room below one another."""
_FIRST = _PAD + 1 + _BADGE / 2
"""From the edge of a card to the middle of its first badge."""
_DRAG_AFTER = 6
_WIDEST = 96.0
"""Between two badges."""
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Spot(QAbstractButton, Themed):
    """One seat. Only one of all is reached by Tab; arrows go on from it."""

    def __init__(self, board: LobbyTables) -> None:
        super().__init__(board)
        self.picture: SpotPicture | None = None
        self._board = board
        self._held = False
        self._label = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        set_ring(self, corner=9)

    def show_spot(self, picture: SpotPicture) -> None:
        if picture == self.picture:
            return
        self.picture = picture
        self.setText(picture.department)
        self.setAccessibleName(picture.spoken)
        self.setToolTip(picture.spoken)
        shape = Qt.CursorShape.OpenHandCursor if picture.movable else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def set_label(self, label: str) -> None:
        """The department as there is room for it."""
        if label != self._label:
            self._label = label
            self.update()

    def label(self) -> str:
        return self._label

    def set_held(self, held: bool) -> None:
        self._held = held
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BADGE + 8, _SPOT_HIGH)

    def minimumSizeHint(self) -> QSize:
        return QSize(28, 28)

    def badge_box(self) -> QRectF:
        side = min(_BADGE, self.width() - 8)
        return QRectF((self.width() - side) / 2, 3, side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture, look = self.picture, current_look()
        if picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._held:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour.info_bg)
            painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
        elif self._board.aims and not self.isDown():
            pen = QPen(look.colour.primary, 1.4)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        draw_spot(painter, picture.badge, picture.state, self.badge_box(), look)
        high = look.scaled(_LINE_HIGH)
        line = QRectF(0, self.badge_box().bottom() + 2, self.width(), high)
        put_line(painter, self._label, line, look, "caption", look.colour.text_secondary, align=CENTRE)
        if picture.who:
            text = shortened(picture.who, self.width() - 2, look)
            ink = look.colour.info if picture.state == "kept" else look.colour.text
            put_line(painter, text, line.translated(0, high), look, "caption", ink, align=CENTRE, weight=600)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._board.pressed(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._board.dragged(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._board.released(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._board.key(self, Qt.Key(event.key())):
            super().keyPressEvent(event)


class TableBox(Card):
    """A table: its number, who is there, its seats in seat order."""

    def __init__(self, board: LobbyTables) -> None:
        super().__init__(board)
        self._board = board
        self.title = Label("", "title", weight=700, parent=self)
        self.tag = Tag(parent=self)
        self.spots: list[Spot] = []
        self._named = False

    def show_table(self, picture: TablePicture) -> None:
        self.title.setText(picture.title)
        self.tag.set_tag(picture.tag, picture.tone, picture.icon)
        self._named = picture.named
        while len(self.spots) < len(picture.spots):
            spot = Spot(self._board)
            spot.setParent(self)
            spot.show()
            self.spots.append(spot)
        for spot, seat in zip(self.spots, picture.spots, strict=True):
            spot.show_spot(seat)
        self.place()

    def needed(self) -> int:
        look = current_look()
        return round(look.scaled(_HEAD) + _SPOT_HIGH + 4 + self._lines * look.scaled(_LINE_HIGH))

    @property
    def _lines(self) -> int:
        return 2 if self._named else 1

    def resizeEvent(self, _event: object) -> None:
        self.place()

    def place(self) -> None:
        look, hint = current_look(), self.tag.sizeHint()
        middle = round(look.scaled(26))
        self.title.setGeometry(_PAD, middle - 14, self.title.sizeHint().width(), 28)
        self.tag.setGeometry(self.width() - _PAD - hint.width(), middle - hint.height() // 2, *hint.toTuple())
        if not self.spots:
            return
        # the first and the last badge stand at the edges of the card's inside, as far as they are not too far apart
        top, places = round(look.scaled(_HEAD)), self._places(self.width())
        for spot, (at, half) in zip(self.spots, places, strict=True):
            spot.setGeometry(round(at - half), top, round(2 * half), self.height() - top - 6)
        for spot, label in zip(self.spots, _labels(self._names(), places), strict=False):
            spot.set_label(label)

    def _places(self, width: int) -> list[tuple[float, float]]:
        """Of each spot the middle and half its width, in a card so wide."""
        pitch = min((width - 2 * _FIRST) / max(1, len(self.spots) - 1), _WIDEST)
        wide = min(pitch - 1, _WIDEST - 4)
        middles = [_FIRST + number * pitch for number in range(len(self.spots))]
        return [(at, min(wide / 2, at - 2, width - 2 - at)) for at in middles]

    def _names(self) -> list[str]:
        return [spot.picture.department for spot in self.spots if spot.picture is not None]

    def has_room(self, width: int) -> bool:
        """For the whole name of every department, in a card so wide."""
        names = self._names()
        return _labels(names, self._places(width)) == names


def _labels(names: Sequence[str], places: Sequence[tuple[float, float]]) -> list[str]:
    """Whole names where all of a table have room; else the first letters of all, as many as have."""
    look = current_look()

    def fit(labels: Sequence[str]) -> bool:
        rooms = [round(2 * half) for _at, half in places]
        return all(look.width(label, "caption") <= room for label, room in zip(labels, rooms, strict=False))

    if fit(names):
        return list(names)
    cuts = [[name[:count] for name in names] for count in _SHORT]
    # two departments must not look the same
    return next((cut for cut in cuts if fit(cut) and len(set(cut)) == len(cut)), cuts[-1])


class LobbyTables(QWidget, Themed):
    """All tables in as many columns as they have room for."""

    moved = Signal(object, object)
    """From a spot to another."""
    holding_changed = Signal(object)
    """The SpotPicture that is picked up, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[TableBox] = []
        self._held: Spot | None = None
        self._pressed: QPointF | None = None
        self._ghost = _Ghost(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def spots(self) -> list[Spot]:
        return [spot for box in self.boxes for spot in box.spots]

    @property
    def aims(self) -> bool:
        """Something is picked up: every other seat is a place for it."""
        return self._held is not None

    @property
    def holding(self) -> SpotPicture | None:
        return self._held.picture if self._held is not None else None

    def show_tables(self, tables: Sequence[TablePicture]) -> None:
        while len(self.boxes) > len(tables):
            old = self.boxes.pop()
            old.hide()
            old.deleteLater()
        while len(self.boxes) < len(tables):
            box = TableBox(self)
            box.show()
            self.boxes.append(box)
        for box, table in zip(self.boxes, tables, strict=True):
            box.show_table(table)
        if self._held is not None and not (self._held.picture and self._held.picture.movable):
            self.drop()
        if self.spots and not any(spot.focusPolicy() == Qt.FocusPolicy.StrongFocus for spot in self.spots):
            self.spots[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.updateGeometry()
        self._place()

    # where they lie

    def _columns(self, width: int) -> int:
        least = round(current_look().scaled(_CARD_MORE if len(self.boxes) > _MANY else _CARD))
        most = 3 if len(self.boxes) > _MANY else 2
        columns: int = max(1, min(most, (width + _GAP) // (least + _GAP)))
        beside = (width - _GAP * (columns - 1)) // columns
        if len(self.boxes) <= _FEW and any(box.has_room(width) and not box.has_room(beside) for box in self.boxes):
            return 1
        return columns

    def _boxes(self, width: int) -> list[QRect]:
        columns = self._columns(width)
        wide = (width - _GAP * (columns - 1)) // columns
        found, top = [], 0
        for start in range(0, len(self.boxes), columns):
            line = self.boxes[start : start + columns]
            high = max(box.needed() for box in line)
            found += [QRect(place * (wide + _GAP), top, wide, high) for place in range(len(line))]
            top += high + _GAP
        return found

    def _place(self) -> None:
        for box, spot in zip(self.boxes, self._boxes(self.width()), strict=True):
            box.setGeometry(spot)

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self._place()
        for box in self.boxes:
            box.place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(max(1, width))), default=60)

    def sizeHint(self) -> QSize:
        return QSize(2 * _CARD + _GAP, self.heightForWidth(2 * _CARD + _GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(current_look().scaled(_CARD_MORE)), 100)

    # pick up and put down

    def drop(self) -> None:
        """Nothing is held any more."""
        held, self._held = self._held, None
        self._pressed = None
        self._ghost.hide()
        if held is not None:
            held.set_held(False)
            self.holding_changed.emit(None)
            self._repaint()

    def _pick(self, spot: Spot) -> None:
        self._held = spot
        spot.set_held(True)
        self.holding_changed.emit(spot.picture)
        self._repaint()

    def _put(self, spot: Spot) -> None:
        held = self._held
        self.drop()
        if held is None or held is spot or held.picture is None or spot.picture is None:
            return
        self.moved.emit(held.picture.spot, spot.picture.spot)

    def _repaint(self) -> None:
        for spot in self.spots:
            spot.update()

    def pressed(self, spot: Spot, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._walk_to(spot, Qt.FocusReason.MouseFocusReason)
        if self._held is not None:
            self._put(spot)
        elif spot.picture is not None and spot.picture.movable:
            self._pressed = spot.mapTo(self, event.position())
            self._pick(spot)

    def dragged(self, spot: Spot, event: QMouseEvent) -> None:
        point = spot.mapTo(self, event.position())
        if self._pressed is None or self._held is None or self._held.picture is None:
            return
        if not self._ghost.isHidden() or (point - self._pressed).manhattanLength() >= _DRAG_AFTER:
            self._ghost.follow(self._held.picture, point)

    def released(self, spot: Spot, event: QMouseEvent) -> None:
        if self._ghost.isHidden():
            # a click alone: picked up, to be put down by the next one
            self._pressed = None
            return
        target = self._spot_at(spot.mapTo(self, event.position()))
        if target is None:
            self.drop()
        else:
            self._walk_to(target, Qt.FocusReason.MouseFocusReason)
            self._put(target)

    def _spot_at(self, point: QPointF) -> Spot | None:
        for spot in self.spots:
            if QRectF(spot.mapTo(self, QPointF()), spot.size().toSizeF()).contains(point):
                return spot
        return None

    def key(self, spot: Spot, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._held is not None:
                self._put(spot)
            elif spot.picture is not None and spot.picture.movable:
                self._pick(spot)
        elif key == Qt.Key.Key_Escape and self._held is not None:
            self.drop()
        elif key in _ARROWS:
            target = self._next(spot, _ARROWS[key])
            if target is not None:
                self._walk_to(target, Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    def _walk_to(self, target: Spot, reason: Qt.FocusReason) -> None:
        for spot in self.spots:
            spot.setFocusPolicy(Qt.FocusPolicy.StrongFocus if spot is target else Qt.FocusPolicy.ClickFocus)
        target.setFocus(reason)

    def _next(self, spot: Spot, step: QPoint) -> Spot | None:
        """The nearest seat in that direction."""
        here = spot.mapTo(self, QPointF(spot.rect().center()))

        def away(other: Spot) -> float | None:
            there = other.mapTo(self, QPointF(other.rect().center())) - here
            along, beside = there.x() * step.x() + there.y() * step.y(), there.x() * step.y() + there.y() * step.x()
            if along < 4 or (step.x() and abs(beside) > 20):
                return None
            return along + 2 * abs(beside)

        ways = [(far, number) for number, other in enumerate(self.spots) if (far := away(other)) is not None]
        return self.spots[min(ways)[1]] if ways else None


class _Ghost(QWidget):
    """What is being dragged, under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: SpotPicture | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(_BADGE + 12, _BADGE + 12)
        self.hide()

    def follow(self, picture: SpotPicture, point: QPointF) -> None:
        self._picture = picture
        self.move((point - QPointF(self.width() / 2, self.height() / 2)).toPoint())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(5, 5, _BADGE, _BADGE)
            draw_spot(painter, self._picture.badge, self._picture.state, box, current_look())
