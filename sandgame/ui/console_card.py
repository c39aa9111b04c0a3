"""The cards of all tables, in columns by their count; a card opens its table, and takes an event card dropped on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sandgame.paint.table_card import card_height, draw_table_card
from sandgame.present.console_cards import CardPicture
from sandgame.ui.kit.focus_ring import RING, set_ring
from sandgame.ui.kit.themed import Themed, current_look

CARD_MIME = "application/x-sandgame-event"
KEYS = 9
"""Tables with a digit of their own."""
_GAP = 10
_LEAST, _MOST = 240, 340
_TALLEST = 456
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TableCard(QAbstractButton, Themed):
    """Drawn whole; says itself to assistive tools."""

    dropped = Signal(int, int)
    """An event card, and the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: CardPicture | None = None
        self._takes: Callable[[int, int], bool] = lambda _card, _table: False
        self._drop = ""
        self._chosen = False
        self._over = False
        """A card that it takes is held over it."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # at the edge of the list a ring around it would be cut
        set_ring(self, corner=10, own=True)

    def show_card(self, picture: CardPicture, takes: Callable[[int, int], bool], spoken: str, tip: str) -> None:
        """`tip` says what its figure is."""
        self._takes = takes
        if picture != self._picture:
            self._picture = picture
            self.setAccessibleName(spoken)
            title = f"{picture.title} ({picture.table})" if picture.table <= KEYS else picture.title
            self.setToolTip("\n".join((title, *((tip,) if tip else ()))))
            self.update()

    def picture(self) -> CardPicture | None:
        return self._picture

    @property
    def table(self) -> int:
        return self._picture.table if self._picture is not None else 0

    def set_chosen(self, chosen: bool) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def set_drag(self, card: int) -> None:
        """While an event card is under way: what can take it is dashed, what cannot is pale."""
        drop = "" if not card else "takes" if self._takes(card, self.table) else "no"
        if drop != self._drop:
            self._drop = drop
            self.update()

    def on_look_changed(self) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows and Space are the page's: they go on, and stop the clock."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, round(card_height(current_look())))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._card_of(event):
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._set_over(over=False)

    def _set_over(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        card = self._card_of(event)
        self._set_over(over=False)
        if card:
            event.acceptProposedAction()
            self.dropped.emit(card, self.table)

    def _card_of(self, event: QDropEvent) -> int:
        """The event card that is dragged, if this table can take it."""
        data = event.mimeData()
        if not data.hasFormat(CARD_MIME):
            return 0
        card = int(bytes(data.data(CARD_MIME).data()).decode() or 0)
        return card if self._takes(card, self.table) else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is None:
            return
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drop == "no":
            painter.setOpacity(0.4)
        pen = QPen(look.colour.divider, 1)
        if self._drop == "takes":
            pen = QPen(look.colour.primary, 2, Qt.PenStyle.DashLine)
        elif self.hasFocus():
            pen = QPen(look.colour.focus, RING)
        elif self._chosen:
            # not the blue of the focus, that stands beside it
            pen = QPen(look.colour.caution, 2)
        elif self.underMouse():
            pen = QPen(look.colour.control_border, 1)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(look.colour.info_bg if self._over else look.colour.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 10, 10)
        draw_table_card(painter, self._picture, QRectF(self.rect()), look, self.devicePixelRatioF())
        if self.isDown():
            shade = QColor(look.colour.text)
            shade.setAlphaF(0.06)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(QRectF(self.rect()), 10, 10)


class CardGrid(QWidget, Themed):
    """Two, three or four columns by the count of tables, fewer where they have no room; arrows go from card to card."""

    table_asked = Signal(int)
    dropped = Signal(int, int)
    missed = Signal()
    """An event card came down beside all tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.cards: list[TableCard] = []
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def focus_table(self, table: int) -> None:
        card = next((each for each in self.cards if each.table == table), None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cards(
        self,
        pictures: Sequence[CardPicture],
        takes: Callable[[int, int], bool],
        says: Callable[[str], str],
        first: int,
        tip: str = "",
    ) -> None:
        """`first`: the table that somebody should look at before all others; `tip`: what the figure of all cards is."""
        count = len(self.cards)
        while len(self.cards) > len(pictures):
            card = self.cards.pop()
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(pictures):
            card = TableCard(self)
            card.clicked.connect(lambda _checked=False, each=card: self.table_asked.emit(each.table))
            card.dropped.connect(self.dropped)
            card.show()
            self.cards.append(card)
        for card, picture in zip(self.cards, pictures, strict=True):
            card.show_card(picture, takes, says(picture.spoken), tip)
            card.set_chosen(picture.table == first)
        if len(pictures) != count:
            self.fit(self._room)

    def show_drag(self, card: int) -> None:
        for each in self.cards:
            each.set_drag(card)

    def focused(self) -> int:
        """The table whose card has the focus, 0 if none has."""
        return next((card.table for card in self.cards if card.hasFocus()), 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """On the free ground, or on a table that cannot take it: nobody gets it."""
        event.acceptProposedAction()
        self.missed.emit()

    def widest(self) -> int:
        """All in one row, each as wide as it may be."""
        return len(self.cards) * (_MOST + _GAP) - _GAP

    def fit(self, room: int) -> None:
        """`room`: the height of the place it stands in."""
        self._room = room
        columns, high = self._columns(), self._height(room)
        rows = -(-len(self.cards) // columns) if self.cards else 0
        self.setMinimumHeight(max(0, rows * (high + _GAP) - _GAP))
        self._arrange()

    def _columns(self) -> int:
        count = len(self.cards)
        wanted = 2 if count <= 2 else 3 if count <= 6 else 4
        return max(1, min(wanted, (self.width() + _GAP) // (_LEAST + _GAP)))

    def _height(self, room: int) -> int:
        """Two rows fill the place; where they have no room the list scrolls."""
        rows = min(2, -(-len(self.cards) // self._columns()))
        least = round(card_height(current_look()))
        even = (room - (rows - 1) * _GAP) // max(1, rows)
        return max(least, min(even, _TALLEST))

    def _arrange(self) -> None:
        columns, high = self._columns(), self._height(self._room)
        wide = min(_MOST, (self.width() - (columns - 1) * _GAP) / columns)
        for number, card in enumerate(self.cards):
            down, across = divmod(number, columns)
            left = round(across * (wide + _GAP))
            card.setGeometry(left, down * (high + _GAP), round(across * (wide + _GAP) + wide) - left, high)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.fit(self._room)

    def on_look_changed(self) -> None:
        self.fit(self._room)

    def sizeHint(self) -> QSize:
        return QSize(1036, self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        columns = self._columns()
        steps = {**_ARROWS, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        by = steps.get(Qt.Key(event.key()))
        at = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
        if by is None or at < 0:
            super().keyPressEvent(event)
        elif 0 <= at + by < len(self.cards):
            self.cards[at + by].setFocus(Qt.FocusReason.TabFocusReason)
