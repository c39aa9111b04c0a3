"""What the lines of a table's small map mean, each with a piece of it; as many as have room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.paint.table_map import draw_sample
from sandgame.present.console_cards import WayMeaning
from sandgame.ui.kit.themed import Themed, current_look

_SAMPLE, _GAP, _APART = 26, 6, 16


class WayLegend(QWidget, Themed):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meanings: Sequence[WayMeaning] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_meanings(self, meanings: Sequence[WayMeaning]) -> None:
        if tuple(meanings) != tuple(self._meanings):
            self._meanings = meanings
            self.setAccessibleName(" · ".join(each.text for each in meanings))
            self.setToolTip("\n".join(each.text for each in meanings))
            self.update()

    def meanings(self) -> Sequence[WayMeaning]:
        return self._meanings

    def sizeHint(self) -> QSize:
        return QSize(0, round(current_look().scaled(20)))

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, left, middle = current_look(), 2.0, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for each in self._meanings:
            needs = _SAMPLE + _GAP + look.width(each.text, "caption")
            if left + needs > self.width():
                return
            draw_sample(painter, each.state, QPointF(left, middle), _SAMPLE, look)
            put_line_at(painter, each.text, left + _SAMPLE + _GAP, middle, look, "caption", look.colour.text_secondary)
            left += needs + _APART
