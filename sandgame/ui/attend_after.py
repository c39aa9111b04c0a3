"""A trainee's way once play pauses or is over: to the debrief and back, the end of the class, and the goodbye."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from sandgame.frames.debrief import DebriefNews, PageTurned
from sandgame.present.class_end import class_end, farewell
from sandgame.text.speech import Speech
from sandgame.ui.attend_seats import SeatSteps, Stage

if TYPE_CHECKING:
    from sandgame.present.scene import Scene
    from sandgame.ui.class_link import ClassLink
    from sandgame.ui.preferences import Preferences
    from sandgame.ui.shell import ShellScreen
    from sandgame.ui.table_screen import TableScreen


class AfterPlay(SeatSteps):
    """The part of the way that a debrief lies on; `Attending` joins it to the rest."""

    def __init__(
        self, stack: QStackedWidget, link: ClassLink, preferences: Preferences, drafts: Path | None, speech: Speech
    ) -> None:
        super().__init__(stack, link, preferences, drafts, speech)
        self._over = False
        """The class is over and the line still stands: one's own pages may come."""
        self._last: Scene | None = None
        """What was known of the seat when the class ended."""
        self._turned: PageTurned | None = None
        """The page of the debrief that was turned last, also before there was a seat."""

    def _reset(self, stage: Stage, *, keeps_debrief: bool = False) -> None:
        super()._reset(stage, keeps_debrief=keeps_debrief)
        self._over, self._last, self._turned = False, None, None

    # the end of the class

    def _to_over(self) -> None:
        """The facilitator ended it: what is known stays on the screen, and the line up for one's own pages."""
        last, seats, welcome, lobby, turned = self.scene, self._seats, self._welcome, self._lobby, self._turned
        if self.play.round is not None and self.play.round.watching:
            last, seats = None, ()
        self._reset("gone", keeps_debrief=True)
        self._last, self._seats, self._over = last, seats, True
        self._welcome, self._lobby, self._turned = welcome, lobby, turned
        self._show_over()
        self._go(self.pages.need_gone())
        self.pages.need_gone().focus_first()

    @property
    def _closed(self) -> bool:
        """The debrief is done."""
        return self._turned is not None and self._turned.closed

    def _to_farewell(self) -> None:
        """What was played, and what is being written, stays as it is behind it."""
        if self._stack.currentWidget() is not self.pages.gone:
            self._go(self.pages.need_gone())
        self._show_over()
        self.pages.need_gone().focus_first()

    def _show_over(self) -> None:
        debrief = self.play.debrief
        has_pages = debrief is not None and debrief.known.told is not None
        if self._closed:
            self.pages.need_gone().show_end(farewell(self._speech, has_pages=has_pages), self._speech)
            return
        last = self._last if len(self._seats) == 1 else None
        self.pages.need_gone().show_end(class_end(self._speech, last, has_pages=has_pages), self._speech)

    # the debrief

    def _end_pause(self, screen: ShellScreen | TableScreen) -> None:
        """Play goes on: the page of half time makes room for it."""
        debrief, scene = self.play.debrief, screen.scene
        if debrief is None or scene is None or self._stack.currentWidget() is not debrief:
            return
        turned = debrief.known.turned
        if turned is not None and turned.page == "half_time" and not scene.view.room.paused:
            self._from_debrief()

    def _debrief_told(self, frame: DebriefNews) -> None:
        """After play, and at a pause: the page that the facilitator turned lies over the game."""
        scene = self.scene or self._last
        before = self._closed
        if isinstance(frame, PageTurned):
            self._turned = frame
        if self._closed and not before and self.stage == "watching":
            # an observer has no pages of its own
            self._to_farewell()
        if not (self.stage == "playing" or self._over) or not self._seats or scene is None:
            return
        missed = self._turned if self.play.debrief is None and frame is not self._turned else None
        self.play.tell_debrief(frame, self._seats, scene)
        if missed is not None:
            # told before the seat was had back
            self.play.tell_debrief(missed, self._seats, scene)
        if self._over or self._closed:
            self._show_over()
        if self._closed and (not before or missed is not None):
            if not self._is_busy:
                self._to_farewell()
        elif not self._closed and (isinstance(frame, PageTurned) or missed is not None):
            self._to_pages()

    @property
    def _is_busy(self) -> bool:
        """At the own page or the survey: a note there leads to the goodbye, and nobody is thrown out."""
        debrief = self.play.debrief
        return debrief is not None and self._stack.currentWidget() is debrief and debrief.busy

    def to_debrief(self) -> None:
        """After the goodbye to the own page, and the card on it; before to the page that is being talked about."""
        self._to_pages()
        if self._closed and self.play.debrief is not None:
            self.play.debrief.open_own()

    def _to_pages(self) -> None:
        if self.play.debrief is not None:
            self._stack.setCurrentWidget(self.play.debrief)

    def _from_debrief(self) -> None:
        playing = self.play.screen
        if self._closed:
            self._to_farewell()
        elif playing is not None:
            self._stack.setCurrentWidget(playing)
        elif self._over and self.pages.gone is not None:
            self._stack.setCurrentWidget(self.pages.gone)
