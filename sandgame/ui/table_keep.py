"""What a table laptop keeps on this computer beside the session: salted hashes of PINs, and every seat's drafts.

A PIN is a lock on a curtain, so that nobody opens a colleague's page by mistake; it protects nothing else.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from sandgame.rules.ids import Phase, SeatId
from sandgame.ui.drafts import Draft, file_of

PIN_SIGNS = 4
_ROUNDS = 20_000


def _hash(pin: str, salt: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", pin.encode(), bytes.fromhex(salt), _ROUNDS).hex()


class TableKeep:
    """One small file for each session; without a folder it lives as long as the program."""

    def __init__(self, folder: Path | None, session: str) -> None:
        self._file = file_of(folder, session) if folder is not None else None
        self._data: dict[str, Any] = {"pins": {}, "seats": {}, "seconds": None, "left": {}}
        self._read()

    def _read(self) -> None:
        if self._file is None:
            return
        with suppress(OSError, ValueError):
            found = json.loads(self._file.read_text(encoding="utf-8"))
            if isinstance(found, dict):
                for name, kind in (("pins", dict), ("seats", dict), ("left", dict)):
                    if isinstance(found.get(name), kind):
                        self._data[name] = found[name]
                seconds = found.get("seconds")
                self._data["seconds"] = seconds if isinstance(seconds, int) else None

    def _write(self) -> None:
        """At once and whole; a full disk costs the drafts and nothing else."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps(self._data), encoding="utf-8")
            fresh.replace(self._file)

    # PINs and pace

    def begin(self, pins: Mapping[SeatId, str], seconds: int) -> None:
        """As it was set up; `seconds` a seat, 0 for no clock."""
        kept = {}
        for seat, pin in pins.items():
            salt = secrets.token_hex(16)
            kept[str(seat)] = {"salt": salt, "hash": _hash(pin, salt)}
        self._data["pins"] = kept
        self._data["seconds"] = seconds
        self._write()

    def has_pin(self, seat: SeatId) -> bool:
        return str(seat) in self._data["pins"]

    def opens(self, seat: SeatId, pin: str) -> bool:
        """Whether the curtain opens to this; what cannot be read locks nobody out who types one."""
        kept = self._data["pins"].get(str(seat))
        if kept is None:
            return True
        if not pin:
            return False
        try:
            return secrets.compare_digest(_hash(pin, kept["salt"]), kept["hash"])
        except (KeyError, TypeError, ValueError):
            return True

    def seconds(self, otherwise: int) -> int:
        seconds = self._data["seconds"]
        return seconds if isinstance(seconds, int) else otherwise

    def keep_left(self, seat: SeatId, week: int, phase: Phase, left: int) -> None:
        """What a seat has left of its time in this phase."""
        kept = {"week": week, "phase": phase, "left": left}
        if self._data["left"].get(str(seat)) != kept:
            self._data["left"][str(seat)] = kept
            self._write()

    def left(self, seat: SeatId, week: int, phase: Phase, otherwise: int) -> int:
        kept = self._data["left"].get(str(seat))
        if not isinstance(kept, dict) or (kept.get("week"), kept.get("phase")) != (week, phase):
            return otherwise
        left = kept.get("left")
        return left if isinstance(left, int) and 0 < left <= otherwise else otherwise

    # drafts

    def keep(self, seat: SeatId, week: int, phase: Phase, draft: Draft | None) -> None:
        seats: dict[str, Any] = self._data["seats"]
        before = seats.get(str(seat))
        if draft:
            seats[str(seat)] = {"week": week, "phase": phase, "draft": draft}
        else:
            seats.pop(str(seat), None)
        if seats.get(str(seat)) != before:
            self._write()

    def draft(self, seat: SeatId, week: int, phase: Phase) -> Draft | None:
        kept = self._data["seats"].get(str(seat))
        if not isinstance(kept, dict) or (kept.get("week"), kept.get("phase")) != (week, phase):
            return None
        found = kept.get("draft")
        return found if isinstance(found, dict) else None
