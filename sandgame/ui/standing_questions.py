"""Questions that stay open while the tables go on: they keep fresh, and close by themselves once they are overtaken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sandgame.present.now import Question
from sandgame.ui.kit.dialog import Dialog
from sandgame.ui.questions import put_anew

Fresh = Callable[[], Question | bool]
"""The question as it would be asked now; True where its words hold as they are, False where it is overtaken."""


@dataclass(frozen=True, slots=True)
class Standing:
    dialog: Dialog
    fresh: Fresh
    past: Callable[[], str]
    """Why it was closed."""


class StandingQuestions:
    def __init__(self) -> None:
        self._open: list[Standing] = []

    def add(self, dialog: Dialog, fresh: Fresh, past: Callable[[], str]) -> None:
        standing = Standing(dialog, fresh, past)
        self._open.append(standing)
        # answered, or closed with the window: nothing is looked at any more
        dialog.finished.connect(lambda _code: self._open.remove(standing))

    def look_again(self) -> tuple[str, ...]:
        """After something changed; gives what is to be said of the questions that were closed."""
        said = []
        for standing in tuple(self._open):
            question = standing.fresh()
            if isinstance(question, Question):
                put_anew(standing.dialog, question)
            elif not question:
                said.append(standing.past())
                standing.dialog.reject()
        return tuple(said)
