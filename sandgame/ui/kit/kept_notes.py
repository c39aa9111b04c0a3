"""Notes that stay until they were read, in a place of their own: the newest on top, three at most, and the count."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph, put_line_at
from sandgame.paint.tokens import palette
from sandgame.present.pictures import Tone
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.kit.toast_place import ground_of, place_note, taken_in

_PAD, _GAP, _LEAD, _TAIL = 14, 6, 26, 24
_WIDEST = 460
_MOST = 3
_TALL = 420
"""On lower ground only the newest is shown."""
_MORE = 26


@dataclass(frozen=True, slots=True)
class Note:
    """`kind`: the newest of a kind takes the place of the one before. `passes`: it goes with the page it is about."""

    text: str
    icon: str = ""
    tone: Tone = "plain"
    kind: str = ""
    passes: bool = False


class KeptNotes(QWidget, Themed):
    """A click takes the note away that was clicked; `read` the newest."""

    def __init__(self, window: QWidget, beside: QWidget, zone: Callable[[], QWidget | None]) -> None:
        super().__init__(window)
        self._beside, self._zone = beside, zone
        self._notes: list[Note] = []
        self._boxes: list[QRect] = []
        self.more: Callable[[int], str] = lambda count: f"+{count}"
        """What says how many more there are."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("floats", True)
        self.hide()
        window.installEventFilter(self)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The newest first."""
        return tuple(reversed(self._notes))

    def add(self, note: Note) -> None:
        kept = [each for each in self._notes if each.text != note.text and not (note.kind and each.kind == note.kind)]
        self._notes = [*kept, note]
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, note.text))
        self._arrange()

    def read(self, at: int = 0) -> bool:
        """One note goes, the newest first; False if there is none."""
        if at >= len(self._notes):
            return False
        self._notes.remove(self.notes[at])
        self._arrange()
        return True

    def forget_passing(self) -> None:
        self._notes = [note for note in self._notes if not note.passes]
        self._arrange()

    def forget(self, kind: str) -> None:
        self._notes = [note for note in self._notes if note.kind != kind]
        self._arrange()

    def _arrange(self) -> None:
        self.setAccessibleName(" ".join(note.text for note in self.notes))
        self.setVisible(bool(self._notes))
        if self._notes:
            self.raise_()
            self._beside.raise_()
            self._place()
            self.update()

    def _words(self, note: Note) -> Paragraph:
        return Paragraph(note.text, current_look(), "body", 600)

    def _place(self) -> None:
        """As many as find a place that covers nothing; the newest in any case."""
        window, zone = self.parentWidget(), self._zone()
        if not self._notes or window is None:
            return
        ground = ground_of(zone, window) if zone is not None and zone.isVisible() else window.rect()
        taken = taken_in(window, self, self._beside)
        most = _MOST if ground.height() >= current_look().scaled(_TALL) else 1
        spot = QRect()
        for count in range(min(most, len(self._notes)), 0, -1):
            spot = place_note(self._fit(self.notes[:count], ground), ground, taken)
            if not any(spot.intersects(box) for box, _ in taken):
                break
        self.setGeometry(spot)
        self.update()

    def _fit(self, shown: tuple[Note, ...], ground: QRect) -> QSize:
        """Lays these out one below the other, and says what they take."""
        room = min(_WIDEST, ground.width() - 40) - 2 * _PAD - _LEAD - _TAIL
        wide = max(min(self._words(note).natural_width() + 1, room) for note in shown)
        across, top = round(wide) + 2 * _PAD + _LEAD + _TAIL, 0
        self._boxes = []
        for note in shown:
            high = round(self._words(note).height(wide)) + 20
            self._boxes.append(QRect(0, top, across, high))
            top += high + _GAP
        return QSize(across, top - _GAP if len(shown) == len(self._notes) else top + _MORE)

    def on_look_changed(self) -> None:
        self._place()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def box(self, at: int) -> QPoint:
        """The middle of a note that is shown."""
        return self._boxes[at].center()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self.read(next((at for at, box in enumerate(self._boxes) if box.contains(point)), 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for note, box in zip(self.notes, self._boxes, strict=False):
            self._draw(painter, note, QRectF(box))
        left = len(self._notes) - len(self._boxes)
        if left > 0:
            self._draw_more(painter, self.more(left))

    def _draw(self, painter: QPainter, note: Note, box: QRectF) -> None:
        look = current_look()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.top_bar)
        painter.drawRoundedRect(box, 10, 10)
        # the note's ground is dark in both schemes
        ink = look.colour.on_top_bar if note.tone == "plain" else palette("dark").named(note.tone)
        middle = box.center().y()
        if note.icon:
            draw_icon(painter, note.icon, QRectF(_PAD, middle - 8, 16, 16), ink)
        cross = QRectF(box.width() - _PAD - 14, middle - 7, 14, 14)
        draw_icon(painter, "x", cross, look.colour.on_top_bar_secondary)
        words = QRectF(_PAD + _LEAD, box.top() + 10, box.width() - 2 * _PAD - _LEAD - _TAIL, box.height() - 20)
        self._words(note).draw(painter, words, look.colour.on_top_bar)

    def _draw_more(self, painter: QPainter, text: str) -> None:
        look, top = current_look(), self.height() - _MORE
        box = QRectF(0, top, look.width(text, "caption", 700) + 2 * _PAD, _MORE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour.top_bar)
        painter.drawRoundedRect(box, 10, 10)
        ink = look.colour.on_top_bar
        put_line_at(painter, text, _PAD, box.center().y(), look, "caption", ink, 700)
