"""Whether one's table may be put on the big screen: asked quietly beside the pages, taken back at any time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sandgame.frames.debrief import GatheredTold
from sandgame.text.numbers import parts
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import ButtonSize, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label


class ShowAsk(Card):
    """What was said here nobody else is told; after a return the host tells it this laptop again."""

    said = Signal(bool)

    def __init__(self, speech: Speech, size: ButtonSize = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._said: bool | None = None
        self.title = Label(role="label", weight=700, wraps=True)
        self.line = Label(role="caption", tone="text_secondary", wraps=True)
        self.yes, self.no = SecondaryButton("", "check", size=size), SecondaryButton("", "undo-2", size=size)
        lines = column(self, margins=(12, 8, 12, 10), gap=4)
        across = row(gap=8)
        across.addWidget(self.yes)
        across.addWidget(self.no)
        across.addStretch(1)
        for widget in (self.title, self.line):
            lines.addWidget(widget)
        lines.addLayout(across)
        self.yes.clicked.connect(lambda: self._say(agrees=True))
        self.no.clicked.connect(lambda: self._say(agrees=False))

    def show_told(self, told: GatheredTold | None, speech: Speech) -> None:
        say = speech.say
        self.title.setText(say("debrief-show"))
        self.yes.setText(say("debrief-show-yes"))
        self._speech = speech
        self._show_buttons()
        self.line.setText(self._line(told, speech))

    def _line(self, told: GatheredTold | None, speech: Speech) -> str:
        say = speech.say
        if self._said is False:
            return say("debrief-show-said-not")
        away = say("debrief-show-away", count=told.away) if told is not None and told.away else ""
        line = say("debrief-show-line")
        if self._said and told is not None:
            done = parts(told.shows, told.seats - told.away)
            line = say("debrief-show-all") if told.agreed else say("debrief-show-said", done=done)
        return f"{line} {away}".strip() if speech.language == "en" else line + away

    def say_again(self, said: bool | None) -> None:
        """What the host kept of this laptop; what was said here since is newer."""
        if self._said is None:
            self._said = said

    def _show_buttons(self) -> None:
        self.no.setText(self._speech.say("debrief-show-no" if self._said else "debrief-show-not"))
        self.no.set_icon("undo-2" if self._said else "x")
        self.yes.setVisible(self._said is not True)
        self.no.setVisible(self._said is not False)

    def _say(self, *, agrees: bool) -> None:
        held = (self.yes if agrees else self.no).hasFocus()
        self._said = agrees
        self.said.emit(agrees)
        self._show_buttons()
        if held:
            (self.no if agrees else self.yes).setFocus()
