"""A user's hands in tests: keys and clicks, and what signals say."""

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(widget: QWidget | None, *keys: Qt.Key | str, holding: Qt.KeyboardModifier = NONE) -> None:
    """Presses keys one after the other; a text is typed sign by sign."""
    assert widget is not None
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(widget, key, holding)
        else:
            QTest.keyClick(widget, key, holding)


def click(widget: QWidget | None, spot: QPoint | None = None) -> None:
    """Clicks with the left button, in the middle unless told where."""
    assert widget is not None
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, spot or widget.rect().center())


def heard(signal: SignalInstance) -> list[object]:
    """What a signal says from now on: the first value of each time."""
    said: list[object] = []
    signal.connect(lambda *values: said.append(values[0] if values else None))
    return said
