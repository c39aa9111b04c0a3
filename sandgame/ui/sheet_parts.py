"""Parts of an open sheet: its head, what its answers would need of my hours, and restating the need."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sandgame.present.answering import LoadPicture, RestatePicture, SheetPicture
from sandgame.present.shell import NOBODY
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag, TurnPips
from sandgame.ui.rows import drop


class SheetHead(QWidget):
    """Who asks whom, whose turn it is, how it was said and how clearly, who has spoken."""

    def __init__(self) -> None:
        super().__init__()
        head = column(self, margins=(12, 9, 12, 9), gap=6)
        upper = row(gap=6)
        self.customer, self.provider = BadgeWidget(NOBODY, 22), BadgeWidget(NOBODY, 22)
        self.arrow = Label("", "caption", "text_secondary", icon="arrow-right")
        self.title = Label("", "label", weight=700)
        self.turn = Tag()
        for widget in (self.customer, self.arrow, self.provider, self.title):
            upper.addWidget(widget)
        upper.addStretch(1)
        upper.addWidget(self.turn)
        lower = row(gap=8)
        self.channel = Label("", "caption", "text_secondary", icon="mail")
        self.clarity = Label("", "caption", "text_secondary")
        self.meter = Meter(thick=8)
        self.meter.setFixedWidth(46)
        self.pips = TurnPips()
        for part in (self.channel, self.clarity, self.meter):
            lower.addWidget(part)
        lower.addStretch(1)
        turns = row(gap=8)
        self.ends = Label("", "caption", "text_secondary")
        turns.addWidget(self.ends)
        turns.addStretch(1)
        turns.addWidget(self.pips)
        for line in (upper, turns, lower):
            head.addLayout(line)

    def show_sheet(self, picture: SheetPicture) -> None:
        self.customer.set_picture(picture.customer)
        self.provider.set_picture(picture.provider)
        self.title.setText(picture.title)
        self.ends.setText(picture.ends)
        self.turn.set_tag(picture.turn, picture.turn_tone)
        self.turn.setToolTip(picture.pips_tip)
        self.channel.setText(picture.channel)
        self.channel.set_icon(picture.channel_icon)
        self.clarity.setText(picture.clarity_text)
        self.clarity.setToolTip(picture.clarity_tip)
        self.meter.set_value(picture.clarity)
        self.meter.setToolTip(picture.clarity_tip)
        self.pips.set_pips(picture.pips, picture.pips_tip)
        self.pips.setVisible(bool(picture.pips))
        self.pips.setToolTip(picture.pips_tip)


class LoadBar(QWidget):
    """A week: hours that the answers need, hours still free."""

    def __init__(self) -> None:
        super().__init__()
        layout = column(self, margins=(0, 0, 0, 0), gap=2)
        head = row(gap=6)
        self.week = Label("", "caption", "text_secondary")
        self.text = Label("", "caption", weight=700)
        self.short = Label("", "caption", "caution", weight=600)
        self.bar = Meter(thick=8, framed=True)
        head.addWidget(self.week)
        head.addStretch(1)
        head.addWidget(self.text)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.short)

    def show_load(self, load: LoadPicture) -> None:
        self.week.setText(load.week)
        self.text.setText(load.text)
        self.text.set_tone("caution" if load.short else "text")
        self.short.setText(load.short)
        self.short.setVisible(bool(load.short))
        self.bar.set_value(load.needed, max(load.free, load.needed, 1), tone="caution" if load.short else "primary")
        self.setAccessibleName(f"{load.week} {load.text} {load.short}")


class LoadGrid(QWidget):
    """Two weeks a row, so that the figures have room."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(5)
        self.bars: list[LoadBar] = []

    def show_loads(self, loads: tuple[LoadPicture, ...]) -> None:
        while len(self.bars) > len(loads):
            drop(self.bars.pop())
        while len(self.bars) < len(loads):
            at = len(self.bars)
            bar = LoadBar()
            self.bars.append(bar)
            self._grid.addWidget(bar, at // 2, at % 2)
            bar.show()
        for bar, load in zip(self.bars, loads, strict=True):
            bar.show_load(load)
        self.setVisible(bool(loads))


class RestateCard(Card):
    """Saying a need in one's own words, or confirming it: one line to write, one or two buttons."""

    said = Signal(str)
    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="info", corner=8)
        layout = column(self, margins=(11, 8, 11, 8), gap=6)
        self.text = Label("", "caption", wraps=True, icon="repeat-2")
        self.quote = Label("", "body", weight=600, wraps=True)
        self.edit = QLineEdit()
        self.edit.setMaxLength(200)
        buttons = row(gap=8)
        self.yes = PrimaryButton(size="small")
        self.no = SecondaryButton(size="small")
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        for widget in (self.text, self.quote, self.edit):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._mode = ""
        self._correcting = False
        self._sheet = 0
        self._texts: dict[str, str] = {}
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.edit.returnPressed.connect(self._on_yes)

    def show_restate(self, sheet: int, picture: RestatePicture, speech: Speech) -> None:
        say = speech.say
        if (sheet, picture.mode) != (self._sheet, self._mode):
            self._correcting = False
            self.edit.setText(picture.draft)
            self.edit.setCursorPosition(0)
        self._sheet, self._mode = sheet, picture.mode
        self._texts = {
            "say": say("negotiate-restate-send"),
            "confirm": picture.button,
            "no": say("negotiate-restated-no"),
            "correct": say("negotiate-restated-correct"),
        }
        self.text.setText(picture.text)
        self.quote.setText(picture.quote)
        self.quote.setVisible(bool(picture.quote))
        self.edit.setPlaceholderText(say("negotiate-restated-hint") if picture.mode == "confirm" else "")
        self.edit.setAccessibleName(picture.text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        writing = self._mode == "say" or self._correcting
        self.edit.setVisible(writing)
        self.yes.setVisible(self._mode in ("say", "confirm"))
        self.yes.setText(self._texts["correct" if self._correcting else self._mode] if self._mode != "done" else "")
        self.no.setVisible(self._mode == "confirm" and not self._correcting)
        self.no.setText(self._texts["no"])

    def _on_yes(self) -> None:
        if self._mode == "say":
            self.said.emit(self.edit.text().strip())
        else:
            self.confirmed.emit(self.edit.text().strip() if self._correcting else "")

    def _on_no(self) -> None:
        self._correcting = True
        self.edit.clear()
        self._show_buttons()
        self.edit.setFocus()
