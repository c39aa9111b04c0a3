"""The cards of a week's Brief as tiles, wherever on the page they lie, and which of them have been read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from sandgame.present.brief_notices import BriefCard
from sandgame.text.speech import Speech
from sandgame.ui.brief_cards import CardTile, NewsTile, ReadTile

_COLUMNS = 3


class BriefTiles(QObject):
    """Opening a tile reads its card. `at_table` they are read when they are shown, and ask for no click."""

    opened = Signal()

    def __init__(self, parent: QObject, *, at_table: bool) -> None:
        super().__init__(parent)
        self._at_table = at_table
        self._words = ("", "")
        self._held = ""
        self._tiles: list[ReadTile] = []
        self.read: frozenset[str] = frozenset()
        """The keys of the cards."""

    def begin(self, speech: Speech) -> None:
        """The page is made anew, in the words of this language; call `end` when all of it stands."""
        self._words = ("", "") if self._at_table else (speech.say("brief-new"), speech.say("brief-read"))
        self._held = next((tile.card.key for tile in self._tiles if tile.hasFocus()), "")
        self._tiles = []

    def end(self) -> None:
        """The keyboard goes back to the card that it was on."""
        for tile in self._tiles:
            if tile.card.key == self._held and tile.isVisible():
                tile.setFocus()
        self.mark()

    def make(self, card: BriefCard, *, banner: bool = False) -> ReadTile:
        kind = NewsTile if banner else CardTile
        tile = kind(card, self._words if card.asks else ("", ""))
        if self._at_table:
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.setCursor(Qt.CursorShape.ArrowCursor)
        tile.clicked.connect(partial(self._on_opened, card.key))
        self._tiles.append(tile)
        return tile

    def grid(self, cards: tuple[BriefCard, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(10)
        columns = min(_COLUMNS, len(cards))
        for number, card in enumerate(cards):
            tile = self.make(card)
            tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            grid.addWidget(tile, number // columns, number % columns)
        for number in range(columns):
            grid.setColumnStretch(number, 1)
        return grid

    def within(self, page: QWidget | None) -> list[ReadTile]:
        return [tile for tile in self._tiles if page is not None and page.isAncestorOf(tile)]

    def mark(self) -> None:
        for tile in self._tiles:
            tile.set_read(tile.card.key in self.read or not tile.card.asks)

    def _on_opened(self, key: str) -> None:
        self.read |= {key}
        self.mark()
        self.opened.emit()
