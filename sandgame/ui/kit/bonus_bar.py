"""The bonus bar with its title and its two texts; the shares move when they change."""

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sandgame.paint.bonus import BAR_HEIGHT, draw_bonus
from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import RIGHT, put_line, put_line_at
from sandgame.paint.tokens import motion
from sandgame.present.pictures import BonusPicture
from sandgame.ui.kit.themed import Themed, current_look


class BonusBar(QWidget, Themed):
    """Title and info sign above the bar, both texts below it; where others need the room, title and bar in one line."""

    def __init__(self, picture: BonusPicture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture or BonusPicture(0, 90, 0, 10, 0)
        self._share = float(self._picture.own_share)
        self._short = False
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_moved)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_picture(self, picture: BonusPicture) -> None:
        if picture != self._picture:
            self._picture = picture
            self._tell()

    def _tell(self) -> None:
        picture = self._picture
        self.setAccessibleName(picture.spoken or picture.title)
        self.setToolTip(picture.tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor if picture.tip else Qt.CursorShape.ArrowCursor)
        self._motion.stop()
        if current_look().calm or not self.isVisible() or self._share == picture.own_share:
            self._share = float(picture.own_share)
        else:
            self._motion.setDuration(motion().balance)
            self._motion.setStartValue(self._share)
            self._motion.setEndValue(float(picture.own_share))
            self._motion.start()
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    def short_height(self) -> int:
        return round(max(BAR_HEIGHT, current_look().line("caption")))

    def full_height(self) -> int:
        look, high = current_look(), BAR_HEIGHT
        if self._picture.title:
            high += look.line("caption") + 7
        if self._picture.own_text or self._picture.company_text:
            high += look.line("caption") + 3
        return round(high)

    def _on_moved(self, value: float) -> None:
        self._share = value
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The sign for more answers a click, not only a pointer at rest."""
        if event.button() == Qt.MouseButton.LeftButton and self._picture.tip:
            QToolTip.showText(event.globalPosition().toPoint(), self._picture.tip, self)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = current_look()
        high = self.short_height() if self._short else self.full_height()
        texts = look.width(self._picture.own_text, "caption") + look.width(self._picture.company_text, "caption")
        return QSize(round(max(texts + 12, look.width(self._picture.title, "caption", 700) + 24)), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        top = 0.0
        line = look.line("caption")
        if self._short:
            title = look.width(self._picture.title, "caption", 700)
            put_line_at(painter, self._picture.title, 0, self.height() / 2, look, "caption", look.colour.text, 700)
            bar = QRectF(title + 12, (self.height() - BAR_HEIGHT) / 2, self.width() - title - 12, BAR_HEIGHT)
            draw_bonus(painter, self._picture, bar, look, self._share)
            return
        if self._picture.title:
            put_line_at(painter, self._picture.title, 0, line / 2, look, "caption", look.colour.text, 700)
            spot = QRectF(self.width() - 14, line / 2 - 7, 14, 14)
            draw_icon(painter, "info", spot, look.colour.text_secondary)
            top = line + 7
        draw_bonus(painter, self._picture, QRectF(0, top, self.width(), BAR_HEIGHT), look, self._share)
        words = QRectF(0, top + BAR_HEIGHT + 3, self.width(), line)
        quiet = look.colour.text_secondary
        put_line(painter, self._picture.own_text, words, look, "caption", quiet)
        put_line(painter, self._picture.company_text, words, look, "caption", quiet, align=RIGHT)
