"""One seat's turn at the laptop: its ordinary page in the ordinary shell, the queue below, and the time that runs.

It is made when the curtain opens and thrown away when the curtain falls: nothing of a seat is left to be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from sandgame.frames.seat import HostFrame, Seated
from sandgame.paint.tokens import timing
from sandgame.present.now import NowBar
from sandgame.present.scene import Scene
from sandgame.present.table_curtain import QueuePlace
from sandgame.rules.ids import Phase, SeatId
from sandgame.rules.intents import Intent
from sandgame.text.numbers import clock
from sandgame.text.speech import Speech
from sandgame.ui.drafts import Draft
from sandgame.ui.idle_watch import IdleWatch
from sandgame.ui.kit.buttons import SecondaryButton
from sandgame.ui.kit.cards import Card, column, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.page import Page
from sandgame.ui.shell import ShellScreen
from sandgame.ui.table_parts import QueueStrip

_ALL: tuple[Phase, ...] = ("brief", "negotiate", "plan", "deliver", "review", "over")


class _Nothing(Page):
    """Stands for the phases in which this seat has no page of its own here."""

    def __init__(self) -> None:
        super().__init__(QWidget(), None)

    def show(self, scene: Scene) -> None:
        """There is nothing to show."""

    def now(self) -> NowBar:
        return NowBar("")

    def primary(self) -> None:
        """There is nothing to do."""


class SeatTurn(QWidget):
    """`left` seconds tick down while it is open. `patient` where no seat has a clock: the curtain waits longer."""

    lowered = Signal()
    """By the hand."""
    idled = Signal()
    """Nobody touched anything for a while."""
    time_up = Signal()

    def __init__(
        self,
        seated: Seated,
        page: Page,
        speech: Speech,
        submit: Callable[[Intent], str],
        left: int | None,
        draft: Draft | None,
        class_table: int = 0,
        *,
        patient: bool = False,
    ) -> None:
        super().__init__()
        self.seat: SeatId = seated.seat
        self.page = page
        self.left = left
        phase = self._phase = seated.view.table.phase
        nothing = {each: _Nothing() for each in _ALL if each != phase}
        no_folder: Path | None = None
        self.shell = ShellScreen(
            speech, submit, pages={phase: page, **nothing}, coach=False, drafts=no_folder, class_table=class_table
        )
        self.queue = QueueStrip(side=28)
        self.clock = Label("", "title", weight=700, icon="clock")
        self.warning = Label("", "label", "caution", weight=700, icon="eye-off")
        self.warning.hide()
        self.put_away = SecondaryButton(icon="eye-off")
        self.put_away.clicked.connect(self.lowered)
        self._lay_out()
        self._watch = IdleWatch(self, patient=patient)
        self._watch.idled.connect(self.idled)
        self._watch.warned.connect(self._on_warned)
        self._falls_in = 0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.second)
        self.shell.take(seated)
        if draft is not None:
            page.restore(draft)

    def _lay_out(self) -> None:
        strip = self._strip = Card(corner=0, ground="subtle")
        across = row(strip, margins=(12, 2, 14, 2), gap=14)
        across.addWidget(self.queue)
        across.addWidget(self.warning)
        across.addStretch(1)
        across.addWidget(self.clock)
        across.addWidget(self.put_away)
        lines = column(self, margins=(0, 0, 0, 0), gap=0)
        lines.addWidget(self.shell, 1)
        lines.addWidget(strip)

    def begin(self) -> None:
        """The curtain is up: time runs, and hands are watched for."""
        self._watch.begin()
        if self.left is not None:
            self._tick.start()
        self.shell.now.announce()

    def second(self) -> None:
        """One second less; at none the turn is over. A question that is open waits no longer than the seat."""
        if self.left is None:
            return
        self.left = max(0, self.left - 1)
        self._show_clock()
        if self.left == 0:
            self._tick.stop()
            self.time_up.emit()

    def show_words(self, speech: Speech, places: tuple[QueuePlace, ...]) -> None:
        self._speech = speech
        self.queue.show_queue(places)
        phase = self._phase
        kept = phase in ("plan", "review")
        self.put_away.setText(speech.say(f"table-lower-{phase}" if kept or phase == "brief" else "table-lower"))
        self.put_away.setToolTip(speech.say("table-lower-kept") if kept else "")
        self._show_clock()
        self._show_warning()

    def _show_clock(self) -> None:
        self.clock.setVisible(self.left is not None)
        if self.left is not None:
            self.clock.setText(clock(self.left))
            self.clock.set_tone("text" if self.left > timing("timerWarnSeconds") // 2 else "caution")
            self.clock.setAccessibleName(self._speech.say("table-seconds-left", seconds=self.left))

    def take(self, frame: HostFrame) -> None:
        self.shell.take(frame)

    def draft(self) -> Draft | None:
        return self.page.draft()

    def end(self) -> None:
        """Nothing of it runs on, and no question of it stays open."""
        self._tick.stop()
        self._watch.end()
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        self.shell.stop()

    def warn(self) -> None:
        """In the place of the queue, which nobody needs then."""
        self._watch.warn()

    def _on_warned(self, seconds: int) -> None:
        self._falls_in = seconds
        self._show_warning()

    def _show_warning(self) -> None:
        warned = self._falls_in > 0
        if warned:
            self.warning.setText(self._speech.say("table-falls-in", seconds=self._falls_in))
        self.queue.setVisible(not warned)
        self.warning.setVisible(warned)
        self._strip.set_ground("caution" if warned else "subtle")

    @property
    def idle_seconds(self) -> int:
        """Without a touch, until the curtain falls."""
        return self._watch.seconds
