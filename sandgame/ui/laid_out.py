"""What lies in a layout, in its order, without asking for its items.

`QLayout.itemAt` is called nowhere in this program: Qt deletes an item together with its widget, and PySide, which is
not told, keeps the item's wrapper for as long as the layout lives. The next widget that comes to lie at that address is
taken for the item, and the program crashes when the widget goes.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def children_of(widget: QWidget) -> list[QWidget]:
    """The widgets directly inside, windows of their own left out."""
    inside: list[QWidget] = widget.findChildren(QWidget, options=_DIRECT)
    return [child for child in inside if not child.isWindow()]


def parts(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and layouts directly in a layout, spaces left out; empty while the layout lies in no widget."""
    holder = layout.parentWidget()
    widgets = children_of(holder) if holder is not None else []
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in widgets]
    placed += [(layout.indexOf(inner), inner) for inner in layout.findChildren(QLayout, options=_DIRECT)]
    return [part for at, part in sorted(placed, key=lambda entry: entry[0]) if at >= 0]
