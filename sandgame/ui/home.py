"""The first page: ways in on the left, the painting of the idea on the right. Shown before anything heavy is loaded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.sand import sand_pixmap
from sandgame.present.home import HomePage, PastSession
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, LinkButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.mark import Mark
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.tiles import PastTile, WayTile

if TYPE_CHECKING:
    from sandgame.present.pictures import BoardPicture
    from sandgame.ui.home_join import JoinCard
    from sandgame.ui.kit.board_widget import BoardWidget
    from sandgame.ui.scroller import Scroller

SHOWN_RECENT = 2
_SIDE, _SIDE_NARROW = 540, 450
_SAND = 430
_WIDEST = 16_777_215
_WIDE_FROM = 1200
_LOW = 620


class HomeScreen(QWidget, Themed):
    painted = Signal()
    """The page stands on the screen for the first time."""
    try_asked = Signal()
    table_asked = Signal()
    """One laptop for the whole table."""
    join_asked = Signal(str)
    """With the code as far as it is typed."""
    run_asked = Signal()
    seat_back_asked = Signal()
    """To the seat that is held in a class."""
    try_neared = Signal()
    """The pointer is on the way in: a click may follow."""
    resume_asked = Signal(str)
    delete_asked = Signal(object)
    """A PastSession to be deleted, after the question."""
    report_asked = Signal(str)
    """Of the session."""
    all_asked = Signal()
    language_asked = Signal()
    theme_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reports = False
        """Whether there is anything that writes them."""
        self._side = _Side(self)
        self._side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._area: Scroller | None = None
        self._ground = _Sand(self)
        self._board: BoardWidget | None = None
        self._idea: BoardPicture | None = None
        self._was_painted = False
        self._across = row(self, gap=0)
        self._across.addWidget(self._side)
        self._across.addWidget(self._ground, 1)

    def show_page(self, page: HomePage, speech: Speech) -> None:
        self._side.show_page(page, speech)
        self._fit()
        if self._board is not None:
            self.paint_idea(speech)

    def paint_idea(self, speech: Speech) -> None:
        """Sets the islands on the sand. Board and pictures are loaded here, after the first paint."""
        from sandgame.present.idea import idea_board
        from sandgame.ui.kit.board_widget import BoardWidget

        if self._board is None:
            self._board = BoardWidget(parent=self._ground)
            self._board.set_framed(False)
            self._board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._board.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row(self._ground).addWidget(self._board)
        self._idea = idea_board(speech)
        self._fit_idea()
        self._board.setAccessibleDescription(speech.say("home-board-spoken"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        wide, low = self.width() >= _WIDE_FROM, self.height() < current_look().scaled(_LOW)
        side = round(current_look().scaled(_SIDE if wide else _SIDE_NARROW))
        side = min(side, max(_SIDE_NARROW, self.width() - _SAND))
        self._side.set_low(low)
        if self._area is None and self._side.height_at(side) > self.height() > 0:
            self._let_scroll()
        (self._area or self._side).setFixedWidth(side)
        self._fit_idea()

    def _let_scroll(self) -> None:
        # not before it is needed: Qt takes as long to make a scroll area as all else on this page together
        from sandgame.ui.scroller import Scroller

        self._across.removeWidget(self._side)
        self._side.setMinimumWidth(0)
        self._side.setMaximumWidth(_WIDEST)
        self._area = Scroller(self._side)
        self._across.insertWidget(0, self._area)

    def _fit_idea(self) -> None:
        # on a narrow strip of sand the words below it would not fit
        if self._board is not None and self._idea is not None:
            fits = current_look().width(self._idea.foot, "caption") + 40 < self._ground.width()
            self._board.set_picture(self._idea if fits else replace(self._idea, foot=""))

    def focus_first(self) -> None:
        tiles = (self._side.back_tile, self._side.go_on_tile)
        shown = next((each for each in tiles if each.isVisibleTo(self)), None)
        join = self._side.join_card
        tile = shown or (join.code if join is not None and join.isVisibleTo(self) else self._side.try_tile)
        tile.setFocus(Qt.FocusReason.OtherFocusReason)


class _Sand(QWidget):
    """Bare sand, until the islands are set on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, sand_pixmap(self.width(), self.height(), self.devicePixelRatioF(), current_look()))


class _Side(QWidget):
    """The left column."""

    def __init__(self, screen: HomeScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.try_tile = WayTile(strong=True)
        self.table_tile = WayTile()
        self.go_on_tile = WayTile()
        self.back_tile, self.run_tile = WayTile(strong=True), WayTile()
        self.join_card: JoinCard | None = None
        self._title = Label(role="debriefTitleLong", weight=700)
        self._subtitle = Label(role="heading", weight=400, wraps=True)
        self._line = Label(role="bodyLarge", tone="text_secondary", wraps=True)
        self._recent_title = Label(role="body", tone="text_secondary")
        self._recent_none = Label(role="body", tone="text_secondary", wraps=True)
        self._all = LinkButton("", "history", size="small")
        self._tiles = QHBoxLayout()
        self._past: list[PastTile] = []
        self._low = False
        self._make_bar()
        self._lay_out()
        self.try_tile.clicked.connect(screen.try_asked)
        self.table_tile.clicked.connect(screen.table_asked)
        self.run_tile.clicked.connect(screen.run_asked)
        self.back_tile.clicked.connect(screen.seat_back_asked)
        for tile in (self.try_tile, self.table_tile):
            tile.neared.connect(screen.try_neared)
        self.go_on_tile.clicked.connect(lambda: screen.resume_asked.emit(self.go_on_tile.way().session))
        self._all.clicked.connect(screen.all_asked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colour = QPainter(self), current_look().colour
        painter.fillRect(self.rect(), colour.surface)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), colour.sand_border)

    def height_at(self, width: int) -> int:
        """What all of it needs."""
        column = self.layout()
        return column.totalHeightForWidth(width) if column is not None else 0

    def _make_bar(self) -> None:
        self._language = FlatButton("", "languages")
        self._theme = FlatButton("", "sun")
        self._settings = FlatButton("", "settings")
        self._help = FlatButton("", "circle-help")
        for button in (self._language, self._theme):
            # whoever is in the middle of a code goes on typing after the click
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._language.clicked.connect(self._screen.language_asked)
        self._theme.clicked.connect(self._screen.theme_asked)
        self._settings.clicked.connect(self._screen.settings_asked)
        self._help.clicked.connect(self._screen.help_asked)

    def _lay_out(self) -> None:
        bar = row(gap=4)
        bar.addWidget(Mark(32))
        bar.addStretch(1)
        for button in (self._language, self._theme, self._settings, self._help):
            bar.addWidget(button)
        recent = row(gap=8)
        recent.addWidget(self._recent_title)
        recent.addStretch(1)
        recent.addWidget(self._all)
        self._tiles.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 26, 43, 24)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addStretch(2)
        column.addSpacing(4)
        for label in (self._title, self._subtitle):
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self._line)
        column.addStretch(2)
        column.addSpacing(10)
        ways = QWidget()
        self._ways = QVBoxLayout(ways)
        self._ways.setContentsMargins(0, 0, 0, 0)
        self._ways.setSpacing(12)
        for tile in (self.back_tile, self.go_on_tile, self.run_tile, self.try_tile, self.table_tile):
            self._ways.addWidget(tile)
        column.addWidget(ways)
        column.addStretch(8)
        column.addSpacing(10)
        column.addLayout(recent)
        column.addSpacing(6)
        column.addWidget(self._recent_none)
        column.addLayout(self._tiles)

    def show_page(self, page: HomePage, speech: Speech) -> None:
        self._title.setText(page.title)
        self._subtitle.setText(page.subtitle)
        self._line.setText(page.line)
        self.try_tile.set_way(page.try_alone)
        self.table_tile.set_way(page.at_table)
        self._show_classes(page)
        self.go_on_tile.setVisible(page.go_on is not None)
        if page.go_on is not None:
            self.go_on_tile.set_way(page.go_on)
        self.try_tile.strong = page.go_on is None and page.join is None
        self.go_on_tile.strong = page.go_on is not None and page.join is None
        self._recent_title.setText(page.recent_title)
        self._recent_title.setVisible(bool(page.recent or page.recent_none or page.all_text))
        self._recent_none.setText(page.recent_none)
        self._recent_none.setVisible(bool(page.recent_none))
        self._all.setText(page.all_text)
        self._all.setVisible(bool(page.all_text))
        self._show_past(page.recent[:SHOWN_RECENT], speech)
        self._name_bar(speech)

    def _show_classes(self, page: HomePage) -> None:
        """The ways into classes; the one of a single laptop for all is then found on the way of trying it alone."""
        for tile, way in ((self.back_tile, page.seat_back), (self.run_tile, page.run)):
            tile.setVisible(way is not None)
            if way is not None:
                tile.set_way(way)
        self.table_tile.setVisible(page.join is None)
        if page.join is not None:
            if self.join_card is None:
                from sandgame.ui.home_join import JoinCard

                self.join_card = JoinCard()
                self.join_card.join_asked.connect(self._screen.join_asked)
                self._ways.insertWidget(1, self.join_card)
                # else the layout counts it only after the next turn of the loop
                self.join_card.show()
            self.join_card.set_strong(page.seat_back is None)
            self.join_card.show_way(page.join, page.join_go, page.join_says)

    def _name_bar(self, speech: Speech) -> None:
        self._language.setText(speech.say("home-language"))
        self._language.setToolTip(speech.say("home-language-tip"))
        theme = "light" if current_look().scheme == "dark" else "dark"
        self._theme.set_icon("sun" if theme == "light" else "moon")
        named = (
            (self._theme, f"home-{theme}-tip"),
            (self._settings, "home-settings-tip"),
            (self._help, "home-help-tip"),
        )
        for button, key in named:
            button.setToolTip(speech.say(key))
            button.setAccessibleName(speech.say(key))

    def set_low(self, low: bool) -> None:
        """A low window shows no past sessions, only the way to all of them."""
        self._low = low
        for tile in self._past:
            tile.setVisible(not low)

    def _show_past(self, recent: tuple[PastSession, ...], speech: Speech) -> None:
        if recent == tuple(tile.past for tile in self._past):
            return
        for tile in self._past:
            self._tiles.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        report = speech.say("saving-go") if recent and self._screen.reports else ""
        self._past = [self._past_tile(past, report) for past in recent]
        for tile in self._past:
            self._tiles.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
            tile.setVisible(not self._low)

    def _past_tile(self, past: PastSession, report: str) -> PastTile:
        tile = PastTile(past, report)
        tile.report_asked.connect(lambda: self._screen.report_asked.emit(past.session))
        tile.clicked.connect(lambda: self._screen.resume_asked.emit(past.session))
        tile.delete_asked.connect(lambda: self._screen.delete_asked.emit(past))
        return tile
