"""A figure of the debrief, opened: the moments behind it, and what our scores can say and what not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from sandgame.present.debrief_moment import Moment
from sandgame.present.debrief_page import MomentLine, MomentPicture
from sandgame.present.moment_board import MomentBoards
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import LinkButton, SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, row
from sandgame.ui.kit.fields import TextField
from sandgame.ui.kit.labels import Label
from sandgame.ui.moment_board import MomentBoardPanel
from sandgame.ui.sheet import Sheet

LONGEST = 400
"""Letters of a note."""
_WITH_BOARD = 1140


class MomentSheet(Sheet):
    """Closes by Esc; shows one moment. With `note`, beside one's own evidence, something can be written to it."""

    wide = 680
    noted = Signal(str)
    stepped = Signal(int)
    """The board is looked at after another number of the log."""

    def __init__(self, parent: QWidget, moment: Moment, speech: Speech, note: str | None = None) -> None:
        super().__init__(parent)
        self.note: TextField | None = None
        self.board: MomentBoardPanel | None = None
        self.rows: list[MomentRow] = []
        say, picture = speech.say, moment.words
        if moment.boards is not None:
            self._add_board(moment.boards, speech)
        self.show_title(say("debrief-moment-title"), say("game-close"))
        self.body.addWidget(Label(picture.title, "title", wraps=True))
        self.body.addWidget(Label(picture.line, "caption", "text_secondary", wraps=True, icon="list"))
        if note is not None:
            self._add_note(note, speech)
        self.body.addWidget(Divider())
        if picture.empty:
            self.body.addWidget(Label(picture.empty, "body", "text_secondary", wraps=True))
        for each in picture.rows:
            self._add(each, speech)
        if picture.more:
            self._add_more(picture, speech)
        if picture.beside:
            self.body.addWidget(Divider())
            self.body.addWidget(Label(picture.beside_title, "label", "text_secondary", weight=700, wraps=True))
        for each in picture.beside:
            self._add(each, speech)
        self._mark()
        self.body.addStretch(1)

    def _add_board(self, boards: MomentBoards, speech: Speech) -> None:
        panel = self.board = MomentBoardPanel(boards, speech)
        self.wide = _WITH_BOARD
        self.set_beside(panel)
        panel.stepped.connect(self._on_stepped)
        # whatever has the focus: between buttons the arrows would move it
        for key, button in ((Qt.Key.Key_Left, panel.last), (Qt.Key.Key_Right, panel.next)):
            QShortcut(QKeySequence(key), self, button.click)

    def _on_stepped(self, number: int) -> None:
        self._mark()
        self.stepped.emit(number)

    def _add(self, line: MomentLine, speech: Speech, place: int = -1) -> None:
        shown = MomentRow(line, speech.say("debrief-board-look") if self.board is not None else "")
        shown.looked.connect(self._on_looked)
        self.rows.append(shown)
        self.body.insertWidget(place, shown)

    def _add_more(self, picture: MomentPicture, speech: Speech) -> None:
        more = self.more = LinkButton(picture.more, "chevron-down", size="small")
        place = self.body.count()
        self.body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

        def show_rest() -> None:
            more.hide()
            for number, line in enumerate(picture.rest):
                self._add(line, speech, place + number)
            self._mark()
            self.rows[-1].setFocus()

        more.clicked.connect(show_rest)

    def _on_looked(self, number: int) -> None:
        if self.board is not None:
            self.board.show_step(number)
            self._on_stepped(self.board.shown.number)

    def _mark(self) -> None:
        """What happened at the step that the board shows."""
        number = self.board.shown.number if self.board is not None else 0
        for each in self.rows:
            each.mark(here=number in each.line.numbers)

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


class MomentRow(Card):
    """When, who and what; with the board beside it, its numbers lead to what lay there."""

    looked = Signal(int)

    def __init__(self, line: MomentLine, look: str) -> None:
        super().__init__(ground="none", corner=8)
        self.line = line
        self.here = False
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        who = row(gap=4)
        who.addWidget(BadgeWidget(line.provider, 22))
        who.addWidget(BadgeWidget(line.customer, 22))
        who.addStretch(1)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(line.week, "label", weight=700), 0, 0, top)
        grid.addLayout(who, 1, 0, top)
        grid.addWidget(Label(line.text, "body", wraps=True), 0, 1, 2, 1, top)
        if not look or not line.numbers:
            grid.addWidget(Label(line.log, "caption", "text_tertiary"), 0, 2, top)
            return
        self.look = LinkButton("", "eye", size="small")
        self.look.setToolTip(f"{look} · {line.log}")
        self.look.setAccessibleName(look)
        self.look.setAccessibleDescription(line.text)
        self.look.clicked.connect(lambda: self.looked.emit(line.at or line.numbers[-1]))
        grid.addWidget(self.look, 0, 2, 2, 1, top)

    def mark(self, *, here: bool) -> None:
        """It happened at the step that the board shows."""
        self.here = here
        self.set_ground("info" if here else "none")


def open_moment(parent: QWidget, moment: Moment, speech: Speech, note: str | None = None) -> MomentSheet:
    """Over what it was opened from; it goes when it is closed."""
    sheet = MomentSheet(parent, moment, speech, note)
    sheet.finished.connect(sheet.deleteLater)
    sheet.show_over()
    return sheet


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
            named = say("score-without", what=say(f"report-indicator-{which}"), why=say(f"score-without-{which}"))
            self.body.addWidget(Label(named, "caption", "text_secondary", wraps=True))
        self.body.addStretch(1)
