"""Whom the console speaks to, and who has what was said last: beside the line for it, or over an open table."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from sandgame.present.console_class import ClassSeen
from sandgame.present.console_deck import Receiver
from sandgame.present.console_receipt import ReceiptPicture
from sandgame.ui.console_page import ConsolePage
from sandgame.ui.kit.toast import Toasts

_MISSING_MS = 3000
"""By then words have come to every laptop that is there."""


class Speaker(Protocol):
    """The screen, as its line to the class needs it."""

    seen: ClassSeen
    all: ConsolePage
    toasts: Toasts

    @property
    def page(self) -> QWidget: ...

    @property
    def table(self) -> int: ...

    @property
    def online(self) -> bool: ...


class Talk(QObject):
    def __init__(self, console: Speaker) -> None:
        super().__init__(console.page)
        self._console = console
        self._to = Receiver()
        self._calls = set[Receiver]()
        """Seats that called and were answered."""
        self._missing = QTimer(self)
        self._missing.setSingleShot(True)
        self._missing.setInterval(_MISSING_MS)
        self._missing.timeout.connect(self._toast)

    @property
    def to(self) -> Receiver:
        return self._to

    def show(self) -> None:
        self._console.all.show_say(self._console.seen, self._to, online=self._console.online)

    def say_to(self, to: Receiver) -> None:
        self._to = to
        self.show()
        self._console.all.say.focus()

    def keep_to(self, to: Receiver) -> None:
        """A call was answered: what is said next goes there too, until somebody else is chosen."""
        self._calls.add(to)
        self._to = to
        self.show()

    def clear(self, text: str) -> None:
        """What was said to one table is said: the next words are for the whole class again, but to who called."""
        if self._console.all.say.clear(text):
            if self._to not in self._calls:
                self._to = Receiver()
            self.show()

    def show_receipt(self, picture: ReceiptPicture) -> None:
        self._console.all.say.show_receipt(picture)
        self._missing.stop()
        if picture.state == "coming":
            self._missing.start()
        elif picture.state != "sending":
            self._toast()

    def _toast(self) -> None:
        """With a table open the line to all is out of sight; who has no words yet is said when they should have."""
        picture = self._console.all.say.picture
        if self._console.table and picture is not None:
            there = picture.state == "there"
            icon = "check" if there else "loader"
            self._console.toasts.say(picture.text, icon, "positive" if there else "plain")

    def forget_receipt(self) -> None:
        self.stop()
        self._console.all.say.show_receipt(None)

    def stop(self) -> None:
        """Before the screen goes."""
        self._missing.stop()
