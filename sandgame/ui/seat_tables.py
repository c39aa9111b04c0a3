"""The tables of a class to sit down at: each a card with its seats, as wide as the widest of them needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.present.class_seats import SeatTilePicture, TablePicture
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.seat_spot import SeatMark, draw_spot
from sandgame.ui.tiles import Tile

_TILE_WIDE, _TILE_HIGH, _GAP = 150, 62, 8


class SeatTile(Tile):
    """A seat: badge, department, whether it is free."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: SeatTilePicture | None = None

    def show_seat(self, picture: SeatTilePicture) -> None:
        self.picture = picture
        self.strong = picture.chosen
        self.setText(picture.name)
        self.setAccessibleName(picture.spoken)
        self.setEnabled(picture.chair == "free")
        free = picture.chair == "free"
        self.setCursor(Qt.CursorShape.PointingHandCursor if free else Qt.CursorShape.ArrowCursor)
        self.on_look_changed()

    def needed(self) -> int:
        look, picture = current_look(), self.picture
        if picture is None:
            return _TILE_WIDE
        words = max(look.width(picture.name, "label", 700), look.width(picture.line, "caption"))
        return round(max(_TILE_WIDE, 54 + words + 14))

    def hasHeightForWidth(self) -> bool:
        return False

    def heightForWidth(self, _width: int) -> int:
        return round(current_look().scaled(_TILE_HIGH))

    def sizeHint(self) -> QSize:
        return QSize(self.needed(), self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, picture = current_look(), self.picture
        painter = QPainter(self)
        box = self.draw_card(painter, look)
        if picture is None:
            return
        free = picture.chair == "free"
        middle = box.center().y()
        draw_spot(painter, picture.badge, _mark(picture), QRectF(box.left() + 12, middle - 15, 30, 30), look)
        ink = look.colour.text if free else look.colour.text_secondary
        high = look.line("label")
        put_line_at(painter, picture.name, 54, middle - high / 2 + 1, look, "label", ink, 700)
        tone = look.colour.info if picture.meant else look.colour.text_secondary
        put_line_at(painter, picture.line, 54, middle + high / 2, look, "caption", tone)


def _mark(picture: SeatTilePicture) -> SeatMark:
    if picture.chair == "free":
        return "kept" if picture.meant else "open"
    return "away" if picture.chair == "away" else "taken"


class SeatRow(QWidget, Themed):
    """Seats side by side, in as many rows as they need, all of one width."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[SeatTile] = []
        high_as_needed(self)

    def set_tiles(self, tiles: Sequence[SeatTile]) -> None:
        self.tiles = list(tiles)
        for tile in self.tiles:
            tile.setParent(self)
            tile.show()
        self._arrange()

    def _across(self, width: int) -> int:
        wide = max((tile.needed() for tile in self.tiles), default=_TILE_WIDE)
        across = max(1, (width + _GAP) // (wide + _GAP))
        rows = -(-len(self.tiles) // across) or 1
        return -(-len(self.tiles) // rows) or 1

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self.tiles) // self._across(width)) if self.tiles else 0
        high = round(current_look().scaled(_TILE_HIGH))
        return rows * high + max(0, rows - 1) * _GAP

    def sizeHint(self) -> QSize:
        return QSize(500, self.heightForWidth(500))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TILE_WIDE, round(current_look().scaled(_TILE_HIGH)))

    def resizeEvent(self, _event: object) -> None:
        self._arrange()

    def on_look_changed(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        across = self._across(self.width())
        wide = (self.width() - (across - 1) * _GAP) / across
        high = round(current_look().scaled(_TILE_HIGH))
        for place, tile in enumerate(self.tiles):
            left = round((place % across) * (wide + _GAP))
            tile.setGeometry(left, (place // across) * (high + _GAP), round(wide), high)


class TableCard(Card):
    """A table with its seats."""

    chosen = Signal(object)
    """The `SeatTilePicture` of a seat."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("", "label", weight=700)
        self.free = Label("", "caption", "text_secondary")
        self.seats = SeatRow()
        head = row(gap=8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.free)
        inside = column(self, margins=(14, 11, 14, 14), gap=8)
        inside.addLayout(head)
        inside.addWidget(self.seats)

    def show_table(self, picture: TablePicture) -> None:
        self.title.setText(picture.title)
        self.free.setText(picture.free)
        if len(self.seats.tiles) != len(picture.seats):
            for old in self.seats.tiles:
                old.deleteLater()
            self.seats.set_tiles([self._tile() for _ in picture.seats])
        for tile, seat in zip(self.seats.tiles, picture.seats, strict=True):
            tile.show_seat(seat)
        self.seats.refresh()

    def _tile(self) -> SeatTile:
        tile = SeatTile()
        tile.clicked.connect(partial(self._on_tile, tile))
        return tile

    def _on_tile(self, tile: SeatTile) -> None:
        self.chosen.emit(tile.picture)
