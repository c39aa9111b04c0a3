"""A seat's shell in a class: clock and line in its bars, the banner, what the facilitator and the stand-in left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sandgame.frames.classroom import StandInTold
from sandgame.present.class_moves import moved_seat, was_set_back, what_happened
from sandgame.present.line import call_picture, give_up_question, said_picture, stand_in_note
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.pictures import ClockPicture, TopBarPicture
from sandgame.present.scene import Scene
from sandgame.present.shell import WaitingPicture
from sandgame.rules.ids import ROOM, Phase
from sandgame.rules.intents import FinishPhase, Intent, SendMessage, SubmitPlan
from sandgame.text.speech import Speech
from sandgame.ui.call_dialog import ask_for_help, show_said, show_stand_in
from sandgame.ui.class_round import ClassRound
from sandgame.ui.kept_mark import is_keeping
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.kit.top_bar import TopBar
from sandgame.ui.observer import DOCK, Observer
from sandgame.ui.page import Page
from sandgame.ui.questions import put
from sandgame.ui.seat_off_line import Held, SeatOffLine
from sandgame.ui.shell_keys import Item

_LAST = 2.0
"""Seconds left or less when a phase went: its time ran out, and nobody pushed it on."""


class Shell(Held, Protocol):
    """What a seat's shell lends to its class."""

    top: TopBar
    toasts: Toasts
    clock_of: Callable[[Scene], ClockPicture | None]

    def show_clock(self) -> None: ...

    def show_again(self) -> None: ...

    def show_away(self) -> None: ...

    def post(self, intent: Intent) -> None: ...


class SeatInClass(QObject):
    """Belongs to one shell and follows one `ClassRound`."""

    given_up = Signal()
    """The seat is to be given up, after the question."""

    def __init__(self, owner: QWidget, shell: Shell, in_class: ClassRound) -> None:
        super().__init__(owner)
        self._owner = owner
        self._shell = shell
        self.round = in_class
        self._locked = False
        self.off_line = SeatOffLine(owner, shell, in_class)
        self.stand_in, self.unsent = self.off_line.stand_in, self.off_line.unsent
        self.observer = self._observe() if in_class.watching else None
        layout = owner.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, in_class.banner)
        shell.top.link.show()
        shell.top.link_asked.connect(in_class.check_asked)
        shell.clock_of = in_class.picture
        self._waits = False
        self._left: dict[tuple[int, Phase], float] = {}
        """Seconds that each phase had left when its clock was last heard."""
        self._done: set[tuple[int, Phase]] = set()
        """Phases that this laptop asked to be done with."""
        self._call_text = ""
        in_class.clock_changed.connect(self._on_clock)
        in_class.time_up.connect(self._on_time_up)
        in_class.line_changed.connect(self._on_line)
        in_class.said.connect(shell.toasts.say)
        in_class.stood_in.connect(self._on_stood_in)
        in_class.away_changed.connect(shell.show_away)

    def _observe(self) -> Observer:
        made = Observer(self._owner, self.round.cards, marks=self.round.marks)
        made.card_asked.connect(self.round.card_asked)
        made.said.connect(self._shell.toasts.say)
        made.changed.connect(self._shell.show_again)
        self.round.card_kept.connect(made.kept)
        if self.round.marks:
            self._shell.desk.dock_width = DOCK
        return made

    @property
    def table(self) -> int:
        return self.round.table

    def stop(self) -> None:
        if self.observer is not None:
            self.observer.stop()
        self.round.stop()
        self.off_line.unveil()

    def in_language(self, speech: Speech) -> None:
        self.round.in_language(speech)
        self.off_line.in_language(speech)

    # what came about

    def moved(self, before: Scene | None, after: Scene) -> None:
        """What was done to this seat without its doing is said once, and stays until it was read."""
        self.round.follow_words(after)
        if before is None or self.round.watching:
            return
        if was_set_back(before, after):
            self.round.set_back()
        table = before.view.table
        phase = (table.round, table.phase)
        played = any(each.seat == before.seat for each in before.view.room.played_by)
        done = played or before.seat in table.finished or phase in self._done
        time_up = self._left.get(phase, _LAST + 1) <= _LAST
        told = what_happened(before, after, done=done, time_up=time_up)
        if told is not None:
            kind = "moved" if told.passes else ""
            self._shell.toasts.say(told.text, "presentation", stays=True, kind=kind, passes=told.passes)
        if (after.view.table.round, after.view.table.phase) != phase or told is not None:
            self._done.clear()
            self._left.clear()

    def say_moved(self, was: str, now: str, speech: Speech) -> None:
        """Before play began, to another seat."""
        self._shell.toasts.say(moved_seat(speech, was, now, self.table), "presentation", stays=True, kind="seat")

    # what the shell asks

    def zones(self, page: Page, scene: Scene) -> tuple[QWidget, QWidget | None]:
        """What stands in the middle and at the right: an observer has both in a frame of their own."""
        if self.observer is None:
            return page.centre, page.dock
        zones = self.observer.zones(page)
        self.observer.follow(scene)
        return zones

    def primary(self) -> None:
        if self.observer is not None:
            self.observer.hand_in()

    def link_text(self) -> str:
        return self.round.link_text()

    def bar(self, picture: TopBarPicture) -> TopBarPicture:
        return replace(picture, balance=None if self.round.watching else picture.balance)

    def now(self, now: NowBar, waiting: WaitingPicture | None, scene: Scene) -> tuple[NowBar, WaitingPicture | None]:
        """Who looks on is asked nothing; while the table stands still, or the line is cut, nothing can be sent."""
        say = scene.speech.say
        if self.observer is not None:
            self.off_line.hold(say("observer-watch"))
            return self.observer.now(scene), None
        self.off_line.follow(scene)
        if scene.view.room.paused:
            key = "line-waits-now" if self.round.waiting else "line-paused-now"
            note = NotePicture("hourglass" if self.round.waiting else "circle-pause", say(key))
            return replace(now, checks=(), notes=(note,), enabled=False), waiting
        if self._locked or not self.round.online:
            return replace(now, enabled=False), waiting
        return now, waiting

    def may_send(self, intent: Intent | None = None) -> bool:
        """False with the reason said, but for what only keeps a draft: nobody asked for that by hand."""
        if self.round.watching:
            return False
        why = self.round.why_not()
        if isinstance(intent, FinishPhase | SubmitPlan):
            self._done.add((intent.round, intent.phase))
        if why and not (intent is not None and is_keeping(intent)):
            self._shell.toasts.say(why, "wifi-off", "caution")
        return not why

    def stored(self, intent: Intent) -> None:
        scene = self._shell.scene
        if isinstance(intent, SendMessage) and intent.to == ROOM and scene is not None:
            self._call_text = ""
            self._shell.toasts.say(scene.speech.say("line-called"), "check", "positive")

    def menu(self) -> list[Item]:
        scene = self._shell.scene
        if scene is None or self.round.watching:
            return []
        say = scene.speech.say
        return [
            Item(say("line-call"), "", self.on_call),
            Item(say("line-said"), "", self.on_said),
            Item(say("join-give-up"), "", self.on_give_up),
            Item(),
        ]

    # what is done here

    def on_call(self) -> None:
        scene = self._shell.scene
        if scene is not None:
            ask_for_help(self._owner, call_picture(scene.speech), self._call, self._call_text)

    def _call(self, text: str) -> None:
        """Kept until the host has it: a pause or a cut line costs no words."""
        scene, self._call_text = self._shell.scene, text
        if scene is not None:
            table = scene.view.table
            self._shell.post(SendMessage(round=table.round, phase=table.phase, to=ROOM, text=text))

    def on_said(self) -> None:
        scene = self._shell.scene
        if scene is not None:
            show_said(self._owner, said_picture(scene.speech, scene.view.beside.told))

    def on_give_up(self) -> None:
        scene = self._shell.scene
        if scene is not None:
            put(self._owner, give_up_question(scene.speech), self.given_up.emit)

    # what the round says

    def _on_clock(self) -> None:
        """That a pause is only for the other tables is known from the clock, after the pause itself."""
        told, left = self.round.clock.told, self.round.clock.left
        if told is not None and left is not None:
            self._left[(told.round, told.phase)] = left
        if self._waits != self.round.waiting:
            self._waits = self.round.waiting
            self._shell.show_again()
        self._shell.show_clock()

    def _on_time_up(self, up: bool) -> None:
        """What stands on the page goes to the host once more, and then it is out of our hands."""
        page = self._shell.page
        if up and page is not None and not self.round.watching:
            page.keep()
        self._locked = up
        self._shell.desk.setEnabled(not up)
        self._shell.show_again()

    def _on_line(self, online: bool) -> None:
        self._shell.top.set_online(online)
        if online and self.observer is not None:
            self.off_line.unveil()
            self.observer.keep()
        elif online:
            self.off_line.end()
        else:
            self.off_line.begin()
        self._shell.show_again()

    def _on_stood_in(self, told: StandInTold) -> None:
        scene = self._shell.scene
        if scene is not None:
            show_stand_in(self._owner, stand_in_note(scene.speech, told.weeks))
