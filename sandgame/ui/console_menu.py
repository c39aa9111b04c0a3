"""The menus of the console: the whole class, and to whom something is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol, get_args

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sandgame.frames.classroom import Absence, ClassState, Pace
from sandgame.present.console_class import ClassSeen
from sandgame.present.console_deck import Receiver
from sandgame.ui.console_acts import ConsoleActs
from sandgame.ui.console_asking import Console
from sandgame.ui.console_bar import ConsoleBar


class Led(Console, Protocol):
    """The screen, as the class menu needs it."""

    acts: ConsoleActs
    bar: ConsoleBar
    debrief_asked: SignalInstance
    report_asked: SignalInstance
    close_asked: SignalInstance
    debrief_ready: bool
    report_ready: bool
    debrief_begun: bool
    projector_asked: SignalInstance
    settings_asked: SignalInstance
    help_asked: SignalInstance
    full_screen_asked: SignalInstance
    left: SignalInstance

    @property
    def shared(self) -> bool: ...

    def on_shared(self, shared: bool) -> None: ...


_REST: tuple[tuple[str, str, str], ...] = (
    ("console-menu-debrief", "debrief_asked", ""),
    ("saving-go", "report_asked", ""),
    ("console-menu-projector", "projector_asked", ""),
    ("console-menu-settings", "settings_asked", ""),
    ("console-menu-help", "help_asked", "F1"),
    ("console-menu-full", "full_screen_asked", "F11"),
)


_AFTER = {"debrief_asked": "debrief_ready", "report_asked": "report_ready"}
"""Pale as long as there is nothing to look back at."""
_LEAVE: dict[ClassState, str] = {
    "lobby": "console-menu-leave-lobby",
    "playing": "console-menu-leave",
    "over": "console-menu-leave-over",
}


def class_menu(screen: Led) -> QMenu:
    """Everything that is done to the class as a whole; what cannot be done now is pale."""
    seen, acts, say = screen.seen, screen.acts, screen.seen.speech.say
    menu, playing = QMenu(screen.page), screen.seen.playing
    if playing:
        bar = screen.bar
        for text, slot, key in (
            (bar.pause.accessibleName(), acts.pause, "Space"),
            (bar.next.accessibleName(), acts.next, "F9"),
            (say("console-menu-note"), acts.note, "B"),
        ):
            _with_key(menu.addAction(text, slot), key)
        menu.addSeparator()
        paces: tuple[Pace, ...] = get_args(Pace)
        pace = menu.addMenu(say("console-menu-pace"))
        _one_of(pace, [(say(f"console-menu-pace-{each}"), partial(acts.set_pace, each)) for each in paces],
                paces.index(seen.pace))  # fmt: skip
        kinds: tuple[Absence, ...] = get_args(Absence)
        gone = menu.addMenu(say("console-menu-absence"))
        keys = [f"console-menu-absence-{each.replace('_', '-')}" for each in kinds]
        _one_of(gone, [(say(key), partial(acts.set_absence, each)) for key, each in zip(keys, kinds, strict=True)],
                kinds.index(seen.absence))  # fmt: skip
        shorter = menu.addMenu(say("console-menu-shorten"))
        for week in acts.lengths():
            shorter.addAction(say("console-menu-shorten-to", week=week), partial(acts.shorten, week))
        shorter.setEnabled(bool(acts.lengths()))
        menu.addAction(say("console-menu-trial"), acts.trial).setEnabled(screen.trial or seen.at()[0] <= 2)
        half = menu.addAction(say("console-menu-half"), partial(acts.half_time, screen.debrief_asked.emit))
        half.setEnabled(seen.at()[0] > 1)
        menu.addAction(say("console-menu-back"), acts.go_back_all)
        menu.addSeparator()
    shared = menu.addAction(say("console-menu-shared"))
    shared.setCheckable(True)
    shared.setChecked(screen.shared)
    shared.toggled.connect(screen.on_shared)
    for key, signal, keys_of in _REST:
        action = menu.addAction(say(key), getattr(screen, signal).emit)
        _with_key(action, keys_of)
        action.setEnabled(signal not in _AFTER or getattr(screen, _AFTER[signal]))
    menu.addSeparator()
    if playing:
        # after the debrief nothing is cut off, and nothing comes any more
        closes = seen.ended and screen.debrief_begun
        menu.addAction(say("console-menu-end"), screen.close_asked.emit if closes else acts.end)
    menu.addAction(say(_LEAVE[seen.state]), screen.left.emit)
    return menu


def _with_key(action: QAction, key: str) -> None:
    """Only to be read: the page hears the key itself."""
    action.setShortcut(QKeySequence(key))
    action.setShortcutVisibleInContextMenu(True)


def _one_of(menu: QMenu, items: list[tuple[str, Callable[[], None]]], chosen: int) -> None:
    group = QActionGroup(menu)
    for number, (text, slot) in enumerate(items):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(number == chosen)
        action.triggered.connect(lambda _on=False, call=slot: call())
        group.addAction(action)


def to_menu(owner: QWidget, seen: ClassSeen, chosen: Callable[[Receiver], None]) -> QMenu:
    """All, a table, or a seat at a table."""
    menu = QMenu(owner)
    menu.addAction(seen.speech.say("console-tables-all"), lambda: chosen(Receiver()))
    menu.addSeparator()
    for table in seen.tables:
        inner = menu.addMenu(seen.table_name(table))
        inner.addAction(seen.table_name(table), partial(chosen, Receiver(table)))
        inner.addSeparator()
        for seat in seen.seats:
            inner.addAction(seen.name(seat), partial(chosen, Receiver(table, seat)))
    return menu


def pop_up(menu: QMenu, by: QWidget) -> QMenu:
    """Hangs from a button; it goes when it is done."""
    menu.aboutToHide.connect(menu.deleteLater)
    corner = by.mapToGlobal(by.rect().bottomRight())
    menu.popup(QPoint(corner.x() - menu.sizeHint().width(), corner.y()))
    return menu
