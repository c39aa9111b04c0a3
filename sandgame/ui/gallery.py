"""The gallery: the cases as cards with small maps, and what is known of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.paint.lettering import Paragraph
from sandgame.paint.look import Look
from sandgame.paint.small_map import draw_small_map
from sandgame.present.gallery import CaseTile, GalleryPage
from sandgame.text.speech import Speech
from sandgame.ui.facts import draw_pill, draw_pills, pill_width, pills_height
from sandgame.ui.gallery_case import ChosenCase
from sandgame.ui.kit.cards import EmptyState, column, row
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller
from sandgame.ui.tiles import CORNER, Tile

_GAP = 12
_TILE = 262
_MAP = 0.56
_CHOSEN = 340
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class CaseCardTile(Tile):
    """A case: small map, title with its tag, one line, and its size in three words. Double click goes on at once."""

    opened = Signal()

    def __init__(self, case: CaseTile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.toggled.connect(self._on_toggled)
        self.setText(case.title)
        self.setAccessibleName(case.spoken)
        self.setAccessibleDescription(case.line)

    def _on_toggled(self, chosen: bool) -> None:
        self.strong = chosen
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()

    def mouseDoubleClickEvent(self, _event: object) -> None:
        self.setChecked(True)
        self.opened.emit()

    def sizeHint(self) -> QSize:
        return QSize(_TILE, self.heightForWidth(_TILE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def heightForWidth(self, width: int) -> int:
        look = current_look()
        inner = width - 30
        words = sum(words.height(inner) for words in self._words(look))
        return round(round(width * _MAP) + words + pills_height(self.case.facts, inner, look) + 36)

    def _words(self, look: Look) -> tuple[Paragraph, Paragraph]:
        return Paragraph(self.case.title, look, "title"), Paragraph(self.case.line, look, "body")

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        box = self.draw_card(painter, look)
        top: float = round(box.width() * _MAP)
        self._draw_map(painter, QRectF(0, 0, box.width(), top), look)
        self._draw_tags(painter, box, look)
        inner = QRectF(15, top + 12, box.width() - 30, box.height())
        for words, token in zip(self._words(look), ("text", "text_secondary"), strict=True):
            words.draw(painter, inner, look.named(token))
            inner.translate(0, words.height(inner.width()))
        inner.translate(0, 8)
        draw_pills(painter, self.case.facts, inner, look)
        if self.isChecked():
            self._draw_border(painter, look)

    def _draw_tags(self, painter: QPainter, box: QRectF, look: Look) -> None:
        """On the sand: at the left that it was played, at the right what it is to me now."""
        middle = 12 + look.scaled(11)
        if self.case.played:
            draw_pill(painter, self.case.played, 12, middle, look, "positive_bg", "positive", "check")
        if self.case.tag:
            wide = pill_width(self.case.tag, look)
            draw_pill(painter, self.case.tag, box.width() - wide - 12, middle, look, "info_bg", "info")

    def _draw_map(self, painter: QPainter, box: QRectF, look: Look) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), CORNER - 1, CORNER - 1)
        painter.save()
        painter.setClipPath(clip)
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        draw_small_map(painter, self.case.board, box, look, self.devicePixelRatioF())
        painter.restore()

    def _draw_border(self, painter: QPainter, look: Look) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.colour.primary, 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), CORNER, CORNER)


class Shelf(QWidget, Themed):
    """Tiles in as many columns as fit, all of one width and, in a row, of one height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[CaseCardTile] = []
        high_as_needed(self, grows=False)

    def set_tiles(self, tiles: list[CaseCardTile]) -> None:
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = tiles
        for tile in tiles:
            tile.setParent(self)
            tile.show()
        self._place(self.width())
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self._place(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((spot.bottom() + 1 for spot in self._spots(width)), default=0) + _GAP // 2

    def sizeHint(self) -> QSize:
        return QSize(3 * _TILE + 2 * _GAP, self.heightForWidth(3 * _TILE + 2 * _GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TILE, self.heightForWidth(max(self.width(), _TILE)))

    def resizeEvent(self, _event: object) -> None:
        self._place(self.width())

    def _spots(self, width: int) -> list[QRect]:
        least = round(current_look().scaled(_TILE))
        columns = max(1, (width + _GAP) // (least + _GAP))
        wide = (width - _GAP * (columns - 1)) // columns
        spots: list[QRect] = []
        top = 0
        for start in range(0, len(self._tiles), columns):
            line = self._tiles[start : start + columns]
            high = max(tile.heightForWidth(wide) for tile in line)
            spots += [QRect(place * (wide + _GAP), top, wide, high) for place in range(len(line))]
            top += high + _GAP
        return spots

    def _place(self, width: int) -> None:
        for tile, spot in zip(self._tiles, self._spots(width), strict=True):
            tile.setGeometry(spot)


class GalleryScreen(QWidget, Themed):
    case_asked = Signal(str, int)
    """The case to choose a seat in, and how many weeks."""
    way_chosen = Signal(bool)
    """Whether for a whole table at one laptop."""
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = ScreenBar()
        self._bar.back_asked.connect(self.back_asked)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        self._tiles: list[CaseCardTile] = []
        self._first = ""
        self._shelf = Shelf()
        self._none = EmptyState(icon="folder-open")
        self._note = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self._chosen = ChosenCase()
        self._chosen.go.clicked.connect(self._on_go)
        self.ways = self._chosen.ways
        self.ways.index_changed.connect(lambda place: self.way_chosen.emit(bool(place)))
        self._lay_out()

    def _lay_out(self) -> None:
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._none)
        inside.addWidget(self._shelf)
        inside.addWidget(self._note)
        inside.addStretch(1)
        area = Scroller(inner)
        across = row(margins=(6, 6, 14, 14), gap=6)
        across.addWidget(area, 1)
        across.addWidget(self._chosen)
        outer = column(self, margins=(0, 0, 0, 0), gap=0)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)
        self._area = area

    def show_page(self, page: GalleryPage, speech: Speech) -> None:
        kept = self.chosen_case()
        self._first = page.first
        self._bar.show_texts(page.title, page.sub, speech)
        self._tiles = [self._tile(case) for case in page.tiles]
        self._shelf.set_tiles(self._tiles)
        self._none.set_texts(page.none, page.none_line)
        self._none.setVisible(not self._tiles)
        self._note.setText(page.note)
        self._note.setVisible(bool(page.note))
        self._chosen.show_words(page, speech)
        self._chosen.setVisible(bool(self._tiles))
        self._choose(kept)
        if not self.chosen_case():
            self.choose_first()

    def choose_first(self) -> None:
        """The case that is marked as the one to begin with."""
        self._choose(self._first or next((tile.case.case for tile in self._tiles), ""))

    def _choose(self, case: str) -> None:
        for tile in self._tiles:
            if tile.case.case == case:
                tile.setChecked(True)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self._chosen.setFixedWidth(round(current_look().scaled(_CHOSEN)))

    def chosen_case(self) -> str:
        return next((tile.case.case for tile in self._tiles if tile.isChecked()), "")

    def focus_first(self) -> None:
        for tile in self._tiles:
            if tile.isChecked():
                tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile(self, case: CaseTile) -> CaseCardTile:
        tile = CaseCardTile(case)
        tile.toggled.connect(lambda on: self._chosen.show_case(case) if on else None)
        tile.opened.connect(self._on_go)
        return tile

    def _on_go(self) -> None:
        self.case_asked.emit(self.chosen_case(), self._chosen.weeks())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(
            Qt.Key(event.key())
        )
        focused = self.focusWidget()
        if step is None or not isinstance(focused, CaseCardTile):
            super().keyPressEvent(event)
            return
        tile = self._tiles[(self._tiles.index(focused) + step) % len(self._tiles)]
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        tile.setChecked(True)
        self._area.ensureWidgetVisible(tile)
