"""Short notes at the bottom centre of a window, or higher up where nothing lies that can be used: six seconds, one at
a time, read out by assistive tools."""

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph
from sandgame.paint.tokens import palette, timing
from sandgame.present.pictures import Tone
from sandgame.ui.kit.themed import Themed, current_look

_PAD = 14
_WIDEST = 460
_STEP = 8
_LEAST_TOP = 0.16
"""No note lies higher than this part of its window: there the sentence of what is asked stands."""
_GROUND = (400, 160)
"""What takes the keyboard and is larger than this is a ground to lie on, such as the board, not a control."""


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    icon: str = ""
    tone: Tone = "plain"


class Toasts(QWidget, Themed):
    """Lies over its window; `say` queues a note. A click sends it away."""

    def __init__(self, window: QWidget, *, above: int = 24) -> None:
        super().__init__(window)
        self._above = above
        self._waiting: deque[Note] = deque()
        self._note: Note | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(timing("toastSeconds") * 1000)
        self._timer.timeout.connect(self.next_note)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("floats", True)
        self.hide()
        window.installEventFilter(self)

    def say(self, text: str, icon: str = "", tone: Tone = "plain") -> None:
        """Shows a note, or queues it behind the present one."""
        self._waiting.append(Note(text, icon, tone))
        if self._note is None:
            self.next_note()

    def text(self) -> str:
        """What is shown now, "" if nothing."""
        return self._note.text if self._note is not None else ""

    def next_note(self) -> None:
        """The next note in the queue, or none."""
        self._timer.stop()
        self._note = self._waiting.popleft() if self._waiting else None
        if self._note is None:
            self.hide()
            return
        self.setAccessibleName(self._note.text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._note.text))
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._timer.start()

    def _words(self) -> Paragraph:
        text = self._note.text if self._note is not None else ""
        return Paragraph(text, current_look(), "body", 600)

    def _lead(self) -> int:
        return 26 if self._note is not None and self._note.icon else 0

    def _place(self) -> None:
        window = self.parentWidget()
        if self._note is None or window is None:
            return
        words = self._words()
        room = min(_WIDEST, window.width() - 40) - 2 * _PAD - self._lead()
        wide = min(words.natural_width() + 1, room)
        size = QSize(round(wide) + 2 * _PAD + self._lead(), round(words.height(wide)) + 20)
        left, low = (window.width() - size.width()) // 2, window.height() - self._above - size.height()
        box = QRect(QPoint(left, low), size)
        used = controls_shown(window)
        for top in range(low, round(window.height() * _LEAST_TOP), -_STEP):
            tried = QRect(QPoint(left, top), size)
            if not any(tried.adjusted(-4, -4, 4, 4).intersects(each) for each in used):
                box = tried
                break
        self.setGeometry(box)

    def on_look_changed(self) -> None:
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.next_note()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._note is None:
            return
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.top_bar)
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        # the note's ground is dark in both schemes
        dark = palette("dark")
        ink = look.colour.on_top_bar if self._note.tone == "plain" else dark.named(self._note.tone)
        if self._note.icon:
            draw_icon(painter, self._note.icon, QRectF(_PAD, self.height() / 2 - 8, 16, 16), ink)
        left = _PAD + self._lead()
        box = QRectF(left, 10, self.width() - left - _PAD, self.height() - 20)
        self._words().draw(painter, box, look.colour.on_top_bar)


def controls_shown(window: QWidget) -> list[QRect]:
    """Where something lies that can be clicked or written in now."""
    found = []
    for each in window.findChildren(QWidget):
        takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not takes or not each.isVisible() or not each.isEnabled() or isinstance(each, QAbstractScrollArea):
            continue
        if each.width() < _GROUND[0] or each.height() < _GROUND[1]:
            shown = each.visibleRegion().boundingRect()
            found.append(QRect(each.mapTo(window, shown.topLeft()), shown.size()))
    return found
