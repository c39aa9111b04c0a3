"""Where the zones of the shell lie: ledger, centre, dock; in small windows ledger and dock become drawers."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from sandgame.paint.tokens import raw_tokens, size
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.off_line import Shy
from sandgame.ui.rail import Rail

Width = Literal["wide", "medium", "narrow"]
Drawer = Literal["", "ledger", "dock"]
_SHARE = 0.3
PEEK_MS = 300
"""So long the pointer rests on the rail before the ledger opens, or off both before it closes."""


def width_of(width: int) -> Width:
    """Words that are set larger need a wider dock: it becomes a drawer sooner, as wide as they need."""
    points = raw_tokens()["breakpoint"]
    if width >= points["wide"]["minWidth"]:
        return "wide"
    more = current_look().scaled(size("dock")) - size("dock")
    return "medium" if width >= points["medium"]["minWidth"] + more else "narrow"


class Desk(QWidget, Themed):
    """Lays its zones out by itself: two of them lie over the centre while the window is small."""

    def __init__(self, ledger: LedgerPanel) -> None:
        super().__init__()
        self.ledger = ledger
        self.rail = Rail()
        self.opener = FlatButton(icon="chevron-left")
        self.centre: QWidget | None = None
        self.dock: QWidget | None = None
        self.has_ledger = True
        self.over_dock: Shy | None = None
        self.under_centre: Shy | None = None
        """What a class lays beside the page's own zones: each takes a part of a zone's height while it is visible."""
        self.dock_width = 0
        """A dock of another width than usual; 0 is the usual one."""
        self.drawer: Drawer = ""
        self._peeks = False
        self._peek = QTimer(self)
        self._peek.setSingleShot(True)
        self._peek.timeout.connect(self._on_pointer_rested)
        for widget in (ledger, self.rail, self.opener):
            widget.setParent(self)
        self.rail.asked.connect(self.on_ledger_asked)
        for zone in (self.rail, ledger):
            zone.installEventFilter(self)
        self.opener.clicked.connect(self.on_dock_asked)

    def show_page(self, centre: QWidget, dock: QWidget | None, has_ledger: bool) -> None:
        """Puts another page's widgets into the zones; those of the page before stay alive, out of sight."""
        for old in (self.centre, self.dock):
            if old is not None and old not in (centre, dock):
                old.hide()
        self.centre, self.dock, self.has_ledger = centre, dock, has_ledger
        self.drawer, self._peeks = "", False
        for new in (centre, dock):
            if new is not None:
                new.setParent(self)
                new.show()
        self.arrange()

    def on_ledger_asked(self) -> None:
        """A click on what the pointer has only opened for a look keeps it open."""
        self.open_drawer("" if self.drawer == "ledger" and not self._peeks else "ledger")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        comes = event.type() == QEvent.Type.Enter and watched is self.rail and not self.drawer
        goes = event.type() == QEvent.Type.Leave and self._peeks
        if comes or goes:
            self._peek.start(PEEK_MS)
        return super().eventFilter(watched, event)

    def _on_pointer_rested(self) -> None:
        """On the rail it opens the ledger for as long as it stays there or on the ledger."""
        if self.rail.underMouse() and not self.drawer and self.rail.isVisible():
            self.open_drawer("ledger")
            self._peeks = True
        elif self._peeks and not self.rail.underMouse() and not self.ledger.underMouse() and not self._is_used():
            self.open_drawer("")

    def _is_used(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.ledger.isAncestorOf(focus)

    def on_dock_asked(self) -> None:
        self.open_drawer("" if self.drawer == "dock" else "dock")

    def open_drawer(self, drawer: Drawer) -> None:
        self.drawer, self._peeks = drawer, False
        self._peek.stop()
        self.arrange()

    def reveal(self, zone: str) -> None:
        """Opens the drawer of a zone that is out of sight; all others lie there anyway."""
        if zone in ("ledger", "dock") and self.needs_drawer("ledger" if zone == "ledger" else "dock"):
            self.open_drawer("ledger" if zone == "ledger" else "dock")

    @property
    def zone_width(self) -> Width:
        return width_of(self.window().width())

    def needs_drawer(self, zone: Drawer) -> bool:
        """This zone is out of sight until its drawer is opened."""
        width = self.zone_width
        return (zone == "ledger" and width != "wide" and self.has_ledger) or (
            zone == "dock" and width == "narrow" and self.dock is not None
        )

    def arrange(self) -> None:
        gutter = round(size("gutter"))
        inside = self.rect().adjusted(gutter, gutter, -gutter, -gutter)
        large = self.width() >= 1600
        ledger_width, dock_width = (280, 360) if large else (round(size("ledger")), round(size("dock")))
        dock_width = self.dock_width or dock_width
        # words that are set larger get a part of the room that they need
        ledger_width += round((current_look().scaled(ledger_width) - ledger_width) * _SHARE)
        left, right = inside.left(), inside.right() + 1
        top, high = inside.top(), inside.height()
        rail = self.needs_drawer("ledger")
        self.rail.setVisible(rail)
        if self.has_ledger:
            taken = round(size("ledgerRail")) if rail else ledger_width
            self.rail.setGeometry(left, top, taken, high)
            wide = round(current_look().scaled(size("ledger"))) if rail else ledger_width
            self.ledger.setGeometry(left + (taken + gutter if rail else 0), top, wide, high)
            left += taken + gutter
        self.ledger.setVisible(self.has_ledger and (not rail or self.drawer == "ledger"))
        right = self._place_dock(QRect(left, top, right - left, high), dock_width, gutter)
        if self.centre is not None:
            self.centre.setGeometry(self._beside(self.under_centre, QRect(left, top, right - left, high), above=False))
            self.centre.lower()
        self.ledger.setProperty("floats", rail)
        if rail and self.drawer == "ledger":
            self.ledger.raise_()

    def _place_dock(self, room: QRect, wide: int, gutter: int) -> int:
        """Puts the dock to the right; gives where the centre has to end."""
        drawer = self.needs_drawer("dock")
        self.opener.setVisible(drawer)
        if self.dock is None:
            return room.right() + 1
        right = room.right() + 1
        self.dock.setProperty("floats", drawer)
        if drawer:
            wide = min(round(current_look().scaled(wide)), room.width() - 28 - gutter)
            self.opener.setGeometry(right - 28, room.top(), 28, room.height())
            self.opener.set_icon("chevron-right" if self.drawer == "dock" else "chevron-left")
            right -= 28 + gutter
            self._lay_dock(QRect(right - wide, room.top(), wide, room.height()), shown=self.drawer == "dock")
            self.dock.raise_()
            return right
        self._lay_dock(QRect(right - wide, room.top(), wide, room.height()), shown=True)
        return right - wide - gutter

    def _lay_dock(self, room: QRect, *, shown: bool) -> None:
        assert self.dock is not None
        if self.over_dock is not None:
            self.over_dock.setProperty("floats", self.dock.property("floats"))
            self.over_dock.allow(shown)
            self.over_dock.raise_()
        self.dock.setVisible(shown)
        self.dock.setGeometry(self._beside(self.over_dock, room, above=True))

    def _beside(self, note: Shy | None, room: QRect, *, above: bool) -> QRect:
        """What is left of a zone beside a note that says something."""
        if note is None or note.isHidden():
            return room
        high = min(note.height_for(room.width(), room.height()), room.height() // 2)
        if not high:
            note.allow(False)
            return room
        gutter = round(size("gutter"))
        note.setGeometry(room.left(), room.top() if above else room.bottom() + 1 - high, room.width(), high)
        part = high + gutter
        return room.adjusted(0, part, 0, 0) if above else room.adjusted(0, 0, 0, -part)

    def on_look_changed(self) -> None:
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drawer:
            self.open_drawer("")
            return
        super().keyPressEvent(event)
