"""Short notes over a window, where they cover nothing that is read or used: six seconds, one at a time, read out by
assistive tools. Those that stay until they were read have a strip of their own and hold nothing back."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph
from sandgame.paint.tokens import palette, timing
from sandgame.present.pictures import Tone
from sandgame.ui.kit.kept_notes import KeptNotes, Lead, Note
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.toast_place import ground_of, place_note, taken_in

_PAD = 14
_WIDEST = 460


class Toasts(QWidget, Themed):
    """Lies over its window, within the zone that `zone` gives; `say` queues a note. A click sends it away."""

    def __init__(self, window: QWidget, *, zone: Callable[[], QWidget | None] = lambda: None) -> None:
        super().__init__(window)
        self._zone = zone
        self.kept = KeptNotes(window)
        """Those that stay until they were read; the window has to lay it out."""
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

    def say(
        self,
        text: str,
        icon: str = "",
        tone: Tone = "plain",
        *,
        stays: bool = False,
        kind: str = "",
        passes: bool = False,
        lead: Lead | None = None,
    ) -> None:
        """Shows a note, or queues it behind the present one. One that `stays` until it was read has its own place."""
        note = Note(text, icon, tone, kind, passes, lead)
        if stays:
            self.kept.add(note)
            return
        self._waiting.append(note)
        if self._note is None:
            self.next_note()

    def forget_passing(self) -> None:
        """What is not meant to stay is void: another page."""
        self._waiting.clear()
        self.kept.forget_passing()
        if self._note is not None:
            self.next_note()

    def text(self) -> str:
        """The passing note, else the newest of those that stay, "" if nothing is shown."""
        kept = self.kept.notes
        return self._note.text if self._note is not None else kept[0].text if kept else ""

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

    def read(self) -> bool:
        """The newest note that stays until it was read goes; False if there is none."""
        return self.kept.read()

    def _words(self) -> Paragraph:
        text = self._note.text if self._note is not None else ""
        return Paragraph(text, current_look(), "body", 600)

    def _lead(self) -> int:
        return 26 if self._note is not None and self._note.icon else 0

    def _place(self) -> None:
        window = self.parentWidget()
        if self._note is None or window is None:
            return
        zone = self._zone()
        ground = ground_of(zone, window) if zone is not None and zone.isVisible() else window.rect()
        words = self._words()
        room = min(_WIDEST, ground.width() - 40) - 2 * _PAD - self._lead()
        wide = min(words.natural_width() + 1, room)
        size = QSize(round(wide) + 2 * _PAD + self._lead(), round(words.height(wide)) + 20)
        self.setGeometry(place_note(size, ground, taken_in(window, self)))

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
