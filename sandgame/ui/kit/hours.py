"""Hours as a widget: a row of blocks, and the sand tray that blocks lie in."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.blocks import draw_hours, draw_tray, hours_size
from sandgame.present.pictures import HoursPicture
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.themed import current_look

_TRAY_HEIGHT = 54
_TRAY_PAD = (9, 10)


class BlocksWidget(QWidget):
    """Blocks on the page; a row that is too long breaks between groups."""

    def __init__(self, picture: HoursPicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture or HoursPicture()
        self._sizes: dict[float, QSizeF] = {}
        high_as_needed(self, grows=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_picture(self, picture: HoursPicture) -> None:
        if picture == self._picture:
            return
        self._picture = picture
        self._sizes.clear()
        self.setAccessibleName(picture.spoken)
        self.updateGeometry()
        self.update()

    def size_at(self, width: float) -> QSizeF:
        """The room that the blocks take when broken to a width; layouts ask for the same again and again."""
        if width not in self._sizes:
            self._sizes[width] = hours_size(self._picture, width)
        return self._sizes[width]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.size_at(max(14, width)).height())

    def sizeHint(self) -> QSize:
        whole = self.size_at(100_000)
        wide = min(round(whole.width()) + 1, 700)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(70, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_hours(QPainter(self), self._picture, QRectF(self.rect()), current_look())


class Tray(BlocksWidget):
    """Blocks in their tray of sand, 400×54; it grows by rows if they do not fit."""

    def heightForWidth(self, width: int) -> int:
        inner = self.size_at(max(14, width - 2 * _TRAY_PAD[0]))
        return max(_TRAY_HEIGHT, round(inner.height()) + 2 * _TRAY_PAD[1])

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _TRAY_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = current_look()
        box = QRectF(self.rect())
        draw_tray(painter, box, look)
        inner = box.adjusted(_TRAY_PAD[0], 0, -_TRAY_PAD[0], 0)
        high = self.size_at(inner.width()).height()
        # with bars below, the blocks stand a little higher
        top = max(8.0, (box.height() - high) / 2)
        draw_hours(painter, self._picture, inner.adjusted(0, top, 0, 0), look)
