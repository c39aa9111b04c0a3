"""The program's mark as a widget and as the window's icon."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from sandgame.paint.mark import draw_mark

__all__ = ["Mark", "draw_mark", "mark_icon"]
_SIDES = (16, 24, 32, 48, 64, 128, 256)


class Mark(QWidget):
    """The mark as a widget."""

    def __init__(self, width: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(width, round(width * 0.75))

    def paintEvent(self, _event: object) -> None:
        draw_mark(QPainter(self), QRectF(self.rect()))


def mark_icon() -> QIcon:
    """The window's icon."""
    made = QIcon()
    for side in _SIDES:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(0, side * 0.125, side, side * 0.75))
        painter.end()
        made.addPixmap(picture)
    return made
