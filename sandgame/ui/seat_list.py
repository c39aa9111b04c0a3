"""The seats of a class: every table with its departments, the chosen one at the right, and sit down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.present.class_seats import Choosing, SeatListPicture, SeatTilePicture, TablePicture, seat_list
from sandgame.present.join import Trouble
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, EmptyState, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller
from sandgame.ui.seat_spot import SeatMark, draw_spot
from sandgame.ui.tiles import Tile

_PANEL, _PANEL_NARROW, _WIDE_FROM = 400, 330, 1200
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

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
        self.updateGeometry()
        self._arrange()

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

    def __init__(self, screen: SeatListScreen) -> None:
        super().__init__()
        self._screen = screen
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
        tile.clicked.connect(partial(self._screen.on_seat, tile))
        return tile


class SeatListScreen(QWidget, Themed):
    """Keeps the choice as it stands; others sit down meanwhile."""

    sit_asked = Signal(object)
    """A `Choosing`."""
    seat_code_asked = Signal()
    language_asked = Signal()
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice: Choosing | None = None
        self._speech: Speech | None = None
        self._bar = ScreenBar()
        self._bar.back_asked.connect(self.back_asked)
        self._bar.help_asked.connect(self.help_asked)
        self._bar.settings_asked.connect(self.settings_asked)
        self.line = Label(role="label", tone="text_secondary", weight=400, wraps=True)
        self.line.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_ring(self.line, own=True)
        self.language = FlatButton("", "languages")
        self.language.clicked.connect(self.language_asked)
        self.full = EmptyState(icon="armchair")
        self.trouble = Label(role="label", tone="caution", wraps=True, icon="circle-alert")
        self._panel = _Panel(self)
        inner = QWidget()
        lines = column(inner, margins=(2, 2, 6, 6), gap=10)
        tables = QVBoxLayout()
        tables.setSpacing(10)
        self._tables: Rows[TablePicture, TableCard] = Rows(tables, partial(TableCard, self), TableCard.show_table)
        lines.addWidget(self.full)
        lines.addLayout(tables)
        lines.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(8)
        head = row(gap=8)
        head.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.language)
        left.addLayout(head)
        left.addWidget(self.trouble)
        left.addWidget(Scroller(inner), 1)
        across = row(margins=(14, 10, 14, 14), gap=14)
        across.addLayout(left, 1)
        across.addWidget(self._panel)
        outer = column(self, margins=(0, 0, 0, 0), gap=0)
        outer.addWidget(self._bar)
        outer.addLayout(across, 1)
        self.say(None)

    @property
    def choice(self) -> Choosing | None:
        return self._choice

    @property
    def tiles(self) -> list[SeatTile]:
        return [tile for table in self._tables.widgets for tile in table.seats.tiles]

    @property
    def panel(self) -> _Panel:
        return self._panel

    def show_choice(self, choice: Choosing, speech: Speech) -> None:
        self._choice, self._speech = choice, speech
        page = seat_list(speech, choice)
        self._bar.show_texts(page.title, page.sub, speech)
        self.language.setText(speech.say("join-language"))
        self.language.setToolTip(speech.say("join-language-tip"))
        self.line.setText(page.line)
        self.full.set_texts(page.full, page.full_do)
        self.full.setVisible(bool(page.full))
        self._tables.fill(page.tables)
        self._panel.show_page(page, choice.people)

    def say(self, trouble: Trouble | None) -> None:
        """What went wrong with the seat that was asked for."""
        self.trouble.setText(f"{trouble.title} {trouble.do}" if trouble is not None else "")
        self.trouble.setVisible(trouble is not None)

    def in_language(self, speech: Speech) -> None:
        self.say(None)
        if self._choice is not None:
            self.show_choice(self._choice, speech)

    def focus_first(self) -> None:
        """At the sentence that says what to do: a ring round a department would look like a choice."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, choice: Choosing) -> None:
        if self._speech is not None:
            self.show_choice(choice, self._speech)

    def on_seat(self, tile: SeatTile) -> None:
        if self._choice is not None and tile.picture is not None:
            self.say(None)
            self._change(self._choice.on(*tile.picture.spot))

    def on_anywhere(self) -> None:
        if self._choice is not None:
            self._change(self._choice.anywhere())

    def on_people(self, place: int) -> None:
        if self._choice is not None:
            self._change(replace(self._choice, people=place + 1))

    def sit(self) -> None:
        if self._choice is not None and self._choice.spots():
            self.sit_asked.emit(self._choice)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        wide = _PANEL if self.width() >= _WIDE_FROM else _PANEL_NARROW
        self._panel.setFixedWidth(min(round(current_look().scaled(wide)), self.width() // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F9 or (control and enter):
            self.sit()
            return
        super().keyPressEvent(event)


class _Panel(Card):
    """The seat that is chosen, how many sit there, and sit down."""

    def __init__(self, screen: SeatListScreen) -> None:
        super().__init__(screen)
        self._badge = BadgeWidget(side=40)
        self.title = Label(role="heading", wraps=True)
        self.line = Label(role="body", tone="text_secondary", wraps=True)
        self.note = Label(role="body", wraps=True, icon="info", icon_tone="info")
        self.people_title = Label(role="label")
        self.people = Segmented()
        self.people_line = Label(role="caption", tone="text_secondary", wraps=True)
        self.late = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self.anywhere = SecondaryButton("", "shuffle")
        self.seat_code = LinkButton("", "ticket", size="small")
        self.go = PrimaryButton("", "arrow-right", size="large")
        self.go.set_key("F9")
        self._options: tuple[str, ...] = ()
        for button in (self.anywhere, self.go):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._who = Card(self, ground="subtle", corner=9)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.line)
        who = row(self._who, margins=(16, 12, 16, 12), gap=12)
        who.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        inner = QWidget()
        inside = column(inner, margins=(16, 12, 16, 10), gap=8)
        for widget in (self.note, self.people_title, self.people, self.people_line, self.late):
            inside.addWidget(widget)
        inside.addStretch(1)
        inside.addWidget(self.anywhere)
        inside.addWidget(self.seat_code, 0, Qt.AlignmentFlag.AlignLeft)
        outer = column(self, margins=(1, 1, 1, 0), gap=0)
        outer.addWidget(self._who)
        outer.addWidget(Scroller(inner), 1)
        outer.addWidget(Divider())
        foot = QWidget()
        column(foot, margins=(16, 12, 16, 14)).addWidget(self.go)
        outer.addWidget(foot)
        self.people.index_changed.connect(screen.on_people)
        self.anywhere.clicked.connect(screen.on_anywhere)
        self.seat_code.clicked.connect(screen.seat_code_asked)
        self.go.clicked.connect(screen.sit)

    def show_page(self, page: SeatListPicture, people: int) -> None:
        self._badge.setVisible(page.chosen is not None)
        if page.chosen is not None:
            self._badge.set_picture(page.chosen)
        self._who.set_ground("soft" if page.chosen is not None else "subtle")
        self._who.set_slot(page.chosen.slot if page.chosen is not None else None)
        self.title.setText(page.chosen_title)
        self.line.setText(page.chosen_line)
        for label, text in (
            (self.note, page.chosen_note),
            (self.people_title, page.people_title if page.people else ""),
            (self.people_line, page.people_line if page.people else ""),
            (self.late, page.late),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.people.setVisible(bool(page.people))
        if page.people != self._options:
            # made anew only for other words, so that the keyboard keeps its place
            self._options = page.people
            self.people.set_options(
                [(text, "user" if place == 0 else "users") for place, text in enumerate(page.people)]
            )
        if page.people:
            self.people.set_index(people - 1)
            self.people.setAccessibleName(page.people_title)
        self.anywhere.setText(page.any_text)
        self.anywhere.setVisible(bool(page.any_text))
        self.seat_code.setText(page.seat_code)
        self.go.setText(page.go)
        self.go.setEnabled(page.can_go)
