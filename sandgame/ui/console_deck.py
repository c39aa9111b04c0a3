"""Below the queue: event cards to be dragged or dealt by Enter, measures, and the notes of this class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.paint.lettering import Paragraph
from sandgame.present.console_deck import EventPicture, MeasurePicture, event_tip
from sandgame.ui.console_card import CARD_MIME
from sandgame.ui.kit.buttons import LinkButton
from sandgame.ui.kit.cards import EmptyState, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tabs import Tab, TabStrip
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows
from sandgame.ui.scroller import Scroller

TABS = ("events", "measures", "notes")


@dataclass(frozen=True, slots=True)
class Thing:
    """A card or a measure as the list shows it. `state`: a word on what has become of it."""

    id: str
    icon: str
    title: str
    line: str
    state: str
    tip: str
    enabled: bool
    drags: int = 0


def event_thing(picture: EventPicture) -> Thing:
    state = picture.dealt or picture.why_not or picture.now
    tip, may = event_tip(picture), not picture.why_not
    card = picture.card
    return Thing(str(card), "grip-vertical", picture.title, picture.line, state, tip, may, card)


def measure_thing(picture: MeasurePicture) -> Thing:
    tip = "\n".join(line for line in (picture.line, picture.cost, picture.why_not) if line)
    line = f"{picture.line} · {picture.cost}"
    return Thing(picture.measure, "presentation", picture.title, line, picture.why_not, tip, not picture.why_not)


class ThingCard(QAbstractButton, Themed):
    """A title with its line; Enter or a click opens it, an event card can be dragged. What is off says why."""

    opened = Signal(str)
    dragged = Signal(int)
    """The card that is under way, 0 when it has come down."""
    missed = Signal()
    """It came down where nobody takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thing: Thing | None = None
        self._pressed = QPoint()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_ring(self, corner=8)
        self.clicked.connect(self._on_clicked)

    def show_thing(self, thing: Thing) -> None:
        if thing == self._thing:
            return
        self._thing = thing
        self.setText(thing.title)
        self.setAccessibleName(thing.title)
        self.setAccessibleDescription(" ".join(part for part in (thing.line, thing.state) if part))
        self.setToolTip(thing.tip)
        self.updateGeometry()
        self.update()

    def thing(self) -> Thing | None:
        return self._thing

    def on_look_changed(self) -> None:
        self.updateGeometry()

    def _on_clicked(self) -> None:
        if self._thing is not None and self._thing.enabled:
            self.opened.emit(self._thing.id)

    # measuring and drawing

    def _parts(self) -> tuple[Paragraph, Paragraph, Paragraph | None]:
        look, thing = current_look(), self._thing
        assert thing is not None
        state = Paragraph(thing.state, look, "caption", 600) if thing.state else None
        return Paragraph(thing.title, look, "body", 700), Paragraph(thing.line, look, "caption"), state

    def _room(self, width: int) -> int:
        return max(60, width - 34 - 12)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._thing is None:
            return 48
        room = self._room(width)
        return round(sum(part.height(room) for part in self._parts() if part is not None) + 14)

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        thing = self._thing
        if thing is None:
            return
        look = current_look()
        colour = look.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour.control_border if self.underMouse() and thing.enabled else colour.divider, 1))
        painter.setBrush(colour.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        draw_icon(painter, thing.icon, QRectF(11, self.height() / 2 - 7, 14, 14), colour.text_secondary)
        room, top = self._room(self.width()), 7.0
        inks = (colour.text if thing.enabled else colour.text_secondary, colour.text_secondary, colour.text_secondary)
        for part, ink in zip(self._parts(), inks, strict=True):
            if part is not None:
                high = part.height(room)
                part.draw(painter, QRectF(34, top, room, high), ink)
                top += high

    # dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        thing = self._thing
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if thing is None or not thing.enabled or not thing.drags or not held or not far:
            super().mouseMoveEvent(event)
            return
        self.setDown(False)
        drag, data = QDrag(self), QMimeData()
        data.setData(CARD_MIME, str(thing.drags).encode())
        drag.setMimeData(data)
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._pressed)
        self.dragged.emit(thing.drags)
        done = drag.exec(Qt.DropAction.CopyAction)
        self.dragged.emit(0)
        if done == Qt.DropAction.IgnoreAction:
            self.missed.emit()


@dataclass(frozen=True, slots=True)
class NoteRow:
    """`keeps`: what a bookmark of it says, and at which table; `act` is its button, `kept` what stands there after."""

    title: str
    text: str
    icon: str = "bookmark"
    keeps: tuple[int, str] | None = None
    act: str = ""
    kept: str = ""


class NoteLine(QWidget):
    """A bookmark, or what observers wrote with the way to make a bookmark of it."""

    keep_asked = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note: NoteRow | None = None
        self._title = Label("", "caption", "text_secondary")
        self._text = Label("", "body", wraps=True, icon="bookmark", icon_tone="caution")
        words = column(self, margins=(2, 2, 2, 4), gap=0)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self.keep = LinkButton("", "bookmark", size="small")
        self.keep.clicked.connect(self._on_keep)
        across = row(gap=0)
        across.addWidget(self.keep)
        across.addStretch(1)
        words.addLayout(across)

    def _on_keep(self) -> None:
        if self._note is not None and self._note.keeps is not None:
            self.keep_asked.emit(*self._note.keeps)

    def show_note(self, note: NoteRow) -> None:
        self._note = note
        self._title.setText(note.title)
        self._text.setText(note.text)
        self._text.set_icon(note.icon)
        self.keep.setVisible(note.keeps is not None or bool(note.kept))
        self.keep.setEnabled(note.keeps is not None)
        self.keep.setText(note.act if note.keeps is not None else note.kept)
        self.keep.setAccessibleName(f"{note.title} {self.keep.text()}")


class _List(QWidget):
    """A hint, cards or notes, and what stands there when there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = Label("", "caption", "text_secondary", wraps=True)
        self.empty = EmptyState()
        self.inner = QWidget()
        self.column: QVBoxLayout = column(self.inner, margins=(12, 10, 12, 10), gap=6)
        self.column.addWidget(self.hint)
        self.column.addWidget(self.empty)
        self.column.addStretch(1)
        self.area = Scroller(self.inner)
        column(self, margins=(0, 0, 0, 0), gap=0).addWidget(self.area)

    def show_rest(self, hint: str, empty: tuple[str, str], *, hollow: bool) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint) and not hollow)
        self.empty.set_texts(*empty)
        self.empty.setVisible(hollow)


class DeckPanel(QWidget):
    """Three tabs; what stands in them is empty while the screen is shared."""

    event_asked = Signal(int)
    measure_asked = Signal(str)
    keep_asked = Signal(int, str)
    """At this table these words are to be a bookmark."""
    dragged = Signal(int)
    missed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: list[Tab] = []
        self.tabs = TabStrip()
        self.tabs.index_changed.connect(self._on_tab)
        self._stack = QStackedWidget()
        self._lists = {name: _List() for name in TABS}
        for each in self._lists.values():
            self._stack.addWidget(each)
        self._events = Rows(self._lists["events"].column, partial(self._make, "events"), ThingCard.show_thing)
        self._measures = Rows(self._lists["measures"].column, partial(self._make, "measures"), ThingCard.show_thing)
        self._notes = Rows(self._lists["notes"].column, self._make_note, NoteLine.show_note)
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        whole.addWidget(self.tabs)
        whole.addWidget(self._stack, 1)

    def _make(self, kind: str) -> ThingCard:
        made = ThingCard()
        if kind == "events":
            made.opened.connect(lambda card: self.event_asked.emit(int(card)))
        else:
            made.opened.connect(self.measure_asked)
        made.dragged.connect(self.dragged)
        made.missed.connect(self.missed)
        return made

    def _make_note(self) -> NoteLine:
        made = NoteLine()
        made.keep_asked.connect(self.keep_asked)
        return made

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)

    def show_deck(
        self,
        tabs: Sequence[str],
        hints: Sequence[str],
        empties: Sequence[tuple[str, str]],
        events: Sequence[Thing],
        measures: Sequence[Thing],
        notes: Sequence[NoteRow],
    ) -> None:
        icons = ("layers", "presentation", "bookmark")
        counts = ("", "", str(len(notes)) if notes else "")
        made = [Tab(text, count, "plain", icon) for text, count, icon in zip(tabs, counts, icons, strict=True)]
        if made != self._tabs:
            self._tabs = made
            self.tabs.set_tabs(made)
        self._events.fill(events)
        self._measures.fill(measures)
        self._notes.fill(notes)
        hollow = (not events, not measures, not notes)
        for name, hint, empty, none in zip(TABS, hints, empties, hollow, strict=True):
            self._lists[name].show_rest(hint, empty, hollow=none)

    def note_lines(self) -> list[NoteLine]:
        return self._notes.widgets

    def things(self) -> list[ThingCard]:
        return [*self._events.widgets, *self._measures.widgets]
