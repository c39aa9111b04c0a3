"""Menus that leave what is being written in sight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget


def stand_on(menu: QMenu, place: QWidget) -> QMenu:
    """Above a place, and its inner menus too: the place and what lies below it stay in sight. It goes when it is
    done."""
    menu.aboutToHide.connect(menu.deleteLater)
    top = place.mapToGlobal(QPoint(0, 0))
    for inner in menu.findChildren(QMenu):
        # where it opens is known once it is there
        inner.aboutToShow.connect(partial(_lift_soon, inner, top.y()))
    menu.popup(QPoint(top.x(), top.y() - menu.sizeHint().height()))
    return menu


def _lift_soon(menu: QMenu, bottom: int) -> None:
    QTimer.singleShot(0, menu, partial(_lift, menu, bottom))


def _lift(menu: QMenu, bottom: int) -> None:
    if menu.isVisible() and menu.geometry().bottom() >= bottom:
        menu.move(menu.x(), bottom - menu.height())
