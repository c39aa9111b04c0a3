"""One line of the plan: grip, whom it serves, its hours in a tray, a stepper, the verdict; dragged or moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sandgame.paint.icons import draw_icon
from sandgame.present.plan_lines import PlanLinePicture
from sandgame.present.plan_trays import TrayNote
from sandgame.present.shell import NOBODY
from sandgame.text.speech import Speech
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton
from sandgame.ui.kit.cards import Card, row
from sandgame.ui.kit.hours import Tray
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.stepper import Stepper
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows

LINE_FORMAT = "application/x-plan-line"
_DRAG_AFTER = 6
_WORDS_WIDTH = 132


class Grip(QWidget):
    """Six dots to take a line by."""

    taken = Signal()
    dragged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(20, 36)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() >= _DRAG_AFTER:
            self._pressed = None
            self.dragged.emit()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(2, (self.height() - 16) / 2, 16, 16)
        draw_icon(painter, "grip-vertical", box, current_look().colour.text_tertiary)


class NoteLine(Label):
    """A line under a tray, behind a short bar in the colour of what the units wait for."""

    def __init__(self) -> None:
        super().__init__("", "caption", "text_secondary", wraps=True)
        self._mark: int | str | None = None

    def show_note(self, note: TrayNote) -> None:
        if note.mark != self._mark:
            self._mark = note.mark
            self.setContentsMargins(22 if note.mark is not None else 0, 0, 0, 0)
            self.update()
        self.setText(note.text)
        self.set_tone(note.tone if note.tone != "plain" else "text_secondary")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark is None:
            return
        look = current_look()
        ink = look.department(self._mark).base if isinstance(self._mark, int) else look.colour.text_secondary
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, look.line("caption") / 2 - 1.5, 15, 3), 1.5, 1.5)


class LineWords(QVBoxLayout):
    """What a line of the plan is, in one column with those above and below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(1)
        self.title = Label("", "body", weight=700, wraps=True)
        self.line = Label("", "caption", "text_secondary", wraps=True)
        for label in (self.title, self.line):
            label.setFixedWidth(_WORDS_WIDTH)
            self.addWidget(label)

    def show_words(self, title: str, line: str) -> None:
        self.title.setText(title)
        self.line.setText(line)


class PlanLineCard(Card):
    """Focus is on the stepper; Alt+↑ and Alt+↓ move the line from anywhere in it."""

    units_changed = Signal(int, int)
    moved = Signal(int, int)
    removed = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        layout = row(self, margins=(6, 9, 10, 8), gap=8)
        self.grip = Grip()
        self.badge = BadgeWidget(NOBODY, 28)
        layout.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.words = LineWords()
        self.words.addStretch(1)
        layout.addLayout(self.words)
        middle = QVBoxLayout()
        middle.setSpacing(5)
        self.tray = Tray()
        self.no_tray = Label("", "caption", "text_secondary", wraps=True, icon="package")
        middle.addWidget(self.tray)
        middle.addWidget(self.no_tray)
        self._notes: Rows[TrayNote, NoteLine] = Rows(middle, NoteLine, NoteLine.show_note)
        layout.addLayout(middle, 1)
        layout.addLayout(self._side())
        self.grip.taken.connect(self._on_taken)
        self.grip.dragged.connect(self._on_dragged)
        self.units.value_changed.connect(self._on_units)
        self.remove.clicked.connect(self._on_removed)

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(5)
        steps = row(gap=2)
        self.units = Stepper(0, 99, 0)
        self.units.setFixedWidth(112)
        self.remove = FlatButton(icon="x", size="small")
        steps.addWidget(self.units)
        steps.addWidget(self.remove)
        steps.addStretch(1)
        self.verdict = Label("", "caption", weight=600, wraps=True, icon="circle-check")
        self.verdict.setFixedWidth(142)
        side.addLayout(steps)
        side.addWidget(self.verdict)
        side.addStretch(1)
        return side

    @property
    def at(self) -> int:
        return self._at

    def show_line(self, picture: PlanLinePicture, speech: Speech) -> None:
        self._at = picture.at
        self.badge.set_picture(picture.badge)
        self.words.show_words(picture.title, picture.line)
        self.tray.setVisible(picture.tray is not None)
        if picture.tray is not None:
            self.tray.set_picture(picture.tray)
        self.no_tray.setText(picture.no_tray)
        self.no_tray.setVisible(picture.tray is None)
        self._notes.fill(picture.notes)
        self.units.set_range(0, picture.most)
        self.units.set_value(picture.units)
        self.units.setAccessibleName(picture.spoken)
        self.units.setToolTip(speech.say("plan-order-keys"))
        self.grip.setToolTip(speech.say("plan-order-keys"))
        self.remove.setVisible(picture.removable)
        self.remove.setToolTip(speech.say("plan-remove"))
        self.remove.setAccessibleName(speech.say("plan-remove"))
        self.verdict.setText(picture.verdict)
        self.verdict.set_icon(picture.verdict_icon)
        self.verdict.set_tone(picture.tone if picture.tone != "plain" else "text_secondary")
        self.setAccessibleName(picture.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._at, self._at + step)
            return
        super().keyPressEvent(event)

    def _on_taken(self) -> None:
        """By the mouse: the keys work on it at once."""
        self.units.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self._at)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_taken()
        super().mousePressEvent(event)

    def _on_units(self, units: int) -> None:
        self.units_changed.emit(self._at, units)

    def _on_removed(self) -> None:
        self.removed.emit(self._at)

    def _on_dragged(self) -> None:
        """Carries a picture of the line; where it is dropped it will stand."""
        drag = QDrag(self)
        mime = QMimeData()
        mime.setData(LINE_FORMAT, str(self._at).encode())
        drag.setMimeData(mime)
        drag.setPixmap(self.grab())
        drag.setHotSpot(QPoint(14, self.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)
