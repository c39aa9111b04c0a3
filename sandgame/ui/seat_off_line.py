"""A seat's shell while nothing can go out, for its line is cut or its table stands still; and when it can again."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sandgame.present.off_line import UnsentPicture, stand_in_plan, unsent_list
from sandgame.present.scene import Scene
from sandgame.text.speech import Speech
from sandgame.ui.class_round import ClassRound
from sandgame.ui.desk import Desk
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.off_line import BoardVeil, SendLock, StandInCard, UnsentCards
from sandgame.ui.page import Page


class Held(Protocol):
    """What of a shell is held back meanwhile."""

    now: NowBarPanel
    desk: Desk

    @property
    def scene(self) -> Scene | None: ...

    @property
    def page(self) -> Page | None: ...


class SeatOffLine(QObject):
    def __init__(self, owner: QWidget, shell: Held, in_class: ClassRound) -> None:
        super().__init__(owner)
        self._shell, self._round = shell, in_class
        self._veil: BoardVeil | None = None
        self._lock = SendLock(self)
        self._stopped = False
        self._look_back = False
        """The line is back, and what was written meanwhile is still to be looked at."""
        self.stand_in = StandInCard(shell.desk)
        self.unsent = UnsentCards(shell.desk)
        shell.desk.over_dock, shell.desk.under_centre = self.stand_in, self.unsent
        self.unsent.asked.connect(self._on_unsent)
        self.unsent.closed.connect(self._on_looked)
        in_class.grace_changed.connect(self._show_notes)
        self._heard: set[Page] = set()
        """Pages that were shown: what is written on one changes what is unsent."""

    def in_language(self, speech: Speech) -> None:
        if self._veil is not None:
            self._veil.label.setText(speech.say("line-stopped-at", time=self._round.line.frozen_at))

    def hold(self, why: str) -> None:
        """What sends is off."""
        page = self._shell.page
        if page is not None:
            self._lock.hold((page.centre, page.dock), why)

    def begin(self) -> None:
        """The line is cut."""
        self.unveil()
        page, scene = self._shell.page, self._shell.scene
        self._veil = BoardVeil.over(page.centre) if page is not None else None
        if self._veil is not None and scene is not None and self._round.line.frozen_at:
            self._veil.say(scene.speech.say("line-stopped-at", time=self._round.line.frozen_at))

    def end(self) -> None:
        """It is back: what stands on the page is kept once more, and what was not sent is to be looked at."""
        self.unveil()
        self._lock.release()
        self._look_back = True
        page, scene = self._shell.page, self._shell.scene
        if page is not None and not self._round.watching:
            page.keep()
            if scene is not None:
                page.show(scene)  # its own word on each button counts again

    def unveil(self) -> None:
        veil, self._veil = self._veil, None
        if veil is not None:
            veil.lift()

    def follow(self, scene: Scene) -> None:
        """Whatever the page has just shown: what sends is off while nothing can go out."""
        why = self._round.why_not()
        if why and not self._round.watching:
            self.hold(scene.speech.say("line-if-why"))
        page = self._shell.page
        if page is not None and page not in self._heard:
            self._heard.add(page)
            page.draft_changed.connect(self._show_notes)
        self._show_notes()
        self._follow_pause(scene)

    def _follow_pause(self, scene: Scene) -> None:
        """While the table stands still what sends is off, with the reason; it is on again as soon as play goes on."""
        page, paused, bar = self._shell.page, scene.view.room.paused, self._shell.now
        why = scene.speech.say("line-waits-now" if self._round.waiting else "line-paused-why") if paused else ""
        for button in (bar.primary, bar.change):
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        bar.change.setEnabled(not paused)
        if page is None:
            return
        if paused:
            self.hold(why)
        elif self._stopped and self._round.online:
            self._lock.release()
        self._stopped = paused

    def _show_notes(self) -> None:
        scene, page, desk = self._shell.scene, self._shell.page, self._shell.desk
        if scene is None or page is None or self._round.watching:
            return
        online = self._round.online
        if online and not self._look_back and self.stand_in.isHidden() and self.unsent.isHidden():
            return
        draft = page.draft() if self._look_back or not online else None
        unsent = unsent_list(scene, draft, online=online)
        self._look_back = self._look_back and unsent is not None
        before = self.stand_in.isHidden(), self.unsent.isHidden(), len(self.unsent.cards)
        self.stand_in.show_plan(None if online else stand_in_plan(scene, self._round.line.grace_left))
        self.unsent.show_list(unsent, scene.speech.say("line-unsent-hide") if online else "")
        if before != (self.stand_in.isHidden(), self.unsent.isHidden(), len(self.unsent.cards)):
            desk.arrange()

    def _on_unsent(self, picture: UnsentPicture) -> None:
        page = self._shell.page
        if page is not None and page.open_draft(picture.kind, picture.number):
            self._shell.desk.reveal("dock")

    def _on_looked(self) -> None:
        self._look_back = False
        self._show_notes()
