"""A seat's shell in a class: clock and line in its bars, the banner, what the facilitator and the stand-in left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsColorizeEffect, QVBoxLayout, QWidget

from sandgame.frames.classroom import StandInTold
from sandgame.present.class_moves import moved_seat, was_set_back, what_happened
from sandgame.present.line import call_picture, give_up_question, said_picture, stand_in_note
from sandgame.present.now import NotePicture, NowBar
from sandgame.present.off_line import UnsentPicture, stand_in_plan, unsent_list
from sandgame.present.pictures import ClockPicture, TopBarPicture
from sandgame.present.scene import Scene
from sandgame.present.shell import WaitingPicture
from sandgame.rules.ids import ROOM, Phase
from sandgame.rules.intents import FinishPhase, Intent, SendMessage, SubmitPlan
from sandgame.text.speech import Speech
from sandgame.ui.call_dialog import ask_for_help, show_said, show_stand_in
from sandgame.ui.class_round import ClassRound
from sandgame.ui.desk import Desk
from sandgame.ui.kept_mark import is_keeping
from sandgame.ui.kit.board_widget import BoardWidget
from sandgame.ui.kit.cards import Card, row
from sandgame.ui.kit.labels import Label
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.kit.top_bar import TopBar
from sandgame.ui.now_bar import NowBarPanel
from sandgame.ui.observer import DOCK, Observer
from sandgame.ui.off_line import SendLock, StandInCard, UnsentCards
from sandgame.ui.page import Page
from sandgame.ui.questions import put
from sandgame.ui.shell_keys import Item

_DRAINED = 0.4
"""How much of its colour a board loses that is not the present any more."""
_LAST = 2.0
"""Seconds left or less when a phase went: its time ran out, and nobody pushed it on."""


class Shell(Protocol):
    """What a seat's shell lends to its class."""

    top: TopBar
    now: NowBarPanel
    toasts: Toasts
    desk: Desk
    pages: dict[Phase, Page]
    clock_of: Callable[[Scene], ClockPicture | None]

    @property
    def scene(self) -> Scene | None: ...

    @property
    def page(self) -> Page | None: ...

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
        self._speech: Speech | None = None
        self._locked = False
        self._veil: BoardVeil | None = None
        self._lock = SendLock(self)
        self.observer = self._observe() if in_class.watching else None
        self._look_back = False
        """The line is back, and what was written meanwhile is still to be looked at."""
        self.stand_in = StandInCard(shell.desk)
        self.unsent = UnsentCards(shell.desk)
        shell.desk.over_dock, shell.desk.under_centre = self.stand_in, self.unsent
        self.unsent.asked.connect(self._on_unsent)
        self.unsent.closed.connect(self._on_looked)
        in_class.grace_changed.connect(self._show_notes)
        for page in shell.pages.values():
            page.draft_changed.connect(self._show_notes)
        layout = owner.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, in_class.banner)
        shell.top.link.show()
        shell.top.link_asked.connect(in_class.check_asked)
        shell.clock_of = in_class.picture
        self._waits = self._stopped = False
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
        self._unveil()

    def in_language(self, speech: Speech) -> None:
        self.round.in_language(speech)
        self._name_more(speech)
        if self._veil is not None:
            self._veil.label.setText(speech.say("line-stopped-at", time=self.round.frozen_at))

    def _name_more(self, speech: Speech) -> None:
        self._shell.toasts.kept.more = lambda count: speech.say("line-more-notes", count=count)

    # what came about

    def moved(self, before: Scene | None, after: Scene) -> None:
        """What was done to this seat without its doing is said once, and stays until it was read."""
        self._name_more(after.speech)
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
        self._name_more(speech)
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
            page = self._shell.page
            if page is not None:
                self._lock.hold((page.centre, page.dock), scene.speech.say("observer-watch"))
            return self.observer.now(scene), None
        self._follow_line(scene)
        self._follow_pause(scene)
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

    # while the line is down

    def _follow_line(self, scene: Scene) -> None:
        """Whatever the page has just shown: what sends is off while nothing can go out."""
        page, why = self._shell.page, self.round.why_not()
        if page is not None and why and not self.round.watching:
            self._lock.hold((page.centre, page.dock), scene.speech.say("line-if-why"))
        self._show_notes()

    def _follow_pause(self, scene: Scene) -> None:
        """While the table stands still what sends is off, with the reason; it is on again as soon as play goes on."""
        page, paused, bar = self._shell.page, scene.view.room.paused, self._shell.now
        why = scene.speech.say("line-waits-now" if self.round.waiting else "line-paused-why") if paused else ""
        for button in (bar.primary, bar.change):
            button.setToolTip(why)
            button.setAccessibleDescription(why)
        bar.change.setEnabled(not paused)
        if page is None:
            return
        if paused:
            self._lock.hold((page.centre, page.dock), why)
        elif self._stopped and self.round.online:
            self._lock.release()
        self._stopped = paused

    def _show_notes(self) -> None:
        scene, page, desk = self._shell.scene, self._shell.page, self._shell.desk
        if scene is None or page is None or self.round.watching:
            return
        online = self.round.online
        if online and not self._look_back and self.stand_in.isHidden() and self.unsent.isHidden():
            return
        draft = page.draft() if self._look_back or not online else None
        unsent = unsent_list(scene, draft, online=online)
        self._look_back = self._look_back and unsent is not None
        before = self.stand_in.isHidden(), self.unsent.isHidden(), len(self.unsent.cards)
        self.stand_in.show_plan(None if online else stand_in_plan(scene, self.round.grace_left))
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
        self._unveil()
        page = self._shell.page
        if online and self.observer is not None:
            self.observer.keep()
        elif online:
            self._lock.release()
            self._look_back = True
            if page is not None and not self.round.watching:
                page.keep()
                if (scene := self._shell.scene) is not None:
                    page.show(scene)  # its own word on each button counts again
        elif page is not None:
            self._veil = BoardVeil.over(page.centre)
            scene = self._shell.scene
            if self._veil is not None and scene is not None and self.round.frozen_at:
                self._veil.say(scene.speech.say("line-stopped-at", time=self.round.frozen_at))
        self._shell.show_again()

    def _unveil(self) -> None:
        veil, self._veil = self._veil, None
        if veil is not None:
            veil.lift()

    def _on_stood_in(self, told: StandInTold) -> None:
        scene = self._shell.scene
        if scene is not None:
            show_stand_in(self._owner, stand_in_note(scene.speech, told.weeks))


class BoardVeil(Card):
    """A board that is not the present any more: less colour, and the time at which it stopped."""

    def __init__(self, board: QWidget) -> None:
        super().__init__(board, corner=17)
        self._board = board
        self.label = Label("", "body", icon="history")
        row(self, margins=(16, 7, 16, 7)).addWidget(self.label)
        self.setProperty("floats", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        effect = QGraphicsColorizeEffect(board)
        effect.setColor(QColor("black"))
        effect.setStrength(_DRAINED)
        board.setGraphicsEffect(effect)
        self.hide()

    @staticmethod
    def over(centre: QWidget) -> BoardVeil | None:
        board = next((each for each in centre.findChildren(BoardWidget) if each.isVisible()), None)
        return BoardVeil(board) if board is not None else None

    def say(self, text: str) -> None:
        self.label.setText(text)
        self.adjustSize()
        self.move((self._board.width() - self.width()) // 2, 12)
        self.show()
        self.raise_()

    def lift(self) -> None:
        self._board.setGraphicsEffect(None)  # type: ignore[arg-type]
        self.hide()
        self.deleteLater()
