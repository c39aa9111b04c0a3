"""What is said in passing at a seat: what others did, what called the seat back to its work, what the room said."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from sandgame.present.called_back import CalledBack, called_back
from sandgame.present.news import news, room_said
from sandgame.present.scene import Scene
from sandgame.present.shell import finished
from sandgame.text.speech import Speech
from sandgame.ui.kit.kept_notes import Lead
from sandgame.ui.kit.toast import Toasts
from sandgame.ui.page import Page
from sandgame.ui.seat_questions import SeatQuestions


class Told(Protocol):
    """What of a shell the news are told in."""

    toasts: Toasts
    questions: SeatQuestions

    @property
    def page(self) -> Page | None: ...

    @property
    def is_watched(self) -> bool: ...


class SeatNews:
    def __init__(self, shell: Told) -> None:
        self._shell = shell
        self._resuming = False

    def resuming(self) -> None:
        """By its own hand the seat goes back to work: nobody called it."""
        self._resuming = True

    def came(self, before: Scene, after: Scene) -> None:
        """All that is new in another scene."""
        self._tell(before, after)
        for said in room_said(before, after):
            kind = "reminder" if said.passes else ""
            self._shell.toasts.say(said.text, "megaphone", stays=True, kind=kind, passes=said.passes)

    def set_words(self, speech: Speech) -> None:
        """Of the strip in which stays what has to be read."""
        say = speech.say
        self._shell.toasts.kept.set_words(lambda count: say("line-more-notes", count=count), say("shell-note-read"))

    def _tell(self, before: Scene, after: Scene) -> None:
        """What others did; in full and to stay, where it closed a question or called the seat back."""
        toasts, told = self._shell.toasts, news(before, after)
        for closed in self._shell.questions.came(told):
            toasts.say(closed, "info", stays=True, kind="moved", passes=True)
        back = None if self._resuming or self._shell.is_watched else called_back(before, after)
        self._resuming = self._resuming and finished(after)
        if back is not None:
            lead = Lead(back.go, partial(self._lead_to, back))
            toasts.say(back.text, "bell-ring", stays=True, kind="back", passes=True, lead=lead)
        for sentence in told:
            if back is None or sentence != back.came:
                toasts.say(sentence, "bell")

    def _lead_to(self, back: CalledBack) -> None:
        """To what called the seat back, else to the first thing that is open."""
        page = self._shell.page
        if page is None or (back.row is not None and page.open_row(back.row, back.sheet)):
            return
        item = next((check.id for check in page.now().checks if not check.done), None)
        if item is not None:
            page.go(item)
