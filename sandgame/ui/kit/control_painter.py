"""What every control that draws itself begins with: a smooth painter, pale while the control is disabled."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

PALE = 0.45


def control_painter(control: QWidget) -> QPainter:
    painter = QPainter(control)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not control.isEnabled():
        painter.setOpacity(PALE)
    return painter
