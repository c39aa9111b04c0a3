"""The window of a trainee in a class, with the far end of the line in the test's hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.frames.class_wire import Told
from sandgame.frames.classroom import ClockTold, TakeSeat
from sandgame.frames.line import LineNews
from sandgame.frames.seat import Seated
from sandgame.text.speech import Language
from sandgame.ui.attend import Attending
from sandgame.ui.join import JoinScreen
from sandgame.ui.screens import Screens
from sandgame.ui.seat_list import SeatListScreen
from sandgame.ui.shell import ShellScreen
from tests.kit.factory_week import PRODUCTION, busy
from tests.kit.lesson import CODE, FakeLessons, given, held_seat, lobby, welcome
from tests.kit.looks import settle
from tests.kit.windows import open_window, shipped_play

SIZES = ((1366, 768, 100), (1092, 614, 100), (960, 540, 100), (1366, 768, 130))


class Class:
    """The window of a trainee; `tell` is the host, or the line."""

    def __init__(
        self, qtbot: QtBot, qapp: QApplication, folder: Path, language: Language = "zh", *, held: bool = False
    ) -> None:
        self._qtbot = qtbot
        self.lessons = FakeLessons(held_seat() if held else None)
        self.window: Screens = open_window(
            qtbot, qapp, folder, shipped_play, language, open_lessons=lambda: self.lessons
        )

    @contextmanager
    def sized(self, width: int, height: int, percent: int) -> Iterator[None]:
        """The window at this size, its texts at so many percent; the next window has the plain ones again."""
        self._texts(percent)
        self.window.window().resize(width, height)
        try:
            yield
        finally:
            self._texts(100)

    def _texts(self, percent: int) -> None:
        self.window.preferences.set_text_percent(percent)
        self.window.show_look()

    @property
    def way(self) -> Attending:
        assert self.window.classes is not None
        assert self.window.classes.attending is not None
        return self.window.classes.attending

    @property
    def shell(self) -> ShellScreen:
        assert self.way.play.shell is not None
        return self.way.play.shell

    def tell(self, *frames: Told | LineNews) -> None:
        self._qtbot.waitUntil(lambda: bool(self.lessons.rooms) and self.lessons.room.listener is not None)
        self.lessons.room.tell(*frames)
        settle()

    def asked(self, kind: type) -> list[object]:
        return [frame for frame in self.lessons.room.asked if isinstance(frame, kind)]

    def join(self) -> JoinScreen:
        """As far as the code, which is being tried."""
        assert self.window.classes is not None
        before = len(self.lessons.rooms)
        self.window.classes.join(CODE)
        self._qtbot.waitUntil(lambda: len(self.lessons.rooms) > before)
        assert self.way.pages.join is not None
        return self.way.pages.join

    def to_seats(self, *, whole: bool = False, state: str = "lobby") -> SeatListScreen:
        self.join()
        self.tell(welcome(whole=whole), lobby((1, 1), (1, 2), state=state))
        assert self.way.pages.seats is not None
        return self.way.pages.seats

    def sit(self, seat: int = PRODUCTION, state: str = "lobby") -> None:
        """At table 3, and with the notice read."""
        seats = self.to_seats(state=state)
        tile = next(each for each in seats.tiles if each.picture is not None and each.picture.spot == (3, seat))
        tile.click()
        seats.sit()
        assert self.way.pages.notice is not None
        self.way.pages.notice.go.click()
        self._qtbot.waitUntil(lambda: bool(self.asked(TakeSeat)))
        self.tell(given(3, seat))

    def play(self, frame: Seated | None = None, seconds: float | None = 198.0) -> Seated:
        self.sit()
        seated = frame or busy("negotiate")
        self.tell(lobby((3, PRODUCTION), state="playing"), seated)
        table = seated.view.table
        self.tell(ClockTold(3, table.round, table.phase, seconds, running=True))
        return seated

    def clock(self) -> str:
        return self.shell.top.steps.accessibleName()
