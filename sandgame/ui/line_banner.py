"""The band under the now bar while the line is down: how long the seat still waits, try now, check."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.present.line import BannerPicture
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import row, stacked
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look

_BAR_FROM = 1100
"""A narrower window shows the seconds without the bar."""


class GraceBar(QWidget):
    """How much of the grace is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setFixedSize(200, 8)

    def set_part(self, part: float) -> None:
        self._part = min(1.0, max(0.0, part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour, painter = current_look().colour, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(colour.surface)
        painter.setPen(QPen(colour.caution, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setClipRect(QRectF(0, 0, self.width() * self._part, self.height()))
        painter.setBrush(colour.caution)
        painter.drawRoundedRect(box, 4, 4)


class LineBanner(QWidget, Themed):
    """Hidden while the line stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "body", "caution", weight=700, wraps=True)
        self.line = Label("", "caption", "caution", wraps=True)
        self.bar = GraceBar()
        self.grace = Label("", "title", "text", weight=700)
        self.retry = SecondaryButton("", "refresh-cw", size="small")
        self.check = SecondaryButton("", "stethoscope", size="small")
        words = stacked(self.title, self.line)
        across = row(self, margins=(16, 6, 16, 7), gap=12)
        across.addWidget(Icon("wifi-off", 19, "caution"), 0, Qt.AlignmentFlag.AlignVCenter)
        across.addLayout(words, 1)
        for widget in (self.bar, self.grace, self.retry, self.check):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_banner(self, picture: BannerPicture | None) -> None:
        was = not self.isHidden()
        if picture is None:
            self.hide()
            return
        self.title.setText(picture.title)
        self.line.setText(picture.line)
        self.grace.setText(picture.grace)
        self.grace.setVisible(bool(picture.grace))
        self.bar.set_part(picture.left / picture.whole if picture.whole else 0.0)
        self.retry.setText(picture.retry)
        self.check.setText(picture.check)
        self._fit(timed=bool(picture.whole))
        self.show()
        if not was:
            told = f"{picture.title} {picture.line}"
            self.setAccessibleName(told)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    def _fit(self, *, timed: bool) -> None:
        self.bar.setVisible(timed and self.window().width() >= current_look().scaled(_BAR_FROM))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        layout = self.layout()
        high = layout.totalHeightForWidth(self.width()) if layout is not None else hint.height()
        return QSize(hint.width(), max(48, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        self.updateGeometry()

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.caution_bg)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour.caution)
