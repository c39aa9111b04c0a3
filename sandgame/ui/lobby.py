"""The lobby: by what people join, at the left on the sand; who sits where, at the right; and the start of week 1."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import LobbyTold, MoveSeat, Refused, ReserveSeats, StartClass
from sandgame.frames.console import CaseTold
from sandgame.frames.line import HostEnded, LineBack, LineLost, LineNews
from sandgame.present.lobby import (
    LobbyPage,
    Spot,
    SpotPicture,
    holding,
    lobby_page,
    news,
    refused,
    shuffle_question,
    start_question,
)
from sandgame.present.lobby_names import shuffled
from sandgame.present.now import Question
from sandgame.text.speech import Speech
from sandgame.ui.kit.banner import Banner
from sandgame.ui.kit.buttons import BarButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.lobby_side import JoinSide
from sandgame.ui.lobby_tables import LobbyTables
from sandgame.ui.questions import put
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller
from sandgame.ui.standing_questions import StandingQuestions

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandgame.ui.lobby_names import NamesSheet

_SIDE, _SIDE_NARROW, _WIDE_FROM = 520, 444, 1200
_LOW = 700
_NEWS_MS, _NEWS = 6000, 3
"""How long it is said who came and went, and how many of the last ones."""


class LobbyScreen(QWidget, Themed):  # long: a slot for each thing that can be told or asked
    """Shows what `take` was told last; asks by `asked`."""

    asked = Signal(object)
    back_asked = Signal()
    help_asked = Signal()
    settings_asked = Signal()
    projector_asked = Signal()

    def __init__(self, speech: Speech, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._told: CaseTold | None = None
        self._lobby: LobbyTold | None = None
        self._page: LobbyPage | None = None
        self._names_sheet: NamesSheet | None = None
        self.bar = ScreenBar()
        self.bar.back_asked.connect(self.back_asked)
        self.bar.help_asked.connect(self.help_asked)
        self.bar.settings_asked.connect(self.settings_asked)
        self.projector = BarButton("", "maximize")
        self.projector.clicked.connect(self.projector_asked)
        self.bar.add(self.projector)
        self.banner = Banner("triangle-alert")
        self._warned = ""
        self._questions = StandingQuestions()
        self._news: tuple[str, ...] = ()
        self._news_over = QTimer(self)
        self._news_over.setSingleShot(True)
        self._news_over.setInterval(_NEWS_MS)
        self._news_over.timeout.connect(self.end_news)
        self.side = JoinSide()
        self.seated = Label(role="numberLarge", weight=700)
        self.seats = Label(role="title", tone="text_secondary", weight=400)
        self.shuffle = SecondaryButton("", "shuffle", size="small")
        self.names = SecondaryButton("", "clipboard-list", size="small")
        self.tables = LobbyTables()
        self.hint = Label(role="body", tone="text_secondary", wraps=True, icon="grip-vertical")
        self.trouble = Label(role="body", tone="negative", wraps=True, icon="circle-alert", weight=600)
        self.news = Label(role="body", tone="info", wraps=True, icon="users", weight=600)
        self.absent = Label(role="body", tone="text_secondary", wraps=True, icon="hourglass", icon_tone="info")
        self.foot = Label(role="body", tone="text_secondary", wraps=True, icon="triangle-alert", icon_tone="caution")
        self.start = PrimaryButton("", "play", size="large")
        self.start.set_key("F9")
        self._lay_out()
        self._connect()
        for label in (self.trouble, self.news, self.absent):
            label.hide()

    def _lay_out(self) -> None:
        head = row(gap=8)
        head.addWidget(self.seated)
        head.addWidget(self.seats, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self.names)
        head.addWidget(self.shuffle)
        inner = QWidget()
        inside = column(inner, margins=(0, 0, 0, 0), gap=8)
        inside.addWidget(self.tables)
        inside.addWidget(self.hint)
        inside.addStretch(1)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addStretch(1)
        for label in (self.news, self.absent, self.foot):
            said.addWidget(label)
        said.addStretch(1)
        foot = row(gap=16)
        foot.addLayout(said, 1)
        foot.addWidget(self.start)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 16)
        right.setSpacing(10)
        right.addLayout(head)
        right.addWidget(Scroller(inner), 1)
        right.addWidget(self.trouble)
        right.addLayout(foot)
        across = row(gap=0)
        across.addWidget(self.side)
        across.addLayout(right, 1)
        outer = column(self, margins=(0, 0, 0, 0), gap=0)
        outer.addWidget(self.bar)
        outer.addWidget(self.banner)
        outer.addLayout(across, 1)

    def _connect(self) -> None:
        self.tables.moved.connect(self._on_moved)
        self.tables.holding_changed.connect(self._on_holding)
        self.shuffle.clicked.connect(self.shuffle_tables)
        self.names.clicked.connect(self.open_names)
        self.start.clicked.connect(self.begin)

    @property
    def names_sheet(self) -> NamesSheet | None:
        return self._names_sheet

    @property
    def page(self) -> LobbyPage | None:
        return self._page

    def take(self, frame: Told | LineNews) -> None:
        self._hear_line(frame)
        if isinstance(frame, CaseTold):
            self._told = frame
        elif isinstance(frame, LobbyTold):
            self._tell_news(frame)
            self._lobby = frame
        elif isinstance(frame, Refused):
            self.tell(refused(self._speech, frame.reason))
            return
        else:
            return
        self.refresh()

    def _hear_line(self, frame: Told | LineNews) -> None:
        """The line itself may speak while people sign in."""
        if isinstance(frame, HostEnded):
            self._warn("class-host-again" if frame.again else "class-host-ended")
        elif isinstance(frame, LineLost):
            self._warn("class-line-lost")
        elif isinstance(frame, LineBack | CaseTold):
            self._warn("")

    def _tell_news(self, lobby: LobbyTold) -> None:
        """Said for a while: who leaves by themselves must not look like a seat that was moved wrongly."""
        if self._told is None or self._lobby is None:
            return
        self._say_news(news(self._speech, self._told, self._lobby, lobby))

    def _say_news(self, found: tuple[str, ...]) -> None:
        if found:
            self._news = (*self._news, *found)[-_NEWS:]
            self.news.setText(self._speech.say("lobby-news-and").join(self._news))
            self.news.show()
            self._news_over.start()

    def end_news(self) -> None:
        self._news = ()
        self.news.hide()

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        self.tell("")
        self.end_news()
        self._warn(self._warned)
        self.refresh()

    def tell(self, text: str) -> None:
        """Why something was not done, beside the seats."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))

    def _warn(self, key: str) -> None:
        """What is wrong with the host or the line to it, "" if nothing."""
        self._warned = key
        say = self._speech.say
        self.banner.set_texts(say(key) if key else "", say(f"{key}-line") if key else "")
        self.start.setEnabled(not key)

    def refresh(self) -> None:
        if self._told is None or self._lobby is None:
            return
        self._page = page = lobby_page(self._speech, self._told, self._lobby)
        self.bar.show_texts(page.title, page.sub, self._speech)
        self.projector.setText(page.projector)
        self.projector.setToolTip(page.projector_tip)
        self.side.show_page(page)
        self.seated.setText(page.seated)
        self.seats.setText(page.seats)
        for button, text in ((self.shuffle, page.shuffle), (self.names, page.names), (self.start, page.start)):
            button.setText(text)
        self.shuffle.setToolTip(page.shuffle_tip)
        self.shuffle.setVisible(page.may_shuffle)
        self.tables.show_tables(page.tables)
        self._on_holding(self.tables.holding)
        self.absent.setText(page.absent)
        self.absent.setVisible(bool(page.absent))
        self.foot.setText(page.foot)
        self.foot.set_icon(page.foot_icon, "caution" if page.missing else "positive")
        if self._names_sheet is not None:
            self._names_sheet.show_lobby(self._told, self._lobby, self._speech)
        self._say_news(self._questions.look_again())

    def focus_first(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # seats

    def _on_holding(self, spot: SpotPicture | None) -> None:
        self.hint.setText(holding(self._speech, spot) if spot else self._speech.say("lobby-move-hint"))
        movable = self._page is not None and any(each.movable for table in self._page.tables for each in table.spots)
        self.hint.setVisible(movable)

    def _on_moved(self, one: Spot, other: Spot) -> None:
        self.tell("")
        self.asked.emit(MoveSeat(*one, *other))

    def shuffle_tables(self) -> None:
        if self._page is not None and self._page.may_shuffle:
            self._unless(shuffle_question, self._shuffle, "lobby-nobody-sits")

    def _shuffle(self) -> None:
        if self._lobby is not None:
            self.tell("")
            for move in shuffled(self._lobby, lambda last: random.randint(0, last)):
                self.asked.emit(move)

    def open_names(self) -> None:
        from sandgame.ui.lobby_names import NamesSheet

        if self._told is None or self._lobby is None:
            return
        sheet = self._names_sheet = NamesSheet(self)
        sheet.used.connect(lambda names: self.asked.emit(ReserveSeats(names)))
        sheet.finished.connect(self._on_names_closed)
        sheet.show_lobby(self._told, self._lobby, self._speech)
        sheet.begin_with(tuple(seat.name for table in self._lobby.tables for seat in table.seats if seat.name))
        sheet.show_over()
        sheet.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_names_closed(self) -> None:
        sheet, self._names_sheet = self._names_sheet, None
        if sheet is not None:
            sheet.deleteLater()

    # week 1

    def begin(self) -> None:
        if self._page is not None:
            self._unless(start_question, self._start, "lobby-all-came")

    def _start(self) -> None:
        self.tell("")
        self.asked.emit(StartClass())

    def _unless(self, make: Callable[[Speech, LobbyPage], Question | None], do: Callable[[], None], past: str) -> None:
        """At once, or after the question was answered with it. It says how many there are now; once nothing is left to
        ask about it closes, and `past` says why: nothing is done unasked by who comes meanwhile."""

        def asked() -> Question | None:
            begun = self._lobby is None or self._lobby.state != "lobby"
            return None if begun or self._page is None else make(self._speech, self._page)

        question = asked()
        if question is None:
            do()
            return
        dialog = put(self, question, do)
        self._questions.add(dialog, lambda: asked() or False, lambda: self._speech.say(past))

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def on_look_changed(self) -> None:
        self._fit()

    def _fit(self) -> None:
        side = _SIDE if self.width() >= _WIDE_FROM else _SIDE_NARROW
        self.side.setFixedWidth(min(round(current_look().scaled(side)), max(_SIDE_NARROW, self.width() // 2 - 40)))
        self.side.set_low(self.height() < current_look().scaled(_LOW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_F9 or (control and enter):
            self.begin()
        else:
            super().keyPressEvent(event)
