"""The seats of a class: every table with its departments, the chosen one at the right, and sit down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.present.class_seats import Choosing, SeatTilePicture, TablePicture, seat_list
from sandgame.present.join import Trouble
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import EmptyState, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.screen_bar import ScreenBar
from sandgame.ui.scroller import Scroller
from sandgame.ui.seat_panel import SeatPanel
from sandgame.ui.seat_tables import SeatTile, TableCard

_PANEL, _PANEL_NARROW, _WIDE_FROM = 400, 330, 1200


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
        self._panel = self._make_panel()
        inner = QWidget()
        lines = column(inner, margins=(2, 2, 6, 6), gap=10)
        tables = QVBoxLayout()
        tables.setSpacing(10)
        self._tables: Rows[TablePicture, TableCard] = Rows(tables, self._make_table, TableCard.show_table)
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

    def _make_panel(self) -> SeatPanel:
        made = SeatPanel(self)
        made.people.index_changed.connect(self.on_people)
        made.anywhere.clicked.connect(self.on_anywhere)
        made.seat_code.clicked.connect(self.seat_code_asked)
        made.go.clicked.connect(self.sit)
        return made

    def _make_table(self) -> TableCard:
        made = TableCard()
        made.chosen.connect(self.on_seat)
        return made

    @property
    def choice(self) -> Choosing | None:
        return self._choice

    @property
    def tiles(self) -> list[SeatTile]:
        return [tile for table in self._tables.widgets for tile in table.seats.tiles]

    @property
    def panel(self) -> SeatPanel:
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

    def on_seat(self, seat: SeatTilePicture) -> None:
        if self._choice is not None:
            self.say(None)
            self._change(self._choice.on(*seat.spot))

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
