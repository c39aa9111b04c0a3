"""A game that is played on this computer alone: its shell, or the table round one laptop, and its debrief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from sandgame.text.speech import Speech

if TYPE_CHECKING:
    from sandgame.frames.debrief_wire import OwnNews
    from sandgame.frames.lobby import Setup
    from sandgame.frames.seat import HostFrame
    from sandgame.present.table_setup import TableChoice
    from sandgame.rules.ids import Phase, SeatId
    from sandgame.ui.debrief_screen import DebriefScreen
    from sandgame.ui.debrief_table import TableDebrief
    from sandgame.ui.engine import Engine
    from sandgame.ui.page import Page
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.preparation import Preparation
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen


class OwnGame(QObject):
    """Puts its screens into the stack when they are first needed; `drop` takes them out again."""

    gone_to = Signal(object)
    """One of its screens is to be shown."""
    titled = Signal(object)
    left = Signal()
    again_asked = Signal()
    language_asked = Signal(str)
    settings_asked = Signal()
    help_asked = Signal()
    full_screen_asked = Signal()

    def __init__(
        self, stack: QStackedWidget, engine: Engine, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack)
        self._stack, self._engine, self._preferences = stack, engine, preferences
        self._drafts, self._speech = drafts, speech
        self.playing: Setup | None = None
        self.begun: TableChoice | None = None
        """How the table was set up that begins now."""
        self.shell: ShellScreen | None = None
        self.table: TableScreen | None = None
        self.debrief: DebriefScreen | TableDebrief | None = None
        self._next: Preparation | None = None
        engine.ready.connect(self._on_ready)
        engine.frame_came.connect(self._on_frame)
        engine.debrief_came.connect(self._on_debrief)

    @property
    def screen(self) -> ShellScreen | TableScreen | None:
        return self.shell or self.table

    def in_language(self, speech: Speech) -> None:
        self._speech = speech
        for screen in (self.shell, self.table, self.debrief, self._next):
            if screen is not None:
                screen.in_language(speech)

    def _on_frame(self, frame: HostFrame) -> None:
        if self.is_table:
            self._on_table_frame(frame)
            return
        if self.shell is None:
            self.shell = self._next.shell() if self._next is not None else self._new_shell()
            self._end_preparation()
        self.shell.take(frame)
        scene = self.shell.scene
        if self._stack.currentWidget() is not self.shell and scene is not None:
            self.gone_to.emit(self.shell)
            self.titled.emit(scene.cast.title)
            self.shell.now.announce()

    def _on_debrief(self, frame: OwnNews) -> None:
        """Of the game that is over: the end page shows one's own page, and leads to the others. At half time its page
        comes by itself."""
        from sandgame.frames.debrief import HalfTimeTold

        playing = self.shell or self.table
        if playing is None or playing.scene is None:
            return
        if self.debrief is None:
            made = self.debrief = self._new_debrief(playing.scene.seat)
            made.kept.connect(self._engine.keep_debrief)
            made.left.connect(self._from_debrief)
            made.help_asked.connect(self.help_asked)
            made.settings_asked.connect(self.settings_asked)
            self._stack.addWidget(made)
        self.debrief.take(frame)
        if isinstance(frame, HalfTimeTold):
            self.debrief.meet(playing.scene.cast)
            self.show_debrief()
        else:
            playing.debrief_told(self.debrief.known)

    def _new_debrief(self, seat: SeatId) -> DebriefScreen | TableDebrief:
        """Round one laptop what is a seat's own stays behind its curtain."""
        from sandgame.ui.debrief_screen import DebriefScreen
        from sandgame.ui.debrief_table import TableDebrief

        if self.table is None:
            return DebriefScreen(self._speech, (seat,), led=False)
        people, keep = self.table.table.people, self.table.keep
        return TableDebrief(self._speech, people, keep, led=False, own_percent=lambda: self._preferences.text_percent)

    def _from_debrief(self) -> None:
        self.gone_to.emit(self.shell or self.table)

    def show_debrief(self) -> None:
        if self.debrief is not None:
            self.gone_to.emit(self.debrief)
            self.debrief.setFocus()

    @property
    def is_table(self) -> bool:
        return self.playing is not None and self.playing.talk == "open"

    def _on_table_frame(self, frame: HostFrame) -> None:
        if self.table is None:
            self.table = self._new_table()
        self.table.take(frame)
        scene = self.table.scene
        if self._stack.currentWidget() is not self.table and scene is not None:
            self.gone_to.emit(self.table)
            self.titled.emit(scene.cast.title)

    def _new_table(self) -> TableScreen:
        from sandgame.ui.table_screen import TableScreen

        begun, self.begun = self.begun, None
        table = TableScreen(
            self._speech,
            self._engine.submit,
            drafts=self._drafts,
            pins=dict(begun.pins) if begun is not None else None,
            seconds=begun.seconds if begun is not None else None,
        )
        table.left.connect(self.left)
        table.again_asked.connect(self.again_asked)
        table.debrief_asked.connect(self.show_debrief)
        table.language_asked.connect(self.language_asked)
        table.settings_asked.connect(self.settings_asked)
        table.full_screen_asked.connect(self.full_screen_asked)
        self._stack.addWidget(table)
        return table

    def _on_ready(self) -> None:
        if self.shell is None and self._next is None:
            from sandgame.ui.preparation import Preparation

            self._next = Preparation(self._new_shell, self)

    def _end_preparation(self) -> ShellScreen | None:
        ended, self._next = self._next, None
        return ended.end() if ended is not None else None

    def _new_shell(self, pages: dict[Phase, Page] | None = None) -> ShellScreen:
        from sandgame.ui.over import OverPage
        from sandgame.ui.shell import ShellScreen

        shell = ShellScreen(
            self._speech, self._engine.submit, pages=pages, drafts=self._drafts, preferences=self._preferences
        )
        shell.left.connect(self.left)
        shell.language_asked.connect(self.language_asked)
        shell.settings_asked.connect(self.settings_asked)
        shell.full_screen_asked.connect(self.full_screen_asked)
        end = shell.pages["over"]
        if isinstance(end, OverPage):
            end.home_asked.connect(self.left)
            end.again_asked.connect(self.again_asked)
            end.debrief_asked.connect(self.show_debrief)
        self._stack.addWidget(shell)
        return shell

    def drop(self) -> None:
        if self.debrief is not None:
            # what is being written there still goes out
            self.debrief.hide()
        self._engine.hang_up()
        if self.debrief is not None:
            self._stack.removeWidget(self.debrief)
            self.debrief.deleteLater()
            self.debrief = None
        for shell in (self.shell, self.table, self._end_preparation()):
            if shell is not None:
                shell.stop()
                shell.hide()
                self._stack.removeWidget(shell)
                shell.deleteLater()
        self.shell = self.table = None
