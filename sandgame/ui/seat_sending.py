"""A seat's intents out and their answers back: what may go, who hears what became of it, what is sent again by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from sandgame.frames.seat import Answered
from sandgame.present.shell import finished, refusal_text
from sandgame.rules.intents import Intent, ResumePhase, ShowSignal
from sandgame.rules.reason import Reason, Refusal
from sandgame.text.speech import Speech
from sandgame.ui.kept_mark import KeptMark, is_keeping
from sandgame.ui.outbox import Outbox
from sandgame.ui.page import Page
from sandgame.ui.shell_class import SeatInClass, Shell
from sandgame.ui.unsent import UnsentBanner


class Sender(Shell, Protocol):
    """What of a shell has to do with sending."""

    banner: UnsentBanner
    in_class: SeatInClass | None


class SeatSending:
    """`submit` sends an intent and gives its id."""

    def __init__(self, shell: Sender, submit: Callable[[Intent], str]) -> None:
        self._shell = shell
        self._outbox = Outbox(submit)
        self._kept = KeptMark()

    def begin_phase(self, speech: Speech) -> None:
        """What was not stored in the last one is void."""
        self._outbox.forget()
        self._kept.begin()
        self._show_unsent(speech)

    def kept_text(self, page: Page, speech: Speech) -> str:
        """Whether the host holds what is drafted on the page."""
        return self._kept.text(page.draft(), speech)

    # what goes out

    def ask(self, page: Page, intent: Intent) -> None:
        """What a page asks for."""
        scene, in_class = self._shell.scene, self._shell.in_class
        if scene is None:
            return
        if finished(scene) and not isinstance(intent, ResumePhase | ShowSignal):
            if not is_keeping(intent):
                self._shell.toasts.say(scene.speech.say("shell-finished-first"), "info")
            return
        if in_class is not None and not in_class.may_send(intent):
            page.not_stored(intent)
            return
        if is_keeping(intent):
            self._kept.sent(page.draft())
        self._outbox.post(intent, page)

    def post(self, intent: Intent) -> None:
        """Not of a page: said in passing, also by who is done with the phase."""
        page, in_class = self._shell.page, self._shell.in_class
        if page is not None and (in_class is None or in_class.may_send(intent)):
            self._outbox.post(intent, page)

    def again(self) -> None:
        """What could not be stored, once more, by hand."""
        scene, in_class = self._shell.scene, self._shell.in_class
        if scene is not None and (in_class is None or in_class.may_send()):
            self._outbox.send_again()
            self._show_unsent(scene.speech)

    # what comes back

    def answered(self, frame: Answered) -> None:
        posted, scene = self._outbox.answered(frame), self._shell.scene
        if posted is None or scene is None:
            return
        intent, page = posted
        if frame.refusal is not None:
            self._refused(frame.refusal, intent, page, scene.speech)
        elif self._outbox.is_lost(frame):
            page.not_stored(intent)
        else:
            page.stored(intent)
            if self._shell.in_class is not None:
                self._shell.in_class.stored(intent)
        if is_keeping(intent) and frame.refusal is None:
            self._kept.answered(stored=not self._outbox.is_lost(frame))
            if page is self._shell.page:
                self._shell.show_again()
        self._show_unsent(scene.speech)

    def _refused(self, refusal: Refusal, intent: Intent, page: Page, speech: Speech) -> None:
        if refusal.reason is Reason.PAUSED and self._shell.in_class is not None:
            # said in passing: beside the control it would stay when play goes on
            page.not_stored(intent)
            if not is_keeping(intent):
                icon = "hourglass" if self._shell.in_class.round.waiting else "circle-pause"
                self._shell.toasts.say(self._shell.in_class.round.why_refused(), icon, "caution")
            return
        text = refusal_text(speech, refusal)
        if not page.refused(intent, text) and not is_keeping(intent):
            self._shell.toasts.say(text, "circle-alert", "caution")

    def _show_unsent(self, speech: Speech) -> None:
        self._shell.banner.show_unsent(speech, self._outbox.has_unsent)
