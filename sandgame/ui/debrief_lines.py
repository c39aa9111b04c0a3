"""A field of some lines for what people write down in the debrief: all of it is seen while it is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget

from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look


class LinesField(QWidget, Themed):
    """One sentence that wraps: Enter and Tab go on. `left` when the writer goes elsewhere."""

    text_changed = Signal(str)
    left = Signal()

    def __init__(self, lines: int = 3, *, longest: int = 400, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._longest = lines, longest
        self.label = Label(role="caption", tone="text_secondary", wraps=True)
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.edit.document().setDocumentMargin(2)
        self.edit.installEventFilter(self)
        set_ring(self.edit, corner=7)
        self.setFocusProxy(self.edit)
        across = QVBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(3)
        across.addWidget(self.label)
        across.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_text)
        self.on_look_changed()

    def on_look_changed(self) -> None:
        look = current_look()
        # said again: inside a scrolling area no scrolling thing has a border
        line, ground = look.colour.control_border.name(), look.colour.surface.name()
        self.edit.setStyleSheet(f"QPlainTextEdit {{ border: 1px solid {line}; border-radius: 7px;"
                                f" background: {ground}; padding: 4px 6px; }}")  # fmt: skip
        self.edit.setFixedHeight(round(self._lines * look.line("body")) + 16)

    def set_texts(self, label: str) -> None:
        self.label.setText(label)
        self.edit.setAccessibleName(label)

    def text(self) -> str:
        """In one line, also where lines were pasted."""
        return " ".join(self.edit.toPlainText().split("\n"))

    def set_text(self, text: str) -> None:
        self.edit.setPlainText(text)

    def _on_text(self) -> None:
        text = self.edit.toPlainText()
        if len(text) > self._longest:
            cursor = self.edit.textCursor()
            place = min(cursor.position(), self._longest)
            self.edit.setPlainText(text[: self._longest])
            cursor.setPosition(place)
            self.edit.setTextCursor(cursor)
            return
        self.text_changed.emit(self.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
                QApplication.sendEvent(self.edit, tab)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
