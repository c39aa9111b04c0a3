"""The seat choice: the table with its departments on the sand, and the few things to settle before week 1."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sandgame.frames.lobby import Colleagues
from sandgame.present.seat_choice import EXTRAS, TEMPER_ICONS, Draw, Option, SeatChoice, SeatPage, seat_page
from sandgame.rules.ids import SeatId
from sandgame.rules.scenario import ExtraName
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, row, stacked
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.radio_card import RadioCard
from sandgame.ui.kit.switch import SwitchRow
from sandgame.ui.setup_parts import QuestionCard, SetupPanel, SetupScreen

_PANEL = (400, 352)
"""The width of the panel in a wide window, and in others."""


class SeatScreen(SetupScreen):
    """Keeps the choice as it stands; `start_asked` carries it when the person sits down."""

    table_asked = Signal(str, int)
    """Rather as one laptop a table; the case, and how many weeks."""
    coach_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_PANEL, parent)
        self._choice: SeatChoice | None = None
        self._speech: Speech | None = None
        self._panel = _Panel(self)
        self._place(self._panel)
        self._board.island_asked.connect(self._on_island)

    def choice(self) -> SeatChoice | None:
        return self._choice

    def show_choice(self, choice: SeatChoice, speech: Speech) -> None:
        self._choice, self._speech = choice, speech
        page = seat_page(speech, choice)
        self._bar.show_texts(page.title, page.sub, speech)
        self._show_board(page.board)
        self._panel.show_page(page)
        self._panel.show_ways(speech)

    def in_language(self, speech: Speech) -> None:
        if self._choice is not None:
            self.show_choice(self._choice, speech)

    def focus_first(self) -> None:
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._choice is not None:
            self._board.focus_spot(("island", self._choice.seat))

    def start(self) -> None:
        self.start_asked.emit(self._choice)

    def on_way(self, place: int) -> None:
        """The other way stays unchosen here: who comes back is by himself again."""
        self._panel.ways.set_index(0)
        if place == 1 and self._choice is not None:
            self.table_asked.emit(self._choice.case.case, self._choice.length)

    def change(self, choice: SeatChoice) -> None:
        if self._speech is not None:
            self.show_choice(choice, self._speech)

    def _on_island(self, number: int) -> None:
        if self._choice is not None:
            self.change(self._choice.sitting(SeatId(number)))

    def on_colleagues(self, value: str) -> None:
        if self._choice is not None:
            self.change(self._choice.among(cast(Colleagues, value)))

    def on_length(self, value: str) -> None:
        if self._choice is not None:
            self.change(self._choice.lasting(int(value)))

    def on_draw(self, value: str) -> None:
        if self._choice is not None:
            self.change(self._choice.drawing(cast(Draw, value)))

    def on_extra(self, extra: str, on: bool) -> None:
        if self._choice is not None:
            self.change(self._choice.with_extra(cast(ExtraName, extra), on=on))

    def set_coach(self, on: bool) -> None:
        """Whether the first week brings notes; kept for this computer, not for this game."""
        self._panel.coach.set_on(on)


class _Panel(SetupPanel):
    """The right panel: who am I, how are the others, how long, which orders; and sit down."""

    def __init__(self, screen: SeatScreen) -> None:
        super().__init__()
        self.ways.index_changed.connect(screen.on_way)
        self._who = _Who()
        self._role = Label(role="body", wraps=True)
        self._temper_title = Label(role="label", tone="text_secondary", weight=700)
        self._tempers = {value: RadioCard(icon=icon) for value, icon in TEMPER_ICONS.items()}
        for value, card in self._tempers.items():
            card.clicked.connect(lambda _on, value=value: screen.on_colleagues(value))
        self._length = QuestionCard()
        self._length.chosen.connect(screen.on_length)
        self._draw = QuestionCard()
        self._draw.chosen.connect(screen.on_draw)
        self._extras = {extra: _Choosable() for extra in EXTRAS}
        for extra, line in self._extras.items():
            line.switch.toggled.connect(lambda on, extra=extra: screen.on_extra(extra, on))
        self.coach = _Choosable()
        self.coach.switch.toggled.connect(screen.coach_changed)
        self.start.clicked.connect(screen.start)
        self._fill()
        self.lay_out(self._who)

    def _fill(self) -> None:
        inside = self.inside
        inside.addWidget(self._role)
        inside.addSpacing(4)
        inside.addWidget(self._temper_title)
        for card in self._tempers.values():
            inside.addWidget(card)
        inside.addSpacing(4)
        inside.addWidget(self._length)
        inside.addWidget(self._draw)
        for line in (*self._extras.values(), self.coach):
            inside.addWidget(line)

    def show_ways(self, speech: Speech) -> None:
        self.ways.set_options(((speech.say("table-setup-alone"), "user"), (speech.say("table-setup-table"), "laptop")))
        self.ways.set_index(0)

    def show_page(self, page: SeatPage) -> None:
        self._who.show_page(page)
        self._role.setText(page.role)
        self._temper_title.setText(page.temper.title)
        offered = {option.value for option in page.temper.options}
        for value, card in self._tempers.items():
            card.setVisible(value in offered)
        for option in page.temper.options:
            card = self._tempers[cast(Colleagues, option.value)]
            card.set_texts(option.title, option.line)
            card.setChecked(option.chosen)
        self._length.show_question(page.length)
        self._draw.show_question(page.draw)
        offered_extras = {option.value: option for option in page.extras}
        for extra, line in self._extras.items():
            line.setVisible(extra in offered_extras)
            if extra in offered_extras:
                line.show_option(offered_extras[extra])
                line.set_on(offered_extras[extra].chosen)
        self.coach.show_option(page.coach)
        self.foot.setText(page.foot)
        self.start.setText(page.start)


class _Who(Card):
    """The seat that is taken, in its department's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ground="soft", corner=9)
        self._badge = BadgeWidget(side=40)
        self._title = Label(role="heading", wraps=True)
        self._line = Label(role="body", tone="text_secondary", wraps=True)
        words = stacked(self._title, self._line, gap=2)
        across = row(self, margins=(16, 12, 16, 12), gap=12)
        across.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)

    def show_page(self, page: SeatPage) -> None:
        self.set_slot(page.badge.slot)
        self._badge.set_picture(page.badge)
        self._title.setText(page.me)
        self._line.setText(page.line)


class _Choosable(SwitchRow):
    """Something that can be had or left."""

    def show_option(self, option: Option) -> None:
        self.set_texts(option.title, option.line)

    def set_on(self, on: bool) -> None:
        """Without a signal."""
        self.switch.blockSignals(True)
        self.switch.setChecked(on)
        self.switch.blockSignals(False)
        self.switch.update()
