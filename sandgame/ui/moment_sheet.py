"""A figure of the debrief, opened: the moments behind it, and what our scores can say and what not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.present.debrief_page import MomentLine, MomentPicture
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Divider, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.sheet import Sheet

LONGEST = 400
"""Letters of a note."""


class MomentSheet(Sheet):
    """Closes by Esc; shows one moment. With `note`, beside one's own evidence, something can be written to it."""

    wide = 680
    noted = Signal(str)

    def __init__(self, parent: QWidget, picture: MomentPicture, speech: Speech, note: str | None = None) -> None:
        super().__init__(parent)
        self.note: TextField | None = None
        say = speech.say
        self.show_title(say("debrief-moment-title"), say("game-close"))
        self.body.addWidget(Label(picture.title, "title", wraps=True))
        self.body.addWidget(Label(picture.line, "caption", "text_secondary", wraps=True, icon="list"))
        if note is not None:
            self._add_note(note, speech)
        self.body.addWidget(Divider())
        if picture.empty:
            self.body.addWidget(Label(picture.empty, "body", "text_secondary", wraps=True))
        for each in picture.rows:
            self._add(each)
        if picture.more:
            self.body.addWidget(Label(picture.more, "caption", "text_secondary", wraps=True))
        if picture.beside:
            self.body.addWidget(Divider())
            self.body.addWidget(Label(picture.beside_title, "label", "text_secondary", weight=700, wraps=True))
        for each in picture.beside:
            self._add(each)
        self.body.addStretch(1)

    def _add(self, line: MomentLine) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        who = row(gap=4)
        who.addWidget(BadgeWidget(line.provider, 22))
        who.addWidget(BadgeWidget(line.customer, 22))
        who.addStretch(1)
        grid.addWidget(Label(line.week, "label", weight=700), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(who, 1, 0)
        grid.addWidget(Label(line.text, "body", wraps=True), 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(line.log, "caption", "text_tertiary"), 0, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(grid)

    def _add_note(self, note: str, speech: Speech) -> None:
        field = self.note = TextField(speech.say("debrief-note-field"), longest=LONGEST)
        field.edit.setText(note)
        self.keep = SecondaryButton(speech.say("debrief-note-keep"), "save", size="small")
        foot = row(gap=10)
        line = Label(speech.say("debrief-note-private"), "caption", "text_secondary", wraps=True, icon="lock")
        foot.addWidget(line, 1)
        foot.addWidget(self.keep)
        self.body.addWidget(field)
        self.body.addLayout(foot)
        self.keep.clicked.connect(self._on_keep)
        field.edit.returnPressed.connect(self._on_keep)

    def _on_keep(self) -> None:
        if self.note is not None:
            self.noted.emit(self.note.text().strip())
        self.accept()


_CAN = ("fact", "bots", "company")
_CANNOT = ("person", "rank", "future", "work")
_HOW = ("margin", "length", "few", "missing", "bot")


class ScoresSheet(Sheet):
    """What our scores can and cannot say."""

    wide = 680

    def __init__(self, parent: QWidget, speech: Speech) -> None:
        super().__init__(parent)
        say = speech.say
        self.show_title(say("debrief-scores-title"), say("game-close"))
        self.body.addWidget(Label(say("debrief-scores-can"), "title", "positive", icon="circle-check"))
        for key in _CAN:
            self.body.addWidget(Label(say(f"debrief-scores-can-{key}"), "body", wraps=True))
        self.body.addWidget(Divider())
        self.body.addWidget(Label(say("debrief-scores-cannot"), "title", "negative", icon="circle-x"))
        for key in _CANNOT:
            self.body.addWidget(Label(say(f"debrief-scores-cannot-{key}"), "body", wraps=True))
        self.body.addWidget(Divider())
        self.body.addWidget(Label(say("debrief-scores-how"), "title", icon="info"))
        for key in _HOW:
            self.body.addWidget(Label(say(f"debrief-scores-how-{key}"), "body", wraps=True))
        for which in ("t4", "t5", "c3", "i2", "g2"):
            self.body.addWidget(Label(say(f"score-without-{which}"), "caption", "text_secondary", wraps=True))
        self.body.addStretch(1)
