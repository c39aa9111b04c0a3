"""The console's line to the host: what goes out on it, and what is said while it is cut."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from sandgame.frames.class_wire import Asked
from sandgame.frames.classroom import WatchTable
from sandgame.frames.line import HostEnded, LineBack, LineLost
from sandgame.present.console_class import ClassSeen
from sandgame.ui.kit.toast import Toasts


class Wired(Protocol):
    """The screen, as its line needs it."""

    seen: ClassSeen
    asked: SignalInstance
    toasts: Toasts

    @property
    def table(self) -> int: ...


class ConsoleLine:
    def __init__(self, console: Wired) -> None:
        self._console = console
        self._trouble = ""
        self.online = True

    @property
    def trouble(self) -> str:
        """What is wrong with it or with the host, "" if nothing."""
        return self._console.seen.speech.say(self._trouble) if self._trouble else ""

    def send(self, frame: Asked) -> None:
        """Nothing queues up to go out by itself: what is asked while the line is cut is said to be unsent."""
        if self.online:
            self._console.asked.emit(frame)
        elif not isinstance(frame, WatchTable):
            self._console.toasts.say(self._console.seen.speech.say("line-unsent"), "wifi-off", "caution")

    def take(self, news: LineLost | LineBack | HostEnded) -> bool:
        """Whether it stood till now and is cut; what was asked on it is not answered any more."""
        console = self._console
        was, self.online = self.online, isinstance(news, LineBack)
        if isinstance(news, LineLost):
            self._trouble = "console-line-down"
        elif isinstance(news, HostEnded):
            self._trouble = "console-host-again" if news.again else "console-host-ended"
        else:
            self._trouble = ""
            if not was:
                console.toasts.say(console.seen.speech.say("console-line-back"), "wifi", "positive")
            if console.table:
                self.send(WatchTable(console.table))
        return was and not self.online
