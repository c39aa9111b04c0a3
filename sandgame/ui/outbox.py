"""Intents on their way: which page sent which, what became of it, and what waits to be sent again by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sandgame.frames.seat import Answered
from sandgame.rules.intents import Intent, KeepDraft, KeepEntry
from sandgame.ui.page import Page


class Posted(NamedTuple):
    intent: Intent
    page: Page


class Outbox:
    """`submit` sends an intent and gives the id that its answer will carry."""

    def __init__(self, submit: Callable[[Intent], str]) -> None:
        self._submit = submit
        self._under_way: dict[str, Posted] = {}
        self._unsent: list[Posted] = []

    def post(self, intent: Intent, page: Page) -> None:
        self._under_way[self._submit(intent)] = Posted(intent, page)

    def answered(self, frame: Answered) -> Posted | None:
        """What the answer is to; what was not stored waits for `send_again`, drafts apart."""
        posted = self._under_way.pop(frame.id, None)
        if posted is not None and self.is_lost(frame) and not isinstance(posted.intent, KeepDraft | KeepEntry):
            self._unsent.append(posted)
        return posted

    @staticmethod
    def is_lost(frame: Answered) -> bool:
        return not frame.stored and frame.refusal is None

    @property
    def has_unsent(self) -> bool:
        return bool(self._unsent)

    def send_again(self) -> None:
        unsent, self._unsent = self._unsent, []
        for posted in unsent:
            self.post(*posted)

    def forget(self) -> None:
        """The phase is over: what was not stored in it is void."""
        self._unsent.clear()
