"""The shell is made piece by piece while a person still looks at the seats, so that no piece is felt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from sandgame.ui.pages import PAGES

if TYPE_CHECKING:
    from sandgame.rules.ids import Phase
    from sandgame.text.speech import Speech
    from sandgame.ui.page import Page
    from sandgame.ui.shell import ShellScreen


class Preparation(QObject):
    """Makes a page at every idle moment, and the shell around them at the last."""

    def __init__(self, make_shell: Callable[[dict[Phase, Page]], ShellScreen], parent: QObject) -> None:
        super().__init__(parent)
        self._make_shell = make_shell
        self._left = dict(PAGES)
        self._pages: dict[Phase, Page] = {}
        self._shell: ShellScreen | None = None
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._step)
        self._idle.start(0)

    def shell(self) -> ShellScreen:
        """The whole of it; what is missing is made at once."""
        while self._shell is None:
            self._step()
        return self._shell

    def end(self) -> ShellScreen | None:
        """Makes nothing more; gives the shell if it was made."""
        self._idle.stop()
        self.deleteLater()
        return self._shell

    def in_language(self, speech: Speech) -> None:
        if self._shell is not None:
            self._shell.in_language(speech)

    def _step(self) -> None:
        if self._left:
            phase = next(iter(self._left))
            self._pages[phase] = self._left.pop(phase)()
        else:
            self._idle.stop()
            self._shell = self._make_shell(self._pages)
