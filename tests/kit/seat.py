"""A seat at its shell, with the test in place of a host."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sandgame.frames.seat import Answered
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import Intent
from sandgame.rules.reason import Refusal
from sandgame.rules.sections import View
from sandgame.text.speech import Speech
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.page import Page
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import settle
from tests.kit.views import PRODUCTION, seated


class Seat:
    """A shell with its own answers in place of a host."""

    def __init__(self, qtbot: QtBot, view: View, pages: dict[Phase, Page] | None = None) -> None:
        self.asked: list[Intent] = []
        self.shell = ShellScreen(Speech("zh"), self.submit, pages=pages)
        qtbot.addWidget(self.shell, before_close_func=lambda _shell: self.shell.stop())
        self.shell.resize(1366, 768)
        self.shell.show()
        self.shell.activateWindow()
        self.take(view)

    def submit(self, intent: Intent) -> str:
        self.asked.append(intent)
        return f"intent-{len(self.asked)}"

    def take(self, view: View) -> None:
        self.shell.take(seated(view))
        settle()

    def answer(self, refusal: Refusal | None = None, *, stored: bool = True) -> None:
        self.shell.take(Answered(PRODUCTION, f"intent-{len(self.asked)}", refusal, stored))
        settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.shell, key, modifier)
        settle()

    def dialog(self) -> Dialog:
        shown = [each for each in self.shell.findChildren(Dialog) if each.isVisible()]
        return shown[0]

    @property
    def page(self) -> Page:
        page = self.shell.page
        assert page is not None
        return page


def at(view: View, phase: Phase, finished: tuple[SeatId, ...] = ()) -> View:
    return msgspec.structs.replace(view, table=msgspec.structs.replace(view.table, phase=phase, finished=finished))
