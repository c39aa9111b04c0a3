"""A department's badge as a widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.badge import draw_badge
from sandgame.present.pictures import BadgePicture
from sandgame.ui.kit.themed import current_look


class BadgeWidget(QWidget):
    """Draws a badge at a fixed size (see `badge` in the tokens' sizes)."""

    def __init__(self, picture: BadgePicture | None = None, side: int = 26, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_picture(self, picture: BadgePicture | None, name: str = "") -> None:
        if name:
            self.setAccessibleName(name)
        if picture != self._picture:
            self._picture = picture
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is not None:
            draw_badge(QPainter(self), self._picture, QRectF(0, 0, self._side, self._side), current_look())
