"""One of a few, side by side: the answer to a line (accept, counter, decline), and the switch between two ways."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import put_line_at
from sandgame.paint.tokens import icon_for
from sandgame.present.pictures import Answer
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.themed import Themed, current_look

ANSWERS: tuple[Answer, ...] = get_args(Answer)
_TINTS: dict[Answer, tuple[str, str]] = {
    "accept": ("positive", "positive_bg"),
    "counter": ("info", "info_bg"),
    "decline": ("negative", "negative_bg"),
}
_KEYS = {Qt.Key.Key_A: "accept", Qt.Key.Key_C: "counter", Qt.Key.Key_D: "decline"}


class _Segment(QAbstractButton, Themed):
    """One answer, 30×28; with its word where there is room for it."""

    def __init__(self, answer: Answer, parent: QWidget) -> None:
        super().__init__(parent)
        self._answer = answer
        self._worded = False
        self.setCheckable(True)
        self.setFixedSize(30, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_ring(self, corner=7)

    def set_word(self, word: str, *, worded: bool) -> None:
        self.setText(word)
        self._worded = worded
        self.setToolTip(word)
        self.setAccessibleName(word)
        self.on_look_changed()

    def on_look_changed(self) -> None:
        wide = 35 + current_look().width(self.text(), "caption", 600) if self._worded else 30
        self.setFixedSize(round(wide), 28)
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink_token, ground_token = _TINTS[self._answer]
        ink = look.colour.text_secondary
        if self.isChecked():
            ink = look.named(ink_token)
            painter.setBrush(look.named(ground_token))
            painter.setPen(QPen(ink, 1.6))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.8, 0.8, -0.8, -0.8), 6, 6)
        elif self.underMouse():
            painter.setBrush(look.colour.surface_sunken)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        draw_icon(painter, icon_for(self._answer), QRectF(7.5, 6.5, 15, 15), ink)
        if self._worded:
            put_line_at(painter, self.text(), 27, 14, look, "caption", ink, 600)


class SegmentedAnswer(QWidget):
    """Accept, counter, decline in one frame; keys A, C, D and the arrows."""

    answer_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments: list[_Segment] = []
        self._words: tuple[str, str, str] = ("", "", "")
        self._worded = False
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(1)
        for number, answer in enumerate(ANSWERS):
            segment = _Segment(answer, self)
            self._segments.append(segment)
            self._group.addButton(segment, number)
            layout.addWidget(segment)
        self._group.idClicked.connect(self._on_clicked)

    def set_texts(self, accept: str, counter: str, decline: str) -> None:
        """What the three are called: in tooltips, for assistive tools, and on themselves where there is room."""
        if self._words != (accept, counter, decline):
            self._words = (accept, counter, decline)
            self._show_words()

    def set_worded(self, worded: bool) -> None:
        if worded != self._worded:
            self._worded = worded
            self._show_words()

    def _show_words(self) -> None:
        for segment, text in zip(self._segments, self._words, strict=True):
            segment.set_word(text, worded=self._worded)

    def worded_width(self) -> int:
        """How wide it is with its words."""
        return round(sum(36 + current_look().width(text, "caption", 600) for text in self._words)) + 4

    def answer(self) -> Answer | None:
        number = self._group.checkedId()
        return ANSWERS[number] if number >= 0 else None

    def set_answer(self, answer: Answer | None) -> None:
        """Shows an answer without a signal; None shows that there is none yet."""
        self._group.setExclusive(False)
        for button, each in zip(self._group.buttons(), ANSWERS, strict=True):
            button.setChecked(each == answer)
        self._group.setExclusive(True)

    def choose(self, answer: Answer) -> None:
        """As by the user."""
        if answer != self.answer():
            self.set_answer(answer)
            self.answer_changed.emit(answer)

    def _on_clicked(self, number: int) -> None:
        self.answer_changed.emit(ANSWERS[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = _KEYS.get(Qt.Key(event.key()))
        if chosen is None or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
            return
        self.choose(next(answer for answer in ANSWERS if answer == chosen))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.colour.surface)
        painter.setPen(QPen(look.colour.control_border, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class _Option(QAbstractButton, Themed):
    """One way of a segmented switch."""

    def __init__(self, text: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_ring(self, corner=7)

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _content(self) -> float:
        lead = 22 if self._icon_name else 0
        return current_look().width(self.text(), "body", 600) + lead

    def sizeHint(self) -> QSize:
        return QSize(round(self._content() + 24), round(current_look().scaled(34)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._content() + 12), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on:
            painter.setBrush(look.colour.surface)
            painter.setPen(QPen(look.colour.control_border, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        ink = look.colour.text if on else look.colour.text_secondary
        left, middle = (self.width() - self._content()) / 2, self.height() / 2
        if self._icon_name:
            draw_icon(painter, self._icon_name, QRectF(left, middle - 7.5, 15, 15), ink)
            left += 22
        put_line_at(painter, self.text(), left, middle, look, "body", ink, 600 if on else 400)


class Segmented(QWidget):
    """One of two or three ways, each a word and perhaps an icon."""

    index_changed = Signal(int)

    def __init__(self, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.index_changed)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(2, 2, 2, 2)
        self._layout.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._said: tuple[tuple[str, str], ...] | None = None
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Texts with icons (or ""); the chosen place stays chosen. Made anew only for other words, so that the keyboard
        keeps its place: callers say all of them each time."""
        if tuple(options) == self._said:
            return
        self._said = tuple(options)
        chosen = max(0, self._group.checkedId())
        old = self._group.buttons()
        held = next((self._group.id(button) for button in old if button.hasFocus()), -1)
        for button in old:
            self._group.removeButton(button)
            self._layout.removeWidget(button)
        for number, (text, icon) in enumerate(options):
            option = _Option(text, icon, self)
            self._group.addButton(option, number)
            self._layout.addWidget(option)
            option.setChecked(number == chosen)
            option.show()
            if number == held:
                option.setFocus()
        for button in old:
            # last: a widget that is taken away gives the focus to whatever comes next
            button.hide()
            button.deleteLater()

    def take_focus(self) -> None:
        """To the one that is chosen."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def index(self) -> int:
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Without a signal."""
        button = self._group.button(index)
        if button is not None:
            button.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_look().colour.surface_sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
