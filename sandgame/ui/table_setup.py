"""One laptop a table: who sits round it, a PIN for who wants one, how many weeks, how long a seat has."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sandgame.frames.lobby import Colleagues
from sandgame.present.table_setup import PIN_SIGNS, HolderRow, TableChoice, TableSetupPage, table_setup_page
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows
from sandgame.ui.setup_parts import QuestionCard, SetupPanel, SetupScreen

_PANEL = (420, 368)
"""The width of the panel in a wide window, and in others."""
_PIN = 84


class HolderLine(Card):
    """One seat: badge, name, its PIN, and who holds it."""

    switched = Signal(int)
    pin_typed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(ground="subtle", corner=8)
        self._seat = 0
        self.badge = BadgeWidget(side=26)
        self.name = Label("", "label", weight=700)
        self.pin = QLineEdit()
        self.pin.setMaxLength(PIN_SIGNS)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        set_ring(self.pin, corner=7)
        self.holder = SecondaryButton(size="small")
        self.holder.setCheckable(True)
        across = row(self, margins=(9, 2, 7, 2), gap=7)
        across.addWidget(self.badge)
        across.addWidget(self.name)
        across.addStretch(1)
        across.addWidget(self.pin)
        across.addWidget(self.holder)
        self.pin.textEdited.connect(lambda text: self.pin_typed.emit(self._seat, text))
        self.holder.clicked.connect(lambda: self.switched.emit(self._seat))

    @property
    def seat(self) -> int:
        return self._seat

    def show_holder(self, picture: HolderRow) -> None:
        self._seat = picture.seat
        self.badge.set_picture(picture.badge)
        self.name.setText(picture.name)
        self.pin.setVisible(picture.person)
        self.pin.setFixedWidth(round(current_look().scaled(_PIN)))
        self.pin.setPlaceholderText(picture.pin_hint)
        self.pin.setToolTip(picture.pin_tip)
        self.pin.setAccessibleName(picture.pin_tip)
        if self.pin.text() != picture.pin:
            self.pin.setText(picture.pin)
        self.pin.setProperty("fault", picture.bad)
        self.pin.style().unpolish(self.pin)
        self.pin.style().polish(self.pin)
        self.holder.setText(picture.person_text if picture.person else picture.bot_text)
        self.holder.set_icon("users" if picture.person else "bot")
        self.holder.setChecked(picture.person)
        self.holder.setAccessibleName(f"{picture.name} {self.holder.text()}")


class TableSetupScreen(SetupScreen):
    """Keeps the choice as it stands; `start_asked` carries it."""

    alone_asked = Signal(str, int)
    """Rather by oneself; the case, and how many weeks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_PANEL, parent)
        self._choice: TableChoice | None = None
        self._speech: Speech | None = None
        self._panel = SetupPanel()
        self._place(self._panel)
        self._board.island_asked.connect(self._switch_holder)
        self.ways, self.start_button = self._panel.ways, self._panel.start
        self.ways.index_changed.connect(self._on_way)
        self._who = Label("", "label", weight=700)
        self._pin_line = Label("", "caption", "text_secondary", wraps=True)
        self._fault = FaultLine()
        self._temper, self._length, self._seconds = QuestionCard(), QuestionCard(), QuestionCard()
        self.start_button.clicked.connect(self.start)
        self._lay_out()
        self._temper.chosen.connect(self._on_temper)
        self._length.chosen.connect(lambda value: self._change(length=int(value)))
        self._seconds.chosen.connect(lambda value: self._change(seconds=int(value)))

    def _lay_out(self) -> None:
        inside = self._panel.inside
        # what has few answers comes first: the list of departments may be scrolled, and stands on the sand too
        for widget in (self._length, self._seconds, self._who, self._fault):
            inside.addWidget(widget)
        self._rows: Rows[HolderRow, HolderLine] = Rows(self._seats(inside), self._made, HolderLine.show_holder)
        for widget in (self._pin_line, self._temper):
            inside.addWidget(widget)
        self._panel.lay_out()

    def _seats(self, inside: QVBoxLayout) -> QVBoxLayout:
        seats = QVBoxLayout()
        seats.setSpacing(4)
        inside.addLayout(seats)
        return seats

    def _made(self) -> HolderLine:
        line = HolderLine()
        line.switched.connect(self._switch_holder)
        line.pin_typed.connect(self._on_pin)
        return line

    @property
    def rows(self) -> list[HolderLine]:
        return self._rows.widgets

    def choice(self) -> TableChoice | None:
        return self._choice

    def show_choice(self, choice: TableChoice, speech: Speech) -> None:
        self._choice, self._speech = choice, speech
        page = table_setup_page(speech, choice)
        self._bar.show_texts(page.title, page.sub, speech)
        self._show_panel(page)
        self._show_board(page.board)

    def _show_panel(self, page: TableSetupPage) -> None:
        self.ways.set_options(page.ways)
        self.ways.set_index(1)
        self._who.setText(page.who)
        self._rows.fill(page.rows)
        self._pin_line.setText(page.pin_line)
        self._fault.set_fault(page.fault)
        for ways, question in ((self._temper, page.temper), (self._length, page.length), (self._seconds, page.seconds)):
            ways.show_question(question)
        self._panel.foot.setText(page.foot)
        self.start_button.setText(page.start)
        self.start_button.setEnabled(page.can_start)

    def in_language(self, speech: Speech) -> None:
        if self._choice is not None:
            self.show_choice(self._choice, speech)

    def focus_first(self) -> None:
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        if self._choice is not None and self._choice.can_start:
            self.start_asked.emit(self._choice)

    def _set(self, choice: TableChoice) -> None:
        if self._speech is not None:
            self.show_choice(choice, self._speech)

    def _change(self, **fields: int) -> None:
        if self._choice is not None:
            self._set(replace(self._choice, **fields))  # type: ignore[arg-type]

    def _switch_holder(self, seat: int) -> None:
        if self._choice is not None:
            self._set(self._choice.switching(SeatId(seat)))

    def _on_pin(self, seat: int, pin: str) -> None:
        if self._choice is not None:
            self._set(self._choice.with_pin(SeatId(seat), pin))

    def _on_temper(self, value: str) -> None:
        if self._choice is not None:
            self._set(replace(self._choice, colleagues=cast(Colleagues, value)))

    def _on_way(self, place: int) -> None:
        self.ways.set_index(1)
        if place == 0 and self._choice is not None:
            self.alone_asked.emit(self._choice.case.case, self._choice.length)
