"""Drafts of the pages on this computer: a small file for each session, so that closing or killing loses nothing.

Kept beside the sessions and never sent anywhere; worth something only in the week and phase they were made in.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from sandgame.paint.tokens import timing
from sandgame.rules.ids import Phase

Draft = dict[str, Any]
"""What a page has drafted, in plain lists, words and numbers."""


class Drafts(QObject):
    """`current` gives week, phase and draft of the page that is shown; without a folder nothing is kept."""

    def __init__(
        self, folder: Path | None, current: Callable[[], tuple[int, Phase, Draft | None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._current = current
        self._file: Path | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(timing("keepDraftRestMs"))
        self._rest.timeout.connect(self.keep)

    def begin(self, session: str) -> None:
        """From here on the drafts are those of this session."""
        self._file = file_of(self._folder, session) if self._folder is not None else None

    def changed(self) -> None:
        """Something was drafted; it is written when the hands have rested for a second."""
        if self._file is not None:
            self._rest.start()

    def keep(self) -> None:
        """Writes what is drafted now, at once and whole; a full disk costs the draft and nothing else."""
        self._rest.stop()
        if self._file is None:
            return
        week, phase, draft = self._current()
        with suppress(OSError):
            if not draft:
                self._file.unlink(missing_ok=True)
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps({"week": week, "phase": phase, "draft": draft}), encoding="utf-8")
            fresh.replace(self._file)

    def kept(self, week: int, phase: Phase) -> Draft | None:
        """What was drafted in this week and phase before the session was left; what cannot be read is not there."""
        if self._file is None:
            return None
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(found, dict) or (found.get("week"), found.get("phase")) != (week, phase):
            return None
        draft = found.get("draft")
        return draft if isinstance(draft, dict) else None

    def restore(self, week: int, phase: Phase, into: Callable[[Draft], None]) -> None:
        """Gives back what was drafted before the session was left, if its phase still runs."""
        draft = self.kept(week, phase)
        if draft is not None:
            into(draft)


def file_of(folder: Path, session: str) -> Path:
    return folder / f"{session}.json"


def forget(folder: Path, session: str) -> None:
    """The session was deleted."""
    with suppress(OSError):
        file_of(folder, session).unlink(missing_ok=True)
