"""Somebody who plays with the keyboard alone: presses keys where the focus is, and reads where it has come to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.page import Page
from sandgame.ui.shell import ShellScreen
from tests.kit.looks import settle
from tests.kit.neighbours import Neighbours

Key, Mod = Qt.Key, Qt.KeyboardModifier
_FAR = 150
"""Nothing on a page is further away than so many presses of Tab."""


class Fingers:
    """`pressed` counts the keys."""

    def __init__(self, shell: ShellScreen, table: Neighbours) -> None:
        self.shell, self.table, self.pressed = shell, table, 0
        self.listen()

    @property
    def page(self) -> Page:
        assert self.shell.page is not None
        return self.shell.page

    @property
    def phase(self) -> tuple[int, str]:
        return self.table.view.table.round, self.table.view.table.phase

    def listen(self) -> None:
        """Takes in what the host has said."""
        settle()
        while self.table.frames:
            self.shell.take(self.table.frames.pop(0))
            settle()

    def focus(self) -> QWidget:
        """What the next key goes to: never nothing, never something hidden, always with a name."""
        at = QApplication.focusWidget()
        assert at is not None, f"after {self.pressed} keys nothing has the focus"
        assert at.isVisible(), f"{at} is hidden"
        return at

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifier)
            self.pressed += 1
            self.listen()

    def tab_to(self, wanted: Callable[[QWidget], bool]) -> QWidget:
        """On with Tab until the focus is there."""
        for _ in range(_FAR):
            if wanted(self.focus()):
                return self.focus()
            self.press(Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def press_button(self, button: QAbstractButton) -> None:
        self.tab_to(lambda at: at is button)
        self.press(Key.Key_Space)

    def dialog(self) -> Dialog | None:
        return next((each for each in self.shell.findChildren(Dialog) if each.isVisible()), None)

    def confirm(self) -> None:
        """Says yes to what is asked, if anything is."""
        asked = self.dialog()
        if asked is None:
            return
        for _ in range(5):
            if QApplication.focusWidget() is asked.button("go"):
                break
            self.press(Key.Key_Tab)
        self.press(Key.Key_Return)

    def primary(self) -> None:
        self.press(Key.Key_F9)
        self.confirm()
