"""The zones of the shell for the keyboard: F6 from one to the next, Tab through all of them in reading order."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from sandgame.ui.kit.tips import show_tip
from sandgame.ui.reading import controls

ZONES = ("now", "ledger", "centre", "dock", "top")
"""In the order of Tab and F6; Ctrl+1 to Ctrl+5 lead there."""
NOTES = "notes"
"""The strip of what stays until it was read: after the now bar, while there is one."""
_IN_TURN = (ZONES[0], NOTES, *ZONES[1:])


def into_sight(widget: QWidget) -> None:
    """Scrolls every list and page that it lies in to it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, 8)
        above = above.parentWidget()


class Zones(QObject):
    """`find` gives a zone's widget, or None if there is none now; `reveal` brings it into sight."""

    def __init__(self, find: Callable[[str], QWidget | None], reveal: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._find = find
        self._reveal = reveal

    def to(self, name: str) -> None:
        """The first control of a zone."""
        self._reveal(name)
        zone = self._find(name)
        first = controls(zone) if zone is not None else []
        if first:
            first[0].setFocus(Qt.FocusReason.TabFocusReason)
            into_sight(first[0])
            show_tip(first[0])

    def step(self, by: int) -> None:
        zones = [name for name in _IN_TURN if self._find(name) is not None]
        here = next((n for n, name in enumerate(zones) if self._holds_focus(name)), -by % len(zones))
        self.to(zones[(here + by) % len(zones)])

    def step_control(self, by: int) -> bool:
        """Tab and Shift+Tab; False if there is nowhere to go."""
        found = [control for name in _IN_TURN if (zone := self._find(name)) is not None for control in controls(zone)]
        if not found:
            return False
        focus = QApplication.focusWidget()
        if focus not in found and (zone := self._zone_of_focus()) is not None and (near := controls(zone)):
            # what had the focus is gone: on in the same zone, not from the beginning
            near[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        here = found.index(focus) if focus in found else -1 if by > 0 else 0
        reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
        goal = found[(here + by) % len(found)]
        goal.setFocus(reason)
        into_sight(goal)
        show_tip(goal)
        return True

    def _zone_of_focus(self) -> QWidget | None:
        return next((self._find(name) for name in _IN_TURN if self._holds_focus(name)), None)

    def _holds_focus(self, name: str) -> bool:
        zone, focus = self._find(name), QApplication.focusWidget()
        return zone is not None and focus is not None and (zone is focus or zone.isAncestorOf(focus))
