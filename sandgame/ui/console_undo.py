"""A note with one button to take back what was just done, over the foot of the page; it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, row
from sandgame.ui.kit.labels import Label

_SECONDS = 12
_ABOVE = 16


class UndoNote(Card):
    """One at a time: what came before stays done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._undo: Callable[[], None] = lambda: None
        self.text = Label("", "body", weight=600)
        self.button = SecondaryButton("", "undo-2", size="small")
        across = row(self, margins=(14, 8, 8, 8), gap=12)
        across.addWidget(self.text)
        across.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self.button.clicked.connect(self._on_undo)
        self.setProperty("floats", True)
        self.hide()
        window.installEventFilter(self)

    def offer(self, text: str, button: str, undo: Callable[[], None]) -> None:
        self._undo = undo
        self.text.setText(text)
        self.button.setText(button)
        self.button.setAccessibleName(f"{text} {button}")
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _on_undo(self) -> None:
        self.hide()
        self._undo()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            self.adjustSize()
            self.move((window.width() - self.width()) // 2, window.height() - self.height() - _ABOVE)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False
