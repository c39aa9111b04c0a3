"""A line of a set-up: what is asked, a plain line, and its control at the right, or below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.present.seat_choice import Question
from sandgame.ui.kit.high_as_needed import high_as_needed
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.segmented import Segmented
from sandgame.ui.kit.themed import Themed, current_look

_GAP, _PAD, _BETWEEN = 12, 4, 4


class SettingRow(QWidget, Themed):
    """A hair line closes it."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(role="bodyLarge", wraps=True)
        self.line = Label(role="caption", tone="text_secondary", wraps=True)
        self.control = control
        for part in (self.title, self.line, control):
            part.setParent(self)
        self.line.hide()
        high_as_needed(self, grows=False)

    def set_texts(self, title: str, line: str = "") -> None:
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(line)
        self.updateGeometry()
        self._place()

    def refit(self) -> None:
        """The control has changed its size."""
        self.updateGeometry()
        self._place()

    def on_look_changed(self) -> None:
        self.refit()

    def _beside(self, width: int) -> bool:
        words = current_look().width(self.title.text(), "bodyLarge") + 2
        return words + _GAP + self.control.sizeHint().width() <= width

    def _boxes(self, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Of title, line and control, and the height. A line that is too long beside the control goes below both."""
        beside, control = self._beside(width), self.control.sizeHint()
        wide = width - control.width() - _GAP if beside else width
        title = self.title.heightForWidth(wide)
        text = self.line.text()
        below = bool(text) and beside and current_look().width(text, "caption") + 2 > wide
        line = self.line.heightForWidth(width if below else wide) if text else 0
        if not beside:
            spot = QRect(0, _PAD + title + line + _BETWEEN, width, control.height())
            top, inner = _PAD, title + line + _BETWEEN + control.height()
        elif below:
            head = max(control.height(), title)
            spot = QRect(width - control.width(), _PAD, control.width(), head)
            inner = head + line
            return (
                QRect(0, _PAD + (head - title) // 2, wide, title),
                QRect(0, _PAD + head, width, line),
                spot,
                (inner + 2 * _PAD + 1),
            )
        else:
            inner = max(control.height(), title + line)
            top = _PAD + (inner - title - line) // 2
            spot = QRect(width - control.width(), _PAD + (inner - control.height()) // 2, *control.toTuple())
        return QRect(0, top, wide, title), QRect(0, top + title, wide, line), spot, inner + 2 * _PAD + 1

    def _place(self) -> None:
        title, line, control, _ = self._boxes(self.width())
        self.title.setGeometry(title)
        self.line.setGeometry(line)
        self.control.setGeometry(control)

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._boxes(max(width, 1))[3]

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.control.minimumSizeHint().width(), self.control.sizeHint().height() + 2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, current_look().colour.divider)


class QuestionRow(SettingRow):
    """One of a few; hidden while there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.switch = Segmented()
        super().__init__(self.switch, parent)
        self._values: list[str] = []
        self.switch.index_changed.connect(lambda place: self.chosen.emit(self._values[place]))

    def show_question(self, question: Question) -> None:
        self.setVisible(len(question.options) > 1)
        self._values = [option.value for option in question.options]
        self.switch.set_options([(option.title, option.icon) for option in question.options])
        place = next((place for place, option in enumerate(question.options) if option.chosen), 0)
        self.switch.set_index(place)
        self.set_texts(question.title, question.line)
