"""The order in which things are read: by their layouts, top to bottom and left to right, however they came to be."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from sandgame.ui.laid_out import children_of, parts


def controls(widget: QWidget) -> list[QWidget]:
    """Everything inside, itself included, that Tab can stand on now."""
    return [each for each in _walk(widget) if _takes_focus(each)]


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return by_tab and widget.isVisible() and widget.isEnabled()


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _walk(inner)
        return
    if isinstance(widget, QStackedWidget):
        present = widget.currentWidget()
        if present is not None:
            yield from _walk(present)
        return
    seen: set[QWidget] = set()
    layout = widget.layout()
    if layout is not None:
        for child in _laid_out(layout):
            seen.add(child)
            yield from _walk(child)
    rest = [each for each in children_of(widget) if each not in seen]
    for child in sorted(rest, key=lambda each: (each.y(), each.x())):
        yield from _walk(child)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for part in parts(layout):
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield part
