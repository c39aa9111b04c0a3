"""Whether the host holds what is drafted on a page: the small word beside the primary button."""

from __future__ import annotations

from sandgame.rules.intents import Intent, KeepDraft, KeepEntry
from sandgame.text.speech import Speech
from sandgame.ui.drafts import Draft


def is_keeping(intent: Intent) -> bool:
    """It only lays a draft down at the host: nothing is asked of the game, and a refusal is nobody's business."""
    return isinstance(intent, KeepDraft | KeepEntry)


class KeptMark:
    """True of one draft only: as soon as something else is drafted, nothing is said until that is kept too."""

    def __init__(self) -> None:
        self._under_way: Draft | None = None
        self._of: Draft | None = None
        self._stored: bool | None = None

    def begin(self) -> None:
        """Another phase: nothing has been kept."""
        self._stored = None

    def sent(self, draft: Draft | None) -> None:
        self._under_way = draft

    def answered(self, *, stored: bool) -> None:
        self._of, self._stored = self._under_way, stored

    def text(self, draft: Draft | None, speech: Speech) -> str:
        if self._stored is None or draft != self._of:
            return ""
        return speech.say("shell-kept" if self._stored else "shell-not-kept")
