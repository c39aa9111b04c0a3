"""What a seat of a class is played on: its shell or the whole table's screen, what is told to who is late, the debrief.

Everything here belongs to one seat or one table and goes with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.frames.debrief import DebriefNews
from sandgame.frames.seat import HostFrame, Seated
from sandgame.rules.ids import SeatId
from sandgame.text.speech import Speech
from sandgame.ui.attend_pages import drop
from sandgame.ui.class_round import ClassRound

if TYPE_CHECKING:
    from sandgame.present.scene import Scene
    from sandgame.rules.intents import Intent
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.debrief_screen import DebriefScreen
    from sandgame.ui.debrief_table import TableDebrief
    from sandgame.ui.late import LateScreen
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen


class AttendPlay(QObject):
    """Makes its screens when they are first needed and puts them into the stack; which one is shown others say."""

    left = Signal()
    given_up = Signal()
    check_asked = Signal()
    taken_over = Signal()
    """Who was late has read what the bot did."""
    debrief_asked = Signal()
    debrief_left = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()

    def __init__(
        self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._link = link
        self._preferences = preferences
        self._drafts = drafts
        self._speech = speech
        self.round: ClassRound | None = None
        self.shell: ShellScreen | None = None
        self.table: TableScreen | None = None
        self.late: LateScreen | None = None
        self.debrief: DebriefScreen | TableDebrief | None = None

    @property
    def screen(self) -> ShellScreen | TableScreen | None:
        return self.shell or self.table

    @property
    def scene(self) -> Scene | None:
        return self.screen.scene if self.screen is not None else None

    # the table that it belongs to

    def make_round(self, table: int) -> ClassRound:
        """The present one, if it is of this table."""
        if self.round is not None and self.round.table == table:
            return self.round
        self.drop()
        self.round = ClassRound(self._speech, table, self)
        self.round.retry_asked.connect(self._link.retry)
        self.round.card_asked.connect(self._link.ask)
        self.round.words_came.connect(self._link.ask)
        self.round.check_asked.connect(self.check_asked)
        return self.round

    def drop(self, *, keeps_debrief: bool = False) -> None:
        """`keeps_debrief`: its pages outlive the game."""
        for screen in (self.shell, self.table):
            if screen is not None:
                screen.stop()
                drop(self._stack, screen)
        self.shell = self.table = None
        late, self.late = self.late, None
        if late is not None:
            drop(self._stack, late)
        if self.debrief is not None and not keeps_debrief:
            drop(self._stack, self.debrief)
            self.debrief = None
        if self.round is not None:
            self.round.stop()
            self.round.deleteLater()
            self.round = None

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        for page in (self.shell, self.table, self.debrief):
            if page is not None:
                page.in_language(speech)
        if self.round is not None:
            self.round.in_language(speech)

    # play

    def take(self, frame: HostFrame, seats: tuple[SeatId, ...]) -> ShellScreen | TableScreen | None:
        """The screen that has it now; None where it came too early."""
        if self.round is None:
            return None
        if len(seats) > 1:
            if self.table is None:
                self.table = self._new_table(self.round)
            self.table.take(frame)
            return self.table
        if self.shell is None:
            if not isinstance(frame, Seated):
                return None
            self.shell = self._new_shell(self.round)
        self.shell.take(frame)
        return self.shell

    def _new_shell(self, in_class: ClassRound) -> ShellScreen:
        from sandgame.ui.over import OverPage
        from sandgame.ui.shell import ShellScreen

        shell = ShellScreen(
            self._speech,
            self._submit,
            drafts=None if in_class.watching else self._drafts,
            preferences=self._preferences,
            coach=not in_class.watching,
            in_class=in_class,
        )
        end = shell.pages["over"]
        if isinstance(end, OverPage):
            end.home_asked.connect(self.left)
            end.debrief_asked.connect(self.debrief_asked)
        if shell.in_class is not None:
            shell.in_class.given_up.connect(self.given_up)
        self._join(shell)
        return shell

    def _submit(self, intent: Intent) -> str:
        assert self.shell is not None
        scene = self.shell.scene
        assert scene is not None
        return self._link.submit(intent, scene.seat)

    def _new_table(self, in_class: ClassRound) -> TableScreen:
        from sandgame.ui.table_screen import TableScreen

        table = TableScreen(self._speech, self._link.submit, drafts=self._drafts, pins={}, seconds=0, in_class=in_class)
        table.given_up.connect(self.given_up)
        table.debrief_asked.connect(self.debrief_asked)
        self._join(table)
        return table

    def _join(self, screen: ShellScreen | TableScreen) -> None:
        screen.left.connect(self.left)
        screen.language_asked.connect(self.language_asked)
        screen.settings_asked.connect(self.settings_asked)
        screen.full_screen_asked.connect(self.full_screen_asked)
        self._stack.addWidget(screen)

    # who was late

    def show_late(self, scene: Scene) -> LateScreen | None:
        """What the bot did in the seat; None where there is nothing to tell. It follows what happens meanwhile."""
        from sandgame.present.late import is_late, late_page
        from sandgame.ui.late import LateScreen

        page = self.shell.page if self.shell is not None else None
        if page is None or not is_late(scene):
            return None
        if self.late is None:
            self.late = LateScreen()
            self.late.go_asked.connect(self.taken_over)
            self._stack.addWidget(self.late)
        self.late.show_late(late_page(scene, page.now()))
        return self.late

    def end_late(self) -> None:
        late, self.late = self.late, None
        if late is not None:
            drop(self._stack, late)

    # the debrief

    def tell_debrief(self, frame: DebriefNews, seats: tuple[SeatId, ...], scene: Scene) -> DebriefScreen | TableDebrief:
        """`scene` says who is at the table, before the debrief itself has come."""
        if self.debrief is None:
            made = self.debrief = self._new_debrief(seats)
            made.meet(scene.cast)
            made.kept.connect(self._link.ask)
            made.left.connect(self.debrief_left)
            made.help_asked.connect(self.help_asked)
            made.settings_asked.connect(self.settings_asked)
            self._stack.addWidget(made)
        self.debrief.take(frame)
        if self.screen is not None:
            self.screen.debrief_told(self.debrief.known)
        return self.debrief

    def _new_debrief(self, seats: tuple[SeatId, ...]) -> DebriefScreen | TableDebrief:
        """Where one laptop has several seats, what is a seat's own stays behind its curtain."""
        from sandgame.ui.debrief_screen import DebriefScreen
        from sandgame.ui.debrief_table import TableDebrief
        from sandgame.ui.table_keep import TableKeep

        if len(seats) == 1:
            return DebriefScreen(self._speech, seats, led=True)
        keep = self.table.keep if self.table is not None else TableKeep(None, "")
        return TableDebrief(
            self._speech, seats, keep, led=True, own_percent=lambda: self._preferences.look.text_percent
        )
