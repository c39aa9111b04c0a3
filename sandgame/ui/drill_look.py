"""Through the eyes of a seat: its own page, as its people see it, and nothing that can be done there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sandgame.frames.seat import Seated, ViewChanged
from sandgame.present.console_class import ClassSeen
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Icon, Label

if TYPE_CHECKING:
    from sandgame.ui.shell import ShellScreen


class LookPage(QWidget):
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: ClassSeen | None = None
        self._at: tuple[int, SeatId] = (0, SeatId(0))
        self.shell: ShellScreen | None = None
        self._head = Card(ground="ask", corner=0)
        self._badge = BadgeWidget(None, 24)
        self._title = Label("", "label", weight=700)
        self._line = Label("", "body", "text_secondary")
        self.back = SecondaryButton("", "arrow-left", size="small")
        across = row(self._head, margins=(12, 6, 12, 6), gap=10)
        across.addWidget(self.back)
        across.addWidget(Icon("eye", 16))
        across.addWidget(self._badge)
        across.addWidget(self._title)
        across.addWidget(self._line)
        across.addStretch(1)
        self._needs = Label("", "body", weight=700, icon="inbox")
        self._needs.hide()
        across.addWidget(self._needs)
        self._column = column(self, margins=(0, 0, 0, 0), gap=0)
        self._column.addWidget(self._head)
        self._room = QWidget()
        self._column.addWidget(self._room, 1)
        self.back.clicked.connect(self.left)

    def open_look(self, seen: ClassSeen, table: int, seat: SeatId) -> None:
        self.close_look()
        self._seen, self._at = seen, (table, seat)
        self._show_words()

    def _show_words(self) -> None:
        if self._seen is None or not self._at[0]:
            return
        table, seat = self._at
        say = self._seen.speech.say
        self._badge.set_picture(self._seen.badge(seat))
        self._title.setText(say("drill-look-title", table=table, department=self._seen.name(seat)))
        self._line.setText(say("drill-look-line"))
        self.back.setText(say("drill-look-back"))

    def show_needs(self, text: str) -> None:
        """What waits meanwhile at the tables, in words."""
        self._needs.setText(text)
        self._needs.setVisible(bool(text))

    def take(self, frame: Seated | ViewChanged) -> None:
        """Only of the seat that is looked at; what comes after the look is over is for nobody."""
        if self._seen is None or frame.seat != self._at[1]:
            return
        if isinstance(frame, Seated) and self.shell is None:
            self.shell = self._make_shell(self._seen.speech, self._at[0])
            self._room.hide()
            self._column.addWidget(self.shell, 1)
            self.shell.show()
        if self.shell is not None:
            self.shell.take(frame)

    def _make_shell(self, speech: Speech, table: int) -> ShellScreen:
        from sandgame.ui.class_round import ClassRound
        from sandgame.ui.shell import ShellScreen

        of_class = ClassRound(speech, table, self)
        of_class.watching, of_class.marks = True, False
        shell = ShellScreen(speech, lambda _intent: "", coach=False, in_class=of_class)
        # line and menu are the console's own
        shell.top.link.hide()
        shell.top.menu.hide()
        return shell

    def in_language(self, speech: Speech) -> None:
        if self._seen is not None:
            self._seen = self._seen.in_language(speech)
            self._show_words()
        if self.shell is not None:
            self.shell.in_language(speech)

    def close_look(self) -> None:
        self._seen, self._at = None, (0, SeatId(0))
        shell, self.shell = self.shell, None
        if shell is not None:
            shell.stop()
            self._column.removeWidget(shell)
            shell.hide()
            shell.deleteLater()
        self._room.show()
