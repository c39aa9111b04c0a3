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
    """What this laptop said is known here alone; after a return it is asked again."""

    said = Signal(bool)

    def __init__(self, size: ButtonSize = "small", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agrees = False
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
        self.no.setText(say("debrief-show-no"))
        line = say("debrief-show-line")
        if self._agrees and told is not None:
            line = say("debrief-show-all") if told.agreed else say(
                "debrief-show-said", done=parts(told.shows, told.seats))  # fmt: skip
        self.line.setText(line)
        self.yes.setVisible(not self._agrees)
        self.no.setVisible(self._agrees)

    def _say(self, *, agrees: bool) -> None:
        held = (self.yes if agrees else self.no).hasFocus()
        self._agrees = agrees
        self.said.emit(agrees)
        self.yes.setVisible(not agrees)
        self.no.setVisible(agrees)
        if held:
            (self.no if agrees else self.yes).setFocus()
