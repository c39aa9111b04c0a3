"""The board as a list (Ctrl+L): a tree over the sand with the same rows and actions, in the place of every board."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QIcon,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from shiboken6 import isValid

from sandgame.paint.badge import draw_badge
from sandgame.paint.chip import state_colour, state_icon
from sandgame.paint.icons import draw_icon
from sandgame.paint.look import Look
from sandgame.paint.sand import sand_pixmap
from sandgame.paint.tokens import radius
from sandgame.present.board_list import ListItem, board_list
from sandgame.text.speech import Speech
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

_WHAT = Qt.ItemDataRole.UserRole
"""What a row stands for: (kind, id)."""
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BADGE, _STATE, _ROW = 24, 16, 30.0

What = tuple[str, int]


class _Sand(QWidget):
    """Bare sand between the list and what stands on the board."""

    def __init__(self, board: BoardWidget) -> None:
        super().__init__(board)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setProperty("floats", True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, corner = current_look(), radius("board")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, clip = QRectF(self.rect()), QPainterPath()
        clip.addRoundedRect(box, corner, corner)
        painter.setClipPath(clip)
        painter.drawPixmap(QPointF(), sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), look))
        painter.setPen(QPen(look.colour.sand_border, 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


class BoardList(QTreeView, Themed):
    """Lies over one board and follows its picture; the keyboard's place is the same on both."""

    def __init__(self, board: BoardWidget) -> None:
        super().__init__(board)
        self._board = board
        self._sand = _Sand(board)
        self._speech: Speech | None = None
        self._items: tuple[ListItem, ...] = ()
        self._model = QStandardItemModel(self)
        self._policy = board.focusPolicy()
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setUniformRowHeights(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setTabKeyNavigation(False)
        set_ring(self, corner=10)
        board.picture_changed.connect(self._on_picture)
        board.spot_changed.connect(self._on_spot)
        board.installEventFilter(self)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._on_current)
        # who goes to the board stands on the list
        board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        board.setFocusProxy(self)

    def take_away(self) -> None:
        """The sand again."""
        had_focus = self.hasFocus()
        self.hide()
        self._sand.hide()
        self._sand.deleteLater()
        self._board.removeEventFilter(self)
        self._board.picture_changed.disconnect(self._on_picture)
        self._board.spot_changed.disconnect(self._on_spot)
        self._board.setFocusProxy(None)  # type: ignore[arg-type]
        self._board.setFocusPolicy(self._policy)
        if had_focus:
            self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def in_language(self, speech: Speech) -> None:
        if speech is not self._speech:
            self._speech = speech
            self.setAccessibleName(speech.say("shell-board-list"))
            self.setAccessibleDescription(speech.say("shell-board-list-tip"))
        self._on_picture()
        self.place()

    def what(self) -> What | None:
        """What the row with the focus stands for."""
        kept = self.currentIndex().data(_WHAT)
        return (str(kept[0]), int(kept[1])) if kept else None

    def choose(self, what: What) -> bool:
        """Moves to the row; False if there is none."""
        found = next((index for index in self._indexes() if tuple(index.data(_WHAT)) == what), None)
        if found is None:
            return False
        self.setCurrentIndex(found)
        return True

    def texts(self) -> list[str]:
        """All rows from top to bottom, as they are read out."""
        return [str(index.data()) for index in self._indexes()]

    # rows

    def _on_picture(self) -> None:
        if self._speech is None:
            return
        items = board_list(self._board.picture(), self._speech)
        if items == self._items:
            return
        self._items = items
        self._fill()

    def _fill(self) -> None:
        before = self.what() or self._board.spot()
        look = current_look()
        self.setIconSize(QSize(_BADGE + 4 + _STATE, round(look.scaled(_ROW))))
        self._model.clear()
        for item in self._items:
            top = _row(item, look, self.devicePixelRatioF())
            for chip in item.under:
                top.appendRow(_row(chip, look, self.devicePixelRatioF()))
            self._model.appendRow(top)
        self.expandAll()
        if before is None or not self.choose(before):
            self.setCurrentIndex(self._model.index(0, 0))

    def _indexes(self) -> Iterator[QModelIndex]:
        for at in range(self._model.rowCount()):
            top = self._model.index(at, 0)
            yield top
            for below in range(self._model.rowCount(top)):
                yield self._model.index(below, 0, top)

    def on_look_changed(self) -> None:
        self._fill()
        self.place()

    # the same place on both

    def _on_current(self) -> None:
        what = self.what()
        if what is None:
            return
        # what the sand has no place for must not leave the place before it standing for it
        own = self._board.picture().own
        self._board.focus_spot(what if what[0] != "ghost" or own is None else ("island", own))

    def _on_spot(self, kind: str, number: int) -> None:
        what = self.what()
        if what is None or what[0] != "ghost":
            self.choose((kind, number))

    def _open(self, index: QModelIndex) -> None:
        kept = index.data(_WHAT)
        if not kept or kept[0] == "ghost":
            return
        asked = self._board.island_asked if kept[0] == "island" else self._board.chip_asked
        asked.emit(int(kept[1]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in _OPENS and plain:
            self._open(self.currentIndex())
        elif event.text().strip() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # letters belong to the page, not to a search among the rows
            event.ignore()
        else:
            super().keyPressEvent(event)

    # where it lies

    def place(self) -> None:
        """Over all of the sand but the controls that lie on it."""
        room = self._board.rect()
        self._sand.setGeometry(room)
        for control in self._board.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if control not in (self, self._sand) and control.isVisibleTo(self._board):
                room = _beside(room, control.geometry())
        self.setGeometry(room)
        self.lower()
        self._sand.lower()
        self._sand.show()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)


def _beside(room: QRect, control: QRect) -> QRect:
    """The room above or below a control at the rim."""
    if not room.intersects(control):
        return room
    if control.center().y() > room.center().y():
        return room.adjusted(0, 0, 0, control.top() - 10 - room.bottom())
    return room.adjusted(0, control.bottom() + 10 - room.top(), 0, 0)


def _row(item: ListItem, look: Look, scale: float) -> QStandardItem:
    made = QStandardItem(item.text)
    made.setData((item.kind, item.id), _WHAT)
    made.setData(item.text, Qt.ItemDataRole.AccessibleTextRole)
    made.setFont(look.font_for(item.text, "body", 700 if item.kind == "island" else 400))
    made.setIcon(_icon(item, look, scale))
    made.setEditable(False)
    return made


def _icon(item: ListItem, look: Look, scale: float) -> QIcon:
    """Whose it is, and beside it the state of a chip."""
    wide = _BADGE if item.state is None else _BADGE + 4 + _STATE
    high = round(look.scaled(_ROW))
    picture = QPixmap(QSize(wide, high) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.55 if item.kind == "ghost" else 1)
    draw_badge(painter, item.badge, QRectF(0, (high - _BADGE) / 2, _BADGE, _BADGE), look)
    if item.state is not None:
        box = QRectF(_BADGE + 4, (high - _STATE) / 2, _STATE, _STATE)
        draw_icon(painter, state_icon(item.state), box, state_colour(item.state, look))
    painter.end()
    return QIcon(picture)


class BoardLists:
    """All boards of the pages as lists, or none of them."""

    def __init__(self, *, on: bool) -> None:
        self.on = on
        self._lists: dict[BoardWidget, BoardList] = {}

    def follow(self, centre: QWidget, speech: Speech) -> None:
        """Called whenever a page was shown anew: its boards may be other ones now."""
        self._lists = {board: made for board, made in self._lists.items() if isValid(board) and isValid(made)}
        for board in centre.findChildren(BoardWidget):
            board.setAccessibleName(speech.say("shell-board"))
            if not self.on:
                continue
            made = self._lists.get(board)
            if made is None:
                made = self._lists[board] = BoardList(board)
            made.in_language(speech)

    def zoom(self, centre: QWidget, by: float) -> None:
        """0 stands for the board's own size."""
        board = board_of(centre)
        if board is not None:
            board.set_zoom(board.zoom() + by if by else 1.0)

    def shown(self) -> BoardList | None:
        """The one that can be seen now."""
        return next((made for made in self._lists.values() if isValid(made) and made.isVisible()), None)

    def switch(self, centre: QWidget | None, speech: Speech) -> None:
        """From sand to list and back."""
        self.on = not self.on
        if self.on and centre is not None:
            self.follow(centre, speech)
        elif not self.on:
            for made in self._lists.values():
                if isValid(made):
                    made.take_away()
            self._lists = {}


def board_of(centre: QWidget) -> BoardWidget | None:
    """The board of a page that can be seen now."""
    return next((board for board in centre.findChildren(BoardWidget) if board.isVisible()), None)
