"""A laptop for a whole table in a class: the class's clock in the bar, the banner, what the facilitator says."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sandgame.frames.classroom import StandInTold
from sandgame.present.class_moves import place, was_set_back, what_happened
from sandgame.present.line import call_picture, give_up_question, leave_question, stand_in_note
from sandgame.present.news import room_note
from sandgame.present.scene import Scene
from sandgame.present.table_scene import TableScene
from sandgame.rules.ids import ROOM, SeatId
from sandgame.rules.intents import Intent, SendMessage
from sandgame.ui.call_dialog import ask_for_help, show_stand_in
from sandgame.ui.class_round import ClassRound
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.questions import put
from sandgame.ui.shell_keys import Item
from sandgame.ui.table_seat import SeatTurn


class Table(Protocol):
    """What a table's screen lends to its class."""

    stack: QStackedWidget
    left: SignalInstance
    given_up: SignalInstance

    @property
    def scene(self) -> Scene | None: ...

    @property
    def turn(self) -> SeatTurn | None: ...

    def show_clock(self) -> None: ...

    def post(self, intent: Intent, seat: SeatId) -> None: ...


class TableInClass(QObject):
    """Belongs to one table screen and follows one `ClassRound`."""

    def __init__(self, owner: QWidget, screen: Table, in_class: ClassRound) -> None:
        super().__init__(owner)
        self._owner = owner
        self._screen = screen
        self.round = in_class
        self._heard: int | None = None
        self._before: Scene | None = None
        layout = owner.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, in_class.banner)
        self.toasts = Toasts(owner, zone=screen.stack.currentWidget)
        layout.insertWidget(2, self.toasts.kept)
        in_class.clock_changed.connect(screen.show_clock)
        in_class.time_up.connect(self._on_time_up)
        in_class.said.connect(self.toasts.say)
        in_class.stood_in.connect(self._on_stood_in)

    @property
    def table(self) -> int:
        return self.round.table

    def clock_text(self, scene: Scene) -> str:
        picture = self.round.picture(scene)
        return picture.text if picture is not None else ""

    def follow(self, table: TableScene) -> None:
        """What whoever runs the room said to the table since; any seat's scene knows it."""
        scene = table.any
        say = scene.speech.say
        self.toasts.kept.set_words(lambda count: say("line-more-notes", count=count), say("shell-note-read"))
        for own in table.scenes.values():
            self.round.follow_words(own)
        told = [each for each in scene.view.beside.told if each.to_all]
        if self._heard is not None:
            for each in told[self._heard :]:
                note = room_note(scene.speech, each)
                kind = "reminder" if note.passes else ""
                self.toasts.say(note.text, "megaphone", stays=True, kind=kind, passes=note.passes)
        self._heard = len(told)
        before, self._before = self._before, scene
        if before is None:
            return
        back = was_set_back(before, scene)
        if back:
            self.round.set_back()
        if back or place(before) != place(scene):
            self.toasts.kept.forget_passing()
        done = what_happened(before, scene, done=True, time_up=False) if before.seat == scene.seat else None
        if done is not None:
            self.toasts.say(done.text, "presentation", stays=True)

    def menu(self) -> list[Item]:
        scene = self._screen.scene
        if scene is None:
            return []
        say = scene.speech.say
        return [
            Item(say("line-call"), "", self.on_call),
            Item(say("join-give-up"), "", self.on_give_up),
            Item(),
        ]

    def on_call(self) -> None:
        scene = self._screen.scene
        if scene is not None:
            ask_for_help(self._owner, call_picture(scene.speech), self._call)

    def _call(self, text: str) -> None:
        scene = self._screen.scene
        if scene is not None:
            table = scene.view.table
            self._screen.post(SendMessage(round=table.round, phase=table.phase, to=ROOM, text=text), scene.seat)

    def on_give_up(self) -> None:
        scene = self._screen.scene
        if scene is not None:
            put(self._owner, give_up_question(scene.speech), self._screen.given_up.emit)

    def on_leave(self) -> None:
        scene = self._screen.scene
        if scene is not None:
            put(self._owner, leave_question(scene.speech), self._screen.left.emit)

    def _on_time_up(self, up: bool) -> None:
        turn = self._screen.turn
        if up and turn is not None:
            turn.page.keep()

    def _on_stood_in(self, told: StandInTold) -> None:
        scene = self._screen.scene
        if scene is not None:
            show_stand_in(self._owner, stand_in_note(scene.speech, told.weeks))
