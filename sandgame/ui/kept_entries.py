"""Drafts that the host keeps for a seat: sent when the hands have rested for a second, and only what it has not yet."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from sandgame.paint.tokens import timing
from sandgame.present.review_draft import EntryKey, key_of
from sandgame.rules.intents import Entry


class KeptEntries(QObject):
    """`rested`: what changed may be sent now. It remembers what the host was sent last, under each key."""

    rested = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sent: dict[EntryKey, Entry] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(timing("keepDraftRestMs"))
        self._rest.timeout.connect(self.rested)

    def begin(self, known: Mapping[EntryKey, Entry]) -> None:
        """A new week: the host has this much."""
        self.stop()
        self._sent = dict(known)

    def touch(self) -> None:
        """Something was drafted."""
        self._rest.start()

    def stop(self) -> None:
        self._rest.stop()

    @property
    def is_resting(self) -> bool:
        """Something was drafted a moment ago and is not sent yet."""
        return self._rest.isActive()

    def fresh(self, entries: Mapping[EntryKey, Entry]) -> list[Entry]:
        """What the host has not been sent; it counts as sent from here on."""
        found = [entry for key, entry in entries.items() if self._sent.get(key) != entry]
        for entry in found:
            self.sent(entry)
        return found

    def has(self, entry: Entry) -> bool:
        return self._sent.get(key_of(entry)) == entry

    def sent(self, entry: Entry) -> None:
        self._sent[key_of(entry)] = entry

    def lost(self, entry: Entry) -> None:
        """It did not arrive: it may go out once more."""
        if self.has(entry):
            del self._sent[key_of(entry)]
