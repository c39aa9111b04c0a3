"""One table opened by the facilitator: seats, the whole board, what is to be decided, the log, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from sandgame.frames.console import TableSeen
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.present.console_alerts import Alert
from sandgame.present.console_class import ClassSeen
from sandgame.present.console_deck import events
from sandgame.present.drill import case_picture, table_picture
from sandgame.present.drill_board import secrets, table_board
from sandgame.present.drill_log import log
from sandgame.present.pictures import BoardPicture
from sandgame.ui.drill_seats import SeatsPanel
from sandgame.ui.drill_side import SidePanel
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.cards import Card, EmptyState, column, row
from sandgame.ui.kit.control_painter import control_painter
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tabs import Tab, TabStrip
from sandgame.ui.kit.themed import Themed, current_look

_LEFT, _RIGHT = 252, 316
_NARROW = 1280
_ACTS, _LOW = 124, 640


class ActTile(QAbstractButton, Themed):
    """One thing that can be done: icon, bold word, plain line."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._line, self._short = icon, "", ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=8)

    def set_texts(self, title: str, line: str, short: str) -> None:
        self.setText(title)
        self._line, self._short = line, short
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setToolTip(line)
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        if narrow != self.property("narrow"):
            self.setProperty("narrow", narrow)
            self.updateGeometry()
            self.update()

    def _plain(self) -> bool:
        return bool(self.property("narrow"))

    def sizeHint(self) -> QSize:
        look = current_look()
        if self._plain():
            return QSize(self.minimumSizeHint().width(), round(look.scaled(36)))
        wide = max(look.width(self.text(), "body", 700), look.width(self._line, "caption"))
        return QSize(round(wide) + 50, round(look.scaled(52)))

    def minimumSizeHint(self) -> QSize:
        look = current_look()
        wide = round(look.width(self._short, "body", 700)) + 24
        return QSize(wide, round(look.scaled(36 if self._plain() else 52)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        colour = look.colour
        painter = control_painter(self)
        painter.setPen(QPen(colour.control_border if self.underMouse() and self.isEnabled() else colour.divider, 1))
        painter.setBrush(colour.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        middle = self.height() / 2
        if self._plain():
            put_line_at(painter, self._short, 12, middle, look, "body", colour.text, 700)
            return
        draw_icon(painter, self._icon_name, QRectF(12, middle - 8, 16, 16), colour.text_secondary)
        put_line_at(painter, self.text(), 39, middle - look.scaled(9), look, "body", colour.text, 700)
        put_line_at(painter, self._line, 39, middle + look.scaled(10), look, "caption", colour.text_secondary)


class NotePill(QWidget, Themed):
    """A word on the sand in a white pill."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._text = icon, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        look = current_look()
        return QSize(round(look.width(self._text, "body", 600)) + 34, round(look.scaled(23)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.surface)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        draw_icon(painter, self._icon_name, QRectF(8, self.height() / 2 - 7, 14, 14), look.colour.text_secondary)
        put_line_at(painter, self._text, 27, self.height() / 2, look, "body", look.colour.text_secondary, 600)


ACTS = (("event", "hammer"), ("measure", "presentation"), ("seat", "bot"), ("swap", "shuffle"), ("back", "rotate-ccw"))


class DrillPage(QWidget, Themed):
    asked = Signal(str, object)
    """What is to be done, and with what."""
    need_asked = Signal(object, str)
    """An Alert of a seat, and what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seats, self.side = SeatsPanel(), SidePanel()
        self.board = BoardWidget()
        self.note, self.lock = NotePill("eye"), NotePill("lock")
        self.loading = EmptyState(icon="loader")
        self.tiles = {name: ActTile(icon) for name, icon in ACTS}
        self._acts_title = Label("", "label", weight=700)
        self._acts_line = Label("", "caption", "text_secondary")
        self._acts = Card()
        self.tabs = TabStrip()
        self._narrow = False
        self._shown: tuple[ClassSeen, TableSeen, Sequence[Alert]] | None = None
        self._secrets: Sequence[str] = ()
        self._words = ("", "")
        self._lay_out()
        self._connect()
        # its least width is that of the narrow way; where there is room it unfolds
        self._set_narrow(True)

    def _lay_out(self) -> None:
        inside = column(self._acts, margins=(14, 12, 14, 12), gap=8)
        head = row(gap=8)
        head.addWidget(self._acts_title)
        head.addStretch(1)
        head.addWidget(self._acts_line)
        inside.addLayout(head)
        across = row(gap=8)
        for tile in self.tiles.values():
            across.addWidget(tile, 1)
        inside.addLayout(across)
        inside.addStretch(1)
        self.board.set_corner(self.note, "top_left")
        self.board.set_corner(self.lock, "bottom_left")
        centre = QVBoxLayout()
        centre.setSpacing(10)
        centre.addWidget(self.loading)
        centre.addWidget(self.board, 1)
        centre.addWidget(self._acts)
        self._whole = row(self, margins=(10, 10, 10, 10), gap=10)
        self._right = QWidget()
        self._right.setFixedWidth(_RIGHT)
        self._beside = column(self._right, margins=(0, 0, 0, 0), gap=6)
        self._beside.addWidget(self.tabs)
        self._beside.addWidget(self.side, 1)
        self.seats.setFixedWidth(_LEFT)
        self._whole.addWidget(self.seats)
        self._whole.addLayout(centre, 1)
        self._whole.addWidget(self._right)
        self.tabs.hide()

    def _connect(self) -> None:
        for name, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, act=name: self.asked.emit(act, None))
        self.seats.menu_asked.connect(lambda seat, button: self.asked.emit("menu", (seat, button)))
        self.seats.need_asked.connect(self.need_asked)
        self.seats.word_asked.connect(lambda: self.asked.emit("word", None))
        self.seats.person_asked.connect(lambda: self.asked.emit("seat", None))
        self.side.ruled.connect(lambda sheet, line, parts: self.asked.emit("rule", (sheet, line, parts)))
        self.side.noted.connect(lambda text: self.asked.emit("note", text))
        self.side.filter_changed.connect(self._again)
        self.tabs.index_changed.connect(lambda _at: self._show_panels())
        self.board.chip_asked.connect(lambda chip: self.asked.emit("chip", chip))
        self.board.island_asked.connect(lambda seat: self.asked.emit("island", seat))

    def _again(self) -> None:
        if self._shown is not None:
            self.show_table(*self._shown)

    def begin(self) -> None:
        """Another table: nothing of the one before stays."""
        self.clear()

    def clear(self) -> None:
        self._shown = None
        self.seats.clear()
        self.side.clear()
        self.lock.set_text("")
        self.lock.hide()
        self.board.set_picture(BoardPicture())

    def show_seen(self, seen: ClassSeen, table: int, alerts: Sequence[Alert]) -> None:
        """The table that is open, as soon as it has been told."""
        if seen.seen is not None and seen.seen.table == table:
            self.show_table(seen, seen.seen, alerts)
        else:
            self._show_loading(seen)

    def _show_loading(self, seen: ClassSeen) -> None:
        say = seen.speech.say
        self.loading.set_texts(say("drill-loading"), say("drill-loading-line"))
        self.loading.show()
        for widget in (self.tabs, self.seats, self.side, self.board, self._acts):
            widget.hide()

    def show_table(self, seen: ClassSeen, table: TableSeen, alerts: Sequence[Alert] = ()) -> None:
        self._shown = (seen, table, alerts)
        self.loading.hide()
        speech = seen.speech
        words = (speech.say("drill-tab-log"), speech.say("drill-tab-seats"))
        if words != self._words:
            self._words = words
            self.tabs.set_tabs([Tab(word) for word in words])
        for widget in (self.board, self._acts):
            widget.show()
        self._show_panels()
        self._secrets = secrets(seen, table)
        self.seats.show_picture(table_picture(seen, table, alerts), self._secrets, speech)
        first = table.escalations[0] if table.escalations else None
        board = table_board(seen, table, (first.sheet, first.line) if first is not None else None)
        self.note.set_text(speech.say("drill-note"))
        self._show_lock()
        if board != self.board.picture():
            self.board.set_picture(board)
        cases = [case_picture(seen, table, case) for case in table.escalations]
        self.side.show_side(cases, log(seen, table, all_of_it=self.side.all_of_it), speech)
        self._show_acts(seen, table)

    def _show_lock(self) -> None:
        """The first of what is known to one alone, if it has room on the sand."""
        text = self._secrets[0] if self._secrets else ""
        fits = current_look().width(text, "body", 600) + 60 < self.board.width() * self.board.zoom()
        self.lock.set_text(text if fits else "")
        self.lock.setVisible(bool(self.lock.text()))

    def _show_acts(self, seen: ClassSeen, table: TableSeen) -> None:
        say = seen.speech.say
        self._acts_title.setText(say("drill-acts"))
        self._acts_line.setText(say("drill-acts-line"))
        left = sum(table.table in each.tables for each in events(seen))
        deck = len(events(seen))
        none = say("drill-act-event-later" if deck else "drill-act-event-none")
        event = say("drill-act-event-count", count=left) if left else none
        offers = seen.case.measures if seen.case is not None else ()
        measure = say("drill-act-measure-now" if table.may_switch else "drill-act-measure-later")
        texts = {
            "event": (say("drill-act-event"), event, bool(deck)),
            "measure": (say("drill-act-measure"), measure, bool(offers)),
            "seat": (say("drill-act-seat"), say("drill-act-seat-line"), table.phase != "over"),
            "swap": (say("drill-act-swap"), say("drill-act-swap-line"), table.may_swap),
            "back": (say("drill-act-back"), say("drill-act-back-line"), bool(table.undo_to)),
        }
        for name, (title, line, enabled) in texts.items():
            self.tiles[name].set_texts(title, line, say(f"drill-act-{name}-short"))
            self.tiles[name].setEnabled(enabled and seen.playing)
        self.tiles["swap"].setVisible(table.may_swap)
        self._fit_tiles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = current_look()
        self._right.setFixedWidth(round(look.scaled(_RIGHT)))
        self._set_narrow(self.width() < look.scaled(_NARROW))
        self._acts.setMinimumHeight(round(look.scaled(_ACTS)) if self.height() >= _LOW else 0)
        self._fit_tiles()
        self.side.fit()

    def _set_narrow(self, narrow: bool) -> None:
        """Where there is little room the seats stand behind a tab at the right: the board keeps its size."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._whole.removeWidget(self.seats)
        if narrow:
            self.seats.setMaximumWidth(16_777_215)
            self.seats.setMinimumWidth(0)
            self._beside.addWidget(self.seats, 1)
        else:
            self._beside.removeWidget(self.seats)
            self.seats.setFixedWidth(_LEFT)
            self._whole.insertWidget(0, self.seats)
        self._show_panels()

    def _show_panels(self) -> None:
        shown = self._shown is not None
        at = self.tabs.index() if self._narrow else -1
        self.tabs.setVisible(shown and self._narrow)
        self.seats.setVisible(shown and at != 0)
        self.side.setVisible(shown and at != 1)

    def _fit_tiles(self) -> None:
        """Where not all lines have room, only the words stand there."""
        shown = [tile for tile in self.tiles.values() if not tile.isHidden()]
        beside = self._right.maximumWidth() + (0 if self._narrow else _LEFT + 10)
        room = self.width() - beside - 60 - 8 * max(0, len(shown) - 1)
        for tile in self.tiles.values():
            tile.set_narrow(False)
        narrow = sum(tile.sizeHint().width() for tile in shown) > room
        for tile in self.tiles.values():
            tile.set_narrow(narrow)
