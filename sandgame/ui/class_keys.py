"""The keys of a class that no single page owns: those of the big screen, those it passes on, and those nobody took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from sandgame.ui.projector import Projector

if TYPE_CHECKING:
    from sandgame.ui.console import ConsoleScreen
    from sandgame.ui.presenter import PresenterScreen

_TURNS = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F9)
_DIGITS = tuple(getattr(Qt.Key, f"Key_{number}") for number in range(1, 10))


class Keyed(Protocol):
    """The class, as its keys need it."""

    console: ConsoleScreen | None

    @property
    def presenter(self) -> PresenterScreen | None: ...

    @property
    def founded(self) -> bool: ...


class ClassKeys(QObject):
    """Sees every key that comes to the stack, and all that the big screen does not want."""

    def __init__(self, room: Keyed, stack: QStackedWidget, projector: Projector) -> None:
        super().__init__(stack)
        self._room, self._stack, self._projector = room, stack, projector
        projector.key_pressed.connect(self._from_big_screen)
        stack.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F8 and the full stop, wherever on these pages nothing is being typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._room.founded:
            if event.key() == Qt.Key.Key_F8:
                self._projector.toggle()
                return True
            typing = isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
            if event.key() == Qt.Key.Key_Period and self._projector.is_open and not typing:
                self._projector.toggle_black()
                return True
        return super().eventFilter(watched, event)

    def press(self, event: QKeyEvent) -> bool:
        """A key that came to the window itself: the button that had the focus is gone, and the page takes it."""
        page, focus = self._stack.currentWidget(), QApplication.focusWidget()
        if page not in (self._room.console, self._room.presenter) or page is None:
            return False
        if focus is not None and (focus is page or page.isAncestorOf(focus)):
            return False
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.eventFilter(page, event) or _given(page, event)

    def _from_big_screen(self, event: QKeyEvent) -> None:
        """On one screen, or a mirrored one, the big screen lies over the page: what turns a page, or stops the clock,
        is done from there; what would ask a question under it is not."""
        page, key = self._stack.currentWidget(), event.key()
        console, presenter = self._room.console, self._room.presenter
        if presenter is not None and page is presenter and (key in _TURNS or key in _DIGITS):
            # on its last page F9 would open a sheet that nobody sees
            turned = Qt.Key.Key_Right if key == Qt.Key.Key_F9 else key
            _given(presenter, QKeyEvent(event.type(), turned, event.modifiers()))
        elif console is not None and page is console and key == Qt.Key.Key_Space:
            console.acts.pause()


def _given(page: QWidget, event: QKeyEvent) -> bool:
    """Whether the page took it; what it does not want goes no further."""
    event.accept()
    page.keyPressEvent(event)
    return event.isAccepted()
