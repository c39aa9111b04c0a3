"""The keys of the console: each means something only where nothing is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QKeyEvent

from sandgame.ui.console_acts import ConsoleActs

_DIGITS = {getattr(Qt.Key, f"Key_{number}"): number for number in range(1, 10)}


class Keyed(Protocol):
    """The screen, as its keys need it."""

    acts: ConsoleActs
    help_asked: SignalInstance
    full_screen_asked: SignalInstance

    @property
    def table(self) -> int: ...

    @property
    def looking(self) -> bool: ...

    def open_table(self, table: int) -> None: ...

    def close_table(self) -> None: ...

    def step_table(self, by: int) -> None: ...

    def end_look(self) -> None: ...

    def next_step(self) -> None: ...


def press(screen: Keyed, event: QKeyEvent) -> bool:
    """Whether the key meant something here; single letters come only from where nothing is typed. Esc never leaves the
    class: a hand that presses it once too often stays."""
    key = event.key()
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key == Qt.Key.Key_Escape:
        screen.end_look() if screen.looking else screen.close_table()
        return True
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if screen.looking or control or (shift and key == Qt.Key.Key_F1):
        return False
    if key in _DIGITS:
        screen.open_table(_DIGITS[key])
        return True
    slot = _slots(screen).get(key)
    if slot is not None:
        slot()
    return slot is not None


def _slots(screen: Keyed) -> dict[int, Callable[[], None]]:
    slots: dict[int, Callable[[], None]] = {
        Qt.Key.Key_Space: screen.acts.pause,
        Qt.Key.Key_B: screen.acts.note,
        Qt.Key.Key_F9: screen.next_step,
        Qt.Key.Key_F1: screen.help_asked.emit,
        Qt.Key.Key_F11: screen.full_screen_asked.emit,
    }
    if screen.table:
        slots[Qt.Key.Key_Left] = lambda: screen.step_table(-1)
        slots[Qt.Key.Key_Right] = lambda: screen.step_table(1)
    return slots
