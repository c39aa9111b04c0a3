"""The name list as a sheet: pasted or read from a file, shown as it would be seated, reserved or dealt at random."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from sandgame.frames.classroom import LobbyTable, LobbyTold
from sandgame.frames.console import CaseTold
from sandgame.present.lobby import absent
from sandgame.present.lobby_names import Deal, deal, names_words, preview, roster_fault
from sandgame.report.roster import Person, RosterError, read_pasted, read_roster
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows
from sandgame.ui.sheet import Sheet

_FIELD = 132
Ask = Callable[[QWidget, str, str], str]


def ask_for_file(owner: QWidget, title: str, kinds: str) -> str:
    """The path of the file that was chosen, "" for none."""
    return QFileDialog.getOpenFileName(owner, title, "", kinds)[0]


class NamesSheet(Sheet):
    """Nothing is reserved before it is asked for."""

    wide = 620
    used = Signal(object)
    """The Reserved, all of them."""

    def __init__(self, parent: QWidget, ask: Ask = ask_for_file) -> None:
        super().__init__(parent)
        self._ask = ask
        self._speech: Speech | None = None
        self._told: CaseTold | None = None
        self._lobby: LobbyTold | None = None
        self._people: tuple[Person, ...] = ()
        self._filling = False
        self._line = Label(role="body", tone="text_secondary", wraps=True)
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        set_ring(self.field, corner=7)
        self.file = SecondaryButton("", "folder-open", size="small")
        self.clear = LinkButton("", "trash-2", size="small")
        self.fault = FaultLine()
        self.sum = Label(role="label", weight=700, wraps=True)
        self.excess = Label(role="body", tone="caution", wraps=True, icon="triangle-alert", weight=600)
        self.strange = Label(role="body", tone="text_secondary", wraps=True, icon="info")
        self.absent = Label(role="body", tone="text_secondary", wraps=True, icon="hourglass", icon_tone="info")
        self.seated = Card(ground="subtle", corner=8)
        lines = column(self.seated, margins=(12, 8, 12, 10), gap=4)
        self._rows: Rows[tuple[str, str], _Line] = Rows(lines, _Line, _Line.show_line)
        self.random = SecondaryButton("", "shuffle")
        self.use = PrimaryButton("", "check")
        self._lay_out()
        self.field.textChanged.connect(self._on_text)
        self.file.clicked.connect(self._on_file)
        self.clear.clicked.connect(self.field.clear)
        self.use.clicked.connect(lambda: self._finish(self._people))
        self.random.clicked.connect(lambda: self._finish(mixed(self._people)))

    def _lay_out(self) -> None:
        across = row(gap=8)
        across.addWidget(self.file)
        across.addStretch(1)
        across.addWidget(self.clear)
        foot = row(gap=8)
        foot.addStretch(1)
        foot.addWidget(self.random)
        foot.addWidget(self.use)
        self.body.addWidget(self._line)
        self.body.addWidget(self.field)
        self.body.addLayout(across)
        for widget in (self.fault, self.absent, self.sum, self.excess, self.strange, self.seated):
            self.body.addWidget(widget)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_lobby(self, told: CaseTold, lobby: LobbyTold, speech: Speech) -> None:
        """Also while it is open: somebody sits down meanwhile."""
        self._told, self._lobby, self._speech = told, lobby, speech
        words = names_words(speech)
        self.show_title(words.title, speech.say("game-close"))
        self._line.setText(words.line)
        self.field.setPlaceholderText(words.hint)
        self.field.setAccessibleName(words.hint)
        self.field.setFixedHeight(round(current_look().scaled(_FIELD)))
        self.file.setText(words.file)
        self.clear.setText(words.clear)
        self.use.setText(words.use)
        self.random.setText(words.random)
        self.random.setToolTip(words.random_line)
        self._show_deal()

    def begin_with(self, people: tuple[str, ...]) -> None:
        """Who is on the list already."""
        self.field.setPlainText("\n".join(people))

    def _on_text(self) -> None:
        if not self._filling:
            self._read(lambda: read_pasted(self.field.toPlainText()))

    def _on_file(self) -> None:
        if self._speech is None:
            return
        words = names_words(self._speech)
        path = self._ask(self, words.file, words.file_filter)
        if not path:
            return
        self._read(lambda: read_roster(Path(path)))
        if self._people:
            self._filling = True
            self.field.setPlainText(as_text(self._people))
            self._filling = False

    def _read(self, read: Callable[[], tuple[Person, ...]]) -> None:
        said = ""
        try:
            self._people = read()
        except RosterError as error:
            self._people = ()
            if self._speech is not None and (error.fault != "empty" or self.field.toPlainText().strip()):
                said = roster_fault(self._speech, error.fault.value, error.line, error.found)
        self.fault.set_fault(said)
        self._show_deal()

    def _dealt(self, people: tuple[Person, ...]) -> Deal | None:
        if self._told is None or self._lobby is None:
            return None
        return deal(people, self._told, self._lobby)

    def _show_deal(self) -> None:
        dealt = self._dealt(self._people)
        if dealt is None or self._speech is None or self._told is None:
            return
        shown = preview(self._speech, self._told, dealt, len(self._people))
        some, named = bool(self._people), any(seat.name for table in self._tables() for seat in table.seats)
        for label, text in ((self.sum, shown.sum if some else ""), (self.excess, shown.over),
                            (self.strange, shown.strange), (self.absent, self._absent())):  # fmt: skip
            label.setText(text)
            label.setVisible(bool(text))
        self._rows.fill(shown.lines if some else ())
        self.seated.setVisible(some)
        empty = not self.field.toPlainText().strip()
        self.use.setEnabled(some or (named and empty))
        self.random.setEnabled(some)
        self.clear.setVisible(not empty)
        self.body.activate()
        self.place()

    def _absent(self) -> str:
        assert self._speech is not None
        return absent(self._speech, self._lobby) if self._lobby is not None else ""

    def _tables(self) -> tuple[LobbyTable, ...]:
        return self._lobby.tables if self._lobby is not None else ()

    def _finish(self, people: tuple[Person, ...]) -> None:
        dealt = self._dealt(people)
        if dealt is not None:
            self.used.emit(dealt.names)
            self.accept()


def mixed(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """In any order, without wishes."""
    names = [Person(person.name) for person in people]
    random.shuffle(names)
    return tuple(names)


def as_text(people: tuple[Person, ...]) -> str:
    """As it would be pasted; where anybody has a wish, all lines have its columns."""
    if not any(person.table or person.department for person in people):
        return "\n".join(person.name for person in people)
    return "\n".join(f"{person.name}, {person.table or ''}, {person.department}" for person in people)


class _Line(QWidget):
    """A table, and who is meant for it."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label(role="body", weight=700)
        self._who = Label(role="body", wraps=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._title)
        inside.addWidget(self._who)

    def show_line(self, line: tuple[str, str]) -> None:
        self._title.setText(line[0])
        self._who.setText(line[1])
