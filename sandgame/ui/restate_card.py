"""Saying a need in one's own words, or confirming it, in the sheet that it is about; it can be left again unsaid."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from sandgame.present.restating import RestatePicture
from sandgame.text.speech import Speech
from sandgame.ui.kit.buttons import FlatButton, PrimaryButton, SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.focus_ring import set_ring
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.themed import Themed, current_look

_LEAST_LINES, _MOST_LINES = 2, 4
_LONGEST = 200
_FRAME = 18


class RestateField(QPlainTextEdit, Themed):
    """Two lines, or as many as one statement takes: Enter sends it, Esc leaves it, Tab goes on."""

    sent = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        set_ring(self, corner=7)
        self.textChanged.connect(self._on_text)
        self.on_look_changed()

    def text(self) -> str:
        return " ".join(self.toPlainText().split())

    def setText(self, text: str) -> None:
        self.setPlainText(text)

    def on_look_changed(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = max(self.fontMetrics().lineSpacing(), current_look().line("body"))
        block, wanted = self.document().firstBlock(), 0.0
        while block.isValid():
            # as laid out: signs of another font may make a line higher
            wanted += self.blockBoundingRect(block).height()
            block = block.next()
        high = math.ceil(min(max(wanted, _LEAST_LINES * line), _MOST_LINES * line)) + _FRAME
        if high != self.height():
            self.setFixedHeight(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.sent.emit()
        else:
            super().keyPressEvent(event)

    def _on_text(self) -> None:
        text = self.toPlainText()
        if len(text) > _LONGEST:
            cursor = self.textCursor()
            place = min(cursor.position(), _LONGEST)
            self.setPlainText(text[:_LONGEST])
            cursor.setPosition(place)
            self.setTextCursor(cursor)
        self._fit()


class RestateCard(Card):
    """`left` when I would rather not say it now; a correction left goes back to the question."""

    said = Signal(str)
    confirmed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(ground="info", corner=8)
        layout = column(self, margins=(11, 8, 11, 8), gap=6)
        self.text = Label("", "caption", wraps=True, icon="repeat-2")
        self.quote = Label("", "body", weight=600, wraps=True)
        self.edit = RestateField()
        buttons = row(gap=8)
        self.yes = PrimaryButton(size="small")
        self.no = SecondaryButton(size="small")
        self.cancel = FlatButton(size="small")
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        for widget in (self.text, self.quote, self.edit):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self._mode = ""
        self._correcting = False
        self._sheet = 0
        self._draft = ""
        self._texts: dict[str, str] = {}
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.cancel.clicked.connect(self._on_cancel)
        self.edit.sent.connect(self._on_yes)
        self.edit.left.connect(self._on_cancel)

    def show_restate(self, sheet: int, picture: RestatePicture, speech: Speech) -> None:
        say = speech.say
        self._draft = picture.draft
        if (sheet, picture.mode) != (self._sheet, self._mode):
            self._correcting = False
            self.edit.setText(picture.draft)
        self._sheet, self._mode = sheet, picture.mode
        self._texts = {
            "say": say("negotiate-restate-send"),
            "confirm": picture.button,
            "no": say("negotiate-restated-no"),
            "correct": say("negotiate-restated-correct"),
            "cancel": say("negotiate-restate-cancel"),
        }
        self.text.setText(picture.text)
        self.quote.setText(picture.quote)
        self.quote.setVisible(bool(picture.quote))
        self.edit.setPlaceholderText(say("negotiate-restated-hint") if picture.mode == "confirm" else "")
        self.edit.setAccessibleName(picture.text)
        self._show_buttons()

    def _show_buttons(self) -> None:
        writing = self._mode == "say" or self._correcting
        self.edit.setVisible(writing)
        self.yes.setVisible(self._mode in ("say", "confirm"))
        self.yes.setText(self._texts["correct" if self._correcting else self._mode] if self._mode != "done" else "")
        self.no.setVisible(self._mode == "confirm" and not self._correcting)
        self.no.setText(self._texts["no"])
        self.cancel.setVisible(writing)
        self.cancel.setText(self._texts["cancel"])

    def _on_yes(self) -> None:
        if self._mode == "say":
            self.said.emit(self.edit.text())
        else:
            self.confirmed.emit(self.edit.text() if self._correcting else "")

    def _on_no(self) -> None:
        self._correcting = True
        self.edit.setText("")
        self._show_buttons()
        self.edit.setFocus()

    def _on_cancel(self) -> None:
        if self._correcting:
            self._correcting = False
            self._show_buttons()
            self.no.setFocus()
        else:
            self.edit.setText(self._draft)
            self.left.emit()
