"""Where the zones of the shell lie: ledger, centre, dock; in small windows ledger and dock become drawers."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.tokens import raw_tokens, size
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.ledger import LedgerPanel
from sandgame.ui.rail import Rail

Width = Literal["wide", "medium", "narrow"]
Drawer = Literal["", "ledger", "dock"]


def width_of(width: int, height: int) -> Width:
    points = raw_tokens()["breakpoint"]
    if width >= points["wide"]["minWidth"]:
        return "wide"
    return "medium" if width >= points["medium"]["minWidth"] and height >= 1 else "narrow"


class Desk(QWidget):
    """Lays its zones out by itself: two of them lie over the centre while the window is small."""

    def __init__(self, ledger: LedgerPanel) -> None:
        super().__init__()
        self.ledger = ledger
        self.rail = Rail()
        self.opener = FlatButton(icon="chevron-left")
        self.centre: QWidget | None = None
        self.dock: QWidget | None = None
        self.has_ledger = True
        self.drawer: Drawer = ""
        for widget in (ledger, self.rail, self.opener):
            widget.setParent(self)
        self.rail.asked.connect(self.on_ledger_asked)
        self.opener.clicked.connect(self.on_dock_asked)

    def show_page(self, centre: QWidget, dock: QWidget | None, has_ledger: bool) -> None:
        """Puts another page's widgets into the zones; those of the page before stay alive, out of sight."""
        for old in (self.centre, self.dock):
            if old is not None and old not in (centre, dock):
                old.hide()
        self.centre, self.dock, self.has_ledger = centre, dock, has_ledger
        self.drawer = ""
        for new in (centre, dock):
            if new is not None:
                new.setParent(self)
                new.show()
        self.arrange()

    def on_ledger_asked(self) -> None:
        self.open_drawer("" if self.drawer == "ledger" else "ledger")

    def on_dock_asked(self) -> None:
        self.open_drawer("" if self.drawer == "dock" else "dock")

    def open_drawer(self, drawer: Drawer) -> None:
        self.drawer = drawer
        self.arrange()

    def reveal(self, zone: str) -> None:
        """Opens the drawer of a zone that is out of sight; all others lie there anyway."""
        if zone in ("ledger", "dock") and self.needs_drawer("ledger" if zone == "ledger" else "dock"):
            self.open_drawer("ledger" if zone == "ledger" else "dock")

    @property
    def zone_width(self) -> Width:
        window = self.window()
        return width_of(window.width(), window.height())

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
        left, right = inside.left(), inside.right() + 1
        top, high = inside.top(), inside.height()
        rail = self.needs_drawer("ledger")
        self.rail.setVisible(rail)
        if self.has_ledger:
            taken = round(size("ledgerRail")) if rail else ledger_width
            self.rail.setGeometry(left, top, taken, high)
            self.ledger.setGeometry(left + (taken + gutter if rail else 0), top, ledger_width, high)
            left += taken + gutter
        self.ledger.setVisible(self.has_ledger and (not rail or self.drawer == "ledger"))
        right = self._place_dock(QRect(left, top, right - left, high), dock_width, gutter)
        if self.centre is not None:
            self.centre.setGeometry(left, top, right - left, high)
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
            self.opener.setGeometry(right - 28, room.top(), 28, room.height())
            self.opener.set_icon("chevron-right" if self.drawer == "dock" else "chevron-left")
            right -= 28 + gutter
            self.dock.setGeometry(right - wide, room.top(), wide, room.height())
            self.dock.setVisible(self.drawer == "dock")
            self.dock.raise_()
            return right
        self.dock.setVisible(True)
        self.dock.setGeometry(right - wide, room.top(), wide, room.height())
        return right - wide - gutter

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drawer:
            self.open_drawer("")
            return
        super().keyPressEvent(event)
