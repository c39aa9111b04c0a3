"""The Negotiate page on its stage, with a view to begin with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sandgame.present.scene import Scene
from sandgame.rules.ids import SeatId
from sandgame.rules.sections import View
from sandgame.text.speech import Speech
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.negotiate import NegotiatePage
from tests.kit.looks import settle
from tests.kit.views import seated
from tests.ui.stage import Stage


class Negotiation(Stage):
    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.sheet = NegotiatePage()
        super().__init__(qtbot, qapp, self.sheet)
        self.window.activateWindow()

    def see(self, view: View, *people: SeatId) -> None:
        """`people` are the other seats that persons sit on."""
        self.sheet.show(Scene.of(seated(view, *people), Speech("zh")))
        settle()

    def key(self, key: Qt.Key, *, shift: bool = False) -> bool:
        used = self.sheet.key(key, shift)
        settle()
        return used

    def answer_question(self, answer: str) -> None:
        dialog = next(each for each in self.window.findChildren(Dialog) if each.isVisible())
        dialog.button(answer).click()
        settle()
