"""How the big screen is left where it lies over the console, and what that means: a line that covers no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.paint.look import Look
from sandgame.ui.kit.themed import current_look

STAYS_MS = 8000
_HIGH, _SIDE, _FOOT, _STEP = 40, 18, 16, 8


class ProjectorHint(QWidget):
    """Light on dark like the bars, as near the foot as no text stands; clicks go through it."""

    def __init__(self, parent: QWidget, written: Callable[[], Sequence[QRectF]]) -> None:
        super().__init__(parent)
        self._words = ""
        self._written = written
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("floats", True)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(STAYS_MS)
        self._gone.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What stands there, "" when it is gone."""
        return "" if self.isHidden() else self._words

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            self.place()
            self.raise_()
            self._gone.start()

    def place(self) -> None:
        whole = self.parentWidget()
        if whole is None:
            return
        wide = min(whole.width() - 2 * _FOOT, round(_look().width(self._words, "label", 600)) + 2 * _SIDE)
        texts = self._written()
        spots = list(_spots(whole.size(), wide))
        # where it lies it stays while it may: a clock that ticks under it moves nothing
        self.setGeometry(min([self.geometry(), *spots] if self.geometry() in spots else spots,
                             key=lambda spot: _covered(spot, texts)))  # fmt: skip

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = _look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.top_bar)
        painter.drawRoundedRect(QRectF(self.rect()), _HIGH / 2, _HIGH / 2)
        left = (self.width() - look.width(self._words, "label", 600)) / 2
        put_line_at(painter, self._words, left, self.height() / 2, look, "label", look.colour.on_top_bar, 600)


def _spots(whole: QSize, wide: int) -> Iterator[QRect]:
    """From the foot up to the middle; in the middle of the line, else at its ends."""
    for top in range(whole.height() - _HIGH - _FOOT, whole.height() // 2, -_STEP):
        for left in ((whole.width() - wide) // 2, whole.width() - wide - _FOOT, _FOOT):
            yield QRect(left, top, wide, _HIGH)


def _covered(spot: QRect, texts: Sequence[QRectF]) -> float:
    """How much text would lie under it."""
    around = QRectF(spot).adjusted(-4, -4, 4, 4)
    under = [around.intersected(box) for box in texts]
    return sum(each.width() * each.height() for each in under if each.isValid())


def _look() -> Look:
    """Light as the big screen is, in the language of the program."""
    return Look("light", current_look().language)
