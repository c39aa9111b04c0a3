"""The keys and the menu of the shell: every key is named once, with the slot that it calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from sandgame.text.speech import Speech
from sandgame.ui.zones import ZONES, Zones

KEYS: tuple[tuple[str, str], ...] = (
    ("F9", "on_primary"),
    ("Ctrl+Return", "on_primary"),
    ("Ctrl+Enter", "on_primary"),
    ("F1", "on_help"),
    ("Shift+F1", "on_terms"),
    ("Ctrl+L", "on_board_list"),
    ("F11", "on_full_screen"),
    ("Ctrl+Z", "on_undo"),
    ("Ctrl+Shift+Z", "on_redo"),
    ("Ctrl+Y", "on_redo"),
)
MENU = ("on_language", "on_settings", "on_board_list", "on_help", "on_terms", "", "on_leave")
"""The slots in the menu's order; "" is a line between the others."""
MENU_TEXTS = {
    "on_language": "shell-language",
    "on_settings": "shell-settings",
    "on_help": "shell-help",
    "on_terms": "shell-terms",
    "on_leave": "shell-leave-menu",
}
STEPS = (("F6", 1), ("Shift+F6", -1))
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
    for keys, step in STEPS:
        QShortcut(QKeySequence(keys), owner, partial(zones.step, step))
    for number, name in enumerate(ZONES, start=1):
        QShortcut(QKeySequence(f"Ctrl+{number}"), owner, partial(zones.to, name))


def menu_items(owner: QWidget, speech: Speech, *, board: bool, as_list: bool) -> list[Item]:
    """The menu of a seat; the board's line only where a board is shown."""
    texts = dict(MENU_TEXTS)
    texts["on_board_list"] = "shell-list-as-board" if as_list else "shell-board-as-list"
    keys = {slot: key for key, slot in KEYS}
    wanted = [slot for slot in MENU if board or slot != "on_board_list"]
    return [Item(speech.say(texts[s]), keys.get(s, ""), getattr(owner, s)) if s else Item() for s in wanted]


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
