"""What comes between a person and the table: waiting that lasts longer than a blink, and trouble."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.ui.trouble import TroubleScreen, WaitScreen

_BLINK_MS = 250


class Interruptions(QObject):
    """Puts its two screens into the stack when they are first needed."""

    back_asked = Signal()

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._fault: tuple[Exception, Callable[[], None]] | None = None
        self._words = "", ""
        self.trouble: TroubleScreen | None = None
        self.wait: WaitScreen | None = None
        self._blink = QTimer(self)
        self._blink.setSingleShot(True)
        self._blink.setInterval(_BLINK_MS)
        self._blink.timeout.connect(self.show_wait)

    def wait_for(self, title: str, line: str = "") -> None:
        """A screen says so if it takes longer than a blink."""
        self._words = title, line
        self._blink.start()

    def over(self) -> None:
        """Nothing is waited for any more."""
        self._blink.stop()

    def show_wait(self) -> None:
        if self.wait is None:
            from sandgame.ui.trouble import WaitScreen

            self.wait = WaitScreen()
            self._stack.addWidget(self.wait)
        self.wait.show_words(*self._words)
        self._stack.setCurrentWidget(self.wait)

    def fail(self, fault: Exception, again: Callable[[], None], speech: Speech) -> None:
        """Says what happened and what to do; `again` is what the button tries once more."""
        self._blink.stop()
        if self.trouble is None:
            from sandgame.ui.trouble import TroubleScreen

            self.trouble = TroubleScreen()
            self.trouble.back_asked.connect(self.back_asked)
            self.trouble.retry_asked.connect(self._on_retry)
            self._stack.addWidget(self.trouble)
        self._fault = fault, again
        self.in_language(speech)
        self._stack.setCurrentWidget(self.trouble)
        self.trouble.focus_first()

    def is_trouble(self) -> bool:
        """Whether the trouble is what is shown now."""
        return self.trouble is not None and self._stack.currentWidget() is self.trouble

    def in_language(self, speech: Speech) -> None:
        if self.trouble is not None and self._fault is not None:
            from sandgame.present.trouble import trouble_page

            self.trouble.show_page(trouble_page(speech, self._fault[0]))

    def _on_retry(self) -> None:
        if self._fault is not None:
            self._fault[1]()
