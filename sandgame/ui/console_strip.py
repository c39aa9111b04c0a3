"""The strip over the tables: how many seats are done, how far the phase is, the index so far, the order of cards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sandgame.paint.lettering import put_line_at
from sandgame.present.console import StripPicture
from sandgame.ui.console_card import CARD_MIME
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, Divider, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import Meter, Tag, TagButton
from sandgame.ui.kit.themed import current_look

_NARROW = 900


class ConsoleStrip(Card):
    """An event card dropped on it is for the whole class."""

    sort_asked = Signal(bool)
    dropped = Signal(int)
    unshare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drag = False
        self._done_title = Label("", "caption", "text_secondary")
        self._done = Label("", "title", weight=700)
        self._of = Label("", "caption", "text_secondary")
        self._meter = Meter(thick=10)
        self._gone = Label("", "caption", "text_secondary")
        self._slowest = Label("", "caption", "text_secondary")
        self._median_title = Label("", "caption", "text_secondary")
        self._median = Label("", "title", weight=700)
        self._ends_title = Label("", "caption", "text_secondary")
        self._ends = Label("", "title", weight=700)
        self.tag = Tag("", "info", "flask-conical")
        self.shared = TagButton("", "caution", "lock")
        self.shared.clicked.connect(self.unshare_asked)
        self.sort = SecondaryButton("", "list-ordered", size="small")
        self.sort.setCheckable(True)
        self.sort.toggled.connect(self.sort_asked)
        self._drop_text = _DropHere(self)
        self.setAcceptDrops(True)
        self.setFixedHeight(round(current_look().scaled(64)))
        self._lay_out()

    def _lay_out(self) -> None:
        across = row(self, margins=(17, 10, 16, 9), gap=20)
        done = row(gap=6)
        for each in (self._done, self._of):
            done.addWidget(each, 0, Qt.AlignmentFlag.AlignBottom)
        across.addLayout(_pair(self._done_title, done))
        time = QVBoxLayout()
        time.setSpacing(4)
        words = row(gap=8)
        words.addWidget(self._gone)
        words.addWidget(self.tag)
        words.addWidget(self.shared)
        words.addStretch(1)
        words.addWidget(self._slowest)
        time.addStretch(1)
        time.addWidget(self._meter)
        time.addLayout(words)
        time.addStretch(1)
        across.addLayout(time, 1)
        self._line = Divider(upright=True)
        across.addWidget(self._line)
        across.addLayout(_pair(self._median_title, self._median))
        across.addLayout(_pair(self._ends_title, self._ends))
        across.addWidget(self.sort, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_strip(self, picture: StripPicture, trial: str, shared: str) -> None:
        self._done_title.setText(picture.done_title)
        self._done.setText(picture.done)
        self._of.setText(picture.done_of)
        self._meter.setVisible(picture.gone is not None)
        if picture.gone is not None:
            self._meter.set_value(picture.gone, 1000, tone="primary")
        self._gone.setText(picture.gone_text)
        self._slowest.setText(picture.slowest)
        for label in (self._median_title, self._median, self._ends_title, self._ends):
            label.setToolTip(picture.index_tip)
        self._median_title.setText(picture.median_title)
        self._median.setText(picture.median)
        self._ends_title.setText(picture.ends_title)
        self._ends.setText(picture.ends)
        self.tag.setVisible(bool(trial))
        if trial:
            self.tag.set_tag(trial, "info", "flask-conical")
        self.shared.setVisible(bool(shared))
        if shared:
            self.shared.set_tag(shared, "caution", "lock")
        self.sort.setToolTip(picture.sort_tip)
        self._sort_text = picture.sort
        self.sort.setVisible(bool(picture.sort))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def on_look_changed(self) -> None:
        self.setFixedHeight(round(current_look().scaled(64)))

    def _fit(self) -> None:
        text = getattr(self, "_sort_text", "")
        self.sort.setText(text if self.width() >= current_look().scaled(_NARROW) else "")
        self.sort.setAccessibleName(text)

    def set_drop_text(self, text: str) -> None:
        self._drop_text.setText(text)

    def set_drag(self, *, on: bool) -> None:
        self._drag = on
        self._drop_text.setGeometry(self.rect().adjusted(3, 3, -3, -3))
        self._drop_text.setVisible(on)
        self._drop_text.raise_()
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(CARD_MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if data.hasFormat(CARD_MIME):
            event.acceptProposedAction()
            self.dropped.emit(int(bytes(data.data(CARD_MIME).data()).decode() or 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drag:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(current_look().colour.primary, 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 10, 10)


class _DropHere(QWidget):
    """Over the strip while a card is under way: what a drop here would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("floats", True)
        self.hide()

    def setText(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.info_bg)
        painter.drawRoundedRect(self.rect(), 8, 8)
        left = (self.width() - look.width(self._text, "label", 700)) / 2
        put_line_at(painter, self._text, left, self.height() / 2, look, "label", look.colour.info, 700)


def _pair(title: Label, value: QWidget | QHBoxLayout) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addStretch(1)
    words.addWidget(title)
    if isinstance(value, QWidget):
        words.addWidget(value)
    else:
        words.addLayout(value)
        value.addStretch(1)
    words.addStretch(1)
    return words
