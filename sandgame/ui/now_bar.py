"""The now bar: whose seat, what is asked, the checklist that leads to its places, undo, and the primary button."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sandgame.paint.tokens import size
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.pictures import BadgePicture, CheckPicture
from sandgame.present.shell import WaitingPicture
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Divider, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.tag import CheckItem
from sandgame.ui.kit.themed import Themed, current_look
from sandgame.ui.rows import Rows


class NowBarPanel(QWidget, Themed):
    """One row of 46 px; where sentence and checklist do not fit side by side, the checklist takes a row of its own."""

    check_asked = Signal(int)
    primary_asked = Signal()
    change_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, badge: BadgePicture) -> None:
        super().__init__()
        self.badge = BadgeWidget(badge, 26)
        self.sentence = Label("", "label", weight=700)
        self.sentence.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_ring(self.sentence, own=True)  # nothing can be done there: it is only read out
        self.line = Divider(upright=True)
        self.line.setFixedHeight(26)
        self.things = QWidget()
        things = row(self.things, gap=16)
        self._checks: Rows[CheckPicture, CheckItem] = Rows(things, self._make_check, CheckItem.set_picture)
        self._notes: Rows[NotePicture, Label] = Rows(things, self._make_note, show_note)
        self.kept = Label("", "caption", "text_tertiary", icon="check")
        self.undo = FlatButton(icon="undo-2")
        self.redo = FlatButton(icon="redo-2")
        self.change = SecondaryButton("", "undo-2")
        self.primary = PrimaryButton()
        self.primary.set_key("F9")
        self._upper = row(margins=(16, 6, 12, 5), gap=12)
        self._lower = row(margins=(54, 0, 12, 6), gap=12)
        for widget in (self.badge, self.sentence, self.line):
            self._upper.addWidget(widget)
        self._upper.addStretch(1)
        for button in (self.kept, self.undo, self.redo, self.change, self.primary):
            self._upper.addWidget(button)
        self._lower.addStretch(1)
        layout = column(self, margins=(0, 0, 0, 1), gap=0)
        layout.addLayout(self._upper)
        layout.addLayout(self._lower)
        self._things_in: QHBoxLayout | None = None
        self._place_things(self._upper)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.change.clicked.connect(self.change_asked)
        self.primary.clicked.connect(self.primary_asked)

    @property
    def checks(self) -> list[CheckItem]:
        return self._checks.widgets

    def show_now(self, now: NowBar, waiting: WaitingPicture | None, undo: str, redo: str) -> None:
        self.sentence.setText(waiting.text if waiting else now.sentence)
        self.sentence.set_icon("hourglass" if waiting else "")
        self._checks.fill(() if waiting else now.checks)
        notes = (NotePicture("bell-ring", waiting.calls),) if waiting and waiting.calls else ()
        self._notes.fill(notes if waiting else now.notes)
        self.things.setVisible(bool(self._checks.widgets or self._notes.widgets))
        self.kept.setText("" if waiting else now.kept)
        self.kept.setVisible(bool(self.kept.text()))
        for button, able, text in ((self.undo, now.can_undo, undo), (self.redo, now.can_redo, redo)):
            button.setVisible(able is not None and waiting is None)
            button.setEnabled(bool(able))
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.change.setVisible(waiting is not None and bool(waiting.change))
        self.change.setText(waiting.change if waiting else "")
        self.primary.setVisible(waiting is None and bool(now.primary))
        self.primary.setText(now.primary)
        self.primary.set_icon(now.primary_icon)
        self.primary.setEnabled(now.enabled)
        self._arrange()

    def announce(self) -> None:
        """Takes the focus and says what is asked: at the beginning of a phase."""
        self.sentence.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sentence, self.sentence.text()))

    def on_look_changed(self) -> None:
        self._arrange()

    def _make_check(self) -> CheckItem:
        made = CheckItem()
        made.clicked.connect(partial(self._on_check, made))
        return made

    def _make_note(self) -> Label:
        return Label("", "body", "text_secondary", icon="info")

    def _on_check(self, item: CheckItem) -> None:
        self.check_asked.emit(item.picture().id)

    def _place_things(self, target: QHBoxLayout) -> None:
        if self._things_in is target:
            return
        if self._things_in is not None:
            self._things_in.removeWidget(self.things)
        target.insertWidget(3 if target is self._upper else 0, self.things)
        self._things_in = target

    def _arrange(self) -> None:
        # reckoned by hand: a layout's own figure lags behind a change of texts
        parts = (self.badge, self.sentence, self.kept, self.undo, self.redo, self.change, self.primary)
        wide = [part.sizeHint().width() for part in parts if not part.isHidden()]
        needed = _across([*wide, self.line.sizeHint().width()], 12) + 28
        things = [thing.sizeHint().width() for thing in (*self._checks.widgets, *self._notes.widgets)]
        below = bool(things) and needed + _across(things, 16) + 24 > self.width()
        self._place_things(self._lower if below else self._upper)
        self.line.setVisible(bool(things) and not below)  # it parts the two only where they share a row
        self._lower.setContentsMargins(54, 0, 12, 6 if below else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(round(size("nowBar")), hint.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(400, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = current_look().colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.surface)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour.divider)


def _across(widths: Sequence[int], gap: int) -> int:
    return sum(widths) + gap * max(0, len(widths) - 1)


def show_note(label: Label, note: NotePicture) -> None:
    label.setText(note.text)
    label.set_icon(note.icon)
