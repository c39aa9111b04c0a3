"""Print and save as PDF, from the seat: two buttons, and beside them what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sandgame.paint.leaves import Leaves
from sandgame.paint.look import Look
from sandgame.text.speech import Speech
from sandgame.ui import printing
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import column, row
from sandgame.ui.kit.fields import FaultLine
from sandgame.ui.kit.labels import Label

Make = Callable[[Look], Leaves]
AskWhere = Callable[[QWidget, str, str, str], str]
Send = Callable[[QWidget, Leaves, Look], bool | None]


class PaperWays(QWidget):
    """`make` gives the leaves when they are asked for. Paper is light, in the language of the screen."""

    def __init__(
        self,
        speech: Speech,
        make: Make,
        *,
        ask: AskWhere = printing.ask_where,
        has_printer: Callable[[], bool] = printing.has_printer,
        send: Send = printing.print_leaves,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech, self._make = speech, make
        self._ask, self._has_printer, self._send = ask, has_printer, send
        self._folder = ""
        self.print, self.save = SecondaryButton("", "printer"), SecondaryButton("", "download")
        self.fault = FaultLine()
        self.done = Label(role="caption", tone="positive", wraps=True, icon="circle-check")
        self.done.hide()
        lines = column(self, margins=(0, 0, 0, 0), gap=4)
        across = row(gap=8)
        across.addWidget(self.print)
        across.addWidget(self.save)
        across.addStretch(1)
        lines.addLayout(across)
        lines.addWidget(self.fault)
        lines.addWidget(self.done)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.in_language(speech)

    def in_language(self, speech: Speech) -> None:
        if speech.language != self._speech.language:
            self._say()
        self._speech = speech
        self.print.setText(speech.say("paper-print"))
        self.save.setText(speech.say("paper-save"))

    def _look(self) -> Look:
        return Look("light", self._speech.language, 100, calm=True)

    def _say(self, fault: str = "", done: str = "") -> None:
        self.fault.set_fault(fault)
        self.done.setText(done)
        self.done.setVisible(bool(done))

    def _on_save(self) -> None:
        self._say()
        look, say = self._look(), self._speech.say
        leaves = self._make(look)
        path = self._ask(self, say("paper-save-title"), say("paper-kind"), printing.suggested(leaves, self._folder))
        if not path:
            return
        file = printing.save(path, leaves, look)
        if file is None:
            self._say(fault=say("paper-no-place", folder=str(Path(path).parent)))
            return
        self._folder = str(file.parent)
        beside = file.stem not in (Path(path).name, Path(path).stem)
        self._say(done=say("paper-saved-beside" if beside else "paper-saved", file=str(file)))

    def _on_print(self) -> None:
        self._say()
        look, say = self._look(), self._speech.say
        if not self._has_printer():
            self._say(fault=say("paper-no-printer"))
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        sent = self._send(self, self._make(look), look)
        if sent is not None:
            self._say(done=say("paper-printed")) if sent else self._say(fault=say("paper-not-printed"))
