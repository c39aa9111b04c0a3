"""What is done at a page of the debrief: what hands it in, that it went out, and what comes back of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.debrief import OwnSaid, PageName
from sandgame.present.debrief_known import DebriefKnown
from sandgame.present.debrief_scene import DebriefScene
from sandgame.rules.ids import SeatId
from sandgame.ui.kit.buttons import PrimaryButton
from sandgame.ui.kit.labels import Label


def done_line() -> Label:
    """Says that something went out; hidden until then."""
    line = Label(role="body", tone="positive", weight=700, wraps=True, icon="circle-check")
    line.hide()
    return line


class Work(QWidget):
    """One page's work for one seat; what was typed stays while other pages are shown."""

    kept = Signal(object)
    """A KeepDebrief."""

    def __init__(self, seat: SeatId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seat = seat
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(8)
        self.title = Label(role="title", wraps=True)
        self.lines.addWidget(self.title)
        self.foot: QWidget | None = None
        """What hands it in: stays in sight below the work, however long that is."""
        self.send, self.done = PrimaryButton("", "check"), done_line()
        self._remembers = False

    def _add_foot(self) -> None:
        self.foot = QWidget(self)
        lines = self._foot_lines = QVBoxLayout(self.foot)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(self.done)
        lines.addWidget(self.send)

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        raise TypeError("every work shows what is known")

    def remember(self, said: OwnSaid) -> bool:
        """What the seat handed in before this program, or the host, was closed. Once: what is done here since stays."""
        first, self._remembers = not self._remembers, True
        if first:
            self._put_back(said)
        return first

    def _put_back(self, said: OwnSaid) -> None:
        """Where nothing was begun here; shown before, so that its choices are there."""


class Told(Work):
    """Nothing to do but to look."""

    def __init__(self, seat: SeatId, page: PageName) -> None:
        super().__init__(seat)
        self._page = page

    def show_known(self, known: DebriefKnown, scene: DebriefScene) -> None:
        self.title.setText(scene.say(f"debrief-do-{self._page.replace('_', '-')}"))
