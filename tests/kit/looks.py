"""Whether a window can be read: what is cut off, what lies on what, what is too small; and a picture of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

SMALLEST_TEXT = 12
PATH_SIGNS = {"/", "\\"}
"""A path may break anywhere."""
PICTURES = "SANDGAME_PICTURES"
"""A folder that pictures are kept in; without it they go where the test says and are thrown away with it."""


def shown(widget: QWidget, width: int = 1366, height: int = 768) -> QWidget:
    """The widget, laid out and polished at a size; the test closes it again (qtbot.addWidget)."""
    widget.resize(width, height)
    widget.show()
    settle()
    return widget


def settle() -> None:
    """Let layouts and queued signals come to rest."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def faults(top: QWidget) -> list[str]:
    """Everything that a reader would stumble over; empty when the window is fit to be shown."""
    found = [*cut_texts(top), *small_texts(top), *overlaps(top), *sticking_out(top), *too_wide(top)]
    return sorted(set(found))


def cut_texts(top: QWidget) -> Iterator[str]:
    """Labels, buttons and hints whose text needs more room than they have."""
    for widget in visible(top):
        if isinstance(widget, QLabel | QAbstractButton) and widget.text():
            need = needed(widget)
            if need.width() > widget.width() or need.height() > widget.height():
                yield f"cut: {called(widget)} needs {size(need)}, has {size(widget.size())}"
        elif isinstance(widget, QLineEdit) and widget.placeholderText():
            need_width = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            if need_width > widget.contentsRect().width():
                yield f"cut: {called(widget)} hint needs {need_width}, has {widget.contentsRect().width()}"


def needed(widget: QLabel | QAbstractButton) -> QSize:
    """What the text needs at the width it has: a text that breaks needs its longest word and all its lines."""
    if not widget.hasHeightForWidth():
        least = widget.minimumSizeHint()
        return least if isinstance(widget, QAbstractButton) and least.isValid() else widget.sizeHint()
    across = longest_word(widget) if isinstance(widget, QLabel) else widget.minimumSizeHint().width()
    return QSize(across, widget.heightForWidth(widget.width()))


def longest_word(label: QLabel) -> int:
    metrics = label.fontMetrics()
    words = [word for word in label.text().split() if word.isascii() and not set(word) & PATH_SIGNS]
    return max((metrics.horizontalAdvance(word) for word in words), default=0)


def small_texts(top: QWidget) -> Iterator[str]:
    for widget in visible(top):
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit) and text_of(widget):
            pixels = widget.fontInfo().pixelSize()
            if pixels < SMALLEST_TEXT:
                yield f"small: {called(widget)} is {pixels} px"


def overlaps(top: QWidget) -> Iterator[str]:
    """Siblings that cover one another. What floats by intent has the property `floats`."""
    for parent in [top, *visible(top)]:
        if isinstance(parent, QAbstractScrollArea):
            continue
        children = [child for child in child_widgets(parent) if child.isVisible() and not floats(child)]
        for place, first in enumerate(children):
            for second in children[place + 1 :]:
                common = first.geometry().intersected(second.geometry())
                if common.width() > 1 and common.height() > 1:
                    yield f"overlap: {called(first)} and {called(second)} share {size(common.size())}"


def sticking_out(top: QWidget) -> Iterator[str]:
    """Children that are cut by their parent's edge, unless they can be scrolled to."""
    for parent in [top, *visible(top)]:
        if scrolls(parent):
            continue
        for child in child_widgets(parent):
            if child.isVisible() and not floats(child) and not inside(child.geometry(), parent.rect()):
                yield f"outside: {called(child)} at {place_of(child.geometry())} of {size(parent.size())}"


def too_wide(top: QWidget) -> Iterator[str]:
    """What scrolls up and down only and is wider than its place: its right edge cannot be reached."""
    for area in visible(top):
        content = area.widget() if isinstance(area, QScrollArea) else None
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if content is None or not isinstance(area, QScrollArea) or area.horizontalScrollBarPolicy() != never:
            continue
        if content.width() > area.viewport().width() + 1:
            yield f"too wide: {called(area)} holds {content.width()}, has {area.viewport().width()}"


def floats(widget: QWidget) -> bool:
    """Lies over others by intent: said so, or lets the mouse through (the ring around the focus)."""
    return bool(widget.property("floats")) or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def scrolls(parent: QWidget) -> bool:
    area = parent.parentWidget()
    return isinstance(parent, QAbstractScrollArea) or (
        isinstance(area, QAbstractScrollArea) and area.viewport() is parent
    )


def inside(child: QRect, parent: QRect) -> bool:
    return child.isEmpty() or parent.adjusted(-1, -1, 1, 1).contains(child)


def child_widgets(parent: QWidget) -> list[QWidget]:
    return [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow()]


def visible(top: QWidget) -> list[QWidget]:
    inner = (QScrollBar,)
    return [w for w in top.findChildren(QWidget) if w.isVisibleTo(top) and w.isVisible() and not isinstance(w, inner)]


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return widget.text()
    return ""


def called(widget: QWidget) -> str:
    name = text_of(widget) or widget.objectName() or widget.accessibleName()
    return f"{type(widget).__name__} {name!r}" if name else type(widget).__name__


def size(of: QSize) -> str:
    return f"{of.width()}×{of.height()}"


def place_of(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {size(rect.size())}"


def picture(widget: QWidget, folder: Path, name: str) -> Path:
    """A picture of the widget as it now looks."""
    settle()
    folder = Path(os.environ.get(PICTURES, folder))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    assert widget.grab().save(str(path))
    return path
