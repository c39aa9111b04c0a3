"""A page in a window of its own, as the shell would lay it out; and what its person asks for."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from sandgame.paint.look import Look
from sandgame.rules.intents import Intent
from sandgame.ui.kit.theme import apply_look
from sandgame.ui.page import Page
from tests.kit.looks import settle

CENTRE, DOCK, HEIGHT = 758, 316, 648
Widget = TypeVar("Widget", bound=QWidget)


class Stage:
    """Holds one page; `asked` gathers its intents."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, page: Page, *, centre: int = CENTRE, look: Look | None = None):
        apply_look(qapp, look or Look(calm=True))
        self.page, self.asked = page, list[Intent]()
        page.intent_asked.connect(self.asked.append)
        self.window = QWidget()
        qtbot.addWidget(self.window, before_close_func=lambda _window: page.leave())
        across = QHBoxLayout(self.window)
        across.setContentsMargins(10, 10, 10, 10)
        across.setSpacing(10)
        across.addWidget(page.centre, 1)
        if page.dock is not None:
            page.dock.setFixedWidth(DOCK)
            across.addWidget(page.dock)
        self.window.resize(centre + DOCK + 30, HEIGHT + 20)
        self.window.show()
        settle()

    def found(self, kind: type[Widget], wanted: Callable[[Widget], bool] = lambda _widget: True) -> list[Widget]:
        return [each for each in self.window.findChildren(kind) if each.isVisible() and wanted(each)]

    def button(self, text: str) -> QAbstractButton:
        return self.found(QAbstractButton, lambda each: text in (each.text(), each.accessibleName()))[0]

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        settle()

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)
        settle()
