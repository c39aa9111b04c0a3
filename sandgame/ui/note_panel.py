"""The note in four parts, each a small box to write in; below it what the table wrote the last time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from sandgame.present.notes import LONGEST_NOTE, PdcaPicture, WrittenNote
from sandgame.present.review_draft import PARTS, NoteDraft
from sandgame.ui.kit.badge_widget import BadgeWidget
from sandgame.ui.kit.cards import Card, PanelHeader, column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import current_look
from sandgame.ui.rows import Rows, drop

_LINES = 2


class NoteBox(Card):
    """A label and a few lines to write in; Tab goes on."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__(corner=8)
        lines = column(self, margins=(8, 6, 4, 4), gap=0)
        self.label = Label("", "caption", "info", weight=700)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.document().setDocumentMargin(0)
        self.edit.setStyleSheet("padding: 2px 0;")
        set_ring(self.edit, corner=7)
        lines.addWidget(self.label)
        lines.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self.on_look_changed()

    def set_texts(self, label: str, hint: str) -> None:
        self.label.setText(label)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(label)

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        if text != self.text():
            self.edit.setPlainText(text)

    def on_look_changed(self) -> None:
        self.edit.setFixedHeight(round(_LINES * current_look().line("body")) + 6)

    def _on_text(self) -> None:
        text = self.edit.toPlainText()
        if len(text) > LONGEST_NOTE:
            cursor = self.edit.textCursor()
            place = min(cursor.position(), LONGEST_NOTE)
            self.edit.setPlainText(text[:LONGEST_NOTE])
            cursor.setPosition(place)
            self.edit.setTextCursor(cursor)
            return
        self.edited.emit()


class NotePanel(QWidget):
    """`edited` with every letter."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        whole = column(self, margins=(0, 0, 0, 0), gap=0)
        self._head = PanelHeader("", "notebook-pen")
        whole.addWidget(self._head)
        inside = QWidget()
        whole.addWidget(inside)
        lines = column(inside, margins=(12, 8, 12, 12), gap=8)
        self._seen_by = Label("", "caption", "text_secondary", wraps=True, icon="users")
        lines.addWidget(self._seen_by)
        self._writing = QWidget()
        grid = QGridLayout(self._writing)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.boxes = [NoteBox() for _ in PARTS]
        for number, box in enumerate(self.boxes):
            grid.addWidget(box, number // 2, number % 2)
            box.edited.connect(self.edited)
        lines.addWidget(self._writing)
        self.fault = FaultLine()
        lines.addWidget(self.fault)
        past = QWidget()
        self._past = past
        rows = column(past, margins=(0, 0, 0, 0), gap=8)
        self._past_title = Label("", "caption", "text_secondary")
        rows.addWidget(self._past_title)
        self._rows: Rows[WrittenNote, WrittenRow] = Rows(rows, WrittenRow, WrittenRow.show_note)
        lines.addWidget(past)

    def show_note(self, picture: PdcaPicture) -> None:
        writes = bool(picture.labels)
        self._head.set_texts(picture.title or picture.past_title)
        self._seen_by.setText(picture.seen_by)
        self._seen_by.setVisible(writes)
        self._writing.setVisible(writes)
        for box, label in zip(self.boxes, picture.labels, strict=False):
            box.set_texts(label, picture.hint)
        if writes:
            self.set_draft(picture.draft)
        self._past_title.setText(picture.past_title)
        self._past_title.setVisible(writes)
        self._rows.fill(picture.past)
        self._past.setVisible(bool(picture.past))

    def draft(self) -> NoteDraft:
        return NoteDraft(*(box.text() for box in self.boxes))

    def set_draft(self, draft: NoteDraft) -> None:
        words = [getattr(draft, part) for part in PARTS]
        for box, text in zip(self.boxes, words, strict=True):
            blocked = box.blockSignals(True)
            box.set_text(text)
            box.blockSignals(blocked)

    def set_enabled(self, enabled: bool) -> None:
        self._writing.setEnabled(enabled)


class WrittenRow(QWidget):
    """A department's note: its badge, then each part with its label."""

    def __init__(self) -> None:
        super().__init__()
        self._inside: QWidget | None = None
        self._shown: WrittenNote | None = None
        self._lines = column(self, margins=(0, 0, 0, 0), gap=0)

    def show_note(self, note: WrittenNote) -> None:
        if note == self._shown:
            return
        self._shown = note
        if self._inside is not None:
            self._lines.removeWidget(self._inside)
            drop(self._inside)
        self._inside = QWidget()
        across = row(self._inside, gap=8)
        across.addWidget(BadgeWidget(note.badge, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        lines = column(words, margins=(0, 0, 0, 0), gap=1)
        lines.addWidget(Label(note.name, "body", weight=700))
        for label, text in note.parts:
            lines.addWidget(Label(f"**{label}** {text}", "caption", "text_secondary", wraps=True))
        across.addWidget(words, 1)
        self._lines.addWidget(self._inside)
