"""Notes that stay until they were read: one strip with room of its own, the newest first, and how many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sandgame.present.pictures import Tone
from sandgame.ui.kit.buttons import FlatButton, SecondaryButton
from sandgame.ui.kit.cards import row
from sandgame.ui.kit.labels import Icon, Label
from sandgame.ui.kit.themed import Themed, current_look


@dataclass(frozen=True, slots=True)
class Lead:
    """A way to what a note speaks of: the word on its button, and what it does."""

    text: str
    go: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Note:
    """`kind`: the newest of a kind takes the place of the one before. `passes`: it goes with the page it is about."""

    text: str
    icon: str = ""
    tone: Tone = "plain"
    kind: str = ""
    passes: bool = False
    lead: Lead | None = None


class KeptNotes(QWidget, Themed):
    """A band below a window's bars, hidden while there is nothing to read; a click takes the newest away, as `read`.

    Whoever owns it puts it into the window's layout: what stands below moves down, and nothing is covered.
    """

    room_changed = Signal()
    """What stands below has moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: list[Note] = []
        self.more: Callable[[int], str] = lambda count: f"+{count}"
        """What says how many more there are."""
        self.mark = Icon("megaphone", 18, "info")
        self.words = Label("", "body", weight=600, wraps=True)
        self.count = Label("", "caption", "text_secondary", weight=700)
        self.way = SecondaryButton("", "arrow-right", size="small")
        self.close_button = FlatButton("", "x", size="small")
        self.close_button.set_key("Esc")
        across = row(self, margins=(16, 5, 12, 6), gap=12)
        across.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        across.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.count, self.way, self.close_button):
            across.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.close_button.clicked.connect(self._on_close)
        self.way.clicked.connect(self._on_way)
        self.hide()

    def set_words(self, more: Callable[[int], str], close: str) -> None:
        self.more = more
        if close != self.close_button.text():
            self.close_button.setText(close)
            self._show()

    @property
    def notes(self) -> tuple[Note, ...]:
        """The newest first."""
        return tuple(reversed(self._notes))

    def add(self, note: Note) -> None:
        kept = [each for each in self._notes if each.text != note.text and not (note.kind and each.kind == note.kind)]
        self._notes = [*kept, note]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, note.text))
        self._show()

    def read(self) -> bool:
        """The newest note goes; False if there is none."""
        if not self._notes:
            return False
        self._notes.pop()
        self._show()
        return True

    def forget_passing(self) -> None:
        self._notes = [note for note in self._notes if not note.passes]
        self._show()

    def forget(self, kind: str) -> None:
        self._notes = [note for note in self._notes if note.kind != kind]
        self._show()

    def _show(self) -> None:
        self.setAccessibleName(" ".join(note.text for note in self.notes))
        if self._notes:
            newest, others = self._notes[-1], len(self._notes) - 1
            self.mark.set_icon(newest.icon or "info", "info" if newest.tone == "plain" else newest.tone)
            self.words.setText(newest.text)
            self.count.setText(self.more(others) if others else "")
            self.way.setText(newest.lead.text if newest.lead is not None else "")
            self.way.setVisible(newest.lead is not None)
        self.count.setVisible(len(self._notes) > 1)
        self.setVisible(bool(self._notes))
        self.updateGeometry()
        self.update()

    def _on_close(self) -> None:
        self.read()

    def _on_way(self) -> None:
        lead = self._notes[-1].lead if self._notes else None
        self.read()
        if lead is not None:
            lead.go()

    def on_look_changed(self) -> None:
        self._show()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
        self.room_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.room_changed.emit()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        layout, window = self.layout(), self.parentWidget()
        # it is as wide as its window: its own width, before it was laid out, would make it a tower
        wide = window.width() if window is not None else self.width()
        high = layout.totalHeightForWidth(wide) if layout is not None else hint.height()
        return QSize(hint.width(), max(40, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.info_bg)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour.info)
