"""Enter presses whatever button has the focus, as Space does, in every window."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def _answers_itself(button: QAbstractButton) -> bool:
    """Whether the program, and not Qt, says what keys do on this button."""
    ours = (kind for kind in type(button).__mro__ if not kind.__module__.startswith("PySide6"))
    return any("keyPressEvent" in vars(kind) for kind in ours)


class EnterPresses(QObject):
    """Follows the focus. Ctrl+Enter stays free for the phase's primary button; own key handlers come first."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("enter_presses")
        self._button: QAbstractButton | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = new if isinstance(new, QAbstractButton) and not _answers_itself(new) else None
        if self._button is not None:
            self._button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN
            if enter and not event.isAutoRepeat() and isinstance(watched, QAbstractButton):
                watched.click()
                return True
        return super().eventFilter(watched, event)
