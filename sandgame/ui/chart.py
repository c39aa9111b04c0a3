"""A chart of `paint` as a widget: it asks for the height its picture needs and says its figures to screen readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.look import Look
from sandgame.ui.kit.themed import Themed, current_look

Picture = TypeVar("Picture")


class Chart(QWidget, Themed, Generic[Picture]):
    """`height` None: the chart takes the room there is."""

    def __init__(
        self,
        draw: Callable[[QPainter, Picture, QRectF, Look], None],
        height: Callable[[Picture, Look], float] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draw, self._height = draw, height
        self._picture: Picture | None = None
        up = QSizePolicy.Policy.Fixed if height is not None else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, up)

    def set_picture(self, picture: Picture, spoken: str) -> None:
        self._picture = picture
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._height is None or self._picture is None:
            return QSize(240, 120)
        return QSize(240, round(self._height(self._picture, current_look()) + 0.5))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height() if self._height is not None else 90)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture is not None:
            self._draw(QPainter(self), self._picture, QRectF(self.rect()), current_look())
