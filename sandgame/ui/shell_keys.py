"""The keys and the menu of the shell: every key is named once, with the slot that it calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from sandgame.ui.zones import ZONES, Zones

KEYS: tuple[tuple[str, str], ...] = (
    ("F9", "on_primary"),
    ("Ctrl+Return", "on_primary"),
    ("Ctrl+Enter", "on_primary"),
    ("F1", "on_help"),
    ("Shift+F1", "on_terms"),
    ("Ctrl+L", "on_board_list"),
    ("F11", "on_full_screen"),
    ("F6", "on_next_zone"),
    ("Shift+F6", "on_last_zone"),
    ("Ctrl+Z", "on_undo"),
    ("Ctrl+Shift+Z", "on_redo"),
    ("Ctrl+Y", "on_redo"),
)
ZOOMS = (("Ctrl+0", 0.0), ("Ctrl++", 0.1), ("Ctrl+=", 0.1), ("Ctrl+-", -0.1))


class Item(NamedTuple):
    """A line of the menu; without a text a line between the others."""

    text: str = ""
    key: str = ""
    slot: Callable[[], None] | None = None


def install(owner: QWidget, zones: Zones, zoom: Callable[[float], None]) -> None:
    for keys, slot in KEYS:
        QShortcut(QKeySequence(keys), owner, getattr(owner, slot))
    for keys, by in ZOOMS:
        QShortcut(QKeySequence(keys), owner, partial(zoom, by))
    for number, name in enumerate(ZONES, start=1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), owner, partial(zones.to, name))


def open_menu(owner: QWidget, below: QWidget, items: Sequence[Item]) -> QMenu:
    """Hangs from the right corner of a button, and says the key beside what has one."""
    menu = QMenu(owner)
    for item in items:
        if item.slot is None:
            menu.addSeparator()
            continue
        action = menu.addAction(item.text, item.slot)
        action.setShortcut(QKeySequence(item.key))
        action.setShortcutVisibleInContextMenu(True)
    menu.aboutToHide.connect(menu.deleteLater)
    corner = below.mapToGlobal(below.rect().bottomRight())
    menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
    return menu
